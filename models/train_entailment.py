"""Train the model that tells whether a report says what a passage says: `models/entailment/`.

In: items that were written for it (`models/texts/entailment/`), corpora outside the repository (models/data.toml and
models/entailment/data.toml say where a stranger gets them), multilingual-e5-small. Out: `entailment.safetensors`, the
difference of its upper layers to what they were (4 bits) with a layer that judges; `model.toml` with its hash;
`training.json`. A tenth of the items is held out; of a stage the look that does best on them is kept, and in the end
the weights between two stages. A copy of the network on each core, bfloat16.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import AutoModel

from consult.answer.own_entailment import laid_out
from consult.weights.difference import write_difference
from consult.weights.modelstore import convert_model

sys.path.insert(0, str(Path(__file__).parent))
from entailment_text import (
    HERE,
    RIGHT,
    OwnText,
    Pair,
    TwinText,
    divided,
    read_headlines,
    read_items,
    read_many,
    read_parallel,
    read_sentences,
)

BASE = "multilingual-e5-small"
LABELS = ("right", "turned", "unsupported")
ENDS = (0, 2)  # the numbers of the marks before and behind a text
LONGEST = 500  # characters of a Swedish summary
Row = tuple[list[int], int, int]
"""(ids, place at which the report begins, label)."""


class Learner:
    """The encoder, of which some layers may learn, and a linear layer over the first state and the report's mean."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        folder = convert_model(BASE)
        network = settings["network"]
        self.longest = network["tokens"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        # Eager attention: half the time a step on CPU. No dropout but that of whole tokens below.
        self.model = AutoModel.from_pretrained(
            str(folder), local_files_only=True, attn_implementation="eager", num_hidden_layers=network["layers"]
        ).eval()
        self.scale = self.model.config.hidden_size**0.5
        self.head = torch.nn.Linear(4 * self.model.config.hidden_size, len(LABELS))
        torch.nn.init.normal_(self.head.weight, std=0.02)
        for parameter in self.model.parameters():
            parameter.requires_grad = False
        self.open: dict[str, torch.nn.Parameter] = {}
        for layer in range(network["still"], network["layers"]):
            for name, parameter in self.model.encoder.layer[layer].named_parameters():
                parameter.requires_grad = True
                self.open[f"encoder.layer.{layer}.{name}"] = parameter
        self.before = {name: value.detach().clone() for name, value in self.open.items()}

    def row(self, pair: Pair) -> Row:
        """A pair as the network takes it; of a passage that is too long the end is left out."""
        first, second = (
            self.tokenizer.encode(text, add_special_tokens=False).ids for text in (pair.passage, pair.report)
        )
        return *laid_out(first, second, ENDS, self.longest), pair.label

    def odds(self, rows: Sequence[Row], dropped: float = 0.0, draws: torch.Generator | None = None) -> Tensor:
        """(pairs, labels) before the softmax."""
        longest = max(len(ids) for ids, *_ in rows)
        ids = torch.full((len(rows), longest), 1)
        for at, (own, *_) in enumerate(rows):
            ids[at, : len(own)] = torch.tensor(own)
        mask = torch.tensor([[place < len(own) for place in range(longest)] for own, *_ in rows])
        claim = torch.tensor([[start <= place < len(own) for place in range(longest)] for own, start, _ in rows])
        embedded = self.model.embeddings.word_embeddings(ids)
        if dropped:
            embedded = embedded * (torch.rand(ids.shape, generator=draws) >= dropped)[:, :, None]
        with torch.autocast("cpu", torch.bfloat16):
            states = self.model(inputs_embeds=embedded, attention_mask=mask.long()).last_hidden_state
        states, passage = states.float(), mask & ~claim
        one, other = (functional.normalize((states * part[:, :, None]).sum(1), dim=1) for part in (passage, claim))
        first = functional.normalize(states[:, 0], dim=1)
        seen = torch.cat([first, other, (one - other).abs(), one * other], dim=1) * self.scale
        found: Tensor = self.head(seen)
        return found

    def state(self) -> dict[str, Tensor]:
        """All that learns, by name."""
        head = {f"head.{name}": value for name, value in self.head.state_dict().items()}
        return {name: value.detach() for name, value in self.open.items()} | head

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Go on from a state."""
        with torch.no_grad():
            for name, value in (self.open | {f"head.{n}": v for n, v in self.head.named_parameters()}).items():
                value.copy_(state[name])

    def difference(self) -> dict[str, np.ndarray[Any, Any]]:
        """What has been learnt, by name; the layer that judges as rows of numbers, which stay exact."""
        learnt = {name: (value.detach() - self.before[name]).numpy() for name, value in self.open.items()}
        head = {"head.weight": self.head.weight.detach().reshape(-1), "head.bias": self.head.bias.detach()}
        return learnt | {name: value.numpy() for name, value in head.items()}


def batches(rows: Sequence[Row], tokens: int, rng: random.Random) -> list[list[Row]]:
    """Rows in batches of about as many tokens and of like length, shuffled."""
    found: list[list[Row]] = [[]]
    for row in sorted(rows, key=lambda one: len(one[0]) + rng.random() * 8):
        if (len(found[-1]) + 1) * len(row[0]) > tokens and found[-1]:
            found.append([])
        found[-1].append(row)
    rng.shuffle(found)
    return found


class Teacher:
    """Gives each epoch its pairs: our own, what is made of them, and what is made of corpora."""

    def __init__(self, own: OwnText, twins: Mapping[str, TwinText], settings: Mapping[str, Any]) -> None:
        self.own, self.twins, self.settings = own, twins, settings

    def epoch(self, stage: Mapping[str, Any]) -> list[Pair]:
        """All pairs of one epoch of a stage. `files`: first letters of the names of those that it learns from."""
        some = [item for item in self.own.items if item.name[0] in stage["files"]]
        found = list(OwnText(some, self.own.rng).epoch(stage["made"]))
        for share, text in zip(stage["shares"].values(), self.twins.values(), strict=True):
            found += text.pairs(int(stage["twins"] * share))
        return found


def look(learner: Learner, held: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """On held-out items: share that is told rightly by kind, at even odds of right and not; area; loss."""
    from sklearn.metrics import roc_auc_score

    found: dict[str, Any] = {}
    scores, aims = [], []
    for kind, rows in held.items():
        chances = chances_of(learner, rows)
        right = rows[0][2] == RIGHT
        found[kind] = round(float(((chances >= 0.5) == right).mean()), 3)
        scores.append(chances)
        aims.append(np.full(len(chances), right))
    own = [at for at, kind in enumerate(held) if "twins" not in kind]
    score, aim = np.concatenate([scores[at] for at in own]), np.concatenate([aims[at] for at in own])
    found["area"] = round(float(roc_auc_score(aim, score)), 4)
    for kind in held:
        if kind != "right" and "twins" not in kind:
            two = [(s, a) for k, s, a in zip(held, scores, aims, strict=True) if k in ("right", kind)]
            found[f"area {kind}"] = round(
                float(roc_auc_score(np.concatenate([a for _, a in two]), np.concatenate([s for s, _ in two]))), 3
            )
    return found


def chances_of(learner: Learner, rows: Sequence[Row]) -> np.ndarray[Any, Any]:
    """The probability of being right for each row."""
    order = sorted(range(len(rows)), key=lambda at: len(rows[at][0]))
    chances = np.zeros(len(rows))
    with torch.inference_mode():
        for at in range(0, len(order), 16):
            part = order[at : at + 16]
            odds = learner.odds([rows[one] for one in part])
            chances[part] = odds.softmax(-1)[:, RIGHT].numpy()
    return chances


class Pupil:
    """A copy of the network that learns from batches of its own for some steps, with draws of its own."""

    def __init__(self, learner: Learner, schedule: Mapping[str, Any], seed: int) -> None:
        self.learner, self.draws = learner, torch.Generator().manual_seed(seed)
        groups = [
            {"params": list(learner.open.values()), "share": schedule["rate"]},
            {"params": list(learner.head.parameters()), "share": schedule["head_rate"]},
        ]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=schedule["decay"], fused=True)

    def learn(self, part: Sequence[Sequence[Row]], rates: Sequence[float], settings: Mapping[str, Any]) -> list[float]:
        """Take a step for each batch; return their losses."""
        return [self.step(batch, rate, settings) for batch, rate in zip(part, rates, strict=False)]

    def step(self, batch: Sequence[Row], rate: float, settings: Mapping[str, Any]) -> float:
        """Take one step at a share of the learning rate; return its loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["share"] * rate
        odds = self.learner.odds(batch, settings["schedule"]["dropped"], self.draws)
        aims = torch.tensor([label for *_, label in batch])
        weight = torch.tensor(settings["loss"]["weights"])
        loss = functional.cross_entropy(odds, aims, weight, label_smoothing=settings["loss"]["smoothing"])
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*self.learner.open.values(), *self.learner.head.parameters()], 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        return float(loss.detach())


