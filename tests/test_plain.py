"""txt and md keep every character, and are one block of lines."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from consult.read.plain import read_text

CORPUS = Path(__file__).parent.parent / "corpora" / "ogp-norge-2026" / "inputs"


@pytest.mark.parametrize(
    "text",
    [
        "Bord 2\n======\n\n- punkt\n  - under\n\n> sitat\n",  # Markdown signs are the writer's
        "ei hard-\nbroten line\nheld fram",  # hard-wrapped lines stay, hyphens too
        "   innrykk\n\n\n\nmange tomme linjer   \n",  # so does white space, at the ends as well
        "<b>ikkje html</b> & <script>alert(1)</script>",
    ],
)
def test_every_character_stays(text: str) -> None:
    """Someone who opens the file finds a quote at the offset that the ledger gives."""
    document = read_text(text.encode(), "md")
    assert document.text == text
    assert [(block.kind, block.start, block.end) for block in document.blocks] == [("lines", 0, len(text))]


@pytest.mark.parametrize(
    "name", sorted(path.name for path in CORPUS.glob("*.txt")) + sorted(p.name for p in CORPUS.glob("*.md"))
)
def test_corpus_files_are_the_decoded_file(name: str) -> None:
    """The text is the file, decoded, NFC and LF: nothing else."""
    data = (CORPUS / name).read_bytes()
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = data.decode("cp1252")
    assert read_text(data).text == unicodedata.normalize("NFC", decoded.replace("\r\n", "\n"))


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", "\ufeff\n".encode(), b"\xff\xfe"])
def test_blank_files_are_empty(data: bytes) -> None:
    """No words, no source: the reason says so."""
    assert read_text(data).reason == "empty"


def test_bytes_that_are_no_text_are_unsupported() -> None:
    """A picture called notes.txt is not read as letters."""
    assert read_text(bytes(range(1, 32)) * 40).reason == "unsupported"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Bord 4: Anskaffelser\n\nTekst.", "Bord 4: Anskaffelser"),
        ("\n\n**Innspel frå Lista**\n\nTekst.", "Innspel frå Lista"),
        ("---\nBORD 7\n---\n", "BORD 7"),
        ("Dette er en hel setning som begynner brevet.\nMer.", ""),
        ("Hei,\n\ntakk for sist.", ""),
        (f"{'lang ' * 40}\n", ""),
    ],
)
def test_title_is_a_short_first_line(text: str, title: str) -> None:
    """A sentence or a greeting is no title."""
    assert read_text(text.encode()).title == title
