"""A chain of hashes over rows that are only ever added: whoever changes, removes or reorders one breaks it.

In: rows as SQLite holds them. Out: each row's hash, over its own content and the hash of the row before it, and
every place where a chain does not hold. The last hash is written into each run, so that rows taken from
the end are missed as well. As with seals, this finds damage and slips; against a forger who writes the whole
chain anew, publish its last hash.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

CHAINED = ("decisions", "response_log")
"""Tables whose rows are linked: their first column is a number from 1, their last two `previous` and `sha256`."""

READINGS, EDITIONS, WITHDRAWN = "readings", "editions", "withdrawn"
"""Linked in the same way, but replayed by no run: the table `meta` keeps the last hash, under the table's name."""


def link(values: Iterable[object]) -> str:
    """SHA-256 of a row's values, each with its kind and length, so that nothing can move across a border.

    >>> link((1, "ab", "c")) == link((1, "a", "bc"))
    False
    """
    digest = hashlib.sha256()
    for value in values:
        data = value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else repr(value).encode()
        kind = b"t" if isinstance(value, (str, bytes)) else b"n"
        digest.update(kind + str(len(data)).encode() + b":" + data)
    return digest.hexdigest()


def link_rows(previous: str, rows: Sequence[Sequence[object]]) -> list[tuple[object, ...]]:
    """`rows` with two columns behind each: the hash of the row before, and its own. previous: the chain's last hash."""
    linked: list[tuple[object, ...]] = []
    for row in rows:
        previous, before = link((*row, previous)), previous
        linked.append((*row, before, previous))
    return linked


def heads(connection: sqlite3.Connection) -> dict[str, str]:
    """Table → the last hash of its chain, for chains that have a row and that a run depends on."""
    found = {}
    for table in CHAINED:
        query = f"SELECT sha256 FROM {table} ORDER BY number DESC LIMIT 1"  # noqa: S608 - names of our own
        row = connection.execute(query).fetchone()
        if row:
            found[table] = str(row[0])
    gone = connection.execute("SELECT value FROM meta WHERE key = ?", (WITHDRAWN,)).fetchone()
    return found | ({WITHDRAWN: str(gone[0])} if gone else {})


def chain_breaches(connection: sqlite3.Connection) -> Iterator[str]:
    """Every row of a chained table that is changed, missing, or out of its place, and chains that end too early."""
    redacted = _redacted(connection)
    for table in CHAINED:
        rows = _raw(connection, table)
        yield from _row_breaches(table, rows, redacted)
        yield from _end_breaches(connection, table, [_text(row[-1]) for row in rows])
    for table in (READINGS, EDITIONS, WITHDRAWN):
        rows = _raw(connection, table)
        yield from _row_breaches(table, rows, redacted)
        kept = connection.execute("SELECT value FROM meta WHERE key = ?", (table,)).fetchone()
        if (_text(rows[-1][-1]) if rows else "") != (str(kept[0]) if kept else ""):
            yield f"ledger.db: {table}: row {len(rows)} is not the last one that was written"


def _raw(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    """Rows as raw bytes, so that damaged text cannot stop the check."""
    cursor = connection.cursor()
    cursor.row_factory = None
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        return cursor.execute(f"SELECT * FROM {table} ORDER BY number").fetchall()  # noqa: S608 - names of our own
    finally:
        connection.text_factory = factory


def _redacted(connection: sqlite3.Connection) -> dict[tuple[str, int], str]:
    """(table, number) of each row that repeated a withdrawn source → the hash of what it holds since."""
    query = (
        "SELECT table_name, redactions.number, redactions.sha256 FROM redactions"
        " JOIN withdrawn ON tombstone = withdrawn.number"
    )
    return {(_text(table), int(number)): _text(digest) for table, number, digest in connection.execute(query)}


def _row_breaches(
    table: str, rows: Sequence[Sequence[object]], redacted: Mapping[tuple[str, int], str]
) -> Iterator[str]:
    previous, number = "", 0
    for row in rows:
        number += 1
        while isinstance(row[0], int) and number < row[0]:
            yield f"ledger.db: {table}: row {number} is gone"
            number += 1
        if row[0] != number or link(row[:-1]) not in (_text(row[-1]), redacted.get((table, number))):
            yield f"ledger.db: {table}: row {row[0]} is not as it was written"
        elif _text(row[-2]) != previous:
            yield f"ledger.db: {table}: row {row[0]} does not follow on the row before it"
        previous = _text(row[-1])


def _end_breaches(connection: sqlite3.Connection, table: str, hashes: Sequence[str]) -> Iterator[str]:
    """Runs that have seen a row which is no longer there, and rows that no run has seen."""
    known = {"", *hashes}
    last = ""
    query = f"SELECT run_heads.run_id, {table} FROM run_heads JOIN runs USING (run_id) ORDER BY number"  # noqa: S608 - names of our own
    for run_id, head in connection.execute(query):
        last = head
        if head not in known:
            yield f"ledger.db: {table}: a row that run {run_id} replayed is gone"
    if last != (hashes[-1] if hashes else ""):
        yield f"ledger.db: {table}: row {len(hashes)} is not the last one that a run has replayed"


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
