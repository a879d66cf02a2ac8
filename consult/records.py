"""The types that pass between rooms: frozen, keyword-only, spans half-open in code points.

Nothing here reads a file or computes an analysis; an invariant that a record can check about itself
stands in its `__post_init__`. Derived values are properties, never stored twice.

>>> one = Passage(source_id="s-1", start=0, end=5, text="Svar!", language="nb", voice="individual")
>>> two = Passage(source_id="s-1", start=0, end=5, text="Svar!", language="nn", voice="individual")
>>> one.passage_id == two.passage_id
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, get_args

Language = Literal["nn", "nb", "da", "sv", "en"]
"""A written standard that consult tells from the others (BCP 47)."""

Voice = Literal["group_note", "organisation", "individual"]
"""Who speaks: a table's notes, an organisation, a person. Never summed as if alike."""

SetAsideReason = Literal["heading", "procedural", "contact", "quoted_previous", "blank", "boilerplate"]
"""Why a span is not input. `blank`: white space, list marks, empty answers; `boilerplate`: running
heads, mail headers, page numbers, formulas and other text that no contributor meant as input."""

BlockKind = Literal[
    "lines",  # plain text whose own signs (bullets, underlines, `#`) carry its structure
    "heading",
    "paragraph",
    "item",  # a list item; level 1 is the outermost
    "cell",  # a cell of a table in a document; label: its column's head
    "header",  # page or mail header
    "footer",
    "footnote",
    "question",  # a form's question, above its answer
    "answer",  # a form's answer; label: its question
    "quoted",  # an earlier message that a mail quotes
    "meta",  # field names, sheet names, participant columns: not input, never a passage
    "respondent",  # a form's fact on who answers (age, place); label: its question. Not input, and not published
]

UnreadableReason = Literal["empty", "encrypted", "broken", "scanned", "unsupported", "too_large", "unsafe", "timeout"]
"""Why a file gave no text; each has a sentence with what to do next in the message catalogues."""

PlacementKind = Literal["commitment", "new_topic", "new", "unplaced"]
TargetKind = Literal["commitment", "new_topic"]
How = Literal["extracted", "drafted", "edited"]

Act = Literal[
    "rename", "merge", "split", "move", "place", "set_aside", "approve", "undo", "publish_as", "redact", "reveal",
    "edit",
]  # fmt: skip
"""What a person can do with the analysis, and with what of it is published."""

PersonalKind = Literal[
    "name", "identity_number", "phone", "email", "address", "account", "plate", "birth_date", "profile", "other",
    "health", "union", "religion", "sexuality", "ethnicity", "criminal",
]  # fmt: skip
"""What a finding is; the last six are special categories and offences (GDPR articles 9 and 10), always left to a person
to decide on."""

FindingStatus = Literal["redacted", "open", "revealed"]
"""Taken out; taken out until a person decides; decided to stay."""

Publication = Literal["full", "name_withheld", "summary_only", "withheld"]
"""How a source is published: with its contributor's name; without; not in its own words; only as one of a number."""

