"""Agreement of two readers: published and hand-computed values, independent programs, and what breaks each figure."""

from __future__ import annotations

import math
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score, cohen_kappa_score, f1_score

from consult.evaluate.agreement import (
    FEWEST_PASSAGES,
    FEWEST_SOURCES,
    Figure,
    alpha,
    cohens_kappa,
    placement_agreement,
    theme_agreement,
)

krippendorff = pytest.importorskip("krippendorff")


def labels(text: str) -> dict[str, str]:
    """`a b - c`: what a reader says of u0, u1, u2 …; `-`: nothing."""
    return {f"u{number}": word for number, word in enumerate(text.split()) if word != "-"}


def alone(*readers: dict[str, str]) -> dict[str, str]:
    """Every passage from a contribution of its own."""
    return {one: f"s-{one}" for side in readers for one in side}


def table(cells: dict[tuple[str, str], int]) -> tuple[dict[str, str], dict[str, str]]:
    """Two readers whose answers count up to a table."""
    pairs = [pair for pair, count in cells.items() for _ in range(count)]
    return ({f"u{n}": a for n, (a, _) in enumerate(pairs)}, {f"u{n}": b for n, (_, b) in enumerate(pairs)})


# -- known values ---------------------------------------------------------------------------------------


def test_kappa_of_two_examiners() -> None:
    """50 applications, 20 granted and 15 refused by both, 5 and 10 by one: 0.7 observed, 0.5 by chance, kappa 0.4."""
    first, second = table({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15})
    found = placement_agreement(first, second, alone(first))
    assert found.kappa.value == pytest.approx((0.7 - 0.5) / (1 - 0.5))
    assert found.agree.value == pytest.approx(0.7)
    assert found.by_target["yes"].value == pytest.approx(2 * 20 / (25 + 30), abs=1e-4)
    assert found.macro_f1.value == pytest.approx((40 / 55 + 30 / 45) / 2, abs=1e-4)


def test_kappa_of_three_categories() -> None:
    """Cohen 1960, table 1, in hundredths: observed 0.70, by chance 0.41, kappa 0.492."""
    cells = [[44, 5, 1], [7, 20, 3], [9, 5, 6]]
    first, second = table({(str(a), str(b)): n for a, row in enumerate(cells) for b, n in enumerate(row)})
    assert placement_agreement(first, second, alone(first)).kappa.value == pytest.approx(0.29 / 0.59, abs=1e-4)


def test_alpha_of_two_readers_of_ten_units() -> None:
    """Krippendorff 2011, binary data, two observers, no missing data: alpha 0.095."""
    first, second = labels("0 1 0 0 0 0 0 0 1 0"), labels("1 1 1 0 0 1 0 0 0 0")
    found = placement_agreement(first, second, alone(first))
    assert found.alpha.value == pytest.approx(0.095, abs=5e-4)
    assert alpha([first, second], alone(first)).value == found.alpha.value


def test_alpha_of_four_readers_with_missing_data() -> None:
    """Krippendorff 2011, nominal data, any number of observers, missing data: alpha 0.743."""
    readers = [
        labels("1 2 3 3 2 1 4 1 2 - - -"),
        labels("1 2 3 3 2 2 4 1 2 5 - 3"),
        labels("- 3 3 3 2 3 4 2 2 5 1 -"),
        labels("1 2 3 3 2 4 4 1 2 5 1 -"),
    ]
    assert alpha(readers, alone(*readers)).value == pytest.approx(0.743, abs=5e-4)


def test_themes_by_hand() -> None:
    """Six passages: both put 3 pairs together, one 4 and the other 6: F1 0.6; ARI (3 - 4·6/15) / (5 - 4·6/15)."""
    first, second = labels("a a a b b c"), labels("x x x x y y")
    found = theme_agreement(first, second, alone(first))
    together, firsts, seconds, expected = 3, 4, 7, 4 * 7 / 15
    assert found.pairs_f1.value == pytest.approx(2 * together / (firsts + seconds), abs=1e-4)
    assert found.ari.value == pytest.approx((together - expected) / ((firsts + seconds) / 2 - expected), abs=1e-4)


