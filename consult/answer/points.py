"""The points of a theme: what it says, in one to four parts, and who says each best.

In: a theme's passages with their likeness. Out: points, each a set of passages with the one to three that
stand for all of it. Copies of one text are one voice in the choice, so that a campaign does not drown what
is said once. Deterministic; the order of passages changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import cut_tree, linkage

SIZES = (1, 4, 9, 16)
"""From how many different statements a theme may have 1, 2, 3, 4 points."""

SHOWN = (1, 2, 3)
"""From how many different statements a point shows 1, 2, 3 quotes."""

TWIN = 0.9  # likeness from which a second quote would only repeat the first
LEAST = 2  # statements in a point of its own; a lone one joins the point it is nearest to
DIGITS = 6

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One part of a theme. members, quoted: numbers of statements; quoted: those that are shown, best first."""

    members: tuple[int, ...]
    quoted: tuple[int, ...]


def likeness_of(vectors: Sequence[NDArray[np.float32]]) -> Matrix:
    """Cosines of unit rows, (n, n), rounded so that they are the same in any order."""
    rows = np.stack(vectors).astype(np.float64) if len(vectors) else np.empty((0, 0))
    return np.asarray(np.round(rows @ rows.T, DIGITS))


def find_points(
    likeness: Matrix,
    quality: Sequence[float],
    source_of: Sequence[str],
    apart: Sequence[int] = (),
    room: int = len(SIZES),
) -> list[Point]:
    """The points of a theme, the largest first.

    likeness: (n, n) cosines; quality: how well each statement reads as a quote, from 0 to 1; source_of: the source
    of each; apart: statements that make a point of their own, such as a campaign's text; room: the most
    points there may be, apart ones included.
    """
    rest = [at for at in range(len(quality)) if at not in set(apart)]
    groups = [[at] for at in apart] + [
        [rest[i] for i in part] for part in _parts(likeness[np.ix_(rest, rest)], max(1, room - len(apart)))
    ]
    points = [
        Point(members=tuple(group), quoted=tuple(_choose(group, likeness, quality, source_of))) for group in groups
    ]
    return sorted(points, key=lambda point: (-len(point.members), point.members))


def _parts(likeness: Matrix, room: int) -> list[list[int]]:
    """Statements by number, in as many parts as their number allows (Ward's linkage)."""
    size = len(likeness)
    wanted = min(room, sum(size >= least for least in SIZES))
    if wanted < 2:
        return [list(range(size))] if size else []
    distances = np.clip(1.0 - likeness, 0.0, None)[np.triu_indices(size, 1)]
    labels = cut_tree(linkage(np.sqrt(2.0 * distances), "ward"), n_clusters=wanted)[:, 0]
    parts = [np.flatnonzero(labels == label).tolist() for label in np.unique(labels)]
    return _without_lone(parts, likeness)


def _without_lone(parts: list[list[int]], likeness: Matrix) -> list[list[int]]:
    """Parts that are too small join the part they are likest to on average."""
    kept = [part for part in parts if len(part) >= LEAST] or [max(parts, key=len)]
    for part in parts:
        if not any(part is other for other in kept):
            nearest = max(
                kept, key=lambda other: (round(float(likeness[np.ix_(part, other)].mean()), DIGITS), -other[0])
            )
            nearest.extend(part)
    return [sorted(part) for part in kept]


def _choose(group: Sequence[int], likeness: Matrix, quality: Sequence[float], source_of: Sequence[str]) -> list[int]:
    """The statements that together come nearest to all of the group, by greedy facility location.

    Nemhauser, Wolsey and Fisher 1978: within 63 % of the best possible. A second quote of one source
    counts a little less, so that more voices are heard.
    """
    covered = np.zeros(len(group))
    inside = np.ascontiguousarray(likeness[np.ix_(group, group)])
    chosen: list[int] = []
    for _ in range(sum(len(group) >= least for least in SHOWN)):
        heard = {source_of[group[place]] for place in chosen}
        more = np.clip(inside - covered, 0.0, None).sum(axis=1).tolist()
        twins = inside[:, chosen].max(axis=1, initial=-np.inf) >= TWIN
        gain = {
            place: round(
                more[place] * quality[group[place]] * (0.8 if source_of[group[place]] in heard else 1.0), DIGITS
            )
            for place in np.flatnonzero(~twins).tolist()
        }
        if not gain:
            break
        best = max(gain, key=lambda place: (gain[place], -group[place]))
        chosen.append(best)
        covered = np.maximum(covered, inside[best])
    return [group[place] for place in chosen]
