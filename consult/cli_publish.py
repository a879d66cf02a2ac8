"""The command by which an authority publishes: `consult publish`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from consult.cli_terminal import BREACH, DONE, AsJson, InFolder, complain, output, say

if TYPE_CHECKING:
    from pathlib import Path

    from consult.publication import Published


def publish(
    folder: InFolder = None,
    final: Annotated[
        bool, typer.Option("--final", help="The edition that counts; refused while anything lacks.")
    ] = False,
    languages: Annotated[str, typer.Option(help="Such as nn,nb,en. Default: those of the consultation.")] = "",
    role: Annotated[
        str, typer.Option(help="The office that publishes. A role, not a name.", envvar="CONSULT_ROLE")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Publish: the feedback document, a receipt for every contribution, and the public folder.

    Example: consult publish --languages nn,nb,en
    """
    from consult.publication import publish as make

    out = output(folder)
    wanted = tuple(filter(None, (one.strip() for one in languages.split(","))))
    done = make(out, final=final, languages=wanted, role=role)
    if as_json:
        say(json.dumps(_facts(done), ensure_ascii=False, indent=2))
    else:
        _tell(done, out)
    raise typer.Exit(DONE if done.edition is not None else BREACH)


def _facts(done: Published) -> dict[str, object]:
    edition = done.edition
    facts: dict[str, object] = {"published": edition is not None, "reasons": list(done.reasons)}
    if edition is not None:
        facts |= {
            "edition": edition.number, "kind": edition.kind, "languages": list(edition.languages),
            "files": len(edition.files), "unchanged": done.unchanged, "public": done.public,
        }  # fmt: skip
    return facts


def _tell(done: Published, out: Path) -> None:
    if done.edition is None:
        complain(f"nothing is published, for {len(done.reasons)} reason{'s' if len(done.reasons) > 1 else ''}:")
        for reason in done.reasons:
            say(f"- {reason}")
        return
    edition = done.edition
    state = "had not changed" if done.unchanged else f"holds {len(edition.files)} files"
    say(f"Edition {edition.number} ({edition.kind}, {', '.join(edition.languages)}) {state}.")
    say(f"For the coordinator: {out / 'internal' / 'feedback.html'}; letters: {out / 'internal' / 'receipts.csv'}")
    if done.public:
        say(f"To publish: {out / 'public' / 'index.html'}")
    else:
        say("Nothing is written under public/: no redacted view can be made.")
