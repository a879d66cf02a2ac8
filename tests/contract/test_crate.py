"""RO-Crate: an independent library opens the output folder by its description and finds what lies there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from consult.ledger import open_ledger
from consult.publish.exchange import export
from consult.publish.exchange.crate import INTERNAL, METADATA, REDACTED, crate
from tests.contract import cases


@pytest.fixture
def folder(shipped_run: Path, tmp_path: Path) -> Path:
    """The shipped corpus' output, with every exchange file, in a folder of its own."""
    out = tmp_path / "out"
    shutil.copytree(shipped_run, out)
    with open_ledger(out / "ledger.db", create=False) as ledger:
        export("all", ledger.analysis(), run_info(out), out)
    return out


def run_info(folder: Path) -> dict[str, Any]:
    """run.json."""
    found: dict[str, Any] = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    return found


def entities(folder: Path) -> dict[str, dict[str, Any]]:
    """The description by id."""
    graph = json.loads((folder / METADATA).read_text(encoding="utf-8"))["@graph"]
    return {entity["@id"]: entity for entity in graph}


def test_an_independent_library_opens_the_folder(folder: Path) -> None:
    """`rocrate` finds the root, every file that is there, and the run with what made it."""
    rocrate = pytest.importorskip("rocrate.rocrate", reason="needs rocrate")
    read = rocrate.ROCrate(folder)

    described = {entity.id for entity in read.data_entities}
    lying = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert described == {name for name in lying if name not in (METADATA, ".lock")}
    assert all((folder / name).is_file() for name in described)
    assert read.dereference("#run").type == "CreateAction"
    assert [one.id for one in read.dereference("#run")["instrument"]] == ["#consult", "#model"]
    assert read.name
    assert read.license


def test_the_description_follows_the_rules(folder: Path) -> None:
    """RO-Crate 1.1: descriptor, root with name, description, date and licence; every reference is defined."""
    found = entities(folder)
    assert found[METADATA]["about"] == {"@id": "./"}
    assert found[METADATA]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert {"name", "description", "datePublished", "license", "hasPart"} <= set(found["./"])
    assert _undefined(found) == []


def _undefined(found: dict[str, dict[str, Any]]) -> list[str]:
    def referred(value: Any) -> list[str]:
        if isinstance(value, list):
            return [one for part in value for one in referred(part)]
        return [value["@id"]] if isinstance(value, dict) else []

    named = [one for entity in found.values() for value in entity.values() for one in referred(value)]
    return sorted({one for one in named if one not in found and not one.startswith("https://")})


def test_an_undefined_reference_would_be_found(folder: Path) -> None:
    """Sabotage twin: a file taken out of the description is missed by the root."""
    found = entities(folder)
    del found["ledger.db"]

    assert _undefined(found) == ["ledger.db"]


def test_what_is_internal_is_marked(folder: Path) -> None:
    """Everything but what lies under public/."""
    (folder / "public").mkdir()
    (folder / "public" / "å b.html").write_text("x")
    about = run_info(folder)
    about["files"]["public/å b.html"] = "0" * 64
    graph = cases.as_json(crate(about, folder))["@graph"]
    access = {entity["@id"]: entity["conditionsOfAccess"] for entity in graph if entity["@type"] == "File"}

    assert access.pop("public/%C3%A5%20b.html") == REDACTED
    assert set(access.values()) == {INTERNAL}


def test_it_names_no_contributor(folder: Path) -> None:
    """Names of inputs are often people's names: they stand in run.json, not here."""
    content = (folder / METADATA).read_text(encoding="utf-8")

    assert not [name for name in run_info(folder)["inputs"] if name in content]


def test_the_same_folder_gives_the_same_bytes(folder: Path) -> None:
    """However often, and with hashes that are those of the files."""
    about = run_info(folder)

    assert crate(about, folder) == crate(about, folder) == (folder / METADATA).read_bytes()
    assert entities(folder)["tables/passages.csv"]["sha256"] == about["files"]["tables/passages.csv"]


def test_a_file_that_is_gone_is_not_described(folder: Path) -> None:
    """A description that promised more than there is would be no description."""
    (folder / "tables.xlsx").unlink()

    assert "tables.xlsx" not in crate(run_info(folder), folder).decode()
