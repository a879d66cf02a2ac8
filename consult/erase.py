"""Take a source out of the ledger for good: its rows, what repeats its words, and the pages that SQLite has freed.

In: a ledger's connection, the sources that go, and their residue. Out: the ledger without them, and one tombstone each,
all in one transaction; `sweep` then rewrites the file and removes old copies and outputs. Rows of a chain are
never removed: what repeats the words is replaced by a mark, the row keeps the hash it had, so that the next one still
follows on it, and `redactions` says which tombstone changed it and what it holds now.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from consult.chain import CHAINED, EDITIONS, READINGS, WITHDRAWN, link, link_rows
from consult.ledger import Ledger
from consult.read.withdrawn import MARK, Tombstone
from consult.records import Source
from consult.residue import Residue
from consult.seals import seal_tables
from consult.writings import forget

PENDING = "erasure"
"""Under this key `meta` says that a withdrawal has begun and files and free pages have yet to follow."""

EMPTIED = ("citations", "not_reflected", "conclusions", "placements", "passages", "themes", "responses")
"""Tables that the run which follows fills anew."""

LINKED = (*CHAINED, READINGS, EDITIONS)
KEPT_WHOLE = "answers"
"""Of a cache that is sealed row by row a row is removed, not mended: what is still needed is asked for anew."""

OWN = ("seals", "redactions", WITHDRAWN)
KEPT_FILES = frozenset({"ledger.db", ".lock", "run.json"})


def erase(
    connection: sqlite3.Connection,
    going: Sequence[Source],
    residue: Residue,
    tombstones: Sequence[Tombstone],
    needed: Collection[str],
) -> tuple[str, ...]:
    """Take sources out, inside the caller's transaction; returns the rows of chains that were redacted.

    needed: hashes of texts whose vectors may stay.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    ids = {source.source_id for source in going}
    passages = {row[0] for row in _rows_with(connection, "proposed_passages", "source_id", ids)}
    themes = {row["theme_id"] for row in _rows_with(connection, "proposed_passages", "source_id", ids)}
    forget(connection, passages)
    _bury(connection, tombstones)
    _unname_themes(connection, themes)
    for table in EMPTIED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    _blank_snapshots(connection, passages)
    for table in _tables(connection):
        for column, gone in (("source_id", ids), ("passage_id", passages)):
            if column in _columns(connection, table):
                _delete(connection, table, column, gone)
    _forget_vectors(connection, needed)
    redacted = tuple(_scrub(connection, residue, passages, tombstones[-1].number))
    connection.execute("DELETE FROM proposed_themes WHERE theme_id NOT IN (SELECT theme_id FROM proposed_passages)")
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (PENDING, "pending"))
    seal_tables(connection)
    return redacted


# -- rows ---------------------------------------------------------------------------------------------------


def _bury(connection: sqlite3.Connection, tombstones: Iterable[Tombstone]) -> None:
    row = connection.execute(f"SELECT sha256 FROM {WITHDRAWN} ORDER BY number DESC LIMIT 1").fetchone()  # noqa: S608 - names of our own
    rows = [
        (one.number, one.time, one.role, one.reason, one.source_id, one.path_sha256, one.sha256, one.left)
        for one in tombstones
    ]
    linked = link_rows(str(row[0]) if row else "", rows)
    connection.executemany(f"INSERT INTO {WITHDRAWN} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", linked)  # noqa: S608 - names of our own
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (WITHDRAWN, linked[-1][-1]))


def _unname_themes(connection: sqlite3.Connection, themes: Iterable[str]) -> None:
    """Titles and keywords were drawn from the words that go: the next run draws them anew."""
    rows = [(theme,) for theme in themes]
    connection.executemany("UPDATE proposed_themes SET title = '', keywords = '' WHERE theme_id = ?", rows)


def _blank_snapshots(connection: sqlite3.Connection, passages: Collection[str]) -> None:
    """What earlier runs ended with: titles and conclusions of every theme that ever held one of the passages."""
    rows = _rows_with(connection, "snapshots", "id", passages)
    themes = {(row["run_id"], row["value"]) for row in rows if row["kind"] == "passage"}
    for run_id, theme in themes:
        connection.execute(
            "UPDATE snapshots SET value = ? WHERE run_id = ? AND ((kind = 'theme' AND id = ?)"
            " OR (kind = 'conclusion' AND substr(target, 1, ?) = ?))",
            (MARK, run_id, theme, len(theme) + 1, f"{theme}|"),
        )


def _forget_vectors(connection: sqlite3.Connection, needed: Collection[str]) -> None:
    hashes = [row[0] for row in connection.execute("SELECT DISTINCT text_hash FROM vectors")]
    unused = [(one,) for one in hashes if one not in needed]
    connection.executemany("DELETE FROM vectors WHERE text_hash = ?", unused)


