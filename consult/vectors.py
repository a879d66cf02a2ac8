"""The encoder's cache in the ledger: work done once per text and model, each row with its own hash.

In: a connection, a model and hashes of texts. Out: vectors, the same to the bit; one that is damaged, or that stands
under another text's or model's name than it was written for, counts as missing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from consult.chain import link

if TYPE_CHECKING:
    from numpy.typing import NDArray

PER_QUERY = 500  # below SQLite's default limit of 999 parameters


def read_vectors(connection: sqlite3.Connection, model: str, hashes: Sequence[str]) -> dict[str, NDArray[Any]]:
    """Hash of a text → its (d,) float32 vector, for those that are cached and undamaged."""
    import numpy as np

    found: dict[str, NDArray[Any]] = {}
    for first in range(0, len(hashes), PER_QUERY):
        chunk = hashes[first : first + PER_QUERY]
        marks = ", ".join("?" * len(chunk))
        query = f"SELECT text_hash, vector, sha256 FROM vectors WHERE model = ? AND text_hash IN ({marks})"  # noqa: S608 - question marks
        for row in connection.execute(query, (model, *chunk)):
            if link((row["text_hash"], model, row["vector"])) == row["sha256"]:
                found[row["text_hash"]] = np.frombuffer(row["vector"], dtype=np.float32)
    return found


def write_vectors(connection: sqlite3.Connection, model: str, vectors: Mapping[str, NDArray[Any]]) -> None:
    """Put vectors in, in place of those with the same hash: float32, little-endian bytes."""
    connection.executemany(
        "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)",
        [
            (text_hash, model, blob, link((text_hash, model, blob)))
            for text_hash, blob in sorted((h, v.astype("<f4").tobytes()) for h, v in vectors.items())
        ],
    )


def vector_breaches(connection: sqlite3.Connection) -> Iterator[str]:
    """Rows that are not as they were written: key, model or vector."""
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        for row in connection.execute("SELECT text_hash, model, vector, sha256 FROM vectors"):
            *values, digest = (_bytes(value) for value in row)
            if link(values).encode() != digest:
                yield f"ledger.db: vectors: row {values[0].decode('utf-8', 'replace')} is not as it was written"
    finally:
        connection.text_factory = factory


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else repr(value).encode()
