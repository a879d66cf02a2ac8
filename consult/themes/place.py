"""Where passages bear: on a commitment, a known new topic, on something new, or the machine does not know.

Comes in: for each passage how alike it is to each target, by meaning and by words, and how alike the
passages are to each other. Goes out: the probability of each target, and placements with their evidence.
Passages that are alike vote for each other, since a note says little alone; a probability is
calibrated on other texts than any consultation (the constants below say on which).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage, Placement, PlacementKind
from consult.themes.views import Array, Neighbours
from consult.weights.processor import each

Explain = Callable[[Sequence[int], int], str]
"""(rows of passages, column of a target) → why, in words for people."""

# Learned by conditional logit on sets that hold no consultation, a part of the topics withheld (docs/decisions/0003).
# Meaning is measured in spreads of unrelated texts (`Subjects.spread`), so that other encoders need no other numbers.
MEANING_SCALE = 1.37
WORDS_SCALE = 9.0
STRANGER_PER_LOG_TARGETS = 0.6
TAKEN_FROM = 1.75  # spreads; a subject as near as this to a target is half the target's own …
TAKEN_SLOPE = 2.3  # … and a spread further or nearer wholly free or taken
# Learned by `models/fit_placement.py`, with both of the encoders that are shipped:
STRANGER_SCALE = 1.17
STRANGER_LOGIT = -4.0
CALIBRATION_OFFSET = 0.77  # Platt scaling of the voted posterior (Platt 1999), there too
CALIBRATION_SLOPE = 1.09
# end of what was learned

VOTERS = 10  # 5 to 15 are alike
VOTE = 0.5  # exponent of the neighbours' mean; the passage's own posterior keeps the rest
VOTE_WIDTH = 0.08  # similarity over which a neighbour's vote falls to 1/e
VOTE_FROM = 0.15  # similarity at which the neighbours have half a say: the nearest of strangers are strangers
VOTE_RISE = 0.025  # and over which they come to have all of it
ALSO = 0.2  # a second target needs this much of the posterior …
AT_MOST = 3  # … and a passage bears on no more targets than this
NEW_FROM = 0.5  # what points at no target with at least this is `new`
UNSURE = 0.25  # calibrated: below it the machine does not know, and names its best guess as runner-up only
WORDS_TO_KNOW = 4  # a lone passage of fewer words that points nowhere is `unplaced`, not `new`
NEVER_SURE = 1e-3  # nothing is certain, nor shown as certain when it is rounded
DIGITS = 4
BLOCK = 4096  # rows worked out at a time, on each core


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """n passages and t targets beside each other, and k subjects that no framework made.

    meaning, words: (n, t) similarities of passages to targets. subjects: (n, k), of passages to subjects by
    meaning. taken: (k,) similarity of each subject to the target nearest to it. spread: see `Subjects`.
    """

    meaning: Array
    words: Array
    subjects: Array
    taken: Array
    spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One target that a passage or theme bears on. at: its column, the number of targets for `new`."""

    kind: PlacementKind
    at: int
    share: float


def posterior(alike: Alike) -> Array:
    """(n, t + 1): probability of each target, the last column for none of them; rows sum to 1."""
    count, targets = alike.meaning.shape
    logits = np.zeros((count, targets + 1), dtype=np.float64)
    logits[:, :-1] = MEANING_SCALE * alike.meaning / alike.spread + WORDS_SCALE * alike.words
    if targets:
        logits[:, -1] = _strangers(alike) + STRANGER_LOGIT + STRANGER_PER_LOG_TARGETS * math.log(targets)
    return _softmax(logits)


def _strangers(alike: Alike) -> NDArray[np.float64]:
    """(n,): how strongly each passage is about subjects that no target deals with, as a log-sum over them."""
    free = 1 / (1 + np.exp(TAKEN_SLOPE * (alike.taken / alike.spread - TAKEN_FROM)))
    found = np.empty(len(alike.subjects), dtype=np.float64)

    def fill(at: int) -> None:
        powers = STRANGER_SCALE * alike.subjects[at : at + BLOCK].astype(np.float64) / alike.spread
        found[at : at + BLOCK] = np.log(np.exp(powers) @ free)

    each(fill, range(0, len(found), BLOCK))
    return found


def vote(own: Array, neighbours: Neighbours) -> Array:
    """Each row drawn towards its nearest passages' rows, as a weighted geometric mean; rows sum to 1.

    own: (n, t + 1) as from `posterior`; neighbours: by meaning and words, without the targets' view, so
    that nothing votes for itself by a detour. Neighbours that are near only for want of nearer ones hardly count.
    """
    if not neighbours.rows.shape[1]:
        return own
    alike = neighbours.alike.astype(np.float64)
    weights = _softmax(alike / VOTE_WIDTH)
    near = (weights * alike).sum(axis=1)
    say = VOTE / (1 + np.exp((VOTE_FROM - near) / VOTE_RISE))
    return combine(own, np.einsum("nk,nkt->nt", weights, own[neighbours.rows]), say)


