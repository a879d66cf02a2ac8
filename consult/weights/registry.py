"""The registry of encoders: `models/registry.toml` → entries, and a setting → what it names.

In: the setting `model`, which is a name of the registry, a hub model with its commit
(`owner/name@COMMIT`) or a local folder. Out: an entry that says where the weights lie and how texts
are put to the model. Nothing is read from the network, ever; a folder with weights that could run code
when they are read is refused, and so is a hub model without its commit, for a branch or a tag can move.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from consult.errors import ModelError
from consult.shipped import shipped

UNKNOWN_TOKENS = 512  # the input length that every encoder of the last years takes
COMMIT = re.compile(r"[0-9a-f]{40}")
PICKLES = frozenset(
    {".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".joblib", ".dill", ".h5", ".keras", ".msgpack"}
)
"""Endings of weights whose readers can run what stands in them, or are no format that we read."""

OURS = "sentence_transformers."
"""How the names begin of the classes that a model folder may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One encoder: where it comes from, how it is pinned, and how texts are put to it.

    package, file, sha256: weights inside an installed Python package, to be converted; weights: the
    SHA-256 of what conversion gives. difference: a file in `models/` that is added to them, with its
    own SHA-256. integers: a file in `models/` by which the weights are rounded to whole numbers for processors
    that multiply those fast, likewise. folder: of a model that lies ready. dimension: 0 when not known beforehand.
    """

    name: str
    source: str
    licence: str = ""
    revision: str = ""
    package: str = ""
    file: str = ""
    sha256: str = ""
    weights: str = ""
    difference: str = ""
    difference_sha256: str = ""
    integers: str = ""
    integers_sha256: str = ""
    prompt: str = ""
    tokens: int = UNKNOWN_TOKENS
    dimension: int = 0
    folder: str = ""


@cache
def list_models() -> tuple[ModelEntry, ...]:
    """Return the entries of the registry, in its order."""
    table = tomllib.loads(shipped("models", "registry.toml").read_text(encoding="utf-8"))
    return tuple(ModelEntry(name=name, **entry) for name, entry in table.items())


def find_entry(model: str) -> ModelEntry:
    """Return what the setting `model` names, its folder filled in unless it must be converted first.

    Raises ModelError, saying what to do, when it is neither in the registry, nor a folder, nor a hub
    model that was fetched to this machine, when a hub model is not pinned by its commit, and when a
    folder holds what could run code.
    """
    name, _, revision = model.partition("@")
    for entry in list_models():
        if entry.name == model and entry.package:
            return entry
        if entry.name == name and not entry.package:
            return _hub_entry(entry, entry.source, revision or entry.revision)
    if folder := _folder(model):
        return _folder_entry(folder)
    if "/" not in model or model.startswith((".", "/", "~")):
        known = ", ".join(entry.name for entry in list_models())
        raise ModelError(f"model {model!r} is neither a folder nor in the registry ({known}); change `model`")
    return _hub_entry(_as_published(name), name, revision)


def _folder(model: str) -> Path | None:
    """The folder that the setting names, if there is one; `~who` may be nobody, and a name too long for any file."""
    with suppress(RuntimeError, OSError):
        path = Path(model).expanduser()
        return path if path.is_dir() else None
    return None


def _as_published(source: str) -> ModelEntry:
    """Return an entry for a hub id: what the registry knows of how it wants its texts, none of our weights."""
    for known in list_models():
        if known.source == source:
            return ModelEntry(
                name=source,
                source=source,
                licence=known.licence,
                prompt=known.prompt,
                tokens=known.tokens,
                dimension=known.dimension,
            )
    return ModelEntry(name=source, source=source)


def _folder_entry(folder: Path) -> ModelEntry:
    if not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
        raise ModelError(f"{folder} holds no sentence-transformers model (neither modules.json nor config.json)")
    refuse_code(folder)
    return ModelEntry(name=folder.name, source=str(folder), folder=str(folder.resolve()))


def refuse_code(folder: Path) -> None:
    """Raise ModelError where a model folder holds weights as pickles, or asks for classes that are not the library's.

    Such weights are refused although safetensors lie beside them: which of the two is read is for others to say.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in PICKLES:
            raise ModelError(
                f"{path.relative_to(folder)} in {folder} is a file that can run code when it is read; remove it, and "
                "keep weights as .safetensors (`hf download` takes `--exclude`), or choose another `model`"
            )
    for kind in (*_classes(folder), *_mapped(folder)):
        if not kind.startswith(OURS):
            raise ModelError(
                f"{folder} asks for {kind!r}, which is code of its own, and a model is never let run code; "
                "choose another `model`"
            )


def _classes(folder: Path) -> Iterator[str]:
    """The classes that a folder of sentence-transformers is put together from."""
    place = folder / "modules.json"
    try:
        modules = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else []
        yield from (str(one["type"]) for one in modules)
    except (ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{place} is no list of modules; fetch the model again or choose another `model`") from error


def _mapped(folder: Path) -> Iterator[str]:
    """The classes in files of the folder that any of its configurations asks for."""
    for place in sorted(folder.rglob("*config.json")):
        try:
            config = json.loads(place.read_text(encoding="utf-8"))
        except ValueError:
            continue  # whoever loads it says so
        mapped = config.get("auto_map") if isinstance(config, dict) else None
        yield from (str(one) for one in (mapped.values() if isinstance(mapped, dict) else [mapped] if mapped else ()))


def _hub_entry(entry: ModelEntry, source: str, revision: str) -> ModelEntry:
    """Fill in the folder of a hub model that the hub's own client fetched earlier."""
    snapshots = _hub_cache() / f"models--{source.replace('/', '--')}" / "snapshots"
    if not COMMIT.fullmatch(revision):
        raise ModelError(_unpinned(source, revision, snapshots))
    folder = snapshots / revision
    if not folder.is_dir():
        raise ModelError(
            f"model {source} is not on this machine, and a run never uses the network; "
            f"fetch it once with `hf download {source} --revision {revision}`, or choose another `model`"
        )
    refuse_code(folder)
    return replace(entry, revision=revision, folder=str(folder))


def _unpinned(source: str, revision: str, snapshots: Path) -> str:
    """What is wrong, where, and what to do: with the commits that lie on this machine."""
    named = f"the revision {revision!r}, which can move" if revision else "no revision"
    here = sorted(path.name for path in snapshots.iterdir()) if snapshots.is_dir() else []
    advice = f"here lies `{source}@{here[0]}`" if here else f"`hf download {source}` fetches it and tells its commit"
    return (
        f"model {source} is named in consult.toml with {named}: what it gives could change without a trace; "
        f"write `{source}@COMMIT` with all 40 signs of the commit; {advice}"
    )


def _hub_cache() -> Path:
    """Return where huggingface_hub keeps what it fetched (its documented variables and default)."""
    if place := os.environ.get("HF_HUB_CACHE"):
        return Path(place)
    if home := os.environ.get("HF_HOME"):
        return Path(home) / "hub"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface" / "hub"
