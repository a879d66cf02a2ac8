"""The command line: the only module that prints, reads arguments or sets an exit code.

Results go to stdout, progress and errors to stderr. Exit codes: 0 done, 1 a law or check does not
hold, 2 the user's input is at fault, 70 a defect of ours.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import consult
from consult.errors import ConsultError, InputError

if TYPE_CHECKING:
    from consult.laws import Law
    from consult.run import Finished

DONE, BREACH, USER_FAULT, DEFECT = 0, 1, 2, 70
CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if code not in (9, 10)}
"""Characters that steer a terminal, shown as what they are."""

app = typer.Typer(
    name="consult",
    help="From what people said to a published answer, traceable to the exact words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
models = typer.Typer(help="The models that turn text into vectors.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(models, name="models")

InFolder = Annotated[
    Path | None, typer.Option("--in", help="Output folder of a run. Default: the newest under outputs/.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code; faults become one clear message each."""
    try:
        app(args=arguments, standalone_mode=True)
    except (ConsultError, OSError) as error:
        _complain(str(error))
        sys.exit(USER_FAULT)
    except ExceptionGroup as group:
        for fault in group.exceptions:
            _complain(str(fault))
        sys.exit(USER_FAULT)
    except Exception as error:  # noqa: BLE001 - the last stop: every defect gets a message and a code
        _defect(error)
        sys.exit(DEFECT)


# -- commands -----------------------------------------------------------------------------------------


def _version(wanted: bool) -> None:
    if wanted:
        _say(f"consult {consult.__version__}")
        raise typer.Exit


@app.callback()
def consult_itself(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """From what people said to a published answer, traceable to the exact words."""


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Name of the consultation, or a path to the folder to make.")],
    framework: Annotated[str | None, typer.Option(help="A framework that comes with consult.")] = None,
) -> None:
    """Make the folder of a new consultation.

    Example: consult new midterm-2026 --framework no-2024-2027
    """
    from consult.new import new_consultation

    folder = new_consultation(
        Path(name).name, Path(name).parent if Path(name).parent != Path() else Path("corpora"), framework
    )
    _say(f"Made {folder}. Put notes and letters in {folder / 'inputs'}.")
    if framework is None:
        _say(f"Write your commitments into {folder / 'framework.toml'}.")
    _say(f"Then: consult run {shlex.quote(str(folder))}")


