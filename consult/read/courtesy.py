"""Sentences at a letter's ends that say nothing on the matter: thanks, small talk, what is enclosed.

In: one sentence, wraps undone. Out: yes or no. Nothing here knows where the sentence stands.
Guaranteed: a sentence that goes on to demand, to wish or to take sides is no courtesy, whatever it begins with.

>>> opens_politely("Takk for e-posten."), opens_politely("Takk for e-posten, men brua må byggjast.")
(True, False)
"""

from __future__ import annotations

import re

from consult.read.units import word_count
from consult.read.vocabulary import pattern

CONTRAST = re.compile(r"\b(?:men|but|dock|dog|imidlertid|however|likevel)\b", re.IGNORECASE)
CLAUSE = re.compile(r"[,;:–—]|\b(?:og|och|and|at|att|that|som|der)\b", re.IGNORECASE)  # where another begins
ASKED = re.compile(
    r"\s*(?:om |på |over )?(?:h?va|h?vad|kva|what|which|h?vor\w*|kor\w*|hur|how|who|h?vem|kven)\b", re.IGNORECASE
)
ENCLOSED_WORDS = 14  # of a sentence that only says what is enclosed
PURPOSE_WORDS = 3  # behind the words that announce: *Her er innspela våre frå møtet*
SMALL_TALK_WORDS = 14


def thanks(sentence: str) -> bool:
    """Whether a sentence thanks for being asked, and does not go on to say anything else."""
    found = pattern("thanks").search(sentence)
    return bool(found and not goes_on(sentence[found.end() :]))


def opens_politely(sentence: str) -> bool:
    """Whether a sentence at the head of a paragraph only thanks, talks small or says what comes or is enclosed."""
    return thanks(sentence) or encloses(sentence) or _announces(sentence) or _talks_small(sentence)


def closes_politely(sentence: str) -> bool:
    """Whether a sentence at a letter's end only thanks, offers more or hopes to be heard."""
    found = pattern("courtesy").search(sentence)
    return thanks(sentence) or bool(found and not goes_on(sentence[found.end() :]))


def encloses(sentence: str) -> bool:
    """Whether a sentence only says that the answer is enclosed: *Vores svar er vedhæftet*.

    *Vedlagt kart viser at bekken er lagt i røyr* says what the map shows.
    """
    if word_count(sentence) > ENCLOSED_WORDS or goes_on(sentence):
        return False
    return bool(pattern("enclosed").search(sentence) and pattern("submission").search(sentence))


def goes_on(rest: str) -> bool:
    """Whether what follows a courtesy demands, wishes or takes sides, or takes the courtesy back."""
    return bool(CONTRAST.search(rest)) or takes_sides(rest)


def takes_sides(rest: str) -> bool:
    """Whether words demand, wish or hold something: what they ask (*kva planen bør innehalde*) does not."""
    first, *others = CLAUSE.split(rest)
    if pattern("stance").search(first):
        return True
    said = [clause for clause in others if not ASKED.match(clause)]
    return any(pattern(table).search(clause) for clause in said for table in ("stance", "demand"))


def _announces(sentence: str) -> bool:
    """Whether a sentence only says that the input comes: *Her kjem innspela våre:*."""
    found = re.match(rf"(?:(?:eg|jeg|jag|vi|me|i|we)\s+)?(?:{pattern('purpose').pattern})", sentence, re.IGNORECASE)
    return bool(found and word_count(sentence[found.end() :]) <= PURPOSE_WORDS and not goes_on(sentence[found.end() :]))


def _talks_small(sentence: str) -> bool:
    """Whether a sentence hopes that the reader is well."""
    return bool(pattern("small_talk").search(sentence)) and word_count(sentence) <= SMALL_TALK_WORDS
