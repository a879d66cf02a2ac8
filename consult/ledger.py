"""The ledger: one SQLite file that holds everything a run found out.

In: records. Out: the same records. An analysis is replaced in one transaction, so a run that is
killed leaves the previous result whole; vectors are committed as they come, so little is embedded
twice. Every row has a seal (SHA-256), so that `consult check` can name a row that was changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from consult.chain import heads, link_rows
from consult.errors import LedgerError
from consult.ledger_faults import ledger_fault, told
from consult.migrate import SCHEMA_VERSION, create, migrate
from consult.read.withdrawn import Tombstone
from consult.records import (
    Analysis,
    Citation,
    Conclusion,
    Decision,
    Finding,
    NotReflected,
    Placement,
    Proposed,
    Reply,
    Response,
    SetAside,
)
from consult.runs import Run, add_run, compared_runs, last_run, snapshot
from consult.seals import seal_of, seal_tables
from consult.stored import (
    by_theme,
    decision_from,
    decision_row,
    passage_from,
    proposed_from,
    proposed_rows,
    reply_from,
    reply_row,
    snapshot_rows,
    source_from,
    stored_rows,
    theme_from,
)
from consult.vectors import read_vectors, write_vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult.answer.wordings import Wording

Records = TypeVar("Records")

BUSY_SECONDS = 30.0

ANALYSIS_TABLES = (
    "citations", "not_reflected", "conclusions", "placements", "set_aside", "passages", "themes", "responses",
    "proposed_passages", "findings", "sources", "proposed_themes", "proposed_placements",
)  # fmt: skip
"""What a run replaces, in an order that foreign keys allow to be emptied."""


class Ledger:
    """An open ledger. Use as a context manager; every method commits or leaves nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection that `open_ledger` has prepared."""
        self.connection = connection
        self._read: dict[str, tuple[tuple[int, int], Any]] = {}

    def __enter__(self) -> Ledger:
        """Nothing to do: the ledger is open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; an unfinished transaction is rolled back."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: commit at the end, roll back on any exception.

        Raises LedgerError where another program holds the file or the disk is full.
        """
        with told(self.connection):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk ends it by itself
                    self.connection.execute("ROLLBACK")
                raise

    # -- the analysis -----------------------------------------------------------------------------

    def replace(
        self,
        analysis: Analysis,
        run: Run,
        *,
        proposed: Proposed | None = None,
        decisions: Sequence[Decision] = (),
        replies: Sequence[Reply] = (),
        before_commit: Callable[[], None] | None = None,
    ) -> None:
        """Put a run and its analysis in place of the last one's, in one transaction.

        proposed: what stood before decisions, the analysis itself if none were made; decisions, replies: new
        ones, to be added to the chains. before_commit: called inside the transaction; an exception from it
        leaves the ledger as it was.
        """
        before = proposed or _undecided(analysis)
        with self.transaction() as connection:
            for table in ANALYSIS_TABLES:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
            for table, table_rows in (stored_rows(analysis) | proposed_rows(before)).items():
                _insert(connection, table, table_rows)
            ends = self.heads()
            _insert(
                connection, "decisions", link_rows(ends.get("decisions", ""), [decision_row(one) for one in decisions])
            )
            _insert(
                connection, "response_log", link_rows(ends.get("response_log", ""), [reply_row(one) for one in replies])
            )
            add_run(connection, run, self.heads())
            _insert(connection, "snapshots", snapshot_rows(run.run_id, analysis))
            seal_tables(connection)
            if before_commit is not None:
                before_commit()

    def analysis(self) -> Analysis:
        """The records of the last run, in the order of their ids."""
        return self._once("analysis", self._analysis)

    def proposed(self) -> Proposed:
        """What the last run proposed, before decisions."""
        return self._once("proposed", self._proposed)

    def _once(self, name: str, read: Callable[[], Records]) -> Records:
        """Records, read again only where somebody has written since: through this connection or another."""
        state = (self.connection.total_changes, int(self.connection.execute("PRAGMA data_version").fetchone()[0]))
        if name not in self._read or self._read[name][0] != state:
            self._read[name] = (state, read())
        found: Records = self._read[name][1]
        return found

    def forget(self) -> None:
        """Let go of the records that were read."""
        self._read.clear()

    def _analysis(self) -> Analysis:
        themes = {row["theme_id"]: row for row in self._all("themes")}
        passage_rows = self._all("passages")
        return Analysis(
            sources=tuple(source_from(row) for row in self._all("sources")),
            passages=tuple(passage_from(row) for row in passage_rows),
            set_aside=tuple(SetAside(**dict(row)) for row in self._all("set_aside")),
            duplicates={row["passage_id"]: row["duplicate_of"] for row in passage_rows if row["duplicate_of"]},
            themes=tuple(theme_from(row, passage_rows_of) for row, passage_rows_of in by_theme(themes, passage_rows)),
            placements=tuple(Placement(**dict(row)) for row in self._all("placements")),
            conclusions=tuple(self._conclusions()),
            not_reflected=tuple(NotReflected(**dict(row)) for row in self._all("not_reflected")),
            responses=tuple(Response(**dict(row)) for row in self._all("responses") if row["status"]),
            findings=tuple(Finding(**dict(row)) for row in self._all("findings")),
        )

    def _proposed(self) -> Proposed:
        set_aside = (SetAside(**dict(row)) for row in self._all("set_aside"))
        return proposed_from(
            tuple(source_from(row) for row in self._all("sources")),
            tuple(set_aside),
            self._all("proposed_themes"),
            self._all("proposed_passages"),
            self._all("proposed_placements"),
            tuple(Finding(**dict(row)) for row in self._all("findings")),
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

    # -- people's acts ----------------------------------------------------------------------------

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in the order in which they were made."""
        return tuple(decision_from(row) for row in self._all("decisions"))

    def replies(self) -> tuple[Reply, ...]:
        """Every act of answering, in the order in which they were made."""
        return tuple(reply_from(row) for row in self._all("response_log"))

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What stays of each source that was withdrawn, in the order in which they were."""
        rows = self._all("withdrawn")
        texts = ("number", "time", "role", "reason", "source_id", "path_sha256", "left")
        return tuple(Tombstone(**{key: row[key] for key in texts}, sha256=row["content_sha256"]) for row in rows)

    def heads(self) -> dict[str, str]:
        """The last hash of each chain of people's acts, and a hash of what a writer worded."""
        from consult.writings import head_of

        return heads(self.connection) | head_of(self.wordings())

    def wordings(self) -> tuple[Wording, ...]:
        """Drafted sentences that passed the gate."""
        from consult.writings import wordings

        return wordings(self.connection)

    def heads_with(self, decisions: Sequence[Decision] = (), replies: Sequence[Reply] = ()) -> dict[str, str]:
        """What `heads` will be when these have been added."""
        ends = self.heads()
        new = {"decisions": [*map(decision_row, decisions)], "response_log": [*map(reply_row, replies)]}
        return ends | {table: str(link_rows(ends.get(table, ""), rows)[-1][-1]) for table, rows in new.items() if rows}

    # -- runs -------------------------------------------------------------------------------------

    def last_run(self, back: int = 0) -> Run | None:
        """The last run, or with `back` the one so many before it; None where there is none."""
        return last_run(self.connection, back)

    def compared_runs(self) -> tuple[str, ...]:
        """Ids of the runs whose end is known, the last one first."""
        return compared_runs(self.connection)

    def snapshot(self, run_id: str) -> dict[str, dict[str, tuple[str, str]]]:
        """What a run ended with: kind → id → (value, target)."""
        return snapshot(self.connection, run_id)

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
        return read_vectors(self.connection, model, hashes)

    def add_vectors(self, model: str, vectors: Mapping[str, NDArray[Any]]) -> None:
        """Keep vectors, committed at once: float32, little-endian bytes."""
        with self.transaction() as connection:
            write_vectors(connection, model, vectors)


