"""Probabilities of targets, votes, calibration and the choice of placements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from consult.records import Passage, Placement
from consult.themes.place import (
    ALSO,
    AT_MOST,
    UNSURE,
    Alike,
    Choice,
    calibrate,
    choose,
    combine,
    place_passages,
    posterior,
    vote,
)
from consult.themes.views import Neighbours
from tests.theme_cases import FRAMEWORK, NOTHING, Array, alike_by, say


def alike(*rows: list[float]) -> Alike:
    """Likeness by meaning; words say nothing."""
    meaning = np.array(rows, dtype=np.float32)
    return alike_by(meaning)


def row(*shares: float) -> Array:
    """One posterior row."""
    return np.array(shares, dtype=np.float32)


def names(chosen: Sequence[Choice]) -> list[tuple[str, int]]:
    """What was chosen, readable."""
    return [(choice.kind, choice.at) for choice in chosen]


def test_probabilities_sum_to_one_and_follow_likeness() -> None:
    """The target that is most alike is most probable; none of them has its share."""
    shares = posterior(alike([0.5, 0.1, 0.0], [0.0, 0.0, 0.0]))
    assert np.allclose(shares.sum(axis=1), 1)
    assert shares[0].argmax() == 0
    assert shares[1, 3] > shares[1, 0]


def test_words_count_beside_meaning() -> None:
    """A rare name decides where meaning cannot."""
    meaning = np.zeros((1, 3), dtype=np.float32)
    words = np.array([[0, 0.3, 0]], dtype=np.float32)
    assert posterior(alike_by(meaning, words))[0].argmax() == 1


def test_no_targets_leave_everything_new() -> None:
    """Without a framework nothing can be placed on it."""
    shares = posterior(alike([], []))
    assert shares.shape == (2, 1)
    assert np.allclose(shares, 1)
    assert names(choose(shares[0], NOTHING, speaks=True)) == [("new", 0)]


def about(subject: float, taken: float) -> float:
    """Probability of none of the targets, for a passage that is so much like a subject that is so much a target's."""
    strange = alike_by(np.full((1, 3), 0.2, dtype=np.float32), subjects=np.full((1, 1), subject, dtype=np.float32))
    return float(posterior(replace(strange, taken=np.full(1, taken, dtype=np.float32)))[0, -1])


def test_what_is_about_a_subject_that_no_target_deals_with_is_new() -> None:
    """The more it is about that subject; and a subject that is a target's own makes nothing new."""
    assert about(0.2, 0.0) < 0.5 < about(0.7, 0.0)
    assert about(0.6, 0.5) < about(0.6, 0.2) < about(0.6, 0.0)
    assert about(0.6, 0.5) < 0.1


