"""Weigh the model that finds names with the rules, on held-out documents, and measure both on others.

In: the trained model of `models/names/`, the labelled data outside the repository. Out: `names/certainty.toml`, the
weights of a logistic regression (fitted on dev) and the floor of certainty; and `names/scores.json`: the model alone,
rules alone and both, by language, on test documents that neither has seen.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from consult.read.names import (
    EVIDENCE,
    NameSpan,
    Weights,
    evidence_of,
    joined,
    rule_names,
    spans_of,
    weights,
    weights_from,
    words_of,
)
from consult.read.names_model import PERSON
from consult.read.names_rules import Word
from consult.records import Language

sys.path.insert(0, str(Path(__file__).parent))
from names_text import Inventor, Sentence, together
from train_names import HERE, corpora

RECALL = 0.98  # of names in dev, nb and nn: 0.96 and a margin, since some 700 names tell a share to within 0.015
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "sv")
Finder = Callable[[str], list[NameSpan]]


def documents(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Whole documents, a sentence a line; texts that are of no document stay as they are."""
    found: list[Sentence] = []
    for name, group in groupby(sentences, key=lambda one: one.document):
        members = list(group)
        found += [together(members, "\n")] if name else members
    return found


def made_up(seed: int) -> list[Sentence]:
    """Notes from templates, with names from a stream of chance of their own."""
    inventor = Inventor(HERE, random.Random(seed))  # noqa: S311 - reproducible, not secret
    return [*inventor.sentences("notes", 400), *inventor.sentences("stay", 400)]


def is_person(document: Sentence, start: int, end: int) -> bool:
    """Whether a stretch touches a person's name."""
    return any(start < stop and begin < end for begin, stop, label in document.spans if label == "PER")


def fit(texts: Sequence[Sentence]) -> tuple[LogisticRegression, list[Any]]:
    """The regression, and for each text its words, their evidence and whether each is part of a name."""
    rows, aims, kept = [], [], []
    for one in texts:
        words, evidence = read(one.text)
        rows += evidence
        aims += [is_person(one, word.start, word.end) for word in words]
        kept.append((one, words, evidence))
    return LogisticRegression(C=1.0, max_iter=2000).fit(np.array(rows), np.array(aims)), kept


def floor_of(kept: Sequence[Any], unset: Weights) -> float:
    """The highest floor that covers `RECALL` of the Norwegian names in dev."""
    lowest = []
    for one, words, evidence in (item for item in kept if item[0].language in ("nb", "nn")):
        sure = [unset.certainty(row) for row in evidence]
        for begin, stop, label in one.spans:
            if label == "PER":
                inside = [
                    certainty
                    for word, certainty in zip(words, sure, strict=True)
                    if begin < word.end and word.start < stop
                ]
                lowest.append(min(inside, default=0.0))
    return float(np.quantile(lowest, 1 - RECALL))


def measure(texts: Sequence[Sentence], find: Finder) -> dict[str, float]:
    """What was found, on texts with labels.

    names: gold names; recall: share of them covered; precision: share of what was found that touches a name; others:
    names of bodies, places and other things; stay: share of them that nothing touches; words: share of all words
    outside names that nothing touches.
    """
    counts: Counter[str] = Counter()
    for one in texts:
        spans = find(one.text)
        hidden = {place for span in spans for place in range(span.start, span.end)}
        named = {place for begin, stop, label in one.spans if label == "PER" for place in range(begin, stop)}
        counts["found"] += len(spans)
        counts["right"] += sum(is_person(one, span.start, span.end) for span in spans)
        for begin, stop, label in one.spans:
            kind = "names" if label == "PER" else "others"
            counts[kind] += 1
            inside = [place in hidden for place in range(begin, stop) if one.text[place].isalnum()]
            counts["covered" if label == "PER" else "touched"] += all(inside) if label == "PER" else any(inside)
        for word in re.finditer(r"\w+", one.text):
            if word.start() not in named:
                counts["words"] += 1
                counts["lost"] += word.start() in hidden
    return {
        "names": counts["names"],
        "recall": share(counts["covered"], counts["names"]),
        "precision": share(counts["right"], counts["found"]),
        "others": counts["others"],
        "stay": share(counts["others"] - counts["touched"], counts["others"]),
        "words": share(counts["words"] - counts["lost"], counts["words"]),
    }


def share(part: int, whole: int) -> float:
    """A share to four places; 1 of nothing."""
    return round(part / whole, 4) if whole else 1.0


@cache
def read(text: str) -> tuple[list[Word], list[tuple[float, ...]]]:
    """A text's words and their evidence, looked at once."""
    words = words_of(text)
    return words, evidence_of(words)


