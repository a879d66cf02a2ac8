"""Texts that may share half of their letters: found by meeting, not by comparing each with each."""

from __future__ import annotations

import random

import numpy as np
import pytest

from consult.themes import sketch
from consult.themes.sketch import letter_triples, pairs_to_compare

STRANGERS = [
    ("kurs på biblioteket for alle", "åpent lobbyregister nå takk", "they share next to no letters"),
    ("vi vil ha flere busser om kvelden", "flere trær langs skoleveien her", "a word in common is not half of all"),
]


def met(texts: list[str], alike: list[int] | None = None) -> set[frozenset[str]]:
    """Pairs of texts that meet in any round."""
    numbers = np.asarray(alike or [0] * len(texts), dtype=np.int64)
    rounds = pairs_to_compare(texts, numbers)
    return {frozenset((texts[a], texts[b])) for ones, others in rounds for a, b in zip(ones, others, strict=True)}


def made_up(count: int, seed: int = 5) -> list[str]:
    """Texts of made-up words."""
    draw = random.Random(seed)  # noqa: S311 - a fixed draw
    return [" ".join("".join(draw.choices("abdegiklmnorstuvå", k=5)) for _ in range(12)) for _ in range(count)]


def share(one: str, other: str) -> float:
    """Jaccard similarity of letter triples, counted one by one."""
    first, second = ({f" {text} "[at : at + 3] for at in range(len(text))} for text in (one, other))
    return len(first & second) / len(first | second)


@pytest.mark.parametrize(("one", "other", "reason"), STRANGERS, ids=[reason for *_, reason in STRANGERS])
def test_strangers_are_not_compared(one: str, other: str, reason: str) -> None:  # noqa: ARG001 names the case
    """What little they share does not bring them together."""
    assert met([one, other]) == set()


def test_texts_that_share_half_of_their_letters_meet() -> None:
    """Four of twelve words changed, in two hundred pairs among strangers; three in a thousand may be missed."""
    first, other = made_up(200), made_up(200, seed=6)
    changed = [" ".join((*one.split()[:9], *two.split()[9:])) for one, two in zip(first, other, strict=True)]
    assert all(share(one, two) >= 0.5 for one, two in zip(first, changed, strict=True))
    pairs = {frozenset(pair) for pair in zip(first, changed, strict=True)}
    assert len(pairs - met([*first, *changed])) <= 1


def test_texts_that_may_not_meet_do_not() -> None:
    """The same letters under another number, as where one says *ikkje*."""
    text = "vi vil ha flere busser om kvelden"
    assert met([text, f"{text} nå"], [0, 1]) == set()
    assert len(met([text, f"{text} nå"], [1, 1])) == 1


def test_a_campaign_costs_no_more_than_the_next_few() -> None:
    """A thousand texts that are nearly one: the pairs of a round grow with their number, not with its square."""
    texts = [f"vi krever et åpent register over alle som påvirker {word}" for word in made_up(300)]
    for ones, _ in pairs_to_compare(texts, np.zeros(300, dtype=np.int64)):
        assert len(ones) <= sketch.NEXT * 300


def test_the_same_pairs_every_time() -> None:
    """The functions are drawn from a fixed seed."""
    texts = [*made_up(40), *(f"{text} nå" for text in made_up(40))]
    assert met(texts) == met(texts)
    assert len(met(texts)) >= 40


def test_where_the_triples_of_each_text_begin() -> None:
    """As many as the text has letters, for a space stands before and behind it; none across two texts."""
    triples, starts = letter_triples(["ab", "å", "ab"])
    assert starts.tolist() == [0, 2, 3, 5]
    assert triples[0:2].tolist() == triples[3:5].tolist()
    assert len(set(triples.tolist())) == 3


def test_large_texts_are_hashed_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text longer than a piece is a piece of its own, and the least value is the same."""
    texts = ["kort", "en ganske lang tekst som er lengre enn et stykke", "kort igjen"]
    triples, starts = letter_triples(texts)

    def least() -> list[int]:
        found = np.empty(len(texts), dtype=np.uint32)
        sketch._least(triples, starts, (np.uint32(3), np.uint32(5)), found)
        return found.tolist()

    before = least()
    monkeypatch.setattr(sketch, "CHUNK", 6)
    assert least() == before


def test_sabotage_too_many_hashes_together_would_miss_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts meet because few hashes must agree: with forty, half of the letters are not enough."""
    monkeypatch.setattr(sketch, "TOGETHER", 40)
    one, other = made_up(1)[0], made_up(1, seed=6)[0]
    assert met([one, " ".join((*one.split()[:9], *other.split()[9:]))]) == set()
