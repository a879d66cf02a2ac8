"""What of a source could stand elsewhere: found where it does, and only there."""

from __future__ import annotations

import json

import pytest

from consult.records import Source
from consult.residue import MARK, ordinary_words, residue_of
from tests.conftest import make_source

GOES = make_source(
    "Eg heiter Zephyrine og vil ha fleire bussar til byen kvar dag.", "zephyrine.txt", contributor="Z. Q."
)
STAYS = make_source("Vi vil ha fleire bussar. Kvar dag køyrer dei til byen.", "notat.txt")
RESIDUE = residue_of([GOES], [STAYS], ["Bussar i heile landet"])

UNTOUCHED = [
    ("Vi vil ha fleire bussar.", "another says the same words"),
    ("kvar dag", "too short to be a turn"),
    ("", "nothing"),
    ('{"title":"Bussar"}', "JSON without any of it"),
]
FOUND = [
    "Zephyrine sa det",
    "ZEPHYRINE",
    "vil ha fleire bussar til byen no",
    "inputs/zephyrine.txt",
    "skrive av Z. Q. i går",
]


@pytest.mark.parametrize(("text", "why"), UNTOUCHED, ids=[why for _, why in UNTOUCHED])
def test_what_must_stay(text: str, why: str) -> None:
    """What others say too gives nobody away."""
    assert not RESIDUE.holds(text), why
    assert RESIDUE.without(text) == text


@pytest.mark.parametrize("text", FOUND)
def test_what_must_go(text: str) -> None:
    """A distinct word, a turn of five words, a path and a name are found in whatever letters."""
    assert RESIDUE.holds(text)
    assert RESIDUE.without(text) == MARK


def test_json_is_changed_part_by_part() -> None:
    """Of JSON only the part that repeats the words is marked, and a key that does goes with its value."""
    before = json.dumps({"title": "Zephyrine", "kept": ["bussar", "Zephyrine"], "zephyrine.txt": "00"})
    assert json.loads(RESIDUE.without(before)) == {"title": MARK, "kept": ["bussar", MARK]}


def test_broken_json_is_text() -> None:
    """What only looks like JSON is marked as a whole."""
    assert RESIDUE.without("{Zephyrine") == MARK


def test_what_is_long_enough_to_give_somebody_away() -> None:
    """Four letters of a name or a path are; a turn is five words; what stays takes words and turns out of it."""
    going = Source(path="Nils/a.txt", contributor="Åsa", sha256="0" * 64, format="txt", text="no er det slutt med alt")
    residue = residue_of([going], [])
    assert residue.whole == {"Nils", "a.txt"}
    assert {len(turn) for turn in residue.turns} == {5}
    assert "slutt" in residue.words
    staying = Source(path="b.txt", sha256="1" * 64, format="txt", text="Ja, no er det slutt med alt")
    assert residue_of([going], [staying]).turns == set()
    assert "slutt" not in residue_of([going], [staying]).words


LETTER = make_source(
    "Ordføraren bør passe betre på, og ordføraren veit det. eg heiter kari, og bonden Skarv bur her med nattergalen.",
    "billett.txt", language="nn",
)  # fmt: skip


@pytest.mark.parametrize("word", ["kari", "skarv", "billett", "ordførarenes", "vombat", "bonden"])
def test_a_name_a_path_a_find_or_a_rare_word_is_not_ordinary(word: str) -> None:
    """Whatever the dictionary says of it."""
    assert word not in ordinary_words([LETTER], ["Bonden"])


def test_a_word_of_the_dictionary_is_ordinary() -> None:
    """Written small, and named nowhere."""
    assert ordinary_words([LETTER], []) >= {"ordføraren", "betre", "bonden"}
    assert ordinary_words([], []) == frozenset()


@pytest.mark.parametrize(("text", "spared"), [
    ("Vegen er dyr; ordføraren er orientert.", {"ordføraren"}),
    ("Ordføraren og bonden er orienterte.", set()),
    ("Skarv er orientert.", set()),
    ("Ordføraren har lese billett.txt.", set()),
    ("ordføraren bør passe betre på", set()),
    ("Ingen ting av det.", set()),
])  # fmt: skip
def test_one_ordinary_word_of_an_answer_to_others_is_theirs(text: str, spared: set[str]) -> None:
    """Two words, a name, a path or a turn of words are not, however ordinary."""
    residue = residue_of([LETTER], [])
    left = residue.beside([text], ordinary_words([LETTER], []))
    assert residue.words - left.words == spared
    assert (left.turns, left.whole) == (residue.turns, residue.whole)
