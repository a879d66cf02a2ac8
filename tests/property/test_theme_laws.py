"""Laws of grouping and placing on made-up corpora: conservation, order, and that nothing is lost."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.records import Passage
from consult.themes import find_themes
from consult.themes.embed import MemoryCache
from tests.theme_cases import WordEncoder, say
from tests.theme_cases import settings as consultation

WORDS = ["innkjøp", "kurs", "lobby", "arkiv", "svar", "bibliotek", "kontrakt", "kalender", "ikkje", "og", "!", "12"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
LANGUAGES = st.sampled_from(["nn", "nb", "da", "sv", "en"])
CONTEXTS = st.fixed_dictionaries(
    {},
    optional={
        "headings": st.lists(TEXTS, max_size=2).map(tuple),
        "parent": TEXTS,
        "question": TEXTS,
        "before": TEXTS,
        "after": TEXTS,
        "document": TEXTS,
    },
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Passage]:
    """Up to fourteen passages in any of the languages, some of them repeated, with and without context."""
    rows = draw(st.lists(st.tuples(TEXTS, LANGUAGES, CONTEXTS), min_size=1, max_size=14))
    return [
        say(text, source=f"s-{at % 3}", start=1000 * at, language=language, **context)
        for at, (text, language, context) in enumerate(rows)
    ]


@settings(max_examples=40, deadline=None)
@given(passages=corpora(), seed=st.integers(0, 9))
def test_conservation_and_order(passages: list[Passage], seed: int) -> None:
    """Every passage is in one theme and placed; permuting the passages changes nothing at all."""
    shuffled = random.Random(seed).sample(passages, len(passages))  # noqa: S311 a test, no secret
    one = find_themes(passages, consultation(), WordEncoder(), MemoryCache())
    other = find_themes(shuffled, consultation(), WordEncoder(), MemoryCache())
    assert (one.themes, one.placements, one.duplicates) == (other.themes, other.placements, other.duplicates)
    ids = [passage_id for theme in one.themes for passage_id in theme.passage_ids]
    assert sorted(ids) == sorted(passage.passage_id for passage in passages)
    assert {p.passage_id for p in one.placements} == {"", *ids}
    assert all(0 < p.probability < 1 for p in one.placements)
    theme_of = {passage_id: theme.theme_id for theme in one.themes for passage_id in theme.passage_ids}
    assert all(theme_of[again] == theme_of[first] for again, first in one.duplicates.items())
