"""The way from sources to responses as bands between four columns of boxes.

In: passages' ways, each through a box of every column. Out: a canvas. One passage is one unit of height everywhere,
so the columns are equally high; what is too much to read is gathered before it comes here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from consult.publish.cells import MIXED
from consult.publish.charts import breadth
from consult.publish.pictures.lettering import LINE, counted, wrapped
from consult.publish.pictures.vega import HATCHES, INK, Canvas
from consult.records import VOICES

BOX, GAP = 12.0, 8.0
"""Width of a box, and the least distance of two boxes."""

LEAST = 420.0
"""Units of height that all passages share at least."""

FILLS = dict(zip((*VOICES, MIXED), HATCHES, strict=True))
"""By voice; the hatching tells them apart in grey, and the legend says what it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How many passages go through these boxes, from left to right. kind: decides the filling, not the meaning."""

    boxes: tuple[str, ...]
    passages: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Ways, each step's boxes from top to bottom, their words, each step's name; legend: (kind, word)."""

    ways: tuple[Way, ...]
    orders: tuple[tuple[str, ...], ...]
    labels: Mapping[str, str]
    heads: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where a column's boxes stand, and how broad the labels beside them may be; `left`: labels before the boxes."""

    x: float
    room: float
    left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    y: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A column with its boxes from top to bottom, the passages and the label of each, and where each stands."""

    column: Column
    sizes: Mapping[str, int]
    lines: Mapping[str, tuple[str, ...]]
    places: Mapping[str, _Box] = field(default_factory=dict)


def flow_canvas(scheme: Scheme, columns: Sequence[Column], width: float) -> Canvas:
    """Draw a scheme that has at least one way, with a column for each of its steps."""
    steps = enumerate(zip(scheme.orders, columns, strict=True))
    bare = [_side(scheme, step, order, column) for step, (order, column) in steps]
    unit = _unit(bare)
    height, top = max(_needed(side, unit) for side in bare), LINE * 2 + GAP
    sides = [replace(side, places=_stack(side, unit, top, height)) for side in bare]
    canvas = Canvas(width=width, height=top + height + LINE * 2)
    for kind, fill in FILLS.items():
        rows = [{"path": path} for path in _bands(scheme.ways, sides, unit, kind)]
        canvas.paths(rows, fill=fill, fillOpacity=0.45, stroke=fill, strokeWidth=0.6, strokeOpacity=0.8)
    for side, head in zip(sides, scheme.heads, strict=True):
        _boxes(canvas, side)
        _head(canvas, side.column, head)
    _legend(canvas, scheme.legend, top + height + LINE * 1.5)
    return canvas


def _side(scheme: Scheme, step: int, order: Sequence[str], column: Column) -> _Side:
    sizes: Counter[str] = Counter()
    for way in scheme.ways:
        sizes[way.boxes[step]] += way.passages
    lines = {box: counted(scheme.labels[box], sizes[box], column.room) for box in order if sizes[box]}
    return _Side(column=column, sizes=sizes, lines=lines)


def _unit(sides: Sequence[_Side]) -> float:
    """Height of a passage: enough for the whole, and for a label beside most boxes."""
    most = max(sum(LINE * len(words) for words in side.lines.values()) for side in sides)
    return max(LEAST, most * 0.8) / sum(sides[0].sizes.values())


def _room(side: _Side, box: str, unit: float) -> float:
    """What a box and its label need, whichever is higher."""
    return max(side.sizes[box] * unit, LINE * len(side.lines[box]))


def _needed(side: _Side, unit: float) -> float:
    return sum(_room(side, box, unit) for box in side.lines) + GAP * (len(side.lines) - 1)


def _stack(side: _Side, unit: float, top: float, height: float) -> dict[str, _Box]:
    """Boxes from top to bottom, each with room for its label, what is left over spread between them."""
    spare, gaps = height - _needed(side, unit), len(side.lines) - 1
    y, found = top + (0 if gaps else spare / 2), {}
    for box in side.lines:
        own, room = side.sizes[box] * unit, _room(side, box, unit)
        found[box] = _Box(y=y + (room - own) / 2, height=own)
        y += room + GAP + (spare / gaps if gaps else 0)
    return found


def _bands(ways: Sequence[Way], sides: Sequence[_Side], unit: float, kind: str) -> Iterator[str]:
    """The bands of a kind; all kinds are laid out, so that no band lies on another where they leave and arrive."""
    for step, (left, right) in enumerate(pairwise(sides)):
        counts: Counter[tuple[str, str, str]] = Counter()
        for way in ways:
            counts[way.boxes[step], way.boxes[step + 1], way.kind] += way.passages
        starts, ends = _offsets(counts, left, right, unit, 0), _offsets(counts, left, right, unit, 1)
        x = left.column.x + BOX, right.column.x
        for key in sorted(counts):
            if key[2] == kind:
                yield _band(x, (starts[key], ends[key]), counts[key] * unit)


def _offsets(
    counts: Mapping[tuple[str, str, str], int], left: _Side, right: _Side, unit: float, end: int
) -> dict[tuple[str, str, str], float]:
    """Where each band touches its box on one side, in the order of the boxes on the other."""
    side, across = (left, right) if end == 0 else (right, left)
    rank = {box: n for n, box in enumerate(across.lines)}
    used: defaultdict[str, float] = defaultdict(float)
    found = {}
    for key in sorted(counts, key=lambda key: (rank[key[1 - end]], key)):
        found[key] = side.places[key[end]].y + used[key[end]]
        used[key[end]] += counts[key] * unit
    return found


def _band(x: tuple[float, float], y: tuple[float, float], height: float) -> str:
    """The outline of a band that leaves and arrives level."""
    (x1, x2), (y1, y2), middle = x, y, sum(x) / 2
    numbers = [round(one, 1) for one in (x1, y1, middle, y1, middle, y2, x2, y2, x2, y2 + height,
                                         middle, y2 + height, middle, y1 + height, x1, y1 + height)]  # fmt: skip
    return "M{},{}C{},{} {},{} {},{}L{},{}C{},{} {},{} {},{}Z".format(*numbers)


def _boxes(canvas: Canvas, side: _Side) -> None:
    column = side.column
    rows = [
        {"x": column.x, "x2": column.x + BOX, "y": round(one.y, 1), "y2": round(one.y + max(one.height, 1), 1)}
        for one in side.places.values()
    ]
    canvas.boxes(rows, fill=INK)
    x = column.x - 6 if column.left else column.x + BOX + 6
    words = [
        {"x": x, "y": round(one.y + one.height / 2 + LINE * (n - (len(side.lines[box]) - 1) / 2), 1), "text": line}
        for box, one in side.places.items()
        for n, line in enumerate(side.lines[box])
    ]
    canvas.texts(words, halo=not column.left, align="end" if column.left else "start")


def _legend(canvas: Canvas, legend: Sequence[tuple[str, str]], y: float) -> None:
    x = 4.0
    for kind, word in legend:
        box = {"x": x, "x2": x + 26, "y": y - 7, "y2": y + 7}
        canvas.boxes([box], fill=FILLS[kind], fillOpacity=0.6, stroke=FILLS[kind])
        canvas.texts([{"x": x + 33, "y": y, "text": word}])
        x += 33 + breadth(word) + 24


def _head(canvas: Canvas, column: Column, head: str) -> None:
    x = column.x + BOX if column.left else column.x
    rows = [{"x": x, "y": LINE * (n + 0.5), "text": line} for n, line in enumerate(wrapped(head, column.room + BOX))]
    canvas.texts(rows, align="end" if column.left else "start", weight=600)
