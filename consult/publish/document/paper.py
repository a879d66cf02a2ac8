"""A document for paper: long tables behind pictures stand at its end, where nobody has to leaf through them.

In: a document. Out: the same, where a picture whose table is long leads to that table in a section of its own. On a
page the table is folded under its picture; on paper it would part what belongs together by many pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consult.messages import Message
from consult.publish.document import Block, Document, Heading, Paragraph, Picture, Run, Table

LONGEST = 14
"""Rows that stay under their picture."""

SECTION = "tables-behind-pictures"

NOTHING = Table(caption="", head=(), rows=())
"""Under a picture whose table stands elsewhere."""


def on_paper(document: Document, m: Message) -> Document:
    """The document with its long tables at the end; itself where there are none."""
    moved = [block for block in document.blocks if isinstance(block, Picture) and _is_long(block)]
    if not moved:
        return document
    blocks = [one for block in document.blocks for one in _placed(block, m)]
    end: list[Block] = [
        Heading(level=1, text=m("document-tables"), anchor=SECTION),
        *(_table(picture) for picture in moved),
    ]
    return replace(document, blocks=(*blocks, *end))


def _is_long(picture: Picture) -> bool:
    return len(picture.table.rows) > LONGEST and bool(picture.anchor)


def _placed(block: Block, m: Message) -> Iterator[Block]:
    """A block as it was, or a picture and the way to its table."""
    if isinstance(block, Picture) and _is_long(block):
        yield replace(block, table=NOTHING)
        yield Paragraph(runs=(Run(text=m("document-table-there"), link=f"#{_table(block).anchor}"),))
    else:
        yield block


def _table(picture: Picture) -> Table:
    return replace(picture.table, anchor=picture.table.anchor or f"{picture.anchor}-table")
