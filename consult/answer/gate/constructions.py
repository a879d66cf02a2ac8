"""Constructions that deny without a *not*, or say *not* and deny nothing, put plainly.

In: a text on one line and its language. Out: the same with such a construction as a *not* in its place (*slutt å X*:
*ikkje X*; *X rather than Y*: *X, ¬ Y*), or without its *not* (*not only X but also Y*). It is for reading what a text
denies only, and no wording for anybody: what it gives is compared, never shown.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consult.answer.gate.clauses import KEPT, NEAR, negation, words

CONTRAST = "¬"  # stands for the *not* of a contrast
ASKED = "‽"  # stands for the *not* of a question: *Kvifor gjer ikkje alle det?* wishes that all did
QUESTION = re.compile(r"[^.;:!?…]*\?")


@lru_cache(maxsize=KEPT)
def plainly(text: str, language: str) -> str:
    """A text whose constructions are put as a *not* or without one.

    >>> plainly("More staff rather than more reports", "en")
    'More staff, ¬ more reports'
    """
    for pattern, plain in _constructions(language):
        text = pattern.sub(plain, text)
    return QUESTION.sub(lambda match: negation(language).sub(ASKED, match[0]), text)


@cache
def _constructions(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """(construction, how it is put), in the order in which they are looked for; Nordic languages share theirs."""
    family = "nordic" if language in NEAR else "en"
    return tuple((re.compile(found, re.IGNORECASE), plain) for found, plain in words()["construction"][family])
