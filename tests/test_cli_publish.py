"""`consult publish`: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import after_a_run, consult, here
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "here", "out"]  # fixtures


@after_a_run
def test_a_draft_is_told_with_where_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    """Edition, files, and the three places that people open; a second time that nothing had changed."""
    assert consult("publish") == 0
    said = capsys.readouterr().out
    assert "Edition 1 (draft, " in said
    for path in ("internal/feedback.html", "internal/receipts.csv", "public/index.html"):
        assert path in said
    assert consult("publish") == 0
    assert "had not changed" in capsys.readouterr().out


@after_a_run
def test_a_final_edition_is_refused_with_every_reason(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, the reasons on stdout, nothing under public/."""
    assert consult("publish", "--final", "--role", "department") == 1
    said = capsys.readouterr()
    assert "nothing is published" in said.err
    assert said.out.count("a response is lacking") == said.out.count("\n- t-") + said.out.startswith("- t-")
    assert not (out / "public").exists()


@after_a_run
def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: what was published, or why not."""
    assert consult("publish", "--languages", "nn,en", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["published"]
    assert told["languages"] == ["nn", "en"]
    assert consult("publish", "--final", "--json") == 1
    assert json.loads(capsys.readouterr().out)["reasons"]


@after_a_run
def test_an_unknown_language_is_the_users_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, with the languages that there are."""
    assert consult("publish", "--languages", "nn,fr") == 2
    assert "there are da, en, nb, nn, sv" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_without_a_run_there_is_nothing_to_publish(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, and what to do."""
    assert consult("publish") == 2
    assert "consult run" in capsys.readouterr().err
