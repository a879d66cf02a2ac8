"""docx gives what Word shows, with all changes accepted, and says what each stretch is."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.shared import Pt

from consult.read.document import Document
from consult.read.word import read_docx
from tests.made_files import docx_of, docx_with, saved

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
BOX = (
    "<w:p><w:r><w:t>Før boksen.</w:t></w:r><w:r>"
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>I boksen</w:t></w:r></w:p></w:txbxContent>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>I boksen</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def said(document: Document) -> list[tuple[str, int, str]]:
    """(kind, level, text) of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document) -> list[str]:
    """The text of each block."""
    return [text for _, _, text in said(document)]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:p><w:r><w:t xml:space='preserve'>to  mellomrom</w:t></w:r></w:p>", "to  mellomrom"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"),
        ("<w:p><w:r><w:t>uu</w:t><w:noBreakHyphen/><w:t>tilsyn</w:t></w:r></w:p>", "uu-tilsyn"),
        ("<w:p><w:r><w:t>orddel</w:t><w:softHyphen/><w:t>ing</w:t></w:r></w:p>", "orddeling"),
        ("<w:p><w:r><w:t>delt</w:t></w:r><w:r><w:t xml:space='preserve'> ord</w:t></w:r></w:p>", "delt ord"),
        ("<w:p><w:r><w:t>\n  over\n  liner\n</w:t></w:r></w:p>", "over   liner"),  # a file that a program indented
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r></w:p>", "→"),
        ("<w:p><w:hyperlink><w:r><w:t>lenkje</w:t></w:r></w:hyperlink></w:p>", "lenkje"),
        ("<w:p><w:sdt><w:sdtContent><w:r><w:t>felt</w:t></w:r></w:sdtContent></w:sdt></w:p>", "felt"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>heilt avsnitt</w:t></w:r></w:p></w:sdtContent></w:sdt>", "heilt avsnitt"),
        (
            "<w:p><w:r><w:t xml:space='preserve'>side </w:t><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>",
            "side 1",
        ),
    ],
)
def test_the_characters_of_a_paragraph(xml: str, expected: str) -> None:
    """Runs, fields, links and content controls give their characters, and no others."""
    assert texts(read_docx(docx_with(xml))) == [expected]


def test_tracked_changes_are_accepted() -> None:
    """Inserted and moved-in text stands; deleted and moved-away text is gone."""
    change = 'w:id="1" w:author="N" w:date="2026-01-01T00:00:00Z"'
    document = read_docx(
        docx_with(
            "<w:p><w:r><w:t xml:space='preserve'>Vi vil </w:t></w:r>"
            f"<w:del {change}><w:r><w:delText>ikkje </w:delText></w:r></w:del>"
            f"<w:ins {change}><w:r><w:t xml:space='preserve'>gjerne </w:t></w:r></w:ins>"
            f"<w:moveFrom {change}><w:r><w:t>borte</w:t></w:r></w:moveFrom>"
            f"<w:moveTo {change}><w:r><w:t>vere med.</w:t></w:r></w:moveTo></w:p>"
        )
    )
    assert document.text == "Vi vil gjerne vere med."


def test_headings_and_lists_with_levels() -> None:
    """Styles tell headings and list levels, whatever the list looks like."""
    document = read_docx(
        docx_of(
            ("Tittel", "Title"),
            ("Del A", "Heading 2"),
            ("eitt", "List Bullet"),
            ("under", "List Bullet 2"),
            ("nummer", "List Number"),
            ("ein setning.", "List Paragraph"),
        )
    )
    assert said(document) == [
        ("heading", 1, "Tittel"),
        ("heading", 2, "Del A"),
        ("item", 1, "eitt"),
        ("item", 2, "under"),
        ("item", 1, "nummer"),
        ("paragraph", 0, "ein setning."),
    ]
    assert document.title == "Tittel"


def test_lists_by_numbering() -> None:
    """A paragraph's own numbering makes it an item; numbering 0 takes the style's away."""
    number = "<w:numPr><w:ilvl w:val='{}'/><w:numId w:val='{}'/></w:numPr>"
    document = read_docx(
        docx_with(
            f"<w:p><w:pPr>{number.format(1, 3)}</w:pPr><w:r><w:t>andre nivå</w:t></w:r></w:p>",
            f"<w:p><w:pPr><w:pStyle w:val='ListBullet'/>{number.format(0, 0)}</w:pPr><w:r><w:t>ingen</w:t></w:r></w:p>",
        )
    )
    assert said(document) == [("item", 2, "andre nivå"), ("paragraph", 0, "ingen")]


