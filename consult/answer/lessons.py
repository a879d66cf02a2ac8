"""What people have placed so far, as lessons for placing the rest.

In: decisions, the passages of this run, and the themes that the last run proposed. Out: passage id → the target
where it stands by a person's decision, alone or with its theme. What was undone, orphaned or set aside teaches
nothing; two decisions on one passage teach what the later one says, as they do when they are replayed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consult.answer.replay import replay
from consult.records import Decision, Passage, Placement, Theme

MACHINE = "machine"


def lessons(
    decisions: Sequence[Decision], passages: Sequence[Passage], themes: Sequence[Theme], targets: Mapping[str, str]
) -> dict[str, str]:
    """Passage id → target. themes: of the last run, before decisions; targets: id → kind of the framework's targets."""
    if not any(decision.act == "place" for decision in decisions):
        return {}
    here = {passage.passage_id for passage in passages}
    left = [replace(one, passage_ids=tuple(held for held in one.passage_ids if held in here)) for one in themes]
    blank = [_nowhere(one.theme_id, held) for one in left for held in ("", *one.passage_ids)]
    replayed = replay([one for one in left if one.passage_ids], blank, passages, decisions, targets)
    return {one.passage_id: one.target for one in replayed.placements if one.passage_id and one.decided_by != MACHINE}


def _nowhere(theme_id: str, passage_id: str) -> Placement:
    """What stands where nobody has decided."""
    return Placement(
        theme_id=theme_id, passage_id=passage_id, kind="unplaced", target="unplaced", score=0.0, probability=0.0
    )
