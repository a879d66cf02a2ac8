"""Why an edition cannot be final yet: every reason at once, as sentences that say what to do.

In: a ledger, its analysis, settings, and whether anything public can be made. Out: reasons; none means that the
edition may be final. Guaranteed: a draft is never refused for any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from consult.answer.privacy import standing
from consult.answer.respond import answered
from consult.check import check
from consult.edition import editions, file_breaches
from consult.ledger import Ledger
from consult.records import Analysis
from consult.results import outcomes_of
from consult.settings import Settings


def not_final(ledger: Ledger, analysis: Analysis, settings: Settings, out: Path) -> Iterator[str]:
    """Everything that stands against a final edition."""
    yield from _nobody_answers(settings)
    yield from _lacking(ledger, analysis, settings)
    yield from _orphaned(ledger, settings)
    yield from _undecided(ledger, analysis)
    if settings.publication.approval:
        yield from _not_approved(analysis, settings)
    yield from _laws(ledger, out)


def _nobody_answers(settings: Settings) -> Iterator[str]:
    if not settings.publication.responsible:
        yield "consult.toml: publication.responsible is missing: say which body answers for what is published"
    if not settings.publication.contact:
        yield "consult.toml: publication.contact is missing: say whom contributors can ask"


def _lacking(ledger: Ledger, analysis: Analysis, settings: Settings) -> Iterator[str]:
    titles = {theme.theme_id: theme.title for theme in analysis.themes}
    names = {target.target_id: target.title_in(settings.languages[0]) for target in settings.framework.targets}
    for theme_id, target in answered(ledger.replies(), analysis.placements).lacking:
        place = f"{target} {names[target]}" if target in names else target or "its place"
        yield f"{theme_id} ({titles[theme_id]}): a response is lacking on {place}; `consult respond {theme_id} …`"


def _orphaned(ledger: Ledger, settings: Settings) -> Iterator[str]:
    """Decisions that lost what they were about, and that nobody has looked at: undone or made again."""
    made = {decision.number: decision for decision in ledger.decisions()}
    for outcome in outcomes_of(ledger, settings):
        if outcome.state == "orphaned":
            act = made[outcome.number].act
            yield (
                f"decision {outcome.number} ({act}) lost what it was about; decide anew where that is needed, "
                f"then `consult review undo {outcome.number}`"
            )


def _undecided(ledger: Ledger, analysis: Analysis) -> Iterator[str]:
    """Personal data that may be some, and that a person has to look at."""
    for one in standing(analysis.findings, analysis.sources, ledger.decisions()).open:
        yield f"{one.finding_id}: may be personal data ({one.kind}) in {one.source_id}; decide on it first"


def _not_approved(analysis: Analysis, settings: Settings) -> Iterator[str]:
    main = settings.languages[0]
    for one in analysis.conclusions:
        if one.language == main and one.status != "approved":
            yield f"{one.conclusion_id}: is {one.status}, not approved; `consult review approve {one.theme_id} …`"


def _laws(ledger: Ledger, out: Path) -> Iterator[str]:
    """Breaches of the laws, but for files of the edition before: they are written anew."""
    old = {breach for edition in editions(ledger)[-1:] for breach in file_breaches(edition, out)}
    for law in check(out):
        for breach in law.breaches:
            if breach not in old:
                yield f"law {law.number} {law.name}: {breach}"
