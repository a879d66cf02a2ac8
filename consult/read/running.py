"""Lines of a paged document → which are running heads and feet, and page numbers.

A line in the outer fifth of its page is one when it stands on several pages (its numbers aside), when it
is a page number with nothing further out, or when it stands beside such a line on the same base line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from consult.records import BlockKind

ZONE = 0.2  # share of the page's height at top and foot where running heads and page numbers stand
OUTERMOST = 3  # lines of a running head or foot, at most
REPEATED = 0.3  # share of the pages on which a running head stands at least
SAME_LINE = 0.5  # ems in base line between what stands on one line, raised figures too
PAGE_NUMBER = re.compile(
    r"^[-–—|\s]*(?:(?:side|sida|sidan|sidene|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:av|of|/|\(|–|-)\s*\d{1,4}\)?)?[-–—|\s]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What stands side by side on a page, in points from its lower left corner; `base`: the base line."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    width: float
    height: float


def running_lines(lines: Sequence[Line]) -> dict[int, BlockKind]:
    """Index of line → `header` or `footer`, for what repeats in a page's margin, and page numbers."""
    pages = len({line.page for line in lines})
    zones = [zone_of(line) for line in lines]
    repeated: dict[tuple[BlockKind | None, str], set[int]] = {}
    for line, zone in zip(lines, zones, strict=True):
        repeated.setdefault((zone, _pattern(line.text)), set()).add(line.page)
    found: dict[int, BlockKind] = {}
    for index, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        times = len(repeated[zone, _pattern(line.text)])
        if zone and (times >= max(2, REPEATED * pages) or line.base < 0) and _outside(index, lines, zones) <= OUTERMOST:
            found[index] = zone
    for index, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if zone and PAGE_NUMBER.match(line.text) and _outside(index, lines, zones, found) == 0:
            found[index] = zone
    return {**found, **_beside(lines, found)}


def _beside(lines: Sequence[Line], running: dict[int, BlockKind]) -> dict[int, BlockKind]:
    """What stands on one base line with a running line: a chapter's name beside the page number."""
    rows = {(lines[index].page, round(lines[index].base)): kind for index, kind in running.items()}
    return {index: rows[key] for index, line in enumerate(lines) if (key := (line.page, round(line.base))) in rows}


def zone_of(line: Line) -> BlockKind | None:
    """Whether a line is in the top or bottom fifth of its page, as `header` or `footer`."""
    if line.base > (1 - ZONE) * line.height or line.base < 0:  # what runs across the page is in its margin
        return "header"
    return "footer" if line.base < ZONE * line.height else None


def _pattern(text: str) -> str:
    """The text with its numbers alike, so that *side 1 av 2* and *side 2 av 2* are."""
    return re.sub(r"\d+", "0", text.casefold())


def _outside(index: int, lines: Sequence[Line], zones: Sequence[BlockKind | None], known: Container[int] = ()) -> int:
    """How many lines of the page stand further out, beyond its own base line, and are not known to be running."""
    line = lines[index]
    away = SAME_LINE * line.size
    others = [
        other.base - line.base if zones[index] == "header" else line.base - other.base
        for number, other in enumerate(lines)
        if other.page == line.page and other.base >= 0 and number not in known
    ]
    return sum(distance > away for distance in others) if line.base >= 0 else 0
