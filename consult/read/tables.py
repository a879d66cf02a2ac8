"""A table in a document → pieces: each cell with its column's head as label, the heads as `meta`.

A table of one row or one column only places text on the page: its paragraphs are paragraphs. One of two columns that
asks who sends it (*Namn | Nils Haugen*) is a form, and its first row no head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from consult.read.columns import named_role
from consult.read.document import Piece, one_line

HEAD_WORDS = 8  # a column's head is a name or a short question
RECORD_ROWS = 3  # of a table that is one form
RECORD_FIELDS = 2  # rows of it that ask who sends it, or when
OF_SENDER = frozenset({"contributor", "organisation", "contact", "date"})
HEAD_SHARE = 0.8  # without a mark in the file, heads are shorter than this share of what stands below


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. column: from 0, counting merged ones. head: the file marks it as a head."""

    column: int
    pieces: tuple[Piece, ...]
    head: bool = False

    @property
    def text(self) -> str:
        """All the cell says, on one line."""
        return one_line(" ".join(piece.text for piece in self.pieces))


Row = tuple[Cell, ...]


def continued_pieces(rows: Sequence[Row], heads: dict[int, str]) -> Iterator[Piece]:
    """Pieces of a table that goes on over a page: its columns have the heads given, which may stand there once more."""
    for row in _filled(rows):
        again = bool(heads) and {cell.column: cell.text for cell in row} == heads
        for cell in row:
            yield from _cell_pieces(cell, heads, is_head=again)


def heads_of(rows: Sequence[Row]) -> dict[int, str]:
    """What the first row of a table calls its columns, by number; nothing where it does not."""
    filled = _filled(rows)
    return {cell.column: cell.text for cell in filled[0]} if len(filled) > 1 and _has_heads(filled) else {}


def _filled(rows: Sequence[Row]) -> list[Row]:
    return [row for row in (tuple(cell for cell in row if cell.text) for row in rows) if row]


def table_pieces(rows: Sequence[Row]) -> Iterator[Piece]:
    """Pieces of a table in reading order: rows down, cells along."""
    filled = _filled(rows)
    columns = {cell.column for row in filled for cell in row}
    if len(filled) < 2 or len(columns) < 2:
        yield from (piece for row in filled for cell in row for piece in cell.pieces)
        return
    if _is_record(filled):
        yield from (piece for row in filled for piece in _field(row))
        return
    heads = heads_of(filled)
    for number, row in enumerate(filled):
        for cell in row:
            yield from _cell_pieces(cell, heads, is_head=bool(heads) and number == 0)


def _is_record(rows: Sequence[Row]) -> bool:
    """Whether a table is one filled-in form: what is asked at the left of each row, and several ask who or when."""
    if len(rows) < RECORD_ROWS or any([cell.column for cell in row] not in ([0], [0, 1]) for row in rows):
        return False
    roles = [named_role(row[0].text) for row in rows]
    return sum(role in OF_SENDER for role in roles) >= RECORD_FIELDS and named_role(rows[0][-1].text) is None


def _field(row: Row) -> Iterator[Piece]:
    """What is asked, and the answer with that as its label; of who sends it, no answer of theirs."""
    asked, *answers = row
    about = named_role(asked.text) in OF_SENDER
    asks = asked.text.endswith(("?", ":")) or len(asked.text.split()) <= HEAD_WORDS
    yield from _cell_pieces(asked, {}, is_head=asks)  # a long one may say something, above all where it spans the table
    for cell in answers:
        yield from _cell_pieces(cell, {cell.column: asked.text}, is_head=about)


def _cell_pieces(cell: Cell, heads: dict[int, str], *, is_head: bool) -> Iterator[Piece]:
    for piece in cell.pieces:
        if is_head:
            yield replace(piece, kind="meta", level=0)
        elif piece.kind in ("paragraph", "item", "heading"):
            yield replace(piece, kind="cell", level=0, label=heads.get(cell.column, ""))
        else:
            yield piece


def _has_heads(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: so marked, or short names above longer text."""
    first = rows[0]
    if all(cell.head for cell in first):
        return True
    if len(first) < 2 or any(len(cell.text.split()) > HEAD_WORDS or cell.text.endswith(".") for cell in first):
        return False
    below = [len(cell.text) for row in rows[1:] for cell in row]
    return sum(len(cell.text) for cell in first) / len(first) < HEAD_SHARE * sum(below) / len(below)
