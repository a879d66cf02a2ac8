"""Cells of respondent tables: which numbers of private persons are not shown, and what else would give them back.

In: for each row of a table the private persons behind it. Out: the rows whose kinds are not told, and counts by kind
with `None` where a number is not shown. Guaranteed: no number shown stands for one to four private persons; those that
are not shown stand together for five at least, or for all, so that a total less the rest gives none of them back.
Organisations speak under their own name and tables' notes are nobody's: their cells stand, unless they give one away.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from consult.records import VOICES, Passage, Source
from consult.speakers import sender

FEWEST = 5
"""Private persons that a published cell must stand for (small cells: reference, 2.6)."""

UNSHOWN = ":"
"""What stands in a table for a number that is not shown, as in official statistics."""

MIXED = ""
"""The kind of those whose kinds are not told."""

Kinds = dict[str, int | None]
"""Voice → number in the order of `VOICES`, None where it is not shown; a voice that nobody has is not there."""

Key = TypeVar("Key", bound=Hashable)


def person(source: Source) -> str:
    """Who a private person is, in counting: the same however often they wrote (`consult.speakers`)."""
    return sender(source, "individual")


def persons(passages: Iterable[Passage], sources: Mapping[str, Source]) -> frozenset[str]:
    """The private persons behind passages."""
    return frozenset(person(sources[one.source_id]) for one in passages if one.voice == "individual")


def few(behind: Iterable[str]) -> bool:
    """Whether so few persons stand behind a number that it is not shown; nobody is not few."""
    return 0 < len(set(behind)) < FEWEST


def unshown(behind: Mapping[Key, frozenset[str]]) -> frozenset[Key]:
    """Rows whose number of private persons is not shown: those of few, and more until all of them together are enough.

    >>> sorted(unshown({"Voss": frozenset("abcdefg"), "Bodø": frozenset("xy"), "Oslo": frozenset("hijklmnop")}))
    ['Bodø', 'Voss']
    """
    closed = {key for key, who in behind.items() if few(who)}
    rest = sorted((key for key, who in behind.items() if who and key not in closed), key=lambda k: (len(behind[k]), k))
    while closed and rest and few(frozenset().union(*(behind[key] for key in closed))):
        closed.add(rest.pop(0))
    return frozenset(closed)


def kinds(counts: Mapping[str, int], passages: int, *, closed: bool) -> Kinds:
    """Counts of speakers by kind as they are shown. passages: how many passages the same row tells of.

    Where nothing but one person is left for a number that is not shown, no kind is told: each has a passage at least.

    >>> kinds({"individual": 2, "group_note": 3}, 9, closed=True)
    {'group_note': 3, 'individual': None}
    >>> kinds({"individual": 1}, 1, closed=True)
    {'group_note': None, 'organisation': None, 'individual': None}
    """
    there: dict[str, int] = {voice: counts[voice] for voice in VOICES if counts.get(voice)}
    if not closed:
        return {**there}
    others = sum(number for voice, number in there.items() if voice != "individual")
    if passages - others <= 1 or sum(there.values()) == 1:
        return dict.fromkeys(VOICES)
    return {voice: None if voice == "individual" else number for voice, number in there.items()}


def told(number: int | None) -> str:
    """A number as a table shows it."""
    return UNSHOWN if number is None else str(number)
