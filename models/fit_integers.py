"""Find how an encoder's states are rounded to 8 bits: widths of channels, steps, and biases that make up for it.

In: a converted model (by default the shipped one) and public text outside the repository (models/data.toml
says where a stranger gets it). Out: `policy-int8.safetensors`, and the cosines on text that had no part.

Method: channels whose states are far wider than others are narrowed before rounding and their weights widened
(SmoothQuant, Xiao et al. 2023, arXiv 2211.10438), by the power of their width that errs least on the text.
With `--corrected`, what rounding moves on average is taken back in the bias, product by product from the first
layer on (Nagel et al. 2019, arXiv 1906.04721): .0003 of cosine, an hour on a busy machine; what is shipped is
without. Steps are fixed: none depends on what is encoded together.

    python models/fit_integers.py --data ../shared/data
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from safetensors.numpy import load_file

from consult.themes.engine import Full, Whole
from consult.weights.convert import LAYER
from consult.weights.integers import PROBES, PRODUCTS, SITES, Integers, Site, round_weights, write_integers
from consult.weights.modelstore import WEIGHTS, model_folder
from consult.weights.network import OUTPUT, write_network
from consult.weights.packed import Shape
from consult.weights.registry import ModelEntry, find_entry

HERE = Path(__file__).parent
POWERS = (0.0, 0.25, 0.4, 0.5, 0.6, 0.75, 0.85)  # of a channel's width
ROWS = 800  # states on which a power's error is measured
EXACT = frozenset((layer, "wide") for layer in (0, *range(4, 12)))
"""What is left in full precision: the inner network's second half, whose input has the widest channels, but for three
layers. On 101 sentences of three sets mean cosine .9966 → .9986 and the least .992 → .997, for a fifth more time;
of the other inputs none gives half as much, and of single layers none a fifth."""
PER_KIND = 16  # texts of each kind: ten thousand tokens, whose states take a gigabyte
Array = NDArray[np.float32]
States = dict[tuple[int, str], Array]


def training_texts(data: Path) -> list[str]:
    """Titles, sentences, paragraphs and a few long texts in the languages that the data holds."""
    draw = random.Random(11)  # noqa: S311 - a fixed draw
    found: list[str] = []
    for name, fields in (
        ("g0vse_policy_sv.jsonl", ("title", "summary", "text")),
        ("nb_nn_parallel_sample.jsonl", ("nb", "nn")),
        ("ogp_commitments_en.jsonl", ("title", "text")),
    ):
        rows = [json.loads(line) for line in (data / name).read_text(encoding="utf-8").splitlines()]
        for field in fields:
            texts = sorted({str(row[field]) for row in rows if row.get(field)})
            found += [_length(text, draw) for text in draw.sample(texts, min(PER_KIND, len(texts)))]
    return found


def _length(text: str, draw: random.Random) -> str:
    """The beginning of a text: mostly a sentence or two, now and then a long stretch."""
    return text[: draw.choice((60, 120, 200, 300, 900))]


class Fitted:
    """A model in full precision, with the texts to fit on."""

    def __init__(self, entry: ModelEntry, texts: Sequence[str]) -> None:
        self.entry = entry
        self.folder = model_folder(entry)
        self.weights = load_file(self.folder / WEIGHTS)
        about = json.loads((self.folder / "config.json").read_text(encoding="utf-8"))
        self.shape = Shape(
            hidden=about["hidden_size"], layers=about["num_hidden_layers"], heads=about["num_attention_heads"],
            inner=about["intermediate_size"], vocabulary=0, positions=0, types=0,
        )  # fmt: skip
        self.whole = Whole(self.folder, entry)
        self.batches = [self.whole.embedded(windows) for windows in self.in_lengths(texts)]

    def in_lengths(self, texts: Sequence[str]) -> Iterator[list[list[int]]]:
        """Windows of one length each, as many as go together."""
        by_length: dict[int, list[list[int]]] = defaultdict(list)
        for parts in self.whole.cut(texts):
            by_length[len(parts[0])].append(parts[0])
        for length, windows in sorted(by_length.items()):
            count = self.whole.together(length)
            yield from (windows[at : at + count] for at in range(0, len(windows), count))

    def states(self) -> States:
        """(layer, site) → what goes in there; (layer, product) → (n,) mean of what comes out; in full precision."""
        import torch
        from transformers import AutoModel

        model = AutoModel.from_pretrained(str(self.folder), local_files_only=True, attn_implementation="eager").eval()
        found: dict[tuple[int, str], list[Array]] = defaultdict(list)
        site_of = {name: site for site in SITES for name in PRODUCTS[site]}

        def keep(layer: int, name: str) -> Any:
            def hook(_module: Any, inputs: Any, output: Any) -> None:
                found[layer, name].append(output.reshape(-1, output.shape[-1]).sum(dim=0, keepdim=True).numpy())
                if name in ("q", "ao", "fi", "fo"):
                    found[layer, site_of[name]].append(inputs[0].reshape(-1, inputs[0].shape[-1]).numpy())

            return hook

        for name, part in LAYER.items():
            if name in site_of:
                for layer in range(self.shape.layers):
                    model.get_submodule(f"encoder.layer.{layer}.{part}").register_forward_hook(keep(layer, name))
        places = torch.from_numpy(np.array(self.whole.added))
        with torch.inference_mode():
            for batch in self.batches:
                # transformers adds places and types itself
                model(inputs_embeds=torch.from_numpy(batch) - places[: batch.shape[1]])
        tokens = sum(batch.shape[0] * batch.shape[1] for batch in self.batches)
        return {
            (layer, name): np.concatenate(values) if name in SITES else np.concatenate(values).sum(axis=0) / tokens
            for (layer, name), values in found.items()
        }

    def start(self, states: States) -> Integers:
        """Widths and steps from the states; biases as they are, less what a middle takes away."""
        sites = {}
        for layer in range(self.shape.layers):
            for name in SITES:
                weights = np.concatenate([self.matrix(layer, product) for product in PRODUCTS[name]], axis=1)
                sites[layer, name] = best_site(states[layer, name], weights, centred=name == "mixed")
        biases = {
            (layer, product): self.weights[f"encoder.layer.{layer}.{LAYER[product]}.bias"]
            + sites[layer, name].middle @ self.matrix(layer, product)
            for layer in range(self.shape.layers)
            for name in SITES
            for product in PRODUCTS[name]
        }
        digest = hashlib.sha256((self.folder / WEIGHTS).read_bytes()).hexdigest()
        probes = np.empty((0, 0), np.float32)
        return Integers(sites=sites, biases=biases, probes=probes, weights=digest, exact=EXACT)

    def corrected(self, integers: Integers, states: States) -> Integers:
        """The same with biases that make up for what rounding moves on average, from the first product on."""
        biases = dict(integers.biases)
        for layer in range(self.shape.layers):
            for name in SITES:
                now = replace(integers, biases=biases)
                means = self.means(now, layer, PRODUCTS[name])
                for product, mean in zip(PRODUCTS[name], means, strict=True):
                    goal = states[layer, product]
                    if product == "v":
                        after = integers.sites[layer, "mixed"]
                        mean = mean * after.widths + after.middle  # noqa: PLW2901 - back to where it is compared
                    biases[layer, product] = (biases[layer, product] + goal - mean).astype(np.float32)
        return replace(integers, biases=biases)

    def means(self, integers: Integers, layer: int, products: Sequence[str]) -> list[Array]:
        """The mean output of some products of one layer, with whole numbers up to there."""
        session = self.session(integers, [f"{layer}.{product}" for product in products])
        sums: list[Any] = [0.0] * len(products)
        tokens = 0
        for batch in self.batches:
            tokens += batch.shape[0] * batch.shape[1]
            for at, out in enumerate(session.run(None, {"embedded": batch})):
                sums[at] = sums[at] + out.sum(axis=(0, 1), dtype=np.float64)
        return [(total / tokens).astype(np.float32) for total in sums]

    def session(self, integers: Integers, outputs: Sequence[str]) -> Any:
        """A session that gives the named values."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.onnx"
            write_network(self.weights, integers, self.shape, path)
            model = onnx.load(path)
        del model.graph.output[:]
        model.graph.output.extend(onnx.helper.make_tensor_value_info(name, 1, None) for name in outputs)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.log_severity_level = 1, 3
        return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def matrix(self, layer: int, product: str) -> Array:
        """(k, n) weights of one product."""
        found: Array = self.weights[f"encoder.layer.{layer}.{LAYER[product]}.weight"].T
        return found

    def rows(self, integers: Integers, texts: Sequence[str]) -> Array:
        """Unit rows of texts, with whole numbers."""
        session = self.session(integers, [OUTPUT])
        rows = []
        for parts in self.whole.cut(texts):
            states = session.run(None, {"embedded": self.whole.embedded([parts[0]])})[0][0]
            mean = states.mean(axis=0)
            rows.append(mean / np.linalg.norm(mean))
        return np.vstack(rows)

    def full(self, texts: Sequence[str]) -> Array:
        """Unit rows of texts' first windows, in full precision."""
        engine = Full(self.folder, self.entry)
        return np.vstack([engine.rows([parts[0]])[0] for parts in engine.cut(texts)])


