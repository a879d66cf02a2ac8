"""Encoding so that a text's vector depends on nothing but the text.

Matrix products round differently for different shapes, so a text that is batched with others gets
other last digits than alone; a killed and resumed run would then end in another ledger. Three engines
avoid that (engine.py, half.py): products of whole numbers are exact in any shape; in half and in full precision
every pass has one of few fixed shapes, in which a row's result is the same, bit by bit, in whichever row it
stands and whatever stands in the others. Each core runs passes of its own with one thread, which is faster here
than passes that share the cores, and nothing spins.

Texts longer than the model reads are read in windows, whose means are averaged by their length.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from consult.themes.choice import choose_engine
from consult.themes.embed import Progress, Vector
from consult.themes.engine import Engine, Full, load_sentence_transformer
from consult.weights.processor import cores
from consult.weights.registry import ModelEntry

__all__ = ["SentenceEncoder", "load_sentence_transformer"]

READY = "a"
ENCODING = 1  # raise it when the same weights would give other vectors


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a text as token ids, with the number of the text it belongs to."""

    text: int
    ids: list[int]


class SentenceEncoder:
    """An encoder; its network is loaded when the first text is encoded."""

    def __init__(self, entry: ModelEntry) -> None:
        self.entry = entry
        self.name = entry.name

    @cached_property
    def engine(self) -> Engine:
        """What puts texts through the network on this machine."""
        return choose_engine(self.entry)

    def prepare(self) -> None:
        """Load the network, by a text of one piece."""
        self.encode([READY])

    def forget(self) -> None:
        """Let go of the network; whoever encodes again waits a second for it."""
        vars(self).pop("engine", None)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the weights' hashes, the prompt, the input length and the way of encoding."""
        entry = self.entry
        weights = f"{entry.sha256} {entry.difference_sha256}" if entry.package else folder_hash(entry)
        decides = f"{ENCODING}\n{weights}\n{entry.prompt}\n{entry.tokens}"
        if entry.integers and self.engine.name != Full.name:
            decides += f"\n{self.engine.name} {entry.integers_sha256}"
        return hashlib.sha256(decides.encode()).hexdigest()

    @cached_property
    def dimension(self) -> int:
        """Length of a vector; where the registry does not say, an empty text is encoded to see."""
        return self.entry.dimension or self.engine.rows([self.engine.cut([""])[0][0]]).shape[1]

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vector:
        """Return (n, dimension) float32, rows of unit length, in the order of `texts`."""
        total = np.zeros((len(texts), self.dimension), dtype=np.float64)
        engine = self.engine
        cut = engine.cut(texts)
        windows = [_Window(number, ids) for number, parts in enumerate(cut) for ids in parts]
        passes = _passes(windows, engine)
        done = 0
        with _one_thread_each() as workers, ThreadPoolExecutor(workers) as pool:
            every = pool.map(lambda group: engine.rows([window.ids for window in group]), passes)
            for group, vectors in zip(passes, every, strict=True):
                for window, vector in zip(group, vectors, strict=True):
                    total[window.text] += vector * np.float64(len(window.ids))
                done += len(group)
                if progress:
                    progress(done * len(texts) // len(windows), len(texts))
        engine.release()
        norms = np.linalg.norm(total, axis=1, keepdims=True)
        rows: Vector = (total / np.maximum(norms, np.finfo(np.float64).tiny)).astype(np.float32)
        return rows


def _passes(windows: Sequence[_Window], engine: Engine) -> list[list[_Window]]:
    """Windows in the groups that go through the network together."""
    numbers = engine.passes([len(window.ids) for window in windows])
    return [[windows[number] for number in group] for group in numbers]


@contextmanager
def _one_thread_each() -> Iterator[int]:
    """Give every pass one thread of its own; yields how many passes may run at once."""
    torch = sys.modules.get("torch")
    if torch is None:  # nothing of it runs, so nothing of it spins
        yield cores()
        return
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield 1 if torch.cuda.is_available() else cores()
    finally:
        torch.set_num_threads(before)


def folder_hash(entry: ModelEntry) -> str:
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
