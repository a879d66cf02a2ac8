"""What people did with a finished result, as its ledger holds it: see `answer.history`."""

from __future__ import annotations

from consult.answer.approve import approve_read
from consult.answer.history import History
from consult.answer.privacy import standing
from consult.answer.replay import decided
from consult.ledger import Ledger


def history_of(ledger: Ledger) -> History:
    """Every decision with what became of it in the last run, every act of answering, and what the machine proposed."""
    last, proposed, decisions = ledger.last_run(), ledger.proposed(), ledger.decisions()
    framework = last.settings.get("framework", {}) if last else {}
    kinds = {str(one["target_id"]): str(one["kind"]) for one in framework.get("targets", ())}
    analysis = ledger.analysis()
    outcomes = (
        *decided(proposed, decisions, kinds)[1],
        *approve_read(analysis, decisions)[1],
        *standing(analysis.findings, analysis.sources, decisions).outcomes,
    )
    return History(
        decisions=decisions,
        outcomes=tuple(sorted(outcomes, key=lambda one: one.number)),
        replies=ledger.replies(),
        proposed=proposed.themes,
    )
