"""Lists of bars: a label, and behind or under it a bar for each of its numbers, with the number beside it.

In: rows of a label and numbers. Out: a canvas. Guaranteed: every bar bears its number in figures; bars of one column
share a measure, those of different columns never do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consult.publish.cells import UNSHOWN
from consult.publish.pictures.lettering import LINE, wrapped
from consult.publish.pictures.vega import Canvas, Row

BAR, GAP = 14.0, 14.0
"""In units: the height of a bar, the distance of two rows."""

NUMBER = 34.0
"""Room for the figures behind the longest bar."""

FILL = "#4d7fb0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A row: its label, and a number for each column, 0 for no bar, None for a number that is not shown."""

    label: str
    numbers: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under a heading of their own, with a measure of their own."""

    heading: str
    rows: tuple[Bars, ...]


def columns(rows: Sequence[Bars], heads: Sequence[str], *, width: float, label: float) -> Canvas:
    """Rows beside each other: labels on the left in `label` units, then a column of bars for each head."""
    each = (width - label) / len(heads)
    top = LINE * max(len(wrapped(head, each - GAP)) for head in heads) + GAP
    heights = [max(LINE * len(wrapped(row.label, label - GAP)), BAR) + GAP for row in rows]
    canvas = Canvas(width=width, height=top + sum(heights))
    most = [max((row.numbers[column] or 0 for row in rows), default=0) or 1 for column in range(len(heads))]
    _heads(canvas, heads, label, each)
    y, texts, boxes, figures = top, [], [], []
    for row, height in zip(rows, heights, strict=True):
        middle = y + (height - GAP) / 2
        texts += _label(row.label, label - GAP, 0, middle)
        for column, number in enumerate(row.numbers):
            made = _bar(label + column * each, middle, each - NUMBER - GAP, (number or 0) / most[column], number)
            boxes += made[0]
            figures += made[1]
        y += height
    canvas.lines([{"x": 0, "x2": width, "y": top - GAP / 2, "y2": top - GAP / 2}])
    canvas.boxes(boxes, fill=FILL)
    canvas.texts(texts)
    canvas.texts(figures)
    return canvas


def stacked(groups: Sequence[Group], *, width: float, together: bool = False) -> Canvas:
    """Rows under each other, each label on lines of its own above its bars: for narrow screens.

    together: all groups share a measure; else each has its own.
    """
    canvas = Canvas(width=width, height=sum(_height(group, width) for group in groups))
    most = max((_most(group) for group in groups), default=1)
    y, heads, texts, boxes, figures = 0.0, [], [], [], []
    for group in groups:
        heads += _lines(group.heading, width, 0, y + LINE / 2)
        y += _head_height(group, width)
        for row in group.rows:
            texts += _lines(row.label, width, 0, y + LINE / 2)
            y += LINE * len(wrapped(row.label, width))
            for number in row.numbers:
                share = (number or 0) / (most if together else _most(group))
                made = _bar(0, y + BAR / 2, width - NUMBER, share, number)
                boxes += made[0]
                figures += made[1]
                y += BAR + 4
            y += GAP / 2
        y += GAP
    canvas.boxes(boxes, fill=FILL)
    canvas.texts(heads, weight=600)
    canvas.texts(texts + figures)
    return canvas


def _most(group: Group) -> int:
    return max((number or 0 for row in group.rows for number in row.numbers), default=0) or 1


def _head_height(group: Group, width: float) -> float:
    return LINE * len(wrapped(group.heading, width)) + GAP / 2 if group.heading else 0


def _height(group: Group, width: float) -> float:
    rows = (LINE * len(wrapped(row.label, width)) + (BAR + 4) * len(row.numbers) + GAP / 2 for row in group.rows)
    return _head_height(group, width) + sum(rows) + GAP


def _heads(canvas: Canvas, heads: Sequence[str], label: float, each: float) -> None:
    rows = [_lines(head, each - GAP, label + column * each, LINE / 2) for column, head in enumerate(heads)]
    canvas.texts([line for lines in rows for line in lines], weight=600)


def _label(text: str, width: float, x: float, middle: float) -> list[Row]:
    """A label around the middle of its row."""
    return _lines(text, width, x, middle - LINE * (len(wrapped(text, width)) - 1) / 2)


def _lines(text: str, width: float, x: float, y: float) -> list[Row]:
    return [{"x": x, "y": y + LINE * n, "text": line} for n, line in enumerate(wrapped(text, width))] if text else []


def _bar(x: float, middle: float, most: float, share: float, number: int | None) -> tuple[list[Row], list[Row]]:
    """A bar and its number; nothing but a sign where there is none, or where it is not shown."""
    if not number:
        return [], [{"x": x, "y": middle, "text": "–" if number == 0 else UNSHOWN}]
    end = x + max(most * share, 2)
    box = {"x": x, "x2": round(end, 2), "y": middle - BAR / 2, "y2": middle + BAR / 2}
    return [box], [{"x": round(end + 6, 2), "y": middle, "text": str(number)}]
