"""The metrics of themes and placements, each with the sabotage that it must notice."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from consult.evaluate.themes import (
    adjusted_rand,
    auroc,
    bcubed,
    calibration_error,
    lone_voices_kept,
    placement_score,
    v_measure,
)

Metric = Callable[[Sequence[Any], Sequence[Any]], float]
GOLD = ["a", "a", "a", "b", "b", "c"]


@pytest.mark.parametrize("metric", [lambda g, f: bcubed(g, f).f1, v_measure, adjusted_rand])
def test_the_same_division_under_other_names_is_perfect(metric: Metric) -> None:
    """Labels are names, not values."""
    assert metric(GOLD, [7, 7, 7, 1, 1, 0]) == pytest.approx(1.0)


@pytest.mark.parametrize("metric", [lambda g, f: bcubed(g, f).f1, v_measure, adjusted_rand])
def test_sabotage_moving_one_passage_lowers_every_metric(metric: Metric) -> None:
    """A metric that does not see one passage in the wrong theme measures nothing."""
    assert metric(GOLD, ["a", "a", "b", "b", "b", "c"]) < 0.9


@pytest.mark.parametrize("metric", [lambda g, f: bcubed(g, f).f1, v_measure, adjusted_rand])
def test_order_changes_nothing(metric: Metric) -> None:
    """Metrics are of sets of passages, not of lists."""
    found = [1, 1, 2, 2, 3, 3]
    pairs = list(zip(GOLD, found, strict=True))
    random.Random(1).shuffle(pairs)  # noqa: S311 a test, no secret
    gold, shuffled = zip(*pairs, strict=True)
    assert metric(gold, shuffled) == pytest.approx(metric(GOLD, found))


def test_bcubed_of_one_big_theme_is_whole_but_impure() -> None:
    """Sabotage: throw everything together."""
    score = bcubed(GOLD, [0] * 6)
    assert score.recall == 1.0
    assert score.precision == pytest.approx((9 + 4 + 1) / 36)


def test_bcubed_of_singletons_is_pure_but_torn() -> None:
    """Sabotage: an outlier bin in which each counts as alone is punished by recall."""
    score = bcubed(GOLD, range(6))
    assert score.precision == 1.0
    assert score.recall == pytest.approx(3 / 6)


def test_bcubed_knows_the_example_of_amigo_and_others() -> None:
    """Two of three of one kind together, worked by hand."""
    score = bcubed(["x", "x", "y"], [1, 1, 1])
    assert (score.precision, score.recall) == (pytest.approx(5 / 9), 1.0)
    assert score.f1 == pytest.approx(10 / 14)


def test_bcubed_of_nothing_is_zero() -> None:
    """No passages, no merit."""
    assert bcubed([], []).f1 == 0.0


def test_v_measure_of_unrelated_labels_is_zero() -> None:
    """A theme that holds each language equally says nothing about language (law 8)."""
    assert v_measure(["nn", "nb"] * 4, [1, 1, 2, 2] * 2) == pytest.approx(0.0, abs=1e-12)


def test_v_measure_knows_a_division_worked_by_hand() -> None:
    """One theme of two halved: pure, and half of what remains to be known of it."""
    assert v_measure(["a", "a", "b", "b"], [1, 1, 2, 3]) == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))
    assert v_measure([], []) == 1.0


def test_labels_of_any_kind_are_measured() -> None:
    """A passage that no theme has, a pair of values, a number and a word, side by side."""
    mixed = [None, ("nn", 1), 7, "x", None]
    assert v_measure(mixed, "abcda") == adjusted_rand(mixed, "abcda") == pytest.approx(1.0)


def test_adjusted_rand_of_chance_is_about_zero() -> None:
    """Sabotage: labels drawn at random."""
    rng = random.Random(2)  # noqa: S311 a test, no secret
    gold = [rng.randrange(4) for _ in range(2000)]
    assert abs(adjusted_rand(gold, [rng.randrange(4) for _ in gold])) < 0.02


def test_placement_counts_every_target_alike_and_every_passage_once() -> None:
    """Multi-label: a passage on two targets counts for both; a target without gold is left out."""
    gold = [{"1"}, {"1", "T2"}, {"new"}]
    score = placement_score(gold, [["1"], ["1"], ["4"]], ["1", "T2", "4", "new"])
    assert score.by_target == {"1": 1.0, "T2": 0.0, "new": 0.0}
    assert score.macro_f1 == pytest.approx(1 / 3)
    assert score.first_choice == pytest.approx(2 / 3)


def test_placement_first_choice_may_be_any_of_the_gold() -> None:
    """Either of two right targets is right as the first choice; a second choice does not help it."""
    assert placement_score([{"1", "T2"}], [["T2", "1"]], ["1", "T2"]).first_choice == 1.0
    assert placement_score([{"1"}], [["T2", "1"]], ["1", "T2"]).first_choice == 0.0


def test_sabotage_placing_everything_everywhere_lowers_macro_f1() -> None:
    """All targets for all passages is no way to a good score."""
    gold = [{"1"}, {"2"}, {"3"}, {"4"}]
    right = placement_score(gold, [sorted(labels) for labels in gold], "1234")
    everywhere = placement_score(gold, [list("1234")] * 4, "1234")
    assert right.macro_f1 == 1.0
    assert everywhere.macro_f1 == pytest.approx(0.4)


def test_unplaced_passages_count_as_missed() -> None:
    """What is not placed is not right."""
    assert placement_score([{"1"}], [[]], ["1"]).macro_f1 == 0.0


def test_calibration_error_of_honest_probabilities_is_zero() -> None:
    """Seven of ten right at .7."""
    assert calibration_error([0.7] * 10, [True] * 7 + [False] * 3) == pytest.approx(0.0)


def test_sabotage_boasting_is_a_calibration_error() -> None:
    """Certain and half of the time wrong."""
    assert calibration_error([1.0] * 10, [True, False] * 5) == pytest.approx(0.5)


def test_auroc_of_perfect_random_and_reversed_scores() -> None:
    """1, one half for ties, and 0."""
    truth = [False, False, True, True]
    assert auroc([1, 2, 3, 4], truth) == 1.0
    assert auroc([1, 1, 1, 1], truth) == 0.5
    assert auroc([4, 3, 2, 1], truth) == 0.0
    assert math.isnan(auroc([1, 2], [True, True]))


def test_lone_voices_are_kept_or_missed() -> None:
    """Only themes of one passage count; a lost one is seen."""
    gold = {"ki": ["p1"], "samisk": ["p2"], "innkjøp": ["p3", "p4"]}
    assert lone_voices_kept(gold, {"p1", "p2"}) == 1.0
    assert lone_voices_kept(gold, {"p1", "p3"}) == 0.5
    assert lone_voices_kept({"innkjøp": ["p3", "p4"]}, set()) == 1.0
