"""Passages beside each other and beside the framework: everything that grouping and placing look at.

Comes in: passages, the framework, the vectors of their texts. Goes out: the three views of the passages,
how alike they are to each target, and the posterior of the targets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage
from consult.themes.context import blend
from consult.themes.group import EXACT
from consult.themes.place import Alike, posterior
from consult.themes.shingles import Shingles, weighted_texts
from consult.themes.targets import target_rows, target_texts
from consult.themes.views import Views

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """views: of n passages; alike: to t targets; own: (n, t + 1) posterior, before votes."""

    views: Views
    alike: Alike
    own: Array


def compare(passages: Sequence[Passage], framework: Framework, vectors: Mapping[str, Array]) -> Compared:
    """Build the views of n passages and what they have to do with the framework.

    vectors: text → unit vector, for all texts of `context.texts_to_embed` and `targets.framework_texts`.
    """
    meaning = blend(passages, vectors)
    targets = target_rows(framework, vectors, meaning.shape[1])
    words, target_words = _words(passages, framework)
    alike = Alike(meaning=meaning @ targets.T, words=(words @ target_words.T).toarray())
    own = posterior(alike)
    views = Views(meaning=meaning, words=words if len(passages) <= EXACT else None, targets=np.sqrt(own[:, :-1]))
    return Compared(views=views, alike=alike, own=own)


def _words(passages: Sequence[Passage], framework: Framework) -> tuple[Any, Any]:
    """Sparse rows of passages and of targets, weighed by one corpus: both together."""
    of_passages = [weighted_texts(passage) for passage in passages]
    of_targets = [target_texts(target) for target in framework.targets]
    shingles = Shingles([text for texts in (*of_passages, *of_targets) for text, _ in texts])
    return shingles.rows(of_passages), shingles.rows(of_targets)
