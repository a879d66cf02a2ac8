"""A source as the report shows it: its whole text in order, each stretch a passage or set aside.

The stretches tile the text (law 1), so that what a reader sees is all that the contributor wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consult.publish.outline import by_path
from consult.records import Analysis, Passage, SetAside, Source, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a source's text. Neither passage nor reason: text that nothing accounts for (a breach of law 1)."""

    text: str
    passage: Passage | None = None
    reason: str = ""

    @property
    def lead(self) -> str:
        """The white space before the first word: a label stands behind it, on the line that it is about."""
        return self.text[: len(self.text) - len(self.text.lstrip())]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSource:
    """A source with its text in stretches, and the themes that it feeds in the order of the text."""

    source: Source
    stretches: tuple[Stretch, ...]
    themes: tuple[Theme, ...]

    @property
    def passages(self) -> int:
        """How many passages the source holds."""
        return sum(stretch.passage is not None for stretch in self.stretches)


def marked_sources(analysis: Analysis, theme_of: dict[str, Theme]) -> Iterator[MarkedSource]:
    """Every source that was read, in order of path and place in the file."""
    spans: dict[str, list[Passage | SetAside]] = defaultdict(list)
    both: tuple[Passage | SetAside, ...] = (*analysis.passages, *analysis.set_aside)
    for span in both:
        spans[span.source_id].append(span)
    for source in sorted((s for s in analysis.sources if s.status == "read"), key=by_path):
        found = sorted(spans[source.source_id], key=lambda span: (span.start, span.end))
        themes = {theme_of[p.passage_id].theme_id: theme_of[p.passage_id] for p in found if isinstance(p, Passage)}
        yield MarkedSource(source=source, stretches=tuple(stretches(source.text, found)), themes=tuple(themes.values()))


def stretches(text: str, spans: Sequence[Passage | SetAside]) -> Iterator[Stretch]:
    """The text from beginning to end, divided at `spans`, which are sorted. Joined, the stretches are the text."""
    at = 0
    for span in spans:
        if span.start < at:
            continue  # an overlap would show words twice; `consult check` names it
        if span.start > at:
            yield Stretch(text=text[at : span.start])
        yield _stretch(text[span.start : span.end], span)
        at = span.end
    if at < len(text):
        yield Stretch(text=text[at:])


def _stretch(text: str, span: Passage | SetAside) -> Stretch:
    if isinstance(span, Passage):
        return Stretch(text=text, passage=span)
    return Stretch(text=text, reason=span.reason)
