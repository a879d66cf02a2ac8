"""Who decided what, when and why: in traces and in PROV, whole, in order, and without a word that nobody said."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from consult.answer.history import NOTHING, History, names_of
from consult.answer.steps import Step, Trace
from consult.answer.trace import trace
from consult.answer.trace_text import render_text
from consult.errors import TraceError
from consult.history import history_of
from consult.ledger import open_ledger
from consult.publish.exchange.acts import activity, answering, makers, response_of
from consult.publish.exchange.consultation import read_run_info
from consult.publish.exchange.provenance import provenance
from consult.records import Analysis, Response
from consult.review import Review
from consult.run import Finished
from tests.test_cli import consult
from tests.test_review import analysis_of, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


def respond(desk: Review, theme_id: str, status: str, reason: str) -> None:
    """Answer a theme wherever it stands."""
    wanted = Response(theme_id=theme_id, target="", status=status, reason=reason, responsible="DFØ")
    desk.respond(wanted, role="department")


@pytest.fixture
def decided(finished: Finished) -> Path:
    """A result on which a coordinator has done one of each, taken one back, and answered one theme twice."""
    big, *others = sorted(analysis_of(finished.out).themes, key=lambda theme: (-len(theme.passage_ids), theme.theme_id))

    def acts(desk: Review) -> None:
        desk.rename(big.theme_id, "Nytt namn", role="coordinator", reason="Lettare å lese")
        desk.merge(big.theme_id, others[0].theme_id, role="coordinator", reason="Same sak")
        desk.rename(others[1].theme_id, "Mellombels", role="coordinator")
        desk.undo(3, role="leader", reason="Feil tema")
        desk.place(big.theme_id, "unplaced", role="coordinator")
        desk.set_aside(others[2].passage_ids[0], "procedural", role="coordinator")
        respond(desk, big.theme_id, "knowledge", "Først så")
        respond(desk, big.theme_id, "partly", "Så slik")

    reviewed(finished.out, acts)
    reviewed(finished.out, lambda desk: desk.approve(big.theme_id, role="leader"))
    return finished.out


def known(out: Path) -> tuple[Analysis, History]:
    """What a result holds."""
    with open_ledger(out / "ledger.db") as ledger:
        return ledger.analysis(), history_of(ledger)


def facts(step: Step) -> dict[str, str]:
    """A step's facts."""
    return dict(step.facts)


def of(found: Trace, what: str) -> list[Step]:
    """Steps of one kind, at any depth."""

    def walk(steps: tuple[Step, ...]) -> list[Step]:
        return [inner for step in steps for inner in (step, *walk(step.steps))]

    return [step for step in walk(found.steps) if step.what == what]


# -- history --------------------------------------------------------------------------------------------


def test_a_result_that_nobody_touched_has_no_history(finished: Finished) -> None:
    """Nothing decided, nothing answered; what the machine proposed is there."""
    analysis, history = known(finished.out)
    assert (history.decisions, history.outcomes, history.replies) == ((), (), ())
    assert {theme.theme_id for theme in history.proposed} == {theme.theme_id for theme in analysis.themes}
    assert makers(history, analysis) == {}
    assert list(NOTHING.of("t-1")) == []


def test_every_decision_has_an_outcome(decided: Path) -> None:
    """Approvals and undone ones too, in the order of their numbers."""
    _, history = known(decided)
    assert [one.number for one in history.outcomes] == [one.number for one in history.decisions] == [*range(1, 8)]
    assert [one.state for one in history.outcomes].count("undone") == 1


def test_decisions_are_found_by_what_they_are_about(decided: Path) -> None:
    """A theme's own, and the undoing of one; not those of others."""
    _, history = known(decided)
    kept, other = history.decisions[1].objects
    assert [one.act for one in history.of(kept)] == ["rename", "merge", "place", "approve"]
    assert [one.act for one in history.of(other)] == ["merge"]
    assert [one.act for one in history.of(history.decisions[2].objects[0])] == ["rename", "undo"]
    assert names_of(history.decisions[3]) == set()
    assert [(reply.response.reason, counts) for reply, counts in history.answers(kept)] == [
        ("Først så", False),
        ("Så slik", True),
    ]


# -- trace ----------------------------------------------------------------------------------------------


