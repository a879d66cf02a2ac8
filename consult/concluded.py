"""The last step of the way: what the machine proposes, as people have decided it, concluded and answered.

In: what a run proposes, people's acts, and drafted sentences that passed the gate. Out: the analysis as it stands,
and what became of each decision. The same for a run, for a review and for whoever asks afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consult.progress import Progress
from consult.records import Analysis, Decision, Outcome, Proposed, Reply
from consult.settings import Settings

if TYPE_CHECKING:
    from consult.answer.wordings import Wording


def answer(
    proposed: Proposed,
    decisions: Sequence[Decision],
    replies: Sequence[Reply],
    settings: Settings,
    progress: Progress,
    *,
    wordings: Sequence[Wording] = (),
) -> tuple[Analysis, tuple[Outcome, ...]]:
    """What the machine proposes → what people have decided, with conclusions, approvals and responses.

    wordings: drafted sentences that passed the gate, put in place of the extractive ones that they still fit.
    """
    from consult.answer.approve import approve_read
    from consult.answer.privacy import standing
    from consult.answer.replay import decided
    from consult.answer.respond import answered
    from consult.answer.sendable import sendable
    from consult.answer.wordings import edited, worded

    decided_on, outcomes = decided(proposed, decisions, settings.framework.kinds)
    concluded = conclude(decided_on, settings, progress)
    safe = sendable(concluded.passages, concluded.sources, proposed.findings, decisions) if wordings else {}
    in_words, edits = edited(worded(concluded, wordings, safe), decisions)
    approved, read_again = approve_read(in_words, decisions)
    published = standing(proposed.findings, proposed.sources, decisions).outcomes
    every = tuple(sorted((*outcomes, *edits, *read_again, *published), key=lambda outcome: outcome.number))
    return replace(approved, responses=answered(replies, approved.placements).standing), every


def conclude(decided: Proposed, settings: Settings, progress: Progress) -> Analysis:
    """Themes → conclusions with their citations, and the passages that none of them reflects."""
    from consult.answer.conclude import conclude as draw

    progress("conclude", 0, len(decided.themes))
    drawn = draw(
        decided.themes,
        decided.passages,
        decided.sources,
        decided.placements,
        decided.duplicates,
        decided.vectors,
        settings,
    )
    progress("conclude", len(decided.themes), len(decided.themes))
    return Analysis(
        sources=decided.sources,
        passages=decided.passages,
        set_aside=decided.set_aside,
        duplicates=decided.duplicates,
        themes=decided.themes,
        placements=decided.placements,
        conclusions=drawn.conclusions,
        not_reflected=drawn.not_reflected,
        findings=decided.findings,
    )