@app.command()
def run(
    consultation: Annotated[Path, typer.Argument(help="The consultation's folder.")],
    out: Annotated[Path | None, typer.Option(help="Output folder. Default: outputs/NAME.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read the inputs, group and place what they say, and write the report.

    Example: consult run corpora/ogp-norge-2026
    """
    from consult.run import run as run_the_way

    folder = _output_of(consultation, out)
    finished = run_the_way(consultation, folder, progress=Bar())
    if as_json:
        _say((folder / "run.json").read_text(encoding="utf-8").rstrip())
    else:
        _say(summary(finished))
    raise typer.Exit(BREACH if any(not law.holds for law in finished.laws) else DONE)


@app.command()
def trace(
    id: Annotated[str, typer.Argument(help="A conclusion, theme, passage or source id, or the path of an input.")],  # noqa: A002 - the word that DESIGN and the help text use
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """Follow a conclusion back to its exact words, or a contribution forward to where it went.

    Example: consult trace inputs/letter.docx
    """
    from consult.answer.trace import trace as follow
    from consult.answer.trace_text import render_text

    with _ledger(folder) as ledger:
        found = follow(ledger.analysis(), id)
    _say(json.dumps(asdict(found), ensure_ascii=False, indent=2) if as_json else render_text(found))


@app.command()
def diff(folder: InFolder = None, as_json: AsJson = False) -> None:
    """Tell what is new and what moved since the run before.

    Example: consult diff
    """
    from consult.diff import diff_runs

    with _ledger(folder) as ledger:
        found = diff_runs(ledger)
    if as_json:
        _say(json.dumps([asdict(change) for change in found], ensure_ascii=False, indent=2))
    elif not found:
        _say("Nothing differs from the run before, or there was none.")
    for change in () if as_json else found:
        arrow = f"{change.before} → {change.after}" if change.before and change.after else change.before or change.after
        _say(f"{change.what:8} {change.how:9} {change.id}  {arrow}")


@app.command()
def check(
    folder: InFolder = None,
    inputs: Annotated[Path | None, typer.Option(help="The folder of source files, if it was moved.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check that the laws hold, and that ledger, files and sources are as the run left them.

    Example: consult check --in outputs/ogp-norge-2026
    """
    from consult.check import check as check_folder

    laws = check_folder(_output(folder), inputs=inputs)
    if as_json:
        _say(json.dumps([{**asdict(law), "holds": law.holds} for law in laws], ensure_ascii=False, indent=2))
    else:
        _say(laws_text(laws))
    raise typer.Exit(DONE if all(law.holds for law in laws) else BREACH)


@app.command()
def evaluate(
    consultation: Annotated[Path, typer.Argument(help="A consultation with a gold/ folder.")],
    folder: InFolder = None,
    by: Annotated[str, typer.Option(help="Figures by language, voice, path, theme or target.")] = "",
    as_json: AsJson = False,
) -> None:
    """Measure a run against labels made by people (gold/ in the consultation's folder).

    Example: consult evaluate corpora/ogp-norge-2026
    """
    from consult.evaluate import breakdown
    from consult.evaluate import evaluate as measure

    with _ledger(_output_of(consultation, folder)) as ledger:
        analysis = ledger.analysis()
    if by:
        table = breakdown(consultation, analysis, by)
        _say(table.to_json(orient="index", force_ascii=False, indent=2) if as_json else table.round(3).to_string())
        return
    figures = measure(consultation, analysis)
    if as_json:
        _say(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        width = max(map(len, figures), default=0)
        _say("\n".join(f"{name:{width}}  {_figure(value)}" for name, value in figures.items()))


@models.command("list")
def list_models(as_json: AsJson = False) -> None:
    """List the models that consult knows.

    Example: consult models list
    """
    from consult.themes.registry import list_models as known

    entries = known()
    if as_json:
        _say(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2, default=str))
    for entry in () if as_json else entries:
        _say(f"{entry.name:32} {entry.licence:12} {entry.source}")


@models.command("convert")
def convert_model(name: Annotated[str, typer.Argument(help="A model's name.")]) -> None:
    """Convert a model's weights into the cache now, instead of at the first run.

    Example: consult models convert multilingual-e5-small
    """
    from consult.themes.modelstore import convert_model as convert

    _say(f"{name}: {convert(name)}")


@models.command("verify")
def verify_model(name: Annotated[str, typer.Argument(help="A model's name.")]) -> None:
    """Compare every file of a converted model with its pinned hash.

    Example: consult models verify multilingual-e5-small
    """
    from consult.themes.modelstore import verify_model as verify

    faults = verify(name)
    _say("\n".join(faults) if faults else f"{name}: every file is as pinned")
    raise typer.Exit(BREACH if faults else DONE)


# -- what is printed ----------------------------------------------------------------------------------


def summary(finished: Finished) -> str:
    """The end of a run: what came in, where it went, whether the laws hold, and where to look."""
    from consult.summary import summary_table

    with _ledger(finished.out) as ledger:
        table = summary_table(ledger.analysis(), finished.settings)
    state = "Nothing had changed since the last run." if finished.unchanged else "Done."
    report = finished.out / "internal" / "report.html"
    return f"{table}\n\n{laws_text(finished.laws)}\n\n{state} Open {report} in a browser."


def laws_text(laws: Sequence[Law]) -> str:
    """A line a law, and a line below it for each breach."""
    lines = []
    for law in laws:
        lines.append(f"{'holds' if law.holds else 'BROKEN':7} {law.number:2} {law.name}")
        lines += [f"          {breach}" for breach in law.breaches]
    return "\n".join(lines)


def _figure(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


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


def _say(text: str) -> None:
    print(text.translate(CONTROL))  # noqa: T201 - this module alone prints


def _complain(text: str) -> None:
    print(f"consult: {text.translate(CONTROL)}", file=sys.stderr)  # noqa: T201 - this module alone prints


def _defect(error: Exception) -> None:
    """Tell of a defect without showing any contributor's text, and where to get the whole of it."""
    if os.environ.get("CONSULT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "an unknown place"
    _complain(f"a defect of ours: {type(error).__name__} in {where}. Nothing is lost: run again, and with")
    _complain("CONSULT_DEBUG=1 in the environment for all of it. Please report it.")


# -- which folder ---------------------------------------------------------------------------------------


def _output_of(consultation: Path, out: Path | None) -> Path:
    """The output folder of a consultation. Raises InputError where the result would lie among the inputs."""
    folder = out or Path("outputs") / consultation.resolve().name
    if folder.resolve().is_relative_to((consultation / "inputs").resolve()):
        raise InputError(f"--out {folder}: lies among the inputs, and would be read as a contribution; choose another")
    if folder.exists() and not folder.is_dir():
        raise InputError(f"--out {folder}: is a file; name a folder")
    return folder


def _output(folder: Path | None) -> Path:
    if folder is not None:
        return folder
    ledgers = sorted(Path("outputs").glob("*/ledger.db"), key=lambda path: path.stat().st_mtime)
    if not ledgers:
        raise InputError("outputs/: no finished run here; run `consult run FOLDER` first, or name one with --in")
    return ledgers[-1].parent


def _ledger(folder: Path | None) -> Any:
    from consult.check import open_checked

    return open_checked(_output(folder))


if __name__ == "__main__":
    main()