def test_a_theme_tells_who_decided_and_answered(decided: Path) -> None:
    """Act, role, time, reason and what became of it; both answers, the first as one that no longer counts."""
    analysis, history = known(decided)
    kept = history.decisions[1].objects[0]
    found = trace(analysis, kept, history)
    first, *_ = of(found, "decision")
    assert (first.id, first.text) == ("1", "Lettare å lese")
    assert facts(first)["role"] == "coordinator"
    assert facts(first)["gives"] == "Nytt namn"
    assert facts(first)["time"].endswith("Z")
    assert [(step.text, facts(step)["status"], facts(step)["role"]) for step in of(found, "response")[:2]] == [
        ("Først så", "knowledge", "department"),
        ("Så slik", "partly", "department"),
    ]
    assert "a later one took its place" in facts(of(found, "response")[0])["state"]


def test_a_conclusion_and_a_passage_lead_to_the_answer(decided: Path) -> None:
    """From either end: the response to the theme, with its reason."""
    analysis, history = known(decided)
    kept = history.decisions[1].objects[0]
    conclusion = next(one for one in analysis.conclusions if one.theme_id == kept)
    passage = next(theme for theme in analysis.themes if theme.theme_id == kept).passage_ids[0]
    for named in (conclusion.conclusion_id, passage):
        assert "Så slik" in [step.text for step in of(trace(analysis, named, history), "response")]


def test_what_lacks_an_answer_says_so(decided: Path) -> None:
    """A theme that nobody has answered."""
    analysis, history = known(decided)
    answered = {reply.response.theme_id for reply in history.replies}
    other = next(theme for theme in analysis.themes if theme.theme_id not in answered)
    assert of(trace(analysis, other.theme_id, history), "response lacking")


def test_what_people_made_an_end_of_leads_to_the_decision(decided: Path) -> None:
    """A theme that was merged away and a passage that was set aside can still be asked for."""
    analysis, history = known(decided)
    merged, aside = history.decisions[1].objects[1], history.decisions[5].objects[0]
    assert [step.id for step in trace(analysis, merged, history).steps] == ["2"]
    assert [facts(step)["gives"] for step in trace(analysis, aside, history).steps] == ["procedural"]
    with pytest.raises(TraceError):
        trace(analysis, merged)


def test_an_undone_decision_says_by_which(decided: Path) -> None:
    """State and remark."""
    analysis, history = known(decided)
    named = history.decisions[2].objects[0]
    undone, undoing = of(trace(analysis, named, history), "decision")
    assert (facts(undone)["state"], facts(undone)["remark"]) == ("undone", "undone by decision 4")
    assert (facts(undoing)["role"], undoing.text) == ("leader", "Feil tema")


