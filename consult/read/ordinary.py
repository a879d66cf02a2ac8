"""Ordinary words at the head of a sentence, where a capital says nothing: *Ferja må gå oftare* names nobody.

In: a text, its language and a stretch that may be a name. Out: whether it is one ordinary word that only its place
gives a capital: one that the same text has in small letters, or that a dictionary of the language has so and not with
a capital. A given name, a word that stands with a capital inside a sentence too, and one that says or means something
may be somebody.
"""

from __future__ import annotations

import re
from functools import cache

from consult.read.cues import alternatives
from consult.read.given_names import is_given
from consult.records import Language
from consult.weights.dictionaries import Mapped

HEAD = re.compile(r"(?:\A|[.!?:\n|]|\d\))[^\w\n]*\Z")
"""What stands before the first word of a text, a sentence, a line, a cell or a bullet."""
BEFORE = 40  # characters looked at before a word, for marks and white space
STANDARDS: dict[str, tuple[str, ...]] = {
    "nn": ("nn", "nb"),
    "nb": ("nb", "nn"),
    "sv": ("sv",),
    "da": ("da",),
    "en": ("en",),
}
"""Whose dictionaries know the words of a language, where that is not its own alone."""


def is_ordinary(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a stretch is one ordinary word at the head of a sentence, that nothing else makes a name."""
    word = text[start:end]
    if not word.isalpha() or not word.istitle() or is_given(word) or not _heads(text, start):
        return False
    if _speaks().match(text, end) or _stands_inside(text, word):
        return False
    return _stands_small(text, word) or _is_listed(word, language)


def _heads(text: str, start: int) -> bool:
    return HEAD.search(text[max(0, start - BEFORE) : start]) is not None


def _stands_inside(text: str, word: str) -> bool:
    """Whether the word has its capital inside a sentence, too."""
    return any(not _heads(text, found.start()) for found in re.finditer(rf"(?<!\w){word}(?!\w)", text))


def _stands_small(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){word.lower()}(?![\w-])", text) is not None


def _is_listed(word: str, language: Language) -> bool:
    """Whether a dictionary has the word in small letters, and none of the language has it with a capital."""
    listed = [Mapped.get_dictionary(one) for one in STANDARDS.get(language, (language,))]
    return any(word.lower() in forms for forms in listed) and not any(word in forms for forms in listed)


@cache
def _speaks() -> re.Pattern[str]:
    """A verb right behind of which somebody is the subject: *Haugen meiner*."""
    return re.compile(rf"\s(?:{alternatives('person_verb')})(?!\w)")
