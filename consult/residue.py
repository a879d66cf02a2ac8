"""What of a source could stand elsewhere: its distinct words and turns, and whether a text repeats any of them.

In: the sources that go and those that stay. Out: a `Residue` that finds what goes in any text, JSON included. Words
that others use too give nobody away, and stay; a turn of five words that nobody else has goes, however common they are.
People who answer others are such others: one ordinary word that they happen to use is theirs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from consult.read.given_names import is_given
from consult.read.withdrawn import MARK
from consult.records import Source

WORD = re.compile(r"[^\W_]+(?:[-'’.@][^\W_]+)*")
SHORTEST = 4  # letters or digits of a word that can give somebody away
TURN = 5  # words in a row
WITHIN = re.compile(r"(?<=[\w,;] )[^\W\d_]+")
"""Words that follow on another within a sentence: one with a capital there is a name, or may be."""

STANDARDS = {"nn": ("nn", "nb"), "nb": ("nb", "nn")}
"""Whose dictionaries know the words of a language, where that is not its own alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Residue:
    """words, turns: of what goes, small letters, that nothing else has. whole: paths and names as they were written."""

    words: frozenset[str]
    turns: frozenset[tuple[str, ...]]
    whole: frozenset[str]

    def beside(self, texts: Iterable[str], ordinary: Iterable[str]) -> Residue:
        """The same without ordinary words that people who write of something else use, where they use only one.

        texts: all that each of them wrote, as one text; ordinary: see `ordinary_words`.
        """
        spared = {word for text in texts if len(found := self._found(text)) == 1 for word in found}
        return replace(self, words=self.words - (spared & set(ordinary)))

    def _found(self, text: str) -> set[str]:
        """Single words that a text repeats; none where it repeats more than these."""
        said = words_of(text)
        more = any(one in text for one in self.whole) or not self.turns.isdisjoint(turns_of(said))
        return set() if more else set(said) & self.words

    def holds(self, text: str) -> bool:
        """Whether a text repeats what goes."""
        if any(one in text for one in self.whole):
            return True
        said = words_of(text)
        return any(one in self.words for one in said) or not self.turns.isdisjoint(turns_of(said))

    def without(self, text: str) -> str:
        """The text, or of JSON each part, with a mark in place of what repeats what goes."""
        if text[:1] in ("{", "["):
            try:
                return json.dumps(
                    self._part(json.loads(text)), ensure_ascii=False, sort_keys=True, separators=(",", ":")
                )
            except ValueError:
                pass
        return MARK if self.holds(text) else text

    def _part(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._part(part) for key, part in value.items() if not self.holds(key)}
        if isinstance(value, list):
            return [self._part(part) for part in value]
        return MARK if isinstance(value, str) and self.holds(value) else value


def residue_of(going: Iterable[Source], staying: Iterable[Source], known: Iterable[str] = ()) -> Residue:
    """What is only in sources that go. known: other texts whose words give nobody away, such as the framework's."""
    words: set[str] = set()
    turns: set[tuple[str, ...]] = set()
    whole: set[str] = set()
    for source in going:
        for text in texts_of(source):
            said = words_of(text)
            words |= {word for word in said if len(word) >= SHORTEST}
            turns |= set(turns_of(said))
        whole |= {one for one in (source.contributor, *source.path.split("/")) if len(one) >= SHORTEST}
    for text in [*(text for source in staying for text in texts_of(source)), *known]:
        said = words_of(text)
        words.difference_update(said)
        turns.difference_update(turns_of(said))
        whole = {one for one in whole if one not in text}
    return Residue(words=frozenset(words), turns=frozenset(turns), whole=frozenset(whole))


def ordinary_words(going: Iterable[Source], personal: Iterable[str]) -> frozenset[str]:
    """Words of sources that a dictionary knows and that are no name: in no path, contributor or title, and no find.

    personal: words that were found to be personal data.
    """
    from consult.themes.words import is_known

    sources = list(going)
    named = {word for one in sources for text in texts_of(one)[1:] for word in words_of(text)}
    named |= {word for text in personal for word in words_of(text)}
    found = set()
    for source in sources:
        named |= {word.casefold() for word in WITHIN.findall(source.text) if not word.islower()}
        languages = STANDARDS.get(source.language, (source.language,))
        small = {word for word in WORD.findall(source.text) if word.isalpha() and word.islower()}
        found |= {word for word in small if any(is_known(word, language) for language in languages)}
    return frozenset(word.casefold() for word in found if not is_given(word.capitalize())) - named


def texts_of(source: Source) -> tuple[str, ...]:
    """Everything of a source that is words."""
    return (source.text, source.path, source.contributor, source.title, source.locator)


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters.

    >>> words_of("Kari, kari@eksempel.no")
    ['kari', 'kari@eksempel.no']
    """
    return [word.casefold() for word in WORD.findall(text)]


def turns_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every `TURN` words in a row."""
    return (tuple(words[at : at + TURN]) for at in range(len(words) - TURN + 1))
