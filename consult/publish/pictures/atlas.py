"""The map of passages: a sign for each, threads to the middle of its theme, and the names of the largest themes.

In: places in a plane. Out: a canvas. Guaranteed: who speaks is a sign's shape, not its colour; no two names
lie on each other; a theme whose name had no room is in the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consult.publish.cells import MIXED
from consult.publish.charts import breadth
from consult.publish.pictures.lettering import LINE, wrapped
from consult.publish.pictures.places import Plane, Point
from consult.publish.pictures.vega import SUBTLE, Canvas, Row

SHAPES = {"group_note": "square", "organisation": "circle", "individual": "triangle-up", MIXED: "diamond"}
"""As in the report."""

SIZES = {"group_note": 38, "organisation": 46, "individual": 64, MIXED: 56}
"""In square units: these look alike big, for a square fills its place and a triangle half of it."""

EDGE = 26.0
"""How far signs stay from the edge."""

BROAD = 500.0
"""Units: a broader picture is lower than it is wide, and has its legend on one line."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is drawn.

    themes: (id, title), the largest first; members: theme → (passage id, voice); legend: (voice, word).
    """

    plane: Plane
    themes: tuple[tuple[str, str], ...]
    members: Mapping[str, tuple[tuple[str, str], ...]]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where the map stands on the picture, below its legend."""

    width: float
    top: float
    height: float

    def place(self, point: Point) -> Point:
        across = EDGE + point[0] * (self.width - 2 * EDGE)
        return round(across, 1), round(self.top + EDGE + (1 - point[1]) * (self.height - 2 * EDGE), 1)


def atlas_canvas(chart: Chart, *, width: float, most: int) -> Canvas:
    """Draw a map on which at most `most` themes are named."""
    wide = width > BROAD
    frame = _Frame(
        width=width, top=LINE * 1.6 * (1 if wide else len(chart.legend)), height=round(width * (0.72 if wide else 1.05))
    )
    canvas = Canvas(width=width, height=frame.top + frame.height)
    edge = {"x": 0, "x2": width, "y": frame.top, "y2": frame.top + frame.height}
    canvas.boxes([edge], fill="#fafafa", stroke="#bbbcbd")
    names = _names(chart, frame, most)
    canvas.lines([line for theme in names for line in _threads(chart, theme, frame)], stroke="#bbbcbd")
    _signs(canvas, chart, frame, 1 if wide else 0.55)
    canvas.texts([row for rows in names.values() for row in rows], halo=True, align="middle", weight=600)
    _legend(canvas, chart.legend, beside=wide)
    return canvas


def _threads(chart: Chart, theme: str, frame: _Frame) -> Iterator[Row]:
    """From the middle of a theme to each of its passages."""
    x, y = frame.place(chart.plane.themes[theme])
    for passage, _ in chart.members[theme]:
        to = frame.place(chart.plane.passages[passage])
        yield {"x": x, "y": y, "x2": to[0], "y2": to[1]}


def _signs(canvas: Canvas, chart: Chart, frame: _Frame, scale: float) -> None:
    spoken = [one for members in chart.members.values() for one in members]
    for voice, shape in SHAPES.items():
        points = sorted(frame.place(chart.plane.passages[passage]) for passage, kind in spoken if kind == voice)
        rows = [{"x": x, "y": y} for x, y in points]
        canvas.points(rows, shape=shape, fill=SUBTLE, fillOpacity=0.75, size=SIZES[voice] * scale, strokeWidth=0.8)


def _names(chart: Chart, frame: _Frame, most: int) -> dict[str, list[Row]]:
    """Theme → lines of its name at its middle, for the largest whose names have room."""
    taken: list[Box] = []
    found: dict[str, list[Row]] = {}
    for theme, title in chart.themes[: most * 2]:
        lines = wrapped(title, frame.width * (0.29 if frame.width > BROAD else 0.45))
        box = _box(frame.place(chart.plane.themes[theme]), lines, frame)
        if lines and len(taken) < most and not any(_meet(box, other) for other in taken):
            taken.append(box)
            x, y = (box[0] + box[2]) / 2, box[1] + LINE / 2
            found[theme] = [
                {"x": round(x, 1), "y": round(y + LINE * n, 1), "text": line} for n, line in enumerate(lines)
            ]
    return found


def _box(middle: Point, lines: Sequence[str], frame: _Frame) -> Box:
    """What a name covers, moved so that it lies on the map."""
    half = max((breadth(line) for line in lines), default=0) / 2 + 4
    tall = LINE * len(lines) / 2
    x = min(max(middle[0], half), frame.width - half)
    y = min(max(middle[1], frame.top + tall + 2), frame.top + frame.height - tall - 2)
    return x - half, y - tall, x + half, y + tall


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _legend(canvas: Canvas, legend: Sequence[tuple[str, str]], *, beside: bool) -> None:
    """Each shape and what it stands for, beside or below each other."""
    x, y = 8.0, LINE * 0.7
    for voice, word in legend:
        canvas.points([{"x": x, "y": y}], shape=SHAPES[voice], fill=SUBTLE, size=SIZES[voice] * 1.4)
        canvas.texts([{"x": x + 12, "y": y, "text": word}])
        x, y = (x + 12 + breadth(word) + 24, y) if beside else (x, y + LINE * 1.5)
