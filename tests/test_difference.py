"""The difference between an adapted encoder and its base, in 4 bits per weight."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from consult.weights.difference import read_difference, write_difference
from consult.weights.packed import expand


def rounded(values: np.ndarray, tmp_path: Path) -> np.ndarray:
    """What is left of a matrix after writing and reading."""
    write_difference({"m": values}, tmp_path / "d.safetensors")
    return read_difference(tmp_path / "d.safetensors")["m"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (np.zeros((2, 32), np.float32), "no difference"),
        (np.arange(5, dtype=np.float32) / 3, "a vector stays in single precision"),
        (np.full((1, 33), 1 / 3, np.float32), "a matrix that is no whole number of blocks stays as well"),
        ((np.arange(32, dtype=np.float32) % 16 - 8).reshape(1, 32), "sixteen even steps are what the format holds"),
    ],
)
def test_is_read_back_exactly(values: np.ndarray, why: str, tmp_path: Path) -> None:
    """What the format can hold comes back as it went in."""
    assert np.array_equal(rounded(values, tmp_path), values), why


def test_is_near_what_was_written(tmp_path: Path) -> None:
    """Other matrices lose about a tenth of their length, and keep their direction."""
    values = np.random.default_rng(1).normal(0, 1e-3, (64, 96)).astype(np.float32)
    found = rounded(values, tmp_path)
    assert found.shape == values.shape
    assert np.linalg.norm(found - values) < 0.15 * np.linalg.norm(values)


def test_matrices_take_four_and_a_half_bits(tmp_path: Path) -> None:
    """A shipped difference must be small: 16 half bytes and a scale for 32 weights."""
    write_difference({"m": np.ones((512, 384), np.float32)}, tmp_path / "d.safetensors")
    assert (tmp_path / "d.safetensors").stat().st_size < 512 * 384 * 4.5 / 8 + 400


def test_equal_arrays_give_equal_bytes(tmp_path: Path) -> None:
    """The order of names does not matter."""
    arrays = {name: np.full((2, 32), value, np.float32) for name, value in (("b", 0.1), ("a", -0.2))}
    write_difference(arrays, tmp_path / "1")
    write_difference(dict(reversed(arrays.items())), tmp_path / "2")
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert sorted(read_difference(tmp_path / "1")) == ["a", "b"]


def test_blocks_are_not_mixed(tmp_path: Path) -> None:
    """Sabotage twin: one great weight must not flatten the blocks beside its own."""
    values = np.full((3, 32), 0.01, np.float32)
    values[1, 0] = 100.0
    found = rounded(values, tmp_path)
    assert np.allclose(found[[0, 2]], 0.01, rtol=0.01)
    assert not np.allclose(found[1, 1:], 0.01, rtol=0.01)


def test_the_format_is_that_of_the_base_weights(tmp_path: Path) -> None:
    """One reader serves both."""
    values = (np.arange(64, dtype=np.float32) % 16 - 8).reshape(2, 32) * 0.5
    write_difference({"m": values}, tmp_path / "d")
    content = (tmp_path / "d").read_bytes()
    assert np.array_equal(expand(content[-36:]).reshape(2, 32), values)
