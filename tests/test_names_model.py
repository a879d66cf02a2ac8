"""The model that finds names: only the pinned weights are used, tokens get the chances of their pieces."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from consult.errors import ModelError
from consult.read import names_model as module
from consult.read.names_labels import LABELS, PERSON
from consult.read.names_model import (
    chances_of,
    forget_names,
    known_as,
    known_words,
    load_ahead,
    names_model,
    new_model,
    pinned,
    pinned_file,
)
from consult.shipped import shipped

FILES = {"file": "names.safetensors", "integers": "names-int8.safetensors"}
KNOWN = {"kari": "given", "inger": "given", "moen": "surname", "berg": "both", "oslo": "place"}


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped model that a test may spoil."""
    folder = tmp_path / "names"
    folder.mkdir()
    for name in ("model.toml", *FILES.values()):
        shutil.copy(shipped("models", "names", name), folder / name)
    monkeypatch.setattr(module, "shipped", lambda *_: folder)
    return folder


def test_the_shipped_weights_are_the_pinned_ones() -> None:
    """Both files give the hashes beside them; all that is shipped of names is small."""
    about, held = pinned("model.toml")
    assert {"head.weight", "head.bias"} <= held.keys()
    assert sum(pinned_file(about, kind).stat().st_size for kind in FILES) < 10_000_000


@pytest.mark.parametrize("kind", FILES)
def test_other_weights_are_refused(copied: Path, kind: str) -> None:
    """One changed byte in either file, and nothing is loaded."""
    content = bytearray((copied / FILES[kind]).read_bytes())
    content[-1] ^= 1
    (copied / FILES[kind]).write_bytes(bytes(content))
    forget_names()
    with pytest.raises(ModelError, match="not the pinned weights"):
        names_model()


def test_chances_are_chances() -> None:
    """A row for each token, which sums to one; the same bytes each time."""
    model = names_model()
    doc = model.tokens("Kari Nordmann møtte Riksrevisjonen i Oslo.")
    chances = model.probabilities(doc)
    assert chances.shape == (len(doc), len(LABELS))
    assert np.allclose(chances.sum(1), 1, atol=1e-5)
    assert chances.tobytes() == model.probabilities(model.tokens(doc.text)).tobytes()


def test_names_are_entities_of_the_doc() -> None:
    """Entities, in spaCy's sense, are the runs of tokens that are names at even odds."""
    doc = names_model().tokens("Då sa Kari Nordmann frå Oslo at Per Moe kom.")
    assert [(one.text, one.label_) for one in doc.ents] == [("Kari Nordmann", "PER"), ("Per Moe", "PER")]


class Odd:
    """A network that is sure of what pieces with a capital are, and in doubt of the others."""

    def odds(self, text: str) -> tuple[list[tuple[int, int]], np.ndarray]:
        """Pieces of three characters."""
        spans = [(start, min(start + 3, len(text))) for start in range(0, len(text), 3)]
        rows = [[0.0] * len(LABELS) for _ in spans]
        for row, (start, end) in zip(rows, spans, strict=True):
            row[PERSON] = 9.0 if text[start:end].strip()[:1].isupper() else 0.0
        return spans, np.array(rows, dtype=np.float32)


def test_a_token_has_the_mean_odds_of_its_pieces() -> None:
    """A token of two pieces, of which one is sure, stands between; white space is no name."""
    doc = new_model(Odd(), {}).language.make_doc("Karius \n\n bad")  # type: ignore[arg-type]
    chances = chances_of(doc, *Odd().odds(doc.text))
    mean = np.exp(4.5) / (np.exp(4.5) + len(LABELS) - 1)
    assert chances[0, PERSON] == pytest.approx(mean, abs=1e-5)
    assert [row[0] for row, token in zip(chances, doc, strict=True) if token.is_space] == [1.0]


def test_nothing_is_certainly_nothing() -> None:
    """A text without any piece has tokens that are no names."""
    assert names_model().probabilities(names_model().tokens("\n\n"))[:, 0].tolist() == [1.0]
    assert names_model().probabilities(names_model().tokens("")).shape == (0, len(LABELS))


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


def test_lists_are_read_once() -> None:
    """The gate asks for them word by word, and reading them takes longer than judging a sentence."""
    assert known_words() is known_words()


def test_the_network_is_loaded_once_whoever_asks_first() -> None:
    """Begun ahead or not, two who ask get the same; and what is forgotten can be had again."""
    forget_names()
    load_ahead()
    with ThreadPoolExecutor(4) as pool:
        networks = list(pool.map(lambda _: module.network(), range(4)))
    assert all(one is networks[0] for one in networks)
    assert names_model().network is networks[0]


def test_what_goes_wrong_ahead_is_told_to_who_needs_it(copied: Path) -> None:
    """Loading ahead breaks no run; the search for names says what is wrong."""
    (copied / FILES["file"]).write_bytes(b"")
    forget_names()
    load_ahead()
    with pytest.raises(ModelError, match="not the pinned weights"):
        names_model()


def test_one_core_loads_nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would only take turns with the reading."""
    monkeypatch.setattr(module, "cores", lambda: 1)
    monkeypatch.setattr(module, "network", lambda: pytest.fail("loaded"))
    load_ahead()
