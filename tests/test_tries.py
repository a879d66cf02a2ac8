"""Tables that are mapped: the same content, whatever has become of the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consult.weights import tries
from consult.weights.tries import Entries, digest, mapped_trie


def entries() -> Entries:
    """Two of them."""
    return iter([("ja", b"1"), ("nei", b"2")])


def never() -> Entries:
    """For what must not be made again."""
    pytest.fail("made again")


def files(folder: Path) -> list[Path]:
    """What lies in a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_table_is_written_once_and_then_found(tmp_path: Path) -> None:
    """The second time nothing is made; the file is named by its content, and nothing else lies there."""
    first = mapped_trie(tmp_path / "new", "ord", entries)
    (path,) = files(tmp_path)
    second = mapped_trie(tmp_path / "new", "ord", never)
    assert first["nei"] == second["nei"] == [b"2"]
    assert path.name == f"ord-{digest(path)}.trie"


def test_tables_of_one_folder_are_apart(tmp_path: Path) -> None:
    """Each under its name."""
    mapped_trie(tmp_path, "ord", entries)
    assert "ja" not in mapped_trie(tmp_path, "andre", lambda: iter([("kanskje", b"3")]))
    assert "ja" in mapped_trie(tmp_path, "ord", never)


@pytest.mark.parametrize("damage", [lambda whole: whole[:-1], lambda whole: whole[:-1] + b"?", lambda _: b""])
def test_a_damaged_file_counts_as_missing(tmp_path: Path, damage: Iterator[bytes]) -> None:
    """Cut short, changed or emptied: the table is made anew, and the right file stands there again."""
    mapped_trie(tmp_path, "ord", entries)
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))  # type: ignore[operator]
    assert mapped_trie(tmp_path, "ord", entries)["ja"] == [b"1"]
    assert path.read_bytes() == whole


def test_where_nothing_can_be_written_the_table_is_there_all_the_same(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "folder").write_text("in the way", encoding="utf-8")
    assert mapped_trie(tmp_path / "folder", "ord", entries)["ja"] == [b"1"]
    assert files(tmp_path) == [tmp_path / "folder"]


def test_sabotage_a_file_under_a_wrong_hash_would_be_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the hash not looked at, another table would pass for this one."""
    mapped_trie(tmp_path, "andre", lambda: iter([("kanskje", b"3")]))
    (path,) = files(tmp_path)
    path.rename(path.with_name("ord-0000000000000000.trie"))
    monkeypatch.setattr(tries, "digest", lambda _: "0000000000000000")
    assert "ja" not in mapped_trie(tmp_path, "ord", entries)
    monkeypatch.undo()
    assert "ja" in mapped_trie(tmp_path, "ord", entries)
