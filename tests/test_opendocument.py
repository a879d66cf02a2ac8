"""odt gives what LibreOffice shows, with all changes accepted."""

from __future__ import annotations

from zipfile import BadZipFile

import pytest

from consult.read.document import Document
from consult.read.opendocument import read_odt
from tests.made_files import odt_of, zip_of


def said(document: Document) -> list[tuple[str, int, str]]:
    """(kind, level, text) of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("a <text:span>b</text:span> c", "a b c"),
        ("a<text:s text:c='3'/>b", "a   b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a\n   b", "a b"),  # white space in the file is one space, as ODF says
        ("a\u00a0b", "a\u00a0b"),  # a no-break space is not
        ("før<text:change text:change-id='c1'/> etter", "før etter"),  # where something was deleted
        ("ny<text:soft-page-break/> side", "ny side"),
        ("<text:a>lenkje</text:a>", "lenkje"),
        ("side <text:page-number>3</text:page-number>", "side 3"),
    ],
)
def test_the_characters_of_a_paragraph(inner: str, expected: str) -> None:
    """Spans, spaces and breaks give the characters that are shown."""
    assert read_odt(odt_of(f"<text:p>{inner}</text:p>")).text == expected


def test_deleted_text_is_gone() -> None:
    """The list of changes holds what was deleted; accepted, it is no text."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>sletta</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Står.</text:p>"
    )
    assert read_odt(odt_of(body)).text == "Står."


def test_headings_lists_and_sections() -> None:
    """Headings have their outline level, list items the number of lists they stand in."""
    body = (
        "<text:h text:outline-level='2'>Innsyn</text:h><text:section>"
        "<text:list><text:list-item><text:p>eitt</text:p><text:list><text:list-item><text:p>under</text:p>"
        "</text:list-item></text:list></text:list-item></text:list><text:p>Avsnitt.</text:p></text:section>"
    )
    assert said(read_odt(odt_of(body))) == [
        ("heading", 2, "Innsyn"),
        ("item", 1, "eitt"),
        ("item", 2, "under"),
        ("paragraph", 0, "Avsnitt."),
    ]


def test_title_style() -> None:
    """The title style, and a style made from it, is the first heading."""
    automatic = "<style:style style:name='P1' style:parent-style-name='Title'/>"
    document = read_odt(
        odt_of("<text:p text:style-name='P1'>Bord 6</text:p><text:p>Tekst.</text:p>", automatic=automatic)
    )
    assert said(document)[0] == ("heading", 1, "Bord 6")
    assert document.title == "Bord 6"


def test_list_levels_of_documents_that_came_from_word() -> None:
    """LibreOffice writes Word's second level as a list of its own, in a style of that level."""
    automatic = "<style:style style:name='P2' style:parent-style-name='List_20_Bullet_20_2'/>"
    item = "<text:list><text:list-item><text:p text:style-name='{}'>{}</text:p></text:list-item></text:list>"
    document = read_odt(odt_of(item.format("List_20_Bullet", "eitt") + item.format("P2", "under"), automatic=automatic))
    assert said(document) == [("item", 1, "eitt"), ("item", 2, "under")]


def test_tables_notes_comments_and_boxes() -> None:
    """Cells bear their column's head; what hangs on a paragraph follows it."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        "<text:p>Tekst<text:note text:note-class='endnote'><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Noten.</text:p></text:note-body></text:note> vidare<office:annotation><dc:creator>K</dc:creator>"
        "<text:p>Merknad</text:p></office:annotation>.<draw:frame><draw:text-box><text:p>I boks</text:p>"
        "</draw:text-box></draw:frame></text:p>"
        f"<table:table><table:table-header-rows><table:table-row>{cell.format('A')}{cell.format('B')}</table:table-row>"
        f"</table:table-header-rows><table:table-row>{cell.format('x')}{cell.format('y')}</table:table-row></table:table>"
    )
    document = read_odt(odt_of(body))
    assert [(block.kind, block.label, document.text[block.start : block.end]) for block in document.blocks] == [
        ("paragraph", "", "Tekst vidare."),
        ("footnote", "endnote", "Noten."),
        ("footnote", "comment", "Merknad"),
        ("paragraph", "", "I boks"),
        ("meta", "", "A"),
        ("meta", "", "B"),
        ("cell", "A", "x"),
        ("cell", "B", "y"),
    ]


def test_page_heads_and_feet() -> None:
    """Heads come first and feet last, each once."""
    styles = (
        "<style:header><text:p>Utkast</text:p></style:header><style:header-first><text:p>Utkast</text:p>"
        "</style:header-first><style:footer><text:p>Side 1</text:p></style:footer>"
    )
    assert said(read_odt(odt_of("<text:p>Tekst.</text:p>", styles=styles))) == [
        ("header", 0, "Utkast"),
        ("paragraph", 0, "Tekst."),
        ("footer", 0, "Side 1"),
    ]


def test_repeated_cells_do_not_fill_memory() -> None:
    """A cell that states a million repeats counts as a few columns."""
    cell = "<table:table-cell table:number-columns-repeated='99999999'><text:p>x</text:p></table:table-cell>"
    rows = f"<table:table-row>{cell}{cell}</table:table-row><table:table-row>{cell}</table:table-row>"
    body = f"<table:table>{rows}</table:table>"
    assert read_odt(odt_of(body)).text == "x\nx\nx"


def test_encrypted_and_broken() -> None:
    """A password gives a reason; damage raises, for the caller to turn into one."""
    assert read_odt(odt_of("", manifest="<encryption-data/>")).reason == "encrypted"
    assert read_odt(odt_of("<text:p/>")).reason == "empty"
    for data, error in ((b"PK no zip", BadZipFile), (zip_of({"mimetype": "x"}), KeyError)):
        with pytest.raises(error):
            read_odt(data)


def test_entities_are_not_expanded() -> None:
    """A file cannot read others from the disk, nor blow up in memory, through XML entities."""
    content = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        "<text:p>a&x;b</text:p></office:text></office:body></office:document-content>"
    )
    assert read_odt(zip_of({"content.xml": content})).text == "ab"
