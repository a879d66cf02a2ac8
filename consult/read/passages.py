"""A source → passages and what is set aside; together they tile its text (law 1).

In: a Source. Out: Split. Guaranteed: no gap and no overlap; a passage is one idea with what stands above and beside
it as context, its text exactly the source's; no sentence is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from consult.read.ideas import ideas_of
from consult.read.language import MAIN, MAIN_OF_ROW, passage_languages
from consult.read.notes import parts_of
from consult.read.sheet import Part, Sheet
from consult.read.structure import units_of
from consult.read.surroundings import contexts_of
from consult.records import Passage, SetAside, SetAsideReason, Source, Split
from consult.settings import Settings

Tile = tuple[int, int, SetAsideReason | None, int]
"""Start, end, reason (None: a passage) and the number of its part (-1: between parts)."""


def split_source(source: Source, settings: Settings) -> Split:  # noqa: ARG001 - what a consultation may come to decide
    """Divide a source into passages and set-aside spans that tile its text. Unreadable: both empty."""
    if not source.text:
        return Split(passages=(), set_aside=())
    sheet = Sheet(source=source, units=units_of(source))
    parts = _divided(sheet, parts_of(sheet))
    tiles = tile(source.text, parts)
    set_aside = tuple(
        SetAside(start=start, end=end, source_id=source.source_id, text=source.text[start:end], reason=reason)
        for start, end, reason, _ in tiles
        if reason is not None
    )
    return Split(passages=_passages(sheet, parts, [one for one in tiles if one[2] is None]), set_aside=set_aside)


def _passages(sheet: Sheet, parts: Sequence[Part], tiles: Sequence[Tile]) -> tuple[Passage, ...]:
    """The tiles that are passages, with their context and language."""
    source, contexts = sheet.source, contexts_of(sheet, parts)
    worth = MAIN_OF_ROW if sheet.is_form else MAIN
    languages = passage_languages([source.text[start:end] for start, end, _, _ in tiles], source.language, worth)
    return tuple(
        Passage(
            start=start,
            end=end,
            source_id=source.source_id,
            text=source.text[start:end],
            language=language,
            voice=source.voice,
            page=sheet.units[parts[number].unit].page,
            context=contexts[number],
        )
        for (start, end, _, number), language in zip(tiles, languages, strict=True)
    )


def split_sources(
    sources: Sequence[Source], settings: Settings, progress: Callable[[int, int], None] | None = None
) -> tuple[Split, ...]:
    """`split_source` of each, in order. progress: called with how many are done and how many there are."""
    splits = []
    for number, source in enumerate(sources, 1):
        splits.append(split_source(source, settings))
        if progress is not None:
            progress(number, len(sources))
    return tuple(splits)


def tile(text: str, parts: Sequence[Part]) -> list[Tile]:
    """The parts with the gaps between them filled; set-aside neighbours of one reason become one span.

    Gaps hold white space and list marks; they are `blank`, or go with the neighbours on both sides if those are
    set aside for the same reason.
    """
    tiles: list[Tile] = []
    at = 0
    for number, part in enumerate(parts):
        if part.start > at:
            tiles.append((at, part.start, "blank", -1))
        tiles.append((part.start, part.end, part.reason, number))
        at = part.end
    if at < len(text):
        tiles.append((at, len(text), "blank", -1))
    return _merged(tiles)


def _merged(tiles: Sequence[Tile]) -> list[Tile]:
    out: list[Tile] = []
    for one in tiles:
        if out and one[2] is not None and out[-1][2] == one[2]:
            out[-1] = (out[-1][0], one[1], one[2], out[-1][3])
        else:
            out.append(one)
    return out


def _divided(sheet: Sheet, parts: Sequence[Part]) -> list[Part]:
    """Parts of input divided into ideas; the others as they are."""
    out: list[Part] = []
    for part in parts:
        if part.reason is not None:
            out.append(part)
            continue
        for start, end in ideas_of(sheet.source.text, part, sheet.units[part.unit], sheet.source.language):
            out.append(Part(start=start, end=end, unit=part.unit, reason=None, label=part.label))
    return out
