"""PROV: an independent library reads the document, and every conclusion leads back to the file it came from."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any

import pytest

from consult.publish.exchange.provenance import MACHINE, provenance
from consult.records import Source, content_id
from tests.contract import cases
from tests.contract.conftest import Material

SECONDS = 10.0
RELATIONS = {
    "wasDerivedFrom": ("generatedEntity", "usedEntity", "activity"), "wasGeneratedBy": ("entity", "activity"),
    "used": ("activity", "entity"), "wasAssociatedWith": ("activity", "agent"),
    "wasAttributedTo": ("entity", "agent"), "wasInformedBy": ("informed", "informant"),
}  # fmt: skip
KINDS = {
    "generatedEntity": "entity", "usedEntity": "entity", "informed": "activity", "informant": "activity",
}  # fmt: skip


def document(material: Material) -> dict[str, Any]:
    """The parsed document."""
    found: dict[str, Any] = cases.as_json(provenance(material.analysis, material.run_info))
    return found


def dangling(found: dict[str, Any]) -> list[str]:
    """Ends of relations that nothing in the document bears."""
    return [
        f"{relation}: {ends[f'prov:{end}']}"
        for relation, names in RELATIONS.items()
        for ends in found.get(relation, {}).values()
        for end in names
        if ends[f"prov:{end}"] not in found.get(KINDS.get(end, end), {})
    ]


def test_an_independent_library_reads_all_of_it(material: Material) -> None:
    """`prov` reads the document, writes it, and reads the same again; nothing is left out."""
    model = pytest.importorskip("prov.model", reason="needs prov")
    content = provenance(material.analysis, material.run_info).decode()
    read = model.ProvDocument.deserialize(content=content)

    assert model.ProvDocument.deserialize(content=read.serialize()) == read
    found = document(material)
    assert len(read.get_records()) == sum(len(part) for kind, part in found.items() if kind != "prefix")
    assert set(found) <= {"prefix", "entity", "activity", "agent", *RELATIONS}


def test_every_relation_joins_what_is_there(material: Material) -> None:
    """No end of a relation is unknown."""
    assert dangling(document(material)) == []


def test_an_end_that_is_missing_would_be_found() -> None:
    """Sabotage twin: an entity taken out is missed."""
    found = document(Material(cases.made(), cases.run_info()))
    gone = next(name for name in found["entity"] if name.startswith("c:p-"))
    del found["entity"][gone]

    assert f"wasGeneratedBy: {gone}" in dangling(found)


def test_every_conclusion_leads_back_to_its_sources(material: Material) -> None:
    """Along wasDerivedFrom: exactly the sources whose passages it cites or its theme holds."""
    older = defaultdict(set)
    for ends in document(material)["wasDerivedFrom"].values():
        older[ends["prov:generatedEntity"]].add(ends["prov:usedEntity"])

    def origins(name: str) -> set[str]:
        return {name} if name.startswith("c:s-") else set().union(*map(origins, older[name]))

    passages = {passage.passage_id: passage.source_id for passage in material.analysis.passages}
    members = {theme.theme_id: {passages[one] for one in theme.passage_ids} for theme in material.analysis.themes}
    for one in material.analysis.conclusions:
        cited = {citation.source_id for citation in one.citations} | members[one.theme_id]
        assert origins(f"c:{one.conclusion_id}") == {f"c:{source_id}" for source_id in cited}


def test_sources_come_from_the_files_that_hold_them() -> None:
    """A member of an archive comes from the archive, a row from its file."""
    sources = tuple(
        Source(path=path, locator=where, sha256="0" * 64, format="txt", text="x")
        for path, where in (
            ("brev.zip/a/b.txt", ""),
            ("brev.zip/c.eml/d.txt", ""),
            ("skjema.xlsx", "row=2"),
            ("x.txt", ""),
        )
    )
    nothing = cases.Analysis(
        sources=sources, passages=(), set_aside=(), duplicates={}, themes=(), placements=(), conclusions=(),
        not_reflected=(),
    )  # fmt: skip
    inputs = {"brev.zip": "3" * 64, "skjema.xlsx": "4" * 64}
    found = document(Material(nothing, cases.run_info(inputs=inputs)))
    files = {path: f"c:{content_id('f', path, sha256)}" for path, sha256 in inputs.items()}

    assert {ends["prov:generatedEntity"]: ends["prov:usedEntity"] for ends in found["wasDerivedFrom"].values()} == {
        f"c:{sources[0].source_id}": files["brev.zip"],
        f"c:{sources[1].source_id}": files["brev.zip"],
        f"c:{sources[2].source_id}": files["skjema.xlsx"],
    }


def test_who_did_what_is_told() -> None:
    """Software and model as agents of the steps; people by role where they decided or answered."""
    made = cases.made()
    decided = tuple(
        cases.replace(one, decided_by="koordinator") if not place else one for place, one in enumerate(made.placements)
    )
    found = document(Material(cases.replace(made, placements=decided), cases.run_info()))
    people = {agent["c:role"] for agent in found["agent"].values() if "c:role" in agent}
    credited = {ends["prov:agent"] for ends in found["wasAttributedTo"].values()}

    assert people == {"koordinator", "DFØ"}
    assert credited == {"c:consult", *(name for name, agent in found["agent"].items() if "c:role" in agent)}
    assert {ends["prov:agent"] for ends in found["wasAssociatedWith"].values()} == {"c:consult", "c:model"}
    assert MACHINE not in people


def test_a_response_is_nobody_but_peoples() -> None:
    """It comes from the theme's conclusions, by an activity that no software took part in."""
    made = cases.made()
    found = document(Material(made, cases.run_info()))
    (response,) = [name for name in found["entity"] if name.startswith("c:w-")]
    older = {e["prov:usedEntity"] for e in found["wasDerivedFrom"].values() if e["prov:generatedEntity"] == response}
    answered = made.responses[0].theme_id

    assert older == {f"c:{one.conclusion_id}" for one in made.conclusions if one.theme_id == answered}
    assert "c:respond" not in {ends["prov:activity"] for ends in found["wasAssociatedWith"].values()}


def test_the_same_input_gives_the_same_bytes(material: Material) -> None:
    """Whatever the order of the records."""
    content = provenance(material.analysis, material.run_info)

    assert provenance(cases.shuffled(material.analysis), material.run_info) == content


def test_ten_thousand_passages_take_seconds() -> None:
    """Building and writing, by the processor's clock: 1 to 2 on two cores; what grows with the square takes minutes."""
    analysis, run_info = cases.large(10_000), cases.run_info()
    begun = time.process_time()
    content = provenance(analysis, run_info)

    assert time.process_time() - begun <= SECONDS
    assert content.count(b'"c:Passage"') == 10_000
