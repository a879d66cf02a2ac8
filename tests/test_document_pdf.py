"""A document as PDF/UA: judged by a checker of the standard, and by what stands in the structure of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pypdfium2
import pytest

from consult.publish.document import Document, Paragraph, Table, runs
from consult.publish.document.marks import marked_rows
from consult.publish.document.pdf import missing_signs, to_pdf
from tests import document_cases as cases

ODD = "ja 😀 👨‍👩‍👧 你好 \ue123 \u0378"
"""Signs that no typeface of ours has."""


@pytest.fixture(scope="module")
def file() -> bytes:
    """The rich document."""
    return to_pdf(cases.rich())


def findings(file: bytes, folder: Path) -> list[Any]:
    """What the checker of the standard objects to."""
    path = folder / "a.pdf"
    path.write_bytes(file)
    return list(pdfua.validate(path).findings)


def elements(file: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Every element of the structure in the order of reading: its role, and its words, language and scope."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return list(under(pdf.Root.StructTreeRoot))


def under(element: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every element under one."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            attributes = kid.get("/A", [])
            attributes = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
            told = {key: str(kid[f"/{key}"]) for key in ("Alt", "Lang") if f"/{key}" in kid}
            scope = [str(one.Scope) for one in attributes if "/Scope" in one]
            yield str(kid.S), told | ({"Scope": scope[0]} if scope else {})
            yield from under(kid)


def text(file: bytes) -> str:
    """The words of all pages."""
    pages = pypdfium2.PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def scopes(file: bytes) -> list[str]:
    """The scope of every head of a table."""
    return [told["Scope"] for role, told in elements(file) if role == "/TH"]


@pytest.mark.parametrize("words", ["", cases.HOSTILE, cases.LINES, cases.CONTROLS, ODD])
def test_the_checker_finds_nothing(words: str, tmp_path: Path) -> None:
    """PDF/UA-1, whatever was written."""
    assert findings(to_pdf(cases.hostile(words) if words else cases.rich()), tmp_path) == []


def test_the_checker_finds_what_is_broken(file: bytes, tmp_path: Path) -> None:
    """Sabotage twin: without structure and language."""
    broken = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.Lang, pdf.Root.MarkInfo
        pdf.save(broken)
    assert findings(broken.getvalue(), tmp_path)


def test_the_file_says_what_it_is(file: bytes) -> None:
    """Standard, language, and the title in the window's bar."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == "nn-NO"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.open_metadata()["dc:title"] == "Kva de sa, og kva vi gjer"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260304")


def test_the_headings_are_headings_and_bookmarks(file: bytes) -> None:
    """As many of each level as the document has, and the list of contents' own."""
    roles = [role for role, _ in elements(file)]
    assert (roles.count("/H1"), roles.count("/H2"), roles.count("/H3")) == (4, 1, 1)
    with pikepdf.open(io.BytesIO(file)) as pdf, pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["Kort fortalt", "Offentlege innkjøp", "About the method"]


def test_quotes_lists_and_pictures_are_told_apart(file: bytes) -> None:
    """By their roles; a picture has its words, a quote its language."""
    found = elements(file)
    roles = [role for role, _ in found]
    assert roles.count("/BlockQuote") == 3
    assert roles.count("/L") == 3
    assert [told["Alt"] for role, told in found if role == "/Figure"] == ["To søyler: 20 og 10."]
    assert [told["Lang"] for role, told in found if role == "/BlockQuote" and "Lang" in told] == ["en", "se"]


def test_tables_have_heads_of_columns_and_rows(file: bytes) -> None:
    """Two tables with three columns and three rows each."""
    assert scopes(file) == (["/Column"] * 3 + ["/Row"] * 3) * 2


