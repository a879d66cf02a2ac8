"""A document as a tree of blocks: what it refuses before any writer sees it."""

from __future__ import annotations

import pytest

from consult.publish.document import (
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Run,
    Table,
    anchors_of,
    runs,
    runs_of,
)
from tests import document_cases as cases


@pytest.mark.parametrize(
    "link",
    [
        "#sitat-1",  # an address in the document
        "kvitteringar/a.html",  # a page beside it
        "../en/index.html#kort",  # a place on a page beside it
        "https://www.opengovpartnership.org/a?b=c#d",  # a web address
        "mailto:post@example.no",  # a mail address
        "",  # none
    ],
)
def test_a_link_may_lead_here_beside_or_to_the_web(link: str) -> None:
    """What people can follow stays."""
    assert Run(text="x", link=link).link == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//evil.example/x", "/absolute", "\\\\server\\x", "http://plain.example", " javascript:x", "x:y",
    ],
)  # fmt: skip
def test_a_link_that_could_run_or_lead_away_is_refused(link: str) -> None:
    """Neither scripts nor data nor other hosts without a name in clear."""
    with pytest.raises(ValueError, match="no link of a document"):
        Run(text="x", link=link)


def document(*blocks: object) -> Document:
    """A document of these blocks."""
    return Document(title="T", language="nn", blocks=blocks)  # type: ignore[arg-type]


def test_headings_may_go_back_by_any_number_of_levels() -> None:
    """Three levels down one by one, and up again at once."""
    levels = (1, 2, 3, 1, 2)
    made = document(*(Heading(level=level, text="x", anchor=f"a{n}") for n, level in enumerate(levels)))
    assert tuple(heading.level for heading in made.headings) == levels


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        ([Heading(level=2, text="x", anchor="a")], "level 2 follows level 0"),
        ([Heading(level=1, text="x", anchor="a"), Heading(level=3, text="y", anchor="b")], "level 3 follows level 1"),
        ([Heading(level=1, text="x", anchor="a"), Paragraph(runs=(), anchor="a")], "'a' stands twice"),
        ([Paragraph(runs=(Run(text="x", anchor="1 2"),))], "'1 2' stands twice or is none"),
        ([Paragraph(runs=(Run(text="x", link="#der"),))], "link to 'der'"),
        ([Items(items=((Run(text="x", link="#der"),),))], "link to 'der'"),
        ([cases.picture(anchor='x" onload="y')], "stands twice or is none"),
    ],
)
def test_a_document_that_nobody_could_find_their_way_in_is_refused(blocks: list[object], fault: str) -> None:
    """Skipped levels, addresses that are not one, links to nowhere."""
    with pytest.raises(ValueError, match=fault):
        document(*blocks)


def test_a_row_has_as_many_cells_as_heads() -> None:
    """Or columns would not line up."""
    with pytest.raises(ValueError, match="2 cells"):
        Table(caption="x", head=("a", "b"), rows=((runs("1"),),))


def test_a_note_has_a_kind_that_writers_know() -> None:
    """Or it would have neither word nor frame."""
    with pytest.raises(ValueError, match="draft, missing, decided, about"):
        Note(kind="warning", runs=())


def test_every_run_and_address_is_found() -> None:
    """Also in lists, tables, quotes and under pictures."""
    made = cases.rich()
    words = {run.text for block in made.blocks for run in runs_of(block)}
    assert {"Sjå tabellen", "Innsyn", "kvittering", "Organisasjonar", "[namn]"} <= words
    anchors = [anchor for block in made.blocks for anchor in anchors_of(block)]
    assert {"kort", "tal", "biletet", "sitat-1", "her", "manglar", "konklusjon-1"} <= set(anchors)
    assert len(anchors) == len(set(anchors))
