"""Law 3, before and after redaction: what stays stays, what is taken out is gone, and every span finds its way."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from consult.read.redaction import Cut, Redaction

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@st.composite
def redactions(draw: st.DrawFn) -> Redaction:
    """A text with some stretches taken out."""
    text = draw(TEXTS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    cuts = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        cuts.append(Cut(start=start, end=end, placeholder=draw(st.sampled_from(["[namn 1]", "[telefon]", "[x]"]))))
    return Redaction(text, draw(st.permutations(cuts)))


@st.composite
def spans(draw: st.DrawFn) -> tuple[Redaction, int, int]:
    """A redaction and a span of its whole text."""
    redaction = draw(redactions())
    start = draw(st.integers(0, len(redaction.text)))
    return redaction, start, draw(st.integers(start, len(redaction.text)))


def widened(redaction: Redaction, start: int, end: int) -> tuple[int, int]:
    """A span with all of each stretch that it touches."""
    touched = [cut for cut in redaction.cuts if cut.start < end and start < cut.end]
    return min([start, *(cut.start for cut in touched)]), max([end, *(cut.end for cut in touched)])


def by_hand(redaction: Redaction, start: int, end: int) -> str:
    """What a span shows, sign by sign: each stretch once as its placeholder."""
    shown = []
    for at in range(start, end):
        cut = next((one for one in redaction.cuts if one.start <= at < one.end), None)
        if cut is None:
            shown.append(redaction.text[at])
        elif at in (cut.start, start):
            shown.append(cut.placeholder)
    return "".join(shown)


@given(spans())
def test_a_quote_verifies_in_the_redacted_text(given_: tuple[Redaction, int, int]) -> None:
    """What the redacted text holds at the mapped span is the quote with placeholders, whole ones."""
    redaction, start, end = given_
    if start < end:
        first, last = widened(redaction, start, end)

        assert redaction.quote(start, end) == by_hand(redaction, first, last)


@given(spans())
def test_there_and_back_is_the_span_with_what_it_touches(given_: tuple[Redaction, int, int]) -> None:
    """The map loses nothing: back again stands the span, grown by the stretches that it touches."""
    redaction, start, end = given_
    if start < end:
        assert redaction.to_original(*redaction.to_redacted(start, end)) == widened(redaction, start, end)


@given(redactions(), st.lists(st.integers(0, 80), max_size=5))
def test_spans_that_tile_tile_again(redaction: Redaction, edges: list[int]) -> None:
    """Spans that tile the whole text and cut no stretch tile the redacted one."""
    inside = {at for cut in redaction.cuts for at in range(cut.start + 1, cut.end)}
    points = sorted({0, len(redaction.text), *(e for e in edges if e <= len(redaction.text) and e not in inside)})
    mapped = [redaction.to_redacted(a, b) for a, b in pairwise(points)]

    at = 0
    for start, end in mapped:
        assert start == at
        at = end
    assert at == (len(redaction.redacted) if redaction.text else 0)


@given(redactions())
def test_what_stays_is_untouched(redaction: Redaction) -> None:
    """Character for character, and in its order."""
    kept = [sign for at, sign in enumerate(redaction.text) if not any(c.start <= at < c.end for c in redaction.cuts)]

    assert len(redaction.redacted) == len(kept) + sum(len(cut.placeholder) for cut in redaction.cuts)
    assert by_hand(redaction, 0, len(redaction.text)) == redaction.redacted
