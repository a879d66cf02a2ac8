"""What an encoder is worth on labelled text, by plain methods that are the same for every encoder.

In: one or more models (names of the registry, hub ids, folders), the labelled data that lies beside the
checkout, and the consultation `ogp-norge-2026` with its gold. Out: one table, in Markdown.

Groups: rows centred by language, average linkage on cosine, cut at median + c(n) x 1.4826 x MAD of the
pair similarities, c(n) = 1.75 + 0.3 log2(max(n, 50) / 200); and cut at the number of gold groups.
Placement: cosine of the bare passage with title and description. Neighbours: share of the ten nearest
that bear the same label. None of these sets is in the training text (models/data.toml).
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from consult.evaluate.themes import bcubed, v_measure
from consult.themes.embed import Encoder, MemoryCache, embed_texts, load_encoder

ROOT = Path(__file__).parent.parent
LANGUAGES = ("nb", "nn", "da", "sv", "en")
Array = NDArray[np.float32]


def centred(rows: Array, languages: Sequence[str]) -> Array:
    """Subtract each language's mean and scale to unit length."""
    out = rows.copy()
    for language in set(languages):
        mask = np.array([other == language for other in languages])
        out[mask] -= rows[mask].mean(axis=0)
    unit: Array = out / np.linalg.norm(out, axis=1, keepdims=True)
    return unit


def groupings(rows: Array, count: int) -> tuple[list[int], list[int]]:
    """Return labels by the threshold rule, and labels of `count` groups."""
    similarity = (rows @ rows.T).astype(np.float64)
    pairs = similarity[np.triu_indices(len(rows), 1)]
    middle = np.median(pairs)
    spread = 1.4826 * np.median(np.abs(pairs - middle))
    cut = middle + (1.75 + 0.3 * np.log2(max(len(rows), 50) / 200)) * spread
    np.fill_diagonal(similarity, 1.0)
    tree = linkage(squareform(np.maximum(1 - similarity, 0), checks=False), "average")
    return fcluster(tree, 1 - cut, "distance").tolist(), fcluster(tree, count, "maxclust").tolist()


def neighbours(rows: Array, labels: Sequence[str], count: int = 10) -> float:
    """Share of the nearest rows that bear the row's own label."""
    similarity = rows @ rows.T
    np.fill_diagonal(similarity, -2)
    nearest = np.argpartition(-similarity, count, axis=1)[:, :count]
    gold = np.array(labels)
    return float((gold[nearest] == gold[:, None]).mean())


def group_scores(name: str, rows: Array, labels: Sequence[str]) -> dict[str, float]:
    """Return B-cubed F1 and V by the rule, B-cubed F1 at the gold number, and neighbours."""
    by_rule, by_count = groupings(rows, len(set(labels)))
    return {
        f"{name}: B-cubed, rule": bcubed(labels, by_rule).f1,
        f"{name}: V, rule": v_measure(labels, by_rule),
        f"{name}: B-cubed, gold number": bcubed(labels, by_count).f1,
        f"{name}: neighbours": neighbours(rows, labels),
    }


def measure_ogp(encoder: Encoder) -> dict[str, float]:
    """The notes and letters of the shipped consultation: bare gold quotes, no context."""
    folder = ROOT / "corpora" / "ogp-norge-2026"
    lines = (folder / "gold" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["kind"] == "input" and row["theme"]]
    vectors = embed_texts([row["quote"] for row in rows], encoder, MemoryCache())
    found = group_scores(
        "OGP notes, bare", centred(vectors, [row["lang"] for row in rows]), [row["theme"] for row in rows]
    )
    framework = tomllib.loads((folder / "framework.toml").read_text(encoding="utf-8"))
    targets = framework["commitment"] + framework["new_topic"]
    texts = [f"{target['title']['nn']}. {target['description'].get('nn', '')}" for target in targets]
    described = embed_texts(texts, encoder, MemoryCache())
    first = (vectors @ (described - described.mean(axis=0)).T).argmax(axis=1)
    hits = [targets[at]["id"] in {*row["commitments"], row["new_topic"]} for at, row in zip(first, rows, strict=True)]
    return found | {"OGP notes, bare: first choice of placement": float(np.mean(hits))}


def measure_promises(encoder: Encoder, data: Path) -> dict[str, float]:
    """Holder de ord: promises with exactly one topic; and their topics' names as a framework."""
    rows = [row for row in _read(data / "holderdeord_promises_nb.jsonl") if len(row["label"]) == 1]
    labels = [row["label"][0] for row in rows]
    vectors = embed_texts([row["text"] for row in rows], encoder, MemoryCache())
    rows_centred = centred(vectors, ["nb"] * len(rows))
    topics = sorted(set(labels))
    names = embed_texts(topics, encoder, MemoryCache())
    placed = (rows_centred @ centred(names, ["nb"] * len(names)).T).argmax(axis=1)
    right = [topics[at] == label for at, label in zip(placed, labels, strict=True)]
    found = group_scores("Holder de ord", rows_centred, labels)
    return found | {"Holder de ord: topic names as framework": float(np.mean(right))}


def measure_sib(encoder: Encoder, data: Path) -> dict[str, float]:
    """SIB-200: seven topics, by language, mixed, and whether a sentence finds its bokmål self."""
    rows = _read(data / "sib200_nb_nn_da_sv_en.jsonl")
    by_language = {lang: sorted((r for r in rows if r["lang"] == lang), key=_parallel) for lang in LANGUAGES}
    vectors = {
        lang: embed_texts([r["text"] for r in members], encoder, MemoryCache()) for lang, members in by_language.items()
    }
    labels = [row["label"] for row in by_language["nb"]]
    found: dict[str, float] = {}
    for lang in LANGUAGES:
        rows_centred = centred(vectors[lang], [lang] * len(labels))
        found |= group_scores(f"SIB-200 {lang}", rows_centred, labels)
        if lang != "nb":
            nearest = (rows_centred @ centred(vectors["nb"], ["nb"] * len(labels)).T).argmax(axis=1)
            found[f"SIB-200 {lang}: finds its bokmål self"] = float((nearest == np.arange(len(labels))).mean())
    return found | _mixed(vectors, labels)


def _mixed(vectors: dict[str, Array], labels: Sequence[str]) -> dict[str, float]:
    """Each sentence in one of the five languages, drawn with a fixed seed."""
    drawn = random.Random(2026).choices(LANGUAGES, k=len(labels))  # noqa: S311 - reproducible, not secret
    rows = centred(np.stack([vectors[lang][at] for at, lang in enumerate(drawn)]), drawn)
    by_rule, _ = groupings(rows, len(set(labels)))
    return group_scores("SIB-200 mixed", rows, labels) | {"SIB-200 mixed: V with language": v_measure(drawn, by_rule)}


def _parallel(row: dict[str, Any]) -> int:
    return int(row["parallel_id"])


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(encoder: Encoder, data: Path) -> dict[str, float]:
    """Return every figure, by name."""
    return measure_ogp(encoder) | measure_promises(encoder, data) | measure_sib(encoder, data)


def table(scores: dict[str, dict[str, float]]) -> str:
    """Return a Markdown table, one column per model."""
    first = next(iter(scores.values()))
    lines = [f"| | {' | '.join(scores)} |", "|---" * (len(scores) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(f'{found[name]:.3f}' for found in scores.values())} |" for name in first]
    return "\n".join(lines)


def main() -> None:
    """Print the table of the models named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled data")
    chosen = parser.parse_args()
    print(table({model: measure(load_encoder(model), chosen.data) for model in chosen.models}))  # noqa: T201


if __name__ == "__main__":
    main()
