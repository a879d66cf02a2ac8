"""Remove the input files of what was withdrawn, where that was asked for: now, or by the next run after a kill.

In: a ledger, and the folder of inputs. Out: the paths of the files that are gone. A withdrawal first writes down, as
hashes, which files have to go, in the transaction that takes their words out; a file goes only as long as it holds what
was withdrawn, so that what somebody has put in its place since stays.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from sqlite3 import Connection

from consult.check import file_sha256
from consult.ledger import Ledger
from consult.read.withdrawn import path_hash
from consult.records import Source

ASKED = "deletion"
"""Under this key `meta` says which files have yet to go: JSON, pairs of SHA-256 of the path and of the content."""


def ask_to_delete(connection: Connection, going: Iterable[Source]) -> None:
    """Write down, inside the caller's transaction, the files of sources that are files of their own."""
    pairs = sorted({(path_hash(source.path), source.sha256) for source in going if not source.locator})
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (ASKED, json.dumps(pairs)))


def end_deletion(ledger: Ledger, inputs: Path) -> tuple[str, ...]:
    """Remove what is written down and still there; returns the paths, sorted. Nothing where nothing was asked for."""
    asked = ledger.meta(ASKED)
    if not asked:
        return ()
    deleted = tuple(_deleted(inputs, {(path, sha256) for path, sha256 in json.loads(asked)}))
    ledger.set_meta(ASKED, "")
    return deleted


def _deleted(inputs: Path, wanted: set[tuple[str, str]]) -> Iterator[str]:
    from consult.read.folder import input_files

    paths, unopened = {path for path, _ in wanted}, hashlib.sha256(b"").hexdigest()
    for file in input_files(inputs):
        if file.place is None or path_hash(file.path) not in paths:
            continue
        if (path_hash(file.path), unopened if file.reason else file_sha256(file.place)) in wanted:
            file.place.unlink()
            yield file.path
