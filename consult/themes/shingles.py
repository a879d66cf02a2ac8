"""Texts as the letter sequences of their words: what the encoder does not see, such as a rare name.

Comes in: texts with their languages, in weighted groups (a passage and its context). Goes out: sparse unit
rows whose dot product says how many rare letter sequences two passages share. The words are the content
words' keys (`words.py`), so nynorsk and bokmål forms of one lemma are one and function words are none;
three to five letters inside a key meet compounds half-way (*innkjøpslister*, *innkjøp*). Weights are the
corpus's own inverse document frequencies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.records import LANGUAGES, Language, Passage
from consult.themes.context import role_texts
from consult.themes.letters import letter_counts, library_counts
from consult.themes.words import words_of

LETTERS = (3, 5)  # of keys, 3-5, 4-6 and 5-7 are within .01; of raw text all lose .02; docs/decisions/0003
BUCKETS = 2**18  # hashed, so that memory is bounded whatever the corpus
MIN_SHARE_TO_LOAD = 0.05  # of the passages: below it a language's dictionary is not worth 0.4 s and 100 MB

LEMMAS_UP_TO = 20_000  # texts; a thousand take a second to lemmatise

ENTRIES = 2**20
BLOCK = 5000  # groups of several texts whose rows are held at a time

Array = NDArray[np.float32]
Text = tuple[str, Language]
Weighted = tuple[Text, float]


class Shingles:
    """Rows of TF-IDF weights over hashed letter sequences, fitted on one corpus and its framework."""

    def __init__(self, texts: Collection[Text], loaded: Collection[str]) -> None:
        """Learn how rare each sequence is among `texts`, each distinct text counted once.

        loaded: the languages whose dictionaries are worth loading. Above `LEMMAS_UP_TO` texts the
        letters are those of the words as written, and `words` is empty.
        """
        distinct = sorted(set(texts))
        many = len(distinct) > LEMMAS_UP_TO
        self.words = {} if many else _words(distinct, loaded)
        said = [text[0] if many else " ".join(key for key, _ in self.words[text]) for text in distinct]
        self._row = {text: at for at, text in enumerate(distinct)}
        self._as_library = bool(said) and not many
        counted = _weighed(said) if self._as_library else weighed_by_rarity(letter_counts(said, LETTERS, BUCKETS))
        self._rows = counted

    def rows(self, groups: Sequence[Sequence[Weighted]]) -> Any:
        """One sparse unit row per group of weighted texts; every text one of those fitted on."""
        from scipy.sparse import csr_matrix

        at = [(row, self._row[text], weight) for row, group in enumerate(groups) for text, weight in group]
        if not at:
            return csr_matrix((len(groups), BUCKETS), dtype=np.float32)
        rows, columns, weights = zip(*at, strict=True)
        shape = (len(groups), len(self._row))
        mix = csr_matrix((np.asarray(weights, dtype=np.float32), (rows, columns)), shape=shape)
        mixed = mix @ self._rows
        return divided_rows(mixed) if self._as_library else unit_rows(mixed)

    def alike(self, groups: Sequence[Sequence[Weighted]], others: Any) -> Array:
        """(n, m): cosines of n groups' rows and m `others`, as from `rows`. A text alone is its own row."""
        found = (self._rows @ others.T).toarray()
        alone = [len(group) == 1 for group in groups]
        several = [group for group, one in zip(groups, alone, strict=True) if not one]
        out = np.empty((len(groups), others.shape[0]), dtype=np.float32)
        out[alone] = found[[self._row[group[0][0]] for group, one in zip(groups, alone, strict=True) if one]]
        mixed = [(self.rows(several[at : at + BLOCK]) @ others.T).toarray() for at in range(0, len(several), BLOCK)]
        out[np.logical_not(alone)] = np.concatenate(mixed) if mixed else 0.0
        return out


def _weighed(texts: Sequence[str]) -> Any:
    """Sparse (n, `BUCKETS`) float32, unit rows: how often each letter sequence stands in each text, by its rarity.

    The very numbers that scikit-learn's HashingVectorizer and TfidfTransformer give, which take two seconds to load.
    """
    counts = library_counts(texts, LETTERS, BUCKETS)
    held = np.bincount(counts.indices, minlength=BUCKETS)
    rarity = np.log((1.0 + len(texts)) / (1.0 + held)) + 1.0
    counts.data = (np.log(counts.data) + 1.0) * rarity[counts.indices]
    return divided_rows(counts).astype(np.float32)


def divided_rows(rows: Any) -> Any:
    """Sparse rows scaled to unit length, in place, as scikit-learn does it: squares added one by one; empty ones stay.

    `unit_rows` adds them in pairs, which needs less memory and differs in the last digit.
    """
    which = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    lengths = np.sqrt(np.bincount(which, rows.data * rows.data, minlength=rows.shape[0]))
    rows.data[:] = rows.data / np.where(lengths > 0, lengths, 1.0)[which]
    return rows


def weighed_by_rarity(counts: Any) -> Any:
    """TF-IDF, in place: 1 + log of how often a sequence stands there, times how rare it is; unit rows.

    Smoothed as if one more text held everything, so that nothing weighs infinitely (the same as scikit-learn's).
    counts: sparse (n, v) float32, each entry at least 1.
    """
    texts, width = counts.shape
    held = np.bincount(counts.indices, minlength=width)
    rarity = np.log((1 + texts) / (1 + held)) + 1
    for part in _parts(counts):
        data = (np.log(counts.data[part], dtype=np.float64) + 1) * rarity[counts.indices[part]]
        counts.data[part] = _unit(data, counts.indptr, part)
    return counts


def unit_rows(rows: Any) -> Any:
    """Sparse rows scaled to unit length, in place; an empty row stays empty."""
    for part in _parts(rows):
        rows.data[part] = _unit(rows.data[part], rows.indptr, part)
    return rows


def _parts(rows: Any) -> Iterator[slice]:
    """Entries of whole rows, so many at a time that what is worked out of them needs little memory."""
    at = 0
    while at < len(rows.data):
        end = int(rows.indptr[max(np.searchsorted(rows.indptr, at + ENTRIES, "right") - 1, 0)])
        end = end if end > at else int(rows.indptr[np.searchsorted(rows.indptr, at, "right")])
        yield slice(at, end)
        at = end


def _unit(data: NDArray[Any], starts: NDArray[Any], part: slice) -> NDArray[Any]:
    """Entries of whole rows, each divided by its row's length."""
    inside = np.unique(starts[(starts >= part.start) & (starts < part.stop)]) - part.start
    squares = np.add.reduceat(data * data, inside, dtype=np.float64)
    return np.asarray(data / np.repeat(np.sqrt(squares), np.diff(np.append(inside, len(data)))))


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
