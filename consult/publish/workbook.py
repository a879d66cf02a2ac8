"""The tables as one workbook: what people open in Excel or LibreOffice.

Every text cell is written as text and never as a formula, a link or a number, whatever it begins with; a cell that
a spreadsheet would run if it were typed (`=`, `+`, `-`, `@`, tab) carries the sign *quote prefix* besides, so that it
stays text when somebody edits it. The text itself is unchanged: shown, neutralised, never deleted.
The same tables and moment give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from consult.rows import COLUMNS, Row, Value

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""First characters that some spreadsheet takes for the start of a formula or a command (OWASP, CSV injection)."""

CELL_LIMIT = 32_767
"""UTF-16 units that a cell of a workbook can hold; the CSV tables have no such limit."""

CUT = " […]"
"""Ends a cell that was too long: the whole text stands in the CSV table."""

WIDTHS = {
    "text": 80,
    "drawn_on": 80,
    "before": 60,
    "exact": 80,
    "title": 48,
    "path": 40,
    "keywords": 40,
    "prefix": 24,
    "suffix": 24,
    "sha256": 20,
}
WIDTH = 16


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet might run `text` if somebody typed it.

    >>> is_dangerous("=1+1"), is_dangerous(" @x"), is_dangerous("svar = ja")
    (True, True, False)
    """
    return text.lstrip(" ").startswith(DANGEROUS)


def fit(text: str) -> str:
    """`text`, or as much of it as a cell can hold with the mark `CUT` behind it."""
    if 2 * len(text) <= CELL_LIMIT:  # whatever it is written with
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * CELL_LIMIT:
        return text
    return units[: 2 * (CELL_LIMIT - len(CUT))].decode("utf-16-le", "ignore") + CUT


def workbook(
    tables: Mapping[str, Sequence[Row]], created: datetime, more: Mapping[str, Sequence[Row]] | None = None
) -> bytes:
    """The bytes of an .xlsx file with one sheet a table, its header row bold and frozen.

    more: sheets that are no public tables, their first row the columns. created: stands as creation and change date,
    the only two the file states; its author is `consult`.
    """
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": "consult", "created": created.replace(tzinfo=None)})
        for name, rows in tables.items():
            _write_sheet(book, name, COLUMNS[name], rows)
        for name, (columns, *rows) in (more or {}).items():
            _write_sheet(book, name, [str(column) for column in columns], rows)
    return buffer.getvalue()


def sheet_bytes(name: str, columns: Sequence[str], rows: Sequence[Row], created: datetime) -> bytes:
    """The bytes of a workbook with one sheet that is no public table."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": "consult", "created": created.replace(tzinfo=None)})
        _write_sheet(book, name, columns, rows)
    return buffer.getvalue()


def _write_sheet(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(name)
    plain, quoted = book.add_format({"valign": "top"}), book.add_format({"valign": "top", "quote_prefix": True})
    for column, title in enumerate(columns):
        sheet.set_column(column, column, WIDTHS.get(title, WIDTH))
        sheet.write_string(0, column, title, book.add_format({"bold": True, "bottom": 1}))
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _write_cell(sheet, number, column, value, (plain, quoted))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _write_cell(sheet: Any, row: int, column: int, value: Value, formats: tuple[Any, Any]) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, fit(value), formats[is_dangerous(value)])
    elif value is not None:
        sheet.write_number(row, column, value, formats[0])
