"""Law 5 for names: what is found in a text hangs on that text alone; spans are in order and lie in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.names import LONGEST, find_names, pieces

PARTS = [
    "Kari Nordmann",
    "meinte",
    "at",
    "NAV",
    "Oslo",
    "\n",
    "Mvh",
    "Å. Ø. Næss",
    "12",
    "…",
    "\u202e",
    "\x00",
    "李",
    "😀",
    "-",
    "bjørn",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PARTS), max_size=15).map(" ".join))


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_each_text_alone(texts: list[str]) -> None:
    """Together, alone, or in another order: the same spans with the same certainty."""
    together = find_names(texts, ["nn"] * len(texts))
    assert together == [find_names([text], ["sv"])[0] for text in texts]
    assert together == find_names(texts[::-1], ["nb"] * len(texts))[::-1]


@settings(max_examples=60)
@given(TEXTS)
def test_spans_lie_in_their_text(text: str) -> None:
    """In order, without overlap, not empty, with a certainty from 0 to 1; no span begins or ends in white space."""
    spans = find_names([text], ["nn"])[0]
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert 0 <= span.certainty <= 1
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.end


@given(st.text(alphabet="ab \n", max_size=60).map(lambda text: text * 400))
def test_pieces_tile(text: str) -> None:
    """Long texts are read in pieces that together are the text."""
    found = list(pieces(text))
    assert "".join(piece for _, piece in found) == text
    assert all(0 < len(piece) <= LONGEST for _, piece in found)
