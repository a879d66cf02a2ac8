"""The command of the optional writer: `consult draft`, and what `consult run` does of it where the writer is on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consult.cli_terminal import BREACH, DONE, AsJson, Bar, InFolder, complain, output, say
from consult.errors import InputError, ModelError

if TYPE_CHECKING:
    from consult.settings import Settings


def draft(
    folder: InFolder = None,
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Show every request exactly as it would be sent, and send nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Let a language model word the conclusions; what the checks refuse stays as quotes and counts.

    Example: consult draft --dry-run
    """
    from consult.drafting import draft_folder, dry_run, opened, summary

    found = output(folder)
    if dry:
        with opened(found) as (ledger, settings):
            for request in dry_run(ledger, settings):
                say(json.dumps(request, ensure_ascii=False, indent=None if as_json else 2))
        return
    made = draft_folder(found, progress=Bar())
    with opened(found) as (_, settings):
        say(
            json.dumps(made.as_json(), ensure_ascii=False, indent=2)
            if as_json
            else summary(made, settings.languages[0])
        )
    raise typer.Exit(BREACH if any(not law.holds for law in made.laws) else DONE)


def draft_after(settings: Settings, folder: Path) -> str:
    """What the writer made of a finished run, in words; a writer that cannot be used leaves the run as it is."""
    from consult.drafting import draft_folder, summary

    try:
        return summary(draft_folder(folder, progress=Bar()), settings.languages[0])
    except (InputError, ModelError) as error:
        complain(str(error))
        return ""
