"""Texts as the letter sequences of their words: what the encoder does not see, such as a rare name.

Comes in: texts with their languages, in weighted groups (a passage and its context). Goes out: sparse unit
rows whose dot product says how many rare letter sequences two passages share. The words are the content
words' keys (`words.py`), so nynorsk and bokmål forms of one lemma are one and function words are none;
three to five letters inside a key meet compounds half-way (*innkjøpslister*, *innkjøp*). Weights are the
corpus's own inverse document frequencies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from consult.records import LANGUAGES, Language, Passage
from consult.themes.context import role_texts
from consult.themes.letters import letter_counts
from consult.themes.words import words_of

LETTERS = (3, 5)  # of keys, 3-5, 4-6 and 5-7 are within .01; of raw text all lose .02; docs/decisions/0003
BUCKETS = 2**18  # hashed, so that memory is bounded whatever the corpus
MIN_SHARE_TO_LOAD = 0.05  # of the passages: below it a language's dictionary is not worth 0.4 s and 100 MB

LEMMAS_UP_TO = 20_000  # texts; a thousand take a second to lemmatise

Text = tuple[str, Language]
Weighted = tuple[Text, float]


class Shingles:
    """Rows of TF-IDF weights over hashed letter sequences, fitted on one corpus and its framework."""

    def __init__(self, texts: Collection[Text], loaded: Collection[str]) -> None:
        """Learn how rare each sequence is among `texts`, each distinct text counted once.

        loaded: the languages whose dictionaries are worth loading. Above `LEMMAS_UP_TO` texts the
        letters are those of the words as written, and `words` is empty.
        """
        from sklearn.feature_extraction.text import TfidfTransformer

        distinct = sorted(set(texts))
        self.words = _words(distinct, loaded) if len(distinct) <= LEMMAS_UP_TO else {}
        if len(distinct) <= LEMMAS_UP_TO:
            counts = _counts([" ".join(key for key, _ in self.words[text]) for text in distinct])
        else:
            counts = letter_counts([text for text, _ in distinct], LETTERS, BUCKETS)
        self._row = {text: at for at, text in enumerate(distinct)}
        weighed = TfidfTransformer(sublinear_tf=True).fit(counts).transform(counts, copy=False)
        self._rows = weighed.tocsr().astype(np.float32, copy=False)

    def rows(self, groups: Sequence[Sequence[Weighted]]) -> Any:
        """One sparse unit row per group of weighted texts; every text one of those fitted on."""
        from scipy.sparse import csr_matrix
        from sklearn.preprocessing import normalize

        at = [(row, self._row[text], weight) for row, group in enumerate(groups) for text, weight in group]
        if not at:
            return csr_matrix((len(groups), BUCKETS), dtype=np.float32)
        rows, columns, weights = zip(*at, strict=True)
        shape = (len(groups), len(self._row))
        mix = csr_matrix((np.asarray(weights, dtype=np.float32), (rows, columns)), shape=shape)
        return normalize(mix @ self._rows)


def _counts(keys: Sequence[str]) -> Any:
    """How often each letter sequence stands in each text."""
    from sklearn.feature_extraction.text import HashingVectorizer

    counter = HashingVectorizer(
        analyzer="char_wb", ngram_range=LETTERS, n_features=BUCKETS, alternate_sign=False, norm=None
    )
    return counter.transform(keys)


def _words(texts: Sequence[Text], loaded: Collection[str]) -> dict[Text, list[tuple[str, str]]]:
    """Text → (key, word as written) of its content words, in order."""
    read = words_of([text for text, _ in texts], [language for _, language in texts], loaded)
    return {
        text: [(word.key, word.text.lower()) for word in row if word.key] for text, row in zip(texts, read, strict=True)
    }


def weighted_texts(passage: Passage, weights: dict[str, float]) -> list[Weighted]:
    """A passage's own text and its context with their weights by role; what weighs nothing is left out."""
    return [
        ((text, passage.language), weights[role] * share)
        for role, shares in role_texts(passage).items()
        for text, share in shares
        if weights[role]
    ]


def worth_loading(passages: Sequence[Passage]) -> tuple[Language, ...]:
    """The languages of which there are enough passages."""
    common = Counter(passage.language for passage in passages)
    return tuple(name for name in LANGUAGES if common[name] >= MIN_SHARE_TO_LOAD * len(passages))
