"""A ledger that another program holds is waited for, told of, and never said to be broken."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import consult.ledger
from consult import cli
from consult.check import check
from consult.errors import LedgerError
from consult.ledger import open_ledger
from consult.ledger_faults import DAMAGED, HELD, OF_THE_PLACE, ledger_fault, of_the_place, told
from consult.records import Analysis
from tests.test_ledger import make_run


@pytest.fixture
def held(tmp_path: Path, analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with a run in it, and how long we wait for another program: not at all."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, make_run())
    monkeypatch.setattr(consult.ledger, "BUSY_SECONDS", 0.0)
    return tmp_path / "ledger.db"


class Other:
    """Another program that has the file open, as a database browser does with what is not written yet."""

    def __init__(self, path: Path, how: str) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute(f"BEGIN {how}")

    def __enter__(self) -> None:
        """It holds the file already."""

    def __exit__(self, *_: object) -> None:
        """It lets go, and has written nothing."""
        self.connection.close()


def test_nobody_is_told_to_remove_a_ledger_that_is_held(held: Path) -> None:
    """It holds what people decided: opening says who is in the way, and nothing of copies."""
    with Other(held, "EXCLUSIVE"), pytest.raises(LedgerError, match=HELD) as told_of:
        open_ledger(held)

    assert DAMAGED not in str(told_of.value)
    open_ledger(held).connection.close()


def test_who_writes_is_told_too(held: Path, analysis: Analysis) -> None:
    """Opened in time, and held when it is written: a LedgerError, and the ledger is as it was."""
    with open_ledger(held) as ledger:
        with Other(held, "IMMEDIATE"), pytest.raises(LedgerError, match=HELD) as told_of:
            ledger.replace(analysis, make_run(2))
        assert str(held) in str(told_of.value)
        assert ledger.last_run() == make_run()
        ledger.replace(analysis, make_run(2))
        assert ledger.last_run() == make_run(2)


def test_a_reader_that_stays_does_not_leave_half_a_run(held: Path, analysis: Analysis) -> None:
    """What cannot be committed is rolled back, so that the same connection can go on."""
    with open_ledger(held) as ledger:
        other = sqlite3.connect(held, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT * FROM runs").fetchall()
        with pytest.raises(LedgerError, match=HELD):
            ledger.replace(analysis, make_run(2))
        other.close()
        assert ledger.last_run() == make_run()
        ledger.replace(analysis, make_run(2))


def test_a_held_ledger_breaks_no_law(held: Path) -> None:
    """Checking says that it cannot, and not that the ledger is damaged."""
    with Other(held, "EXCLUSIVE"), pytest.raises(LedgerError, match=HELD):
        check(held.parent)


def test_the_command_line_calls_it_no_defect(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever it comes up: exit code 2 and a message, not 70."""
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY  # type: ignore[misc]

    def held_app(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "app", held_app)
    with pytest.raises(SystemExit) as ended:
        cli.main(["check"])

    assert ended.value.code == cli.USER_FAULT
    assert HELD in capsys.readouterr().err


@pytest.mark.parametrize("code", sorted(OF_THE_PLACE))
def test_each_code_of_the_place_has_its_advice(code: int) -> None:
    """Extended codes too, which hold the primary one in their low byte."""
    error = sqlite3.OperationalError("so it said")
    error.sqlite_errorcode = code | 3 << 8  # type: ignore[misc]

    assert of_the_place(error)
    assert str(ledger_fault("ledger.db", error)) == f"ledger.db: so it said; {OF_THE_PLACE[code]}"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR])
def test_damage_is_told_as_damage(code: int) -> None:
    """And what is lost with the file is said."""
    error = sqlite3.DatabaseError("malformed")
    error.sqlite_errorcode = code  # type: ignore[misc]

    assert not of_the_place(error)
    assert DAMAGED in str(ledger_fault("ledger.db", error))


def test_a_defect_of_ours_stays_one() -> None:
    """A statement that is wrong is no fault of the place."""
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), told(connection):
        connection.execute("SELECT * FROM nowhere")
    connection.close()
    assert not of_the_place(ValueError("locked"))
