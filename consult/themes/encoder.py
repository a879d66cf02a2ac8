"""Encoding with sentence-transformers so that a text's vector depends on nothing but the text.

Matrix products round differently for different shapes, so a text that is batched with others gets
other last digits than alone; a killed and resumed run would then end in another ledger. Here every
pass through the network has one of few fixed shapes: ROWS texts (short of texts, the last is repeated)
padded to a multiple of STEP tokens. In a fixed shape a row's result is the same, bit by bit, in
whichever row it stands and whatever stands in the others (tested; measured on 600 texts in three orders and
three subsets: greatest difference 0.0, against 1.2e-7 with batches by length). Each core runs passes of its own with
one thread, which is faster here than passes that share the cores, and nothing spins.

Texts longer than the model reads are read in windows, whose means are averaged by their length.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from consult.errors import ModelError
from consult.themes.embed import Progress, Vector
from consult.themes.modelstore import model_folder
from consult.themes.registry import ModelEntry

ENCODING = 1  # raise it when the same weights would give other vectors
ROWS = 8  # texts per pass; measured on 2 cores: 4 gives 115/s, 8 gives 125/s, 16 gives 120/s
STEP = 8  # tokens to which lengths are rounded up
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a text as token ids, with the number of the text it belongs to."""

    text: int
    ids: list[int]


class SentenceEncoder:
    """An encoder by sentence-transformers; the model is loaded when the first text is encoded."""

    def __init__(self, entry: ModelEntry) -> None:
        self.entry = entry
        self.name = entry.name

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the weights' hashes, the prompt, the input length and the way of encoding."""
        entry = self.entry
        weights = f"{entry.sha256} {entry.difference_sha256}" if entry.package else _folder_hash(entry)
        decides = f"{ENCODING}\n{weights}\n{entry.prompt}\n{entry.tokens}"
        return hashlib.sha256(decides.encode()).hexdigest()

    @cached_property
    def dimension(self) -> int:
        """Length of a vector; where the registry does not say, an empty text is encoded to see."""
        return self.entry.dimension or self._pass(self._windows([""])).shape[1]

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vector:
        """Return (n, dimension) float32, rows of unit length, in the order of `texts`."""
        total = np.zeros((len(texts), self.dimension), dtype=np.float64)
        windows = self._windows(texts)
        done = 0
        with _one_thread_each() as workers, ThreadPoolExecutor(workers) as pool:
            passes = _passes(windows)
            for group, vectors in zip(passes, pool.map(self._pass, passes), strict=True):
                for window, vector in zip(group, vectors, strict=True):
                    total[window.text] += vector * np.float64(len(window.ids))
                done += len(group)
                if progress:
                    progress(done * len(texts) // len(windows), len(texts))
        norms = np.linalg.norm(total, axis=1, keepdims=True)
        rows: Vector = (total / np.maximum(norms, np.finfo(np.float64).tiny)).astype(np.float32)
        return rows

    @cached_property
    def _model(self) -> Any:
        """The sentence-transformers model, from the local folder and nowhere else."""
        return load_sentence_transformer(model_folder(self.entry), self.entry.tokens)

    def _windows(self, texts: Sequence[str]) -> list[_Window]:
        """Cut texts into windows of at most the model's length, marks of beginning and end included."""
        tokenizer = self._model.tokenizer
        length = min(self.entry.tokens, self._model.max_seq_length or self.entry.tokens)
        options = {"truncation": True, "max_length": length, "return_overflowing_tokens": tokenizer.is_fast}
        found: list[_Window] = []
        for number, text in enumerate(texts):
            cut = tokenizer([self.entry.prompt + text], **options)["input_ids"]
            found.extend(_Window(number, list(ids)) for ids in cut)
        return found

    def _pass(self, group: Sequence[_Window]) -> Vector:
        """Put one group through the network in its fixed shape; (len(group), dimension)."""
        import torch

        rows = [window.ids for window in group] + [group[-1].ids] * (ROWS - len(group))
        padded = self._model.tokenizer.pad(
            {"input_ids": rows}, padding="max_length", max_length=_rounded(len(rows[0])), return_tensors="pt"
        )
        features = {name: values.to(self._model.device) for name, values in padded.items()}
        with torch.inference_mode():
            out = self._model(features)["sentence_embedding"]
        vectors: Vector = out[: len(group)].float().cpu().numpy()
        return vectors


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
        model = SentenceTransformer(str(folder), device=device, local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ModelError(
            f"{folder} cannot be loaded as a sentence-transformers model ({type(error).__name__}: {error}); "
            "fetch it again or choose another `model`"
        ) from error
    model.max_seq_length = min(model.max_seq_length or tokens, tokens)
    return model.eval()


def _rounded(length: int) -> int:
    return -(-length // STEP) * STEP


def _passes(windows: Sequence[_Window]) -> list[list[_Window]]:
    """Group windows of the same rounded length, ROWS at a time, the longest first: the pool ends evenly."""
    by_length: dict[int, list[_Window]] = {}
    for window in windows:
        by_length.setdefault(_rounded(len(window.ids)), []).append(window)
    return [
        group[at : at + ROWS]
        for _, group in sorted(by_length.items(), reverse=True)
        for at in range(0, len(group), ROWS)
    ]


@contextmanager
def _one_thread_each() -> Iterator[int]:
    """Give every pass one thread of its own; yields how many passes may run at once."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield 1 if torch.cuda.is_available() else _cores()
    finally:
        torch.set_num_threads(before)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _folder_hash(entry: ModelEntry) -> str:
    """Return the commit of a hub model, else the hash of every file of a folder, by name."""
    if entry.revision:
        return f"{entry.source}@{entry.revision}"
    digest = hashlib.sha256()
    folder = Path(entry.folder)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
