"""Taking the language out of vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from consult.evaluate.themes import v_measure
from consult.records import LANGUAGES, Language
from consult.themes.languages import (
    PLAIN,
    centre_by_language,
    language_offsets,
    plain_means,
    plain_sentences,
    unit,
    unit_in_place,
)
from tests.theme_cases import Array

RNG = np.random.default_rng(7)
WIDTH = 32
OFFSET = {language: unit(RNG.normal(size=(1, WIDTH)).astype(np.float32))[0] for language in LANGUAGES}
SUBJECT = unit(RNG.normal(size=(4, WIDTH)).astype(np.float32))


def rows(
    count: int, languages: Sequence[Language] = ("nn", "en"), lean: float = 3.0
) -> tuple[Array, list[Language], list[int]]:
    """Rows on four subjects in languages that lie far apart; with languages and subjects."""
    spoken = [languages[at % len(languages)] for at in range(count)]
    about = [(at // len(languages)) % 4 for at in range(count)]
    noise = RNG.normal(size=(count, WIDTH)).astype(np.float32) * 0.05
    return (
        unit(np.stack([SUBJECT[a] + lean * OFFSET[s] for a, s in zip(about, spoken, strict=True)]) + noise),
        spoken,
        about,
    )


def plain(lean: float = 3.0) -> dict[str, Array]:
    """Means of plain sentences that lie where their languages lie."""
    return {language: lean * OFFSET[language] / np.sqrt(1 + lean**2) for language in LANGUAGES}


def nearest_is(vectors: Array, labels: Sequence[Any]) -> float:
    """Share of rows whose nearest other row has the same label."""
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -9)
    return np.mean([labels[at] == labels[near] for at, near in enumerate(likeness.argmax(axis=1))])


def test_before_centring_neighbours_share_a_language_and_after_a_subject() -> None:
    """The whole point, on vectors made so that language is stronger than subject."""
    vectors, spoken, about = rows(80)
    centred = centre_by_language(vectors, spoken, plain())
    assert nearest_is(vectors, spoken) == 1.0
    assert nearest_is(centred, about) > 0.95
    assert nearest_is(centred, spoken) < 0.9


def test_sabotage_without_languages_the_neighbours_stay_in_their_language() -> None:
    """Centring everything on one mean leaves the languages where they are."""
    vectors, spoken, _ = rows(80)
    centred = centre_by_language(vectors, ["nn"] * len(spoken), plain())
    assert v_measure(spoken, (centred @ OFFSET["en"] > 0).tolist()) > 0.5


def test_one_row_of_a_language_is_centred_on_the_plain_sentences() -> None:
    """A single Danish letter keeps what it is about: it is not subtracted from itself."""
    vectors, spoken, _ = rows(41, ("nn",))
    vectors[-1], spoken[-1] = unit((SUBJECT[2] + 3 * OFFSET["da"])[None])[0], "da"
    centred = centre_by_language(vectors, spoken, plain())
    assert np.linalg.norm(centred[-1]) == pytest.approx(1, abs=1e-5)
    assert (SUBJECT @ centred[-1]).argmax() == 2


def test_offsets_are_what_centring_takes_away_beyond_the_common_middle() -> None:
    """Each language has an offset of its own, and all rows' offsets balance."""
    vectors, spoken, _ = rows(60)
    offsets = language_offsets(vectors, spoken, plain())
    assert set(offsets) == set(spoken)
    assert not np.allclose(offsets[spoken[0]], offsets[spoken[1]])
    assert np.allclose(np.mean([offsets[language] for language in spoken], axis=0), 0, atol=1e-5)


def test_order_of_rows_changes_nothing_but_the_order() -> None:
    """Means are of sets."""
    vectors, spoken, _ = rows(30)
    turned = centre_by_language(vectors[::-1], spoken[::-1], plain())[::-1]
    assert np.allclose(turned, centre_by_language(vectors, spoken, plain()), atol=1e-6)


def test_plain_sentences_are_the_same_twelve_in_five_languages() -> None:
    """As many in each, none twice, all read and sorted by language."""
    assert {len(texts) for texts in PLAIN.values()} == {12}
    assert set(PLAIN) == set(LANGUAGES)
    assert plain_sentences({"en"}) == PLAIN["en"]
    assert all(len(set(texts)) == 12 for texts in PLAIN.values())


def test_plain_means_are_of_the_languages_embedded() -> None:
    """Only what the corpus speaks is embedded."""
    means = plain_means(dict.fromkeys(PLAIN["sv"], OFFSET["sv"]))
    assert set(means) == {"sv"}
    assert np.allclose(means["sv"], OFFSET["sv"])


def test_unit_leaves_a_zero_row_zero() -> None:
    """Nothing has no direction."""
    assert np.array_equal(unit(np.zeros((2, 3), dtype=np.float32)), np.zeros((2, 3), dtype=np.float32))


def test_rows_centred_some_at_a_time_are_those_centred_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the last bit, wherever the cut falls."""
    vectors, spoken, _ = rows(31)
    at_once = centre_by_language(vectors, spoken, plain())
    assert np.array_equal(unit_in_place(3 * vectors), unit(3 * vectors))
    monkeypatch.setattr("consult.themes.languages.BLOCK", 4)
    assert np.array_equal(centre_by_language(vectors, spoken, plain()), at_once)
    assert np.array_equal(unit_in_place(3 * vectors), unit(3 * vectors))
