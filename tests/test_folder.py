"""The folder of inputs and its archives: every file once, none outside, nothing that harms."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read import folder
from consult.read.folder import archive_files, clean_path, input_files, member_path
from tests.made_files import zip_of


def found(data: bytes) -> list[tuple[str, str]]:
    """(path, reason) of the files in an archive."""
    return [(file.path, file.reason) for file in archive_files("a.zip", data)]


def test_files_sorted_by_path(tmp_path: Path) -> None:
    """Folders are walked, and the order is that of the paths, not the system's."""
    for name in ("b.txt", "a/å.txt", "a/b/c.txt", "ø.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [file.path for file in input_files(tmp_path)] == ["a/b/c.txt", "a/å.txt", "b.txt", "ø.txt"]
    assert next(input_files(tmp_path)).read() == b"x"


def test_names_that_are_one_in_the_tables(tmp_path: Path) -> None:
    """A Mac's *blå.txt* beside another system's is another letter: each has a path, the same whatever came first."""
    composed, apart = "bl\u00e5.txt", "bla\u030a.txt"
    for name in (apart, composed, "bl\u00e5 (2).txt", "mappe\\brev", "bl\u00e5.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")

    assert {file.path: file.read().decode() for file in input_files(tmp_path)} == {
        "bl\u00e5 (2).txt": "bl\u00e5 (2).txt",
        "bl\u00e5 (3).txt": apart,
        "bl\u00e5.md": "bl\u00e5.md",
        "bl\u00e5.txt": composed,
        "mappe/brev": "mappe\\brev",
    }


@given(
    names=st.lists(
        st.sampled_from(["\u00e5", "a\u030a", "\u00e5 (2)", "a\u030a (2)", "\u00e5\x01", "\u00e5_"]), unique=True
    )
)
def test_each_name_has_a_path_of_its_own(names: list[str]) -> None:
    """Whatever they are and in whichever order: as many paths as names, and a name that is one already keeps it."""
    paths = folder._paths(names)
    assert sorted(paths.values()) == sorted(names)
    assert paths == folder._paths(names[::-1])
    assert all(paths[name] == name for name in names if clean_path(name) == name)


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store", "Thumbs.db", "desktop.ini", "~$brev.docx", ".~lock.brev.odt#", "._brev.docx", ".gitkeep",
        "__MACOSX/brev.docx",
    ],
)  # fmt: skip
def test_droppings_are_no_contributions(tmp_path: Path, name: str) -> None:
    """What systems and office programs leave behind, nobody wrote."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert list(input_files(tmp_path)) == []
    assert found(zip_of({name: "x", "brev.txt": "Hei"})) == [("a.zip/brev.txt", "")]


@pytest.mark.parametrize("name", [".brev.txt", "~brev.txt", "brev~.txt", "Thumbs.txt", "_brev.docx", "$brev.docx"])
def test_odd_names_are_contributions(tmp_path: Path, name: str) -> None:
    """A strange name is no reason to leave a letter out."""
    (tmp_path / name).write_text("x")
    assert [file.path for file in input_files(tmp_path)] == [name]


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    """A link to a file or folder elsewhere is unsafe; one inside the folder is a file like others."""
    inputs, outside = tmp_path / "inputs", tmp_path / "outside"
    inputs.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("x")
    (inputs / "brev.txt").write_text("x")
    (inputs / "ut.txt").symlink_to(outside / "secret.txt")
    (inputs / "mappe").symlink_to(outside)
    (inputs / "inne.txt").symlink_to(inputs / "brev.txt")
    (inputs / "ingen.txt").symlink_to(inputs / "finst-ikkje.txt")
    reasons = {file.path: file.reason for file in input_files(inputs)}
    assert reasons == {"brev.txt": "", "inne.txt": "", "ingen.txt": "broken", "mappe": "unsafe", "ut.txt": "unsafe"}
    assert next(file for file in input_files(inputs) if file.path == "ut.txt").read() == b""


def test_large_files_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is looked at before the bytes are."""
    monkeypatch.setattr(folder, "LARGEST_FILE", 3)
    (tmp_path / "a.txt").write_text("Hei alle")
    assert [file.reason for file in input_files(tmp_path)] == ["too_large"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("brev.txt", "brev.txt"),
        ("mappe\\brev.txt", "mappe/brev.txt"),
        ("bla\u030a.txt", "blå.txt"),
        ("a\nb\x1b.txt", "a_b_.txt"),
    ],
)
def test_clean_path(name: str, expected: str) -> None:
    """Paths in the tables are NFC, with one kind of slash, and print on one line."""
    assert clean_path(name) == expected