# -- independent programs -------------------------------------------------------------------------------

answers = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=2, max_size=40)


@given(answers)
def test_two_readers_against_other_programs(pairs: list[tuple[str, str]]) -> None:
    """scikit-learn's kappa, F1 and ARI and krippendorff's alpha give the same."""
    one, other = ([pair[side] for pair in pairs] for side in (0, 1))
    first, second = ({f"u{n}": value for n, value in enumerate(side)} for side in (one, other))
    found = placement_agreement(first, second, alone(first))
    themes = theme_agreement(first, second, alone(first))
    assert found.macro_f1.value == pytest.approx(f1_score(one, other, average="macro"), abs=1e-4)
    if len({*one, *other}) > 1:
        assert found.kappa.value == pytest.approx(cohen_kappa_score(one, other), abs=1e-4)
        data = [["abcd".index(value) for value in side] for side in (one, other)]
        expected = krippendorff.alpha(np.array(data), level_of_measurement="nominal")
        assert found.alpha.value == pytest.approx(expected, abs=1e-4)
    if themes.ari.value is not None:
        assert themes.ari.value == pytest.approx(adjusted_rand_score(one, other), abs=1e-4)


@given(st.lists(st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=5, max_size=5), min_size=2, max_size=4))
def test_many_readers_against_krippendorff(rows: list[list[str | None]]) -> None:
    """Any number of readers, any of whom may lack answers."""
    readers = [{f"u{n}": value for n, value in enumerate(row) if value} for row in rows]
    values = {value for one in zip(*rows, strict=True) for value in one if value and sum(map(bool, one)) > 1}
    found = alpha(readers, alone(*readers)).value
    if len(values) < 2:
        assert found is None
        return
    data = np.array([[math.nan if value is None else "abc".index(value) for value in row] for row in rows], dtype=float)
    assert found == pytest.approx(krippendorff.alpha(data, level_of_measurement="nominal"), abs=1e-4)


@given(st.lists(st.lists(st.sampled_from([None, "a", "b", "c"]), min_size=5, max_size=5), min_size=2, max_size=4))
def test_alpha_is_the_same_without_the_library(rows: list[list[str | None]]) -> None:
    """Whoever has not installed krippendorff gets the same figure."""
    readers = [{f"u{n}": value for n, value in enumerate(row) if value} for row in rows]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "krippendorff", None)
        without = alpha(readers, alone(*readers))
    assert without == alpha(readers, alone(*readers))


# -- what must not be said ------------------------------------------------------------------------------


def test_nothing_in_common_is_no_figure() -> None:
    """Two who read different passages, and two who read none, agree about nothing."""
    for first, second in ((labels("a b"), {"x": "a"}), ({}, {})):
        found, themes = placement_agreement(first, second, alone(first, second)), theme_agreement(first, second, {})
        assert (found.passages, found.sources, found.enough) == (0, 0, False)
        assert {found.agree.value, found.kappa.value, found.alpha.value, found.macro_f1.value} == {None}
        assert (themes.pairs_f1.value, themes.ari.value) == (None, None)
    assert alpha([], {}) == Figure(value=None)


def test_one_answer_for_everything_is_no_kappa() -> None:
    """Whoever says the same of all cannot agree beyond chance; the share that is alike is 1 all the same."""
    first = labels("a a a")
    found = placement_agreement(first, first, alone(first))
    assert (found.agree.value, found.kappa.value, found.alpha.value) == (1.0, None, None)
    assert math.isnan(cohens_kappa(["a"], ["a"]))


