"""The lowest layers of an encoder: what leads to them, and what they have learnt."""

from __future__ import annotations

import numpy as np
import pytest

from consult.weights.lower import base_of, build_lower, head_of, taught

BASE = "multilingual-e5-small"


class Same:
    """Layers that leave everything as it is."""

    name = "same"

    def passes(self, lengths: list[int]) -> list[list[int]]:
        """Each alone."""
        return [[number] for number in range(len(lengths))]

    def states(self, windows: list[np.ndarray]) -> list[np.ndarray]:
        """The rows themselves."""
        return windows


def test_what_was_learnt_is_added() -> None:
    """Without it the weights are the base's; with it those that are named are others."""
    _, packed = base_of("multilingual-e5-small")
    name = "encoder.layer.1.output.dense.bias"
    plain, moved = taught(packed, 2, {}), taught(packed, 2, {name: np.ones(384, dtype=np.float32)})
    assert np.allclose(moved[name] - plain[name], 1)
    assert all(np.array_equal(moved[other], plain[other]) for other in plain if other != name)
    assert not [other for other in plain if other.startswith("encoder.layer.2")]


def test_a_row_looks_the_same_in_any_company() -> None:
    """What stands before and behind it in one call changes nothing, and its place in it counts from nought."""
    lower = build_lower(BASE, 1, {}, 8, lambda *_: Same())
    begin, end = lower.ends
    one, other = (begin, 40, 41, end), (begin, 40, end)
    alone = lower.embedded([other])[0]
    together = lower.embedded([one, other, one])
    assert np.array_equal(together[1], alone)
    assert np.array_equal(together[0], together[2])
    assert np.array_equal(together[0][:2], alone[:2])
    assert not np.array_equal(together[0][1], lower.embedded([(begin, 41, end)])[0][1])


def test_no_place_lies_behind_the_longest() -> None:
    """Whoever cuts texts at another length than was said here, is told so."""
    lower = build_lower(BASE, 1, {}, 3, lambda *_: Same())
    assert lower.places.shape == (3, 384)
    with pytest.raises(ValueError, match="broadcast"):
        lower.embedded([(0, 40, 41, 2)])


def test_the_head_stands_on_features() -> None:
    """One row for each label, however it was stored."""
    weight, bias = head_of({"head.weight": np.arange(6.0), "head.bias": np.zeros(2)})
    assert weight.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert bias.shape == (2,)


def test_the_layers_are_built_of_as_many_as_were_asked_for() -> None:
    """With the shape that goes with them."""
    seen = {}
    build_lower(BASE, 2, {}, 8, lambda weights, shape: seen.update(weights=weights, shape=shape) or Same())
    assert seen["shape"].layers == 2
    assert any(name.startswith("encoder.layer.1.") for name in seen["weights"])
    assert not any(name.startswith("encoder.layer.2.") for name in seen["weights"])
