"""Which way a machine puts texts through a network: found out once, remembered, and never one that comes out wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from consult.weights import way
from consult.weights.layers import Half, Whole
from consult.weights.processor import machine
from consult.weights.way import Choice

CHOICE = Choice(name="made-up", pin="0123")


@pytest.fixture
def tiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A processor with tiles, and a cache of its own."""
    monkeypatch.setenv("CONSULT_CACHE", str(tmp_path))
    monkeypatch.setattr(way, "multiplies_tiles", lambda: True)
    return tmp_path / "made-up.json"


def builder() -> tuple[Callable[[str], str], list[str]]:
    """What builds a network, here its way's name, and the ways for which it was asked."""
    asked: list[str] = []

    def build(name: str) -> str:
        asked.append(name)
        return name

    return build, asked


def comes_out_right(half: str, whole: str) -> bool:
    """Told of both, in this order."""
    return (half, whole) == (Half.name, Whole.name)


def test_half_precision_is_chosen_where_it_comes_out_right(tiles: Path) -> None:
    """Both are built once; then it is remembered for this machine and these weights."""
    build, asked = builder()
    assert CHOICE.network(build, comes_out_right) == Half.name
    assert json.loads(tiles.read_text(encoding="utf-8")) == {f"{machine()} 0123": Half.name}
    assert asked == [Half.name, Whole.name]
    assert CHOICE.network(build, comes_out_right) == Half.name
    assert asked == [Half.name, Whole.name, Half.name]


@pytest.mark.usefixtures("tiles")
def test_what_comes_out_wrong_is_not_used() -> None:
    """Sabotage twin: then whole numbers, and they are remembered."""
    build, asked = builder()
    assert CHOICE.network(build, lambda *_: False) == Whole.name
    assert CHOICE.known() == Whole.name
    assert CHOICE.network(build, comes_out_right) == Whole.name
    assert asked == [Half.name, Whole.name, Whole.name]


@pytest.mark.usefixtures("tiles")
@pytest.mark.parametrize("other", [Choice(name="made-up", pin="4567"), Choice(name="another", pin="0123")])
def test_another_model_is_another_choice(other: Choice) -> None:
    """What was found out of some weights says nothing of others."""
    CHOICE.network(builder()[0], comes_out_right)
    assert CHOICE.known() == Half.name
    assert other.known() == ""


def test_without_tiles_nothing_is_tried(tiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers, and no file."""
    monkeypatch.setattr(way, "multiplies_tiles", lambda: False)
    build, asked = builder()
    assert CHOICE.network(build, comes_out_right) == Whole.name
    assert asked == [Whole.name]
    assert not tiles.exists()
