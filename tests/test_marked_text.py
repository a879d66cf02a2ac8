"""A source's text as paragraphs: passages whole and marked, nothing between them lost but white space."""

from __future__ import annotations

import pytest

from consult.publish.document import Run
from consult.publish.marked_text import marked_text
from consult.records import Passage, Source
from tests import sample_analysis as sample
from tests.publication_cases import telling


def onward(number: int, passage: Passage) -> Run:
    """A link behind a passage."""
    return Run(text=f"[{number}]", link=f"#fate-{passage.passage_id}")


@pytest.mark.parametrize("one", [one for one in sample.sources() if one.text], ids=lambda one: one.path[:8])
def test_the_words_of_a_source_stand_in_their_order(one: Source) -> None:
    """Without links and white space, the paragraphs are the text."""
    runs = [run for paragraph in marked_text(telling(), one, onward) for run in paragraph.runs if not run.link]
    assert "".join("".join(run.text for run in runs).split()) == "".join(one.text.split())


def test_passages_are_numbered_and_bear_their_address() -> None:
    """From one, in the order of the text; other languages than the page's are named."""
    one = next(one for one in sample.sources() if one.path.startswith("brev/foreningen"))
    runs = [run for paragraph in marked_text(telling(), one, onward) for run in paragraph.runs]
    links = [run.text for run in runs if run.link]
    assert links == [f"[{number}]" for number in range(1, len(links) + 1)]
    assert {run.language for run in runs if run.mark} == {"nb"}
    assert all(run.anchor.startswith("p-") for run in runs if run.mark)


def test_blank_lines_part_paragraphs() -> None:
    """A letter does not become one block; a paragraph has no blank at its ends."""
    one = next(one for one in sample.sources() if one.path.startswith("brev/foreningen"))
    paragraphs = list(marked_text(telling(), one, onward))
    assert len(paragraphs) > 2
    assert paragraphs[0].runs[0].text == "Til departementet"
