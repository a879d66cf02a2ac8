"""Heads of rows in the structure of a PDF file: the typesetter marks heads of columns only.

In: a tagged PDF file, and for each of its tables whether the first cell of a row is the row's head. Out: the file,
where those cells are `TH` with the scope of a row (ISO 32000-1, 14.8.5.7), the same bytes for the same input.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any


def marked_rows(file: bytes, with_heads: Sequence[bool]) -> bytes:
    """The file with heads of rows in the tables, told in the order of the page."""
    import pikepdf

    if not any(with_heads):
        return file
    with pikepdf.open(io.BytesIO(file)) as pdf:
        tables = [one for one in _elements(pdf.Root.StructTreeRoot) if one.get("/S") == "/Table"]
        for table, wanted in zip(tables, with_heads, strict=True):
            for row in _rows(table) if wanted else ():
                _mark(row)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _elements(element: Any) -> Iterator[Any]:
    """Every element of the structure under `element`, in the order of reading."""
    import pikepdf

    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table's body."""
    for part in _elements(table):
        if part.get("/S") == "/TBody":
            yield from (row for row in _elements(part) if row.get("/S") == "/TR")


def _mark(row: Any) -> None:
    """Make the first cell the head of its row; the others name no heads, so that both scopes count for them."""
    import pikepdf

    first, *others = [one for one in _elements(row) if one.get("/S") == "/TD"]
    first.S = pikepdf.Name.TH
    first.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    for cell in others:
        for attributes in _attributes(cell):
            if "/Headers" in attributes:
                del attributes["/Headers"]


def _attributes(element: Any) -> list[Any]:
    import pikepdf

    found = element.get("/A", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]
