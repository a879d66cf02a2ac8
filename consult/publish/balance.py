"""The books of an edition: does every source have a receipt, every passage a fate on it, and do all sums agree?

In: a shelf, that is the documents that are about to be published, and the analysis they were made from. Out: every
place where they part ways. Nothing is taken from the code that made the documents: what they show is read from
their blocks and counted again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from consult.contributions import contributions
from consult.publish.cells import UNSHOWN
from consult.publish.document import Document, Paragraph, Quote, Table, runs_of
from consult.records import Analysis, Passage

if TYPE_CHECKING:
    from consult.publish.shelf import Shelf


def balance(shelf: Shelf) -> Iterator[str]:
    """Every breach, receipts first."""
    analysis = shelf.material.analysis
    main = shelf.feedback(shelf.material.languages[0])
    receipts = {source_id: document for source_id, document, _ in shelf.receipts}
    yield from receipt_breaches(receipts, analysis)
    yield from sum_breaches(main, receipts, analysis, apart=shelf.material.withdrawn + len(shelf.material.withheld))
    for language in shelf.material.languages:
        yield from citation_breaches(shelf.feedback(language), analysis, shelf.telling(language).spoken)


def receipt_breaches(receipts: dict[str, Document], analysis: Analysis) -> Iterator[str]:
    """Sources without a receipt, and passages that are not on theirs, in their own words, with a fate."""
    passages: dict[str, list[Passage]] = {source.source_id: [] for source in analysis.sources}
    for passage in analysis.passages:
        passages[passage.source_id].append(passage)
    for source_id, own in passages.items():
        if source_id not in receipts:
            yield f"{source_id}: has no receipt"
            continue
        blocks = receipts[source_id].blocks
        marked = {run.anchor: run.text for block in blocks for run in runs_of(block) if run.mark}
        fates = {block.anchor: block.text for block in blocks if isinstance(block, Quote)}
        for passage in own:
            if marked.pop(passage.passage_id, None) != passage.text:
                yield f"{passage.passage_id}: does not stand marked on the receipt of {source_id} as it was written"
            if fates.get(f"fate-{passage.passage_id}") != passage.text:
                yield f"{passage.passage_id}: has no fate on the receipt of {source_id}"
        for anchor in marked:
            yield f"{anchor}: stands on the receipt of {source_id}, and is no passage of it"


def sum_breaches(main: Document, receipts: dict[str, Document], analysis: Analysis, *, apart: int = 0) -> Iterator[str]:
    """Sums of the feedback document, of all receipts and of the analysis that differ. apart: received, not shown."""
    received = len(contributions(analysis)) + apart
    tables = {block.anchor: block for block in main.blocks if isinstance(block, Table)}
    on_receipts = sum(
        isinstance(block, Quote) and block.anchor.startswith("fate-")
        for one in receipts.values()
        for block in one.blocks
    )
    unreadable = sum(source.status != "read" for source in analysis.sources)
    yield from _differs("receipts", len(receipts), "sources", len(analysis.sources))
    yield from _differs("passages on receipts", on_receipts, "passages", len(analysis.passages))
    for name in ("received", "channels"):
        yield from _table_breaches(tables[name])
    total, channels = tables["received"].rows[-1], tables["channels"].rows[-1]
    yield from _differs("contributions in the feedback document", _cell(total[1]), "contributions", received)
    yield from _differs("passages in the feedback document", _cell(total[3]), "passages", len(analysis.passages))
    yield from _differs("contributions by channel", _cell(channels[-1]), "contributions", received)
    yield from _differs("unreadable by channel", _cell(channels[-2]), "unreadable sources", unreadable)
    places = sum(not placement.passage_id for placement in analysis.placements)
    yield from _table_breaches(tables["statuses"])
    yield from _differs("answers and what is lacking", _cell(tables["statuses"].rows[-1][1]), "places", places)


def _table_breaches(table: Table) -> Iterator[str]:
    """Columns whose last row is not the sum of the rows above it; less than the sum where a number is not shown."""
    *rows, total = table.rows
    for column in table.numeric:
        said = _cell(total[column])
        summed = sum(_cell(row[column]) for row in rows)
        if _words(total[column]) == UNSHOWN:
            continue
        if any(_words(row[column]) == UNSHOWN for row in rows) and summed <= said:
            continue
        yield from _differs(f"{table.anchor}, column {column + 1}", said, "the sum of its rows", summed)


def _words(runs: tuple[object, ...]) -> str:
    return "".join(str(getattr(run, "text", "")) for run in runs)


def _cell(runs: tuple[object, ...]) -> int:
    text = _words(runs)
    return int(text) if text.isdecimal() else 0


def _differs(one: str, first: int, other: str, second: int) -> Iterator[str]:
    if first != second:
        yield f"{one}: {first}, {other}: {second}"


def citation_breaches(document: Document, analysis: Analysis, language: str) -> Iterator[str]:
    """Conclusions that stand in the document without a quote, or not at all, and quotes that are not what was cited."""
    exact = {
        f"{citation.conclusion_id}.{citation.passage_id}.{citation.start}": citation.exact
        for conclusion in analysis.conclusions
        for citation in conclusion.citations
    }
    wanted = {one.conclusion_id for one in analysis.conclusions if one.language == language}
    quotes = {block.anchor: block.text for block in document.blocks if isinstance(block, Quote) and block.number}
    for anchor, text in quotes.items():
        if exact.get(anchor) != text:
            yield f"{anchor}: the quote is not what was cited"
    cited = {anchor.partition(".")[0] for anchor in quotes}
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.anchor in wanted:
            wanted.discard(block.anchor)
            if block.anchor not in cited or not any(run.link for run in block.runs):
                yield f"{block.anchor}: stands in the feedback document without a citation"
    for conclusion_id in sorted(wanted):
        yield f"{conclusion_id}: does not stand in the feedback document"
    numbers = Counter(block.number for block in document.blocks if isinstance(block, Quote) and block.number)
    for number in (number for number, times in numbers.items() if times > 1):
        yield f"quote {number}: the number stands twice"
