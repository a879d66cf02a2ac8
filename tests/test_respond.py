"""Responses: written by people, the latest counts, and what lacks one shows as lacking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.answer.respond import answered, places_of, respond
from consult.errors import DecisionError
from consult.records import RESPONSE_STATUSES, Analysis, Reply, Response
from tests.review_cases import unknown


@pytest.fixture
def wanted(analysis: Analysis) -> Response:
    """An answer to the first theme, wherever it is placed."""
    return Response(
        theme_id=analysis.themes[0].theme_id, target="", status="partly", reason="Prøvd ut", responsible="DFØ",
        next_step="Høyring", date="2027-03",
    )  # fmt: skip


def reply(response: Response, number: int = 1) -> Reply:
    """An act of answering."""
    return Reply(number=number, role="department", time="", response=response)


def test_nothing_is_answered_by_itself(analysis: Analysis) -> None:
    """Without people every place of every theme lacks a response, and none stands."""
    found = answered((), analysis.placements)

    assert found.standing == found.orphaned == ()
    assert found.lacking == places_of(analysis.placements)
    assert {theme for theme, _ in found.lacking} == {theme.theme_id for theme in analysis.themes}


def test_an_answer_fills_the_place(analysis: Analysis, wanted: Response) -> None:
    """What was answered no longer lacks; the words are those of the person."""
    (given,) = respond(analysis, wanted)
    found = answered((reply(given),), analysis.placements)

    assert found.standing == (replace(wanted, target=given.target),)
    assert (given.theme_id, given.target) not in found.lacking


def test_a_theme_with_two_places_is_answered_in_both_or_in_one(analysis: Analysis, wanted: Response) -> None:
    """Without --target in all of its places, with it in that one."""
    second = replace(analysis.placements[0], theme_id=wanted.theme_id, passage_id="", target="7", kind="commitment")
    both = replace(analysis, placements=(*analysis.placements, second))

    assert len(respond(both, wanted)) == 2
    assert [one.target for one in respond(both, replace(wanted, target="7"))] == ["7"]


def test_the_latest_answer_counts(analysis: Analysis, wanted: Response) -> None:
    """Whatever the order in which they are handed over."""
    (first,) = respond(analysis, wanted)
    second = replace(first, status="taken_up")

    assert answered((reply(second, 2), reply(first, 1)), analysis.placements).standing == (second,)


def test_an_answer_to_what_has_gone_is_shown(analysis: Analysis, wanted: Response) -> None:
    """A theme or place that is no longer there: the answer is orphaned and not dropped."""
    gone = replace(wanted, theme_id=unknown("t"), target="4")
    found = answered((reply(gone),), analysis.placements)

    assert found.orphaned == (gone,)
    assert found.standing == ()


@pytest.mark.parametrize("status", RESPONSE_STATUSES)
def test_statuses(analysis: Analysis, wanted: Response, status: str) -> None:
    """Each of the six is taken."""
    assert respond(analysis, replace(wanted, status=status))[0].status == status


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"theme_id": "t-0"}, "no theme bears it"),
        ({"target": "99"}, "is not placed on '99'"),
        ({"status": ""}, "no status of a response"),
        ({"status": "maybe"}, "no status of a response"),
        ({"reason": " "}, "the reason is empty"),
        ({"reason": "a\x00"}, "control character"),
        ({"reason": "a" * 4001}, "at most 4000"),
        ({"responsible": "a" * 201}, "at most 200"),
    ],
)
def test_what_is_no_answer(analysis: Analysis, wanted: Response, change: dict[str, str], named: str) -> None:
    """No theme, no place, no status, no reason: each is told, and nothing is filled in instead."""
    with pytest.raises(DecisionError, match=named):
        respond(analysis, replace(wanted, **change))


@pytest.mark.parametrize("date", ["", "2027", "2027-03", "2027-03-31", " 2027 "])
def test_dates(analysis: Analysis, wanted: Response, date: str) -> None:
    """A year, a month, a day, or none."""
    assert respond(analysis, replace(wanted, date=date))[0].date == date.strip()


@pytest.mark.parametrize("date", ["neste år", "31.03.2027", "2027-13", "2027-02-30", "27", "2027-3-1", "2027-03-31T10"])
def test_what_is_no_date(analysis: Analysis, wanted: Response, date: str) -> None:
    """What cannot be sorted and compared is refused, with how to write it."""
    with pytest.raises(DecisionError, match="write 2027, 2027-03 or 2027-03-31"):
        respond(analysis, replace(wanted, date=date))
