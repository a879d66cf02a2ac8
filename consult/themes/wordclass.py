"""What kind of word each word of a sentence is: noun, adjective, verb, function word, …

In: the words of a passage and its language. Out: one class per word. One small linear model for nn, nb,
da, sv and en together, over hashed features of the word, its ending and its neighbours, so that a noun
phrase can be told from a scrap of a sentence. Trained by `models/words/train_classes.py` on Universal
Dependencies (CC BY-SA 4.0); right for 92 of 100 words (`models/words/classes.json`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.shipped import shipped
from consult.themes.wordscores import BEGIN, END, bucket, family, sentence_scores, shape

CLASSES = ("NOUN", "PROPN", "ADJ", "VERB", "ADP", "CCONJ", "DET", "NUM", "ADV", "OTHER", "MARK")
"""OTHER: pronouns, auxiliaries, subjunctions, particles, interjections. MARK: punctuation, symbols."""

BUCKETS = 2**16
EXACT = 1000  # scores are added in thousandths
KEPT = 300_000  # words whose scores are kept for when they are asked for again: 13 MB, and as much for the words

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]
Sentence = tuple[str, tuple[str, ...]]
"""A language and words in it."""
_KNOWN: dict[Sentence, tuple[Scores, Numbers]] = {}
"""By sentence the scores of its words, and which forms they are."""
_COUNTING = Lock()
_FORMS: dict[tuple[str, str], int] = {}
"""Language and word in small letters → the number of that form, for as long as sentences are kept."""


def word_classes(sentences: Sequence[Sequence[str]], languages: Sequence[str]) -> list[list[str]]:
    """The class of every word of every sentence, in the same shape as `sentences`.

    What a word is elsewhere in the same texts counts as much as what it seems to be here: a noun that
    begins a bullet looks like a name, and nothing beside it says otherwise.
    """
    if not any(sentences):
        return [[] for _ in sentences]
    best = iter(_with_elsewhere(*_scores(sentences, languages)).argmax(axis=1).tolist())
    return [[CLASSES[next(best)] for _ in words] for words in sentences]


def _scores(sentences: Sequence[Sequence[str]], languages: Sequence[str]) -> tuple[Scores, Numbers]:
    """(words, classes): what each word seems to be where it stands; (words,): the number of its form.

    A run asks for the same sentences when it compares passages, names themes and draws conclusions. Numbers are worth
    something among those that were given together: forms are forgotten with the sentences, by one thread at a time.
    """
    asked = [(language, tuple(words)) for words, language in zip(sentences, languages, strict=True)]
    with _COUNTING:
        fresh = [one for one in dict.fromkeys(asked) if one not in _KNOWN]
        if fresh and _words_in(fresh) + _words_in(_KNOWN) > KEPT:
            _KNOWN.clear()
            _FORMS.clear()
            fresh = list(dict.fromkeys(asked))
        found = {one: (scores, _numbers(one)) for one, scores in zip(fresh, _scored(fresh), strict=True)}
        of_each = [found[one] if one in found else _KNOWN[one] for one in asked]
        if _words_in(fresh) <= KEPT:
            _KNOWN.update(found)
    return np.concatenate([scores for scores, _ in of_each]), np.concatenate([numbers for _, numbers in of_each])


def _words_in(sentences: Iterable[Sentence]) -> int:
    return sum(len(words) for _, words in sentences)


def _numbers(sentence: Sentence) -> Numbers:
    """The number of each word's form."""
    language, words = sentence
    return np.asarray([_FORMS.setdefault((language, word.lower()), len(_FORMS)) for word in words], dtype=np.int64)


def _scored(sentences: Sequence[Sentence]) -> list[Scores]:
    """The same for each of some sentences, by the model."""
    weights, intercept = _weights()
    spoken: dict[str, list[int]] = defaultdict(list)
    for number, (language, _) in enumerate(sentences):
        spoken[language].append(number)
    found: dict[int, Scores] = {}
    for language, numbers in spoken.items():
        scores = sentence_scores([sentences[number][1] for number in numbers], language, weights, intercept)
        ends = np.cumsum([len(sentences[number][1]) for number in numbers])[:-1]
        found |= dict(zip(numbers, np.split(scores, ends), strict=True))
    return [found[number] for number in range(len(sentences))]


def _with_elsewhere(scores: Scores, numbers: Numbers) -> Scores:
    """Scores (words, classes) plus the mean scores of the same form in the same language."""
    which = np.unique(numbers, return_inverse=True)[1]
    rounded = np.round(scores.astype(np.float64) * EXACT)  # whole numbers: the sum is the same in any order
    sums = np.stack([np.bincount(which, column) for column in rounded.T], axis=1) / EXACT
    return np.asarray(scores + (sums / np.bincount(which)[:, None])[which], dtype=np.float32)


def features(words: Sequence[str], language: str) -> list[list[str]]:
    """Of each word: itself, its endings, its shape, and what stands beside it.

    The Nordic languages share all of it (`.`), English nothing (`:`): -ing is a noun there, a verb here.
    """
    lower, shared = [BEGIN, *(word.lower() for word in words), END], family(language)
    return [
        [
            "b", f"l{language}{word}", f"g{language}{before}", f"c{shape(words[at])}{BEGIN if at == 0 else ''}",
            *(shared + name for name in (
                f"w{word}", *(f"{length}{word[-length:]}" for length in range(1, 7)), f"r{word[:3]}",
                f"p{before}", f"n{after}", f"P{before[-2:]}", f"N{after[-2:]}",
                f"Q{before[-3:]}|{word[-2:]}", f"M{after[-3:]}|{word[-2:]}",
            )),
        ]
        for at, (before, word, after) in enumerate(zip(lower, lower[1:], lower[2:], strict=False))
    ]  # fmt: skip


def rows_of(sentences: Sequence[Sequence[Sequence[str]]]) -> Any:
    """Hashed features as a sparse matrix (words of all sentences, BUCKETS), float32."""
    from scipy.sparse import csr_matrix

    words = [word for sentence in sentences for word in sentence]
    columns = [bucket(name, BUCKETS) for word in words for name in word]
    starts = np.cumsum([0, *(len(word) for word in words)])
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(words), BUCKETS))


@cache
def _weights() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weights (BUCKETS, classes) and intercept (classes,)."""
    with np.load(shipped("models", "words", "classes.npz")) as stored:
        return stored["weights"].astype(np.float32), stored["intercept"]
