"""What public affairs are about, apart from any framework."""

from __future__ import annotations

import tomllib
from collections import Counter

import numpy as np
import pytest

from consult.shipped import shipped
from consult.themes.subjects import FILE, LEAST_SPREAD, subject_pairs, subject_rows, subject_texts
from tests.theme_cases import Array, vector_of

LEAST = 100  # subjects; with few, most of what people say would be nobody's


def vectors() -> dict[str, Array]:
    """A vector of each text."""
    return {text: vector_of(text) for text in subject_texts()}


def test_every_subject_is_named_once_in_each_language() -> None:
    """Two rows alike would count a subject twice."""
    assert len(subject_pairs()) >= LEAST
    for at in (0, 1):
        assert not [name for name, count in Counter(pair[at] for pair in subject_pairs()).items() if count > 1]
    assert all(text.strip() == text and text for pair in subject_pairs() for text in pair)


def test_the_file_holds_nothing_but_subjects() -> None:
    """A key that nobody reads would be a rule that does not hold."""
    assert list(tomllib.loads(FILE.read_text("utf-8"))) == ["subjects"]


@pytest.mark.parametrize(
    "plan", ["no-2024-2027", "no-2019-2021", "se-2023-2025", "dk-2023-2025", "no-digital-2024-2030"]
)
def test_no_subject_is_a_commitment_copied(plan: str) -> None:
    """The list is laid out after government's functions, not after a plan that we place on."""
    text = shipped("corpora", "frameworks", f"{plan}.toml").read_text("utf-8")
    assert not [name for name in subject_texts() if f'"{name}"' in text and len(name.split()) > 3]


def test_rows_are_unit_vectors_around_their_middle() -> None:
    """Cosines, with what all subjects have in common taken out."""
    found = subject_rows(vectors())
    assert found.rows.shape[0] == len(subject_pairs())
    assert np.allclose(np.linalg.norm(found.rows, axis=1), 1, atol=1e-5)
    assert np.abs(found.rows.mean(axis=0)).max() < 0.05


def test_spread_is_that_of_the_encoder() -> None:
    """A direction that all texts share tells nothing and changes nothing; fewer directions bring texts closer."""
    plain = vectors()
    shifted = {text: (row + 3) / np.linalg.norm(row + 3) for text, row in plain.items()}
    narrow = {text: row[:8] / np.linalg.norm(row[:8]) for text, row in plain.items()}
    assert subject_rows(shifted).spread == pytest.approx(subject_rows(plain).spread, abs=0.02)
    assert subject_rows(narrow).spread > 2 * subject_rows(plain).spread


def test_an_encoder_that_tells_nothing_apart_has_a_spread() -> None:
    """Nothing is divided by zero."""
    same = dict.fromkeys(subject_texts(), vector_of("alt"))
    assert subject_rows(same).spread >= LEAST_SPREAD
