"""Fit the weights by which the gate tells that a *not* was added or dropped: consult/answer/gate/polarity.toml.

consult run corpora/ogp-norge-2026
.venv/bin/python -m models.fit_gate outputs/ogp-norge-2026

In: the hand-written wordings of tests/gate (never those of `unseen.toml` and `fresh.toml`) and faults planted in them.
Out: the weights, and on the standard output what they would refuse and let through of passages that they were not
fitted on (six parts, by passage). Logistic regression: of a sentence's stretches the likeliest counts, so that a fault
is fitted on the stretch that an earlier fit pointed at. Each wording weighs the less the more cases were made of it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from consult.answer.gate import Ground, Sentence
from consult.answer.gate.polarity import WEIGHTS, Signs, added_signs, dropped_signs, pairs_of
from consult.check import consultation_folder
from consult.ledger import open_ledger
from consult.settings import load_settings
from consult.themes import load_encoder
from tests.gate.cases import Case, correct, planted
from tests.gate.measure import Stands, every_point

PARTS, ROUNDS = 6, 3
STRICT = 0.3  # inverse of the strength of regularisation
DIGITS = 4
Row = tuple[Case, list[list[float]]]


def main() -> None:
    """Fit, tell, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    lines = ["# Weights of signs that a *not* was added or dropped; written by models/fit_gate.py.", ""]
    for kind, signs in (("added", added_signs), ("dropped", dropped_signs)):
        names, right, wrong = rows(given.out, kind, signs)
        sys.stdout.write(f"{kind}: {told(right, wrong)}\n")
        weights = fitted(right, wrong)
        lines += [
            f"[{kind}]",
            *(f"{name} = {w:.{DIGITS}g}" for name, w in zip(("constant", *names), weights, strict=True)),
            "",
        ]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


def rows(
    out: Path, kind: str, signs: Callable[[Any], Iterator[tuple[int, Signs]]]
) -> tuple[list[str], list[Row], list[Row]]:
    """Names of the signs, and those of correct and of turned sentences, a list of stretches each."""
    with open_ledger(out / "ledger.db", create=False) as ledger:
        settings = load_settings(consultation_folder(ledger, out))
        every = every_point(ledger.analysis())
        cases = _once([case for point in every for case in correct(point)] + planted(f"negation {kind}", every))
        stands = Stands(ledger, settings, load_encoder(settings.model), cases, every)
        found = [(case, _signs(sentence, ground, kind, signs)) for case, sentence, ground in stands.each()]
    names = list(next(each[0] for _, each in found if each))
    listed = [(case, [list(map(float, one.values())) for one in each]) for case, each in found]
    return names, [one for one in listed if one[0].kind == "ok"], [one for one in listed if one[0].kind != "ok"]


def _once(cases: Sequence[Case]) -> list[Case]:
    """Of sentences that differ only in how a claim is led to, one."""
    kept = {
        (case.kind, case.passage_ids, case.text.split(" at ", 1)[-1].split(" that ", 1)[-1]): case for case in cases
    }
    return list(kept.values())


def _signs(
    sentence: Sentence, ground: Ground, kind: str, signs: Callable[[Any], Iterator[tuple[int, Signs]]]
) -> list[Signs]:
    if kind == "dropped" and sentence.quoted:
        return []
    pairs = pairs_of(sentence, ground)
    return [found for _, found in signs(pairs)] if pairs.said and pairs.heard else []


def fitted(right: Sequence[Row], wrong: Sequence[Row]) -> list[float]:
    """Constant and weights on the signs as they are."""
    weights: list[float] = []
    for _ in range(ROUNDS):
        picked = [
            (case, [max(each, key=lambda one: _score(one, weights))] if weights else each)
            for case, each in wrong
            if each
        ]
        good, bad = _weighed(right), _weighed(picked)
        ratio = sum(good[1]) / sum(bad[1])
        signs = np.array(good[0] + bad[0])
        scale = StandardScaler().fit(signs)
        model = LogisticRegression(C=STRICT, max_iter=500).fit(
            scale.transform(signs),
            [0] * len(good[0]) + [1] * len(bad[0]),
            sample_weight=good[1] + [ratio * one for one in bad[1]],
        )
        slopes = model.coef_[0] / scale.scale_
        weights = [float(model.intercept_[0] - slopes @ scale.mean_), *map(float, slopes)]
    return weights


def _weighed(some: Sequence[Row]) -> tuple[list[list[float]], list[float]]:
    """Every stretch with its weight."""
    many = Counter((case.point, case.language) for case, _ in some)
    return (
        [one for _, each in some for one in each],
        [
            many[case.point, case.language] ** -0.5 / len(each) ** (case.kind != "ok")
            for case, each in some
            for _ in each
        ],
    )


def _score(one: Sequence[float], weights: Sequence[float]) -> float:
    return weights[0] + sum(weight * value for weight, value in zip(weights[1:], one, strict=True))


def told(right: Sequence[Row], wrong: Sequence[Row]) -> str:
    """Shares refused of correct and let through of turned sentences, by the probability from which one is refused."""
    scores: dict[bool, list[float]] = {True: [], False: []}
    for part in range(PARTS):
        weights = fitted([one for one in right if _part(one) != part], [one for one in wrong if _part(one) != part])
        for one in (*right, *wrong):
            if _part(one) == part:
                best = max((_score(each, weights) for each in one[1]), default=-9.0)
                scores[one[0].kind == "ok"].append(float(1 / (1 + np.exp(-best))))
    refused, through = np.array(scores[True]), np.array(scores[False])
    return "; ".join(
        f"from {at}: {100 * (refused >= at).mean():.1f} % refused, {100 * (through < at).mean():.1f} % let through"
        for at in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
    )


def _part(one: Row) -> int:
    return int(one[0].passage_ids[0][-5:], 16) % PARTS


if __name__ == "__main__":
    main()
