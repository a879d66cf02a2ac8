"""Passages → groups: average linkage on the views' similarities, cut where pairs stop being more than chance.

Comes in: views, rows in an order that depends on content alone. Goes out: one label per passage; a passage that is
like no other has a label of its own. Nothing is thrown away, and no number of themes is chosen. By setting, groups
grow from where passages lie dense instead (`density`). From `AGREED_FROM` to `AGREED_TO` passages many such groupings
must agree (`consensus`); above `EXACT`, groups are made of a sample and the rest joins them, so that memory is
bounded; docs/decisions/0003 compares the methods.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.themes.consensus import agreed_groups
from consult.themes.density import dense_groups
from consult.themes.views import Array, Views, similarities
from consult.weights.processor import each

EXACT = 3000  # passages whose pairs are all compared: 0.2 GB, two seconds
AGREED_FROM = 240  # passages; with fewer, a fifth of them less leaves themes of two without one, and nothing is gained
AGREED_TO = 1200  # five seconds of work, and growing with the square
ROUNDS = 6  # of sampling what no group took; what is then left joins the nearest
SMALL = 240  # passages; up to here every point of a corpus is a theme of its own
# Where a framework pulls passages together, or neighbours have been drawn together, the cut lies so far on the way
# from what unrelated pairs have in common to what a passage has with its nearest: both ends are the corpus's own.
CUT_SMALL = 0.6
CUT_PER_DOUBLING = 0.2  # wider themes as a corpus grows: 60 passages read as fifteen, 2,000 as ten
CUT_LEAST = 0.2
# Elsewhere it lies so far above unrelated pairs, as a cosine of meaning with the usual spread, the same with every
# encoder: that tells three subjects from thirty, where the way to the nearest is the same for both.
CUT_ALIKE = 0.28
RELATIVE_GAIN = 2.0  # a framework that pulls at half the weight of meaning and words makes the cut wholly relative
CHANCE = 4.0  # deviations: among strangers the nearest is no further off than this, and is a stranger all the same
UNRELATED = (0.1, 0.4)  # quantiles of all pairs that even in a corpus of two subjects are unrelated pairs
SMOOTH_FROM = 300  # with more passages, neighbours are many enough to tell what a passage is about
PASSAGES_PER_NEIGHBOUR = 35
NEIGHBOURS = 20
SMOOTH = 0.8  # share of the neighbours in each step
STEPS = 4
CONFIDENTLY_ALIKE = 0.5  # of two passages alone: mean of cosine and shared letters that paraphrases reach
BLOCK = 4096  # rows assigned at a time
ROWS = 512  # multiplied at a time on each core: whoever has more cores gets the same

Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How passages are grouped.

    anchors: weight of the targets' view. granularity: added to the cut, in deviations: above 0 gives more and finer
    groups. method: one of `METHODS`.
    """

    anchors: float
    granularity: float = 0.0
    method: str = "linkage"


def group_passages(views: Views, way: Way, keys: Sequence[str] = ()) -> Labels:
    """(n,) labels from 0, numbered by first appearance.

    keys: n texts by which passages are drawn for groupings that must agree; without them there is one grouping.
    """
    count = len(views)
    if count < 3:
        return _few(views, way.anchors)
    if count > EXACT:
        return _renumber(_sample_and_join(views, way))
    similarity = similarities(views, views, way.anchors)

    def group(rows: NDArray[np.intp]) -> Labels:
        return _part(similarity[np.ix_(rows, rows)], views, way)

    if keys and AGREED_FROM <= count <= AGREED_TO:
        return _renumber(agreed_groups(keys, group))
    return _renumber(group(np.arange(count, dtype=np.intp)))


def cut_share(count: int) -> float:
    """How far two groups of `count` passages must lie on the way from unrelated pairs to nearest ones, to be one."""
    return max(CUT_LEAST, CUT_SMALL - CUT_PER_DOUBLING * math.log2(max(count, SMALL) / SMALL))


def _few(views: Views, anchors: float) -> Labels:
    """One passage, or two: no pairs to compare with; two are one theme if they are clearly alike."""
    alike = len(views) == 2 and float(similarities(views, views, anchors)[0, 1]) > CONFIDENTLY_ALIKE
    return np.zeros(len(views), dtype=np.intp) if alike else np.arange(len(views), dtype=np.intp)


def threshold(similarity: Array, share: float, granularity: float = 0.0, alike: float = 0.0, mix: float = 1.0) -> float:
    """How alike two groups must be to be one. similarity: (n, n), n at least 3; share: as from `cut_share`.

    Unrelated pairs are taken to be normal (the many small differences of many dimensions); two of their
    quantiles give middle and deviation, whatever the related pairs above them look like. The relative cut lies
    at `share` of the way from their middle to what half of the passages have to their nearest, or to `CHANCE`
    where nothing is near; the absolute one at `alike` above their middle. mix: how much of the cut is the
    relative one. `granularity` is added to it, in deviations.
    """
    low, high = np.quantile(_pairs(similarity), UNRELATED)
    low_at, high_at = (NormalDist().inv_cdf(quantile) for quantile in UNRELATED)
    deviation = float(high - low) / (high_at - low_at)
    middle = float(high) - high_at * deviation
    others = similarity.copy()
    np.fill_diagonal(others, -np.inf)
    nearest = float(np.median(others.max(axis=1)))
    by_nearest = share * max(nearest - middle, CHANCE * deviation)
    return middle + mix * by_nearest + (1 - mix) * alike + granularity * deviation


def _part(similarity: Array, views: Views, way: Way) -> Labels:
    """Groups by the method that is asked for, at the threshold for as many passages as there are views."""
    smoothed = _smooth(similarity)
    share = cut_share(len(views))
    alike = CUT_ALIKE * views.meaning_weight * share / CUT_SMALL
    mix = min(1.0, RELATIVE_GAIN * way.anchors) if smoothed is similarity else 1.0
    return METHODS[way.method](smoothed, threshold(smoothed, share, way.granularity, alike, mix))


def _linked_groups(similarity: Array, cut: float) -> Labels:
    """Average linkage (UPGMA, Sokal and Michener 1958): groups that have less than `cut` in common stay apart."""
    from scipy.cluster.hierarchy import fcluster, linkage

    pairs = _pairs(similarity).astype(np.float64)
    highest = float(pairs.max())
    tree = linkage(highest - pairs, "average")
    return np.asarray(fcluster(tree, max(highest - cut, 0.0), "distance"), dtype=np.intp) - 1


def _pairs(similarity: Array) -> Array:
    """Each pair once, row by row: what scipy calls a condensed matrix. Numbers of rows and columns would take more."""
    found: Array = similarity[np.triu(np.ones(similarity.shape, dtype=bool), 1)]
    return found


METHODS: dict[str, Callable[[Array, float], Labels]] = {"linkage": _linked_groups, "density": dense_groups}


