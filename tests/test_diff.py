"""What is new and what moved between two runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from consult.diff import Change, changes, diff_runs
from consult.ledger import open_ledger
from consult.records import Analysis
from tests.test_ledger import make_run

BEFORE = {
    "source": {"s-1": ("a.txt", "read"), "s-2": ("b.txt", "read")},
    "theme": {"t-1": ("Svar", "T4"), "t-2": ("Kurs", "4")},
    "passage": {"p-1": ("t-1", "T4"), "p-2": ("t-1", "T4")},
}


def test_nothing_differs_from_itself() -> None:
    """Two equal snapshots give no change."""
    assert changes(BEFORE, BEFORE) == ()


def test_each_kind_of_change_is_told() -> None:
    """New and gone sources, renamed and replaced themes, moved passages: all by id."""
    after = {
        "source": {"s-1": ("a.txt", "read"), "s-3": ("c.txt", "read")},
        "theme": {"t-1": ("Svar på innspel", "T4"), "t-2": ("Kurs", "2")},
        "passage": {"p-1": ("t-1", "T4"), "p-2": ("t-2", "4"), "p-3": ("t-1", "T4")},
    }

    assert changes(BEFORE, after) == (
        Change(what="source", how="gone", id="s-2", before="b.txt"),
        Change(what="source", how="new", id="s-3", after="c.txt"),
        Change(what="theme", how="renamed", id="t-1", before="Svar", after="Svar på innspel"),
        Change(what="theme", how="replaced", id="t-2", before="4", after="2"),
        Change(what="passage", how="moved", id="p-2", before="t-1", after="t-2"),
        Change(what="passage", how="new", id="p-3", after="t-1"),
        Change(what="passage", how="replaced", id="p-2", before="T4", after="4"),
    )


def test_the_first_run_differs_from_nothing(tmp_path: Path, analysis: Analysis) -> None:
    """With one run there is nothing to compare with."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, make_run())

        assert diff_runs(ledger) == ()


def test_the_last_two_runs_are_compared(tmp_path: Path, analysis: Analysis) -> None:
    """A theme that got another title between two runs is told."""
    renamed = replace(analysis, themes=tuple(replace(theme, title=f"{theme.title}!") for theme in analysis.themes))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.replace(analysis, make_run(1))
        ledger.replace(renamed, make_run(2))

        assert {(change.what, change.how) for change in diff_runs(ledger)} == {("theme", "renamed")}
