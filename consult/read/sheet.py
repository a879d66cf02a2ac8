"""A source laid out for judging: its units, the words of each on one line, and what stands above each.

In: a Source and its units. Out: Sheet, which derives each view once. Parts are what judging makes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from consult.read.sentences import sentence_spans
from consult.read.units import Unit, plain
from consult.records import SetAsideReason, Source, Span

FRAME = frozenset({"aside", "quoted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Span):
    """A stretch of a unit: input where `reason` is None. label: what was cut from before it (*Bord 3*)."""

    unit: int
    reason: SetAsideReason | None
    label: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """A source and its units, in order. Known by identity: what is derived from it is kept by it."""

    source: Source
    units: tuple[Unit, ...]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The words of each unit, wraps and emphasis undone."""
        return tuple(plain(self.source.text, unit) for unit in self.units)

    @cached_property
    def is_form(self) -> bool:
        """A row of a form export: nothing frames its answers."""
        return any(block.kind in ("question", "answer") for block in self.source.blocks)

    @cached_property
    def is_note(self) -> bool:
        """Somebody's notes of what a table said."""
        return self.source.voice == "group_note" and not self.is_form

    @cached_property
    def told(self) -> tuple[int, ...]:
        """Numbers of the units that are neither the file's own frame nor an earlier message."""
        return tuple(at for at, unit in enumerate(self.units) if unit.kind not in FRAME)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """For each unit, the words of the heading or list head that it stands under, without its colon."""
        found, head = [], ""
        for at, unit in enumerate(self.units):
            if unit.kind == "heading" or (unit.kind == "paragraph" and self.leads(at)):
                head = self.lines[at].strip(" :.")
            found.append(head)
        return tuple(found)

    def beside(self, at: int) -> bool:
        """Whether a unit is a footnote, or a comment in the margin: it stands beside the text, not in its order."""
        return bool(self.source.blocks) and self.source.blocks[self.units[at].block].kind == "footnote"

    def leads(self, at: int) -> bool:
        """Whether a unit ends in a colon with a list under it."""
        below = self.units[at + 1] if at + 1 < len(self.units) else None
        return self.lines[at].endswith(":") and below is not None and below.kind == "item"

    def sentences(self, at: int) -> list[str]:
        """The sentences of a unit, each on one line."""
        line = self.lines[at]
        return [line[a:b] for a, b in sentence_spans(line, self.source.language)]


def last(numbers: Sequence[int], most: int) -> frozenset[int]:
    """The last few of a sequence of numbers, for asking whether a unit is among them."""
    return frozenset(numbers[-most:])
