"""The authority's answers: by theme and place, gathered by status, what is not taken up and why, and what is lacking.

In: a `Telling`. Out: blocks. Guaranteed: status, reason, responsible body, next step and date are what people wrote;
a place without an answer stands as lacking; answers and what is lacking add up to all places of all themes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from consult.publish.document import Block, Heading, Items, Note, Paragraph, Run, Runs, Table, runs
from consult.publish.material import Telling
from consult.publish.outline import TargetEntry, ThemeEntry
from consult.records import RESPONSE_STATUSES, Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A theme in one of its places, and what is answered to it there, or None."""

    entry: ThemeEntry
    target: TargetEntry
    response: Response | None


def places(telling: Telling) -> tuple[Place, ...]:
    """Every place of every theme, in the order of the document."""
    return tuple(
        place for target in telling.plan.targets for entry in target.themes for place in places_of(telling, entry)
    )


def places_of(telling: Telling, entry: ThemeEntry) -> tuple[Place, ...]:
    """The places of one theme."""
    return tuple(
        Place(entry=entry, target=telling.targets[answer.anchor], response=answer.response) for answer in entry.answers
    )


def response_blocks(telling: Telling, place: Place, anchor: str = "") -> Iterator[Block]:
    """What is answered in one place, or that an answer is lacking."""
    m, target = telling.m, telling.target_words(place.target)
    if place.response is None:
        yield Note(kind="missing", runs=runs(m("feedback-response-lacking", target=target)), anchor=anchor)
        return
    head = (Run(text=f"{m('feedback-response-on', target=target)}: "),)
    status = Run(text=f"{telling.status(place.response.status)}.", strong=True)
    yield Paragraph(runs=(*head, status), anchor=anchor)
    yield Items(items=tuple(_facts(telling, place.response)))


def _facts(telling: Telling, response: Response) -> Iterator[Runs]:
    m, written = telling.m, telling.other(telling.main)
    day = telling.day(response.date)
    for key, text, language in (
        ("reason", response.reason, written),
        ("responsible", response.responsible, written),
        ("next-step", response.next_step, written),
        ("date", day, ""),
    ):
        if text:
            yield Run(text=f"{m(f'feedback-{key}')}: "), Run(text=text, language=language)


def answers(telling: Telling) -> Iterator[Block]:
    """The answers gathered, what is not taken up, and what is lacking."""
    m, every = telling.m, places(telling)
    yield Heading(level=1, text=m("feedback-answers"), anchor="answers")
    yield Paragraph(runs=runs(m("feedback-answers-text")))
    yield _table(telling, every)
    yield Heading(level=1, text=m("feedback-not-taken-up"), anchor="not-taken-up")
    refused = [one for one in every if one.response is not None and one.response.status == "not_taken_up"]
    if refused:
        yield Items(items=tuple(_refusal(telling, place) for place in refused))
    else:
        yield Paragraph(runs=runs(m("feedback-not-taken-up-none")))
    yield Heading(level=1, text=m("feedback-lacking"), anchor="lacking")
    lacking = [one for one in every if one.response is None]
    yield Paragraph(runs=runs(m("feedback-lacking-text" if lacking else "feedback-lacking-none")))
    if lacking:
        yield Items(items=tuple(_link(telling, place) for place in lacking))


def _table(telling: Telling, every: tuple[Place, ...]) -> Table:
    """How many places got each status, how many lack one, and the sum."""
    m = telling.m
    found = Counter(place.response.status if place.response else "" for place in every)
    rows = [(runs(telling.status(status)), runs(str(found[status]))) for status in RESPONSE_STATUSES]
    rows.append((runs(m("feedback-row-lacking")), runs(str(found[""]))))
    rows.append(((Run(text=m("feedback-row-places"), strong=True),), (Run(text=str(len(every)), strong=True),)))
    return Table(
        caption=m("feedback-answers-caption"), anchor="statuses", rows=tuple(rows), numeric=(1,),
        head=(m("feedback-column-status"), m("feedback-column-places")),
    )  # fmt: skip


def _link(telling: Telling, place: Place) -> Runs:
    """The theme, with the way to its place, and what it bears on."""
    anchor = telling.place_anchor(place.entry.theme.theme_id, place.target)
    on = Run(text=f" – {telling.target_words(place.target)}")
    return telling.titled(place.entry.theme, f"#{anchor}"), on


def _refusal(telling: Telling, place: Place) -> Runs:
    reason = place.response.reason if place.response else ""
    return (*_link(telling, place), Run(text=": "), Run(text=reason, language=telling.other(telling.main)))
