"""Decisions are applied to what the machine proposes: the same in every run, and none is lost."""

from __future__ import annotations

import pytest

from consult.answer.replay import remaining_copies, replay, undone_by
from tests.conftest import make_theme
from tests.review_cases import TARGETS, Case, new_theme_id, place_on, target_of, theme_of, title_of


@pytest.fixture
def case() -> Case:
    """Six passages in three themes."""
    return Case()


def test_without_decisions_nothing_changes(case: Case) -> None:
    """The machine's themes and placements come back as they are, in their order."""
    now = case.now()

    assert (now.themes, now.placements, now.passages) == (case.themes, case.placements, case.passages)
    assert now.set_aside == now.outcomes == ()


def test_what_is_undone_changes_nothing(case: Case) -> None:
    """A decision and its undoing leave what was there."""
    case.make("rename", case.answer.theme_id, "Noko anna")
    case.make("undo", 1)

    assert case.now().themes == case.themes
    assert [one.state for one in case.now().outcomes] == ["undone", "applied"]


def test_rename(case: Case) -> None:
    """A title that a person gave stands; the other themes keep theirs."""
    case.make("rename", case.answer.theme_id, "Svar til dei som spør")

    assert title_of(case.now(), case.answer.theme_id) == "Svar til dei som spør"
    assert title_of(case.now(), case.course.theme_id) == "Kurs"


def test_merge_keeps_the_first(case: Case) -> None:
    """The first theme keeps id, title and place, and holds the passages of both."""
    case.make("merge", case.answer.theme_id, case.rest.theme_id)
    now = case.now()

    assert {theme_of(now, case.p(at)) for at in (0, 1, 3, 4)} == {case.answer.theme_id}
    assert len(now.themes) == 2
    assert target_of(now, case.answer.theme_id) == [("T1", "machine")]
    assert case.rest.theme_id not in {placement.theme_id for placement in now.placements}


def test_split_makes_a_theme_with_an_id_title_and_place_of_its_own(case: Case) -> None:
    """The passages that leave are placed where they were, and their theme where most of them are."""
    decision = case.make("split", case.course.theme_id, [case.p(5)], "Gratis")
    now = case.now()

    assert theme_of(now, case.p(5)) == new_theme_id(decision)
    assert theme_of(now, case.p(2)) == case.course.theme_id
    assert title_of(now, new_theme_id(decision)) == "Gratis"
    assert target_of(now, new_theme_id(decision)) == [("1", "machine")]


def test_move(case: Case) -> None:
    """A passage goes to another theme; a theme that has no passage left is gone."""
    case.make("move", case.p(3), case.answer.theme_id)
    case.make("move", case.p(4), case.answer.theme_id)

    assert theme_of(case.now(), case.p(4)) == case.answer.theme_id
    assert case.rest.theme_id not in {theme.theme_id for theme in case.now().themes}


def test_place_a_theme_with_its_passages(case: Case) -> None:
    """The theme and each of its passages stand where the person put them, and say who did."""
    case.make("place", case.rest.theme_id, "4", reason="Gjeld lys")
    now = case.now()

    assert target_of(now, case.rest.theme_id) == [("4", "coordinator")]
    assert target_of(now, case.rest.theme_id, case.p(3)) == [("4", "coordinator")]
    assert {p.evidence for p in now.placements if p.decided_by != "machine"} == {"Gjeld lys"}


def test_a_passage_that_was_placed_by_itself_stays(case: Case) -> None:
    """Placing its theme, before or after, does not move it."""
    case.make("place", case.p(3), "new")
    case.make("place", case.rest.theme_id, "4", role="reviewer")

    assert target_of(case.now(), case.rest.theme_id, case.p(3)) == [("new", "coordinator")]
    assert target_of(case.now(), case.rest.theme_id, case.p(4)) == [("4", "reviewer")]


