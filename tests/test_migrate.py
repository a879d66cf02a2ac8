"""A ledger of an older version is brought to this one, whole, with a copy of the old file beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from consult import migrate
from consult.chain import chain_breaches
from consult.check import check, failed, seal_breaches
from consult.errors import LedgerError
from consult.ledger import open_ledger
from consult.migrate import SCHEMA_VERSION
from consult.records import Analysis
from consult.run import run
from consult.seals import SEALED, seal_tables
from tests.test_ledger import make_run
from tests.test_run import consultation, out

__all__ = ["consultation", "out"]  # fixtures


def later() -> set[str]:
    """Sealed tables that versions after the first have added."""
    return {table for table in SEALED if f"CREATE TABLE {table} " not in migrate.FIRST.read_text(encoding="utf-8")}


NEW = later()
LEDGERS = Path(__file__).parent / "ledgers"


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


# -- ledgers as older versions wrote them: tests/ledgers/version_N.sql, made by the code of then -----------------------


@pytest.fixture(params=[1, 2])
def written(request: pytest.FixtureRequest, out: Path) -> tuple[int, Path]:
    """A version, and the ledger that consult of that version left of the small consultation."""
    out.mkdir(parents=True)
    script = (LEDGERS / f"version_{request.param}.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(out / "ledger.db", isolation_level=None)
    connection.executescript(f"{script}\nPRAGMA user_version = {request.param};")
    connection.close()
    return request.param, out / "ledger.db"


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table but the encoder's cache, which is made anew, and the seals, of which there are more."""
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if name not in ("vectors", "seals")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in kept}
    finally:
        connection.close()


def test_a_ledger_of_then_keeps_every_row(written: tuple[int, Path]) -> None:
    """What stood in a table stands in it; the copy beside it holds what the file held; no seal and no chain breaks."""
    version, path = written
    before = rows_of(path)

    with open_ledger(path) as ledger:
        assert list(seal_breaches(ledger.connection)) == list(chain_breaches(ledger.connection)) == []
        assert ledger.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert ledger.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"

    after = rows_of(path)
    assert {name: after[name] for name in before} == before
    assert version_of(path) == SCHEMA_VERSION
    copy = path.with_name(f"ledger.version-{version}.db")
    assert version_of(copy) == version
    assert rows_of(copy) == before


def test_a_ledger_of_then_is_read_as_a_new_one(written: tuple[int, Path], tmp_path: Path) -> None:
    """The analysis, what was proposed and what people did come out as records; tables are those of a new ledger."""
    version, path = written
    open_ledger(tmp_path / "fresh.db").connection.close()

    with open_ledger(path) as ledger:
        analysis = ledger.analysis()
        assert (len(analysis.sources), len(analysis.passages)) == (5, 10)
        assert len(ledger.proposed().themes) == 7
        assert [one.act for one in ledger.decisions()] == (["rename", "merge"] if version == 2 else [])
        assert [one.response.status for one in ledger.replies()] == (["partly"] if version == 2 else [])
        assert analysis.findings == ()
        assert ledger.tombstones() == ()

    assert shape(path) == shape(tmp_path / "fresh.db")


def test_the_next_run_goes_on_from_a_ledger_of_then(written: tuple[int, Path], consultation: Path) -> None:
    """Themes keep their ids, decisions and answers stand, and every law holds afterwards."""
    version, path = written
    themes = {str(row[0]) for row in rows_of(path)["themes"]}

    finished = run(consultation, path.parent)

    assert [law.name for law in finished.laws if not law.holds] == []
    assert failed(check(path.parent)) == ()
    with open_ledger(path) as ledger:
        analysis = ledger.analysis()
        assert len(themes & {theme.theme_id for theme in analysis.themes}) >= len(themes) - 1
        if version == 2:
            assert "Eit nytt namn" in {theme.title for theme in analysis.themes}
            assert [one.status for one in analysis.responses if one.status] == ["partly"]


def test_whoever_comes_second_finds_it_done(old: Path) -> None:
    """Two commands have read the old version before either brings the ledger to this one: both go on with it."""
    first, second = (sqlite3.connect(old, isolation_level=None) for _ in range(2))
    migrate.migrate(first, old, 1)
    migrate.migrate(second, old, 1)

    assert version_of(old) == SCHEMA_VERSION
    assert migrate.schema_of(second) == migrate.schema_of_this_version()
    assert list(seal_breaches(second)) == []
    first.close()
    second.close()


def test_two_who_make_the_same_ledger(tmp_path: Path) -> None:
    """The same for a file that is empty yet."""
    first, second = (sqlite3.connect(tmp_path / "ledger.db", isolation_level=None) for _ in range(2))
    migrate.create(first)
    migrate.create(second)

    assert migrate.schema_of(second) == migrate.schema_of_this_version()
    first.close()
    second.close()
