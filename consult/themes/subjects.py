"""What public affairs are about apart from any framework: the strangers that a commitment has to beat.

Comes in: `subjects.toml`, and the vectors of its texts. Goes out: one row per subject. They serve three ends. A
passage that is more like a subject no commitment deals with is likely new. A target that is a bare name
("transport") borrows from the subjects near it, for a name says little of what belongs there. And since the
list is the same for every consultation, how alike its subjects are tells what an encoder's numbers are worth.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consult.themes.languages import unit

Array = NDArray[np.float32]

FILE = Path(__file__).with_name("subjects.toml")
LEAST_SPREAD = 1e-3  # of an encoder that tells nothing apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """rows: (k, d) unit rows, centred. spread: standard deviation of their cosines to each other."""

    rows: Array
    spread: float


@cache
def subject_pairs() -> tuple[tuple[str, str], ...]:
    """Every subject in bokmål and English, in the order of the file."""
    return tuple((nb, en) for nb, en in tomllib.loads(FILE.read_text("utf-8"))["subjects"])


def subject_texts() -> tuple[str, ...]:
    """Every text that `subject_rows` needs, sorted."""
    return tuple(sorted({text for pair in subject_pairs() for text in pair}))


def subject_rows(vectors: Mapping[str, Array]) -> Subjects:
    """The subjects as an encoder sees them; each language centred, then both in equal parts.

    vectors: text → (d,) unit vector, for all of `subject_texts`.
    """
    both = [np.stack([vectors[pair[at]] for pair in subject_pairs()]) for at in (0, 1)]
    rows = unit(np.sum([unit(rows - rows.mean(axis=0)) for rows in both], axis=0))
    cosines = (rows @ rows.T)[np.triu_indices(len(rows), 1)]
    return Subjects(rows=rows, spread=max(float(cosines.std()), LEAST_SPREAD))
