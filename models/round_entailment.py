"""By what the entailment model rounds its inputs to 8 bits: `models/entailment/entailment-int8.safetensors`.

In: what `train_entailment.py` has learnt, and some of our own items. Out: the file, and its hash in `model.toml`.
Weights keep 63 steps on either side of zero, which every processor multiplies exactly.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from pathlib import Path

import numpy as np
from safetensors.numpy import load

from consult.answer.own_entailment import laid_out
from consult.weights.difference import expand_difference
from consult.weights.integers import write_integers
from consult.weights.lower import base_of, taught

sys.path.insert(0, str(Path(__file__).parent))
from entailment_text import HERE, OwnText, read_items
from round_names import full_precision, pin, rounded, states
from train_entailment import ENDS

PAIRS = 160


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--exact", default="[]", help="JSON: pairs of a layer and a site that are not rounded")
    chosen = parser.parse_args()
    about = tomllib.loads((chosen.out / "model.toml").read_text(encoding="utf-8"))
    learnt = expand_difference(load((chosen.out / about["file"]).read_bytes()))
    network = about["network"]
    vocabulary, packed = base_of(network["base"])
    weights = taught(packed, network["layers"], learnt)
    hidden = packed.shape.hidden
    places = packed.tensors["emb.pos"].reshape(-1, hidden) + packed.tensors["emb.type"][:hidden]
    rng = random.Random(3)  # noqa: S311 - reproducible, not secret
    pairs = rng.sample(list(OwnText(read_items(), rng).plain()), PAIRS)
    told = vocabulary.divide([text for pair in pairs for text in (pair.passage, pair.report)])
    rows = [
        laid_out(first.ids, second.ids, ENDS, network["tokens"])[0]
        for first, second in zip(told[::2], told[1::2], strict=True)
    ]
    embedded = [np.asarray(packed.tensors.rows("emb.word", hidden, ids) + places[: len(ids)]) for ids in rows]
    found = states(full_precision(weights, packed, network["layers"]), embedded)
    exact = [(layer, site) for layer, site in json.loads(chosen.exact)]
    write_integers(rounded(weights, found, network["layers"], exact), chosen.out / "entailment-int8.safetensors")
    pin(chosen.out, "entailment-int8.safetensors")


if __name__ == "__main__":
    main()