def test_set_aside_moves_the_span(case: Case) -> None:
    """The passage is a span with a reason, in no theme and with no placement."""
    case.make("set_aside", case.p(4), "contact")
    now = case.now()

    assert [(span.text, span.reason) for span in now.set_aside] == [("Takk for no", "contact")]
    assert case.p(4) not in {passage.passage_id for passage in now.passages}
    assert case.p(4) not in {placement.passage_id for placement in now.placements}
    assert all(case.p(4) not in theme.passage_ids for theme in now.themes)


def test_all_passages_set_aside(case: Case) -> None:
    """Nothing is left, and nothing breaks."""
    for at in range(6):
        case.make("set_aside", case.p(at))

    assert case.now().themes == case.now().placements == case.now().passages == ()


def test_an_undone_undoing_restores(case: Case) -> None:
    """Undo of undo: the first decision holds again."""
    case.make("rename", case.answer.theme_id, "Nytt")
    case.make("undo", 1)
    case.make("undo", 2)

    assert undone_by(case.decisions) == {2: 3}
    assert title_of(case.now(), case.answer.theme_id) == "Nytt"


def test_what_leans_on_an_undone_decision_is_orphaned(case: Case) -> None:
    """A move into a theme that is no longer split off is shown as orphaned, not dropped."""
    decision = case.make("split", case.course.theme_id, [case.p(5)], "Gratis")
    case.make("move", case.p(0), new_theme_id(decision))
    case.make("undo", 1)
    now = case.now()

    assert now.orphaned == (2,)
    assert [one.code for one in now.outcomes] == ["undone", "theme-gone", ""]
    assert theme_of(now, case.p(0)) == case.answer.theme_id


# -- in a later run, where something is gone or grouped otherwise ----------------------------------------


def later(case: Case, groups: list[list[int]], titles: list[str], gone: tuple[int, ...] = ()) -> Case:
    """The same passages, but for those gone, grouped anew; decisions are those that were made before."""
    after = Case()
    after.passages = tuple(one for at, one in enumerate(case.passages) if at not in gone)
    themes = [make_theme(t, [case.passages[at] for at in rows]) for t, rows in zip(titles, groups, strict=True)]
    after.themes = tuple(sorted(themes, key=lambda theme: theme.theme_id))
    after.placements = tuple(one for theme in after.themes for one in place_on(theme, "new"))
    after.decisions = case.decisions
    return after


def test_a_passage_that_is_gone_orphans_its_decisions(case: Case) -> None:
    """Moves, places and set-asides of a passage whose file was taken away are kept and shown."""
    case.make("move", case.p(4), case.answer.theme_id)
    case.make("place", case.p(4), "4")
    case.make("set_aside", case.p(4))
    now = later(case, [[0, 1], [2, 5], [3]], ["Svar", "Kurs", "Anna"], gone=(4,)).now()

    assert now.orphaned == (1, 2, 3)
    assert {one.code for one in now.outcomes} == {"passage-gone"}


def test_the_same_words_elsewhere_are_pointed_to(case: Case) -> None:
    """In a file that was renamed the passage has another id; the orphan says where its words now stand."""
    case.make("set_aside", case.p(4))
    renamed = Case(path="nytt namn.txt")
    renamed.decisions = case.decisions
    now = renamed.now()

    assert now.orphaned == (1,)
    assert [(one.code, one.ids) for one in now.outcomes] == [("passage-elsewhere", (renamed.p(4),))]


def test_a_theme_is_known_again_by_its_passages(case: Case) -> None:
    """Grouped anew under another id, with most of its passages, it keeps its title; the log says which it is."""
    case.make("rename", case.answer.theme_id, "Svar til folk")
    after = later(case, [[0, 1, 3], [2, 5], [4]], ["X", "Kurs", "Y"])
    one = after.now()

    assert title_of(one, theme_of(one, case.p(0))) == "Svar til folk"
    assert [(o.state, o.code) for o in one.outcomes] == [("applied", "followed")]