def test_cells_know_their_column() -> None:
    """The row of heads is `meta`; cells below bear its words."""
    opened = docx.Document()
    table = opened.add_table(3, 2)
    rows = [
        ("Problem", "Forslag"),
        ("Tildeling manglar i mange saker", "Gjer feltet obligatorisk i verktøyet"),
        ("", "Meir rettleiing til dei små"),
    ]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document = read_docx(saved(opened))
    assert [(block.kind, block.label) for block in document.blocks] == [
        ("meta", ""),
        ("meta", ""),
        ("cell", "Problem"),
        ("cell", "Forslag"),
        ("cell", "Forslag"),
    ]


def test_merged_cells_are_read_once() -> None:
    """A cell over two columns gives its text one time, and the next cell keeps its column's head."""
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    span = "<w:gridSpan w:val='2'/>"
    document = read_docx(
        docx_with(
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
            + "".join(cell.format("", head) for head in ("A", "B", "C"))
            + f"</w:tr><w:tr>{cell.format(span, 'brei celle her')}{cell.format('', 'siste celle')}</w:tr></w:tbl>"
        )
    )
    labelled = {document.text[b.start : b.end]: b.label for b in document.blocks if b.kind == "cell"}
    assert labelled == {"brei celle her": "A", "siste celle": "C"}


def test_text_boxes_follow_their_paragraph_once() -> None:
    """A text box is stored twice for old programs, and is read once."""
    assert texts(read_docx(docx_with(BOX))) == ["Før boksen.", "I boksen"]


def test_footnotes_follow_their_paragraph() -> None:
    """A note stands after the paragraph that refers to it, as `footnote`."""
    opened = docx.Document(
        BytesIO(docx_with("<w:p><w:r><w:t>Teksten.</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"))
    )
    xml = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">'
        "<w:p><w:r><w:t>Noten.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        xml.encode(),
        opened.part.package,
    )
    opened.part.relate_to(part, FOOTNOTES)
    assert said(read_docx(saved(opened))) == [("paragraph", 0, "Teksten."), ("footnote", 0, "Noten.")]


def test_page_heads_and_feet_once() -> None:
    """Heads and feet stand before and after the body, each once."""
    opened = docx.Document()
    opened.add_paragraph("Brødtekst.")
    opened.sections[0].header.paragraphs[0].text = "Utkast"
    opened.sections[0].footer.paragraphs[0].text = "Side 1"
    opened.add_section()
    assert said(read_docx(saved(opened))) == [
        ("header", 0, "Utkast"),
        ("paragraph", 0, "Brødtekst."),
        ("footer", 0, "Side 1"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kva meiner vi om innsyn", "heading"),
        ("Dette er viktig.", "paragraph"),  # a sentence in bold is emphasis
        ("eit avsnitt i feit skrift som er så langt at ingen ville ha sett det som overskrift over noko", "paragraph"),
    ],
)
def test_bold_lines_are_headings(text: str, kind: str) -> None:
    """People who do not use styles make headings with bold type."""
    opened = docx.Document()
    opened.add_paragraph().add_run(text).bold = True
    opened.add_paragraph("Vanleg tekst under.")
    assert said(read_docx(saved(opened)))[0][0] == kind


def test_bold_with_nothing_below_is_no_heading() -> None:
    """The last line, or bold above bold, heads nothing."""
    opened = docx.Document()
    opened.add_paragraph("Vanleg tekst.")
    opened.add_paragraph().add_run("Hugs dette").bold = True
    assert [kind for kind, _, _ in said(read_docx(saved(opened)))] == ["paragraph", "paragraph"]


def test_norwegian_and_homemade_heading_styles() -> None:
    """A style based on a heading is one, and so is one with an outline level."""
    opened = docx.Document()
    based = opened.styles.add_style("Kapittel i malen vår", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = opened.styles["Heading 1"]
    based.font.size = Pt(20)
    opened.add_paragraph("Arkiv", style="Kapittel i malen vår")
    opened.add_paragraph("Tekst.")
    assert said(read_docx(saved(opened)))[0] == ("heading", 1, "Arkiv")


def test_sabotage_a_walk_without_changes_accepted_would_be_seen() -> None:
    """python-docx's own paragraph text lacks the inserted words: the reason for the walk of our own."""
    change = 'w:id="1" w:author="N" w:date="2026-01-01T00:00:00Z"'
    data = docx_with(f"<w:p><w:ins {change}><w:r><w:t>sett inn</w:t></w:r></w:ins></w:p>")
    assert "sett inn" not in docx.Document(BytesIO(data)).paragraphs[0].text
    assert read_docx(data).text == "sett inn"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nonsense", b"tekst"])
def test_what_is_no_package_raises(data: bytes) -> None:
    """The caller turns what python-docx raises into a reason."""
    with pytest.raises(Exception):  # noqa: B017, PT011 -- python-docx raises several kinds
        read_docx(data)