def combine(own: Array, heard: Array, say: NDArray[np.float64]) -> Array:
    """Weighted geometric mean of two posteriors, rows scaled to sum to 1. say: (n,) share of what is heard."""
    share = say[:, None]
    mixed = own.astype(np.float64) ** (1 - share) * heard.astype(np.float64) ** share
    return np.asarray(mixed / mixed.sum(axis=1, keepdims=True), dtype=np.float32)


def calibrate(share: float) -> float:
    """Probability that a target with this share of the posterior is right.

    >>> calibrate(0.0) < calibrate(0.5) < calibrate(1.0) <= 1.0
    True
    """
    held = min(max(share, NEVER_SURE), 1 - NEVER_SURE)
    return 1 / (1 + math.exp(-CALIBRATION_OFFSET - CALIBRATION_SLOPE * math.log(held / (1 - held))))


def choose(row: Array, framework: Framework, speaks: bool) -> tuple[Choice, ...]:
    """The targets of one posterior row, first choice first; never empty.

    speaks: whether the passage says enough, alone or in its theme, to be called new.
    """
    targets = framework.targets
    shares = row.tolist()
    new = shares.pop()
    order = best_of(shares, AT_MOST)
    if not order or new >= max(NEW_FROM, shares[order[0]]):
        return (Choice(kind="new" if speaks else "unplaced", at=len(targets), share=new),)
    if calibrate(shares[order[0]]) < UNSURE:
        return (Choice(kind="unplaced", at=len(targets), share=shares[order[0]]),)
    return tuple(
        Choice(kind=targets[at].kind, at=at, share=shares[at])
        for rank, at in enumerate(order)
        if rank == 0 or shares[at] >= ALSO
    )


def best_of(shares: Sequence[float], count: int) -> list[int]:
    """The columns of the greatest shares, the greatest first; of equals the first.

    >>> best_of([0.1, 0.4, 0.1, 0.3], 3)
    [1, 3, 0]
    """
    return sorted(range(len(shares)), key=lambda at: -shares[at])[:count]


def place_passages(
    passages: Sequence[Passage],
    theme_of: Mapping[str, str],
    shares: Array,
    framework: Framework,
    explain: Explain,
) -> tuple[Placement, ...]:
    """Placements of every theme and every passage, sorted by theme, passage and probability.

    theme_of: passage id → theme id; shares: (n, t + 1) posterior after votes; explain: passage row and
    choice → the evidence, in words for people.
    """
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        rows_of[theme_of[passage.passage_id]].append(row)
    names = [target.target_id for target in framework.targets]
    placed: list[Placement] = []
    for theme, rows in rows_of.items():
        of_theme = shares[rows].mean(axis=0)
        speaks = len(rows) > 1 or _says_enough(passages[rows[0]])
        placed += _placements(theme, "", of_theme, choose(of_theme, framework, speaks), names, explain, rows)
        for row in rows:
            chosen = choose(shares[row], framework, speaks)
            placed += _placements(theme, passages[row].passage_id, shares[row], chosen, names, explain, [row])
    return tuple(sorted(placed, key=lambda one: (one.theme_id, one.passage_id, -one.probability, one.target)))


def _placements(
    theme: str,
    passage: str,
    shares: Array,
    chosen: Sequence[Choice],
    names: Sequence[str],
    explain: Explain,
    rows: list[int],
) -> list[Placement]:
    """One placement per choice."""
    return [
        Placement(
            theme_id=theme,
            passage_id=passage,
            kind=choice.kind,
            target=names[choice.at] if choice.at < len(names) else choice.kind,
            score=round(choice.share, DIGITS),
            probability=round(calibrate(choice.share), DIGITS),
            evidence=explain(rows, choice.at),
            runner_up=_runner_up(shares, choice.at, names),
        )
        for choice in chosen
    ]


def _runner_up(shares: Array, at: int, names: Sequence[str]) -> str:
    """The best target beside the one chosen; empty where there is no other."""
    others = [other for other in best_of(shares[:-1].tolist(), 2) if other != at]
    return names[others[0]] if others else ""


def _says_enough(passage: Passage) -> bool:
    """Whether a passage that points nowhere has words enough to be about something new."""
    return len(passage.text.split()) >= WORDS_TO_KNOW


def _softmax(logits: NDArray[np.float64]) -> Array:
    """Rows to probabilities."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)
