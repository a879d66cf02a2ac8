"""Lines of a page in the file's order → the tables among them, each as one line that holds its cells.

Programs write a table cell by cell. So a cell is a run of lines under one another; a row is a run of cells
side by side, each further right and with its first line level with the others'; a table is two rows or more
whose cells begin in the same columns. Read along base lines instead, a table whose cells are wrapped would
give sentences that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from consult.read.running import SAME_LINE, Line

ALIGNED = 3.0  # points within which two lines begin in the same column
SAME_TYPE = 0.6  # points of difference in size within which type is the same
NEXT = 1.6  # ems between the base lines of two lines of one cell, at most


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines under one another."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def top(self) -> float:
        return self.lines[0].base


def with_grids(page: Sequence[Line]) -> list[Line]:
    """The page's lines, those of a table replaced by one line with `cells`."""
    found: list[Line] = []
    rows: list[list[_Cell]] = []
    for row in _rows(list(_cells(page))):
        if rows and not _continues(rows, row):
            found += _closed(rows)
            rows = []
        rows.append(row)
    return [*found, *_closed(rows)]


def _cells(page: Sequence[Line]) -> Iterator[_Cell]:
    current: list[Line] = []
    for line in page:
        if current and not _is_under(line, current[-1]):
            yield _Cell(tuple(current))
            current = []
        current.append(line)
    if current:
        yield _Cell(tuple(current))


def _is_under(line: Line, above: Line) -> bool:
    """Whether a line is the next of the same cell."""
    step = above.base - line.base
    same_type = line.bold == above.bold and abs(line.size - above.size) <= SAME_TYPE
    return same_type and 0 < step <= NEXT * line.size and abs(line.left - above.left) <= ALIGNED


def _rows(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    for cell in cells:
        level = _level_line(cell, row[-1]) if row else None
        if level and len(row) == 1:  # text stands right above the table's first row
            yield [_Cell(row[0].lines[:level])]
            row = [_Cell(row[0].lines[level:])]
        elif row and level != 0:
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _level_line(cell: _Cell, before: _Cell) -> int | None:
    """Which line of the cell before is level with the first of this one, further right; None if none is."""
    if cell.left <= max(line.right for line in before.lines):
        return None
    near = SAME_LINE * cell.lines[0].size
    return next((n for n, line in enumerate(before.lines) if abs(line.base - cell.top) <= near), None)


def _continues(rows: Sequence[Sequence[_Cell]], row: Sequence[_Cell]) -> bool:
    """Whether a row goes on a table: below it, several cells, each in a column of the wider of the two."""
    if min(len(rows[-1]), len(row)) < 2 or row[0].top >= rows[-1][0].top:
        return False
    columns, lefts = ([cell.left for cell in cells] for cells in (max(rows, key=len), row))
    wide, narrow = (columns, lefts) if len(columns) >= len(lefts) else (lefts, columns)
    return all(any(abs(left - column) <= ALIGNED for column in wide) for left in narrow)


def _closed(rows: Sequence[Sequence[_Cell]]) -> list[Line]:
    """The table as one line; the lines as they were when they are none."""
    lines = [line for row in rows for cell in row for line in cell.lines]
    if sum(len(row) > 1 for row in rows) < 2:
        return lines
    columns = [cell.left for cell in max(rows, key=len)]
    cells = tuple(
        tuple((_column(cell.left, columns), tuple(line.text for line in cell.lines)) for cell in row) for row in rows
    )
    return [
        replace(
            lines[0],
            text=" ".join(line.text for line in lines),
            left=min(line.left for line in lines),
            right=max(line.right for line in lines),
            bold=False,
            cells=cells,
        )
    ]


def _column(left: float, columns: Sequence[float]) -> int:
    return min(range(len(columns)), key=lambda number: abs(columns[number] - left))
