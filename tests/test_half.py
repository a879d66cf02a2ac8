"""Half precision: near full precision, the same in any company, and chosen only where it comes out right."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from consult.themes import choice
from consult.themes import engine as engine_module
from consult.themes.encoder import SentenceEncoder
from consult.themes.engine import Full, Whole, give_back
from consult.themes.half import Half, _Mapped
from consult.weights.convert import write_model
from consult.weights.half_passes import HalfPasses
from consult.weights.integers import PROBES
from consult.weights.modelstore import WEIGHTS, model_folder
from consult.weights.packed import unpack
from consult.weights.registry import ModelEntry, find_entry
from tests.tiny_model import HIDDEN, POSITIONS, tiny_weights

pytestmark = pytest.mark.skipif(not find_spec("openvino"), reason="no OpenVINO for this machine")
DEFAULT = "multilingual-e5-small-policy"
TOKENS = 64


def texts(count: int, seed: int = 5) -> list[str]:
    """Texts of many lengths that the tiny model can read."""
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    return ["".join(rng.choices("abc tid innsyn", k=rng.randint(1, 12))) for _ in range(count)]


@pytest.fixture(scope="module")
def entry(tmp_path_factory: pytest.TempPathFactory) -> ModelEntry:
    """The tiny model in a folder of its own."""
    folder = tmp_path_factory.mktemp("tiny")
    write_model(unpack(tiny_weights()), folder)
    return ModelEntry(name="tiny", source="us", folder=str(folder), tokens=POSITIONS, dimension=HIDDEN)


@pytest.fixture(scope="module")
def half(entry: ModelEntry) -> Half:
    """The tiny model in half precision, in small passes."""
    made = Half(Path(entry.folder), entry, cores=2)
    made.tokens = TOKENS
    return made


@pytest.fixture(scope="module")
def full(entry: ModelEntry) -> Full:
    """The same in full precision."""
    return Full(Path(entry.folder), entry)


def windows_of(engine: Half | Full, said: list[str]) -> list[list[int]]:
    """The first window of each text."""
    return [parts[0] for parts in engine.cut(said)]


def alone(engine: Half | Full, said: list[str]) -> np.ndarray:
    """The first window of each text, alone."""
    return np.vstack([engine.rows([ids])[0] for ids in windows_of(engine, said)])


def test_is_near_full_precision(half: Half, full: Full) -> None:
    """Each row points nearly where full precision has it."""
    cosines = (alone(half, texts(40)) * alone(full, texts(40))).sum(axis=1)
    assert cosines.min() > 0.999


def test_rows_are_of_unit_length_and_single_precision(half: Half) -> None:
    """As every engine's rows are."""
    found = half.rows(windows_of(half, texts(9)))
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)


def test_windows_are_cut_as_in_full_precision(half: Half, full: Full) -> None:
    """Both see the same windows, empty and long texts included."""
    said = ["", "innsyn", "abc " * 3 * POSITIONS, "tid\tmangel  x"]
    assert half.cut(said) == full.cut(said)


@pytest.mark.parametrize("seed", range(3))
def test_company_and_order_change_no_byte(half: Half, seed: int) -> None:
    """The law of order: a row is the same alone, among windows of other lengths, and in another order."""
    windows = windows_of(half, texts(60, seed))
    expected = alone(half, texts(60, seed))
    order = np.random.default_rng(seed).permutation(len(windows))
    assert np.array_equal(half.rows(windows), expected)
    assert np.array_equal(half.rows([windows[number] for number in order]), expected[order])


