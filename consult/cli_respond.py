"""The command by which the authority answers: `consult respond`, and what lacks an answer."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from consult.cli_review import finish, reviewing_in
from consult.cli_terminal import AsJson, InFolder, ledger_of, output, say
from consult.errors import InputError


def respond(  # noqa: PLR0913, PLR0917 - a column of the response each
    theme: Annotated[str, typer.Argument(metavar="THEME", help="The theme that is answered: t-…")] = "",
    target: Annotated[str, typer.Option(help="Answer for this place only. Default: wherever it is placed.")] = "",
    status: Annotated[
        str, typer.Option(help="taken_up, partly, already_covered, forwarded, knowledge or not_taken_up.")
    ] = "",
    reason: Annotated[str, typer.Option(help="The reason, as contributors will read it.")] = "",
    responsible: Annotated[str, typer.Option(help="The body that is responsible.")] = "",
    next_step: Annotated[str, typer.Option(help="What happens next.")] = "",
    date: Annotated[str, typer.Option(help="When: 2027, 2027-03 or 2027-03-31.")] = "",
    role: Annotated[str, typer.Option(help="The office that answers. A role, not a name.", envvar="CONSULT_ROLE")] = "",
    lacking: Annotated[bool, typer.Option("--lacking", help="List what lacks a response, and write nothing.")] = False,
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """Answer a theme: what becomes of it, why, who is responsible and what happens next.

    Example: consult respond t-0123456789ab --status partly --reason "Prøvd ut i to fylke" --role department
    """
    from consult.records import Response

    if lacking:
        _say_lacking(output(folder), as_json)
        return
    if not theme:
        raise InputError(
            "name the theme that is answered, or --lacking for those that wait; see consult respond --help"
        )
    wanted = Response(
        theme_id=theme,
        target=target,
        status=status,
        reason=reason,
        responsible=responsible,
        next_step=next_step,
        date=date,
    )
    with reviewing_in(folder) as desk:
        desk.respond(wanted, role=role)
        finish(desk)


def _say_lacking(folder: Path, as_json: bool) -> None:
    from consult.answer.respond import answered

    with ledger_of(folder) as ledger:
        analysis, replies = ledger.analysis(), ledger.replies()
    found, titles = answered(replies, analysis.placements), {one.theme_id: one.title for one in analysis.themes}
    if as_json:
        rows = [{"theme_id": theme, "target": target, "title": titles[theme]} for theme, target in found.lacking]
        orphaned = [asdict(one) for one in found.orphaned]
        say(json.dumps({"lacking": rows, "orphaned": orphaned}, ensure_ascii=False, indent=2))
        return
    for theme, target in found.lacking:
        say(f"{theme}  {target:8}  {titles[theme]}")
    for one in found.orphaned:
        say(f"{one.theme_id}  {one.target:8}  orphaned: {one.status}; the theme or its place has gone")
    say(f"{len(found.lacking)} of {len(found.lacking) + len(found.standing)} lack a response.")
