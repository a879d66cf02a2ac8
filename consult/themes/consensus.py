"""Groups that hold on other texts too: many groupings of a part of the passages, and who is together in most.

Comes in: a key for each passage that depends on its text alone, and what groups some rows. Goes out: one label per
passage. A single tree hangs on its nearest pairs: one letter less, and a branch lies elsewhere. Pairs that are together
in most draws do not hang on one letter (Fred and Jain 2005, evidence accumulation). Whether a passage is in a draw
depends on its own text, so that the draws stay what they are when others come or go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

DRAWS = 40  # 80 and 120 are no better; docs/decisions/0003
KEPT = 0.8  # share of the passages in each
TOGETHER = 0.35  # share of its draws from which a pair belongs together, as the mean of two groups; .3 to .5 are alike
BYTES = 4  # of a hash, that decide one draw

Labels = NDArray[np.intp]
Group = Callable[[NDArray[np.intp]], Labels]
"""Rows in order → their labels."""


def agreed_groups(keys: Sequence[str], group: Group) -> Labels:
    """(n,) labels, from 1: average linkage on the share of draws in which two passages are together. n at least 3."""
    from scipy.cluster.hierarchy import fcluster, linkage

    together = np.zeros((len(keys), len(keys)), dtype=np.float32)
    drawn = np.zeros_like(together)
    for inside in _draws(keys).T:
        rows = np.flatnonzero(inside)
        if len(rows) > 1:
            labels = group(rows)
            together[np.ix_(rows, rows)] += labels[:, None] == labels[None, :]
            drawn[np.ix_(rows, rows)] += 1
    apart: Any = 1 - (together / np.maximum(drawn, 1))[np.triu_indices(len(keys), 1)].astype(np.float64)
    return np.asarray(fcluster(linkage(apart, "average"), 1 - TOGETHER, "distance"), dtype=np.intp)


def _draws(keys: Sequence[str]) -> NDArray[np.bool_]:
    """(n, DRAWS): which passages are in which draw."""
    hashed = b"".join(hashlib.shake_256(key.encode("utf-8", "surrogatepass")).digest(BYTES * DRAWS) for key in keys)
    numbers = np.frombuffer(hashed, dtype=">u4").reshape(len(keys), DRAWS)
    return np.asarray(numbers < KEPT * 2 ** (8 * BYTES), dtype=np.bool_)
