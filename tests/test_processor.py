"""What a machine computes with is told as it is, and a choice is remembered for that machine alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consult.weights import processor as module
from consult.weights.processor import cores, each, machine, multiplies_tiles
from consult.weights.remembered import remember, remembered


def test_cores_are_those_of_this_process() -> None:
    """At least one, and never more than the machine has."""
    assert 1 <= cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize(
    ("told", "installed", "expected"),
    [
        (f"some {module.TILES} vnni", True, True),
        (f"some {module.TILES} vnni", False, False),
        ("some avx512_vnni", True, False),
        (f"some {module.TILES}_not", True, False),
    ],
)
def test_tiles_need_processor_and_library(
    monkeypatch: pytest.MonkeyPatch, told: str, installed: bool, expected: bool
) -> None:
    """Both, and the very flag."""
    monkeypatch.setattr(module, "processor", lambda: told)
    monkeypatch.setattr(module, "find_spec", lambda _name: object() if installed else None)
    assert multiplies_tiles() is expected


def test_a_machine_is_told_by_its_runtimes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version may round otherwise; one that is missing is told as such."""
    monkeypatch.setattr(module, "RUNTIMES", ("onnxruntime", "no-such-package"))
    assert machine().endswith(" none")


def test_a_choice_is_kept_for_its_conditions(tmp_path: Path) -> None:
    """Under others there is none; a folder that is missing is made."""
    file = tmp_path / "new" / "choice.json"
    assert remembered(file, "here") == ""
    remember(file, "here", "bf16")
    assert remembered(file, "here") == "bf16"
    assert remembered(file, "there") == ""
    remember(file, "there", "int8")
    assert remembered(file, "there") == "int8"
    assert [path.name for path in file.parent.iterdir()] == ["choice.json"]


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00", '"here"'])
def test_a_broken_file_is_no_choice(tmp_path: Path, content: str) -> None:
    """Whatever stands there, it is chosen again."""
    (tmp_path / "choice.json").write_text(content, encoding="utf-8")
    assert remembered(tmp_path / "choice.json", "here") == ""


def test_where_nothing_may_be_written_nothing_happens(tmp_path: Path) -> None:
    """A file where a folder should be: no error, no choice."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    remember(tmp_path / "file" / "choice.json", "here", "bf16")
    assert remembered(tmp_path / "file" / "choice.json", "here") == ""


def test_every_piece_of_work_is_done_and_its_failure_told() -> None:
    """None is left out, nothing is nothing to do, and what one of them raises is raised."""
    done: set[int] = set()
    each(done.add, range(9))
    assert done == set(range(9))
    each(done.add, ())
    with pytest.raises(ZeroDivisionError):
        each(lambda at: done.add(1 // at), range(2))
