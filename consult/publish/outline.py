"""What the report says, before any markup: targets → themes → conclusions → quotes, and the counts.

In: an analysis and its settings. Out: an `Outline` of frozen records whose order does not depend on the
order of anything that came in. Every theme stands in full under the one target where it weighs most and
is pointed to from the others, so that nothing is counted twice; voices are counted side by side.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from consult.answer.stance import disagreement
from consult.contributions import about_forms
from consult.publish.cells import Kinds, few, kinds, persons, unshown
from consult.publish.statements import Quote, Statement, statement
from consult.records import (
    Analysis,
    Citation,
    Conclusion,
    Passage,
    Placement,
    PlacementKind,
    Response,
    SetAside,
    Source,
    Theme,
    in_language,
)
from consult.settings import Settings
from consult.speakers import count_voices

Record = TypeVar("Record")

Anchors = Mapping[tuple[PlacementKind, str], str]
"""Kind and id of a target → the name of its section on the page."""

KINDS: tuple[PlacementKind, ...] = ("commitment", "new_topic", "new", "unplaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered to a theme in one of its places, or None where a response is lacking. anchor: of the place."""

    anchor: str
    response: Response | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEntry:
    """A theme as its section shows it. main: anchor of the target where it stands in full.

    speakers: how many speak, so that a single voice is visible as one; voices: how many of each kind, as shown.
    """

    theme: Theme
    passages: int
    speakers: int
    voices: Kinds
    statements: tuple[Statement, ...]
    placement: Placement
    main: str
    silent: tuple[Passage, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A theme that bears on a target and stands in full elsewhere. passages: how many of its own point here."""

    entry: ThemeEntry
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEntry:
    """A commitment, a known new topic, `new` or `unplaced`, with the themes that stand under it.

    passages, voices: the passages of which it is the first choice, whichever theme they are in, and who speaks in them.
    also: themes that bear on it too, or have passages that do, and stand in full under another target.
    """

    anchor: str
    kind: PlacementKind
    target_id: str
    title: str
    description: str
    voices: Kinds
    passages: int
    themes: tuple[ThemeEntry, ...] = ()
    also: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything the page tells.

    received: contributions, read and unreadable, each counted once; voices: how many of each kind say something;
    silent: those that are read and say nothing, such as an empty answer; about: sheets about a form, which are none.
    theme_of: passage id → its theme; anchor_of: theme id → the target where it stands in full;
    place_of: passage id → the target that is its own first choice. whole: every number is shown.
    """

    targets: tuple[TargetEntry, ...]
    received: int
    voices: Kinds
    silent: int
    about: int
    passages: int
    passages_by_voice: Kinds
    unreadable: tuple[Source, ...]
    set_aside: dict[str, tuple[int, int]]
    not_reflected: int
    duplicates: int
    theme_of: dict[str, Theme] = field(repr=False)
    anchor_of: dict[str, str] = field(repr=False)
    place_of: dict[str, str] = field(repr=False)
    whole: bool = True

    @property
    def read(self) -> int:
        """Sources that gave text."""
        return self.received - len(self.unreadable)

    @property
    def themes(self) -> int:
        """All themes: each stands in full under one target."""
        return sum(len(target.themes) for target in self.targets)

    @property
    def lacking(self) -> int:
        """Themes that lack a response in one of their places."""
        entries = (entry for target in self.targets for entry in target.themes)
        return sum(any(one.response is None for one in entry.answers) for entry in entries)


class _Index:
    """The analysis by id."""

    def __init__(self, analysis: Analysis, language: str) -> None:
        self.language = language
        self.source = {source.source_id: source for source in analysis.sources}
        self.passage = {passage.passage_id: passage for passage in analysis.passages}
        self.copies = Counter(analysis.duplicates.values())
        self.conclusions = _grouped(sorted(analysis.conclusions, key=self._by_weight), "theme_id")
        self.answer = {(one.theme_id, one.target): one for one in analysis.responses}
        self.silent = _grouped(sorted(analysis.not_reflected, key=lambda one: one.passage_id), "theme_id")
        ranked = sorted(analysis.placements, key=_by_probability)
        self.placements = _grouped((p for p in ranked if not p.passage_id), "theme_id")
        self.first = {p.passage_id: p for p in reversed(ranked) if p.passage_id}

    def _by_weight(self, conclusion: Conclusion) -> tuple[bool, int, str]:
        """Largest first, as they were drawn; what shows a disagreement last."""
        shown = [self.passage[citation.passage_id] for citation in conclusion.citations if citation.shown]
        divided = len(shown) == len(conclusion.citations) and disagreement(shown) is not None
        return divided, -len(conclusion.citations), min(citation.passage_id for citation in conclusion.citations)

    def quote(self, citation: Citation) -> Quote:
        passage = self.passage[citation.passage_id]
        copies = self.copies[passage.passage_id]
        return Quote(citation=citation, passage=passage, source=self.source[citation.source_id], copies=copies)


def outline(analysis: Analysis, settings: Settings, language: str, *, whole: bool = True) -> Outline:
    """What the page in `language` says of `analysis`; texts of the framework in that or the nearest language.

    whole: with every number; else without those that stand for few private persons.
    """
    index = _Index(analysis, language)
    behind = persons(analysis.passages, index.source)
    heard = count_voices(analysis.passages, index.source)
    about = about_forms(analysis)
    closed = frozenset() if whole else _closed_themes(analysis.themes, index)
    anchors = {target: f"target-{n}" for n, target in enumerate(_targets(analysis, settings), start=1)}
    entries = [_theme_entry(theme, index, anchors, closed=theme.theme_id in closed) for theme in analysis.themes]
    entries.sort(key=lambda entry: (-entry.speakers, -entry.passages, entry.theme.theme_id))
    places = {passage_id: anchor for entry in entries for passage_id, anchor in _places(entry, index, anchors)}
    return Outline(
        targets=tuple(_target_entries(settings, index, anchors, entries, places, whole=whole)),
        received=len(analysis.sources) - len(about),
        about=len(about),
        voices=kinds(heard, len(analysis.passages), closed=not whole and few(behind)),
        silent=len(
            {s.source_id for s in analysis.sources if s.status == "read"}
            - {p.source_id for p in analysis.passages}
            - about
        ),
        passages=len(analysis.passages),
        passages_by_voice=kinds(
            Counter(p.voice for p in analysis.passages), len(analysis.passages), closed=not whole and few(behind)
        ),
        unreadable=tuple(sorted((s for s in analysis.sources if s.status == "unreadable"), key=by_path)),
        set_aside=_set_aside(analysis.set_aside),
        not_reflected=len(analysis.not_reflected),
        duplicates=len(analysis.duplicates),
        theme_of={passage_id: theme for theme in analysis.themes for passage_id in theme.passage_ids},
        anchor_of={entry.theme.theme_id: entry.main for entry in entries},
        place_of=places,
        whole=whole,
    )


def _closed_themes(themes: Iterable[Theme], index: _Index) -> frozenset[str]:
    """Ids of the themes whose number of private persons is not shown."""
    spoken = {one.theme_id: [index.passage[passage_id] for passage_id in one.passage_ids] for one in themes}
    return unshown({theme_id: persons(passages, index.source) for theme_id, passages in spoken.items()})


def _places(entry: ThemeEntry, index: _Index, anchors: Anchors) -> Iterator[tuple[str, str]]:
    """Each passage of a theme and the target that is its first choice; the theme's, where it has none of its own."""
    for passage_id in entry.theme.passage_ids:
        placement = index.first.get(passage_id)
        yield passage_id, anchors[_target_of(placement)] if placement else entry.main


def _set_aside(spans: Iterable[SetAside]) -> dict[str, tuple[int, int]]:
    lengths: dict[str, list[int]] = defaultdict(list)
    for span in spans:
        lengths[span.reason].append(span.end - span.start)
    return {reason: (len(lengths[reason]), sum(lengths[reason])) for reason in sorted(lengths)}


def by_path(source: Source) -> tuple[object, ...]:
    """Sort key: path and locator, runs of digits as numbers, so that row 10 comes behind row 9."""
    parts = re.split(r"(\d+)", f"{source.path}\x00{source.locator}")
    return ([(part.isdigit(), int(part) if part.isdecimal() else 0, part) for part in parts], source.source_id)


def _targets(analysis: Analysis, settings: Settings) -> list[tuple[PlacementKind, str]]:
    """The framework's targets in its order, what the placements name besides, `new` and `unplaced` last."""
    known: list[tuple[PlacementKind, str]] = [(target.kind, target.target_id) for target in settings.framework.targets]
    found = {(p.kind, p.target if p.kind in ("commitment", "new_topic") else "") for p in analysis.placements}
    listed = dict.fromkeys([*known, *sorted(found)])
    listed.update({("new", ""): None, ("unplaced", ""): None})
    return sorted(listed, key=lambda one: KINDS.index(one[0]))


def _target_entries(
    settings: Settings, index: _Index, anchors: Anchors, entries: Sequence[ThemeEntry], places: Mapping[str, str],
    *, whole: bool,
) -> Iterator[TargetEntry]:  # fmt: skip
    targets = {target.target_id: target for target in settings.framework.targets}
    placed: dict[str, list[Passage]] = defaultdict(list)
    for passage_id, anchor in places.items():
        placed[anchor].append(index.passage[passage_id])
    behind = {anchor: persons(passages, index.source) for anchor, passages in placed.items()}
    closed = frozenset() if whole else unshown(behind)
    for (kind, target_id), anchor in anchors.items():
        target = targets.get(target_id)
        yield TargetEntry(
            anchor=anchor, kind=kind, target_id=target_id, passages=len(placed[anchor]),
            title=target.title_in(index.language) if target else target_id,
            description=in_language(target.description, index.language) if target else "",
            voices=kinds(count_voices(placed[anchor], index.source), len(placed[anchor]), closed=anchor in closed),
            themes=tuple(entry for entry in entries if entry.main == anchor),
            also=tuple(_pointers((kind, target_id), index, anchors, entries, places)),
        )  # fmt: skip


def _pointers(
    target: tuple[PlacementKind, str], index: _Index, anchors: Anchors, entries: Iterable[ThemeEntry],
    places: Mapping[str, str],
) -> Iterator[Pointer]:  # fmt: skip
    for entry in entries:
        placed_here = any(_target_of(p) == target for p in index.placements.get(entry.theme.theme_id, ()))
        passages = sum(places[passage_id] == anchors[target] for passage_id in entry.theme.passage_ids)
        if entry.main != anchors[target] and (placed_here or passages):
            yield Pointer(entry=entry, passages=passages)


def _theme_entry(theme: Theme, index: _Index, anchors: Anchors, *, closed: bool) -> ThemeEntry:
    passages = [index.passage[passage_id] for passage_id in theme.passage_ids]
    placements = index.placements.get(theme.theme_id) or [_nowhere(theme)]
    voices = count_voices(passages, index.source)
    return ThemeEntry(
        theme=theme,
        passages=len(passages),
        speakers=voices.total(),
        voices=kinds(voices, len(passages), closed=closed),
        statements=tuple(_statements(index.conclusions.get(theme.theme_id, []), index)),
        placement=placements[0],
        main=anchors[_target_of(placements[0])],
        silent=tuple(index.passage[one.passage_id] for one in index.silent.get(theme.theme_id, [])),
        answers=tuple(
            Answer(anchor=anchors[_target_of(one)], response=index.answer.get((one.theme_id, one.target)))
            for one in placements
        ),
    )


def _nowhere(theme: Theme) -> Placement:
    return Placement(theme_id=theme.theme_id, kind="unplaced", target="", score=0.0, probability=0.0)


def _target_of(placement: Placement) -> tuple[PlacementKind, str]:
    return placement.kind, placement.target if placement.kind in ("commitment", "new_topic") else ""


def _statements(conclusions: Sequence[Conclusion], index: _Index) -> Iterator[Statement]:
    """The conclusions in the page's language; those that there are, where it has none."""
    own = [conclusion for conclusion in conclusions if conclusion.language == index.language]
    for conclusion in own or conclusions:
        yield statement(conclusion, {c: index.quote(c) for c in conclusion.citations})


def _by_probability(placement: Placement) -> tuple[float, str, str]:
    return -placement.probability, placement.target, placement.kind


def _grouped(records: Iterable[Record], name: str) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[getattr(record, name)].append(record)
    return groups
