"""What the command line's modules share: what is printed reaches whoever asked, wherever that is."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper

import pytest

from consult.cli_terminal import print_anywhere, say


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "Bord 1 → čáppa"), ("cp1252", "Bord 1 \\u2192 \\u010dáppa")],
    ids=["utf-8", "cp1252"],
)
def test_no_letter_stops_a_command(monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str) -> None:
    """A log that is sent into a file on Windows goes through the code page of old: what that lacks is written out."""
    raw = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(raw, encoding=encoding, newline="\n"))

    print_anywhere()
    say("Bord 1 → čáppa")
    sys.stdout.flush()

    assert raw.getvalue().decode(encoding) == f"{shown}\n"


def test_without_it_a_letter_would_stop_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: such a file takes no arrow by itself."""
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), encoding="cp1252"))
    with pytest.raises(UnicodeEncodeError):
        say("Bord 1 → 2")