def agree(pupils: Sequence[Pupil]) -> None:
    """Give all copies the mean of their weights (local SGD: Stich 2019)."""
    states = [pupil.learner.state() for pupil in pupils]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    for pupil in pupils:
        pupil.learner.load_state(mean)


def train(
    learners: Sequence[Learner], teacher: Teacher, held: Mapping[str, Any], settings: Mapping[str, Any], name: str,
    out: Path,
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """Run a stage, each copy of the network on a core; write what the best look had learnt; yield a report for each."""
    schedule, started, best = settings["schedule"] | settings["stage"][name], time.process_time(), -1.0
    rng = teacher.own.rng
    rng.seed(f"{name} {settings['seed']}")  # so that a stage is the same whether or not others were run before it
    epochs = [[learners[0].row(pair) for pair in teacher.epoch(schedule)] for _ in range(schedule["epochs"])]
    steps = [batch for rows in epochs for batch in batches(rows, schedule["tokens"], rng)]
    pupils = [Pupil(learner, schedule, settings["seed"] + at) for at, learner in enumerate(learners)]
    rounds = list(range(0, len(steps), schedule["apart"] * len(pupils)))
    looks = {round(len(rounds) * (at + 1) / schedule["looks"]) for at in range(schedule["looks"])}
    losses: list[float] = []
    with ThreadPoolExecutor(len(pupils)) as cores:
        for number, at in enumerate(rounds, start=1):
            some = steps[at : at + schedule["apart"] * len(pupils)]
            rates = [
                rate_at(at + step + 1, len(steps), schedule["warm_up"]) for step in range(0, len(some), len(pupils))
            ]
            parts = [some[own :: len(pupils)] for own in range(len(pupils))]
            losses += [
                loss
                for part in cores.map(Pupil.learn, pupils, parts, [rates] * len(pupils), [settings] * len(pupils))
                for loss in part
            ]
            agree(pupils)
            if number in looks:
                seen = look(learners[0], held)
                if seen["area"] > best:
                    best = seen["area"]
                    write(learners[0], settings, out)
                row = {"stage": name, "step": at + len(some), "pairs": sum(map(len, steps[: at + len(some)]))}
                spent = {"loss": round(float(np.mean(losses)), 4), "seconds": round(time.process_time() - started)}
                yield row | spent | seen
                losses = []


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """Share of the learning rate: a linear rise, then a linear fall to nothing."""
    rise = warm_up * steps
    return max(min(step / rise, (steps - step) / (steps - rise)), 0.0)


def write(learner: Learner, settings: Mapping[str, Any], out: Path) -> None:
    """What was learnt, and its hash with the settings of the network."""
    write_difference(learner.difference(), out / "entailment.safetensors")
    digest = hashlib.sha256((out / "entailment.safetensors").read_bytes()).hexdigest()
    about = [
        "# The pinned weights of the entailment model; written by models/train_entailment.py.",
        'file = "entailment.safetensors"', f'sha256 = "{digest}"',
        "", "[network]", f'base = "{BASE}"', *(f"{key} = {value}" for key, value in settings["network"].items()), "",
    ]  # fmt: skip
    (out / "model.toml").write_text("\n".join(about), encoding="utf-8")


def between(mean: Mapping[str, Any], states: Mapping[str, Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Weights between those of two stages: `share` of the second, the rest of the first (Wortsman and others 2022)."""
    one, other = (states[name] for name in mean["of"])
    return {name: (1 - mean["share"]) * one[name] + mean["share"] * other[name] for name in one}


def begin(learners: Sequence[Learner], mean: Mapping[str, Any] | None, states: Mapping[str, Any]) -> None:
    """Let every copy begin where the first stands, or between two stages."""
    state = between(mean, states) if mean else {name: value.clone() for name, value in learners[0].state().items()}
    for learner in learners:
        learner.load_state(state)


def check_data(folder: Path) -> None:
    """Refuse training text that is not the text of the manifest: the result would be another."""
    for entry in tomllib.loads((HERE / "data.toml").read_text(encoding="utf-8"))["trained_on"]:
        with (folder / entry["file"]).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != entry["sha256"]:
                sys.exit(f"{entry['file']} is not the file that models/entailment/data.toml describes")


def twins_of(folder: Path, rng: random.Random) -> dict[str, TwinText]:
    """What says the same twice, by the name under which the settings give its share."""
    sentences = [
        one
        for language in ("nb", "nn")
        for one in read_sentences(folder / f"norne_ndt_{language}_train.jsonl", rng, 2000)
    ]
    return {
        "parallel": TwinText(read_parallel(folder / "nb_nn_parallel_sample.jsonl"), rng),
        "many": TwinText(read_many(folder / "sib200_nb_nn_da_sv_en.jsonl", rng), rng),
        "headlines": TwinText(read_headlines(folder / "g0vse_policy_sv.jsonl", LONGEST), rng, both_ways=False),
        "sentences": TwinText(sentences, rng),
    }


def main() -> None:
    """Train, and write what comes of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--texts", type=Path, default=HERE.parent / "texts" / "entailment")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--keep", action="store_true", help="keep the state behind each stage, to go on from there")
    chosen = parser.parse_args()
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    check_data(chosen.data)
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings["threads"])
    rng = random.Random(settings["seed"])  # noqa: S311 - reproducible, not secret
    torch.manual_seed(settings["seed"])
    learnt, kept = divided(read_items(chosen.texts), settings["schedule"]["held_out"])
    learners = [Learner(settings) for _ in range(settings["copies"])]
    learner = learners[0]
    held: dict[str, list[Row]] = defaultdict(list)
    for pair in OwnText(kept, rng).plain():
        held[pair.kind].append(learner.row(pair))
    teacher = Teacher(OwnText(learnt, rng), twins_of(chosen.data, rng), settings)
    report = []
    states: dict[str, Mapping[str, Tensor]] = {}
    for name in settings["stage"]:
        before = chosen.out / f"{name}.state.safetensors"
        if before.is_file():  # a stage that was run before
            states[name] = load_file(before)
            learner.load_state(states[name])
            continue
        begin(learners, settings["stage"][name].get("begins"), states)
        for row in train(learners, teacher, held, settings, name, chosen.out):
            report.append(row)
            print(json.dumps(row), flush=True)  # noqa: T201 - a program of its own
            (chosen.out / "training.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
        states[name] = {key: value.clone().contiguous() for key, value in learner.state().items()}
        if chosen.keep:
            save_file(dict(states[name]), before)
    learner.load_state(between(settings["mean"], states))
    write(learner, settings, chosen.out)


if __name__ == "__main__":
    main()
