"""Wider themes: none where a reader sees all themes at once, and never one theme in two of them."""

from __future__ import annotations

import time

import numpy as np
import pytest

from consult.evaluate.themes import adjusted_rand
from consult.records import Theme
from consult.themes.levels import MANY, carry_on, kept_wider, wider_groups
from consult.themes.views import Array, Views


def nested(wide: int, narrow: int, each: int = 4) -> tuple[Views, list[list[int]], list[int]]:
    """Passages in `wide` × `narrow` groups, their rows by group, and the wide subject of each group."""
    rng = np.random.default_rng(2)
    width = 200
    centres = rng.normal(size=(wide, width))
    rows, groups, about = [], [], []
    for at in range(wide):
        for _ in range(narrow):
            middle = centres[at] + 0.8 * rng.normal(size=width)
            groups.append(list(range(len(rows), len(rows) + each)))
            rows += [middle + 0.4 * rng.normal(size=width) for _ in range(each)]
            about.append(at)
    made = np.array(rows, dtype=np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    targets = np.zeros((len(made), 1), dtype=np.float32)
    return Views(meaning=made, words=None, targets=targets, spread=width**-0.5), groups, about


def test_few_themes_have_no_wider_ones() -> None:
    """Sixty passages read as fifteen themes, flat."""
    views, groups, _ = nested(3, 5)
    assert len(groups) <= MANY
    assert set(wider_groups(groups, views, 0.0)) == {-1}


def test_single_voices_alone_make_no_levels() -> None:
    """Fifty statements on fifty subjects are fifty themes, and nothing is wider."""
    views, _, _ = nested(50, 1, each=1)
    assert set(wider_groups([[row] for row in range(50)], views, 0.0)) == {-1}


def test_many_themes_fall_into_their_wide_subjects() -> None:
    """Forty themes on five wide subjects."""
    views, groups, about = nested(5, 8)
    assert adjusted_rand(about, list(wider_groups(groups, views, 0.0))) > 0.9


def test_sabotage_themes_at_random_have_no_wide_subjects_to_find() -> None:
    """The agreement comes from the vectors."""
    views, groups, about = nested(5, 8)
    order = np.random.default_rng(3).permutation(len(about))
    assert adjusted_rand([about[at] for at in order], list(wider_groups(groups, views, 0.0))) < 0.3


def test_a_theme_that_nothing_is_near_to_stands_for_itself() -> None:
    """No bin for what does not fit (law 7)."""
    views, groups, _ = nested(5, 8)
    alone = views.meaning.copy()
    alone[groups[0]] = -views.meaning.mean(axis=0) / np.linalg.norm(views.meaning.mean(axis=0))
    changed = Views(meaning=alone, words=None, targets=views.targets, spread=views.spread)
    assert wider_groups(groups, changed, 0.0)[0] == -1


def test_the_order_of_groups_changes_nothing() -> None:
    """As they come (law 5)."""
    views, groups, _ = nested(5, 8)
    order = np.random.default_rng(4).permutation(len(groups)).tolist()
    once, turned = wider_groups(groups, views, 0.0), wider_groups([groups[at] for at in order], views, 0.0)
    assert adjusted_rand([once[at] for at in order], list(turned)) == pytest.approx(1.0)


def join_one_by_one(alike: Array, sizes: list[int], cut: float) -> list[int]:
    """Average linkage as it is defined: of all pairs that are left the nearest is joined, and all are looked at."""
    left = alike.astype(np.float64)
    np.fill_diagonal(left, -np.inf)
    held, label = np.asarray(sizes, dtype=np.float64), np.arange(len(left))
    while len(left) > 1:
        one, other = sorted(divmod(int(left.argmax()), len(left)))
        if left[one, other] < cut:
            break
        row = (held[one] * left[one] + held[other] * left[other]) / (held[one] + held[other])
        row[[one, other]] = -np.inf
        left[one] = left[:, one] = row
        left[other] = left[:, other] = -np.inf
        held[one] += held[other]
        label[label == other] = one
    return [int(one) for one in label]


def drawn(count: int, digits: int, seed: int) -> Array:
    """Similarities of as many groups, rounded so that many are equal."""
    rows = np.random.default_rng(seed).normal(size=(count, 20))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.round(rows @ rows.T, digits), dtype=np.float32)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("cut", [-2.0, 0.0, 0.3])
def test_joining_is_average_linkage(seed: int, cut: float) -> None:
    """Whatever is kept on the way, the same groups as by looking at every pair each time; equal pairs too."""
    alike, sizes = drawn(30, 1 + seed % 2, seed), [1 + at % (1 + seed % 3) for at in range(30)]
    assert carry_on(alike, sizes, cut).tolist() == join_one_by_one(alike, sizes, cut)


def test_many_groups_are_joined_without_looking_at_all_pairs_each_time() -> None:
    """A thousand lone voices: a third of the time at the most, and less the more there are."""
    alike, sizes = drawn(1000, 6, 1), [1] * 1000
    began = time.process_time()
    found = carry_on(alike, sizes, 0.0).tolist()
    took = time.process_time() - began
    assert found == join_one_by_one(alike, sizes, 0.0)
    assert 3 * took < time.process_time() - began


@pytest.mark.parametrize(("cut", "expected"), [(0.6, [0, 0, 2]), (0.95, [0, 1, 2]), (0.1, [0, 0, 0])])
def test_joining_stops_at_the_cut(cut: float, expected: list[int]) -> None:
    """The larger of two groups counts more in what they have in common with a third."""
    alike = np.array([[1, 0.9, 0.2], [0.9, 1, 0.5], [0.2, 0.5, 1]], dtype=np.float32)
    assert carry_on(alike, [3, 1, 1], cut).tolist() == expected
    assert carry_on(alike, [3, 1, 1], 0.28).tolist() == [0, 0, 2]
    assert carry_on(alike, [1, 3, 1], 0.28).tolist() == [0, 0, 0]


def theme(theme_id: str, parent: str, *passages: str) -> Theme:
    """A theme of the run before."""
    return Theme(theme_id=theme_id, title=theme_id, keywords=(), passage_ids=passages, parent=parent)


def test_a_wider_theme_keeps_its_title_while_it_holds_mostly_the_same() -> None:
    """One more letter renames nothing (law 6); what is new, or has fallen apart, is named anew."""
    before = [theme("t-1", "Innkjøp", "a", "b"), theme("t-2", "Innkjøp", "c"), theme("t-4", "", "d")]
    assert kept_wider({0: {"a", "b", "c", "x"}, 3: {"y"}, 4: {"d"}}, before) == {0: "Innkjøp"}
    assert kept_wider({0: {"a", "x"}, 1: {"b", "c", "d", "y"}}, before) == {}
