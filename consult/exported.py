"""The version that a project was exported from: a recoding is compared with it, and decides only what it changed.

In: a project's file, and an open review. Out: the analysis as it was exported, or None where that is not known any
more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from consult.answer.replay import OUTSIDE, decided
from consult.errors import InputError
from consult.publish.exchange.package import read_package
from consult.records import Analysis, Placement, Theme
from consult.review import Review

RUN = re.compile(r"\br-[0-9a-f]{12}\b")


def run_of(path: Path) -> str:
    """The run that a project says it is from, empty where its program did not keep that."""
    root = read_package(path).root
    found = RUN.search(root.findtext("{*}Description") or "")
    return found[0] if found else ""


def exported_analysis(run_id: str, desk: Review) -> Analysis | None:
    """The analysis as it was exported, or None where that is not known any more."""
    if not run_id:
        return None
    rows = desk.ledger.connection.execute(
        "SELECT run_id, how, decisions FROM runs LEFT JOIN run_heads USING (run_id) ORDER BY number"
    ).fetchall()
    at = next((place for place, row in enumerate(rows) if row["run_id"] == run_id), None)
    if at is None:
        raise InputError("the project was made from another ledger; export one from this, and recode that")
    if all(row["how"] == "review" for row in rows[at + 1 :]):
        return _replayed(rows[at]["decisions"] or "", desk)
    return _snapshot(run_id, desk) if run_id in desk.ledger.compared_runs() else None


def _replayed(head: str, desk: Review) -> Analysis:
    """What the machine proposes, with the decisions that the exported run knew."""
    query = "SELECT number FROM decisions WHERE sha256 = ?"
    row = desk.ledger.connection.execute(query, (head,)).fetchone()
    known = desk.decisions[: row["number"] if row else 0]
    stands, _ = decided(desk.proposed, known, desk.settings.framework.kinds)
    return replace(
        desk.analysis, passages=stands.passages, set_aside=stands.set_aside, themes=stands.themes,
        placements=stands.placements,
    )  # fmt: skip


def _snapshot(run_id: str, desk: Review) -> Analysis:
    """What an earlier run ended with, as far as its passages are still there."""
    kept = desk.ledger.snapshot(run_id)
    here = {passage.passage_id for passage in desk.analysis.passages}
    members: dict[str, list[str]] = defaultdict(list)
    for passage_id, (theme_id, _) in kept["passage"].items():
        if passage_id in here:
            members[theme_id].append(passage_id)
    kinds = desk.settings.framework.kinds | {word: word for word in OUTSIDE}
    themes = {theme_id: kept["theme"][theme_id] for theme_id in sorted(members)}
    inside = {one for passage_ids in members.values() for one in passage_ids}
    return replace(
        desk.analysis,
        passages=tuple(one for one in desk.analysis.passages if one.passage_id in inside),
        themes=tuple(
            Theme(theme_id=key, title=title, keywords=(), passage_ids=tuple(members[key]))
            for key, (title, _) in themes.items()
        ),
        placements=tuple(
            Placement(theme_id=key, kind=kinds[place], target=place, score=1.0, probability=1.0)  # type: ignore[arg-type]
            for key, (_, place) in themes.items()
            if place in kinds
        ),
    )
