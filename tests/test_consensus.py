"""Groups that agree: what must not hang on one passage, and what a draw may depend on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from consult.evaluate.themes import adjusted_rand, bcubed
from consult.themes import consensus
from consult.themes.consensus import DRAWS, KEPT, agreed_groups
from consult.themes.group import AGREED_FROM, AGREED_TO, Way, group_passages
from consult.themes.views import Views

Rows = NDArray[np.intp]
PLAIN = Way(anchors=0.0)
COUNT = AGREED_FROM + 20
KEYS = tuple(f"merknad {number}" for number in range(COUNT))


def by(labels: Sequence[int]) -> consensus.Group:
    """Grouping that always finds these groups."""
    return lambda rows: np.asarray(labels, dtype=np.intp)[rows]


def blobs(subjects: int = 30, seed: int = 2) -> tuple[Views, list[int]]:
    """Passages around so many subjects, not far from each other."""
    rng = np.random.default_rng(seed)
    about = np.arange(COUNT) % subjects
    rows = rng.normal(size=(subjects, 48))[about] + 1.1 * rng.normal(size=(COUNT, 48))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return Views(meaning=rows, words=None, targets=np.zeros((COUNT, 1), np.float32), spread=48**-0.5), about.tolist()


def test_groups_that_every_draw_finds_stay_as_they_are() -> None:
    """Where there is nothing to disagree about, nothing changes: neither pairs nor lone passages."""
    labels = [at % 7 for at in range(COUNT - 1)] + [7]
    assert adjusted_rand(labels, agreed_groups(KEYS, by(labels)).tolist()) == pytest.approx(1.0)


def test_a_passage_that_is_alone_in_every_draw_is_alone() -> None:
    """No voice is swept up (law 7)."""
    assert len(set(agreed_groups(KEYS[:9], by(range(9))).tolist())) == 9


def test_what_only_few_draws_join_stays_apart() -> None:
    """Sabotage twin: a grouping that joins everything once in ten draws does not get its way."""
    labels, turns = [at % 7 for at in range(COUNT)], iter(range(10**6))

    def group(rows: Rows) -> Rows:
        return np.zeros(len(rows), dtype=np.intp) if next(turns) % 10 == 0 else by(labels)(rows)

    assert adjusted_rand(labels, agreed_groups(KEYS, group).tolist()) == pytest.approx(1.0)


def test_a_draw_holds_the_share_that_it_should() -> None:
    """Each draw leaves out about a fifth, and no two the same fifth."""
    draws = consensus._draws(KEYS)
    assert draws.shape == (COUNT, DRAWS)
    assert abs(draws.mean() - KEPT) < 0.02
    assert len({tuple(column) for column in draws.T.tolist()}) == DRAWS


def test_a_passage_is_in_the_same_draws_whoever_else_is_there() -> None:
    """Draws hang on a passage's own text, so that a letter more changes no other passage's."""
    assert np.array_equal(consensus._draws(KEYS)[100:], consensus._draws(KEYS[100:]))


def test_any_text_can_be_drawn() -> None:
    """Half a surrogate pair, as broken files hold, is a key like others."""
    assert consensus._draws(["\ud800", ""]).shape == (2, DRAWS)


def test_the_order_of_passages_changes_nothing() -> None:
    """The same passages are together in another order."""
    made, _ = blobs()
    order = np.random.default_rng(5).permutation(COUNT)
    keys = [KEYS[at] for at in order]
    assert adjusted_rand(
        group_passages(made, PLAIN, keys=KEYS)[order].tolist(),
        group_passages(made.take(order), PLAIN, keys=keys).tolist(),
    ) == pytest.approx(1.0)


def after_removal(made: Views, keys: Sequence[str]) -> float:
    """Agreement on the rest after a tenth of the passages is gone, mean of three."""
    whole = group_passages(made, PLAIN, keys=keys)
    found = []
    for seed in range(3):
        rows = np.sort(np.random.default_rng(seed).permutation(COUNT)[COUNT // 20 :])
        again = group_passages(made.take(rows), PLAIN, keys=[keys[at] for at in rows] if keys else ())
        found.append(adjusted_rand(whole[rows].tolist(), again.tolist()))
    return float(np.mean(found))


def test_agreed_groups_hold_when_passages_go() -> None:
    """They agree with themselves more than one grouping does, and are no worse for it."""
    made, about = blobs()
    assert after_removal(made, KEYS) > after_removal(made, ())
    agreed, once = (bcubed(about, group_passages(made, PLAIN, keys=keys).tolist()).f1 for keys in (KEYS, ()))
    assert agreed > once - 0.02


@pytest.mark.parametrize("count", [3, AGREED_FROM - 1, AGREED_TO + 1])
def test_smaller_and_larger_corpora_are_grouped_once(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No draws where they do no good or cost too much."""
    monkeypatch.setattr("consult.themes.group.agreed_groups", lambda *_: pytest.fail("drawn"))
    rows = np.random.default_rng(1).normal(size=(count, 16)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    made = replace(blobs()[0], meaning=rows, targets=np.zeros((count, 1), np.float32))
    assert len(group_passages(made, PLAIN, keys=["x"] * count)) == count
