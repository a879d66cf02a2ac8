"""Whether a network that finds names comes out right in half precision, and what a run tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from consult.read import names_model
from consult.read.names_way import comes_out_right
from consult.weights.layers import Half, Whole
from consult.weights.way import Choice


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


class Failing(Odd):
    """A runtime that has no such operator."""

    def odds_of(self, texts: Sequence[str]) -> Iterator[Any]:
        """Never."""
        raise RuntimeError(f"no such operator for {len(texts)} texts")


def is_right(half: Odd) -> bool:
    """Whether a network comes out right beside one in whole numbers."""
    return comes_out_right(half, Odd(Whole.name))  # type: ignore[arg-type]


def test_last_digits_may_differ() -> None:
    """What half precision costs is known, and little."""
    assert is_right(Odd(Half.name))
    assert is_right(Odd(Half.name, off=0.03))


@pytest.mark.parametrize("wrong", [Odd(Half.name, off=0.5), Odd(Half.name, company=1e-6), Failing(Half.name)])
def test_what_comes_out_wrong_is_not_used(wrong: Odd) -> None:
    """Sabotage twins: odds that are others, one last digit that follows who is beside a text, and an error."""
    assert not is_right(wrong)


def test_a_run_tells_the_way_of_the_model() -> None:
    """What is told without loading the model is what the model does."""
    assert names_model.names_way() == names_model.names_model().network.lower.layers.name


def test_a_way_that_is_not_known_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is remembered the model is loaded."""
    monkeypatch.setattr(Choice, "known", lambda _: "")
    assert names_model.names_way() in {Half.name, Whole.name}
