"""Adapt the default encoder to policy text: its upper layers learn which texts belong together.

In: the converted base model, training text outside the repository (models/data.toml says where a
stranger gets it), models/encoder.toml. Out: `policy.safetensors`, the difference to the base weights in
4 bits, and a report of the training (steps, losses, held-out figures).

Method: InfoNCE with the other pairs of the batch as negatives (Oord et al. 2018, arXiv 1807.03748; as
in E5, arXiv 2402.05672), AdamW, linear warm-up and decay. The state with the best held-out figure whose
similarities on general text still agree with the base model's is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from consult.weights.difference import write_difference
from consult.weights.modelstore import convert_model

sys.path.insert(0, str(Path(__file__).parent))
from pairs import Pair, PairMaker, batches, read_documents, read_parallel

HERE = Path(__file__).parent
PROMPT = "query: "


class Learner:
    """The encoder with its upper layers open to learning."""

    def __init__(self, settings: dict[str, Any]) -> None:
        folder = str(convert_model(settings["base"]))
        self.tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        # Eager attention and no dropout: half the time a step on CPU, and the same step each time.
        self.model = AutoModel.from_pretrained(folder, local_files_only=True, attn_implementation="eager").eval()
        self.tokens = settings["network"]["tokens"]
        self.bfloat16 = settings["network"]["precision"] == "bfloat16"
        for parameter in self.model.parameters():
            parameter.requires_grad = False
        for layer in self.model.encoder.layer[-settings["network"]["layers"] :]:
            for parameter in layer.parameters():
                parameter.requires_grad = True

    def learning(self) -> dict[str, torch.nn.Parameter]:
        """Return what learns, by name."""
        return {name: value for name, value in self.model.named_parameters() if value.requires_grad}

    def embed(self, texts: list[str]) -> Tensor:
        """Return unit rows, (n, d)."""
        prompted = [PROMPT + text for text in texts]
        batch = self.tokenizer(prompted, truncation=True, max_length=self.tokens, padding=True, return_tensors="pt")
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            states = self.model(batch["input_ids"], attention_mask=batch["attention_mask"]).last_hidden_state
        mask = batch["attention_mask"][:, :, None]
        means = (states.float() * mask).sum(1) / mask.sum(1)
        return functional.normalize(means, dim=1)

    def embed_still(self, texts: list[str]) -> Tensor:
        """Return unit rows without gradients."""
        with torch.inference_mode():
            return torch.cat([self.embed(texts[at : at + 32]) for at in range(0, len(texts), 32)])


def contrast(left: Tensor, right: Tensor, keys: list[str], temperature: float) -> Tensor:
    """Return the InfoNCE loss both ways; pairs of one document are not each other's negatives."""
    scores = left @ right.T / temperature
    same = torch.tensor([[a == b and i != j for j, b in enumerate(keys)] for i, a in enumerate(keys)])
    scores = scores.masked_fill(same, float("-inf"))
    aims = torch.arange(len(keys))
    return (functional.cross_entropy(scores, aims) + functional.cross_entropy(scores.T, aims)) / 2


def rate_at(step: int, schedule: dict[str, float]) -> float:
    """Return the learning rate: a linear rise, then a linear fall to nothing."""
    rise = schedule["warm_up"] * schedule["steps"]
    fall = (schedule["steps"] - step) / (schedule["steps"] - rise)
    return schedule["rate"] * min((step + 1) / rise, fall)


class HeldOut:
    """What the training never sees: retrieval on kept documents and sentences, agreement on general text."""

    def __init__(self, pairs: dict[str, list[Pair]], general: list[str], learner: Learner) -> None:
        self.pairs = pairs
        self.general = general
        self.before = self._similarities(learner)

    def look(self, learner: Learner) -> dict[str, float]:
        """Return the share of right first hits by kind, their mean, and the agreement with the base."""
        found = {kind: self._hits(learner, pairs) for kind, pairs in self.pairs.items()}
        found["mean"] = float(np.mean(list(found.values())))
        found["agreement"] = float(np.corrcoef(self.before, self._similarities(learner))[0, 1])
        return {name: round(value, 4) for name, value in found.items()}

    @staticmethod
    def _hits(learner: Learner, pairs: list[Pair]) -> float:
        left = learner.embed_still([pair.left for pair in pairs])
        right = learner.embed_still([pair.right for pair in pairs])
        return float(((left @ right.T).argmax(1) == torch.arange(len(pairs))).float().mean())

    def _similarities(self, learner: Learner) -> np.ndarray[Any, Any]:
        rows = learner.embed_still(self.general)
        return (rows @ rows.T)[tuple(torch.triu_indices(len(rows), len(rows), 1))].numpy()


