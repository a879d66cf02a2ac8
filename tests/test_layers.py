"""Layers in whole numbers: windows of one length together, and each as it is alone."""

from __future__ import annotations

import numpy as np
import pytest

from consult.weights.half_passes import TOKENS
from consult.weights.layers import TOGETHER, Half, Whole


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [([], []), ([5], [[0]]), ([5, 9, 5], [[1], [0, 2]]), ([TOGETHER, TOGETHER], [[0], [1]])],
)
def test_only_windows_of_one_length_go_together(lengths: list[int], expected: list[list[int]]) -> None:
    """None is filled up, and no pass is longer than fits the cache."""
    assert Whole.passes(Whole.__new__(Whole), lengths) == expected


def test_half_precision_fills_passes() -> None:
    """Windows of any length share a pass as long as it has room."""
    groups = Half.passes(Half.__new__(Half), [100] * 11)
    assert sorted(number for group in groups for number in group) == list(range(11))
    assert all(100 * len(group) <= TOKENS for group in groups)


def test_half_precision_is_built_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by naming it: a run that finds every text known needs no network."""
    monkeypatch.setattr("consult.weights.half_network.build_half", lambda *_: pytest.fail("built"))
    Half({"a": np.zeros(1)}, None, 1)  # type: ignore[arg-type]
