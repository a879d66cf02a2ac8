"""The command by which a source is withdrawn: `consult withdraw`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from consult.cli_terminal import BREACH, DONE, AsJson, Bar, InFolder, output, say

if TYPE_CHECKING:
    from consult.withdraw import Withdrawn


def withdraw(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's id, or a path under inputs/.")],
    role: Annotated[str, typer.Option(help="The office that withdraws it. A role, not a name.", envvar="CONSULT_ROLE")],
    reason: Annotated[str, typer.Option(help="request, consent, duty, mistake or unlawful.")] = "request",
    delete: Annotated[bool, typer.Option("--delete", help="Remove its file from inputs/ too.")] = False,
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """Withdraw a contribution: take its text, vectors, quotes and traces out of everything, and run without it.

    Example: consult withdraw s-0123456789ab --role coordinator --reason request --delete
    """
    from consult.withdraw import withdraw as take_out

    done = take_out(output(folder), source, role=role, reason=reason, delete=delete, progress=Bar())
    if as_json:
        say(json.dumps(facts(done), ensure_ascii=False, indent=2))
    else:
        tell(done)
    raise typer.Exit(BREACH if any(not law.holds for law in done.finished.laws) else DONE)


def facts(done: Withdrawn) -> dict[str, object]:
    """What was done, as JSON values."""
    names = ("redacted", "copies", "files", "rows", "deleted", "repeats")
    found: dict[str, object] = {name: list(getattr(done, name)) for name in names}
    return {"tombstones": [asdict(one) for one in done.tombstones], **found, "removed": list(done.finished.removed)}


def tell(done: Withdrawn) -> None:
    """Say what was done, and what a person still has to do."""
    ids = [one.source_id for one in done.tombstones if one.source_id]
    say(
        f"Withdrawn: {', '.join(ids)}. The run without it has ended; {len(done.finished.removed)} older files are gone."
    )
    for row in done.redacted:
        say(f"  redacted, because it repeated the words: {row}")
    for name in done.files:
        rows = [locator for path, locator in done.rows if path == name]
        of = f"{', '.join(rows)} of " if rows else ""
        say(f"  DELETE this yourself, and from your copies: {of}inputs/{name}")
    for one in done.copies:
        say(f"  the same content also came as {one}; withdraw that too if it is the same person's")
    for name in done.repeats:
        ours = not name.endswith(".toml")
        say(
            f"  still names it: {name}; {'run again, and report it if it stays' if ours else 'change it and run again'}"
        )
