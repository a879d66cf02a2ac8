"""What a person wants → what a decision records, and what is refused because it cannot be done."""

from __future__ import annotations

import json
from typing import Any

import pytest

from consult.answer.decide import free_text, one_line, role_of
from consult.answer.desk import words_of
from consult.errors import DecisionError
from tests.review_cases import Case, unknown


@pytest.fixture
def case() -> Case:
    """Six passages in three themes."""
    return Case()


def refusal(case: Case, act: str, *arguments: Any) -> str:
    """What is said to somebody who wants what cannot be done."""
    with pytest.raises(DecisionError) as refused:
        case.make(act, *arguments)
    return str(refused.value)


def test_what_changes_nothing_is_refused(case: Case) -> None:
    """The same title, the same theme, the same place and a second approval are no decisions."""
    case.make("place", case.rest.theme_id, "4")
    case.make("place", case.p(0), "new")

    assert "has this title already" in refusal(case, "rename", case.answer.theme_id, " Svar ")
    assert "is in" in refusal(case, "move", case.p(0), case.answer.theme_id)
    assert "somebody has placed it on 4 already" in refusal(case, "place", case.rest.theme_id, "4")
    assert "somebody has placed it on new already" in refusal(case, "place", case.p(0), "new")
    assert "name two themes" in refusal(case, "merge", case.rest.theme_id, case.rest.theme_id)


def test_a_person_may_confirm_what_the_machine_proposes(case: Case) -> None:
    """To place something where it is already says that somebody has looked."""
    assert case.make("place", case.course.theme_id, "1").after == {"kind": "commitment", "target": "1"}


@pytest.mark.parametrize(
    ("act", "arguments"),
    [
        ("rename", ("t", "X")),
        ("merge", ("t", "t2")),
        ("split", ("t", ["p"], "X")),
        ("move", ("p", "t")),
        ("place", ("t", "4")),
        ("set_aside", ("p",)),
        ("approve", ("t",)),
        ("approve", ("c",)),
    ],
)
def test_what_is_not_there_is_named(case: Case, act: str, arguments: tuple[Any, ...]) -> None:
    """Every act says which id nothing bears."""
    missing = [unknown(one[0]) if isinstance(one, str) and one in "tpc" else one for one in arguments]

    assert "bears it" in refusal(case, act, *missing)


def test_near_misses_are_suggested(case: Case) -> None:
    """One wrong sign in an id: the right one is named."""
    wrong = case.answer.theme_id[:-1] + "x"

    assert case.answer.theme_id in refusal(case, "rename", wrong, "Nytt")


def test_splits_that_are_none(case: Case) -> None:
    """All of the passages, none of them, or another theme's."""
    assert "not all and not none" in refusal(case, "split", case.course.theme_id, [case.p(2), case.p(5)], "X")
    assert "not all and not none" in refusal(case, "split", case.course.theme_id, [], "X")
    assert f"{case.p(0)}: not in {case.course.theme_id}" in refusal(
        case, "split", case.course.theme_id, [case.p(0)], "X"
    )


def test_places_and_reasons_that_are_none(case: Case) -> None:
    """A target that the framework lacks, and a reason that no span is set aside for."""
    assert "no commitment or new topic" in refusal(case, "place", case.rest.theme_id, "5")
    assert "no reason to set aside" in refusal(case, "set_aside", case.p(4), "boring")


def test_undoing(case: Case) -> None:
    """There must be such a decision, and it must not be undone yet."""
    case.make("rename", case.answer.theme_id, "Nytt")
    case.make("undo", 1)

    assert "there is no such decision" in refusal(case, "undo", 9)
    assert "was undone by decision 2" in refusal(case, "undo", 1)


def test_what_stood_before_is_recorded(case: Case) -> None:
    """Title and passages of the theme, with a hash of their words and no word of them."""
    decision = case.make("merge", case.answer.theme_id, case.rest.theme_id)
    facts = decision.before["themes"][case.rest.theme_id]

    assert facts["title"] == "Anna"
    assert facts["passages"] == {case.p(at): words_of(case.passages[at].text) for at in (3, 4)}
    assert "Meir lys" not in json.dumps(decision.before, ensure_ascii=False)


def test_a_decision_is_plain_json(case: Case) -> None:
    """What is recorded comes back equal, so that its hash does too."""
    case.make("place", case.rest.theme_id, "4")
    case.make("split", case.course.theme_id, [case.p(5)], "Gratis")
    for decision in case.decisions:
        assert json.loads(json.dumps([decision.before, decision.after])) == [decision.before, decision.after]


def test_two_splits_never_share_an_id(case: Case) -> None:
    """The same passages split off a second time are another theme: what was said of the first is not of it."""
    first = case.make("split", case.course.theme_id, [case.p(5)], "Gratis")
    case.make("merge", case.course.theme_id, first.after["theme_id"])
    second = case.make("split", case.course.theme_id, [case.p(5)], "Gratis")

    assert first.after["theme_id"] != second.after["theme_id"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Svar", "Svar"),
        ("  Svar \n på ", "Svar på"),
        ("A\u030angstrom", "Ångstrom"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("👍", "👍"),
    ],
)
def test_a_line_is_kept_as_it_was_written(text: str, line: str) -> None:
    """Composed, on one line; else untouched, also what a spreadsheet would run."""
    assert one_line(text, "the title", 200) == line


@pytest.mark.parametrize("text", ["", " \n", "a\x00", "a\x1b[31m", "a\ud800", "a" * 201])
def test_what_is_no_line(text: str) -> None:
    """Nothing, steering characters, half a character, too much."""
    with pytest.raises(DecisionError, match="the title"):
        one_line(text, "the title", 200)


def test_free_text_keeps_its_lines() -> None:
    """A reason may have paragraphs, and may be left out."""
    assert free_text(" a \n\n b  c\n", "--reason", 20) == "a\n\nb c"
    assert free_text("  ", "--reason", 20) == ""


@pytest.mark.parametrize("role", ["coordinator", "Head of department", "avdelingsdirektør"])
def test_roles(role: str) -> None:
    """An office in any language."""
    assert role_of(role) == role


@pytest.mark.parametrize("role", ["", "Machine", "kari@example.org", "x" * 81, "a\x07"])
def test_what_is_no_role(role: str) -> None:
    """Nobody, the machine, an address, a text."""
    with pytest.raises(DecisionError):
        role_of(role)
