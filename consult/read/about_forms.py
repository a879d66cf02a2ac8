"""Sheets beside answers that tell of the form and not of any matter: *Om*, *Informasjon*, *Skjemaet var ope i mars*.

In: a sheet and its columns, as they would be read. Out: whether it has the shape of answers, and whether its words are
the organiser's. A sheet without that shape is not of people who answered where another sheet has it; settings can say
otherwise (`also` of a form).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult.read.columns import Column, Role, is_prompt
from consult.read.document import one_line
from consult.read.sheets import Sheet
from consult.read.signs import clock_times, has_contact, has_date
from consult.read.vocabulary import pattern

WHO_AND_WHEN: frozenset[Role] = frozenset(("identifier", "date", "contributor", "organisation", "contact"))
"""Columns that only a list of those who answered has."""

OURS = 0.5  # share of a sheet's cells from which it is the organiser's
LABEL_WORDS = 3  # of a cell that only names what stands beside it: *Periode*, *Ansvarleg*
LINK = re.compile(r"https?://|www\.")


def has_answers(columns: Sequence[Column]) -> bool:
    """Whether a sheet has the shape of answers: a head that asks, or who answered and when, above what they wrote."""
    if not any(column.role == "answer" for column in columns):
        return False
    asks = any(column.role == "answer" and is_prompt(column.question) for column in columns)
    return asks or any(column.role in WHO_AND_WHEN for column in columns)


def is_ours(sheet: Sheet) -> bool:
    """Whether a sheet's name, or half of what stands in it, is of whoever made the form."""
    if pattern("form_sheet").fullmatch(sheet.name.strip()):
        return True
    cells = [one_line(cell) for row in sheet.rows for cell in row.cells if cell]
    return sum(map(_tells_of_form, cells)) >= OURS * len(cells)


def _tells_of_form(cell: str) -> bool:
    """Whether a cell says when, where or how people could answer, or only names what stands beside it."""
    if pattern("form_prose").search(cell):
        return True
    dated = has_date(cell) or clock_times(cell) > 0 or has_contact(cell) or bool(LINK.search(cell))
    return not re.search(r"[^\W\d_]", cell) or (dated and len(cell.split()) <= 3 * LABEL_WORDS)
