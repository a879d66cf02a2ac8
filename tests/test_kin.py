"""Words that go with a word: found by looking up, the same as by comparing each with each."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.themes.kin import Kin, Said, related

STRANGERS = [
    ("register", "registrering", "they share a beginning, and neither is the beginning of the other"),
    ("byggje", "ombygging", "a stem inside is no beginning and no end"),
    ("buss", "bus-stopp", "almost is not the same"),
]
KIN = [("register", "register"), ("register", "lobbyregister"), ("lobbyregister", "lobby"), ("møte", "møtekalender")]
WORDS = st.text(alphabet="abå", min_size=1, max_size=5)
TEXTS = st.lists(st.lists(WORDS, max_size=4), max_size=6)


@dataclass(frozen=True)
class Text:
    """A text by its words."""

    keys: dict[str, float]
    above: dict[str, float] = field(default_factory=dict)


def texts_of(*own: str, above: str = "") -> list[Text]:
    """Texts of these words, under a heading of others."""
    return [Text(dict.fromkeys(words.split(), 1.0), dict.fromkeys(above.split(), 1.0)) for words in own]


@pytest.mark.parametrize(("one", "other", "reason"), STRANGERS, ids=[reason for *_, reason in STRANGERS])
def test_what_does_not_go_together(one: str, other: str, reason: str) -> None:  # noqa: ARG001 names the case
    """Neither when compared nor when looked up."""
    assert not related(one, other)
    assert not list(Kin([[one]]).of(other))


@pytest.mark.parametrize(("one", "other"), KIN)
def test_what_goes_together_is_found_from_either_side(one: str, other: str) -> None:
    """A word and a compound of it."""
    assert related(one, other)
    assert set(Kin([[one]]).of(other)) == {one}
    assert set(Kin([[other]]).of(one)) == {other}


@given(TEXTS, WORDS)
def test_looking_up_finds_what_comparing_each_with_each_finds(texts: list[list[str]], key: str) -> None:
    """No word more, none less, whatever the words are."""
    every = {word for words in texts for word in words}
    assert set(Kin(texts).of(key)) == {word for word in every if related(word, key)}


@given(TEXTS, st.lists(WORDS, max_size=3))
def test_several_texts_are_counted_as_texts(texts: list[list[str]], keys: list[str]) -> None:
    """A text that has two such words is one text."""
    saying = sum(any(related(word, key) for word in words for key in keys) for words in texts)
    assert Kin(texts).said(keys) == (saying > 0)
    assert Kin(texts).several(keys) == (saying > 1)


def test_one_text_alone_says_nothing_once() -> None:
    """Of a theme of one text nothing tells what is said once from what all say."""
    assert not Said(texts_of("buss")).once("buss")


@pytest.mark.parametrize(("own", "once"), [(("buss", "tog"), True), (("buss", "nattbuss"), False)])
def test_what_one_text_of_several_says(own: tuple[str, ...], once: bool) -> None:
    """A compound says it too."""
    assert Said(texts_of(*own)).once("buss") == once


def test_what_stands_above_is_said_but_no_answer() -> None:
    """A heading over two texts says its words twice; neither text has answered with them."""
    said = Said(texts_of("tog", "ferje", above="buss"))
    assert not said.once("buss")
    assert not said.answered(["buss"])
    assert said.answered(["buss", "tog"])


def test_sabotage_sorted_forwards_only_would_lose_the_compounds() -> None:
    """*lobbyregister* ends with *register*: without the words from behind it is not found."""
    kin = Kin([["lobbyregister"]])
    kin.__dict__["_backwards"] = []
    assert not kin.several(["register"])
    assert not list(kin.of("register"))
