"""Seals: a SHA-256 of every row of the ledger, so that a changed, missing or added row can be named.

In: a ledger's connection. Out: seals of its rows. Read as raw bytes, so that damaged text cannot stop it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

SEALED = {
    "sources": 1, "themes": 1, "passages": 1, "set_aside": 2, "placements": 4, "conclusions": 1, "citations": 3,
    "not_reflected": 1, "responses": 2, "runs": 1, "snapshots": 3, "meta": 1, "run_heads": 1, "decisions": 1,
    "response_log": 1, "proposed_themes": 1, "proposed_passages": 1, "proposed_placements": 4,
    "readings": 1, "editions": 1, "findings": 4, "withdrawn": 1, "redactions": 2,
    "wordings": 3, "refusals": 4,
}  # fmt: skip
"""Sealed tables and how many columns their primary keys have."""


def seal_of(values: Iterable[object]) -> str:
    """SHA-256 of a row's values as SQLite holds them: bytes of text, digits of numbers."""
    parts = [value if isinstance(value, bytes) else repr(value).encode() for value in values]
    parts.append(b"")
    return hashlib.sha256(b"\x1f".join(parts)).hexdigest()


def seal_rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    """(key, seal) of each row of a table."""
    cursor = connection.cursor()
    cursor.row_factory = None
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        for row in cursor.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names of our own
            key = row[: SEALED[table]] if table != "runs" else row[1:2]
            yield "|".join([_readable(part) for part in key]), seal_of(row)
    finally:
        connection.text_factory = factory


def _readable(part: object) -> str:
    return part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)


def seal_tables(connection: sqlite3.Connection, tables: Iterable[str] = tuple(SEALED)) -> None:
    """Seal every row of `tables` as it stands."""
    for table in tables:
        connection.execute("DELETE FROM seals WHERE table_name = ?", (table,))
        sealed = [(table, key, seal) for key, seal in seal_rows(connection, table)]
        connection.executemany("INSERT INTO seals VALUES (?, ?, ?)", sealed)
