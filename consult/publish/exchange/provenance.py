"""PROV-JSON: what came from what, by which step, done by whom, from file to conclusion and response.

Entities: file → source → passage → theme → conclusion → response, and where a theme was placed. Activities: the run
and its steps, and what people decided and answered (see `acts`). Agents: consult, the model, and whoever decided or
answered. There is no entity for a vector, and none for the placement of a single passage: the tables have those.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from consult.answer.history import NOTHING, History
from consult.publish.exchange.acts import makers, response_of, tell_answers, tell_decisions
from consult.publish.exchange.characters import encodable
from consult.publish.exchange.consultation import Consultation, consultation_of
from consult.records import Analysis, Placement, Source, content_id

Json = dict[str, Any]

STEPS = ("read", "split", "group", "place", "conclude")
"""In order: each is informed by the one before."""

FACTS = ("path", "locator", "sha256", "format", "voice", "reason")  # what is told of a source
MACHINE = "machine"  # what `decided_by` says where nobody but the program decided
SOFTWARE, RUN, RESPOND = "c:consult", "c:run", "c:respond"
QUOTATION = {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"}


class Graph:
    """A PROV-JSON document that grows: named things, and relations numbered in the order they are told."""

    def __init__(self) -> None:
        """An empty document with our prefix."""
        self.parts: dict[str, Json] = defaultdict(dict)
        self.parts["prefix"] = {"c": "urn:consult:"}

    def name(self, kind: str, identity: str, **attributes: object) -> None:
        """Add an entity, activity or agent; what is empty is left out."""
        told = {
            attribute.replace("__", ":"): value for attribute, value in attributes.items() if value not in ("", None)
        }
        self.parts[kind][identity] = told

    def relate(self, relation: str, **ends: object) -> None:
        """Add a relation between what was named; its ends are named as PROV names them."""
        known = self.parts[relation]
        known[f"_:{relation}{len(known) + 1}"] = {f"prov:{end}": value for end, value in ends.items()}

    def derive(self, new: str, old: str, step: str, *, quotes: bool = False) -> None:
        """`new` was derived from `old` in a step; `quotes`: by taking words over as they stood."""
        more = {"type": QUOTATION} if quotes else {}
        self.relate("wasDerivedFrom", generatedEntity=new, usedEntity=old, activity=step, **more)

    def person(self, role: str) -> str:
        """The agent of a role; a role is what a decision says of who made it, never more."""
        identity = f"c:{content_id('a', role)}"
        self.name("agent", identity, prov__type=_word("prov:Person"), c__role=role)
        return identity

    @staticmethod
    def word(name: str) -> Json:
        """A name as a value, such as a type."""
        return _word(name)

    def generate(self, entity: str, step: str) -> None:
        """A step made an entity."""
        self.relate("wasGeneratedBy", entity=entity, activity=step)


def provenance(analysis: Analysis, run_info: Mapping[str, Any], history: History = NOTHING) -> bytes:
    """The document in UTF-8; the same input gives the same bytes. history: what people decided and answered."""
    graph, consultation = Graph(), consultation_of(run_info)
    made_by = makers(history, analysis)
    _tell_run(graph, run_info, consultation)
    _tell_agents(graph, run_info)
    _tell_sources(graph, analysis, run_info.get("inputs", {}))
    _tell_passages(graph, analysis)
    _tell_themes(graph, analysis, made_by)
    _tell_placements(graph, analysis, consultation, made_by)
    _tell_conclusions(graph, analysis)
    tell_decisions(graph, history, analysis)
    if history.replies:
        tell_answers(graph, history, analysis)
    else:
        _tell_responses(graph, analysis)
    return encodable(json.dumps(graph.parts, ensure_ascii=False, indent=1) + "\n").encode()


# -- activities and agents --------------------------------------------------------------------------------


def _tell_run(graph: Graph, run_info: Mapping[str, Any], consultation: Consultation) -> None:
    times = {"prov__startTime": run_info.get("started"), "prov__endTime": run_info.get("finished")}
    named = {"c__runId": consultation.run_id, "c__fingerprint": run_info.get("fingerprint")}
    graph.name("activity", RUN, prov__label=consultation.title, **named, **times)
    before = RUN
    for step in STEPS:
        counts = run_info.get("counts", {}).get(step, {})
        told = {f"c__{name}": value for name, value in sorted(counts.items())}
        graph.name("activity", f"c:{step}", prov__label=step, **told)
        graph.relate("wasInformedBy", informed=f"c:{step}", informant=before)
        before = f"c:{step}"


def _tell_agents(graph: Graph, run_info: Mapping[str, Any]) -> None:
    versions = dict(run_info.get("versions", {}))
    model, _, fingerprint = str(versions.pop("model", "")).partition(" ")
    told = {f"c__{name}": value for name, value in sorted(versions.items())}
    graph.name("agent", SOFTWARE, prov__type=_word("prov:SoftwareAgent"), prov__label="consult", **told)
    for step in (RUN, *(f"c:{step}" for step in STEPS)):
        graph.relate("wasAssociatedWith", activity=step, agent=SOFTWARE)
    if model:
        kind = _word("prov:SoftwareAgent")
        graph.name("agent", "c:model", prov__type=kind, prov__label=model, c__fingerprint=fingerprint)
        for step in ("c:group", "c:place"):
            graph.relate("wasAssociatedWith", activity=step, agent="c:model")


def _word(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


# -- entities, in the order of the way --------------------------------------------------------------------


def _tell_sources(graph: Graph, analysis: Analysis, inputs: Mapping[str, str]) -> None:
    files = {path: f"c:{content_id('f', path, sha256)}" for path, sha256 in inputs.items()}
    for path, identity in sorted(files.items()):
        graph.name("entity", identity, prov__type=_word("c:File"), c__path=path, c__sha256=inputs[path])
        graph.relate("used", activity="c:read", entity=identity)
    for source in sorted(analysis.sources, key=lambda source: source.source_id):
        identity = f"c:{source.source_id}"
        told = {f"c__{name}": getattr(source, name) for name in FACTS}
        graph.name("entity", identity, prov__type=_word("c:Source"), **told)
        graph.generate(identity, "c:read")
        if file := _file_of(source, files):
            graph.derive(identity, file, "c:read")


def _file_of(source: Source, files: Mapping[str, str]) -> str:
    """The file that a source was read from: its own path, or the archive or mail that holds it."""
    parts = source.path.split("/")
    outer = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((files[path] for path in outer if path in files), "")


def _tell_passages(graph: Graph, analysis: Analysis) -> None:
    for passage in sorted(analysis.passages, key=lambda passage: (passage.source_id, passage.start)):
        identity = f"c:{passage.passage_id}"
        graph.name("entity", identity, prov__type=_word("c:Passage"), c__start=passage.start, c__end=passage.end)
        graph.generate(identity, "c:split")
        graph.derive(identity, f"c:{passage.source_id}", "c:split", quotes=True)


def _tell_themes(graph: Graph, analysis: Analysis, made_by: Mapping[str, str]) -> None:
    for theme in sorted(analysis.themes, key=lambda theme: theme.theme_id):
        identity = f"c:{theme.theme_id}"
        graph.name("entity", identity, prov__type=_word("c:Theme"), prov__label=theme.title, c__status=theme.status)
        step = made_by.get(theme.theme_id, "c:group")
        graph.generate(identity, step)
        for passage_id in theme.passage_ids:
            graph.derive(identity, f"c:{passage_id}", step)


def _tell_placements(graph: Graph, analysis: Analysis, consultation: Consultation, made_by: Mapping[str, str]) -> None:
    places = {target.target_id: f"c:{content_id('g', target.target_id)}" for target in consultation.targets}
    for target in consultation.targets:
        told = {"c__target": target.target_id, "prov__label": target.title_in(consultation.language)}
        graph.name("entity", places[target.target_id], prov__type=_word("c:Target"), c__kind=target.kind, **told)
        graph.relate("used", activity="c:place", entity=places[target.target_id])
    for placement in sorted(_of_themes(analysis), key=lambda p: (p.theme_id, p.kind, p.target)):
        identity = f"c:{content_id('l', placement.theme_id, placement.kind, placement.target)}"
        place: Json = {f"c__{name}": getattr(placement, name) for name in ("kind", "target", "probability")}
        graph.name("entity", identity, prov__type=_word("c:Placement"), **place)
        by_hand = placement.decided_by != MACHINE
        step = made_by.get(f"{placement.theme_id}|{placement.target}", "c:place") if by_hand else "c:place"
        graph.generate(identity, step)
        graph.derive(identity, f"c:{placement.theme_id}", step)
        if placement.target in places:
            graph.derive(identity, places[placement.target], step)
        _attribute(graph, identity, placement.decided_by)


def _of_themes(analysis: Analysis) -> Iterator[Placement]:
    return (placement for placement in analysis.placements if not placement.passage_id)


def _attribute(graph: Graph, identity: str, decided_by: str) -> None:
    agent = SOFTWARE if decided_by == MACHINE else graph.person(decided_by)
    graph.relate("wasAttributedTo", entity=identity, agent=agent)


def _tell_conclusions(graph: Graph, analysis: Analysis) -> None:
    for conclusion in sorted(analysis.conclusions, key=lambda conclusion: conclusion.conclusion_id):
        identity = f"c:{conclusion.conclusion_id}"
        told = {f"c__{name}": getattr(conclusion, name) for name in ("target", "language", "how", "status")}
        graph.name("entity", identity, prov__type=_word("c:Conclusion"), **told)
        graph.generate(identity, "c:conclude")
        graph.derive(identity, f"c:{conclusion.theme_id}", "c:conclude")
        cited = {(citation.passage_id, citation.shown) for citation in conclusion.citations}
        for passage_id, shown in sorted(cited):
            graph.derive(identity, f"c:{passage_id}", "c:conclude", quotes=shown)


def _tell_responses(graph: Graph, analysis: Analysis) -> None:
    """A response is people's: the run and its software have no part in it."""
    if not analysis.responses:
        return
    graph.name("activity", RESPOND, prov__label="respond")
    for response in sorted(analysis.responses, key=lambda response: (response.theme_id, response.target)):
        identity = response_of(response.theme_id, response.target)
        told = {"c__status": response.status, "c__responsible": response.responsible, "c__date": response.date}
        graph.name("entity", identity, prov__type=_word("c:Response"), c__target=response.target, **told)
        graph.generate(identity, RESPOND)
        for conclusion in sorted(c.conclusion_id for c in analysis.conclusions if c.theme_id == response.theme_id):
            graph.derive(identity, f"c:{conclusion}", RESPOND)
        if response.responsible:
            graph.relate("wasAttributedTo", entity=identity, agent=graph.person(response.responsible))
