"""Texts → the numbers of their pieces, without a tokenizer of the whole vocabulary.

In: what makes a tokenizer, and texts. Out: windows of token ids, or ids with their places, those of that tokenizer. The
library keeps a vocabulary of a quarter of a million pieces as a tree that takes a second to build and 280 MiB to hold;
but a piece that stands in none of the texts is part of none. So the vocabulary lies in a file (`tries`), and for
some texts a tokenizer is built of the pieces that stand in them: a hundredth of a second for five hundred comments.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from consult.weights.modelstore import cache_folder
from consult.weights.tries import Entries, digest, mapped_trie

FRAME = " frame "
"""Under this key: the tokenizer without its vocabulary, and what must always be part of one."""
NUMBER_AND_SCORE = struct.Struct("<Id")

Ids = list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A text's pieces. ids: their numbers in the whole vocabulary; spans: `[start, end)` of each, in code points."""

    ids: Ids
    spans: list[tuple[int, int]]


class Pieces:
    """A vocabulary. name: what it is called by in the cache; whole: gives the tokenizer of all of it, as JSON."""

    def __init__(self, name: str, whole: Callable[[], str]) -> None:
        self.name = name
        self.whole = whole

    def divide(self, texts: Sequence[str]) -> list[Divided]:
        """Each text's pieces and where they stand, without marks at its ends."""
        numbers, tokenizer = self._tokenizer_for(texts)
        every = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [Divided(ids=[numbers[at] for at in one.ids], spans=one.offsets) for one in every]

    def cut(self, texts: Sequence[str], longest: int) -> list[list[Ids]]:
        """For each text its windows of at most `longest` ids, marks of beginning and end included; at least one."""
        numbers, tokenizer = self._tokenizer_for(texts)
        begin, end = self._frame["marks"]
        room = longest - 2
        found = []
        for one in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False):
            ids = [numbers[at] for at in one.ids]
            found.append([[begin, *ids[at : at + room], end] for at in range(0, max(1, len(ids)), room)])
        return found

    def _tokenizer_for(self, texts: Sequence[str]) -> tuple[Ids, Any]:
        """The numbers of the pieces that may stand in these texts, and a tokenizer of them alone, in that order."""
        from tokenizers import Tokenizer

        scored = dict(self._frame["always"]) | dict(self._inside(texts))
        order = sorted(scored, key=lambda piece: scored[piece][0])
        place = {piece: at for at, piece in enumerate(order)}
        shape = self._frame["shape"]
        behind = [mark for mark in shape["added_tokens"] if mark["content"] not in place]  # marks that are no pieces
        place |= {mark["content"]: at for at, mark in enumerate(behind, len(order))}
        marks = [{**mark, "id": place[mark["content"]]} for mark in shape["added_tokens"]]
        vocabulary = [[piece, scored[piece][1]] for piece in order]
        model = {**shape["model"], "unk_id": place[self._frame["unknown"]], "vocab": vocabulary}
        built = Tokenizer.from_str(json.dumps({**shape, "added_tokens": marks, "model": model}))
        return [*(scored[piece][0] for piece in order), *(mark["id"] for mark in behind)], built

    def _inside(self, texts: Sequence[str]) -> Iterator[tuple[str, tuple[int, float]]]:
        """The pieces that stand in the words of the texts."""
        normal, words = self._splitter.normalizer, self._splitter.pre_tokenizer
        between = (part for text in texts for part in self._marks.split(text))  # a word may begin behind a mark
        every = {word for part in between for word, _ in words.pre_tokenize_str(normal.normalize_str(part))}
        longest = self._frame["longest"]
        parts = {part for word in every for part in word.split("\0")}  # which ends what a trie looks up
        starts = {part[at : at + longest] for part in parts for at in range(len(part))}
        for piece in set(chain.from_iterable(map(self._trie.prefixes, starts))):
            number, score = NUMBER_AND_SCORE.unpack(self._trie[piece][0])
            yield piece, (number, score)

    @cached_property
    def _splitter(self) -> Any:
        """What puts a text into its normal form and splits it into words: a tokenizer that knows no pieces."""
        from tokenizers import Tokenizer

        shape = self._frame["shape"]
        model = {**shape["model"], "unk_id": 0, "vocab": [[self._frame["unknown"], 0.0]]}
        return Tokenizer.from_str(json.dumps({**shape, "added_tokens": [], "model": model}))

    @cached_property
    def _marks(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(mark["content"]) for mark in self._frame["shape"]["added_tokens"]))

    @cached_property
    def _frame(self) -> dict[str, Any]:
        frame: dict[str, Any] = json.loads(self._trie[FRAME][0])
        return frame

    @cached_property
    def _trie(self) -> Any:
        return mapped_trie(cache_folder() / "pieces", self.name, self._entries)

    def _entries(self) -> Entries:
        whole = json.loads(self.whole())
        vocabulary = whole["model"].pop("vocab")
        of_marks = {mark["content"]: mark["id"] for mark in whole["added_tokens"]}
        least = min(range(len(vocabulary)), key=lambda number: vocabulary[number][1])  # by it the unknown is scored
        unknown = whole["model"]["unk_id"]
        kept = sorted({least, unknown, *(number for number in of_marks.values() if number < len(vocabulary))})
        begin, end = (one["SpecialToken"]["id"] for one in whole["post_processor"]["single"] if "SpecialToken" in one)
        frame = {
            "shape": {**whole, "post_processor": None},
            "always": [(vocabulary[number][0], (number, vocabulary[number][1])) for number in kept],
            "longest": max(len(piece) for piece, _ in vocabulary),
            "unknown": vocabulary[unknown][0],
            "marks": [of_marks[begin], of_marks[end]],
        }
        yield FRAME, json.dumps(frame).encode()
        for number, (piece, score) in enumerate(vocabulary):
            yield piece, NUMBER_AND_SCORE.pack(number, score)


def pieces_of(folder: Path) -> Pieces:
    """The vocabulary of a model folder."""
    path = folder / "tokenizer.json"
    return Pieces(digest(path), lambda: path.read_text(encoding="utf-8"))
