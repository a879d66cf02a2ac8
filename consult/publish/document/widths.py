"""How broad the columns of a table are: by what stands in them.

>>> from consult.publish.document import runs
>>> one = Table(caption="", head=("Tema", "Tal"), rows=((runs("Opne data om kontraktane"), runs("3")),))
>>> shares(one)
[0.75, 0.25]
"""

from __future__ import annotations

from consult.publish.document import Table

__all__ = ["shares"]

LEAST, MOST, WORD, AROUND = 8, 26, 20, 3
"""Characters: no column is narrower, none needs more, a word that is longer may break, and the space around a word."""


def shares(table: Table) -> list[float]:
    """Each column's part of the whole, from the longest words that stand in it; they sum to 1."""
    broad = [_breadth(table, column) for column in range(len(table.head))]
    return [one / sum(broad) for one in broad]


def _breadth(table: Table, column: int) -> int:
    cells = ["".join(run.text for run in row[column]) for row in table.rows]
    longest = max((len(cell) for cell in cells), default=0)
    words = [word for text in (table.head[column], *cells) for word in text.split()]
    word = min(max((len(word) for word in words), default=0), WORD) + AROUND
    return max(min(longest, MOST), word, LEAST)
