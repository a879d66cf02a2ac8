"""Names of persons in running text, signatures and lists: a trained model and rules, weighed together.

In: texts. Out: for each its spans with a certainty from 0 to 1, in order and without overlap. A text's names depend on
that text alone, not on what else is read with it. What is part of the name of something else (a street, an
institute, a law, a prize) stays. Certainty is fitted on held-out text: of spans that say 0.8, some 80 of 100 are names.

>>> [span.certainty > 0.5 for span in find_names(["Kari Nordmann meinte at fristen er kort."], ["nn"])[0]]
[True]
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import mul
from typing import TYPE_CHECKING

from consult.read.names_model import PERSON, names_model
from consult.read.names_rules import RULES, Word, rules_of
from consult.shipped import shipped

if TYPE_CHECKING:
    from consult.read.names_ahead import Ahead

LONGEST = 8000  # characters that the model reads at once; longer texts are read in pieces, cut between lines
GAP = re.compile(r"[ \u00a0.'’-]{0,3}")  # what may stand between two parts of one name
PARTICLES = re.compile(
    r"\s+(?:(?:van|von|de|der|den|del|da|di|du|dos|la|el|al|bin|ibn|ben)\s+){1,2}(?=\S)|-?(?:al|el)-", re.IGNORECASE
)
EVIDENCE = ("model", "other", "elsewhere", "usual", "beside", *RULES)
"""What is weighed for each word, in the order of the weights."""

SUREST = 12.0  # log-odds beyond which nothing is surer


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A stretch `[start, end)` of a text that is a person's name, with the chance that it is."""

    start: int
    end: int
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How evidence becomes certainty: log-odds for each of `EVIDENCE`; what is below `floor` is no name."""

    constant: float
    evidence: tuple[float, ...]
    floor: float

    def certainty(self, evidence: Sequence[float]) -> float:
        """The chance that a word with this evidence is part of a name."""
        odds = self.constant + sum(map(mul, self.evidence, evidence))
        return 1 / (1 + math.exp(-max(-SUREST, min(SUREST, odds))))


@cache
def weights() -> Weights:
    """The weights that come with consult; `models/fit_names.py` makes them."""
    about = tomllib.loads(shipped("models", "names", "certainty.toml").read_text(encoding="utf-8"))
    evidence = tuple(float(about["weights"].get(name, 0.0)) for name in EVIDENCE)
    return Weights(constant=float(about["constant"]), evidence=evidence, floor=float(about["floor"]))


def find_names(texts: Sequence[str], languages: Sequence[str], floor: float | None = None) -> list[list[NameSpan]]:
    """The names in each text; what is below the floor of certainty is left out.

    languages: a code for each text; one model reads all five, so none of it decides anything yet. floor: another one
    than the model's own, for who wants to know as well what is hardly a name.
    Raises ValueError if there are not as many of both, ModelError where the weights are missing or altered.
    """
    if len(texts) != len(languages):
        raise ValueError(f"{len(texts)} texts and {len(languages)} languages")
    return list(each_names(texts, floor))


def each_names(
    texts: Sequence[str], floor: float | None = None, ahead: Ahead | None = None
) -> Iterator[list[NameSpan]]:
    """The same, text by text, as soon as a text's names are known. ahead: of `read_ahead` for these texts."""
    weighed = weights() if floor is None else replace(weights(), floor=floor)
    for text, words in zip(texts, each_words(texts, ahead), strict=True):
        yield _spans(text, words, weighed)


def spans_of(text: str, weighed: Weights) -> list[NameSpan]:
    """The names in one text."""
    return _spans(text, words_of(text), weighed)


def _spans(text: str, words: Sequence[Word], weighed: Weights) -> list[NameSpan]:
    sure = [weighed.certainty(evidence) for evidence in evidence_of(words)]
    chosen = [(word, one) for word, one in zip(words, sure, strict=True) if one >= weighed.floor]
    return list(joined(text, chosen))


# -- a text → words with their evidence -----------------------------------------------------------------


def words_of(text: str) -> list[Word]:
    """The words of a text that could be part of a name, with what speaks for and against each."""
    return next(each_words([text]))


def read_ahead(texts: Sequence[str]) -> Ahead:
    """Texts for the network to read while something else is done."""
    from consult.read.names_ahead import Ahead

    return Ahead([piece for text in texts for _, piece in pieces(text)])


