"""Learn the constants of `consult/themes/place.py`: how likeness becomes probability, for any encoder.

    python models/fit_placement.py [--data ../shared/data] [--models NAME NAME …]

Three kinds of sets, none of them a consultation: promises under the names of thirteen topics and under sixteen of
the finer ones (Holder de ord), and requests under sixteen intents with up to five examples (CLINC150). A part of
the topics is withheld; what belongs there is `new`, and counts as `NEW_SHARE` of its set. Likelihood is summed
over kinds in equal parts, and over all encoders at once: meaning is measured in each encoder's own spread, so one
set of numbers must do. What meaning and words weigh beside each other was learned before, on these sets, Swedish
documents and OGP commitments, and is kept: bare sentences under bare names share few words, and would undo it.

The calibration is then learned on the posterior after votes, on the same sets and the statements of
`tests/acceptance/plain_statements.toml`. Prints the constants, and what each kind of sets gets when the
constants are learned on the other two only.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.themes import Bench, names_as_framework, passage_of  # noqa: E402 the path comes first
from consult.evaluate.themes import auroc  # noqa: E402
from consult.framework import load_framework  # noqa: E402
from consult.records import Framework, Passage, Target  # noqa: E402
from consult.themes import load_encoder, place  # noqa: E402
from consult.themes.compare import Compared, compare_passages  # noqa: E402
from consult.themes.context import texts_to_embed  # noqa: E402
from consult.themes.embed import Encoder, MemoryCache, embed_texts, text_hash  # noqa: E402
from consult.themes.targets import framework_texts  # noqa: E402

NEW_SHARE = 0.12  # of what is said, by our guess: a voice wrongly called new is seen, one wrongly placed is lost
NAMES = ("STRANGER_SCALE", "STRANGER_LOGIT")
TOPICS, KEPT, MOST = 24, 16, 250  # of a draw: topics, those in the framework, passages
EXAMPLES = (0, 0, 1, 2, 3, 5)
SEED = 2026

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One set seen with one encoder. right: (n,) column of each passage's target, the last for none."""

    kind: str
    compared: Compared
    right: NDArray[np.intp]
    weights: Floats


