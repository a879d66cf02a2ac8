"""Documents that travel alone: in an envelope or an e-mail, where no file lies beside them.

In: a `Document` whose links lead to files beside it, and where each of those lies on the web. Out: the same document
with whole addresses, or plain words where a file lies nowhere. Guaranteed: no other word changes; links inside stay.

>>> lying_at("https://example.org/answer", "receipts/")("../feedback.nn.html#t-1")
'https://example.org/answer/feedback.nn.html#t-1'
>>> lying_at("", "receipts/")("../feedback.nn.html#t-1")
''
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin

from consult.publish.document import (
    Block,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
)

Where = Callable[[str], str]
"""A link to a file → its whole address, or nothing."""

SAFE = "https://"
WHOLE = re.compile(rf"#|{SAFE}|mailto:")
QUOTE = re.compile(r"(#[^.]+)\.[^.]+\.\d+$")
"""The address of a quote, see `feedback.sections.quote_anchor`: where it begins differs in the redacted text."""


def posted(document: Document, where: Where) -> Document:
    """The document with every link to a file beside it led to where that file lies, or to nothing."""
    return replace(document, blocks=tuple(_block(block, where) for block in document.blocks))


def lying_at(address: str, folder: str) -> Where:
    """Links of a file in `folder` of what is published at `address`; nowhere without one, or one in clear (`http:`)."""
    return lambda link: urljoin(f"{address}/{folder}", link) if address.startswith(SAFE) else ""


def lying_elsewhere(address: str, page: str) -> Where:
    """Links of an internal receipt: the published feedback document has what the internal one has, at conclusions."""
    published = lying_at(address, "receipts/")
    return lambda link: published(QUOTE.sub(r"\1", link.replace("../feedback.html", f"../{page}", 1)))


def _block(block: Block, where: Where) -> Block:
    match block:
        case Heading():
            return block
        case Paragraph() | Note():
            return replace(block, runs=_runs(block.runs, where))
        case Quote():
            return replace(block, by=_runs(block.by, where))
        case Items():
            return replace(block, items=tuple(_runs(item, where) for item in block.items))
        case Table():
            return _table(block, where)
        case Picture():
            return replace(block, table=_table(block.table, where))


def _table(table: Table, where: Where) -> Table:
    return replace(table, rows=tuple(tuple(_runs(cell, where) for cell in row) for row in table.rows))


def _runs(found: Runs, where: Where) -> Runs:
    return tuple(_run(run, where) for run in found)


def _run(run: Run, where: Where) -> Run:
    return run if not run.link or WHOLE.match(run.link) else replace(run, link=where(run.link))
