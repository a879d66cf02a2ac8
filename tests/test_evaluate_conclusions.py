"""Who is spoken for, and what is said twice: right on made-up conclusions, and wrong when they are spoilt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from consult.evaluate.conclusions import Vectors, coverage, repeated
from consult.records import Analysis, NotReflected


@pytest.fixture
def vectors(analysis: Analysis) -> Vectors:
    """Each passage about something of its own."""
    rows = np.eye(len(analysis.passages), dtype=np.float32)
    return {passage.passage_id: rows[at] for at, passage in enumerate(analysis.passages)}


def hidden(analysis: Analysis) -> Analysis:
    """The same conclusions, of which only the first quote of each is shown."""
    return replace(
        analysis,
        conclusions=tuple(
            replace(one, citations=tuple(replace(quote, shown=at == 0) for at, quote in enumerate(one.citations)))
            for one in analysis.conclusions
        ),
    )


def test_what_is_shown_is_spoken_for(analysis: Analysis, vectors: Vectors) -> None:
    """By its own words."""
    shown = {quote.passage_id for one in analysis.conclusions for quote in one.citations if quote.shown}
    assert coverage(analysis, vectors) >= len(shown) / len(analysis.passages)


def test_sabotage_hiding_every_quote_leaves_nobody_spoken_for(analysis: Analysis, vectors: Vectors) -> None:
    """To be counted is not to be heard."""
    none = replace(analysis, conclusions=(), not_reflected=())
    assert coverage(none, vectors) == 0.0


def test_what_is_near_a_shown_quote_is_spoken_for(analysis: Analysis, vectors: Vectors) -> None:
    """All alike: one quote a theme speaks for all of it."""
    same = dict.fromkeys(vectors, np.eye(1, 4, dtype=np.float32)[0])
    assert coverage(hidden(analysis), same) == 1.0


def test_what_is_listed_as_not_reflected_is_accounted_for(analysis: Analysis, vectors: Vectors) -> None:
    """Law 2: cited, or listed with a reason."""
    listed = tuple(
        NotReflected(passage_id=passage.passage_id, theme_id="t-1", reason="short") for passage in analysis.passages
    )
    assert coverage(replace(analysis, conclusions=(), not_reflected=listed), vectors) == 1.0


def test_quotes_about_different_things_repeat_nothing(analysis: Analysis, vectors: Vectors) -> None:
    """Each says something of its own."""
    assert repeated(analysis, vectors) == 0.0


def test_sabotage_a_quote_twice_in_a_sentence_is_a_repetition(analysis: Analysis, vectors: Vectors) -> None:
    """The second of two that say the same counts."""
    first = analysis.conclusions[0]
    twice = replace(first, citations=(replace(first.citations[0], shown=True),) * 2)
    assert repeated(replace(analysis, conclusions=(twice,)), vectors) == 0.5
