"""The books of an edition: they balance as made, and every way of cooking them is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from consult.publish.balance import balance, citation_breaches, receipt_breaches, sum_breaches
from consult.publish.document import Block, Document, Paragraph, Quote, Run, Table
from consult.publish.shelf import Shelf
from tests import sample_analysis as sample
from tests.publication_cases import material

Change = Callable[[Block], Block | None]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """The sample's documents."""
    return Shelf(material())


def changed(document: Document, change: Change) -> Document:
    """A document whose blocks were changed, or left out where the change gives None; its own checks are not asked."""
    blocks = tuple(new for block in document.blocks if (new := change(block)) is not None)
    made = replace(document, blocks=())
    object.__setattr__(made, "blocks", blocks)
    return made


def receipts(shelf: Shelf) -> dict[str, Document]:
    """Source id → receipt."""
    return {source_id: document for source_id, document, _ in shelf.receipts}


def test_the_books_balance(shelf: Shelf) -> None:
    """As they are made, whole and public, with contributions that are withheld or withdrawn."""
    assert list(balance(shelf)) == []
    assert list(balance(Shelf(material(whole=False, withheld={"s-9": "nn"}, withdrawn=2)))) == []
    assert list(balance(Shelf(material(sample.hostile())))) == []


def test_a_source_without_a_receipt_is_found(shelf: Shelf) -> None:
    """Law 2 reaches to the letter that somebody gets."""
    left = receipts(shelf)
    gone, _ = left.popitem()
    found = [*receipt_breaches(left, sample.analysis()), *sum_breaches(shelf.feedback("nn"), left, sample.analysis())]
    assert f"{gone}: has no receipt" in found
    assert "receipts: 4, sources: 5" in found


def no_fate(block: Block) -> Block | None:
    """Leave fates out."""
    return None if isinstance(block, Quote) else block


def other_words(block: Block) -> Block:
    """Correct a contributor's words."""
    if isinstance(block, Paragraph):
        return replace(block, runs=tuple(replace(r, text=r.text + ".") if r.mark else r for r in block.runs))
    return block


@pytest.mark.parametrize(("change", "said"), [(no_fate, "has no fate"), (other_words, "as it was written")])
def test_a_passage_without_its_fate_or_its_words_is_found(shelf: Shelf, change: Change, said: str) -> None:
    """Sabotage twin: each passage of each receipt is missed."""
    cooked = {key: changed(document, change) for key, document in receipts(shelf).items()}
    found = list(receipt_breaches(cooked, sample.analysis()))
    assert len([breach for breach in found if said in breach]) == len(sample.analysis().passages)


def one_more(block: Block) -> Block:
    """Count a contribution too many in the last row."""
    if isinstance(block, Table) and block.anchor in ("received", "channels", "statuses"):
        column = block.numeric[-1] if block.anchor == "channels" else block.numeric[0]
        last = list(block.rows[-1])
        last[column] = (Run(text=str(int(last[column][0].text) + 1)),)
        return replace(block, rows=(*block.rows[:-1], tuple(last)))
    return block


def test_a_sum_that_is_wrong_is_found(shelf: Shelf) -> None:
    """In each of the tables: against its rows, and against the analysis."""
    found = list(sum_breaches(changed(shelf.feedback("nn"), one_more), receipts(shelf), sample.analysis()))
    for name in ("received", "channels", "statuses", "answers and what is lacking", "contributions by channel"):
        assert any(breach.startswith(name) for breach in found), name


def without_links(block: Block) -> Block:
    """Say it without saying where it comes from."""
    if isinstance(block, Paragraph):
        return replace(block, runs=tuple(replace(run, link="") for run in block.runs))
    return block


def retouched(block: Block) -> Block:
    """Quote what nobody said."""
    return replace(block, text=block.text.replace("må", "kan")) if isinstance(block, Quote) else block


def unsaid(block: Block) -> Block | None:
    """Leave out what was concluded."""
    return None if isinstance(block, Paragraph) and block.anchor.startswith("c-") else block


CITATIONS = [
    (without_links, "without a citation"), (no_fate, "without a citation"), (retouched, "is not what was cited"),
    (unsaid, "does not stand in the feedback document"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), CITATIONS)
def test_a_published_sentence_without_its_exact_citation_is_found(shelf: Shelf, change: Change, said: str) -> None:
    """Sabotage twin of *published sentences without a citation: 0*."""
    assert list(citation_breaches(shelf.feedback("nn"), sample.analysis(), "nn")) == []
    found = list(citation_breaches(changed(shelf.feedback("nn"), change), sample.analysis(), "nn"))
    assert any(said in breach for breach in found)
