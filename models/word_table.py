"""What multilingual-e5-small knows of single words, made small: a table of vectors for the model that finds names.

In: the converted encoder. Out: `names/words.safetensors`: words in Latin letters that are one token of the encoder,
and for each the first 64 principal components of its input embedding, 8 bits each; to find names needs no encoder.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save

from consult.themes.modelstore import convert_model

HERE = Path(__file__).parent / "names"
DIMENSIONS = 64
LATIN = re.compile(r"▁([A-Za-zÀ-ÖØ-öø-ɏ'\-]{2,})")


def main() -> None:
    """Write the table, and its hash beside it."""
    folder = convert_model("multilingual-e5-small")
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    found = {match[1]: row for row, (piece, _) in enumerate(vocabulary) if (match := LATIN.fullmatch(piece))}
    words = sorted(found)
    with safe_open(str(folder / "model.safetensors"), "numpy") as weights:
        rows = weights.get_tensor("embeddings.word_embeddings.weight")[[found[word] for word in words]]
    rows -= rows.mean(0)
    values, axes = np.linalg.eigh(rows.T.astype(np.float64) @ rows)
    axes = axes[:, np.argsort(-values)[:DIMENSIONS]]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(DIMENSIONS)])  # an axis points either way: choose one
    plain = rows @ axes
    scale = np.abs(plain).max(0) / 127
    tensors = {
        "vectors": np.round(plain / scale).astype(np.int8),
        "scale": (scale / plain.std()).astype(np.float32),
        "words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
    }
    content = save(tensors)
    (HERE / "words.safetensors").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    (HERE / "words.toml").write_text(
        f'# Written by models/word_table.py.\nfile = "words.safetensors"\nsha256 = "{digest}"\n', encoding="utf-8"
    )


if __name__ == "__main__":
    main()
