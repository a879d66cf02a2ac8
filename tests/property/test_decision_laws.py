"""Any sequence of decisions keeps the laws, and gives the same result when it is replayed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.answer.approve import approve_read
from consult.answer.replay import Replayed
from consult.errors import DecisionError
from consult.records import REASONS, Decision
from consult.stored import decision_from, decision_row
from tests.review_cases import TARGETS, WORDS, Case

LIMITS = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ACT = st.tuples(
    st.sampled_from(["rename", "merge", "split", "move", "place", "place", "set_aside", "approve", "undo", "undo"]),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from([*TARGETS, "new", "unplaced"]),
)
COLUMNS = ("number", "role", "time", "act", "objects", "before", "after", "reason")


def decide(case: Case, drawn: tuple[str, int, int, str]) -> None:
    """Try an act on what stands; what cannot be done is refused and changes nothing."""
    act, one, other, target = drawn
    now = case.now()
    themes = [theme.theme_id for theme in now.themes]
    passages = [passage.passage_id for passage in case.passages]
    if not themes and act != "undo":
        return
    theme, passage = themes[one % len(themes)] if themes else "", passages[other % len(passages)]
    arguments: dict[str, tuple[Any, ...]] = {
        "rename": (theme, f"Namn {one} {other}"),
        "merge": (theme, themes[other % len(themes)] if themes else ""),
        "split": (theme, [passage], f"Del {one}"),
        "move": (passage, theme),
        "place": (theme if one % 2 else passage, target),
        "set_aside": (passage, REASONS[one % len(REASONS)]),
        "approve": (theme,),
        "undo": (1 + one % (len(case.decisions) + 1),),
    }
    try:
        case.make(act, *arguments[act])
    except DecisionError:
        assert case.now() == now


def laws_hold(case: Case, now: Replayed) -> None:
    """Tiling, conservation and placement on what stands."""
    every = {passage.passage_id for passage in case.passages}
    here = {passage.passage_id for passage in now.passages}
    aside = {(span.start, span.end, span.text) for span in now.set_aside}
    held = [passage_id for theme in now.themes for passage_id in theme.passage_ids]
    assert sorted(held) == sorted(here)
    assert aside == {(p.start, p.end, p.text) for p in case.passages if p.passage_id not in here}
    assert here <= every
    assert all(theme.passage_ids for theme in now.themes)
    placed = {(one.theme_id, one.passage_id) for one in now.placements}
    assert placed == {(t.theme_id, one) for t in now.themes for one in ("", *t.passage_ids)}
    keys = [(one.theme_id, one.passage_id, one.kind, one.target) for one in now.placements]
    assert len(set(keys)) == len(keys)


def stored(decision: Decision) -> Decision:
    """A decision as it comes back from the ledger."""
    row: Any = dict(zip(COLUMNS, decision_row(decision), strict=True))
    return decision_from(row)


@LIMITS
@given(st.lists(ACT, max_size=14))
def test_any_decisions_keep_the_laws_and_replay_to_the_same(drawn: list[tuple[str, int, int, str]]) -> None:
    """Each passage in one theme or set aside, each placed, each decision accounted for; through the ledger and back."""
    case = Case()
    for one in drawn:
        decide(case, one)
        laws_hold(case, case.now())
    now = case.now()
    _, approvals = approve_read(case.analysis(), case.decisions)
    numbers = sorted(one.number for one in (*now.outcomes, *approvals))
    assert numbers == [decision.number for decision in case.decisions]
    case.decisions = [stored(decision) for decision in reversed(case.decisions)]
    assert case.now() == now


@LIMITS
@given(st.lists(ACT, max_size=10), st.sets(st.integers(0, len(WORDS) - 1)), st.booleans())
def test_with_other_inputs_every_decision_is_applied_or_shown(
    drawn: list[tuple[str, int, int, str]], gone: set[int], renamed: bool
) -> None:
    """Passages went, or the file has another name: the laws hold, and no decision is lost without a reason."""
    case = Case()
    for one in drawn:
        decide(case, one)
    after = Case(path="anna.txt" if renamed else "bord.txt")
    left = [passage for at, passage in enumerate(after.passages) if at not in gone]
    after.themes = tuple(_without(theme, {p.passage_id for p in left}) for theme in after.themes)
    after.themes = tuple(theme for theme in after.themes if theme.passage_ids)
    here = {p.passage_id for p in left} | {""}
    kept = {theme.theme_id for theme in after.themes}
    after.placements = tuple(p for p in after.placements if p.passage_id in here and p.theme_id in kept)
    after.passages, after.decisions = tuple(left), case.decisions
    now = after.now()
    laws_hold(after, now)
    _, approvals = approve_read(after.analysis(), after.decisions)
    outcomes = sorted((*now.outcomes, *approvals), key=lambda one: one.number)
    assert [one.number for one in outcomes] == [decision.number for decision in case.decisions]
    assert all(one.code for one in outcomes if one.state != "applied")


def _without(theme: Any, here: set[str]) -> Any:
    return replace(theme, passage_ids=tuple(one for one in theme.passage_ids if one in here))
