"""Lines of a paged document → which are running heads and feet, and page numbers.

A line in the outer fifth of its page is one when it stands on several pages (its numbers aside), when it
is a page number, a title beside it or not, with nothing further out, or when it stands beside such a line on the
same base line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consult.records import BlockKind

ZONE = 0.2  # share of the page's height at top and foot where running heads and page numbers stand
OUTERMOST = 3  # lines of a running head or foot, at most
REPEATED = 0.3  # share of the pages on which a running head stands at least
SAME_LINE = 0.5  # ems in base line between what stands on one line, raised figures too
PAGE_NUMBER = re.compile(
    r"^[-–—|\s]*(?:(?:side|sida|sidan|sidene|sid|page|pg\.?|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:av|af|of|/|\(|–|-)\s*\d{1,4}\)?)?[-–—|\s]*$",
    re.IGNORECASE,
)
PAGE = r"(?:side|sida|sidan|sid|page|pg)\.?\s+\d{1,4}"
OF_ALL = rf"{PAGE}\s*(?:(?:av|af|of|/)\s*\d{{1,4}}|\(\d{{1,4}}\))"
NUMBERED = re.compile(
    rf"^(?:.{{2,80}}[-–—|·•\s]\s*{OF_ALL}|{OF_ALL}\s*[-–—|·•:]\s*.{{2,80}}|.{{2,80}}\(\s*{OF_ALL}\s*\)"
    rf"|.{{2,80}}\s[|·•]\s*{PAGE}|{PAGE}\s*[|·•]\s*.{{2,80}}|\S+(?:\s\S+){{0,3}}\s\d{{1,3}}\s?\(\d{{1,3}}\))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What stands side by side on a page, in points from its lower left corner; `base`: the base line.

    cells: of a line that is a whole table, its rows of (column, lines).
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    width: float
    height: float
    cells: tuple[tuple[tuple[int, tuple[str, ...]], ...], ...] = ()


def running_lines(lines: Sequence[Line]) -> dict[int, BlockKind]:
    """Index of line → `header` or `footer`, for what repeats in a page's margin, and page numbers."""
    pages = by_page(lines)
    places: dict[tuple[BlockKind | None, str], set[int]] = {}
    for line in lines:
        places.setdefault((zone_of(line), _pattern(line.text)), set()).add(line.page)
    often = {key for key, found in places.items() if key[0] and len(found) >= max(2, REPEATED * len(pages))}
    return {index: kind for page in pages.values() for index, kind in _of_page(page, often).items()}


def by_page(lines: Sequence[Line]) -> dict[int, list[tuple[int, Line]]]:
    """Page → (index, line) of each of its lines, pages in order."""
    pages: dict[int, list[tuple[int, Line]]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append((index, line))
    return dict(sorted(pages.items()))


def _of_page(page: Sequence[tuple[int, Line]], often: set[tuple[BlockKind | None, str]]) -> dict[int, BlockKind]:
    """The running lines of one page. often: (zone, pattern) of what stands on several."""
    found: dict[int, BlockKind] = {}
    for index, line in page:
        zone = zone_of(line)
        repeats = (zone, _pattern(line.text)) in often and _outside(line, page) <= OUTERMOST
        if zone and (repeats or line.base < 0):
            found[index] = zone
    rest = [(index, line) for index, line in page if index not in found]
    for index, line in rest:
        zone = zone_of(line)
        if zone and (PAGE_NUMBER.match(line.text) or NUMBERED.match(line.text)) and _outside(line, rest) == 0:
            found[index] = zone
    rows = {round(line.base): found[index] for index, line in page if index in found}
    return {index: rows[round(line.base)] for index, line in page if round(line.base) in rows}


def zone_of(line: Line) -> BlockKind | None:
    """Whether a line is in the top or bottom fifth of its page, as `header` or `footer`."""
    if line.base > (1 - ZONE) * line.height or line.base < 0:  # what runs across the page is in its margin
        return "header"
    return "footer" if line.base < ZONE * line.height else None


def _pattern(text: str) -> str:
    """The text with its numbers alike, so that *side 1 av 2* and *side 2 av 2* are."""
    return re.sub(r"\d+", "0", text.casefold())


def _outside(line: Line, page: Sequence[tuple[int, Line]]) -> int:
    """How many of the page's lines stand further out, beyond the line's own base line."""
    outward = 1 if zone_of(line) == "header" else -1
    distances = (outward * (other.base - line.base) for _, other in page if other.base >= 0)
    return sum(distance > SAME_LINE * line.size for distance in distances)
