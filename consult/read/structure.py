"""A source's blocks → its units, with the headings that people typed as ordinary lines found among them.

In: a Source. Out: its units in order. Guaranteed: between units stand no words, only list marks and white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from consult.read.lines import MARK, units_of_lines
from consult.read.quoted import DIVIDER, quoted_blocks
from consult.read.signs import (
    CLOCK,
    clock_times,
    has_contact,
    has_date,
    labelled,
    names_part,
    names_table,
    only_sorts,
    says_nothing,
    starts_with,
)
from consult.read.units import Unit, UnitKind, plain, without_emphasis, word_count
from consult.records import Block, Source

MAIL = frozenset({"eml", "msg"})
LONGEST_HEADING = 12  # words of a question over a list, or of a line in capitals
LONGEST_TITLE = 8  # words of another line over a list or over running text
SHORTEST_TEXT = 12  # words of a paragraph that a typed heading can stand over
ATTRIBUTION_LENGTH = 300  # characters within which a quoted message says whose it is
LONGEST_LABEL = 6  # words of *Anna:* above what Anna says
STANZA_HEAD = 5  # words of the first line of a stanza that names what the others are about
CAPITALS = re.compile(r"[^\W\d_]{4,}")


def units_of(source: Source) -> tuple[Unit, ...]:
    """The units of a source, headings typed as lines promoted to headings."""
    units: list[Unit] = []
    for number, block in enumerate(source.blocks):
        found = _of_block(source, block)
        units += [replace(unit, block=number, page=block.page, label=unit.label or block.label) for unit in found]
    notes = frozenset(number for number, block in enumerate(source.blocks) if block.kind == "footnote")
    return tuple(_promoted(source.text, _numbered_headings(source.text, units), notes))


def _of_block(source: Source, block: Block) -> list[Unit]:
    """The units of one block, by its kind."""
    if block.kind == "lines":
        return _of_lines(source, block)
    if block.kind in ("paragraph", "answer", "footnote", "cell"):
        kind: UnitKind = block.kind if block.kind in ("answer", "cell") else "paragraph"
        found = units_of_lines(source.text, block.start, block.end, quotes_are_earlier=source.format in MAIL)
        return [replace(unit, kind=kind, alone=unit.alone) if unit.kind == "paragraph" else unit for unit in found]
    return _whole(source.text, block)


def _of_lines(source: Source, block: Block) -> list[Unit]:
    """The units of a stretch of lines, an earlier message in it as one unit.

    Lines behind `>` are an earlier message in a mail; in other texts only where an attribution says so.
    """
    if source.format in MAIL:
        return units_of_lines(source.text, block.start, block.end, quotes_are_earlier=True)
    units: list[Unit] = []
    for found in quoted_blocks(source.text[block.start : block.end]):
        start, end = block.start + found.start, block.start + found.end
        if found.kind == "quoted" and found.start > 0 and _is_attributed(source.text[start:end]):
            units.append(Unit(start=start, end=end, kind="quoted"))
        else:
            units += units_of_lines(source.text, start, end)
    return units


def _is_attributed(text: str) -> bool:
    """Whether an earlier message begins with who wrote it and when, and not with a quotation mark only."""
    head = text[:ATTRIBUTION_LENGTH]
    return not head.startswith(">") and bool("@" in head or CLOCK.search(head) or DIVIDER.match(head.split("\n")[0]))


def _whole(text: str, block: Block) -> list[Unit]:
    """A block that is one unit: a heading, an item, or text that is not the contributor's."""
    kinds: dict[str, UnitKind] = {"heading": "heading", "item": "item", "question": "question", "quoted": "quoted"}
    kind = kinds.get(block.kind, "aside")
    raw = text[block.start : block.end]
    start, end = block.start + len(raw) - len(raw.lstrip()), block.start + len(raw.rstrip())
    mark = ""
    while kind in ("item", "heading") and (found := MARK.match(text, start, end)) and found.end() < end:
        mark, start = mark + found[0].strip(), found.end()
    start, end, strong = without_emphasis(text, start, end)
    if start >= end:
        return []
    label = block.label or (block.kind if kind == "aside" else "")
    return [
        Unit(
            start=start,
            end=end,
            kind=kind,
            level=max(block.level, kind == "item"),
            label=label,
            strong=strong,
            mark=mark,
        )
    ]