def test_strangers_worked_out_some_at_a_time_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the cut falls."""
    drawn = np.random.default_rng(4).random((9, 3), dtype=np.float32)
    many = replace(alike_by(drawn, subjects=drawn), taken=np.zeros(3, dtype=np.float32))
    at_once = posterior(many)
    monkeypatch.setattr("consult.themes.place.BLOCK", 4)
    assert np.allclose(posterior(many), at_once, atol=1e-7)


def test_an_encoder_with_other_numbers_gives_the_same_probabilities() -> None:
    """All cosines twice as large, and unrelated texts twice as far apart: nothing has been said."""
    meaning = np.array([[0.3, 0.1, 0.0], [0.0, 0.1, 0.05]], dtype=np.float32)
    one = alike_by(meaning)
    other = replace(one, meaning=2 * meaning, subjects=2 * one.subjects, taken=2 * one.taken, spread=2 * one.spread)
    assert np.allclose(posterior(one), posterior(other), atol=1e-5)
    assert not np.allclose(posterior(one), posterior(replace(one, meaning=2 * meaning)), atol=1e-2)


def everyone(count: int) -> Neighbours:
    """Each passage hears all others, alike."""
    rows = np.array([[other for other in range(count) if other != at] for at in range(count)], dtype=np.intp)
    return Neighbours(rows=rows.reshape(count, count - 1), alike=np.ones((count, count - 1), dtype=np.float32))


def test_neighbours_vote() -> None:
    """A passage that says nothing goes where those like it go."""
    own = np.array([[0.25] * 4, [0.9, 0.04, 0.03, 0.03], [0.9, 0.04, 0.03, 0.03]], dtype=np.float32)
    heard = vote(own, everyone(3))
    assert heard[0, 0] > 0.4
    assert np.allclose(heard.sum(axis=1), 1, atol=1e-5)


def test_nearer_neighbours_count_more() -> None:
    """Of two that contradict each other the nearer one is heard."""
    own = np.array([[0.25] * 4, [0.9, 0.04, 0.03, 0.03], [0.03, 0.04, 0.03, 0.9]], dtype=np.float32)
    alike_to = np.array([[0.9, 0.5]] * 3, dtype=np.float32)
    heard = vote(own, Neighbours(rows=np.array([[1, 2], [0, 2], [0, 1]], dtype=np.intp), alike=alike_to))
    assert heard[0].argmax() == 0


def test_the_nearest_of_strangers_are_not_heard() -> None:
    """In a small corpus everybody has ten neighbours, and none of them need say anything like it."""
    own = np.array([[0.4, 0.3, 0.2, 0.1], [0.03, 0.04, 0.03, 0.9], [0.03, 0.04, 0.03, 0.9]], dtype=np.float32)
    strangers = Neighbours(rows=everyone(3).rows, alike=np.full((3, 2), 0.02, dtype=np.float32))
    assert np.allclose(vote(own, strangers), own, atol=0.01)
    assert vote(own, everyone(3))[0].argmax() == 3


def test_a_passage_alone_hears_nobody() -> None:
    """One passage votes for nobody else."""
    own = posterior(alike([0.4, 0.1, 0.0]))
    assert np.array_equal(vote(own, everyone(1)), own)


def test_agreement_strengthens_nothing_and_contradiction_evens_out() -> None:
    """A geometric mean of two equal opinions is that opinion."""
    one, other = row(0.8, 0.1, 0.1)[None], row(0.1, 0.8, 0.1)[None]
    half = np.array([0.5])
    assert np.allclose(combine(one, one, half), one, atol=1e-6)
    assert combine(one, other, half)[0, 0] == pytest.approx(combine(one, other, half)[0, 1])
    assert np.allclose(combine(one, other, np.array([0.0])), one, atol=1e-6)


def test_calibrated_probability_rises_with_the_share_and_stays_within_bounds() -> None:
    """A monotone map into (0, 1)."""
    values = [calibrate(share) for share in np.linspace(0, 1, 21)]
    assert values == sorted(values)
    assert 0 < values[0] < 0.01
    assert 0.99 < values[-1] < 1


def test_first_choice_comes_first_and_others_only_if_they_are_likely() -> None:
    """Several placements where a passage bears on several."""
    assert names(choose(row(0.6, 0.3, 0.05, 0.05), FRAMEWORK, True)) == [("commitment", 0), ("commitment", 1)]
    assert names(choose(row(0.1, 0.05, 0.8, 0.05), FRAMEWORK, True)) == [("new_topic", 2)]
    assert all(choice.share >= ALSO for choice in choose(row(0.35, 0.33, 0.22, 0.1), FRAMEWORK, True)[1:])
    assert len(choose(row(0.3, 0.3, 0.3, 0.1), FRAMEWORK, True)) <= AT_MOST


def test_what_points_nowhere_is_new_if_it_says_something() -> None:
    """And unplaced if it is a word or two: the machine does not know."""
    nowhere = row(0.1, 0.1, 0.1, 0.7)
    assert names(choose(nowhere, FRAMEWORK, speaks=True)) == [("new", 3)]
    assert names(choose(nowhere, FRAMEWORK, speaks=False)) == [("unplaced", 3)]


def test_a_best_guess_that_is_hardly_better_than_the_rest_is_no_placement() -> None:
    """Below the limit the guess is shown as runner-up only."""
    weak = row(0.13, 0.12, 0.12, 0.48)
    assert calibrate(0.13) < UNSURE
    assert names(choose(weak, FRAMEWORK, speaks=True)) == [("unplaced", 3)]


def place_three() -> tuple[list[Passage], tuple[Placement, ...]]:
    """Two passages of one theme and one alone, with posteriors set by hand."""
    passages = [say("kurs for alle i bygda", start=0), say("kurs", start=50), say("noko heilt anna her", start=90)]
    theme_of = {
        passages[0].passage_id: "t-1",
        passages[1].passage_id: "t-1",
        passages[2].passage_id: "t-2",
    }
    shares = np.array([[0.1, 0.8, 0.05, 0.05], [0.05, 0.6, 0.3, 0.05], [0.1, 0.1, 0.1, 0.7]], dtype=np.float32)
    placed = place_passages(passages, theme_of, shares, FRAMEWORK, lambda rows, at: f"{len(rows)} til {at}")
    return passages, placed


def test_every_passage_and_every_theme_is_placed() -> None:
    """Nothing is left without a row (law 2)."""
    passages, placed = place_three()
    assert {one.passage_id for one in placed if one.passage_id} == {passage.passage_id for passage in passages}
    assert {one.theme_id for one in placed if not one.passage_id} == {"t-1", "t-2"}


def test_placements_are_sorted_and_say_why() -> None:
    """By theme, passage and probability; with evidence and the runner-up."""
    passages, placed = place_three()
    keys = [(one.theme_id, one.passage_id, -one.probability) for one in placed]
    assert keys == sorted(keys)
    first = next(one for one in placed if one.passage_id == passages[0].passage_id)
    assert (first.kind, first.target, first.runner_up, first.evidence) == ("commitment", "4", "1", "1 til 1")
    second = [one.target for one in placed if one.passage_id == passages[1].passage_id]
    assert second == ["4", "T3"]


def test_a_theme_goes_where_its_passages_go() -> None:
    """The mean of its passages' posteriors; a lone new voice is new."""
    _, placed = place_three()
    of_theme = {one.theme_id: one.target for one in reversed(placed) if not one.passage_id}
    assert of_theme == {"t-1": "4", "t-2": "new"}


def test_sabotage_shuffled_posteriors_change_placements() -> None:
    """A placement that did not depend on the posterior would be no placement."""
    passages, placed = place_three()
    theme_of = {one.passage_id: one.theme_id for one in placed if one.passage_id}
    shares = np.array([[0.1, 0.1, 0.1, 0.7], [0.1, 0.8, 0.05, 0.05], [0.8, 0.1, 0.05, 0.05]], dtype=np.float32)
    other = place_passages(passages, theme_of, shares, FRAMEWORK, lambda _rows, _at: "")
    assert [one.target for one in other] != [one.target for one in placed]
