"""`consult diff`: any two runs or folders, as text, JSON and a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consult.cli_diff import line, tell
from consult.diff import Change
from consult.run import Finished
from tests.test_cli import consult
from tests.test_review import analysis_of, largest
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


@pytest.fixture
def renamed(finished: Finished) -> Path:
    """A result in which a person gave a theme another title."""
    out = finished.out
    assert (
        consult("review", "rename", largest(analysis_of(out)), "Eit nytt namn", "--role", "coordinator", "--in", out)
        == 0
    )
    return out


def changes(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[dict[str, str]]:
    """What `consult diff --json` says."""
    capsys.readouterr()
    assert consult("diff", *arguments, "--json") == 0
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return found


def test_runs_and_folders(renamed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Alone, by numbers, with the first number alone, and by folders: the same change; a run and itself: none."""
    alone = changes(capsys, "--in", renamed)
    assert ("renamed", "Eit nytt namn") in {(one["how"], one["after"]) for one in alone if one["what"] == "theme"}
    assert changes(capsys, 1, 2, "--in", renamed) == alone
    assert changes(capsys, 1, "--in", renamed) == alone
    assert changes(capsys, renamed, renamed) == []
    (back,) = (one for one in changes(capsys, 2, 1, "--in", renamed) if one["what"] == "theme")
    assert back["before"] == "Eit nytt namn"


def test_a_page(renamed: Path, tmp_path: Path) -> None:
    """--html writes a page in the consultation's language."""
    page = tmp_path / "endringar.html"
    assert consult("diff", "--in", renamed, "--html", page) == 0
    assert "Eit nytt namn" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"), [((9,), "there are 1"), ((1, 1, 1), "two versions at most"), (("nowhere",), "nowhere")]
)
def test_what_there_is_none_of(
    arguments: tuple[object, ...], said: str, finished: Finished, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number, a folder, or too many: a sentence that says what to do."""
    assert consult("diff", *arguments, "--in", finished.out) == 2
    assert said in capsys.readouterr().err


def test_a_line_is_one_line() -> None:
    """Whatever a conclusion or title holds."""
    change = Change(what="conclusion", how="changed", id="c-1", before="a\nb", after="x" * 300)
    assert "\n" not in line(change)
    assert len(line(change)) < 160


def changed(language: str, what: str = "conclusion") -> Change:
    """A change of a text in a language."""
    return Change(what=what, how="changed", id=f"c-{language or 'x'}", before="før", after="no", language=language)


@pytest.mark.parametrize(
    ("languages", "main", "ids", "more"),
    [
        (("", "en", "nb", "nn"), "nb", ["c-x", "c-nb"], 2),
        (("", "nn"), "nn", ["c-x", "c-nn"], 0),
        (("", "en", "nb"), "nn", ["c-x", "c-en", "c-nb"], 0),
        ((), "nn", [], 0),
    ],
)
def test_a_conclusion_is_told_in_one_language(
    languages: tuple[str, ...], main: str, ids: list[str], more: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three languages say one change three times; where none is the main one, all are told."""
    tell([changed(one, "conclusion" if one else "theme") for one in languages], main)
    said = capsys.readouterr().out.splitlines()
    assert [one.split()[2] for one in said if one.split()[1] == "changed"] == ids
    told = f"{more} more of the same in other languages: --json tells them."
    assert [one for one in said if "other languages" in one] == ([told] if more else [])
