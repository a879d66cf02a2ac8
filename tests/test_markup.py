"""html gives the text that a browser shows, block by block."""

from __future__ import annotations

import pytest

from consult.read.document import Document
from consult.read.markup import decode_html, html_pieces, parse, read_html


def said(html: str) -> list[tuple[str, int, str]]:
    """(kind, level, text) of each block of a page."""
    return blocks(read_html(html.encode()))


def blocks(document: Document) -> list[tuple[str, int, str]]:
    """(kind, level, text) of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p {}</style><title>Tittel</title>",
        "<p hidden>gøymd</p><div style='display: none'>gøymd</div>",
        "<p><del>sletta</del></p>",
        "<select><option>val</option></select><button>Send</button>",
        "<!-- merknad -->",
        "",
        "<p>&nbsp;</p>",
    ],
)
def test_what_is_not_shown_is_no_text(html: str) -> None:
    """Nothing that a reader would not see becomes input."""
    assert read_html(html.encode()).reason == "empty"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a  b\n c</p>", [("paragraph", 0, "a b c")]),
        ("<p>a<br>b<br/> c</p>", [("paragraph", 0, "a\nb\nc")]),
        ("<p>fe<b>it</b> og <i>kur</i>siv</p>", [("paragraph", 0, "feit og kursiv")]),
        ("<p>&lt;b&gt; &amp; &aring;</p>", [("paragraph", 0, "<b> & å")]),
        ("<h2>Del <em>A</em></h2><p>x</p>", [("heading", 2, "Del A"), ("paragraph", 0, "x")]),
        ("<div>laus<p>p</p>hale</div>", [("paragraph", 0, "laus"), ("paragraph", 0, "p"), ("paragraph", 0, "hale")]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [("item", 1, "a"), ("item", 2, "b")]),
        ("<span><p>i span</p></span>", [("paragraph", 0, "i span")]),
        ("<pre>a\n  b</pre>", [("lines", 0, "a\n  b")]),
        ("<nav><a>Meny</a></nav><footer>Botn</footer>", [("meta", 0, "Meny"), ("footer", 0, "Botn")]),
        ("<blockquote>sitat</blockquote>", [("paragraph", 0, "sitat")]),
        ("<p>a\u00a0b</p>", [("paragraph", 0, "a\u00a0b")]),
    ],
)
def test_blocks(html: str, expected: list[tuple[str, int, str]]) -> None:
    """Each block element is one block; white space is as a browser has it."""
    assert said(html) == expected


def test_tables() -> None:
    """Cells bear their column's head; a caption stands above; merged cells count as several."""
    html = (
        "<table><caption>Oversyn</caption><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>"
        "<tr><td colspan=2>brei</td><td>smal</td></tr></table>"
    )
    document = read_html(html.encode())
    labels = [(document.text[b.start : b.end], b.kind, b.label) for b in document.blocks]
    assert labels == [
        ("Oversyn", "paragraph", ""),
        ("A", "meta", ""),
        ("B", "meta", ""),
        ("C", "meta", ""),
        ("brei", "cell", "A"),
        ("smal", "cell", "C"),
    ]


@pytest.mark.parametrize("span", ["²", "٣", "0", "-1", "x", ""])
def test_a_cell_whose_width_is_no_number(span: str) -> None:
    """It is as wide as one, or as what another script's digits say; the table is read."""
    document = read_html(f"<table><tr><td colspan='{span}'>brei</td><td>smal</td></tr></table>".encode())
    assert [document.text[b.start : b.end] for b in document.blocks] == ["brei", "smal"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Svar</p><blockquote>Før</blockquote>",
        "<p>Svar</p><div class='gmail_quote'>Før</div>",
        "<p>Svar</p><div id='divRplyFwdMsg'>Før</div>",
    ],
)
def test_mail_quotations(html: str) -> None:
    """In mail, quotations and what mail programs mark as such are earlier messages."""
    tree = parse(html)
    assert [(piece.kind, piece.text) for piece in html_pieces(tree, quotes=True)] == [
        ("paragraph", "Svar"),
        ("quoted", "Før"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset='iso-8859-1'><p>blåbær</p>".encode("latin-1"),
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>blåbær</p>".encode("cp1252"),
        "<p>blåbær</p>".encode("cp1252"),
        "<meta charset='iso-8859-1'><p>blåbær</p>".encode(),  # says one thing, is another: valid UTF-8 is no accident
        "<meta charset='no-such-set'><p>blåbær</p>".encode("cp1252"),
        "<p>blåbær</p>".encode("utf-16"),
        "\ufeff<?xml version='1.0' encoding='utf-8'?><html><p>blåbær</p></html>".encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    """The page's own word about itself counts after what its bytes show."""
    assert "blåbær" in decode_html(data)
    assert read_html(data).text == "blåbær"


def test_deep_nesting_ends() -> None:
    """A page nested deeper than people nest is read without running out of stack."""
    assert "djupt" in read_html(("<div>" * 1900 + "djupt" + "</div>" * 1900).encode()).text


def test_title() -> None:
    """The page's title, else its first heading."""
    assert read_html(b"<title> A \n b</title><h1>C</h1>").title == "A b"
    assert read_html(b"<h1>C</h1>").title == "C"


def test_a_paragraph_ends_a_drawing_that_was_never_closed() -> None:
    """As in a browser: what a person wrote below a broken drawing is theirs; words in the drawing are none."""
    text = read_html(b"<body><svg onload=x><text>Teikning</text><p>Vi vil ha innsyn.</p><p>No.</p></body>").text
    assert text == "Vi vil ha innsyn.\n\nNo."


def test_deep_pages_are_read_or_refused_whole() -> None:
    """Fifteen hundred elements in one another are read; where the parser gives up, half a page is not taken for all."""
    assert read_html(b"<div>" * 1500 + b"<p>Hei alle.</p>").text == "Hei alle."
    with pytest.raises(RecursionError):
        read_html(b"<p>Kort.</p>" + b"<div>" * 9000 + b"<p>Hei alle.</p>")
