"""The gold of a labelled consultation, and where each of its quotes stands in the texts that we read.

In: a consultation's folder with `gold/passages.jsonl` (and `themes.json`), our sources and passages. Out: records,
spans, and which of our passages answers to which of the gold's.
Guaranteed: a quote is found whatever wraps, hyphens at line ends and white space the reader of its format undid or
kept; texts that repeat are assigned in the order in which they stand; what is not found is listed.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consult.errors import InputError
from consult.records import Passage, Source

DROPPED = re.compile(r"[\s\u00ad>-]")
"""What readers add, drop or move: white space, hyphens, the marks of quoted mail."""
ROW = re.compile(r"[A-Z]+(\d+)\Z")
LOCATED_ROW = re.compile(r"(?:^|;)row=(\d+)\Z")
LOCATED_SHEET = re.compile(r"sheet=([^;]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPassage:
    """One labelled stretch of a file. kind: `input`, or why it is not (`procedural`, `contact`, …).

    path: of the file, relative to `inputs/`. variants: the quote as a reader copies it, then as the file has it.
    """

    gold_id: str
    path: str
    kind: str
    language: str
    voice: str
    variants: tuple[str, ...]
    theme: str | None = None
    commitments: tuple[str, ...] = ()
    new_topic: str | None = None
    stance: str = ""
    duplicate_group: str | None = None
    sheet: str = ""
    cell: str = ""
    part: str = ""

    @property
    def quote(self) -> str:
        """The words, as a reader copies them."""
        return self.variants[0]

    @property
    def is_input(self) -> bool:
        """Whether somebody says something there."""
        return self.kind == "input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The labels of a consultation. themes: slug → what it covers."""

    passages: tuple[GoldPassage, ...]
    themes: dict[str, Any]

    @property
    def inputs(self) -> tuple[GoldPassage, ...]:
        """The passages in which somebody says something."""
        return tuple(passage for passage in self.passages if passage.is_input)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpan:
    """Where a gold passage stands: `[start, end)` of a source's text."""

    source_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Where the gold stands in our sources, by gold id. missing: ids of quotes that stand nowhere."""

    spans: dict[str, GoldSpan]
    missing: tuple[str, ...]


def load_gold(folder: Path) -> Gold | None:
    """The gold of the consultation in `folder`, or None where nobody has labelled it.

    Raises InputError where a file there is not what labels are written as.
    """
    file = folder / "gold" / "passages.jsonl"
    if not file.is_file():
        return None
    themes = file.with_name("themes.json")
    return Gold(
        passages=tuple(_passage(row) for row in labels_in(file, ("id", "file", "kind", "quote"))),
        themes=_object(themes, themes.read_bytes()) if themes.is_file() else {},
    )


def labels_in(file: Path, needed: Sequence[str]) -> list[dict[str, Any]]:
    """The labels of a file, one a line. needed: what each must tell.

    Raises InputError for the first line that is no label.
    """
    rows = []
    for number, line in enumerate(file.read_bytes().splitlines(), start=1):
        if line.strip():
            row = _object(f"{file}:{number}", line)
            if lacking := [name for name in needed if not row.get(name)]:
                raise InputError(f"{file}:{number}: lacks {', '.join(lacking)}, which every label there has")
            rows.append(row)
    return rows


def _object(place: object, content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"{place}: no JSON in UTF-8; write it anew, or take the file away") from error
    if not isinstance(found, dict):
        raise InputError(f"{place}: is no JSON object; write it as {{…}}, or take the file away")
    return found


def _passage(row: Mapping[str, Any]) -> GoldPassage:
    return GoldPassage(
        gold_id=row["id"], path=str(row["file"]).removeprefix("inputs/"), kind=row["kind"],
        language=row.get("lang") or "", voice=row.get("voice") or "",
        variants=tuple(row[key] for key in ("quote", "quote_raw") if row.get(key)),
        theme=row.get("theme"), commitments=tuple(str(one) for one in row.get("commitments") or ()),
        new_topic=row.get("new_topic"), stance=row.get("stance") or "", duplicate_group=row.get("duplicate_group"),
        sheet=row.get("sheet") or "", cell=row.get("cell") or "", part=row.get("part") or "",
    )  # fmt: skip


def align(gold: Gold, sources: Sequence[Source]) -> Alignment:
    """Find every gold quote in the sources of its file."""
    by_path: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_path[source.path].append(source)
    finder = _Finder()
    spans: dict[str, GoldSpan] = {}
    for passage in gold.passages:
        if found := finder.find(passage, _candidates(passage, by_path[passage.path])):
            spans[passage.gold_id] = found
    return Alignment(spans=spans, missing=tuple(p.gold_id for p in gold.passages if p.gold_id not in spans))


def matched(gold: Gold, passages: Sequence[Passage], alignment: Alignment) -> dict[str, str | None]:
    """Gold id of each input passage → the id of our passage that shares most with it, None where none does."""
    by_source: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda one: (one.source_id, one.start)):
        by_source[passage.source_id].append(passage)
    found: dict[str, str | None] = {}
    for one in gold.inputs:
        span = alignment.spans.get(one.gold_id)
        best = max(by_source[span.source_id], key=lambda ours: overlap(span, ours), default=None) if span else None
        found[one.gold_id] = best.passage_id if span and best and overlap(span, best) > 0 else None
    return found


def overlap(one: GoldSpan, other: Passage) -> int:
    """How many characters a gold passage and one of ours in the same source share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _candidates(passage: GoldPassage, sources: Sequence[Source]) -> list[Source]:
    """The sources of its file that may hold a passage: those of its row, else of its sheet, else all."""
    row = ROW.match(passage.cell)
    same_sheet = [one for one in sources if passage.sheet and _located(LOCATED_SHEET, one) == passage.sheet]
    same_row = [one for one in same_sheet or sources if row and _located(LOCATED_ROW, one) == row[1]]
    return same_row or same_sheet or list(sources)


