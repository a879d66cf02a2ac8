"""What makes a run the same run, and when it ran: the facts that run.json and the ledger keep of it.

In: settings, inputs and the encoder. Out: a fingerprint that changes when anything does that a result
depends on, and times that SOURCE_DATE_EPOCH can fix.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import consult
from consult.settings import Settings
from consult.shipped import shipped

if TYPE_CHECKING:
    from consult.themes import Encoder

LIBRARIES = (
    "spacy", "sentence-transformers", "torch", "onnxruntime", "murmurhash", "hdbscan", "kreuzberg",
    "lingua-language-detector",
)  # fmt: skip
SHIPPED = (("models", "words"), ("models", "languages"), ("models", "names"))  # word data that is no model to choose
CODE = (".npz", ".py", ".sql", ".ftl", ".j2", ".css", ".js", ".json", ".toml", ".tsv", ".txt")


def fingerprint_of(
    settings: Settings, inputs: Mapping[str, str], versions: Mapping[str, str], heads: Mapping[str, str]
) -> str:
    """SHA-256 of everything that a result depends on: inputs, settings, versions of code and model, people's acts.

    heads: the last hash of each chain of people's acts.
    """
    parts = {"inputs": dict(inputs), "settings": plain(settings), "versions": dict(versions), "heads": dict(heads)}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def code_hash() -> str:
    """SHA-256 of consult's own code, data and templates: a changed rule makes a new run."""
    digest = hashlib.sha256()
    for root in (Path(consult.__file__).parent, *(shipped(*parts) for parts in SHIPPED)):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix in CODE and "_shipped" not in path.relative_to(root).parts:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def versions(encoder: Encoder) -> dict[str, str]:
    """Versions of what the result depends on. names: the way in which this machine finds names."""
    from consult.read.names_model import names_way

    engine = getattr(encoder, "engine", None)
    way = {"engine": str(engine.name)} if engine else {}  # whole numbers, or full precision where those come out wrong
    return {**versions_of_code(), "model": f"{encoder.name} {encoder.fingerprint}", **way, "names": names_way()}


def versions_of_code() -> dict[str, str]:
    """Versions of all that the result depends on but the model."""
    libraries = {name: metadata.version(name) for name in LIBRARIES}
    python = ".".join(str(part) for part in sys.version_info[:2])
    return {
        "consult": consult.__version__,
        "code": code_hash(),
        "python": python,
        **libraries,
    }


NO_PART = frozenset({"folder", "publication"})
"""Settings that no result depends on: where they were read, and who answers for what is published."""


def plain(value: object) -> Any:
    """Settings as JSON values, without those that no result depends on."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value) if f.name not in NO_PART}
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


class Clock:
    """When the run began, and seconds by step. A reproducible run (SOURCE_DATE_EPOCH) measures none."""

    def __init__(self) -> None:
        self.started = now()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what happens inside."""
        begun = time.perf_counter()
        yield
        if "SOURCE_DATE_EPOCH" not in os.environ:
            self.seconds[name] = round(time.perf_counter() - begun, 3)


def now() -> str:
    """The time in UTC, to the second; SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), tz=UTC) if epoch else datetime.now(tz=UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
