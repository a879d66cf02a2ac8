"""Units: words of a span on one line, emphasis around the whole."""

from __future__ import annotations

import pytest

from consult.read.units import Unit, plain, without_emphasis, word_count
from consult.records import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eit ord", "eit ord"),
        ("to\nlinjer", "to linjer"),
        ("sitat\n> går vidare\n> her", "sitat går vidare her"),
        ("**Fasilitator:** skriv", "Fasilitator: skriv"),
        ("_Tida er ute._", "Tida er ute."),
        ("fleire   mellomrom\tog tabulator", "fleire mellomrom og tabulator"),
        ("snake_case og 2*3*4", "snake_case og 2*3*4"),
        ("e-post til a_b@c.example", "e-post til a_b@c.example"),
    ],
)
def test_the_words_of_a_span(text: str, expected: str) -> None:
    """Wraps, marks of quotation and emphasis are undone; signs inside words stay."""
    assert plain(text, Span(start=0, end=len(text))) == expected


@pytest.mark.parametrize(
    ("text", "inner"),
    [("**a b**", "a b"), ("*a*", "a"), ("__a__", "a"), ("_a b_", "a b"), ("***a***", "a")],
)
def test_emphasis_around_the_whole(text: str, inner: str) -> None:
    """Marks around the whole of a text lie outside it."""
    start, end, strong = without_emphasis(text, 0, len(text))
    assert strong
    assert text[start:end] == inner


@pytest.mark.parametrize("text", ["a", "*a", "a*", "* a *", "**a** og **b**", "_a_b", "**", "2*3"])
def test_what_is_no_emphasis(text: str) -> None:
    """Marks at one end, around parts, or with white space inside are characters of the text."""
    assert without_emphasis(text, 0, len(text)) == (0, len(text), False)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("– …", 0), ("eitt", 1), ("e-post, tlf. 22", 3), ("kl. 09.30–10.00", 3), ("don't stop", 2)],
)
def test_words_are_counted(text: str, count: int) -> None:
    """Numbers are words, marks are none."""
    assert word_count(text) == count


def test_a_unit_cannot_be_empty() -> None:
    """A unit has words."""
    with pytest.raises(ValueError, match="empty"):
        Unit(start=3, end=3, kind="item")
