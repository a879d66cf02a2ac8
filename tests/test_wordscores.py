"""Scores of many words in one go: those of the features, word by word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.themes import wordclass, wordscores
from consult.themes.wordclass import BUCKETS, features, rows_of
from consult.themes.wordscores import sentence_scores, shape

WORDS = st.lists(
    st.one_of(st.sampled_from(["Kurs", "på", "^", "$", "DFØ", "12", "!", "byggjer"]), st.text("aBø-|", min_size=1)),
    max_size=6,
)
LANGUAGES = st.sampled_from(["nn", "nb", "da", "sv", "en"])


def scores(sentences: list[list[str]], language: str) -> np.ndarray:
    """By the shipped weights."""
    return sentence_scores(sentences, language, *wordclass._weights())


def by_features(sentences: list[list[str]], language: str) -> np.ndarray:
    """One feature at a time, as the model was trained."""
    weights, intercept = wordclass._weights()
    return np.asarray(rows_of([features(words, language) for words in sentences]) @ weights + intercept)


@given(st.lists(WORDS, min_size=1, max_size=4).filter(any), LANGUAGES)
def test_scores_are_those_of_the_features(sentences: list[list[str]], language: str) -> None:
    """Each feature's weight is added once, in whatever order."""
    assert np.allclose(scores(sentences, language), by_features(sentences, language), atol=1e-4)


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=4), LANGUAGES)
def test_a_sentence_does_not_depend_on_the_others(sentences: list[list[str]], language: str) -> None:
    """The same digits alone and in company."""
    together = scores(sentences, language)
    assert np.array_equal(together, np.concatenate([scores([one], language) for one in sentences]))


@pytest.mark.parametrize(
    ("word", "cased"), [("DFØ", "A"), ("eInnsyn", "a"), ("Kurs", "T"), ("12", "0"), ("–", "."), ("", ".")]
)
def test_a_word_has_the_shape_of_its_letters(word: str, cased: str) -> None:
    """Capitals, small letters, a capital first, digits, marks."""
    assert shape(word) == cased


def test_empty_sentences_have_no_scores_and_disturb_none() -> None:
    """A text without words stands between two that have some."""
    assert np.array_equal(scores([["Kurs"], [], ["på"]], "nn"), scores([["Kurs"], ["på"]], "nn"))


def test_sabotage_without_what_stands_beside_a_word_scores_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were every word alone in its sentence, the sum would be another."""
    sentences = [["the", "building"], ["building", "it"]]
    monkeypatch.setattr(wordscores, "_beside", lambda ids, _: (np.zeros_like(ids), np.ones_like(ids)))
    assert not np.allclose(scores(sentences, "en"), by_features(sentences, "en"), atol=1e-4)


def test_features_are_hashed_to_the_buckets_that_the_weights_have() -> None:
    """As many rows of weights as buckets."""
    assert len(wordclass._weights()[0]) == BUCKETS
