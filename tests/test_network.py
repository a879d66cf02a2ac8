"""The network of whole numbers: near full precision, exact in any company, and chosen only where it comes out right."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from safetensors.numpy import load_file

from consult.themes import choice
from consult.themes.choice import choose_engine
from consult.themes.embed import load_encoder
from consult.themes.encoder import SentenceEncoder
from consult.themes.engine import Full, Whole, mapped_tensor
from consult.weights import modelstore
from consult.weights.convert import write_model
from consult.weights.integers import PROBES, SITES, Integers, read_integers, round_weights, write_integers
from consult.weights.modelstore import NETWORK, WEIGHTS, integers_file
from consult.weights.network import write_network
from consult.weights.packed import unpack
from consult.weights.registry import ModelEntry, find_entry, list_models
from tests.tiny_model import HIDDEN, LAYERS, POSITIONS, tiny_weights

ROOT = Path(__file__).parent.parent
DEFAULT = "multilingual-e5-small-policy"


@pytest.fixture(scope="module")
def fit() -> ModuleType:
    """The script that fits what `models/` ships."""
    spec = importlib.util.spec_from_file_location("fit_integers", ROOT / "models" / "fit_integers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fit_integers"] = module
    spec.loader.exec_module(module)
    return module


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
def integers(fit: ModuleType, entry: ModelEntry) -> Integers:
    """What is fitted for the tiny model."""
    fitted = fit.Fitted(entry, texts(60, seed=9))
    states = fitted.states()
    found: Integers = fitted.corrected(fitted.start(states), states)
    return replace(found, probes=fitted.full(PROBES))


@pytest.fixture(scope="module")
def whole(entry: ModelEntry, integers: Integers) -> Whole:
    """The tiny model in whole numbers."""
    folder = Path(entry.folder)
    packed = unpack(tiny_weights())
    write_network(load_file(folder / WEIGHTS), integers, packed.shape, folder / NETWORK)
    return Whole(folder, entry)


def rows(engine: Whole | Full, said: list[str]) -> np.ndarray:
    """The first window of each text, alone."""
    return np.vstack([engine.rows([parts[0]])[0] for parts in engine.cut(said)])


def test_is_near_full_precision(whole: Whole, entry: ModelEntry) -> None:
    """On texts that it was not fitted on, each row points nearly where full precision has it."""
    full = Full(Path(entry.folder), entry)
    assert (rows(whole, texts(40)) * rows(full, texts(40))).sum(axis=1).min() > 0.999


def test_wrong_steps_would_be_noticed(whole: Whole, entry: ModelEntry, integers: Integers, tmp_path: Path) -> None:
    """Sabotage twin: with every step a hundred times as wide, rows point elsewhere."""
    coarse = {key: replace(site, step=np.float32(100 * site.step)) for key, site in integers.sites.items()}
    for name in ("tokenizer.json", WEIGHTS):
        (tmp_path / name).write_bytes((Path(entry.folder) / name).read_bytes())
    weights = load_file(tmp_path / WEIGHTS)
    write_network(weights, replace(integers, sites=coarse), unpack(tiny_weights()).shape, tmp_path / NETWORK)
    wrong = Whole(tmp_path, entry)
    assert (rows(whole, texts(40)) * rows(wrong, texts(40))).sum(axis=1).min() < 0.999


def test_company_and_order_change_no_byte(whole: Whole) -> None:
    """The law of order: a row is the same alone and beside any number of others of its length."""
    windows = [parts[0] for parts in whole.cut(texts(400))]
    length = max({len(ids) for ids in windows}, key=lambda n: sum(len(ids) == n for ids in windows))
    same = [ids for ids in windows if len(ids) == length]
    assert len(same) > 10
    together = whole.rows(same)
    for at in (1, 2, 3, 7):
        assert np.array_equal(whole.rows(same[:at]), together[:at])
    assert np.array_equal(whole.rows(same[::-1]), together[::-1])


def test_long_texts_are_cut_as_in_full_precision(whole: Whole, entry: ModelEntry) -> None:
    """Both engines see the same windows, empty and long texts included."""
    said = ["", "innsyn", "abc " * 3 * POSITIONS, "tid\tmangel  x"]
    assert whole.cut(said) == Full(Path(entry.folder), entry).cut(said)


def test_the_same_file_each_time(integers: Integers, entry: ModelEntry, tmp_path: Path) -> None:
    """Equal weights and scales give equal bytes."""
    weights = load_file(Path(entry.folder) / WEIGHTS)
    for name in ("one", "other"):
        write_network(weights, integers, unpack(tiny_weights()).shape, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_what_is_written_is_what_is_read(integers: Integers, tmp_path: Path) -> None:
    """Half precision holds widths and middles exactly; biases and steps stay as they are."""
    write_integers(integers, tmp_path / "x")
    found = read_integers(tmp_path / "x")
    assert found.weights == integers.weights
    assert set(found.sites) == {(layer, site) for layer in range(LAYERS) for site in SITES}
    for key, site in integers.sites.items():
        assert np.array_equal(found.sites[key].widths, site.widths)
        assert np.array_equal(found.sites[key].middle, site.middle)
        assert (found.sites[key].step, found.sites[key].zero) == (site.step, site.zero)
    assert all(np.array_equal(found.biases[key], bias) for key, bias in integers.biases.items())


def test_weights_are_rounded_to_half_a_step() -> None:
    """Each column has steps of its own, an empty one too, and no weight is further off than half of one."""
    weights = np.random.default_rng(1).normal(size=(7, 5)).astype(np.float32)
    weights[:, 2] = 0
    widths = np.linspace(0.5, 2, 7, dtype=np.float32)
    numbers, steps = round_weights(weights, widths)
    assert numbers.dtype == np.int8
    assert (np.abs(numbers).max(axis=0)[[0, 1, 3, 4]] == 127).all()
    assert (np.abs(numbers * steps - weights * widths[:, None]) <= steps * 0.5001).all()
    assert not numbers[:, 2].any()


def test_only_rows_that_are_read_take_memory(entry: ModelEntry) -> None:
    """A mapped tensor is the tensor."""
    path = Path(entry.folder) / WEIGHTS
    name = "embeddings.position_embeddings.weight"
    mapped = mapped_tensor(path, name)
    assert isinstance(mapped, np.memmap)
    assert np.array_equal(mapped, load_file(path)[name])


@pytest.fixture
def with_integers(
    whole: Whole, entry: ModelEntry, integers: Integers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ModelEntry:
    """The tiny model as an entry whose whole numbers are known."""
    path = tmp_path / "integers"
    write_integers(integers, path)
    monkeypatch.setattr(choice, "integers_file", lambda _entry: path)
    monkeypatch.setattr(choice, "TILES", "no processor's")
    (whole.folder / choice.CHOICE).unlink(missing_ok=True)
    return replace(entry, integers=path.name, integers_sha256="1")


def test_whole_numbers_are_chosen_where_they_come_out_right(
    with_integers: ModelEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The choice is made on the probes, once for this processor, and then remembered."""
    assert choose_engine(with_integers).name == Whole.name
    monkeypatch.setattr(choice, "comes_out_right", lambda _engine, _entry: pytest.fail("asked again"))
    assert choose_engine(with_integers).name == Whole.name
    monkeypatch.setattr(choice, "machine", lambda: "another processor")
    monkeypatch.setattr(choice, "comes_out_right", lambda _engine, _entry: False)
    assert choose_engine(with_integers).name == Full.name


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"x": 1}'])
def test_a_damaged_choice_is_made_again(with_integers: ModelEntry, kept: str) -> None:
    """Whatever stands in the file, an engine is found."""
    path = Path(with_integers.folder) / choice.CHOICE
    path.write_text(kept, encoding="utf-8")
    assert choose_engine(with_integers).name == Whole.name
    assert list(json.loads(path.read_text(encoding="utf-8")).values()) == [Whole.name]


