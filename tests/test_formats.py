"""A file is read as what its bytes are, and whatever is wrong with it becomes a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read import formats
from consult.read.formats import file_format, read_file
from consult.records import UNREADABLE
from tests.made_files import column, docx_of, eml_of, odt_of, pdf_of, xlsx_of, zip_of

DOCX = docx_of("Hei alle.")
ODT = odt_of("<text:p>Hei alle.</text:p>")
PDF = pdf_of(column(["Hei alle."]))
RTF = b"{\\rtf1\\ansi Hei alle.\\par}"
XLSX = xlsx_of(Svar=[["id", "Kva meiner du?"], [1, "Hei alle."]])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", DOCX, "docx"),
        ("a.doc", DOCX, "docx"),  # saved in the new format under the old name
        ("a.DOCX", DOCX, "docx"),
        ("a", DOCX, "docx"),
        ("a.odt", ODT, "odt"),
        ("a.docx", ODT, "odt"),
        ("a.pdf", PDF, "pdf"),
        ("a.txt", PDF, "pdf"),
        ("a.doc", RTF, "rtf"),
        ("a.doc", b"<html><body>Hei", "html"),
        ("a.xlsx", XLSX, "xlsx"),
        ("a.zip", zip_of({"b.txt": "x"}), "zip"),
        ("a.pptx", zip_of({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), ""),
        ("a.txt", b"<html>", "txt"),
        ("a.md", b"# x", "md"),
        ("a.htm", b"<p>", "html"),
        ("a.eml", b"Subject: x", "eml"),
        ("a.png", b"\x89PNG", ""),
        ("a", b"Hei", ""),
        ("a.tsv", b"a\tb", "tsv"),
        ("a.docx", b"", "docx"),
        ("a.docx", b"PK\x03\x04 broken", "docx"),
    ],
)
def test_format(name: str, data: bytes, expected: str) -> None:
    """Bytes first, then the name."""
    assert file_format(name, data) == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", DOCX), ("a.odt", ODT), ("a.pdf", PDF), ("a.rtf", RTF), ("a.xlsx", XLSX),
        ("a.txt", b"Hei alle."), ("a.md", b"Hei alle."), ("a.html", b"<p>Hei alle.</p>"),
        ("a.eml", eml_of("Hei alle.")), ("a.csv", b"id;Kva meiner du?\n1;Hei alle.\n"),
        ("a.tsv", b"id\tKva meiner du?\n1\tHei alle.\n"),
    ],
)  # fmt: skip
def test_each_format_gives_its_text(name: str, data: bytes) -> None:
    """One way in for all formats."""
    (document,) = read_file(name, data)
    assert "Hei alle." in document.text
    assert (document.format, document.reason) == (name.removeprefix("a."), "")


def locked(data: bytes) -> bytes:
    """The same zip with its members marked as encrypted."""
    found = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(sign)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(sign, at + 1)
    return bytes(found)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.docx", b"", "empty"),
        ("a.docx", docx_of(), "empty"),
        ("a.csv", b";;\n", "empty"),
        ("a.html", b"<script>x</script>", "empty"),
        ("a.png", b"\x89PNG", "unsupported"),
        ("a.docx", b"no zip", "broken"),
        ("a.docx", DOCX[: len(DOCX) // 2], "broken"),
        ("a.odt", b"no zip", "broken"),
        ("a.xlsx", b"no zip", "broken"),
        ("a.xls", b"no workbook", "broken"),
        ("a.doc", b"no document", "broken"),
        ("a.msg", b"no message", "broken"),
        ("a.pdf", b"%PDF-1.7 cut", "broken"),
        ("a.pdf", pdf_of([], picture=True), "scanned"),
        ("a.docx", locked(DOCX), "encrypted"),
        ("a.docx", formats.OLE + b"\0" * 600 + formats.ENCRYPTED_OFFICE, "encrypted"),
        ("a.xlsx", formats.OLE + b"\0" * 600 + formats.ENCRYPTED_OFFICE, "encrypted"),
        ("a.odt", odt_of("", manifest="<encryption-data/>"), "encrypted"),
    ],
)
def test_reasons(name: str, data: bytes, reason: str) -> None:
    """Each fault has its word."""
    (document,) = read_file(name, data)
    assert (document.reason, document.text) == (reason, "")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit, and a package that unpacks to more than it should."""
    monkeypatch.setattr(formats, "LARGEST_FILE", 3)
    assert read_file("a.txt", b"Hei alle.")[0].reason == "too_large"
    monkeypatch.undo()
    monkeypatch.setattr(formats, "LARGEST_PACKAGE", 1000)
    assert read_file("a.docx", DOCX)[0].reason == "too_large"


@pytest.mark.parametrize(
    ("error", "reason"), [(MemoryError, "too_large"), (RecursionError, "unsafe"), (KeyError, "broken")]
)
def test_what_parsers_raise_becomes_a_reason(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], reason: str
) -> None:
    """No parser's error leaves the reader."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(formats, "read_text", fail)
    assert read_file("a.txt", b"Hei")[0].reason == reason


@settings(deadline=None)  # machines are busy
@given(
    st.sampled_from(
        ["docx", "odt", "pdf", "rtf", "html", "md", "txt", "eml", "csv", "xlsx", "ods", "doc", "msg", "zip", ""]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_give_a_source_or_a_reason(suffix: str, data: bytes) -> None:
    """Whatever a file holds, it ends in text or in a word of the list."""
    for document in read_file(f"a.{suffix}", data):
        assert bool(document.text.strip()) != bool(document.reason)
        assert document.reason in ("", *UNREADABLE)


@settings(deadline=None)  # machines are busy
@given(st.integers(0, len(DOCX) - 1), st.integers(0, 255))
def test_a_damaged_byte_does_not_raise(place: int, value: int) -> None:
    """A docx with one wrong byte is read or refused."""
    damaged = DOCX[:place] + bytes([value]) + DOCX[place + 1 :]
    assert len(read_file("a.docx", damaged)) == 1


@pytest.mark.shared
def test_the_documents_of_other_projects(shared: Path) -> None:
    """All of ../shared/ingest: each a source or a reason, none an error, encrypted ones known as such."""
    paths = sorted((shared / "ingest").iterdir())
    found = {path.name: read_file(path.name, path.read_bytes()) for path in paths}
    assert len(found) == 321
    assert sum(any(not document.reason for document in documents) for documents in found.values()) >= 270
    reasons = {name.split("__")[-1]: documents[0].reason for name, documents in found.items()}
    encrypted = {name for name, reason in reasons.items() if reason == "encrypted"}
    assert encrypted == {
        "protected_upper_case.docx", "testWORD_protected_passtika.doc", "testODTEncrypted.odt", "password.pdf",
        "testPDF_no_extract_yes_accessibility_owner_user.pdf", "fake-encrypted.msg",
    }  # fmt: skip
    assert reasons["testOCR.pdf"] == "scanned"
    assert reasons["testODTnotaZipFile.odt"] == "broken"


def test_packages_are_looked_into_without_unpacking() -> None:
    """The zip directory tells what a package is; a mimetype too long is not believed."""
    data = zip_of({"mimetype": "x" * 5000, "word/document.xml": "<x/>"})
    assert file_format("a.docx", data) == "docx"
