"""Vectors are work done once: what was put in comes out to the bit, and a damaged one is made anew."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from consult.check import seal_breaches
from consult.ledger import Ledger, open_ledger
from consult.vectors import PER_QUERY


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An open ledger without a run."""
    return open_ledger(tmp_path / "ledger.db")


def test_vectors_come_back_as_they_were(ledger: Ledger) -> None:
    """A cached vector is the same to the bit, and unknown hashes are left out."""
    vectors = {f"h{i}": np.full(4, i / 3, dtype=np.float32) for i in range(2 * PER_QUERY + 200)}
    ledger.add_vectors("m", vectors)

    found = ledger.vectors("m", [*vectors, "unknown"])

    assert found.keys() == vectors.keys()
    assert all(np.array_equal(found[key], vectors[key]) for key in vectors)
    assert ledger.vectors("another model", ["h1"]) == {}


def test_a_damaged_vector_is_not_used(ledger: Ledger) -> None:
    """A vector whose bytes do not match their hash is left out, and reported by its row."""
    ledger.add_vectors("m", {"h": np.ones(4, dtype=np.float32)})
    ledger.connection.execute("UPDATE vectors SET vector = zeroblob(16)")

    assert ledger.vectors("m", ["h"]) == {}
    assert list(seal_breaches(ledger.connection)) == ["ledger.db: vectors: row h is not as it was written"]


def test_a_vector_that_is_written_again_is_replaced(ledger: Ledger) -> None:
    """One vector a text and model; another model has its own."""
    for value, model in ((1, "m"), (2, "m"), (3, "n")):
        ledger.add_vectors(model, {"h": np.full(4, value, dtype=np.float32)})

    assert ledger.vectors("m", ["h"])["h"].tolist() == [2.0] * 4
    assert ledger.vectors("n", ["h"])["h"].tolist() == [3.0] * 4


@pytest.mark.parametrize("column", ["text_hash", "model"])
def test_a_vector_under_another_name_is_not_used(ledger: Ledger, column: str) -> None:
    """Put under another text's or model's key, a vector is undamaged and wrong: it is left out, and reported."""
    ledger.add_vectors("m", {"h": np.ones(4, dtype=np.float32)})
    ledger.connection.execute(f"UPDATE vectors SET {column} = 'k'")

    assert ledger.vectors("k" if column == "model" else "m", ["h" if column == "model" else "k"]) == {}
    assert len(list(seal_breaches(ledger.connection))) == 1
