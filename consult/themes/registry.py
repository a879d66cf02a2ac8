"""The registry of encoders: `models/registry.toml` → entries, and a setting → what it names.

In: the setting `model`, which is a name of the registry, a hub id (`owner/name` or
`owner/name@revision`) or a local folder. Out: an entry that says where the weights lie and how texts
are put to the model. Nothing is read from the network, ever.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from consult.errors import ModelError
from consult.shipped import shipped

UNKNOWN_TOKENS = 512  # the input length that every encoder of the last years takes


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
    model that was fetched to this machine.
    """
    for entry in list_models():
        if entry.name == model:
            return entry if entry.package else _hub_entry(entry, entry.source, entry.revision)
    if Path(model).expanduser().is_dir():
        return _folder_entry(Path(model).expanduser())
    if "/" not in model or model.startswith((".", "/", "~")):
        known = ", ".join(entry.name for entry in list_models())
        raise ModelError(f"model {model!r} is neither a folder nor in the registry ({known}); change `model`")
    source, _, revision = model.partition("@")
    return _hub_entry(_as_published(source), source, revision)


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
    return ModelEntry(name=folder.name, source=str(folder), folder=str(folder.resolve()))


def _hub_entry(entry: ModelEntry, source: str, revision: str) -> ModelEntry:
    """Fill in the folder and commit of a hub model that the hub's own client fetched earlier."""
    home = _hub_cache() / f"models--{source.replace('/', '--')}"
    reference = home / "refs" / (revision or "main")
    commit = reference.read_text(encoding="utf-8").strip() if reference.is_file() else revision
    folder = home / "snapshots" / commit
    if not commit or not folder.is_dir():
        pin = f" --revision {revision}" if revision else ""
        raise ModelError(
            f"model {source} is not on this machine, and a run never uses the network; "
            f"fetch it once with `hf download {source}{pin}`, or choose another `model`"
        )
    return replace(entry, revision=commit, folder=str(folder))


def _hub_cache() -> Path:
    """Return where huggingface_hub keeps what it fetched (its documented variables and default)."""
    if place := os.environ.get("HF_HUB_CACHE"):
        return Path(place)
    if home := os.environ.get("HF_HOME"):
        return Path(home) / "hub"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface" / "hub"
