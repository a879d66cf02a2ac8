"""From layers of marks to a picture as SVG, by Vega: no network, no browser, no typeface of the machine's.

In: marks with their places, a title and a description. Out: SVG that holds no script, style or link, whose ids are
unique under the picture's name, whose texts are escaped, and that says what it is to those who do not see it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from consult.publish.document.drawings import prepared
from consult.publish.document.words import printable

FONT = "Inter, system-ui, Arial, sans-serif"
"""The typeface that widths are measured in, and what stands for it where a reader lacks it."""

SIZE = 14
"""Of text, in units of the picture."""

PADDING, MIDDLE = 4, 0.35
"""Units around what is drawn; the middle of a line above its foot, in sizes of its text."""

INK, SUBTLE, PAPER = "#292c30", "#5b5d60", "#ffffff"

HATCHES = {
    "#1f5a94": "", "#2a8a72": "M-2,2l4,-4M0,8l8,-8M6,10l4,-4", "#b97a1c": "M1,2h2M5,6h2", "#6f7276": "M0,4h8",
}  # fmt: skip
"""Fillings by voice, and where no voice is told: colour → the lines over it, in squares of 8 units; none at first."""

SVG = "{http://www.w3.org/2000/svg}"
DEAD = ("aria-roledescription", "aria-label", "aria-hidden", "role", "pointer-events", "style", "class", "cursor",
        "tabindex")  # fmt: skip
"""What the library writes on marks for its own interactive pages; the whole picture has one role and one name."""

HARM = frozenset({"script", "foreignObject", "a", "image", "use", "style", "iframe", "animate", "set"})

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What is drawn, from behind to the front. width, height: in units; y grows downwards.

    Rows give the places; `mark` sets a whole layer apart, in Vega's words.
    """

    width: float
    height: float
    layers: list[tuple[str, list[Row], Row]] = field(default_factory=list)
    words: list[tuple[list[Row], Row]] = field(default_factory=list)

    def boxes(self, rows: Sequence[Row], **mark: Any) -> None:
        """Rectangles: x, y, x2, y2."""
        self._add("rect", rows, {"stroke": INK, "strokeWidth": 1} | mark)

    def texts(self, rows: Sequence[Row], *, halo: bool = False, align: str = "start", weight: int = 400) -> None:
        """Words whose middle line is y, over all else; `halo` keeps them apart from what lies under them.

        align: `start`, `middle` or `end` of the words stands at x.
        """
        around = (
            {"stroke": PAPER, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"} if halo else {}
        )
        self.words.append((list(rows), {"text-anchor": align, "font-weight": weight} | around))

    def lines(self, rows: Sequence[Row], **mark: Any) -> None:
        """Straight lines: x, y, x2, y2."""
        self._add("rule", rows, {"stroke": SUBTLE, "strokeWidth": 1} | mark)

    def points(self, rows: Sequence[Row], **mark: Any) -> None:
        """Signs at x, y."""
        self._add("symbol", rows, {"fill": INK, "size": 60, "stroke": PAPER, "strokeWidth": 1} | mark)

    def paths(self, rows: Sequence[Row], **mark: Any) -> None:
        """Outlines: path, in the words of SVG."""
        self._add("path", rows, mark)

    def _add(self, kind: str, rows: Sequence[Row], shape: Row) -> None:
        if rows:
            self.layers.append((kind, list(rows), shape))

    def specification(self) -> Row:
        """The picture in the words of Vega."""
        return {
            "$schema": "https://vega.github.io/schema/vega/v6.json",
            "width": self.width, "height": self.height, "padding": PADDING, "autosize": "none", "background": PAPER,
            "data": [{"name": f"rows-{n}", "values": rows} for n, (_, rows, _) in enumerate(self.layers)],
            "marks": [_mark(n, kind, rows, shape) for n, (kind, rows, shape) in enumerate(self.layers)],
        }  # fmt: skip


def _mark(number: int, kind: str, rows: Sequence[Row], shape: Row) -> Row:
    """A layer: what its rows tell is a field, what sets it apart a value."""
    channels = {key: {"field": key} for key in rows[0]} | {key: {"value": value} for key, value in shape.items()}
    return {"type": kind, "from": {"data": f"rows-{number}"}, "encode": {"enter": channels}}


def drawn(canvas: Canvas, name: str, title: str, description: str) -> str:
    """The canvas as SVG. name: begins every id in it; title, description: what it is for those who do not see it."""
    import vl_convert

    prepared()
    made = vl_convert.vega_to_svg(canvas.specification(), allowed_base_urls=[])
    root = etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    _clean(root, name)
    _hatch(root, name)
    _letter(root, canvas)
    _name(root, name, printable(title), printable(description))
    text: str = etree.tostring(root, encoding="unicode")
    refuse_harm(text)
    return text


def refuse_harm(svg: str) -> None:
    """Raise ValueError where a picture could run, load or lead to anything."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        tag = etree.QName(element).localname if isinstance(element.tag, str) else "comment"
        keys = [etree.QName(key).localname.lower() for key in element.attrib]
        if tag in HARM or tag == "comment" or any(key.startswith("on") or key in ("href", "style") for key in keys):
            raise ValueError(f"a picture may not hold {tag}")
        if any("url(" in value and not re.fullmatch(r"url\(#[\w-]+\)", value) for value in element.attrib.values()):
            raise ValueError("a picture may not point outside itself")


def _clean(root: Any, name: str) -> None:
    """Take away what interactive pages need; ids begin with the picture's name."""
    ids = {element.get("id"): f"{name}-{number}" for number, element in enumerate(root.iterfind(".//*[@id]"))}
    for element in root.iter():
        for key in DEAD:
            element.attrib.pop(key, None)
        for key, value in element.attrib.items():
            element.set(key, re.sub(r"url\(#(.+?)\)", lambda one: f"url(#{ids.get(one[1], one[1])})", value))
        if element.get("id") in ids:
            element.set("id", ids[element.get("id")])
    for element in [one for one in root.iter(f"{SVG}path") if not one.get("d") or one.get("display") == "none"]:
        element.getparent().remove(element)
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)


