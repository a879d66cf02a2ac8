"""What the last run read is used again only for files, settings and code that have not changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consult.ledger import Ledger, open_ledger
from consult.records import Analysis, Split
from consult.reuse import Kept, kept_from
from tests.test_ledger import make_run

INPUTS = {"mote/bord1.txt": "a", "brev.txt": "b", "skann.pdf": "c"}
RUN = replace(make_run(), inputs=INPUTS)


@pytest.fixture
def ledger(tmp_path: Path, analysis: Analysis) -> Ledger:
    """A ledger with one run in it."""
    opened = open_ledger(tmp_path / "ledger.db")
    opened.replace(analysis, RUN)
    return opened


def test_everything_is_kept_where_nothing_changed(ledger: Ledger, analysis: Analysis) -> None:
    """All sources by file and hash, and for each the split that tiles it."""
    kept = kept_from(ledger, RUN, RUN.settings, RUN.versions, INPUTS)

    assert kept.sources.keys() == set(INPUTS.items())
    assert {source for of_file in kept.sources.values() for source in of_file} == set(analysis.sources)
    assert all(is_tiled(kept.splits[s.source_id], s.text) for s in analysis.sources)


def is_tiled(split: Split, text: str) -> bool:
    """Whether the spans of a split, in order, are the text."""
    return "".join(span.text for span in sorted((*split.passages, *split.set_aside), key=lambda s: s.start)) == text


def test_a_changed_file_is_read_again(ledger: Ledger) -> None:
    """The file with another hash, and the file that is gone, are not kept; the others are."""
    kept = kept_from(ledger, RUN, RUN.settings, RUN.versions, {"mote/bord1.txt": "a", "brev.txt": "other"})

    assert kept.sources.keys() == {("mote/bord1.txt", "a")}


@pytest.mark.parametrize(
    ("settings", "versions"), [({"title": "anna"}, RUN.versions), (RUN.settings, {"consult": "1"})]
)
def test_nothing_is_kept_for_other_settings_or_code(
    ledger: Ledger, settings: dict[str, object], versions: dict[str, str]
) -> None:
    """What decides how a file is read has changed, so all are read again."""
    assert kept_from(ledger, RUN, settings, versions, INPUTS) == Kept()


def test_nothing_is_kept_before_the_first_run(ledger: Ledger) -> None:
    """There is no last run to keep from."""
    assert kept_from(ledger, None, {}, {}, INPUTS) == Kept()


def test_members_are_kept_with_their_archive(tmp_path: Path, analysis: Analysis) -> None:
    """Sources inside a zip are found under the zip's path and hash."""
    inside = replace(
        analysis, sources=tuple(replace(s, path=f"alt.zip/{s.path}") for s in analysis.sources), passages=(),
        set_aside=(), themes=(), placements=(), conclusions=(),
    )  # fmt: skip
    last = replace(RUN, inputs={"alt.zip": "z"})
    with open_ledger(tmp_path / "zip.db") as ledger:
        ledger.replace(inside, last)

        kept = kept_from(ledger, last, last.settings, last.versions, {"alt.zip": "z"})

    assert {len(of_file) for of_file in kept.sources.values()} == {3}
    assert kept.sources.keys() == {("alt.zip", "z")}


def test_a_file_that_took_too_long_is_tried_again(tmp_path: Path, analysis: Analysis) -> None:
    """A time-out is the machine's, not the file's."""
    slow = replace(
        analysis,
        sources=tuple(replace(s, reason="timeout") if s.status == "unreadable" else s for s in analysis.sources),
    )
    with open_ledger(tmp_path / "slow.db") as ledger:
        ledger.replace(slow, RUN)

        kept = kept_from(ledger, RUN, RUN.settings, RUN.versions, INPUTS)

    assert ("skann.pdf", "c") not in kept.sources
