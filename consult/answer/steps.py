"""The stops of a trace: where words stand, what something is, and what leads to it or from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand: file, row or member in it, page, headings above, question, offsets in the text."""

    path: str
    locator: str = ""
    page: int | None = None
    headings: tuple[str, ...] = ()
    question: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop on the way. facts: names and values in the order to show them; before, after: of `text`."""

    what: str
    id: str = ""
    text: str = ""
    place: Place | None = None
    before: str = ""
    after: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What was asked for, and everything that leads to it or from it."""

    id: str
    steps: tuple[Step, ...]
