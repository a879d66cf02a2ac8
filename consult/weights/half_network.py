"""A BERT encoder's layers as an OpenVINO graph, for windows of any length that lie side by side.

In: the converted weights. Out: a graph from the sums of the tokens' embeddings to their last states. All but
attention sees one long row of one of few numbers of tokens, so that its products are prepared a few times only; for
attention the tokens are put into a table with a row for each window, and back (see layout.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.weights.convert import EPSILON, LAYER
from consult.weights.openvino_alone import load_openvino
from consult.weights.packed import Shape

Array = NDArray[np.float32]


def build_half(weights: Mapping[str, Array], shape: Shape) -> Any:
    """The graph: embedded (tokens, hidden), and a layout's there, back and mask → states (tokens, hidden), float32."""
    ov, operations = load_openvino()
    graph = _Graph(weights, shape, operations)
    ends = (
        operations.parameter([-1, shape.hidden], np.float32, name="embedded"),
        operations.parameter([-1, -1], np.int32, name="there"),
        operations.parameter([-1], np.int32, name="back"),
        operations.parameter([-1, 1, 1, -1], np.float32, name="mask"),
    )
    table = graph.table(ends[1])
    last = graph.norm(ends[0], "embeddings.LayerNorm")
    for layer in range(shape.layers):
        last = graph.layer(last, f"encoder.layer.{layer}.", (table, *ends[2:]))
    return ov.Model([operations.result(last)], list(ends), "encoder")


class _Graph:
    """Nodes as they are needed. Constants are not copied: they stay where the weights are, in a mapped file."""

    def __init__(self, weights: Mapping[str, Array], shape: Shape, operations: Any) -> None:
        self.weights = weights
        self.shape = shape
        self.make = operations

    def constant(self, name: str) -> Any:
        """Some weights."""
        return self.make.constant(np.require(self.weights[name], requirements=["C", "W"]), shared_memory=True)

    def numbers(self, *values: int) -> Any:
        """Whole numbers, for shapes and axes."""
        return self.make.constant(np.array(values, np.int64))

    def norm(self, value: Any, part: str) -> Any:
        """Layer normalisation."""
        even = self.make.mvn(value, self.numbers(-1), True, EPSILON, "inside_sqrt")
        scaled = self.make.multiply(even, self.constant(f"{part}.weight"))
        return self.make.add(scaled, self.constant(f"{part}.bias"))

    def product(self, value: Any, part: str) -> Any:
        """A value times weights, and the bias."""
        product = self.make.matmul(value, self.constant(f"{part}.weight"), False, True)
        return self.make.add(product, self.constant(f"{part}.bias"))

    def layer(self, before: Any, part: str, layout: tuple[Any, Any, Any]) -> Any:
        """One layer: attention, then the inner network, each added to what came in."""
        mixed = self.product(self.attention(before, part, layout), part + LAYER["ao"])
        between = self.norm(self.make.add(mixed, before), part + LAYER["aln"])
        wide = self.make.gelu(self.product(between, part + LAYER["fi"]), "erf")
        return self.norm(self.make.add(self.product(wide, part + LAYER["fo"]), between), part + LAYER["oln"])

    def attention(self, before: Any, part: str, layout: tuple[Any, Any, Any]) -> Any:
        """Each token's weighted mean of the tokens of its window, (tokens, hidden).

        Written out: the operator for all of it is a twentieth slower here.
        """
        table, back, mask = layout
        query, key, value = (self.heads(self.product(before, part + LAYER[name]), table) for name in ("q", "k", "v"))
        query = self.make.multiply(query, self.make.constant(np.float32(self.size**-0.5)))
        near = self.make.add(self.make.matmul(query, key, False, True), mask)
        mixed = self.make.matmul(self.make.softmax(near, -1), value, False, False)
        mixed = self.make.reshape(
            self.make.transpose(mixed, self.numbers(0, 2, 1, 3)), self.numbers(-1, self.shape.hidden), False
        )
        return self.make.gather(mixed, back, self.numbers(0))

    @property
    def size(self) -> int:
        """Channels of one head."""
        return self.shape.hidden // self.shape.heads

    def table(self, there: Any) -> Any:
        """(windows, places) → (windows, heads, places): the head of a token that lies there, counted token by token."""
        first = self.make.multiply(there, self.make.constant(np.int32(self.shape.heads)))
        heads = np.arange(self.shape.heads, dtype=np.int32)[None, :, None]
        return self.make.add(self.make.unsqueeze(first, self.numbers(1)), self.make.constant(heads))

    def heads(self, value: Any, table: Any) -> Any:
        """(tokens, hidden) → (windows, heads, places, channels of a head)."""
        return self.make.gather(self.make.reshape(value, self.numbers(-1, self.size), False), table, self.numbers(0))