ResponseStatus = Literal["taken_up", "partly", "already_covered", "forwarded", "knowledge", "not_taken_up"]
"""What the authority does with a theme: takes it up in a commitment, takes up a part, does it already, hands it to
a sector or a legal process, keeps it as knowledge for the next framework, or does not take it up."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
VOICES: tuple[Voice, ...] = get_args(Voice)
REASONS: tuple[SetAsideReason, ...] = get_args(SetAsideReason)
UNREADABLE: tuple[UnreadableReason, ...] = get_args(UnreadableReason)
ACTS: tuple[Act, ...] = get_args(Act)
PERSONAL_KINDS: tuple[PersonalKind, ...] = get_args(PersonalKind)
SPECIAL_KINDS: frozenset[str] = frozenset(PERSONAL_KINDS[-6:])
PUBLICATIONS: tuple[Publication, ...] = get_args(Publication)
RESPONSE_STATUSES: tuple[ResponseStatus, ...] = get_args(ResponseStatus)

ID_LENGTH = 12  # hex digits: 48 bits; at 100,000 passages a collision has a chance of 2 in 100,000
AFFIX = 32  # characters of prefix and suffix in a text quote (Web Annotation practice)


def content_id(letter: str, *parts: object) -> str:
    """An id that depends on nothing but `parts`: `letter-` and 12 hex digits of their SHA-256.

    >>> content_id("p", "s-1", 0, 5) == content_id("p", "s-1", 0, 5)
    True
    """
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{letter}-{digest.hexdigest()[:ID_LENGTH]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch `[start, end)` of a source's normalised text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or backward span."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or runs backward")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Span):
    """A stretch that the file itself holds as one unit, with what the file says about it.

    level: depth of a heading (1 is the title) or of a list item (1 is outermost), else 0.
    page: from 1 in paged formats. label: a cell's column head, an answer's question, a header's field.
    """

    kind: BlockKind
    level: int = 0
    page: int | None = None
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One contribution: a file, or one row of a form export.

    path: relative to `inputs/`, `/` between parts, members of archives and attachments behind the
    outer file's path. locator: row, cell or member inside the file, empty for a whole file.
    sha256: of the file's bytes, for a row of the row's text. text: NFC, LF; empty when unreadable.
    blocks: in order, without overlap; characters outside blocks are white space and marks.
    """

    path: str
    locator: str = ""
    sha256: str
    format: str
    text: str = ""
    blocks: tuple[Block, ...] = ()
    voice: Voice = "individual"
    contributor: str = ""
    language: Language = "nn"
    title: str = ""
    event: str = ""
    date: str = ""
    status: Literal["read", "unreadable"] = "read"
    reason: str = ""
    occurrence: int = 0

    def __post_init__(self) -> None:
        """Check that a source is either read or has a reason, and that its blocks lie in its text."""
        if (self.status == "unreadable") != bool(self.reason):
            raise ValueError(f"{self.path}: an unreadable source needs a reason, a read one has none")
        at = 0
        for block in self.blocks:
            if block.start < at or block.end > len(self.text):
                raise ValueError(f"{self.path}: block [{block.start}, {block.end}) overlaps or overruns")
            at = block.end

    @cached_property
    def source_id(self) -> str:
        """Path, content and, among equal rows of one file, the occurrence: never the row's number."""
        return content_id("s", self.path, self.sha256, self.occurrence)

    @property
    def characters(self) -> int:
        """Length of the normalised text in code points."""
        return len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands above and beside a passage: it carries the meaning of elliptical notes.

    headings: path from the outermost down. parent: the bullet or lead-in that the passage hangs
    under. before, after: neighbours in the same section. question: of a form. document: its title.
    """

    document: str = ""
    headings: tuple[str, ...] = ()
    parent: str = ""
    question: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class Passage(Span):
    """One idea, as a span of its source. `text` is the span's exact characters (law 3)."""

    source_id: str
    text: str
    language: Language
    voice: Voice
    page: int | None = None
    context: Context = field(default_factory=Context)

    def __post_init__(self) -> None:
        """Refuse a text whose length is not its span's."""
        Span.__post_init__(self)
        if len(self.text) != self.end - self.start:
            raise ValueError(f"{self.source_id}: passage text and span [{self.start}, {self.end}) differ")

    @cached_property
    def passage_id(self) -> str:
        """Hash of source and span."""
        return content_id("p", self.source_id, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Span):
    """A span that is not input, with its reason."""

    source_id: str
    text: str
    reason: SetAsideReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What a source was divided into: together they tile its text (law 1)."""

    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Span):
    """Personal data: a span of a source's text, or of its path or contributor. Its words are never stored again.

    certainty: of its being what `kind` says; person: number that keeps names apart within a document, 0 for what
    is no name; found_by: the rule, `model`, `elsewhere` (a name that another source gives away) or a person's role.
    """

    source_id: str
    kind: PersonalKind
    certainty: float
    person: int = 0
    status: FindingStatus = "redacted"
    where: Literal["text", "path", "contributor"] = "text"
    found_by: str = "rule"

    @property
    def finding_id(self) -> str:
        """Hash of where it stands."""
        return content_id("f", self.source_id, self.where, self.start, self.end)

    @property
    def hidden(self) -> bool:
        """Whether it is taken out of what is published as things stand."""
        return self.status != "revealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A commitment or a known new topic of a framework; texts by language.

    keywords: other words that people use for it, by language. examples: what people have said on it, by language.
    """

    target_id: str
    kind: TargetKind
    title: dict[str, str]
    description: dict[str, str]
    status: str = ""
    keywords: dict[str, tuple[str, ...]] = field(default_factory=dict)
    examples: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def title_in(self, language: str) -> str:
        """The title in `language`, else in the nearest language that has one."""
        return in_language(self.title, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The commitments and known new topics that input is placed on."""

    framework_id: str
    language: str
    source: str
    targets: tuple[Target, ...]

    @property
    def kinds(self) -> dict[str, str]:
        """Target's id → its kind."""
        return {target.target_id: target.kind for target in self.targets}


NEAREST: dict[str, tuple[str, ...]] = {
    "nn": ("nb", "da", "sv", "en"),
    "nb": ("nn", "da", "sv", "en"),
    "da": ("nb", "nn", "sv", "en"),
    "sv": ("nb", "nn", "da", "en"),
    "en": ("nb", "nn", "sv", "da"),
}
"""For a text that lacks a language: which of the others a reader of it understands best."""


def in_language(texts: dict[str, str], language: str) -> str:
    """The text in `language`, else in the nearest language present, else empty.

    >>> in_language({"nb": "Innsyn", "en": "Access"}, "nn")
    'Innsyn'
    """
    for candidate in (language, *NEAREST.get(language, ()), *sorted(texts)):
        if texts.get(candidate):
            return texts[candidate]
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A group of passages about one subject. Every passage is in exactly one theme (law 2).

    passage_ids: sorted by source and span. parent: title of the wider theme where there are many, else empty.
    """

    theme_id: str
    title: str
    keywords: tuple[str, ...]
    passage_ids: tuple[str, ...]
    parent: str = ""
    status: str = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A passage (or, with an empty `passage_id`, a theme) → where it bears.

    score: as the method gives it; probability: calibrated, of this target being right.
    evidence: what decided, for people; runner_up: the target that came second.
    """

    theme_id: str
    passage_id: str = ""
    kind: PlacementKind
    target: str
    score: float
    probability: float
    evidence: str = ""
    runner_up: str = ""
    decided_by: str = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote with both Web Annotation selectors: text position and text quote.

    shown: the quote stands in the conclusion's text; otherwise the passage is counted by it.
    """

    conclusion_id: str
    passage_id: str
    source_id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """One sentence that says what a theme's passages say, with at least one citation (law 4).

    target: where the theme is placed. frame: the counted part of `text`, before the quotes.
    """

    conclusion_id: str
    theme_id: str
    target: str
    language: str
    text: str
    citations: tuple[Citation, ...]
    how: How = "extracted"
    status: str = "proposed"

    def __post_init__(self) -> None:
        """Refuse a conclusion that nothing supports."""
        if not self.citations:
            raise ValueError(f"conclusion {self.conclusion_id} cites nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReflected:
    """A passage that no conclusion cites, with the reason (law 2)."""

    passage_id: str
    theme_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text that a model drafted and that passed the gate, for those who decide: nobody has taken it yet.

    task: the prompt's name. stands_for: a conclusion's id where it words one, else a theme's. target: of an overview's
    line. before: the sentence that a rewrite or a translation started from.
    """

    task: str
    stands_for: str
    theme_id: str
    target: str
    language: str
    text: str
    passage_ids: tuple[str, ...]
    model: str
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The authority's reasoned response to a theme; written by people, never by a machine."""

    theme_id: str
    target: str
    status: str = ""
    reason: str = ""
    responsible: str = ""
    next_step: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One act of answering, kept for good: the highest number for a theme and target is the response that counts.

    role: who answered, as an office and not a name; time: UTC, ISO 8601.
    """

    number: int
    role: str
    time: str
    response: Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of a person on the analysis, kept for good and replayed by every later run.

    role: who decided, as an office and not a name. objects: ids of themes, passages or a conclusion, or the
    number of the decision that is undone. before: what stood (`themes`: id → title, keywords and passages;
    `passages`: id → a hash of its words); after: what the act puts in its place.
    """

    number: int
    role: str
    time: str
    act: Act
    objects: tuple[str, ...]
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a decision in this run. code: why, a word of `review-remark-*` in the catalogues; ids: of what."""

    number: int
    state: Literal["applied", "orphaned", "undone"]
    code: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What the machine proposes, before people's decisions: kept, so that these can be applied again and undone.

    vectors: passage id → (d,) float32 unit row, as conclusions need them.
    """

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...]
    duplicates: dict[str, str]
    themes: tuple[Theme, ...]
    placements: tuple[Placement, ...]
    vectors: Mapping[str, Any]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything one run found out, ready for the ledger.

    findings: personal data as the machine found it; `consult.answer.privacy.standing` adds what people decided.
    drafts: what a model drafted, for the coordinator's pages only; a ledger keeps it apart.
    """

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...]
    duplicates: dict[str, str]
    themes: tuple[Theme, ...]
    placements: tuple[Placement, ...]
    conclusions: tuple[Conclusion, ...]
    not_reflected: tuple[NotReflected, ...]
    responses: tuple[Response, ...] = ()
    findings: tuple[Finding, ...] = ()
    drafts: tuple[Draft, ...] = ()
