"""The blocks of a document as paragraphs and tables of WordprocessingML.

In: a document, and a package that takes pictures, links and numberings. Out: elements in order. Guaranteed: every
address is a bookmark, every link inside leads to one; tables have heads that repeat, and rows that stay together.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from consult.messages import Message
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
    Table,
    runs,
)
from consult.publish.document.widths import shares
from consult.publish.document.wordml import (
    Element,
    bookmarked,
    element,
    instruction_text,
    margin_number,
    paragraph,
    properties,
    run,
)
from consult.publish.document.words import printable, titled

CONTENTS = 2
"""Levels of headings in the list of contents."""

WIDTH = 9184
"""Of the text on the page, in twentieths of a point: A4 less its margins."""

LONGEST_BOOKMARK = 40
"""Word cuts or refuses longer names."""

NOTE_STYLES = {"missing": "NoteMissing", "draft": "NoteMissing"}


class Package(Protocol):
    """What takes that which does not stand in the body itself."""

    def link(self, address: str) -> str:
        """The name under which the body points to an address."""

    def picture(self, picture: Picture) -> Element:
        """A drawing that shows a picture, with its words for those who do not see it."""

    def numbering(self) -> int:
        """A numbering that begins at 1."""


class Body:
    """Writes blocks one after another; bookmarks are numbered as they come."""

    def __init__(self, document: Document, package: Package, m: Message) -> None:
        self.document, self.package, self.m = document, package, m
        self.bookmarks = 0

    def elements(self) -> Iterator[Element]:
        """The whole body, after the title."""
        for block in self.document.blocks:
            yield from self._block(block)

    def contents(self) -> Iterator[Element]:
        """A list of contents that works as it stands, and that Word can make anew."""
        entries = [heading for heading in self.document.headings if heading.level <= CONTENTS]
        if not self.document.contents or not entries:
            return
        yield paragraph("TOCHeading", [run(self.document.contents)])
        begin = [
            element("r", element("fldChar", fldCharType="begin")),
            element("r", instruction_text(f'TOC \\o "1-{CONTENTS}" \\n \\h')),
            element("r", element("fldChar", fldCharType="separate")),
        ]
        for number, heading in enumerate(entries):
            words = run(titled(heading.text).replace("\n", " "), *self._language(heading.language))
            link = element("hyperlink", words, anchor=bookmark(heading.anchor), history=1)
            last = number == len(entries) - 1
            end = [element("r", element("fldChar", fldCharType="end"))] if last else []
            space = [element("spacing", after=320)] if last else []
            yield paragraph(f"TOC{heading.level}", [*(begin if not number else []), link, *end], *space)

    def _block(self, block: Block) -> Iterator[Element]:
        write: dict[type, Callable[..., Iterator[Element]]] = {
            Heading: self._heading, Paragraph: self._paragraph, Quote: self._quote, Items: self._items,
            Table: self._table, Picture: self._picture, Note: self._note,
        }  # fmt: skip
        return write[type(block)](block)

    def _heading(self, block: Heading) -> Iterator[Element]:
        words = run(titled(block.text), *self._language(block.language))
        yield paragraph(f"Heading{min(block.level, 5)}", self._bookmarked([words], block.anchor))

    def _paragraph(self, block: Paragraph) -> Iterator[Element]:
        yield paragraph("Normal", self._bookmarked(self._runs(block.runs), block.anchor))

    def _quote(self, block: Quote) -> Iterator[Element]:
        number = self.m("document-quote", number=block.number) if block.number else ""
        by = [*runs(number), *runs(" · " if number and block.by else ""), *block.by]
        keep = [element("keepNext")] if by else [element("spacing", before=120, after=160)]
        words = [run(block.text, *self._language(block.language))]
        yield paragraph("Quote", self._bookmarked(words, block.anchor), *keep)
        if by:
            yield paragraph("QuoteSource", self._runs(by))

    def _items(self, block: Items) -> Iterator[Element]:
        style = "ListNumber" if block.ordered else "ListBullet"
        number = self.package.numbering() if block.ordered else 0
        for item in block.items:
            yield paragraph(style, self._runs(item), *([margin_number(number)] if number else []))

    def _note(self, block: Note) -> Iterator[Element]:
        kind = run(f"{self.m(f'document-note-{block.kind}')}: ", *properties(strong=True))
        words = self._bookmarked([kind, *self._runs(block.runs)], block.anchor)
        yield paragraph(NOTE_STYLES.get(block.kind, "Note"), words)

    def _picture(self, block: Picture) -> Iterator[Element]:
        yield paragraph("Caption", self._bookmarked([run(block.title)], block.anchor))
        yield paragraph("Picture", [element("r", self.package.picture(block))])
        yield paragraph("PictureText", [run(block.description)])
        if block.table.head:
            yield from self._table(block.table)

    def _table(self, block: Table) -> Iterator[Element]:
        yield paragraph("Caption", self._bookmarked([run(block.caption)], block.anchor))
        widths = [round(share * WIDTH) for share in shares(block)]
        rows = [self._row(widths, [runs(words) for words in block.head], block, head=True)]
        rows += [self._row(widths, row, block, head=False) for row in block.rows]
        grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
        yield element("tbl", _table_properties(block), grid, *rows)
        yield paragraph("TableEnd", [])

    def _row(self, widths: Sequence[int], cells: Sequence[Sequence[Run]], table: Table, *, head: bool) -> Element:
        marks = [element("cantSplit"), *([element("tblHeader")] if head else [])]
        numbers = [column in table.numeric for column in range(len(cells))]
        made = [self._cell(*one) for one in zip(widths, cells, numbers, strict=True)]
        return element("tr", element("trPr", *marks), *made)

    def _cell(self, width: int, cell: Sequence[Run], number: bool) -> Element:
        aside = [element("jc", val="right")] if number else []
        words = paragraph("TableText", self._runs(cell), *aside)
        return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), words)

    def _runs(self, many: Sequence[Run]) -> Iterator[Element]:
        for one in many:
            yield from self._bookmarked(self._run(one), one.anchor)

    def _run(self, one: Run) -> Iterator[Element]:
        set_apart = properties(
            style="Hyperlink" if one.link else "", strong=one.strong, mark=one.mark, language=self._other(one.language)
        )
        words = run(one.text, *set_apart)
        if one.link.startswith("#"):
            yield element("hyperlink", words, anchor=bookmark(one.link[1:]), history=1)
        elif one.link:
            yield element("hyperlink", words, r_id=self.package.link(one.link), history=1)
        else:
            yield words

    def _bookmarked(self, children: Iterator[Element] | list[Element], anchor: str) -> Iterator[Element]:
        self.bookmarks += bool(anchor)
        return bookmarked(children, bookmark(anchor), self.bookmarks)

    def _language(self, language: str) -> Iterator[Element]:
        return properties(language=self._other(language))

    def _other(self, language: str) -> str:
        return language if language != self.document.language else ""


def bookmark(anchor: str) -> str:
    """A name that Word takes for an address: letters, digits and `_`, not longer than it allows, never two alike.

    >>> bookmark("t-1")
    't_1'
    """
    plain = re.sub(r"[^A-Za-z0-9_]", "_", anchor)
    if plain == anchor.replace("-", "_") and "_" not in anchor and len(plain) <= LONGEST_BOOKMARK:
        return plain
    return f"{plain[:24]}_{hashlib.sha256(anchor.encode()).hexdigest()[:12]}"


def _table_properties(block: Table) -> Element:
    first = int(block.row_heads)
    look = element("tblLook", val="04A0" if first else "0420", firstRow=1, lastRow=0, firstColumn=first, lastColumn=0,
                   noHBand=0, noVBand=1)  # fmt: skip
    return element(
        "tblPr", element("tblStyle", val="FiguresTable"), element("tblW", w=WIDTH, type="dxa"),
        element("tblLayout", type="fixed"), look, element("tblCaption", val=" ".join(printable(block.caption).split())),
    )  # fmt: skip
