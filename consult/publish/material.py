"""What published documents are made of, and how they say who spoke and where things stand.

In: an analysis, whole or public, with settings, what the run says of itself, people's acts and the edition. Out: a
`Telling` of it in one language: the outline of targets, themes and conclusions, words for people, and addresses.
Guaranteed: every word of ours comes from the catalogues; every number is counted from the analysis.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from consult.contributions import contributions
from consult.diff import Comparison
from consult.messages import Message, messages
from consult.publish.document import Picture, Run
from consult.publish.labels import counted
from consult.publish.outline import Outline, TargetEntry, ThemeEntry, outline
from consult.records import (
    NEAREST,
    REASONS,
    UNREADABLE,
    Analysis,
    Citation,
    Conclusion,
    Decision,
    Passage,
    Reply,
    SetAside,
    Source,
    Theme,
    in_language,
)
from consult.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Which edition a document belongs to. date: ISO day; before: number and day of the edition it is compared with."""

    number: int
    date: str
    final: bool
    before: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that documents say, once.

    whole: with names and full text, else redacted. codes: source id → receipt code, of all sources. languages: of the
    edition, those of feedback documents. by_people: (source id, number from 0 among the source's set-aside spans) of
    what people set aside. withheld: source id → language, of what is published only as one of a number. withdrawn:
    how many contributors took theirs back. comparison: with the edition before. vectors: passage id →
    (d,) unit row, for the pictures.
    """

    analysis: Analysis
    settings: Settings
    run: Mapping[str, Any]
    head: Head
    whole: bool
    codes: Mapping[str, str]
    languages: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()
    replies: tuple[Reply, ...] = ()
    by_people: frozenset[tuple[str, int]] = frozenset()
    withheld: Mapping[str, str] = field(default_factory=dict)
    withdrawn: int = 0
    comparison: Comparison | None = None
    vectors: Mapping[str, Any] = field(default_factory=dict)


def nearest(language: str, known: Sequence[str]) -> str:
    """`language` if it is known, else the known one that its readers understand best.

    >>> nearest("da", ("en", "nn"))
    'nn'
    """
    return next((one for one in (language, *NEAREST.get(language, ())) if one in known), known[0])


def target_anchor(target: TargetEntry) -> str:
    """A target's address, which stays when the framework gets another one."""
    return f"target-{target.target_id or target.kind}"


class Telling:
    """The material as a reader of one language meets it. Made once for many documents."""

    def __init__(self, material: Material, language: str) -> None:
        self.material, self.language = material, language
        self.analysis, self.settings = material.analysis, material.settings
        self.m: Message = messages(language)
        self.main = material.settings.languages[0]
        self.spoken = nearest(language, material.settings.languages)
        self.page = nearest(language, material.languages)
        self.events = {one.event_id: one for one in material.settings.events}

    # -- by id ------------------------------------------------------------------------------------

    @cached_property
    def plan(self) -> Outline:
        """Targets, themes and conclusions in order."""
        return outline(self.analysis, self.settings, self.spoken, whole=self.material.whole)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Source id → source."""
        return {source.source_id: source for source in self.analysis.sources}

    @property
    def apart(self) -> dict[str, int]:
        """What was received and is not among the sources: withheld, or withdrawn; only where there is any."""
        found = {"withheld": len(self.material.withheld), "withdrawn": self.material.withdrawn}
        return {name: count for name, count in found.items() if count}

    @property
    def received(self) -> int:
        """All contributions: read, unreadable, withheld and withdrawn."""
        return len(self.contributions) + sum(self.apart.values())

    @cached_property
    def contributions(self) -> Sequence[Source]:
        """The sources that are contributions."""
        return contributions(self.analysis)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Source id → its number in this edition, in the order of ids: it tells nothing about who or when."""
        return {source_id: number for number, source_id in enumerate(sorted(self.material.codes), start=1)}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """Passage id → passage."""
        return {passage.passage_id: passage for passage in self.analysis.passages}

    @cached_property
    def spans(self) -> dict[str, list[Passage | SetAside]]:
        """Source id → its passages and what is set aside, in the order of the text."""
        found: dict[str, list[Passage | SetAside]] = defaultdict(list)
        both: tuple[Passage | SetAside, ...] = (*self.analysis.passages, *self.analysis.set_aside)
        for span in both:
            found[span.source_id].append(span)
        for spans in found.values():
            spans.sort(key=lambda span: (span.start, span.end))
        return found

    @cached_property
    def by_people(self) -> frozenset[tuple[str, int]]:
        """(source id, start) of the spans that people set aside."""
        found = set()
        for source_id, spans in self.spans.items():
            aside = [span for span in spans if isinstance(span, SetAside)]
            found |= {(source_id, s.start) for at, s in enumerate(aside) if (source_id, at) in self.material.by_people}
        return frozenset(found)

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures."""
        from consult.publish.pictures import pictures

        changes = self.material.comparison.changes if self.material.comparison else None
        return pictures(
            self.analysis, self.settings, self.language, vectors=self.material.vectors, changes=changes,
            whole=self.material.whole,
        )  # fmt: skip

    @cached_property
    def theme_of(self) -> dict[str, Theme]:
        """Passage id → its theme."""
        return self.plan.theme_of

    @cached_property
    def entries(self) -> dict[str, ThemeEntry]:
        """Theme id → its entry."""
        return {entry.theme.theme_id: entry for target in self.plan.targets for entry in target.themes}

    @cached_property
    def targets(self) -> dict[str, TargetEntry]:
        """Outline's anchor → target."""
        return {target.anchor: target for target in self.plan.targets}

    @cached_property
    def cited(self) -> dict[str, list[tuple[Conclusion, Citation]]]:
        """Passage id → the conclusions, in the language that is shown, that quote or count it."""
        found: dict[str, list[tuple[Conclusion, Citation]]] = defaultdict(list)
        for entry in self.entries.values():
            for statement in entry.statements:
                for citation in statement.conclusion.citations:
                    found[citation.passage_id].append((statement.conclusion, citation))
        return found

    @cached_property
    def unreflected(self) -> dict[str, str]:
        """Passage id → why no conclusion reflects it."""
        return {one.passage_id: one.reason for one in self.analysis.not_reflected}

    @cached_property
    def copies(self) -> dict[str, int]:
        """Passage id → how many other passages say the same; only where there are any."""
        duplicates = self.analysis.duplicates
        sizes = Counter(duplicates.values())
        return dict(sizes) | {copy: sizes[original] for copy, original in duplicates.items()}

    # -- words ------------------------------------------------------------------------------------

    def title(self) -> str:
        """The consultation's title."""
        return in_language(self.settings.title, self.language) or self.settings.name

    def target_words(self, target: TargetEntry) -> str:
        """`5 Evaluering av eInnsyn`, or what the catalogue calls `new` and `unplaced`."""
        if target.kind in ("new", "unplaced"):
            return self.m(f"feedback-title-{target.kind}")
        own = next((one for one in self.settings.framework.targets if one.target_id == target.target_id), None)
        title = own.title_in(self.language) if own else target.title
        return f"{target.target_id} {title}" if title and title != target.target_id else target.target_id

    def voices(self, counts: Mapping[str, int | None]) -> str:
        """`3 bord, 1 organisasjon og 2 privatpersonar`: side by side, never summed."""
        return self.listed(counted(counts, "feedback-count-", self.m))

    def listed(self, words: Sequence[str]) -> str:
        """Words as a list in a sentence."""
        if len(words) < 2:
            return "".join(words)
        joined = words[0]
        for word in words[1:-1]:
            joined = self.m("feedback-list", first=joined, second=word)
        return self.m("feedback-list-last", first=joined, second=words[-1])

    def event(self, event_id: str) -> str:
        """An event's title, empty where there is none."""
        event = self.events.get(event_id)
        return (in_language(event.title, self.language) or event_id) if event else event_id

    def who(self, source: Source) -> str:
        """Who speaks in a source, and where: an individual's name stands in the whole material alone."""
        named = source.contributor if self.material.whole or source.voice == "organisation" else ""
        who = named or self.m(f"feedback-one-{source.voice}")
        return self.m("feedback-who-at", who=who, event=self.event(source.event)) if source.event else who

    def source_words(self, source: Source) -> str:
        """`Innspel 7: Bord, Møte 1`, and in the whole material the file."""
        number = str(self.numbers[source.source_id])
        words = self.m("feedback-source", number=number)
        if source.status == "read":
            words = self.m("feedback-source-by", number=number, who=self.who(source))
        return f"{words} ({source.path} {source.locator})".replace(" )", ")") if self.material.whole else words

    def status(self, word: str) -> str:
        """A response's status."""
        return self.m(f"feedback-status-{word}")

    def unreadable(self, source: Source) -> str:
        """Why a source gave no text; readers may add details behind a colon."""
        word = source.reason.partition(":")[0].strip()
        return self.m(f"feedback-unreadable-{word if word in UNREADABLE else 'other'}")

    def aside(self, reason: str) -> str:
        """Why a span is set aside."""
        return self.m(f"feedback-aside-{reason if reason in REASONS else 'other'}")

    def day(self, iso: str) -> str:
        """A date as people write it; a year or a month stays as it is."""
        from consult.publish.document.words import long_date

        return long_date(iso[:10], self.language) if len(iso) >= len("2026-01-01") else iso

    def titled(self, theme: Theme, link: str = "") -> Run:
        """A theme's title, in the language in which it was given."""
        return Run(text=theme.title, link=link, language=self.other(self.main))

    def other(self, language: str) -> str:
        """A language where it differs from the page's, else nothing."""
        return language if language != self.language else ""

    # -- addresses --------------------------------------------------------------------------------

    def passage_link(self, passage: Passage) -> str:
        """Where a passage stands marked in its source, from the feedback document."""
        if self.material.whole:
            return f"receipts/{passage.source_id}.html#{passage.passage_id}"
        return f"contributions.{self.page}.html#{passage.passage_id}"

    def feedback_page(self, from_receipt: bool = False) -> str:
        """The feedback document's page, from beside it or from a receipt."""
        page = "feedback.html" if self.material.whole else f"feedback.{self.page}.html"
        return f"../{page}" if from_receipt else page

    def place_anchor(self, theme_id: str, target: TargetEntry) -> str:
        """The address of a response, or of the place where it is lacking."""
        return f"answer-{theme_id}-{target.target_id or target.kind}"


def ordered(passages: Iterable[Passage]) -> list[Passage]:
    """Passages in the order of sources and text."""
    return sorted(passages, key=lambda one: (one.source_id, one.start))