def open_ledger(path: Path, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`, making it where it is missing and `create` holds.

    Raises LedgerError if there is none, if it is damaged or held by another program, or if a newer consult wrote it.
    """
    fresh = not path.exists()
    if fresh and not create:
        raise LedgerError(f"{path}: no ledger here; run `consult run` first, or name the folder with --in")
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.DatabaseError as error:
        raise ledger_fault(path, error) from error
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        _prepare(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise ledger_fault(path, error) from error
    except LedgerError:
        connection.close()
        raise
    return Ledger(connection)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise LedgerError(f"{path}: written by a newer consult (ledger version {version}); upgrade consult")
    if version == 0:
        create(connection)
    elif version < SCHEMA_VERSION:
        migrate(connection, path, version)


# -- rows ---------------------------------------------------------------------------------------------


def _insert(connection: sqlite3.Connection, table: str, table_rows: Sequence[tuple[Any, ...]]) -> None:
    if table_rows:
        connection.executemany(f"INSERT INTO {table} VALUES ({_marks(table_rows[0])})", table_rows)  # noqa: S608 - question marks


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _undecided(analysis: Analysis) -> Proposed:
    """An analysis that no decision has changed, as what was proposed."""
    facts = ("sources", "passages", "set_aside", "duplicates", "themes", "placements", "findings")
    return Proposed(**{fact: getattr(analysis, fact) for fact in facts}, vectors={})
