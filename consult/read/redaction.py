"""A text without its personal data, and where each character of one stands in the other.

In: a text, and the stretches that are taken out, each with what stands for it. Out: the redacted text and a map of
offsets both ways. Guaranteed: what is not taken out stays, character for character; a span that touches a stretch
takes all of it, so that the placeholder shows whole.

>>> redaction = Redaction("Ring Kari, takk", (Cut(start=5, end=9, placeholder="[namn 1]"),))
>>> redaction.redacted, redaction.to_redacted(0, 7), redaction.to_original(5, 14)
('Ring [namn 1], takk', (0, 13), (5, 10))
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from consult.messages import messages, publication_languages
from consult.read.again import RUN
from consult.records import Context, Finding, Passage, Source, Span, in_language

FIRST = "…"
"""What stands for personal data where the length must stay: in what is embedded and titled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut(Span):
    """A stretch that is taken out, and what is put in its place."""

    placeholder: str


class Redaction:
    """A text, what is taken out of it, and the map between the two. Cuts may come in any order, without overlap."""

    def __init__(self, text: str, cuts: Iterable[Cut] = ()) -> None:
        """Raises ValueError where cuts overlap or overrun the text."""
        self.text = text
        self.cuts = tuple(sorted(cuts, key=lambda cut: cut.start))
        at, parts = 0, []
        self._original: list[tuple[int, int]] = []
        self._redacted: list[tuple[int, int]] = []
        length = 0
        for cut in self.cuts:
            if cut.start < at or cut.end > len(text):
                raise ValueError(f"cut [{cut.start}, {cut.end}) overlaps another or overruns the text")
            parts += [text[at : cut.start], cut.placeholder]
            length += cut.start - at
            self._original.append((cut.start, cut.end))
            self._redacted.append((length, length + len(cut.placeholder)))
            length, at = length + len(cut.placeholder), cut.end
        self.redacted = "".join([*parts, text[at:]])

    def to_redacted(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the text stands in the redacted one."""
        return _mapped(self._original, self._redacted, start, end)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the redacted text stands in the whole one."""
        return _mapped(self._redacted, self._original, start, end)

    def quote(self, start: int, end: int) -> str:
        """What the redacted text shows of `[start, end)` of the whole one."""
        return self.redacted[slice(*self.to_redacted(start, end))]


def _mapped(here: Sequence[tuple[int, int]], there: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    return _point(here, there, start, end=False), _point(here, there, end, end=True)


def _point(here: Sequence[tuple[int, int]], there: Sequence[tuple[int, int]], at: int, *, end: bool) -> int:
    """A border in the other text; one inside a cut moves to the cut's own border."""
    last = bisect_right(here, (at, -1)) - 1  # the last cut that begins before `at`
    if last < 0:
        return at
    if here[last][0] < at < here[last][1]:
        return there[last][1] if end else there[last][0]
    return there[last][1] + at - here[last][1]


# -- what stands in the place of personal data ------------------------------------------------------------------


@cache
def placeholder_words(kind: str, language: str) -> str:
    """What a kind of personal data is called, in a language or the one that its readers understand best.

    >>> placeholder_words("phone", "da"), placeholder_words("identity_number", "fi")
    ('telefon', 'identity number')
    """
    return in_language({code: messages(code)(f"placeholder-{kind}") for code in publication_languages()}, language)


def placeholder(kind: str, language: str, number: int = 0) -> str:
    """What is put in the place of personal data, in the language of the text around it.

    >>> placeholder("name", "sv", 2), placeholder("phone", "da")
    ('[namn 2]', '[telefon]')
    """
    word = placeholder_words(kind, language)
    return f"[{word} {number}]" if number else f"[{word}]"


def cuts_of(findings: Iterable[Finding], language: str, borders: Iterable[int] = ()) -> tuple[Cut, ...]:
    """Cuts for the findings of one text that are hidden, without overlap; each is cut at `borders` that it crosses.

    Where findings overlap, the first and longest takes all of them.
    """
    edges = sorted(set(borders))
    cuts: list[Cut] = []
    for start, end, first in _joined(findings):
        cuts += cut_at(edges, start, end, placeholder(first.kind, language, first.person))
    return tuple(cuts)


def cut_at(edges: Sequence[int], start: int, end: int, words: str) -> list[Cut]:
    """The cut of `[start, end)` in as many as the borders within it make of it. edges: sorted."""
    points = [start, *edges[bisect_right(edges, start) : bisect_right(edges, end - 1)], end]
    return [Cut(start=a, end=b, placeholder=words) for a, b in pairwise(points)]


def _joined(findings: Iterable[Finding]) -> list[tuple[int, int, Finding]]:
    joined: list[tuple[int, int, Finding]] = []
    for one in sorted((f for f in findings if f.hidden), key=lambda f: (f.start, -f.end, f.kind)):
        if joined and one.start < joined[-1][1]:
            start, end, first = joined.pop()
            joined.append((start, max(end, one.end), first))
        else:
            joined.append((one.start, one.end, one))
    return joined


# -- passages for the machine: the same length, nothing personal ------------------------------------------------------


def masked(passages: Sequence[Passage], sources: Sequence[Source], findings: Iterable[Finding]) -> tuple[Passage, ...]:
    """Passages with the same ids and spans, in which nothing personal stands: for vectors, titles and prompts.

    Whatever is hidden from the public is masked, and what people have revealed stays masked: deciding on what is
    published must not move a theme.
    """
    of_source: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        if one.where == "text" and (one.hidden or one.status == "revealed"):
            of_source[one.source_id].append(one)
    texts = {source.source_id: source.text for source in sources if source.source_id in of_source}
    known = {
        source_id: Known.of([text[f.start : f.end] for f in of_source[source_id]]) for source_id, text in texts.items()
    }
    near = {source_id: _Near(of_source[source_id]) for source_id in texts}
    return tuple(
        _masked(one, near[one.source_id].to(one), known[one.source_id]) if one.source_id in known else one
        for one in passages
    )


class _Near:
    """A text's findings by where they begin, so that a passage is asked only for those that may touch it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = sorted(findings, key=lambda one: one.start)
        self._starts = [one.start for one in self._findings]
        self._reach = list(accumulate((one.end for one in self._findings), max))

    def to(self, span: Span) -> list[Finding]:
        """Those from the first that reaches into the span to the last that begins in it."""
        return self._findings[bisect_right(self._reach, span.start) : bisect_left(self._starts, span.end)]


def _masked(passage: Passage, findings: Iterable[Finding], known: Known) -> Passage:
    text = passage.text
    for one in findings:
        start, end = max(one.start, passage.start) - passage.start, min(one.end, passage.end) - passage.start
        if start < end:
            text = text[:start] + FIRST + " " * (end - start - 1) + text[end:]
    context = passage.context
    return replace(passage, text=text, context=Context(
        document=known.without(context.document), headings=tuple(map(known.without, context.headings)),
        parent=known.without(context.parent), question=known.without(context.question),
        before=known.without(context.before), after=known.without(context.after),
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Words that are personal data, to be found again wherever they stand, whatever white space wraps them."""

    lines: Mapping[str, Sequence[str]]  # by the first run of letters in each: a text asks for those it may hold
    stands_for: Mapping[str, str]

    @classmethod
    def of(cls, words: Iterable[str], stands_for: Mapping[str, str] | None = None) -> Known:
        """stands_for: words on one line → what is put in their place; others become `…`."""
        lines: dict[str, list[str]] = defaultdict(list)
        for line in {" ".join(one.split()) for one in words if one.strip()}:
            lines[next(iter(RUN.findall(line)), "")].append(line)
        return cls(dict(lines), dict(stands_for or {}))

    def without(self, text: str) -> str:
        """`text` with something else in the place of each."""
        here = self.lines.keys() & {"", *RUN.findall(text)} if self.lines and text else ()
        if not here:
            return text
        lines = sorted((line for run in here for line in self.lines[run]), key=lambda line: (-len(line), line))
        return _form(tuple(lines)).sub(lambda found: self.stands_for.get(" ".join(found[0].split()), FIRST), text)


@lru_cache(maxsize=1024)
def _form(lines: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these lines, whatever white space wraps their words."""
    forms = "|".join(r"\s+".join(re.escape(part) for part in line.split()) for line in lines)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
