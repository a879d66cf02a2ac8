"""How windows of any length lie side by side in one pass.

In: lengths in tokens. Out: which windows share a pass, and where each token lies: in one long row of a fixed
number of tokens for the products, where nothing is filled up, and in a table of a row for each window for
attention, whose rows are filled up to the longest. What fills up is masked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BLOCK = 16  # a table's rows are filled up to multiples of this: to multiples of 8, a row rounds by who is beside it
WIDEST = 2  # tables hold at most so many times the tokens of a pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """there: (windows, places) of each place its token; back: (tokens,) of each token its place, counted row by row.

    mask: (windows, 1, 1, places), 0 where a token lies and minus infinity where none does.
    """

    there: NDArray[np.int32]
    back: NDArray[np.int32]
    mask: NDArray[np.float32]


def fill_passes(lengths: Sequence[int], tokens: int) -> list[list[int]]:
    """Numbers of the windows of each pass, the longest first, so that those of nearly one length go together.

    >>> fill_passes([30, 90, 40, 80], 160)
    [[1], [3, 2, 0]]
    """
    passes: list[list[int]] = []
    used = widest = 0
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        used += lengths[number]
        if not passes or used > tokens or (len(passes[-1]) + 1) * widest > WIDEST * tokens:
            passes.append([])
            used, widest = lengths[number], places(lengths[number])
        passes[-1].append(number)
    return passes


def by_length(lengths: Sequence[int], together: Callable[[int], int]) -> list[list[int]]:
    """Numbers of windows in groups of one length, as many as go together, the longest first.

    >>> by_length([3, 9, 3, 3], lambda _length: 2)
    [[1], [0, 2], [3]]
    """
    same: dict[int, list[int]] = {}
    for number, length in enumerate(lengths):
        same.setdefault(length, []).append(number)
    return [
        group[at : at + together(length)]
        for length, group in sorted(same.items(), reverse=True)
        for at in range(0, len(group), together(length))
    ]


def places(length: int) -> int:
    """The places that a window of this length needs at least."""
    return -(-length // BLOCK) * BLOCK


def lay_out(lengths: Sequence[int], tokens: int) -> Layout:
    """Where the tokens of these windows lie, one window behind the other, in a pass of `tokens` tokens."""
    place = np.arange(places(max(lengths)))
    held = place < np.asarray(lengths)[:, None]
    starts = np.cumsum([0, *lengths[:-1]])[:, None]
    back = np.zeros(tokens, np.int32)
    back[: sum(lengths)] = np.flatnonzero(held)
    return Layout(
        there=np.where(held, starts + place, 0).astype(np.int32),
        back=back,
        mask=np.where(held, 0, -np.inf).astype(np.float32)[:, None, None, :],
    )
