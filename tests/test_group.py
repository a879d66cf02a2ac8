"""Groups: what must stay apart, what must come together, at any size and in any order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from consult.evaluate.themes import adjusted_rand, bcubed
from consult.themes import group as consult_group
from consult.themes.group import CHANCE, CUT_LEAST, CUT_SMALL, METHODS, Way, cut_share, group_passages, threshold
from consult.themes.views import USUAL_SPREAD, Views, similarities
from tests.theme_cases import Array

MODULE = consult_group
PLAIN = Way(anchors=0.0)


def blobs(count: int, subjects: int, seed: int = 1, spread: float = 0.9, width: int = 32) -> tuple[Views, list[int]]:
    """Views of passages around so many subjects, and the subject of each; rows shuffled."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(subjects, width)).astype(np.float32)
    about = np.arange(count) % subjects
    rng.shuffle(about)
    rows = centres[about] + spread * rng.normal(size=(count, width)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return views(rows), about.tolist()


def views(rows: Array) -> Views:
    """Views of meaning alone, with the spread that random rows of their width have."""
    targets = np.zeros((len(rows), 1), dtype=np.float32)
    return Views(meaning=rows.astype(np.float32), words=None, targets=targets, spread=rows.shape[1] ** -0.5)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 20])
def test_every_passage_has_a_group_at_any_size(count: int) -> None:
    """No outlier bin: labels run from 0 without a gap."""
    labels = group_passages(blobs(max(count, 1), 2)[0].take(np.arange(count)), PLAIN)
    assert len(labels) == count
    assert sorted(set(labels.tolist())) == list(range(len(set(labels.tolist()))))


def test_one_passage_is_a_group() -> None:
    """A consultation with one letter has one theme."""
    assert group_passages(views(np.eye(1, 8)), PLAIN).tolist() == [0]


def test_two_passages_are_together_only_if_they_are_clearly_alike() -> None:
    """Without a third there is no telling what is usual; so only paraphrases meet."""
    assert group_passages(views(np.eye(2, 8)), PLAIN).tolist() == [0, 1]
    alike = replace(views(np.array([[1.0, 0.1], [1.0, 0.0]]) / 1.005), spread=USUAL_SPREAD)
    assert group_passages(alike, PLAIN).tolist() == [0, 0]


def test_equal_passages_are_one_group_at_any_size() -> None:
    """If all say the same there is one theme."""
    rows = np.tile(np.eye(1, 8), (7, 1))
    assert set(group_passages(views(rows), PLAIN).tolist()) == {0}


def test_groups_follow_subjects() -> None:
    """Passages around five subjects come out as about five groups."""
    made, about = blobs(60, 5, spread=0.5)
    assert bcubed(about, group_passages(made, PLAIN).tolist()).f1 > 0.9


def test_sabotage_random_vectors_do_not_make_the_metric_happy() -> None:
    """Without subjects in the vectors there are none in the groups."""
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(60, 32))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    assert bcubed([at % 5 for at in range(60)], group_passages(views(rows), PLAIN).tolist()).f1 < 0.4


def test_a_passage_like_no_other_stands_alone() -> None:
    """A single voice keeps a theme of its own (law 7)."""
    made, _ = blobs(40, 3, spread=0.4, width=31)
    rows = np.hstack([made.meaning, np.zeros((40, 1), dtype=np.float32)])
    rows = np.vstack([rows, np.eye(32)[-1]])
    labels = group_passages(views(rows), PLAIN)
    assert (labels == labels[-1]).sum() == 1


@pytest.mark.parametrize("count", [40, 450])
def test_permuting_passages_permutes_groups(count: int) -> None:
    """With the rows in another order, the same passages are together (find_themes also fixes the order)."""
    made, _ = blobs(count, 6)
    order = np.random.default_rng(5).permutation(count)
    assert adjusted_rand(
        group_passages(made, PLAIN)[order].tolist(), group_passages(made.take(order), PLAIN).tolist()
    ) == pytest.approx(1.0)


def test_the_same_rows_give_the_same_labels() -> None:
    """Nothing is drawn at random."""
    made, _ = blobs(120, 6)
    assert np.array_equal(group_passages(made, PLAIN), group_passages(made, PLAIN))


