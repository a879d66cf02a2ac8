"""The command line: this module and those named `cli_*` alone print, read arguments or set an exit code.

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
from typing import TYPE_CHECKING, Annotated

import typer

import consult
import consult.cli_privacy_sheet  # its commands join those of cli_privacy
import consult.cli_readings
import consult.cli_sheet  # the commands of both join those of cli_review
from consult.cli_diff import diff
from consult.cli_draft import draft, draft_after
from consult.cli_import import import_codes
from consult.cli_privacy import privacy
from consult.cli_publish import publish
from consult.cli_respond import respond
from consult.cli_review import review
from consult.cli_seal import check, seal
from consult.cli_terminal import (
    BREACH,
    DEFECT,
    DONE,
    USER_FAULT,
    AsJson,
    Bar,
    InFolder,
    complain,
    laws_text,
    ledger_of,
    output,
    output_of,
    print_anywhere,
    say,
)
from consult.cli_withdraw import withdraw
from consult.errors import ConsultError

if TYPE_CHECKING:
    from consult.run import Finished

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
app.add_typer(review, name="review")
app.add_typer(privacy, name="privacy")
app.command()(respond)
app.command()(draft)
app.command()(publish)
app.command()(diff)
app.command("import")(import_codes)
app.command()(withdraw)
app.command()(check)
app.command()(seal)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code; faults become one clear message each."""
    print_anywhere()
    try:
        app(args=arguments, standalone_mode=True)
    except (ConsultError, OSError) as error:
        complain(str(error))
        sys.exit(USER_FAULT)
    except ExceptionGroup as group:
        for fault in group.exceptions:
            complain(str(fault))
        sys.exit(USER_FAULT)
    except Exception as error:  # noqa: BLE001 - the last stop: every defect gets a message and a code
        sys.exit(_last_stop(error))


# -- commands -----------------------------------------------------------------------------------------


def _version(wanted: bool) -> None:
    if wanted:
        say(f"consult {consult.__version__}")
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
    say(f"Made {folder}. Put notes and letters in {folder / 'inputs'}.")
    if framework is None:
        say(f"Write your commitments into {folder / 'framework.toml'}.")
    say(f"Then: consult run {shlex.quote(str(folder))}")


@app.command()
def run(
    consultation: Annotated[Path, typer.Argument(help="The consultation's folder.")],
    out: Annotated[Path | None, typer.Option(help="Output folder. Default: outputs/NAME.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read the inputs, group and place what they say, and write the report.

    Example: consult run corpora/ogp-norge-2026
    """
    from consult.memory import let_lie
    from consult.run import run as run_the_way

    folder = output_of(consultation, out)
    finished = run_the_way(consultation, folder, progress=Bar())
    written = draft_after(finished.settings, folder) if finished.settings.writer.on else ""
    let_lie(len(finished.analysis.sources))
    if as_json:
        say((folder / "run.json").read_text(encoding="utf-8").rstrip())
    else:
        say(summary(finished))
        if written:
            say(written)
    raise typer.Exit(BREACH if any(not law.holds for law in finished.laws) else DONE)


@app.command()
def trace(
    id: Annotated[str, typer.Argument(help="A conclusion, theme, passage or source id, or the path of an input.")],  # noqa: A002 - the word that DESIGN and the help text use
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """Follow a conclusion back to its exact words, or a contribution forward to where it went and who decided.

    Example: consult trace inputs/letter.docx
    """
    from consult.answer.trace import trace as follow
    from consult.answer.trace_text import render_text
    from consult.history import history_of

    with ledger_of(folder) as ledger:
        found = follow(ledger.analysis(), id, history_of(ledger))
    say(json.dumps(asdict(found), ensure_ascii=False, indent=2) if as_json else render_text(found))


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

    with ledger_of(output_of(consultation, folder)) as ledger:
        analysis, vectors = ledger.analysis(), ledger.proposed().vectors
    if by:
        table = breakdown(consultation, analysis, by)
        say(table.to_json(orient="index", force_ascii=False, indent=2) if as_json else table.round(3).to_string())
        return
    figures = measure(consultation, analysis, vectors)
    if as_json:
        say(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        width = max(map(len, figures), default=0)
        say("\n".join(f"{name:{width}}  {_figure(value)}" for name, value in figures.items()))


@app.command()
def export(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help="qdc, qdpx, codes, annotations, prov, crate or all.")],
    folder: InFolder = None,
    out: Annotated[Path | None, typer.Option(help="The file to write. Default: in internal/exchange/.")] = None,
) -> None:
    """Write the result for other programs: REFI-QDA, Web Annotations, PROV, RO-Crate. Internal: it names people.

    Example: consult export qdpx
    """
    from consult.history import history_of
    from consult.publish.exchange import export as write
    from consult.publish.exchange.consultation import read_run_info

    found = output(folder)
    with ledger_of(found) as ledger:
        written = write(name, ledger.analysis(), read_run_info(found), found, out=out, history=history_of(ledger))
        for path in written:
            say(str(path))


@models.command("list")
def list_models(as_json: AsJson = False) -> None:
    """List the models that consult knows.

    Example: consult models list
    """
    from consult.weights.registry import list_models as known

    entries = known()
    if as_json:
        say(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2, default=str))
    for entry in () if as_json else entries:
        say(f"{entry.name:32} {entry.licence:12} {entry.source}")


@models.command("convert")
def convert_model(name: Annotated[str, typer.Argument(help="A model's name.")]) -> None:
    """Convert a model's weights into the cache now, instead of at the first run.

    Example: consult models convert multilingual-e5-small
    """
    from consult.weights.modelstore import convert_model as convert

    say(f"{name}: {convert(name)}")


@models.command("verify")
def verify_model(name: Annotated[str, typer.Argument(help="A model's name.")]) -> None:
    """Compare every file of a converted model with its pinned hash.

    Example: consult models verify multilingual-e5-small
    """
    from consult.weights.modelstore import verify_model as verify

    faults = verify(name)
    say("\n".join(faults) if faults else f"{name}: every file is as pinned")
    raise typer.Exit(BREACH if faults else DONE)


# -- what is printed ----------------------------------------------------------------------------------


def summary(finished: Finished) -> str:
    """The end of a run: what came in, where it went, whether the laws hold, and where to look."""
    from consult.summary import adrift, summary_table

    people = json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["people"]
    table = "\n\n".join(filter(None, (summary_table(finished.analysis, finished.settings), adrift(people))))
    state = "Nothing had changed since the last run." if finished.unchanged else "Done."
    report = finished.out / "internal" / "report.html"
    return f"{table}\n\n{laws_text(finished.laws)}\n\n{state} Open {report} in a browser."


def _figure(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _last_stop(error: Exception) -> int:
    """The exit code of what nobody has caught: a ledger that another program holds is no defect."""
    from consult.ledger_faults import ledger_fault, of_the_place

    if of_the_place(error):
        complain(str(ledger_fault("ledger.db", error)))
        return USER_FAULT
    _defect(error)
    return DEFECT


def _defect(error: Exception) -> None:
    """Tell of a defect without showing any contributor's text, and where to get the whole of it."""
    if os.environ.get("CONSULT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "an unknown place"
    complain(f"a defect of ours: {type(error).__name__} in {where}. Nothing is lost: run again, and with")
    complain("CONSULT_DEBUG=1 in the environment for all of it. Please report it.")


if __name__ == "__main__":
    main()
