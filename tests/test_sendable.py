"""What may be sent to a writer, and what becomes of drafted text when that changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from consult.answer.sendable import sendable, stretch_of
from consult.drafting import draft_folder
from consult.ledger import open_ledger
from consult.records import Passage, Publication
from consult.review import reviewing
from consult.run import run
from tests.lying_server import points_in, quoting
from tests.test_drafting import broken, drafting, how
from tests.test_run import consultation, out

__all__ = ["consultation", "out"]  # fixtures
LETTER = "brev.txt"
PLAIN = "kurset på folkebiblioteket må halde fram i haust"


def source_id_of(out: Path, path: str) -> str:
    """The id of the source that a file is."""
    with open_ledger(out / "ledger.db") as ledger:
        return next(one.source_id for one in ledger.analysis().sources if one.path == path)


def publish_as(out: Path, path: str, publication: Publication) -> None:
    """Decide how a source is published."""
    with reviewing(out) as desk:
        desk.publish_as(source_id_of(out, path), publication, role="coordinator", reason="bede om det")
        desk.finish()


@pytest.mark.parametrize("publication", ["withheld", "summary_only"])
def test_nothing_is_sent_of_a_source_that_may_not_be_quoted(
    consultation: Path, out: Path, publication: Publication
) -> None:
    """Its words stand in no request; what draws on it stays as it was, is counted, and the others are drafted."""
    with drafting(consultation, out, quoting) as (liar, _):
        publish_as(out, LETTER, publication)
        made = draft_folder(out)
    sent = json.dumps(liar.asked, ensure_ascii=False)

    assert "Gratis kurs" in sent
    assert "tre gonger" not in sent
    assert "for kort" not in sent
    assert made.counts["closed"] > 0
    assert "drafted" in how(out).values()
    assert broken(out) == []


@pytest.mark.parametrize("publication", ["withheld", "summary_only"])
def test_what_was_drafted_from_a_source_gives_way_when_it_is_withheld(
    consultation: Path, out: Path, publication: Publication
) -> None:
    """At once, without a new drafting: the drafted sentence would tell what nobody may read any more."""
    with drafting(consultation, out, quoting):
        draft_folder(out)
        with open_ledger(out / "ledger.db") as ledger:
            letter = source_id_of(out, LETTER)
            told = {
                c.conclusion_id for c in ledger.analysis().conclusions if letter in {q.source_id for q in c.citations}
            }
        assert {how(out)[one] for one in told} == {"drafted"}
        publish_as(out, LETTER, publication)

    assert {how(out).get(one) for one in told} <= {"extracted", None}
    assert "drafted" in how(out).values()
    assert broken(out) == []


def test_what_was_drafted_gives_way_when_its_words_are_redacted(consultation: Path, out: Path) -> None:
    """A wording is of passages as they were sent: with a word less it fits no more, and comes back with it."""
    with drafting(consultation, out, quoting):
        draft_folder(out)
        before = how(out)
        with open_ledger(out / "ledger.db") as ledger:
            source = next(one for one in ledger.analysis().sources if one.path == LETTER)
        at = source.text.index("biblioteket")
        with reviewing(out) as desk:
            made = desk.redact(
                source.source_id, at, at + len("biblioteket"), "other", role="coordinator", reason="lova"
            )
            desk.finish()
        changed = {one for one, way in how(out).items() if way != before[one]}
        assert changed
        assert {how(out)[one] for one in changed} == {"extracted"}
        with reviewing(out) as desk:
            desk.undo(made.number, role="coordinator")
            desk.finish()

    assert how(out) == before


def retelling(body: dict[str, Any], before: int = 0) -> dict[str, Any]:
    """A paraphrase of the passage with a name in it, and quotes of all others."""
    answer = quoting(body, before)
    for point, row in zip(points_in(body), answer["sentences"], strict=True):
        if "folkebiblioteket" in point["passages"][0]["text"]:
            row["text"] = f"Det heiter at {PLAIN}."
    return answer


def test_the_law_judges_by_what_was_sent(consultation: Path, out: Path) -> None:
    """A paraphrase of a passage with a name was compared with the passage without it, and is so again."""
    note = "# Notat\n\n- Kurset som Kari Nordmann held på folkebiblioteket, må halde fram i haust\n"
    (consultation / "inputs" / "bord9.md").write_text(note, encoding="utf-8")
    with drafting(consultation, out, retelling) as (liar, _):
        made = draft_folder(out)

    assert "folkebiblioteket" in json.dumps(liar.asked)
    assert "Nordmann" not in json.dumps(liar.asked)
    assert f"Det heiter at {PLAIN}." in {one.text for one in made.wordings}, made.refusals
    assert broken(out) == []


def test_a_passage_of_which_nothing_is_left_is_not_sent(consultation: Path, out: Path) -> None:
    """An address alone among the bullets: a model that is asked what it says makes something up."""
    note = "# Notat\n\n- Bakkevegen 4, 6800 Førde\n- Ola Nordmann må svare folk om kurset på folkebiblioteket\n"
    (consultation / "inputs" / "bord9.md").write_text(note, encoding="utf-8")
    run(consultation, out)
    with open_ledger(out / "ledger.db") as ledger:
        analysis = ledger.analysis()
        safe = sendable(analysis.passages, analysis.sources, analysis.findings, ())
    alone = [one for one in analysis.passages if one.text.startswith("Bakkevegen")]
    assert alone
    assert all(one.passage_id not in safe for one in alone)
    assert any("må svare folk" in one.text for one in safe.values())


def test_a_stretch_is_of_ids_and_words(consultation: Path, out: Path) -> None:
    """Order does not matter; another word does; a passage that may not be sent makes it empty."""
    run(consultation, out)
    with open_ledger(out / "ledger.db") as ledger:
        analysis = ledger.analysis()
        safe = sendable(analysis.passages, analysis.sources, analysis.findings, ())
    one, other, *_ = sorted(safe)
    changed: dict[str, Passage] = {**safe, one: safe[other]}

    assert stretch_of([one, other], safe) == stretch_of([other, one, one], safe) != ""
    assert stretch_of([one], safe) != stretch_of([one], changed)
    assert stretch_of([one, "p-gone"], safe) == ""
    assert {*safe} == {passage.passage_id for passage in analysis.passages}
