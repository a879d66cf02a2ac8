"""Said again: the quick ways find what comparing each text with each finds."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.records import Passage
from consult.themes import duplicates
from consult.themes.duplicates import NEAR_COSINE, Linked, find_duplicates
from consult.themes.stand import plain_text
from tests.theme_cases import Array, say

LETTER = "Vi krever at regjeringen innfører et åpent lobbyregister nå , for folk har rett til å vite".split()  # noqa: SIM905
CHANGES = st.lists(
    st.tuples(st.integers(0, len(LETTER) - 1), st.sampled_from(["ikke", "12", "kurs", "oss"])), max_size=4
)
CORPUS = st.lists(st.tuples(CHANGES, st.integers(0, 2)), max_size=12)
ROWS = np.array([[1, 0, 0], [0.97, np.sqrt(1 - 0.97**2), 0], [0, 0, 1]], dtype=np.float32)


def corpus(changed: list[tuple[list[tuple[int, str]], int]]) -> tuple[list[Passage], Array]:
    """Passages that are one letter with words changed, in three places of the encoder's space."""
    texts: list[str] = []
    place_of: dict[str, int] = {}
    for changes, place in changed:
        words = LETTER.copy()
        for at, word in changes:
            words[at] = word
        texts.append(" ".join(words))
        place_of.setdefault(texts[-1], place)  # a vector is the text's
    passages = [say(text, source=f"s-{at}", language="nb") for at, text in enumerate(texts)]
    return passages, ROWS[[place_of[text] for text in texts]].reshape(len(texts), 3)


def each_with_each(passages: list[Passage], vectors: Array) -> set[frozenset[str]]:
    """Groups of ids: pairs that say the same, joined until nothing changes."""
    groups = {frozenset([passage.passage_id]) for passage in passages}
    for (a, one), (b, other) in combinations(enumerate(passages), 2):
        equal = plain_text(one.text) == plain_text(other.text)
        near = float(vectors[a] @ vectors[b]) >= NEAR_COSINE and duplicates._same(one, other)
        if equal or near:
            held = {group for group in groups if {one.passage_id, other.passage_id} & group}
            groups = (groups - held) | {frozenset().union(*held)}
    return {group for group in groups if len(group) > 1}


def grouped(found: dict[str, str]) -> set[frozenset[str]]:
    """The same from what `find_duplicates` gives."""
    heads = set(found.values())
    return {frozenset({head, *(one for one, its in found.items() if its == head)}) for head in heads}


@pytest.mark.parametrize("each", [0, duplicates.EACH_WITH_EACH], ids=["by sketches", "each with each"])
@settings(max_examples=60, deadline=None)
@given(changed=CORPUS)
def test_the_same_groups_as_comparing_all(each: int, changed: list[tuple[list[tuple[int, str]], int]]) -> None:
    """Whatever words are changed, and wherever the texts lie."""
    passages, vectors = corpus(changed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duplicates, "EACH_WITH_EACH", each)
        assert grouped(find_duplicates(passages, vectors)) == each_with_each(passages, vectors)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12))
def test_links_are_followed_to_the_end(pairs: list[tuple[int, int]]) -> None:
    """Rows are in one group exactly if a chain of pairs leads from one to the other."""
    linked, groups = Linked(9), [{row} for row in range(9)]
    for one, other in pairs:
        linked.join(one, other)
        joined = set().union(*(group for group in groups if {one, other} & group))
        groups = [*(group for group in groups if not group & joined), joined]
    assert sorted(map(sorted, linked.groups())) == sorted(sorted(group) for group in groups if len(group) > 1)
    every = np.asarray([(one, other) for one in range(9) for other in range(9)], dtype=np.int64)
    apart = linked.apart(every[:, 0], every[:, 1])
    assert apart.tolist() == [not any({one, other} <= group for group in groups) for one, other in every.tolist()]


def test_sabotage_without_sketches_that_meet_nothing_is_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The groups come from the pairs that meet."""
    passages, vectors = corpus([([], 0), ([(0, "oss")], 0)])
    monkeypatch.setattr(duplicates, "EACH_WITH_EACH", 0)
    assert find_duplicates(passages, vectors)
    monkeypatch.setattr(duplicates, "pairs_to_compare", lambda *_: iter(()))
    assert find_duplicates(passages, vectors) == {}
