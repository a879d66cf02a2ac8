"""Themes by how many voices of each kind speak in them.

In: an outline. Out: a picture, or none where nobody speaks. Guaranteed: each kind has its own column and measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from consult.messages import Message
from consult.publish.cells import told
from consult.publish.document import Picture, Table, runs
from consult.publish.outline import Outline
from consult.publish.pictures.bars import Bars, Group, columns, stacked
from consult.publish.pictures.sizes import LABEL, NARROW, WIDE, entries
from consult.publish.pictures.vega import drawn
from consult.records import VOICES

MOST, MOST_NARROW = 30, 12
"""More themes than this are not drawn on a broad screen, and for each kind on a narrow one; the table has them all."""


def voices_picture(plan: Outline, m: Message) -> Picture | None:
    """A row for each theme, a column for each kind of voice."""
    themes = entries(plan)
    kinds = [voice for voice in VOICES if any(entry.voices.get(voice, 0) != 0 for entry in themes)]
    if not kinds:
        return None
    heads = [m(f"report-voice-{voice}") for voice in kinds]
    rows = [Bars(label=one.theme.title, numbers=tuple(one.voices.get(voice, 0) for voice in kinds)) for one in themes]
    narrow = [Group(heading=head, rows=_column(rows, column)) for column, head in enumerate(heads)]
    title, short = m("picture-voices-title"), m("picture-voices-narrow", most=MOST_NARROW)
    description = m("picture-voices-description", themes=len(rows), shown=min(len(rows), MOST))
    if any(None in row.numbers for row in rows):
        description, short = (f"{words} {m('cells-picture')}" for words in (description, short))
    return Picture(
        title=title, description=description, anchor="picture-voices", table=_table(rows, heads, m),
        svg=drawn(columns(rows[:MOST], heads, width=WIDE, label=LABEL), "voices", title, description),
        narrow=drawn(stacked(narrow, width=NARROW), "voices-narrow", title, short),
    )  # fmt: skip


def _column(rows: Sequence[Bars], column: int) -> tuple[Bars, ...]:
    """The rows that have something to show in a column, the most first, as many as are drawn."""
    found = [(row.numbers[column] or 0, row.label) for row in rows]
    found = sorted((one for one in found if one[0]), key=lambda one: -one[0])[:MOST_NARROW]
    return tuple(Bars(label=label, numbers=(number,)) for number, label in found)


def _table(rows: Sequence[Bars], heads: Sequence[str], m: Message) -> Table:
    return Table(
        caption=m("picture-voices-table"), head=(m("picture-theme"), *heads), numeric=tuple(range(1, len(heads) + 1)),
        rows=tuple((runs(row.label), *(runs(told(number)) for number in row.numbers)) for row in rows),
    )  # fmt: skip
