"""What is new and what moved between two runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consult.diff import Change, Snapshot, changes, compare, diff_runs, renamed_paths, run_version, version_of
from consult.errors import InputError
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


# -- merged, split, answered ------------------------------------------------------------------------------


def snapshot(themes: dict[str, str], **kinds: dict[str, tuple[str, str]]) -> Snapshot:
    """A snapshot of themes, each with the passages that its word names: `t-1` → `p-1 p-2`."""
    return {
        "source": {"s-1": ("a.txt", "read")},
        "theme": {theme: (f"Om {theme}", "4") for theme in themes},
        "passage": {one: (theme, "4") for theme, members in themes.items() for one in members.split()},
        "conclusion": {},
        "response": {},
    } | kinds


def told(found: tuple[Change, ...], what: str) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """(how, id, parts) of one kind of change."""
    return [(change.how, change.id, change.parts) for change in found if change.what == what]


def test_a_merge_is_one_change_of_themes() -> None:
    """The theme that went up in another is named as a part, and is not told as gone."""
    found = changes(snapshot({"t-1": "a b", "t-2": "c"}), snapshot({"t-1": "a b c"}))
    assert told(found, "theme") == [("merged", "t-1", (("t-1", "Om t-1"), ("t-2", "Om t-2")))]
    assert [(c.how, c.before, c.after) for c in found if c.what == "passage"] == [("moved", "t-2", "t-1")]


def test_a_split_is_one_change_of_themes() -> None:
    """The part that got an id of its own is named, and is not told as born."""
    found = changes(snapshot({"t-1": "a b c"}), snapshot({"t-1": "a b", "t-2": "c"}))
    assert told(found, "theme") == [("split", "t-1", (("t-1", "Om t-1"), ("t-2", "Om t-2")))]


def test_born_and_gone_themes_are_still_told() -> None:
    """Sabotage twin: without passages in common there is neither merge nor split."""
    found = changes(snapshot({"t-1": "a"}), snapshot({"t-2": "b"}))
    assert told(found, "theme") == [("gone", "t-1", ()), ("new", "t-2", ())]


def test_a_theme_known_again_is_renamed_and_keeps_its_answer() -> None:
    """Another id and title, the same passages: one renaming, no passage moved, no response lost."""
    answer = {"t-1|4": ('{"status":"partly","target":"4","theme_id":"t-1"}', "partly")}
    again = {"t-9|4": ('{"status":"partly","target":"4","theme_id":"t-9"}', "partly")}
    found = changes(snapshot({"t-1": "a b"}, response=answer), snapshot({"t-9": "a b c"}, response=again))
    assert [(c.what, c.how, c.before, c.after) for c in found] == [
        ("theme", "renamed", "Om t-1", "Om t-9"),
        ("passage", "new", "", "t-9"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"c-1": ("A", "t-1|nn")}, {"c-1": ("A", "t-1|nn")}, []),
        ({"c-1": ("A", "t-1|nn")}, {"c-2": ("A", "t-1|nn")}, []),  # the same words under another id
        ({"c-1": ("A", "t-1|nn")}, {"c-1": ("B", "t-1|nn")}, [("changed", "c-1", "A", "B")]),
        ({"c-1": ("A", "t-1|nn")}, {"c-2": ("B", "t-1|nn")}, [("changed", "c-2", "A", "B")]),
        (
            {"c-1": ("A", "t-1|nn")},
            {"c-2": ("B", "t-1|nb")},
            [("gone", "c-1", "A", ""), ("new", "c-2", "", "B")],
        ),  # another language
        (
            {"c-1": ("A", "t-1|nn")},
            {"c-1": ("A", "t-1|nn"), "c-2": ("B", "t-1|nn")},
            [("new", "c-2", "", "B")],
        ),
    ],
)
def test_conclusions(
    before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]], expected: list[tuple[str, str, str, str]]
) -> None:
    """A conclusion that says something else is told with both texts; the same words are no change."""
    found = changes(snapshot({"t-1": "a"}, conclusion=before), snapshot({"t-1": "a"}, conclusion=after))
    assert [(c.how, c.id, c.before, c.after) for c in found if c.what == "conclusion"] == expected


def test_an_older_snapshot_says_nothing_of_conclusions() -> None:
    """An older consult did not keep them: that they are there now is no change."""
    now = snapshot({"t-1": "a"}, conclusion={"c-1": ("A", "t-1|nn")})
    assert changes(snapshot({"t-1": "a"}), now) == ()


def test_responses() -> None:
    """Given, changed and lost responses, each with the columns that differ."""
    here = {"conclusion": {"c-1": ("A", "t-1|nn")}}
    one = {"t-1|4": ('{"reason":"Fordi","status":"partly"}', "partly")}
    other = {"t-1|4": ('{"reason":"Fordi","status":"taken_up"}', "taken_up")}
    base = snapshot({"t-1": "a"}, **here)
    given = changes(base, base | {"response": one})
    changed = changes(base | {"response": one}, base | {"response": other})
    gone = changes(base | {"response": one}, base)
    assert [(c.how, c.id, c.theme, c.before, c.after) for c in (*given, *changed, *gone)] == [
        ("new", "t-1|4", "t-1", "", "partly"),
        ("changed", "t-1|4", "t-1", "partly", "taken_up"),
        ("gone", "t-1|4", "t-1", "partly", ""),
    ]
    assert changed[0].facts == (("status", "partly", "taken_up"),)


def test_a_file_with_other_content_is_one_change() -> None:
    """One source went and one came under the same path."""
    before = snapshot({"t-1": "a"})
    after = before | {"source": {"s-2": ("a.txt", "read")}}
    (change,) = changes(before, after)
    assert (change.what, change.how, change.id, change.after) == ("source", "changed", "s-2", "a.txt")


def test_rows_of_one_form_are_told_one_by_one() -> None:
    """Several sources bear a form's path: which row became which cannot be told from it."""
    before = snapshot({"t-1": "a"}, source={"s-1": ("f.csv", "read"), "s-2": ("f.csv", "read")})
    after = snapshot({"t-1": "a"}, source={"s-1": ("f.csv", "read"), "s-3": ("f.csv", "read")})
    assert [change.how for change in changes(before, after)] == ["changed"]
    after = snapshot({"t-1": "a"}, source={"s-3": ("f.csv", "read"), "s-4": ("f.csv", "read")})
    assert [change.how for change in changes(before, after)] == ["gone", "gone", "new", "new"]


