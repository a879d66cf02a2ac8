"""A final edition: refused with every reason at once, and made when nothing stands against it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consult.final import not_final
from consult.ledger import open_ledger
from consult.publication import publish
from consult.published import KEY
from consult.records import Finding, Response
from consult.run import Finished, run
from consult.settings import load_settings
from tests.test_review import analysis_of, largest, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures

WHO = '[publication]\nresponsible.nn = "Departementet"\ncontact = "post@example.org"\n'

after_a_run = pytest.mark.usefixtures("finished")


def reasons(out: Path, consultation: Path) -> list[str]:
    """What stands against a final edition."""
    with open_ledger(out / "ledger.db") as ledger:
        return list(not_final(ledger, ledger.analysis(), load_settings(consultation), out))


def answer_all(out: Path) -> None:
    """Answer every theme in every place."""
    for theme in analysis_of(out).themes:
        wanted = Response(theme_id=theme.theme_id, target="", status="knowledge", reason="Blir teke med.")
        reviewed(out, lambda desk, wanted=wanted: desk.respond(wanted, role="department"))


def test_everything_that_lacks_is_told_at_once(finished: Finished, consultation: Path) -> None:
    """Who answers, and each response; nothing is written, and no draft stands in its place."""
    found = reasons(finished.out, consultation)
    assert any("publication.responsible is missing" in reason for reason in found)
    assert any("publication.contact is missing" in reason for reason in found)
    themes = {theme.theme_id for theme in analysis_of(finished.out).themes}
    assert themes == {reason.split()[0] for reason in found if "a response is lacking" in reason}
    done = publish(finished.out, final=True)
    assert done.edition is None
    assert len(done.reasons) == len(found)
    assert not (finished.out / "public").exists()


@after_a_run
def test_what_would_leak_is_told_with_what_lacks(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every reason at once; the rehearsal leaves neither files nor a key, and an edition that is there stays."""
    lacking = publish(out, final=True).reasons
    monkeypatch.setattr("consult.publish.hidden.Hidden.found_in", lambda *_: iter([("name", "f-1")]))
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    done = publish(out, final=True)
    assert done.edition is None
    assert done.reasons[: len(lacking)] == lacking
    assert {reason.partition(": ")[2] for reason in done.reasons[len(lacking) :]} == {
        "holds name f-1; it stands in none of the contributions: look in consult.toml and framework.toml, and run again"
    }
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    with open_ledger(out / "ledger.db") as ledger:
        assert ledger.meta(KEY) == ""


@after_a_run
def test_when_nothing_lacks_it_is_made_without_the_mark_of_a_draft(out: Path, consultation: Path) -> None:
    """Answered, signed and in order: final, and no page says draft."""
    (consultation / "consult.toml").write_text(WHO, encoding="utf-8")
    answer_all(out)
    assert reasons(out, consultation) == []
    done = publish(out, final=True, role="department")
    assert done.edition is not None
    assert done.edition.kind == "final"
    for page in [*(out / "public").glob("*.html"), *(out / "internal" / "receipts").glob("*.html")]:
        text = page.read_text(encoding="utf-8")
        assert "Utkast" not in text, page.name
        assert "Udkast" not in text, page.name


@after_a_run
def test_a_decision_that_lost_its_object_has_to_be_looked_at(out: Path, consultation: Path) -> None:
    """Orphaned decisions are reasons until they are undone."""
    (consultation / "consult.toml").write_text(WHO, encoding="utf-8")
    found = analysis_of(out)
    letter = next(source.source_id for source in found.sources if source.path == "brev.txt")
    passage = next(one.passage_id for one in found.passages if one.source_id == letter)
    reviewed(out, lambda desk: desk.set_aside(passage, role="coordinator"))
    (consultation / "inputs" / "brev.txt").write_text("Eit heilt anna brev om noko heilt anna.\n", encoding="utf-8")
    run(consultation, out)
    assert any("decision 1 (set_aside) lost" in reason for reason in reasons(out, consultation))
    reviewed(out, lambda desk: desk.undo(1, role="coordinator"))
    assert not any("decision" in reason for reason in reasons(out, consultation))


@after_a_run
def test_conclusions_have_to_be_approved_where_the_settings_ask_for_it(out: Path, consultation: Path) -> None:
    """Only then; an approved theme's conclusions are approved with it."""
    answer_all(out)
    (consultation / "consult.toml").write_text(WHO, encoding="utf-8")
    assert not any("not approved" in reason for reason in reasons(out, consultation))
    (consultation / "consult.toml").write_text(f"{WHO}approval = true\n", encoding="utf-8")
    before = [reason for reason in reasons(out, consultation) if "not approved" in reason]
    assert len(before) == len(analysis_of(out).conclusions)
    reviewed(out, lambda desk: desk.approve(largest(desk.analysis), role="coordinator"))
    assert len([reason for reason in reasons(out, consultation) if "not approved" in reason]) < len(before)


@after_a_run
def test_findings_that_nobody_has_decided_on_are_reasons(out: Path, consultation: Path) -> None:
    """What may be personal data needs a person's eye."""
    with open_ledger(out / "ledger.db") as ledger:
        found = ledger.analysis()
        source = next(one for one in found.sources if one.text)
        open_one = Finding(source_id=source.source_id, start=0, end=4, kind="health", certainty=0.4, status="open")
        analysis = replace(found, findings=(open_one,))
        listed = list(not_final(ledger, analysis, load_settings(consultation), out))
    assert any(f"{open_one.finding_id}: may be personal data (health)" in reason for reason in listed)


@after_a_run
def test_a_law_that_does_not_hold_is_a_reason(out: Path, consultation: Path) -> None:
    """A table that somebody edited by hand, or a source that was changed after it was read."""
    (consultation / "consult.toml").write_text(WHO, encoding="utf-8")
    answer_all(out)
    table = out / "tables" / "themes.csv"
    table.write_text(table.read_text(encoding="utf-8") + "t-x,,,,,,,\n", encoding="utf-8")
    assert any(reason.startswith("law 10 durability: tables/themes.csv") for reason in reasons(out, consultation))


@after_a_run
def test_a_damaged_edition_before_is_no_reason(out: Path, consultation: Path) -> None:
    """It is written anew."""
    (consultation / "consult.toml").write_text(WHO, encoding="utf-8")
    publish(out)
    answer_all(out)
    (out / "public" / "index.html").unlink()
    assert reasons(out, consultation) == []
