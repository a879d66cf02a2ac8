"""odt → pieces. Tracked changes are accepted: deleted text is kept apart in the file and left there.

The walk is ours, on lxml: the libraries compared lose spaces at changes, nesting of lists, or text boxes
(docs/decisions/0001-extraction-library.md). Order: page heads, body, page feet; notes, comments and text
boxes follow their paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from consult.read.document import Document, Piece, from_pieces, one_line
from consult.read.tables import Cell, Row, table_pieces
from consult.records import BlockKind

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
WIDEST_REPEAT = 100  # a cell repeated more often only fills the sheet

AFTER = {f"{TEXT}note", f"{OFFICE}annotation", f"{DRAW}text-box"}
SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: list level (0: in none), and what the file's styles are based on, by name."""

    styles: dict[str, str]
    item: int = 0

    def base(self, element: Any) -> str:
        """The name of the style that a paragraph's own is made from, else of its own."""
        name = element.get(f"{TEXT}style-name", "")
        return self.styles.get(name) or name


def read_odt(data: bytes) -> Document:
    """The document; `encrypted` if its parts are; raises BadZipFile, KeyError or XMLSyntaxError when broken."""
    with ZipFile(BytesIO(data)) as package:
        if b"encryption-data" in _member(package, "META-INF/manifest.xml"):
            return Document(format="odt", reason="encrypted")
        content = _parse(package.read("content.xml"))
        styles = _parse(_member(package, "styles.xml") or b"<none/>")
        about = _parse(_member(package, "meta.xml") or b"<none/>")
    place = _Place(styles=_based_on(content, styles))
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    pieces = [
        *_page_parts(styles, "header", place),
        *([] if body is None else _pieces(body, place)),
        *_page_parts(styles, "footer", place),
    ]
    return from_pieces(pieces, "odt", title=one_line(about.findtext(f".//{TITLE}") or ""))


def _member(package: ZipFile, name: str) -> bytes:
    return package.read(name) if name in package.namelist() else b""


def _parse(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _based_on(*trees: Any) -> dict[str, str]:
    """Style name → the name of the style that it is made from, or empty."""
    return {
        element.get(f"{STYLE}name", ""): element.get(f"{STYLE}parent-style-name", "")
        for tree in trees
        for element in tree.iter(f"{STYLE}style")
        if element.get(f"{STYLE}parent-style-name", "") not in ("", "Standard")
    }


def _pieces(parent: Any, place: _Place) -> Iterator[Piece]:
    for child in parent:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from _paragraph(child, place)
        elif child.tag == f"{TEXT}list":
            yield from _pieces(child, _Place(styles=place.styles, item=place.item + 1))
        elif child.tag == f"{TABLE}table":
            yield from table_pieces(list(_rows(child, place)))
        elif child.tag == f"{TEXT}table-of-content":
            yield from (Piece(kind="meta", text="".join(_text(line))) for line in child.iter(f"{TEXT}p"))
        elif child.tag != f"{TEXT}tracked-changes" and isinstance(child.tag, str):
            yield from _pieces(child, place)  # sections, list items, frames


def _paragraph(element: Any, place: _Place) -> Iterator[Piece]:
    text = "".join(_text(element))
    if element.tag == f"{TEXT}h":
        level = int(element.get(f"{TEXT}outline-level", "1"))
        yield Piece(kind="heading", text=one_line(text), level=level)
    elif "Title" in (place.base(element), element.get(f"{TEXT}style-name")):
        yield Piece(kind="heading", text=one_line(text), level=1)
    else:
        level = max(place.item, _list_level(place.base(element))) if place.item else 0
        yield Piece(kind="item" if level else "paragraph", text=text, level=level)
    for after in _after(element):
        yield from _appended(after, place)


def _list_level(style: str) -> int:
    """The level in the name of a list style: a document that came from Word has its levels there only."""
    match = re.match(r"List_20_(?:Bullet|Number)_20_(\d)$", style)
    return int(match[1]) if match else 0


def _text(element: Any) -> Iterator[str]:
    """The characters of a paragraph, white space as ODF 1.3 §6.1.2 has it; notes and boxes left out."""
    yield _collapsed(element.text)
    for child in element:
        if child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == f"{TEXT}s":
            yield " " * min(int(child.get(f"{TEXT}c", "1")), WIDEST_REPEAT)
        elif child.tag not in AFTER and isinstance(child.tag, str):
            yield from _text(child)
        yield _collapsed(child.tail)


def _collapsed(text: str | None) -> str:
    """Runs of space, tab and line end as one space; other white space (no-break) stays."""
    if not text:
        return ""
    for sign in "\t\r\n":
        text = text.replace(sign, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _after(element: Any) -> Iterator[Any]:
    """Notes, comments and text boxes inside a paragraph, outermost only."""
    for child in element:
        if child.tag in AFTER:
            yield child
        elif isinstance(child.tag, str):
            yield from _after(child)


def _appended(element: Any, place: _Place) -> Iterator[Piece]:
    if element.tag == f"{DRAW}text-box":
        yield from _pieces(element, place)
        return
    label = "comment" if element.tag == f"{OFFICE}annotation" else element.get(f"{TEXT}note-class", "footnote")
    yield Piece(kind="footnote", text="\n".join("".join(_text(line)) for line in element.iter(f"{TEXT}p")), label=label)


def _rows(table: Any, place: _Place, *, head: bool = False) -> Iterator[Row]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield tuple(_cells(child, place, head=head))
        elif child.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from _rows(child, place, head=child.tag == f"{TABLE}table-header-rows")


def _cells(row: Any, place: _Place, *, head: bool) -> Iterator[Cell]:
    inside = _Place(styles=place.styles)
    column = 0
    for child in row:
        if child.tag == f"{TABLE}table-cell":
            yield Cell(column=column, pieces=tuple(_pieces(child, inside)), head=head)
        if child.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            column += min(int(child.get(f"{TABLE}number-columns-repeated", "1")), WIDEST_REPEAT)


def _page_parts(styles: Any, kind: BlockKind, place: _Place) -> Iterator[Piece]:
    """Each different page head or foot of the page styles, once (also those of first and left pages)."""
    seen: set[str] = set()
    for part in styles.iter(*(f"{STYLE}{kind}{suffix}" for suffix in ("", "-first", "-left"))):
        for piece in _pieces(part, place):
            text = one_line(piece.text)
            if text and text not in seen:
                seen.add(text)
                yield Piece(kind=kind, text=text)