def test_any_two_runs_can_be_compared(tmp_path: Path, analysis: Analysis) -> None:
    """By their numbers, in either direction; a number that there is none of is an error that names those there are."""
    titles = ("A", "B", "C")
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for number, title in enumerate(titles, start=1):
            themes = tuple(replace(theme, title=title) for theme in analysis.themes)
            ledger.replace(replace(analysis, themes=themes), make_run(number))
        first, last = run_version(ledger, 1), run_version(ledger, 3)
        assert {(c.before, c.after) for c in compare(first, last).changes} == {("A", "C")}
        assert {(c.before, c.after) for c in compare(last, first).changes} == {("C", "A")}
        with pytest.raises(InputError, match="there are 3, 2, 1"):
            run_version(ledger, 7)


def test_an_analysis_is_a_version(analysis: Analysis) -> None:
    """What two folders hold is compared like two runs; renamed files are followed in both directions."""
    before = version_of(bare(analysis), {"brev.txt": "1"})
    after = version_of(renamed(analysis, "brev.txt", "b.txt"), {"b.txt": "1"})
    (there,), (back,) = compare(before, after).changes, compare(after, before).changes
    assert (there.how, there.before, there.after) == ("renamed", "brev.txt", "b.txt")
    assert (back.how, back.before, back.after) == ("renamed", "b.txt", "brev.txt")
    later = replace(after, analysis=None)
    assert [change.how for change in compare(before, later).changes] == ["renamed"]
