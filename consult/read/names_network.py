"""The network that tells names from other words: lower layers of an encoder, some of them taught.

In: texts. Out: the pieces of their words, and for each the odds of its labels. The layers and the vocabulary are
those of multilingual-e5-small, which consult brings anyway; what was learnt is added to them. A text is read in windows
that depend on it alone, and what goes through the network beside a window changes nothing: that is found out on each
machine at first use. Windows that stand in several texts go through once.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consult.weights.layers import Half, build_whole
from consult.weights.lower import Lower, build_lower, head_of
from consult.weights.processor import cores

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult.weights.layers import Layers
    from consult.weights.packed import Shape

    Odds = NDArray[Any]
    Window = tuple[int, ...]

MARKS = 2  # before and behind a window
WINDOW = 128 - MARKS  # pieces that are read together
FIRST, MOST = 8_000, 100_000  # characters of texts whose windows share passes: few at first, so that nobody waits
ENDS = re.compile(r"[.!?:;]\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What puts texts' pieces through the layers. head: the layer that gives labels their odds, weight and bias."""

    lower: Lower
    head: tuple[NDArray[Any], NDArray[Any]]

    def odds(self, text: str) -> tuple[list[tuple[int, int]], Odds]:
        """Spans of a text's pieces, and (pieces, labels) float32: log-odds up to a constant."""
        return next(self.odds_of([text]))

    def odds_of(self, texts: Sequence[str]) -> Iterator[tuple[list[tuple[int, int]], Odds]]:
        """The same for each text in order; while some are handed out, the next are on their way."""
        with ThreadPoolExecutor(cores()) as pool:
            begun: deque[_Begun] = deque()
            for some in _together(texts):
                begun.append(self._begin(some, pool))
                if len(begun) > 1:
                    yield from begun.popleft().each()
            for last in begun:
                yield from last.each()

    def _begin(self, texts: Sequence[str], pool: ThreadPoolExecutor) -> _Begun:
        """Send the windows of some texts on their way."""
        encoded = self.lower.vocabulary.divide(texts)
        cut = [
            [tuple(one.ids[start:end]) for start, end in windows(text, one.spans)]
            for text, one in zip(texts, encoded, strict=True)
        ]
        distinct = list(dict.fromkeys(window for parts in cut for window in parts))
        passes = self.lower.layers.passes([len(window) + MARKS for window in distinct])
        filled = [[distinct[number] for number in group] for group in passes]
        sent = [(some, pool.submit(self.through, some)) for some in filled]
        return _Begun(spans=[one.spans for one in encoded], cut=cut, sent=sent, labels=len(self.head[1]))

    def through(self, some: Sequence[Window]) -> list[Odds]:
        """(pieces, labels) for each of the windows of one pass."""
        begin, end = self.lower.ends
        embedded = self.lower.embedded([(begin, *window, end) for window in some])
        weight, bias = self.head  # window by window: a product rounds by its shape
        return [states[1:-1] @ weight.T + bias for states in self.lower.layers.states(embedded)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """Texts whose windows are on their way. sent: the windows of each pass, and what will be their odds."""

    spans: list[list[tuple[int, int]]]
    cut: list[list[Window]]
    sent: list[tuple[list[Window], Future[list[Odds]]]]
    labels: int

    def each(self) -> Iterator[tuple[list[tuple[int, int]], Odds]]:
        """Spans and odds of each text, when all are there."""
        import numpy as np

        odds: dict[Window, Odds] = {}
        for some, found in self.sent:
            odds.update(zip(some, found.result(), strict=True))
        for spans, parts in zip(self.spans, self.cut, strict=True):
            yield spans, np.concatenate([odds[one] for one in parts] or [np.zeros((0, self.labels), np.float32)])


def _together(texts: Sequence[str]) -> Iterator[list[str]]:
    """Texts in order, as many as have some characters together, each time twice as many as before."""
    some: list[str] = []
    held, room = 0, FIRST
    for text in texts:
        some.append(text)
        held += len(text)
        if held >= room:
            yield some
            some, held, room = [], 0, min(2 * room, MOST)
    if some:
        yield some


def windows(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of at most `WINDOW` pieces, cut before a line, else behind a sentence, else before a word.

    >>> list(windows("a b", [(0, 1), (1, 3)]))
    [(0, 2)]
    """
    start = 0
    while start < len(spans):
        end = min(start + WINDOW, len(spans))
        if end < len(spans):
            end = max(range(start + WINDOW // 2, end + 1), key=lambda place: (_cut(text, spans, place), place))
        yield start, end
        start = end


def _cut(text: str, spans: Sequence[tuple[int, int]], place: int) -> int:
    """How good a cut before a piece is: 3 before a line, 2 behind a sentence, 1 before a word, else 0."""
    before, piece = text[: spans[place - 1][1]][-4:], text[slice(*spans[place])]
    if not piece[:1].isspace() and not text[spans[place - 1][1] : spans[place][0]]:
        return 0
    between = text[spans[place - 1][1] : spans[place][0]] + piece[: len(piece) - len(piece.lstrip())]
    return 3 if "\n" in between else 2 if ENDS.search(before) else 1


def build_network(about: Mapping[str, Any], learnt: Mapping[str, NDArray[Any]], integers: Path, way: str) -> Network:
    """The network. about: base, layers; learnt: what is added to the base, and the head; integers: the roundings.

    way: in which windows go through the layers, by its name.
    """

    def build(weights: Mapping[str, NDArray[Any]], shape: Shape) -> Layers:
        return Half(weights, shape, cores()) if way == Half.name else build_whole(weights, integers, shape)

    lower = build_lower(about["base"], about["layers"], learnt, WINDOW + MARKS, build)
    return Network(lower=lower, head=head_of(learnt))