def each_words(texts: Sequence[str], ahead: Ahead | None = None) -> Iterator[list[Word]]:
    """The words of each text; texts are read together, which is faster, and changes nothing."""
    model = names_model()
    cut = [list(pieces(text)) for text in texts]
    docs = model.docs([piece for parts in cut for _, piece in parts], ahead)
    for parts in cut:
        words: list[Word] = []
        for start, _ in parts:
            doc = next(docs)
            words += rules_of(doc, model.probabilities(doc), start, model.known)
        yield words


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in stretches of at most `LONGEST` characters, cut behind a line or a word where there is one.

    >>> [start for start, _ in pieces("a" * 9000)]
    [0, 8000]
    """
    start = 0
    while start < len(text):
        end = min(start + LONGEST, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), -1)
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut + 1 if cut > start else end
        yield start, text[start:end]
        start = end


def evidence_of(words: Sequence[Word]) -> list[tuple[float, ...]]:
    """What `EVIDENCE` names, for each word: log-odds of the model here, elsewhere and beside; the rules."""
    odds = [log_odds(word.chances[PERSON]) for word in words]
    elsewhere = seen_elsewhere(words, odds)
    return [
        (
            odds[place],
            log_odds(max(word.chances[PERSON + 1 :])),
            *elsewhere[place],
            best_beside(words, odds, place),
            *map(float, word.rules),
        )
        for place, word in enumerate(words)
    ]


def log_odds(chance: float) -> float:
    """Log-odds of a chance, kept between -7 and 7.

    >>> log_odds(0.5), round(log_odds(1.0), 1)
    (0.0, 6.9)
    """
    kept = min(max(chance, 0.001), 0.999)
    return math.log(kept / (1 - kept))


def seen_elsewhere(words: Sequence[Word], odds: Sequence[float]) -> list[tuple[float, float]]:
    """How much surer the model is of the same word elsewhere in the text, at best and as a rule, in log-odds.

    Both are 0 for words without a capital and words that stand once; the first is never below 0.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        if word.text[:1].isupper():
            places[word.key].append(place)
    found = [(0.0, 0.0)] * len(words)
    for same in places.values():
        total = sum(odds[place] for place in same)
        first, second = sorted((odds[place] for place in same), reverse=True)[:2] if len(same) > 1 else (0.0, 0.0)
        for place in same if len(same) > 1 else ():
            own = odds[place]
            best = second if own == first else first
            found[place] = (max(0.0, best - own), (total - own) / (len(same) - 1) - own)
    return found


def best_beside(words: Sequence[Word], odds: Sequence[float], place: int) -> float:
    """The higher log-odds of the two words that touch this one, less its own; never below 0."""
    word, best = words[place], odds[place]
    for other in (place - 1, place + 1):
        if 0 <= other < len(words):
            left, right = (words[other], word) if other < place else (word, words[other])
            if right.start - left.end <= 1 and left.line == right.line:
                best = max(best, odds[other])
    return best - odds[place]


# -- words → spans --------------------------------------------------------------------------------------


def joined(text: str, chosen: Sequence[tuple[Word, float]]) -> Iterator[NameSpan]:
    """Words that touch, or have but a particle or a sign between them, as one name, as certain as its surest word."""
    start = end = -1
    best = 0.0
    for word, certainty in chosen:
        if start >= 0 and (GAP.fullmatch(text, end, word.start) or PARTICLES.fullmatch(text, end, word.start)):
            end, best = word.end, max(best, certainty)
            continue
        if start >= 0:
            yield NameSpan(start=start, end=end, certainty=round(best, 3))
        start, end, best = word.start, word.end, certainty
    if start >= 0:
        yield NameSpan(start=start, end=end, certainty=round(best, 3))


def rule_names(words: Sequence[Word]) -> list[bool]:
    """What rules alone would take: known given names and what follows them, initials, words behind a cue."""
    place_of = {name: place for place, name in enumerate(RULES)}

    def fits(word: Word, name: str) -> bool:
        return word.rules[place_of[name]]

    return [
        not fits(word, "small") and not fits(word, "thing") and not fits(word, "organisation")
        and (any(fits(word, one) for one in ("given", "given_first", "initial"))
             or (fits(word, "cue") and not fits(word, "place")))
        for word in words
    ]  # fmt: skip


def weights_from(about: Mapping[str, float], constant: float, floor: float) -> Weights:
    """Weights by name of the evidence, 0 for what is not named."""
    return Weights(constant=constant, evidence=tuple(float(about.get(name, 0.0)) for name in EVIDENCE), floor=floor)
