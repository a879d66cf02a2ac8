"""People's placements as lessons: those that stand, and no others."""

from __future__ import annotations

import pytest

from consult.answer.lessons import lessons
from tests.review_cases import TARGETS, Case


@pytest.fixture
def case() -> Case:
    """Six passages in three themes."""
    return Case()


def learned(case: Case) -> dict[str, str]:
    """What the decisions so far teach."""
    return lessons(case.decisions, case.passages, case.themes, TARGETS)


def test_without_placements_there_is_nothing_to_learn(case: Case) -> None:
    """Other acts teach nothing about where things belong."""
    assert learned(case) == {}
    case.make("rename", case.answer.theme_id, "Svar til alle")
    assert learned(case) == {}


def test_a_passage_that_a_person_placed_is_a_lesson(case: Case) -> None:
    """It alone, not the others of its theme."""
    case.make("place", case.p(3), "4")
    assert learned(case) == {case.p(3): "4"}


def test_a_theme_that_a_person_placed_is_as_many_lessons_as_passages(case: Case) -> None:
    """A theme is placed with its passages; what was said of one of them goes first."""
    case.make("place", case.rest.theme_id, "4")
    assert learned(case) == {case.p(3): "4", case.p(4): "4"}
    case.make("place", case.p(4), "new")
    assert learned(case) == {case.p(3): "4", case.p(4): "new"}


def test_what_is_undone_teaches_nothing(case: Case) -> None:
    """As if it had never been said."""
    case.make("place", case.p(3), "4")
    case.make("undo", 1)
    assert learned(case) == {}


def test_a_passage_that_is_gone_teaches_nothing(case: Case) -> None:
    """Its words are not here to learn from; the decision is orphaned, not lost."""
    case.make("place", case.p(3), "4")
    left = [passage for passage in case.passages if passage.passage_id != case.p(3)]
    assert lessons(case.decisions, left, case.themes, TARGETS) == {}


def test_a_target_that_is_gone_teaches_nothing(case: Case) -> None:
    """A framework may lose a commitment."""
    case.make("place", case.p(3), "4")
    assert lessons(case.decisions, case.passages, case.themes, {"1": "commitment"}) == {}
