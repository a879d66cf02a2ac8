"""Which way a machine finds names: found out once, remembered, and never one that comes out wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from consult.read import names_model, names_way
from consult.read.names_way import CHOICE, choose_network, comes_out_right, known_way
from consult.weights.layers import Half, Whole
from consult.weights.processor import machine

PIN = "0123"


class Odd:
    """A network whose odds are the lengths of words, off by what a test says."""

    def __init__(self, way: str, off: float = 0.0, company: float = 0.0) -> None:
        self.layers = SimpleNamespace(name=way)
        self.off = off
        self.company = company

    def odds(self, text: str) -> tuple[list[Any], np.ndarray]:
        """A row for each word."""
        return next(self.odds_of([text]))

    def odds_of(self, texts: Sequence[str]) -> Iterator[tuple[list[Any], np.ndarray]]:
        """The same for each text."""
        for text in texts:
            rows = np.array([[len(word)] for word in text.split()], dtype=np.float32)
            yield [], rows + np.float32(self.off + self.company * (len(texts) > 1))


@pytest.fixture
def tiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A processor with tiles, and a cache of its own."""
    monkeypatch.setenv("CONSULT_CACHE", str(tmp_path))
    monkeypatch.setattr(names_way, "multiplies_tiles", lambda: True)
    return tmp_path / CHOICE


def builder(**half: float) -> tuple[Callable[[str], Any], list[str]]:
    """What builds a network, and the ways for which it was asked."""
    asked: list[str] = []

    def build(way: str) -> Odd:
        asked.append(way)
        return Odd(way, **(half if way == Half.name else {}))

    return build, asked


def test_half_precision_is_chosen_where_it_comes_out_right(tiles: Path) -> None:
    """Both are asked once; then it is remembered for this machine and these weights."""
    build, asked = builder(off=0.03)
    assert choose_network(build, PIN).layers.name == Half.name
    assert json.loads(tiles.read_text(encoding="utf-8")) == {f"{machine()} {PIN}": Half.name}
    assert asked == [Half.name, Whole.name]
    assert choose_network(build, PIN).layers.name == Half.name
    assert asked == [Half.name, Whole.name, Half.name]


@pytest.mark.usefixtures("tiles")
@pytest.mark.parametrize("wrong", [{"off": 0.5}, {"company": 1e-6}])
def test_what_comes_out_wrong_is_not_used(wrong: dict[str, float]) -> None:
    """Sabotage twins: odds that are others, or one last digit that follows who is beside a text."""
    build, _ = builder(**wrong)
    assert choose_network(build, PIN).layers.name == Whole.name
    assert known_way(PIN) == Whole.name


@pytest.mark.usefixtures("tiles")
def test_other_weights_are_another_choice() -> None:
    """What was found out of some weights says nothing of others."""
    choose_network(builder()[0], PIN)
    assert known_way(PIN) == Half.name
    assert known_way("4567") == ""


def test_a_runtime_that_fails_is_passed_over() -> None:
    """Whatever it says, a way is found."""

    class Failing(Odd):
        def odds_of(self, texts: Sequence[str]) -> Iterator[Any]:
            raise RuntimeError(f"no such operator for {len(texts)} texts")

    assert not comes_out_right(Failing(Half.name), Odd(Whole.name))  # type: ignore[arg-type]


def test_without_tiles_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers, and no file."""
    monkeypatch.setattr(names_way, "multiplies_tiles", lambda: False)
    build, asked = builder()
    assert choose_network(build, PIN).layers.name == Whole.name
    assert asked == [Whole.name]


def test_a_run_tells_the_way_of_the_model() -> None:
    """What is told without loading the model is what the model does."""
    assert names_model.names_way() == names_model.names_model().network.lower.layers.name


def test_a_way_that_is_not_known_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is remembered the model is loaded."""
    monkeypatch.setattr(names_model, "known_way", lambda _pin: "")
    assert names_model.names_way() in {Half.name, Whole.name}
