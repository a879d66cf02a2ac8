"""People's decisions on personal data and on publishing: how a source is published, what is taken out, what may stay.

In: findings of the machine, sources, and decisions. Out: what stands: each finding with its status, each source with
its publication, and what became of each of these decisions. Findings are identified by where they stand, never by
words: no decision repeats what it is about. A source that was renamed is followed by its content; a decision whose
source or finding has gone is orphaned, and never dropped.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from consult.answer.decide import Intent
from consult.answer.replay import undone_by
from consult.errors import DecisionError
from consult.read.who_answers import wish_of
from consult.records import (
    PERSONAL_KINDS,
    PUBLICATIONS,
    Act,
    Decision,
    Finding,
    Outcome,
    Publication,
    Source,
)

PRIVACY_ACTS: frozenset[str] = frozenset({"publish_as", "redact", "reveal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is taken out and how each source is published, as people have decided it. publications: by source id."""

    findings: tuple[Finding, ...]
    publications: dict[str, Publication]
    outcomes: tuple[Outcome, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """What a person still has to decide on, in sources that are published in their own words at all."""
        shown = {one for one, publication in self.publications.items() if publication in ("full", "name_withheld")}
        return tuple(one for one in self.findings if one.status == "open" and one.source_id in shown)

    @property
    def withheld(self) -> tuple[str, ...]:
        """Ids of the sources of which only the number is published."""
        return tuple(sorted(one for one, publication in self.publications.items() if publication == "withheld"))


def usual_publication(source: Source) -> Publication:
    """How a source is published where nobody has decided: organisations with their name, persons without.

    Who has answered a form that they may not be quoted, or want to be anonymous, is published so.
    """
    asked = (block for block in source.blocks if block.label and block.kind in ("meta", "respondent"))
    wishes = {wish_of(block.label, source.text[block.start : block.end][len(block.label) + 2 :]) for block in asked}
    if "not_quoted" in wishes:
        return "summary_only"
    return "full" if source.voice == "organisation" and "not_named" not in wishes else "name_withheld"


def standing(findings: Iterable[Finding], sources: Sequence[Source], decisions: Sequence[Decision]) -> Standing:
    """Apply decisions in their order to what the machine found; without decisions nothing changes."""
    desk = _Desk(findings, sources)
    undone = undone_by(decisions)
    outcomes = [
        desk.apply(decision)
        for decision in sorted(decisions, key=lambda one: one.number)
        if decision.act in PRIVACY_ACTS and decision.number not in undone
    ]
    found = sorted(_senders_named(desk), key=lambda f: (f.source_id, f.where, f.start, f.end))
    return Standing(findings=tuple(found), publications=desk.publications, outcomes=tuple(outcomes))


def _senders_named(desk: _Desk) -> Iterator[Finding]:
    """Findings, those of a contributor's own name revealed where the source is published in full."""
    full = {one for one, publication in desk.publications.items() if publication == "full"}
    every = desk.findings.values()
    senders = {(one.source_id, one.person) for one in every if one.where == "contributor" and one.source_id in full}
    for one in every:
        named = one.kind == "name" and (one.source_id, one.person) in senders
        yield replace(one, status="revealed") if named else one


class _Desk:
    """Findings and publications while decisions are applied."""

    def __init__(self, findings: Iterable[Finding], sources: Sequence[Source]) -> None:
        self.sources = {source.source_id: source for source in sources}
        self.by_content = {(source.sha256, source.occurrence): source.source_id for source in sources}
        self.findings = {one.finding_id: one for one in findings}
        self.publications = {source.source_id: usual_publication(source) for source in sources}

    def apply(self, decision: Decision) -> Outcome:
        """What becomes of one decision."""
        named = decision.objects[-1]
        source_id = named if named in self.sources else self.by_content.get(tuple(decision.before["content"]), "")
        if not source_id:
            return Outcome(number=decision.number, state="orphaned", code="source-gone", ids=(named,))
        if decision.act == "publish_as":
            self.publications[source_id] = decision.after["publication"]
        elif not self._mark(source_id, decision):
            return Outcome(number=decision.number, state="orphaned", code="finding-gone", ids=(decision.objects[0],))
        followed = () if named == source_id else (source_id,)
        return Outcome(
            number=decision.number, state="applied", code="source-followed" if followed else "", ids=followed
        )

    def _mark(self, source_id: str, decision: Decision) -> bool:
        """Take a span out, or let a finding stay; False where it lies outside, or is no finding any more."""
        after = decision.after
        wanted = Finding(
            source_id=source_id, start=after["start"], end=after["end"], kind=after["kind"], certainty=1.0,
            where=after["where"], found_by=decision.role,
        )  # fmt: skip
        stands = self.findings.get(wanted.finding_id)
        if decision.act == "reveal":
            if stands is None:
                return False
            self.findings[wanted.finding_id] = replace(stands, status="revealed")
            return True
        if after["end"] > len(field_of(self.sources[source_id], after["where"])):
            return False
        changed = replace(stands, status="redacted", kind=after["kind"]) if stands else wanted
        self.findings[wanted.finding_id] = changed
        return True


def field_of(source: Source, where: str) -> str:
    """The text of a source that a finding is a span of: its text, path or contributor."""
    return str(getattr(source, where))


# -- what a person wants → what a decision records of it -------------------------------------------------------------


def publish_as(sources: Sequence[Source], stands: Standing, source_id: str, publication: str) -> Intent:
    """Say how a source is published."""
    source = _source(sources, source_id)
    if publication not in PUBLICATIONS:
        raise DecisionError(f"{publication!r}: no way to publish; one of {', '.join(PUBLICATIONS)}")
    if stands.publications[source_id] == publication:
        raise DecisionError(f"{source_id}: is published as {publication} already")
    before = {"content": _content(source), "publication": stands.publications[source_id]}
    return Intent(act="publish_as", objects=(source_id,), before=before, after={"publication": publication})


def redact(sources: Sequence[Source], source_id: str, start: int, end: int, kind: str = "other") -> Intent:
    """Take a span of a source's text out of all that is published."""
    source = _source(sources, source_id)
    if kind not in PERSONAL_KINDS:
        raise DecisionError(f"{kind!r}: no kind of personal data; one of {', '.join(PERSONAL_KINDS)}")
    if not 0 <= start < end <= len(source.text):
        raise DecisionError(f"{source_id}: has {len(source.text)} characters; [{start}, {end}) is no span of them")
    return _on(
        source,
        Finding(source_id=source_id, start=start, end=end, kind=kind, certainty=1.0),
        "redact",
    )


def confirm(sources: Sequence[Source], stands: Standing, finding_id: str) -> Intent:
    """Take out what the machine has found, and was not certain of, or what somebody had revealed."""
    found = finding_of(stands, finding_id)
    if found.status == "redacted":
        raise DecisionError(f"{finding_id}: is taken out already")
    return _on(_source(sources, found.source_id), found, "redact")


def reveal(sources: Sequence[Source], stands: Standing, finding_id: str) -> Intent:
    """Let a finding stay in what is published."""
    found = finding_of(stands, finding_id)
    if found.status == "revealed":
        raise DecisionError(f"{finding_id}: stays already")
    return _on(_source(sources, found.source_id), found, "reveal")


def _on(source: Source, found: Finding, act: str) -> Intent:
    where = {"where": found.where, "start": found.start, "end": found.end, "kind": found.kind}
    before = {"content": _content(source), "status": found.status if act == "reveal" else ""}
    return Intent(act=cast("Act", act), objects=(found.finding_id, source.source_id), before=before, after=where)


def _content(source: Source) -> list[Any]:
    return [source.sha256, source.occurrence]


def _source(sources: Sequence[Source], source_id: str) -> Source:
    found = next((source for source in sources if source.source_id == source_id), None)
    if found is None:
        near = difflib.get_close_matches(source_id, [source.source_id for source in sources], n=3, cutoff=0.6)
        hint = f"the nearest are {', '.join(near)}" if near else "ids stand in tables/sources.csv"
        raise DecisionError(f"{source_id!r}: no source bears it; {hint}")
    return found


def finding_of(stands: Standing, finding_id: str) -> Finding:
    """The finding of an id. Raises DecisionError where there is none."""
    found = next((one for one in stands.findings if one.finding_id == finding_id), None)
    if found is None:
        raise DecisionError(f"{finding_id!r}: no finding bears it; `consult privacy list` names them")
    return found
