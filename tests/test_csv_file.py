"""The tables that we have written are read whole, whatever another reader has told the standard library."""

from __future__ import annotations

import csv

import pytest

from consult.csv_file import table_rows

ROWS = [
    ("a,b\n1,2\n", [{"a": "1", "b": "2"}]),
    ("a\n", []),
    ("", []),
    ('a,b\n"x\r\ny","z, ""w"""\n', [{"a": "x\r\ny", "b": 'z, "w"'}]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows_are_read_as_they_were_written(text: str, rows: list[dict[str, str]]) -> None:
    """Lines and commas inside of quotes are part of the cell."""
    assert list(table_rows(text)) == rows


@pytest.mark.parametrize("limit", [10, 131_072])
def test_a_long_cell_is_read_whatever_limit_stands(limit: int) -> None:
    """The limit is one for the whole process: who read a form before may have set it."""
    before = csv.field_size_limit(limit)
    try:
        assert [len(row["a"]) for row in table_rows(f"a\n{'x' * 300_000}\n")] == [300_000]
    finally:
        csv.field_size_limit(before)


def test_without_it_a_long_cell_is_refused() -> None:
    """Sabotage twin: the standard library alone does not read such a table."""
    before = csv.field_size_limit(131_072)
    try:
        with pytest.raises(csv.Error, match="field larger than field limit"):
            list(csv.DictReader(["a\n", "x" * 300_000]))
    finally:
        csv.field_size_limit(before)
