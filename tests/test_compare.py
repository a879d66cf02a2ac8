"""Everything that grouping and placing look at, in one place."""

from __future__ import annotations

import numpy as np
import pytest

from consult.themes.compare import Compared, compare_passages, read_shingles
from consult.themes.context import Around
from tests.theme_cases import FRAMEWORK, NOTHING, three_subjects, vectors_for


def compared(times: int = 3) -> Compared:
    """Three subjects beside the framework."""
    passages, _ = three_subjects(times)
    return compare_passages(passages, FRAMEWORK, vectors_for(passages, FRAMEWORK))


def test_shapes_fit_each_other() -> None:
    """N passages, t targets, and one column more for none of them."""
    found = compared()
    assert found.own.shape == (9, 4)
    assert found.alike.meaning.shape == found.alike.words.shape == (9, 3)
    assert found.neighbours.rows.shape == found.neighbours.alike.shape == (9, 8)
    assert len(found.views) == 9
    assert found.views.targets.shape == (9, 3)


def test_each_subject_points_at_its_target() -> None:
    """By meaning and words together; subjects come as innkjøp, lobby, bibliotek."""
    best = compared().own[:, :-1].argmax(axis=1).tolist()
    assert best == [0, 0, 0, 2, 2, 2, 1, 1, 1]


def test_targets_view_is_the_root_of_the_posterior() -> None:
    """So that two passages certain of one target are as like as can be."""
    found = compared()
    assert np.allclose(found.views.targets**2, found.own[:, :-1], atol=1e-6)


def test_words_are_kept_for_the_evidence() -> None:
    """Key and word of each text."""
    found = compared()
    assert any("lobbyregister" in dict(words) for words in found.words.values())


def test_without_a_framework_only_the_targets_are_missing() -> None:
    """Grouping goes on; nothing can be placed."""
    passages, _ = three_subjects(2)
    found = compare_passages(passages, NOTHING, vectors_for(passages, NOTHING))
    assert found.own.shape == (6, 1)
    assert found.views.targets.shape == (6, 0)


def test_a_large_corpus_is_not_compared_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit only some vote, and words are no view: memory is bounded."""
    monkeypatch.setattr("consult.themes.compare.EXACT", 5)
    found = compared()
    assert set(found.neighbours.rows.ravel()) <= {0, 2, 4, 6, 8}
    assert found.views.words is None


def test_what_is_at_hand_is_used() -> None:
    """Words read before, and what stands around the passages: the same comes out."""
    passages, _ = three_subjects(3)
    vectors = vectors_for(passages, FRAMEWORK)
    around, shingles = Around(passages, vectors), read_shingles(passages, FRAMEWORK)
    found, again = compared(), compare_passages(passages, FRAMEWORK, vectors, around, shingles)
    assert np.array_equal(found.own, again.own)
    assert np.array_equal(found.neighbours.rows, again.neighbours.rows)
    assert again.words is shingles.words
    assert again.words == found.words
