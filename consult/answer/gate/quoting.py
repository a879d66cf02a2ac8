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
        holders = [passage for passage in cited if _holds(on_one_line(passage.text), quote)]
        if not quote.strip() or not holders:
            yield Fault(code="quote-not-verbatim", detail=quote[:LONGEST_DETAIL])
        elif all(_turned(passage, quote) for passage in holders) and not _denies(sentence):
            yield Fault(code="quote-turned", detail=quote[:LONGEST_DETAIL])


def find(text: str, quote: str) -> int:
    """Where a quote stands in a text on one line, in whole words; -1 where it does not."""
    match = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", text) if quote.strip() else None
    return match.start() if match else -1


def _holds(text: str, quote: str) -> bool:
    return find(text, quote) >= 0


def _turned(passage: Passage, quote: str) -> bool:
    """Whether a quote leaves out the *not* that stands right before it."""
    text = on_one_line(passage.text)
    before = CLAUSE_END.split(text[: find(text, quote)])[-1].split()[-BEFORE:]
    return bool(cue("negation", passage.language).search(" ".join(before)))


def _denies(sentence: Sentence) -> bool:
    return any(clause.nots or clause.denials for clause in sentence.said.clauses)
