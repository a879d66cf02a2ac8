"""The folder `inputs/` → its files, those inside zip archives among them, each with its path.

Paths are relative to `inputs/`, NFC, with `/` between parts; a member's begins with its archive's. Left
out, because no person wrote them: what operating systems and office programs leave behind (`DROPPINGS`).
Links that lead out of the folder are not followed; members that would unpack outside it are `unsafe`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from consult.read.formats import LARGEST_FILE, file_format

DROPPINGS = re.compile(
    r"(?:^|/)(?:\.DS_Store|\._[^/]*|__MACOSX(?:/.*)?|Thumbs\.db|ehthumbs\.db|desktop\.ini|~\$[^/]*|\.~lock\.[^/]*#|\.git(?:keep|ignore))$",
    re.IGNORECASE,
)
DEEPEST = 3  # archives inside one another
MOST_MEMBERS = 20_000
LARGEST_ARCHIVE = 2**30  # bytes of all members together
STEEPEST = 200  # times a large member may grow; office files stay under 60
LARGE = 10 * 2**20  # bytes from which the growth counts


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file, or the reason why it is not opened. content: None until read from `place`."""

    path: str
    place: Path | None = None
    content: bytes | None = None
    reason: str = ""

    def read(self) -> bytes:
        """The bytes; empty for a file that is not opened. Raises OSError."""
        if self.reason:
            return b""
        if self.content is not None:
            return self.content
        return b"" if self.place is None else self.place.read_bytes()


def input_files(folder: Path) -> Iterator[InputFile]:
    """The files in a folder, sorted by path, each under a path of its own; archives are not opened yet."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    files = [
        raw
        for raw, path in found.items()
        if not DROPPINGS.search(clean_path(raw)) and (path.is_symlink() or not path.is_dir())
    ]
    for name, raw in sorted(_paths(files).items()):
        yield InputFile(path=name, place=found[raw], reason=_fault(found[raw], folder))


def _paths(names: Iterable[str]) -> dict[str, str]:
    r"""Path in the tables → name on the disk. Of names that are one in the tables, all but one get a number.

    A folder that a Mac and another system have shared may hold *blå.txt* twice, composed and not.

    >>> _paths(["blå.txt", "blå.txt"]) == {"blå.txt": "blå.txt", "blå (2).txt": "blå.txt"}
    True
    """
    in_order = sorted(names, key=lambda raw: (clean_path(raw), clean_path(raw) != raw, raw))
    taken = {clean_path(raw) for raw in in_order}
    paths: dict[str, str] = {}
    for raw in in_order:
        name, number = clean_path(raw), 1
        while name in paths or (number > 1 and name in taken):
            number += 1
            name = _with_number(clean_path(raw), number)
        paths[name] = raw
    return paths


def _with_number(path: str, number: int) -> str:
    plain = PurePosixPath(path)
    return plain.with_name(f"{plain.stem} ({number}){plain.suffix}").as_posix()


def _fault(path: Path, folder: Path) -> str:
    """Why a file must not be opened, or empty."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a ring
        return "broken"
    if not inside or path.is_dir():
        return "unsafe"
    if not path.is_file():
        return "broken"  # a link that leads nowhere, a socket
    return "too_large" if path.stat().st_size > LARGEST_FILE else ""


def clean_path(name: str) -> str:
    r"""A path as it stands in the tables: NFC, `/`, no control characters.

    >>> clean_path("mappe\\bla\u030a.txt")
    'mappe/blå.txt'
    """
    plain = unicodedata.normalize("NFC", name).replace("\\", "/")
    return "".join(char if char.isprintable() else "_" for char in plain)


def member_path(outer: str, name: str) -> str:
    """The path of a member or attachment: behind its file's, without steps upward.

    >>> member_path("brev.zip", "../../etc/passwd")
    'brev.zip/etc/passwd'
    """
    parts = [part for part in clean_path(name).split("/") if part not in ("", ".", "..")]
    return "/".join([outer, *parts]) if parts else f"{outer}/attachment"


def archive_files(path: str, data: bytes, depth: int = 1) -> Iterator[InputFile]:
    """The files of an archive, archives in it opened too; one unreadable file when it cannot be."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            reason = _archive_fault(members, depth)
            named = sorted((_member_name(member), index) for index, member in enumerate(members))
            sent = [(name, index) for name, index in named if not DROPPINGS.search(clean_path(name))]
            if reason or not sent:
                yield InputFile(path=path, reason=reason or "empty")
                return
            for name, index in sent:
                yield from _member(path, name, archive, members[index], depth)
    except (BadZipFile, OSError, ValueError):
        yield InputFile(path=path, reason="broken")


def _archive_fault(members: list[ZipInfo], depth: int) -> str:
    if depth > DEEPEST:
        return "unsafe"
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_ARCHIVE:
        return "too_large"
    return ""


def _member_name(member: ZipInfo) -> str:
    """The name; where the archive does not say UTF-8, programs for Windows wrote it in its own set."""
    if member.flag_bits & 0x800:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp865", "replace")


def _member(path: str, name: str, archive: ZipFile, member: ZipInfo, depth: int) -> Iterator[InputFile]:
    inner = member_path(path, name)
    reason = _member_fault(name, member)
    if reason:
        yield InputFile(path=inner, reason=reason)
        return
    try:
        with archive.open(member) as opened:
            content = opened.read(LARGEST_FILE + 1)  # whatever size the archive states
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        yield InputFile(path=inner, reason="broken")
        return
    if len(content) > LARGEST_FILE:
        yield InputFile(path=inner, reason="too_large")
    elif file_format(inner, content) == "zip":
        yield from archive_files(inner, content, depth + 1)
    else:
        yield InputFile(path=inner, content=content)


def _member_fault(name: str, member: ZipInfo) -> str:
    if clean_path(name).startswith("/") or ".." in clean_path(name).split("/") or re.match(r"[A-Za-z]:", name):
        return "unsafe"
    if (member.external_attr >> 16) & 0o170000 == 0o120000:  # a symbolic link
        return "unsafe"
    if member.flag_bits & 1:
        return "encrypted"
    steep = member.file_size > LARGE and member.file_size > STEEPEST * max(1, member.compress_size)
    return "too_large" if member.file_size > LARGEST_FILE or steep else ""
