"""What the network reads ahead is what it says when asked, and leaving ends it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from consult.read import names_ahead, privacy
from consult.read.names import each_names, find_names, read_ahead
from consult.read.names_ahead import Ahead
from consult.read.privacy import find_personal
from consult.records import Source

TEXTS = ["Då sa Kari Nordmann nei.", "", "Per Moe kom ikkje. " * 600, "Vi vil ha buss.", "Mvh Ola Dal"]


def sources() -> list[Source]:
    """A source for each text."""
    return [Source(path=f"{number}.txt", sha256="", format="txt", text=text) for number, text in enumerate(TEXTS)]


def test_what_is_read_ahead_is_the_same() -> None:
    """Every span, of empty texts and of those that are read in pieces too."""
    expected = find_names(TEXTS, ["nn"] * len(TEXTS))
    with read_ahead(TEXTS) as ahead:
        assert list(each_names(TEXTS, None, ahead)) == expected


@pytest.mark.parametrize("most", [0, 30, 9_000])
def test_what_is_beyond_the_bound_is_read_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """None, some or nearly all ahead: no difference."""
    monkeypatch.setattr(names_ahead, "MOST", most)
    expected = find_names(TEXTS, ["nn"] * len(TEXTS))
    with read_ahead(TEXTS) as ahead:
        assert ahead.count < len(ahead.texts)
        assert list(each_names(TEXTS, None, ahead)) == expected


def test_a_run_finds_the_same() -> None:
    """Sources that are known already are not read."""
    every = sources()
    known = {every[0].source_id: tuple(one for one in find_personal(every[:1]) if one.found_by != "elsewhere")}
    with privacy.read_ahead(every, known) as ahead:
        assert find_personal(every, known, ahead=ahead) == find_personal(every, known)


def test_with_nothing_new_or_one_core_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread, no model."""
    with privacy.read_ahead(sources(), {one.source_id: () for one in sources()}) as ahead:
        assert ahead is None
    monkeypatch.setattr(privacy, "cores", lambda: 1)
    with privacy.read_ahead(sources(), {}) as ahead:
        assert ahead is None


class Network:
    """Says of each text how long it is, until it fails."""

    def __init__(self, fails_at: int = 10**9) -> None:
        self.read = 0
        self.fails_at = fails_at

    def odds_of(self, texts: Sequence[str]) -> Iterator[Any]:
        """One after the other."""
        for text in texts:
            self.read += 1
            if self.read > self.fails_at:
                raise RuntimeError("broken")
            yield [], len(text)


def test_what_goes_wrong_is_told_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in the thread, where nobody would hear it; and what came before is there."""
    broken = Network(fails_at=2)
    monkeypatch.setattr(names_ahead, "network", lambda: broken)
    with Ahead(["a", "bb", "ccc"]) as ahead:
        said = iter(ahead)
        assert [next(said)[1], next(said)[1]] == [1, 2]
        with pytest.raises(RuntimeError, match="broken"):
            next(said)
    whole = Network()
    monkeypatch.setattr(names_ahead, "network", lambda: whole)
    with Ahead(["a", "bb", "ccc"]) as ahead:
        assert [length for _, length in ahead] == [1, 2, 3]


def test_leaving_ends_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that breaks off waits for no more than the text at hand."""
    endless, gate = Network(), threading.Event()

    class Slow(Network):
        def odds_of(self, texts: Sequence[str]) -> Iterator[Any]:
            for one in endless.odds_of(texts):
                gate.wait()
                yield one

    monkeypatch.setattr(names_ahead, "network", Slow)
    ahead = Ahead(["a"] * 10_000)
    with ahead:
        threading.Timer(0.05, gate.set).start()
    assert endless.read < 10_000
    assert not ahead._thread.is_alive()