def many(count: int, sources: int) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Two readers that differ in every fifth passage, and contributions with equally many passages."""
    first = {f"u{n:03}": "abc"[n % 3] for n in range(count)}
    second = {one: "d" if n % 5 == 0 else value for n, (one, value) in enumerate(first.items())}
    return first, second, {one: f"s-{n % sources}" for n, one in enumerate(first)}


@pytest.mark.parametrize(
    ("count", "sources", "enough"),
    [
        (FEWEST_PASSAGES, FEWEST_SOURCES, True),
        (FEWEST_PASSAGES - 1, FEWEST_SOURCES, False),
        (FEWEST_PASSAGES, FEWEST_SOURCES - 1, False),
    ],
)
def test_too_few_give_no_interval(count: int, sources: int, enough: bool) -> None:
    """The figure stands, and says that nobody knows how sure it is."""
    found, themes = placement_agreement(*many(count, sources)), theme_agreement(*many(count, sources))
    assert found.enough is themes.enough is enough
    for figure in (found.agree, found.kappa, found.alpha, found.macro_f1, themes.ari, themes.pairs_f1):
        assert figure.value is not None
        assert (figure.low is not None) is enough


def test_a_rare_target_has_no_interval() -> None:
    """Fewer than five passages on a target tell nothing of it."""
    first, second, source_of = many(60, 20)
    first, second = first | {"u000": "z"}, second | {"u000": "z"}
    found = placement_agreement(first, second, source_of).by_target
    assert found["z"] == Figure(value=1.0)
    assert found["a"].low is not None


# -- intervals ------------------------------------------------------------------------------------------


def test_the_interval_holds_the_value_and_is_the_same_in_any_order() -> None:
    """Percentiles around the figure; another order of what came in changes nothing."""
    first, second, source_of = many(100, 25)
    found = placement_agreement(first, second, source_of)
    for figure in (found.agree, found.kappa, found.alpha):
        assert figure.value is not None
        assert figure.low is not None
        assert figure.high is not None
        assert figure.low < figure.value < figure.high
    turned = [dict(reversed(list(side.items()))) for side in (first, second, source_of)]
    assert placement_agreement(*turned) == found
    assert theme_agreement(*turned) == theme_agreement(first, second, source_of)


def test_passages_of_one_letter_are_no_independent_witnesses() -> None:
    """Whole contributions are drawn: where all errors are of a few letters, the interval is wider."""
    first = {f"u{n:03}": "ab"[n % 2] for n in range(100)}
    second = {one: "c" if n < 20 else value for n, (one, value) in enumerate(first.items())}
    lumped = placement_agreement(first, second, {one: f"s-{n // 10:02}" for n, one in enumerate(first)}).agree
    spread = placement_agreement(first, second, {one: f"s-{n % 10:02}" for n, one in enumerate(first)}).agree
    widths = [(figure.high or 0) - (figure.low or 0) for figure in (lumped, spread)]
    assert lumped.value == spread.value == 0.8
    assert widths[0] > 3 * widths[1]


def test_the_interval_covers() -> None:
    """Of 60 samples from readers who agree in 80 of 100, at least 52 intervals hold 0.8 (fewer: p < 0.01 at 95 %)."""
    rng, covered = np.random.default_rng(7), 0
    for _ in range(60):
        alike = rng.random(100) < 0.8
        first = {f"u{n:03}": "a" for n in range(100)}
        second = {one: "a" if same else "b" for one, same in zip(first, alike, strict=True)}
        figure = placement_agreement(first, second, alone(first)).agree
        covered += (figure.low or 0) <= 0.8 <= (figure.high or 0)
    assert covered >= 52


# -- sabotage -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("figure", ["agree", "kappa", "alpha", "macro_f1"])
def test_each_figure_of_placement_falls_when_answers_are_broken(figure: str) -> None:
    """Sabotage twin: shifting half of the answers lowers every figure."""
    first, second, source_of = many(60, 20)
    broken = {one: "abcd"[("abcd".index(value) + n % 2) % 4] for n, (one, value) in enumerate(second.items())}
    before, after = (getattr(placement_agreement(first, side, source_of), figure).value for side in (second, broken))
    assert before > after


@pytest.mark.parametrize("figure", ["pairs_f1", "ari"])
def test_each_figure_of_themes_falls_when_groups_are_broken(figure: str) -> None:
    """Sabotage twin: everything in one group, or everything alone, is no agreement about groups."""
    first, _, source_of = many(60, 20)
    renamed = {one: f"other {value}" for one, value in first.items()}

    def value(side: dict[str, str]) -> float:
        return getattr(theme_agreement(first, side, source_of), figure).value or 0.0

    assert value(renamed) == 1.0
    assert value(dict.fromkeys(first, "one")) < 0.6
    assert value({one: one for one in first}) < 0.1
