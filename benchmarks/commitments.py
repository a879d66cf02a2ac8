"""One country's plan as the framework, another's commitments as input: who ranks those of the same policy area first?

    python benchmarks/commitments.py [--data ../shared/data] [--model …] [--pairs 20]

Commitments of the Open Government Partnership, in English; two are related where they share a policy area. For each
commitment of one country those of another are ranked by consult's placement (posterior after votes), by BM25
(Robertson and Zaragoza 2009, k1 1.2, b 0.75, words as written) and by the raw cosine of the same encoder. Prints mean
average precision over pairs of countries. Their titles with their texts were among the pairs on which weights of
meaning and words were once learned (docs/decisions/0003); policy areas never were.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage, Target
from consult.settings import DEFAULT_MODEL
from consult.themes import load_encoder
from consult.themes.compare import compare_passages
from consult.themes.context import texts_to_embed
from consult.themes.embed import Encoder, MemoryCache, VectorCache, embed_texts, text_hash
from consult.themes.place import vote
from consult.themes.targets import framework_texts

ROOT = Path(__file__).parent.parent
LEAST = 8  # commitments of a plan
K1, B = 1.2, 0.75

Row = dict[str, Any]
Scores = NDArray[np.float64]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--pairs", type=int, default=20)
    given = parser.parse_args()
    file = given.data / "ogp_commitments_en.jsonl"
    if not file.is_file():
        sys.stdout.write(f"{file}: no such file; ../shared/data/README.md says where a stranger gets it\n")
        return 0
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    encoder, cache = load_encoder(given.model), MemoryCache()
    measured = [average(one, encoder, cache) for one in pairs(rows, given.pairs)]
    for at, name in enumerate(("consult", "BM25", "raw cosine")):
        sys.stdout.write(f"{name:12s} {sum(row[at] for row in measured) / len(measured):.3f}\n")
    return 0


def pairs(rows: Sequence[Row], count: int) -> list[tuple[list[Row], list[Row]]]:
    """Pairs of plans, drawn once: (framework, input)."""
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["label"] and row["text"].strip() and row["title"].strip():
            by_country[row["country"]].append(row)
    plans = sorted(country for country, its in by_country.items() if len(its) >= LEAST)
    every = [(one, other) for one in plans for other in plans if one != other]
    drawn = random.Random(2026).sample(every, min(count, len(every)))  # noqa: S311 a fixed draw
    return [(by_country[one], by_country[other]) for one, other in drawn]


def average(plans: tuple[list[Row], list[Row]], encoder: Encoder, cache: VectorCache) -> tuple[float, float, float]:
    """Mean average precision of the three ways on one pair of plans."""
    plan, said = plans
    related = np.array([[bool(set(a["label"]) & set(b["label"])) for b in plan] for a in said])
    scores = (placed(plan, said, encoder, cache), bm25(plan, said), cosine(plan, said, encoder, cache))
    ours, words, raw = (mean_average_precision(one, related) for one in scores)
    return ours, words, raw


def placed(plan: Sequence[Row], said: Sequence[Row], encoder: Encoder, cache: VectorCache) -> Scores:
    """(said, plan): consult's posterior after votes."""
    targets = tuple(
        Target(target_id=str(at), kind="commitment", title={"en": row["title"]}, description={"en": row["text"]})
        for at, row in enumerate(plan)
    )
    framework = Framework(framework_id="plan", language="en", source="", targets=targets)
    passages = [
        Passage(
            source_id=f"s-{at}", start=0, end=len(row["text"]), text=row["text"], language="en", voice="organisation"
        )
        for at, row in enumerate(said)
    ]
    order = sorted(range(len(said)), key=lambda at: (text_hash(passages[at].text), passages[at].passage_id))
    ordered = [passages[at] for at in order]
    texts = sorted({*texts_to_embed(ordered), *framework_texts(framework)})
    compared = compare_passages(ordered, framework, dict(zip(texts, embed_texts(texts, encoder, cache), strict=True)))
    shares = vote(compared.own, compared.neighbours)[:, :-1]
    scores = np.empty(shares.shape)
    scores[order] = shares
    return scores


def bm25(plan: Sequence[Row], said: Sequence[Row]) -> Scores:
    """(said, plan): BM25 of each text in a plan's titles and texts."""
    held = [Counter(words(f"{row['title']} {row['text']}")) for row in plan]
    mean = sum(sum(one.values()) for one in held) / len(held)
    seen = Counter(word for one in held for word in one)
    rare = {word: math.log(1 + (len(held) - n + 0.5) / (n + 0.5)) for word, n in seen.items()}
    return np.array([[_bm25(set(words(row["text"])), one, rare, mean) for one in held] for row in said])


def _bm25(asked: set[str], held: Counter[str], rare: dict[str, float], mean: float) -> float:
    length = K1 * (1 - B + B * sum(held.values()) / mean)
    return sum(rare[word] * held[word] * (K1 + 1) / (held[word] + length) for word in asked if word in held)


def words(text: str) -> list[str]:
    """Lower-case words."""
    return re.findall(r"\w+", text.lower())


def cosine(plan: Sequence[Row], said: Sequence[Row], encoder: Encoder, cache: VectorCache) -> Scores:
    """(said, plan): cosine of text with text."""
    named, asked = ([row["text"] for row in rows] for rows in (plan, said))
    return np.asarray(embed_texts(asked, encoder, cache) @ embed_texts(named, encoder, cache).T, dtype=np.float64)


def mean_average_precision(scores: Scores, related: NDArray[np.bool_]) -> float:
    """Over the rows that have anything to find."""
    found = []
    for row, right in zip(scores, related, strict=True):
        if right.any():
            hits = right[np.argsort(-row, kind="stable")]
            precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
            found.append(float(precision[hits].mean()))
    return sum(found) / len(found) if found else math.nan


if __name__ == "__main__":
    raise SystemExit(main())
