"""Formulas that the file keeps no value of are read as they are written; others are left to their value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from consult.read.formulas import formulas_without_value
from consult.read.sheets import read_workbook
from tests.made_files import xlsx_of


def uncomputed_xlsx(rows: Sequence[Sequence[object]], name: str = "Svar") -> bytes:
    """A workbook with one sheet, whose texts that begin with `=` are formulas that nothing has computed."""
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(list(row))
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    """The workbook with its sheet's XML changed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name.startswith("xl/worksheets/") else content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK, and no archive",
        changed(uncomputed_xlsx([["a", "=1+1"]]), lambda xml: xml[:-9]),  # broken: others may read its values
        xlsx_of(Svar=[["=1+1", "ja"]]),  # text that looks like a formula
        xlsx_of(Svar=[["f", "v"]]),
        changed(
            uncomputed_xlsx([["a", "=1+1"]]), lambda xml: xml.replace("<v></v>", "<v>2</v>").replace("<v/>", "<v>2</v>")
        ),
        changed(
            uncomputed_xlsx([["a", '=""']]), lambda xml: xml.replace('r="B1"', 'r="B1" t="str"')
        ),  # computed: blank
    ],
)
def test_what_has_a_value_is_left_alone(data: bytes) -> None:
    """Texts, values that the file keeps, and computed blanks are no finds."""
    assert formulas_without_value(data) == {}


def test_each_formula_stands_in_its_place() -> None:
    """Sheet, row and column from 0, the text as stored."""
    data = uncomputed_xlsx([["a"], [None, "=1+1"], [None, None, '="Ja"&A1']], name="Svar & slikt")
    assert formulas_without_value(data) == {"Svar & slikt": {(1, 1): "=1+1", (2, 2): '="Ja"&A1'}}


def test_a_shared_formula_is_told_for_each_cell() -> None:
    """Cells below one that share its formula have no text of their own."""
    shared = '<c r="A2"><f t="shared" si="0"/><v></v></c>'

    def change(xml: str) -> str:
        return xml.replace("<f>", '<f t="shared" ref="A1:A2" si="0">').replace(
            "</row>", f'</row><row r="2">{shared}</row>'
        )

    data = changed(uncomputed_xlsx([["=B1"]]), change)
    assert formulas_without_value(data) == {"Svar": {(0, 0): "=B1", (1, 0): "=B1"}}


def test_rows_and_cells_beyond_the_values_are_read() -> None:
    """A sheet whose last row and column hold formulas alone is read to its end."""
    (sheet,) = read_workbook(uncomputed_xlsx([["a", "b"], ["c", "d"], [None, None, "=1+1"]]))
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("a", "b")),
        (2, ("c", "d")),
        (3, ("", "", "=1+1")),
    ]
