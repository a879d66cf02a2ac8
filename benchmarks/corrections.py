"""How fast placing learns from a coordinator: the error that is left after so many decisions.

    python benchmarks/corrections.py OUT [--consultation corpora/ogp-norge-2026] [--draws 10]

OUT is the output folder of a run on a consultation with `gold/`. A coordinator is simulated by the gold: they place
passages as the labels have them. Which ones: at random among all, at random among those that are wrong
(corrections), or those of which the machine is least sure. For each number of decisions two shares are printed:
what is still wrong among the passages that nobody has touched, and among all passages, the decided ones being right.
The constants of learning were chosen on other sets (docs/decisions/0003).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consult.evaluate.gold import align, load_gold, matched
from consult.evaluate.scores import gold_targets
from consult.ledger import open_ledger
from consult.records import Proposed
from consult.settings import load_settings
from consult.themes import load_encoder
from consult.themes.compare import Compared, compare_passages
from consult.themes.context import texts_to_embed
from consult.themes.embed import MemoryCache, embed_texts, text_hash
from consult.themes.learn import Lessons, learn
from consult.themes.place import vote
from consult.themes.targets import framework_texts

ROOT = Path(__file__).parent.parent
COUNTS = (0, 5, 10, 20, 40, 80)
WAYS = ("at random", "corrections", "least sure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """Passages that bear labels. rows: (m,) among those compared; right: the columns that are right for each."""

    compared: Compared
    rows: NDArray[np.intp]
    right: tuple[frozenset[int], ...]


def main() -> int:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--consultation", type=Path, default=ROOT / "corpora" / "ogp-norge-2026")
    parser.add_argument("--draws", type=int, default=10)
    given = parser.parse_args()
    with open_ledger(given.out / "ledger.db") as ledger:
        labelled = load(given.consultation, ledger.proposed())
    say(f"{len(labelled.rows)} labelled passages; wrong among untouched ones, wrong among all")
    say(f"{'decided':>8s} " + " ".join(f"{way:>16s}" for way in WAYS))
    for count in COUNTS:
        cells = [
            np.mean([left_wrong(labelled, way, count, seed) for seed in range(given.draws)], axis=0) for way in WAYS
        ]
        say(f"{count:8d} " + " ".join(f"{untouched:8.3f} {every:7.3f}" for untouched, every in cells))
    return 0


def load(consultation: Path, proposed: Proposed) -> Labelled:
    """The labelled passages of a run, compared with each other and with the framework."""
    settings, gold = load_settings(consultation), load_gold(consultation)
    if gold is None:
        raise SystemExit(f"{consultation}: has no gold/")
    passages = sorted(proposed.passages, key=lambda passage: (text_hash(passage.text), passage.passage_id))
    row_of = {passage.passage_id: row for row, passage in enumerate(passages)}
    matches = matched(gold, passages, align(gold, proposed.sources))
    columns = {target.target_id: at for at, target in enumerate(settings.framework.targets)}
    columns["new"] = len(columns)
    found = [
        (row_of[ours], frozenset(columns[target] for target in gold_targets(one) if target in columns))
        for one in gold.inputs
        if (ours := matches[one.gold_id])
    ]
    found = [(row, right) for row, right in found if right]
    texts = sorted({*texts_to_embed(passages), *framework_texts(settings.framework)})
    vectors = dict(zip(texts, embed_texts(texts, load_encoder(settings.model), MemoryCache()), strict=True))
    return Labelled(
        compared=compare_passages(passages, settings.framework, vectors),
        rows=np.array([row for row, _ in found], dtype=np.intp),
        right=tuple(right for _, right in found),
    )


def left_wrong(labelled: Labelled, way: str, count: int, seed: int) -> tuple[float, float]:
    """(wrong among untouched, wrong among all) after `count` decisions."""
    compared = labelled.compared
    before = vote(compared.own, compared.neighbours)[labelled.rows]
    chosen = choose(before, wrong_at(before, labelled.right), way, count, seed)
    lessons = Lessons(
        rows=labelled.rows[chosen], columns=np.array([min(labelled.right[at]) for at in chosen], dtype=np.intp)
    )
    after = vote(learn(compared.own, compared.meaning, lessons), compared.neighbours)[labelled.rows]
    untouched = np.setdiff1d(np.arange(len(labelled.rows)), chosen)
    wrong = wrong_at(after, labelled.right)[untouched]
    return float(wrong.mean()), float(wrong.sum() / len(labelled.rows))


def wrong_at(shares: NDArray[np.float32], right: Sequence[frozenset[int]]) -> NDArray[np.bool_]:
    """Where the likeliest place is none of those that are right."""
    return np.array([int(at) not in places for at, places in zip(shares.argmax(axis=1), right, strict=True)])


def choose(shares: NDArray[np.float32], wrong: NDArray[np.bool_], way: str, count: int, seed: int) -> NDArray[np.intp]:
    """Which of the labelled passages are decided."""
    draw = random.Random(seed)  # noqa: S311 a fixed draw
    if way == "least sure":
        ordered = np.sort(shares, axis=1)
        return np.argsort(ordered[:, -1] - ordered[:, -2], kind="stable")[:count]
    pool = np.flatnonzero(wrong).tolist() if way == "corrections" else list(range(len(shares)))
    return np.array(sorted(draw.sample(pool, min(count, len(pool)))), dtype=np.intp)


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
