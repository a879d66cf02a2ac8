"""The page of what has changed: every change counted, words of others as data, files named only inside the house."""

from __future__ import annotations

import pytest

from consult.diff import Change, Comparison, compare, version_of
from consult.messages import messages
from consult.publish.change_log import HOWS, change_blocks, change_document
from consult.publish.document import Block, Items, Paragraph, Run, Table
from tests import sample_analysis as sample

EVIL = "<script>alert(1)</script>"
PLACES = {"4": "4 Skuleveg", "T1": "T1 Svar"}
CHANGES = (
    Change(what="source", how="new", id="s-1", after="brev/kari.docx"),
    Change(what="source", how="renamed", id="s-2", before="a.txt", after="b.txt"),
    Change(what="theme", how="new", id="t-1", after=EVIL),
    Change(what="theme", how="merged", id="t-2", after="Kurs", parts=(("t-2", "Kurs"), ("t-3", "Lys"))),
    Change(what="theme", how="split", id="t-4", before="Svar", parts=(("t-4", "Svar"), ("t-5", "Frist"))),
    Change(what="theme", how="replaced", id="t-2", before="4", after="T1"),
    Change(what="passage", how="moved", id="p-1", before="t-3", after="t-2"),
    Change(what="passage", how="moved", id="p-2", before="t-3", after="t-2"),
    Change(what="passage", how="replaced", id="p-2", before="4", after="new"),
    Change(what="conclusion", how="changed", id="c-1", before="Før", after="No", theme="t-2", language="nn"),
    Change(what="conclusion", how="changed", id="c-2", before="Before", after="Now", theme="t-2", language="en"),
    Change(
        what="response", how="changed", id="t-2|4", before="partly", after="taken_up", theme="t-2",
        facts=(("reason", "", "Fordi"), ("status", "partly", "taken_up")),
    ),
)  # fmt: skip
FOUND = Comparison(changes=CHANGES, titles={"t-2": "Kurs", "t-3": "Lys"})


def words(block: Block) -> str:
    """All that a block says, in order."""

    def said(part: object) -> str:
        if isinstance(part, Run):
            return part.text
        return " | ".join(map(said, part)) if isinstance(part, tuple) else ""

    if isinstance(block, Table):
        return " / ".join((block.caption, *block.head, *map(said, block.rows)))
    return said(block.items) if isinstance(block, Items) else said(block.runs) if isinstance(block, Paragraph) else ""


def text_of(blocks: tuple[Block, ...]) -> str:
    """All that blocks say."""
    return "\n".join(map(words, blocks))


def test_no_change_is_one_sentence() -> None:
    """Where nothing differs there are no tables and no headings."""
    (only,) = change_blocks(Comparison(changes=(), titles={}), messages("nn"), "nn", PLACES)
    assert words(only) == "Ingenting er endra."


def test_every_change_is_told() -> None:
    """Counts first, then each kind of thing with titles instead of ids."""
    blocks = change_blocks(FOUND, messages("nn"), "nn", PLACES, internal=True)
    text = text_of(blocks)
    for said in (
        "Tema | slått saman | 1", "Utsegner | flytta til eit anna tema | 2", "brev/kari.docx", "a.txt → b.txt",
        "«Kurs», «Lys» er no eitt tema: «Kurs»", "«Svar» er no «Svar», «Frist»", "Kurs:  | 4 Skuleveg → T1 Svar",
        "Lys | Kurs | 2", "4 Skuleveg | new | 1", "Kurs | Før | No", "Blir delvis teke inn",
        "Blir teke inn i ei forplikting\nFordi",
    ):  # fmt: skip
        assert said in text, said


def test_conclusions_stand_in_the_language_of_the_page() -> None:
    """One language alone, so that nothing is told twice; without it, the nearest that there is."""
    assert "Before" not in text_of(change_blocks(FOUND, messages("nn"), "nn", PLACES))
    english = text_of(change_blocks(FOUND, messages("en"), "en", PLACES))
    assert "Before | Now" in english
    assert "Før" not in english
    assert "Kurs | Før | No" in text_of(change_blocks(FOUND, messages("nb"), "nb", PLACES))


def test_published_blocks_name_no_file() -> None:
    """Contributions are counted; what they are called stands in the internal page alone."""
    text = text_of(change_blocks(FOUND, messages("nn"), "nn", PLACES))
    assert "brev/kari.docx" not in text
    assert "Innspel | nye | 1" in text


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("how", HOWS)
def test_every_way_has_words(how: str, language: str) -> None:
    """Whatever can be told of a source or a theme has its sentence in each language."""
    of = [("theme", how)] if how not in ("moved", "changed") else []
    of += [("source", how)] if how in ("new", "gone", "renamed", "changed") else []
    changes = tuple(Change(what=what, how=one, id="x", before="a", after="b") for what, one in of)
    found = Comparison(changes=changes, titles={})
    assert text_of(change_blocks(found, messages(language), language, {}, internal=True))


def test_a_result_compared_with_an_empty_one_makes_a_whole_page() -> None:
    """From nothing to a result: a document that holds, escaped as a page."""
    from consult.publish.document.html import to_html

    nothing = sample.analysis().__class__(
        sources=(), passages=(), set_aside=(), duplicates={}, themes=(), placements=(), conclusions=(), not_reflected=()
    )
    found = compare(version_of(nothing, {}), version_of(sample.hostile(), {}))
    page = to_html(change_document(found, messages("nn"), "nn", PLACES, date="2026-05-01"))
    assert b"<script>alert" not in page
    assert "Nye tema" in page.decode()
