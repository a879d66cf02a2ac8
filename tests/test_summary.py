"""The table that ends a run in the terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consult.records import Analysis, Framework, Source, Target
from consult.settings import Event, FormRule, Settings, VoiceRule
from consult.summary import adrift, members_by_target, summary_table

SETTINGS = Settings(
    folder=Path("corpora/x"),
    name="x",
    title={"nn": "Ei høyring"},
    languages=("nn",),
    framework=Framework(
        framework_id="f",
        language="nn",
        source="",
        targets=(
            Target(target_id="4", kind="commitment", title={"nn": "Digital inkludering"}, description={}),
            Target(target_id="7", kind="commitment", title={"nn": "Betre innsyn"}, description={}),
            Target(target_id="T4", kind="new_topic", title={"nn": "Dialog " * 12}, description={}),
        ),
    ),
)


def test_counts_stand_side_by_side(analysis: Analysis) -> None:
    """Tables, organisations and individuals have a column each; what got nothing has no line."""
    lines = summary_table(analysis, SETTINGS).splitlines()

    assert lines[0].startswith("3 contributions received = 2 read + 1 unreadable; 3 passages in 2 themes")
    assert [line.split() for line in lines if line.startswith("4 ")] == [
        ["4", "Digital", "inkludering", "1", "1", "1", "0", "0"]
    ]
    assert not any(line.startswith("7 ") for line in lines)


def test_long_titles_are_cut_where_the_columns_begin(analysis: Analysis) -> None:
    """Every line of the table is equally wide."""
    table = summary_table(analysis, SETTINGS).split("\n\n")[-1].splitlines()

    assert len({len(line) for line in table}) == 1
    assert "…" in table[-1]


def test_every_passage_is_under_one_target(analysis: Analysis) -> None:
    """The first choices partition the passages."""
    members = members_by_target(analysis)

    assert sorted(p.passage_id for part in members.values() for p in part) == sorted(
        p.passage_id for p in analysis.passages
    )


def test_what_could_not_be_read_is_named(analysis: Analysis) -> None:
    """Each with its reason, and only some of very many."""
    assert "could not be read: skann.pdf (scanned)" in summary_table(analysis, SETTINGS)

    broken = tuple(
        Source(path=f"{n:02}.pdf", sha256=str(n), format="pdf", status="unreadable", reason="broken") for n in range(25)
    )
    table = summary_table(replace(analysis, sources=broken, passages=()), SETTINGS)

    assert table.count("(broken)") == 20
    assert "… and 5 more" in table


def told(analysis: Analysis, **rules: Any) -> list[str]:
    """What is said of patterns, each without its advice."""
    lines = summary_table(analysis, replace(SETTINGS, **rules)).splitlines()
    return [line.partition(";")[0] for line in lines if line.startswith("consult.toml")]


@pytest.mark.parametrize("pattern", ["skann.pdf", "*.pdf", "*", "skann.*", "s?ann.pdf"])
def test_a_pattern_that_a_file_answers_to_is_not_named(analysis: Analysis, pattern: str) -> None:
    """A file that could not be read is one that was meant, too."""
    event = Event(event_id="e", title={}, date="", inputs=(pattern,))

    assert told(analysis, events=(event,)) == []


def test_a_pattern_for_an_archive_holds_for_what_is_in_it(analysis: Analysis) -> None:
    """As it does where voices and events are given."""
    inside = tuple(replace(one, path=f"alt.zip/{one.path}") for one in analysis.sources)
    packed = replace(analysis, sources=inside, passages=())

    assert told(packed, voices=(VoiceRule(voice="group_note", inputs=("alt.zip",)),)) == []


def test_a_pattern_that_no_file_answers_to_is_named(analysis: Analysis) -> None:
    """Of an event, of a voice and of a form: each one that does nothing, beside those that do."""
    assert told(
        analysis,
        events=(Event(event_id="e", title={}, date="", inputs=("møte/*", "skann.pdf")),),
        voices=(VoiceRule(voice="group_note", inputs=("inputs/skann.pdf",)),),
        forms=(FormRule(inputs=("SKANN.pdf",), questions={}),),
    ) == [
        "consult.toml: no file matches 'møte/*' of [[event]]",
        "consult.toml: no file matches 'inputs/skann.pdf' of [[voice]]",
        "consult.toml: no file matches 'SKANN.pdf' of [[form]]",
    ]


def test_what_lost_its_object_is_told_when_a_run_ends() -> None:
    """A new letter may move a theme: the answer that was given to its old place does not go unsaid."""
    assert adrift({"orphaned": [], "orphaned_responses": []}) == ""
    told = adrift({"orphaned": [{}, {}], "orphaned_responses": [{}]})
    assert told.splitlines() == [
        "2 decisions have lost what they were about: `consult review log`.",
        "1 response has lost the theme or place that it was given to: `consult respond --lacking`.",
    ]


def test_who_says_that_they_replace_is_named(analysis: Analysis) -> None:
    """Nobody but a person can tell which of the two counts."""
    before = summary_table(analysis, SETTINGS)
    later = Source(path="b/ny.txt", sha256="9" * 64, format="txt", text="Denne erstatter den forrige.")
    after = summary_table(replace(analysis, sources=(*analysis.sources, later)), SETTINGS)

    assert "takes back" not in before
    assert "replaces or takes back an earlier contribution: b/ny.txt" in after
    assert "`consult withdraw`" in after
