r"""Rows of the tables that we have written, however long a cell is.

The standard library refuses a cell of more than 131,072 characters unless it is told otherwise, for all of the process:
a letter without a full stop is longer, and a table that we wrote we can read.

>>> [row["text"] for row in table_rows("text\n" + "a" * 200_000 + "\n")] == ["a" * 200_000]
True
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

LONGEST_CELL = 2**31 - 1  # characters: all that the reader can count on every system


def table_rows(text: str) -> Iterator[dict[str, str]]:
    """Each row of a table as column → cell. text: a head and rows, comma between cells, quoted where needed."""
    csv.field_size_limit(LONGEST_CELL)
    yield from csv.DictReader(StringIO(text, newline=""))
