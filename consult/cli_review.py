"""The commands by which people decide: `consult review …`.

Each applies its act at once: ledger, tables and report are written anew from what the last run found.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from consult.cli_terminal import BREACH, DONE, AsJson, Bar, InFolder, laws_text, ledger_of, output, say

if TYPE_CHECKING:
    from consult.records import Decision, Outcome
    from consult.review import Review, Reviewed

review = typer.Typer(
    help="People decide: rename, merge, split, move, place, set aside, approve, undo.\n\nExample: consult review log",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Role = Annotated[
    str, typer.Option(help="The office that decides, such as coordinator. A role, not a name.", envvar="CONSULT_ROLE")
]
Reason = Annotated[str, typer.Option(help="Why, for those who read the log later.")]
ThemeId = Annotated[str, typer.Argument(metavar="THEME", help="The theme's id: t-…")]
PassageId = Annotated[str, typer.Argument(metavar="PASSAGE", help="The passage's id: p-…")]


@review.command()
def rename(
    theme: ThemeId,
    title: Annotated[str, typer.Argument(help="The new title.")],
    role: Role,
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Give a theme another title; it stays through later runs.

    Example: consult review rename t-0123456789ab "Svar på innspel" --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.refuse_taken(title, theme)
        desk.rename(theme, title, role=role, reason=reason)
        finish(desk)


@review.command()
def merge(
    first: Annotated[str, typer.Argument(metavar="THEME", help="The theme that stays, with its id and title.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The theme whose passages join it.")],
    role: Role,
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Put two themes together under the first one's id and title.

    Example: consult review merge t-0123456789ab t-ba9876543210 --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.merge(first, other, role=role, reason=reason)
        finish(desk)


@review.command()
def split(
    theme: ThemeId,
    passages: Annotated[list[str], typer.Argument(metavar="PASSAGE…", help="The passages that leave it.")],
    role: Role,
    title: Annotated[str, typer.Option(help="Title of the new theme. Default: the machine proposes one.")] = "",
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Make a theme of its own of some of a theme's passages.

    Example: consult review split t-0123456789ab p-0123456789ab p-ba9876543210 --title "Kurs" --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.refuse_taken(title)
        desk.split(theme, passages, title, role=role, reason=reason)
        finish(desk)


@review.command()
def move(passage: PassageId, theme: ThemeId, role: Role, reason: Reason = "", folder: InFolder = None) -> None:
    """Move a passage to another theme.

    Example: consult review move p-0123456789ab t-0123456789ab --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.move(passage, theme, role=role, reason=reason)
        finish(desk)


