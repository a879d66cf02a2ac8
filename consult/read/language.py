"""Texts → which of five written standards each is in; Bokmål and Nynorsk apart.

In: texts, and for passages the language of the source they stand in. Out: `nn`, `nb`, `da`, `sv` or `en`.
Guaranteed: offline and deterministic; a passage's language depends on nothing but its own source.

Two witnesses: lingua's character n-grams, and words that some of the five have and others do not (`markers.tsv`;
they raise 5–9 words of Bokmål or Nynorsk from 0.81 to 0.90). A short passage leans on its source and its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from consult.read.ngrams import confidences, forget_models
from consult.records import LANGUAGES, Language

SHORT = 120  # characters; longer texts are told by models of three letters, which load in no time
LONGEST = 4000  # characters that are looked at: the language of a document shows in its first two pages
KEPT = 2**14  # texts whose evidence is remembered while a corpus is read
FLOOR = 1e-6  # below this n-grams only say that they do not know
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

# Chosen on simulated sources of 3–20-word pieces, one language or mixed (held-out SIB-200 and nb–nn pairs): accuracy
# 0.971 without leaning, 0.978 so; all-Nynorsk sources 0.974 → 0.994, half-and-half ones 0.93 → 0.94.
WEIGHT = 0.7  # of a passage's own evidence: the two witnesses see the same words
MAIN = 2.0  # passages' worth of belief in the source's main language
MAIN_OF_ROW = 8.0  # the same in a row of a form, whose main language all rows have told together
NEIGHBOURS = 0.3  # share of the prior that the passages on both sides make
ROUNDS = 3
ROW = 0.25  # rows' worth of belief in each language but the form's before a row is read
RARE = (
    1 / 30
)  # of the commonest language's share: however many say the same, *Ask us* and *Spør oss* stay what they are
STANDARDS = ("nn", "nb")  # written side by side, so that many in one do not speak against the other:
SIDE_BY_SIDE = 1 / 6  # of the share of the one that more rows are in
FULL_WORDS = 10  # from here a passage counts as one when the source's mix is estimated


def forget_languages() -> None:
    """Give back the memory of the n-gram models, 150 MB; whoever asks again waits a second."""
    evidence.cache_clear()
    forget_models()


@cache
def markers() -> dict[str, tuple[int, ...]]:
    """Words that tell the five apart: nats by which each is less likely in each of `LANGUAGES` than at home."""
    lines = resources.files("consult.read").joinpath("markers.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: tuple(int(digit) for digit in digits) for word, digits in rows}


Told = Callable[[str], list[float] | None]
"""Gives the confidences of a text, or nothing where they have to be worked out here."""
_ELSEWHERE: list[Told] = []


@contextmanager
def told_by(elsewhere: Told) -> Iterator[None]:
    """Ask elsewhere of short texts, as long as this lasts: they are what the large models are for."""
    _ELSEWHERE.append(elsewhere)
    try:
        yield
    finally:
        _ELSEWHERE.remove(elsewhere)


@lru_cache(maxsize=KEPT)
def evidence(text: str) -> NDArray[np.float64]:
    """Log-likelihood of `text` in each of `LANGUAGES`, up to a constant: (5,) float64; zeros where nothing tells.

    Asked twice where a source is one passage, and remembered; not to be written to.
    """
    told = _ELSEWHERE[-1](text) if _ELSEWHERE and len(text) < SHORT else None
    scores = np.log(np.maximum(confidences(text[:LONGEST]) if told is None else told, FLOOR))
    for word in WORD.findall(text[:LONGEST].lower()):
        if word in markers():
            scores -= markers()[word]
    found = np.asarray(scores - scores.max())
    found.flags.writeable = False
    return found


def main_language(text: str, default: Language = "nb") -> Language:
    """The language that most of `text` is in; `default` where there are no words to tell by."""
    scores = _said(text)
    return LANGUAGES[int(scores.argmax())] if scores.any() else default


def passage_languages(texts: Sequence[str], main: Language, worth: float = MAIN) -> list[Language]:
    """The language of each of n passages, in order, of one source whose main language is `main`.

    Bayes' rule, three rounds: what the words say, times a prior of the source's own mix (its main language counts as
    `worth` passages) and of the passages on both sides.
    """
    if not texts:
        return []
    own = WEIGHT * np.array([evidence(" ".join(text.split())) for text in texts])
    weights = np.array([min(len(text.split()), FULL_WORDS) / FULL_WORDS for text in texts])
    known = worth * np.eye(len(LANGUAGES))[LANGUAGES.index(main)] + 0.02
    belief = _normal(own)
    for _ in range(ROUNDS):
        mix = known + weights @ belief
        prior = (1 - NEIGHBOURS) * mix / mix.sum() + NEIGHBOURS * _beside(belief, mix / mix.sum())
        belief = _normal(own + np.log(prior))
    return [LANGUAGES[column] for column in belief.argmax(axis=1)]


def row_languages(texts: Sequence[str], main: Language) -> list[Language]:
    """The language of each of n rows of a form whose main language is `main`, in whatever order they stand.

    Bayes' rule, as for passages, with a prior of what the other rows are in: what could be Danish or bokmål is Danish
    among Danish rows, in a form that is answered in English too.
    """
    if not texts:
        return []
    own = WEIGHT * np.array([_said(text) for text in texts])
    known = (MAIN - ROW) * np.eye(len(LANGUAGES))[LANGUAGES.index(main)] + ROW
    belief = _normal(own + np.log(known))
    for _ in range(ROUNDS):
        belief = _normal(own + np.log(_floored(known + belief.sum(axis=0) - belief)))
    return [LANGUAGES[column] for column in belief.argmax(axis=1)]


def _floored(mix: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 5) rows' worth of belief in each language, none so small that a row's own words could not tell it."""
    floored: NDArray[np.float64] = np.maximum(mix, RARE * mix.max(axis=1, keepdims=True))
    both = [LANGUAGES.index(standard) for standard in STANDARDS]
    floored[:, both] = np.maximum(floored[:, both], SIDE_BY_SIDE * floored[:, both].max(axis=1, keepdims=True))
    return floored


def _said(text: str) -> NDArray[np.float64]:
    """The evidence of a text; none where there are no words."""
    return evidence(text) if any(character.isalpha() for character in text) else np.zeros(len(LANGUAGES))


def _normal(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 5) log-scores → (n, 5) probabilities."""
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))


def _beside(belief: NDArray[np.float64], alone: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean belief about the passages on both sides of each; `alone` for a passage without neighbours."""
    if len(belief) == 1:
        return alone[np.newaxis, :]
    before, after = np.vstack([belief[1:2], belief[:-1]]), np.vstack([belief[1:], belief[-2:-1]])
    return (before + after) / 2