@settings(deadline=None)  # machines are busy
@given(st.text(max_size=30))
def test_member_paths_stay_behind_their_archive(name: str) -> None:
    """Whatever an archive calls its member, its path begins with the archive's and goes nowhere up."""
    path = member_path("a.zip", name)
    assert path.startswith("a.zip/")
    assert ".." not in path.split("/")
    assert path.isprintable()


def test_archives_in_archives() -> None:
    """Members bear the outer file's path; archives inside are opened."""
    inner = zip_of({"brev.txt": "Hei", "mappe/notat.md": "# x"})
    assert found(zip_of({"indre.zip": inner, "b.txt": "x"})) == [
        ("a.zip/b.txt", ""),
        ("a.zip/indre.zip/brev.txt", ""),
        ("a.zip/indre.zip/mappe/notat.md", ""),
    ]


def test_names_in_old_archives() -> None:
    """Names that do not say they are UTF-8 are read as Windows and Macintosh programs wrote them."""
    for encoding in ("utf-8", "cp865"):
        data = zip_of({"x" * len("møte.txt".encode(encoding)): "Hei"})
        data = data.replace(b"x" * len("møte.txt".encode(encoding)), "møte.txt".encode(encoding))
        assert found(data) == [("a.zip/møte.txt", "")]


@pytest.mark.parametrize("name", ["../ut.txt", "a/../../ut.txt", "/etc/passwd", "C:\\ut.txt", "..\\ut.txt"])
def test_members_that_would_leave_the_folder(name: str) -> None:
    """A path that leads out is unsafe, and is shown without its steps."""
    ((path, reason),) = found(zip_of({name: "x"}))
    assert reason == "unsafe"
    assert path.startswith("a.zip/")
    assert ".." not in path


def test_links_in_archives() -> None:
    """A symbolic link in an archive is not followed."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        link = ZipInfo("lenkje.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert found(buffer.getvalue()) == [("a.zip/lenkje.txt", "unsafe")]


def test_bombs() -> None:
    """A member that grows beyond measure is not unpacked; its neighbours are read."""
    bomb = zip_of({"bombe.txt": b"\0" * (30 * 2**20), "brev.txt": b"Hei"})
    assert len(bomb) < 100_000
    assert found(bomb) == [("a.zip/bombe.txt", "too_large"), ("a.zip/brev.txt", "")]


def test_a_member_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked is counted, whatever the archive says."""
    monkeypatch.setattr(folder, "LARGEST_FILE", 1000)
    data = bytearray(zip_of({"a.txt": b"x" * 5000}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert [reason for _, reason in found(bytes(data))] in (["broken"], ["too_large"])


def test_too_many_and_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives without end stop."""
    nested = zip_of({"brev.txt": "Hei"})
    for _ in range(4):
        nested = zip_of({"x.zip": nested})
    assert [reason for _, reason in found(nested)] == ["unsafe"]
    monkeypatch.setattr(folder, "MOST_MEMBERS", 2)
    assert found(zip_of({f"{number}.txt": "x" for number in range(3)})) == [("a.zip", "too_large")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 broken", "broken"),
        (zip_of({}), "empty"),
        (zip_of({"mappe/": ""}), "empty"),
        (zip_of({".DS_Store": "x", "__MACOSX/._brev.txt": "x"}), "empty"),
    ],
)
def test_archives_without_files(data: bytes, reason: str) -> None:
    """An archive that gives no file is itself unreadable."""
    assert found(data) == [("a.zip", reason)]


def test_a_damaged_member_does_not_stop_the_others() -> None:
    """Wrong checksums and passwords concern one member."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Hei alle saman")
        archive.writestr("b.txt", "Hei")
    data = bytearray(buffer.getvalue())
    packed = zlib.compress(b"Hei alle saman")[2:-4]
    at = data.find(packed)
    data[at + 3] ^= 0xFF
    assert found(bytes(data)) == [("a.zip/a.txt", "broken"), ("a.zip/b.txt", "")]


def test_encrypted_members() -> None:
    """A member with a password is encrypted; the reason says so."""
    data = bytearray(zip_of({"a.txt": "Hei"}))
    data[data.find(b"PK\x03\x04") + 6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert found(bytes(data)) == [("a.zip/a.txt", "encrypted")]
