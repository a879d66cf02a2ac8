"""A conclusion as the report shows it: words of ours and quotes in turn, each quote with its source.

The conclusion's sentence is divided where its quotes stand in it, so that each can be a quotation of its own that
opens its source; what is counted without being shown follows. No quote is shown that is not cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consult.records import Citation, Conclusion, Passage, Source

QUOTE_MARKS = "«»“”„\"'‘’‹›"
LOOSE = f" \t\n{QUOTE_MARKS},.;"
JOINING = frozenset({"", "og", "and"})
"""What may stand between two quotes of a sentence without saying anything: signs, and a word that joins."""

SPEAKER = re.compile(rf"[{QUOTE_MARKS}]?\s*\(([^()]*)\)")
"""Who is quoted, in brackets behind the quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A citation with what a reader needs beside it. place: page and heading are the passage's own."""

    citation: Citation
    passage: Passage
    source: Source
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a conclusion: words of ours, or a quote with the speaker that the sentence names behind it."""

    text: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A conclusion in its pieces. further: the quotes that it counts without showing them."""

    conclusion: Conclusion
    pieces: tuple[Piece, ...]
    further: tuple[Quote, ...]


def statement(conclusion: Conclusion, quotes: Mapping[Citation, Quote]) -> Statement:
    """Divide a conclusion's text at its shown quotes, which may stand in it with other white space.

    A shown quote that cannot be found in the text follows it: it is never shown in a place it does not have.
    """
    found: list[tuple[int, int, Citation]] = []
    for citation in sorted((c for c in conclusion.citations if c.shown), key=lambda c: -len(c.exact)):
        found += _occurrence(conclusion.text, citation, found)
    placed = {citation for _, _, citation in found}
    pieces = [*_pieces(conclusion.text, sorted(found, key=lambda one: one[0]), quotes)]
    pieces += [Piece(quote=quotes[c]) for c in conclusion.citations if c.shown and c not in placed]
    further = tuple(quotes[c] for c in conclusion.citations if not c.shown)
    return Statement(conclusion=conclusion, pieces=tuple(pieces), further=further)


def _occurrence(
    text: str, citation: Citation, taken: Sequence[tuple[int, int, Citation]]
) -> list[tuple[int, int, Citation]]:
    for start, end in _places(text, citation.exact.split()):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
            return [(start, end, citation)]
    return []


def _places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words follow each other in a text, with any white space between them."""
    said = " ".join(words)
    if not said:
        return
    if " ".join(text.split()) != text:  # to make a pattern of each quote costs more than to look for all of them
        yield from (match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text))
        return
    at = text.find(said)
    while at >= 0:
        yield at, at + len(said)
        at = text.find(said, at + len(said))


def _pieces(text: str, found: Sequence[tuple[int, int, Citation]], quotes: Mapping[Citation, Quote]) -> Iterator[Piece]:
    at = 0
    for start, end, citation in found:
        yield from _words(text[at:start])
        speaker = SPEAKER.match(text, end)
        yield Piece(text=speaker[1] if speaker else "", quote=quotes[citation])
        at = speaker.end() if speaker else end
    yield from _words(text[at:])


def _words(text: str) -> Iterator[Piece]:
    if text.strip(LOOSE) not in JOINING:
        yield Piece(text=text.strip().lstrip("»”’›,.;").rstrip("«“„‘‹").strip())
