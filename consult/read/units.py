"""The parts that a text consists of before anyone asks what they say: headings, paragraphs, list items, cells.

A unit's span is its words alone: list marks, `#`, `>`, emphasis around the whole and white space lie outside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from consult.records import Span

UnitKind = Literal["heading", "paragraph", "item", "cell", "answer", "question", "quoted", "aside"]
"""`aside`: text that the file itself marks as not the contributor's (page and mail headers, footers, field names)."""

EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<inner>(?![\s*_]).*?(?<![\s*_]))(?P=mark)\Z", re.DOTALL)
WORD = re.compile(r"\w[\w'’.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Span):
    """One part of a source: `[start, end)` of its text, with what its form says about it.

    level: depth of a heading or an item (1 is outermost). block: number of the file's block it came from.
    strong: the whole of it is emphasised. lines: how many lines it takes. mark: the list mark before it.
    alone: an empty line or the file's own bounds part it from what stands before.
    """

    kind: UnitKind
    level: int = 0
    page: int | None = None
    label: str = ""
    block: int = 0
    strong: bool = False
    lines: int = 1
    mark: str = ""
    alone: bool = True


def plain(text: str, unit: Span) -> str:
    """The words of a span on one line: wraps, hyphenation marks of the typist and emphasis undone."""
    words = re.sub(r"(?<!\s)\s*\n[>\s]*", " ", text[unit.start : unit.end])  # from a gap's first sign, or it is slow
    return re.sub(r"\s+", " ", re.sub(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)", "", words)).strip()


def word_count(text: str) -> int:
    """How many words a text has, numbers included."""
    return len(WORD.findall(text))


def without_emphasis(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """A span without the emphasis marks around the whole of it, and whether there were any."""
    found = EMPHASIS.match(text[start:end])
    if found is None or found["mark"] in found["inner"]:
        return start, end, False
    return start + found.start("inner"), start + found.end("inner"), True