def test_a_theme_that_went_up_in_a_larger_one_is_gone(case: Case) -> None:
    """The title of two passages is not given to all six."""
    case.make("rename", case.answer.theme_id, "Svar til folk")
    now = later(case, [[0, 1, 2, 3, 4, 5]], ["Alt"]).now()

    assert now.orphaned == (1,)
    assert [theme.title for theme in now.themes] == ["Alt"]


def test_what_was_merged_stays_merged(case: Case) -> None:
    """Grouped anew and apart, the passages of a merge are together, and bring nobody else's."""
    case.make("merge", case.answer.theme_id, case.rest.theme_id)
    now = later(case, [[0], [1, 2], [3, 5], [4]], list("ABCD")).now()

    assert len({theme_of(now, case.p(at)) for at in (0, 1, 3, 4)}) == 1
    assert theme_of(now, case.p(2)) != theme_of(now, case.p(0))
    assert now.applied == (1,)


def test_a_merge_of_which_one_theme_is_gone_is_orphaned(case: Case) -> None:
    """With none of its passages there, there is nothing to merge."""
    case.make("merge", case.answer.theme_id, case.rest.theme_id)
    now = later(case, [[0, 1], [2, 5]], ["Svar", "Kurs"], gone=(3, 4)).now()

    assert now.orphaned == (1,)


def test_a_split_goes_on_with_what_is_left(case: Case) -> None:
    """One of two passages is gone: the other keeps the theme, and the log says which is missing."""
    case.make("merge", case.answer.theme_id, case.rest.theme_id)
    decision = case.make("split", case.answer.theme_id, [case.p(0), case.p(4)], "Del")
    now = later(case, [[0, 1], [2, 5], [3]], ["Svar", "Kurs", "Anna"], gone=(4,)).now()

    assert theme_of(now, case.p(0)) == new_theme_id(decision)
    assert now.outcomes[1].code == "part"
    assert now.outcomes[1].ids == (case.p(4),)


def test_a_target_that_left_the_framework_orphans_the_placement(case: Case) -> None:
    """Nothing is placed on what is no longer there."""
    case.make("place", case.rest.theme_id, "4")
    without = {target: kind for target, kind in TARGETS.items() if target != "4"}
    now = replay(case.themes, case.placements, case.passages, case.decisions, without)

    assert [(one.state, one.code) for one in now.outcomes] == [("orphaned", "target-gone")]
    assert now.placements == case.placements


def test_decisions_are_applied_by_number(case: Case) -> None:
    """The order in which they are handed over changes nothing."""
    case.make("rename", case.answer.theme_id, "Ein")
    case.make("rename", case.answer.theme_id, "To")
    backwards = replay(case.themes, case.placements, case.passages, case.decisions[::-1], TARGETS)

    assert backwards == case.now()
    assert title_of(backwards, case.answer.theme_id) == "To"


def test_copies_of_what_was_set_aside_stand_for_themselves() -> None:
    """The first copy takes its place; the others are copies of that one; what is not here is left out."""
    duplicates = {"p-b": "p-a", "p-c": "p-a", "p-d": "p-a", "p-y": "p-x"}

    assert remaining_copies(duplicates, {"p-a", "p-b", "p-c", "p-d", "p-x", "p-y"}) == duplicates
    assert remaining_copies(duplicates, {"p-b", "p-c", "p-x"}) == {"p-c": "p-b"}


def test_a_split_theme_stands_where_its_passages_are_placed(case: Case) -> None:
    """Where a person placed a passage, the theme made of it stands there too, by the machine's reckoning."""
    case.make("place", case.p(5), "4")
    decision = case.make("split", case.course.theme_id, [case.p(5)], "Gratis")

    assert target_of(case.now(), new_theme_id(decision)) == [("4", "machine")]
    assert target_of(case.now(), new_theme_id(decision), case.p(5)) == [("4", "coordinator")]
