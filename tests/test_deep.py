"""`consult check --deep` finds what a result says otherwise than its sources give, and says how much it covered."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from consult.check import check, failed
from consult.deep import Deep, check_deep
from consult.errors import LedgerError
from consult.ledger import open_ledger
from consult.run import Finished
from consult.seals import seal_tables
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


def breaches(found: Deep) -> str:
    """Everything that does not hold, as one text."""
    return "\n".join(f"{law.number} {breach}" for law in failed(found.laws) for breach in law.breaches)


def altered(out: Path, statement: str) -> None:
    """Change the ledger as one who knows how it is sealed, and seals it anew."""
    connection = sqlite3.connect(out / "ledger.db", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    seal_tables(connection)
    connection.close()


def test_a_sound_result_holds_and_says_what_was_covered(finished: Finished) -> None:
    """No breach, nothing to tell, and everything that there is was gone through, with progress."""
    steps: set[str] = set()
    found = check_deep(finished.out, progress=lambda step, *_: steps.add(step))
    with open_ledger(finished.out / "ledger.db") as ledger:
        analysis = ledger.analysis()

    assert breaches(found) == ""
    assert found.told == ()
    assert steps == {"read", "split", "privacy"}
    assert found.covered["sources read again"] == len(analysis.sources)
    assert found.covered["passages divided again"] == len(analysis.passages)
    assert found.covered["set-aside spans divided again"] == len(analysis.set_aside)
    assert found.covered["personal data searched again, findings"] == len(analysis.findings)
    needed, kept = (found.covered[f"{what}"] for what in list(found.covered)[7:9])
    assert needed == kept > 0


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE sources SET contributor = 'Nokon annan' WHERE path = 'brev.txt'", "3 read again, source s-"),
        ("UPDATE proposed_passages SET voice = 'organisation'", "1 divided again, passage p-"),
        ("UPDATE set_aside SET reason = 'boilerplate' WHERE reason = 'heading'", "1 divided again, span s-"),
        ("DELETE FROM findings", "9 searched again, finding s-"),
        ("DROP TRIGGER decisions_stay", "10 ledger.db: trigger decisions_stay is not as consult makes it"),
        ("CREATE TABLE more (a)", "10 ledger.db: table more is not as consult makes it"),
    ],
)
def test_what_was_sealed_anew_is_found(finished: Finished, statement: str, named: str) -> None:
    """Whoever changes a row and its seal is found by the sources themselves, or by the schema."""
    altered(finished.out, statement)

    assert named in breaches(check_deep(finished.out))


def test_some_of_it_the_shallow_check_does_not_see(finished: Finished) -> None:
    """Sabotage twin: it is the second reading that finds it, for seals agree."""
    altered(finished.out, "DELETE FROM findings")

    assert failed(check(finished.out)) == ()


def test_changed_settings_are_told(finished: Finished, consultation: Path) -> None:
    """Another framework than that of the run."""
    path = consultation / "framework.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Digital", "Analog"), encoding="utf-8")

    assert "framework.toml changed since the run; run again" in breaches(check_deep(finished.out))


def test_what_another_version_made_is_told_and_breaches_nothing(
    finished: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules of dividing change; years later a result is not broken by that."""
    monkeypatch.setattr("consult.deep.versions_of_code", lambda: {"consult": "99"})
    altered(finished.out, "UPDATE proposed_passages SET voice = 'organisation'")

    found = check_deep(finished.out)

    assert breaches(found) == ""
    assert any("divided again, passage" in one for one in found.told)


def test_what_counted_otherwise_is_told_and_breaches_nothing(
    finished: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another machine finds names in another way, to the last digit: that breaks no result either."""
    monkeypatch.setattr("consult.read.names_model.names_way", lambda: "another way")
    altered(finished.out, "UPDATE proposed_passages SET voice = 'organisation'")

    found = check_deep(finished.out)

    assert breaches(found) == ""
    assert any("divided again, passage" in one for one in found.told)


def test_the_encoder_and_how_it_counts_are_no_rules(finished: Finished) -> None:
    """What a run tells of its model excuses nothing: the same rules must give the same passages."""
    with sqlite3.connect(finished.out / "ledger.db") as ledger:
        (versions,) = ledger.execute("SELECT versions FROM runs").fetchone()
    assert {"model", "names"} <= json.loads(versions).keys()
    altered(finished.out, "UPDATE proposed_passages SET voice = 'organisation'")

    assert "divided again, passage" in breaches(check_deep(finished.out))


def test_a_damaged_copy_of_an_old_ledger_is_named(finished: Finished) -> None:
    """The copy that migration leaves is looked after too."""
    (finished.out / "ledger.version-1.db").write_bytes(b"SQLite format 3\x00" + bytes(4096))

    assert "ledger.version-1.db: " in breaches(check_deep(finished.out))


def test_moved_inputs_can_be_named(finished: Finished, consultation: Path, tmp_path: Path) -> None:
    """As for the shallow check."""
    moved = consultation.rename(tmp_path / "flytta")

    assert breaches(check_deep(finished.out, inputs=moved / "inputs")) == ""


def test_a_folder_without_a_result_is_refused(tmp_path: Path) -> None:
    """There is nothing to check."""
    with pytest.raises(LedgerError, match="no ledger here"):
        check_deep(tmp_path)
