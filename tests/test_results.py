"""What people decided and answered shows in every output, and what lacks an answer shows as lacking."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from consult.check import check, failed
from consult.final import not_final
from consult.ledger import open_ledger
from consult.messages import messages
from consult.publish.labels import orphan_sentences
from consult.publish.report import report
from consult.records import Response
from consult.results import outcomes_of
from consult.run import Finished, run
from tests import sample_analysis as sample
from tests.test_review import analysis_of, largest, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


def responses(out: Path) -> list[dict[str, str]]:
    """The rows of the published table."""
    with (out / "tables" / "responses.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_machine_fills_in_an_answer(finished: Finished) -> None:
    """After a run every place of every theme has a row, and not one word in it."""
    rows = responses(finished.out)

    assert {row["theme_id"] for row in rows} == {theme.theme_id for theme in analysis_of(finished.out).themes}
    assert {row[key] for row in rows for key in ("status", "reason", "responsible", "next_step", "date")} == {""}
    assert json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["people"]["lacking"] == len(rows)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_report_says_what_is_answered_and_what_lacks(language: str) -> None:
    """Status, reason and who is responsible; the words for lacking; and acts that lost their object."""
    page, m = report(sample.analysis(), sample.settings(language), sample.run_info()).decode(), messages(language)

    assert m("review-status-partly") in page
    assert "Det gjeld ikkje kommunane." in page
    assert page.count(m("review-response-lacking")) == 6
    assert m("review-answered", themes=7, lacking=6) in page
    assert m("review-orphans") in page
    assert sample.HOSTILE not in page


def test_where_nothing_is_orphaned_nothing_is_said() -> None:
    """No empty section."""
    info = {**sample.run_info(), "people": {"orphaned": [], "orphaned_responses": []}}
    page = report(sample.analysis(), sample.settings(), info).decode()

    assert 'id="orphans"' not in page


def test_orphans_are_sentences() -> None:
    """Number, role, act and reason, in the page's language."""
    first, second = orphan_sentences(sample.run_info(), messages("nn"))

    assert first.startswith("Avgjerd 3 frå ")
    assert "(flytte): utsegna finst ikkje lenger: p-1" in first
    assert second.startswith("Svaret på t-1 om 9 (Blir teke inn i ei forplikting)")


def test_orphans_show_after_a_run(finished: Finished, consultation: Path) -> None:
    """A file is taken away: what was decided on its passage stands in run.json and in the report."""
    theme = next(t for t in analysis_of(finished.out).themes if t.theme_id == largest(analysis_of(finished.out)))
    gone = next(p for p in analysis_of(finished.out).passages if p.passage_id in theme.passage_ids)
    reviewed(finished.out, lambda desk: desk.set_aside(gone.passage_id, role="coordinator"))
    source = next(one for one in analysis_of(finished.out).sources if one.source_id == gone.source_id)
    (consultation / "inputs" / source.path).unlink()

    run(consultation, finished.out)

    people = json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["people"]
    assert [(one["number"], one["code"]) for one in people["orphaned"]] == [(1, "passage-gone")]
    assert 'id="orphans"' in (finished.out / "internal" / "report.html").read_text(encoding="utf-8")


def test_a_privacy_decision_that_lost_its_source_stops_no_run(finished: Finished, consultation: Path) -> None:
    """A file goes of which words were taken out and which was withheld: the next run says so, and ends."""
    source = min(analysis_of(finished.out).sources, key=lambda one: (-one.characters, one.source_id))
    reviewed(finished.out, lambda desk: desk.redact(source.source_id, 0, 4, role="coordinator", reason="Prøvd ut"))
    reviewed(
        finished.out, lambda desk: desk.publish_as(source.source_id, "withheld", role="coordinator", reason="Prøvd ut")
    )
    (consultation / "inputs" / source.path).unlink()

    run(consultation, finished.out)

    people = json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["people"]
    assert [(one["act"], one["code"]) for one in people["orphaned"]] == [
        ("redact", "source-gone"),
        ("publish_as", "source-gone"),
    ]
    assert 'id="orphans"' in (finished.out / "internal" / "report.html").read_text(encoding="utf-8")
    assert not failed(check(finished.out))


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE themes SET title = 'Nytt namn'", "themes: t-"),
        ("UPDATE placements SET target = '1', kind = 'commitment' WHERE passage_id = ''", "placements: t-"),
        ("UPDATE placements SET decided_by = 'minister'", "placements: t-"),
        ("UPDATE proposed_themes SET title = 'Nytt namn'", "themes: t-"),
        ("UPDATE responses SET status = 'not_taken_up'", "responses: t-"),
        ("UPDATE responses SET status = '', reason = ''", "responses: t-"),
        ("UPDATE responses SET status = 'taken_up' WHERE status = ''", "responses: t-"),
    ],
)
def test_what_nobody_decided_is_found(finished: Finished, statement: str, named: str) -> None:
    """Even where every seal is made to fit: the analysis has to follow from the proposal and people's acts."""
    from consult.seals import seal_tables

    wanted = Response(theme_id=largest(analysis_of(finished.out)), target="", status="partly", reason="Prøvd ut")
    reviewed(finished.out, lambda desk: desk.respond(wanted, role="department"))
    with open_ledger(finished.out / "ledger.db") as ledger:
        ledger.connection.execute(f"UPDATE OR IGNORE {statement.removeprefix('UPDATE ')}")
        seal_tables(ledger.connection)

    told = [breach for law in failed(check(finished.out)) if law.number == 10 for breach in law.breaches]
    assert any(f"ledger.db: {named}" in breach and "seal" not in breach for breach in told), told


def worded_by_hand(out: Path) -> str:
    """A conclusion of the largest theme, put in a person's words; returns its id."""
    theme = largest(analysis_of(out))
    one = min(c.conclusion_id for c in analysis_of(out).conclusions if c.theme_id == theme)
    reviewed(out, lambda desk: desk.edit(one, "Det som er sagt, i andre ord.", role="coordinator"))
    return one


def test_what_became_of_an_edit_is_known_afterwards_too(finished: Finished) -> None:
    """Whoever asks a ledger learns the same of an edit as the one who made it."""
    one = worded_by_hand(finished.out)

    with open_ledger(finished.out / "ledger.db") as ledger:
        (outcome,) = outcomes_of(ledger, finished.settings)
    assert (outcome.number, outcome.state, outcome.code) == (1, "applied", "")
    assert one in {c.conclusion_id for c in analysis_of(finished.out).conclusions if c.how == "edited"}


def test_an_edit_whose_conclusion_has_gone_is_told_everywhere(finished: Finished) -> None:
    """In run.json and the report, and it stands against a final edition: a person's words are never lost in silence."""
    one = worded_by_hand(finished.out)
    theme = largest(analysis_of(finished.out))
    passage = next(t.passage_ids[0] for t in analysis_of(finished.out).themes if t.theme_id == theme)

    done = reviewed(finished.out, lambda desk: desk.set_aside(passage, role="coordinator"))

    assert done.outcome(1).state == "orphaned"
    people = json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["people"]
    assert [(lost["number"], lost["act"], lost["ids"]) for lost in people["orphaned"]] == [(1, "edit", [one])]
    with open_ledger(finished.out / "ledger.db") as ledger:
        against = list(not_final(ledger, ledger.analysis(), finished.settings, finished.out))
    assert any("decision 1 (edit) lost what it was about" in reason for reason in against)
