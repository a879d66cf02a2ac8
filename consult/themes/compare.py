"""Passages beside each other and beside the framework: everything that grouping and placing look at.

Comes in: passages, the framework, the vectors of their texts. Goes out: the three views of the passages,
how alike they are to each target, and the posterior of the targets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage
from consult.themes.context import GROUPING, PLACING, blend
from consult.themes.group import EXACT
from consult.themes.place import VOTERS, Alike, posterior
from consult.themes.shingles import Shingles, Text, weighted_texts, worth_loading
from consult.themes.targets import target_rows, target_texts
from consult.themes.views import Neighbours, Views, find_neighbours

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is known of n passages before they are grouped and placed.

    views: to group by. neighbours: who votes for whom. alike: to t targets.
    own: (n, t + 1) posterior, before votes. words: text → its words, for the evidence.
    """

    views: Views
    neighbours: Neighbours
    alike: Alike
    own: Array
    words: Mapping[Text, Sequence[tuple[str, str]]]


def compare_passages(passages: Sequence[Passage], framework: Framework, vectors: Mapping[str, Array]) -> Compared:
    """Build the views of n passages and what they have to do with the framework.

    vectors: text → unit vector, for all texts of `context.texts_to_embed` and `targets.framework_texts`.
    """
    shingles = _shingles(passages, framework)
    in_place = Views(
        meaning=blend(passages, vectors, PLACING),
        words=shingles.rows([weighted_texts(passage, PLACING) for passage in passages]),
        targets=np.empty((len(passages), 0), dtype=np.float32),
    )
    alike = _alike(in_place, framework, vectors, shingles)
    own = posterior(alike)
    small = len(passages) <= EXACT
    views = Views(
        meaning=blend(passages, vectors, GROUPING),
        words=shingles.rows([weighted_texts(passage, GROUPING) for passage in passages]) if small else None,
        targets=np.sqrt(own[:, :-1]),
    )
    if not small:
        in_place = replace(in_place, words=None)
    neighbours = find_neighbours(in_place, VOTERS, EXACT)
    return Compared(views=views, neighbours=neighbours, alike=alike, own=own, words=shingles.words)


def _shingles(passages: Sequence[Passage], framework: Framework) -> Shingles:
    """The words of passages and targets, weighed as one corpus."""
    weighted = [weighted_texts(passage, PLACING) for passage in passages]
    weighted += [target_texts(target) for target in framework.targets]
    return Shingles([text for texts in weighted for text, _ in texts], worth_loading(passages))


def _alike(views: Views, framework: Framework, vectors: Mapping[str, Array], shingles: Shingles) -> Alike:
    """(n, t): passages against targets, by meaning and by words."""
    targets = target_rows(framework, vectors, views.meaning.shape[1])
    words = shingles.rows([target_texts(target) for target in framework.targets])
    return Alike(meaning=views.meaning @ targets.T, words=(views.words @ words.T).toarray())
