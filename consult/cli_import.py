"""The command that brings a researcher's recoding back as decisions: `consult import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consult.cli_review import Reason, Role, finish, reviewing_in
from consult.cli_terminal import InFolder, complain, output, say

if TYPE_CHECKING:
    from consult.recoded import NotApplied

LONGEST = 80  # characters of a quote on a line


def import_codes(
    file: Annotated[
        Path, typer.Argument(metavar="CODES.qdpx", help="A recoded project (.qdpx) or code book (.qdc, .csv).")
    ],
    role: Role,
    reason: Reason = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
    folder: InFolder = None,
) -> None:
    """Bring a recoding back as decisions: show what changes, what collides, and all that cannot be applied.

    Example: consult import recoded.qdpx --role researcher --dry-run
    """
    from consult.publish.exchange.consultation import consultation_of, read_run_info
    from consult.recoded import apply_recoding

    consultation = consultation_of(read_run_info(output(folder)))
    with reviewing_in(folder) as desk:
        found = apply_recoding(file, consultation, desk, role, reason)
        if found.base == "now":
            complain("the file does not say which version it is from, or that one is not kept any more: it is compared")
            complain("with what stands now, and may take back what others have decided since. Look with --dry-run.")
        for done in found.done:
            say(f"{done.act} {' '.join(done.about)}: {done.before!r} → {done.after!r}")
        for one in found.refused:
            say(f"NOT APPLIED {_line(one)}")
        say(f"{len(found.done)} changes, {len(found.refused)} not applied, {found.unchanged} decided already.")
        if not dry_run and desk.made:
            finish(desk)


def _line(one: NotApplied) -> str:
    """What was not applied, and why."""
    from consult.messages import messages

    said = f" ({one.said})" if one.said else ""
    quote = " ".join(one.detail.split())
    detail = (
        f": {quote if len(quote) <= LONGEST or one.code == 'decision' else quote[: LONGEST - 1] + '…'}" if quote else ""
    )
    return f"{one.about}{said}: {messages('en')(f'recode-why-{one.code}')}{detail}"
