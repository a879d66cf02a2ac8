"""The model that finds names: only the pinned weights are used, a text's chances are its own, words have features."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from consult.errors import ModelError
from consult.read import names_model as module
from consult.read.names_model import (
    LABELS,
    WordTable,
    give_weights,
    known_as,
    known_words,
    names_model,
    pinned,
    weights_of,
    word_table,
)
from consult.shipped import shipped

KNOWN = {"kari": "given", "inger": "given", "moen": "surname", "berg": "both", "oslo": "place"}


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped model that a test may spoil."""
    folder = tmp_path / "names"
    folder.mkdir()
    for name in ("model.toml", "names.safetensors"):
        shutil.copy(shipped("models", "names", name), folder / name)
    monkeypatch.setattr(module, "shipped", lambda *_: folder)
    return folder


def test_the_shipped_weights_are_the_pinned_ones() -> None:
    """Both files give the hashes beside them."""
    assert set(pinned("words.toml")[1]) == {"vectors", "scale", "words"}
    assert pinned("model.toml")[1]


def test_other_weights_are_refused(copied: Path) -> None:
    """One changed byte, and nothing is loaded."""
    content = bytearray((copied / "names.safetensors").read_bytes())
    content[-1] ^= 1
    (copied / "names.safetensors").write_bytes(bytes(content))
    with pytest.raises(ModelError, match="not the pinned weights"):
        pinned("model.toml")


def test_weights_of_another_model_are_refused() -> None:
    """Weights that lack a part, or have another shape, do not become a model."""
    network = names_model().network
    whole = dict(weights_of(network))
    first = next(iter(whole))
    with pytest.raises(ModelError, match="different models"):
        give_weights(network, {name: value for name, value in whole.items() if name != first})
    with pytest.raises(ModelError, match="different models"):
        give_weights(network, whole | {first: np.zeros((1, 1), dtype=np.float32)})


def test_chances_are_chances() -> None:
    """A row for each token, which sums to one; the same bytes each time."""
    model = names_model()
    doc = model.tokens("Kari Nordmann møtte Riksrevisjonen i Oslo.")
    chances = model.probabilities(doc)
    assert chances.shape == (len(doc), len(LABELS))
    assert np.allclose(chances.sum(1), 1, atol=1e-5)
    assert chances.tobytes() == model.probabilities(model.tokens(doc.text)).tobytes()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Kari", "given"), ("KARI", "given"), ("Karis", "given"), ("Inger-Kari", "given"), ("Moen", "surname"),
        ("Berg", "both"), ("Oslo", "place"), ("Kari-Moen", "none"), ("bord", "none"), ("", "none"), ("-", "none"),
    ],
)  # fmt: skip
def test_what_a_word_is_known_as(word: str, kind: str) -> None:
    """Letters' case and a genitive's s do not matter; a double name is known if its parts agree."""
    assert known_as(word, KNOWN) == kind


def test_lists_hold_no_little_words() -> None:
    """`van` and `de` are parts of surnames, and words of their own: they tell nothing."""
    assert not {"van", "de", "den", "do"} & known_words().keys()


def table() -> WordTable:
    """Three words in two dimensions."""
    return WordTable(rows={"Moe": 0, "gjerning": 1, "Oslo": 2}, vectors=np.eye(3, 2, dtype=np.float32))


@pytest.mark.parametrize(
    ("word", "vector", "how"),
    [
        ("Moe", [1, 0], 0), ("moe", [1, 0], 1), ("Moes", [1, 0], 1), ("GJERNING", [0, 1], 1),
        ("Gjerningen", [0, 1], 2), ("Xyz", [0, 0], 3), ("", [0, 0], 3),
    ],
)  # fmt: skip
def test_words_in_the_table(word: str, vector: list[int], how: int) -> None:
    """As written, else in other letters or without an s, else by the beginning; and it says which."""
    found = table().of(word)
    assert found[:2].tolist() == vector
    assert found[2:].tolist() == [float(place == how) for place in range(4)]


def test_the_shipped_table() -> None:
    """It holds common words of the languages that consult reads, and is no dictionary of people."""
    rows = word_table().rows
    assert {"kommune", "skole", "language"} <= rows.keys()
    assert word_table().vectors.shape == (len(rows), 64)
