"""By what the network that finds names rounds its inputs to 8 bits: `models/names/names-int8.safetensors`.

In: what `train_names.py` has learnt, made-up notes and some of the text that it was trained on. Out: the file, and its
hash in `model.toml`. Weights keep 63 steps on either side of zero, which every processor multiplies exactly.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import BertConfig, BertModel

from consult.read.names_model import pinned
from consult.read.names_network import windows
from consult.weights.convert import EPSILON, LAYER
from consult.weights.difference import expand_difference
from consult.weights.integers import PRODUCTS, SAFE_LEVELS, SITES, Integers, write_integers
from consult.weights.lower import base_of, taught
from consult.weights.packed import Packed
from consult.weights.pieces import Pieces

sys.path.insert(0, str(Path(__file__).parent))
from fit_integers import best_site
from names_text import Inventor, Sentence, excerpts
from train_names import HERE, corpora

TEXTS = 70  # of each corpus: seven thousand pieces in all
Array = np.ndarray[Any, Any]


def training_texts(data: Path) -> list[str]:
    """Stretches of the training parts, and made-up notes."""
    rng = random.Random(3)  # noqa: S311 - reproducible, not secret
    found: list[Sentence] = []
    for part in corpora(data).values():
        found += rng.sample(list(excerpts(part["train"], rng, (40, 300))), TEXTS)
    inventor = Inventor(HERE, rng)
    made = [*inventor.sentences("notes", TEXTS), *inventor.sentences("stay", TEXTS)]
    return [one.text for one in [*found, *made]]


def full_precision(weights: dict[str, Array], packed: Any, layers: int) -> Any:
    """The layers in full precision, as torch runs them."""
    shape = packed.shape
    model = BertModel(
        BertConfig(
            vocab_size=2, hidden_size=shape.hidden, num_hidden_layers=layers, num_attention_heads=shape.heads,
            intermediate_size=shape.inner, max_position_embeddings=shape.positions, type_vocab_size=shape.types,
            layer_norm_eps=EPSILON, hidden_act="gelu", attn_implementation="eager",
        ),
        add_pooling_layer=False,
    ).eval()  # fmt: skip
    held = {name: torch.from_numpy(np.array(value)) for name, value in weights.items()}
    held["embeddings.position_embeddings.weight"] = torch.zeros(shape.positions, shape.hidden)
    held["embeddings.token_type_embeddings.weight"] = torch.zeros(shape.types, shape.hidden)
    model.load_state_dict(held, strict=False)
    return model


def states(model: Any, embedded: Sequence[Array]) -> dict[tuple[int, str], Array]:
    """(layer, site) → what goes in there, (pieces, k)."""
    found: dict[tuple[int, str], list[Array]] = defaultdict(list)
    site_of = {products[0]: site for site, products in PRODUCTS.items()}

    def keep(layer: int, name: str) -> Any:
        def hook(_module: Any, inputs: Any, _output: Any) -> None:
            found[layer, site_of[name]].append(inputs[0][0].numpy())

        return hook

    for layer in range(model.config.num_hidden_layers):
        for name in site_of:
            model.get_submodule(f"encoder.layer.{layer}.{LAYER[name]}").register_forward_hook(keep(layer, name))
    with torch.inference_mode():
        for rows in embedded:
            model(inputs_embeds=torch.from_numpy(rows[None]))
    return {key: np.concatenate(values) for key, values in found.items()}


def rounded(
    weights: dict[str, Array], held: dict[tuple[int, str], Array], layers: int, exact: Sequence[Any]
) -> Integers:
    """Widths, middles and steps for each site, and the biases that belong to them."""
    sites, biases = {}, {}
    for layer in range(layers):
        parts = {
            product: weights[f"encoder.layer.{layer}.{LAYER[product]}.weight"].T
            for site in SITES
            for product in PRODUCTS[site]
        }
        for site in SITES:
            together = np.concatenate([parts[product] for product in PRODUCTS[site]], axis=1)
            sites[layer, site] = best_site(held[layer, site], together, centred=site == "mixed")
            for product in PRODUCTS[site]:
                bias = weights[f"encoder.layer.{layer}.{LAYER[product]}.bias"]
                biases[layer, product] = (bias + sites[layer, site].middle @ parts[product]).astype(np.float32)
    none = np.empty((0, 0), np.float32)
    return Integers(sites=sites, biases=biases, probes=none, weights="", levels=SAFE_LEVELS, exact=frozenset(exact))


def pin(out: Path, file: str) -> None:
    """Put a file's hash into `model.toml`, before the network's settings."""
    about = (out / "model.toml").read_text(encoding="utf-8").split("\n")
    about = [line for line in about if not line.startswith("integers")]
    digest = hashlib.sha256((out / file).read_bytes()).hexdigest()
    at = about.index("")
    about[at:at] = [f'integers = "{file}"', f'integers_sha256 = "{digest}"']
    (out / "model.toml").write_text("\n".join(about), encoding="utf-8")


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled data")
    parser.add_argument("--exact", default="[]", help="JSON: pairs of a layer and a site that are not rounded")
    chosen = parser.parse_args()
    about, content = pinned("model.toml")
    learnt, network = expand_difference(content), about["network"]
    vocabulary, packed = base_of(network["base"])
    weights = taught(packed, network["layers"], learnt)
    texts = training_texts(chosen.data)
    found = states(full_precision(weights, packed, network["layers"]), embedded(vocabulary, packed, texts))
    exact = [(layer, site) for layer, site in json.loads(chosen.exact)]
    write_integers(rounded(weights, found, network["layers"], exact), HERE / "names-int8.safetensors")
    pin(HERE, "names-int8.safetensors")


def embedded(vocabulary: Pieces, packed: Packed, texts: Sequence[str]) -> list[Array]:
    """(pieces, hidden) of each window of some texts, as the network takes them."""
    hidden = packed.shape.hidden
    places = packed.tensors["emb.pos"].reshape(-1, hidden) + packed.tensors["emb.type"][:hidden]
    found = []
    for text, encoded in zip(texts, vocabulary.divide(texts), strict=True):
        for start, end in windows(text, encoded.spans):
            ids = [packed.special["bos"], *encoded.ids[start:end], packed.special["eos"]]
            found.append(packed.tensors.rows("emb.word", hidden, ids) + places[: len(ids)])
    return found


if __name__ == "__main__":
    main()
