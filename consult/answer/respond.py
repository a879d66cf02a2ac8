"""Responses: what the authority answers to a theme where it is placed, and what still lacks an answer.

In: acts of answering, oldest first, and where themes are placed. Out: the response that counts for each theme and
target, those whose theme or place has gone, and what lacks one. Guaranteed: every word of a response was written by
a person; nothing is filled in, and no act of answering is ever dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from consult.answer.decide import free_text, one_line
from consult.errors import DecisionError
from consult.read.withdrawn import MARK
from consult.records import RESPONSE_STATUSES, Analysis, Placement, Reply, Response

LONGEST_TEXT = 4000  # characters of a reason or a next step
LONGEST_NAME = 200
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Place = tuple[str, str]
"""(theme, target)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """standing: responses of themes where they are placed; orphaned: of themes or places that have gone."""

    standing: tuple[Response, ...]
    orphaned: tuple[Response, ...]
    lacking: tuple[Place, ...]


def answered(replies: Sequence[Reply], placements: Iterable[Placement]) -> Answered:
    """The latest response for each theme and target; a theme has to be answered in every place where it bears."""
    latest: dict[Place, Response] = {}
    for reply in sorted(replies, key=lambda one: one.number):
        if MARK in (reply.response.reason, reply.response.next_step, reply.response.responsible):
            latest.pop((reply.response.theme_id, reply.response.target), None)
            continue  # it repeated the words of a source that was withdrawn: somebody has to answer again
        latest[reply.response.theme_id, reply.response.target] = reply.response
    places = places_of(placements)
    return Answered(
        standing=tuple(latest[place] for place in sorted(latest.keys() & set(places))),
        orphaned=tuple(latest[place] for place in sorted(latest.keys() - set(places))),
        lacking=tuple(place for place in places if place not in latest),
    )


def places_of(placements: Iterable[Placement]) -> tuple[Place, ...]:
    """Every theme and each target that it is placed on, sorted."""
    return tuple(sorted({(one.theme_id, one.target) for one in placements if not one.passage_id}))


def respond(analysis: Analysis, wanted: Response) -> tuple[Response, ...]:
    """What is answered to a theme: in the place that `wanted` names, or, where it names none, in all of its places.

    Raises DecisionError where there is no such theme or place, or a status, reason or date is missing or wrong.
    """
    places = [target for theme_id, target in places_of(analysis.placements) if theme_id == wanted.theme_id]
    if not places:
        raise DecisionError(f"{wanted.theme_id!r}: no theme bears it; ids stand in tables/ and in the report")
    if wanted.target and wanted.target not in places:
        raise DecisionError(f"{wanted.theme_id}: is not placed on {wanted.target!r}, but on {', '.join(places)}")
    if wanted.status not in RESPONSE_STATUSES:
        raise DecisionError(f"status {wanted.status!r}: no status of a response; use {', '.join(RESPONSE_STATUSES)}")
    reason = free_text(wanted.reason, "--reason", LONGEST_TEXT)
    if not reason:
        raise DecisionError("the reason is empty; who contributed is owed one, above all where it is not taken up")
    return tuple(
        Response(
            theme_id=wanted.theme_id,
            target=target,
            status=wanted.status,
            reason=reason,
            responsible=one_line(wanted.responsible, "--responsible", LONGEST_NAME) if wanted.responsible else "",
            next_step=free_text(wanted.next_step, "--next-step", LONGEST_TEXT),
            date=_date(wanted.date),
        )
        for target in ([wanted.target] if wanted.target else places)
    )


def _date(text: str) -> str:
    """A year, a month or a day as ISO 8601 writes it, or nothing."""
    day = text.strip()
    if not day:
        return ""
    fault = DecisionError(f"date {text!r}: write 2027, 2027-03 or 2027-03-31")
    if not DATE.fullmatch(day):
        raise fault
    try:
        date.fromisoformat((day + "-01-01")[:10])
    except ValueError as error:
        raise fault from error
    return day
