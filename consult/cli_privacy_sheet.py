"""The commands of the sheet of personal data: `consult privacy export` and `consult privacy import`."""

from __future__ import annotations

from typing import Annotated

import typer

from consult.cli_privacy import privacy
from consult.cli_review import Role, finish, reviewing_in
from consult.cli_sheet import DryRun, Returned, Written, must_be_there, must_be_workbook
from consult.cli_terminal import InFolder, say


@privacy.command("export")
def export_sheet(
    file: Written,
    every: Annotated[bool, typer.Option("--all", help="Not only what waits for a person.")] = False,
    folder: InFolder = None,
) -> None:
    """Write a workbook in which findings can be confirmed, let stay or widened, in Excel or LibreOffice.

    Example: consult privacy export personal.xlsx --all
    """
    from consult.publish.privacy_sheet import privacy_sheet
    from consult.publish.report import page_language
    from consult.publish.run_time import run_time

    must_be_workbook(file)
    with reviewing_in(folder) as desk:
        created, language = run_time({"started": desk.last.started}), page_language(desk.settings.languages)
        chosen = desk.stands.findings if every else desk.stands.open
        file.write_bytes(privacy_sheet(chosen, desk.sources, desk.last.run_id, created, language))
    say(f"Written: {file}, {len(chosen)} findings. It holds what is not to be published: keep it where the inputs are.")
    say(f"Bring it back with consult privacy import {file}")


@privacy.command("import")
def import_sheet(
    file: Returned,
    role: Role,
    dry_run: DryRun = False,
    folder: InFolder = None,
) -> None:
    """Read a filled-in workbook back: what is taken out, what stays, what collides, and rows that cannot be applied.

    Example: consult privacy import personal.xlsx --role coordinator --dry-run
    """
    from consult.returned_privacy import apply_privacy_sheet

    must_be_there(file, "consult privacy export")
    with reviewing_in(folder) as desk:
        found = apply_privacy_sheet(file.read_bytes(), desk, role)
        for one in found.done:
            say(f"{one.sheet} row {one.row} {one.key}: {one.act}")
        for two in found.refused:
            say(f"NOT APPLIED {two.sheet} row {two.row} {two.key}: {two.why}")
        say(f"{len(found.done)} acts, {len(found.refused)} rows not applied, {found.unchanged} decided already.")
        if not dry_run and desk.made:
            finish(desk)