def test_granularity_makes_groups_finer_or_wider() -> None:
    """The one knob: above zero more groups, below zero fewer."""
    made, _ = blobs(150, 12)
    sizes = [
        int(group_passages(made, Way(anchors=0.0, granularity=granularity)).max()) for granularity in (-1.5, 0.0, 2.0)
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2]


def test_themes_grow_wider_as_the_corpus_grows_and_then_no_further() -> None:
    """Sixty passages read as fifteen themes, two thousand as ten."""
    cuts = [cut_share(count) for count in (5, 60, 100, 300, 1000, 100_000)]
    assert cuts[0] == cuts[2] == CUT_SMALL
    assert cuts == sorted(cuts, reverse=True)
    assert cuts[-1] == cuts[-2] == CUT_LEAST


def pairs_with(related: float) -> Array:
    """Similarities of which most are noise around .2, and a hundred are `related`: every passage has one."""
    rng = np.random.default_rng(4)
    noise = np.triu(rng.normal(0.2, 0.05, size=(200, 200)), 1)
    noise[np.arange(0, 199, 2), np.arange(1, 200, 2)] = related
    return np.asarray(noise + noise.T + np.eye(200), dtype=np.float32)


def test_threshold_lies_between_unrelated_pairs_and_nearest_ones() -> None:
    """At the share of the way that is asked for; granularity adds deviations of unrelated pairs."""
    similarity = pairs_with(0.4)
    assert threshold(similarity, 0.0) == pytest.approx(0.2, abs=0.01)
    assert threshold(similarity, 0.5) == pytest.approx(0.3, abs=0.01)
    assert threshold(similarity, 0.5, granularity=1.0) == pytest.approx(0.35, abs=0.015)


def test_the_nearest_of_strangers_make_no_theme() -> None:
    """Where nobody is near anybody, what the nearest have in common is chance (law 7)."""
    similarity = pairs_with(0.2)
    assert threshold(similarity, 0.6) == pytest.approx(0.2 + 0.6 * CHANCE * 0.05, abs=0.01)


def test_pairs_are_those_of_a_condensed_matrix() -> None:
    """Each pair once, in the order in which scipy has them."""
    similarity = np.random.default_rng(3).normal(size=(7, 7)).astype(np.float32)
    assert np.array_equal(MODULE._pairs(similarity), similarity[np.triu_indices(7, 1)])


def test_a_passage_is_not_its_own_nearest() -> None:
    """What a passage has in common with itself says nothing of a cut, and the similarities stay as they are."""
    similarity = np.full((40, 40), 0.2, dtype=np.float32)
    itself = similarity.copy()
    np.fill_diagonal(itself, 5.0)
    before = itself.copy()
    assert threshold(itself, 0.5) == threshold(similarity, 0.5)
    assert np.array_equal(itself, before)


def test_threshold_follows_the_scale_of_an_encoder() -> None:
    """Similarities twice as large give a cut twice as high, and so the same groups."""
    similarity = pairs_with(0.4)
    assert threshold(2 * similarity, 0.5) == pytest.approx(2 * threshold(similarity, 0.5), abs=1e-4)


def test_few_subjects_and_many_are_told_apart_by_what_alike_means() -> None:
    """Sixty passages on three subjects make few themes, on thirty many: the cut does not follow the nearest."""
    groups = [group_passages(blobs(60, subjects, spread=0.9, width=200)[0], PLAIN).max() + 1 for subjects in (3, 30)]
    assert groups[0] <= 4
    assert 28 <= groups[1] <= 32


def test_the_absolute_cut_counts_where_no_framework_pulls() -> None:
    """Mixed by how much of the corpus a framework explains, from the one to the other."""
    similarity = pairs_with(0.4)
    cuts = [threshold(similarity, 0.5, alike=0.15, mix=mix) for mix in (0.0, 0.5, 1.0)]
    assert cuts == pytest.approx([0.35, 0.325, 0.3], abs=0.01)


@pytest.mark.parametrize("share", [0.5, 0.7])
def test_a_corpus_of_two_subjects_falls_in_two(share: float) -> None:
    """Related pairs may be most of all pairs; the corpus must not fall apart for that."""
    rng = np.random.default_rng(8)
    about = np.arange(40) < share * 40
    rows = np.where(about[:, None], np.eye(12)[0], np.eye(12)[1]) + rng.normal(size=(40, 12)) * 0.08
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    assert bcubed(about.tolist(), group_passages(views(rows), PLAIN).tolist()).f1 > 0.7