def best_site(states: Array, weights: Array, *, centred: bool) -> Site:
    """The widths that err least. states: (tokens, k); weights: (k, n)."""
    middle = _half(states.mean(axis=0)) if centred else np.zeros(states.shape[1], np.float32)
    moved = states - middle
    peaks = np.abs(moved).max(axis=0) + np.float32(1e-4)
    some = moved[np.random.default_rng(0).permutation(len(moved))[:ROWS]]
    errors = []
    for power in POWERS:
        site = _site(moved, peaks, power, middle)
        numbers, steps = round_weights(weights, site.widths)
        whole = np.clip(np.rint(some / site.widths / site.step) + float(site.zero), 0, 255) - float(site.zero)
        errors.append((float(np.linalg.norm(whole * site.step @ (numbers * steps) - some @ weights)), power, site))
    return min(errors, key=lambda one: one[:2])[2]


def _site(moved: Array, peaks: Array, power: float, middle: Array) -> Site:
    widths = peaks**power
    widths = _half(widths / np.exp(np.log(widths).mean()))
    narrowed = moved / widths
    low, high = min(float(narrowed.min()), 0.0), max(float(narrowed.max()), 0.0)
    step = (high - low) / 255
    return Site(widths=widths, middle=middle, step=np.float32(step), zero=np.uint8(round(-low / step)))


