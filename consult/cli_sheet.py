"""The commands of the review sheet: `consult review export` and `consult review import`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consult.cli_review import Role, finish, review, reviewing_in
from consult.cli_terminal import InFolder, say
from consult.errors import InputError

Written = Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="Where the workbook is written.")]
Returned = Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The workbook that came back.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]


def must_be_workbook(file: Path) -> None:
    """Raise InputError unless a file to write is named as a workbook."""
    if file.suffix.lower() != ".xlsx":
        raise InputError(f"{file}: name a file that ends in .xlsx")


def must_be_there(file: Path, maker: str) -> None:
    """Raise InputError unless a file to read is there. maker: the command that makes such a file."""
    if not file.is_file():
        raise InputError(f"{file}: there is no such file; `{maker}` makes one")


@review.command("export")
def export_sheet(
    file: Written,
    folder: InFolder = None,
) -> None:
    """Write a workbook in which themes, passages and responses can be filled in, in Excel or LibreOffice.

    Example: consult review export sheet.xlsx
    """
    from consult.publish.review_sheet import review_sheet
    from consult.publish.run_time import run_time

    must_be_workbook(file)
    with reviewing_in(folder) as desk:
        created = run_time({"started": desk.last.started})
        file.write_bytes(review_sheet(desk.analysis, desk.settings, desk.last.run_id, created))
    say(f"Written: {file}. Internal: it holds what people said. Bring it back with consult review import {file}")


@review.command("import")
def import_sheet(
    file: Returned,
    role: Role,
    dry_run: DryRun = False,
    folder: InFolder = None,
) -> None:
    """Read a filled-in workbook back: show what changes, what collides, and every row that cannot be applied.

    Example: consult review import sheet.xlsx --role coordinator --dry-run
    """
    from consult.returned import apply_sheet

    must_be_there(file, "consult review export")
    with reviewing_in(folder) as desk:
        found = apply_sheet(file.read_bytes(), desk, role)
        for one in found.done:
            say(f"{one.sheet} row {one.row} {one.key}: {one.column}: {one.before!r} → {one.after!r}")
        for two in found.refused:
            say(f"NOT APPLIED {two.sheet} row {two.row} {two.key}: {two.column}: {two.why}")
        say(f"{len(found.done)} changes, {len(found.refused)} not applied, {found.unchanged} decided already.")
        if not dry_run and (desk.made or desk.given):
            finish(desk)
