"""Classes of words: the same whether their sentences were seen before or not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.themes import wordclass
from consult.themes.wordclass import word_classes

WORDS = st.lists(
    st.sampled_from(["Kurs", "på", "biblioteket", "the", "long", "road", "!", "byggjer", "12"]), max_size=5
)
SENTENCES = st.lists(st.tuples(WORDS, st.sampled_from(["nn", "nb", "en"])), min_size=1, max_size=5)


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """Each test begins with nothing kept, and leaves nothing behind."""
    wordclass._KNOWN.clear()
    yield
    wordclass._KNOWN.clear()


def classes(sentences: list[tuple[list[str], str]]) -> list[list[str]]:
    """Classes of words of sentences with their languages."""
    return word_classes([words for words, _ in sentences], [language for _, language in sentences])


def test_nothing_has_no_classes() -> None:
    """No sentences, and sentences of no words."""
    assert word_classes([], []) == []
    assert word_classes([[], []], ["nn", "en"]) == [[], []]


@given(st.lists(SENTENCES, max_size=3), SENTENCES)
def test_what_was_asked_before_changes_nothing(
    before: list[list[tuple[list[str], str]]], asked: list[tuple[list[str], str]]
) -> None:
    """Kept scores are those that the model gives, digit by digit; what else was asked leaves no trace."""
    wordclass._KNOWN.clear()
    fresh = classes(asked)
    scores = wordclass._scores(*zip(*asked, strict=True))
    wordclass._KNOWN.clear()
    for others in before:
        classes(others)
    assert classes(asked) == fresh
    assert np.array_equal(wordclass._scores(*zip(*asked, strict=True)), scores)


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept goes when there is too much; what is too much by itself is not kept at all."""
    monkeypatch.setattr(wordclass, "KEPT", 4)
    classes([(["Kurs", "på", "biblioteket"], "nn")])
    assert list(wordclass._KNOWN) == [("nn", ("Kurs", "på", "biblioteket"))]
    classes([(["the", "long", "road"], "en")])
    assert list(wordclass._KNOWN) == [("en", ("the", "long", "road"))]
    classes([(["Kurs", "på", "biblioteket", "12", "!"], "nn")])
    assert not wordclass._KNOWN


def test_a_sentence_in_two_languages_is_two() -> None:
    """-ing is a noun in Norwegian, a verb in English: the language is part of what is kept."""
    classes([(["building"], "en"), (["building"], "nn")])
    assert len(wordclass._KNOWN) == 2


def test_sabotage_kept_scores_decide() -> None:
    """Were the wrong scores kept, the classes would be wrong: they are not made anew."""
    words = (["Kurs", "på", "biblioteket"], "nn")
    assert classes([words])[0][0] == "NOUN"
    wordclass._KNOWN["nn", tuple(words[0])] = np.tile(np.eye(11, dtype=np.float32)[10], (3, 1))
    assert classes([words]) == [["MARK"] * 3]
