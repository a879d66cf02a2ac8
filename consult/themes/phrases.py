"""Phrases that could name a theme: noun phrases as people wrote them.

In: the words of a text, with their classes. Out: its noun phrases (*universell utforming av IKT*,
*lobbyregister og møtekalendrar*), each a stretch of the text that begins and ends with a word of the
subject and has at most eight words. A name of a person (two capitalised names in a row) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consult.records import Language
from consult.themes.words import Word

MAX_WORDS = 8
_LETTER = {"NOUN": "N", "PROPN": "P", "ADJ": "A", "ADP": "p", "CCONJ": "c", "DET": "d"}
_NOUNS = r"(?:A{0,2}(?:N{1,3}|P))"
NOUN_PHRASE = re.compile(rf"(?={_NOUNS})(?:{_NOUNS})(?:(?:pd?|c){_NOUNS}){{0,2}}")
"""Nouns with their adjectives, joined by prepositions or conjunctions to at most two more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of a text that could name a theme. keys: of its words that carry a subject."""

    text: str
    language: Language
    keys: tuple[str, ...]


def phrases_of(text: str, words: Sequence[Word], language: Language) -> Iterator[Phrase]:
    """Every noun phrase of a text, with every shorter one that it contains."""
    letters = "".join(_letter(word) for word in words)
    seen = set()
    for at in range(len(words)):
        match = NOUN_PHRASE.match(letters, at)
        for end in range(at + 1, match.end() + 1) if match else ():
            if (at, end) not in seen and NOUN_PHRASE.fullmatch(letters, at, end):
                seen.add((at, end))
                yield from _phrase(text, words[at:end], language)


def whole(text: str, words: Sequence[Word], language: Language) -> Iterator[Phrase]:
    """A heading or question as a phrase, when it is short enough and carries a subject."""
    inner = [word for word in words if word.kind != "MARK"]
    if inner and len(inner) <= MAX_WORDS and len(inner) == len(words):
        yield from _phrase(text, inner, language)


def _letter(word: Word) -> str:
    if word.kind in ("NOUN", "PROPN", "ADJ") and not word.key:
        return "x"
    return _LETTER.get(word.kind, "x")


def _phrase(text: str, words: Sequence[Word], language: Language) -> Iterator[Phrase]:
    keys = tuple(dict.fromkeys(word.key for word in words if word.key))
    if keys and len(words) <= MAX_WORDS and not _personal(words):
        yield Phrase(text=" ".join(text[words[0].start : words[-1].end].split()), language=language, keys=keys)


def _personal(words: Sequence[Word]) -> bool:
    """Two capitalised names in a row are most likely a person, who should not name a theme."""
    names = [word.kind == "PROPN" and word.text[:1].isupper() and not word.text.isupper() for word in words]
    return any(a and b for a, b in pairwise(names))
