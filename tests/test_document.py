"""Pieces become one normalised text, and blocks that say where each stands."""

from __future__ import annotations

import unicodedata

import pytest

from consult.read.document import Piece, assemble, from_pieces, normalise, one_line, word_set


@pytest.mark.parametrize(
    "text",
    [
        "Hei,\n\nto  mellomrom  står",  # spaces are the writer's
        "\tinnrykk",  # so are tabs
        "blå\u00a0bær",  # a no-break space is a character like others
        "a\u00adb",  # so is an optional hyphen
        "«sitat» – 'og' “sitat”",  # typographic signs
        "a\u200bb\ufeffc",  # zero-width signs inside the text
        "linje\fny side",  # a form feed is no line end
        "",
    ],
)
def test_normalise_keeps(text: str) -> None:
    """What is neither a line end, a mark at the start, a NUL nor decomposed stays."""
    assert normalise(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffHei", "Hei"),
        ("a\0b", "ab"),
        ("a\u030a", "å"),
        ("o\u0308 og e\u0301", "ö og é"),
    ],
)
def test_normalise_changes(text: str, expected: str) -> None:
    """Line ends become LF, letters NFC, and marks and NULs go."""
    assert normalise(text) == expected


def test_normalise_is_stable() -> None:
    """A second pass changes nothing."""
    once = normalise("\ufeffa\u030a\r\n\0x\r")
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_blocks_tile_the_text_but_white_space() -> None:
    """Every character outside blocks is white space, and blocks hold their pieces' exact text."""
    pieces = [
        Piece(kind="heading", text="Innsyn", level=2, page=3),
        Piece(kind="item", text=" eitt\r\nto ", level=1),
        Piece(kind="item", text="  "),
        Piece(kind="item", text="tre", level=2),
        Piece(kind="cell", text="fire", label="Forslag"),
    ]
    text, blocks = assemble(pieces)
    assert [text[block.start : block.end] for block in blocks] == ["Innsyn", "eitt\nto", "tre", "fire"]
    assert text == "Innsyn\n\neitt\nto\ntre\n\nfire"
    assert (blocks[0].level, blocks[0].page, blocks[-1].label) == (2, 3, "Forslag")


def test_nothing_gives_nothing() -> None:
    """No pieces, or blank ones, are an empty document with its reason."""
    assert assemble([]) == ("", ())
    assert from_pieces([Piece(kind="paragraph", text=" \n")], "docx").reason == "empty"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("", "Første overskrift"), ("  Høyringssvar \n 2026 ", "Høyringssvar 2026")],
)
def test_title(stated: str, expected: str) -> None:
    """The file's own title comes before its first heading."""
    pieces = [Piece(kind="paragraph", text="Hei."), Piece(kind="heading", text="Første overskrift", level=1)]
    assert from_pieces(pieces, "odt", title=stated).title == expected


def test_one_line_and_word_set() -> None:
    """White space becomes single spaces; a list on one line becomes a set."""
    assert one_line("\n a\t b\u00a0c ") == "a b c"
    assert word_set("og  eller\nog") == {"og", "eller"}
