"""The audit says what it has looked up and what not; nobody is told that there are no faults who has not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import audit, licences

LOST = (
    "ERROR:pip_audit._cli:annotated-doc: Dependency not found on PyPI and could not be audited: annotated-doc (0.0.7)"
)


@pytest.mark.parametrize(
    ("code", "lines", "meant"),
    [
        (0, ["No known vulnerabilities found"], audit.FINE),
        (1, ["Found 1 known vulnerability in 1 package", "jinja2 3.0 PYSEC-1"], audit.FAULT),
        (1, [LOST], audit.UNASKED),
        (1, ["requests.exceptions.ConnectionError: Max retries exceeded"], audit.UNASKED),
        (1, [], audit.FAULT),  # silence is no comfort
    ],
)
def test_what_pip_audit_says_is_judged(code: int, lines: list[str], meant: int) -> None:
    """Faults, none, or nothing asked."""
    found, said = audit.judged(code, lines)
    assert found == meant
    assert ("NOT looked for" in said[0]) == (meant == audit.UNASKED)
    assert any(line.endswith("ok") for line in said) == (meant == audit.FINE)


@pytest.mark.parametrize("program", ["", "nowhere/pip-audit"])
def test_without_the_program_nothing_is_claimed(program: str) -> None:
    """Exit code 2, and the words."""
    code, (said,) = audit.online(program)
    assert code == audit.UNASKED
    assert "NOT looked for" in said


def test_a_program_that_does_not_start_is_no_audit(tmp_path: Path) -> None:
    """A file that cannot be run."""
    (tmp_path / "pip-audit").write_text("", encoding="utf-8")
    assert audit.online(str(tmp_path / "pip-audit"))[0] == audit.UNASKED


def test_licences_and_pins_need_no_network() -> None:
    """Both are checked in any case."""
    assert all(line.endswith(": ok") for line in audit.offline())


def test_another_version_and_another_licence_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: what is installed is not what is pinned; a licence that nobody reviewed."""
    monkeypatch.setattr(audit.metadata, "version", lambda _: "0.0.0")
    monkeypatch.setattr(licences, "faults", lambda _: iter(["x: licence unknown"]))
    told = list(audit.offline())
    assert told[0] == "x: licence unknown"
    assert any("0.0.0 is installed" in line for line in told)