def spans_with(weighed: Weights, text: str) -> list[NameSpan]:
    """What `consult.read.names.spans_of` gives, from words that are known already."""
    words, evidence = read(text)
    sure = [(word, weighed.certainty(row)) for word, row in zip(words, evidence, strict=True)]
    return list(joined(text, [(word, certainty) for word, certainty in sure if certainty >= weighed.floor]))


def finders() -> dict[str, Finder]:
    """The model alone (at even odds), rules alone, and both."""

    def alone(text: str) -> list[NameSpan]:
        chosen = [(word, word.chances[PERSON]) for word in read(text)[0] if word.chances[PERSON] >= 0.5]
        return list(joined(text, chosen))

    def rules(text: str) -> list[NameSpan]:
        words = read(text)[0]
        return list(joined(text, [(word, 0.5) for word, fits in zip(words, rule_names(words), strict=True) if fits]))

    return {"model": alone, "rules": rules, "both": lambda text: spans_with(weights(), text)}


def calibration(texts: Sequence[Sentence], find: Finder) -> list[dict[str, float]]:
    """For bands of certainty: how many spans, their mean certainty, and the share that are names."""
    spans = [(span.certainty, is_person(one, span.start, span.end)) for one in texts for span in find(one.text)]
    bands = []
    for low, high in ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01)):
        inside = [(certainty, right) for certainty, right in spans if low <= certainty < high]
        if inside:
            bands.append(
                {
                    "spans": len(inside),
                    "certainty": round(float(np.mean([c for c, _ in inside])), 3),
                    "names": round(float(np.mean([r for _, r in inside])), 3),
                }
            )
    return bands


def floors(sets: dict[str, list[Sentence]]) -> dict[str, dict[str, Any]]:
    """Recall and precision at other floors, for who would rather have more of one than of the other."""
    found: dict[str, dict[str, Any]] = {}
    for floor in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75):
        other = replace(weights(), floor=floor)
        for language in ("nb", "nn", "sv"):
            at = measure(sets[language], partial(spans_with, other))
            found.setdefault(str(floor), {})[language] = {"recall": at["recall"], "precision": at["precision"]}
    return found


def whole_step(text: str, language: Language = "nb") -> list[NameSpan]:
    """What the privacy step of a run takes out as names: these and its own rules, without who is surely public."""
    from consult.read.privacy import find_personal
    from consult.records import Source

    found = find_personal([Source(path="text.txt", sha256="", format="txt", text=text, language=language)])
    return [
        NameSpan(start=one.start, end=one.end, certainty=one.certainty)
        for one in found
        if one.kind == "name" and one.where == "text" and one.hidden
    ]


def scores(parts: dict[str, dict[str, list[Sentence]]]) -> dict[str, Any]:
    """Figures by language and method on test documents, and on made-up notes by language."""
    sets = {language: documents(part["test"]) for language, part in parts.items()}
    notes = made_up(7)
    sets |= {
        f"notes {language}": [one for one in notes if one.language == language]
        for language in ("nb", "nn", "da", "sv", "en")
    }
    ways = finders()
    found: dict[str, Any] = {
        name: {way: measure(texts, find) for way, find in ways.items()} for name, texts in sets.items()
    }
    started = time.process_time()
    sentences = [one.text for one in parts["nb"]["test"]]
    for text in sentences:
        spans_of(text, weights())
    found["sentences_a_second"] = round(len(sentences) / (time.process_time() - started))
    found["floors"] = floors(sets)
    found["whole step"] = {
        language: measure(sets[language], partial(whole_step, language=language)) for language in LANGUAGES
    }
    found["calibration"] = calibration([one for language in ("nb", "nn", "sv") for one in sets[language]], ways["both"])
    return found


def main() -> None:
    """Fit on dev, measure on test."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled data")
    parser.add_argument("--measure", action="store_true", help="measure only, with the weights that are there")
    chosen = parser.parse_args()
    parts = corpora(chosen.data)
    if not chosen.measure:
        texts = [one for part in parts.values() for one in documents(part["dev"])]
        regression, kept = fit([*texts, *made_up(5)])
        about = dict(zip(EVIDENCE, (round(float(one), 4) for one in regression.coef_[0]), strict=True))
        constant = round(float(regression.intercept_[0]), 4)
        floor = round(floor_of(kept[: len(texts)], weights_from(about, constant, 0.0)), 4)
        lines = [
            "# How evidence becomes certainty; written by models/fit_names.py.",
            f"constant = {constant}",
            f"floor = {floor}",
            "",
            "[weights]",
        ]
        (HERE / "certainty.toml").write_text(
            "\n".join([*lines, *(f"{name} = {value}" for name, value in about.items()), ""]), encoding="utf-8"
        )
    found = scores(parts)
    (HERE / "scores.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1))  # noqa: T201 - a program of its own


if __name__ == "__main__":
    main()
