"""The measure of the commitments' benchmark: full marks for a right order, less for a wrong one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from benchmarks.commitments import bm25, mean_average_precision

RELATED = np.array([[True, False, True], [False, True, False], [False, False, False]])
PLAN = (
    {"title": "Open procurement", "text": "Publish contracts and bids"},
    {"title": "Archives", "text": "Open the archives of the police"},
)


def test_a_right_order_gets_full_marks() -> None:
    """A row that has nothing to find does not count."""
    assert mean_average_precision(np.array([[3.0, 1, 2], [0, 1, 0], [1, 2, 3]]), RELATED) == 1.0


def test_sabotage_the_opposite_order_gets_less() -> None:
    """As it stands in textbooks: 1/2 and 2/3 for the first row, 1/3 for the second."""
    worst = mean_average_precision(np.array([[1.0, 3, 2], [2, 1, 3], [0, 0, 0]]), RELATED)
    assert worst == pytest.approx(((1 / 2 + 2 / 3) / 2 + 1 / 3) / 2)


def test_nothing_to_find_is_no_figure() -> None:
    """Neither full marks nor none."""
    assert math.isnan(mean_average_precision(np.ones((1, 3)), RELATED[2:]))


def test_bm25_finds_shared_words_and_rare_ones_first() -> None:
    """A word that both have tells less than one that one has."""
    scores = bm25(PLAN, [{"text": "Open contracts"}, {"text": "the archives"}, {"text": "bicycles"}])
    assert scores[0].argmax() == 0
    assert scores[1].argmax() == 1
    assert scores[2].max() == 0.0
