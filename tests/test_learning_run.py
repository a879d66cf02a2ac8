"""Through a whole run: what people place teaches the next run, and what they undo teaches nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import consult.themes
from consult.ledger import open_ledger
from consult.records import Placement, Theme
from consult.run import Finished, run
from tests.test_review import ROLE, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


def proposed(out: Path) -> tuple[tuple[Theme, ...], tuple[Placement, ...]]:
    """What the machine proposes, before decisions."""
    with open_ledger(out / "ledger.db") as ledger:
        found = ledger.proposed()
    return found.themes, found.placements


def test_the_next_run_learns_and_an_undone_decision_is_forgotten(
    finished: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Themes stay; on the passages that people placed the machine keeps its own opinion; undone, all is as it was."""
    themes, placements = proposed(finished.out)
    big = max(themes, key=lambda theme: (len(theme.passage_ids), theme.theme_id))
    taught: list[dict[str, str]] = []
    find = consult.themes.find_themes

    def watched(*given: Any, placed: dict[str, str], **named: Any) -> Any:
        taught.append(placed)
        return find(*given, placed=placed, **named)

    monkeypatch.setattr(consult.themes, "find_themes", watched)
    target = min(set(finished.settings.framework.kinds) - {p.target for p in placements if p.theme_id == big.theme_id})
    reviewed(finished.out, lambda desk: desk.place(big.theme_id, target, role=ROLE))
    run(consultation, finished.out)
    assert proposed(finished.out)[0] == themes
    assert of(proposed(finished.out)[1], big) == of(placements, big)
    reviewed(finished.out, lambda desk: desk.undo(1, role=ROLE))
    run(consultation, finished.out)
    assert taught == [dict.fromkeys(big.passage_ids, target), {}]
    assert proposed(finished.out) == (themes, placements)


def of(placements: tuple[Placement, ...], theme: Theme) -> list[tuple[str, str, float]]:
    """Where the passages of a theme stand, by the machine."""
    return [(p.passage_id, p.target, p.probability) for p in placements if p.passage_id in theme.passage_ids]
