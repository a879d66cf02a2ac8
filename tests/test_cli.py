"""The command line: what it prints where, its exit codes, and how it speaks of mistakes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from consult import cli
from consult.cli_terminal import CONTROL
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures

standing_here = pytest.mark.usefixtures("here")
after_a_run = pytest.mark.usefixtures("here", "finished")


def consult(*arguments: str | Path) -> int:
    """Run a command in this process and give its exit code."""
    with pytest.raises(SystemExit) as stopped:
        cli.main([str(argument) for argument in arguments])
    return int(stopped.value.code or 0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands() -> list[str]:
    """Every command by name."""
    group = typer.main.get_command(cli.app)
    return sorted(group.commands)  # type: ignore[attr-defined]


def test_help_needs_nothing_heavy() -> None:
    """`consult --help` imports neither torch nor pandas nor spacy nor numpy."""
    script = (
        "import sys\ntry:\n import consult.cli; consult.cli.main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'torch', 'pandas', 'spacy', 'numpy', 'sklearn', 'kreuzberg'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert said.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", commands())
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` says what a command does, and gives an example of it (the group's members have their own)."""
    assert consult(command, "--help") == 0

    said = capsys.readouterr().out
    assert f"Example: consult {command}" in " ".join(said.split()) or command == "models"


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented(command: str) -> None:
    """Each command stands in the README or in docs/."""
    root = Path(__file__).parents[1]
    pages = "\n".join(path.read_text(encoding="utf-8") for path in (root / "README.md", *(root / "docs").glob("*.md")))

    assert f"consult {command}" in pages


@standing_here
def test_run_ends_with_a_table_and_where_to_look(consultation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Results on stdout, progress on stderr, exit code 0."""
    assert consult("run", consultation) == 0

    said = capsys.readouterr()
    assert "5 contributions received = 4 read + 1 unreadable" in said.out
    assert "Open outputs/liten/internal/report.html in a browser." in said.out
    assert "read …" in said.err
    assert "read …" not in said.out


@standing_here
def test_run_gives_json(consultation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json, stdout is run.json and nothing else."""
    assert consult("run", consultation, "--json") == 0

    assert json.loads(capsys.readouterr().out)["counts"]["read"]["in"] == 5


@after_a_run
def test_the_newest_output_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    """Check, trace and diff find the result under outputs/ by themselves."""
    assert consult("check") == 0
    assert consult("diff") == 0
    assert consult("trace", "brev.txt") == 0

    assert "holds   10 durability" in capsys.readouterr().out


@after_a_run
def test_trace_follows_any_id(capsys: pytest.CaptureFixture[str]) -> None:
    """Conclusions, passages, sources and themes can be traced, as text and as JSON."""
    assert consult("trace", "brev.txt", "--json") == 0
    found = capsys.readouterr().out
    ids = {word.strip('",:[]') for word in found.split() if word.strip('",:[]')[:2] in ("c-", "p-", "s-", "t-")}

    assert {one[0] for one in ids} >= {"p", "s", "t"}
    for one in sorted(ids):
        assert consult("trace", one) == 0


@after_a_run
def test_check_fails_when_a_source_was_changed(consultation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A breach is named and gives exit code 1, in text and in JSON."""
    (consultation / "inputs" / "brev.txt").write_text("noko anna\n", encoding="utf-8")

    assert consult("check") == 1
    assert "brev.txt: was changed after it was read" in capsys.readouterr().out
    assert consult("check", "--json") == 1
    assert {law["name"]: law["holds"] for law in json.loads(capsys.readouterr().out)}["conservation"] is False


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("run", "ingen/stad"), 2, "ingen/stad"),
        (("check",), 2, "run `consult run FOLDER` first"),
        (("check", "--in", "ingen"), 2, "run `consult run` first"),
        (("trace", "p-000000000000", "--in", "outputs/liten"), 2, "p-000000000000"),
        (("evaluate", "corpora/liten", "--in", "outputs/liten"), 2, "gold/passages.jsonl"),
        (("models", "verify", "ukjend"), 2, "ukjend"),
    ],
)
@standing_here
def test_mistakes_get_a_clear_message(
    request: pytest.FixtureRequest,
    arguments: tuple[str, ...],
    code: int,
    named: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong, where, and what to do next: on stderr, without a traceback."""
    if "outputs/liten" in arguments:
        request.getfixturevalue("finished")

    assert consult(*arguments) == code

    said = capsys.readouterr().err
    assert said.startswith("consult: ")
    assert named in said
    assert "Traceback" not in said


@standing_here
def test_all_faults_of_the_settings_are_told_at_once(consultation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two faults give two messages and one exit code."""
    (consultation / "consult.toml").write_text('[consultation]\nlanguages = ["xx"]\nmodell = "a"\n', encoding="utf-8")

    assert consult("run", consultation) == 2

    said = capsys.readouterr().err
    assert "languages" in said
    assert "modell" in said


@standing_here
def test_a_defect_is_told_without_anybodys_words(
    consultation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception of ours gives exit code 70 and its place, but not its message, which may quote a letter."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("Kari Nordmann skreiv")

    monkeypatch.setattr("consult.intake.read", fail)

    assert consult("run", consultation) == 70
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "Kari" not in said


def test_steering_characters_are_shown_and_not_sent() -> None:
    """What would move the cursor or colour the screen is printed as what it is; line breaks and æøå stay."""
    assert "\x1b[31mæ\u009b\tø\n".translate(CONTROL) == "\\x1b[31mæ\\x9b\tø\n"
    assert "\u202efdp.exe\u2066\u2028".translate(CONTROL) == "\\u202efdp.exe\\u2066\\u2028"


@after_a_run
def test_new_makes_a_consultation_that_runs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The scaffold needs nothing but a letter."""
    assert consult("new", "vaar-2027", "--framework", "no-2024-2027") == 0
    (here / "corpora/vaar-2027/inputs/brev.txt").write_text("Svar på innspela!\n", encoding="utf-8")

    assert consult("run", "corpora/vaar-2027") == 0
    assert "1 contribution received = 1 read" in capsys.readouterr().out


@standing_here
def test_the_result_may_not_lie_among_the_inputs(consultation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An output folder inside inputs/ would be read as a contribution, and a file is no folder."""
    assert consult("run", consultation, "--out", consultation / "inputs" / "ut") == 2
    assert consult("run", consultation, "--out", consultation / "framework.toml") == 2

    said = capsys.readouterr().err
    assert "would be read as a contribution" in said
    assert "is a file; name a folder" in said


def test_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`consult --version` is what a bug report needs."""
    assert consult("--version") == 0

    assert capsys.readouterr().out.startswith("consult ")


@standing_here
def test_new_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    """The path can be pasted, and without a framework the reader is told to write one."""
    assert consult("new", "Mi høyring") == 0

    said = capsys.readouterr().out
    assert "consult run 'corpora/Mi høyring'" in said
    assert "Write your commitments into" in said
