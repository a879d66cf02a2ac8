"""The difference between an adapted encoder and its base, in 4 bits per weight.

In: arrays by tensor name. Out: a safetensors file, and the arrays again. Matrices are rounded in blocks
of 32 weights that share a half-precision scale, the format of the base weights (packed.py); what has
fewer than two dimensions stays in single precision. Reading is exact: equal bytes give equal arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.weights.packed import BLOCK, BLOCK_TYPE, expand

PACKED = "q4:"  # precedes the names of matrices in the file, followed by their width
Array = NDArray[np.float32]


def write_difference(difference: Mapping[str, Array], path: Path) -> None:
    """Write the difference to `path`; matrices lose all but 4 bits per weight."""
    from safetensors.numpy import save_file

    save_file(dict(_packed(name, difference[name]) for name in sorted(difference)), path)


def read_difference(path: Path) -> dict[str, Array]:
    """Return the arrays that a difference file holds, by tensor name."""
    from safetensors.numpy import load_file

    return expand_difference(load_file(path))


def expand_difference(held: Mapping[str, NDArray[Any]]) -> dict[str, Array]:
    """Return the arrays of what a difference file holds under the names of the file."""
    return dict(_unpacked(name, values) for name, values in held.items())


def _packed(name: str, values: Array) -> tuple[str, NDArray[Any]]:
    if values.ndim < 2 or values.size % BLOCK:
        return name, values.astype(np.float32)
    return f"{PACKED}{values.shape[1]}:{name}", _quantise(values)


def _unpacked(name: str, values: NDArray[Any]) -> tuple[str, Array]:
    if not name.startswith(PACKED):
        return name, values
    width, full = name.removeprefix(PACKED).split(":", 1)
    return full, expand(values.tobytes()).reshape(-1, int(width))


def _quantise(values: Array) -> NDArray[np.uint8]:
    """Round to Q4_0: the weight of greatest magnitude in a block becomes -8 steps of its scale."""
    blocks = values.reshape(-1, BLOCK).astype(np.float32)
    peaks = blocks[np.arange(len(blocks)), np.abs(blocks).argmax(axis=1)]
    scales = (peaks / -8).astype(np.float16)
    steps = np.divide(blocks, scales.astype(np.float32)[:, None], out=np.zeros_like(blocks), where=scales[:, None] != 0)
    codes = np.clip(np.rint(steps) + 8, 0, 15).astype(np.uint8)
    table = np.empty(len(blocks), BLOCK_TYPE)
    table["scale"] = scales
    table["halves"] = codes[:, : BLOCK // 2] | codes[:, BLOCK // 2 :] << 4
    return np.frombuffer(table.tobytes(), np.uint8)
