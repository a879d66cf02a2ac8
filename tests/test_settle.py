"""Themes stay while little changes: nobody has to read everything again for one more letter."""

from __future__ import annotations

import pytest

from consult.records import Passage, Theme, content_id
from consult.themes.settle import keep_titles, may_stay, settle


def passage(number: int) -> Passage:
    """A passage that differs by its place."""
    return Passage(source_id="s-1", start=number, end=number + 1, text="x", language="nn", voice="individual")


def theme(*numbers: int, title: str = "", keywords: tuple[str, ...] = ("ord",)) -> Theme:
    """A theme of passages by number."""
    ids = tuple(passage(number).passage_id for number in numbers)
    return Theme(
        theme_id=content_id("t", *sorted(ids)), title=title or f"Tema {numbers}", keywords=keywords, passage_ids=ids
    )


def numbers(groups: list[list[Passage]]) -> set[frozenset[int]]:
    """Groups as sets of numbers."""
    return {frozenset(member.start for member in group) for group in groups}


@pytest.mark.parametrize(
    ("now", "kept", "from_scratch", "stays"),
    [
        (100, 100, 100, True),  # nothing came or went
        (125, 100, 100, True),  # a quarter came
        (126, 100, 100, False),  # more than a quarter came, at once or little by little
        (75, 75, 100, True),  # a quarter went
        (100, 74, 100, False),  # as many as before, but other ones
        (11, 10, 10, True),  # one letter more to a small corpus
        (5, 0, 0, False),  # the first run
    ],
)
def test_themes_stay_while_little_changes(now: int, kept: int, from_scratch: int, *, stays: bool) -> None:
    """Counted from the last time that themes were made from nothing, so that small steps add up."""
    assert may_stay(now, kept, from_scratch) is stays


def test_known_passages_stay_where_they_were() -> None:
    """Whatever the fresh groups say of passages that were there."""
    previous = [theme(1, 2, 3), theme(4, 5)]

    settled = settle([[passage(n) for n in (1, 4)], [passage(n) for n in (2, 3, 5)]], previous, {})

    assert numbers(settled) == {frozenset({1, 2, 3}), frozenset({4, 5})}


def test_a_new_passage_joins_those_it_was_grouped_with() -> None:
    """It goes where most of its group are; a group of new passages is a new theme."""
    previous = [theme(1, 2, 3), theme(4, 5)]

    settled = settle([[passage(n) for n in (1, 2, 4, 6)], [passage(n) for n in (3, 5)], [passage(7)]], previous, {})

    assert numbers(settled) == {frozenset({1, 2, 3, 6}), frozenset({4, 5}), frozenset({7})}


def test_a_new_passage_joins_the_one_that_says_the_same() -> None:
    """A repeated text is in the theme of the text, whichever of the two represents both."""
    previous = [theme(1, 2, 3), theme(4)]
    representative = {passage(4).passage_id: passage(6).passage_id}
    repeated = {passage(6).passage_id: passage(4).passage_id}

    for duplicates in (representative, repeated):
        settled = settle([[passage(n) for n in (1, 2, 3, 4, 6)]], previous, duplicates)
        assert numbers(settled) == {frozenset({1, 2, 3}), frozenset({4, 6})}


def test_passages_that_went_leave_the_others() -> None:
    """A theme whose last passage went is gone; the others hold what is left."""
    settled = settle([[passage(1), passage(2)]], [theme(1, 2, 3), theme(4)], {})

    assert numbers(settled) == {frozenset({1, 2})}


def test_an_unchanged_theme_keeps_its_title() -> None:
    """Same passages, same title and keywords; other passages, the new title."""
    same, grown = theme(1, 2, title="Svar"), theme(3, 4, title="Kurs")
    now = (theme(1, 2, title="Innspel", keywords=("ny",)), theme(3, 4, 5, title="Kurs og hjelp"))

    titles = keep_titles(now, [same, grown])

    assert [(one.title, one.keywords) for one in titles] == [("Svar", ("ord",)), ("Kurs og hjelp", ("ord",))]


def test_no_two_themes_share_a_title() -> None:
    """A new title that a kept theme bears gets a keyword, or in the last resort its id."""
    kept, clash = theme(1, 2, title="Svar"), theme(3, title="svar", keywords=("frist",))
    bare = theme(4, title="SVAR", keywords=())

    titles = [one.title for one in keep_titles((kept, clash, bare), [kept])]

    assert titles == ["Svar", "svar: frist", f"SVAR ({bare.theme_id})"]