@review.command()
def place(
    named: Annotated[str, typer.Argument(metavar="THEME|PASSAGE", help="What is placed: t-… or p-…")],
    target: Annotated[str, typer.Argument(help="A commitment's or new topic's id, `new` or `unplaced`.")],
    role: Role,
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Place a theme with all of its passages, or one passage by itself, which then stays there.

    Example: consult review place t-0123456789ab 4 --role coordinator --reason "Gjeld opplæring"
    """
    with reviewing_in(folder) as desk:
        desk.place(named, target, role=role, reason=reason)
        finish(desk)


@review.command()
def edit(
    conclusion: Annotated[str, typer.Argument(metavar="CONCLUSION", help="The conclusion's id: c-…")],
    text: Annotated[str, typer.Option(help="The sentence as it is to stand.")],
    role: Role,
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Word a conclusion otherwise. What the checks of drafted text would refuse is told, and kept with the decision.

    Example: consult review edit c-0123456789ab --text "Eitt bord vil ha svar på innspel." --role coordinator
    """
    from consult.messages import messages

    with reviewing_in(folder) as desk:
        decision = desk.edit(conclusion, text, role=role, reason=reason)
        message = messages(desk.settings.languages[0])
        for code in decision.after["warnings"]:
            say(message(f"gate-{code}", detail=""))
        finish(desk)


@review.command("set-aside")
def set_aside(
    passage: PassageId,
    role: Role,
    kind: Annotated[
        str, typer.Option("--as", help="What it is instead of input: a reason to set aside.")
    ] = "procedural",
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Say that a passage is not input; it stays accounted for, with what it is instead.

    Example: consult review set-aside p-0123456789ab --as heading --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.set_aside(passage, kind, role=role, reason=reason)
        finish(desk)


@review.command()
def approve(
    named: Annotated[str, typer.Argument(metavar="ID", help="A theme, with its conclusions, or one conclusion.")],
    role: Role,
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Approve what you have read. When it changes later, it says so and waits for you again.

    Example: consult review approve t-0123456789ab --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.approve(named, role=role, reason=reason)
        finish(desk)


@review.command()
def undo(
    number: Annotated[int, typer.Argument(help="The decision's number in the log.")],
    role: Role,
    reason: Reason = "",
    folder: InFolder = None,
) -> None:
    """Take a decision back; it stays in the log.

    Example: consult review undo 3 --role coordinator
    """
    with reviewing_in(folder) as desk:
        desk.undo(number, role=role, reason=reason)
        finish(desk)


@review.command()
def log(folder: InFolder = None, as_json: AsJson = False) -> None:
    """List every decision, who made it, and whether it holds, was undone, or lost its object.

    Example: consult review log
    """
    from consult.check import consultation_folder
    from consult.results import outcomes_of
    from consult.settings import load_settings

    found = output(folder)
    with ledger_of(found) as ledger:
        decisions = ledger.decisions()
        outcomes = {one.number: one for one in outcomes_of(ledger, load_settings(consultation_folder(ledger, found)))}
    if as_json:
        rows = [asdict(one) | {"outcome": asdict(outcomes[one.number])} for one in decisions]
        say(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not decisions:
        say("Nobody has decided anything yet.")
    for decision in () if as_json else decisions:
        say(_line(decision, outcomes[decision.number]))


# -- what is printed ----------------------------------------------------------------------------------


def reviewing_in(folder: Path | None) -> Any:
    """A finished run, open for people's acts."""
    from consult.review import reviewing

    return reviewing(output(folder), Bar())


def finish(desk: Review) -> None:
    """Write the acts, and say what they did, what they made homeless, and where to look."""
    done = desk.finish()
    for decision in done.decisions:
        say(_line(decision, done.outcome(decision.number)))
    for reply in done.replies:
        say(f"{reply.response.theme_id} on {reply.response.target}: {reply.response.status}, by {reply.role}")
    _say_orphans(done)
    broken = [law for law in done.laws if not law.holds]
    say(laws_text(broken) if broken else f"Written. Open {desk.out / 'internal' / 'report.html'} in a browser.")
    raise typer.Exit(BREACH if broken else DONE)


def _say_orphans(done: Reviewed) -> None:
    new = {decision.number for decision in done.decisions}
    for one in done.outcomes:
        if one.state == "orphaned" and one.number not in new:
            say(f"decision {one.number} is orphaned: {remark(one)}")


def _line(decision: Decision, outcome: Outcome) -> str:
    said = "; ".join(part for part in (remark(outcome), decision.reason.replace("\n", " ")) if part)
    what = " ".join((decision.act.replace("_", "-"), *decision.objects, *_gives(decision.after)))
    return (
        f"{decision.number:4} {outcome.state:8} {decision.time} {decision.role}: {what}{f' ({said})' if said else ''}"
    )


def _gives(after: dict[str, Any]) -> list[str]:
    return [f"→ {after[key]}" for key in ("title", "target", "reason") if key in after]


def remark(outcome: Outcome) -> str:
    """Why a decision does not hold, or not as it was made; empty where there is nothing to say."""
    from consult.messages import messages

    return messages("en")(f"review-remark-{outcome.code}", ids=", ".join(outcome.ids)) if outcome.code else ""
