"""What the model of word classes says of many words in one go: each distinct word is looked at once.

In: sentences of one language, and the model's weights. Out: a row of scores for each word. The same features as
`wordclass.features`, each summed where it differs: what a word is by itself, what the words beside it say, and how
endings go together. A word's row depends on its own sentence alone: all is added in one order, word by word.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Ids = NDArray[np.int64]

BEGIN, END = "^", "$"
LONGEST_ENDING = 6


def bucket(name: str, buckets: int) -> int:
    """The bucket that a feature is hashed to."""
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) % buckets


def shape(word: str) -> str:
    """How a word is cased: ABC, abc, Abc, 123 or a mark."""
    if word.isupper():
        return "A"
    if word[:1].islower():
        return "a"
    if word[:1].isupper():
        return "T"
    return "0" if word[:1].isdigit() else "."


def family(language: str) -> str:
    """What the features of a language begin with: the Nordic languages share theirs, English has its own."""
    return ":" if language == "en" else "."


def sentence_scores(sentences: Sequence[Sequence[str]], language: str, weights: Scores, intercept: Scores) -> Scores:
    """(words of all sentences, classes). weights: (buckets, classes); intercept: (classes,)."""
    words = [word for sentence in sentences for word in sentence]
    number: dict[str, int] = {BEGIN: 0, END: 1}
    ids = np.asarray([number.setdefault(word.lower(), len(number)) for word in words], dtype=np.int64)
    forms, shared = list(number), family(language)
    starts = np.cumsum([0, *(len(sentence) for sentence in sentences)])
    starts = starts[:-1][np.diff(starts) > 0]
    before, after = _beside(ids, starts)
    two, three = _endings(forms, 2), _endings(forms, 3)

    def of_words(names: Callable[[str], Iterator[str]]) -> Scores:
        return _sums([list(names(form)) for form in forms], weights)

    def of_pairs(letter: str, beside: Ids) -> Scores:
        return _of_pairs(f"{shared}{letter}", three, two, beside, ids, weights)

    shapes = [shape(word) for word in words]
    for at in starts.tolist():
        shapes[at] += BEGIN
    found = of_words(lambda word: _own(word, language, shared))[ids]
    found += _of_shapes(shapes, weights)
    found += of_words(lambda word: iter((f"g{language}{word}", f"{shared}p{word}", f"{shared}P{word[-2:]}")))[before]
    found += of_words(lambda word: iter((f"{shared}n{word}", f"{shared}N{word[-2:]}")))[after]
    found += of_pairs("Q", before)
    found += of_pairs("M", after)
    return np.asarray(found + intercept, dtype=np.float32)


def _own(word: str, language: str, shared: str) -> Iterator[str]:
    """What a word is by itself."""
    yield from ("b", f"l{language}{word}", f"{shared}w{word}", f"{shared}r{word[:3]}")
    yield from (f"{shared}{length}{word[-length:]}" for length in range(1, LONGEST_ENDING + 1))


def _beside(ids: Ids, starts: Ids) -> tuple[Ids, Ids]:
    """The words before and behind each, the marks of beginning and end at the ends of sentences."""
    before, after = np.roll(ids, 1), np.roll(ids, -1)
    if len(ids):
        before[starts] = 0
        after[np.append(starts[1:], len(ids)) - 1] = 1
    return before, after


def _endings(forms: Sequence[str], length: int) -> tuple[list[str], Ids]:
    """Distinct endings, and for each form the number of its own."""
    number: dict[str, int] = {}
    ids = [number.setdefault(form[-length:], len(number)) for form in forms]
    return list(number), np.asarray(ids, dtype=np.int64)


def _of_pairs(
    begin: str,
    beside: tuple[list[str], Ids],
    own: tuple[list[str], Ids],
    besides: Ids,
    ids: Ids,
    weights: Scores,
) -> Scores:
    """What a word's ending says together with that of a word beside it, each distinct pair once."""
    keys = beside[1][besides] * len(own[0]) + own[1][ids]
    distinct, which = np.unique(keys, return_inverse=True)
    names = [
        [f"{begin}{beside[0][one]}|{own[0][other]}"] for one, other in zip(*divmod(distinct, len(own[0])), strict=True)
    ]
    return _sums(names, weights)[which]


def _of_shapes(shapes: Sequence[str], weights: Scores) -> Scores:
    number: dict[str, int] = {}
    ids = [number.setdefault(one, len(number)) for one in shapes]
    return _sums([[f"c{one}"] for one in number], weights)[np.asarray(ids, dtype=np.int64)]


def _sums(names: Sequence[Sequence[str]], weights: Scores) -> Scores:
    """(n, classes) float32: the sum of the features' weights, equally many for each, added in their order."""
    columns = np.asarray([[bucket(name, len(weights)) for name in row] for row in names], dtype=np.int64)
    found = np.zeros((len(names), weights.shape[1]), dtype=np.float32)
    for column in columns.T if len(names) else ():
        found += weights[column]
    return found