def _letter(root: Any, canvas: Canvas) -> None:
    """Set the words. Vega would do it too, and measure each of them: 2 ms, where two hundred stand on a picture."""
    shift = {"transform": f"translate({PADDING},{PADDING})", "font-family": FONT, "font-size": str(SIZE), "fill": INK}
    group = etree.SubElement(root, f"{SVG}g", attrib=shift)
    for rows, shape in canvas.words:
        for row in rows:
            place = {"x": f"{row['x']:g}", "y": f"{row['y'] + MIDDLE * SIZE:.1f}"}
            element = etree.SubElement(
                group, f"{SVG}text", attrib=place | {key: str(one) for key, one in shape.items()}
            )
            element.text = printable(row["text"])


def _hatch(root: Any, name: str) -> None:
    """Fill what has a colour of `HATCHES` with that colour and its lines, so that grey print tells them apart."""
    patterns = etree.Element(f"{SVG}defs")
    for number, (colour, line) in enumerate(HATCHES.items()):
        filled = root.xpath("//*[@fill=$colour]", colour=colour)
        if filled and line:
            patterns.append(_pattern(f"{name}-hatch-{number}", colour, line))
        for element in filled if line else ():
            element.set("fill", f"url(#{name}-hatch-{number})")
    if len(patterns):
        root.insert(0, patterns)


def _pattern(name: str, colour: str, line: str) -> Any:
    pattern = etree.Element(f"{SVG}pattern", id=name, width="8", height="8", patternUnits="userSpaceOnUse")
    etree.SubElement(pattern, f"{SVG}rect", width="8", height="8", fill=colour, attrib={"fill-opacity": "0.55"})
    etree.SubElement(pattern, f"{SVG}path", d=line, stroke=colour, fill="none", attrib={"stroke-width": "1.8"})
    return pattern


def _name(root: Any, name: str, title: str, description: str) -> None:
    words = (("title", title), ("desc", description))
    for place, (tag, text) in enumerate(words):
        element = etree.Element(f"{SVG}{tag}", id=f"{name}-{tag}")
        element.text = text
        root.insert(place, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
