"""The commands of second readings: `consult review sample` and `consult review agreement`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from consult.cli_review import review, reviewing_in
from consult.cli_terminal import AsJson, InFolder, complain, ledger_of, output, say
from consult.errors import InputError

if TYPE_CHECKING:
    from consult.review import Review

SIZE = 100  # passages: some two hours of reading, and an interval of about ± 0.1


@review.command()
def sample(
    out: Annotated[Path, typer.Option(metavar="FILE.xlsx", help="Where the workbook is written.")],
    size: Annotated[int, typer.Option(min=1, help="How many passages.")] = SIZE,
    seed: Annotated[int, typer.Option(help="Another seed draws other passages.")] = 1,
    folder: InFolder = None,
) -> None:
    """Draw passages for a second reader, as a workbook that hides what the machine made of them.

    Example: consult review sample --out reading.xlsx --size 100
    """
    from consult.evaluate.sampling import draw
    from consult.publish.reading_sheet import reading_sheet
    from consult.publish.run_time import run_time

    if out.suffix.lower() != ".xlsx":
        raise InputError(f"{out}: name a file that ends in .xlsx")
    with reviewing_in(folder) as desk:
        proposed = desk.proposed
        drawn = draw(proposed.passages, proposed.themes, proposed.duplicates, size, seed)
        created = run_time({"started": desk.last.started})
        out.write_bytes(reading_sheet(drawn, desk.analysis, desk.settings, desk.last.run_id, created))
    say(f"Written: {out}, {len(drawn)} passages. Internal: it holds what people said.")
    say(f"Bring it back with consult review agreement {out} --role second-reader")


@review.command()
def agreement(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE.xlsx…]", help="Filled-in workbooks, one for each reader.")
    ] = None,
    role: Annotated[
        list[str] | None, typer.Option(help="The office of each reader, in the order of the files. Not a name.")
    ] = None,
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """Read second readings back, keep them, and tell how far machine and people agree; without a file, tell again.

    Example: consult review agreement reading.xlsx --role second-reader
    """
    from consult.second_reading import agreement_of

    if files:
        with reviewing_in(folder) as desk:
            _keep(desk, files, role or [])
    with ledger_of(output(folder)) as ledger:
        found = agreement_of(ledger)
    if as_json:
        say(json.dumps(found, ensure_ascii=False, indent=2))
    elif not found["readers"]:
        say("Nobody has read a sample yet; consult review sample draws one.")
    for line in () if as_json else lines(found):
        say(line)


def _keep(desk: Review, files: list[Path], roles: list[str]) -> None:
    """Add what the sheets say, and write run.json anew."""
    from consult.readings import add_readings
    from consult.results import write

    if len(roles) != len(files):
        raise InputError(f"{len(files)} files, {len(roles)} roles: name a --role for each file, in their order")
    if len(set(roles)) != len(roles):
        raise InputError(f"--role {roles[0]}: two readers need two roles, such as second-reader and third-reader")
    back = [_read(desk, path, role) for path, role in zip(files, roles, strict=True)]
    added = add_readings(desk.ledger, [reading for one in back for reading in one.readings])
    if added:
        write(desk.ledger, desk.last, desk.settings, desk.out)


def _read(desk: Review, path: Path, role: str) -> Any:
    from consult.second_reading import read_back

    if not path.is_file():
        raise InputError(f"{path}: there is no such file; `consult review sample` makes one")
    found = read_back(path.read_bytes(), desk.ledger, desk.settings.framework, role)
    complain(f"{path}: {len(found.readings)} passages read, {found.empty} empty, {len(found.refused)} not read.")
    for one in found.refused:
        complain(f"NOT READ {path} row {one.row} {one.passage_id}: {one.why}")
    return found


# -- what is printed ----------------------------------------------------------------------------------


def lines(agreement: Mapping[str, Any]) -> Iterator[str]:
    """The figures as lines of text."""
    for reader in agreement["readers"]:
        gone = f", {reader['gone']} no longer there" if reader["gone"] else ""
        yield f"{reader['role']}: {reader['passages']} passages{gone}"
    for pair in agreement["pairs"]:
        for what in ("placement", "themes"):
            yield from _pair_lines(pair, what)
    if agreement["people"]:
        yield f"all {agreement['people']['readers']} people: {_figure('alpha', agreement['people']['alpha'])}"


def _pair_lines(pair: Mapping[str, Any], what: str) -> Iterator[str]:
    figures = pair[what]
    yield (
        f"{pair['first']} and {pair['second']}, {what}: {figures['passages']} passages"
        f" of {figures['sources']} contributions"
    )
    if not figures["enough"]:
        yield "  too few for intervals: the figures may be far off"
    named = {name: value for name, value in figures.items() if isinstance(value, dict) and name != "by_target"}
    yield from (f"  {_figure(name, value)}" for name, value in named.items())
    yield from (f"  {_figure(f'F1 of {target}', value)}" for target, value in figures.get("by_target", {}).items())


def _figure(name: str, figure: Mapping[str, float | None]) -> str:
    if figure["value"] is None:
        return f"{name:12} not defined"
    interval = "" if figure["low"] is None else f"  (95 %: {figure['low']:.2f} to {figure['high']:.2f})"
    return f"{name:12} {figure['value']:.2f}{interval}"
