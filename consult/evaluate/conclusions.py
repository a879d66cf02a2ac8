"""Do conclusions speak for everybody, and do their quotes not say the same twice?

In: a finished analysis and the vectors of its passages. Out: shares between 0 and 1. A passage is spoken for where it
is shown itself, repeats one that is, lies near one that its own theme's conclusions show, or is listed as not
reflected; that a conclusion counts it is not enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from consult.records import Analysis

NEAR = 0.5  # cosine, as in `consult.answer.plan`: one passage speaks for another
SAYS_THE_SAME = 0.9  # cosine from which two quotes are one said twice

Vectors = Mapping[str, NDArray[np.float32]]


def coverage(analysis: Analysis, vectors: Vectors) -> float:
    """Share of passages that a shown quote of their theme speaks for, or that are listed as not reflected."""
    shown = _shown_by_theme(analysis)
    listed = {one.passage_id for one in analysis.not_reflected}
    spoken = [
        passage_id in listed or _spoken_for(passage_id, shown[theme.theme_id], analysis.duplicates, vectors)
        for theme in analysis.themes
        for passage_id in theme.passage_ids
    ]
    return sum(spoken) / len(spoken) if spoken else 1.0


def repeated(analysis: Analysis, vectors: Vectors) -> float:
    """Share of shown quotes that say what an earlier quote in the same sentence says."""
    count = same = 0
    for one in analysis.conclusions:
        shown = [quote.passage_id for quote in one.citations if quote.shown]
        count += len(shown)
        same += sum(
            any(_alike(earlier, later, vectors) >= SAYS_THE_SAME for earlier in shown[:at])
            for at, later in enumerate(shown)
        )
    return same / count if count else 0.0


def _shown_by_theme(analysis: Analysis) -> dict[str, set[str]]:
    """Theme → the passages that its conclusions show."""
    shown: dict[str, set[str]] = defaultdict(set)
    for one in analysis.conclusions:
        shown[one.theme_id].update(quote.passage_id for quote in one.citations if quote.shown)
    return shown


def _spoken_for(passage_id: str, shown: set[str], duplicates: Mapping[str, str], vectors: Vectors) -> bool:
    first = duplicates.get(passage_id, passage_id)
    said = shown | {duplicates.get(one, one) for one in shown}
    return first in said or any(_alike(passage_id, one, vectors) >= NEAR for one in shown)


def _alike(one: str, other: str, vectors: Vectors) -> float:
    """Cosine of two passages; of those without a vector nothing is known."""
    return float(vectors[one] @ vectors[other]) if one in vectors and other in vectors else 0.0
