"""The two ways in which windows of text go through the network: whole numbers where they serve, else full precision.

In: windows of one length. Out: a unit row for each. `Whole` runs the graph of `network.py` with ONNX
Runtime, without torch: whole-number products are exact, so a row does not depend on the others. `Full`
runs a model folder with sentence-transformers, in passes of a fixed shape (see encoder.py). Which of them
a machine uses is found out once, on `PROBES`, and kept beside the converted model.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from consult.errors import ModelError
from consult.themes.integers import PROBES, read_integers
from consult.themes.modelstore import NETWORK, WEIGHTS, integers_file, model_folder
from consult.themes.registry import ModelEntry

if TYPE_CHECKING:
    from consult.themes.embed import Vector

ROWS = 8  # texts per pass in full precision; measured on 2 cores: 4 gives 115/s, 8 gives 125/s, 16 gives 120/s
STEP = 8  # tokens to which lengths are rounded up there
TOKENS = 256  # tokens per pass in whole numbers: their widest states just fit a core's own cache
NEAR = 0.99  # least cosine of a probe to full precision; a processor that cannot multiply them exactly gives .6
CHOICE = "engine.json"
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
Ids = list[int]


class Engine(Protocol):
    """What puts windows through a network."""

    name: str

    def cut(self, texts: Sequence[str]) -> list[list[Ids]]:
        """For each text its windows as token ids, marks of beginning and end included."""

    def length(self, ids: Ids) -> int:
        """Windows of the same length in this sense may go together."""

    def together(self, length: int) -> int:
        """How many windows of a length go together."""

    def rows(self, windows: Sequence[Ids]) -> Vector:
        """(n, d) unit rows, each depending on its window alone."""


class Whole:
    """Whole numbers, with ONNX Runtime."""

    name = "int8"

    def __init__(self, folder: Path, entry: ModelEntry) -> None:
        self.folder = folder
        self.entry = entry

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.enable_truncation(self.entry.tokens)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # each core runs passes of its own
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self.folder / NETWORK), options, providers=["CPUExecutionProvider"])

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
        found = self._tokenizer.encode_batch([self.entry.prompt + text for text in texts])
        return [[part.ids for part in (one, *one.overflowing)] for one in found]

    def length(self, ids: Ids) -> int:
        """Only windows of the very same length go together, so that none is filled up."""
        return len(ids)

    def together(self, length: int) -> int:
        """As many as make a full pass."""
        return max(1, TOKENS // length)

    @property
    def added(self) -> NDArray[np.float32]:
        """What is added to the embedding of the token at each place."""
        return self._embeddings[1]

    def embedded(self, windows: Sequence[Ids]) -> NDArray[np.float32]:
        """(n, tokens, d) sums of the embeddings of token, place and type."""
        found: NDArray[np.float32] = self._embeddings[0][np.asarray(windows)] + self.added[: len(windows[0])]
        return found

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

    def length(self, ids: Ids) -> int:
        """Lengths are rounded up, so that there are few shapes."""
        return -(-len(ids) // STEP) * STEP

    def together(self, _length: int) -> int:
        """Always the same number, for products round by their shape."""
        return ROWS

    def rows(self, windows: Sequence[Ids]) -> Vector:
        """(n, d) rows, in a pass of fixed shape: short of windows, the last is repeated."""
        import torch

        filled = [*windows, *[windows[-1]] * (ROWS - len(windows))]
        padded = self._model.tokenizer.pad(
            {"input_ids": filled}, padding="max_length", max_length=self.length(windows[0]), return_tensors="pt"
        )
        features = {name: values.to(self._model.device) for name, values in padded.items()}
        with torch.inference_mode():
            out = self._model(features)["sentence_embedding"]
        vectors: Vector = out[: len(windows)].float().cpu().numpy()
        return vectors


def choose_engine(entry: ModelEntry) -> Engine:
    """The engine for a model on this machine: whole numbers where the model has them and they come out right."""
    if not entry.integers:
        return Full(model_folder(entry), entry)
    folder = model_folder(entry)
    whole = Whole(folder, entry)
    here = machine()
    chosen = _chosen(folder, here)
    if not chosen:
        chosen = Whole.name if comes_out_right(whole) else Full.name
        _remember(folder, here, chosen)
    return whole if chosen == Whole.name else Full(folder, entry)


def comes_out_right(whole: Whole) -> bool:
    """Whether this machine's whole numbers give the probes nearly the vectors that full precision has for them."""
    expected = read_integers(integers_file(whole.entry)).probes
    try:
        given = np.vstack([whole.rows([windows[0]])[0] for windows in whole.cut(PROBES)])
    except (ImportError, RuntimeError):
        return False  # no runtime for this machine, or one without these operators
    return bool((given * expected).sum(axis=1).min() >= NEAR)


def machine() -> str:
    """What the choice depends on: the processor and the runtime's version."""
    try:
        runtime = metadata.version("onnxruntime")
    except metadata.PackageNotFoundError:
        runtime = "none"
    return f"{platform.machine()} {processor()} {runtime}"


def processor() -> str:
    """The processor's name; on Linux with what it can multiply, which decides the result."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    facts = dict(line.split(":", 1) for line in reversed(lines) if ":" in line)
    told = {key.strip(): value.strip() for key, value in facts.items()}
    able = sorted(flag for flag in told.get("flags", "").split() if "vnni" in flag or flag.startswith("amx"))
    return " ".join([told.get("model name", ""), *able])


def _chosen(folder: Path, here: str) -> str:
    try:
        return str(json.loads((folder / CHOICE).read_text(encoding="utf-8"))[here])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _remember(folder: Path, here: str, chosen: str) -> None:
    """Keep the choice; where that is not allowed, it is made again next time."""
    aside = folder / f"{CHOICE}.{os.getpid()}"
    try:
        aside.write_text(json.dumps({here: chosen}, indent=1), encoding="utf-8")
        aside.replace(folder / CHOICE)
    except OSError:
        aside.unlink(missing_ok=True)


def mapped_tensor(path: Path, name: str) -> NDArray[np.float32]:
    """A float32 tensor of a safetensors file, mapped: only rows that are read take memory."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        about = json.loads(file.read(size))[name]
    return np.memmap(path, "<f4", "r", 8 + size + about["data_offsets"][0], tuple(about["shape"]))


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
