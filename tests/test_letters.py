"""Letter sequences counted in one go: the same as one by one."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer

from consult.themes.letters import letter_counts, library_counts

BUCKETS = 2**22  # enough for a bucket for each sequence
TEXTS = st.lists(st.text(alphabet="abÅø 12-\n", max_size=20), min_size=1, max_size=6)


def sequences(text: str) -> list[str]:
    """Every sequence of three to five letters of a text, as scikit-learn's `char_wb` finds them."""
    return list(CountVectorizer(analyzer="char_wb", ngram_range=(3, 5)).build_analyzer()(text))


def test_no_texts_and_texts_of_nothing() -> None:
    """Nothing gives no rows, and white space an empty one."""
    assert letter_counts([], (3, 5), BUCKETS).shape == (0, BUCKETS)
    assert letter_counts(["", " \n"], (3, 5), BUCKETS).nnz == 0


@settings(derandomize=True)
@given(TEXTS)
def test_the_same_sequences_are_counted_as_often(texts: list[str]) -> None:
    """Each sequence has a bucket of its own here, and stands in it as often as it stands in the text."""
    counts = letter_counts(texts, (3, 5), BUCKETS)
    for row, text in enumerate(texts):
        found = sequences(text)
        often = sorted(found.count(one) for one in set(found))
        assert sorted(counts[row].data.astype(int).tolist()) == often


@settings(derandomize=True)
@given(TEXTS, TEXTS)
def test_texts_share_the_buckets_of_the_sequences_that_they_share(some: list[str], more: list[str]) -> None:
    """The dot product of two rows counts pairs of equal sequences."""
    one, other = " ".join(some), " ".join(more)
    rows = letter_counts([one, other], (3, 5), BUCKETS)
    first, second = sequences(one), sequences(other)
    counted = [dict(zip(row.indices.tolist(), row.data.tolist(), strict=True)) for row in (rows[0], rows[1])]
    alike = sum(often * counted[1].get(bucket, 0.0) for bucket, often in counted[0].items())
    assert alike == sum(second.count(each) for each in first)


@given(TEXTS)
def test_a_row_does_not_depend_on_what_is_counted_with_it(texts: list[str]) -> None:
    """Chunks of one text, and all at once."""
    whole = letter_counts(texts, (3, 5), 2**10).toarray()
    assert np.array_equal(whole, np.vstack([letter_counts([text], (3, 5), 2**10).toarray() for text in texts]))


def test_sabotage_few_buckets_mix_what_differs() -> None:
    """With two buckets texts that share nothing look alike."""
    texts = ["lobbyregister", "kunstsnø på øya"]
    assert (letter_counts(texts[:1], (3, 5), 2**18) @ letter_counts(texts[1:], (3, 5), 2**18).T).nnz == 0
    assert (letter_counts(texts[:1], (3, 5), 2) @ letter_counts(texts[1:], (3, 5), 2).T).nnz > 0


def by_library(texts: list[str], buckets: int) -> Any:
    """What scikit-learn counts."""
    counter = HashingVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), n_features=buckets, alternate_sign=False, norm=None
    )
    return counter.transform(texts).tocsr()


@settings(derandomize=True)
@given(TEXTS, st.sampled_from([2**4, 2**18]))
def test_library_counts_are_those_of_scikit_learn(texts: list[str], buckets: int) -> None:
    """The same buckets, in the same order, with the same counts."""
    found, expected = library_counts(texts, (3, 5), buckets), by_library(texts, buckets)
    assert np.array_equal(found.indptr, expected.indptr)
    assert np.array_equal(found.indices, expected.indices)
    assert found.data.tobytes() == expected.data.tobytes()


def test_library_counts_of_signs_beyond_the_first_plane() -> None:
    """A sequence is hashed by its UTF-8."""
    texts = ["𝔘niversitet é€ Ålesund", "ÆRE ære"]
    assert np.array_equal(library_counts(texts, (3, 5), 2**18).indices, by_library(texts, 2**18).indices)


def test_half_a_sign_is_counted_too() -> None:
    """What a broken file leaves of a sign stops no run."""
    assert library_counts(["abc\ud800"], (3, 5), 2**18).nnz > 0


def test_sabotage_other_buckets_are_not_those_of_scikit_learn() -> None:
    """The buckets of large corpora are others."""
    texts = ["lobbyregister"]
    assert not np.array_equal(np.unique(letter_counts(texts, (3, 5), 2**18).indices), by_library(texts, 2**18).indices)