def test_full_precision_where_they_do_not(with_integers: ModelEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the probes come out wrong, full precision takes over, and the fingerprint tells."""
    exact = SentenceEncoder(with_integers).fingerprint
    (Path(with_integers.folder) / choice.CHOICE).unlink(missing_ok=True)
    monkeypatch.setattr(Whole, "rows", lambda _self, windows: np.eye(HIDDEN, dtype=np.float32)[: len(windows)])
    encoder = SentenceEncoder(with_integers)
    assert encoder.engine.name == Full.name
    assert encoder.fingerprint != exact
    assert encoder.fingerprint == SentenceEncoder(replace(with_integers, integers="", integers_sha256="")).fingerprint


def test_a_model_without_whole_numbers_needs_none(entry: ModelEntry) -> None:
    """A folder of the user's own is run in full precision."""
    assert choose_engine(entry).name == Full.name


def test_the_processor_is_named() -> None:
    """The choice is kept for this processor and this runtime."""
    assert choice.processor() or not Path("/proc/cpuinfo").exists()
    assert choice.machine().strip()


def test_what_is_shipped_was_fitted_on_the_weights_that_are_shipped() -> None:
    """Every entry's whole numbers belong to its weights, and their hash is the pinned one."""
    fitted = [entry for entry in list_models() if entry.integers]
    assert [entry.name for entry in fitted] == [DEFAULT]
    for one in fitted:
        assert read_integers(integers_file(one)).weights == one.weights


@pytest.mark.slow
def test_the_default_model_is_near_full_precision() -> None:
    """On our own probes, the shipped scales give what full precision gave; this machine uses them if it can."""
    found = find_entry(DEFAULT)
    folder = modelstore.model_folder(found)
    whole = Whole(folder, found)
    if not choice.comes_out_right(whole, found):
        pytest.skip("this processor does not multiply whole numbers exactly")
    full = Full(folder, found)
    cosines = (rows(whole, list(PROBES)) * rows(full, list(PROBES))).sum(axis=1)
    assert cosines.min() > 0.99
    assert cosines.mean() > 0.995


@pytest.mark.slow
def test_the_default_encoder_keeps_the_law_of_order() -> None:
    """Alone, among others, in another order: the same bytes."""
    encoder = load_encoder(DEFAULT)
    said = [*PROBES, *PROBES[::-1], "Ja takk.", "Nei.", "x " * 700]
    together = encoder.encode(said)
    assert np.array_equal(np.vstack([encoder.encode([text]) for text in said]), together)


def test_what_is_left_exact_is_nearer(entry: ModelEntry, integers: Integers, tmp_path: Path) -> None:
    """Inputs that are not rounded bring rows nearer to full precision; with none rounded they are there."""
    full = rows(Full(Path(entry.folder), entry), texts(40))

    def least(exact: set[tuple[int, str]]) -> float:
        folder = tmp_path / str(len(exact))
        folder.mkdir()
        for name in ("tokenizer.json", WEIGHTS):
            (folder / name).write_bytes((Path(entry.folder) / name).read_bytes())
        changed = replace(integers, exact=frozenset(exact))
        write_network(load_file(folder / WEIGHTS), changed, unpack(tiny_weights()).shape, folder / NETWORK)
        return float((rows(Whole(folder, entry), texts(40)) * full).sum(axis=1).min())

    assert least(set()) < least({(layer, "wide") for layer in range(LAYERS)}) < least(set(integers.sites)) > 0.999999


def test_which_inputs_are_exact_is_kept(integers: Integers, tmp_path: Path) -> None:
    """The file tells, and one that was written before it could says that all are rounded."""
    write_integers(replace(integers, exact=frozenset({(1, "wide"), (0, "in")})), tmp_path / "a.safetensors")
    assert read_integers(tmp_path / "a.safetensors").exact == {(1, "wide"), (0, "in")}
