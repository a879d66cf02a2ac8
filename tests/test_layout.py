"""How windows lie side by side: every token has one place, nothing lies elsewhere, and passes are full."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from consult.weights.layout import BLOCK, WIDEST, fill_passes, lay_out, places


def lengths(seed: int, count: int = 300, longest: int = 100) -> list[int]:
    """Lengths as texts have them: many short ones."""
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    return [min(longest, 2 + int(rng.expovariate(1 / 25))) for _ in range(count)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], []),
        ([5], [[0]]),
        ([64], [[0]]),
        ([64, 64], [[0], [1]]),
        ([10, 60, 4], [[1], [0, 2]]),
        ([3, 3, 3], [[0, 1, 2]]),
    ],
)
def test_small_numbers_of_windows(found: list[int], expected: list[list[int]]) -> None:
    """None, one, as long as a pass, no two that fit; equals keep their order."""
    assert fill_passes(found, 64) == expected


@pytest.mark.parametrize("seed", range(5))
def test_everyone_is_in_one_pass_and_none_is_too_full(seed: int) -> None:
    """Neither in tokens nor in the places of the table for attention."""
    held = lengths(seed)
    passes = fill_passes(held, 128)
    assert sorted(number for group in passes for number in group) == list(range(len(held)))
    for group in passes:
        assert sum(held[number] for number in group) <= 128
        assert len(group) * places(max(held[number] for number in group)) <= max(WIDEST * 128, places(held[group[0]]))


def test_passes_are_nearly_full() -> None:
    """Windows of many lengths leave little of a pass empty, the last one aside."""
    held = lengths(1, 2000)
    assert sum(held) / (512 * (len(fill_passes(held, 512)) - 1)) > 0.93


def test_the_longest_go_first() -> None:
    """So the pool ends with small work, and those of nearly one length share a table."""
    held = lengths(2)
    order = [held[number] for group in fill_passes(held, 128) for number in group]
    assert order == sorted(held, reverse=True)


@pytest.mark.parametrize("held", [[1], [16], [17], [5, 3, 31], [1, 1, 1, 1], lengths(3, 12, 40)])
def test_every_token_has_its_place_and_comes_back(held: list[int]) -> None:
    """There and back again is the row as it was; no place that is seen holds anyone else's token."""
    tokens = sum(held) + 3
    laid = lay_out(held, tokens)
    row = np.arange(tokens)
    table = row[laid.there]
    assert np.array_equal(table.reshape(-1)[laid.back][: sum(held)], row[: sum(held)])
    starts = np.cumsum([0, *held])
    for number, (start, end) in enumerate(pairwise(starts)):
        seen = laid.mask[number, 0, 0] == 0
        assert table[number][seen].tolist() == list(range(start, end))
        assert np.isneginf(laid.mask[number, 0, 0][~seen]).all()


def test_types_and_shapes_are_what_the_graph_takes() -> None:
    """Whole numbers of 32 bits, a mask for all heads and rows, places in blocks."""
    laid = lay_out([3, 20], 64)
    assert laid.there.shape == (2, 2 * BLOCK)
    assert laid.back.shape == (64,)
    assert laid.mask.shape == (2, 1, 1, 2 * BLOCK)
    assert (laid.there.dtype, laid.back.dtype, laid.mask.dtype) == (np.int32, np.int32, np.float32)


def test_too_many_tokens_are_refused() -> None:
    """Sabotage: windows that do not fit a pass cannot be laid out in it."""
    with pytest.raises(ValueError, match="broadcast"):
        lay_out([40, 40], 64)
