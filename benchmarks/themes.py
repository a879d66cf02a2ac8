"""Themes and placements on labelled data: the table of docs/decisions/0003, for anyone to run again.

    python benchmarks/themes.py [--data ../shared/data] [--model multilingual-e5-small-policy]

One setting everywhere: nothing is tuned per set, no number of themes is given, no label is seen. The
framework beside the sets of themes is the one of `corpora/ogp-norge-2026`, which fits none of them: it must
do no harm. `data` is a folder with the files named below; where it is absent this says so and ends.
SIB-200: dadelani/sib-200 (CC BY-SA 4.0). Holder de ord: holderdeord (MIT/BSD). CLINC150: clinc/oos-eval
(CC BY 3.0).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from consult.evaluate.themes import adjusted_rand, auroc, bcubed, v_measure
from consult.records import Framework, Passage, Target
from consult.settings import DEFAULT_MODEL, Settings, load_settings
from consult.themes import Found, find_themes, load_encoder
from consult.themes.embed import Encoder, MemoryCache

ROOT = Path(__file__).parent.parent
OGP = ROOT / "corpora" / "ogp-norge-2026"
SMALL = ((30, 20), (60, 20), (60, 30), (90, 30), (100, 40), (150, 40), (135, 40), (150, 25))
"""Draws from Holder de ord's 145 topics: (statements, issues)."""
DRAWS = 20  # of four withheld topics
WITHHELD = 4
EXAMPLES = 5  # sentences of each CLINC150 intent that describe it

Labelled = tuple[list[Passage], list[str]]


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    given = parser.parse_args()
    if not given.data.is_dir():
        sys.stdout.write(f"{given.data}: no such folder; the module's docstring says where the data comes from\n")
        return 0
    bench = Bench(given.data, load_encoder(given.model))
    bench.themes()
    bench.placements()
    return 0


