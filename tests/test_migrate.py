"""A ledger of an older version is brought to this one, whole, with a copy of the old file beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from consult import migrate
from consult.chain import chain_breaches
from consult.check import seal_breaches
from consult.errors import LedgerError
from consult.ledger import open_ledger
from consult.migrate import SCHEMA_VERSION
from consult.records import Analysis
from consult.seals import SEALED, seal_tables
from tests.test_ledger import make_run


def later() -> set[str]:
    """Sealed tables that versions after the first have added."""
    return {table for table in SEALED if f"CREATE TABLE {table} " not in migrate.FIRST.read_text(encoding="utf-8")}


NEW = later()


@pytest.fixture
def old(tmp_path: Path, analysis: Analysis) -> Path:
    """A ledger as version 1 left it: its schema, one run, and a seal for each row."""
    new, path = tmp_path / "new.db", tmp_path / "ledger.db"
    with open_ledger(new) as ledger:
        ledger.replace(analysis, make_run())
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"{migrate.FIRST.read_text(encoding='utf-8')}\nPRAGMA user_version = 1;")
    connection.execute("ATTACH ? AS new", (str(new),))
    tables = [table for table in (*SEALED, "vectors") if table not in NEW]
    for table in tables:
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM new.{table}")
    seal_tables(connection, [table for table in tables if table != "vectors"])
    connection.close()
    new.unlink()
    return path


def version_of(path: Path) -> int:
    """The schema version that a file states."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def shape(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table with its columns."""
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for name in names}
    finally:
        connection.close()


def test_nothing_is_lost(old: Path, analysis: Analysis) -> None:
    """The analysis and the run are those of before, as what was proposed and what stands; nothing is broken."""
    with open_ledger(old) as ledger:
        assert ledger.analysis() == analysis
        assert ledger.proposed().themes == analysis.themes
        assert ledger.proposed().passages == analysis.passages
        assert ledger.proposed().set_aside == analysis.set_aside
        assert ledger.last_run() == make_run()
        assert ledger.decisions() == ledger.replies() == ()
        assert list(seal_breaches(ledger.connection)) == list(chain_breaches(ledger.connection)) == []


def test_a_copy_of_the_old_file_stays(old: Path) -> None:
    """Beside it lies the ledger as it was, and a second opening leaves both alone."""
    open_ledger(old).connection.close()
    copy = old.with_name("ledger.version-1.db")
    kept = copy.read_bytes()

    assert (version_of(copy), version_of(old)) == (1, SCHEMA_VERSION)
    open_ledger(old).connection.close()
    assert copy.read_bytes() == kept


def test_a_migrated_ledger_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    """Same tables, same columns, same keys."""
    open_ledger(old).connection.close()
    open_ledger(tmp_path / "fresh.db").connection.close()

    assert shape(old) == shape(tmp_path / "fresh.db")


def test_a_change_in_the_old_ledger_is_not_hidden(old: Path) -> None:
    """A row that somebody changed before the upgrade is still named after it."""
    connection = sqlite3.connect(old)
    connection.execute("UPDATE themes SET title = 'Noko anna'")
    connection.commit()
    connection.close()

    with open_ledger(old) as ledger:
        assert any("themes: row t-" in breach for breach in seal_breaches(ledger.connection))


def test_a_failed_migration_leaves_the_old_ledger(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it or nothing: after an error the file is of version 1, and the next try succeeds."""
    broken = tmp_path / "broken.sql"
    broken.write_text("CREATE TABLE decisions (number INTEGER);\nCREATE TABLE decisions (number INTEGER);")
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "STEPS", {2: (broken, ())})
        with pytest.raises(LedgerError, match="already exists"):
            open_ledger(old)

    assert version_of(old) == 1
    with open_ledger(old) as ledger:
        assert ledger.decisions() == ()


def test_half_a_copy_is_never_taken_for_one(old: Path) -> None:
    """A copy that could not be finished is made anew."""
    old.with_name(".ledger.version-1.db.new").write_bytes(b"half")

    open_ledger(old).connection.close()

    assert version_of(old.with_name("ledger.version-1.db")) == 1


def test_a_cache_whose_hashes_cover_less_is_emptied(old: Path) -> None:
    """Older hashes of vectors say nothing of the text that they stand for: the next run makes the vectors anew."""
    connection = sqlite3.connect(old)
    connection.execute("INSERT INTO vectors VALUES ('key', 'model', x'00', 'a hash of the vector alone')")
    connection.commit()
    connection.close()

    with open_ledger(old) as ledger:
        assert ledger.connection.execute("SELECT count(*) FROM vectors").fetchone()[0] == 0
        assert list(seal_breaches(ledger.connection)) == []


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    """What a later consult wrote is neither read nor changed, and the message says what to do."""
    path = tmp_path / "ledger.db"
    open_ledger(path).connection.close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(LedgerError, match=f"newer consult .ledger version {SCHEMA_VERSION + 1}.; upgrade consult"):
        open_ledger(path)

    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["ledger.db"]
