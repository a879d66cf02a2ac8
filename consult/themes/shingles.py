"""Texts as the character n-grams of their words: what the encoder does not see, such as a rare name.

Comes in: texts in groups with weights (a passage and its context). Goes out: sparse unit rows whose dot
product says how many rare letter sequences two passages share. Four to six letters inside a word meet
compounds and inflections half-way (*innkjøpslister*, *innkjøp*), in nynorsk and bokmål alike, without a
word list. Weights are the corpus's own inverse document frequencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from consult.records import Passage
from consult.themes.context import ROLE_WEIGHTS, role_texts

LETTERS = (4, 6)  # 3-5, 4-5, 4-6 and 5-7 place within .01 of each other; docs/decisions/0003
BUCKETS = 2**18  # hashed, so that memory is bounded whatever the corpus


class Shingles:
    """Rows of TF-IDF weights over hashed character n-grams, fitted on one corpus and its framework."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Learn how rare each n-gram is among `texts`, each distinct text counted once."""
        from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

        self._vectorizer = HashingVectorizer(
            analyzer="char_wb",
            ngram_range=LETTERS,
            n_features=BUCKETS,
            alternate_sign=False,
            norm=None,
            dtype=np.float32,
        )
        self._texts = sorted(set(texts))
        self._row = {text: at for at, text in enumerate(self._texts)}
        counts = self._vectorizer.transform(self._texts)
        self._weigher = TfidfTransformer(sublinear_tf=True).fit(counts)
        self._rows = self._weigher.transform(counts).tocsr()

    def rows(self, groups: Sequence[Sequence[tuple[str, float]]]) -> Any:
        """One sparse unit row per group of (text, weight); every text one of those fitted on."""
        from scipy.sparse import csr_matrix
        from sklearn.preprocessing import normalize

        at = [(row, self._row[text], weight) for row, group in enumerate(groups) for text, weight in group]
        shape = (len(groups), len(self._texts))
        if not at:
            return csr_matrix((len(groups), BUCKETS), dtype=np.float32)
        rows, columns, weights = zip(*at, strict=True)
        mix = csr_matrix((np.asarray(weights, dtype=np.float32), (rows, columns)), shape=shape)
        return normalize(mix @ self._rows)


def weighted_texts(passage: Passage) -> list[tuple[str, float]]:
    """A passage's own text and its context, with the weights of `ROLE_WEIGHTS`."""
    return [
        (text, ROLE_WEIGHTS[role] * share) for role, shares in role_texts(passage).items() for text, share in shares
    ]
