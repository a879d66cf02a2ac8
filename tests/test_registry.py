"""What the setting `model` names."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from consult.errors import ModelError
from consult.settings import Settings
from consult.shipped import shipped
from consult.weights.registry import find_entry, list_models

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub cache with one fetched model, as huggingface_hub lays it out."""
    home = tmp_path / "models--owner--name"
    (home / "snapshots" / COMMIT).mkdir(parents=True)
    (home / "snapshots" / COMMIT / "modules.json").write_text("[]", encoding="utf-8")
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text(COMMIT, encoding="utf-8")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    return tmp_path


def test_the_default_model_is_in_the_registry() -> None:
    """The model that Settings names needs no fetching: it comes with a package, pinned."""
    entry = find_entry(Settings.__dataclass_fields__["model"].default)
    assert entry.package
    assert len(entry.sha256) == len(entry.weights) == 64
    assert entry.licence == "MIT"


def test_every_entry_says_source_licence_and_size() -> None:
    """Nobody should have to guess where weights come from or what may be done with them."""
    assert all(entry.source and entry.licence and entry.dimension and entry.tokens for entry in list_models())
    assert len({entry.name for entry in list_models()}) == len(list_models())


def test_e5_models_have_their_prompt() -> None:
    """The prompt belongs to the entry; texts are compared with texts, so it is the same for all."""
    assert {entry.prompt for entry in list_models() if "e5" in entry.name} == {"query: "}


def test_what_is_added_to_the_weights_is_pinned_and_small() -> None:
    """A difference of ours lies in `models/`, is the file that its entry pins, and is no more than 15 MB."""
    adapted = [entry for entry in list_models() if entry.difference]
    assert adapted
    for entry in adapted:
        content = shipped("models", entry.difference).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry.difference_sha256
        assert len(content) <= 15_000_000


def test_the_unadapted_model_is_one_setting_away() -> None:
    """Whoever does not want our training can name the model without it, from the same weights."""
    adapted, plain = find_entry("multilingual-e5-small-policy"), find_entry("multilingual-e5-small")
    assert (adapted.sha256, adapted.prompt) == (plain.sha256, plain.prompt)
    assert adapted.weights != plain.weights
    assert not plain.difference


def test_a_folder_is_a_model(tmp_path: Path) -> None:
    """A folder of sentence-transformers is taken as it stands, without a prompt."""
    (tmp_path / "modules.json").write_text("[]", encoding="utf-8")
    entry = find_entry(str(tmp_path))
    assert (entry.folder, entry.prompt, entry.package) == (str(tmp_path.resolve()), "", "")


def test_a_fetched_hub_model_is_found_by_its_commit(hub: Path) -> None:
    """The commit is what identifies it."""
    entry = find_entry(f"owner/name@{COMMIT}")
    assert entry.revision == COMMIT
    assert entry.folder == str(hub / "models--owner--name" / "snapshots" / COMMIT)


def test_a_name_of_the_registry_that_lies_on_the_hub_takes_a_commit(hub: Path) -> None:
    """Its prompt and length are the registry's, its weights those of the commit."""
    (hub / "models--owner--name").rename(hub / "models--intfloat--multilingual-e5-base")
    entry = find_entry(f"multilingual-e5-base@{COMMIT}")
    assert (entry.name, entry.prompt, entry.revision) == ("multilingual-e5-base", "query: ", COMMIT)


@pytest.mark.parametrize(
    "model", ["owner/name", "owner/name@main", "owner/name@v2", f"owner/name@{COMMIT[:12]}", f"owner/name@{COMMIT}0"]
)
def test_a_hub_model_without_its_commit_is_refused(hub: Path, model: str) -> None:
    """Branches, tags and short hashes can come to mean other weights; the message shows the commit that lies here."""
    assert hub
    with pytest.raises(ModelError, match=f"consult.toml .*write `owner/name@COMMIT` .*`owner/name@{COMMIT}`"):
        find_entry(model)


@pytest.mark.parametrize(
    "name", ["pytorch_model.bin", "training_args.bin", "2_Dense/model.pt", "model.CKPT", "x/rng.pkl", "tf_model.h5"]
)
@pytest.mark.parametrize("from_hub", [False, True])
def test_weights_that_could_run_code_are_refused(hub: Path, name: str, from_hub: bool) -> None:
    """Wherever they lie in the folder, and also beside safetensors; the message names the file."""
    folder = hub / "models--owner--name" / "snapshots" / COMMIT
    (folder / "model.safetensors").write_bytes(b"")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"")
    with pytest.raises(ModelError, match=re.escape(f"{name} in {folder}")):
        find_entry(f"owner/name@{COMMIT}" if from_hub else str(folder))