def test_the_command_tells_it_as_text_and_json(decided: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`consult trace` reads the acts from the ledger."""
    analysis, history = known(decided)
    kept = history.decisions[1].objects[0]
    assert consult("trace", kept, "--in", decided) == 0
    said = capsys.readouterr().out
    assert "DECISION 1 Lettare å lese" in said
    assert "role: coordinator" in said
    assert consult("trace", kept, "--in", decided, "--json") == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(asdict(trace(analysis, kept, history))))
    assert render_text(trace(analysis, kept, history)).strip() == said.strip()


# -- PROV -----------------------------------------------------------------------------------------------


def document(out: Path) -> dict[str, Any]:
    """The provenance of a result, parsed."""
    analysis, history = known(out)
    found: dict[str, Any] = json.loads(provenance(analysis, read_run_info(out), history))
    return found


def ends(found: dict[str, Any], relation: str) -> list[dict[str, Any]]:
    """The relations of one kind."""
    return [
        {key.removeprefix("prov:"): value for key, value in one.items()} for one in found.get(relation, {}).values()
    ]


def test_an_independent_library_reads_the_acts(decided: Path) -> None:
    """`prov` reads the document, writes it, and reads the same again; nothing is left out."""
    model = pytest.importorskip("prov.model", reason="needs prov")
    analysis, history = known(decided)
    content = provenance(analysis, read_run_info(decided), history).decode()
    read = model.ProvDocument.deserialize(content=content)
    assert model.ProvDocument.deserialize(content=read.serialize()) == read
    found = json.loads(content)
    assert len(read.get_records()) == sum(len(part) for kind, part in found.items() if kind != "prefix")
    assert len(list(read.get_records(model.ProvInvalidation))) == len(found["wasInvalidatedBy"])


def test_every_end_is_there_and_nothing_is_made_or_ended_twice(decided: Path) -> None:
    """PROV-CONSTRAINTS 24 and 25: one generation and one invalidation for each entity."""
    found = document(decided)
    names = {kind: set(found[kind]) for kind in ("entity", "activity", "agent")}
    kinds = {"generatedEntity": "entity", "usedEntity": "entity", "informed": "activity", "informant": "activity"}
    for relation in set(found) - {"prefix", *names}:
        for one in ends(found, relation):
            for end, named in one.items():
                if end not in ("type", "time"):
                    assert named in names[kinds.get(end, end)], (relation, end, named)
    for relation in ("wasGeneratedBy", "wasInvalidatedBy"):
        counted = Counter(one["entity"] for one in ends(found, relation))
        assert [name for name, count in counted.items() if count > 1] == []


def test_each_decision_is_an_activity_of_its_role(decided: Path) -> None:
    """Act, time, reason, state, and the office; no agent is made up."""
    found = document(decided)
    _, history = known(decided)
    roles = {identity: one["c:role"] for identity, one in found["agent"].items() if "c:role" in one}
    who = {one["activity"]: roles[one["agent"]] for one in ends(found, "wasAssociatedWith") if one["agent"] in roles}
    for decision in history.decisions:
        told = found["activity"][activity(decision)]
        assert who[activity(decision)] == decision.role
        assert (told["c:act"], told["prov:startTime"]) == (decision.act, decision.time)
        assert told.get("c:reason", "") == decision.reason
    assert set(roles.values()) == {"coordinator", "leader", "department", "DFØ"}


def test_what_people_made_is_no_longer_the_machines(decided: Path) -> None:
    """The theme as it stands was made by the last decision on it; what was proposed instead has come to an end."""
    found = document(decided)
    analysis, history = known(decided)
    kept, merged = history.decisions[1].objects
    made = {one["entity"]: one["activity"] for one in ends(found, "wasGeneratedBy")}
    ended = {one["entity"]: one["activity"] for one in ends(found, "wasInvalidatedBy")}
    assert made[f"c:{kept}"] == ended[f"c:{merged}"] == ended[f"c:{kept}.proposed"] == "c:decide-2"
    assert made[f"c:{kept}.proposed"] == "c:group"
    assert ended[f"c:{history.decisions[5].objects[0]}"] == "c:decide-6"
    assert ended["c:decision-3"] == "c:decide-4"
    untouched = next(t.theme_id for t in analysis.themes if t.theme_id not in makers(history, analysis))
    assert made[f"c:{untouched}"] == "c:group"


def test_the_answer_that_counts_takes_the_place_of_the_first(decided: Path) -> None:
    """Generated by the last act of answering; the earlier one is invalidated by it."""
    found = document(decided)
    _, history = known(decided)
    first, last = history.replies[0], history.replies[-1]
    made = {one["entity"]: one["activity"] for one in ends(found, "wasGeneratedBy")}
    ended = {one["entity"]: one["activity"] for one in ends(found, "wasInvalidatedBy")}
    assert made[response_of(last.response.theme_id, last.response.target)] == answering(last)
    assert ended[f"c:reply-{first.number}"] == answering(last)


def test_conclusions_still_lead_to_their_sources_and_no_others(decided: Path) -> None:
    """Along wasDerivedFrom, from each conclusion: the sources of its theme's passages and of its quotes."""
    found = document(decided)
    analysis, _ = known(decided)
    older = defaultdict(set)
    for one in ends(found, "wasDerivedFrom"):
        older[one["generatedEntity"]].add(one["usedEntity"])

    def origins(name: str) -> set[str]:
        return {name} if name.startswith("c:s-") else set().union(*map(origins, older[name]))

    source_of = {passage.passage_id: passage.source_id for passage in analysis.passages}
    members = {theme.theme_id: {source_of[one] for one in theme.passage_ids} for theme in analysis.themes}
    for one in analysis.conclusions:
        cited = {citation.source_id for citation in one.citations} | members[one.theme_id]
        assert origins(f"c:{one.conclusion_id}") == {f"c:{source_id}" for source_id in cited}


def test_the_export_tells_the_acts(decided: Path) -> None:
    """`consult export prov` reads them from the ledger."""
    assert consult("export", "prov", "--in", decided) == 0
    written = json.loads((decided / "internal/exchange/provenance.json").read_text(encoding="utf-8"))
    assert written == document(decided)
