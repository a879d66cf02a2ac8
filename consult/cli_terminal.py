"""What the command line's modules share: printing, progress, exit codes, and which folder is meant.

Results go to stdout, progress and errors to stderr. Exit codes: 0 done, 1 a law or check does not
hold, 2 the user's input is at fault, 70 a defect of ours. Only modules named `cli*` print.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from consult.errors import InputError

if TYPE_CHECKING:
    from consult.laws import Law

DONE, BREACH, USER_FAULT, DEFECT = 0, 1, 2, 70
TURNS = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
"""Characters that break a line or turn the direction of what follows, so that *fdp.exe* shows as *exe.pdf*."""

CONTROL = {
    **{code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if code not in (9, 10)},
    **{code: f"\\u{code:04x}" for code in TURNS},
}
"""Characters that steer a terminal, shown as what they are."""

InFolder = Annotated[
    Path | None, typer.Option("--in", help="Output folder of a run. Default: the newest under outputs/.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def laws_text(laws: Sequence[Law]) -> str:
    """A line a law, and a line below it for each breach."""
    lines = []
    for law in laws:
        lines.append(f"{'holds' if law.holds else 'BROKEN':7} {law.number:2} {law.name}")
        lines += [f"          {breach}" for breach in law.breaches]
    return "\n".join(lines)


class Bar:
    """Progress on stderr: one line that is written over, and nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self.watched = sys.stderr.isatty()
        self.step = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show how far a step has come."""
        if self.watched:
            if self.step and self.step != step:
                sys.stderr.write("\n")
            sys.stderr.write(f"\r{step:9} {done:>7} of {total}")
            sys.stderr.flush()
        elif self.step != step:
            sys.stderr.write(f"{step} …\n")
        self.step = step
        if self.watched and step == "conclude" and done == total:
            sys.stderr.write("\n")


def print_anywhere() -> None:
    """Let results go where not every letter is known, such as a file on Windows: a sign that is not is written out."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print a result; characters that steer a terminal are shown as what they are."""
    print(text.translate(CONTROL))  # noqa: T201 - the command line alone prints


def complain(text: str) -> None:
    """Print a message on stderr."""
    print(f"consult: {text.translate(CONTROL)}", file=sys.stderr)  # noqa: T201 - the command line alone prints


# -- which folder ---------------------------------------------------------------------------------------


def output_of(consultation: Path, out: Path | None) -> Path:
    """The output folder of a consultation. Raises InputError where the result would lie among the inputs."""
    folder = out or Path("outputs") / consultation.resolve().name
    if folder.resolve().is_relative_to((consultation / "inputs").resolve()):
        raise InputError(f"--out {folder}: lies among the inputs, and would be read as a contribution; choose another")
    if folder.exists() and not folder.is_dir():
        raise InputError(f"--out {folder}: is a file; name a folder")
    return folder


def output(folder: Path | None) -> Path:
    """The folder that is named, or the one of the newest finished run. Raises InputError where there is none."""
    if folder is not None:
        return folder
    finished = sorted(Path("outputs").glob("*/run.json"), key=lambda path: path.stat().st_mtime)
    if not finished:
        raise InputError("outputs/: no finished run here; run `consult run FOLDER` first, or name one with --in")
    return finished[-1].parent


def ledger_of(folder: Path | None) -> Any:
    """The ledger of an output folder, open for reading."""
    from consult.check import open_checked

    return open_checked(output(folder))
