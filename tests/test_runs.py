"""Runs in a ledger: the last one first, each as it was written, and only the end of the last review."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from consult.migrate import create
from consult.runs import Run, add_run, compared_runs, last_run, snapshot
from tests.test_ledger import make_run


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An empty ledger in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.row_factory = sqlite3.Row
    create(made)
    yield made
    made.close()


def ended(connection: sqlite3.Connection, run: Run, title: str, heads: dict[str, str] | None = None) -> None:
    """Add a run that ended with one theme."""
    add_run(connection, run, heads or {})
    connection.execute("INSERT INTO snapshots VALUES (?, 'theme', 't-1', ?, '4', '')", (run.run_id, title))


def test_a_ledger_without_runs(connection: sqlite3.Connection) -> None:
    """Nothing is made up."""
    assert last_run(connection) is None
    assert compared_runs(connection) == ()
    assert snapshot(connection, "r-1")["theme"] == {}


def test_runs_are_read_as_they_were_written(connection: sqlite3.Connection) -> None:
    """The last one first, with the last hashes of people's acts that it was told of."""
    ended(connection, make_run(1), "Buss")
    ended(connection, make_run(2), "Bane", {"decisions": "d", "elsewhere": "e"})

    assert last_run(connection) == replace(make_run(2), heads={"decisions": "d"})
    assert last_run(connection, back=1) == make_run(1)
    assert last_run(connection, back=2) is None
    assert compared_runs(connection) == ("r-2", "r-1")
    assert snapshot(connection, "r-1")["theme"] == {"t-1": ("Buss", "4")}


def test_of_reviews_in_a_row_the_last_end_is_kept(connection: sqlite3.Connection) -> None:
    """The run that they reviewed keeps its own; so does a review that a run has followed."""
    ended(connection, make_run(1), "Buss")
    for number in (2, 3):
        ended(connection, replace(make_run(number), how="review"), "Bane")
    ended(connection, make_run(4), "Ferje")
    ended(connection, replace(make_run(5), how="review"), "Tog")

    assert compared_runs(connection) == ("r-5", "r-4", "r-3", "r-1")
