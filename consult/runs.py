"""Runs in a ledger: what each was made from, how it went, and what it ended with.

In: a ledger's connection. Out: records of runs. A row is added for each and never changed; what a run ended with is
kept for `consult diff`, of reviews in a row only the last one's.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from consult.chain import CHAINED
from consult.stored import as_json

SNAPSHOT_KINDS = ("source", "theme", "passage", "conclusion", "response")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One execution, immutable. counts: in, out and remainder of each step; seconds: by step.

    how: `review` where people's acts were applied to what the last run proposed. heads: the last hash of each
    chain of people's acts that this run has replayed.
    """

    run_id: str
    fingerprint: str
    started: str
    finished: str
    inputs: dict[str, str]
    settings: dict[str, Any]
    versions: dict[str, str]
    counts: dict[str, dict[str, int]]
    seconds: dict[str, float]
    how: Literal["run", "review"] = "run"
    heads: dict[str, str] = field(default_factory=dict)


def add_run(connection: sqlite3.Connection, run: Run, heads: Mapping[str, str]) -> None:
    """Add a run behind the others; of reviews in a row the end of the one before is let go.

    heads: the last hash of each chain of people's acts. For the caller's transaction; what the run ended with is the
    caller's to add.
    """
    last = connection.execute("SELECT run_id FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    if run.how == "review" and last is not None:
        query = "DELETE FROM snapshots WHERE run_id IN (SELECT run_id FROM run_heads WHERE run_id = ? AND how = ?)"
        connection.execute(query, (last["run_id"], "review"))
    number = int(connection.execute("SELECT coalesce(max(number), 0) + 1 FROM runs").fetchone()[0])
    parts = (run.inputs, run.settings, run.versions, run.counts, run.seconds)
    row = (number, run.run_id, run.fingerprint, run.started, run.finished, *map(as_json, parts))
    connection.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    ends = tuple(heads.get(table, "") for table in CHAINED)
    connection.execute("INSERT INTO run_heads VALUES (?, ?, ?, ?)", (run.run_id, run.how, *ends))


def last_run(connection: sqlite3.Connection, back: int = 0) -> Run | None:
    """The last run, or with `back` the one so many before it; None where there is none."""
    row = connection.execute(
        "SELECT runs.*, how, decisions, response_log FROM runs LEFT JOIN run_heads USING (run_id)"
        " ORDER BY number DESC LIMIT 1 OFFSET ?",
        (back,),
    ).fetchone()
    if row is None:
        return None
    texts = {key: row[key] for key in ("run_id", "fingerprint", "started", "finished")}
    parts = {key: json.loads(row[key]) for key in ("inputs", "settings", "versions", "counts", "seconds")}
    ends = {table: row[table] for table in CHAINED if row[table]}
    return Run(**texts, **parts, how=row["how"] or "run", heads=ends)


def compared_runs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of the runs whose end is known, the last one first."""
    query = "SELECT run_id FROM runs WHERE run_id IN (SELECT run_id FROM snapshots) ORDER BY number DESC"
    return tuple(row["run_id"] for row in connection.execute(query))


def snapshot(connection: sqlite3.Connection, run_id: str) -> dict[str, dict[str, tuple[str, str]]]:
    """What a run ended with: kind → id → (value, target)."""
    found: dict[str, dict[str, tuple[str, str]]] = {kind: {} for kind in SNAPSHOT_KINDS}
    query = "SELECT kind, id, value, target FROM snapshots WHERE run_id = ?"
    for row in connection.execute(query, (run_id,)):
        found[row["kind"]][row["id"]] = (row["value"], row["target"])
    return found
