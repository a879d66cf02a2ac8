"""What people have placed teaches where the rest belongs, on top of vectors that stay as they are.

Comes in: the posterior before votes, the passages' rows, and which of them people have placed where. Goes out: a
posterior that is right where people have said so, and drawn the same way where passages are alike. What they
placed as the machine would have placed it changes next to nothing; each surprise counts as far as it goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage
from consult.themes.views import Array

# Chosen on promises under names and requests under intents, twenty placed of three hundred; the notes of
# `corpora/ogp-norge-2026` had no say (docs/decisions/0003, `benchmarks/corrections.py`).
RIDGE = 0.5  # .1 to 1 are alike
GAIN = 4.0  # of a surprise in log-odds; 2 to 6 are alike, with 12 three mistakes in a row teach a fourth
DOUBT = 0.02  # what a placement by people leaves to the others, when neighbours vote
LEAST = 1e-6
ALIKE = 0.25  # cosine from which a lesson is named as evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What people have placed. rows: (m,) of passages; columns: (m,) of targets, the number of targets for `new`."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]

    def __len__(self) -> int:
        """How many passages people have placed."""
        return len(self.rows)


def lessons_of(passages: Sequence[Passage], placed: Mapping[str, str], framework: Framework) -> Lessons:
    """The passages among these that people have placed on a target or on `new`, in the order of the passages.

    placed: passage id → target. `unplaced` teaches nothing: it says that a person does not know either.
    """
    columns = {target.target_id: at for at, target in enumerate(framework.targets)}
    columns["new"] = len(framework.targets)
    found = [(row, placed.get(passage.passage_id, "")) for row, passage in enumerate(passages)]
    taught = [(row, columns[target]) for row, target in found if target in columns]
    rows, at = zip(*taught, strict=True) if taught else ((), ())
    return Lessons(rows=np.asarray(rows, dtype=np.intp), columns=np.asarray(at, dtype=np.intp))


def with_copies(placed: Mapping[str, str], duplicates: Mapping[str, str]) -> dict[str, str]:
    """Where people have placed passages, and the same for their copies; not where people disagree on copies.

    duplicates: passage id → its representative's.
    """
    said: dict[str, set[str]] = defaultdict(set)
    for passage_id, target in placed.items():
        said[duplicates.get(passage_id, passage_id)].add(target)
    agreed = {first: min(targets) for first, targets in said.items() if len(targets) == 1}
    copies = {copy: agreed[first] for copy, first in duplicates.items() if first in agreed}
    return agreed | copies | dict(placed)


def learn(own: Array, meaning: Array, lessons: Lessons) -> Array:
    """The posterior after the lessons; rows sum to 1.

    own: (n, t + 1) as from `place.posterior`; meaning: (n, d) unit rows. Kernel ridge regression of what surprised
    (the lesson less the posterior) on the cosine, added to the log-odds; then each lesson stands as people said it.
    """
    if not len(lessons):
        return own
    right = np.eye(own.shape[1])[lessons.columns]
    kernel = np.maximum(meaning.astype(np.float64) @ meaning[lessons.rows].T.astype(np.float64), 0.0)
    surprise = right - own[lessons.rows]
    weights = np.linalg.solve(kernel[lessons.rows] + RIDGE * np.eye(len(lessons)), surprise)
    logits = np.log(np.maximum(own, LEAST)) + GAIN * kernel @ weights
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    learned = powers / powers.sum(axis=1, keepdims=True)
    learned[lessons.rows] = (1 - DOUBT) * right + DOUBT * own[lessons.rows]
    return np.asarray(learned, dtype=np.float32)


def nearby(meaning: Array, lessons: Lessons, rows: Sequence[int], column: int) -> int:
    """How many passages people have placed in this column that are alike to one of `rows` and not among them."""
    if not len(lessons):
        return 0
    taught = np.setdiff1d(lessons.rows[lessons.columns == column], rows)
    return int(((meaning[taught] @ meaning[np.asarray(rows, dtype=np.intp)].T) >= ALIKE).any(axis=1).sum())
