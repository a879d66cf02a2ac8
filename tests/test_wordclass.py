"""Classes of words: the same whether their sentences were seen before or not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from consult.themes import wordclass
from consult.themes.wordclass import word_classes

WORDS = st.lists(
    st.sampled_from(["Kurs", "på", "biblioteket", "the", "long", "road", "!", "byggjer", "12"]), max_size=5
)
SENTENCES = st.lists(st.tuples(WORDS, st.sampled_from(["nn", "nb", "en"])), min_size=1, max_size=5)


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """Each test begins with nothing kept, and leaves nothing behind."""
    forget()
    yield
    forget()


def forget() -> None:
    """Sentences, and the numbers of their forms with them."""
    wordclass._KNOWN.clear()
    wordclass._FORMS.clear()


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
    forget()
    fresh = classes(asked)
    scores, numbers = wordclass._scores(*zip(*asked, strict=True))
    forget()
    for others in before:
        classes(others)
    assert classes(asked) == fresh
    again, others_numbers = wordclass._scores(*zip(*asked, strict=True))
    assert np.array_equal(again, scores)
    assert same_or_not(others_numbers) == same_or_not(numbers)


def same_or_not(numbers: NDArray[np.int64]) -> list[int]:
    """Which words are one form, whatever its number is."""
    first: dict[int, int] = {}
    return [first.setdefault(number, len(first)) for number in numbers.tolist()]


@given(st.lists(SENTENCES, min_size=2, max_size=6))
def test_what_goes_on_the_way_changes_nothing(asked: list[list[tuple[list[str], str]]]) -> None:
    """With room for few words, forms are forgotten again and again, and each gets another number."""
    roomy = []
    for sentences in asked:
        forget()
        roomy.append(classes(sentences))
    forget()
    room, wordclass.KEPT = wordclass.KEPT, 6
    try:
        assert [classes(sentences) for sentences in asked] == roomy
    finally:
        wordclass.KEPT = room


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept goes when there is too much; what is too much by itself is not kept at all."""
    monkeypatch.setattr(wordclass, "KEPT", 4)
    classes([(["Kurs", "på", "biblioteket"], "nn")])
    assert list(wordclass._KNOWN) == [("nn", ("Kurs", "på", "biblioteket"))]
    classes([(["the", "long", "road"], "en")])
    assert list(wordclass._KNOWN) == [("en", ("the", "long", "road"))]
    classes([(["Kurs", "på", "biblioteket", "12", "!"], "nn")])
    assert not wordclass._KNOWN
    assert ("nn", "kurs") in wordclass._FORMS
    classes([(["the", "long", "road"], "en")])
    classes([(["12", "!"], "nn")])
    assert ("nn", "kurs") not in wordclass._FORMS


def test_a_sentence_in_two_languages_is_two() -> None:
    """-ing is a noun in Norwegian, a verb in English: the language is part of what is kept."""
    classes([(["building"], "en"), (["building"], "nn")])
    assert len(wordclass._KNOWN) == 2


def test_sabotage_kept_scores_decide() -> None:
    """Were the wrong scores kept, the classes would be wrong: they are not made anew."""
    words = (["Kurs", "på", "biblioteket"], "nn")
    assert classes([words])[0][0] == "NOUN"
    wordclass._KNOWN["nn", tuple(words[0])] = (
        np.tile(np.eye(11, dtype=np.float32)[10], (3, 1)), np.arange(3)
    )  # fmt: skip
    assert classes([words]) == [["MARK"] * 3]
