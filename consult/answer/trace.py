"""Follow anything back to its exact words, or forward to where it went.

In: an analysis and what to follow: the id of a conclusion, theme, passage or source, or the path of an
input (relative to `inputs/`, or only the file's name). Out: a tree of steps, each with what it is, where
it stands and, for words, the text around them. Guaranteed: from a conclusion every quote is reached; from
a source every character is, as a passage with its fate or as set aside with its reason.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from consult.answer.history import NOTHING, History
from consult.answer.steps import Place, Step, Trace
from consult.answer.trace_acts import answer_steps, decision_steps
from consult.errors import TraceError
from consult.records import (
    Analysis,
    Citation,
    Conclusion,
    NotReflected,
    Passage,
    Placement,
    SetAside,
    Source,
    Theme,
)

__all__ = ["Index", "Place", "Step", "Trace", "trace"]

AROUND = 80  # characters of the source shown before and after
SUGGESTIONS = 3

Record = TypeVar("Record")


def trace(analysis: Analysis, id: str, history: History = NOTHING) -> Trace:  # noqa: A002  the word of DESIGN and the command line
    """Everything that leads to `id` or from it. history: what people decided and answered.

    A theme or passage that people have made an end of leads to the decision that did.
    Raises TraceError, with the nearest ids and paths, where nothing bears it.
    """
    index = Index(analysis, history)
    wanted = id.strip()
    if wanted in index.conclusions:
        steps = [index.conclusion(index.conclusions[wanted], whole=True)]
    elif wanted in index.themes:
        steps = [index.theme(index.themes[wanted], whole=True)]
    elif wanted in index.passages:
        steps = [index.passage(index.passages[wanted], whole=True)]
    else:
        steps = [index.source(source) for source in index.sources_of(wanted)]
    steps = steps or list(decision_steps(history, wanted))
    if not steps:
        raise TraceError(index.nothing(wanted))
    return Trace(id=wanted, steps=tuple(steps))


def _by(records: Iterable[Record], name: str) -> dict[str, list[Record]]:
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[getattr(record, name)].append(record)
    return groups


class Index:
    """An analysis by id, and the steps that its records make."""

    def __init__(self, analysis: Analysis, history: History = NOTHING) -> None:
        self.analysis, self.history = analysis, history
        self.sources: dict[str, Source] = {source.source_id: source for source in analysis.sources}
        self.passages: dict[str, Passage] = {passage.passage_id: passage for passage in analysis.passages}
        self.themes: dict[str, Theme] = {theme.theme_id: theme for theme in analysis.themes}
        self.conclusions: dict[str, Conclusion] = {one.conclusion_id: one for one in analysis.conclusions}
        self.theme_of = {passage_id: theme for theme in analysis.themes for passage_id in theme.passage_ids}
        self.copies: defaultdict[str, list[str]] = defaultdict(list)
        for copy, original in sorted(analysis.duplicates.items()):
            self.copies[original].append(copy)

    @cached_property
    def placements(self) -> Mapping[tuple[str, str], list[Placement]]:
        """(theme id, passage id or empty) → placements, the most probable first."""
        groups: defaultdict[tuple[str, str], list[Placement]] = defaultdict(list)
        for placement in sorted(self.analysis.placements, key=lambda p: (-p.probability, p.target)):
            groups[placement.theme_id, placement.passage_id].append(placement)
        return groups

    @cached_property
    def cited(self) -> Mapping[str, list[Citation]]:
        """Passage id → citations of it."""
        return _by((citation for one in self.analysis.conclusions for citation in one.citations), "passage_id")

    @cached_property
    def silent(self) -> Mapping[str, list[NotReflected]]:
        """Passage id → why no conclusion reflects it."""
        return _by(self.analysis.not_reflected, "passage_id")

    # -- steps ------------------------------------------------------------------------------------

    def conclusion(self, one: Conclusion, *, whole: bool = False) -> Step:
        """A conclusion; whole: with its quotes, those it counts, and its theme."""
        theme = self.themes.get(one.theme_id)
        inner = [*map(self.quote, one.citations), *([self.theme(theme)] if theme else [])] if whole else []
        if whole:
            inner += [*self._answers(one.theme_id), *decision_steps(self.history, one.conclusion_id)]
        facts = (("language", one.language), ("placed on", one.target), ("made by", one.how), ("status", one.status))
        return Step(what="conclusion", id=one.conclusion_id, text=one.text, facts=_known(facts), steps=tuple(inner))

    def quote(self, citation: Citation) -> Step:
        """A citation, with the text around it."""
        passage, source = self.passages[citation.passage_id], self.sources[citation.source_id]
        return Step(
            what="quote" if citation.shown else "counted",
            id=citation.passage_id,
            text=citation.exact,
            place=_place(source, citation.start, citation.end, passage),
            before=source.text[max(0, citation.start - AROUND) : citation.start],
            after=source.text[citation.end : citation.end + AROUND],
            facts=(("voice", passage.voice), ("language", passage.language)),
        )

    def theme(self, theme: Theme, *, whole: bool = False) -> Step:
        """A theme and where it is placed; whole: with its conclusions and passages."""
        inner = list(map(_placement, self.placements.get((theme.theme_id, ""), ())))
        if whole:
            inner += [self.conclusion(one) for one in self.analysis.conclusions if one.theme_id == theme.theme_id]
            inner += [*self._answers(theme.theme_id), *decision_steps(self.history, theme.theme_id)]
            inner += [self.passage(self.passages[passage_id]) for passage_id in theme.passage_ids]
        facts = (("keywords", ", ".join(theme.keywords)), ("part of", theme.parent), ("status", theme.status))
        return Step(what="theme", id=theme.theme_id, text=theme.title, facts=_known(facts), steps=tuple(inner))

    def passage(self, passage: Passage, *, whole: bool = False) -> Step:
        """A passage and its fate; whole: with its theme and the conclusions that cite it in full."""
        source = self.sources[passage.source_id]
        return Step(
            what="passage",
            id=passage.passage_id,
            text=passage.text,
            place=_place(source, passage.start, passage.end, passage),
            before=source.text[max(0, passage.start - AROUND) : passage.start] if whole else "",
            after=source.text[passage.end : passage.end + AROUND] if whole else "",
            facts=_known((("voice", passage.voice), ("language", passage.language), *self._copies(passage))),
            steps=self._fate(passage, whole=whole),
        )

    def _copies(self, passage: Passage) -> list[tuple[str, str]]:
        """Which text a passage repeats, and which repeat it."""
        original = self.analysis.duplicates.get(passage.passage_id, "")
        return [("repeats", original), ("repeated by", ", ".join(self.copies.get(passage.passage_id, ())))]

    def _fate(self, passage: Passage, *, whole: bool) -> tuple[Step, ...]:
        """Theme, placements and conclusions that a passage fed, or why it fed none; what was answered and decided."""
        theme = self.theme_of.get(passage.passage_id)
        steps = [Step(what="theme", id=theme.theme_id, text=theme.title)] if theme else []
        placements = self.placements.get((theme.theme_id if theme else "", passage.passage_id), ())
        steps += map(_placement, placements)
        for citation in self.cited.get(passage.passage_id, ()):
            one = self.conclusions[citation.conclusion_id]
            use = "quoted by" if citation.shown else "counted by"
            steps.append(Step(what=use, id=one.conclusion_id, text=one.text, facts=(("language", one.language),)))
        return (
            *steps,
            *(one for one in (self._answers(theme.theme_id) if theme else ()) if whole or one.what == "response"),
            *decision_steps(self.history, passage.passage_id),
            *(Step(what="not reflected", text=one.reason) for one in self.silent.get(passage.passage_id, ())),
        )

    def source(self, source: Source) -> Step:
        """A source and all of its text in order: passages with their fate, and what is set aside."""
        parts: list[Passage | SetAside] = [p for p in self.analysis.passages if p.source_id == source.source_id]
        parts += [span for span in self.analysis.set_aside if span.source_id == source.source_id]
        facts = (
            ("status", source.status), ("reason", source.reason), ("voice", source.voice),
            ("contributor", source.contributor), ("language", source.language), ("format", source.format),
            ("event", source.event), ("date", source.date), ("sha256", source.sha256),
        )  # fmt: skip
        return Step(
            what="source",
            id=source.source_id,
            text=source.title,
            place=Place(path=source.path, locator=source.locator),
            facts=_known(facts),
            steps=tuple(self._part(part, source) for part in sorted(parts, key=lambda part: part.start)),
        )

    def _part(self, part: Passage | SetAside, source: Source) -> Step:
        if isinstance(part, Passage):
            return self.passage(part)
        place = _place(source, part.start, part.end)
        return Step(what="set aside", text=part.text, place=place, facts=(("reason", part.reason),))

    def _answers(self, theme_id: str) -> tuple[Step, ...]:
        """What the authority answered to a theme, or that it has not."""
        places = [one.target for one in self.placements.get((theme_id, ""), ())]
        return answer_steps(self.history, self.analysis.responses, theme_id, places)

    # -- finding ----------------------------------------------------------------------------------

    def sources_of(self, wanted: str) -> list[Source]:
        """The sources of an id or a path: one for a file, several for a form's rows or an archive's members."""
        if wanted in self.sources:
            return [self.sources[wanted]]
        path = _plain(wanted)
        for matches in (_is_path, _is_inside, _is_name):
            found = [source for source in self.analysis.sources if matches(_plain(source.path), path)]
            if found:
                return sorted(found, key=lambda source: (source.path, _numbers_as_numbers(source.locator)))
        return []

    def nothing(self, wanted: str) -> str:
        """What to tell somebody whose id or path nothing bears."""
        paths = {source.path for source in self.analysis.sources}
        names = {path.rsplit("/", 1)[-1] for path in paths}
        known = sorted({*self.conclusions, *self.themes, *self.passages, *self.sources, *paths, *names})
        near = difflib.get_close_matches(wanted, known, n=SUGGESTIONS, cutoff=0.6)
        advice = f"the nearest are {', '.join(near)}" if near else "ids stand in tables/, paths are those under inputs/"
        return f"{wanted!r}: no conclusion, theme, passage, source or input file bears it; {advice}"


def _placement(placement: Placement) -> Step:
    """Where something is placed, and what decided it."""
    facts = (
        ("target", placement.target), ("probability", f"{placement.probability:.2f}"),
        ("score", f"{placement.score:.3f}"), ("evidence", placement.evidence),
        ("runner-up", placement.runner_up), ("decided by", placement.decided_by),
    )  # fmt: skip
    return Step(what="placed", id=placement.kind, facts=_known(facts))


def _place(source: Source, start: int, end: int, passage: Passage | None = None) -> Place:
    """Where a span stands in its file."""
    return Place(
        path=source.path,
        locator=source.locator,
        page=passage.page if passage else None,
        headings=passage.context.headings if passage else (),
        question=passage.context.question if passage else "",
        start=start,
        end=end,
    )


def _known(facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Facts that have a value."""
    return tuple((name, value) for name, value in facts if value)


def _plain(path: str) -> str:
    """A path as inputs are named: composed letters, `/`, without a leading `./` or `inputs/`."""
    text = unicodedata.normalize("NFC", path).replace("\\", "/").removeprefix("./")
    return text.rsplit("/inputs/", 1)[-1].removeprefix("inputs/").rstrip("/")


def _is_path(path: str, wanted: str) -> bool:
    return path == wanted


def _is_inside(path: str, wanted: str) -> bool:
    return bool(wanted) and path.startswith(f"{wanted}/")


def _is_name(path: str, wanted: str) -> bool:
    return path.rsplit("/", 1)[-1].casefold() == wanted.casefold()


def _numbers_as_numbers(locator: str) -> tuple[tuple[int, str], ...]:
    """A key that puts row 9 before row 10."""
    parts = "".join(letter if letter.isdecimal() else f" {letter} " for letter in locator).split()
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
