"""Train the model that finds names of persons: `models/names/`.

In: NorNE's training part and the Swedish corpus (outside the repository; models/names/data.toml says where a stranger
gets them), made-up sentences, multilingual-e5-small. Out: `names.safetensors`, the difference of some of its lower
layers to what they were (4 bits) with a layer that labels; `model.toml` with its hash; `training.json`.

Held out by whole documents; the look with the best figure on dev is kept. One core, bfloat16.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import AutoModel

from consult.read.names_labels import LABELS, PERSON
from consult.weights.difference import write_difference
from consult.weights.modelstore import convert_model

sys.path.insert(0, str(Path(__file__).parent))
from names_text import Inventor, Sentence, divided, excerpts, read_norne, read_swedish, written

HERE = Path(__file__).parent / "names"
BASE = "multilingual-e5-small"
NOT_READ = -100  # the label of what is no part of the text: torch leaves it out
Item = tuple[list[int], list[int]]


class Learner:
    """The encoder's lower layers, of which some may learn, and a linear layer that gives each token its labels."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        folder = convert_model(BASE)
        network = settings["network"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        # Eager attention: half the time a step on CPU. No dropout but that of whole tokens below.
        self.model = AutoModel.from_pretrained(
            str(folder), local_files_only=True, attn_implementation="eager", num_hidden_layers=network["layers"]
        ).eval()
        self.head = torch.nn.Linear(self.model.config.hidden_size, len(LABELS))
        for parameter in self.model.parameters():
            parameter.requires_grad = False
        self.open: dict[str, torch.nn.Parameter] = {}
        for layer in range(network["still"], network["layers"]):
            for name, parameter in self.model.encoder.layer[layer].named_parameters():
                parameter.requires_grad = True
                self.open[f"encoder.layer.{layer}.{name}"] = parameter
        self.before = {name: value.detach().clone() for name, value in self.open.items()}

    def item(self, sentence: Sentence) -> Item:
        """A text's tokens and the number of each one's label."""
        found = self.tokenizer.encode(sentence.text)
        aims = [NOT_READ if start == end else 0 for start, end in found.offsets]
        for begin, stop, label in sentence.spans:
            for place, (start, end) in enumerate(found.offsets):
                inside = sentence.text[max(start, begin) : min(end, stop)]
                if inside.strip():
                    aims[place] = LABELS.index(label)
        return found.ids, aims

    def odds(self, ids: Tensor, mask: Tensor, dropped: float = 0.0) -> Tensor:
        """(texts, tokens, labels) before the softmax. dropped: share of tokens of which only the place is told."""
        words = self.model.embeddings.word_embeddings(ids)
        if dropped:
            words = words * (torch.rand(ids.shape) >= dropped)[:, :, None]
        with torch.autocast("cpu", torch.bfloat16):
            states = self.model(inputs_embeds=words, attention_mask=mask).last_hidden_state
        found: Tensor = self.head(states.float())
        return found

    def difference(self) -> dict[str, np.ndarray[Any, Any]]:
        """What has been learnt, by name; the layer that labels as rows of numbers, which stay exact."""
        learnt = {name: (value.detach() - self.before[name]).numpy() for name, value in self.open.items()}
        head = {"head.weight": self.head.weight.detach().reshape(-1), "head.bias": self.head.bias.detach()}
        return learnt | {name: value.numpy() for name, value in head.items()}


class Teacher:
    """Gives each epoch its texts: the corpora's, some with other names or other letters, and made-up ones."""

    def __init__(self, learner: Learner, corpus: Sequence[Sentence], settings: Mapping[str, Any]) -> None:
        self.learner, self.corpus, self.shares = learner, corpus, settings["made_up"]
        self.rng = random.Random(settings["seed"])  # noqa: S311 - reproducible, not secret
        self.inventor = Inventor(HERE, self.rng)
        self.tokens, self.lengths = settings["schedule"]["tokens"], tuple(settings["schedule"]["lengths"])

    def batches(self) -> list[list[Item]]:
        """One epoch, shuffled, in batches of about as many tokens and of texts of like length."""
        texts = [self.varied(one) for one in excerpts(self.corpus, self.rng, self.lengths)]
        made = [
            *self.inventor.sentences("notes", self.shares["notes"]),
            *self.inventor.sentences("stay", self.shares["stay"]),
        ]
        self.rng.shuffle(made)
        texts += [self.lettered(one) for one in made]
        items = sorted((self.learner.item(one) for one in texts), key=lambda one: len(one[0]) + self.rng.random() * 8)
        found: list[list[Item]] = [[]]
        for item in items:
            if (len(found[-1]) + 1) * len(item[0]) > self.tokens:
                found.append([])
            found[-1].append(item)
        self.rng.shuffle(found)
        return found

    def varied(self, text: Sentence) -> Sentence:
        """A text of the corpus, as it is or with other names and letters."""
        named = any(label == "PER" for *_, label in text.spans)
        if named and self.rng.random() < self.shares["other_names"]:
            text = self.inventor.renamed(text)
        return self.lettered(text)

    def lettered(self, sentence: Sentence) -> Sentence:
        """Now and then in small letters, capitals, or With Capitals."""
        draw = self.rng.random()
        for how in ("lower", "upper", "title"):
            if draw < self.shares[how]:
                return written(sentence, how)
            draw -= self.shares[how]
        return sentence


def filled(batch: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor]:
    """(texts, tokens) ids, mask and labels of a batch."""
    longest = max(len(ids) for ids, _ in batch)
    ids, aims = torch.full((len(batch), longest), 1), torch.full((len(batch), longest), NOT_READ)
    for row, (own, labels) in enumerate(batch):
        ids[row, : len(own)], aims[row, : len(own)] = torch.tensor(own), torch.tensor(labels)
    mask = torch.tensor([[place < len(own) for place in range(longest)] for own, _ in batch])
    return ids, mask.long(), aims


def learn(learner: Learner, batch: Sequence[Item], optimiser: Any, settings: Mapping[str, Any]) -> float:
    """Take one step; return its loss."""
    ids, mask, aims = filled(batch)
    weight = torch.ones(len(LABELS))
    weight[PERSON] = settings["loss"]["person"]
    odds = learner.odds(ids, mask, settings["schedule"]["dropped"])
    loss = functional.cross_entropy(
        odds.flatten(0, 1), aims.flatten(), weight, ignore_index=NOT_READ, label_smoothing=settings["loss"]["smoothing"]
    )
    loss.backward()
    torch.nn.utils.clip_grad_norm_([*learner.open.values(), *learner.head.parameters()], 1.0)
    optimiser.step()
    optimiser.zero_grad()
    return float(loss.detach())


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """Share of the learning rate: a linear rise, then a linear fall to nothing."""
    rise = warm_up * steps
    return min((step + 1) / rise, (steps - step) / (steps - rise))


def look(learner: Learner, held: Sequence[Item]) -> dict[str, float]:
    """On held-out tokens: area under precision and recall for persons, and precision where recall is so and so high."""
    from sklearn.metrics import average_precision_score, precision_recall_curve

    scores, aims = [], []
    with torch.inference_mode():
        for at in range(0, len(held), 16):
            ids, mask, right = filled(held[at : at + 16])
            chances = learner.odds(ids, mask).softmax(-1)[..., PERSON]
            scores.append(chances[right != NOT_READ].numpy())
            aims.append((right[right != NOT_READ] == PERSON).numpy())
    score, aim = np.concatenate(scores), np.concatenate(aims)
    precision, recall, _ = precision_recall_curve(aim, score)
    best = float((2 * precision * recall / (precision + recall + 1e-9)).max())
    at_recall = {f"precision_at_{level}": round(float(precision[recall >= level].max()), 4) for level in (0.94, 0.96)}
    return {"area": round(float(average_precision_score(aim, score)), 4), "f1": round(best, 4), **at_recall}


def train(
    learner: Learner, teacher: Teacher, held: Mapping[str, Any], settings: Mapping[str, Any], out: Path
) -> Iterator[dict[str, Any]]:
    """Run the schedule; write what the best look had learnt; yield a report for each epoch."""
    schedule, started, best = settings["schedule"], time.process_time(), -1.0
    first = teacher.batches()
    steps, step = len(first) * schedule["epochs"], 0
    groups = [
        {"params": list(learner.open.values()), "share": schedule["rate"]},
        {"params": list(learner.head.parameters()), "share": schedule["head_rate"]},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=schedule["decay"])
    for epoch in range(1, schedule["run"] + 1):
        losses = []
        for batch in first if epoch == 1 else teacher.batches():
            for group in optimiser.param_groups:
                group["lr"] = group["share"] * max(rate_at(step, steps, schedule["warm_up"]), 0.0)
            losses.append(learn(learner, batch, optimiser, settings))
            step += 1
        looks = {language: look(learner, items) for language, items in held.items()}
        area = float(np.mean([one["area"] for one in looks.values()]))
        if area > best:
            best = area
            write(learner, settings, out)
        spent = round(time.process_time() - started)
        yield {"epoch": epoch, "loss": round(float(np.mean(losses)), 4), "seconds": spent, **looks}


def write(learner: Learner, settings: Mapping[str, Any], out: Path) -> None:
    """What was learnt, and its hash with the settings of the network."""
    write_difference(learner.difference(), out / "names.safetensors")
    about = [
        "# The pinned weights of the model that finds names; written by models/train_names.py.",
        'file = "names.safetensors"',
        f'sha256 = "{hashlib.sha256((out / "names.safetensors").read_bytes()).hexdigest()}"',
        "", "[network]", f'base = "{BASE}"', *(f"{key} = {value}" for key, value in settings["network"].items()), "",
    ]  # fmt: skip
    (out / "model.toml").write_text("\n".join(about), encoding="utf-8")


def check_data(folder: Path) -> None:
    """Refuse training text that is not the text of the manifest: the result would be another."""
    for entry in tomllib.loads((HERE / "data.toml").read_text(encoding="utf-8"))["trained_on"]:
        with (folder / entry["file"]).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != entry["sha256"]:
                sys.exit(
                    f"{entry['file']} is not the file that models/names/data.toml describes; see {entry['source']}"
                )


def corpora(folder: Path) -> dict[str, dict[str, list[Sentence]]]:
    """Language → train, dev and test. The Swedish corpus has its own test part; a tenth of the rest is dev."""
    found = {language: divided(read_norne(folder / f"norne_ndt_{language}_train.jsonl")) for language in ("nb", "nn")}
    swedish = read_swedish(folder / "swedish_ner" / "train_corpus.txt")
    cut = len(swedish) * 9 // 10
    found["sv"] = {
        "train": swedish[:cut],
        "dev": swedish[cut:],
        "test": read_swedish(folder / "swedish_ner" / "test_corpus.txt"),
    }
    return found


def main() -> None:
    """Train, and write what comes of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled data")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--part", type=int, default=1, help="every so-many-th text only, to try something")
    chosen = parser.parse_args()
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    check_data(chosen.data)
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(settings["threads"])
    parts = corpora(chosen.data)
    learner = Learner(settings)
    teacher = Teacher(learner, [one for part in parts.values() for one in part["train"]][:: chosen.part], settings)
    still = random.Random(settings["seed"])  # noqa: S311 - reproducible, not secret
    held = {
        language: [learner.item(one) for one in excerpts(part["dev"], still, (300, 300))]
        for language, part in parts.items()
    }
    report = []
    for row in train(learner, teacher, held, settings, chosen.out):
        report.append(row)
        print(json.dumps(row), flush=True)  # noqa: T201 - a program of its own
        (chosen.out / "training.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
