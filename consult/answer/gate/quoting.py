"""Is what a sentence quotes exactly what somebody said, and said as they said it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consult.answer.gate.sentence import MARKS, Fault, Ground, Sentence
from consult.answer.quotes import on_one_line
from consult.answer.stance import cue
from consult.records import Passage

BEFORE = 4  # words before a quote in which a *not* still turns it
CLAUSE_END = re.compile(r"[.!?:;–—]")
LONGEST_DETAIL = 80
OTHER_MARKS = re.compile(r"[‹›″＂❝❞❛❜「」『』〝〞‟‚‛`]|(?<!\w)['‘’](?=[^\W\d])")
"""Marks that quote too, though nobody compares what they hold. An apostrophe is in or behind a word, or at digits."""


def quotes(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Every quote stands, letter by letter and in whole words, in a passage that the sentence cites."""
    if any(mark in sentence.bare for mark in MARKS) or OTHER_MARKS.search(sentence.bare):
        yield Fault(code="quote-open")
    cited = ground.cited(sentence)
    for quote in sentence.quoted:
        holders = [passage for passage in cited if places(on_one_line(passage.text), quote)]
        if not holders:
            yield Fault(code="quote-not-verbatim", detail=quote[:LONGEST_DETAIL])
        elif all(_turned(passage, quote) for passage in holders) and not _denies(sentence):
            yield Fault(code="quote-turned", detail=quote[:LONGEST_DETAIL])


def find(text: str, quote: str) -> int:
    """The first of these places; -1 where there is none."""
    return next(iter(places(text, quote)), -1)


def places(text: str, quote: str) -> list[int]:
    """Where a quote stands in a text on one line, in whole words; nowhere where it is empty."""
    return [match.start() for match in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text)] if quote.strip() else []


def _turned(passage: Passage, quote: str) -> bool:
    """Whether a quote leaves out the *not* that stands right before it, wherever the passage says it."""
    text = on_one_line(passage.text)
    denied = cue("negation", passage.language)
    before = (" ".join(CLAUSE_END.split(text[:at])[-1].split()[-BEFORE:]) for at in places(text, quote))
    return all(denied.search(words) for words in before)


def _denies(sentence: Sentence) -> bool:
    return any(clause.nots or clause.denials for clause in sentence.said.clauses)
