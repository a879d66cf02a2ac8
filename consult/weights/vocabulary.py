"""A vocabulary of a quarter of a million pieces, and tokenizers of the part of it that some texts can use.

In: texts. Out: for each its pieces, as numbers and as stretches of the text, just as a tokenizer of the whole
vocabulary gives them. The library keeps a vocabulary as a tree, which takes more than a second to build and 280 MiB to
hold; but pieces that are nowhere in a text can be no part of it, and a tree of the others is built in a blink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from consult.weights.convert import MASK, SPECIAL, build_tokenizer, normaliser
from consult.weights.packed import Packed

MANY = 50_000  # words that are kept with their pieces
WORD = "▁"  # stands for the space before a word
MARKS = re.compile("|".join(map(re.escape, (*SPECIAL.values(), MASK))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A text's pieces. ids: their numbers in the whole vocabulary; spans: `[start, end)` of each, in code points."""

    ids: list[int]
    spans: list[tuple[int, int]]


class Vocabulary:
    """The pieces of a weights file, looked up by what they are."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._numbers = {piece: number for number, (piece, _) in enumerate(packed.pieces)}
        self._longest = max(map(len, self._numbers))
        self._known: dict[str, tuple[int, ...]] = {}
        least = min(range(len(packed.pieces)), key=lambda number: packed.pieces[number][1])
        marks = (self._numbers[mark] for mark in (*SPECIAL.values(), MASK) if mark in self._numbers)
        self._always = {*packed.special.values(), *marks, least}  # the unknown is scored by the least likely piece

    def encode(self, texts: Sequence[str]) -> list[Pieces]:
        """Each text's pieces, without marks at its ends."""
        numbers, tokenizer = self.tokenizer_for(texts)
        numbers = [*numbers, len(self.packed.pieces)]  # a mark that is no piece comes behind them
        return [
            Pieces(ids=[numbers[one] for one in found.ids], spans=found.offsets)
            for found in tokenizer.encode_batch(list(texts), add_special_tokens=False)
        ]

    def tokenizer_for(self, texts: Sequence[str]) -> tuple[list[int], Any]:
        """The numbers of the pieces that may be part of these texts, and a tokenizer of them alone, in that order."""
        signs = set().union(*texts)
        packed = self.packed
        normalisation = {sign: text for sign, text in packed.normalisation.items() if sign in signs}
        normalised = normaliser(normalisation)
        words = {word for text in texts for word in _words(text, normalised)}
        numbers = sorted(self._always.union(*map(self._inside, words)))
        place = {number: at for at, number in enumerate(numbers)}
        part = replace(
            packed,
            pieces=tuple(packed.pieces[number] for number in numbers),
            special={name: place[number] for name, number in packed.special.items()},
            normalisation=normalisation,
        )
        return numbers, build_tokenizer(part)

    def _inside(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces that stand in a word; of most words in a text it has been asked before."""
        found = self._known.get(word)
        if found is None:
            numbers, longest = self._numbers, self._longest
            ends = range(1, len(word) + 1)
            parts = [word[start:end] for end in ends for start in range(max(0, end - longest), end)]
            found = tuple([numbers[part] for part in parts if part in numbers])
            if len(self._known) >= MANY:
                self._known.clear()
            self._known[word] = found
        return found


def _words(text: str, normalised: Any) -> Iterator[str]:
    """What stands between spaces of the normalised text, each with the mark of a word before it."""
    for part in MARKS.split(text):
        yield from (WORD + word for word in normalised.normalize_str(part).replace(" ", WORD).split(WORD))
