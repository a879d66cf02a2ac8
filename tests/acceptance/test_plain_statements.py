"""Statements that plainly bear on one commitment are placed there, whatever the plan, in five languages.

The statements are ours and stand in `plain_statements.toml`. They guard against rules that fit one corpus:
other plans, other subjects, and consultations so small that nobody has a neighbour. They are measured
one in each file, as letters come, and as bullets of one note, where each stands among strangers.

The floors are what was measured (see `RIGHT`), less a margin of two statements.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from consult.framework import load_framework
from consult.ledger import open_ledger
from consult.new import new_consultation
from consult.records import Analysis
from consult.run import run
from consult.shipped import shipped
from consult.summary import first_choices, place_of

pytestmark = pytest.mark.slow

STATEMENTS = tomllib.loads((Path(__file__).parent / "plain_statements.toml").read_text(encoding="utf-8"))

RIGHT = {
    ("no-2019-2021", "letters"): 1.0,
    ("no-2019-2021", "note"): 0.78,
    ("se-2023-2025", "letters"): 1.0,
    ("se-2023-2025", "note"): 1.0,
    ("dk-2023-2025", "letters"): 1.0,
    ("dk-2023-2025", "note"): 1.0,
    ("no-digital-2024-2030", "letters"): 0.86,
    ("no-digital-2024-2030", "note"): 0.76,
}
"""(plan, how) → share of statements whose first choice is right, as measured."""


def gold_of(plan: str) -> dict[str, str]:
    """Statement → target."""
    return {text: target for target, texts in STATEMENTS[plan].items() for text in texts}


def letters(plan: str) -> Iterator[tuple[str, str]]:
    """One file a statement, under a name that tells nothing."""
    for number, text in enumerate(sorted(gold_of(plan)), start=1):
        yield f"{number}.txt", text + "\n"


def note(plan: str) -> Iterator[tuple[str, str]]:
    """All statements as bullets of one note, each among strangers."""
    yield "note.md", "".join(f"- {text}\n" for text in sorted(gold_of(plan)))


def share_right(analysis: Analysis, gold: dict[str, str]) -> float:
    """Share of statements whose passage has the right first choice; what is no passage of its own is wrong."""
    first = first_choices(placement for placement in analysis.placements if placement.passage_id)
    placed = {passage.text: place_of(first[passage.passage_id]) for passage in analysis.passages}
    return sum(placed.get(text) == target for text, target in gold.items()) / len(gold)


def analysed(plan: str, how: str, place: Path) -> Analysis:
    """Run the way on a plan's statements."""
    home = new_consultation(plan, place, plan)
    for name, text in {"letters": letters, "note": note}[how](plan):
        (home / "inputs" / name).write_text(text, encoding="utf-8")
    run(home, place / "out")
    with open_ledger(place / "out" / "ledger.db", create=False) as ledger:
        return ledger.analysis()


@pytest.mark.parametrize(("plan", "how"), sorted(RIGHT))
def test_plain_statements_are_placed_where_they_belong(plan: str, how: str, tmp_path: Path) -> None:
    """As many as were measured, less two; and with gold dealt out anew (sabotage twin) fewer."""
    analysis, gold = analysed(plan, how, tmp_path), gold_of(plan)
    floor = RIGHT[plan, how] - 2 / len(gold)
    assert share_right(analysis, gold) >= floor
    dealt = dict(zip(gold, [*list(gold.values())[3:], *list(gold.values())[:3]], strict=True))
    assert share_right(analysis, dealt) < floor


@pytest.mark.parametrize("plan", sorted(STATEMENTS))
def test_every_target_of_a_plan_has_statements(plan: str) -> None:
    """No commitment is left unmeasured, and none of the statements names a target that the plan lacks."""
    framework = load_framework(shipped("corpora", "frameworks", f"{plan}.toml"))
    assert set(STATEMENTS[plan]) == {target.target_id for target in framework.targets} | {"new"}
