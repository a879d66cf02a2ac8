"""What we stand on: exact pins, reviewed licences, no code out of model files, no network but the writer's."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from benchmarks import licences

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "consult"
PINS = ROOT / "constraints.txt"

RUNS_CODE = frozenset({"pickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "runpy"})
"""Modules that run what a file says."""
MAY_UNPICKLE = {"read/worker.py"}
"""Between us and our own reading process; what comes back is held to records of ours (tests/test_worker.py)."""
LOADERS = frozenset({"torch.load", "joblib.load", "eval", "exec", "compile", "__import__"})

NETWORK = frozenset(
    {"socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "urllib3", "requests", "httpx",
     "httpx2", "httpcore", "aiohttp", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "asyncio",
     "websockets", "openai", "huggingface_hub", "smart_open", "fsspec", "boto3"}
)  # fmt: skip
WITH_PYTHON = {"setuptools"}
"""What Python's own tool puts into a new environment; torch asks for any version of it."""
MAY_CALL = {"answer/server.py"}
"""The writer's client: off unless the settings name a server, and held to the hosts that they allow."""


def trees(folder: Path = PACKAGE) -> Iterator[tuple[str, ast.Module]]:
    """Every module of ours, parsed."""
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """Every module that is imported anywhere in a module, with the packages that it lies in."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        elif isinstance(node, ast.Call) and called(node).endswith("import_module"):
            names |= {str(one.value) for one in node.args if isinstance(one, ast.Constant)}
    return {name[:end] for name in names for end in [*(m.start() for m in re.finditer(r"\.", name)), len(name)]}


def called(node: ast.Call) -> str:
    """A call's name, dots and all."""
    return ast.unparse(node.func)


