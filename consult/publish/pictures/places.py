"""Passages as points of a plane: near each other where they say alike, by principal components.

In: unit vectors of passages, their themes and languages. Out: a place for each passage and each theme. Guaranteed:
the same for the same passages in any order; nothing random. It is a picture: five hundred directions do not
fit into two, so far apart means different, and near means alike or only that there was no room.

Method: principal components of the themes' means, weighted by their passages (classical scaling of them gives the
same plane: Torgerson 1952; Gower 1966), so that the plane is the one that shows how themes differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Point = tuple[float, float]

PRIOR = 10
"""Passages' worth of the common mean in each language's."""

DECIMALS = 3
"""Of a place, of a plane whose sides are 1 long: finer differences are not seen, and differ between machines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A passage to be placed. vector: (d,), of unit length."""

    passage_id: str
    theme_id: str
    language: str
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """Places between 0 and 1 by id, x to the right and y upwards.

    nearest: theme → the theme nearest to it in all directions; none where there is only one.
    """

    passages: Mapping[str, Point]
    themes: Mapping[str, Point]
    nearest: Mapping[str, str]


def plane(spots: Sequence[Spot]) -> Plane:
    """Places of `spots`, of which there is at least one, and of their themes."""
    ordered = sorted(spots, key=lambda spot: spot.passage_id)
    rows = _without_language(ordered)
    themes = sorted({spot.theme_id for spot in ordered})
    number = {theme: n for n, theme in enumerate(themes)}
    of = np.array([number[spot.theme_id] for spot in ordered])
    means = np.array([rows[of == n].mean(axis=0) for n in range(len(themes))])
    counts = np.bincount(of, minlength=len(themes)).astype(np.float64)
    axes, middle = _axes(means, counts, rows)
    flat = (rows - middle) @ axes.T
    least, span = flat.min(axis=0), np.ptp(flat, axis=0)
    scaled = (flat - least) / np.where(span > 0, span, 1)
    centres = np.array([scaled[of == n].mean(axis=0) for n in range(len(themes))])
    return Plane(
        passages={spot.passage_id: _point(row) for spot, row in zip(ordered, scaled, strict=True)},
        themes={theme: _point(row) for theme, row in zip(themes, centres, strict=True)},
        nearest=_nearest(themes, means),
    )


def _without_language(spots: Sequence[Spot]) -> Array:
    """(n, d) vectors less their language's mean: encoders place every language in a region of its own.

    A language's mean leans to that of all as `PRIOR` passages would, so that a language of one letter keeps its words.
    """
    rows = np.array([spot.vector for spot in spots], dtype=np.float64)
    middle = rows.mean(axis=0)
    languages = np.array([spot.language for spot in spots])
    for language in sorted(set(languages)):
        own = languages == language
        rows[own] -= (rows[own].sum(axis=0) + PRIOR * middle) / (own.sum() + PRIOR)
    return rows


def _axes(means: Array, counts: Array, rows: Array) -> tuple[Array, Array]:
    """Two directions of unit length and the middle: of themes where there are three or more, else of passages."""
    points, weights = (means, counts) if len(means) > 2 else (rows, np.ones(len(rows)))
    middle = np.average(points, axis=0, weights=weights)
    _, _, found = np.linalg.svd((points - middle) * np.sqrt(weights)[:, None], full_matrices=False)
    axes = np.zeros((2, rows.shape[1]))
    axes[: min(2, len(found))] = found[:2]
    signs = np.sign(axes[np.arange(2), np.abs(axes).argmax(axis=1)])
    return axes * np.where(signs == 0, 1, signs)[:, None], middle


def _nearest(themes: Sequence[str], means: Array) -> dict[str, str]:
    if len(themes) < 2:
        return {}
    lengths = np.linalg.norm(means, axis=1)
    likeness = (means @ means.T) / np.maximum(np.outer(lengths, lengths), 1e-12)
    np.fill_diagonal(likeness, -2)
    return {theme: themes[int(np.round(row, 6).argmax())] for theme, row in zip(themes, likeness, strict=True)}


def _point(row: Array) -> Point:
    return round(float(row[0]), DECIMALS), round(float(row[1]), DECIMALS)
