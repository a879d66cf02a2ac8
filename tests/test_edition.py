"""Editions: chained rows, and the hash of every file."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from consult.chain import chain_breaches
from consult.edition import Edition, add_edition, compared_with, editions, file_breaches
from consult.ledger import Ledger, open_ledger


def edition(number: int = 1, kind: str = "draft", **files: str) -> Edition:
    """An edition of some files."""
    return Edition(
        number=number, role="coordinator", time=f"2026-03-0{number}T10:00:00Z", kind=kind, languages=("nn", "en"),  # type: ignore[arg-type]
        run_id="r-1", fingerprint=f"f{number}", files=files, states={"public": {"theme": {"t-1": ("Tema", "1")}}},
    )  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger."""
    return open_ledger(tmp_path / "ledger.db")


def test_an_edition_comes_back_as_it_was_put_in(ledger: Ledger) -> None:
    """In order, with its states as they are compared."""
    add_edition(ledger, edition(1))
    add_edition(ledger, edition(2, "final", a="0"))
    assert editions(ledger) == (edition(1), edition(2, "final", a="0"))
    assert list(chain_breaches(ledger.connection)) == []


def test_editions_cannot_be_changed_or_removed_by_a_slip(ledger: Ledger) -> None:
    """Rows are only ever added."""
    add_edition(ledger, edition(1))
    for query in ("UPDATE editions SET role = 'x'", "DELETE FROM editions"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            ledger.connection.execute(query)


TAMPERINGS = [
    "UPDATE editions SET files = '[]' WHERE number = 1",
    "UPDATE editions SET kind = 'final' WHERE number = 1",
    "DELETE FROM editions WHERE number = 1",
    "DELETE FROM editions WHERE number = 2",
    "UPDATE editions SET number = 3 WHERE number = 2",
]


@pytest.mark.parametrize("query", TAMPERINGS)
def test_a_row_that_was_changed_or_removed_is_found(ledger: Ledger, query: str) -> None:
    """Sabotage twin: whoever takes the triggers away is found by the chain."""
    add_edition(ledger, edition(1))
    add_edition(ledger, edition(2))
    for trigger in ("editions_stay", "editions_remain"):
        ledger.connection.execute(f"DROP TRIGGER {trigger}")
    ledger.connection.execute(query)
    assert [breach for breach in chain_breaches(ledger.connection) if "editions" in breach]


def test_files_that_are_gone_changed_or_slipped_in_are_named(tmp_path: Path) -> None:
    """Each by its path, whatever else stands."""
    (tmp_path / "public").mkdir()
    for name in ("a", "b"):
        (tmp_path / "public" / name).write_text(name)
    made = edition(1, **{f"public/{name}": hashlib.sha256(name.encode()).hexdigest() for name in "ab"})
    assert list(file_breaches(made, tmp_path)) == []
    (tmp_path / "public" / "a").unlink()
    (tmp_path / "public" / "b").write_text("other")
    (tmp_path / "public" / "c").write_text("c")
    found = list(file_breaches(made, tmp_path))
    assert [breach.partition(":")[0] for breach in found] == ["public/a", "public/b", "public/c"]


def test_an_edition_of_which_nothing_is_left_is_named_once(tmp_path: Path) -> None:
    """After a withdrawal all its files are gone; what lies there otherwise is still told of each."""
    made = edition(1, **{"public/a": "0", "public/b": "1"})
    assert list(file_breaches(made, tmp_path)) == ["public/: edition 1 has 2 files, and all are gone; publish again"]
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "c").write_text("c")
    assert [one.partition(":")[0] for one in file_breaches(made, tmp_path)] == ["public/", "public/c"]


def test_a_final_edition_is_compared_with_the_final_one_before() -> None:
    """What participants have read is what changes are told against; a draft is compared with the last of all."""
    held = (edition(1, "final"), edition(2), edition(3))
    assert compared_with(held, "final") == held[0]
    assert compared_with(held, "draft") == held[2]
    assert compared_with((), "final") is None
