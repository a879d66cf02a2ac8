"""`consult privacy`: what it lists, what it does, what it refuses."""

from __future__ import annotations

import json

import pytest

from consult.records import SPECIAL_KINDS
from consult.run import Finished
from tests.privacy_run import analysis_of, decisions_of, personal
from tests.test_cli import consult

__all__ = ["personal"]  # a fixture


def test_the_list_shows_words_to_those_who_decide(personal: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """With their kind, certainty and surroundings; --open only what waits; --json for machines."""
    assert consult("privacy", "list", "--in", personal.out) == 0
    assert "⟦Torgunn Bråtesveen⟧" in capsys.readouterr().out
    assert consult("privacy", "list", "--open", "--in", personal.out) == 0
    assert "⟦nesten blind etter slag⟧" in capsys.readouterr().out
    assert consult("privacy", "list", "--kind", "phone", "--json", "--in", personal.out) == 0
    assert {row["words"] for row in json.loads(capsys.readouterr().out)} == {"428 06 917", "494 20 615"}


def test_acts_are_applied_at_once(personal: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """Confirm, redact by words, publish as; each with role and reason in the log."""
    (health,) = [one for one in analysis_of(personal.out).findings if one.kind in SPECIAL_KINDS]
    letter = health.source_id
    who = ("--role", "coordinator", "--reason", "Peikar ut éin", "--in", personal.out)

    assert consult("privacy", "confirm", health.finding_id, *who) == 0
    assert consult("privacy", "redact", letter, "garden ved  sida av", *who) == 0
    assert consult("privacy", "status", letter, "summary_only", *who) == 0
    assert [one.act for one in decisions_of(personal.out)] == ["redact", "redact", "publish_as"]
    capsys.readouterr()
    assert consult("privacy", "status", letter, "--json", "--in", personal.out) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"source_id": letter, "publication": "summary_only", "voice": "individual"}
    ]


def test_a_finding_is_revealed_and_the_log_says_why(personal: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """And undone by the log's number."""
    (phone, *_) = [one for one in analysis_of(personal.out).findings if one.kind == "phone"]
    who = ("--role", "coordinator", "--in", personal.out)

    assert consult("privacy", "reveal", phone.finding_id, "--reason", "Samtykke", *who) == 0
    assert consult("review", "undo", "1", *who) == 0
    capsys.readouterr()
    assert consult("review", "log", "--in", personal.out) == 0
    assert "Samtykke" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("reveal", "f-0", "--role", "coordinator", "--reason", "x"), "no finding"),
        (("status", "s-0", "full", "--role", "coordinator", "--reason", "x"), "no source"),
        (("status", "s-0"), "no source"),
        (("redact", "s-0", "ord", "--role", "coordinator", "--reason", "x"), "no source"),
    ],
)
def test_what_is_not_there_is_said(
    personal: Finished, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], why: str
) -> None:
    """With exit code 2."""
    assert consult("privacy", *command, "--in", personal.out) == 2
    assert why in capsys.readouterr().err


def test_words_that_do_not_stand_there_are_refused(personal: Finished) -> None:
    """And no decision is made."""
    source = analysis_of(personal.out).sources[0].source_id
    who = ("--role", "coordinator", "--reason", "x", "--in", personal.out)

    assert consult("privacy", "redact", source, "finst ikkje", *who) == 2
    assert decisions_of(personal.out) == ()