def faults_of_loading(tree: ast.Module) -> Iterator[str]:
    """Calls by which a file could run code."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = called(node)
        if name in LOADERS or name.rpartition(".")[2] in {"hf_hub_download", "snapshot_download", "unsafe_load"}:
            yield f"{name} in line {node.lineno}"
        for word in node.keywords:
            allowed = word.arg not in ("trust_remote_code", "allow_pickle")
            if not allowed and not (isinstance(word.value, ast.Constant) and word.value.value is False):
                yield f"{name}({word.arg}=…) in line {node.lineno}"


# -- pins -----------------------------------------------------------------------------------------------


def pins() -> dict[str, str]:
    """Distribution → its exact version."""
    lines = [line for line in PINS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line) for line in lines), "only exact pins"
    names = [licences.canonical(line.partition("==")[0]) for line in lines]
    assert len(names) == len(set(names)), "each once"
    return dict(zip(names, (line.partition("==")[2] for line in lines), strict=True))


def test_everything_that_is_installed_for_us_is_pinned() -> None:
    """Whatever a dependency brings along, too: a build in a year gets what the tests passed with."""
    assert sorted(licences.for_whom().keys() - pins().keys() - WITH_PYTHON) == []


def test_tests_pass_with_the_pinned_versions() -> None:
    """A pin that nobody has tried is a guess. (Builds for one kind of processor differ after the `+`.)"""
    held = pins()
    installed = {name: metadata.version(name).partition("+")[0] for name in licences.for_whom() if name in held}
    wrong = {name: found for name, found in installed.items() if found != held[name].partition("+")[0]}
    assert wrong == {}


def test_pins_lie_within_the_ranges_that_we_state() -> None:
    """pyproject.toml and constraints.txt can both be met."""
    held = pins()
    for extra in licences.EXTRAS:
        for text in licences._stated("consult", extra):
            need = licences.Requirement(text)
            version = held.get(licences.canonical(need.name))
            assert version is None or need.specifier.contains(version), text


# -- licences -------------------------------------------------------------------------------------------


def test_every_licence_is_reviewed() -> None:
    """Users get nothing under the GPL; MPL and LGPL are libraries beside us, and named."""
    assert list(licences.faults(licences.for_whom())) == []


def test_the_page_of_licences_is_that_of_what_is_installed() -> None:
    """Made anew by `python -m benchmarks.licences > docs/licences.md`."""
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert page == licences.table(licences.for_whom()) + "\n", "make docs/licences.md anew"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", ("LGPL",)),
        ("LGPL-3.0-only", ("LGPL",)),
        ("GPL-3.0-or-later", ("GPL",)),
        ("GNU General Public License v3 (GPLv3)", ("GPL",)),
        ("AGPL-3.0-only", ("AGPL",)),
        ("GNU Affero General Public License v3", ("AGPL",)),
        ("0BSD", ("0BSD",)),
        ("MPL-2.0 AND MIT", ("MIT", "MPL-2.0")),
        ("", ()),
        ("Proprietary", ()),
    ],
)
def test_families_of_licences(monkeypatch: pytest.MonkeyPatch, text: str, family: tuple[str, ...]) -> None:
    """As distributions write them."""
    monkeypatch.setattr(licences, "said", lambda _: text)
    assert licences.families("x") == family


@pytest.mark.parametrize(
    ("text", "extra", "told"),
    [
        ("GPL-3.0-or-later", "", True), ("GPL-3.0-or-later", "writer", True), ("GPL-3.0-or-later", "dev", False),
        ("AGPL-3.0-only", "dev", True), ("MIT", "", False), ("LGPL-3.0-only", "", False), ("Proprietary", "dev", True),
    ],
)  # fmt: skip
def test_what_is_not_for_those_who_get_it_is_told(
    monkeypatch: pytest.MonkeyPatch, text: str, extra: str, told: bool
) -> None:
    """Sabotage twin of the review."""
    monkeypatch.setattr(licences, "said", lambda _: text)
    assert bool(list(licences.faults({"x": extra}))) == told


# -- code out of files, and the network -----------------------------------------------------------------


def test_no_module_runs_what_a_file_says() -> None:
    """No pickles but between our own processes, no torch.load, no remote code, no eval."""
    found = {name: sorted(imported(tree) & RUNS_CODE) for name, tree in trees() if name not in MAY_UNPICKLE}
    assert {name: modules for name, modules in found.items() if modules} == {}
    assert {name: told for name, tree in trees() if (told := list(faults_of_loading(tree)))} == {}


def test_no_script_that_trains_runs_what_a_file_says() -> None:
    """The same of the scripts in models/."""
    assert {name: told for name, tree in trees(ROOT / "models") if (told := list(faults_of_loading(tree)))} == {}


def test_only_the_writers_client_can_reach_a_network() -> None:
    """Every import, of any depth, in every module; `urllib.parse` opens nothing."""
    found = {name: sorted(imported(tree) & NETWORK) for name, tree in trees() if name not in MAY_CALL}
    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from pickle import load",
        "def f():\n    import joblib",
        "import importlib\nimportlib.import_module('dill')",
    ],
)
def test_an_unpickler_would_be_seen(code: str) -> None:
    """Sabotage twin."""
    assert imported(ast.parse(code)) & RUNS_CODE


@pytest.mark.parametrize(
    "code",
    ["torch.load('x')", "AutoModel.from_pretrained('x', trust_remote_code=True)", "np.load('x', allow_pickle=True)",
     "f(trust_remote_code=wanted)", "eval('1')", "hub.snapshot_download('a/b')", "yaml.unsafe_load(x)"],
)  # fmt: skip
def test_a_loader_of_code_would_be_seen(code: str) -> None:
    """Sabotage twin."""
    assert list(faults_of_loading(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from http import client",
        "import requests as r",
    ],
)
def test_a_way_to_the_network_would_be_seen(code: str) -> None:
    """Sabotage twin; and what only takes addresses apart is none."""
    assert imported(ast.parse(code)) & NETWORK
    assert not imported(ast.parse("from urllib.parse import quote")) & NETWORK


def test_every_encoder_that_comes_along_is_pinned_by_its_bytes() -> None:
    """Weights inside packages by SHA-256 before and after conversion; a revision is a whole commit."""
    entries = tomllib.loads((ROOT / "models" / "registry.toml").read_text(encoding="utf-8"))
    for name, entry in entries.items():
        hashes = [value for key, value in entry.items() if key in ("sha256", "weights") or key.endswith("_sha256")]
        assert all(re.fullmatch("[0-9a-f]{64}", value) for value in hashes), name
        assert not entry.get("package") or {"sha256", "weights"} <= entry.keys(), name
        assert {key.removesuffix("_sha256") for key in entry if key.endswith("_sha256")} <= entry.keys(), name
        assert re.fullmatch("[0-9a-f]{40}|", entry.get("revision", "")), name
