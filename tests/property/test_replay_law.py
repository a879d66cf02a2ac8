"""A rerun with new sources loses no decision: each is applied, and then its effect stands, or shown with the reason."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.answer.approve import approve_read
from consult.answer.replay import Replayed
from consult.check import check, failed
from consult.errors import DecisionError
from consult.ledger import open_ledger
from consult.records import Decision, Outcome, Theme, content_id
from consult.results import outcomes_of
from consult.review import Review, reviewing
from consult.run import Finished, run
from consult.settings import load_settings
from tests.property.test_decision_laws import ACT, decide, laws_hold
from tests.review_cases import WORDS, Case, make_passages, place_on, target_of, theme_of, title_of
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
LIMITS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NEW = ("Bussen går for sjeldan", "Meir lys på skulevegen")


def grown(case: Case, groups: list[int], renamed: list[bool]) -> Case:
    """The case after a rerun with a letter more: two new passages, and themes as the machine may group them now.

    groups: for each passage the old or new theme that it falls into; renamed: whether a theme got another id.
    """
    after = Case()
    source, passages = make_passages(NEW, "nytt-brev.txt")
    every = (*after.passages, *passages)
    names = [theme.theme_id for theme in case.themes] + [content_id("t", "new")]
    names = [content_id("t", name) if other else name for name, other in zip(names, renamed, strict=True)]
    themes = []
    for at, name in enumerate(names):
        members = tuple(one.passage_id for one, group in zip(every, groups, strict=True) if group == at)
        if members:
            title = case.themes[at].title if at < len(case.themes) else "Buss"
            themes.append(Theme(theme_id=name, title=title, keywords=(), passage_ids=members))
    after.passages, after.themes = every, tuple(sorted(themes, key=lambda theme: theme.theme_id))
    after.placements = tuple(one for theme in after.themes for one in place_on(theme, "1"))
    after.decisions = case.decisions
    assert source.source_id != after.source.source_id
    return after


GROUPS = st.lists(st.integers(0, 3), min_size=len(WORDS) + len(NEW), max_size=len(WORDS) + len(NEW))
RENAMED = st.lists(st.booleans(), min_size=4, max_size=4)


@LIMITS
@given(st.lists(ACT, max_size=12), GROUPS, RENAMED)
def test_every_decision_is_applied_or_shown(
    drawn: list[tuple[str, int, int, str]], groups: list[int], renamed: list[bool]
) -> None:
    """Whatever the machine makes of the new letter: one outcome for each decision, a reason for each that is lost."""
    case = Case()
    for one in drawn:
        decide(case, one)
    after = grown(case, groups, renamed)
    now = after.now()
    assert {p.passage_id for p in now.passages} <= {p.passage_id for p in after.passages}
    _, approvals = approve_read(replace(after.analysis(), conclusions=()), after.decisions)
    outcomes = sorted((*now.outcomes, *approvals), key=lambda one: one.number)
    assert [one.number for one in outcomes] == [decision.number for decision in case.decisions]
    assert all(one.code for one in outcomes if one.state != "applied")
    if after.decisions and after.decisions[-1].act not in ("approve", "undo"):
        stands(after.decisions[-1], outcomes[-1], now)


def stands(decision: Decision, outcome: Outcome, now: Replayed) -> None:
    """What the last decision did is there to be seen, if it was applied."""
    if outcome.state != "applied":
        return
    named = outcome.ids[0] if outcome.code == "followed" else decision.objects[0]
    match decision.act:
        case "rename":
            assert title_of(now, named) == decision.after["title"]
        case "move":
            target = outcome.ids[0] if outcome.code == "followed" else decision.objects[1]
            assert theme_of(now, decision.objects[0]) == target
        case "split":
            gone = set(outcome.ids) if outcome.code == "part" else set()
            assert {theme_of(now, one) for one in decision.objects[1:] if one not in gone} == {
                decision.after["theme_id"]
            }
        case "set_aside":
            assert decision.objects[0] not in {one.passage_id for one in now.passages}
        case "place":
            own = named if named.startswith("p-") else ""
            assert (decision.after["target"], decision.role) in target_of(
                now, theme_of(now, named) if own else named, own
            )
        case _:
            assert len({theme_of(now, one) for one in _merged(decision, now)}) <= 1


def _merged(decision: Decision, now: Replayed) -> list[str]:
    """Passages that a merge put together and that are still input."""
    here = {one.passage_id for one in now.passages}
    return [one for theme in decision.before["themes"].values() for one in theme["passages"] if one in here]


def test_a_decision_that_was_dropped_would_be_missed() -> None:
    """Sabotage twin: without the last decision, there is one outcome too few, and its effect is not there."""
    case = Case()
    case.make("rename", case.course.theme_id, "Nytt namn")
    after = grown(case, [0, 0, 1, 2, 2, 1, 3, 3], [False] * 4)
    outcome = after.now().outcomes[-1]
    decision, after.decisions = after.decisions[-1], []
    assert after.now().outcomes == ()
    with pytest.raises(AssertionError):
        stands(decision, outcome, after.now())


def test_the_laws_hold_before_the_letter_comes() -> None:
    """What is grown from is whole."""
    case = Case()
    laws_hold(case, case.now())


# -- the whole way --------------------------------------------------------------------------------------


def at_random(desk: Review, rng: random.Random) -> None:
    """One act on what stands; what cannot be done is tried no more."""
    themes, passages = desk.analysis.themes, desk.analysis.passages
    theme, other, passage = rng.choice(themes).theme_id, rng.choice(themes).theme_id, rng.choice(passages).passage_id
    by = {"role": "coordinator"}
    acts = (
        lambda: desk.rename(theme, f"Namn {rng.random()}", **by),
        lambda: desk.merge(theme, other, **by),
        lambda: desk.split(
            theme, [rng.choice(next(t for t in themes if t.theme_id == theme).passage_ids)], "Del", **by
        ),
        lambda: desk.move(passage, theme, **by),
        lambda: desk.place(rng.choice((theme, passage)), rng.choice(("new", "unplaced")), **by),
        lambda: desk.set_aside(passage, "procedural", **by),
        lambda: desk.approve(theme, **by),
        lambda: desk.undo(rng.randrange(1, len(desk.decisions) + 2), **by),
    )
    try:
        rng.choice(acts)()
    except DecisionError:
        return


@pytest.mark.parametrize("seed", [1, 2])
def test_the_whole_way_with_new_sources(finished: Finished, consultation: Path, out: Path, seed: int) -> None:
    """Decisions at random, a letter more and one fewer, a run: every decision is in the log, and the result holds."""
    rng = random.Random(seed)  # noqa: S311 - to try, not to hide
    with reviewing(finished.out) as desk:
        for _ in range(14):
            if len(desk.analysis.themes) > 1 and len(desk.analysis.passages) > 2:
                at_random(desk, rng)
        desk.finish()
    (consultation / "inputs" / "nytt.txt").write_text(
        "Hei!\n\nBussen går for sjeldan frå bygda.\nVi vil ha svar på innspela våre innan ein månad.\n",
        encoding="utf-8",
    )
    (consultation / "inputs" / "bord2.md").unlink()
    run(consultation, out)
    with open_ledger(out / "ledger.db") as ledger:
        decisions = ledger.decisions()
        outcomes = outcomes_of(ledger, load_settings(consultation))
    assert decisions
    assert [one.number for one in outcomes] == [one.number for one in decisions]
    assert all(one.code for one in outcomes if one.state != "applied")
    people = json.loads((out / "run.json").read_text(encoding="utf-8"))["people"]
    assert [one["number"] for one in people["orphaned"]] == [one.number for one in outcomes if one.state == "orphaned"]
    assert failed(check(out)) == ()
