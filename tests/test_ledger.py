"""The ledger gives back what it was given, whole or not at all, and notices every change."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from consult.check import seal_breaches
from consult.errors import LedgerError
from consult.ledger import Ledger, open_ledger
from consult.migrate import SCHEMA_VERSION
from consult.records import Analysis
from consult.runs import Run
from consult.seals import SEALED
from tests.conftest import make_analysis


def make_run(number: int = 1) -> Run:
    """A run that differs by its number."""
    return Run(
        run_id=f"r-{number}",
        fingerprint=f"f{number}",
        started="2026-01-01T00:00:00Z",
        finished="2026-01-01T00:00:01Z",
        inputs={"brev.txt": "0"},
        settings={"title": {"nn": "Ei høyring"}},
        versions={"consult": "0"},
        counts={"read": {"in": 3, "out": 2, "remainder": 1}},
        seconds={},
    )


@pytest.fixture
def ledger(tmp_path: Path, analysis: Analysis) -> Ledger:
    """An open ledger with one run in it."""
    opened = open_ledger(tmp_path / "ledger.db")
    opened.replace(analysis, make_run())
    return opened


def test_gives_back_what_it_was_given(ledger: Ledger, analysis: Analysis) -> None:
    """An analysis read from the ledger equals the one that was written."""
    assert ledger.analysis() == analysis


def test_remembers_the_run(ledger: Ledger) -> None:
    """The last run comes back equal, and there is none before it."""
    assert ledger.last_run() == make_run()
    assert ledger.last_run(back=1) is None


def test_a_failed_replacement_leaves_the_last_analysis(ledger: Ledger, analysis: Analysis) -> None:
    """An exception inside the transaction changes nothing."""
    emptied = Analysis(
        sources=(), passages=(), set_aside=(), duplicates={}, themes=(), placements=(), conclusions=(), not_reflected=()
    )

    def fail() -> None:
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        ledger.replace(emptied, make_run(2), before_commit=fail)

    assert ledger.analysis() == analysis
    assert ledger.last_run() == make_run()


def test_replaces_the_analysis_and_keeps_the_runs(ledger: Ledger, analysis: Analysis) -> None:
    """A second run adds to the runs, and its analysis takes the place of the first one's."""
    ledger.replace(analysis, make_run(2))

    assert ledger.last_run() == make_run(2)
    assert ledger.last_run(back=1) == make_run(1)
    assert ledger.analysis() == analysis


def test_the_same_run_twice_is_refused(ledger: Ledger, analysis: Analysis) -> None:
    """Runs are immutable: their ids are unique."""
    with pytest.raises(sqlite3.IntegrityError):
        ledger.replace(analysis, make_run())


def test_a_fresh_ledger_holds_every_seal(ledger: Ledger) -> None:
    """Nothing is reported where nothing was changed."""
    assert list(seal_breaches(ledger.connection)) == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE sources SET text = replace(text, 'Kurs', 'Kvrs')", "sources: row s-"),
        ("UPDATE citations SET suffix = 'x'", "citations: row c-"),
        ("UPDATE themes SET title = title || ' '", "themes: row t-"),
        ("UPDATE placements SET score = 0.500001", "placements: row |t-"),
        ("UPDATE runs SET finished = '2027'", "runs: row r-1"),
        ("DELETE FROM snapshots WHERE kind = 'theme'", "snapshots: row r-1|theme|t-"),
        ("INSERT INTO responses VALUES ('t-1', '4', 'taken_up', '', '', '', '')", "responses: row t-1|4"),
        ("UPDATE sources SET contributor = CAST(x'ff' AS TEXT)", "sources: row s-"),
    ],
)
def test_every_changed_row_is_named(ledger: Ledger, statement: str, named: str) -> None:
    """Whatever is changed, removed or slipped in: the table and the row are named."""
    ledger.connection.execute(statement)

    assert any(named in breach for breach in seal_breaches(ledger.connection))


def test_all_tables_but_three_are_sealed(ledger: Ledger) -> None:
    """Vectors and kept answers carry their own hash, seals cannot seal themselves; everything else is sealed."""
    names = ledger.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()

    assert {row["name"] for row in names} - set(SEALED) == {"answers", "vectors", "seals"}


def test_a_ledger_from_the_future_is_refused(tmp_path: Path) -> None:
    """A ledger of a newer version is not touched, and the message says what to do."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")

    with pytest.raises(LedgerError, match="upgrade consult"):
        open_ledger(tmp_path / "ledger.db")


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    """A damaged file gives a clear message, not a traceback."""
    (tmp_path / "ledger.db").write_text("no database at all, but long enough to be read as a page of one" * 20)

    with pytest.raises(LedgerError, match="restore it from a copy"):
        open_ledger(tmp_path / "ledger.db")


def test_a_missing_ledger_is_not_made_for_a_reader(tmp_path: Path) -> None:
    """Who only reads gets told to run first."""
    with pytest.raises(LedgerError, match="consult run"):
        open_ledger(tmp_path / "ledger.db", create=False)

    assert not (tmp_path / "ledger.db").exists()


def test_two_ledgers_of_one_analysis_have_the_same_bytes(tmp_path: Path) -> None:
    """The file depends on what is in it, and on nothing else."""
    for name in ("one.db", "two.db"):
        with open_ledger(tmp_path / name) as ledger:
            ledger.replace(make_analysis(), make_run())

    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_records_are_read_once_until_somebody_writes(ledger: Ledger, analysis: Analysis, tmp_path: Path) -> None:
    """The same records while nothing changes; others after a write here or through another connection."""
    first = ledger.analysis()
    assert ledger.analysis() is first
    ledger.replace(analysis, make_run(2))
    second = ledger.analysis()
    assert second is not first
    with open_ledger(tmp_path / "ledger.db") as other:
        other.replace(analysis, make_run(3))
    assert ledger.analysis() is not second
    kept = ledger.proposed()
    assert ledger.proposed() is kept
    ledger.forget()
    assert ledger.proposed() is not kept