def train(learner: Learner, stream: Any, held_out: HeldOut, settings: dict[str, Any], out: Path) -> list[Any]:
    """Run the schedule, writing the difference of the best look to `out`; return the report."""
    schedule, report, losses = settings["schedule"], [], []
    parameters = learner.learning()
    base = {name: value.detach().clone() for name, value in parameters.items()}
    optimiser = torch.optim.AdamW(parameters.values(), weight_decay=schedule["decay"])
    started, best = time.monotonic(), -1.0
    for step in range(schedule["steps"] + 1):
        if step % schedule["look"] == 0:
            look = {"step": step, "loss": round(float(np.mean(losses)), 4) if losses else 0.0, **held_out.look(learner)}
            report.append(look)
            tell(look, started)
            losses = []
            if look["mean"] > best and look["agreement"] >= schedule["guard"]:
                best = look["mean"]
                write_difference({name: (parameters[name].detach() - base[name]).numpy() for name in base}, out)
        for group in optimiser.param_groups:
            group["lr"] = rate_at(step, schedule)
        losses.append(learn(learner, next(stream)[1], optimiser, settings["loss"]["temperature"]))
    return report


def learn(learner: Learner, pairs: list[Pair], optimiser: Any, temperature: float) -> float:
    """Take one step; return its loss."""
    left = learner.embed([pair.left for pair in pairs])
    right = learner.embed([pair.right for pair in pairs])
    loss = contrast(left, right, [pair.key for pair in pairs], temperature)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(learner.learning().values(), 1.0)
    optimiser.step()
    optimiser.zero_grad()
    return float(loss.detach())


def check_data(folder: Path) -> None:
    """Refuse training text that is not the text of the manifest: the result would be another."""
    for entry in tomllib.loads((HERE / "data.toml").read_text(encoding="utf-8"))["trained_on"]:
        with (folder / entry["file"]).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != entry["sha256"]:
                sys.exit(f"{entry['file']} is not the file that models/data.toml describes; see {entry['source']}")


def tell(look: dict[str, float], started: float) -> None:
    """Print one line per look: this is a program of its own, not a part of the package."""
    print(json.dumps(look | {"seconds": round(time.monotonic() - started)}), flush=True)  # noqa: T201


def main() -> None:
    """Train, write the difference and the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training text")
    parser.add_argument("--out", type=Path, default=HERE / "policy.safetensors")
    parser.add_argument("--settings", type=Path, default=HERE / "encoder.toml")
    chosen = parser.parse_args()
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(settings["threads"])
    check_data(chosen.data)
    documents = read_documents(chosen.data / "g0vse_policy_sv.jsonl")
    parallel = read_parallel(chosen.data / "nb_nn_parallel_sample.jsonl")
    rng = random.Random(settings["seed"])  # noqa: S311 - reproducible, not secret
    rng.shuffle(documents)
    rng.shuffle(parallel)
    kept = settings["schedule"]["held_out"]
    learner = Learner(settings)
    asked = _held_pairs(documents[:kept], parallel[:kept], rng, settings)
    held_out = HeldOut(asked, _general(parallel[:kept]), learner)
    stream = batches(documents[kept:], parallel[kept:], settings, settings["seed"])
    report = train(learner, stream, held_out, settings, chosen.out)
    chosen.out.with_suffix(".json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def _held_pairs(documents: Any, parallel: Any, rng: random.Random, settings: Any) -> dict[str, list[Pair]]:
    maker = PairMaker(rng, settings["fragments"])
    kinds = ("title_sentence", "heading_sentence", "summary_body")
    found = {kind: [pair for doc in documents if (pair := maker.draw(kind, doc))] for kind in kinds}
    return found | {"nb_nn": list(parallel)}


def _general(parallel: list[Pair]) -> list[str]:
    """Return general text in both Norwegian standards."""
    return [side for pair in parallel for side in (pair.left, pair.right)]


if __name__ == "__main__":
    main()
