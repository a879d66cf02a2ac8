"""Does a sentence deny what its passages deny, and nothing else?

What a *not* denies is found by meaning with the *not* taken out (`scopes`), so that a stretch finds what it retells
whether or not it denies it. Whether the two agree is weighed from what can be seen of them (`likeness.Pairs`): how
near each is to what denies and to what does not, whether the words beside the *not* come again, whether every denial
of the one can be paired with one of the other. The weights are fitted by `models/fit_gate.py` on wordings of
tests/gate and faults planted in them (docs/decisions/0023-grounding-gate.md).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from consult.answer.gate.likeness import FAR, Matrix, Pairs
from consult.answer.gate.scopes import Stretch, stretches
from consult.answer.gate.sentence import Fault, Ground, Sentence

WEIGHTS = Path(__file__).with_name("polarity.toml")
ADDED = 0.35  # probability from which a *not* counts as added
DROPPED = 0.45  # probability from which one counts as dropped
CLEARLY = 0.6  # nearness by which one thing is retold and not another, whatever else speaks against it
SHARP = 0.08  # how sharply the nearest stretch outweighs others
LONGEST_DETAIL = 60

Signs = dict[str, float]


def negations(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """No *not* is added and none is dropped, unless another denial takes or gives its place."""
    pairs = pairs_of(sentence, ground)
    if not (pairs.said and pairs.heard):
        return
    for at, signs in added_signs(pairs):
        clear = signs["near_plain"] - max(signs["near_not"], signs["near_soft"]) > CLEARLY
        if clear or probability("added", signs) >= ADDED:
            yield Fault(code="negation-added", detail=pairs.said[at].bare[:LONGEST_DETAIL])
    if not sentence.quoted:  # what is quoted may be what denies
        for at, signs in dropped_signs(pairs):
            if probability("dropped", signs) >= DROPPED:
                yield Fault(code="negation-dropped", detail=pairs.nearest_said(at).bare[:LONGEST_DETAIL])


def pairs_of(sentence: Sentence, ground: Ground) -> Pairs:
    """A sentence's stretches beside those of what it cites."""
    heard = tuple(one for each in ground.heard_in(sentence) for one in stretches(each.text, each.language))
    return Pairs(stretches(sentence.frame, sentence.said.language), heard, ground.vectors)


def probability(kind: str, signs: Mapping[str, float]) -> float:
    """How likely something is `added` or `dropped`, by logistic regression."""
    weights = _weights()[kind]
    total = weights["constant"] + sum(weights[name] * value for name, value in signs.items())
    return float(1 / (1 + np.exp(-total)))


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))


def added_signs(pairs: Pairs) -> Iterator[tuple[int, Signs]]:
    """(number of a stretch that says *not*, what speaks for and against its being added)."""
    heard = pairs.heard
    nots = [at for at, one in enumerate(heard) if one.nots]
    soft = [at for at, one in enumerate(heard) if one.soft and not one.nots]
    plain = [at for at, one in enumerate(heard) if not one.denies]
    for at, one in enumerate(pairs.said):
        if not one.nots:
            continue
        odd, denied, _ = _expected(pairs.near[at], heard)
        yield at, {
            "near_not": pairs.greatest(at, nots), "near_soft": pairs.greatest(at, soft),
            "near_plain": pairs.greatest(at, plain),
            "beside_not": pairs.beside(at, nots, only_beside=True), "beside_plain": pairs.beside(at, plain),
            "turned_nearest": float(pairs.turned_said[at, pairs.near[at].argmax()]),
            "turned_most": float(pairs.turned_said[at].max()),
            "surplus": _surplus(pairs), "mismatch": abs(one.odd - odd), "odd_heard": odd, "not_heard": denied,
            "paired": pairs.paired_said[at], "heard": len(heard), "odd": one.odd, "soft": min(2, one.soft),
        }  # fmt: skip


def dropped_signs(pairs: Pairs) -> Iterator[tuple[int, Signs]]:
    """(number of a stretch heard that denies, what speaks for and against its having lost its denial)."""
    said, heard = pairs.said, pairs.heard
    nots = [at for at, one in enumerate(said) if one.nots]
    soft = [at for at, one in enumerate(said) if one.soft and not one.nots]
    plain = [at for at, one in enumerate(said) if not one.denies]
    for at, one in enumerate(heard):
        if not one.denies or _elsewhere(pairs, at, plain) > CLEARLY:
            continue
        odd, denied, softly = _expected(pairs.near[:, at], said)
        yield at, {
            "near_plain": pairs.greatest_heard(at, plain), "near_not": pairs.greatest_heard(at, nots),
            "near_soft": pairs.greatest_heard(at, soft), "otherwise": _otherwise(pairs, at, plain),
            "beside_plain": pairs.beside_heard(at, plain), "covered": pairs.covered(at, plain),
            "turned": float(pairs.turned_heard[pairs.near[:, at].argmax(), at]),
            "surplus": _surplus(pairs), "nots": sum(each.nots for each in said), "mismatch": abs(one.odd - odd),
            "not_said": denied, "soft_said": softly, "paired": pairs.paired_heard[at], "plain": len(plain),
            "nots_heard": one.nots,
        }  # fmt: skip


def _elsewhere(pairs: Pairs, at: int, plain: list[int]) -> float:
    """By how much all that denies nothing is nearer to something else heard that denies nothing."""
    others = [of for of, one in enumerate(pairs.heard) if of != at and not one.denies]
    if not plain or not others:
        return 0.0
    return float((pairs.near[np.ix_(plain, others)].max(axis=1) - pairs.near[plain, at]).min())


def _otherwise(pairs: Pairs, at: int, plain: list[int]) -> float:
    """How near what may retell a denial is to something else that denies nothing."""
    others = [of for of, one in enumerate(pairs.heard) if of != at and not one.denies]
    if not plain or not others:
        return FAR
    best = plain[int(pairs.near[plain, at].argmax())]
    return float(pairs.near[best, others].max())


def _expected(near: Matrix, of: Sequence[Stretch]) -> tuple[float, float, float]:
    """What the stretches nearest do, on average: deny, say *not*, deny by another word."""
    weights = np.exp((near - near.max()) / SHARP)
    weights /= weights.sum()
    kinds = np.array([(one.odd, min(one.nots, 1), min(one.soft, 1)) for one in of])
    odd, denied, softly = weights @ kinds
    return float(odd), float(denied), float(softly)


def _surplus(pairs: Pairs) -> int:
    """How many denials more a sentence has than what it cites."""
    said, heard = (sum(one.nots + min(one.soft, 1) for one in some) for some in (pairs.said, pairs.heard))
    return int(said - heard)
