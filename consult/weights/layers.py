"""Ways in which windows of text go through the lower layers of an encoder: in half precision, or in whole numbers.

In: windows that go together, as embeddings. Out: the states of each window's pieces, which hang on the window alone.
Whole numbers every processor multiplies exactly; half precision is faster where a processor multiplies it in tiles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from consult.weights.layout import by_length, fill_passes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult.weights.packed import Shape

    Array = NDArray[Any]
    Weights = Mapping[str, Array]

TOGETHER = 256  # pieces per pass in whole numbers: their widest states just fit a core's own cache


class Layers(Protocol):
    """What puts windows through the layers."""

    name: str

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """Numbers of the windows that go together, pass by pass."""

    def states(self, windows: Sequence[Array]) -> list[Array]:
        """(pieces, hidden) for each window of (pieces, hidden)."""


class Half:
    """Half precision, with OpenVINO."""

    name = "bf16"

    def __init__(self, weights: Weights, shape: Shape, cores: int) -> None:
        from consult.weights.half_network import build_half
        from consult.weights.half_passes import HalfPasses

        self._network = HalfPasses(lambda: build_half(weights, shape), cores)

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """As many windows as fill a pass, of nearly one length."""
        from consult.weights.half_passes import TOKENS

        return fill_passes(lengths, TOKENS)

    def states(self, windows: Sequence[Array]) -> list[Array]:
        """All in one pass."""
        import numpy as np

        return self._network.states(np.concatenate(windows), [len(one) for one in windows])


class Whole:
    """Whole numbers, with ONNX Runtime."""

    name = "int8"

    def __init__(self, content: bytes) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """Only windows of the very same length go together, so that none is filled up."""
        return by_length(lengths, lambda length: max(1, TOGETHER // length))

    def states(self, windows: Sequence[Array]) -> list[Array]:
        """All of one length."""
        import numpy as np

        return list(self._session.run(None, {"embedded": np.stack(windows)})[0])


def build_whole(weights: Weights, integers: Path, shape: Shape) -> Whole:
    """Layers in whole numbers. integers: the file of how their inputs are rounded."""
    from consult.weights.integers import read_integers
    from consult.weights.network import network_of

    return Whole(network_of(weights, read_integers(integers), shape))
