"""Blocks → units, and headings that people typed as ordinary lines."""

from __future__ import annotations

from typing import Any

import pytest

from consult.read.structure import units_of
from consult.records import Source
from tests.reading_sources import block_source, lines_source


def headings(source: Source) -> list[tuple[int, str]]:
    """Depth and words of each heading."""
    return [(unit.level, source.text[unit.start : unit.end]) for unit in units_of(source) if unit.kind == "heading"]


def kinds(source: Source) -> list[str]:
    """The kinds of the units."""
    return [unit.kind for unit in units_of(source)]


NO_HEADING = [
    ("Fortauene må måkes\n\nFartsgrensa er for høg", "one idea a line is no heading over the next"),
    ("Kari Nordmann\n\nOla Nordmann", "names"),
    ("Vi vil ha benkar, bord og tak.\n\n- a\n- b", "a sentence with a full stop over a list"),
    ("«Sikkerheit er ikkje stille»\n\n- a\n- b", "a quotation over a list"),
    ("12. februar 2026\n\n- a\n- b", "a date over a list"),
    ("Til stades: sju\n\n- a\n- b", "people over a list"),
    ("Fasilitator: ver ærlege\n\n- a\n- b", "a prompt over a list"),
    ("Hei alle\n\n- a\n- b", "a greeting over a list"),
    ("nei\n\n- a\n- b", "a non-answer over a list"),
    ("- HEILT ULESELEG\n- b", "capitals in a bullet"),
    ("Ring 428 06 917\n\n- a", "a phone number over a list"),
    ("Prisen blir delt ut av Direktoratet for tryggleik og beredskap\n\n- a\n- b", "a claim over a list"),
    ("Bord 1: meir lys\n\nBord 2: færre bilar", "what tables said in plenum"),
    ("Aleine", "the only line of a text"),
]


@pytest.mark.parametrize(("text", "why"), NO_HEADING, ids=[row[1] for row in NO_HEADING])
def test_what_is_no_heading(text: str, why: str) -> None:
    """Short lines that are something else stay what they are."""
    assert headings(lines_source(text)) == [], why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kva manglar?\n- a\n- b", "Kva manglar?"),
        ("Kva manglar?\n\n- a\n- b", "Kva manglar?"),
        ("POST-IT (avskrift, alle bord)\n\nein lapp til", "POST-IT (avskrift, alle bord)"),
        ("PLENUM – oppsummering\n\nBord 1: meir lys", "PLENUM – oppsummering"),
        ("**Sikkerheit**\n\nmeir lys", "Sikkerheit"),
        ("Tema 2: Fritid\nmeir lys", "Tema 2: Fritid"),
        ("Bord 4: innkjøp\n\nVi snakka om skulemat.", "Bord 4: innkjøp"),
        ("Gruppe 5\n\nVi snakka om skulemat.", "Gruppe 5"),
        ("Table 3 – transport\n\nbuses", "Table 3 – transport"),
        ("Fråga 1: vad saknas?\nmer ljus", "Fråga 1: vad saknas?"),
    ],
)
def test_typed_headings(text: str, expected: str) -> None:
    """Short lines over lists, lines in capitals or bold, and numbered parts are headings."""
    assert [words for _, words in headings(lines_source(text))] == [expected]


def test_a_short_line_over_running_text() -> None:
    """Between paragraphs of whole sentences a short line without a full stop is a heading."""
    text = (
        "Vi takkar for sist, og skriv som avtalt.\n\nMyr og våtmark\n\n"
        "Myra lagrar meir karbon enn skogen ikring, og kommunen bør difor la ho liggje slik ho er no."
    )
    assert headings(lines_source(text, voice="organisation")) == [(2, "Myr og våtmark")]


def test_numbered_lines_over_bullets() -> None:
    """Numbers with a list of another kind under each are headings, not items."""
    text = "1. Innsyn\n\n* søket er tregt\n\n2. Arkiv\n* ingen finn fram\n"
    assert [words for _, words in headings(lines_source(text))] == ["Innsyn", "Arkiv"]


def test_a_numbered_list_stays_a_list() -> None:
    """Numbers with bullets drawn in under them, or with nothing under them, are items."""
    assert headings(lines_source("1. Innsyn\n   - søket er tregt\n2. Arkiv\n   - ingen finn fram\n")) == []
    assert headings(lines_source("1. Innsyn\n2. Arkiv\n3. Personvern\n")) == []


def test_numbered_sentences_are_proposals() -> None:
    """A numbered sentence over a paragraph is what somebody asks for."""
    text = "1. Registeret må opne.\n\nGrunn: ingen ser det.\n\n2. Fristen må haldast.\n\nGrunn: det hastar."
    assert headings(lines_source(text)) == []


def test_stanzas() -> None:
    """Where every stanza begins with a few words, those are headings; where one does not, none is."""
    stanzas = "Skuleveg\nFortaua må måkast før åtte\nFarten er for høg\n\nFritid\nKlubben bør vere open\nMeir lys"
    assert [words for _, words in headings(lines_source(stanzas))] == ["Skuleveg", "Fritid"]
    prose = stanzas.replace("Skuleveg", "Det viktigaste er at fortaua blir måka i tide")
    assert headings(lines_source(prose)) == []


def test_depths_of_headings() -> None:
    """The first line is the title; typed headings lie under the file's own."""
    text = "# Bord 4\n\n## Sikkerheit\n\nTil diskusjon no\n\n- a\n\n## Data\n\n- b\n"
    assert headings(lines_source(text)) == [(1, "Bord 4"), (2, "Sikkerheit"), (3, "Til diskusjon no"), (2, "Data")]


