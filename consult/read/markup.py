"""html → pieces, on lxml's parser: what a browser shows as text, block by block.

Scripts, styles, navigation and hidden elements are no text; deleted text (`del`, `s`) is gone. A
quotation block is `quoted` when `quotes` says so, as in mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree, html

from consult.read.document import Document, Piece, from_pieces, one_line, word_set
from consult.read.encoding import MARKS, decode
from consult.read.tables import Cell, Row, table_pieces
from consult.records import BlockKind

SKIPPED = word_set(
    "script style noscript template head title meta link svg math canvas object iframe audio video select "
    "option button input textarea del s strike map datalist"
)
BLOCKS = word_set(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul caption"
)
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
QUOTE_CLASSES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "divRplyFwdMsg", "appendonsend")
DRAWINGS = frozenset({"svg", "math"})
PARSING: dict[str, bool] = {"no_network": True, "remove_comments": True, "huge_tree": True}
"""huge_tree: without it all that stands inside 256 elements is lost, and nobody is told."""
DEEPEST = 200  # elements inside one another; a page made by people has a few dozen


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: the kind that running text has here, the list level, the depth."""

    kind: BlockKind = "paragraph"
    item: int = 0
    depth: int = 0
    quotes: bool = False


def read_html(data: bytes) -> Document:
    """The document; `empty` when a browser would show no text."""
    tree = parse(decode_html(data))
    if tree is None:
        return Document(format="html", reason="empty")
    title = one_line(tree.findtext(".//title") or "")
    return from_pieces(html_pieces(tree), "html", title=title)


def html_pieces(tree: Any, *, quotes: bool = False) -> Iterator[Piece]:
    """Pieces of a parsed page. quotes: block quotations and what mail programs mark as such are `quoted`."""
    return _pieces(tree, _Place(quotes=quotes))


def decode_html(data: bytes) -> str:
    """The characters: a byte-order mark decides, then valid UTF-8, then what the page says of itself."""
    if any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data)
    said = CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(said[1].decode("ascii")) if said else decode(data)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def parse(text: str) -> Any:
    """The tree of a page, or None when there is nothing in it.

    Raises RecursionError where a part of it stands too deep to be read: half a page is never taken for all of it.
    """
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.removeprefix("\ufeff")).replace("\0", "")
    if not text.strip():
        return None
    parser = html.HTMLParser(**PARSING)
    try:
        tree = html.document_fromstring(text, parser=parser)
    except etree.ParserError:
        return None
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise RecursionError("elements stand deeper in one another than the parser follows")
    return tree


def _pieces(element: Any, place: _Place) -> Iterator[Piece]:
    """The blocks in an element; text that stands in it beside blocks is a block of its own."""
    inline: list[str] = [element.text or ""]
    for child in element:
        if _is_block(child) and not _is_skipped(child):
            yield from _flush(inline, place)
            inline = []
            yield from _block(child, place)
        elif child.tag in DRAWINGS:
            yield from _flush(inline, place)
            inline = []
            for escaped in _topmost_blocks(child):
                yield from _block(escaped, place)
        elif not _is_skipped(child):
            if place.depth < DEEPEST and _holds_block(child):
                yield from _flush(inline, place)
                inline = []
                yield from _pieces(child, replace(place, depth=place.depth + 1))
            else:
                inline.append(_inline(child))
        inline.append(child.tail or "")
    yield from _flush(inline, place)


def _topmost_blocks(drawing: Any) -> Iterator[Any]:
    """Blocks of text in a drawing: a browser takes a paragraph for the drawing's end, whether it was closed or not."""
    for child in drawing:
        if _is_block(child) and not _is_skipped(child):
            yield child
        elif isinstance(child.tag, str) and child.tag not in ("script", "style"):
            yield from _topmost_blocks(child)


def _block(element: Any, place: _Place) -> Iterator[Piece]:
    if place.depth >= DEEPEST:
        yield from _flush([element.text_content()], place)
        return
    inside = replace(place, depth=place.depth + 1)
    tag = element.tag
    if tag == "table":
        for caption in element.iterchildren("caption"):
            yield from _pieces(caption, inside)
        yield from table_pieces(list(_rows(element, inside)))
    elif tag == "pre":
        yield Piece(kind="lines" if place.kind == "paragraph" else place.kind, text=element.text_content())
    elif re.fullmatch("h[1-6]", tag) and place.kind == "paragraph":
        yield Piece(kind="heading", text=one_line(_inline(element)), level=int(tag[1]))
    else:
        yield from _pieces(element, _entered(element, inside))


def _entered(element: Any, place: _Place) -> _Place:
    """What running text is inside an element."""
    if place.quotes and (element.tag == "blockquote" or _is_quote_mark(element)):
        return replace(place, kind="quoted")
    if element.tag in ("nav", "footer") and place.kind == "paragraph":
        return replace(place, kind="meta" if element.tag == "nav" else "footer")
    if element.tag in ("ul", "ol", "menu"):
        return replace(place, item=place.item + 1)
    return place


def _is_quote_mark(element: Any) -> bool:
    marks = f"{element.get('class', '')} {element.get('id', '')}"
    return any(name in marks for name in QUOTE_CLASSES)


def _flush(inline: list[str], place: _Place) -> Iterator[Piece]:
    text = _shown("".join(inline))
    if text:
        is_item = place.item and place.kind == "paragraph"
        yield Piece(kind="item" if is_item else place.kind, text=text, level=place.item if is_item else 0)


def _inline(element: Any) -> str:
    """The text of an inline element; a line break is U+2028 until white space has been collapsed."""
    if element.tag == "br":
        return "\u2028"
    if _is_skipped(element):
        return ""
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _shown(text: str) -> str:
    """White space as a browser shows it: runs of it are one space; no-break spaces stay."""
    lines = re.sub(r"[ \t\r\n\f]+", " ", text).split("\u2028")
    return "\n".join(line.strip(" ") for line in lines).strip()


def _is_block(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag in BLOCKS


def _holds_block(element: Any) -> bool:
    return isinstance(element.tag, str) and any(_is_block(inner) for inner in element.iterdescendants())


def _is_skipped(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in SKIPPED:
        return True
    return "hidden" in element.attrib or bool(HIDDEN.search(element.get("style", "")))


def _rows(table: Any, place: _Place) -> Iterator[Row]:
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, place)
        elif child.tag == "tr" and not _is_skipped(child):
            yield tuple(_cells(child, place))


def _cells(row: Any, place: _Place) -> Iterator[Cell]:
    column = 0
    for child in row:
        if child.tag in ("td", "th") and not _is_skipped(child):
            yield Cell(column=column, pieces=tuple(_pieces(child, place)), head=child.tag == "th")
            span = child.get("colspan", "1")
            column += min(int(span), 100) if span.isdecimal() and int(span) else 1
