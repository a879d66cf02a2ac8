"""Editions: what was published when, by whom, from which run, and the hash of every file of it.

In: a ledger. Out: its editions, oldest first; one more of them. Rows are only ever added, each tied to the one before
it by a hash, so that `consult check` finds a file that is not as it was published and a row that was changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from consult.chain import EDITIONS, link_rows
from consult.check import file_sha256
from consult.ledger import Ledger
from consult.seals import seal_tables
from consult.stored import as_json

Kind = Literal["draft", "final"]
Snapshot = dict[str, dict[str, tuple[str, str]]]

VIEWS = ("internal", "public")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition. role: the office that published, or empty; time: UTC, ISO 8601; run_id: what it was made from.

    fingerprint: of all that its bytes depend on but the time. files: path below the output folder → SHA-256. states:
    view → what the next edition is compared with, see `consult.diff`.
    """

    number: int
    role: str
    time: str
    kind: Kind
    languages: tuple[str, ...]
    run_id: str
    fingerprint: str
    files: Mapping[str, str]
    states: Mapping[str, Snapshot] = field(default_factory=dict)


def editions(ledger: Ledger) -> tuple[Edition, ...]:
    """Every edition, the oldest first."""
    return tuple(_from_row(row) for row in ledger.connection.execute("SELECT * FROM editions ORDER BY number"))


def _from_row(row: Any) -> Edition:
    texts = {key: row[key] for key in ("number", "role", "time", "kind", "run_id", "fingerprint")}
    states = {
        view: {kind: {key: (value[0], value[1]) for key, value in rows.items()} for kind, rows in snapshot.items()}
        for view, snapshot in json.loads(row["states"]).items()
    }
    languages = tuple(json.loads(row["languages"]))
    return Edition(**texts, languages=languages, files=json.loads(row["files"]), states=states)


def add_edition(ledger: Ledger, edition: Edition) -> None:
    """Add an edition at the end of the chain, in one transaction."""
    with ledger.transaction() as connection:
        last = connection.execute("SELECT sha256 FROM editions ORDER BY number DESC LIMIT 1").fetchone()
        rows = link_rows(str(last["sha256"]) if last else "", [_row(edition)])
        connection.executemany("INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (EDITIONS, rows[-1][-1]))
        seal_tables(connection, (EDITIONS, "meta"))


def _row(edition: Edition) -> tuple[object, ...]:
    parts = (as_json(edition.languages), edition.run_id, edition.fingerprint)
    stored = (as_json(dict(edition.files)), as_json(edition.states))
    return (edition.number, edition.role, edition.time, edition.kind, *parts, *stored)


def compared_with(held: Sequence[Edition], kind: Kind) -> Edition | None:
    """The edition that a new one is compared with: a final one with the last final one, else the last of all."""
    finals = [one for one in held if one.kind == "final"]
    return finals[-1] if kind == "final" and finals else held[-1] if held else None


def file_breaches(edition: Edition, out: Path) -> Iterator[str]:
    """Files of an edition that are gone or are not as they were published, and files that were slipped in."""
    gone = bool(edition.files) and not any((out / name).is_file() for name in edition.files)
    if gone:
        yield f"public/: edition {edition.number} has {len(edition.files)} files, and all are gone; publish again"
    for name, digest in () if gone else sorted(edition.files.items()):
        path = out / name
        if not path.is_file():
            yield f"{name}: edition {edition.number} has it, and it is gone; publish again to write it anew"
        elif file_sha256(path) != digest:
            yield f"{name}: is not as edition {edition.number} left it; publish again to write it anew"
    public = out / "public"
    for path in sorted(public.rglob("*")) if public.is_dir() else ():
        name = path.relative_to(out).as_posix()
        if path.is_file() and name not in edition.files:
            yield f"{name}: lies in public/, and no edition has it"
