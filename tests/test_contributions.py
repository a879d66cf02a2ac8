"""Which sources are contributions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.contributions import about_forms, contributions
from consult.publish.feedback import feedback
from consult.publish.material import Telling
from consult.records import Analysis, Passage, Source
from consult.summary import summary_table
from tests import sample_analysis as sample
from tests.publication_cases import material

ROW = Source(path="skjema.xlsx", locator="sheet=Svar;row=2", sha256="8" * 64, format="xlsx", text="Nei")
ABOUT = Source(path="skjema.xlsx", locator="sheet=Om", sha256="9" * 64, format="xlsx", text="Skjemaet var ope i mars.")


def with_sources(*sources: Source, passages: tuple[Passage, ...] = ()) -> Analysis:
    """The sample with more sources."""
    one = sample.analysis()
    return replace(one, sources=(*one.sources, *sources), passages=(*one.passages, *passages))


SAID = Passage(source_id=ABOUT.source_id, start=0, end=8, text="Skjemaet", language="nn", voice="individual")
COUNTED = [
    ((ROW,), (), "a row in which nobody says anything"),
    ((ABOUT,), (), "a sheet beside no rows"),
    ((ROW, replace(ABOUT, path="anna.xlsx")), (), "a sheet of another file"),
    ((ROW, ABOUT), (SAID,), "a sheet in which somebody says something"),
    ((ROW, replace(ABOUT, text="", status="unreadable", reason="empty")), (), "a sheet that could not be read"),
    ((ROW, replace(ABOUT, locator="")), (), "a whole file"),
]


@pytest.mark.parametrize(("more", "passages", "why"), COUNTED, ids=[why for *_, why in COUNTED])
def test_what_somebody_sent_is_counted(more: tuple[Source, ...], passages: tuple[Passage, ...], why: str) -> None:  # noqa: ARG001 names the case
    """Nobody's contribution is left out."""
    analysis = with_sources(*more, passages=passages)
    assert about_forms(analysis) == frozenset()
    assert contributions(analysis) == analysis.sources


def test_a_sheet_about_a_form_is_not() -> None:
    """Beside rows of its file, without a passage."""
    analysis = with_sources(ROW, ABOUT)
    assert about_forms(analysis) == {ABOUT.source_id}
    assert ABOUT not in contributions(analysis)
    assert len(contributions(analysis)) == len(analysis.sources) - 1


def test_no_place_counts_it() -> None:
    """Terminal and feedback document: the same numbers with it and without, and a line that tells of it."""
    before, after = with_sources(ROW), with_sources(ROW, ABOUT)
    first, other = (summary_table(one, sample.settings()) for one in (before, after))
    assert "1 sheet about a form set aside" in other
    assert "tells of a form, and is no input: skjema.xlsx sheet=Om" in other
    assert "[[form]] also" in other
    assert first.split(" = ")[0] == other.split(" = ")[0]

    tellings = [Telling(material(one), "nn") for one in (before, after)]
    assert tellings[0].received == tellings[1].received
    texts = [
        [str(block) for block in feedback(telling).blocks if getattr(block, "anchor", "") in ("received", "channels")]
        for telling in tellings
    ]
    assert texts[0] == texts[1]
    assert len(texts[0]) == 2
    assert "ikkje rekna som innspel" in str(feedback(tellings[1]).blocks)
    assert "ikkje rekna som innspel" not in str(feedback(tellings[0]).blocks)
