"""rtf and doc, and what the reader of another format gives up on → pieces, by kreuzberg.

kreuzberg reads 88 formats and never the network; recognising text in pictures and caching are off. From
`doc` it keeps the text only, and field codes with it, which are taken out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consult.read.document import Document, Piece, from_pieces, one_line
from consult.read.tables import Cell, table_pieces
from consult.records import BlockKind

MIME = {
    "rtf": "application/rtf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
LAYERS: dict[str, BlockKind] = {"header": "header", "footer": "footer", "footnote": "footnote"}
FIELD = re.compile(
    r"""[ \t]?\b(?:HYPERLINK|PAGEREF|EMBED|LINK|TOC|REF|INCLUDEPICTURE|MERGEFIELD)\b"""
    r"""(?:[ \t]+(?:\\[a-z]\b|"[^"\n]*"|\\\*[ \t]*\w+"""
    r"""|_Toc\d+|[A-Z]\w*\.\w+(?:\.\d+)?))+[ \t]?""",
)
SIGN = re.compile(r"^[•·◦▪‣●○■□–*-][ \t]+\S")


def read_general(data: bytes, format: str) -> Document:  # noqa: A002 -- the record's own word
    """The document; `broken` when kreuzberg cannot read it."""
    import kreuzberg

    settings = kreuzberg.ExtractionConfig(use_cache=False, include_document_structure=True, disable_ocr=True)
    try:
        result = kreuzberg.extract_bytes_sync(data, mime_type=MIME[format], config=settings)
    except kreuzberg.KreuzbergError as error:
        return Document(format=format, reason=_fault(str(error)))
    if format == "doc":
        return from_pieces(_paragraphs(result.content), format, title=_title(result.metadata))
    nodes: Sequence[Mapping[str, Any]] = (result.document or {}).get("nodes", ())
    return from_pieces(_pieces(nodes), format, title=_title(result.metadata))


def _fault(message: str) -> str:
    if re.search("encrypt|password", message, re.IGNORECASE):
        return "encrypted"
    return "unsupported" if "magic number" in message else "broken"  # Word 6, WordPerfect: older than Word 97


def _title(metadata: Mapping[str, Any]) -> str:
    title = one_line(str(metadata.get("title") or ""))
    return "" if "\\'" in title else title  # undecoded RTF


def _paragraphs(content: str) -> Iterator[Piece]:
    """One paragraph a line; a line with a list sign is an item, one that holds a table its cells."""
    for line in content.split("\n"):
        text = FIELD.sub(" ", line).strip()
        rows = [row.split("\t") for row in re.split(r"\t{2,}", text)]
        if len(rows) > 2 and len(rows[0]) > 1 and sum(len(row) == len(rows[0]) for row in rows) >= len(rows) - 1:
            yield from _cells_of(rows)
            continue
        yield Piece(kind="item", text=text, level=1) if SIGN.match(text) else Piece(kind="paragraph", text=text)


def _cells_of(rows: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """A table, and the paragraph that Word 97 keeps in one line with it."""
    after = rows[-1] if len(rows[-1]) != len(rows[0]) else ()
    table = rows[: len(rows) - bool(after)]
    cells = [[Piece(kind="paragraph", text=text) for text in row] for row in table]
    yield from table_pieces([tuple(Cell(column=n, pieces=(cell,)) for n, cell in enumerate(row)) for row in cells])
    yield from (Piece(kind="paragraph", text=text) for text in after)


def _pieces(nodes: Sequence[Mapping[str, Any]]) -> Iterator[Piece]:
    depths = _list_depths(nodes)
    for number, node in enumerate(nodes):
        content = node["content"]
        kind, text = content["node_type"], str(content.get("text", ""))
        layer = LAYERS.get(str(node.get("content_layer")))
        if layer:
            yield Piece(kind=layer, text=one_line(text))
        elif kind == "heading":
            yield Piece(kind="heading", text=one_line(text), level=int(content.get("level", 1)))
        elif kind == "list_item":
            yield Piece(kind="item", text=text, level=max(1, depths[number]))
        elif kind == "table":
            yield from table_pieces(_rows(content["grid"]))
        elif text and kind != "image":
            yield Piece(kind="paragraph", text=text)


def _list_depths(nodes: Sequence[Mapping[str, Any]]) -> list[int]:
    """How many lists each node stands in."""
    depths: list[int] = []
    for node in nodes:
        parent = node.get("parent")
        above = depths[parent] if isinstance(parent, int) and parent < len(depths) else 0
        depths.append(above + (node["content"]["node_type"] == "list"))
    return depths


def _rows(grid: Mapping[str, Any]) -> list[tuple[Cell, ...]]:
    rows: list[list[Cell]] = [[] for _ in range(int(grid["rows"]))]
    for cell in grid["cells"]:
        piece = Piece(kind="paragraph", text=str(cell["content"]))
        rows[cell["row"]].append(Cell(column=int(cell["col"]), pieces=(piece,)))
    return [tuple(row) for row in rows]
