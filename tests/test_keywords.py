"""The keywords of a theme: beside its title, each for passages that nothing listed speaks for yet."""

from __future__ import annotations

import pytest

from consult.themes.candidates import Candidate, by_weight
from consult.themes.keywords import KEYWORDS, listed_keywords


def word(text: str, weight: float = 1.0) -> Candidate:
    """A word that could be a keyword."""
    return Candidate(text=text, language="nb", keys=(text,), weight=weight)


def said(*passages: str) -> list[frozenset[str]]:
    """The keys of each passage."""
    return [frozenset(passage.split()) for passage in passages]


def test_no_more_than_five() -> None:
    """The heaviest, whatever order they come in."""
    words = [
        word(text, weight) for weight, text in enumerate(["bok", "sykkel", "vei", "skole", "tog", "ferje", "lys"], 1)
    ]
    assert listed_keywords(words, None, said()) == ("lys", "ferje", "tog", "skole", "vei")
    assert listed_keywords(words[::-1], None, said()) == ("lys", "ferje", "tog", "skole", "vei")
    assert len(listed_keywords(words, None, said())) == KEYWORDS


@pytest.mark.parametrize("twin", ["avganger", "Avgang", "avgangen"])
def test_two_forms_of_a_word_are_one(twin: str) -> None:
    """The second form says nothing new, in the list or beside the title."""
    assert listed_keywords([word("avgang", 2.0), word(twin)], None, said()) == ("avgang",)
    assert listed_keywords([word(twin)], word("avgang"), said()) == ()


@pytest.mark.parametrize("other", ["gang", "avgift", "sti"])
def test_words_that_only_look_alike_are_two(other: str) -> None:
    """A shared beginning or end is no inflection."""
    assert listed_keywords([word("avgang", 2.0), word(other)], None, said()) == ("avgang", other)


def test_what_the_title_says_is_no_keyword() -> None:
    """Nor is a word of the title's, however heavy."""
    assert listed_keywords([word("buss", 9.0), word("bane")], word("buss"), said("buss", "bane")) == ("bane",)


def test_a_word_for_those_not_spoken_for_goes_first() -> None:
    """Of two as heavy, the one that passages say for which nothing listed speaks."""
    passages = said("buss kveld", "buss kveld", "ferje natt", "ferje natt")
    title = word("buss")
    assert listed_keywords([word("kveld"), word("natt")], title, passages)[0] == "natt"
    assert listed_keywords([word("kveld", 2.0), word("natt")], title, passages)[0] == "kveld"


def test_candidates_are_ordered_by_weight_then_length_then_letters() -> None:
    """So that no order of what came in can show."""
    ordered = [word("tog", 2.0), word("bok"), word("vei"), word("ferje")]
    assert sorted([ordered[at] for at in (3, 1, 0, 2)], key=by_weight) == ordered
