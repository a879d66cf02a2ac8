"""A workbook that people filled in says what they wrote, formulas included, and is never computed."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from consult.errors import InputError
from consult.filled import tables_of


def saved(rows: list[list[Any]], name: str = "Ark") -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "text", ["Svar", "Svar på «innspel»", "a\nb", "+47 22", "-nei", "@ho", "👍", "12 stk", "true", "1.5.2027"]
)
def test_text_stays_as_it_was_written(text: str) -> None:
    """Also what some program would take for something else."""
    assert tables_of(saved([[text]])) == {"Ark": [[text]]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2027, "2027"),
        (2.5, "2.5"),
        (date(2027, 3, 1), "2027-03-01"),
        (datetime(2027, 3, 1, 12), "2027-03-01"),  # noqa: DTZ001 - a cell knows no time zone
        ("  Svar ", "Svar"),
        ("a\u030a", "å"),
        (None, ""),
        ("=SUM(A2:A3)", "=SUM(A2:A3)"),
        ("=Svar til folk", "=Svar til folk"),
        ('=HYPERLINK("http://x.example")', '=HYPERLINK("http://x.example")'),
    ],
)
def test_what_a_cell_says(value: Any, text: str) -> None:
    """Numbers and dates as people write them, formulas as somebody typed them."""
    assert tables_of(saved([["x", value]]))["Ark"][0][1:] == ([text] if text else [])


def test_a_formula_far_out_is_found() -> None:
    """In any row and column, beside cells that hold text."""
    rows = [[f"{row}.{column}" for column in range(30)] for row in range(12)]
    rows[11][28] = "=1+1"

    assert tables_of(saved(rows, "Tema & svar"))["Tema & svar"] == rows


@pytest.mark.parametrize("data", [b"", b"x", b"PK\x03\x04", saved([["a"]])[:-200]])
def test_what_is_no_workbook(data: bytes) -> None:
    """One clear error, whatever is wrong with it."""
    with pytest.raises(InputError, match="not a workbook that can be read"):
        tables_of(data)