@pytest.mark.parametrize(
    ("modules", "says"),
    [
        ('[{"type": "custom_st.Transformer"}]', "custom_st.Transformer"),
        ('[{"type": "sentence_transformers.models.Pooling"}, {"type": "os.system"}]', "os.system"),
        ("{", "no list of modules"),
        ('[{"path": ""}]', "no list of modules"),
        ("[3]", "no list of modules"),
    ],
)
def test_a_folder_that_asks_for_code_of_its_own_is_refused(tmp_path: Path, modules: str, says: str) -> None:
    """A model is put together from classes of the library alone."""
    (tmp_path / "modules.json").write_text(modules, encoding="utf-8")
    with pytest.raises(ModelError, match=says):
        find_entry(str(tmp_path))


@pytest.mark.parametrize("name", ["config.json", "0_Transformer/config.json", "tokenizer_config.json"])
def test_a_configuration_that_maps_to_code_is_refused(tmp_path: Path, name: str) -> None:
    """`auto_map` is how a model asks for `trust_remote_code`."""
    (tmp_path / "modules.json").write_text("[]", encoding="utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text('{"auto_map": {"AutoModel": "modeling.Mine"}}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"modeling\.Mine.*never let run code"):
        find_entry(str(tmp_path))


def test_a_folder_of_safetensors_is_taken(tmp_path: Path) -> None:
    """What can be read without running anything stays."""
    for name in ("model.safetensors", "tokenizer.json", "config.json", "sentencepiece.bpe.model", "vocab.txt"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "modules.json").write_text('[{"type": "sentence_transformers.models.Transformer"}]', encoding="utf-8")
    assert find_entry(str(tmp_path)).folder


def test_an_unknown_hub_model_gets_no_prompt(hub: Path) -> None:
    """A prompt that a model was not trained with does harm."""
    assert hub
    assert find_entry(f"owner/name@{COMMIT}").prompt == ""


def test_a_hub_id_of_the_registry_keeps_its_prompt(hub: Path) -> None:
    """Naming a known model by its hub id takes the prompt from the registry, the weights from the hub."""
    (hub / "models--owner--name").rename(hub / "models--intfloat--multilingual-e5-small")
    entry = find_entry(f"intfloat/multilingual-e5-small@{COMMIT}")
    assert (entry.prompt, entry.package, entry.revision) == ("query: ", "", COMMIT)
    assert (entry.name, entry.difference, entry.weights) == ("intfloat/multilingual-e5-small", "", "")


@pytest.mark.parametrize(
    ("model", "says"),
    [
        ("owner/absent", "hf download owner/absent`"),
        ("owner/absent@v2", "which can move"),
        (f"owner/absent@{COMMIT}", f"hf download owner/absent --revision {COMMIT}`"),
        (f"owner/name@{'0' * 40}", f"hf download owner/name --revision {'0' * 40}`"),
        ("multilingual-e5-base", "hf download intfloat/multilingual-e5-base`"),
        ("multilingual-e5-smal", "multilingual-e5-small"),
        ("./no/such/folder", "neither a folder"),
        ("/no/such/folder", "neither a folder"),
        ("~nobody-of-that-name/model", "neither a folder"),
        ("./" + "m" * 400, "neither a folder"),
    ],
)
def test_what_is_not_there_is_said_with_what_to_do(hub: Path, model: str, says: str) -> None:
    """The message names the command to run or the names that exist; nothing is fetched behind one's back."""
    assert hub
    with pytest.raises(ModelError) as caught:
        find_entry(model)
    assert says in str(caught.value)


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    """A folder without a model's files is refused at once, not after minutes of reading."""
    with pytest.raises(ModelError, match=r"modules\.json"):
        find_entry(str(tmp_path))


@pytest.mark.parametrize(
    ("variable", "below"),
    [("HF_HUB_CACHE", ""), ("HF_HOME", "hub"), ("XDG_CACHE_HOME", "huggingface/hub")],
)
def test_the_hub_cache_is_where_its_own_client_puts_it(
    variable: str, below: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client's documented variables are honoured."""
    for name in ("HF_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    snapshot = tmp_path / below / "models--owner--name" / "snapshots" / COMMIT
    snapshot.mkdir(parents=True)
    assert find_entry(f"owner/name@{COMMIT}").folder == str(snapshot)
