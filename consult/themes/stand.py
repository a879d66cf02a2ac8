"""What a repetition cannot change: how often a text says *not*, its numbers, and words that have an opposite.

In: a text in small letters without marks, as `plain_text` gives it, and its language. Out: what stands for or against
something in it. Vectors of a text and its opposite lie as near as those of a campaign's copies (*vi er einige i
framlegget*, *vi er ueinige i framlegget*: .97), and who is taken for a copy is not heard.

>>> stand_of("we can t agree", "en") == stand_of("we cannot agree", "en") != stand_of("we can agree", "en")
True
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import pairwise
from pathlib import Path

FILE = Path(__file__).with_name("stand.toml")
NO_WORD = re.compile(r"[\W_]+")
AGAINST = re.compile("[👎❌🚫⛔]")  # signs that say *no* by themselves
PREFIXES = ("u", "o", "un", "in", "im", "ir", "il", "dis", "mis", "non", "ikkje", "ikke", "icke")
SHORTEST = 3  # letters of a word that a prefix turns

Stand = tuple[int, tuple[str, ...], tuple[str, ...]]
"""How many negations a text holds, its numbers, and the sides that its words are on."""


def plain_text(text: str) -> str:
    """Letters and digits in small letters, words parted by single spaces; a thumb down is a *nei*.

    >>> plain_text("Lobbyregister – no!") == plain_text("lobbyregister no")
    True
    """
    folded = unicodedata.normalize("NFKC", AGAINST.sub(" nei ", text)).casefold()
    return NO_WORD.sub(" ", folded).strip() or text


def stand_of(plain: str, language: str) -> Stand:
    """What a repetition of a plain text must have too."""
    words = plain.split()
    nots, sides, numbers = _nots(language), _sides(language), _numbers(language)
    ends = (before for before, word in pairwise(words) if word == "t") if "t" in words else ()
    cut_short = sum(before.endswith("n") for before in ends)  # *can't*
    return (
        sum(word in nots for word in words) + cut_short,
        tuple(sorted(numbers.get(word, word) for word in words if word[0].isdigit() or word in numbers)),
        tuple(sorted(sides[word] for word in words if word in sides)),
    )


def turns(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a word of one text stands in the other with a prefix that makes it the opposite: *einig*, *ueinig*.

    one, other: the words of each, without those that both have.
    """
    return any(
        f"{prefix}{word}" in those
        for these, those in ((one, other), (other, one))
        for word in these
        if len(word) >= SHORTEST
        for prefix in PREFIXES
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found


@cache
def _nots(language: str) -> frozenset[str]:
    """Words that say *not*, of all languages: who writes nynorsk quotes English."""
    table = _table()
    return frozenset(table["not"]["words"].split()) | frozenset(table["not_in"].get(language, "").split())


@cache
def _sides(language: str) -> dict[str, str]:
    """Word → the side that it is on."""
    return {word: side for side, words in _table()[_family(language)].items() for word in words.split()}


@cache
def _numbers(language: str) -> dict[str, str]:
    """Word → the number that it is, in digits."""
    listed: dict[str, str] = _table()["number"][_family(language)]  # type: ignore[assignment]
    return {word: number for number, words in listed.items() for word in words.split()}


def _family(language: str) -> str:
    return "en" if language == "en" else "nordic"
