"""What looks like a person's name and is none: bodies, places, days, titles of laws, words at the head of a sentence.

In: a candidate of one capitalised word or more, and where it stands. Out: whether it must stay. A body is known by the
words that bodies are called by, in five languages; a place by what stands before and behind it.

>>> [is_public(name) for name in ("Foreningen Åbne Døre", "Sigrunn Eikhaugen", "Møre og Romsdal")]
[True, False, True]
"""

from __future__ import annotations

import re
from functools import cache

from consult.read.cues import alternatives
from consult.read.vocabulary import pattern, words

LONG = 4  # letters of a month's or a day's name that is no abbreviation
NOT_LETTER = re.compile(r"[^\w-]+")


@cache
def _body_word() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('body_word')})", re.IGNORECASE)


@cache
def _body_end() -> re.Pattern[str]:
    return re.compile(rf"[\w-]{{2,}}(?:{alternatives('body_end')})s?", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('never_name')})", re.IGNORECASE)


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('place')})s?", re.IGNORECASE)


@cache
def _calendar() -> frozenset[str]:
    days = (word.casefold() for table in ("month", "weekday") for word in words(table))
    return frozenset(day for day in days if len(day) >= LONG)  # *Jan* is a name, *jan.* a month


def is_public(name: str) -> bool:
    """Whether a candidate is no person: a body, a place, a day, or words that open sentences."""
    tokens = [token for token in NOT_LETTER.split(name) if token]
    if not tokens or any(_names_body(token) for token in tokens) or _shortened(tokens[0]):
        return True
    if pattern("organisation").search(name):
        return True
    if any(token.casefold() in _calendar() or _opens(token) for token in tokens):
        return True
    return _place().fullmatch(" ".join(tokens)) is not None or all(_place().fullmatch(token) for token in tokens)


def _opens(token: str) -> bool:
    """Whether a word is one that opens sentences; an initial (*Carl I. Hagen*) and a particle (*van der*) are none."""
    return len(token) > 1 and token[0].isupper() and bool(_other().fullmatch(token))


def is_body_word(token: str) -> bool:
    """Whether bodies are called by this word: *Foreningen*, *Digitaliseringsdirektoratet*, *AS*."""
    return _shortened(token) or _names_body(token)


def _names_body(token: str) -> bool:
    bare = token.strip("-")
    return bool(_body_word().fullmatch(bare) or _body_end().fullmatch(bare))


def _shortened(token: str) -> bool:
    """Whether a word is a few capitals: *DFØ*, *NVE*."""
    return 1 < len(token) <= 4 and token.isupper()


def is_place(token: str) -> bool:
    """Whether a word is a well-known place."""
    return _place().fullmatch(token) is not None


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"s?[ \u00a0-]+(?:{alternatives('behind_name')})(?!\w)", re.IGNORECASE)


@cache
def _locative() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives('locative')})[ \u00a0]\Z", re.IGNORECASE)


def names_something_else(text: str, end: int) -> bool:
    """Whether what stands behind makes an institution or a street of a name."""
    joined = text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].islower()  # *Astrup-utvalet*
    return joined or bool(_behind().match(text, end))


def stands_for_place(text: str, start: int, end: int) -> bool:
    """Whether a family name alone stands where places do: *i Berg*, *Bergs skule*."""
    return bool(_locative().search(text[max(0, start - 12) : start])) or names_something_else(text, end)
