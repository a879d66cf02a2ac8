"""Passages beside each other and beside the framework: everything that grouping and placing look at.

Comes in: passages, the framework, the vectors of their texts. Goes out: the three views of the passages,
how alike they are to each target, and the posterior of the targets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage
from consult.themes.context import GROUPING, PLACING, VOTING, Around
from consult.themes.group import EXACT
from consult.themes.place import VOTERS, Alike, posterior
from consult.themes.shingles import Shingles, Text, Weighted, weighted_texts, worth_loading
from consult.themes.subjects import Subjects, subject_rows
from consult.themes.targets import target_rows, target_texts
from consult.themes.views import USUAL_SPREAD, WORDS_WEIGHT, Neighbours, Views, find_neighbours, words_weight
from consult.themes.words import words_of

Array = NDArray[np.float32]

WORDS_BESIDE_EXAMPLES = 0.2  # of their weight, where every target has examples; CLINC150, meaning and words: .72 → .78


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is known of n passages before they are grouped and placed.

    views: to group by. neighbours: who votes for whom. alike: to t targets. meaning: (n, d), what it is measured with.
    own: (n, t + 1) posterior, before votes. words: text → its words, for the evidence.
    """

    views: Views
    neighbours: Neighbours
    alike: Alike
    meaning: Array
    own: Array
    words: Mapping[Text, Sequence[tuple[str, str]]]


def compare_passages(
    passages: Sequence[Passage],
    framework: Framework,
    vectors: Mapping[str, Array],
    around: Around | None = None,
    shingles: Shingles | None = None,
) -> Compared:
    """Build the views of n passages and what they have to do with the framework.

    vectors: text → unit vector, for all texts of `context.texts_to_embed` and `targets.framework_texts`.
    around: the passages with what stands around them; shingles: as from `read_shingles`; both if at hand.
    """
    texts = [weighted_texts(passage, PLACING) for passage in passages]
    shingles = shingles or _shingles(passages, texts, framework)
    subjects = _subjects(framework, vectors, passages)
    around = around or Around(passages, vectors)
    meaning = around.blend(PLACING)
    alike = _alike(texts, meaning, framework, vectors, shingles, subjects)
    own = posterior(alike)
    small = len(passages) <= EXACT

    def views(weights: dict[str, float], count_words: float) -> Views:
        return Views(
            meaning=around.blend(weights),
            words=_words(passages, shingles, weights) if small else None,
            targets=np.sqrt(own[:, :-1]),
            spread=subjects.spread,
            words_weight=count_words,
        )

    neighbours = find_neighbours(views(VOTING, WORDS_WEIGHT), VOTERS, EXACT)
    grouping = views(GROUPING, words_weight(len(passages)))
    return Compared(views=grouping, neighbours=neighbours, alike=alike, meaning=meaning, own=own, words=shingles.words)


def read_shingles(passages: Sequence[Passage], framework: Framework) -> Shingles:
    """The words of passages and targets: what of comparing needs no vectors."""
    return _shingles(passages, [weighted_texts(passage, PLACING) for passage in passages], framework)


def remember_words(passages: Sequence[Passage], framework: Framework) -> None:
    """Read the same words, so that `read_shingles` finds them read, of these passages or of most of them."""
    texts = {text for passage in passages for text, _ in weighted_texts(passage, PLACING)}
    texts |= {text for target in framework.targets for text, _ in target_texts(target)}
    ordered = sorted(texts)
    words_of([text for text, _ in ordered], [language for _, language in ordered], worth_loading(passages))


def _shingles(passages: Sequence[Passage], texts: Sequence[Sequence[Weighted]], framework: Framework) -> Shingles:
    """The words of passages and targets, weighed as one corpus. texts: of each passage."""
    every = chain(texts, (target_texts(target) for target in framework.targets))
    return Shingles([text for group in every for text, _ in group], worth_loading(passages))


def _subjects(framework: Framework, vectors: Mapping[str, Array], passages: Sequence[Passage]) -> Subjects:
    """What public affairs are about; nothing where there is no target to compare it with."""
    if framework.targets:
        return subject_rows(vectors)
    width = len(vectors[passages[0].text])
    return Subjects(rows=np.empty((0, width), dtype=np.float32), spread=USUAL_SPREAD)


def _words(passages: Sequence[Passage], shingles: Shingles, weights: dict[str, float]) -> Any:
    """Sparse unit rows of the passages' words and those around them."""
    return shingles.rows([weighted_texts(passage, weights) for passage in passages])


def _alike(
    texts: Sequence[Sequence[Weighted]],
    meaning: Array,
    framework: Framework,
    vectors: Mapping[str, Array],
    shingles: Shingles,
    subjects: Subjects,
) -> Alike:
    """Passages, by meaning and by words, against targets, and both against the subjects. texts: of each passage."""
    targets = target_rows(framework, vectors, subjects)
    named = shingles.rows([target_texts(target) for target in framework.targets])
    words = shingles.alike(texts, named)
    return Alike(
        meaning=meaning @ targets.T,
        words=_beside_examples(framework) * words,
        subjects=meaning @ subjects.rows.T,
        taken=(subjects.rows @ targets.T).max(axis=1, initial=-1.0),
        spread=subjects.spread,
    )


def _beside_examples(framework: Framework) -> float:
    """What words count beside meaning: less where targets have examples, whose meaning says what words stand in for."""
    exemplified = sum(bool(target.examples) for target in framework.targets) / max(1, len(framework.targets))
    return 1.0 - (1.0 - WORDS_BESIDE_EXAMPLES) * exemplified
