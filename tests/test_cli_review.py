"""`consult review` and `consult respond`: what they print, and that only the command line prints."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.test_cli import consult
from tests.test_review import analysis_of, largest, others
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures

PACKAGE = Path(__file__).parents[1] / "consult"


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """A finished run under outputs/, and its largest theme."""
    found = request.getfixturevalue("finished")
    monkeypatch.chdir(tmp_path)
    return largest(analysis_of(found.out))


def test_a_title_that_another_theme_has_is_refused(theme: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever renames or splits is told which theme bears it; in other letters, a theme may keep its own."""
    folder = Path("outputs/liten")
    other = others(analysis_of(folder), theme)[0]
    taken = next(one.title for one in analysis_of(folder).themes if one.theme_id == other)
    first = next(one.passage_ids[0] for one in analysis_of(folder).themes if one.theme_id == theme)

    assert consult("review", "rename", theme, f" {taken.upper()}", "--role", "coordinator") == 2
    assert f"{other}: has this title already; merge" in capsys.readouterr().err
    assert consult("review", "split", theme, first, "--title", taken, "--role", "coordinator") == 2
    assert f"{other}: has this title already" in capsys.readouterr().err
    assert consult("review", "rename", other, taken.upper(), "--role", "coordinator") == 0


def test_a_decision_is_told_with_its_number(theme: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was decided, by whom, and where to look; then it stands in the log."""
    assert consult("review", "rename", theme, "Svar", "--role", "coordinator", "--reason", "kortare") == 0
    said = capsys.readouterr().out
    assert f"coordinator: rename {theme} → Svar (kortare)" in said
    assert "Open outputs/liten/internal/report.html" in said

    assert consult("review", "log") == 0
    assert "   1 applied " in capsys.readouterr().out


def test_the_log_as_json(theme: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every field of every decision, and what became of it."""
    consult("review", "place", theme, "new", "--role", "coordinator")
    consult("review", "undo", "1", "--role", "coordinator")
    capsys.readouterr()

    assert consult("review", "log", "--json") == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["act"], first["outcome"]["state"]) == ("place", "undone")
    assert (second["act"], second["objects"]) == ("undo", ["1"])


def test_an_empty_log_says_so(theme: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has decided anything."""
    assert theme
    assert consult("review", "log") == 0
    assert "Nobody has decided anything yet." in capsys.readouterr().out


def test_every_act_has_a_command(theme: str, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Merge, split, move, set aside and approve end with 0 and stand in the log."""
    found = analysis_of(out)
    first, *_ = next(one for one in found.themes if one.theme_id == theme).passage_ids
    other, *others = [one for one in found.themes if one.theme_id != theme]
    second, third = others[0].passage_ids[0], others[1].passage_ids[0]
    by = ("--role", "coordinator")
    assert consult("review", "split", theme, first, "--title", "Del", *by) == 0
    assert consult("review", "move", second, other.theme_id, *by) == 0
    assert consult("review", "set-aside", third, "--as", "heading", *by) == 0
    new = next(one.theme_id for one in analysis_of(out).themes if one.title == "Del")
    assert consult("review", "merge", other.theme_id, new, *by) == 0
    assert consult("review", "approve", other.theme_id, *by) == 0
    capsys.readouterr()

    assert consult("check") == 0
    assert consult("review", "log") == 0
    said = capsys.readouterr().out
    assert all(f": {act} " in said for act in ("split", "move", "set-aside", "merge", "approve"))


def test_what_undoing_makes_homeless_is_told(theme: str, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A later decision that leaned on it is orphaned, and the person learns it at once."""
    members = next(one for one in analysis_of(out).themes if one.theme_id == theme).passage_ids
    consult("review", "split", theme, members[0], "--title", "Del", "--role", "coordinator")
    new = next(one.theme_id for one in analysis_of(out).themes if one.title == "Del")
    consult("review", "rename", new, "Delen", "--role", "coordinator")
    capsys.readouterr()
    assert consult("review", "undo", "1", "--role", "coordinator") == 0

    assert "decision 2 is orphaned: the theme is no longer there" in capsys.readouterr().out


def test_a_mistake_changes_nothing(theme: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, what was wrong, and an empty log."""
    assert theme
    assert consult("review", "rename", "t-0", "Svar", "--role", "coordinator") == 2
    assert "no theme bears it" in capsys.readouterr().err
    consult("review", "log")
    assert "Nobody has decided" in capsys.readouterr().out


def test_a_response_and_what_lacks_one(theme: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A theme that is answered no longer stands among those that wait."""
    consult("respond", "--lacking", "--json")
    before = json.loads(capsys.readouterr().out)["lacking"]
    answer = ("--status", "partly", "--reason", "Prøvd ut", "--responsible", "DFØ", "--date", "2027")
    assert consult("respond", theme, *answer, "--role", "department") == 0
    assert ": partly, by department" in capsys.readouterr().out
    consult("respond", "--lacking")
    said = capsys.readouterr().out

    assert theme in {row["theme_id"] for row in before}
    assert theme not in said
    assert f"of {len(before)} lack a response." in said


@pytest.mark.parametrize(
    ("arguments", "named"),
    [((), "name the theme"), (("--status", "partly"), "name the theme")],
)
def test_respond_wants_a_theme(
    theme: str, arguments: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without one it says what to name."""
    assert theme
    assert consult("respond", *arguments, "--role", "department") == 2
    assert named in capsys.readouterr().err


STREAMS = {("sys", "stdout"), ("sys", "stderr"), ("sys", "exit"), ("sys", "argv")}


def prints(path: Path) -> bool:
    """Whether a module prints, writes to a standard stream or ends the program."""
    tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    called = {node.func.id for node in tree if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    named = {
        (node.value.id, node.attr)
        for node in tree
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    return bool(called & {"print", "input"} or named & STREAMS)


def test_only_the_command_line_prints() -> None:
    """Every other module hands back what it found; a reader and a copyist are processes of their own, spoken to so."""
    printing = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if prints(path)}

    assert {"cli.py", "cli_terminal.py"} <= printing
    assert {name for name in printing if not name.startswith("cli")} <= {
        "read/worker.py",
        "read/polyglot.py",
        "publish/copyist.py",
        "__main__.py",
    }


def test_a_print_elsewhere_would_be_noticed(tmp_path: Path) -> None:
    """Sabotage twin."""
    (tmp_path / "a.py").write_text("def f():\n    print(1)\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("import sys\nsys.stderr.write('x')\n", encoding="utf-8")
    (tmp_path / "c.py").write_text("def f():\n    return 'print(1)'\n", encoding="utf-8")

    assert [prints(tmp_path / f"{name}.py") for name in "abc"] == [True, True, False]
