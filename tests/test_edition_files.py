"""The files of an edition: written aside, told of without giving a code away, and moved whole."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from consult.edition import Edition
from consult.edition_files import ASIDE, MOST_NAMED, about, files_below, named, put_in_place, write_files
from consult.publish.codes import receipt_code
from consult.swap import OLD

EDITION = Edition(
    number=2, role="", time="2026-03-04T00:00:00Z", kind="draft", languages=("nn", "en"), run_id="r-1", fingerprint="f",
    files={},
)  # fmt: skip


def texts(folder: Path) -> dict[str, str]:
    """Path → text of each file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files_below(folder)}


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    """Whatever folder they are in; they are listed by path."""
    write_files(tmp_path, [("b/c.txt", b"c"), ("a.txt", b"a"), ("b/a/b.txt", b"b")])
    assert list(texts(tmp_path)) == ["a.txt", "b/a/b.txt", "b/c.txt"]


def test_an_edition_is_told_of_without_the_codes(tmp_path: Path) -> None:
    """Each file has its hash; of receipts there are only their number and one hash of all, whatever their codes."""
    key = "a" * 64
    codes = [receipt_code(key, source) for source in ("s-1", "s-2")]
    write_files(tmp_path, [("index.html", b"index"), *((f"receipts/{code}.html", b"receipt") for code in codes)])
    told = about(EDITION, tmp_path)
    said = json.loads(told)

    assert said["files"] == {"index.html": hashlib.sha256(b"index").hexdigest()}
    assert said["receipts"]["files"] == 2
    assert (said["number"], said["kind"], said["languages"]) == (2, "draft", ["nn", "en"])
    assert not any(code.encode() in told for code in codes)


def test_what_waits_aside_takes_the_place_of_what_was(tmp_path: Path) -> None:
    """Folders change places whole; what the edition does not make stays, but for a `public/` that it has none of."""
    write_files(
        tmp_path, [("public/old.html", b"old"), ("internal/feedback.html", b"old"), ("internal/report.html", b"r")]
    )
    write_files(tmp_path / ASIDE, [("public/new.html", b"new"), ("internal/feedback.html", b"new")])
    put_in_place(tmp_path)
    assert texts(tmp_path) == {
        "internal/feedback.html": "new",
        "internal/report.html": "r",
        "public/new.html": "new",
    }

    write_files(tmp_path / ASIDE, [("internal/feedback.html", b"newer")])
    put_in_place(tmp_path)
    assert texts(tmp_path) == {"internal/feedback.html": "newer", "internal/report.html": "r"}
    assert not (tmp_path / ASIDE).exists()
    assert not (tmp_path / OLD).exists()


@pytest.mark.parametrize("files", [1, MOST_NAMED, MOST_NAMED + 1])
def test_few_files_are_all_named(files: int) -> None:
    """One more is named rather than counted."""
    assert named([str(one) for one in range(files)]).count(",") == files - 1


def test_many_files_are_counted() -> None:
    """The first, and how many more."""
    assert named(list("abcdef")) == "a, b, c and 3 more files"