def _scrub(
    connection: sqlite3.Connection, residue: Residue, passages: Collection[str], tombstone: int
) -> Iterator[str]:
    """Replace what repeats the words that go, in every table; yields the rows of chains that were changed."""
    for table in _tables(connection):
        keys = _columns(connection, table, keys=True)
        changes = [(row, new) for row in _all(connection, table) if (new := _scrubbed(row, residue, passages, table))]
        if not changes:
            continue
        with _unlocked(connection, table):
            for row, new in changes:
                if table in LINKED:
                    yield _redact(connection, table, row, new, tombstone)
                elif set(new) & set(keys) or table == KEPT_WHOLE:
                    _delete_row(connection, table, keys, row)
                else:
                    _update(connection, table, keys, row, new)


def _scrubbed(row: sqlite3.Row, residue: Residue, passages: Collection[str], table: str) -> dict[str, str]:
    """Column → its new value, for those that must change."""
    about_it = table == READINGS and row["passage_id"] in passages
    new = {}
    for column in row.keys():  # noqa: SIM118 - a Row iterates its values
        value = row[column]
        if not isinstance(value, str) or column in ("sha256", "previous"):
            continue
        changed = (
            MARK
            if about_it and column in ("remark", "theme") and value
            else residue.without(value)
            if residue.holds(value)
            else value
        )
        if changed != value:
            new[column] = changed
    return new


def _redact(connection: sqlite3.Connection, table: str, row: sqlite3.Row, new: dict[str, str], tombstone: int) -> str:
    _update(connection, table, ["number"], row, new)
    values = [new.get(column, row[column]) for column in row.keys()]  # noqa: SIM118 - a Row iterates its values
    connection.execute(
        "INSERT OR REPLACE INTO redactions VALUES (?, ?, ?, ?)", (table, row["number"], tombstone, link(values[:-1]))
    )
    return f"{table} {row['number']}"


class _unlocked:  # noqa: N801 - reads as a function at its call site
    """Lifts a table's triggers for as long as it is changed."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self.connection = connection
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        self.triggers = [tuple(row) for row in connection.execute(query, (table,))]

    def __enter__(self) -> None:
        for name, _ in self.triggers:
            self.connection.execute(f"DROP TRIGGER {name}")

    def __exit__(self, *_: object) -> None:
        for _, script in self.triggers:
            self.connection.execute(script)


# -- tables whose names and columns the schema itself tells ---------------------------------------------------


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [row[0] for row in connection.execute(query) if row[0] not in OWN]


def _columns(connection: sqlite3.Connection, table: str, *, keys: bool = False) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({table})") if row["pk"] or not keys]


def _all(connection: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - names of our own


def _rows_with(connection: sqlite3.Connection, table: str, column: str, wanted: Collection[str]) -> list[sqlite3.Row]:
    return [row for row in _all(connection, table) if row[column] in wanted]


def _delete(connection: sqlite3.Connection, table: str, column: str, values: Iterable[str]) -> None:
    if table not in LINKED:
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(value,) for value in values])  # noqa: S608 - names of our own


def _delete_row(connection: sqlite3.Connection, table: str, keys: Sequence[str], row: sqlite3.Row) -> None:
    connection.execute(f"DELETE FROM {table} WHERE {_these(keys)}", [row[key] for key in keys])  # noqa: S608 - names of our own


def _update(
    connection: sqlite3.Connection, table: str, keys: Sequence[str], row: sqlite3.Row, new: dict[str, str]
) -> None:
    columns = ", ".join(f'"{column}" = ?' for column in new)
    values = [*new.values(), *(row[key] for key in keys)]
    connection.execute(f"UPDATE {table} SET {columns} WHERE {_these(keys)}", values)  # noqa: S608 - names of our own


def _these(keys: Sequence[str]) -> str:
    return " AND ".join(f'"{key}" = ?' for key in keys)


# -- the file, and what lies beside it ------------------------------------------------------------------------


def sweep(connection: sqlite3.Connection, out: Path) -> tuple[str, ...]:
    """End a withdrawal: rewrite the ledger without free pages, remove every file that the last run does not vouch for.

    Returns the paths of the removed files, relative to `out`. Called again, it does no harm.
    """
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    removed = tuple(_stale(out))
    for name in removed:
        (out / name).unlink(missing_ok=True)
    for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return removed


def end_withdrawal(ledger: Ledger, out: Path) -> tuple[str, ...]:
    """What a withdrawal, perhaps one that was killed, has left to do; nothing where there was none."""
    if not ledger.meta(PENDING):
        return ()
    removed = sweep(ledger.connection, out)
    ledger.set_meta(PENDING, "")
    return removed


def _stale(out: Path) -> Iterator[str]:
    """Old copies of the ledger, editions, exports and sheets: whatever run.json does not name."""
    fresh = set(json.loads((out / "run.json").read_text(encoding="utf-8"))["files"])
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and name not in fresh and name not in KEPT_FILES:
            yield name
