"""`consult seal` and `consult check --seal`, with signatures by the real ssh-keygen; `consult check --deep`."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from consult.cli import main
from consult.run import Finished
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures

needs_tool = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs ssh-keygen")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and all that is said."""
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out + said.err


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key of the office, and the file of those who may sign."""
    made = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "kontor", "-f", str(made)], check=True)
    (tmp_path / "signers").write_text(f"kontor {made.with_suffix('.pub').read_text(encoding='utf-8')}", "utf-8")
    return made


@needs_tool
def test_signed_and_verified(finished: Finished, key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whose signature it is, is told where the signers are named, and which key made it where they are not."""
    where, made = str(finished.out), finished.out / f"{finished.out.name}.seal"
    assert told(capsys, "seal", "--in", where, "--sign", str(key))[0] == 0
    named = ("--signers", str(key.with_name("signers")), "--signed-by", "kontor")

    code, said = told(capsys, "check", "--in", where, "--seal", str(made), *named)
    assert (code, 'Good "consult-seal" signature for kontor' in said, "as they were sealed" in said) == (0, True, True)
    code, said = told(capsys, "check", "--in", where, "--seal", str(made))
    assert (code, "whose key that is" in said) == (0, True)


@needs_tool
def test_a_changed_seal_has_no_good_signature(
    finished: Finished, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever changes a file and the seal cannot sign it again, with the signers named or not; nor can another sign."""
    where, made = str(finished.out), finished.out / f"{finished.out.name}.seal"
    told(capsys, "seal", "--in", where, "--sign", str(key))
    named = ("--signers", str(key.with_name("signers")), "--signed-by")
    assert told(capsys, "check", "--in", where, "--seal", str(made), *named, "nokon")[0] == 2
    made.write_bytes(made.read_bytes().replace(b"# made", b"# Made"))

    code, said = told(capsys, "check", "--in", where, "--seal", str(made), *named, "kontor")
    assert (code, "has no good signature by kontor" in said) == (2, True)
    code, said = told(capsys, "check", "--in", where, "--seal", str(made))
    assert (code, "does not fit it" in said) == (1, True)


def test_without_the_tool_it_is_sealed_and_said(
    finished: Finished, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seal itself needs no tool; a signature that was asked for and cannot be had is a fault, not a silence."""
    monkeypatch.setattr("consult.signature.shutil.which", lambda _: None)
    code, said = told(capsys, "seal", "--in", str(finished.out), "--sign", "key")
    assert (code, "ssh-keygen is not on this machine" in said) == (2, True)
    assert told(capsys, "seal", "--in", str(finished.out))[0] == 0
    code, said = told(capsys, "check", "--in", str(finished.out), "--seal", str(next(finished.out.glob("*.seal"))))
    assert (code, "not signed" in said) == (0, True)


def test_a_breach_of_the_seal_ends_with_one(finished: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """And `--json` lists what is wrong."""
    told(capsys, "seal", "--in", str(finished.out))
    (finished.out / "tables" / "themes.csv").write_text("", encoding="utf-8")
    made = str(next(finished.out.glob("*.seal")))

    code, said = told(capsys, "check", "--in", str(finished.out), "--seal", made, "--json")
    assert (code, json.loads(said)["breaches"]) == (1, ["tables/themes.csv: is not as it was sealed"])


def test_signers_without_a_seal_are_refused(finished: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """A check that looks as if it verified a signature, and does not, would be worse than none."""
    code, said = told(capsys, "check", "--in", str(finished.out), "--signed-by", "kontor")
    assert (code, "with --seal FILE" in said) == (2, True)


def test_the_deep_check_says_what_it_covered(finished: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """A table of what was gone through, and the same as JSON."""
    code, said = told(capsys, "check", "--in", str(finished.out), "--deep")
    assert (code, "sources read again" in said, "holds    9 privacy" in said) == (0, True, True)
    code, said = told(capsys, "check", "--in", str(finished.out), "--deep", "--json")
    assert json.JSONDecoder().raw_decode(said)[0]["covered"]["sources read again"] == 5
