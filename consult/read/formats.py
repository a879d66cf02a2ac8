"""One file's bytes → documents, by what the bytes are first and by what the name says second.

Whatever is wrong with a file becomes a document with a reason; nothing here raises on input.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from consult.read.document import Document
from consult.read.plain import read_text
from consult.settings import FormRule

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a docx or xlsx with a password
WORD_ENCRYPTED = 0x0100  # fEncrypted in the header of a doc ([MS-DOC] 2.5.1)
LARGEST_FILE = 200 * 2**20  # bytes
LARGEST_PACKAGE = 400 * 2**20  # bytes of a docx, odt or xlsx when unpacked

SUFFIXES = {
    **{name: name for name in ("docx", "odt", "rtf", "doc", "pdf", "html", "md", "txt", "eml", "msg")},
    **{name: name for name in ("xlsx", "xls", "ods", "csv", "tsv", "zip")},
    "docm": "docx", "dotx": "docx", "ott": "odt", "htm": "html", "xhtml": "html", "markdown": "md", "text": "txt",
    "xlsm": "xlsx", "xlsb": "xlsx", "tab": "tsv", "log": "txt",
}  # fmt: skip
PACKAGES = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsx"))
MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def read_file(name: str, data: bytes, rule: FormRule | None = None) -> tuple[Document, ...]:
    """The documents in a file, at least one. rule: how a form export with this path is read."""
    kind = file_format(name, data)
    shown = kind or suffix(name) or "unknown"
    try:
        reason = _fault(data, kind)
        return (Document(format=shown, reason=reason),) if reason else _read(kind, data, rule)
    except MemoryError:
        reason = "too_large"
    except RecursionError:
        reason = "unsafe"  # nested deeper than people nest
    except Exception:  # noqa: BLE001 -- parsers of others' making, each with errors of its own: none may stop the rest
        reason = "broken"
    return (Document(format=shown, reason=reason),)


def _fault(data: bytes, kind: str) -> str:
    """The reason why the bytes are not read, or empty."""
    if not data:
        return "empty"
    if len(data) > LARGEST_FILE:
        return "too_large"
    return _package_fault(data, kind) if kind else "unsupported"


def suffix(name: str) -> str:
    """The name's suffix, lower case, without its dot."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def file_format(name: str, data: bytes) -> str:
    """The format that a file is read as, or empty when it is none that we read."""
    by_name = SUFFIXES.get(suffix(name), "")
    if data.startswith(b"PK\x03\x04"):
        return _package_format(data) or (by_name if by_name in ("zip", "docx", "odt", "xlsx", "ods") else "")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if by_name == "doc" and not data.startswith(OLE):
        return "html" if HTML.match(data[:4096]) else "doc"
    if by_name == "txt" and HTML.match(data[:4096]):
        return "txt"  # someone's page source: shown as it stands
    return by_name


def _package_format(data: bytes) -> str:
    """What kind of zip it is, by its members."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                return MIMETYPES.get(package.read("mimetype").strip(), "")
    except (BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError):
        return ""
    found = next((kind for member, kind in PACKAGES if member in names), "")
    return found or ("" if "[Content_Types].xml" in names else "zip")


def _package_fault(data: bytes, kind: str) -> str:
    """The reason why a package must not be opened, or empty."""
    if data.startswith(OLE):
        return _ole_fault(data, kind)
    if kind not in ("docx", "odt", "xlsx", "ods") or not data.startswith(b"PK"):
        return ""
    with ZipFile(BytesIO(data)) as package:
        members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        return "encrypted"
    return "too_large" if sum(member.file_size for member in members) > LARGEST_PACKAGE else ""


def _ole_fault(data: bytes, kind: str) -> str:
    if ENCRYPTED_OFFICE in data:
        return "encrypted"
    if kind == "doc":
        start = data.find(b"\xec\xa5", 512)
        if start > 0 and int.from_bytes(data[start + 10 : start + 12], "little") & WORD_ENCRYPTED:
            return "encrypted"
    return ""


def _read(kind: str, data: bytes, rule: FormRule | None) -> tuple[Document, ...]:
    if kind in ("xlsx", "xls", "ods", "csv", "tsv"):
        return _read_sheets(kind, data, rule)
    return (_reader(kind)(data),)


def _reader(kind: str) -> Callable[[bytes], Document]:  # noqa: PLR0911 -- one line a format
    """The reader of a format; its libraries are loaded only when a file needs them."""
    if kind == "docx":
        return _read_docx
    if kind == "odt":
        from consult.read.opendocument import read_odt

        return read_odt
    if kind == "pdf":
        from consult.read.pdf import read_pdf

        return read_pdf
    if kind == "html":
        from consult.read.markup import read_html

        return read_html
    if kind in ("eml", "msg"):
        from consult.read import mail, outlook

        return mail.read_eml if kind == "eml" else outlook.read_msg
    if kind in ("rtf", "doc"):
        from consult.read.general import read_general

        return lambda data: read_general(data, kind)
    return lambda data: read_text(data, kind)


def _read_docx(data: bytes) -> Document:
    """By our own walk; by kreuzberg what python-docx cannot open (Strict OOXML)."""
    from consult.read.word import read_docx

    try:
        return read_docx(data)
    except Exception:  # noqa: BLE001 -- python-docx raises KeyError, ValueError and lxml's errors alike
        from consult.read.general import read_general

        return read_general(data, "docx")


def _read_sheets(kind: str, data: bytes, rule: FormRule | None) -> tuple[Document, ...]:
    from consult.read import forms, sheets

    try:
        found = sheets.read_delimited(data) if kind in ("csv", "tsv") else sheets.read_workbook(data)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 -- calamine's errors share no class with the standard library's
        reason = "encrypted" if "password" in str(error).casefold() else "broken"
        return (Document(format=kind, reason=reason),)
    return tuple(forms.form_documents(found, kind, rule)) or (Document(format=kind, reason="empty"),)
