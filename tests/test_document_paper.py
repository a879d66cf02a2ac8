"""On paper, long tables stand behind the document; short ones under their pictures."""

from __future__ import annotations

from dataclasses import replace

from consult.publish.document import Document, Heading, Paragraph, Picture, Table, runs
from consult.publish.document.docx import to_docx
from consult.publish.document.html import to_html
from consult.publish.document.paper import LONGEST, SECTION, on_paper
from consult.publish.document.pdf import to_pdf
from consult.publish.document.words import words
from tests import document_cases as cases
from tests.test_document_docx import find, part
from tests.test_document_pdf import scopes, text


def pictured(rows: int, anchor: str = "pic") -> Document:
    """A picture with so many rows behind it, and a paragraph after it."""
    table = Table(caption="Tal", head=("a", "b"), rows=tuple((runs(str(n)), runs("x")) for n in range(rows)))
    picture = replace(cases.picture(anchor), table=table)
    blocks = (Heading(level=1, text="Figurar", anchor="f"), picture, Paragraph(runs=runs("Etterpå")))
    return Document(title="t", language="nn", blocks=blocks)


def test_short_tables_and_pictures_without_address_stay() -> None:
    """Nothing could lead to a table whose picture has no address."""
    for document in (pictured(LONGEST), pictured(LONGEST + 1, anchor=""), cases.rich()):
        assert on_paper(document, words(document)) is document


def test_a_long_table_stands_at_the_end_and_a_link_leads_to_it() -> None:
    """No row is lost; what stood behind the picture stands there still."""
    before = pictured(LONGEST + 1)
    after = on_paper(before, words(before))
    kinds = [type(block).__name__ for block in after.blocks]
    assert kinds == ["Heading", "Picture", "Paragraph", "Paragraph", "Heading", "Table"]
    picture, table = after.blocks[1], after.blocks[-1]
    assert isinstance(picture, Picture)
    assert isinstance(table, Table)
    assert not picture.table.head
    assert table.rows == before.blocks[1].table.rows  # type: ignore[union-attr]
    assert after.blocks[2].runs[0].link == f"#{table.anchor}"  # type: ignore[union-attr]
    assert after.headings[-1].anchor == SECTION


def test_paper_has_every_row_and_the_page_keeps_its_fold() -> None:
    """In Word and PDF one table, in the right place; on the page under the picture."""
    document = pictured(LONGEST + 1)
    root = part(to_docx(document), "word/document.xml")
    assert len(find(root, "//w:tbl/w:tr")) == LONGEST + 2
    assert find(root, "//w:tbl/preceding::w:t[.='Etterpå']")
    made = to_pdf(document)
    assert scopes(made) == ["/Column"] * 2 + ["/Row"] * (LONGEST + 1)
    assert "Tala bak figurane" in text(made)
    page = to_html(document).decode()
    assert page.index("<table") < page.index("Etterpå")


def test_a_cell_that_is_longer_than_a_page_is_whole() -> None:
    """Its row breaks; the others stay together."""
    long = "ord " * 2500
    table = Table(caption="x", head=("a", "b"), rows=((runs("1"), runs(long)), (runs("2"), runs("slutt"))))
    made = to_pdf(Document(title="t", language="nn", blocks=(table,)))
    found = text(made).split()
    assert found.count("ord") == 2500
    assert "slutt" in found
