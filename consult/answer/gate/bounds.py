"""Are a sentence's numbers bounded as those of what it cites: *over 45*, *5 to 10 per cent*, *every week*?

In: a sentence and its ground. Out: a fault for a bound that no passage says of the same number, for one end of a range
that is told as if it were the number, and for how often something is where the passages say another frequency. What
the ledger counts has no bound. Whether a number itself is said, `counting` finds out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from consult.answer.gate.clauses import Said, words
from consult.answer.gate.numerals import Number, just_before, numbers_in
from consult.answer.gate.sentence import Fault, Ground, Sentence
from consult.answer.gate.units import units_named

ABOVE, BELOW, WITHIN = "above", "below", "within"
BETWEEN = re.compile(r"\s?[-–—]\s?|\s+(?:til|to|till|og|and|eller|or)\s+", re.IGNORECASE)
LIGHT = r"(?:(?:om lag|ca\.?|circa|about|some|dei|de|the|heile|hele|hela|kr|rundt|kring) )?"
LASTING = frozenset(("hour", "day", "week", "month", "year", "decade"))
DURING = frozenset(("over", "under"))  # *over tre år* is also in the course of three years
YEAR = re.compile(r"(?:19|20)\d\d")
PLUS = re.compile(r"\s?\+")


def bounds(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Each bound is a passage's, no range lost an end, and nothing is oftener or more seldom than the passages say."""
    heard = ground.heard_in(sentence)
    known = [one for said in heard for one in _bounded(said.text, said.language)]
    for number, bound, ranged in _bounded(sentence.frame, sentence.language):
        if not _has_more(number):
            continue
        same = [(said, end) for one, said, end in known if one.value == number.value and _has_more(one)]
        word = _before(just_before(sentence.frame, number.start))[1]
        wrong = bound and not _agrees(bound, frozenset(said for said, _ in same), word, number)
        if wrong or (same and not bound and _is_one_end(number, ranged, [end for _, end in same])):
            yield Fault(code="number", detail=f"{word} {number.text}".strip())
    yield from _oftener(sentence.said, heard)


def _agrees(bound: str, said: frozenset[str], word: str, number: Number) -> bool:
    """Whether passages bound the same number so; *innan* goes with what is below, *over tre år* with none."""
    lasting = word in DURING and number.unit in LASTING and "" in said
    within = bound == WITHIN and said != {ABOVE}  # *innan 2 veker* of what takes *over 2 veker*
    return bound in said or lasting or within or (bound == BELOW and WITHIN in said)


def _has_more(number: Number) -> bool:
    """Whether a number is of something that has more and less: no year."""
    return bool(number.unit) or not YEAR.fullmatch(number.text.strip())


def _bounded(text: str, language: str) -> Iterator[tuple[Number, str, bool]]:
    """(number, its bound or nothing, whether it is an end of a range) of every number of a text."""
    found = numbers_in(text, language)
    ends = {
        at
        for at, (one, other) in enumerate(pairwise(found))
        if BETWEEN.fullmatch(text[one.end : other.start]) and one.unit in ("", other.unit)
    }
    for at, number in enumerate(found):
        bound = _before(just_before(text, number.start))[0] or _behind(text[number.end :])
        yield number, bound, bool({at, at - 1} & ends)


def _is_one_end(number: Number, ranged: bool, said: Sequence[bool]) -> bool:
    """Whether all passages say a number of a measure as an end of a range, and the sentence does not."""
    return bool(number.unit) and not ranged and all(said)


def _before(text: str) -> tuple[str, str]:
    """The bound that words right before a number say, and the words."""
    matches = [
        (match.end() - match.start(1), kind, match[1])
        for kind, pattern in _leading().items()
        if (match := pattern.search(text))
    ]
    _, kind, word = max(matches, default=(0, "", ""))
    return kind, word.lower()


def _behind(text: str) -> str:
    """The bound that stands behind a number, with at most two words of what it counts between."""
    if PLUS.match(text):
        return ABOVE
    return next((kind for kind, pattern in _trailing().items() if pattern.match(text)), "")


@cache
def _leading() -> Mapping[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?<![\w-])({forms['before']})\s+{LIGHT}$", re.IGNORECASE)
        for kind, forms in words()["bound"].items()
    }


@cache
def _trailing() -> Mapping[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"(?:\s?%|\s+\w+){{0,2}}\s+(?:{forms['behind']})(?!\w)", re.IGNORECASE)
        for kind, forms in words()["bound"].items()
        if "behind" in forms
    }


def _oftener(said: Said, heard: Sequence[Said]) -> Iterator[Fault]:
    """How often, where passages say how often and name no such stretch of time at all."""
    frequent = frozenset().union(*(_often(one.text) for one in heard))
    named = frozenset().union(*(units_named(one) for one in heard))
    for unit, phrase in _often(said.text).items() if frequent else ():
        if unit not in frequent | named:
            yield Fault(code="number", detail=phrase)


def _often(text: str) -> dict[str, str]:
    """Unit of time → the words by which a text says how often."""
    found = {unit: pattern.search(text) for unit, pattern in _frequencies().items()}
    return {unit: match[0] for unit, match in found.items() if match}


@cache
def _frequencies() -> Mapping[str, re.Pattern[str]]:
    return {
        unit: re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE) for unit, forms in words()["often"].items()
    }
