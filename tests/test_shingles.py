"""Words compared by the letters of their lemmas."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest

from consult.themes.context import GROUPING, PLACING
from consult.themes.shingles import (
    BUCKETS,
    LETTERS,
    Shingles,
    divided_rows,
    unit_rows,
    weighed_by_rarity,
    weighted_texts,
    worth_loading,
)
from tests.theme_cases import Array, say

CORPUS = [
    ("Legg ut innkjøpslistene", "nn"),
    ("Innkjøp må offentleggjerast", "nn"),
    ("Åpenhet om lobbyvirksomhet", "nb"),
    ("Openheit om lobbyverksemd", "nn"),
    ("Kurs på biblioteket", "nb"),
    ("og det er som det skal vere", "nn"),
]


def likeness(loaded: Sequence[str] = ("nn", "nb")) -> Array:
    """Similarity of every pair of the corpus."""
    rows = Shingles(CORPUS, loaded).rows([[(text, 1.0)] for text in CORPUS])
    return (rows @ rows.T).toarray()


def test_a_compound_meets_its_part() -> None:
    """*innkjøpslister* and *innkjøp* share letters; a library course shares none of them."""
    alike = likeness()
    assert alike[0, 1] > 0.15
    assert alike[0, 4] < 0.05


def test_both_norwegian_standards_meet_in_one_lemma() -> None:
    """*åpenhet* is *openheit*: words are compared across nynorsk and bokmål."""
    assert likeness()[2, 3] > 0.4 > likeness()[2, 0]


def test_a_text_of_function_words_is_like_nothing() -> None:
    """There is no stop-word list to forget a word: such a text has no row."""
    alike = likeness()
    assert alike[5, :5].max() == 0.0


def test_rows_are_unit_or_zero() -> None:
    """Dot products are cosines."""
    shingles = Shingles(CORPUS, ("nn", "nb"))
    lengths = np.sqrt(shingles.rows([[(text, 1.0)] for text in CORPUS]).multiply(1).power(2).sum(axis=1))
    assert np.all(np.isclose(lengths, 1, atol=1e-5) | (lengths == 0))


def test_weights_decide_which_text_of_a_group_counts_most() -> None:
    """A heading of little weight changes a row little."""
    shingles = Shingles(CORPUS, ("nn", "nb"))
    rows = shingles.rows([[(CORPUS[0], 1.0), (CORPUS[4], 0.1)], [(CORPUS[0], 1.0)], [(CORPUS[4], 1.0)]])
    alike = (rows @ rows.T).toarray()
    assert alike[0, 1] > 0.9
    assert 0 < alike[0, 2] < 0.4


def test_no_texts_give_empty_rows() -> None:
    """A framework without targets has no words."""
    assert Shingles(CORPUS, ()).rows([]).shape[0] == 0
    assert Shingles(CORPUS, ()).rows([[]]).nnz == 0


def test_a_text_that_was_not_fitted_is_an_error() -> None:
    """Rows are of the corpus that set the weights."""
    with pytest.raises(KeyError):
        Shingles(CORPUS, ()).rows([[(("ukjend", "nn"), 1.0)]])


def test_words_keep_how_they_were_written() -> None:
    """The evidence shows people's own words."""
    words = Shingles(CORPUS, ("nn", "nb")).words["Openheit om lobbyverksemd", "nn"]
    assert ("openheit", "openheit") in words


