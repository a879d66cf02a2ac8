"""Which words of a theme's texts go with a word, without comparing each with each.

In: the words of some texts, as keys. Out: for any key the words that are it, or begin or end with it, or that it
begins or ends with (*register, lobbyregister*), and in how many texts they stand. Words are kept sorted, and sorted
once more from behind, so that a question costs what it finds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol


class Says(Protocol):
    """A text by its words: of its own, and of what stands above it."""

    @property
    def keys(self) -> Mapping[str, float]:
        """Words of its own."""

    @property
    def above(self) -> Mapping[str, float]:
        """Words above it."""


def related(one: str, other: str) -> bool:
    """Whether two keys are one word, or one begins or ends with the other.

    >>> related("register", "lobbyregister"), related("regist", "lobbyregister")
    (True, False)
    """
    return one.startswith(other) or one.endswith(other) or other.startswith(one) or other.endswith(one)


class Kin:
    """Texts by their words."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        self.texts: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(texts):
            for word in set(words):
                self.texts[word].append(number)

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self.texts)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(word[::-1] for word in self.texts)

    def of(self, key: str) -> Iterator[str]:
        """The words that go with `key`; one that does in several ways comes several times."""
        parts = (part for length in range(1, len(key) + 1) for part in (key[:length], key[-length:]))
        yield from (part for part in parts if part in self.texts)
        yield from _beginning(key, self._words)
        yield from (word[::-1] for word in _beginning(key[::-1], self._backwards))

    def said(self, keys: Iterable[str]) -> bool:
        """Whether any text has a word that goes with one of `keys`."""
        return any(True for key in keys for _ in self.of(key))

    def several(self, keys: Iterable[str]) -> bool:
        """Whether at least two texts have such words."""
        first = -1
        for number in (number for key in keys for word in self.of(key) for number in self.texts[word]):
            if first not in (-1, number):
                return True
            first = number
        return False


class Said:
    """Which of a theme's texts say a word, in them or above them."""

    def __init__(self, texts: Iterable[Says]) -> None:
        self.texts = tuple(texts)
        self._once: dict[str, bool] = {}

    @cached_property
    def _own(self) -> Kin:
        return Kin(text.keys for text in self.texts)

    @cached_property
    def _every(self) -> Kin:
        return Kin((*text.keys, *text.above) for text in self.texts)

    def once(self, key: str) -> bool:
        """Whether, of several texts, fewer than two have the word in them or above them."""
        if key not in self._once:
            self._once[key] = len(self.texts) > 1 and not self._every.several([key])
        return self._once[key]

    def answered(self, keys: Iterable[str]) -> bool:
        """Whether a text itself says one of the words."""
        return self._own.said(keys)


def _beginning(key: str, words: Sequence[str]) -> Iterator[str]:
    """Of sorted words those that begin with `key`."""
    for at in range(bisect_left(words, key), len(words)):
        if not words[at].startswith(key):
            return
        yield words[at]
