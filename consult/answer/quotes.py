"""Exact words to quote: a whole passage, or of a long one the one or two sentences that say most.

In: a passage, its source, and what its theme's words weigh. Out: a span of the source's text, and the
citation for it. Guaranteed: `source.text[start:end]` is the quote, inside the passage, cut between
sentences only; around it no white space, quotation marks of its own, or the full stop of a last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from consult.read import vocabulary
from consult.read.sentences import sentence_spans
from consult.read.units import without_emphasis
from consult.records import AFFIX, Citation, Passage, Source, Span

LONGEST = 420  # characters quoted whole: three sentences; longer passages give one or two of theirs
PAIRS = {"«": "»", "“": "”", "„": "“", "”": "”", '"': '"'}
LEAD = re.compile(r"(?:[\s•·▪◦—→]|[>+–-](?!\d)|(?P<star>\*{1,3})(?!\S[^\n]*(?P=star)))+")
"""List marks. A sign before a number belongs to it (*+1 til meir matjord*); emphasis that ends further on is none."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def quote_span(passage: Passage, weights: Mapping[str, float]) -> Span:
    """The span to quote, in the source's text. weights: what each word's key says about the theme."""
    start, end = _trimmed(passage.text, 0, len(passage.text))
    if end - start > LONGEST:
        start, end = _trimmed(passage.text, *_sentences(passage, weights))
    return Span(start=passage.start + start, end=passage.start + end)


def _sentences(passage: Passage, weights: Mapping[str, float]) -> tuple[int, int]:
    """The one or two neighbouring sentences that weigh most, two only where they are short enough."""
    spans = sentence_spans(passage.text, passage.language) or [(0, len(passage.text))]
    pairs = [(a[0], b[1]) for a, b in pairwise(spans) if b[1] - a[0] <= LONGEST]
    start, end = max([*spans, *pairs], key=lambda span: (_weight(passage, span, weights), span[0] - span[1], -span[0]))
    return start, end


def _weight(passage: Passage, span: tuple[int, int], weights: Mapping[str, float]) -> float:
    """What the words of a stretch say about the theme, less for one that runs on."""
    from consult.themes.words import key_of

    words = {key_of(word, passage.language) for word in WORD.findall(passage.text[slice(*span)])}
    long = max(0, span[1] - span[0] - LONGEST) / LONGEST
    return round(sum(weights.get(key, 0.0) for key in sorted(words)) / (1.0 + long), 9)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without list marks and white space, emphasis or quotation marks around all of it, and one last full stop."""
    lead = LEAD.match(text, start, end)
    first = lead.end() if lead and lead.end() < end else start
    last = first + len(text[first:end].rstrip())
    inner = text[first:last]
    if len(inner) > 2 and PAIRS.get(inner[0]) == inner[-1] and not set(inner[1:-1]) & {inner[0], inner[-1]}:
        return _trimmed(text, first + 1, last - 1)
    inside, outside, strong = without_emphasis(text, first, last)
    if strong:
        return _trimmed(text, inside, outside)
    return first, last - _full_stop(inner)


def _full_stop(text: str) -> int:
    """1 where a text ends in the full stop of a sentence; that of an abbreviation or an ellipsis stays."""
    last = text.rsplit(maxsplit=1)[-1].lower().strip('(«“"') if text.strip() else ""
    return int(bool(re.fullmatch(r"[^.]+\.", last)) and last not in vocabulary.words("abbreviation_anywhere"))


def cite(conclusion_id: str, passage: Passage, source: Source, span: Span | None = None) -> Citation:
    """The citation of a span of a passage that is shown, or of the whole passage where it is counted only.

    Raises AssertionError where the source does not hold the passage's words: a defect on the way here.
    """
    shown = span is not None
    start, end = (span.start, span.end) if span else (passage.start, passage.end)
    exact = passage.text[start - passage.start : end - passage.start]
    if source.source_id != passage.source_id or source.text[start:end] != exact or not exact:
        raise AssertionError(f"{passage.passage_id}: [{start}, {end}) of {source.source_id} is not what is quoted")
    return Citation(
        conclusion_id=conclusion_id,
        passage_id=passage.passage_id,
        source_id=source.source_id,
        start=start,
        end=end,
        exact=exact,
        prefix=source.text[max(0, start - AFFIX) : start],
        suffix=source.text[end : end + AFFIX],
        shown=shown,
    )


def on_one_line(text: str) -> str:
    """A quote as a sentence shows it: the lines that a file happened to break it into are joined."""
    return " ".join(text.split())