def main() -> int:
    """Fit, print, and measure what was held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--models", nargs="+", default=["multilingual-e5-small", "multilingual-e5-small-policy"])
    given = parser.parse_args()
    if not given.data.is_dir():
        sys.stdout.write(f"{given.data}: no such folder; benchmarks/themes.py says where the data comes from\n")
        return 0
    sets = [one for model in given.models for one in load_sets(given.data, load_encoder(model))]
    learned = [one for one in sets if one.kind != "statements"]
    for held in sorted({one.kind for one in learned}):
        adopt(fit([one for one in learned if one.kind != held]))
        say(f"{held} held out: {report([one for one in learned if one.kind == held])}")
    adopt(fit(learned))
    say("\n".join(f"{name} = {getattr(place, name):.2f}" for name in NAMES))
    offset, slope = platt(sets)
    say(f"CALIBRATION_OFFSET = {offset:.2f}\nCALIBRATION_SLOPE = {slope:.2f}")
    return 0


def load_sets(data: Path, encoder: Encoder) -> Iterator[Labelled]:
    """Every set as one encoder sees it."""
    bench, cache = Bench(data, encoder), MemoryCache()
    every = [*promises(bench), *fine_promises(bench), *intents(bench), *statements()]
    for kind, passages, labels, framework in every:
        ordered = sorted(
            zip(passages, labels, strict=True), key=lambda row: (text_hash(row[0].text), row[0].passage_id)
        )
        said = [passage for passage, _ in ordered]
        texts = sorted({*texts_to_embed(said), *framework_texts(framework)})
        vectors = dict(zip(texts, embed_texts(texts, encoder, cache), strict=True))
        columns = {target.target_id: at for at, target in enumerate(framework.targets)}
        right = np.asarray([columns.get(label, len(columns)) for _, label in ordered], dtype=np.intp)
        compared = compare_passages(said, framework, vectors)
        yield Labelled(kind=kind, compared=compared, right=right, weights=weigh(right == len(columns)))


Set = tuple[str, Sequence[Passage], Sequence[str], Framework]


def promises(bench: Bench) -> Iterator[Set]:
    """Thirteen names, and nine of them."""
    passages, labels = bench.promises()
    topics = sorted(set(labels))
    yield "promises", passages, labels, names_as_framework(topics)
    for seed in range(5):
        withheld = drawn(seed).sample(topics, 4)
        yield "promises", passages, labels, names_as_framework([topic for topic in topics if topic not in withheld])


def fine_promises(bench: Bench) -> Iterator[Set]:
    """Sixteen of twenty-four fine topics."""
    rows = [row for row in bench.rows("holderdeord_promises_nb.jsonl") if len(row["topics"]) == 1]
    labelled = [(row["text"], row["topics"][0].capitalize()) for row in rows]
    common = sorted(topic for topic, count in Counter(topic for _, topic in labelled).items() if count > 2)
    for seed in range(6):
        topics = drawn(seed).sample(common, TOPICS)
        yield "fine promises", *some(labelled, topics, seed, "nb"), names_as_framework(topics[:KEPT])


def intents(bench: Bench) -> Iterator[Set]:
    """Sixteen of twenty-four intents, with none to five examples, and requests that are none of them."""
    rows = bench.rows("clinc150_en.jsonl")
    examples: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["split"] == "train":
            examples[row["label"]].append(row["text"])
    labelled = [(row["text"], row["label"]) for row in rows if row["split"] in ("test", "oos_test")]
    for seed, count in enumerate(EXAMPLES):
        topics = drawn(seed).sample(sorted(examples), TOPICS)
        targets = tuple(
            Target(
                target_id=name,
                kind="commitment",
                title={"en": name.replace("_", " ")},
                description={"en": ". ".join(examples[name][:count])} if count else {},
            )
            for name in topics[:KEPT]
        )
        framework = Framework(framework_id="intents", language="en", source="", targets=targets)
        yield "intents", *some(labelled, [*topics, "oos"], seed, "en"), framework


def statements() -> Iterator[Set]:
    """Our own statements on four plans, for the calibration only."""
    file = ROOT / "tests" / "acceptance" / "plain_statements.toml"
    for plan, by_target in tomllib.loads(file.read_text("utf-8")).items():
        rows = [(text, target) for target, texts in by_target.items() for text in texts]
        passages = [passage_of(text, at, "nb") for at, (text, _) in enumerate(rows)]
        framework = load_framework(ROOT / "corpora" / "frameworks" / f"{plan}.toml")
        yield "statements", passages, [target for _, target in rows], framework


def some(
    labelled: Sequence[tuple[str, str]], topics: Sequence[str], seed: int, language: str
) -> tuple[list[Passage], list[str]]:
    """At most `MOST` texts on these topics."""
    rows = [row for row in labelled if row[1] in topics]
    rows = drawn(seed).sample(rows, min(MOST, len(rows)))
    return [passage_of(text, at, language) for at, (text, _) in enumerate(rows)], [label for _, label in rows]


def drawn(seed: int) -> random.Random:
    """A fixed source of chance."""
    return random.Random(SEED + seed)  # noqa: S311 a fixed draw


def weigh(new: NDArray[np.bool_]) -> Floats:
    """(n,) weights that sum to one, what is new with its share; nobody has twice a say where nothing is new."""
    weights = np.ones(len(new))
    if new.any() and not new.all():
        weights[new] = NEW_SHARE / (1 - NEW_SHARE) * (~new).sum() / new.sum()
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def adopt(values: Sequence[float]) -> None:
    """Let placing use these constants."""
    for name, value in zip(NAMES, values, strict=True):
        setattr(place, name, float(value))


def fit(sets: Sequence[Labelled]) -> list[float]:
    """The constants of highest likelihood."""
    from scipy.optimize import minimize

    kinds = Counter(one.kind for one in sets)

    def loss(values: Floats) -> float:
        adopt(list(values))
        return sum(surprise(one) / kinds[one.kind] for one in sets)

    start = np.asarray([1.2, -4.0])
    found = minimize(loss, start, method="Powell", options={"maxiter": 8, "xtol": 0.01, "ftol": 1e-4})
    return [float(value) for value in found.x]


def surprise(one: Labelled) -> float:
    """Mean negative log-likelihood of what is right, before votes."""
    right = place.posterior(one.compared.alike)[np.arange(len(one.right)), one.right]
    return float(-(one.weights * np.log(np.maximum(right, 1e-9))).sum())


def report(sets: Sequence[Labelled]) -> str:
    """First choice among the targets, and AUROC of what is new, after votes, mean over sets."""
    first, new = [], []
    for one in sets:
        shares = place.vote(place.posterior(one.compared.alike), one.compared.neighbours)
        known = one.right < shares.shape[1] - 1
        first.append(float((shares[known, :-1].argmax(axis=1) == one.right[known]).mean()))
        new.append(auroc(shares[:, -1].tolist(), (~known).tolist()))
    found = [value for value in new if not math.isnan(value)]
    return f"first choice {np.mean(first):.3f}, AUROC of new {np.mean(found):.3f}"


def platt(sets: Sequence[Labelled]) -> tuple[float, float]:
    """Offset and slope by which the first choice's share becomes the probability that it is right."""
    from scipy.optimize import minimize

    kinds = Counter(one.kind for one in sets)
    rows = [(*first_choice(one), one.weights / kinds[one.kind]) for one in sets]
    share, right, weight = (np.concatenate(parts) for parts in zip(*rows, strict=True))
    logit = np.log(share / (1 - share))

    def loss(values: Floats) -> float:
        signed = np.where(right, 1, -1) * (values[0] + values[1] * logit)
        return float((weight * np.logaddexp(0, -signed)).sum())

    offset, slope = minimize(loss, np.asarray([0.5, 1.0])).x
    return float(offset), float(slope)


def first_choice(one: Labelled) -> tuple[Floats, NDArray[np.bool_]]:
    """(n,) share of each passage's first choice after votes, and whether it is right."""
    shares: Any = place.vote(place.posterior(one.compared.alike), one.compared.neighbours).astype(np.float64)
    known = shares[:, :-1].max(axis=1)
    chosen = np.where(
        shares[:, -1] >= np.maximum(known, place.NEW_FROM), shares.shape[1] - 1, shares[:, :-1].argmax(axis=1)
    )
    held = np.clip(shares[np.arange(len(chosen)), chosen], place.NEVER_SURE, 1 - place.NEVER_SURE)
    return held, chosen == one.right


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
