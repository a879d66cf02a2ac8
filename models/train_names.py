"""Train the model that finds names of persons: `models/names/`.

In: NorNE's training part and the Swedish corpus (outside the repository; models/names/data.toml says where a stranger
gets them), made-up sentences. Out: `names.safetensors` (half precision), `model.toml` with its hash, `training.json`.

Held out by whole documents; the epoch with the best figure on dev is kept (averaged weights). One core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save
from thinc.api import Adam, fix_random_seed, warmup_linear

from consult.read.names_model import LABELS, PERSON, NamesModel, known_words, new_model, weights_of, word_table

sys.path.insert(0, str(Path(__file__).parent))
from names_text import Inventor, Sentence, divided, read_norne, read_swedish, written

HERE = Path(__file__).parent / "names"


def labelled(model: NamesModel, sentence: Sentence) -> tuple[Any, np.ndarray[Any, Any]]:
    """A sentence's tokens and the number of each token's label; a token that a span cuts takes the span's."""
    doc = model.tokens(sentence.text)
    aims = np.zeros(len(doc), dtype=np.int64)
    for start, end, label in sentence.spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            aims[span.start : span.end] = LABELS.index(label)
    return doc, aims


class Teacher:
    """Gives each epoch its sentences: the corpora's, some with other names or other letters, and made-up ones."""

    def __init__(self, model: NamesModel, corpus: Sequence[Sentence], settings: dict[str, Any]) -> None:
        self.model, self.corpus, self.shares = model, corpus, settings["made_up"]
        self.rng = random.Random(settings["seed"])  # noqa: S311 - reproducible, not secret
        self.inventor = Inventor(HERE, self.rng)
        self.words = settings["schedule"]["words"]
        self.plain = [labelled(model, sentence) for sentence in corpus]

    def batches(self) -> list[list[tuple[Any, np.ndarray[Any, Any]]]]:
        """One epoch, shuffled, in batches of about as many words."""
        items = [self.varied(number) for number in range(len(self.corpus))]
        made = [
            *self.inventor.sentences("notes", self.shares["notes"]),
            *self.inventor.sentences("stay", self.shares["stay"]),
        ]
        items += [labelled(self.model, self.lettered(sentence)) for sentence in made]
        self.rng.shuffle(items)
        found: list[list[Any]] = [[]]
        size = 0
        for item in items:
            if size + len(item[0]) > self.words and found[-1]:
                found.append([])
                size = 0
            if len(item[0]):
                found[-1].append(item)
                size += len(item[0])
        return found

    def varied(self, number: int) -> Any:
        """A sentence of the corpus, as it is or varied."""
        sentence = self.corpus[number]
        if any(label == "PER" for *_, label in sentence.spans) and self.rng.random() < self.shares["other_names"]:
            return labelled(self.model, self.lettered(self.inventor.renamed(sentence)))
        other = self.lettered(sentence)
        return self.plain[number] if other is sentence else labelled(self.model, other)

    def lettered(self, sentence: Sentence) -> Sentence:
        """Now and then in small letters, capitals, or With Capitals."""
        draw = self.rng.random()
        for how in ("lower", "upper", "title"):
            if draw < self.shares[how]:
                return written(sentence, how)
            draw -= self.shares[how]
        return sentence


def learn(model: NamesModel, batch: list[Any], optimiser: Any, settings: dict[str, Any]) -> float:
    """Take one step; return its loss per word."""
    docs, aims = zip(*batch, strict=True)
    guesses, back = model.network.begin_update(list(docs))
    weight = np.ones(len(LABELS), dtype=np.float32)
    weight[PERSON] = settings["loss"]["person"]
    total, loss, slopes = sum(map(len, aims)), 0.0, []
    for guess, aim in zip(guesses, aims, strict=True):
        worth = weight[aim][:, None]
        right = np.eye(len(LABELS), dtype=np.float32)[aim]
        slopes.append((guess - right) * worth / 100)  # a step's size must not hang on how long sentences are
        loss -= float((np.log(guess[np.arange(len(aim)), aim] + 1e-9)).sum())
    back(slopes)
    model.network.finish_update(optimiser)
    optimiser.step_schedules()
    return loss / total


