"""A framework's commitments and known new topics, as rows beside the passages' own.

Comes in: the framework and the vectors of its texts. Goes out: for each target a unit vector and its
texts for the words' view. Titles and descriptions in every language count, so that a Danish letter can
meet a nynorsk commitment; each language is centred, as the passages are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from consult.records import LANGUAGES, Framework, Target
from consult.themes.languages import PRIOR_ROWS, plain_means, plain_sentences, unit
from consult.themes.shingles import Weighted

Array = NDArray[np.float32]


def target_texts(target: Target) -> list[Weighted]:
    """Every title and description of one target with its language, each as heavy as the next."""
    every = (target.title, target.description)
    return [((texts[language], language), 1.0) for texts in every for language in LANGUAGES if texts.get(language)]


def framework_texts(framework: Framework) -> tuple[str, ...]:
    """Every distinct text that `target_rows` needs, sorted."""
    texts = {text for target in framework.targets for text, _ in target_texts(target)}
    written = {text for text, _ in texts}
    return tuple(sorted(written.union(plain_sentences({language for _, language in texts}))))


def target_rows(framework: Framework, vectors: Mapping[str, Array], width: int) -> Array:
    """(t, width) unit rows: titles and descriptions in equal parts.

    vectors: text → (width,) unit vector, for all of `framework_texts`.
    """
    titles = [target.title for target in framework.targets]
    descriptions = [target.description for target in framework.targets]
    plain = plain_means(vectors)
    return unit(_part(titles, vectors, plain, width) + _part(descriptions, vectors, plain, width))


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
