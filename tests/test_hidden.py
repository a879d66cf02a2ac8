"""A quick look for what must not be published, before anything is moved."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from consult.publish.hidden import LEFT_OUT, Hidden
from consult.records import Analysis, Decision, Finding, Source, content_id
from consult.stored import as_json
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


def withheld(analysis: Analysis, publication: str = "withheld") -> tuple[Source, Decision]:
    """The note, and the decision that keeps it back."""
    note = next(one for one in analysis.sources if NAME in one.text)
    return note, Decision(
        number=1, role="coordinator", time="2026-01-01T00:00:00Z", act="publish_as", objects=(note.source_id,),
        before={"content": [note.sha256, note.occurrence], "publication": "name_withheld"},
        after={"publication": publication}, reason="Prøve",
    )  # fmt: skip


@pytest.mark.parametrize("publication", ["withheld", "summary_only"])
def test_earlier_words_of_what_is_not_quoted_any_more_are_left_out(found: Analysis, publication: str) -> None:
    """Of conclusions, titles and answers; what stands in the state of now stays, so that nothing seems to change."""
    note, decision = withheld(found, publication)
    said = next(one.text for one in found.passages if one.source_id == note.source_id)
    answer = as_json({"status": "partly", "reason": said, "date": "2027"})
    state = {"conclusion": {"c-1": (said, "t-1|nn"), "c-2": ("Alle", "t-1|nn")}, "response": {"t-1|1": (answer, "")}}
    assert Hidden(found, ()).left_out(state) == state
    left = Hidden(found, (decision,)).left_out(state)
    assert left["conclusion"] == {"c-1": (LEFT_OUT, "t-1|nn"), "c-2": ("Alle", "t-1|nn")}
    assert json.loads(left["response"]["t-1|1"][0]) == {"status": "partly", "reason": LEFT_OUT, "date": "2027"}
    assert Hidden(found, (decision,)).left_out(state, state) == state


def test_a_page_that_quotes_what_is_withheld_is_a_breach(found: Analysis) -> None:
    """Named by its id, without the words."""
    note, decision = withheld(found)
    said = next(one.text for one in found.passages if one.source_id == note.source_id)
    page = "<p>" + said.replace(" ", " <b></b>") + "</p>"
    assert not any("published as" in one for one in Hidden(found, ()).breaches(page))
    assert any(note.source_id in one for one in Hidden(found, (decision,)).breaches(page))
