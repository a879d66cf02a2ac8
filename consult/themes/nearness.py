"""How near a phrase lies to what a theme is about, by the encoder.

In: a theme's passages and the phrases that could name it. Out: the cosine of each phrase's vector to the
middle of the theme. Passages and phrases are centred apart, each around the mean of its own language:
short phrases lie in a region of their own, and would otherwise be near to nothing but each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consult.records import Language, Passage
from consult.themes.embed import Encoder, VectorCache, embed_texts
from consult.themes.languages import centre_by_language, plain_means, plain_sentences, unit

DIGITS = 4  # cosines are rounded, so that they are the same in any order

Array = NDArray[np.float32]
Spoken = tuple[str, Language]
"""A text and its language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What measures nearness: an encoder with its cache."""

    encoder: Encoder
    cache: VectorCache

    def near(self, groups: Sequence[Sequence[Passage]], phrases: Sequence[Sequence[Spoken]]) -> list[dict[str, float]]:
        """For each group the cosine of each of its phrases to the middle of the group, from -1 to 1.

        Of all phrases of all groups each distinct one is embedded once; passages are in the cache already.
        """
        members = [[(passage.text, passage.language) for passage in group] for group in groups]
        said = self._centred(sorted({row for group in members for row in group}))
        named = self._centred(sorted({row for group in phrases for row in group}))
        return [_cosines(group, rows, said, named) for group, rows in zip(members, phrases, strict=True)]

    def _centred(self, rows: Sequence[Spoken]) -> dict[Spoken, Array]:
        """Unit vectors around the mean of their language."""
        if not rows:
            return {}
        texts, spoken = [text for text, _ in rows], [language for _, language in rows]
        plain = plain_sentences(set(spoken))
        vectors = embed_texts([*texts, *plain], self.encoder, self.cache)
        means = plain_means(dict(zip(plain, vectors[len(texts) :], strict=True)))
        return dict(zip(rows, centre_by_language(vectors[: len(texts)], spoken, means), strict=True))


def _cosines(
    members: Sequence[Spoken], phrases: Sequence[Spoken], said: Mapping[Spoken, Array], named: Mapping[Spoken, Array]
) -> dict[str, float]:
    rows = np.stack([said[row] for row in sorted(members)])
    centre = unit(rows.mean(axis=0, dtype=np.float64)[None, :].astype(np.float32))[0]
    return {text: round(float(named[text, language] @ centre), DIGITS) for text, language in phrases}
