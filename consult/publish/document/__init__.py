"""A document as a tree of blocks: what is published, before it becomes HTML, DOCX, PDF or Markdown.

What comes in: texts from the ledger and the message catalogues. What goes out: records that four writers turn into
files of the same structure. Guaranteed: a text is data in every writer; nothing here knows what a theme is.

>>> Heading(level=1, text="Kva de sa", anchor="kva").plain
'Kva de sa'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Block", "Document", "Heading", "Items", "Note", "Paragraph", "Picture", "Quote", "Run", "Table", "runs"]

ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
LINK = re.compile(r"#.+|https://.+|mailto:.+|(?![/\\])[^:?#\\]+(?:[?#].*)?")
"""An anchor here, a web or mail address, or a relative path: nothing that a click could run."""

NOTES = ("draft", "missing", "decided", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set alike. language: where it differs from the document's (BCP 47); link: `#anchor`, or a relative path.

    mark: words that are highlighted as a passage, or a placeholder where personal data was taken out.
    """

    text: str
    language: str = ""
    link: str = ""
    strong: bool = False
    mark: bool = False
    anchor: str = ""

    def __post_init__(self) -> None:
        """Refuse a link that is neither an anchor, an address nor a relative path."""
        if self.link and not LINK.fullmatch(self.link):
            raise ValueError(f"no link of a document: {self.link[:60]!r}")


Runs = tuple[Run, ...]


def runs(text: str) -> Runs:
    """Plain words as runs; no words are no run."""
    return (Run(text=text),) if text else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 stands right under the document's title. anchor: its address, unique in the document.

    language: of the words, where it differs from the document's.
    """

    level: int
    text: str
    anchor: str
    language: str = ""

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words of a contribution. number: the quote's own in the document, 0 for none; by: who said it."""

    text: str
    language: str
    number: int = 0
    by: Runs = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list; each item a tuple of runs."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a caption and a row of heads; `row_heads` makes each row's first cell the head of its row.

    numeric: columns of numbers, from 0, set to the right.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    anchor: str = ""
    row_heads: bool = True
    numeric: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a row that is shorter or longer than the row of heads."""
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError(f"table {self.caption[:60]!r}: every row needs {len(self.head)} cells")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as SVG, what it shows in words, and the same data as a table.

    narrow: the same for a screen of 320 pixels, where the picture cannot be read when it is scaled down.
    """

    svg: str
    title: str
    description: str
    table: Table
    anchor: str = ""
    narrow: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A framed remark. kind: `draft`, `missing` (something people still owe), `decided` or `about`."""

    kind: str
    runs: Runs
    anchor: str = ""

    def __post_init__(self) -> None:
        """Refuse a kind that no writer knows."""
        if self.kind not in NOTES:
            raise ValueError(f"a note is one of {', '.join(NOTES)}, not {self.kind[:60]!r}")


Block = Heading | Paragraph | Quote | Items | Table | Picture | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document.

    draft: what every page says while it is a draft, else empty. date: ISO 8601, the only time that any file of the
    document bears. author: the body that answers for it. contents: what the list of contents is called, empty for none.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    author: str = ""
    date: str = ""
    draft: str = ""
    contents: str = ""
    subject: str = ""

    def __post_init__(self) -> None:
        """Refuse headings that skip a level, addresses that stand twice or are none, and links to no address."""
        faults = [*_skipped(self), *_addresses(self)]
        if faults:
            raise ValueError(f"document {self.title[:60]!r}: {'; '.join(faults)}")

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


def runs_of(block: Block) -> Iterator[Run]:
    """Every run that a block holds, in order."""
    match block:
        case Paragraph() | Note():
            yield from block.runs
        case Quote():
            yield from block.by
        case Items():
            yield from (run for item in block.items for run in item)
        case Table():
            yield from (run for row in block.rows for cell in row for run in cell)
        case Picture():
            yield from runs_of(block.table)
        case Heading():
            return


def anchors_of(block: Block) -> Iterator[str]:
    """Every address that a block bears."""
    own = [getattr(block, "anchor", ""), block.table.anchor if isinstance(block, Picture) else ""]
    yield from filter(None, (*own, *(run.anchor for run in runs_of(block))))


def _skipped(document: Document) -> Iterator[str]:
    level = 0
    for heading in document.headings:
        if not 1 <= heading.level <= level + 1:
            yield f"heading {heading.anchor!r} of level {heading.level} follows level {level}"
        level = heading.level


def _addresses(document: Document) -> Iterator[str]:
    seen: set[str] = set()
    for anchor in (anchor for block in document.blocks for anchor in anchors_of(block)):
        if anchor in seen or not ANCHOR.fullmatch(anchor):
            yield f"address {anchor[:60]!r} stands twice or is none"
        seen.add(anchor)
    links = (run.link for block in document.blocks for run in runs_of(block))
    for name in sorted({link[1:] for link in links if link.startswith("#")} - seen):
        yield f"link to {name[:60]!r}, which is not there"