class Bench:
    """The sets, and one encoder with its cache."""

    def __init__(self, data: Path, encoder: Encoder) -> None:
        """Read nothing yet."""
        self.data = data
        self.encoder = encoder
        self.cache = MemoryCache()
        self.settings: Settings = load_settings(OGP)

    def themes(self) -> None:
        """Print B-cubed, V-measure and the number of themes on each set, and whether order matters."""
        heads = " ".join(f"{name:>6s}" for name in ("labels", "themes", "B3", "V", "V lang", "order", "s"))
        say(f"{'set':24s} {'n':>5s} {heads}")
        sets: dict[str, Callable[[], Labelled]] = {
            "SIB-200 nb": lambda: self.sib("nb"),
            "SIB-200 nn": lambda: self.sib("nn"),
            "SIB-200 five languages": lambda: self.sib(""),
            "Holder de ord, 13": self.promises,
        }
        for name, load in sets.items():
            self.theme_row(name, *load(), repeat=True)
        for seed, (count, issues) in enumerate(SMALL):
            self.theme_row(f"Holder de ord {count} on {issues}", *self.few(count, issues, seed), repeat=False)

    def theme_row(self, name: str, passages: list[Passage], labels: list[str], *, repeat: bool) -> None:
        """Print one row; with `repeat` also the agreement of a run on shuffled input."""
        began = time.perf_counter()
        found = self.theme_labels(passages)
        seconds = time.perf_counter() - began
        languages = v_measure([passage.language for passage in passages], found)
        again = 1.0
        if repeat:
            order = random.Random(1).sample(range(len(passages)), len(passages))  # noqa: S311 a fixed shuffle
            shuffled = self.theme_labels([passages[at] for at in order])
            again = adjusted_rand([found[at] for at in order], shuffled)
        say(
            f"{name:24s} {len(passages):5d} {len(set(labels)):6d} {len(set(found)):6d} {bcubed(labels, found).f1:6.3f} "
            f"{v_measure(labels, found):6.3f} {languages:6.3f} {again:6.3f} {seconds:6.1f}"
        )

    def placements(self) -> None:
        """Print accuracy and the detection of what is new, where topics are the framework."""
        passages, labels = self.promises()
        say(f"\nHolder de ord, topic names as framework: first choice {self.first_choice(passages, labels):.3f}")
        scores = [self.new_topics(passages, labels, seed) for seed in range(DRAWS)]
        say(f"the same, {WITHHELD} topics withheld, AUROC of new: {sum(scores) / len(scores):.3f} (mean of {DRAWS})")
        say("CLINC150, five examples each: in scope {:.3f}, AUROC out of scope {:.3f}".format(*self.intents()))

    def first_choice(self, passages: list[Passage], labels: list[str]) -> float:
        """Share of promises whose first placement among the targets is their topic."""
        framework = names_as_framework(sorted(set(labels)))
        placed = best_targets(self.find(passages, framework))
        return sum(placed[p.passage_id][0] == label for p, label in zip(passages, labels, strict=True)) / len(labels)

    def new_topics(self, passages: list[Passage], labels: list[str], seed: int) -> float:
        """AUROC of "on none of these" where some topics are withheld."""
        topics = sorted(set(labels))
        withheld = set(random.Random(seed).sample(topics, WITHHELD))  # noqa: S311 a fixed draw
        framework = names_as_framework([topic for topic in topics if topic not in withheld])
        placed = best_targets(self.find(passages, framework))
        return auroc([-placed[p.passage_id][1] for p in passages], [label in withheld for label in labels])

    def intents(self) -> tuple[float, float]:
        """Accuracy in scope, and AUROC of out of scope, on CLINC150's test sentences."""
        rows = self.rows("clinc150_en.jsonl")
        examples: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row["split"] == "train" and len(examples[row["label"]]) < EXAMPLES:
                examples[row["label"]].append(row["text"])
        framework = Framework(
            framework_id="clinc",
            language="en",
            source="",
            targets=tuple(
                Target(
                    target_id=label,
                    kind="commitment",
                    title={"en": label.replace("_", " ")},
                    description={},
                    examples={"en": tuple(texts)},
                )
                for label, texts in sorted(examples.items())
            ),
        )
        test = [row for row in rows if row["split"] in ("test", "oos_test")]
        placed = best_targets(self.find([passage_of(row["text"], at, "en") for at, row in enumerate(test)], framework))
        best = [placed[passage_of(row["text"], at, "en").passage_id] for at, row in enumerate(test)]
        known = [target == row["label"] for (target, _), row in zip(best, test, strict=True) if row["label"] != "oos"]
        return sum(known) / len(known), auroc([-p for _, p in best], [row["label"] == "oos" for row in test])

    def find(self, passages: Sequence[Passage], framework: Framework) -> Found:
        """Themes and placements."""
        return find_themes(passages, replace(self.settings, framework=framework), self.encoder, self.cache)

    def theme_labels(self, passages: Sequence[Passage]) -> list[str]:
        """The theme of each passage."""
        themes = self.find(passages, self.settings.framework).themes
        of = {passage_id: theme.theme_id for theme in themes for passage_id in theme.passage_ids}
        return [of[passage.passage_id] for passage in passages]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of one file."""
        with (self.data / name).open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def sib(self, language: str) -> Labelled:
        """SIB-200 in one language, or each sentence in one of five at random."""
        by_sentence: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        for row in self.rows("sib200_nb_nn_da_sv_en.jsonl"):
            by_sentence[row["parallel_id"]][row["lang"]] = row
        draw = random.Random(1)  # noqa: S311 a fixed draw
        rows = [by_sentence[key][language or draw.choice(sorted(by_sentence[key]))] for key in sorted(by_sentence)]
        return [passage_of(r["text"], at, r["lang"]) for at, r in enumerate(rows)], [r["label"] for r in rows]

    def promises(self) -> Labelled:
        """Promises with one of thirteen topics."""
        rows = [row for row in self.rows("holderdeord_promises_nb.jsonl") if len(row["label"]) == 1]
        return [passage_of(r["text"], at, "nb") for at, r in enumerate(rows)], [r["label"][0] for r in rows]

    def few(self, count: int, issues: int, seed: int) -> Labelled:
        """So many promises on so many of the fine topics."""
        by_topic: dict[str, list[str]] = defaultdict(list)
        for row in self.rows("holderdeord_promises_nb.jsonl"):
            if len(row["topics"]) == 1:
                by_topic[row["topics"][0].upper()].append(row["text"])
        draw = random.Random(seed)  # noqa: S311 a fixed draw
        topics = draw.sample(sorted(topic for topic, texts in by_topic.items() if len(texts) > 1), issues)
        drawn: list[tuple[str, str]] = []
        others: list[tuple[str, str]] = []
        for topic in topics:
            texts = draw.sample(by_topic[topic], len(by_topic[topic]))
            drawn.append((texts[0], topic))
            others += [(text, topic) for text in texts[1 : max(2, round(2 * count / issues))]]
        draw.shuffle(others)
        rows = (drawn + others)[:count]
        return [passage_of(text, at, "nb") for at, (text, _) in enumerate(rows)], [topic for _, topic in rows]


def best_targets(found: Found) -> dict[str, tuple[str, float]]:
    """Passage id → its best target (the runner-up where it is new or unplaced) and that target's chance."""
    best: dict[str, tuple[str, float]] = {}
    for placement in found.placements:
        if placement.passage_id and placement.passage_id not in best:
            known = placement.kind in ("commitment", "new_topic")
            chance = placement.probability if known else -placement.probability
            best[placement.passage_id] = (placement.target if known else placement.runner_up, chance)
    return best


def names_as_framework(names: Sequence[str]) -> Framework:
    """Topic names and nothing else."""
    targets = tuple(Target(target_id=name, kind="commitment", title={"nb": name}, description={}) for name in names)
    return Framework(framework_id="names", language="nb", source="", targets=targets)


def passage_of(text: str, at: int, language: Any) -> Passage:
    """A text as a passage of a source of its own."""
    return Passage(source_id=f"s-{at}", start=0, end=len(text), text=text, language=language, voice="individual")


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
