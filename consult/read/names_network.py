"""The network that tells names from other words: lower layers of an encoder, some of them taught, in whole numbers.

In: a text. Out: the pieces of its words, and for each the odds of its labels. The layers and the vocabulary are
those of multilingual-e5-small, which consult brings anyway; what was learnt is added to them. A text is read in windows
that depend on it alone, and each goes through the network alone: nothing hangs on what else is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult.weights.packed import Packed

WINDOW = 126  # pieces that are read together; with the marks at both ends 128
ENDS = re.compile(r"[.!?:;]\W*$")
BEGIN, END = "bos", "eos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What puts a text's pieces through the layers. rows: ids → embeddings; places: what is added at each place."""

    tokenizer: Any
    session: Any
    rows: Any
    places: NDArray[Any]
    ends: tuple[int, int]
    head: tuple[NDArray[Any], NDArray[Any]]

    def odds(self, text: str) -> tuple[list[tuple[int, int]], NDArray[Any]]:
        """Spans of the pieces, and (pieces, labels) float32: log-odds up to a constant."""
        import numpy as np

        found = self.tokenizer.encode(text, add_special_tokens=False)
        spans, ids = found.offsets, found.ids
        parts = [self._window(ids[start:end]) for start, end in windows(text, spans)]
        return spans, np.concatenate(parts) if parts else np.zeros((0, len(self.head[1])), dtype=np.float32)

    def _window(self, ids: Sequence[int]) -> NDArray[Any]:
        whole = [self.ends[0], *ids, self.ends[1]]
        embedded = self.rows(whole) + self.places[: len(whole)]
        states = self.session.run(None, {"embedded": embedded[None]})[0][0]
        weight, bias = self.head
        return states[1:-1] @ weight.T + bias  # type: ignore[no-any-return]


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


@cache
def tokenizer_of(base: str) -> tuple[Any, Packed]:
    """The vocabulary of an encoder that comes in a package, and what else its file holds."""
    from consult.weights.convert import build_tokenizer
    from consult.weights.modelstore import packed_weights
    from consult.weights.packed import unpack
    from consult.weights.registry import find_entry

    packed = unpack(packed_weights(find_entry(base)))
    return build_tokenizer(packed), packed


def build_network(about: Mapping[str, Any], learnt: Mapping[str, NDArray[Any]], integers: Path) -> Network:
    """The network. about: base, layers; learnt: what is added to the base, and the head; integers: the roundings."""
    from consult.weights.integers import read_integers
    from consult.weights.network import network_of

    tokenizer, packed = tokenizer_of(about["base"])
    weights = taught(packed, about["layers"], learnt)
    shape = replace(packed.shape, layers=about["layers"])
    hidden, places, kinds = shape.hidden, packed.tensors["emb.pos"], packed.tensors["emb.type"]
    labels = len(learnt["head.bias"])
    return Network(
        tokenizer=tokenizer,
        session=_session(network_of(weights, read_integers(integers), shape)),
        rows=lambda ids: packed.tensors.rows("emb.word", hidden, ids),
        places=places.reshape(-1, hidden)[: WINDOW + 2] + kinds[:hidden],
        ends=(packed.special[BEGIN], packed.special[END]),
        head=(learnt["head.weight"].reshape(labels, hidden), learnt["head.bias"]),
    )


def taught(packed: Packed, layers: int, learnt: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """The weights of the lowest layers by name, with what they have learnt."""
    from consult.weights.convert import bert_tensors

    used = tuple(f"encoder.layer.{layer}." for layer in range(layers))
    weights = bert_tensors(packed, lambda name: name.startswith((*used, "embeddings.LayerNorm")))
    return {name: value + learnt[name] if name in learnt else value for name, value in weights.items()}


def _session(content: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
