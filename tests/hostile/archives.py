"""Archives made to do harm: bombs, paths that lead out, links, lies about what is in them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tests.made_files import zip_of

SENTENCE = "Vi treng meir innsyn i sakene, og raskare svar frå kommunen."

OUTWARD = (
    "../../ut.txt", "/etc/ut.txt", "..\\..\\ut.txt", "C:\\Windows\\ut.txt", "C:ut.txt", "a/../../ut.txt", "./../ut.txt",
    "//server/deling/ut.txt", "inne/..%2f..%2fut.txt", "\u2025/ut.txt", "..\u2215ut.txt", "~/ut.txt", "$HOME/ut.txt",
)  # fmt: skip
"""Names of members that would land outside the folder if anything were unpacked by name."""


def archives() -> dict[str, bytes]:
    """Name → bytes; every archive also holds a letter that has to be heard where that can be."""
    found = {f"ut{number}.zip": zip_of({name: SENTENCE, "brev.txt": SENTENCE}) for number, name in enumerate(OUTWARD)}
    return found | {
        "bombe.zip": zip_of({"null.txt": bytes(30 * 2**20), "brev.txt": SENTENCE}),
        "bombe-flat.zip": _many_zeros(60),
        "bombe-nesta.zip": _nested(_many_zeros(8), 3),
        "djup.zip": _nested(zip_of({"brev.txt": SENTENCE}), 12),
        "lenke.zip": _linked("/etc/passwd"),
        "lenke-opp.zip": _linked("../../../hemmeleg"),
        "overlapp.zip": _overlapping(300),
        "mange.zip": zip_of({f"{number}.txt": b"" for number in range(3000)}),
        "like.zip": _twins(),
        "laast.zip": _flagged(),
        "halv.zip": zip_of({"brev.txt": SENTENCE * 50})[:-40],
        "feil-sum.zip": _wrong_sum(),
        "lyg-om-storleik.zip": _lying_size(),
        "tom.zip": zip_of({}),
        "berre-slutt.zip": b"PK\x05\x06" + bytes(18),
        "komprimert-ukjent.zip": _unknown_method(),
        "nul-i-namn.zip": _named("a\0b.txt"),
        "lang-sti.zip": zip_of({"/".join(["mappe"] * 300) + "/brev.txt": SENTENCE}),
        "kommentar.zip": zip_of({"brev.txt": SENTENCE})[:-2] + b"\xff\xff" + b"x" * 65535,
        "katalog-lyg.zip": _lying_count(),
    }


def _many_zeros(members: int) -> bytes:
    return zip_of({f"{number}.txt": bytes(9 * 2**20) for number in range(members)})


def _nested(inner: bytes, depth: int) -> bytes:
    for level in range(depth):
        inner = zip_of({f"{level}.zip": inner})
    return inner


def _linked(target: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        link = ZipInfo("lenke.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, target)
        archive.writestr("brev.txt", SENTENCE)
    return buffer.getvalue()


def _overlapping(members: int) -> bytes:
    """Many names for one compressed stretch, as in the bomb that needs no nesting."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = bytes(5 * 2**20)
    body = packed.compress(plain) + packed.flush()
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, zlib.crc32(plain), len(body), len(plain), 1, 0) + b"a"
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, zlib.crc32(plain), len(body), len(plain), 1, 0, 0, 0, 0, 0, 0
    )
    directory = b"".join(entry + b"a" for _ in range(members))
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, members, members, len(directory), len(head) + len(body), 0)
    return head + body + directory + end


def _twins() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for number in range(2):
            with archive.open(ZipInfo(f"brev{number}.txt"), "w") as member:
                member.write(f"{SENTENCE} {number}".encode())
    return buffer.getvalue().replace(b"brev1.txt", b"brev0.txt")


def _flagged() -> bytes:
    """Members that say they are encrypted."""
    data = bytearray(zip_of({"brev.txt": SENTENCE}))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(sign) + place] |= 1
    return bytes(data)


def _wrong_sum() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        archive.writestr("brev.txt", SENTENCE)
    return buffer.getvalue().replace(b"innsyn", b"utsyn!", 1)


def _lying_size() -> bytes:
    """A member that unpacks to much more than it states."""
    data = bytearray(zip_of({"brev.txt": b"a" * (20 * 2**20)}))
    for sign, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = data.find(sign) + place
        data[at : at + 4] = struct.pack("<I", 10)
    return bytes(data)


def _unknown_method() -> bytes:
    data = bytearray(zip_of({"brev.txt": SENTENCE}))
    for sign, place in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        data[data.find(sign) + place] = 99
    return bytes(data)


def _named(name: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name.replace("\0", "@"), SENTENCE)
    return buffer.getvalue().replace(name.replace("\0", "@").encode(), name.encode())


def _lying_count() -> bytes:
    """A directory that says it has 65,535 members, and has one."""
    data = bytearray(zip_of({"brev.txt": SENTENCE}))
    at = data.rfind(b"PK\5\6")
    data[at + 8 : at + 12] = b"\xff\xff\xff\xff"
    return bytes(data)
