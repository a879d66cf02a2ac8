"""Groups by density: what lies dense is one group, what lies thin joins the nearest or stands alone."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from consult.evaluate.themes import bcubed
from consult.settings import GROUPINGS
from consult.themes.density import dense_groups, joined
from consult.themes.group import METHODS

Likeness = NDArray[np.float32]


def likeness(groups: list[int], within: float = 0.9, between: float = 0.1, seed: int = 1) -> Likeness:
    """How alike passages of these groups are, with a little noise; a group below 0 is like no other, itself neither."""
    labels = np.asarray(groups)
    same = (labels[:, None] == labels[None, :]) & (labels >= 0)[:, None]
    noise = np.random.default_rng(seed).normal(scale=0.01, size=same.shape)
    made = np.where(same, within, between) + (noise + noise.T) / 2
    np.fill_diagonal(made, 1.0)
    return made.astype(np.float32)


def test_settings_and_methods_name_the_same() -> None:
    """What can be set is what there is, and the first is the default."""
    assert tuple(METHODS) == GROUPINGS


def test_a_passage_like_no_other_stays_alone() -> None:
    """It joins no group that it has less than the cut in common with."""
    labels = dense_groups(likeness([0, 0, 0, 0, 1, 1, 1, 1, -1]), 0.5)
    assert np.count_nonzero(labels == labels[-1]) == 1


def test_where_nothing_is_dense_each_stands_alone() -> None:
    """Three that have nothing in common are three groups, or one where they share more than the cut."""
    labels = dense_groups(likeness([-1, -1, -1]), 0.5)
    assert len(set(labels.tolist())) == 3


@pytest.mark.parametrize(
    "groups",
    [[0, 0, 0, 1, 1, 1], [0, 1, 0, 1, 0, 1, 2, 2, 2], [0] * 30 + [1] * 3 + [2] * 3],
    ids=["two", "mixed order", "uneven"],
)
def test_what_lies_dense_is_found(groups: list[int]) -> None:
    """Groups that lie apart from each other, of any size, are kept apart; none is lost."""
    labels = dense_groups(likeness(groups), 0.5)
    assert bcubed(groups, labels.tolist()).f1 == pytest.approx(1.0)


@pytest.mark.parametrize(("cut", "expected"), [(0.3, [0, 0, 0, 1, 1, 0]), (0.6, [0, 0, 0, 1, 1, 2])])
def test_what_no_group_took_joins_the_nearest(cut: float, expected: list[int]) -> None:
    """Half as like a group as its own members are: in it where that is above the cut, else alone."""
    made = likeness([0, 0, 0, 1, 1, -1])
    made[-1, :3] = made[:3, -1] = 0.45
    assert joined(made, np.asarray([0, 0, 0, 1, 1, -1]), cut).tolist() == expected


def test_unlike_passages_are_not_called_alike() -> None:
    """Sabotage twin: the same groups, their members shuffled, do not score."""
    groups = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
    labels = dense_groups(likeness(groups), 0.5)
    shuffled = np.random.default_rng(5).permutation(groups)
    assert bcubed(shuffled.tolist(), labels.tolist()).f1 < 0.8
