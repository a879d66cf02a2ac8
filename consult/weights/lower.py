"""The lowest layers of an encoder that comes in a package, some of them taught something of their own.

In: the encoder's name, what is added to its weights, and the ways in which texts go through its layers. Out: its
vocabulary, what a row of ids looks like before the first layer, and the layers. The models that find names and that
judge what a report says are such layers, each with a head of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult.weights.layers import Layers
    from consult.weights.packed import Packed, Shape
    from consult.weights.pieces import Pieces

    Weights = Mapping[str, NDArray[Any]]

BEGIN, END = "bos", "eos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lower:
    """Layers, and what leads to them.

    rows: ids → (ids, hidden) embeddings; places: (longest, hidden) what is added at each place; ends: the ids of the
    marks before and behind a text.
    """

    vocabulary: Pieces
    layers: Layers
    rows: Callable[[Sequence[int]], NDArray[Any]]
    places: NDArray[Any]
    ends: tuple[int, int]

    def embedded(self, rows: Sequence[Sequence[int]]) -> list[NDArray[Any]]:
        """(ids, hidden) for each row of ids, marks and all, before the first layer."""
        together, done, found = self.rows([number for row in rows for number in row]), 0, []
        for row in rows:
            found.append(together[done : done + len(row)] + self.places[: len(row)])
            done += len(row)
        return found


def build_lower(
    base: str, layers: int, learnt: Weights, longest: int, build: Callable[[Weights, Shape], Layers]
) -> Lower:
    """The lowest `layers` of an encoder with what they have learnt. longest: ids of a text, marks and all."""
    vocabulary, packed = base_of(base)
    shape = replace(packed.shape, layers=layers)
    places, kinds = packed.tensors["emb.pos"], packed.tensors["emb.type"]
    return Lower(
        vocabulary=vocabulary,
        layers=build(taught(packed, layers, learnt), shape),
        rows=lambda ids: packed.tensors.rows("emb.word", shape.hidden, ids),
        places=places.reshape(-1, shape.hidden)[:longest] + kinds[: shape.hidden],
        ends=(packed.special[BEGIN], packed.special[END]),
    )


def head_of(learnt: Weights) -> tuple[NDArray[Any], NDArray[Any]]:
    """(labels, features) weight and (labels,) bias of the layer that stands on what was learnt."""
    bias = learnt["head.bias"]
    return learnt["head.weight"].reshape(len(bias), -1), bias


@cache
def base_of(base: str) -> tuple[Pieces, Packed]:
    """The vocabulary of an encoder that comes in a package, and what else its file holds, without the pieces."""
    from consult.weights.convert import build_tokenizer
    from consult.weights.modelstore import CONVERSION, packed_weights
    from consult.weights.packed import unpack
    from consult.weights.pieces import Pieces
    from consult.weights.registry import find_entry

    entry = find_entry(base)
    content = packed_weights(entry)
    vocabulary = Pieces(f"{CONVERSION}-{entry.sha256[:16]}", lambda: str(build_tokenizer(unpack(content)).to_str()))
    return vocabulary, unpack(content, vocabulary=False)


def taught(packed: Packed, layers: int, learnt: Weights) -> dict[str, NDArray[Any]]:
    """The weights of the lowest layers by name, with what they have learnt."""
    from consult.weights.convert import bert_tensors

    used = tuple(f"encoder.layer.{layer}." for layer in range(layers))
    weights = bert_tensors(packed, lambda name: name.startswith((*used, "embeddings.LayerNorm")))
    return {name: value + learnt[name] if name in learnt else value for name, value in weights.items()}
