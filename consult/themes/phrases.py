"""Phrases that could name a theme: noun phrases as people wrote them.

In: the words of a text, with their classes. Out: its noun phrases (*universell utforming av IKT*,
*lobbyregister og møtekalendrar*), each a stretch of the text that begins and ends with a word of the
subject and has at most eight words. A name of a person (two capitalised names in a row) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from consult.records import Language
from consult.themes.words import Word

MAX_WORDS = 8
RELATIVE = frozenset({"som", "der", "that", "which", "who"})
"""Words behind which a verb may stand in a heading that still only names its subject."""
_LETTER = {"NOUN": "N", "PROPN": "P", "ADJ": "A", "ADP": "p", "CCONJ": "c", "DET": "d"}
_HANGS = re.compile(r"[NP]pd?A{0,2}\Z")
"""What stands before a noun that a preposition hangs on another."""
_HANG = 5  # words of it at most
_HEADS = {"en": "N{1,3}"}
"""English sets nouns side by side. The Nordic languages write them as one word: there a second noun in a row
is a verb that was taken for one (*evalueringa famnar*), unless the first is a genitive (G)."""


@cache
def noun_phrase(language: str) -> re.Pattern[str]:
    """Nouns with their adjectives, joined by prepositions or conjunctions to at most three more."""
    nouns = rf"(?:A{{0,2}}(?:{_HEADS.get(language, 'G?A?N')}|P))"
    return re.compile(rf"(?={nouns})(?:{nouns})(?:(?:pd?|c){nouns}){{0,3}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of a text that could name a theme. keys: of its words that carry a subject.

    cut: what it holds behind a preposition may hang on a noun before it: *English about waste* of *information in
    English about waste*.
    """

    text: str
    language: Language
    keys: tuple[str, ...]
    cut: bool = False


def phrases_of(text: str, words: Sequence[Word], language: Language) -> Iterator[Phrase]:
    """Every noun phrase of a text, with every shorter one that it contains."""
    letters = _letters(words, language)
    pattern = noun_phrase(language)
    seen = set()
    for at in range(len(words)):
        match = pattern.match(letters, at)
        for end in range(at + 1, match.end() + 1) if match else ():
            if (at, end) not in seen and pattern.fullmatch(letters, at, end) and not _broken(letters, at, end):
                seen.add((at, end))
                cut = "p" in letters[at:end] and _HANGS.search(letters, max(0, at - _HANG), at) is not None
                yield from _phrase(text, words[at:end], language, cut=cut)


def whole(text: str, words: Sequence[Word], language: Language) -> Iterator[Phrase]:
    """A heading or question as a phrase, when it is short enough, carries a subject and says nothing of it."""
    marks = any(word.kind == "MARK" for word in words)
    if words and len(words) <= MAX_WORDS and not marks and not _asserts(words):
        yield from _phrase(text, words, language)


def _asserts(words: Sequence[Word]) -> bool:
    """Whether a heading says something of its subject: a verb directly behind a noun (*avrop er usynlege*)."""
    return any(
        one.kind in ("NOUN", "PROPN") and after.kind in ("VERB", "OTHER") and after.text.lower() not in RELATIVE
        for one, after in pairwise(words)
    )


def _broken(letters: str, start: int, end: int) -> bool:
    """Whether a phrase stops in the middle of a list that hangs on its preposition: *mellom personvern | og …*."""
    return letters[end : end + 1] == "c" and "p" in letters[start:end]


def _letters(words: Sequence[Word], language: Language) -> str:
    """One letter for each word; of two Nordic nouns in a row the first is a genitive (G), or the second none (x)."""
    letters = [_letter(word) for word in words]
    if language != "en":
        for at, (word, after) in enumerate(pairwise(words)):
            genitive = word.text.endswith("s") and not word.text.isupper()
            if letters[at] in ("N", "P") and _letter(after) in ("N", "A") and genitive:
                letters[at] = "G"
            elif letters[at] == "N" and letters[at + 1] == "N":
                letters[at + 1] = "x"
    return "".join(letters)


def _letter(word: Word) -> str:
    if word.kind in ("NOUN", "PROPN", "ADJ") and not word.key:
        return "x"
    return _LETTER.get(word.kind, "x")


def _phrase(text: str, words: Sequence[Word], language: Language, *, cut: bool = False) -> Iterator[Phrase]:
    keys = tuple(dict.fromkeys(word.key for word in words if word.key))
    if keys and len(words) <= MAX_WORDS and not _personal(words):
        said = " ".join(text[words[0].start : words[-1].end].split())
        yield Phrase(text=said, language=language, keys=keys, cut=cut)


def _personal(words: Sequence[Word]) -> bool:
    return bool(persons(words))


def persons(words: Sequence[Word]) -> frozenset[int]:
    """Places of words that most likely name a person: two capitalised names in a row."""
    names = [word.kind == "PROPN" and word.text[:1].isupper() and not word.text.isupper() for word in words]
    pairs = [at for at, (one, other) in enumerate(pairwise(names)) if one and other]
    return frozenset(pairs) | frozenset(at + 1 for at in pairs)
