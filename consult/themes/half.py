"""Windows through the network in bfloat16, with OpenVINO, where a processor multiplies that in tiles (AMX).

In: windows of any length. Out: a unit row for each. Several go together, one behind the other, in passes of one of
few numbers of tokens. A row does not depend on who shares its pass: that is found out on each machine at first
use, as is how near the rows are to full precision (choice.py). No torch, and nothing written at conversion: the
graph is built from the converted weights in half a second.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from consult.themes.engine import Ids, Light, mapped_tensor
from consult.themes.half_network import build_half
from consult.themes.layout import fill_passes, lay_out
from consult.weights.modelstore import WEIGHTS
from consult.weights.packed import Shape
from consult.weights.registry import ModelEntry

if TYPE_CHECKING:
    from consult.themes.embed import Vector

TOKENS = 512  # per pass, or the longest input: 256 is a tenth slower, 1,024 no faster
STEP = 64  # to which tokens are filled up where a pass is not full: each number costs the first pass of its kind 50 ms


class Half(Light):
    """Half precision, with OpenVINO."""

    name = "bf16"

    def __init__(self, folder: Path, entry: ModelEntry, cores: int = 1) -> None:
        super().__init__(folder, entry)
        self.cores = cores
        self.tokens = max(TOKENS, entry.tokens)
        self._lock = Lock()
        self._compiled: Any = None
        self._weights = _Mapped(folder / WEIGHTS)
        self._idle: SimpleQueue[Any] = SimpleQueue()

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """As many windows as fill a pass, of nearly one length."""
        return fill_passes(lengths, self.tokens)

    def rows(self, windows: Sequence[Ids]) -> Vector:
        """(n, d) unit rows: means of the last states."""
        found: list[Any] = [None] * len(windows)
        for group in self.passes([len(ids) for ids in windows]):
            for number, mean in zip(group, self._means([windows[number] for number in group]), strict=True):
                found[number] = mean / np.linalg.norm(mean)
        vectors: Vector = np.vstack(found).astype(np.float32)
        return vectors

    def _means(self, windows: Sequence[Ids]) -> list[NDArray[np.float64]]:
        """The mean state of each window of one pass."""
        lengths = [len(ids) for ids in windows]
        tokens = -(-sum(lengths) // STEP) * STEP
        laid = lay_out(lengths, tokens)
        words, places = self._embeddings
        embedded = np.zeros((tokens, words.shape[1]), np.float32)
        of_words = np.concatenate([np.asarray(ids) for ids in windows])
        embedded[: len(of_words)] = words[of_words] + np.concatenate([places[:length] for length in lengths])
        with self._request() as request:
            given = [embedded, laid.there, laid.back, laid.mask]
            states = request.infer(given, share_inputs=True, share_outputs=True)[0]
            parts = np.split(states[: len(of_words)], np.cumsum(lengths)[:-1])
            return [part.mean(axis=0, dtype=np.float64) for part in parts]

    @contextmanager
    def _request(self) -> Iterator[Any]:
        """Something that computes one pass at a time, with memory of its own."""
        with self._lock:
            self._compiled = self._compiled or self._compile()
        try:
            request, fresh = self._idle.get_nowait(), False
        except Empty:
            request, fresh = self._compiled.create_infer_request(), True
        try:
            yield request
        finally:
            self._idle.put(request)
        if fresh:
            self._weights.release()  # the first pass has read them all

    def _compile(self) -> Any:
        """The graph, made ready for this processor; each core runs passes of its own."""
        from consult.themes.openvino_alone import load_openvino

        ov, _ = load_openvino()
        about = json.loads((self.folder / "config.json").read_text(encoding="utf-8"))
        shape = Shape(
            hidden=about["hidden_size"], layers=about["num_hidden_layers"], heads=about["num_attention_heads"],
            inner=about["intermediate_size"], vocabulary=0, positions=0, types=0,
        )  # fmt: skip
        graph = build_half(self._weights, shape)
        options = {
            "INFERENCE_PRECISION_HINT": "bf16", "NUM_STREAMS": self.cores, "INFERENCE_NUM_THREADS": self.cores,
            "ENABLE_CPU_PINNING": False,
        }  # fmt: skip
        return ov.Core().compile_model(graph, "CPU", options)


class _Mapped(Mapping[str, NDArray[np.float32]]):
    """The tensors of a file by name, each mapped when it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.given: list[NDArray[np.float32]] = []

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        tensor = mapped_tensor(self.path, name, "c")  # OpenVINO shares nothing that cannot be written to
        self.given.append(tensor)
        return tensor

    def release(self) -> None:
        """Give back the memory of what was read: the runtime has copies in half precision, and pages come back."""
        for tensor in self.given:
            if isinstance(tensor.base, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
                tensor.base.madvise(mmap.MADV_DONTNEED)

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError
