"""Special categories and offences (GDPR articles 9 and 10) that are told of one person: flagged for a person to decide.

In: a text, and where names of persons stand in it. Out: sightings of `health`, `union`, `religion`, `sexuality`,
`ethnicity` and `criminal`. A word of a category alone is a subject of debate (*blinde møter skjema utan ledetekst*);
with somebody it is told of in the same clause (*eg er*, *mor mi*, *moren på 86*, *Emil har*) it is about them.

>>> [found.kind for found in find_sensitive("Kommunen må høyre på blinde. Mor mi er nesten blind etter slag.")]
['health']
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from consult.read.cues import alternatives, may_hold
from consult.read.numbers import Sighting, without_overlap

CATEGORIES = ("health", "union", "religion", "sexuality", "ethnicity", "criminal")
CERTAINTY = 0.5
REACH = 60  # characters between somebody and what is told of them, in one clause
CAUSE = r"(?:\s(?:etter|efter|after|på grunn av|due to|pga\.?)\s(?:eit?\s|ett\s|en\s|a\s)?"
CLAUSE = re.compile(r"[!?;\n]\s|(?<!\d)\.\s|\.\s(?=[A-ZÆØÅÄÖ])")
"""The end of a clause; no full stop of a number before a word: *i 6. klasse*."""

ALSO_ELSE = frozenset(("same", "kven", "rom"))
"""Peoples whose name is also a word of every day: *det same*, *kven som*, *eit rom*."""
BEING = re.compile(r"(?:er|är|var|som|ein|halvt|delvis)\s\Z", re.IGNORECASE)


def find_sensitive(text: str, names: Sequence[tuple[int, int]] = ()) -> list[Sighting]:
    """Every stretch that tells of somebody's health, union, religion, sexuality, origin or offence.

    names: half-open spans of the names of persons in the text.
    """
    ends = sorted(end for _, end in names)
    return without_overlap([*_told(text, ends)])


def _told(text: str, ends: Sequence[int]) -> Iterator[Sighting]:
    for category in CATEGORIES:
        for found in _pattern(category).finditer(text) if may_hold(text, category, "degree") else ():
            if _is_a_word(text, found):
                continue
            if _of_somebody(text, found.start(), found.end()) or _of_named(text, found.start(), ends):
                yield Sighting(*found.span(), category, CERTAINTY)


def _is_a_word(text: str, found: re.Match[str]) -> bool:
    """Whether it is a word of every day, since nobody *is* it here: *eg har prøvd det same*, *kven som gjer det*."""
    asks = re.match(r"\s(?:som|of)(?!\w)", text[found.end() :])
    being = BEING.search(text[max(0, found.start() - REACH) : found.start()])
    return found[0].casefold() in ALSO_ELSE and (asks is not None or being is None)


@cache
def _pattern(category: str) -> re.Pattern[str]:
    """A word of a category, with *nesten* before it and *etter slag* behind."""
    degree = rf"(?:(?:{alternatives('degree')})\s)?"
    cause = CAUSE + rf"(?:{alternatives('health')}))?" if category == "health" else ""
    return re.compile(rf"(?<!\w){degree}(?:{alternatives(category)})(?!\w){cause}", re.IGNORECASE)


@cache
def _somebody() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('somebody')})(?!\w)", re.IGNORECASE)


@cache
def _self_told() -> re.Pattern[str]:
    """Words that only somebody says of themselves or one other."""
    return re.compile(rf"(?<!\w)(?:{alternatives('possessed')})\s\Z", re.IGNORECASE)


@cache
def _bearing() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{alternatives('bears')})(?!\w)", re.IGNORECASE)


def _of_named(text: str, start: int, ends: Sequence[int]) -> bool:
    """Whether a name stands before in the same clause, and what it bears right behind it: *Emil har*."""
    near = ends[bisect_left(ends, start - REACH) : bisect_right(ends, start)]
    return any(_bearing().match(text, end) and not CLAUSE.search(text, end, start) for end in near)


def _of_somebody(text: str, start: int, end: int) -> bool:
    """Whether somebody stands before in the same clause, or the word itself belongs to somebody (*min kreft*)."""
    before = text[max(0, start - REACH) : start]
    clause = before[max((found.end() for found in CLAUSE.finditer(before)), default=0) :]
    behind = re.match(r"\s(?:min|mi|mitt|mine|hans|hennar|hennes|sin|sitt|si)(?!\w)", text[end:])
    return bool(_somebody().search(clause) or behind or _self_told().search(clause))
