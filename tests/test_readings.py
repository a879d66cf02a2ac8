"""Second readings are kept like decisions: only added to, chained, and never replayed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from consult.chain import chain_breaches
from consult.check import seal_breaches
from consult.ledger import Ledger, open_ledger
from consult.readings import Reading, add_readings, head, latest, readings
from consult.records import Analysis
from tests.test_ledger import make_run


def reading(passage_id: str, target: str = "4", role: str = "second-reader", theme: str = "") -> Reading:
    """What a reader says."""
    return Reading(
        number=0, role=role, time="2026-05-01T10:00:00Z", passage_id=passage_id, target=target, theme=theme, remark=""
    )


@pytest.fixture
def path(tmp_path: Path, analysis: Analysis) -> Path:
    """A ledger with a run and three readings of two readers."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, make_run())
        add_readings(ledger, [reading("p-1"), reading("p-2"), reading("p-1", "T1", role="archivist")])
    return tmp_path / "ledger.db"


def breaches(ledger: Ledger) -> list[str]:
    """What the check of the ledger alone finds."""
    return [*chain_breaches(ledger.connection), *seal_breaches(ledger.connection)]


def test_a_ledger_without_readings_holds(tmp_path: Path, analysis: Analysis) -> None:
    """Nobody has to read."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, make_run())
        assert (readings(ledger), head(ledger), breaches(ledger)) == ((), "", [])
        assert add_readings(ledger, []) == ()
        assert breaches(ledger) == []


def test_readings_come_back_in_order(path: Path) -> None:
    """Numbered from one; the ledger holds."""
    with open_ledger(path) as ledger:
        assert [(one.number, one.role, one.passage_id) for one in readings(ledger)] == [
            (1, "second-reader", "p-1"),
            (2, "second-reader", "p-2"),
            (3, "archivist", "p-1"),
        ]
        assert breaches(ledger) == []


def test_the_same_sheet_twice_adds_nothing(path: Path) -> None:
    """A reading that says what stands is not kept again; a change of mind is, and counts."""
    with open_ledger(path) as ledger:
        assert add_readings(ledger, [reading("p-1"), reading("p-2")]) == ()
        (added,) = add_readings(ledger, [reading("p-1"), reading("p-2", "5")])
        assert (added.number, added.passage_id) == (4, "p-2")
        assert latest(readings(ledger))["second-reader", "p-2"].target == "5"
        assert len(readings(ledger)) == 4
        assert breaches(ledger) == []


def test_a_later_run_keeps_them(path: Path, analysis: Analysis) -> None:
    """What a run replaces is the analysis."""
    with open_ledger(path) as ledger:
        ledger.replace(analysis, make_run(2))
        assert len(readings(ledger)) == 3
        assert breaches(ledger) == []


@pytest.mark.parametrize("sql", ["UPDATE readings SET target = '5'", "DELETE FROM readings WHERE number = 2"])
def test_a_slip_of_the_hand_is_stopped(path: Path, sql: str) -> None:
    """Rows cannot be changed or removed by a plain statement."""
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="only ever added to"):
        connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE readings SET target = '5' WHERE number = 2", "row 2 is not as it was written"),
        ("DELETE FROM readings WHERE number = 1", "row 1 is gone"),
        ("DELETE FROM readings WHERE number = 3", "row 2 is not the last one"),
        ("UPDATE readings SET number = 9 WHERE number = 3", "row 3 is gone"),
        ("DELETE FROM meta WHERE key = 'readings'", "row 3 is not the last one"),
    ],
)
def test_a_tampered_row_is_named_by_the_chain(path: Path, sql: str, said: str) -> None:
    """Without the triggers, the chain alone finds it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("DROP TRIGGER readings_stay; DROP TRIGGER readings_remain")
    connection.execute(sql)
    connection.close()
    with open_ledger(path) as ledger:
        assert any(said in breach for breach in chain_breaches(ledger.connection))
