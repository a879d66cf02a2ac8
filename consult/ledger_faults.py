"""What SQLite says of a ledger that cannot be used, and what to do about it.

In: an error of SQLite. Out: a LedgerError that says what, where and what next. Only a file that is damaged is ever to
be restored or removed: one that another program holds, or that lies on a full disk, has people's decisions in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from consult.errors import LedgerError

PRIMARY = 0xFF  # the low byte of an extended result code is its primary one
HELD = "another program has it open; close it there, and try again"
NO_PLACE = "look at the disk and at who may write there, and try again"
OF_THE_PLACE = {
    sqlite3.SQLITE_BUSY: HELD,
    sqlite3.SQLITE_LOCKED: HELD,
    sqlite3.SQLITE_FULL: "make room on the disk, and try again",
    sqlite3.SQLITE_READONLY: NO_PLACE,
    sqlite3.SQLITE_CANTOPEN: NO_PLACE,
    sqlite3.SQLITE_PERM: NO_PLACE,
    sqlite3.SQLITE_IOERR: NO_PLACE,
}
"""Result codes that tell of where a ledger lies, and not of what is in it."""

DAMAGED = "restore it from a copy; where there is none, remove it and run again: people's decisions in it are lost then"


def of_the_place(error: Exception) -> bool:
    """Whether an error tells of where the ledger lies: the file itself is whole."""
    return _code(error) in OF_THE_PLACE


def ledger_fault(path: Path | str, error: Exception) -> LedgerError:
    """An error of SQLite as one that says what to do."""
    return LedgerError(f"{path}: {error}; {OF_THE_PLACE.get(_code(error), DAMAGED)}")


@contextmanager
def told(connection: sqlite3.Connection) -> Iterator[None]:
    """Raise LedgerError where another program or the disk is in the way; a defect of ours stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if not of_the_place(error):
            raise
        raise ledger_fault(connection.execute("PRAGMA database_list").fetchone()[2], error) from error


def _code(error: Exception) -> int:
    """SQLite's primary result code, 0 where the error has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & PRIMARY
