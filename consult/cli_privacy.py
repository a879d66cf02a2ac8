"""The commands on personal data: `consult privacy list`, `confirm`, `redact`, `reveal`, `everywhere`, `status`.

What they print is for those who handle the contributions: it shows the words that it is about. Each act is applied at
once, and stands in the log of decisions with its role and reason.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from consult.cli_review import Role, finish, reviewing_in
from consult.cli_terminal import AsJson, InFolder, ledger_of, say
from consult.errors import InputError

if TYPE_CHECKING:
    from consult.answer.privacy import Standing
    from consult.records import Analysis, Finding, Source

AROUND = 30  # characters shown on each side of a finding

privacy = typer.Typer(
    help="Personal data: what was found, what is taken out, how each source is published.\n\n"
    "Example: consult privacy list --open",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Why = Annotated[str, typer.Option("--reason", help="Why: what is published of a person has to be accounted for.")]
FindingId = Annotated[str, typer.Argument(metavar="FINDING", help="The finding's id: f-…")]
SourceId = Annotated[str, typer.Argument(metavar="SOURCE", help="The source's id: s-…")]


@privacy.command("list")
def list_findings(
    only_open: Annotated[bool, typer.Option("--open", help="Only what waits for a person.")] = False,
    kind: Annotated[str, typer.Option(help="Only this kind, such as name or phone.")] = "",
    source: Annotated[str, typer.Option(help="Only of this source: s-…")] = "",
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """List what was found, with the words around it, its certainty and whether it is taken out.

    Example: consult privacy list --open
    """
    analysis, stands = _standing(folder)
    texts = {one.source_id: one for one in analysis.sources}
    chosen = [
        one
        for one in (stands.open if only_open else stands.findings)
        if kind in ("", one.kind) and source in ("", one.source_id)
    ]
    if as_json:
        rows = [asdict(one) | {"finding_id": one.finding_id, "words": _words(one, texts)} for one in chosen]
        say(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in chosen:
        say(f"{one.finding_id}  {one.status:8} {one.certainty:.2f}  {one.kind:15} {_in_place(one, texts)}")
    say(f"{len(chosen)} listed; {len(stands.open)} wait for a person.")


@privacy.command()
def confirm(finding: FindingId, role: Role, reason: Why, folder: InFolder = None) -> None:
    """Take out what was found and is not certain, or what somebody had let stay.

    Example: consult privacy confirm f-0123456789ab --role coordinator --reason "Namn på ein deltakar"
    """
    with reviewing_in(folder) as desk:
        desk.confirm(finding, role=role, reason=reason)
        finish(desk)


@privacy.command()
def reveal(finding: FindingId, role: Role, reason: Why, folder: InFolder = None) -> None:
    """Let a finding stay in what is published: a public person, a place, consent, a word that is no name.

    Example: consult privacy reveal f-0123456789ab --role coordinator --reason "Stadnamn"
    """
    with reviewing_in(folder) as desk:
        desk.reveal(finding, role=role, reason=reason)
        finish(desk)


@privacy.command()
def redact(
    source: SourceId,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words to take out, as they stand in the source.")],
    role: Role,
    reason: Why,
    kind: Annotated[str, typer.Option("--as", help="What they are: name, phone, address, health, other …")] = "other",
    folder: InFolder = None,
) -> None:
    """Take words out of all that is published, wherever they stand in a source.

    Example: consult privacy redact s-0123456789ab "raudt hus ved kaia" --role coordinator --reason "Peikar ut éin"
    """
    from consult.returned_privacy import places

    with reviewing_in(folder) as desk:
        text = next((one.text for one in desk.sources if one.source_id == source), None)
        spans = [] if text is None else list(places(text, words))
        if text is not None and not spans:
            raise InputError(f"{source}: the words do not stand there; copy them as they are in the source")
        for start, end in spans or [(0, 1)]:
            desk.redact(source, start, end, kind, role=role, reason=reason)
        finish(desk)


@privacy.command()
def everywhere(finding: FindingId, role: Role, reason: Why, folder: InFolder = None) -> None:
    """Take the words of a finding out of every other place where they stand, in whichever contribution.

    Example: consult privacy everywhere f-0123456789ab --role coordinator --reason "Peikar ut éin"
    """
    from consult.answer.privacy import finding_of
    from consult.publish.elsewhere import spans_elsewhere

    with reviewing_in(folder) as desk:
        one = finding_of(desk.stands, finding)
        for source, start, end in list(spans_elsewhere(one, desk.stands.findings, desk.sources)):
            desk.redact(source, start, end, one.kind, role=role, reason=reason)
        if not desk.made:
            raise InputError(f"{finding}: its words stand nowhere else that they are not taken out already")
        finish(desk)


@privacy.command()
def status(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's id: s-…; without: list all.")] = "",
    publication: Annotated[
        str, typer.Argument(metavar="STATUS", help="full, name_withheld, summary_only or withheld.")
    ] = "",
    role: Annotated[str, typer.Option(help="The office that decides. A role, not a name.", envvar="CONSULT_ROLE")] = "",
    reason: Why = "",
    folder: InFolder = None,
    as_json: AsJson = False,
) -> None:
    """Say how a source is published: with its name, without, in no words of its own, or not at all.

    Example: consult privacy status s-0123456789ab summary_only --role coordinator --reason "Ber om det sjølv"
    """
    if source and publication:
        with reviewing_in(folder) as desk:
            desk.publish_as(source, publication, role=role, reason=reason)
            finish(desk)
    if publication or (source and not source.startswith("s-")):
        raise InputError("name the source (s-…) and then how it is published; see consult privacy status --help")
    _say_publications(*_standing(folder), source, as_json=as_json)


# -- what is printed ----------------------------------------------------------------------------------


def _standing(folder: Path | None) -> tuple[Analysis, Standing]:
    from consult.privacy import standing_in

    with ledger_of(folder) as ledger:
        return ledger.analysis(), standing_in(ledger)


def _say_publications(analysis: Analysis, stands: Standing, source: str, *, as_json: bool) -> None:
    chosen = [one for one in analysis.sources if source in ("", one.source_id)]
    if not chosen:
        raise InputError(f"{source}: no source bears it; ids stand in tables/sources.csv")
    if as_json:
        rows: list[dict[str, Any]] = [
            {"source_id": one.source_id, "publication": stands.publications[one.source_id], "voice": one.voice}
            for one in chosen
        ]
        say(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in sorted(chosen, key=lambda one: (one.path, one.locator)):
        publication = stands.publications[one.source_id]
        say(f"{one.source_id}  {publication:13}  {one.voice:12}  {one.path} {one.locator}".rstrip())


def _words(one: Finding, sources: dict[str, Source]) -> str:
    from consult.answer.privacy import field_of

    return field_of(sources[one.source_id], one.where)[one.start : one.end]


def _in_place(one: Finding, sources: dict[str, Source]) -> str:
    """A finding between brackets, with what stands around it on the same line."""
    from consult.answer.privacy import field_of

    text = field_of(sources[one.source_id], one.where)
    before = text[max(0, one.start - AROUND) : one.start].rpartition("\n")[2]
    after = text[one.end : one.end + AROUND].partition("\n")[0]
    return f"{before}⟦{' '.join(text[one.start : one.end].split())}⟧{after}"
