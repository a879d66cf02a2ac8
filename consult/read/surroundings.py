"""What stands above and beside each passage: headings, parent bullet, question, neighbours.

In: a sheet and its parts. Out: for each part a Context, as plain texts without wraps. Elliptical notes mean nothing
without it (*dvs. det er mangel på tid*), so it is data of the passage from here on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from consult.read.sheet import Part, Sheet
from consult.read.signs import labelled
from consult.read.units import plain
from consult.records import Context


@dataclass(slots=True)
class _Above:
    """What the walk through a sheet has passed and what still stands above."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    lead: str = ""
    items: list[tuple[int, str]] = field(default_factory=list)
    question: str = ""
    first_cell: tuple[str, str] = ("", "")
    section: int = 0


def contexts_of(sheet: Sheet, parts: Sequence[Part]) -> list[Context]:
    """A context for each part, in order; empty ones for what is set aside."""
    texts = [plain(sheet.source.text, part) for part in parts]
    above = _Above()
    found: list[Context] = []
    sections: list[int] = []
    for part, text in zip(parts, texts, strict=True):
        _pass(above, sheet, part, text)
        sections.append(above.section if part.reason is None else -1)
        found.append(_context(above, sheet, part) if part.reason is None else Context())
        _remember(above, sheet, part, text)
    return _with_neighbours(found, texts, sections)


def _pass(above: _Above, sheet: Sheet, part: Part, text: str) -> None:
    """Close what ends where this part begins: a list, a table, a section."""
    unit = sheet.units[part.unit]
    if sheet.beside(part.unit):
        return  # the text goes on beneath a comment on it
    if unit.kind in ("heading", "question"):
        above.section += 1
        above.lead, above.items, above.question = "", [], ""
        if unit.kind == "question":
            above.question = text
        else:
            above.headings = [(level, heading) for level, heading in above.headings if level < unit.level]
            above.headings.append((unit.level, text))
    elif unit.kind != "item":
        above.items = []
        above.lead = ""
    else:
        above.items = [(level, item) for level, item in above.items if level < unit.level]
    if unit.kind != "cell":
        above.first_cell = ("", "")


def _remember(above: _Above, sheet: Sheet, part: Part, text: str) -> None:
    """Keep what stands above the parts that follow: a bullet, a lead-in, a prompt, the first cell of a row."""
    unit = sheet.units[part.unit]
    if unit.kind == "item":
        if not above.items or above.items[-1][0] < unit.level:
            above.items.append((unit.level, text))
    elif part.reason == "heading" and unit.kind not in ("heading", "question"):
        above.lead = text
    elif part.reason == "procedural" and labelled("meeting_role", text) and text.endswith("?"):
        above.question = text.partition(":")[2].strip()
    if unit.kind == "cell" and above.first_cell[0] in ("", unit.label):
        above.first_cell = (unit.label, text)


def _context(above: _Above, sheet: Sheet, part: Part) -> Context:
    unit = sheet.units[part.unit]
    cell = unit.kind == "cell"
    parent = part.label or (above.items[-1][1] if above.items else above.lead)
    if cell and above.first_cell[0] not in ("", unit.label):
        parent = above.first_cell[1]
    answer = sheet.source.blocks[unit.block].kind == "answer" if sheet.source.blocks else False
    headings = tuple(heading for _, heading in above.headings)
    return Context(
        document=sheet.source.title,
        headings=(*headings, unit.label) if cell and unit.label else headings,
        parent=parent,
        question=(unit.label or above.question) if answer else above.question,
    )


def _with_neighbours(found: Sequence[Context], texts: Sequence[str], sections: Sequence[int]) -> list[Context]:
    """The contexts with the texts of the passages before and after in the same section."""
    inside = [at for at, section in enumerate(sections) if section >= 0]
    out = list(found)
    for one, at in enumerate(inside):
        before = inside[one - 1] if one > 0 else None
        after = inside[one + 1] if one + 1 < len(inside) else None
        context = found[at]
        out[at] = Context(
            document=context.document, headings=context.headings, parent=context.parent, question=context.question,
            before=texts[before] if before is not None and sections[before] == sections[at] else "",
            after=texts[after] if after is not None and sections[after] == sections[at] else "",
        )  # fmt: skip
    return out
