"""Law of order, for vectors: what is known, in which order, changes no vector."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from consult.themes.embed import MemoryCache, embed_texts
from tests.test_embed import CountingEncoder

TEXTS = st.lists(st.text(max_size=8), max_size=20)


@given(TEXTS, TEXTS, st.randoms(use_true_random=False))
def test_vectors_depend_on_nothing_but_the_text(texts: list[str], earlier: list[str], random: object) -> None:
    """Permuting, and having embedded other texts before, changes no byte of any row."""
    cache = MemoryCache()
    embed_texts(earlier, CountingEncoder(), cache)
    order = list(range(len(texts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    rows = embed_texts([texts[at] for at in order], CountingEncoder(), cache)
    alone = embed_texts(texts, CountingEncoder(), MemoryCache())
    assert np.array_equal(rows, alone[order])
