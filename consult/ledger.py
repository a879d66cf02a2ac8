"""The ledger: one SQLite file that holds everything a run found out.

In: records. Out: the same records. An analysis is replaced in one transaction, so a run that is
killed leaves the previous result whole; vectors are committed as they come, so little is embedded
twice. Every row has a seal (SHA-256), so that `consult check` can name a row that was changed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consult.errors import LedgerError
from consult.records import Analysis, Citation, Conclusion, NotReflected, Placement, SetAside
from consult.stored import as_json, by_theme, passage_from, snapshot_rows, source_from, stored_rows, theme_from

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCHEMA_VERSION = 1
SCHEMA = Path(__file__).with_name("ledger.sql")
BUSY_SECONDS = 30.0
VECTORS_PER_QUERY = 500  # below SQLite's default limit of 999 parameters

ANALYSIS_TABLES = (
    "citations", "not_reflected", "conclusions", "placements", "set_aside", "passages", "themes", "sources",
)  # fmt: skip
"""What a run replaces, in an order that foreign keys allow to be emptied."""

SEALED = {
    "sources": 1, "themes": 1, "passages": 1, "set_aside": 2, "placements": 4, "conclusions": 1, "citations": 3,
    "not_reflected": 1, "responses": 2, "runs": 1, "snapshots": 3, "meta": 1,
}  # fmt: skip
"""Sealed tables and how many columns their primary keys have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One execution, immutable. counts: in, out and remainder of each step; seconds: by step."""

    run_id: str
    fingerprint: str
    started: str
    finished: str
    inputs: dict[str, str]
    settings: dict[str, Any]
    versions: dict[str, str]
    counts: dict[str, dict[str, int]]
    seconds: dict[str, float]


class Ledger:
    """An open ledger. Use as a context manager; every method commits or leaves nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection that `open_ledger` has prepared."""
        self.connection = connection

    def __enter__(self) -> Ledger:
        """Nothing to do: the ledger is open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; an unfinished transaction is rolled back."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: commit at the end, roll back on any exception."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    # -- the analysis -----------------------------------------------------------------------------

    def replace(self, analysis: Analysis, run: Run, *, before_commit: Callable[[], None] | None = None) -> None:
        """Put a run and its analysis in place of the last one's, in one transaction.

        before_commit: called inside the transaction; an exception from it leaves the ledger as it was.
        """
        with self.transaction() as connection:
            for table in ANALYSIS_TABLES:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
            for table, table_rows in stored_rows(analysis).items():
                _insert(connection, table, table_rows)
            _insert(connection, "runs", [_run_row(run, self._next_number())])
            _insert(connection, "snapshots", snapshot_rows(run.run_id, analysis))
            _seal(connection)
            if before_commit is not None:
                before_commit()

    def _next_number(self) -> int:
        return int(self.connection.execute("SELECT coalesce(max(number), 0) + 1 FROM runs").fetchone()[0])

    def analysis(self) -> Analysis:
        """The records of the last run, in the order of their ids."""
        themes = {row["theme_id"]: row for row in self._all("themes")}
        passage_rows = self._all("passages")
        return Analysis(
            sources=tuple(source_from(row) for row in self._all("sources")),
            passages=tuple(passage_from(row) for row in passage_rows),
            set_aside=tuple(
                SetAside(source_id=r["source_id"], start=r["start"], end=r["end"], text=r["text"], reason=r["reason"])
                for r in self._all("set_aside")
            ),
            duplicates={row["passage_id"]: row["duplicate_of"] for row in passage_rows if row["duplicate_of"]},
            themes=tuple(theme_from(row, passage_rows_of) for row, passage_rows_of in by_theme(themes, passage_rows)),
            placements=tuple(Placement(**dict(row)) for row in self._all("placements")),
            conclusions=tuple(self._conclusions()),
            not_reflected=tuple(NotReflected(**dict(row)) for row in self._all("not_reflected")),
        )

    def _conclusions(self) -> Iterator[Conclusion]:
        citations: dict[str, list[Citation]] = {}
        for row in self._all("citations"):
            citation = Citation(**{**dict(row), "shown": bool(row["shown"])})
            citations.setdefault(citation.conclusion_id, []).append(citation)
        for row in self._all("conclusions"):
            yield Conclusion(**dict(row), citations=tuple(citations.get(row["conclusion_id"], ())))

    def _all(self, table: str) -> list[sqlite3.Row]:
        return self.connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - names of our own

    # -- runs -------------------------------------------------------------------------------------

    def last_run(self, back: int = 0) -> Run | None:
        """The last run, or with `back` the one so many before it; None where there is none."""
        row = self.connection.execute(
            "SELECT run_id, fingerprint, started, finished, inputs, settings, versions, counts, seconds"
            " FROM runs ORDER BY number DESC LIMIT 1 OFFSET ?",
            (back,),
        ).fetchone()
        if row is None:
            return None
        texts = {key: row[key] for key in ("run_id", "fingerprint", "started", "finished")}
        parts = {key: json.loads(row[key]) for key in ("inputs", "settings", "versions", "counts", "seconds")}
        return Run(**texts, **parts)

    def snapshot(self, run_id: str) -> dict[str, dict[str, tuple[str, str]]]:
        """What a run ended with: kind → id → (value, target)."""
        found: dict[str, dict[str, tuple[str, str]]] = {"source": {}, "theme": {}, "passage": {}}
        query = "SELECT kind, id, value, target FROM snapshots WHERE run_id = ?"
        for row in self.connection.execute(query, (run_id,)):
            found[row["kind"]][row["id"]] = (row["value"], row["target"])
        return found

    def meta(self, key: str) -> str:
        """A remark about the ledger itself, empty where there is none."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row["value"]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Write a remark, if it differs from what stands."""
        if self.meta(key) != value:
            with self.transaction() as connection:
                connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
                connection.execute(
                    "INSERT OR REPLACE INTO seals VALUES ('meta', ?, ?)", (key, seal_of((key.encode(), value.encode())))
                )

    # -- vectors (the cache that themes.embed asks for) -------------------------------------------------

    def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, NDArray[Any]]:
        """The cached vectors among `hashes`; a damaged one is left out, so that it is made anew."""
        import numpy as np

        found: dict[str, NDArray[Any]] = {}
        for first in range(0, len(hashes), VECTORS_PER_QUERY):
            chunk = hashes[first : first + VECTORS_PER_QUERY]
            query = f"SELECT text_hash, vector, sha256 FROM vectors WHERE model = ? AND text_hash IN ({_marks(chunk)})"  # noqa: S608 - question marks
            for row in self.connection.execute(query, (model, *chunk)):
                if hashlib.sha256(row["vector"]).hexdigest() == row["sha256"]:
                    found[row["text_hash"]] = np.frombuffer(row["vector"], dtype=np.float32)
        return found

    def add_vectors(self, model: str, vectors: Mapping[str, NDArray[Any]]) -> None:
        """Keep vectors, committed at once: float32, little-endian bytes."""
        with self.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)",
                [
                    (text_hash, model, blob, hashlib.sha256(blob).hexdigest())
                    for text_hash, blob in sorted((h, v.astype("<f4").tobytes()) for h, v in vectors.items())
                ],
            )


