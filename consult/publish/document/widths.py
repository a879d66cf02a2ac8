"""How broad the columns of a table are: by what stands in them.

>>> one = Table(caption="", head=("Tema", "Tal"), rows=((runs("Opne data om kontraktane"), runs("3")),))
>>> shares(one)
[0.75, 0.25]
"""

from __future__ import annotations

from consult.publish.document import Table, runs

__all__ = ["runs", "shares"]

LEAST, MOST = 8, 40
"""Characters: a narrower column is not narrower still, a broader one breaks its lines."""


def shares(table: Table) -> list[float]:
    """Each column's part of the whole, from the longest words that stand in it; they sum to 1."""
    broad = [_breadth(table, column) for column in range(len(table.head))]
    return [one / sum(broad) for one in broad]


def _breadth(table: Table, column: int) -> float:
    cells = ["".join(run.text for run in row[column]) for row in table.rows]
    longest = max((len(cell) for cell in cells), default=0)
    word = max((len(word) for word in table.head[column].split()), default=0)
    return float(min(max(longest, word + 1, LEAST), MOST))
