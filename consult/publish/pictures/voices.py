"""Themes by how many voices of each kind speak in them.

In: an outline. Out: a picture, or none where nobody speaks. Guaranteed: each kind has its own column and measure.
"""

from __future__ import annotations

from collections.abc import Sequence

from consult.messages import Message
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
    kinds = [voice for voice in VOICES if any(entry.voices.get(voice) for entry in themes)]
    if not kinds:
        return None
    heads = [m(f"report-voice-{voice}") for voice in kinds]
    rows = [Bars(label=one.theme.title, numbers=tuple(one.voices.get(voice, 0) for voice in kinds)) for one in themes]
    narrow = [Group(heading=head, rows=_column(rows, column)) for column, head in enumerate(heads)]
    title, short = m("picture-voices-title"), m("picture-voices-narrow", most=MOST_NARROW)
    description = m("picture-voices-description", themes=len(rows), shown=min(len(rows), MOST))
    return Picture(
        title=title, description=description, anchor="picture-voices", table=_table(rows, heads, m),
        svg=drawn(columns(rows[:MOST], heads, width=WIDE, label=LABEL), "voices", title, description),
        narrow=drawn(stacked(narrow, width=NARROW), "voices-narrow", title, short),
    )  # fmt: skip


def _column(rows: Sequence[Bars], column: int) -> tuple[Bars, ...]:
    """The rows that have something in a column, the most first, as many as are drawn."""
    found = [Bars(label=row.label, numbers=(row.numbers[column],)) for row in rows if row.numbers[column]]
    return tuple(sorted(found, key=lambda row: -row.numbers[0])[:MOST_NARROW])


def _table(rows: Sequence[Bars], heads: Sequence[str], m: Message) -> Table:
    return Table(
        caption=m("picture-voices-table"), head=(m("picture-theme"), *heads), numeric=tuple(range(1, len(heads) + 1)),
        rows=tuple((runs(row.label), *(runs(str(number)) for number in row.numbers)) for row in rows),
    )  # fmt: skip
