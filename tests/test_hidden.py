"""A quick look for what must not be published, before anything is moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.publish.hidden import LEFT_OUT, Hidden
from consult.records import Analysis, Decision, Finding, content_id
from tests import sample_analysis as sample

NAME = "Kari N."


@pytest.fixture
def found() -> Analysis:
    """The sample, in which the note-taker's name was found."""
    note = next(one for one in sample.sources() if NAME in one.text)
    at = note.text.index(NAME)
    finding = Finding(source_id=note.source_id, start=at, end=at + len(NAME) - 1, kind="name", certainty=0.9, person=1)
    return replace(sample.analysis(), findings=(finding,))


NOT_FOUND = [
    ("another name", "Kari Holm spurde"),
    ("nothing", ""),
    ("half a word", "Kari Nordmann"),
]


@pytest.mark.parametrize(("what", "text"), NOT_FOUND)
def test_what_is_not_hidden_is_not_found(found: Analysis, what: str, text: str) -> None:
    """A page without the name may be published."""
    assert list(Hidden(found, ()).found_in(text)) == [], what


@pytest.mark.parametrize("text", ["Notatar: Kari N.", "<p>Kari <b>N</b></p>", "Kari\nN", "<p>Kari&#32;N</p>"])
def test_what_is_hidden_is_found_in_texts_and_pages(found: Analysis, text: str) -> None:
    """Whatever tags, entities or line ends stand in it."""
    (hit,) = Hidden(found, ()).found_in(text)
    assert hit[0] == "name"


def test_what_people_reveal_may_be_shown(found: Analysis) -> None:
    """A decision widens or narrows what is hidden."""
    (finding,) = found.findings
    source = next(one for one in found.sources if one.source_id == finding.source_id)
    reveal = Decision(
        number=1, role="coordinator", time="2026-01-01T00:00:00Z", act="reveal",
        objects=(finding.finding_id, source.source_id), before={"content": [source.sha256, source.occurrence]},
        after={"start": finding.start, "end": finding.end, "kind": "name", "where": "text"}, reason="",
    )  # fmt: skip
    assert list(Hidden(found, (reveal,)).found_in("Kari N")) == []


def test_an_earlier_state_loses_what_is_hidden_now(found: Analysis) -> None:
    """The change log never shows what an earlier edition showed by mistake."""
    state = {
        "conclusion": {content_id("c", 1): ("Kari N seier", "t-1|nn"), content_id("c", 2): ("Alle seier", "t-1|nn")}
    }
    assert [value for value, _ in Hidden(found, ()).left_out(state)["conclusion"].values()] == [LEFT_OUT, "Alle seier"]
