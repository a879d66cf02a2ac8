"""A seal names whatever changed since a version was signed off, and verifies without consult as well."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.errors import InputError, LedgerError
from consult.manifest import Manifest, breaches, parsed, read, seal, written
from consult.run import Finished, run
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures

NAMES = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1)


@given(st.dictionaries(NAMES, st.text("0123456789abcdef", min_size=64, max_size=64)))
def test_a_seal_reads_back(files: dict[str, str]) -> None:
    """Whatever a file is called: line breaks, backslashes, leading blanks."""
    manifest = Manifest(facts={"run": "r-1", "edition": "2 final"}, files=files)
    assert parsed(written(manifest)) == manifest


def test_an_untouched_result_holds(finished: Finished) -> None:
    """It covers ledger, run.json, tables, report, every input and the settings; sealing again changes nothing."""
    made = seal(finished.out)
    before = made.read_bytes()
    names = set(read(made).files)

    assert {"ledger.db", "run.json", "tables/themes.csv", "internal/report.html"} <= names
    assert sum("/inputs/" in name for name in names) == 4
    assert any(name.endswith("/framework.toml") for name in names)
    assert list(breaches(made, finished.out)) == []
    assert seal(finished.out).read_bytes() == before


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum: the independent witness")
def test_sha256sum_verifies_it_without_us(finished: Finished, consultation: Path) -> None:
    """The form is that of the tool which every machine has, odd names included."""
    (consultation / "inputs" / "rar\n\\ fil.txt").write_text("Svar på innspel.\n", encoding="utf-8")
    run(consultation, finished.out)
    made = seal(finished.out)
    command = ["sha256sum", "--check", "--strict", "--quiet", made.name]

    assert subprocess.run(command, cwd=finished.out, check=False, capture_output=True).returncode == 0
    (consultation / "inputs" / "brev.txt").write_text("noko anna", encoding="utf-8")
    assert subprocess.run(command, cwd=finished.out, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize("name", ["ledger.db", "run.json", "tables/themes.csv", "internal/report.html"])
def test_a_changed_file_is_named(finished: Finished, name: str) -> None:
    """One byte more."""
    made = seal(finished.out)
    with (finished.out / name).open("ab") as file:
        file.write(b"x")

    assert list(breaches(made, finished.out)) == [f"{name}: is not as it was sealed"]


def test_removed_and_added_files_are_named(finished: Finished, consultation: Path) -> None:
    """Among the inputs and in the result alike."""
    made = seal(finished.out)
    (consultation / "inputs" / "brev.txt").rename(consultation / "inputs" / "anna.txt")
    (finished.out / "internal" / "meir.html").write_text("", encoding="utf-8")
    told = "\n".join(breaches(made, finished.out))

    assert "inputs/brev.txt: is sealed, and it is gone" in told
    assert "inputs/anna.txt: was not there when the seal was made" in told
    assert "internal/meir.html: was not there when the seal was made" in told


def test_a_moved_consultation_can_be_named(finished: Finished, consultation: Path, tmp_path: Path) -> None:
    """Settings lie beside the inputs, and are looked for there."""
    made = seal(finished.out)
    moved = consultation.rename(tmp_path / "flytta")

    assert list(breaches(made, finished.out, moved / "inputs")) == []
    assert "is gone" in "\n".join(breaches(made, finished.out))


def test_a_ledger_of_any_version_is_only_hashed(finished: Finished) -> None:
    """Verifying opens no ledger: a later consult neither refuses nor migrates it before it was held to the seal."""
    (finished.out / "ledger.db").write_bytes(b"no ledger of this age")
    made = finished.out / "old.seal"
    from consult.manifest import hashes

    made.write_text(written(Manifest(facts={}, files=hashes(finished.out, finished.out / "none"))), encoding="utf-8")
    assert list(breaches(made, finished.out, finished.out / "none")) == []


def test_what_is_not_sound_is_not_sealed(finished: Finished) -> None:
    """A broken law is named instead."""
    (finished.out / "tables" / "themes.csv").unlink()
    with pytest.raises(LedgerError, match=r"law 10 does not hold: tables/themes\.csv: is gone"):
        seal(finished.out)


def test_another_state_does_not_replace_a_seal(finished: Finished, consultation: Path) -> None:
    """A seal that was signed off stays; the new one goes elsewhere."""
    made = seal(finished.out)
    before = made.read_bytes()
    (consultation / "inputs" / "nytt.txt").write_text("Meir innsyn, takk.\n", encoding="utf-8")
    run(consultation, finished.out)

    with pytest.raises(LedgerError, match="seals another state; name another file with --to"):
        seal(finished.out)
    assert made.read_bytes() == before
    assert list(breaches(seal(finished.out, finished.out / "second.seal"), finished.out)) == []


@pytest.mark.parametrize(
    "text", ["", "abc", "# consult seal 2\n", "# consult seal 1\nabc\n", f"# consult seal 1\n{'g' * 64}  a\n"]
)
def test_what_is_no_seal_is_refused(tmp_path: Path, text: str) -> None:
    """The message says what makes such files."""
    (tmp_path / "a.seal").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="`consult seal` makes such files"):
        read(tmp_path / "a.seal")


def test_a_seal_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Not a defect of ours."""
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "a.seal")