def test_blocks_of_a_word_processor() -> None:
    """What the file says is kept: headings, items with their depth, cells with their column."""
    source = block_source(
        [
            ("header", "Utkast"),
            ("heading", "Bord 3", 1),
            ("item", "svar", 1),
            ("item", "→ straks", 2),
            ("meta", "Problem"),
            ("cell", "søppel", 0, "Problem"),
            ("footer", "side 1"),
        ]
    )
    units = units_of(source)
    assert [(unit.kind, unit.level, unit.label) for unit in units] == [
        ("aside", 0, "header"),
        ("heading", 1, ""),
        ("item", 1, ""),
        ("item", 2, ""),
        ("aside", 0, "meta"),
        ("cell", 0, "Problem"),
        ("aside", 0, "footer"),
    ]
    assert source.text[units[3].start : units[3].end] == "straks"


def test_bullets_typed_in_a_word_processor() -> None:
    """Paragraphs that begin with a dash are items all the same."""
    assert kinds(block_source([("paragraph", "Kva manglar?"), ("paragraph", "- lys"), ("paragraph", "– tak")])) == [
        "heading",
        "item",
        "item",
    ]


def test_a_pasted_mail_is_quoted_as_a_whole() -> None:
    """Below a copied mail head everything is an earlier message."""
    head = "Fra: Kari <k@x.example>\nSendt: mandag 3. mars 10:12\nTil: oss\nEmne: Møte"
    text = f"Hei, her er svaret vårt.\n\n{head}\n\nKom!"
    assert kinds(lines_source(text, voice="individual")) == ["paragraph", "quoted"]


@pytest.mark.parametrize(
    "text",
    [
        "Den 3. mars skreiv vi til kommunen:\n\n- kvar er planen?",
        "> ingen hadde nøkkel\n\n- vi venta ute",
    ],
)
def test_what_is_no_earlier_message(text: str) -> None:
    """A sentence about a letter, and what somebody said, are input."""
    assert "quoted" not in kinds(lines_source(text))


def test_units_carry_page_and_block() -> None:
    """A unit knows the page and the number of its block."""
    source = block_source([("paragraph", "Ein."), ("paragraph", "To.")])
    assert [unit.block for unit in units_of(source)] == [0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Lappar\n\nmer skugga\n\nSTÄNG INTE BADET\n\nbättre glass", []),
        ("## Lappar\n\nmeir skugge\n\nIKKJE STENG BADET\n\nbetre is", []),
        ("## Sedler\n\nmere skygge\n\nLUK IKKE BADET\n\nbedre is", []),
        ("## Notes\n\nmore shade\n\nKEEP THE POOL OPEN\n\nbetter ice cream", []),
        ("## Lapper\n\nmer skygge\n\nPLENUM\n\nbedre is", ["PLENUM"]),
        ("## Lapper\n\nBADET\n\nmer skygge\n\nPARKEN\n\nflere benker", ["BADET", "PARKEN"]),
        ("## Badet\n\nVi snakka lenge om badet.\n\nPARKEN\n\nfleire benkar", ["PARKEN"]),
    ],
)
def test_a_post_it_that_shouts_is_no_heading(text: str, expected: list[str]) -> None:
    """Capitals among short lines of the same kind are one more; over a part, they are a heading."""
    assert [words for _, words in headings(lines_source(text))[1:]] == expected


@pytest.mark.parametrize("label", ["comment", "footnote", "endnote"])
def test_what_stands_beside_a_text_is_no_heading(label: str) -> None:
    """A comment on one bullet stood over the next ones, as what they are about."""
    pieces: list[Any] = [
        ("item", "Ope om kvelden", 1),
        ("footnote", "Husk å spørje forvaltinga om prisen", 0, label),
        ("item", "Fleire dunkar", 1),
        ("item", "Byteskur", 1),
    ]
    assert headings(block_source(pieces)) == []
    assert kinds(block_source(pieces)) == ["item", "paragraph", "item", "item"]
    pieces[1] = ("paragraph", "Prisen i forvaltinga", 0)
    assert headings(block_source(pieces)) == [(2, "Prisen i forvaltinga")]


def test_a_comment_in_the_margin_is_no_heading() -> None:
    """What stands beside the text stands over nothing, however short it is; a typed line in the text does."""
    for words in ("Spør kommunen om prisen", "PRISEN", "Tema 2: pris", "Kva meiner de?"):
        source = block_source([("item", "Lengre opningstid"), ("footnote", words), ("item", "Fleire benker")])
        assert kinds(source) == ["item", "paragraph", "item"], words
    source = block_source([("item", "Lengre opningstid"), ("paragraph", "Parken"), ("item", "Fleire benker")])
    assert kinds(source) == ["item", "heading", "item"]


def test_a_line_that_only_sorts_notes_is_a_heading_wherever_it_stands() -> None:
    """*BLUE NOTES* right below another note; a note that shouts and a colour alone are none."""
    text = "TABLE A\n\nYELLOW NOTES\ntests [3 votes]\nBLUE NOTES\nbus late\nMORE BUSES\nGreen\nno bins\nIdeas\nlights"
    found = [words for _, words in headings(lines_source(text, language="en"))]
    assert found == ["TABLE A", "YELLOW NOTES", "BLUE NOTES", "Ideas"]
