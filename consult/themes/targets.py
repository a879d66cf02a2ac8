"""A framework's commitments and known new topics, as rows beside the passages' own.

Comes in: the framework and the vectors of its texts. Goes out: for each target a unit vector and its
texts for the words' view. Titles, descriptions and examples in every language count, so that a Danish letter can
meet a nynorsk commitment; each language is centred, as the passages are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from consult.records import LANGUAGES, Framework, Target
from consult.themes.languages import PRIOR_ROWS, plain_means, plain_sentences, unit
from consult.themes.shingles import Weighted
from consult.themes.subjects import Subjects, subject_texts

Array = NDArray[np.float32]

BORROW_FROM = 2.2  # spreads of the subjects; nearer subjects lend more, and 1.8 to 2.6 are alike


def target_texts(target: Target) -> list[Weighted]:
    """Every title and description of one target with its language, and its keywords as one text, each as heavy."""
    keywords = {language: ", ".join(words) for language, words in target.keywords.items()}
    every = (target.title, target.description, keywords)
    return [((texts[language], language), 1.0) for texts in every for language in LANGUAGES if texts.get(language)]


def framework_texts(framework: Framework) -> tuple[str, ...]:
    """Every distinct text that `target_rows` and the subjects need, sorted; none for a framework without targets."""
    said = [
        (language, text)
        for one in framework.targets
        for language in LANGUAGES
        for text in (one.title.get(language), one.description.get(language), *one.examples.get(language, ()))
        if text
    ]
    subjects = subject_texts() if said else ()
    return tuple(sorted({*(text for _, text in said), *plain_sentences({language for language, _ in said}), *subjects}))


def target_rows(framework: Framework, vectors: Mapping[str, Array], subjects: Subjects) -> Array:
    """(t, d) unit rows: titles, descriptions and examples in equal parts; a bare title borrows its description.

    vectors: text → (d,) unit vector, for all of `framework_texts`.
    """
    width = subjects.rows.shape[1]
    titles = [target.title for target in framework.targets]
    descriptions = [target.description for target in framework.targets]
    plain = plain_means(vectors)
    named, described = _part(titles, vectors, plain, width), _part(descriptions, vectors, plain, width)
    said = _said(framework, vectors, plain, width)
    bare = ~(described.any(axis=1) | said.any(axis=1))
    described[bare] = _borrowed(named[bare], subjects)
    return unit(named + described + said)


def _said(framework: Framework, vectors: Mapping[str, Array], plain: Mapping[str, Array], width: int) -> Array:
    """(t, width) unit rows: the middle of what people have said on each target; zero where there are no examples.

    CLINC150, five sentences each: .733 by their middle alone, .790 with the name, .677 by the nearest of them
    (docs/decisions/0003).
    """
    total = np.zeros((len(framework.targets), width), dtype=np.float32)
    for language in LANGUAGES:
        every = [(row, text) for row, one in enumerate(framework.targets) for text in one.examples.get(language, ())]
        if not every:
            continue
        rows = np.stack([vectors[text] for _, text in every])
        centre = (rows.sum(axis=0) + PRIOR_ROWS * plain[language]) / (len(rows) + PRIOR_ROWS)
        np.add.at(total, [row for row, _ in every], unit(rows - centre))
    return unit(total)


def _borrowed(named: Array, subjects: Subjects) -> Array:
    """Unit rows of what the subjects near each of these titles are about; zero where none is near.

    Holder de ord, thirteen bare names: .63 → .70 first choice, before votes (docs/decisions/0003).
    """
    near = np.maximum(named @ subjects.rows.T - BORROW_FROM * subjects.spread, 0.0)
    return unit(near @ subjects.rows)


def _part(
    texts: Sequence[Mapping[str, str]], vectors: Mapping[str, Array], plain: Mapping[str, Array], width: int
) -> Array:
    """(t, width) unit rows of one kind of text, summed over languages; zero where a target has none."""
    part = np.zeros((len(texts), width), dtype=np.float32)
    for language in LANGUAGES:
        at = [row for row, by_language in enumerate(texts) if by_language.get(language)]
        if not at:
            continue
        rows = np.stack([vectors[texts[row][language]] for row in at])
        centre = (rows.sum(axis=0) + PRIOR_ROWS * plain[language]) / (len(rows) + PRIOR_ROWS)
        part[at] += unit(rows - centre)
    return unit(part)
