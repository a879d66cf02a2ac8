"""The layout of a source for judging."""

from __future__ import annotations

from consult.read.sheet import last
from tests.reading_sources import block_source, lines_source, sheet_of


def test_lines_have_their_wraps_undone() -> None:
    """Each unit's words stand on one line."""
    assert sheet_of(lines_source("Ei lang linje som er full her, og som difor\ngår vidare")).lines == (
        "Ei lang linje som er full her, og som difor går vidare",
    )


def test_forms_and_notes_are_told_apart() -> None:
    """A row with questions is a form whoever speaks; a table's notes are notes."""
    form = block_source([("question", "Kva?"), ("answer", "Lys", 0, "Kva?")])
    assert sheet_of(form).is_form
    assert not sheet_of(form).is_note
    assert sheet_of(lines_source("- lys")).is_note
    assert not sheet_of(lines_source("- lys", voice="individual")).is_note


def test_the_frame_is_not_told() -> None:
    """Page heads and quoted messages are not among what the source tells."""
    sheet = sheet_of(block_source([("header", "Utkast"), ("paragraph", "Lys."), ("quoted", "Hei")]))
    assert sheet.told == (1,)


def test_heads() -> None:
    """Each unit knows the heading or the list head above it."""
    sheet = sheet_of(lines_source("# Kva\n\n- lys\n\nDeltakarar:\n- Kari\n"))
    assert sheet.heads == ("Kva", "Kva", "Deltakarar", "Deltakarar")


def test_sheets_are_known_by_identity() -> None:
    """Two sheets of one source are two: what is derived from one is not asked of the other."""
    source = lines_source("- lys")
    assert sheet_of(source) != sheet_of(source)


def test_last() -> None:
    """The last few numbers, fewer where there are fewer."""
    assert last((1, 2, 3), 2) == {2, 3}
    assert last((), 2) == frozenset()


def test_what_stands_beside_the_text() -> None:
    """Footnotes and comments; nothing in a source whose lines are all its blocks."""
    sheet = sheet_of(block_source([("paragraph", "Lys i parken."), ("footnote", "Kor mange?")]))
    assert [sheet.beside(at) for at in range(2)] == [False, True]
    assert not sheet_of(lines_source("Lys i parken\n")).beside(0)
