"""What of a source could stand elsewhere: its distinct words and turns, and whether a text repeats any of them.

In: the sources that go and those that stay. Out: a `Residue` that finds what goes in any text, JSON included. Words
that others use too give nobody away, and stay; a turn of five words that nobody else has goes, however common they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from consult.read.withdrawn import MARK
from consult.records import Source

WORD = re.compile(r"[^\W_]+(?:[-'’.@][^\W_]+)*")
SHORTEST = 4  # letters or digits of a word that can give somebody away
TURN = 5  # words in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Residue:
    """words, turns: of what goes, small letters, that nothing else has. whole: paths and names as they were written."""

    words: frozenset[str]
    turns: frozenset[tuple[str, ...]]
    whole: frozenset[str]

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
