"""A .qdpx file from somebody else → its XML and its texts, in memory, within limits.

Nothing is unpacked to disk, no entity is resolved, no document type is accepted and no network is asked. A file
that breaks a limit or a rule raises InputError, which says what to do next and shows nothing of its content.
"""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from consult.errors import InputError

LARGEST_ARCHIVE = 256 << 20  # bytes on disk
LARGEST_MEMBER = 64 << 20  # bytes unpacked, of those that are read: XML and text
LARGEST_TOTAL = 512 << 20
MOST_MEMBERS = 50_000
ENCRYPTED = 0x1  # flag bit of a zip member
INTERNAL = "internal://"
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
BROKEN = (BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error, lzma.LZMAError)
AGAIN = "export the project again as REFI-QDA project (.qdpx) and try anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """root: the parsed project. texts: member name in lower case → text as it stood, line ends included."""

    root: Any
    texts: dict[str, str]

    def text_of(self, element: Any) -> str | None:
        """The text of a TextSource, a Representation or a Note; None where the archive lacks it."""
        path = element.get("plainTextPath")
        if path is None:
            content: str | None = element.findtext("{*}PlainTextContent")
            return content
        return self.texts.get(path.removeprefix(INTERNAL).rpartition("/")[2].lower())


def read_package(path: Path) -> Package:
    """Read a project. Raises InputError for what is no project, is broken, or is larger than any should be."""
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    if path.stat().st_size > LARGEST_ARCHIVE:
        raise InputError(f"{path}: larger than {LARGEST_ARCHIVE >> 20} MiB; leave media files out of the export")
    try:
        with ZipFile(path) as archive:
            members = _checked(path, archive)
            names = [name for name in members if name.lower().endswith(".qde") and "/" not in name]
            if len(names) != 1:
                raise InputError(f"{path}: holds {len(names)} project files (.qde) at its root, not one; {AGAIN}")
            root = _parsed(path, _member(path, archive, members[names[0]]))
            texts = {_bare(name): _decoded(_member(path, archive, members[name])) for name in _texts(members)}
    except BROKEN as error:
        raise InputError(f"{path}: cannot be opened as a project ({type(error).__name__}); {AGAIN}") from error
    return Package(root=root, texts=texts)


def _checked(path: Path, archive: ZipFile) -> dict[str, ZipInfo]:
    """Members by name, if there are not too many, each once, none encrypted, and not too large as they claim."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    by_name = {member.filename.replace("\\", "/"): member for member in members}
    if len(members) > MOST_MEMBERS or sum(m.file_size for m in members if _is_read(m.filename)) > LARGEST_TOTAL:
        raise InputError(f"{path}: unpacks to more than {LARGEST_TOTAL >> 20} MiB or {MOST_MEMBERS} files: not read")
    if len(by_name) < len(members):
        raise InputError(f"{path}: holds two files of one name: not read; {AGAIN}")
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise InputError(f"{path}: is protected by a password; export it without one")
    return by_name


def _is_read(name: str) -> bool:
    return name.lower().endswith((".qde", ".txt"))


def _texts(members: dict[str, ZipInfo]) -> Iterator[str]:
    return (name for name in members if name.lower().startswith("sources/") and name.lower().endswith(".txt"))


def _bare(name: str) -> str:
    return name.rpartition("/")[2].lower()


def _member(path: Path, archive: ZipFile, member: ZipInfo) -> bytes:
    """At most `LARGEST_MEMBER` bytes, whatever the archive claims of the member's size."""
    with archive.open(member) as file:
        content = file.read(LARGEST_MEMBER + 1)
    if len(content) > LARGEST_MEMBER:
        raise InputError(f"{path}: a file in it unpacks to more than {LARGEST_MEMBER >> 20} MiB: not read")
    return content


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), "utf-8")
    return content.decode(encoding, "replace")


def _parsed(path: Path, content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: project.qde is not well-formed XML (line {error.lineno}); {AGAIN}") from error
    if root.getroottree().docinfo.doctype:
        raise InputError(f"{path}: project.qde has a document type, which no project needs: not read")
    if etree.QName(root).localname != "Project":
        raise InputError(f"{path}: project.qde is no REFI-QDA project; {AGAIN}")
    return root
