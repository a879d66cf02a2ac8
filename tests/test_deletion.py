"""Input files of what was withdrawn: gone when asked for, also when the act was killed before it came to that."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from consult.deletion import ASKED, ask_to_delete, end_deletion
from consult.ledger import Ledger, open_ledger
from consult.read.withdrawn import path_hash
from consult.records import Source


def source(path: str, content: str, locator: str = "") -> Source:
    """A source of that content."""
    return Source(
        path=path, locator=locator, sha256=hashlib.sha256(content.encode()).hexdigest(), format="txt", text=content
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """An empty ledger beside a folder of inputs with two files."""
    (tmp_path / "inputs").mkdir()
    for name in ("brev.txt", "anna.txt"):
        (tmp_path / "inputs" / name).write_text(name, encoding="utf-8")
    return open_ledger(tmp_path / "ledger.db")


def asked(ledger: Ledger, *sources: Source) -> None:
    """Write down what has to go."""
    with ledger.transaction() as connection:
        ask_to_delete(connection, sources)


@pytest.mark.parametrize(
    "stays",
    [
        source("brev.txt", "noko anna"),  # somebody has put another letter there since
        source("borte.txt", "brev.txt"),  # it is gone already
        source("brev.txt", "brev.txt", "row=1"),  # one row of a form
    ],
)
def test_what_is_not_what_was_withdrawn_stays(ledger: Ledger, tmp_path: Path, stays: Source) -> None:
    """A file goes only with the content that was withdrawn."""
    asked(ledger, stays)
    assert end_deletion(ledger, tmp_path / "inputs") == ()
    assert sorted(path.name for path in (tmp_path / "inputs").iterdir()) == ["anna.txt", "brev.txt"]
    assert ledger.meta(ASKED) == ""


def test_nothing_is_deleted_unasked(ledger: Ledger, tmp_path: Path) -> None:
    """No request, no deletion."""
    assert end_deletion(ledger, tmp_path / "inputs") == ()


def test_the_file_goes_and_the_request_with_it(ledger: Ledger, tmp_path: Path) -> None:
    """Once, and the others stay."""
    asked(ledger, source("brev.txt", "brev.txt"))
    assert end_deletion(ledger, tmp_path / "inputs") == ("brev.txt",)
    assert [path.name for path in (tmp_path / "inputs").iterdir()] == ["anna.txt"]
    assert end_deletion(ledger, tmp_path / "inputs") == ()


def test_the_request_holds_no_word_of_the_path(ledger: Ledger) -> None:
    """A file's name may be a person's: hashes stand in the ledger."""
    asked(ledger, source("kari-nordmann.txt", "x"))
    assert "kari" not in ledger.meta(ASKED)
    assert path_hash("kari-nordmann.txt") in ledger.meta(ASKED)