def look(model: NamesModel, held: Sequence[tuple[Any, np.ndarray[Any, Any]]]) -> dict[str, float]:
    """On held-out tokens: area under precision and recall for persons, and precision where recall is 0.95."""
    from sklearn.metrics import average_precision_score, precision_recall_curve

    scores = np.concatenate([model.probabilities(doc)[:, PERSON] for doc, _ in held if len(doc)])
    aims = np.concatenate([aim for doc, aim in held if len(doc)]) == PERSON
    precision, recall, _ = precision_recall_curve(aims, scores)
    best = float((2 * precision * recall / (precision + recall + 1e-9)).max())
    at = {f"precision_at_{level}": round(float(precision[recall >= level].max()), 4) for level in (0.94, 0.96)}
    return {"area": round(float(average_precision_score(aims, scores)), 4), "f1": round(best, 4), **at}


def train(model: NamesModel, teacher: Teacher, held: dict[str, Any], settings: dict[str, Any], out: Path) -> None:
    """Run the schedule; write the weights of the best epoch and a report."""
    schedule, started, report, best = settings["schedule"], time.monotonic(), [], -1.0
    first = teacher.batches()
    steps = len(first) * schedule["epochs"]
    rates = warmup_linear(schedule["rate"], int(steps * schedule["warm_up"]), steps)
    optimiser = Adam(learn_rate=rates, L2=0.01, grad_clip=1.0, use_averages=True)
    from thinc.api import set_dropout_rate

    for epoch in range(1, schedule["epochs"] + 1):
        set_dropout_rate(model.network, schedule["dropout"])
        loss = [learn(model, batch, optimiser, settings) for batch in (first if epoch == 1 else teacher.batches())]
        set_dropout_rate(model.network, 0.0)
        with model.network.use_params(optimiser.averages):
            looks = {language: look(model, items) for language, items in held.items()}
            area = float(np.mean([one["area"] for one in looks.values()]))
            report.append(
                {
                    "epoch": epoch,
                    "loss": round(float(np.mean(loss)), 4),
                    "seconds": round(time.monotonic() - started),
                    **looks,
                }
            )
            print(json.dumps(report[-1]), flush=True)  # noqa: T201 - a program of its own
            if area > best:
                best = area
                write(model, settings, report, out)


def write(model: NamesModel, settings: dict[str, Any], report: list[Any], out: Path) -> None:
    """The weights in half precision, their hash with the settings of the network, and how training went."""
    content = save(
        {name: np.ascontiguousarray(value, dtype=np.float16) for name, value in weights_of(model.network).items()}
    )
    (out / "names.safetensors").write_bytes(content)
    network = settings["network"]
    about = [
        "# The pinned weights of the model that finds names; written by models/train_names.py.",
        'file = "names.safetensors"',
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"',
        "", "[network]", *(f"{key} = {value}" for key, value in network.items()), "",
    ]  # fmt: skip
    (out / "model.toml").write_text("\n".join(about), encoding="utf-8")
    (out / "training.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


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
    parser.add_argument("--epochs", type=int, default=0, help="fewer, to try something")
    chosen = parser.parse_args()
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    settings["schedule"]["epochs"] = chosen.epochs or settings["schedule"]["epochs"]
    check_data(chosen.data)
    chosen.out.mkdir(parents=True, exist_ok=True)
    fix_random_seed(settings["seed"])
    model = new_model(settings["network"], known_words(), word_table())
    parts = corpora(chosen.data)
    teacher = Teacher(model, [sentence for part in parts.values() for sentence in part["train"]], settings)
    held = {language: [labelled(model, one) for one in part["dev"]] for language, part in parts.items()}
    train(model, teacher, held, settings, chosen.out)


if __name__ == "__main__":
    main()
