"""Seals name the row that was changed, removed or slipped in, whatever its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consult.ledger import Ledger, open_ledger
from consult.seals import SEALED, seal_of, seal_rows, seal_tables
from tests.conftest import make_analysis
from tests.test_ledger import make_run


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one run."""
    with open_ledger(tmp_path / "ledger.db") as opened:
        opened.replace(make_analysis(), make_run())
        yield opened


def seals(ledger: Ledger) -> dict[tuple[str, str], str]:
    """(table, key) → seal, as it is stored."""
    query = "SELECT table_name, row_key, sha256 FROM seals"
    return {(row[0], row[1]): row[2] for row in ledger.connection.execute(query)}


def test_sealing_again_changes_nothing(ledger: Ledger) -> None:
    """The same rows have the same seals."""
    before = seals(ledger)
    seal_tables(ledger.connection)

    assert seals(ledger) == before


def test_every_row_of_every_table_has_one(ledger: Ledger) -> None:
    """By its key; a run by its id, for its number says nothing to people."""
    stored = {(table, key) for table in SEALED for key, _ in seal_rows(ledger.connection, table)}

    assert stored == set(seals(ledger))
    assert ("runs", "r-1") in stored
    assert ("run_heads", "r-1") in stored


def test_only_the_tables_that_are_named_are_sealed_anew(ledger: Ledger) -> None:
    """What was changed elsewhere is not covered up."""
    before = seals(ledger)
    ledger.connection.execute("UPDATE themes SET title = 'x'")
    seal_tables(ledger.connection, ("passages",))

    assert seals(ledger) == before
    assert dict(seal_rows(ledger.connection, "themes")) != {k: v for (t, k), v in before.items() if t == "themes"}


def test_damaged_text_stops_nothing(ledger: Ledger) -> None:
    """Bytes that are no UTF-8 are sealed as they are."""
    ledger.connection.execute("UPDATE sources SET contributor = CAST(x'ff00' AS TEXT)")

    assert len(list(seal_rows(ledger.connection, "sources"))) == 3


@pytest.mark.parametrize(("one", "other"), [((b"a", 1), (b"a", 2)), ((b"a",), (b"a", None)), ((1.0,), (1,))])
def test_other_values_have_other_seals(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    """Text, numbers and nothing."""
    assert seal_of(one) != seal_of(other)


@pytest.mark.parametrize("table", [table for table in SEALED if table != "runs"])
def test_a_seal_s_key_is_the_table_s(ledger: Ledger, table: str) -> None:
    """As many columns name a row as its primary key has, and they stand first; a run is named by its id.

    A citation is named by conclusion, passage and source: a conclusion cites a passage once.
    """
    columns = ledger.connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sorted(row["cid"] for row in columns if row["pk"])
    assert len(keys) == SEALED[table]
    assert keys == list(range(SEALED[table])) or table == "citations"