def _located(pattern: re.Pattern[str], source: Source) -> str:
    found = pattern.search(source.locator)
    return found[1] if found else ""


class _Finder:
    """Finds quotes one after another: each behind the last one found in its source, else the first still free."""

    def __init__(self) -> None:
        self._squeezed: dict[str, tuple[str, list[int]]] = {}
        self._at: dict[str, int] = defaultdict(int)
        self._taken: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def find(self, passage: GoldPassage, sources: Iterable[Source]) -> GoldSpan | None:
        """The span of a gold passage, or None where no source has its words."""
        for source in sources:
            for variant in passage.variants:
                if found := self._in_source(variant, source):
                    self._taken[source.source_id].append(found)
                    self._at[source.source_id] = found[1]
                    return GoldSpan(source_id=source.source_id, start=found[0], end=found[1])
        return None

    def _in_source(self, quote: str, source: Source) -> tuple[int, int] | None:
        squeezed, places = self._squeeze(source)
        wanted = DROPPED.sub("", quote)
        if not wanted:
            return self._free(_all(source.text, quote.strip()), source)
        spans = ((places[at], places[at + len(wanted) - 1] + 1) for at, _ in _all(squeezed, wanted))
        return self._free(spans, source)

    def _free(self, spans: Iterable[tuple[int, int]], source: Source) -> tuple[int, int] | None:
        taken, at = self._taken[source.source_id], self._at[source.source_id]
        free = [span for span in spans if not any(span[0] < end and start < span[1] for start, end in taken)]
        return next((span for span in free if span[0] >= at), free[0] if free else None)

    def _squeeze(self, source: Source) -> tuple[str, list[int]]:
        """The text without what readers change, and where each character of it stands."""
        if source.source_id not in self._squeezed:
            places = [at for at, character in enumerate(source.text) if not DROPPED.match(character)]
            self._squeezed[source.source_id] = "".join(source.text[at] for at in places), places
        return self._squeezed[source.source_id]


def _all(text: str, wanted: str) -> Iterable[tuple[int, int]]:
    at = text.find(wanted)
    while wanted and at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)
