"""A document as a tree of blocks: what is published, before it becomes HTML, DOCX, PDF or Markdown.

What comes in: texts from the ledger and the message catalogues. What goes out: records that four writers turn into
files of the same structure. Guaranteed: a text is data in every writer; nothing here knows what a theme is.

>>> Heading(level=1, text="Kva de sa", anchor="kva").plain
'Kva de sa'
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Document", "Heading", "Items", "Note", "Paragraph", "Picture", "Quote", "Run", "Table", "runs"]


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


Runs = tuple[Run, ...]


def runs(text: str) -> Runs:
    """Plain words as runs; no words are no run."""
    return (Run(text=text),) if text else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 stands right under the document's title. anchor: its address, unique in the document."""

    level: int
    text: str
    anchor: str

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
    """A table with a caption and a row of heads; `row_heads` makes each row's first cell the head of its row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    anchor: str = ""
    row_heads: bool = True
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as SVG, what it shows in words, and the same data as a table."""

    svg: str
    title: str
    description: str
    table: Table
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A framed remark. kind: `draft`, `missing` (something people still owe), `decided` or `about`."""

    kind: str
    runs: Runs
    anchor: str = ""


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
