"""What must not be read again: told by hashes of path and content together, and counted where rows are equal."""

from __future__ import annotations

from dataclasses import replace

from consult.read.withdrawn import Gone, Tombstone, gone_with, path_hash
from consult.records import Source
from tests.conftest import make_source


def stone(source: Source, left: int = 0) -> Tombstone:
    """A tombstone of a source."""
    return Tombstone(
        number=1, time="", role="coordinator", reason="request", source_id=source.source_id,
        path_sha256=path_hash(source.path), sha256=source.sha256, left=left,
    )  # fmt: skip


def test_nothing_withdrawn_lets_everything_pass() -> None:
    """Files and sources, in the order given; the list is the reader's own."""
    sources = [make_source("Ja", "b.txt"), make_source("Nei", "a.txt")]

    assert Gone().stay(sources) == sources
    assert Gone().stay(sources) is not sources
    assert not Gone().file("a.txt", "00")
    assert Gone().of_files({"a.txt": "00"}) == {"a.txt": "00"}


def test_another_path_or_another_content_stays() -> None:
    """A tombstone knows both: the same words from somebody else, or new words in that file, are read."""
    gone, renamed, rewritten = make_source("Ja", "a.txt"), make_source("Ja", "b.txt"), make_source("Jau", "a.txt")
    told = gone_with([stone(gone)])

    assert told.stay([renamed, gone, rewritten]) == [renamed, rewritten]
    assert told.file("a.txt", gone.sha256)
    assert not told.file("b.txt", gone.sha256)
    assert not told.file("a.txt", rewritten.sha256)
    assert told.of_files({"a.txt": gone.sha256, "b.txt": gone.sha256}) == {"b.txt": gone.sha256}


def test_a_file_of_which_rows_stay_is_read() -> None:
    """One of two equal rows went: the file is opened for the other."""
    one = make_source("Ja", "skjema.csv")

    assert not gone_with([stone(one, left=1)]).file("skjema.csv", one.sha256)
    assert gone_with([stone(one, left=1), stone(one)]).file("skjema.csv", one.sha256)


def test_of_three_equal_rows_the_first_two_stay() -> None:
    """Exactly as many as are left, counted for each path and content of their own."""
    rows = [make_source("Ja", "skjema.csv", locator=str(at)) for at in (2, 5, 9)]
    other = make_source("Nei", "skjema.csv", locator="3")

    assert gone_with([stone(rows[0], left=2)]).stay([rows[0], other, *rows[1:]]) == [rows[0], other, rows[1]]
    assert gone_with([stone(rows[0], left=1)]).stay(rows) == rows[:1]
    assert gone_with([stone(rows[0], left=0), stone(other, left=1)]).stay([*rows, other]) == [other]


def test_a_tombstone_says_that_none_is_left_unless_told() -> None:
    """The usual case: one source, one row."""
    written = Tombstone(
        number=1, time="", role="", reason="duty", source_id="s", path_sha256=path_hash("a.txt"), sha256="00"
    )

    assert written.left == 0
    assert gone_with([written]).file("a.txt", "00")
    assert not gone_with([replace(written, left=1)]).file("a.txt", "00")


def test_a_path_that_is_no_text_has_a_hash() -> None:
    """Names of files may hold bytes of no encoding."""
    assert path_hash("brev\udce6.txt") != path_hash("brev.txt")
    assert path_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
