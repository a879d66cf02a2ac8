"""Labels and placements against gold: B-cubed, V-measure, ARI, placement F1, calibration, single voices.

Comes in: parallel sequences of labels (any hashable), or for placements sets of targets. Goes out: plain
floats. Nothing here reads a file; `consult.evaluate.gold` brings our passages and the gold together. What
scikit-learn measures, scikit-learn measures; B-cubed, calibration and single voices it has not.

>>> round(bcubed(["a", "a", "b"], [1, 1, 1]).f1, 3)
0.714
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

BINS = 10  # equal-width bins of the calibration error, as in Guo et al. 2017


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Mean over passages of how pure, and how whole, the group around each of them is."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementScore:
    """macro_f1: over the targets; first_choice: share right; by_target: F1 of each."""

    macro_f1: float
    first_choice: float
    by_target: dict[str, float]


def bcubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> BCubed:
    """B-cubed precision and recall of `found` against `gold`, n labels each (Bagga and Baldwin 1998).

    A passage without a group must carry a label of its own, so that an outlier bin is punished.
    """
    cells = _cells(gold, found)
    by_gold, by_found = Counter(gold), Counter(found)
    total = len(gold)
    if not total:
        return BCubed(precision=0.0, recall=0.0)
    precision = sum(count * count / by_found[label] for (_, label), count in cells.items()) / total
    recall = sum(count * count / by_gold[label] for (label, _), count in cells.items()) / total
    return BCubed(precision=precision, recall=recall)


def v_measure(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007); 1.0 for no labels.

    Also measures what must *not* agree: themes against languages (law 8).
    """
    from sklearn.metrics import v_measure_score

    return float(v_measure_score(_numbered(gold), _numbered(found)))


def adjusted_rand(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Rand index corrected for chance (Hubert and Arabie 1985): 1.0 the same division, 0.0 chance."""
    from sklearn.metrics import adjusted_rand_score

    return float(adjusted_rand_score(_numbered(gold), _numbered(found)))


def placement_score(
    gold: Sequence[Collection[str]], placed: Sequence[Sequence[str]], targets: Iterable[str]
) -> PlacementScore:
    """Placements of passages against gold, several targets allowed on both sides.

    gold: for each passage the targets it bears on (commitments, a new topic, `new`); placed: for each
    passage our targets, first choice first (`unplaced` or nothing where the machine does not know).
    macro_f1: for each target, F1 of "this passage bears on it" over all passages, a multi-label count;
    then the plain mean over `targets`, each as heavy as the next, those without gold left out.
    first_choice: share of passages whose first placement is in their gold set.
    """
    by_target = {target: _f1(target, gold, placed) for target in targets}
    measured = {target: f1 for target, f1 in by_target.items() if any(target in labels for labels in gold)}
    first = [bool(ours) and ours[0] in labels for labels, ours in zip(gold, placed, strict=True)]
    return PlacementScore(macro_f1=_mean(measured.values()), first_choice=_mean(map(float, first)), by_target=measured)


def calibration_error(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: |mean probability - share right| over ten bins, weighted by size."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, hit in zip(probabilities, right, strict=True):
        bins[min(int(probability * BINS), BINS - 1)].append((probability, hit))
    gaps = (abs(sum(p for p, _ in held) - sum(hit for _, hit in held)) for held in bins.values())
    return sum(gaps) / len(probabilities) if probabilities else 0.0


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """Chance that a positive scores above a negative, ties counted half (Mann and Whitney 1947).

    Not a number where all are positive, or none is.
    """
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(positive, scores)) if len(set(positive)) == 2 else math.nan


def lone_voices_kept(gold: Mapping[str, Sequence[Hashable]], shown: Collection[Hashable]) -> float:
    """Share of gold themes with a single passage whose passage is among those a conclusion shows.

    gold: theme → its passages, as keys of ours; 1.0 where no theme stands alone.
    """
    alone = [members[0] for members in gold.values() if len(members) == 1]
    return _mean(float(member in shown) for member in alone) if alone else 1.0


def _cells(first: Sequence[Hashable], second: Sequence[Hashable]) -> Counter[tuple[Hashable, Hashable]]:
    """The contingency table."""
    return Counter(zip(first, second, strict=True))


def _numbered(labels: Sequence[Hashable]) -> list[int]:
    """Labels as numbers, for a library that takes no others."""
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels))}
    return [numbers[label] for label in labels]


def _f1(target: str, gold: Sequence[Collection[str]], placed: Sequence[Collection[str]]) -> float:
    """F1 of one target over all passages; 0.0 where it is neither wanted nor given."""
    from sklearn.metrics import f1_score

    wanted, given = ([target in labels for labels in side] for side in (gold, placed))
    return float(f1_score(wanted, given, zero_division=0.0))


def _mean(values: Iterable[float]) -> float:
    """Plain mean; 0.0 of nothing."""
    held = list(values)
    return sum(held) / len(held) if held else 0.0
