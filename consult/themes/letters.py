"""The letter sequences of many texts, counted in one go: what words are compared by.

In: texts. Out: how often each sequence of three to five letters stands in each, a word at a time with a space before
and behind it, hashed to buckets. The same sequences as scikit-learn's `char_wb`, which goes through each text sign by
sign; here each distinct word is looked at once, and a text's counts are the sums of its words': a twentieth of the
time. `library_counts` puts them into the very buckets of scikit-learn (MurmurHash3), each distinct sequence once;
`letter_counts` into others, all words as one array, for corpora of which there is no end of words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.themes.sketch import scattered

FACTOR = np.uint32(0x01000193)


def letter_counts(texts: Sequence[str], lengths: tuple[int, int], buckets: int) -> Any:
    """Sparse (n, buckets) float32, a row's columns in the order in which they come.

    lengths: the shortest and the longest sequence, the shortest no longer than three. buckets: a power of two.
    """
    said, words = _said(texts, np.float32)
    return said @ _of_words(words, lengths, buckets)


def library_counts(texts: Sequence[str], lengths: tuple[int, int], buckets: int) -> Any:
    """Sparse (n, buckets) float64, columns in order: what scikit-learn's HashingVectorizer counts, without loading it.

    Arguments as for `letter_counts`.
    """
    from scipy.sparse import csr_matrix

    said, words = _said(texts, np.float64)
    bucket = _Buckets(buckets)
    columns = [[bucket[one] for one in _sequences(word, lengths)] for word in words]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.fromiter((one for row in columns for one in row), dtype=np.int32, count=int(starts[-1]))
    of_words = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(words), buckets))
    counts = said @ of_words
    counts.sort_indices()
    return counts


def _said(texts: Sequence[str], kind: type[np.float32 | np.float64]) -> tuple[Any, list[str]]:
    """How often each distinct word stands in each text, sparse (n, words), and the words."""
    from scipy.sparse import csr_matrix

    number: dict[str, int] = {}
    said = [[number.setdefault(word, len(number)) for word in text.lower().split()] for text in texts]
    starts = np.cumsum([0, *map(len, said)])
    words = np.fromiter((word for row in said for word in row), dtype=np.int32, count=int(starts[-1]))
    return csr_matrix((np.ones(len(words), dtype=kind), words, starts), shape=(len(texts), len(number))), list(number)


def _sequences(word: str, lengths: tuple[int, int]) -> Iterator[str]:
    """The sequences of one word; one that is too short for a length has nothing longer either."""
    padded = f" {word} "
    for length in range(lengths[0], min(lengths[1], len(padded)) + 1):
        yield from (padded[at : at + length] for at in range(len(padded) - length + 1))


class _Buckets(dict[str, int]):
    """Sequence → its bucket in scikit-learn, worked out once."""

    def __init__(self, buckets: int) -> None:
        super().__init__()
        self._buckets = buckets

    def __missing__(self, sequence: str) -> int:
        from murmurhash.mrmr import hash_bytes

        found = abs(hash_bytes(sequence.encode("utf-8", "surrogatepass"), 0)) % self._buckets
        self[sequence] = int(found)
        return int(found)


def _of_words(words: Collection[str], lengths: tuple[int, int], buckets: int) -> Any:
    """The same of single words."""
    from scipy.sparse import coo_matrix

    padded = [f" {word} " for word in words]
    signs = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32)
    sizes = np.asarray([len(word) for word in padded], dtype=np.int64)
    row = np.repeat(np.arange(len(words)), sizes)
    left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(signs))  # signs from here to the end of the word
    rows, columns = list[NDArray[np.int64]](), list[NDArray[np.int64]]()
    hashed = np.zeros(len(signs), dtype=np.uint32)
    for length in range(1, lengths[1] + 1):
        begun = max(0, len(signs) - length + 1)
        hashed[:begun] = hashed[:begun] * FACTOR + signs[length - 1 : length - 1 + begun]
        if length >= lengths[0]:
            whole = left >= length
            rows.append(row[whole])
            columns.append((scattered(hashed[whole] + np.uint32(length)) & np.uint32(buckets - 1)).astype(np.int64))
    at = (np.concatenate(rows), np.concatenate(columns))
    return coo_matrix((np.ones(len(at[0]), dtype=np.float32), at), shape=(len(words), buckets)).tocsr()
