"""Windows of any length through layers in bfloat16, with OpenVINO, several in each pass.

In: windows' embeddings, one behind the other. Out: the states of each window's tokens. A pass has one of few numbers
of tokens, so that its products are prepared a few times only; whoever shares a pass with a window changes nothing of
its states, which each machine finds out for itself before it relies on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.weights.layout import lay_out
from consult.weights.openvino_alone import load_openvino

TOKENS = 512  # per pass, or the longest input: 256 is a tenth slower, 1,024 no faster
STEP = 64  # to which tokens are filled up where a pass is not full: each number costs the first pass of its kind 50 ms
Array = NDArray[np.float32]


def _nothing() -> None:
    """What is to be done after the first pass, where nothing is."""


class HalfPasses:
    """A graph of `half_network.build_half`, made ready for this processor when the first pass is asked for.

    build: makes the graph; cores: how many passes may run at once, each with one thread and memory of its own; read:
    called when the first pass is done, by when the runtime has read all weights and has copies of its own.
    """

    def __init__(self, build: Callable[[], Any], cores: int = 1, read: Callable[[], None] = _nothing) -> None:
        self.build: Callable[[], Any] | None = build
        self.cores = cores
        self.read = read
        self._lock = Lock()
        self._compiled: Any = None
        self._idle: SimpleQueue[Any] = SimpleQueue()

    def states(self, embedded: Array, lengths: Sequence[int]) -> list[Array]:
        """The last states, (tokens, hidden) for each window. embedded: (all tokens, hidden), window behind window."""
        tokens = -(-len(embedded) // STEP) * STEP
        laid = lay_out(lengths, tokens)
        filled = np.zeros((tokens, embedded.shape[1]), np.float32)
        filled[: len(embedded)] = embedded
        with self._request() as request:
            given = [filled, laid.there, laid.back, laid.mask]
            states = request.infer(given, share_inputs=True, share_outputs=True)[0][: len(embedded)].copy()
        return np.split(states, np.cumsum(lengths)[:-1])

    @contextmanager
    def _request(self) -> Iterator[Any]:
        """Something that computes one pass at a time, with memory of its own."""
        with self._lock:
            if self._compiled is None:
                self._compiled = self.compile()
                self.build = None  # with the weights that it holds: the runtime has its own
        try:
            request, fresh = self._idle.get_nowait(), False
        except Empty:
            request, fresh = self._compiled.create_infer_request(), True
        try:
            yield request
        finally:
            self._idle.put(request)
        if fresh:
            self.read()

    def compile(self) -> Any:
        """The graph, made ready for this processor; each core runs passes of its own."""
        ov, _ = load_openvino()
        options = {
            "INFERENCE_PRECISION_HINT": "bf16", "NUM_STREAMS": self.cores, "INFERENCE_NUM_THREADS": self.cores,
            "ENABLE_CPU_PINNING": False,
        }  # fmt: skip
        assert self.build is not None  # noqa: S101 - only the first pass comes here
        return ov.Core().compile_model(self.build(), "CPU", options)
