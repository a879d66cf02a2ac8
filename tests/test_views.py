"""Similarities as a sum of views."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from consult.themes.views import (
    ANCHOR_LIMIT,
    USUAL_SPREAD,
    WORDS_FROM,
    WORDS_WEIGHT,
    Views,
    anchor_weight,
    find_neighbours,
    similarities,
    words_weight,
)
from tests.theme_cases import Array

MEANING = np.eye(3, 4, dtype=np.float32)
WORDS = csr_matrix(np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32))
TARGETS = np.array([[1, 0], [0, 1], [1, 0]], dtype=np.float32)
ALL = Views(meaning=MEANING, words=WORDS, targets=TARGETS)


def confident(share: float, count: int = 100, targets: int = 3) -> Array:
    """A posterior in which that share of passages knows its target."""
    rows = np.full((count, targets + 1), 1 / (targets + 1), dtype=np.float32)
    rows[: round(share * count)] = [0.9, 0.1 / 3, 0.1 / 3, 0.1 / 3]
    return rows


def test_each_view_adds_what_it_sees() -> None:
    """One pair is alike in words, one in targets, none in meaning."""
    plain, anchored = similarities(ALL, ALL, 0.0), similarities(ALL, ALL, 1.0)
    assert plain[0, 1] == pytest.approx(0.5)
    assert plain[0, 2] == 0.0
    assert anchored[0, 2] == pytest.approx(1.0)
    assert np.allclose(np.diagonal(plain), 1.0)


def test_without_words_meaning_takes_their_share() -> None:
    """A passage is as like itself as ever."""
    wordless = Views(meaning=MEANING, words=None, targets=TARGETS)
    assert np.allclose(np.diagonal(similarities(wordless, wordless, 0.0)), 1.0)


def test_meaning_is_measured_in_the_spread_of_its_encoder() -> None:
    """Where unrelated texts lie twice as far apart, a likeness is worth half; words are what they were."""
    other = Views(meaning=MEANING, words=WORDS, targets=TARGETS, spread=2 * USUAL_SPREAD)
    assert np.allclose(np.diagonal(similarities(other, other, 0.0)), 0.75)
    assert similarities(other, other, 0.0)[0, 1] == pytest.approx(0.5)
    assert other.take(np.array([0])).spread == 2 * USUAL_SPREAD


def test_similarity_is_symmetric() -> None:
    """The order of a pair says nothing."""
    total = similarities(ALL, ALL, 0.7)
    assert np.allclose(total, total.T)


def test_taking_rows_is_taking_pairs() -> None:
    """A part of the views gives a part of the matrix."""
    rows = np.array([2, 0])
    part = ALL.take(rows)
    assert len(part) == 2
    assert np.allclose(similarities(part, part, 1.0), similarities(ALL, ALL, 1.0)[np.ix_(rows, rows)])


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1])
def test_a_framework_that_explains_nothing_pulls_nothing(share: float) -> None:
    """What any framework explains of any corpus by chance does not count."""
    assert anchor_weight(confident(share)) == pytest.approx(0.0, abs=1e-6)


def test_a_framework_pulls_by_what_it_explains_up_to_a_limit() -> None:
    """More explained, more pull; never more than the limit."""
    weights = [anchor_weight(confident(share)) for share in (0.2, 0.4, 0.6, 1.0)]
    assert weights == sorted(weights)
    assert weights[0] == pytest.approx(0.2)
    assert weights[-1] == ANCHOR_LIMIT


def test_without_targets_or_passages_nothing_pulls() -> None:
    """No framework, no anchors."""
    assert anchor_weight(np.ones((5, 1), dtype=np.float32)) == 0.0
    assert anchor_weight(np.ones((0, 3), dtype=np.float32)) == 0.0


def test_neighbours_are_the_nearest_others() -> None:
    """Nearest first, never oneself."""
    found = find_neighbours(ALL, 2, 100)
    assert found.rows[0].tolist() == [1, 2]
    assert found.rows[1].tolist()[0] == 0
    assert all(at not in row for at, row in enumerate(found.rows.tolist()))
    assert (np.diff(found.alike, axis=1) <= 0).all()


def test_neighbours_are_drawn_from_a_pool_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large corpus asks every so-manieth passage; the size of the blocks changes nothing."""
    rows = np.random.default_rng(1).normal(size=(25, 6)).astype(np.float32)
    many = Views(meaning=rows, words=None, targets=np.zeros((25, 1), dtype=np.float32))
    whole = find_neighbours(many, 3, 10)
    monkeypatch.setattr("consult.themes.views.BLOCK", 4)
    parts = find_neighbours(many, 3, 10)
    assert np.array_equal(whole.rows, parts.rows)
    assert set(whole.rows.ravel()) <= set(range(0, 25, 3))


@pytest.mark.parametrize("count", [0, 1])
def test_nobody_has_no_neighbours(count: int) -> None:
    """One passage, or none."""
    assert find_neighbours(ALL.take(np.arange(count)), 5, 10).rows.shape == (count, 0)


def test_words_count_less_where_few_passages_say_which_are_rare() -> None:
    """Half the weight at half of the passages from which on words have all of it."""
    assert words_weight(WORDS_FROM) == words_weight(10 * WORDS_FROM) == WORDS_WEIGHT
    assert words_weight(WORDS_FROM // 2) == WORDS_WEIGHT / 2
    lighter = replace(ALL, words_weight=0.0)
    assert np.allclose(similarities(lighter, lighter, 0.0), 0.5 * similarities(replace(ALL, words=None), ALL, 0.0))