def test_a_table_without_heads_of_rows_has_none() -> None:
    """`row_heads` is believed, table by table."""
    bare = Table(caption="x", head=("a",), rows=((runs("1"),),), row_heads=False)
    headed = Table(caption="y", head=("a",), rows=((runs("1"),),))
    assert scopes(to_pdf(Document(title="t", language="nn", blocks=(bare, headed)))) == ["/Column", "/Column", "/Row"]


def test_marking_without_tables_changes_nothing(file: bytes) -> None:
    """Not a byte."""
    assert marked_rows(file, []) == file


def test_every_page_bears_the_mark_of_a_draft_and_its_number() -> None:
    """Outside the structure, so that nobody hears it on every page."""
    made = to_pdf(cases.rich())
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made)]
    assert all("Utkast – ikkje til publisering" in page for page in pages)
    assert f"Side 1 av {len(pages)}" in pages[0]
    assert "Utkast –" not in text(to_pdf(cases.rich(draft="")))


@pytest.mark.parametrize(
    "words", [cases.HOSTILE, '#panic() #import "x.typ" $x$ @ref <label> \\u{41} //c /*d*/ -- ... ~ "s" \'a\'']
)
def test_nothing_that_people_wrote_is_read_as_markup(words: str) -> None:
    """The signs stand on the page as they were written."""
    document = Document(title="t", language="nn", blocks=(Paragraph(runs=runs(words)),))
    assert "".join(words.split()) in "".join(text(to_pdf(document)).split())


def test_letters_of_those_who_write_to_us_stand_there(file: bytes) -> None:
    """Sámi, Polish, Greek, Cyrillic, and the signs of forms."""
    found = text(file)
    for word in ("Sámi giella", "š đ ŋ ŧ ž č", "ąęłńóśźż", "Ελληνικά", "Кириллица", "✓", "☐"):
        assert word in found


def test_signs_that_no_typeface_has_stand_as_numbers_and_the_file_says_so() -> None:
    """Each by its number; at the end a remark; nothing of the kind where all signs are known."""
    made = text(to_pdf(Document(title="t", language="nn", blocks=(Paragraph(runs=runs(ODD)),))))
    assert "[U+1F600]" in made
    assert "[U+4F60][U+597D]" in made
    assert "Nokre teikn finst ikkje i skrifttypane" in " ".join(made.split())
    assert "U+" not in text(to_pdf(Document(title="t", language="nn", blocks=())))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ('the text `"😀"` could not be displayed with font `"Inter"`', {"😀": "[U+1F600]"}),
        ('the text `"\\u{e123}"` could not be displayed', {"\ue123": "[U+E123]"}),
        ('the text `"a\u0300"` could not be displayed', {"\u0300": "[U+0300]"}),  # plain letters are never replaced
        ("something else", {}),
    ],
)
def test_the_typesetters_words_are_understood(told: str, expected: dict[str, str]) -> None:
    """Signs as they stand, or as numbers."""
    assert missing_signs(told) == expected


@pytest.mark.parametrize("language", ["nn", "nb", "en", "sv", "da", "se", "nb-NO", "x-odd"])
def test_any_language_makes_a_file(language: str) -> None:
    """Codes with a country, and codes that are none."""
    assert to_pdf(Document(title="t", language=language, blocks=(Paragraph(runs=runs("x")),))).startswith(b"%PDF")


@pytest.mark.parametrize(("language", "told"), [("nn", "nn-NO"), ("en", "en-GB"), ("is", "is")])
def test_a_language_is_told_with_its_country_where_readers_need_it(language: str, told: str) -> None:
    """As in the Word file."""
    with pikepdf.open(io.BytesIO(to_pdf(Document(title="t", language=language, blocks=())))) as pdf:
        assert str(pdf.Root.Lang) == told


def test_the_same_document_gives_the_same_bytes(file: bytes) -> None:
    """Also without a date: never the time of day."""
    assert to_pdf(cases.rich()) == file
    undated = Document(title="t", language="nn", blocks=())
    assert to_pdf(undated) == to_pdf(undated)
