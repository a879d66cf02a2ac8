"""The command of the optional writer: `consult draft`, and what `consult run` does of it where the writer is on."""

from __future__ import annotations

import json
from dataclasses import asdict
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
    refused: Annotated[
        bool, typer.Option("--refused", help="Tell what the checks refused in the last drafting, and why; ask nothing.")
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
    if refused:
        tell_refused(found, as_json=as_json)
        return
    made = draft_folder(found, progress=Bar())
    with opened(found) as (_, settings):
        say(
            json.dumps(made.as_json(), ensure_ascii=False, indent=2)
            if as_json
            else summary(made, settings.languages[0])
        )
    raise typer.Exit(BREACH if any(not law.holds for law in made.laws) else DONE)


def tell_refused(folder: Path, *, as_json: bool) -> None:
    """Each sentence that was refused, what it was to stand for, and every reason in the consultation's language."""
    from consult.drafting import opened
    from consult.messages import messages
    from consult.publish.report import page_language
    from consult.writings import refusals

    with opened(folder) as (ledger, settings):
        found, m = refusals(ledger.connection), messages(page_language(settings.languages))
    if as_json:
        say(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        say(f"{one.stands_for}  {one.task} {one.language}, attempt {one.attempt}: {one.text}")
        for code, detail in one.reasons:
            say(f"  - {m(f'gate-{code}', detail=detail)}")
    if not found:
        say("Nothing was refused, or nothing has been drafted.")


def draft_after(settings: Settings, folder: Path) -> str:
    """What the writer made of a finished run, in words; a writer that cannot be used leaves the run as it is."""
    from consult.drafting import draft_folder, summary

    try:
        return summary(draft_folder(folder, progress=Bar()), settings.languages[0])
    except (InputError, ModelError) as error:
        complain(str(error))
        return ""
