"""Stretches that are taken, against the slow way of asking each."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from consult.read.numbers import Sighting, without_overlap
from consult.read.taken import Taken

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda one: (one[0], one[0] + one[1])), max_size=12
)


@given(SPANS, st.integers(0, 45), st.integers(1, 9))
def test_free_as_asked_one_by_one(spans: list[tuple[int, int]], start: int, length: int) -> None:
    """Also where stretches overlap each other from the beginning."""
    free = all(start + length <= one or end <= start for one, end in spans)
    assert Taken(spans).is_free(start, start + length) == free


@given(SPANS)
def test_one_after_the_other(spans: list[tuple[int, int]]) -> None:
    """Taken as they come, if they are free: the same ones as by comparing with all."""
    taken, kept = Taken(), list[tuple[int, int]]()
    for start, end in spans:
        free = all(end <= one or other <= start for one, other in kept)
        assert taken.is_free(start, end) == free
        if free:
            taken.add(start, end)
            kept.append((start, end))


@given(SPANS, st.lists(st.sampled_from([0.5, 0.8, 1.0]), min_size=12, max_size=12))
def test_of_overlapping_sightings_the_surer(spans: list[tuple[int, int]], certainty: list[float]) -> None:
    """No two overlap, and what is left out overlaps something as sure."""
    found = [Sighting(*span, "phone", sure) for span, sure in zip(spans, certainty, strict=False)]
    kept = without_overlap(found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(kept))
    for one in found:
        assert any(one.start < k.end and k.start < one.end and k.certainty >= one.certainty for k in kept)