def test_a_mask_that_leaks_would_be_noticed(half: Half, entry: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: without the mask, who is beside a window decides its row."""
    from consult.weights import half_passes as module

    laid_out = module.lay_out

    def leaking(lengths: list[int], tokens: int) -> object:
        laid = laid_out(lengths, tokens)
        return replace(laid, mask=np.zeros_like(laid.mask))

    monkeypatch.setattr(module, "lay_out", leaking)
    wrong = Half(Path(entry.folder), entry)
    wrong.tokens = TOKENS
    windows = windows_of(half, texts(20))
    assert not np.array_equal(wrong.rows(windows), alone(half, texts(20)))


def test_cores_share_nothing_that_changes_a_row(entry: ModelEntry, half: Half) -> None:
    """Two passes at once give what one gives."""
    encoder = SentenceEncoder(entry)
    encoder.__dict__["engine"] = half
    said = texts(200)
    assert np.allclose(encoder.encode(said), alone(half, said), atol=1e-6)
    assert np.array_equal(encoder.encode(said), encoder.encode(said[::-1])[::-1])


def test_the_file_is_read_and_never_written(entry: ModelEntry) -> None:
    """What looks writable is a copy of the page that is written to."""
    path = Path(entry.folder) / WEIGHTS
    before = path.read_bytes()
    tensor = _Mapped(path)["embeddings.LayerNorm.weight"]
    tensor[:] = 0
    assert path.read_bytes() == before
    assert _Mapped(path)["embeddings.LayerNorm.weight"].any()


def test_what_is_given_back_can_be_read_again(entry: ModelEntry) -> None:
    """Memory of the file's pages is the system's; their content stays."""
    mapped = _Mapped(Path(entry.folder) / WEIGHTS)
    tensor = mapped["embeddings.LayerNorm.weight"]
    before = tensor.copy()
    mapped.release()
    assert np.array_equal(tensor, before)


def test_rows_of_words_are_given_back_when_texts_are_encoded(
    entry: ModelEntry, half: Half, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file's rows, which the system maps in sixteens of pages, go each time; the next vectors are the same."""
    given: list[object] = []

    def give(tensor: object) -> None:
        given.append(tensor)

    encoder = SentenceEncoder(entry)
    encoder.engine = half
    before = encoder.encode(texts(20))
    monkeypatch.setattr(engine_module, "give_back", give)
    encoder.encode(texts(20))
    assert [id(tensor) for tensor in given] == [id(half._embeddings[0])]
    monkeypatch.undo()
    half.release()
    assert np.array_equal(encoder.encode(texts(20)), before)


def test_an_engine_that_has_read_nothing_has_nothing_to_give_back(entry: ModelEntry) -> None:
    """Giving back maps no file."""
    fresh = Half(Path(entry.folder), entry)
    fresh.release()
    assert "_embeddings" not in vars(fresh)


def test_only_what_is_mapped_is_given_back() -> None:
    """An array in memory keeps what it holds."""
    held = np.ones(3, dtype=np.float32)
    give_back(held)
    assert held.tolist() == [1, 1, 1]


@pytest.fixture
def probed(entry: ModelEntry, full: Full, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelEntry:
    """The tiny model as an entry whose vectors for the probes are known, on a processor with tiles."""
    expected = alone(full, list(PROBES))
    monkeypatch.setattr(choice, "read_integers", lambda _path: SimpleNamespace(probes=expected))
    monkeypatch.setattr(choice, "integers_file", lambda _entry: tmp_path / "none")
    monkeypatch.setattr(choice, "processor", lambda: f"a processor with {choice.TILES}")
    (Path(entry.folder) / choice.CHOICE).unlink(missing_ok=True)
    return replace(entry, integers="some", integers_sha256="1")


def test_half_precision_is_chosen_where_it_comes_out_right(probed: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice is made once for this processor, then remembered."""
    assert choice.choose_engine(probed).name == Half.name
    kept = json.loads((Path(probed.folder) / choice.CHOICE).read_text(encoding="utf-8"))
    assert list(kept.values()) == [Half.name]
    monkeypatch.setattr(choice, "comes_out_right", lambda _engine, _entry: pytest.fail("asked again"))
    assert choice.choose_engine(probed).name == Half.name


def test_without_tiles_or_without_openvino_it_is_not_asked(probed: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers are asked first on such machines."""
    assert [one.name for one in choice._faster(Path(probed.folder), probed)] == [Half.name, Whole.name]
    monkeypatch.setattr(choice, "find_spec", lambda _name: None)
    assert [one.name for one in choice._faster(Path(probed.folder), probed)] == [Whole.name]
    monkeypatch.undo()
    monkeypatch.setattr(choice, "processor", lambda: "another processor avx512_vnni")
    assert [one.name for one in choice._faster(Path(probed.folder), probed)] == [Whole.name]


def test_rows_that_point_elsewhere_are_refused(probed: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: wrong vectors end in full precision, and the fingerprint tells."""
    right = SentenceEncoder(probed).fingerprint
    (Path(probed.folder) / choice.CHOICE).unlink()
    monkeypatch.setattr(Half, "rows", lambda _self, windows: np.eye(HIDDEN, dtype=np.float32)[: len(windows)])
    encoder = SentenceEncoder(probed)
    assert encoder.engine.name == Full.name
    assert encoder.fingerprint != right


def test_rows_that_depend_on_company_are_refused(probed: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: one last digit that follows who is in the pass, and the engine is not used."""
    rows = Half.rows
    monkeypatch.setattr(
        Half, "rows", lambda self, windows: rows(self, windows) * np.float32(1 + 1e-6 * (len(windows) > 1))
    )
    assert choice.choose_engine(probed).name == Full.name


def test_a_runtime_that_fails_is_passed_over(probed: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it says, an engine is found."""

    def fail(_self: HalfPasses) -> None:
        raise RuntimeError("no such operator")

    monkeypatch.setattr(HalfPasses, "compile", fail)
    assert choice.choose_engine(probed).name == Full.name


@pytest.mark.slow
def test_the_default_model_is_near_full_precision_and_stands_alone() -> None:
    """On our own probes, where this machine multiplies half precision at all."""
    found = find_entry(DEFAULT)
    if choice.TILES not in choice.processor().split():
        pytest.skip("no tiles here")
    half = Half(model_folder(found), found)
    expected = alone(Full(model_folder(found), found), list(PROBES))
    assert (alone(half, list(PROBES)) * expected).sum(axis=1).min() > 0.999
    assert choice.comes_out_right(half, found)
