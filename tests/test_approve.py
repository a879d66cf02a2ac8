"""Approvals hold for what was read, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.answer import decide
from consult.answer.approve import approve_read, seen_theme
from consult.records import Analysis, Decision
from tests.conftest import make_analysis


def approval(analysis: Analysis, named: str, number: int = 1) -> Decision:
    """A person approves a theme or conclusion of `analysis`."""
    intent = decide.approve(analysis, named)
    return Decision(
        number=number, role="coordinator", time="", act="approve", objects=intent.objects, before=intent.before,
        after=intent.after, reason="",
    )  # fmt: skip


def statuses(analysis: Analysis, *decisions: Decision) -> tuple[dict[str, str], dict[str, str]]:
    """Theme → status and conclusion → status."""
    found, _ = approve_read(analysis, decisions)
    return (
        {theme.theme_id: theme.status for theme in found.themes},
        {one.conclusion_id: one.status for one in found.conclusions},
    )


def test_without_approvals_nothing_changes(analysis: Analysis) -> None:
    """Everything stays proposed."""
    assert approve_read(analysis, ()) == (analysis, ())


def test_a_theme_is_approved_with_its_conclusions(analysis: Analysis) -> None:
    """And no other theme, and no other theme's conclusions."""
    theme = analysis.themes[0].theme_id
    themes, conclusions = statuses(analysis, approval(analysis, theme))

    assert [one for one, status in themes.items() if status == "approved"] == [theme]
    assert {one.conclusion_id for one in analysis.conclusions if one.theme_id == theme} == {
        one for one, status in conclusions.items() if status == "approved"
    }


def test_one_conclusion_is_approved_alone(analysis: Analysis) -> None:
    """The theme and its other conclusions wait."""
    named = analysis.conclusions[0].conclusion_id
    themes, conclusions = statuses(analysis, approval(analysis, named))

    assert set(themes.values()) == {"proposed"}
    assert [one for one, status in conclusions.items() if status == "approved"] == [named]


@pytest.mark.parametrize("fact", ["title", "passages", "place", "conclusion"])
def test_whatever_changes_ends_the_approval(analysis: Analysis, fact: str) -> None:
    """Title, passages, place and the words of a conclusion are what was approved."""
    theme = next(one for one in analysis.themes if len(one.passage_ids) == 2)
    decision = approval(analysis, theme.theme_id)
    other = replace(theme, title="X") if fact == "title" else theme
    other = replace(theme, passage_ids=theme.passage_ids[:1]) if fact == "passages" else other
    changed = replace(analysis, themes=tuple(other if one is theme else one for one in analysis.themes))
    if fact == "place":
        changed = replace(changed, placements=tuple(replace(p, target="2") for p in analysis.placements))
    if fact == "conclusion":
        changed = replace(changed, conclusions=tuple(replace(c, text=f"{c.text}!") for c in analysis.conclusions))
    themes, conclusions = statuses(changed, decision)

    assert themes[theme.theme_id] == "changed"
    assert set(conclusions.values()) == {"proposed"}
    assert [one.code for one in approve_read(changed, (decision,))[1]] == ["changed"]


def test_who_reads_it_again_approves_it_again(analysis: Analysis) -> None:
    """The latest approval counts."""
    theme = analysis.themes[0]
    changed = replace(analysis, themes=(replace(theme, title="X"), *analysis.themes[1:]))
    first, second = approval(analysis, theme.theme_id), approval(changed, theme.theme_id, 2)

    assert statuses(changed, first, second)[0][theme.theme_id] == "approved"
    assert statuses(analysis, first, second)[0][theme.theme_id] == "changed"


def test_an_approval_of_what_is_gone_is_orphaned(analysis: Analysis) -> None:
    """Theme and conclusion, each with its own words for it."""
    first = approval(analysis, analysis.themes[0].theme_id)
    second = approval(analysis, analysis.conclusions[0].conclusion_id, 2)
    emptied = replace(analysis, themes=(), conclusions=())

    outcomes = approve_read(emptied, (first, second))[1]
    assert [(one.state, one.code) for one in outcomes] == [
        ("orphaned", "theme-gone"),
        ("orphaned", "conclusion-gone"),
    ]


def test_an_undone_approval_is_none(analysis: Analysis) -> None:
    """After undo everything waits again; the outcome is told by `replay`."""
    first = approval(analysis, analysis.themes[0].theme_id)
    undo = replace(first, number=2, act="undo", objects=("1",), before={}, after={})

    assert approve_read(analysis, (first, undo)) == (analysis, ())


def test_the_order_of_records_changes_no_hash(analysis: Analysis) -> None:
    """What was seen depends on what it says, not on where it stands."""
    turned = replace(
        analysis,
        placements=analysis.placements[::-1],
        conclusions=analysis.conclusions[::-1],
        themes=analysis.themes[::-1],
    )
    for theme in make_analysis().themes:
        assert seen_theme(turned, theme) == seen_theme(analysis, theme)