def test_targets_pull_passages_together() -> None:
    """Anchors join what points at the same commitment."""
    made, _ = blobs(30, 6, spread=1.5)
    targets = np.zeros((30, 2), dtype=np.float32)
    targets[:15, 0] = targets[15:, 1] = 1.0
    pulled = group_passages(Views(meaning=made.meaning, words=None, targets=targets), Way(anchors=1.5))
    assert bcubed([0] * 15 + [1] * 15, pulled.tolist()).f1 > 0.9


def test_small_corpora_are_not_smoothed_and_large_ones_are() -> None:
    """Few neighbours say nothing about a passage; many do."""
    small, large = blobs(60, 4)[0], blobs(600, 4, spread=1.6)
    assert MODULE._smooth(similarities(small, small, 0.0)) is not None
    before = similarities(small, small, 0.0)
    assert np.array_equal(MODULE._smooth(before), before)
    rough = similarities(large[0], large[0], 0.0)
    smooth = MODULE._smooth(rough)
    same = np.equal.outer(large[1], large[1])
    assert smooth[same].mean() - smooth[~same].mean() > rough[same].mean() - rough[~same].mean()
    assert np.allclose(np.diagonal(smooth), 1, atol=1e-4)


def test_a_large_corpus_is_grouped_by_sample_and_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same subjects come out when only every third passage is compared with the others."""
    monkeypatch.setattr(MODULE, "EXACT", 100)
    made, about = blobs(290, 5, spread=0.5)
    labels = group_passages(made, PLAIN).tolist()
    assert len(labels) == 290
    assert bcubed(about, labels).f1 > 0.9


def test_what_no_sample_holds_is_sampled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A subject outside the first sample is found in a later round, not forced into another theme."""
    monkeypatch.setattr(MODULE, "EXACT", 40)
    made, _ = blobs(78, 2, spread=0.2, width=16)
    rare = np.zeros((2, 18), dtype=np.float32)
    rare[:, 17] = 1.0
    rows = np.vstack([np.hstack([made.meaning, np.zeros((78, 2), dtype=np.float32)]), rare])
    labels = group_passages(views(rows), PLAIN)
    assert labels[-1] == labels[-2]
    assert (labels == labels[-1]).sum() == 2


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("count", [3, 60, 300])
def test_every_method_gives_each_passage_one_group(method: str, count: int) -> None:
    """Whatever the method and the size, nothing is thrown away, and the order of the rows changes nothing."""
    made, _ = blobs(count, 5)
    order = np.random.default_rng(3).permutation(count)
    labels = group_passages(made, Way(anchors=0.0, method=method))
    assert sorted(set(labels.tolist())) == list(range(labels.max() + 1))
    again = group_passages(made.take(order), Way(anchors=0.0, method=method))
    assert adjusted_rand(labels[order].tolist(), again.tolist()) == pytest.approx(1.0)


def test_a_method_that_nobody_knows_is_no_method() -> None:
    """Settings refuse it before; here it is an error, never another method in silence."""
    with pytest.raises(KeyError):
        group_passages(blobs(60, 5)[0], Way(anchors=0.0, method="magic"))


def test_products_in_blocks_are_those_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a dense matrix and of a sparse one, and of whatever number of rows is left at the end."""
    from scipy.sparse import csr_matrix

    monkeypatch.setattr(MODULE, "ROWS", 8)
    rng = np.random.default_rng(5)
    left, right = rng.random((21, 13), dtype=np.float32), rng.random((13, 5), dtype=np.float32)
    assert np.allclose(MODULE._product(left, right), left @ right, atol=1e-6)
    assert np.allclose(MODULE._product(csr_matrix(left), right), left @ right, atol=1e-6)


def test_cores_change_nothing_of_what_is_smoothed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One core or several: blocks have one size, so the same bytes come out."""
    monkeypatch.setattr(MODULE, "AGREED_TO", 600)
    rough = similarities(blobs(700, 4)[0], blobs(700, 4)[0], 0.0)
    found = []
    for count in (1, 4):
        monkeypatch.setattr("consult.weights.processor.cores", lambda count=count: count)
        found.append(MODULE._smooth(rough))
    assert np.array_equal(*found)
