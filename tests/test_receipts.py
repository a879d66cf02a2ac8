"""Receipts: every source has one, in its own language, with every passage, its fate and its answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.messages import publication_languages
from consult.publish.document import Document, Heading, Note, Paragraph, Quote, Table, runs_of
from consult.publish.material import Head, Telling
from consult.publish.receipts import receipt, withheld_receipt
from consult.records import NotReflected, Source
from tests import sample_analysis as sample
from tests.publication_cases import telling


def source(path: str) -> Source:
    """A source of the sample by the beginning of its path."""
    return next(one for one in sample.sources() if one.path.startswith(path))


def words(document: Document) -> str:
    """All that a document says."""
    texts = [block.text for block in document.blocks if isinstance(block, (Heading, Quote))]
    return " ".join([document.title, *texts, *(run.text for block in document.blocks for run in runs_of(block))])


def marked(document: Document) -> dict[str, str]:
    """Address → words of what is marked."""
    return {run.anchor: run.text for block in document.blocks for run in runs_of(block) if run.mark}


@pytest.fixture(scope="module")
def told() -> Telling:
    """The sample in nynorsk."""
    return telling()


@pytest.mark.parametrize("one", sample.sources(), ids=lambda one: one.path.rsplit("/", 1)[-1][:12])
def test_every_source_has_a_receipt_with_all_of_its_passages(told: Telling, one: Source) -> None:
    """Marked in the text as they were written, and each with a fate."""
    made = receipt(told, one)
    own = {p.passage_id: p.text for p in sample.analysis().passages if p.source_id == one.source_id}
    assert marked(made) == own
    fates = {block.anchor: block.text for block in made.blocks if isinstance(block, Quote)}
    assert fates == {f"fate-{passage_id}": text for passage_id, text in own.items()}
    assert told.material.codes[one.source_id] in words(made)


def test_an_unreadable_source_is_told_why_and_what_to_do(told: Telling) -> None:
    """It is counted as received; nothing is said of passages."""
    made = receipt(told, source("brev/skanna"))
    assert any(isinstance(block, Note) and block.kind == "missing" for block in made.blocks)
    assert "Fila er eit bilete av tekst" in words(made)
    assert [block.anchor for block in made.headings] == ["received", "misread"]


@pytest.mark.parametrize("language", publication_languages())
def test_a_receipt_is_written_in_each_of_the_five_languages(language: str) -> None:
    """The same addresses, and the contributor's words untouched."""
    one = source("epost")
    made, own = receipt(telling(language), one), receipt(telling("en"), one)
    assert [heading.anchor for heading in made.headings] == [heading.anchor for heading in own.headings]
    assert marked(made) == marked(own)
    assert made.language == language


def test_a_receipt_leads_to_theme_conclusion_and_answer_in_the_feedback_document(told: Telling) -> None:
    """And the document leads back to the marked passage."""
    made = receipt(told, source("mote"))
    links = {run.link for block in made.blocks for run in runs_of(block) if run.link.startswith("..")}
    theme = next(one for one in sample.analysis().themes if one.title == "Opne data om offentlege innkjøp")
    conclusion = next(one for one in sample.analysis().conclusions if one.theme_id == theme.theme_id)
    assert f"../feedback.html#{theme.theme_id}" in links
    assert any(link.startswith(f"../feedback.html#{conclusion.conclusion_id}") for link in links)


def test_an_answer_stands_with_its_reason_and_a_lacking_one_as_not_answered(told: Telling) -> None:
    """Both on the receipt of the table that raised them."""
    said = words(receipt(told, source("mote")))
    assert "Data blir lagde ut frå 2027." in said
    assert "Ikkje svara enno om" in said


def test_what_was_set_aside_stands_with_its_reason(told: Telling) -> None:
    """Headings and contact details in a table; white space is counted; a person's act is told as one."""
    one = source("mote")
    made = receipt(told, one)
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert any("Notatar: Kari N." in row[0][0].text for row in table.rows)
    spans = sorted((s for s in sample.analysis().set_aside if s.source_id == one.source_id), key=lambda s: s.start)
    by_person = telling(by_people=frozenset({(one.source_id, 0)}))
    assert spans
    assert "avgjort av eit menneske" in words(receipt(by_person, one))


def test_the_sums_of_a_receipt_tile_the_text(told: Telling) -> None:
    """Characters in statements and characters set aside are all there are."""
    one = source("mote")
    sums = next(b for b in receipt(told, one).blocks if isinstance(b, Paragraph) and b.anchor == "sums")
    said = sum(p.end - p.start for p in sample.analysis().passages if p.source_id == one.source_id)
    told_sums = sums.runs[0].text
    assert f"{said} i utsegner" in told_sums
    assert f"{one.characters - said} lagde til side" in told_sums


def test_a_copy_and_a_passage_that_is_not_reflected_are_told() -> None:
    """Whoever said what another said is not left out without a word."""
    found = sample.analysis()
    copied = next(p for p in found.passages if p.text.startswith("Vi treng ei samla") and p.voice == "group_note")
    silent = NotReflected(passage_id=copied.passage_id, theme_id="t-1", reason="Ligg langt frå.")
    said = words(receipt(telling(analysis=replace(found, not_reflected=(silent,))), source("mote")))
    assert "er lik eller nesten lik" in said
    assert "Grunn: Ligg langt frå." in said


def test_drafts_say_so() -> None:
    """On every receipt, until the edition is final."""
    assert receipt(telling(), source("epost")).draft
    assert not receipt(telling(head=Head(number=2, date="2026-04-01", final=True)), source("epost")).draft


def test_the_title_says_whose_contribution_it_is(told: Telling) -> None:
    """A table's notes are no *contribution of yours*."""
    assert "notatet frå bordet" in receipt(told, source("mote")).title
    assert "Foreningen Åpne dokumenter" in receipt(told, source("brev/foreningen")).title


def test_a_withheld_contribution_says_nothing_but_that_it_came() -> None:
    """Under its code the public sees no word of it, no number and no name."""
    one = source("epost")
    public = telling(whole=False)
    said = words(withheld_receipt(public, one.source_id))
    assert "blir ikkje lagt ut" in said
    for passage in sample.analysis().passages:
        assert passage.text not in said


def test_hostile_words_are_text() -> None:
    """What a contributor wrote is data on a receipt too."""
    told = telling(analysis=sample.hostile())
    for one in sample.hostile().sources:
        assert receipt(told, one).blocks
