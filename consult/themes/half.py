"""Windows through the network in bfloat16, with OpenVINO, where a processor multiplies that in tiles (AMX).

In: windows of any length. Out: a unit row for each. Several go together, one behind the other, in passes of one of
few numbers of tokens. A row does not depend on who shares its pass: that is found out on each machine at first
use, as is how near the rows are to full precision (choice.py). No torch, and nothing written at conversion: the
graph is built from the converted weights in half a second.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from consult.themes.engine import Ids, Light, give_back, mapped_tensor
from consult.weights.half_network import build_half
from consult.weights.half_passes import TOKENS, HalfPasses
from consult.weights.layout import fill_passes
from consult.weights.modelstore import WEIGHTS
from consult.weights.packed import Shape
from consult.weights.registry import ModelEntry

if TYPE_CHECKING:
    from consult.themes.embed import Vector


class Half(Light):
    """Half precision, with OpenVINO."""

    name = "bf16"

    def __init__(self, folder: Path, entry: ModelEntry, cores: int = 1) -> None:
        super().__init__(folder, entry)
        self.tokens = max(TOKENS, entry.tokens)
        self._weights = _Mapped(folder / WEIGHTS)
        self._network = HalfPasses(self._graph, cores, self._weights.release)

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
        words, places = self._embeddings
        of_words = np.concatenate([np.asarray(ids) for ids in windows])
        embedded = words[of_words] + np.concatenate([places[:length] for length in lengths])
        return [part.mean(axis=0, dtype=np.float64) for part in self._network.states(embedded, lengths)]

    def _graph(self) -> Any:
        """The layers as they stand in the converted folder."""
        about = json.loads((self.folder / "config.json").read_text(encoding="utf-8"))
        shape = Shape(
            hidden=about["hidden_size"], layers=about["num_hidden_layers"], heads=about["num_attention_heads"],
            inner=about["intermediate_size"], vocabulary=0, positions=0, types=0,
        )  # fmt: skip
        return build_half(self._weights, shape)


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
            give_back(tensor)

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError
