"""What people have placed teaches where the rest belongs, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from consult.themes.learn import Lessons, learn, lessons_of, nearby, with_copies
from tests.theme_cases import FRAMEWORK, Array, say

NEW = len(FRAMEWORK.targets)
MEANING: Array = np.array([[1, 0], [1, 0], [0.8, 0.6], [0, 1], [-1, 0]], dtype=np.float32)
OWN: Array = np.tile(np.array([0.4, 0.3, 0.2, 0.1], dtype=np.float32), (5, 1))


def taught(**columns: int) -> Lessons:
    """Lessons by row, such as `r0=2`."""
    rows = sorted((int(name[1:]), at) for name, at in columns.items())
    return Lessons(rows=np.array([r for r, _ in rows], np.intp), columns=np.array([c for _, c in rows], np.intp))


def test_without_lessons_nothing_changes() -> None:
    """The machine's own opinion, to the byte."""
    assert learn(OWN, MEANING, taught()) is OWN


@pytest.mark.parametrize("row", [3, 4])
def test_what_is_not_alike_keeps_its_place(row: int) -> None:
    """Neither what is about something else, nor what lies opposite."""
    assert np.allclose(learn(OWN, MEANING, taught(r0=2))[row], OWN[row], atol=1e-5)


def test_what_is_alike_follows_and_the_nearer_the_more() -> None:
    """The same words go where people placed them; near ones lean there."""
    learned = learn(OWN, MEANING, taught(r0=2))
    assert learned[0].argmax() == learned[1].argmax() == 2
    assert OWN[2, 2] < learned[2, 2] < learned[1, 2]
    assert np.allclose(learned.sum(axis=1), 1, atol=1e-5)


def test_new_is_learned_as_any_place() -> None:
    """People may say that something is on no target."""
    assert learn(OWN, MEANING, taught(r0=NEW))[1].argmax() == NEW


def test_what_people_confirm_changes_little() -> None:
    """A lesson teaches as far as it surprises."""
    sure = OWN.copy()
    sure[:, :] = [0.97, 0.01, 0.01, 0.01]
    assert np.allclose(learn(sure, MEANING, taught(r0=0))[1], sure[1], atol=0.03)


def test_lessons_that_differ_on_the_same_words_leave_both_possible() -> None:
    """Two people, two opinions: neither wins."""
    learned = learn(OWN, MEANING, taught(r0=1, r1=2))[2]
    assert learned[1] > OWN[2, 1]
    assert learned[2] > OWN[2, 2]


def test_the_order_of_lessons_changes_nothing() -> None:
    """As rows come (law 5)."""
    one = Lessons(rows=np.array([0, 3], np.intp), columns=np.array([2, 1], np.intp))
    turned = Lessons(rows=np.array([3, 0], np.intp), columns=np.array([1, 2], np.intp))
    assert np.allclose(learn(OWN, MEANING, one), learn(OWN, MEANING, turned), atol=1e-6)


def test_lessons_are_of_passages_that_are_here_and_of_places_that_there_are() -> None:
    """`unplaced` teaches nothing, nor does a target that the framework no longer has."""
    passages = [say("ein", start=0), say("to", start=10), say("tre", start=20), say("fire", start=30)]
    ids = [passage.passage_id for passage in passages]
    placed = dict(zip(ids, ["T3", "unplaced", "gone", "new"], strict=True)) | {"p-elsewhere": "1"}
    found = lessons_of(passages, placed, FRAMEWORK)
    assert found.rows.tolist() == [0, 3]
    assert found.columns.tolist() == [2, NEW]


def test_evidence_counts_the_lessons_that_are_alike() -> None:
    """Not a passage's own, not those on other targets, not those about something else."""
    lessons = taught(r0=2, r1=2, r3=2, r4=1)
    assert nearby(MEANING, lessons, [0], 2) == 1
    assert nearby(MEANING, lessons, [2], 2) == 3
    assert nearby(MEANING, lessons, [2], 0) == 0


def test_sabotage_lessons_at_random_rows_teach_nothing_true() -> None:
    """The gain comes from what people said, not from having said something."""
    right, wrong = learn(OWN, MEANING, taught(r0=2)), learn(OWN, MEANING, taught(r4=2))
    assert right[1].argmax() == 2
    assert wrong[1].argmax() != 2


def test_copies_go_where_one_of_them_was_placed_unless_people_disagree() -> None:
    """A campaign is decided on once."""
    duplicates = {"b": "a", "c": "a", "y": "x"}
    assert with_copies({"b": "1"}, duplicates) == {"a": "1", "b": "1", "c": "1"}
    assert with_copies({"b": "1", "c": "4"}, duplicates) == {"b": "1", "c": "4"}
    assert with_copies({"z": "1"}, duplicates) == {"z": "1"}