def _half(values: Array) -> Array:
    """What half precision can hold, since the file holds that."""
    return values.astype(np.float16).astype(np.float32)


def main() -> None:
    """Fit, write, and say how near it is on texts that were not fitted on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    parser.add_argument("--model", default="multilingual-e5-small-policy")
    parser.add_argument("--corrected", action="store_true", help="take back in the biases what rounding moves; slow")
    parser.add_argument("--out", type=Path, default=HERE / "policy-int8.safetensors")
    given = parser.parse_args()
    texts = training_texts(given.data)
    fitted = Fitted(replace(find_entry(given.model), integers="", integers_sha256=""), texts)
    states = fitted.states()
    integers = fitted.start(states)
    if given.corrected:
        integers = fitted.corrected(integers, states)
    integers = replace(integers, probes=fitted.full(PROBES))
    write_integers(integers, given.out)
    lines = (HERE.parent / "corpora/ogp-norge-2026/gold/passages.jsonl").read_text(encoding="utf-8").splitlines()
    for name, said in (
        ("fitted on", texts[:200]),
        ("not fitted on", [json.loads(line)["quote"] for line in lines[:200]]),
        ("probes", list(PROBES)),
    ):
        cosines = (fitted.rows(integers, said) * fitted.full(said)).sum(axis=1)
        low, least = np.quantile(cosines, 0.05), cosines.min()
        sys.stdout.write(f"{name}: mean {cosines.mean():.4f}, 5th in a hundred {low:.4f}, least {least:.4f}\n")
    sys.stdout.write(f"{given.out.name} sha256 {hashlib.sha256(given.out.read_bytes()).hexdigest()}\n")


if __name__ == "__main__":
    main()
