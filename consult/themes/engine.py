"""Ways in which windows of text go through the network: in whole numbers, or in full precision.

In: windows that go together. Out: a unit row for each. `Whole` runs the graph of `weights.network` with ONNX
Runtime, without torch: whole-number products are exact, so a row does not depend on the others. `Full`
runs a model folder with sentence-transformers, in passes of a fixed shape (see encoder.py). A third way is
in half.py; which of them a machine uses is chosen in choice.py.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from consult.errors import ModelError
from consult.weights.layout import by_length
from consult.weights.modelstore import NETWORK, WEIGHTS
from consult.weights.pieces import Pieces, pieces_of
from consult.weights.registry import ModelEntry

if TYPE_CHECKING:
    from consult.themes.embed import Vector

ROWS = 8  # texts per pass in full precision; measured on 2 cores: 4 gives 115/s, 8 gives 125/s, 16 gives 120/s
STEP = 8  # tokens to which lengths are rounded up there
TOKENS = 256  # tokens per pass in whole numbers: their widest states just fit a core's own cache
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
Ids = list[int]


class Engine(Protocol):
    """What puts windows through a network."""

    name: str

    def cut(self, texts: Sequence[str]) -> list[list[Ids]]:
        """For each text its windows as token ids, marks of beginning and end included."""

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """Numbers of the windows that go together, pass by pass, the longest first: a pool ends evenly."""

    def rows(self, windows: Sequence[Ids]) -> Vector:
        """(n, d) unit rows, each depending on its window alone."""

    def release(self) -> None:
        """Give back memory that costs little to have again."""


class Light:
    """The pieces of texts, and the sums of embeddings that a network begins with, without torch."""

    def __init__(self, folder: Path, entry: ModelEntry) -> None:
        self.folder = folder
        self.entry = entry

    @cached_property
    def _pieces(self) -> Pieces:
        return pieces_of(self.folder)

    @cached_property
    def _embeddings(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Rows by token, left in the file until they are needed; and rows by place."""
        words, places, types = (
            mapped_tensor(self.folder / WEIGHTS, f"embeddings.{kind}_embeddings.weight")
            for kind in ("word", "position", "token_type")
        )
        return words, np.asarray(places) + types[0]

    def cut(self, texts: Sequence[str]) -> list[list[Ids]]:
        """For each text its windows."""
        return self._pieces.cut([self.entry.prompt + text for text in texts], self.entry.tokens)

    @property
    def added(self) -> NDArray[np.float32]:
        """What is added to the embedding of the token at each place."""
        return self._embeddings[1]

    def release(self) -> None:
        """Give back the rows that were read: the system brings sixteen pages for each, and keeps them all the same."""
        if "_embeddings" in vars(self):
            give_back(self._embeddings[0])

    def embedded(self, windows: Sequence[Ids]) -> NDArray[np.float32]:
        """(n, tokens, d) sums of the embeddings of token, place and type."""
        found: NDArray[np.float32] = self._embeddings[0][np.asarray(windows)] + self.added[: len(windows[0])]
        return found


class Whole(Light):
    """Whole numbers, with ONNX Runtime."""

    name = "int8"

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # each core runs passes of its own
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self.folder / NETWORK), options, providers=["CPUExecutionProvider"])

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """Only windows of the very same length go together, so that none is filled up; as many as fill a pass."""
        return by_length(lengths, self.together)

    def together(self, length: int) -> int:
        """As many as make a full pass."""
        return max(1, TOKENS // length)

    def rows(self, windows: Sequence[Ids]) -> Vector:
        """(n, d) unit rows: means of the last states, taken here, for the runtime's mean rounds by company."""
        states = self._session.run(None, {"embedded": self.embedded(windows)})[0]
        means = states.sum(axis=1, dtype=np.float64)
        vectors: Vector = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
        return vectors


class Full:
    """Full precision, with sentence-transformers."""

    name = "fp32"

    def __init__(self, folder: Path, entry: ModelEntry) -> None:
        self.folder = folder
        self.entry = entry

    @cached_property
    def _model(self) -> Any:
        return load_sentence_transformer(self.folder, self.entry.tokens)

    def cut(self, texts: Sequence[str]) -> list[list[Ids]]:
        """For each text its windows."""
        tokenizer = self._model.tokenizer
        length = min(self.entry.tokens, self._model.max_seq_length or self.entry.tokens)
        options = {"truncation": True, "max_length": length, "return_overflowing_tokens": tokenizer.is_fast}
        return [[list(ids) for ids in tokenizer([self.entry.prompt + text], **options)["input_ids"]] for text in texts]

    def passes(self, lengths: Sequence[int]) -> list[list[int]]:
        """Always the same number, for products round by their shape; lengths rounded up, for few shapes."""
        return by_length([self.length(length) for length in lengths], lambda _length: ROWS)

    def length(self, length: int) -> int:
        """The length to which a window of this length is filled up."""
        return -(-length // STEP) * STEP

    def rows(self, windows: Sequence[Ids]) -> Vector:
        """(n, d) rows, in a pass of fixed shape: short of windows, the last is repeated."""
        import torch

        filled = [*windows, *[windows[-1]] * (ROWS - len(windows))]
        padded = self._model.tokenizer.pad(
            {"input_ids": filled}, padding="max_length", max_length=self.length(len(windows[0])), return_tensors="pt"
        )
        features = {name: values.to(self._model.device) for name, values in padded.items()}
        with torch.inference_mode():
            out = self._model(features)["sentence_embedding"]
        vectors: Vector = out[: len(windows)].float().cpu().numpy()
        return vectors

    def release(self) -> None:
        """Nothing is mapped here."""


def mapped_tensor(path: Path, name: str, mode: Literal["r", "c"] = "r") -> NDArray[np.float32]:
    """A float32 tensor of a safetensors file, mapped: only rows that are read take memory.

    mode: "c" for those who ask for an array that they may write to; nothing written reaches the file.
    """
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        about = json.loads(file.read(size))[name]
    return np.memmap(path, "<f4", mode, 8 + size + about["data_offsets"][0], tuple(about["shape"]))


def give_back(tensor: NDArray[Any]) -> None:
    """Let go of the memory behind a mapped tensor; whoever reads it again gets the same from the file."""
    if isinstance(tensor.base, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        tensor.base.madvise(mmap.MADV_DONTNEED)


def load_sentence_transformer(folder: Path, tokens: int) -> Any:
    """Load a model folder without the network and without code that lies in the folder."""
    os.environ.update(OFFLINE)
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.set_verbosity_error()  # a run's progress is ours to tell
    logging.disable_progress_bar()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        model = SentenceTransformer(
            str(folder),
            device=device,
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},  # a pickle could run code
        )
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelError(
            f"{folder} cannot be loaded as a sentence-transformers model ({type(error).__name__}: {error}); "
            "fetch it again or choose another `model`"
        ) from error
    model.max_seq_length = min(model.max_seq_length or tokens, tokens)
    return model.eval()
