"""Wider themes above the themes, where there are too many to keep in mind.

Comes in: the groups, and the views that they were made by. Goes out: for each group the number of its wider group,
or -1 where it stands for itself. The tree of grouping is carried on from the groups to a lower cut, so that no
group is ever in two wider ones; what nothing is near to has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from consult.records import Theme
from consult.themes.group import threshold
from consult.themes.views import Array, Views, similarities

MANY = 20  # themes of several passages; up to here a reader sees them all at once
SEVERAL = 2  # passages
WIDE_CUT = 0.15  # of the way from unrelated pairs to nearest ones; .1 to .2 are alike
SAMPLE = 1500  # passages whose pairs set the cut: drawn evenly, in their order
SAME = 0.5  # share of passages from which a wider theme is the one there was


def wider_groups(groups: Sequence[Sequence[int]], views: Views, anchors: float) -> tuple[int, ...]:
    """For each group (rows of `views`) the number of its wider group, -1 for those that stand for themselves.

    All -1 where no more than `MANY` groups hold several passages.
    """
    if sum(len(rows) >= SEVERAL for rows in groups) <= MANY:
        return (-1,) * len(groups)
    middles = _middles(groups, views)
    alike = similarities(middles, middles, anchors)
    drawn = views.take(np.arange(len(views), dtype=np.intp)[:: -(-len(views) // SAMPLE)])
    joined = carry_on(alike, [len(rows) for rows in groups], threshold(similarities(drawn, drawn, anchors), WIDE_CUT))
    counted = Counter(joined.tolist())
    return tuple(number if counted[number] > 1 else -1 for number in joined.tolist())


def carry_on(alike: Array, sizes: Sequence[int], cut: float) -> NDArray[np.intp]:
    """Average linkage (UPGMA) that starts from groups of given sizes: (g,) the smallest member of each wider group.

    alike: (g, g) mean similarities of the groups. Of equal pairs the first is joined first. Each group's nearest is
    kept, and looked for again only where it was one of the two: looking through all pairs at every step takes eight
    times as long for twice as many groups.
    """
    left = alike.astype(np.float64)
    np.fill_diagonal(left, -np.inf)
    held = np.asarray(sizes, dtype=np.float64)
    label = np.arange(len(left), dtype=np.intp)
    nearest, best = left.argmax(axis=1), left.max(axis=1)
    while len(left) > 1:
        at = int(best.argmax())
        one, other = sorted((at, int(nearest[at])))
        if left[one, other] < cut:
            break
        row = (held[one] * left[one] + held[other] * left[other]) / (held[one] + held[other])
        row[[one, other]] = -np.inf
        left[one] = left[:, one] = row
        left[other] = left[:, other] = -np.inf
        held[one] += held[other]
        label[label == other] = one
        _look_again(left, nearest, best, one, other)
    return label


def _look_again(
    left: NDArray[np.float64], nearest: NDArray[np.intp], best: NDArray[np.float64], one: int, other: int
) -> None:
    """Each group's nearest, in place, after `other` was joined to `one`; of equally near ones the first."""
    lost = np.flatnonzero((nearest == one) | (nearest == other))
    lost = np.union1d(lost, (one, other))
    nearest[lost], best[lost] = left[lost].argmax(axis=1), left[lost].max(axis=1)
    closer = (left[:, one] > best) | ((left[:, one] == best) & (one < nearest))
    nearest[closer], best[closer] = one, left[closer, one]


def _middles(groups: Sequence[Sequence[int]], views: Views) -> Views:
    """The mean row of each group in each view."""
    from scipy.sparse import csr_matrix

    at = [(group, row, 1 / len(rows)) for group, rows in enumerate(groups) for row in rows]
    group, row, share = zip(*at, strict=True)
    shape = (len(groups), len(views))
    mean = csr_matrix((np.asarray(share, dtype=np.float32), (group, row)), shape=shape)
    words = None if views.words is None else mean @ views.words
    return replace(views, meaning=mean @ views.meaning, words=words, targets=mean @ views.targets)


def kept_wider(held: Mapping[int, AbstractSet[str]], previous: Sequence[Theme]) -> dict[int, str]:
    """Number of a wider theme → the title it had in the run before, where it holds mostly the same; else it has none.

    held: number → passages.
    """
    before: dict[str, set[str]] = {}
    for theme in previous:
        if theme.parent:
            before.setdefault(theme.parent, set()).update(theme.passage_ids)
    known = {number: _same(passages, before) for number, passages in held.items()}
    return {number: title for number, title in known.items() if title}


def _same(held: AbstractSet[str], before: Mapping[str, set[str]]) -> str:
    """The wider theme of the run before that shares more than `SAME` with this one; empty where none does."""
    alike = {old: len(held & theirs) / len(held | theirs) for old, theirs in before.items()}
    best = min(alike, key=lambda old: (-alike[old], old), default="")
    return best if best and alike[best] > SAME else ""
