"""`consult check` finds one changed byte of a source, a quote, a row or a file, and says which."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from consult.check import check, failed, seal_breaches
from consult.errors import LedgerError
from consult.ledger import open_ledger
from consult.run import Finished
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


def breaches(finished: Finished) -> str:
    """Everything that a check reports, as one text."""
    return "\n".join(breach for law in failed(check(finished.out)) for breach in law.breaches)


def change_byte(path: Path, old: bytes, new: bytes) -> None:
    """Change one place of a file."""
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def test_a_sound_result_passes(finished: Finished) -> None:
    """Nothing is reported where nothing was changed."""
    assert breaches(finished) == ""


def test_a_changed_source_file_is_named(finished: Finished, consultation: Path) -> None:
    """One byte of a letter: the file is named, and what it no longer says."""
    change_byte(consultation / "inputs" / "brev.txt", b"aldri", b"aldrI")

    assert "brev.txt: was changed after it was read" in breaches(finished)
    assert "brev.txt  no longer says what was read" in breaches(finished)


def test_a_removed_and_an_added_source_file_are_named(finished: Finished, consultation: Path) -> None:
    """A file that is gone, and one that came after the run."""
    (consultation / "inputs" / "brev.txt").rename(consultation / "inputs" / "anna.txt")

    assert "brev.txt: was read, and is gone from the inputs" in breaches(finished)
    assert "anna.txt: came after the run; run again" in breaches(finished)


def test_a_moved_consultation_can_be_named(finished: Finished, consultation: Path, tmp_path: Path) -> None:
    """Where the inputs were moved, the check says so, and passes when it is told where they are."""
    moved = consultation.rename(tmp_path / "flytta")

    assert "name it with --inputs" in breaches(finished)
    assert failed(check(finished.out, inputs=moved / "inputs")) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "named"),
    [
        ("tables/citations.csv", b"innspel", b"innspil", "tables/citations.csv: row c-"),
        ("tables/themes.csv", b"\nt-", b"\nt_", "tables/themes.csv: row t_"),
        ("internal/report.html", b"innspel", b"innspil", "internal/report.html: is not as the run left it"),
        ("run.json", b'"consult"', b'"cOnsult"', "run.json: is not as the run left it"),
        ("run.json", b"{", b"", "run.json: cannot be read"),
    ],
)
def test_a_changed_file_is_named(finished: Finished, name: str, old: bytes, new: bytes, named: str) -> None:
    """One byte of a table names its row, one byte of a page names the page."""
    change_byte(finished.out / name, old, new)

    assert named in breaches(finished)


def test_a_missing_file_is_named(finished: Finished) -> None:
    """A table that is gone is missed."""
    (finished.out / "tables" / "sources.csv").unlink()

    assert "tables/sources.csv: is gone" in breaches(finished)


def texts_in(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """(table, text column, row) of every text in the ledger's analysis."""
    found = []
    for table in ("sources", "passages", "set_aside", "themes", "placements", "conclusions", "citations", "runs"):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "TEXT"]
        size = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        found += [(table, column, row) for column in columns for row in range(size)]
    return found


def lengthen(connection: sqlite3.Connection, table: str, column: str, offset: int) -> None:
    """Put one more character behind a text."""
    keys = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
    row = tuple(connection.execute(f"SELECT {', '.join(keys)} FROM {table} LIMIT 1 OFFSET {offset}").fetchone())
    where = " AND ".join(f'"{key}" = ?' for key in keys)
    connection.execute(f'UPDATE {table} SET "{column}" = "{column}" || \'x\' WHERE {where}', row)


def test_every_text_of_every_row_is_watched(finished: Finished) -> None:
    """Two hundred random texts of the ledger are changed, one at a time: each time the table is named."""
    with open_ledger(finished.out / "ledger.db") as ledger:
        connection = ledger.connection
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table, column, offset in random.Random(11).sample(texts_in(connection), 200):  # noqa: S311 - a sample
            connection.execute("BEGIN")
            lengthen(connection, table, column, offset)

            assert any(f"ledger.db: {table}: row" in breach for breach in seal_breaches(connection)), (table, column)

            connection.execute("ROLLBACK")


def test_random_damage_to_the_file_never_stops_the_check(finished: Finished) -> None:
    """Whatever byte of the ledger is flipped: a report or a clear error, never a traceback."""
    ledger = finished.out / "ledger.db"
    sound, dice = ledger.read_bytes(), random.Random(3)  # noqa: S311 - damage, no secret
    for _ in range(40):
        damaged = bytearray(sound)
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        ledger.write_bytes(damaged)
        survives(lambda: check(finished.out, inputs=finished.out / "elsewhere"))
    ledger.write_bytes(sound)


def survives(act: Callable[[], object]) -> None:
    """Do something that may only fail with an error of ours."""
    try:
        act()
    except LedgerError as error:
        assert "restore it from a copy" in str(error) or "newer consult" in str(error)  # noqa: PT017 - either is fine


def test_no_ledger_no_check(tmp_path: Path) -> None:
    """A folder without a ledger says what to do."""
    with pytest.raises(LedgerError, match="run `consult run` first"):
        check(tmp_path)


def test_a_run_that_never_finished_is_no_result(tmp_path: Path) -> None:
    """An empty ledger, as a first run leaves it that was killed, is not judged: it has no result to judge."""
    open_ledger(tmp_path / "ledger.db").connection.close()

    with pytest.raises(LedgerError, match="no run has finished here"):
        check(tmp_path)
