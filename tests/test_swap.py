"""A new folder in the place of an old one: at once, or in two steps that are mended."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from consult import swap
from consult.swap import OLD, end_swap, exchange, put, sweep_old, system_call

can_exchange = pytest.mark.skipif(system_call() is None, reason="this system cannot exchange two names")


def folder(place: Path, words: str) -> Path:
    """A folder with a page in it."""
    place.mkdir(parents=True)
    (place / "index.html").write_text(words, encoding="utf-8")
    return place


def words(place: Path) -> str:
    """What a folder's page says."""
    return (place / "index.html").read_text(encoding="utf-8")


@pytest.fixture(params=["at once", "in two steps"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As systems do that can exchange two names, and as others do."""
    if request.param == "in two steps":
        monkeypatch.setattr(swap, "system_call", lambda: None)


@pytest.mark.usefixtures("_both_ways")
def test_the_new_one_stands_and_the_old_one_lies_aside(tmp_path: Path) -> None:
    """Either way ends alike."""
    old = sweep_old(tmp_path)
    put(folder(tmp_path / "new", "ny"), folder(tmp_path / "public", "gammal"), old / "public")
    assert words(tmp_path / "public") == "ny"
    assert words(old / "public") == "gammal"
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("_both_ways")
def test_where_nothing_stood_nothing_is_put_aside(tmp_path: Path) -> None:
    """The first edition."""
    old = sweep_old(tmp_path)
    put(folder(tmp_path / "new", "ny"), tmp_path / "public", old / "public")
    assert words(tmp_path / "public") == "ny"
    assert list(old.iterdir()) == []


@pytest.mark.usefixtures("_both_ways")
def test_files_are_put_like_folders(tmp_path: Path) -> None:
    """The whole document is a file of its own."""
    old = sweep_old(tmp_path)
    for name in ("new", "place"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    put(tmp_path / "new", tmp_path / "place", old / "place")
    assert (tmp_path / "place").read_text(encoding="utf-8") == "new"


@can_exchange
def test_readers_never_find_nothing(tmp_path: Path) -> None:
    """While folders change places again and again, whoever looks finds one of them."""
    place, other, missing = folder(tmp_path / "public", "ein"), folder(tmp_path / "new", "to"), []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            if not place.exists():
                missing.append(1)

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(300):
        assert exchange(other, place)
    done.set()
    reader.join()
    assert missing == []


def test_what_is_not_there_changes_no_places(tmp_path: Path) -> None:
    """An exchange that cannot be says so, and nothing has happened."""
    place = folder(tmp_path / "public", "gammal")
    assert not exchange(tmp_path / "nowhere", place)
    assert words(place) == "gammal"


@pytest.mark.parametrize(("platform", "there"), [("win32", False), ("linux", True)])
def test_other_systems_go_the_other_way(monkeypatch: pytest.MonkeyPatch, platform: str, there: bool) -> None:
    """Only where the call is known is it called."""
    if there and sys.platform != platform:
        pytest.skip("this is another system")
    monkeypatch.setattr(sys, "platform", platform)
    assert (system_call() is not None) == there


def test_a_library_without_the_call_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old C library: two steps."""
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: object())
    assert system_call() is None


def test_what_a_kill_left_aside_comes_back(tmp_path: Path) -> None:
    """Killed between two renames, `public/` and the letters come back as they were."""
    folder(tmp_path / OLD / "public", "gammal")
    folder(tmp_path / OLD / "receipts", "brev")
    assert end_swap(tmp_path) == ("public", "internal/receipts")
    assert words(tmp_path / "public") == "gammal"
    assert words(tmp_path / "internal" / "receipts") == "brev"
    assert end_swap(tmp_path) == ()


def test_what_is_replaced_already_stays(tmp_path: Path) -> None:
    """The old edition never takes the place of the new one."""
    folder(tmp_path / OLD / "public", "gammal")
    folder(tmp_path / "public", "ny")
    assert end_swap(tmp_path) == ()
    assert words(tmp_path / "public") == "ny"


def test_nothing_aside_is_nothing_to_do(tmp_path: Path) -> None:
    """An output folder that nobody has published from."""
    assert end_swap(tmp_path) == ()
