"""A BERT encoder's layers as an ONNX graph, nearly all of whose large matrix products are of whole numbers.

In: the converted weights and what `integers.py` holds of them. Out: a model file for ONNX Runtime, from
the sum of a text's embeddings to its tokens' last states. The graph is built by hand, which takes a blink
and needs no torch; it has no mask, for only texts of one length are put through together.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.weights.convert import EPSILON, LAYER
from consult.weights.integers import Integers, round_weights
from consult.weights.packed import Shape

CONTRIBUTED = "com.microsoft"
OPSET, IR = 17, 8  # understood by ONNX Runtime since 1.13
INPUT, OUTPUT = "embedded", "states"
Array = NDArray[np.float32]


def write_network(weights: Mapping[str, Array], integers: Integers, shape: Shape, path: Path) -> None:
    """Write the graph of `network_of`."""
    path.write_bytes(network_of(weights, integers, shape))


def network_of(weights: Mapping[str, Array], integers: Integers, shape: Shape) -> bytes:
    """The graph: `embedded` (texts, tokens, hidden) → `states` of the same shape, all float32."""
    from onnx import TensorProto, helper

    graph = _Graph(weights, integers, shape.heads)
    last = graph.norm(INPUT, "embeddings.LayerNorm")
    for layer in range(shape.layers):
        last = graph.layer(last, layer)
    graph.add("Identity", [last], output=OUTPUT)
    axes: list[str | int | None] = ["texts", "tokens", shape.hidden]
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, axes) for name in (INPUT, OUTPUT)]
    built = helper.make_graph(graph.nodes, "encoder", ends[:1], ends[1:], graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
    model = helper.make_model(built, opset_imports=opsets, ir_version=IR)
    return model.SerializeToString(deterministic=True)  # type: ignore[no-any-return]


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self, weights: Mapping[str, Array], integers: Integers, heads: int) -> None:
        self.weights = weights
        self.integers = integers
        self.heads = heads
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def add(self, kind: str, inputs: list[str], output: str = "", **attributes: Any) -> str:
        """Add one node of the standard, or of ONNX Runtime's own; its output's name."""
        from onnx import helper

        output = output or f"v{len(self.nodes)}"
        own = kind in ("MatMulIntegerToFloat", "MultiHeadAttention", "Gelu")
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=CONTRIBUTED if own else "", **attributes))
        return output

    def constant(self, values: Any) -> str:
        """Add a constant; its name."""
        from onnx import numpy_helper

        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def norm(self, value: str, part: str) -> str:
        """Layer normalisation."""
        scale, shift = (self.constant(self.weights[f"{part}.{kind}"]) for kind in ("weight", "bias"))
        return self.add("LayerNormalization", [value, scale, shift], axis=-1, epsilon=EPSILON)

    def layer(self, before: str, layer: int) -> str:
        """One layer: attention, then the inner network, each added to what came in."""
        part = f"encoder.layer.{layer}."
        rounded = self.rounded(before, layer, "in")
        query, key, value = (self.product(rounded, layer, "in", name) for name in ("q", "k", "v"))
        mixed = self.add("MultiHeadAttention", [query, key, value], num_heads=self.heads)
        mixed = self.product(self.rounded(mixed, layer, "mixed"), layer, "mixed", "ao")
        between = self.norm(self.add("Add", [mixed, before]), part + LAYER["aln"])
        wide = self.product(self.rounded(between, layer, "between"), layer, "between", "fi")
        wide = self.rounded(self.add("Gelu", [wide]), layer, "wide")
        return self.norm(self.add("Add", [self.product(wide, layer, "wide", "fo"), between]), part + LAYER["oln"])

    def rounded(self, value: str, layer: int, name: str) -> str:
        """Scale a value's channels and round it to 8 bits; attention's are scaled by the product before."""
        if (layer, name) in self.integers.exact:
            return value
        site = self.integers.sites[layer, name]
        if name != "mixed":
            value = self.add("Mul", [value, self.constant(np.float32(1) / site.widths)])
        return self.add("QuantizeLinear", [value, self.constant(site.step), self.constant(site.zero)])

    def product(self, rounded: str, layer: int, site: str, name: str) -> str:
        """Rounded values times rounded weights, and the bias; float32.

        What goes into attention as values comes out of it as weighted means, so that their channels can
        be scaled here, for nothing, instead of there.
        """
        if (layer, site) in self.integers.exact:
            return self.exact_product(rounded, layer, name)
        its = self.integers.sites[layer, site]
        weights = self.weights[f"encoder.layer.{layer}.{LAYER[name]}.weight"].T
        bias = self.integers.biases[layer, name]
        if name == "v" and (layer, "mixed") not in self.integers.exact:
            after = self.integers.sites[layer, "mixed"]
            weights, bias = weights / after.widths, (bias - after.middle) / after.widths
        numbers, steps = round_weights(weights, its.widths, self.integers.levels)
        whole = [self.constant(numbers), self.constant(its.step), self.constant(steps), self.constant(its.zero)]
        zeros = self.constant(np.zeros(len(steps), np.int8))
        return self.add(
            "MatMulIntegerToFloat", [rounded, *whole, zeros, self.constant(bias.astype(np.float32))], f"{layer}.{name}"
        )

    def exact_product(self, value: str, layer: int, name: str) -> str:
        """A value times weights in full precision, and the bias."""
        weights, bias = (self.weights[f"encoder.layer.{layer}.{LAYER[name]}.{kind}"] for kind in ("weight", "bias"))
        weights = weights.T
        if name == "v" and (layer, "mixed") not in self.integers.exact:
            after = self.integers.sites[layer, "mixed"]
            weights, bias = weights / after.widths, (bias - after.middle) / after.widths
        product = self.add("MatMul", [value, self.constant(weights.astype(np.float32))])
        return self.add("Add", [product, self.constant(bias.astype(np.float32))], f"{layer}.{name}")
