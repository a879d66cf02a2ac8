"""The graph in half precision: the layers of a BERT encoder, for windows of any length side by side."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from consult.weights.convert import write_model
from consult.weights.half_network import build_half
from consult.weights.layout import lay_out
from consult.weights.modelstore import WEIGHTS
from consult.weights.openvino_alone import load_openvino
from consult.weights.packed import unpack
from tests.tiny_model import HIDDEN, LAYERS, tiny_weights

pytestmark = pytest.mark.skipif(not find_spec("openvino"), reason="no OpenVINO for this machine")
Weights = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Weights:
    """The tiny model's."""
    folder = tmp_path_factory.mktemp("tiny")
    write_model(unpack(tiny_weights()), folder)
    return load_file(folder / WEIGHTS)


def states(weights: Weights, windows: list[np.ndarray], tokens: int = 64) -> list[np.ndarray]:
    """The last states of each window, in full precision so that the graph alone is tested."""
    ov, _ = load_openvino()
    graph = build_half(weights, unpack(tiny_weights()).shape)
    compiled = ov.Core().compile_model(graph, "CPU", {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1})
    lengths = [len(window) for window in windows]
    laid = lay_out(lengths, tokens)
    embedded = np.zeros((tokens, HIDDEN), np.float32)
    embedded[: sum(lengths)] = np.concatenate(windows)
    found = compiled([embedded, laid.there, laid.back, laid.mask])[0]
    return np.split(found[: sum(lengths)], np.cumsum(lengths)[:-1])


def windows(*lengths: int) -> list[np.ndarray]:
    """Embeddings of so many tokens each."""
    rng = np.random.default_rng(3)
    return [rng.normal(size=(length, HIDDEN)).astype(np.float32) for length in lengths]


def by_transformers(weights: Weights, folder: Path, window: np.ndarray) -> np.ndarray:
    """What transformers' own layers make of a window alone, in full precision."""
    import torch
    from transformers import AutoModel

    folder.mkdir()
    write_model(unpack(tiny_weights()), folder)
    model = AutoModel.from_pretrained(str(folder), local_files_only=True, attn_implementation="eager").eval()
    added = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    given = torch.from_numpy(window - added[: len(window)])[None]  # transformers adds places and types itself
    with torch.inference_mode():
        found: np.ndarray = model(inputs_embeds=given).last_hidden_state[0].numpy()
    return found


def test_the_layers_are_those_of_the_model(weights: Weights, tmp_path: Path) -> None:
    """States of several windows side by side are those of each alone in another library."""
    given = windows(5, 1, 13)
    for number, (window, found) in enumerate(zip(given, states(weights, given), strict=True)):
        assert np.allclose(found, by_transformers(weights, tmp_path / str(number), window), atol=1e-4)


@pytest.mark.parametrize(
    "part", ["attention.self.key.weight", "output.dense.bias", "attention.output.LayerNorm.weight"]
)
def test_every_part_counts(weights: Weights, part: str) -> None:
    """Sabotage twin: another weight anywhere in the last layer gives other states."""
    given = windows(6, 9)
    name = f"encoder.layer.{LAYERS - 1}.{part}"
    changed = weights | {
        name: weights[name] + np.linspace(0, 3, weights[name].size, dtype=np.float32).reshape(weights[name].shape)
    }
    for one, other in zip(states(weights, given), states(changed, given), strict=True):
        assert not np.allclose(one, other, atol=1e-3)


@pytest.mark.parametrize("tokens", [64, 128])
def test_what_fills_a_pass_up_changes_nothing(weights: Weights, tokens: int) -> None:
    """A window's states are nearly the same in passes of any size."""
    alone = states(weights, windows(7))[0]
    assert np.allclose(states(weights, windows(7), tokens)[0], alone, atol=1e-6)
