"""A researcher's project (.qdpx) → what it says of our passages: where they were moved, what is new, what is renamed.

In: a file that may have been through any program, and the analysis it was exported from. Out: a `Recoding`, which
proposes and changes nothing. Every selection that cannot be matched to passages is in it, with place, quote and
reason; nothing is dropped. GUIDs are trusted first, then names and texts, since some programs give new GUIDs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from consult.publish.exchange.characters import guid, holdable
from consult.publish.exchange.codebook import Known, NewCode, read_codes
from consult.publish.exchange.consultation import Consultation
from consult.publish.exchange.package import Package, read_package
from consult.publish.exchange.positions import Counting, Span, best, countings, unfolded
from consult.publish.exchange.refi import source_names
from consult.records import Analysis, Passage, Source

Reason = Literal["source", "position", "text", "part", "set_aside", "code", "document"]
"""Why a selection matches nothing: its source is none of ours; its positions lie outside; its words are not in our
text, or more than once; it covers a passage in part; it covers what is no passage; its code does not exist; it is
the whole document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """A selection that says nothing of a passage. start, end: as the file has them, -1 where it has none.

    quote: what stands there in the file's own text. codes: names.
    """

    source: str
    start: int
    end: int
    quote: str
    codes: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoding:
    """codes: passage id → what it is coded with: theme ids, and GUIDs of new codes. before: passage id → theme id.

    renamed: theme id → name. placed: theme id → the place its code was moved to (a target's id, `new`, `unplaced`).
    dropped: themes whose code is gone.
    """

    codes: dict[str, tuple[str, ...]]
    before: dict[str, str]
    new_codes: tuple[NewCode, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict)
    placed: dict[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()

    @property
    def moved(self) -> dict[str, str]:
        """Passages with one code, which is not their theme → that theme or new code."""
        return {
            passage_id: codes[0]
            for passage_id, codes in self.codes.items()
            if len(codes) == 1 and codes[0] != self.before[passage_id]
        }

    @property
    def several(self) -> dict[str, tuple[str, ...]]:
        """Passages with more than one code: a person must choose, since a passage is in one theme."""
        return {passage_id: codes for passage_id, codes in self.codes.items() if len(codes) > 1}

    @property
    def uncoded(self) -> tuple[str, ...]:
        """Passages that no selection covers any more."""
        return tuple(sorted(self.before.keys() - self.codes.keys()))


def read_project(path: Path, analysis: Analysis, consultation: Consultation) -> Recoding:
    """What the project at `path` says of the passages of `analysis`.

    consultation: as the export was given it, for the names of codes. Raises InputError where the file is no
    project, is broken, or breaks a limit.
    """
    package = read_package(path)
    known = read_codes(package.root, analysis, consultation)
    reading = _Reading(analysis, known)
    for element in package.root.iter("{*}TextSource", "{*}Representation"):
        reading.read(element, package)
    return Recoding(
        codes={passage_id: tuple(sorted(codes)) for passage_id, codes in sorted(reading.codes.items())},
        before={passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids},
        new_codes=known.new_codes,
        renamed=known.renamed,
        placed=known.placed,
        dropped=known.dropped,
        unmatched=tuple(sorted(reading.unmatched, key=lambda one: (one.source, one.start, one.end, one.reason))),
    )


class _Reading:
    """The selections of one project, matched source by source."""

    def __init__(self, analysis: Analysis, known: Known) -> None:
        self.known = known
        self.sources = _Sources(analysis.sources)
        self.passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in sorted(analysis.passages, key=lambda passage: (passage.source_id, passage.start)):
            self.passages[passage.source_id].append(passage)
        self.codes: dict[str, set[str]] = {}
        self.unmatched: list[Unmatched] = []

    def read(self, element: Any, package: Package) -> None:
        """Match every coded selection of a source; one without a code is a remark, and says nothing of a theme."""
        raw = package.text_of(element) or ""
        name, text = element.get("name") or element.get("guid") or "", unfolded(raw)
        source = self.sources.find(element, raw)
        coded = [one for one in map(_selection, element.iterfind("{*}PlainTextSelection")) if one.codes]
        way = self._way(source, raw, coded)
        for selection in coded:
            found = self._passages(source, text, way, selection)
            if isinstance(found, str):
                self._report(name, text, way, selection, found)
                continue
            if lost := self.known.lost(selection.codes):
                self._report(name, text, way, replace(selection, codes=lost), "code")
            for passage in found if (keys := self.known.keys(selection.codes)) else ():
                self.codes.setdefault(passage.passage_id, set()).update(keys)
        if whole := _codes(element):
            self._report(name, text, way, _Selection(start=-1, end=-1, codes=whole), "document")

    def _way(self, source: Source | None, raw: str, selections: Sequence[_Selection]) -> Counting:
        passages = self.passages[source.source_id] if source else []
        edges = {(passage.start, passage.end) for passage in passages}
        return best([(one.start, one.end) for one in selections], lambda span: span in edges, countings(raw))

    def _passages(
        self, source: Source | None, text: str, way: Counting, selection: _Selection
    ) -> list[Passage] | Reason:
        """The passages that a selection covers whole, or why it covers none so."""
        if source is None:
            return "source"
        span = way(selection.start, selection.end)
        if span is None:
            return "position"
        ours = _ours(span, text, holdable(source.text))
        return "text" if ours is None else _covered(ours, source.text, self.passages[source.source_id])

    def _report(self, name: str, text: str, way: Counting, selection: _Selection, reason: Reason) -> None:
        span = way(selection.start, selection.end)
        self.unmatched.append(
            Unmatched(
                source=name,
                start=selection.start,
                end=selection.end,
                quote=text[span[0] : span[1]] if span else "",
                codes=self.known.names(selection.codes),
                reason=reason,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selection:
    start: int
    end: int
    codes: tuple[str, ...]


def _selection(element: Any) -> _Selection:
    start, end = (_number(element.get(name)) for name in ("startPosition", "endPosition"))
    return _Selection(start=start, end=end, codes=_codes(element))


def _codes(element: Any) -> tuple[str, ...]:
    return tuple(reference.get("targetGUID", "") for reference in element.iterfind("{*}Coding/{*}CodeRef"))


def _number(digits: str | None) -> int:
    try:
        return int(digits or "")
    except ValueError:
        return -1


# -- source and span ------------------------------------------------------------------------------------


class _Sources:
    """Ours, by GUID, by name and by text."""

    def __init__(self, sources: Sequence[Source]) -> None:
        read = [source for source in sources if source.status == "read"]
        names = source_names(sources)
        self.by_guid = {guid("source", source.source_id): source for source in read}
        self.by_name = {names[source.source_id].casefold(): source for source in read}
        self.by_text: dict[str, list[Source]] = defaultdict(list)
        for source in read:
            self.by_text[holdable(source.text)].append(source)

    def find(self, element: Any, raw: str) -> Source | None:
        """The source that an element is; several of one text are told apart by name alone."""
        by_guid = self.by_guid.get((element.get("guid") or "").strip("{}").lower())
        by_name = self.by_name.get((element.get("name") or "").casefold())
        same = self.by_text.get(unfolded(raw), [])
        return by_guid or by_name or (same[0] if len(same) == 1 else None)


def _ours(span: Span, theirs: str, ours: str) -> Span | None:
    """Where the words of a span stand in our text: at the same place, else where they stand once."""
    start, end = span
    quote = theirs[start:end]
    if not quote.strip():
        return None
    if ours[start:end] == quote:
        return span
    return (ours.index(quote), ours.index(quote) + len(quote)) if ours.count(quote) == 1 else None


def _covered(span: Span, text: str, passages: Sequence[Passage]) -> list[Passage] | Reason:
    """The passages inside a span; white space at edges does not count."""
    start, end = _trimmed(span, text)
    touched = [passage for passage in passages if passage.start < end and start < passage.end]
    inner = [_trimmed((passage.start, passage.end), text) for passage in touched]
    if not touched:
        return "set_aside"
    return touched if all(start <= one[0] and one[1] <= end for one in inner) else "part"


def _trimmed(span: Span, text: str) -> Span:
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
