"""Approvals: what a person has read and found right, and whether it is still what they read.

In: an analysis after `replay` and `conclude`, and decisions. Out: the analysis with the status of its themes and
conclusions, and what became of each approval. A theme is approved with its title, passages, place and
conclusions; when any of them has changed, its status is `changed` until somebody reads it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consult.answer.replay import undone_by
from consult.records import Analysis, Conclusion, Decision, Outcome, Theme, content_id

APPROVED, CHANGED = "approved", "changed"


def approve_read(analysis: Analysis, decisions: Sequence[Decision]) -> tuple[Analysis, tuple[Outcome, ...]]:
    """Give themes and conclusions the status that their latest approval gives them."""
    undone = undone_by(decisions)
    themes = {theme.theme_id: theme for theme in analysis.themes}
    conclusions = {conclusion.conclusion_id: conclusion for conclusion in analysis.conclusions}
    status: dict[str, str] = {}
    outcomes = []
    for decision in sorted(decisions, key=lambda one: one.number):
        if decision.act != "approve" or decision.number in undone:
            continue
        named = decision.objects[0]
        now = _seen(named, analysis, themes, conclusions)
        if not now:
            code = "theme-gone" if named.startswith("t-") else "conclusion-gone"
            outcomes.append(Outcome(number=decision.number, state="orphaned", code=code, ids=(named,)))
            continue
        status[named] = APPROVED if now == decision.after["seen"] else CHANGED
        code = "" if status[named] == APPROVED else "changed"
        outcomes.append(Outcome(number=decision.number, state="applied", code=code, ids=(named,) if code else ()))
    return _with_status(analysis, status), tuple(outcomes)


def _seen(named: str, analysis: Analysis, themes: dict[str, Theme], conclusions: dict[str, Conclusion]) -> str:
    if named in themes:
        return seen_theme(analysis, themes[named])
    return seen_conclusion(conclusions[named]) if named in conclusions else ""


def seen_theme(analysis: Analysis, theme: Theme) -> str:
    """A hash of what a person who approves a theme has before them: title, passages, place and conclusions."""
    places = sorted(
        (one.kind, one.target) for one in analysis.placements if one.theme_id == theme.theme_id and not one.passage_id
    )
    texts = sorted(one.text for one in analysis.conclusions if one.theme_id == theme.theme_id)
    return content_id("a", theme.title, *sorted(theme.passage_ids), *places, *texts)


def seen_conclusion(conclusion: Conclusion) -> str:
    """A hash of what a person who approves a conclusion has before them."""
    return content_id("a", conclusion.text, *sorted(citation.passage_id for citation in conclusion.citations))


def _with_status(analysis: Analysis, status: dict[str, str]) -> Analysis:
    """Conclusions of an approved theme are approved with it."""
    if not status:
        return analysis
    themes = tuple(
        replace(theme, status=status[theme.theme_id]) if theme.theme_id in status else theme
        for theme in analysis.themes
    )
    approved = {theme_id for theme_id, word in status.items() if word == APPROVED}
    return replace(analysis, themes=themes, conclusions=tuple(_concluded(analysis.conclusions, status, approved)))


def _concluded(conclusions: Iterable[Conclusion], status: dict[str, str], approved: set[str]) -> Iterable[Conclusion]:
    for one in conclusions:
        word = status.get(one.conclusion_id, "")
        if one.theme_id in approved and word != CHANGED:
            word = APPROVED
        yield replace(one, status=word) if word else one
