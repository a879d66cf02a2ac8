"""Packed weights → a folder that sentence-transformers loads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from consult.weights.convert import bert_tensors, build_tokenizer, write_model
from consult.weights.packed import Packed, unpack
from tests.tiny_model import HIDDEN, INNER, LAYERS, tiny_weights


@pytest.fixture(scope="module")
def packed() -> Packed:
    """A tiny model."""
    return unpack(tiny_weights())


@pytest.fixture(scope="module")
def folder(packed: Packed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model, converted."""
    path = tmp_path_factory.mktemp("converted")
    write_model(packed, path)
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("innsyn", ["<s>", "▁innsyn", "</s>"]),
        ("mangel  på tid", ["<s>", "▁mangel", "▁", "p", "å", "▁tid", "</s>"]),
        ("tid\ttid\n", ["<s>", "▁tid", "▁tid", "</s>"]),
        ("ﬁ", ["<s>", "▁", "f", "i", "</s>"]),
        ("t\u200bid", ["<s>", "▁tid", "</s>"]),
        ("tid ☃", ["<s>", "▁tid", "▁", "☃", "</s>"]),
        ("", ["<s>", "</s>"]),
        ("   ", ["<s>", "</s>"]),
    ],
)
def test_tokens(packed: Packed, text: str, expected: list[str]) -> None:
    """Text is normalised, words are marked by ▁, the likeliest pieces are chosen, the ends are marked."""
    assert build_tokenizer(packed).encode(text).tokens == expected


def test_an_unknown_character_has_the_unknown_id(packed: Packed) -> None:
    """What no piece covers is one unknown token, not nothing."""
    assert build_tokenizer(packed).encode("☃").ids == [0, 4, 3, 2]


def test_tensors_have_the_names_and_shapes_of_bert(packed: Packed) -> None:
    """Matrices are (out, in), as transformers has them."""
    tensors = bert_tensors(packed)
    assert tensors["encoder.layer.1.intermediate.dense.weight"].shape == (INNER, HIDDEN)
    assert tensors["encoder.layer.1.output.dense.weight"].shape == (HIDDEN, INNER)
    assert tensors["encoder.layer.0.attention.output.dense.weight"].shape == (HIDDEN, HIDDEN)
    assert tensors["embeddings.LayerNorm.bias"].shape == (HIDDEN,)
    assert len(tensors) == 5 + 16 * LAYERS


def test_the_folder_needs_no_code_of_others(folder: Path) -> None:
    """Weights, settings and tokeniser only; pooling is the mean, and rows get unit length."""
    assert not list(folder.rglob("*.py"))
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    assert [module["type"].rsplit(".", 1)[1] for module in modules] == ["Transformer", "Pooling", "Normalize"]
    assert json.loads((folder / "1_Pooling" / "config.json").read_text(encoding="utf-8"))["pooling_mode_mean_tokens"]


def test_nothing_is_left_to_chance(folder: Path) -> None:
    """The unused pooler is there, of zeros: absent, it would be drawn at random, with a warning."""
    assert not load_file(folder / "model.safetensors")["pooler.dense.weight"].any()


def test_equal_input_gives_equal_files(packed: Packed, folder: Path, tmp_path: Path) -> None:
    """Converting again gives the same bytes in every file."""
    write_model(packed, tmp_path)
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert names
    assert all((folder / name).read_bytes() == (tmp_path / name).read_bytes() for name in names)


def test_a_difference_is_added(packed: Packed, folder: Path, tmp_path: Path) -> None:
    """The tensors that a difference names are moved by it, the others are not."""
    name = "encoder.layer.1.attention.self.query.weight"
    write_model(packed, tmp_path, {name: np.full((HIDDEN, HIDDEN), 0.25, np.float32)})
    before, after = load_file(folder / "model.safetensors"), load_file(tmp_path / "model.safetensors")
    assert np.array_equal(after[name], before[name] + np.float32(0.25))
    assert all(np.array_equal(after[other], before[other]) for other in before if other != name)


def test_a_difference_of_another_model_is_refused(packed: Packed, tmp_path: Path) -> None:
    """Sabotage twin: a tensor that the model lacks is no silent nothing."""
    with pytest.raises(KeyError):
        write_model(packed, tmp_path, {"encoder.layer.9.output.dense.weight": np.zeros(1, np.float32)})