def _numbered_headings(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Numbered lines over lists of another kind are headings: *1. Innsyn* above bullets, *2. Arkiv* above more.

    A numbered list with bullets deeper in keeps its items: those hang under their number.
    """
    out = list(units)
    for block, run in groupby(range(len(units)), key=lambda at: units[at].block):
        del block
        numbered = [
            at for at in run if units[at].kind == "item" and units[at].mark[:1].isdigit() and units[at].level == 1
        ]
        between = [two - one - 1 for one, two in zip(numbered, [*numbered[1:], len(units)], strict=False)]
        if not numbered or not all(
            _stands_over(text, units, at, gap) for at, gap in zip(numbered, between, strict=True)
        ):
            continue
        for at in numbered:
            out[at] = replace(units[at], kind="heading", level=2)
    return out


def _stands_over(text: str, units: Sequence[Unit], at: int, gap: int) -> bool:
    """Whether a numbered line has something under it that is not of its own list, and looks like a heading."""
    if gap < 1 or at + 1 >= len(units) or not _short(text, units[at], LONGEST_HEADING):
        return False
    below = units[at + 1]
    return below.kind != "item" or (below.level <= 1 and not below.mark[:1].isdigit())


def _promoted(text: str, units: Sequence[Unit], notes: frozenset[int] = frozenset()) -> list[Unit]:
    """Plain lines that stand over others as headings do become headings.

    notes: numbers of the blocks that are footnotes or comments. Those stand beside the text, and over nothing.
    """
    out: list[Unit] = []
    depth, stanzas = 1, _stanza_heads(text, units)
    first = next((at for at, unit in enumerate(units) if unit.kind != "aside"), len(units))
    stands = _surroundings(units)
    for at, unit in enumerate(units):
        if unit.kind == "heading" and unit.mark.startswith("#"):
            depth = max(2, unit.level + 1)
        line = unit.kind == "paragraph" and unit.block not in notes
        typed = line and (at in stanzas or _is_heading(text, units, at, stands[at]))
        level = 1 if at <= first else max(2, depth)
        out.append(replace(unit, kind="heading", level=level) if typed else unit)
    return out


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where a unit stands: the number of the heading above it, or -1, and the next unit that is no aside."""

    top: int
    after: Unit | None


def _surroundings(units: Sequence[Unit]) -> list[_Stands]:
    """For each unit where it stands, in two passes: a text may have a hundred thousand lines."""
    tops: list[int] = []
    afters: list[Unit | None] = []
    top = -1
    after: Unit | None = None
    for at, unit in enumerate(units):
        tops.append(top)
        top = at if unit.kind == "heading" else top
    for unit in reversed(units):
        afters.append(after)
        after = after if unit.kind == "aside" else unit
    return [_Stands(top=above, after=below) for above, below in zip(tops, reversed(afters), strict=True)]


def _is_heading(text: str, units: Sequence[Unit], at: int, stands: _Stands) -> bool:
    """Whether a paragraph is a heading in all but form."""
    unit, after = units[at], stands.after
    if after is None or not _short(text, unit, LONGEST_HEADING):
        return False
    line = plain(text, unit)
    if _is_other(line):
        return False
    titled = at == 0 and names_table(line) and not names_table(plain(text, after))
    if titled or names_part(line) or (_capitals(line) and unit.alone and not _is_sibling(text, units, at, stands.top)):
        return True
    if after.kind != "heading" and only_sorts(line):
        return True
    if not unit.alone or after.kind == "heading":
        return False
    return unit.strong or _stands_above(text, line, after, first=at == 0)


def _is_sibling(text: str, units: Sequence[Unit], at: int, top: int) -> bool:
    """Whether a line in capitals is one of several short ones beside each other: a post-it that shouts.

    A part that opens with a line in capitals has its headings in capitals: there each one is a heading. top: as in
    `_Stands`.
    """
    if at - top < 2 or at + 1 >= len(units) or starts_with("section", plain(text, units[at])):
        return False
    if _capitals(plain(text, units[top + 1])):
        return False
    return all(
        other.kind == "paragraph" and word_count(line) <= LONGEST_HEADING and line[-1:] not in ".:;"
        for other in (units[at - 1], units[at + 1])
        for line in (plain(text, other),)
    )


def _stands_above(text: str, line: str, after: Unit, *, first: bool) -> bool:
    """Whether a short line belongs over what comes after it: a list, a prompt, or a paragraph of whole sentences."""
    if line.endswith(":"):
        return False
    if after.kind == "item":
        return line.endswith("?") or word_count(line) <= LONGEST_TITLE
    below = plain(text, after)
    if first or word_count(line) > LONGEST_TITLE:
        return False
    return bool(labelled("meeting_role", below)) or (word_count(below) >= SHORTEST_TEXT and below[-1] in ".!?»…")


def _stanza_heads(text: str, units: Sequence[Unit]) -> set[int]:
    """First lines of stanzas, where a text is typed in stanzas: a few words, then a line each for the ideas.

    Only where every stanza of two lines or more begins so; one alone may be anything.
    """
    firsts = [
        at
        for at, unit in enumerate(units[:-1])
        if unit.kind == "paragraph" and unit.alone and units[at + 1].kind == "paragraph" and not units[at + 1].alone
    ]
    lines = [plain(text, units[at]) for at in firsts]
    asked = [at for at, line in zip(firsts, lines, strict=True) if not _is_other(line)]
    short = [at for at in asked if _short(text, units[at], STANZA_HEAD)]
    return set(short) if len(short) > 1 and len(short) == len(asked) else set()


def _short(text: str, unit: Unit, most: int) -> bool:
    """Whether a unit has a heading's form: one line, few words, a capital or a number first, no full stop."""
    line = plain(text, unit)
    first = next((character for character in line if character.isalnum()), "")
    return (
        unit.lines <= 2 and word_count(line) <= most and bool(first) and not first.islower() and line[-1] not in ".!,;…"
    )


def _is_other(line: str) -> bool:
    """Lines as short as headings that are something else: who, when, where, quotes, non-answers."""
    if line[:1] in '«"“' or says_nothing(line) or has_contact(line) or has_date(line) or clock_times(line) > 0:
        return True
    if starts_with("greeting", line) or starts_with("closing", line):
        return True
    return any(labelled(table, line) for table in ("meeting_role", "meta_label", "participants", "agenda"))


def _capitals(line: str) -> bool:
    """Whether the line's first long word is in capitals: *POST-IT*, *PLENUM – notat*."""
    found = CAPITALS.search(line)
    return bool(found and found[0].isupper())