def test_a_large_corpus_is_compared_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lemmas cost a millisecond each; letters as written are a fair second best."""
    monkeypatch.setattr("consult.themes.shingles.LEMMAS_UP_TO", 3)
    shingles = Shingles(CORPUS, ("nn", "nb"))
    assert shingles.words == {}
    rows = shingles.rows([[(CORPUS[0], 1.0)], [(CORPUS[1], 1.0)]])
    assert (rows @ rows.T).toarray()[0, 1] > 0.05


def test_weighted_texts_follow_the_roles() -> None:
    """Every text of a passage with its language and weight; what weighs nothing is left out."""
    passage = say("Svar manglar", headings=("Dialog",), document="Bord 7", language="nn")
    assert weighted_texts(passage, PLACING) == [
        (("Svar manglar", "nn"), 1.0),
        (("Dialog", "nn"), PLACING["headings"]),
        (("Bord 7", "nn"), PLACING["document"]),
    ]
    assert [text for (text, _), _ in weighted_texts(passage, {**GROUPING, "document": 0.0})] == [
        "Svar manglar",
        "Dialog",
    ]


def test_only_languages_that_are_spoken_are_worth_a_dictionary() -> None:
    """One Danish letter among a hundred notes does not load 110 MB."""
    passages = [say(str(at), start=at) for at in range(99)] + [say("én", language="da")]
    assert worth_loading(passages) == ("nn",)


def test_weights_are_those_of_scikit_learn() -> None:
    """Sublinear, smoothed, unit rows: the same numbers, an empty row and all."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfTransformer

    drawn = np.random.default_rng(1).integers(0, 4, size=(9, 7)).astype(np.float32)
    drawn[3] = 0
    expected = TfidfTransformer(sublinear_tf=True).fit_transform(csr_matrix(drawn)).toarray()
    assert np.allclose(weighed_by_rarity(csr_matrix(drawn)).toarray(), expected, atol=1e-6)


def test_rows_of_a_usual_corpus_are_those_of_scikit_learn_to_the_bit() -> None:
    """What libraries would count and weigh of the same keys, a hundred texts of several words."""
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

    drawn = np.random.default_rng(3)
    texts = [(" ".join(drawn.choice([text for text, _ in CORPUS], 4)), "nn") for _ in range(100)]
    shingles = Shingles(texts, ("nn",))
    said = [" ".join(key for key, _ in shingles.words[text]) for text in sorted(set(texts))]
    counts = HashingVectorizer(
        analyzer="char_wb", ngram_range=LETTERS, n_features=BUCKETS, alternate_sign=False, norm=None
    ).transform(said)
    weighed = TfidfTransformer(sublinear_tf=True).fit_transform(counts).tocsr().astype(np.float32)
    assert weighed.data.tobytes() == shingles._rows.data.tobytes()
    assert np.array_equal(weighed.indices, shingles._rows.indices)


def test_rows_are_divided_as_scikit_learn_does_to_the_bit() -> None:
    """In both precisions; a row of nothing stays so."""
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    for kind in (np.float32, np.float64):
        drawn = np.random.default_rng(4).random((60, 90)).astype(kind)
        drawn[[0, 7]] = 0
        expected = normalize(csr_matrix(drawn)).data.tobytes()
        assert divided_rows(csr_matrix(drawn)).data.tobytes() == expected


def test_a_run_compares_words_without_scikit_learn() -> None:
    """It takes two seconds to load, and pandas with it."""
    script = (
        "import sys; from consult.themes.shingles import BUCKETS, LETTERS, Shingles\n"
        "texts = [('lobbyregister no', 'nn'), ('register', 'nn')]\n"
        "Shingles(texts, ('nn',)).rows([[(one, 1.0)] for one in texts])\n"
        "print(sorted({'sklearn', 'pandas', 'scipy.stats'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_rows_are_scaled_as_scikit_learn_does() -> None:
    """A large corpus needs no library for that: the same lengths, and an empty row stays empty."""
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    drawn = np.random.default_rng(2).random((9, 7)).astype(np.float32)
    drawn[[0, 4, 8]] = 0
    expected = normalize(csr_matrix(drawn)).toarray()
    assert np.allclose(unit_rows(csr_matrix(drawn)).toarray(), expected, atol=1e-7)


def test_no_texts_have_no_rows() -> None:
    """Neither sequences nor lengths to divide by."""
    assert Shingles([], ()).rows([]).shape[0] == 0


def test_cosines_to_others_are_those_of_the_rows() -> None:
    """Of a text alone, of several together, and of a text that shares nothing."""
    shingles = Shingles(CORPUS, ("nn", "nb"))
    groups = [[(CORPUS[0], 1.0)], [(CORPUS[1], 1.0), (CORPUS[4], 0.5)], [(CORPUS[5], 2.0)]]
    others = shingles.rows([[(CORPUS[1], 1.0)], [(CORPUS[2], 1.0), (CORPUS[3], 1.0)]])
    assert np.allclose(shingles.alike(groups, others), (shingles.rows(groups) @ others.T).toarray(), atol=1e-6)
    assert shingles.alike(groups[:1], others).shape == (1, 2)
