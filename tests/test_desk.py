"""What stands while decisions are applied: how themes and passages are known again."""

from __future__ import annotations

import pytest

from consult.answer.desk import Desk, Gone, words_of
from consult.records import Decision
from tests.review_cases import TARGETS, Case, unknown


@pytest.fixture
def case() -> Case:
    """Six passages in three themes."""
    return Case()


def desk_of(case: Case) -> Desk:
    """Nothing is decided yet."""
    return Desk(case.themes, case.placements, case.passages, TARGETS)


def about(theme_id: str, passages: list[str]) -> Decision:
    """A decision on a theme that had these passages."""
    facts = {"title": "X", "keywords": [], "passages": dict.fromkeys(passages, "w-")}
    return Decision(
        number=1, role="coordinator", time="", act="rename", objects=(theme_id,), before={"themes": {theme_id: facts}},
        after={"title": "Y"}, reason="",
    )  # fmt: skip


@pytest.mark.parametrize("other", ["svar på innspel", "Svar  på innspel", "Svar på\ninnspel"])
def test_the_same_words(other: str) -> None:
    """Case and white space are no words."""
    assert words_of(other) == words_of("Svar på innspel")


@pytest.mark.parametrize("other", ["Svar på innspela", "Svar på innspel!", "Svar innspel på", ""])
def test_other_words(other: str) -> None:
    """A sign more is another text: nothing is guessed."""
    assert words_of(other) != words_of("Svar på innspel")


def test_a_theme_by_its_id(case: Case) -> None:
    """The id is enough, whatever passages it has now."""
    assert desk_of(case).theme(case.rest.theme_id, about(case.rest.theme_id, [])) == case.rest.theme_id


@pytest.mark.parametrize(
    ("recorded", "known"),
    [((2, 5), True), ((2, 5, 0), True), ((2, 0), False), ((2,), False), ((), False), ((0, 1, 2, 3, 4, 5), False)],
)
def test_a_theme_by_more_than_half_of_its_passages(case: Case, recorded: tuple[int, ...], known: bool) -> None:
    """Of the passages of both, more than half are shared; else it is gone."""
    named = unknown("t")
    decision = about(named, [case.p(at) for at in recorded])
    if known:
        assert desk_of(case).theme(named, decision) == case.course.theme_id
    else:
        with pytest.raises(Gone) as gone:
            desk_of(case).theme(named, decision)
        assert (gone.value.code, gone.value.ids) == ("theme-gone", (named,))


def test_a_passage_is_known_by_its_id_alone(case: Case) -> None:
    """The same words are pointed to, but not decided on: they may be somebody else's."""
    desk = desk_of(case)

    assert desk.passage(case.p(0), "w-any") == case.p(0)
    with pytest.raises(Gone) as gone:
        desk.passage(unknown("p"), words_of("gratis KURS"))
    assert (gone.value.code, gone.value.ids) == ("passage-elsewhere", (case.p(5),))
    with pytest.raises(Gone) as gone:
        desk.passage(unknown("p"), words_of("noko heilt anna"))
    assert gone.value.code == "passage-gone"


def test_what_is_set_aside_is_no_longer_there(case: Case) -> None:
    """It can be neither moved nor placed, and counts as no member."""
    desk = desk_of(case)
    desk.set_aside(case.p(0), "heading")

    with pytest.raises(Gone) as gone:
        desk.passage(case.p(0), "")
    assert gone.value.code == "aside"
    assert desk.present([case.p(0), case.p(1)]) == [case.p(1)]
    assert desk.members()[case.answer.theme_id] == {case.p(1)}


def test_passages_of_a_theme_stand_in_the_order_of_their_source(case: Case) -> None:
    """As the machine has them, so that nobody sees who was moved when."""
    desk = desk_of(case)
    desk.put([case.p(0)], case.course.theme_id)
    found = next(theme for theme in desk.themes_now() if theme.theme_id == case.course.theme_id)

    assert found.passage_ids == (case.p(0), case.p(2), case.p(5))


def test_a_theme_without_a_place_of_its_own_takes_the_commonest(case: Case) -> None:
    """Two passages on 1 outweigh one on T1; equals go by the order of their names."""
    desk = desk_of(case)
    desk.themes["t-new"] = case.course
    desk.put([case.p(at) for at in (0, 2, 5)], "t-new")
    own = [one for one in desk.placements_now() if (one.theme_id, one.passage_id) == ("t-new", "")]

    assert [(one.kind, one.target) for one in own] == [("commitment", "1")]
    assert own[0].probability == pytest.approx(0.4)


def test_a_theme_that_has_lost_its_passages_is_looked_for_again(case: Case) -> None:
    """Moved or set aside, one by one: its id stands for nothing any more, until something is put into it."""
    desk, theme_id = desk_of(case), case.course.theme_id
    first, *others = case.course.passage_ids
    desk.set_aside(first, "heading")
    desk.put(others, case.answer.theme_id)
    with pytest.raises(Gone):
        desk.theme(theme_id, about(theme_id, [first, *others]))
    assert theme_id not in desk.members()
    desk.put(others[:1], theme_id)
    assert desk.theme(theme_id, about(theme_id, [])) == theme_id
