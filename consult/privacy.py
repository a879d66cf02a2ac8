"""What a ledger says of personal data, as people have decided it: what is open, what is public, what has leaked.

In: an open ledger. Out: findings that wait for a person, the analysis as it may be published, and law 9. For all who
publish: nobody else needs to know where findings and decisions are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from consult.answer.privacy import Standing, standing
from consult.errors import LedgerError
from consult.laws import Law
from consult.ledger import Ledger
from consult.records import Analysis, Finding

PUBLIC = "public"
"""The folder, inside an output folder, of what is published."""


def standing_in(ledger: Ledger) -> Standing:
    """What is taken out and how each source is published, by the last run and all decisions.

    Raises LedgerError where the last run did not look for personal data: what it found is not everything.
    """
    last = ledger.last_run()
    if last is None or "privacy" not in last.counts:
        raise LedgerError("the last run did not look for personal data; `consult run` once more, and publish then")
    analysis = ledger.analysis()
    return standing(analysis.findings, analysis.sources, ledger.decisions())


def open_findings(ledger: Ledger) -> tuple[Finding, ...]:
    """Findings that are not certain and that nobody has decided on: they stand against a final edition."""
    return standing_in(ledger).open


def public_of(ledger: Ledger) -> Analysis:
    """The analysis as it may be published. Raises LedgerError where the last run did not look for personal data."""
    from consult.publish.public import public_view

    standing_in(ledger)
    last = ledger.last_run()
    return public_view(ledger.analysis(), ledger.decisions(), last.settings if last else None)


def withheld_in(ledger: Ledger) -> int:
    """How many contributions are withheld: all that is published of them."""
    return len(standing_in(ledger).withheld)


def privacy_law(ledger: Ledger, out: Path) -> Law:
    """9. Nothing under `public/` contains a detected personal datum, or words of a contribution that is not quoted.

    Nor does it count fewer private persons than it may.
    """
    return Law(number=9, name="privacy", breaches=tuple(_leaked(ledger, out / PUBLIC)))


def _leaked(ledger: Ledger, public: Path) -> Iterator[str]:
    from consult.our_words import our_texts, settled_texts
    from consult.publish.kept_back import kept_back
    from consult.publish.leaks import leaks
    from consult.publish.recount import small_cells
    from consult.published import IMPRINT

    if not public.is_dir():
        return
    analysis = ledger.analysis()
    stands = standing(analysis.findings, analysis.sources, ledger.decisions())
    last = ledger.last_run()
    settings = last.settings if last else {}
    known, ours = our_texts(settings), settled_texts(settings)
    imprint = json.loads(ledger.meta(IMPRINT) or "[]")
    quoted = kept_back(analysis.sources, analysis.passages, stands.publications, known).breaches_under(public)
    for breach in (*leaks(public, stands.findings, analysis.sources, ours, imprint), *quoted, *small_cells(public)):
        yield f"{PUBLIC}/{breach}"
