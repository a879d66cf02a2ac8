"""What a number is worth, in digits and in words: *0,50*, *½* and *half*; *førtifem*, *fem-og-førti* and *forty-five*.

In: digits or a word, and the language that it stands in. Out: the value as text, one for all ways of writing it.
Words of kindred languages and of English are read in every language, but for those that mean something else there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

from consult.answer.gate.clauses import NEAR, words

THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")  # as English writes them
GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+")
HYPHEN = re.compile(r"[-‐‑]")
SHORTENED = frozenset(("mill", "mrd"))  # multiply what stands before, and are no number alone
TEN, HUNDRED, THOUSAND = 10, 100, 1000
JOINS = ("og", "och", "and")  # *fem og tjue*, *two hundred and ten*
TENS = range(20, 100, 10)
FIRST_ENDS = ("nn", "nb", "sv")  # *førtifem*; Danish puts the ones first
LAST_ENDS = ("nn", "nb", "da")  # *femogførti*


def written(value: Decimal) -> str:
    """A value as text, without a decimal part of nothing."""
    return format(value.normalize(), "f")


def in_digits(text: str, language: str) -> str:
    """The value of digits; a date or a version that is no number stays as it is."""
    if language == "en" and THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    elif GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    plain = re.sub(r"[,:]", ".", text)  # *12:30* is *12.30* elsewhere
    try:
        return written(Decimal(plain))
    except InvalidOperation:
        return re.sub(r"(?<!\d)0+(?=\d)", "", plain)


@cache
def worth(word: str, language: str) -> Decimal | None:
    """The value of a number word in small letters; none where it is no such word."""
    return _table(language).get(word)


@cache
def scale(word: str) -> Decimal | None:
    """What a word multiplies the number before it by."""
    value = words()["scale"].get(word)
    return None if value is None else Decimal(value)


@cache
def of_one(word: str) -> bool:
    """Whether a word is the *one* of *twenty-one*."""
    return word in words()["number_one"]["words"].split("|")


def of_signs(token: str) -> Decimal | None:
    """The value of one sign that is a number (*½*, *⑫*, *Ⅳ*); none for letters and for several signs."""
    return Decimal(str(unicodedata.numeric(token))) if len(token) == 1 and is_signs(token) else None


@cache
def is_signs(token: str) -> bool:
    """Whether every character of a token is a numeral other than a digit: *²*, *½*, *十二*."""
    return all(unicodedata.numeric(sign, None) is not None and not sign.isdecimal() for sign in token)


def phrase(tokens: Sequence[str], language: str) -> tuple[int, Decimal]:
    """(how many of the words make one number, its value): *to hundre og ti*, *tjue tusen*; 0 words where none does."""
    total, group, best, joined = Decimal(0), Decimal(0), (0, Decimal(0)), False
    for at, word in enumerate(tokens):
        value, by = value_of(word, language), scale(word)
        if value is not None and (at == 0 or _adds(value, group, total, joined)):
            group += value
        elif by is not None and not joined and group < by and (group or word not in SHORTENED):
            group = (group or Decimal(1)) * by
            total, group = (total + group, Decimal(0)) if by >= THOUSAND else (total, group)
        elif word in JOINS and at and not joined:
            joined = True
            continue
        elif word == "a" and group and group < 1:
            continue  # *half a million*
        else:
            break
        best, joined = (at + 1, total + group), False
    return best


def _adds(value: Decimal, group: Decimal, total: Decimal, joined: bool) -> bool:
    """Whether a number word goes on with the number before it: *hundre og ti*, *forty five*, *fem og tjue*."""
    if value < 1 or value % 1 or value >= HUNDRED:
        return False
    if not group % HUNDRED and (group or total):
        return True
    if joined:
        return group < TEN and value in TENS
    return group % HUNDRED in TENS and value < TEN


def value_of(word: str, language: str) -> Decimal | None:
    """The value of a number word, one with hyphens too (*fem-og-førti*); none for *ti-tolv*, which is two numbers."""
    parts = HYPHEN.split(word)
    if len(parts) == 1:
        return worth(word, language)
    if len(parts) == 2:
        tens, ones = worth(parts[0], language), Decimal(1) if of_one(parts[1]) else worth(parts[1], language)
        return tens + ones if tens and tens in TENS and ones and 1 <= ones < TEN else None
    return worth("".join(parts), language) if parts[1] in JOINS else None


@cache
def _table(language: str) -> dict[str, Decimal]:
    elsewhere = words()["not_number"].get(language, "").split("|")
    found: dict[str, Decimal] = {}
    for other in (*NEAR, "en"):
        own = {word: Decimal(str(value)) for word, value in words()["number"][other].items()}
        found.update(_compounds(other, own))
        if other != language:
            own = {word: value for word, value in own.items() if value != 1 and word not in elsewhere}
        found.update(own)
    found.update({word: Decimal(str(value)) for word, value in words()["number"].get(language, {}).items()})
    return found


def _compounds(language: str, own: dict[str, Decimal]) -> Iterator[tuple[str, Decimal]]:
    """*førtifem* and *femogførti*, *fortyfive*: without the hyphen that some are written with."""
    ones = {word: value for word, value in own.items() if 1 <= value <= 9}
    ones |= dict.fromkeys(words()["number_one"]["words"].split("|"), Decimal(1))
    for ten, tens in own.items():
        if tens not in TENS:
            continue
        for one, value in ones.items():
            if language in (*FIRST_ENDS, "en"):
                yield f"{ten}{one}", tens + value
            if language in LAST_ENDS:
                yield f"{one}og{ten}", tens + value


__all__ = ["JOINS", "in_digits", "is_signs", "of_one", "of_signs", "phrase", "scale", "worth", "written"]
