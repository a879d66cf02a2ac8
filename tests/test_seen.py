"""A text as it is seen, and the way back to the text as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.read.numbers import find_numbers
from consult.read.seen import UNSEEN, Seen
from tests.privacy_cases import norwegian

SIGNS = st.text(st.sampled_from("ab1 é😀\n\u200b\u200d\u00ad\u2066\ufeff\ufe0f"), max_size=40)


@pytest.mark.parametrize("text", ["", "Ring meg", "a\u00a0b", "\u1f468", "linje\nlinje", "é e\u0301"])
def test_what_can_be_seen_stays(text: str) -> None:
    """Spaces of every kind, lines and accents are seen."""
    seen = Seen(text)
    assert seen.text == text
    assert all(seen.span(at, at + 1) == (at, at + 1) for at in range(len(text)))


@given(SIGNS)
def test_every_sign_leads_back_to_itself(text: str) -> None:
    """Law: each sign that is seen is the sign of the text at its place, and none is lost."""
    seen = Seen(text)
    assert seen.text == UNSEEN.sub("", text)
    for at, sign in enumerate(seen.text):
        start, end = seen.span(at, at + 1)
        assert text[start:end] == sign


@given(SIGNS, st.integers(0, 40), st.integers(1, 40))
def test_a_stretch_leads_back_to_a_stretch(text: str, start: int, length: int) -> None:
    """Law: what stands between the two ends is the same words, with what nobody sees in them."""
    seen = Seen(text)
    end = min(start + length, len(seen.text))
    if start < end:
        first, last = seen.span(start, end)
        assert UNSEEN.sub("", text[first:last]) == seen.text[start:end]


@pytest.mark.parametrize("sign", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2069"])
def test_a_number_with_such_a_sign_in_it_is_found(sign: str) -> None:
    """Wherever it stands; without looking so, nothing is found: sabotage twin."""
    number = norwegian(12, 83, 76, 100)
    for at in range(1, len(number)):
        text = f"Nr. {number[:at]}{sign}{number[at:]} er mitt"
        assert find_numbers(text) == [] or sign == "\u00ad", "the search itself does not know the sign"
        seen = Seen(text)
        (found,) = find_numbers(seen.text)
        assert text[slice(*seen.span(found.start, found.end))] == f"{number[:at]}{sign}{number[at:]}"
