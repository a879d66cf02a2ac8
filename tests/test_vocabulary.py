"""The part of a vocabulary that texts can use: a tokenizer of it gives what one of the whole vocabulary gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.names_network import vocabulary_of
from consult.weights.convert import build_tokenizer
from consult.weights.vocabulary import Vocabulary

SIGNS = "abeinorst <>s/▁\u0301\r\n"
BASE = "multilingual-e5-small"
TEXTS = [
    "Kommunen bør leggje ut alle innkjøpsdata.",
    "",
    " \n ",
    "a<s>b</s>  <mask>",
    "linje\r\nlinje\tog\u00a0meir",
    "▁▁ord ▁",
    "☃☃ \x00 李 😀 ﬁn ẍ\u0301 İ",
    "e\u0301n og \u202eto",
    "a" * 60,
    "Ünïcödé № ½ ①",
]


@pytest.fixture(scope="module")
def whole() -> Any:
    """The library's tokenizer of the whole vocabulary."""
    return build_tokenizer(vocabulary_of(BASE).packed)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary that is brought along."""
    return vocabulary_of(BASE)


def same(vocabulary: Vocabulary, whole: Any, texts: list[str]) -> bool:
    """Whether numbers and stretches of all texts are those of the whole vocabulary."""
    expected = [whole.encode(text, add_special_tokens=False) for text in texts]
    found = vocabulary.encode(texts)
    return [(one.ids, one.spans) for one in found] == [(one.ids, one.offsets) for one in expected]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_alone(vocabulary: Vocabulary, whole: Any, text: str) -> None:
    """Marks, unknown signs, signs that become others, signs that join, white space of all kinds."""
    assert same(vocabulary, whole, [text])


def test_texts_together(vocabulary: Vocabulary, whole: Any) -> None:
    """What one text needs changes nothing for the others."""
    assert same(vocabulary, whole, TEXTS)
    assert vocabulary.encode([]) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=30), st.text(alphabet="abeinorst <>s/▁\u0301\r\n", max_size=40)), max_size=3)
)
def test_any_text(texts: list[str]) -> None:
    """The same for whatever can be written."""
    vocabulary = vocabulary_of(BASE)
    if not hasattr(test_any_text, "whole"):
        test_any_text.whole = build_tokenizer(vocabulary.packed)  # type: ignore[attr-defined]
    assert same(vocabulary, test_any_text.whole, texts)  # type: ignore[attr-defined]


def test_the_part_is_small(vocabulary: Vocabulary) -> None:
    """A sentence can use some hundreds of a quarter of a million pieces; more texts can use more."""
    numbers, tokenizer = vocabulary.tokenizer_for([TEXTS[0]])
    assert len(numbers) == tokenizer.get_vocab_size(with_added_tokens=False) < 500
    assert set(numbers) < set(vocabulary.tokenizer_for([TEXTS[0], "Noko heilt anna"])[0])
    assert numbers == sorted(numbers)


def test_a_piece_that_is_left_out_would_be_noticed(
    vocabulary: Vocabulary, whole: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage twin: without the longest of its pieces a text is divided otherwise."""
    (first, *_) = vocabulary.encode(["Kommunen"])[0].ids
    inside = Vocabulary._inside
    monkeypatch.setattr(Vocabulary, "_inside", lambda self, word: {*inside(self, word)} - {first})
    assert not same(vocabulary, whole, ["Kommunen"])


def test_what_is_kept_does_not_grow_for_ever(
    vocabulary: Vocabulary, whole: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words are forgotten when there are many, and looked up again."""
    monkeypatch.setattr("consult.weights.vocabulary.MANY", 3)
    assert same(vocabulary, whole, TEXTS)
    assert len(vocabulary._known) <= 3 or (vocabulary.encode(["eitt"]) and len(vocabulary._known) <= 3)
