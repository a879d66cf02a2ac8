"""Titles that people wrote in a review sheet, without a workbook: which theme each means."""

from __future__ import annotations

import pytest

from consult.answer.decide import folded, titled
from consult.errors import DecisionError
from consult.returned_titles import clashes, go_to_title
from consult.review import reviewing
from consult.run import Finished
from tests.test_review import analysis_of, largest, others
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
ROLE = "coordinator"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, {}),
        ({"t-1": "Veg"}, {}),
        ({"t-1": "TOG", "t-2": "Buss"}, {}),  # they change places
        ({"t-1": "buss"}, {}),  # its own, in other letters
        ({"t-1": "tog "}, {"t-1": "t-2"}),
        ({"t-1": "Veg", "t-2": "veg"}, {"t-2": "t-1"}),
        ({"t-1": "Tog", "t-2": "Veg", "t-3": "veg"}, {"t-3": "t-2"}),
    ],
)
def test_two_never_bear_one_title(wanted: dict[str, str], expected: dict[str, str]) -> None:
    """What the themes would be called in the end decides."""
    assert clashes(wanted, {"t-1": "Buss", "t-2": "Tog", "t-3": "Ferje"}) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("Buss", " buss "), ("Å gå", "A\u030a gå"), ("Buss  og\ttog", "buss og tog")]
)
def test_letters_and_spaces_tell_no_titles_apart(one: str, other: str) -> None:
    """Composed or not, large or small."""
    assert folded(one) == folded(other)


def test_nothing_is_done_where_one_passage_is_gone(finished: Finished) -> None:
    """All or nothing: the others stay where they were."""
    analysis = analysis_of(finished.out)
    big = next(theme for theme in analysis.themes if theme.theme_id == largest(analysis))
    other = next(theme for theme in analysis.themes if theme.theme_id == others(analysis, big.theme_id)[0])
    with reviewing(finished.out) as desk:
        with pytest.raises(DecisionError, match="p-0: is no longer among the passages"):
            go_to_title(other.title, {big.passage_ids[0]: "", "p-0": ""}, desk, ROLE)
        with pytest.raises(DecisionError, match="names no theme"):
            go_to_title("", {big.passage_ids[0]: ""}, desk, ROLE)
        assert desk.analysis.themes == analysis.themes


def test_a_title_of_two_themes_says_nothing(finished: Finished) -> None:
    """A ledger of before may have such: the person has to choose."""
    analysis = analysis_of(finished.out)
    first, second, third = (theme.theme_id for theme in analysis.themes[:3])
    passage = analysis.themes[2].passage_ids[0]
    with reviewing(finished.out) as desk:
        for one in (first, second):
            desk.rename(one, "Same", role=ROLE)
        assert titled(desk.analysis.themes, "SAME") == sorted((first, second))
        with pytest.raises(DecisionError, match="more than one theme bears this title; choose one"):
            go_to_title("Same", {passage: ""}, desk, ROLE)
        assert passage in next(t for t in desk.analysis.themes if t.theme_id == third).passage_ids
