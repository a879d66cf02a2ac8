"""The three ways in which two passages can be alike: meaning, words, and the targets they point at.

Comes in: rows per view. Goes out: similarities. Every view is a matrix of rows whose dot products are
similarities, so a sum of views is a similarity too, and the mean similarity of two groups is the dot
product of their mean rows: grouping needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.weights.processor import each

Array = NDArray[np.float32]

USUAL_SPREAD = 0.114  # of multilingual-e5-small, .109 as its authors made it and .119 adapted
MEANING_WEIGHT = 0.5  # with an encoder of that spread
WORDS_WEIGHT = 0.5  # .4 to .6 of either stay within .02 on every set; docs/decisions/0003
WORDS_FROM = 240  # passages: in fewer, what is rare is so by chance, and words count in proportion
BLOCK = 1024  # rows compared at a time, on each core
CONFIDENT = 0.5  # a passage whose best target has this much of the posterior knows where it belongs
ANCHOR_GAIN = 2.0  # a framework counts by the share of passages that it explains …
ANCHOR_CHANCE = 0.1  # … beyond what any framework seems to explain of any corpus …
ANCHOR_LIMIT = 1.5  # … and never more than this beside meaning and words together


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """n passages: meaning (n, d) unit rows, words sparse (n, v) unit rows or None, targets (n, t).

    targets: the square roots of the probabilities of each target, so that the dot product of two rows is
    the Bhattacharyya coefficient of what they point at; what points nowhere is like nothing. spread: how far
    apart unrelated texts lie with the encoder that made the rows (`Subjects.spread`): meaning is measured in it.
    words_weight: of words beside meaning.
    """

    meaning: Array
    words: Any
    targets: Array
    spread: float = USUAL_SPREAD
    words_weight: float = WORDS_WEIGHT

    def __len__(self) -> int:
        """Number of passages."""
        return len(self.meaning)

    @property
    def meaning_weight(self) -> float:
        """What meaning weighs; it stands in for words where there are none."""
        return MEANING_WEIGHT + (WORDS_WEIGHT if self.words is None else 0.0)

    def take(self, rows: NDArray[np.intp]) -> Views:
        """Only these rows."""
        words = None if self.words is None else self.words[rows]
        return replace(self, meaning=self.meaning[rows], words=words, targets=self.targets[rows])


def words_weight(count: int) -> float:
    """What words weigh in grouping `count` passages: the fewer, the less is known of which of them are rare.

    Sixty short statements on thirty issues share *sikre* and *alle*: with the full weight, forty draws of such
    statements lose .02 B-cubed on average, and requests of everyday English .04 (docs/decisions/0003).
    """
    return WORDS_WEIGHT * min(1.0, count / WORDS_FROM)


def anchor_weight(posterior: Array) -> float:
    """How much the framework may pull passages together: by how much of this corpus it explains.

    posterior: (n, t + 1), the last column for no target. A framework that does not fit the corpus must
    not shape its themes: Holder de ord's promises grouped beside the OGP framework lose .08 B-cubed
    with a fixed weight and nothing with this one.
    """
    if posterior.shape[1] < 2 or not len(posterior):
        return 0.0
    explained = float((posterior[:, :-1].max(axis=1) > CONFIDENT).mean())
    return min(ANCHOR_LIMIT, ANCHOR_GAIN * max(0.0, explained - ANCHOR_CHANCE))


def similarities(views: Views, others: Views, anchors: float) -> Array:
    """(n, m) float32: weighted sum of the views' dot products between two sets of passages."""
    total = views.meaning_weight * USUAL_SPREAD / views.spread * (views.meaning @ others.meaning.T)
    if views.words is not None:
        total += views.words_weight * (views.words @ others.words.T).toarray()
    if anchors:
        total += anchors * (views.targets @ others.targets.T)
    return np.asarray(total, dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The nearest other passages of each of n: rows (n, k) and how alike they are (n, k), nearest first."""

    rows: NDArray[np.intp]
    alike: Array


def find_neighbours(views: Views, count: int, pool: int) -> Neighbours:
    """For each passage its `count` nearest among at most `pool` others, evenly drawn from the rows in order.

    In blocks, so that memory is bounded by `pool`; fewer than `count` where there are fewer others.
    """
    drawn = np.arange(len(views), dtype=np.intp)[:: -(-len(views) // pool) if len(views) else 1]
    others = views.take(drawn)
    kept = max(min(count, len(drawn) - 1), 0)
    rows = np.empty((len(views), kept), dtype=np.intp)
    alike = np.empty((len(views), kept), dtype=np.float32)

    def find(at: int) -> None:
        block = np.arange(at, min(at + BLOCK, len(views)), dtype=np.intp)
        likeness = similarities(views.take(block), others, 0.0)
        likeness[block[:, None] == drawn[None, :]] = -np.inf
        best = np.argpartition(-likeness, kept - 1, axis=1)[:, :kept] if kept else np.empty((len(block), 0), np.intp)
        order = np.argsort(-np.take_along_axis(likeness, best, axis=1), axis=1, kind="stable")
        best = np.take_along_axis(best, order, axis=1)
        rows[block], alike[block] = drawn[best], np.take_along_axis(likeness, best, axis=1)

    each(find, range(0, len(views), BLOCK))
    return Neighbours(rows=rows, alike=alike)