def _smooth(similarity: Array) -> Array:
    """Draw each passage towards its nearest ones, in a corpus large enough for that.

    A graph convolution without weights (Wu et al. 2019) on the graph of nearest neighbours: it lifts
    SIB-200 from .46 to .56 B-cubed and Holder de ord from .39 to .44, and does nothing good below
    `SMOOTH_FROM`. (n, n) similarities in and out, the diagonal 1 if anything was done.
    """
    count = len(similarity)
    neighbours = min(NEIGHBOURS, (count - SMOOTH_FROM) // PASSAGES_PER_NEIGHBOUR)
    if neighbours < 2:
        return similarity
    graph = _neighbour_graph(similarity, neighbours)
    spread = np.asarray(graph.toarray(), dtype=np.float32)  # what the graph makes of a matrix of ones on the diagonal
    for step in range(STEPS):
        spread = _product(graph, spread) if step else spread
        spread *= SMOOTH
        spread[np.diag_indices(count)] += 1 - SMOOTH
    smoothed = _product(_product(spread, similarity), spread.T)
    lengths = np.sqrt(np.maximum(np.diagonal(smoothed), np.finfo(np.float32).tiny))
    smoothed /= lengths[:, None]
    smoothed /= lengths[None, :]
    return np.asarray(smoothed, dtype=np.float32)


def _product(left: Any, right: Array) -> Array:
    """(n, m) float32: left, dense or sparse, times right; blocks of rows, as many at once as there are cores."""
    found = np.empty((left.shape[0], right.shape[1]), dtype=np.float32)

    def fill(at: int) -> None:
        found[at : at + ROWS] = left[at : at + ROWS] @ right

    _by_blocks(fill, len(found))
    return found


def _by_blocks(work: Callable[[int], None], count: int) -> None:
    """Do the work from every `ROWS` on; on each core where there are so many rows that starting threads pays.

    Groupings that must agree are many and small: forty of them took twice as long with threads, on a busy machine.
    """
    if count > AGREED_TO:
        each(work, range(0, count, ROWS))
        return
    for at in range(0, count, ROWS):
        work(at)


def _neighbour_graph(similarity: Array, neighbours: int) -> Any:
    """(n, n) sparse: who is among whose nearest, weighted by similarity; rows sum to 1."""
    from scipy.sparse import csr_matrix, diags

    count = len(similarity)
    nearest = np.empty((count, neighbours), dtype=np.intp)
    weights = np.empty((count, neighbours), dtype=np.float32)

    def find(at: int) -> None:
        away = -similarity[at : at + ROWS]
        away[np.arange(len(away)), np.arange(at, at + len(away))] = np.inf
        first = np.sort(np.argpartition(away, neighbours - 1, axis=1)[:, :neighbours], axis=1)
        order = np.argsort(np.take_along_axis(away, first, axis=1), axis=1, kind="stable")
        nearest[at : at + ROWS] = first = np.take_along_axis(first, order, axis=1)
        weights[at : at + ROWS] = np.maximum(-np.take_along_axis(away, first, axis=1), 0)

    _by_blocks(find, count)
    one_way = csr_matrix(
        (weights.ravel(), (np.repeat(np.arange(count), neighbours), nearest.ravel())), shape=(count, count)
    )
    both_ways = one_way.maximum(one_way.T)
    return diags(1 / np.maximum(np.asarray(both_ways.sum(axis=1)).ravel(), 1e-9)) @ both_ways


def _sample_and_join(views: Views, way: Way) -> Labels:
    """Groups of a sample; the rest joins by mean similarity; what none takes is sampled again."""
    labels = np.full(len(views), -1, dtype=np.intp)
    left = np.arange(len(views), dtype=np.intp)
    for _ in range(ROUNDS):
        sample = left[:: math.ceil(len(left) / EXACT)]
        similarity = similarities(views.take(sample), views.take(sample), way.anchors)
        cut = threshold(similarity, CUT_LEAST, way.granularity)  # to join a group takes less than to found one
        labels[sample] = _part(similarity, views, way) + labels.max() + 1
        joined, how_alike = _nearest(views, left, labels, way.anchors)
        free = (labels[left] < 0) & (how_alike >= cut)
        labels[left[free]] = joined[free]
        left = left[labels[left] < 0]
        if len(left) == 0:
            return labels
    labels[left] = _nearest(views, left, labels, way.anchors)[0]
    return labels


def _nearest(views: Views, rows: NDArray[np.intp], labels: Labels, anchors: float) -> tuple[Labels, Array]:
    """For each of `rows`: the group of highest mean similarity, and that similarity."""
    centres = _centres(views, labels)
    best = np.empty(len(rows), dtype=np.intp)
    how_alike = np.empty(len(rows), dtype=np.float32)
    for at in range(0, len(rows), BLOCK):
        block = similarities(views.take(rows[at : at + BLOCK]), centres, anchors)
        best[at : at + BLOCK] = block.argmax(axis=1)
        how_alike[at : at + BLOCK] = block.max(axis=1)
    return best, how_alike


def _centres(views: Views, labels: Labels) -> Views:
    """The mean row of each group in each view."""
    from scipy.sparse import csr_matrix

    held = np.flatnonzero(labels >= 0)
    sizes = np.bincount(labels[held]).astype(np.float32)
    shares = csr_matrix(
        (1 / sizes[labels[held]], (labels[held], held)), shape=(len(sizes), len(views)), dtype=np.float32
    )
    words = None if views.words is None else shares @ views.words
    return replace(views, meaning=shares @ views.meaning, words=words, targets=shares @ views.targets)


def _renumber(labels: Labels) -> Labels:
    """Labels by first appearance: the same division always bears the same numbers."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(first))[inverse], dtype=np.intp)