def open_ledger(path: Path, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`, making it where it is missing and `create` holds.

    Raises LedgerError if there is none, if it is damaged, or if a newer consult wrote it.
    """
    fresh = not path.exists()
    if fresh and not create:
        raise LedgerError(f"{path}: no ledger here; run `consult run` first, or name the folder with --in")
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        _prepare(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise LedgerError(f"{path}: {error}; restore it from a copy, or remove it and run again") from error
    except LedgerError:
        connection.close()
        raise
    return Ledger(connection)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise LedgerError(f"{path}: written by a newer consult (ledger version {version}); upgrade consult")
    if version == 0:
        script = SCHEMA.read_text(encoding="utf-8")
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;")


# -- seals --------------------------------------------------------------------------------------------


def seal_of(values: Iterable[object]) -> str:
    """SHA-256 of a row's values as SQLite holds them: bytes of text, digits of numbers."""
    digest = hashlib.sha256()
    for value in values:
        digest.update(value if isinstance(value, bytes) else repr(value).encode())
        digest.update(b"\x1f")
    return digest.hexdigest()


def seal_rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    """(key, seal) of each row of a table, read as raw bytes so that damaged text cannot stop it."""
    cursor = connection.cursor()
    cursor.row_factory = None
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        for row in cursor.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names of our own
            key = row[: SEALED[table]] if table != "runs" else row[1:2]
            yield "|".join(_readable(part) for part in key), seal_of(row)
    finally:
        connection.text_factory = factory


def _readable(part: object) -> str:
    return part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)


def _seal(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM seals")
    for table in SEALED:
        sealed = [(table, key, seal) for key, seal in seal_rows(connection, table)]
        connection.executemany("INSERT INTO seals VALUES (?, ?, ?)", sealed)


def _insert(connection: sqlite3.Connection, table: str, table_rows: Sequence[tuple[Any, ...]]) -> None:
    if table_rows:
        connection.executemany(f"INSERT INTO {table} VALUES ({_marks(table_rows[0])})", table_rows)  # noqa: S608 - question marks


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _run_row(run: Run, number: int) -> tuple[Any, ...]:
    parts = (run.inputs, run.settings, run.versions, run.counts, run.seconds)
    return (number, run.run_id, run.fingerprint, run.started, run.finished, *(as_json(part) for part in parts))
