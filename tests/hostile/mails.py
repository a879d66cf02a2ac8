"""Mail and PDF made to do harm: parts in parts, heads without end, loops, pages that are not there."""

from __future__ import annotations

import zlib

from tests.hostile.archives import SENTENCE
from tests.made_files import column, pdf_of

HEAD = "From: a@x.example\nSubject: Innspel\nMIME-Version: 1.0\n"


def mails() -> dict[str, bytes]:
    """Name → bytes."""
    said = {
        "djup.eml": HEAD + _multipart(400),
        "mail-i-mail.eml": _forwarded(40),
        "mange-mottakarar.eml": f"{HEAD}To: {', '.join(f'a{n}@x.example' for n in range(40_000))}\n\n{SENTENCE}",
        "langt-hovud.eml": f"{HEAD}X-Lang: {'a ' * 400_000}\n\n{SENTENCE}",
        "mange-hovud.eml": HEAD + "X-A: b\n" * 50_000 + f"\n{SENTENCE}",
        "ordna-hovud.eml": f"From: =?utf-8?b?{'4' * 100_001}?=\nSubject: =?x-unknown?q?=ff?=\n\n{SENTENCE}",
        "feil-teiknsett.eml": f'{HEAD}Content-Type: text/plain; charset="no-such"\n\n{SENTENCE}',
        "feil-base64.eml": f"{HEAD}Content-Transfer-Encoding: base64\n\n!!!{SENTENCE}",
        "utan-grense.eml": f"{HEAD}Content-Type: multipart/mixed\n\n{SENTENCE}",
        "tom-grense.eml": f'{HEAD}Content-Type: multipart/mixed; boundary=""\n\n--\n\n{SENTENCE}\n----',
        "dato.eml": f"{HEAD}Date: Tue, 99 Foo 99999 99:99:99 +9999\n\n{SENTENCE}",
        "vedlegg-ut.eml": _attached('filename="../../../ut.txt"'),
        "vedlegg-linje.eml": _attached("filename*=utf-8''a%0D%0Ab%00c.txt"),
        "vedlegg-langt.eml": _attached(f'filename="{"a" * 5000}.txt"'),
        "vedlegg-rfc2231.eml": _attached("filename*0*=utf-8''%ff%fe; filename*1=b; filename*9=c"),
        "sitat.eml": HEAD + "\n" + ">" * 3000 + " gammalt\n" + SENTENCE,
        "skript.eml": f"{HEAD}Content-Type: text/html\n\n<script>alert(1)</script><p onclick=alert(1)>{SENTENCE}</p>",
        "null.eml": f"{HEAD}\nVi vil\0 ha innsyn.\0\n{SENTENCE}",
        "berre-hovud.eml": HEAD,
        "tnef.eml": f"{HEAD}Content-Type: application/ms-tnef; name=winmail.dat\n\nx\x9f>\x22{SENTENCE}",
    }
    return {name: text.encode("utf-8", "surrogateescape") for name, text in said.items()} | _pdfs()


def _multipart(depth: int) -> str:
    text = f"Content-Type: text/plain\n\n{SENTENCE}\n"
    for level in range(depth):
        text = f'Content-Type: multipart/mixed; boundary="g{level}"\n\n--g{level}\n{text}\n--g{level}--\n'
    return text


def _forwarded(depth: int) -> str:
    text = f"{HEAD}\n{SENTENCE}\n"
    for _ in range(depth):
        text = f"{HEAD}Content-Type: message/rfc822\n\n{text}"
    return text


def _attached(name: str) -> str:
    return (
        f'{HEAD}Content-Type: multipart/mixed; boundary="g"\n\n--g\nContent-Type: text/plain\n\n{SENTENCE}\n'
        f"--g\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; {name}\n\n{SENTENCE}\n--g--\n"
    )


def _pdfs() -> dict[str, bytes]:
    good = pdf_of(column([SENTENCE]), title="Innspel")
    flat = zlib.compress(bytes(300 * 2**20), 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(flat) + flat + b"\nendstream"
    return {
        "kutta.pdf": good[: len(good) // 2],
        "utan-tabell.pdf": good.partition(b"xref\n")[0] + b"%%EOF",
        "ring.pdf": good.replace(b"/Kids[", b"/Kids[%d 0 R " % (good.count(b" obj\n") - 2)),
        "mange-sider.pdf": good.replace(b"/Count 1", b"/Count 999999999"),
        "stor-side.pdf": good.replace(b"[0 0 595 842]", b"[0 0 999999999 999999999]"),
        "nulltak.pdf": good.replace(b"[0 0 595 842]", b"[0 0 0 0]"),
        "djupe-lister.pdf": good.replace(b"/Title(Innspel)", b"/Title" + b"[" * 60_000 + b"]" * 60_000),
        "skript.pdf": good.replace(
            b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
        ),
        "straum-bombe.pdf": _with_content(good, stream),
        "berre-hovud.pdf": b"%PDF-1.7\n",
        "soppel.pdf": b"%PDF-1.4\n" + bytes((n * 7919) % 256 for n in range(30_000)),
        "laast.pdf": good.replace(b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -44>>/Root"),
        "start-feil.pdf": good.replace(b"startxref\n", b"startxref\n999999"),
        "mange-objekt.pdf": good + b"".join(b"%d 0 obj<<>>endobj\n" % n for n in range(100, 60_000)),
    }  # fmt: skip


def _with_content(pdf: bytes, stream: bytes) -> bytes:
    """The page's content replaced; the table of places is off, so the reader has to repair the file."""
    start = pdf.index(b"stream\nBT")
    begin = pdf.rindex(b"<<", 0, start)
    end = pdf.index(b"endstream", start) + len(b"endstream")
    return pdf[:begin] + stream + pdf[end:]
