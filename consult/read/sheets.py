"""xlsx, xls, ods, csv, tsv → sheets of text cells, rows numbered as a spreadsheet program numbers them.

A formula stored as text stays text; of a true formula, the value that the file keeps is read, and where an
xlsx keeps none, the formula's own text; nothing is computed. Dates are ISO, whole numbers have no decimals.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from consult.read.document import normalise
from consult.read.encoding import decode
from consult.read.formulas import Cells, formulas_without_value

DELIMITERS = ";,\t|"
NONE = "\x1f"  # a sign that no text has: each line is one cell
EVEN = 0.5  # share of rows of one width from which a sign is the delimiter
PROSE = 0.5  # share of commas with a space after them from which they divide sentences, not cells
SAMPLE = 60  # rows that tell the delimiter
LONGEST_FIELD = 1_000_000  # characters
MOST_ROWS = 300_000  # of a workbook; an answer a row, three times what consult is made for


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row: its number from 1, and its cells as text, empty ones included."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells have text."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet's rows that have any text; the name is empty for csv."""

    name: str
    rows: tuple[SheetRow, ...]


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook with text in them.

    Raises CalamineError when it is broken or encrypted, MemoryError when it says that it is longer than `MOST_ROWS`.
    """
    import python_calamine

    with python_calamine.load_workbook(BytesIO(data)) as book:
        kinds = {entry.name: entry.typ for entry in book.sheets_metadata}
        names = [name for name in book.sheet_names if kinds[name] == python_calamine.SheetTypeEnum.WorkSheet]
        opened = {name: book.get_sheet_by_name(name) for name in names}
        if sum(sheet.total_height for sheet in opened.values()) > MOST_ROWS:
            raise MemoryError
        tables = {name: sheet.to_python(skip_empty_area=False) for name, sheet in opened.items()}
    formulas = formulas_without_value(data)
    sheets = [_sheet(name, _with_formulas(rows, formulas.get(name, {}))) for name, rows in tables.items()]
    return tuple(sheet for sheet in sheets if sheet.rows)


def _with_formulas(rows: Sequence[Sequence[object]], formulas: Cells) -> list[list[object]]:
    """The rows with the texts of formulas where they have no value, as far out as those stand."""
    found = [list(row) for row in rows]
    for (number, place), text in sorted(formulas.items()):
        found += [[] for _ in range(number + 1 - len(found))]
        row = found[number]
        row += [None] * (place + 1 - len(row))
        row[place] = text if row[place] in (None, "") else row[place]
    return found


def read_delimited(data: bytes) -> tuple[Sheet, ...]:
    """The one sheet of a csv or tsv file, or none when it is blank."""
    text = normalise(decode(data))
    if not text.strip(f'{DELIMITERS}"\n '):
        return ()
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own line
        sheet = _sheet("", _split(rest, first.strip()[4]), offset=1)
    else:
        sheet = _sheet("", _split(text, delimiter(text)))
    return (sheet,) if sheet.rows else ()


def delimiter(text: str) -> str:
    r"""The sign that divides most of the first rows into the same number of cells; prose has none.

    >>> delimiter('navn;svar\nKari;"Ja, takk"\n')
    ';'
    """
    lines = "\n".join(text.split("\n")[: 5 * SAMPLE])
    if "\n" not in lines.strip():
        return _of_one_line(lines.strip())
    signs = [sign for sign in DELIMITERS if sign != "," or lines.count(", ") < PROSE * lines.count(",") or '"' in lines]
    scored = [(*_evenness(_split(lines, sign)[:SAMPLE]), -DELIMITERS.index(sign), sign) for sign in signs]
    evenness, _, _, sign = max(scored)
    return sign if evenness >= EVEN else NONE


def _of_one_line(line: str) -> str:
    """The sign that divides a line of heads without rows: no space stands beside it, and it is no prose.

    >>> _of_one_line("Namn;Svar"), _of_one_line("Ja; takk") == NONE
    (';', True)
    """
    return next((sign for sign in DELIMITERS if re.search(rf"\S[{sign}]\S", line) and f"{sign} " not in line), NONE)


def _evenness(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """(share of rows that have the most common width, if that is two or more; that width)."""
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return 0.0, 1
    width = max(widths, key=lambda width: (widths[width], width))
    return (widths[width] / widths.total(), width) if width > 1 else (0.0, 1)


def _split(text: str, sign: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    return list(csv.reader(StringIO(text, newline=""), delimiter=sign, strict=False))


def _sheet(name: str, rows: Sequence[Sequence[object]], *, offset: int = 0) -> Sheet:
    numbered = (
        SheetRow(number=number, cells=tuple(cell_text(value) for value in row))
        for number, row in enumerate(rows, start=1 + offset)
    )
    return Sheet(name=name, rows=tuple(row for row in numbered if row.filled))


def cell_text(value: object) -> str:
    """A cell as text.

    >>> cell_text(1001.0), cell_text(datetime.datetime(2026, 3, 2)), cell_text(True)
    ('1001', '2026-03-02', 'TRUE')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ").removesuffix(" 00:00:00")
    return normalise("" if value is None else str(value)).strip()
