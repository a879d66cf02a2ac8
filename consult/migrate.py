"""The ledger's schema: made new, or brought from an older version to this one, with a copy of the old file kept.

In: an open connection. Out: tables of version `SCHEMA_VERSION`. A step of migration adds tables and never changes a
row, so that it cannot hide that one was changed (the encoder's cache it may empty, for that only saves work); it
happens whole or not at all.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from consult.seals import seal_tables

SCHEMA_VERSION = 3
FOLDER = Path(__file__).parent
FIRST = FOLDER / "ledger.sql"
STEPS: dict[int, tuple[Path, tuple[str, ...]]] = {
    2: (FOLDER / "ledger_2.sql", ("run_heads", "proposed_themes", "proposed_passages", "proposed_placements")),
    3: (FOLDER / "ledger_3.sql", ()),
}
"""Version → what it adds, and the new tables that it fills from old ones."""


def create(connection: sqlite3.Connection) -> None:
    """Make all tables in an empty file."""
    scripts = [FIRST, *(script for script, _ in STEPS.values())]
    _in_one(connection, "\n".join(script.read_text(encoding="utf-8") for script in scripts))


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Bring a ledger of `version` to this one; returns where the copy of the old file is."""
    copy = path.with_name(f"{path.stem}.version-{version}{path.suffix}")
    _copy(connection, copy)
    steps = [step for number, step in sorted(STEPS.items()) if number > version]
    script = "\n".join(script.read_text(encoding="utf-8") for script, _ in steps)
    _in_one(connection, script, tuple(table for _, tables in steps for table in tables))
    return copy


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Kind and name of every table, index and trigger → the words that made it."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {f"{kind} {name}": " ".join(str(words).split()) for kind, name, words in rows}


def schema_of_this_version() -> dict[str, str]:
    """As `schema_of` a ledger that this version makes."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        create(connection)
        return schema_of(connection)
    finally:
        connection.close()


def _copy(connection: sqlite3.Connection, copy: Path) -> None:
    """Copy aside, then move: half a copy is never taken for one. An older copy is the better one, and stays."""
    if copy.exists():
        return
    aside = copy.with_name(f".{copy.name}.new")
    aside.unlink(missing_ok=True)
    target = sqlite3.connect(aside)
    try:
        connection.backup(target)
    finally:
        target.close()
    aside.replace(copy)


def _in_one(connection: sqlite3.Connection, script: str, filled: tuple[str, ...] = ()) -> None:
    """All of a script and the seals of the tables that it fills, or nothing.

    Two commands may open a ledger of an older version at once: whoever comes second finds it done.
    """
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {SCHEMA_VERSION};")
        seal_tables(connection, filled)
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        done = int(connection.execute("PRAGMA user_version").fetchone()[0]) == SCHEMA_VERSION
        if not (done and isinstance(error, sqlite3.OperationalError)):
            raise
