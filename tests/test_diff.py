"""What is new and what moved between two runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consult.diff import Change, changes, diff_runs, renamed_paths
from consult.ledger import open_ledger
from consult.records import Analysis, content_id
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


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": "1"}, {"a": "1"}, {}),  # nothing happened
        ({"a": "1"}, {"a": "1", "b": "1"}, {}),  # a copy beside it is new
        ({"a": "1"}, {"b": "2"}, {}),  # another file
        ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}, {}),  # both paths stand; their content changed
        ({"a": "1"}, {"b": "1"}, {"b": "a"}),
        ({"a": "1"}, {"b": "1", "c": "1"}, {"b": "a"}),  # one is the old one, the other is new
        ({"a": "1", "b": "1"}, {"d": "1", "c": "1"}, {"c": "a", "d": "b"}),
    ],
)
def test_renamed_paths(before: dict[str, str], after: dict[str, str], expected: dict[str, str]) -> None:
    """The same content under a path that was not there, in the place of one that is gone."""
    assert renamed_paths(before, after) == expected


def renamed(analysis: Analysis, old: str, new: str) -> Analysis:
    """The sources, passages and themes after a file got another name: every id that hangs on it is another."""
    sources = tuple(
        replace(s, path=new + s.path.removeprefix(old)) if s.path.startswith(old) else s for s in analysis.sources
    )
    ids = {a.source_id: b.source_id for a, b in zip(analysis.sources, sources, strict=True)}
    passages = tuple(replace(p, source_id=ids[p.source_id]) for p in analysis.passages)
    ids |= {a.passage_id: b.passage_id for a, b in zip(analysis.passages, passages, strict=True)}
    members = [tuple(ids[p] for p in theme.passage_ids) for theme in analysis.themes]
    themes = tuple(
        replace(theme, passage_ids=passage_ids, theme_id=content_id("t", *passage_ids))
        for theme, passage_ids in zip(analysis.themes, members, strict=True)
    )
    return replace(bare(analysis), sources=sources, passages=passages, themes=themes)


def bare(analysis: Analysis) -> Analysis:
    """An analysis without what hangs on ids in ways that a diff does not read."""
    return replace(analysis, set_aside=(), placements=(), conclusions=(), not_reflected=())


def diff_of(folder: Path, before: Analysis, after: Analysis, *inputs: dict[str, str]) -> tuple[Change, ...]:
    """The changes between two runs, with the files that each of them read."""
    with open_ledger(folder / "ledger.db") as ledger:
        for number, (analysis, read) in enumerate(zip((before, after), inputs, strict=True), start=1):
            ledger.replace(analysis, replace(make_run(number), inputs=read))
        return diff_runs(ledger)


@pytest.mark.parametrize(
    ("old", "new", "path", "shown"),
    [
        ("brev.txt", "lagt/nytt.txt", "brev.txt", "lagt/nytt.txt"),
        ("mote", "m.zip", "mote/bord1.txt", "m.zip/bord1.txt"),
    ],
)
def test_a_renamed_file_is_one_change(
    old: str, new: str, path: str, shown: str, tmp_path: Path, analysis: Analysis
) -> None:
    """The same content under another name, an archive's too: no passage of it and no theme is told as new."""
    after = renamed(analysis, old, new)
    (change,) = diff_of(tmp_path, bare(analysis), after, {old: "1", "x.txt": "2"}, {new: "1", "x.txt": "2"})
    assert (change.what, change.how, change.before, change.after) == ("source", "renamed", path, shown)
    assert change.id in {source.source_id for source in after.sources}


def test_another_content_is_another_file(tmp_path: Path, analysis: Analysis) -> None:
    """Sabotage twin: without the same hash, a new name is one file gone and another come."""
    found = diff_of(tmp_path, bare(analysis), renamed(analysis, "brev.txt", "b.txt"), {"brev.txt": "1"}, {"b.txt": "2"})
    assert [(c.how, c.before, c.after) for c in found if c.what == "source"] == [
        ("gone", "brev.txt", ""),
        ("new", "", "b.txt"),
    ]
