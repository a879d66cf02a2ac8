"""Spreadsheets and delimited text become rows of text, numbered as people see them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.sheets import NONE, Sheet, cell_text, delimiter, read_delimited, read_workbook
from tests.made_files import xlsx_of


def rows(sheet: Sheet) -> list[tuple[int, tuple[str, ...]]]:
    """(number, cells) of each row."""
    return [(row.number, row.cells) for row in sheet.rows]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("  tekst ", "tekst"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        (1001.0, "1001"),
        (0.5, "0.5"),
        (True, "TRUE"),
        (datetime.date(2026, 3, 2), "2026-03-02"),
        (datetime.datetime(2026, 3, 2, 10, 15), "2026-03-02 10:15:00"),  # noqa: DTZ001 -- spreadsheets know no zones
        (datetime.datetime(2026, 3, 2), "2026-03-02"),  # noqa: DTZ001
        ("a\r\nb", "a\nb"),
    ],
)
def test_cells(value: object, expected: str) -> None:
    """A cell's text is what people see, dates as ISO."""
    assert cell_text(value) == expected


def test_workbook() -> None:
    """Sheets by name; blank rows fall out and leave the numbers of the others alone."""
    data = xlsx_of(Svar=[["a", "b"], [None, None], ["=1+1", "ja\nnei"]], Tom=[[None]])
    (sheet,) = read_workbook(data)
    assert sheet.name == "Svar"
    assert rows(sheet) == [(1, ("a", "b")), (3, ("=1+1", "ja\nnei"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("navn;svar\nKari;Ja, gjerne\nOla;Nei, takk\n", ";"),
        ("name,answer\nKari,Yes; gladly\n", ","),
        ("namn\tsvar\nKari\tJa, gjerne\n", "\t"),
        ('a;b\n"x;y";z\n', ";"),
        ('a,b\n"fleire\nliner, her",z\n', ","),
        ("Ein setning, med komma\nEin utan\nOg ein til, med, fleire\n", NONE),  # prose
        ("Ja, gjerne det\nNei, ikkje enno\n", NONE),  # even prose
        ("Tittel\n\nnr;svar\n1;Ja\n2;Nei\n", ";"),
        ("berre ei line, med komma", NONE),
        ("", NONE),
    ],
)
def test_delimiters(text: str, expected: str) -> None:
    """The sign that makes even rows; prose has none."""
    assert delimiter(text) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimited(encoding: str) -> None:
    """Any encoding that spreadsheet programs write, with or without a mark, any line ends."""
    (sheet,) = read_delimited('spørsmål;svar\r\nKva?;"Ja,\r\n«gjerne»"\r\n'.encode(encoding))
    assert rows(sheet) == [(1, ("spørsmål", "svar")), (2, ("Kva?", "Ja,\n«gjerne»"))]


def test_excel_says_its_own_delimiter() -> None:
    """A first line `sep=,` tells, and is no row."""
    (sheet,) = read_delimited(b"sep=,\r\na,b\r\n1;2,3\r\n")
    assert rows(sheet) == [(2, ("a", "b")), (3, ("1;2", "3"))]


@pytest.mark.parametrize("data", [b"", b"\n\n", b";;;\n"])
def test_blank(data: bytes) -> None:
    """No text, no sheet."""
    assert read_delimited(data) == ()


def test_a_quote_that_never_ends() -> None:
    """A lone quotation mark does not lose what follows it."""
    (sheet,) = read_delimited(b'a;b\nx;"y\nz;w\n')
    assert "w" in " ".join(cell for row in sheet.rows for cell in row.cells)


@settings(deadline=None)  # machines are busy
@given(st.lists(st.lists(st.text(alphabet='abø ,;"\n', max_size=8), min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_is_written_is_read(table: list[list[str]]) -> None:
    """Cells with delimiters, quotes and line ends inside come back."""
    table = [["hovud", "til"], *table]
    quoted = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    expected = [tuple(cell.strip() for cell in row) for row in table]
    found = [row.cells for sheet in read_delimited(quoted.encode()) for row in sheet.rows]
    assert found == [row for row in expected if any(row)]
