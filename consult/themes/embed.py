"""Texts → vectors, each distinct text once.

In: texts, an encoder, a cache (the ledger's). Out: one unit row per text, in the order of the texts.
Vectors are cached by (fingerprint of the encoder, hash of the text) as soon as a portion is done, so a
rerun embeds only what is new and a killed run loses little. A text's vector depends on the text and the
encoder alone, not on what it was embedded together with (see encoder.py), so order and interruptions
change no byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from consult.errors import ModelError
from consult.weights.modelstore import convert_model, verify_model
from consult.weights.registry import find_entry, list_models

__all__ = [
    "Encoder",
    "MemoryCache",
    "VectorCache",
    "convert_model",
    "embed_texts",
    "list_models",
    "load_encoder",
    "text_hash",
    "verify_model",
]

Vector = NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with (done, of)."""

PORTION = 512  # texts embedded between two commits: some seconds of work


class Encoder(Protocol):
    """What turns texts into vectors. The fingerprint identifies weights, prompt and way of encoding."""

    @property
    def name(self) -> str:
        """The model's name, for people."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hexadecimal) of all that decides the vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vector:
        """Return (n, dimension) float32, rows of unit length, in the order of `texts`."""


class VectorCache(Protocol):
    """Where vectors are kept between runs; `add_vectors` is durable when it returns."""

    def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors known for these text hashes."""

    def add_vectors(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors by text hash."""


class MemoryCache:
    """A cache that lives as long as the process."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Vector] = {}

    def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, Vector]:
        """Return the vectors known for these text hashes."""
        return {key: self.kept[model, key] for key in hashes if (model, key) in self.kept}

    def add_vectors(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep vectors by text hash."""
        self.kept.update({(model, key): vector for key, vector in vectors.items()})


def load_encoder(model: str) -> Encoder:
    """Return the encoder that the setting `model` names; nothing heavy is imported until it encodes.

    model: a name of the registry, a hub id (`owner/name@COMMIT`) or a folder. Raises ModelError.
    """
    from consult.themes.encoder import SentenceEncoder

    return SentenceEncoder(find_entry(model))


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text, hexadecimal.

    >>> text_hash("innsyn")[:12]
    'e50d0bebf69f'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def embed_texts(texts: Sequence[str], encoder: Encoder, cache: VectorCache, progress: Progress | None = None) -> Vector:
    """Return the vectors of `texts`, (n, dimension) float32 with rows of unit length.

    progress is called with (texts embedded, texts to embed), never for what the cache knows. Raises
    ModelError when the encoder gives something else than vectors of its dimension.
    """
    hashes = [text_hash(text) for text in texts]
    distinct = dict(zip(hashes, texts, strict=True))
    found = cache.vectors(encoder.fingerprint, sorted(distinct))
    missing = sorted((len(text), key) for key, text in distinct.items() if key not in found)
    for at in range(0, len(missing), PORTION):
        portion = [key for _, key in missing[at : at + PORTION]]
        fresh = _encode(encoder, [distinct[key] for key in portion], _part_of(progress, at, len(missing)))
        vectors = dict(zip(portion, fresh, strict=True))
        cache.add_vectors(encoder.fingerprint, vectors)
        found.update(vectors)
    if not hashes:
        return np.empty((0, encoder.dimension), dtype=np.float32)
    return stacked([found[key] for key in hashes]).astype(np.float32, copy=False)


def stacked(rows: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """(n, d): n rows of one length, at least one. As numpy's stack, which makes an array of each row first."""
    return np.concatenate(rows).reshape(len(rows), -1)


def _encode(encoder: Encoder, texts: Sequence[str], progress: Progress | None) -> Vector:
    """Encode, and refuse what would spoil every later step in silence."""
    vectors = encoder.encode(texts, progress)
    if vectors.shape != (len(texts), encoder.dimension) or not np.isfinite(vectors).all():
        raise ModelError(
            f"model {encoder.name} gave no usable vectors (shape {vectors.shape}); "
            "check it with `consult models verify`, or choose another `model`"
        )
    return vectors


def _part_of(progress: Progress | None, before: int, total: int) -> Progress | None:
    if progress is None:
        return None
    return lambda done, _: progress(before + done, total)
