"""Which theme of this run is which theme of the run before: ids by what they hold.

In: the new groups as sets of passage ids, the themes there were, and a passage in the middle of each
group. Out: an id for each group. A group keeps the id of the theme that it shares most with, by optimal
assignment (Kuhn 1955; `scipy.optimize.linear_sum_assignment`) on Jaccard similarity; a new group takes
an id from its middle passage. The order of groups, or of the themes before, changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from consult.records import Theme, content_id

MIN_JACCARD = 0.3
"""Below it a group is another theme: measured with 10 % of the input new, average linkage then lets 91 to
97 % of passages keep their theme's id, at 100 to 2,000 passages (docs/decisions/0003)."""

DIGITS = 9
TIE_BREAK = 1e-7  # of similarity, shared out by order of id, so that equal choices are always the same choice


def match_themes(
    groups: Sequence[frozenset[str]], previous: Sequence[Theme], medoids: Sequence[str]
) -> tuple[str, ...]:
    """An id for each group, in the order of `groups`; no id twice.

    groups: disjoint sets of passage ids; medoids: one passage id of each. Raises ValueError where the two
    differ in length.
    """
    if len(groups) != len(medoids):
        raise ValueError(f"{len(groups)} groups with {len(medoids)} middle passages")
    kept = _kept(groups, sorted(previous, key=lambda theme: theme.theme_id))
    used = {theme.theme_id for theme in previous}  # an id that no group keeps is retired, not given away
    ids: list[str] = [""] * len(groups)
    for at in sorted(range(len(groups)), key=lambda at: medoids[at]):
        ids[at] = kept.get(at) or _fresh(medoids[at], used)
        used.add(ids[at])
    return tuple(ids)


def _kept(groups: Sequence[frozenset[str]], previous: Sequence[Theme]) -> dict[int, str]:
    """Group number → id of the theme that it is."""
    if not groups or not previous:
        return {}
    order = sorted(range(len(groups)), key=lambda at: sorted(groups[at]))
    likeness = jaccard([groups[at] for at in order], [frozenset(theme.passage_ids) for theme in previous])
    allowed = np.where(likeness >= MIN_JACCARD, likeness, 0.0)
    ties = np.add.outer(np.arange(len(order)), np.arange(len(previous))) * TIE_BREAK / (len(order) + len(previous))
    rows, columns = linear_sum_assignment(allowed - ties * (allowed > 0), maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return {order[row]: previous[column].theme_id for row, column in pairs if allowed[row, column] > 0}


def jaccard(groups: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> NDArray[np.float64]:
    """Shared passages over all passages of each pair, (groups, others)."""
    where = {passage: at for at, other in enumerate(others) for passage in other}
    shared = np.zeros((len(groups), len(others)))
    for row, group in enumerate(groups):
        for passage in group:
            if passage in where:
                shared[row, where[passage]] += 1
    sizes = np.add.outer([len(group) for group in groups], [len(other) for other in others])
    return np.asarray(np.round(shared / np.maximum(sizes - shared, 1), DIGITS))


def _fresh(medoid: str, used: set[str]) -> str:
    """An id from the middle passage that no theme bears or bore."""
    theme_id, attempt = content_id("t", medoid), 1
    while theme_id in used:
        theme_id, attempt = content_id("t", medoid, attempt), attempt + 1
    return theme_id
