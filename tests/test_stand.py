"""What a repetition cannot change: a text and its opposite stand apart, two wordings of one demand do not."""

from __future__ import annotations

from itertools import combinations

import pytest

from consult.records import Language
from consult.themes.stand import _table, plain_text, stand_of, turns

SAME: list[tuple[Language, str, Language, str, str]] = [
    ("nn", "Kommunen bør auke støtta", "nb", "Kommunen bør øke støtten", "two standards"),
    ("nn", "Auk støtta til korps", "nn", "Hev støtta til korps!", "two words for one way"),
    ("en", "We can't wait", "en", "We cannot wait", "a not that is cut short"),
    ("nn", "Vi treng to lærarar", "nn", "Vi treng 2 lærarar", "a number in words"),
    ("nn", "Bygg vegen no", "nb", "Bygg veien nå", "*no* is *now*"),
    ("en", "We want to open it", "en", "We would like you to open it", "an English *to* is no number"),
    ("nn", "Tom tekst", "nn", "Ein annan tekst", "nothing that has an opposite"),
]
APART: list[tuple[Language, str, Language, str]] = [
    ("nn", "Ja til vindkraft på heia", "nn", "Nei til vindkraft på heia"),
    ("en", "No new road", "en", "New road"),
    ("en", "You shouldn't close it", "en", "You should close it"),
    ("nb", "Vi støtter forslaget", "nb", "Vi avviser forslaget"),
    ("nn", "Fleire plassar", "nn", "Færre plassar"),
    ("en", "Open the library", "en", "Close the library"),
    ("sv", "Sänk skatten", "sv", "Höj inte skatten"),
    ("da", "Behold skolen", "da", "Fjern skolen"),
    ("nb", "To lærere", "nb", "Tre lærere"),
    ("nn", "Ny skule 👍", "nn", "Ny skule 👎"),
    ("nb", "Vi er for bommen", "nb", "Vi er mot bommen"),
]


@pytest.mark.parametrize(("language", "one", "spoken", "other", "why"), SAME, ids=[case[-1] for case in SAME])
def test_one_demand_in_two_wordings_stands_alike(
    language: Language, one: str, spoken: Language, other: str, why: str
) -> None:
    """Whatever else differs."""
    assert stand_of(plain_text(one), language) == stand_of(plain_text(other), spoken), why


@pytest.mark.parametrize(("language", "one", "spoken", "other"), APART)
def test_a_text_and_its_opposite_stand_apart(language: Language, one: str, spoken: Language, other: str) -> None:
    """By a *not*, a number, or a word of the other side."""
    assert stand_of(plain_text(one), language) != stand_of(plain_text(other), spoken)


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        ({"einig"}, {"ueinig"}, True),
        ({"unacceptable"}, {"acceptable"}, True),
        ({"säker"}, {"osäker"}, True),
        ({"agree"}, {"disagree"}, True),
        ({"einig"}, {"samd"}, False),
        ({"te"}, {"ute"}, False),
        ({"bør"}, {"skal"}, False),
        (set(), {"ueinig"}, False),
    ],
)
def test_a_prefix_turns_a_word_that_the_other_text_has(one: set[str], other: set[str], turned: bool) -> None:
    """Either way round; a word that the other text lacks turns nothing."""
    assert turns(one, other) is turned
    assert turns(other, one) is turned


def test_marks_alone_stay_as_they_are() -> None:
    """There is nothing else to tell them apart by."""
    assert (plain_text("…"), plain_text("!!!")) == ("…", "!!!")


@pytest.mark.parametrize("family", ["nordic", "en"])
def test_no_word_is_on_two_sides(family: str) -> None:
    """A word on both would tell nothing."""
    table = _table()
    sides = {side: frozenset(words.split()) for side, words in table[family].items()}
    nots = frozenset(table["not"]["words"].split())
    assert all(one.isdisjoint(other) for one, other in combinations((*sides.values(), nots), 2))
