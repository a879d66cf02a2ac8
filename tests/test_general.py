"""rtf and doc by kreuzberg: its nodes become pieces, its leftovers go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from consult.read.document import Document
from consult.read.general import FIELD, _list_depths, _paragraphs, _pieces, read_general
from tests.made_files import docx_of

RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}
\pard\s1\outlinelevel0 Om arkiv\par
\pard Vi \'f8nsker m\'f8ter \endash  ofte.\par
\trowd\cellx1000\cellx2000\intbl Problem\cell Forslag\cell\row
\trowd\cellx1000\cellx2000\intbl For lang ventetid i alle saker\cell Flere saksbehandlere i kommunen\cell\row
\pard Slutt.\par}"""


def said(document: Document) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_rtf() -> None:
    """Characters, paragraphs and tables of RTF."""
    found = said(read_general(RTF.encode("cp1252"), "rtf"))
    assert ("paragraph", "Vi ønsker møter – ofte.") in [("paragraph", text) for _, text in found]
    assert ("meta", "Forslag") in found
    assert ("cell", "Flere saksbehandlere i kommunen") in found
    assert found[-1] == ("paragraph", "Slutt.")


def test_docx_of_last_resort() -> None:
    """What python-docx cannot open comes here."""
    assert "Hei alle" in read_general(docx_of("Hei alle."), "docx").text


@pytest.mark.parametrize(
    ("data", "kind"), [(b"not a document", "doc"), (b"PK nonsense", "docx"), (b"{\\rtf1 }", "rtf")]
)
def test_reasons(data: bytes, kind: str) -> None:
    """Damage and blank documents have a reason; nothing raises."""
    assert read_general(data, kind).reason in ("broken", "empty", "unsupported")


@pytest.mark.parametrize(
    "text",
    [
        "REF og TOC er forkortingar vi brukar",  # the words alone are no field
        "Vi vil ha ein LINK til planen",
        "EMBED er eit engelsk ord",
    ],
)
def test_words_like_field_codes_stay(text: str) -> None:
    """A field code has arguments after its name."""
    assert FIELD.sub(" ", text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Les HYPERLINK "http://x.example/a" planen her.', "Les planen her."),
        ("Innleiing PAGEREF _Toc220727528 \\h 2", "Innleiing 2"),
        ("Bilete EMBED Word.Picture.8", "Bilete"),
    ],
)
def test_field_codes_go(text: str, expected: str) -> None:
    """What Word keeps behind a link or a page number is no text."""
    assert " ".join(FIELD.sub(" ", text).split()) == expected


def test_paragraphs_of_doc() -> None:
    """One paragraph a line; a list sign makes an item."""
    assert [(piece.kind, piece.text) for piece in _paragraphs("Hei\n• punkt\n- to\n-3 grader\n")][:4] == [
        ("paragraph", "Hei"),
        ("item", "• punkt"),
        ("item", "- to"),
        ("paragraph", "-3 grader"),
    ]


def test_tables_of_doc() -> None:
    """Word 97 keeps a table in one line, and often the next paragraph with it."""
    line = "Problem\tForslag\t\tFor lang tid i alle saker\tFleire folk i kommunane\t\tNeste overskrift"
    assert [(piece.kind, piece.label, piece.text) for piece in _paragraphs(line)] == [
        ("meta", "", "Problem"),
        ("meta", "", "Forslag"),
        ("cell", "Problem", "For lang tid i alle saker"),
        ("cell", "Forslag", "Fleire folk i kommunane"),
        ("paragraph", "", "Neste overskrift"),
    ]


@pytest.mark.parametrize("line", ["Dato:\t\t3. mai", "a\tb\tc", "Til:\tOss\t\tFrå:\tDykk"])
def test_tabs_in_doc_are_no_table(line: str) -> None:
    """People set text apart with tabs."""
    assert [(piece.kind, piece.text) for piece in _paragraphs(line)] == [("paragraph", line)]


def node(kind: str, *, parent: int | None = None, layer: str | None = None, **content: Any) -> dict[str, Any]:
    """A node as kreuzberg gives it."""
    return {"content": {"node_type": kind, **content}, "parent": parent, "content_layer": layer}


def test_nodes_become_pieces() -> None:
    """Levels of headings and lists, heads and feet; groups and pictures are no text."""
    nodes = [
        node("group", heading_level=1, heading_text="A"),
        node("heading", level=1, text="A", parent=0),
        node("list"),
        node("list_item", text="a", parent=2),
        node("list", parent=3),
        node("list_item", text="b", parent=4),
        node("image", text="bilete"),
        node("paragraph", text="Botn", layer="footer"),
    ]
    assert _list_depths(nodes) == [0, 0, 1, 1, 2, 2, 0, 0]
    assert [(piece.kind, piece.level, piece.text) for piece in _pieces(nodes)] == [
        ("heading", 1, "A"),
        ("item", 1, "a"),
        ("item", 2, "b"),
        ("footer", 0, "Botn"),
    ]


@pytest.mark.shared
def test_real_word_97(shared: Path) -> None:
    """Files that Word 97 and its successors wrote give their text, without codes."""
    found = {
        path.name.split("__")[-1]: read_general(path.read_bytes(), "doc") for path in (shared / "ingest").glob("*.doc")
    }
    assert "HYPERLINK" not in found["testWORD_boldHyperlink.doc"].text
    assert said(found["testWORD_macros.doc"]) == [("paragraph", "The quick brown fox.")]
    assert found["testWordPerfect_42.doc"].reason == found["testWORD6.doc"].reason == "unsupported"
