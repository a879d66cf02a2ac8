"""What the last run read and divided, for files that are as they were: work is done once per content.

In: the ledger's last run, and what this run has. Out: its sources and splits, if settings, code and
versions are those of the last run, since these decide what a file gives; else nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from consult.ledger import Ledger
from consult.records import Finding, Passage, SetAside, Source, Split
from consult.runs import Run

MANY = 500  # passages

OfSource = TypeVar("OfSource", Passage, SetAside, Finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """sources: (path, SHA-256) of an input file → what it gave; splits: source id → its division.

    findings: source id → the personal data found in it, for each of those sources.

    passage_ids: all of the last run's; from_scratch: how many there were when themes were last made from nothing.
    """

    sources: dict[tuple[str, str], tuple[Source, ...]] = field(default_factory=dict)
    splits: dict[str, Split] = field(default_factory=dict)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    passage_ids: frozenset[str] = frozenset()
    from_scratch: int = 0


def kept_from(
    ledger: Ledger, last: Run | None, settings: Any, versions: Mapping[str, str], inputs: Mapping[str, str]
) -> Kept:
    """Sources and splits of input files that have not changed since the last run.

    A file that took too long is tried again: another day the machine may be less busy.
    """
    if last is None or not is_as_before(last, settings, versions):
        return Kept()
    same = {path for path, sha256 in inputs.items() if last.inputs.get(path) == sha256}
    analysis = ledger.proposed()  # what people have set aside since, they set aside again
    sources = _by_file(analysis.sources, same, inputs)
    passages, set_aside, findings = (
        _by_source(analysis.passages), _by_source(analysis.set_aside), _by_source(analysis.findings)
    )  # fmt: skip
    stay = [source.source_id for of_file in sources.values() for source in of_file]
    return Kept(
        sources=sources,
        splits={
            one: Split(
                passages=tuple(sorted(passages[one], key=lambda passage: passage.start)),
                set_aside=tuple(set_aside[one]),
            )
            for one in stay
        },
        findings={one: tuple(findings[one]) for one in stay},
        passage_ids=frozenset(passage.passage_id for passage in analysis.passages),
        from_scratch=last.counts.get("group", {}).get("from_scratch", 0),
    )


def _by_file(
    sources: Iterable[Source], same: set[str], inputs: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Source, ...]]:
    """(path, SHA-256) of each input file in `same` → its sources, but for files of which any took too long."""
    found: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in sources:
        if path := _input_of(source.path, same):
            found[path, inputs[path]].append(source)
    return {key: tuple(of_file) for key, of_file in found.items() if all(s.reason != "timeout" for s in of_file)}


def _by_source(records: Iterable[OfSource]) -> dict[str, list[OfSource]]:
    """Source id → what belongs to it; nothing for any other."""
    found: dict[str, list[OfSource]] = defaultdict(list)
    for one in records:
        found[one.source_id].append(one)
    return found


def is_as_before(last: Run | None, settings: Any, versions: Mapping[str, str]) -> bool:
    """Whether there was a run with these settings and versions."""
    return last is not None and last.settings == settings and last.versions == versions


def few_are_new(last: Run | None, settings: Any, versions: Mapping[str, str]) -> bool:
    """Whether most of what there is was read before, at a guess, and is so much that it takes its time."""
    there = last.counts.get("group", {}).get("in", 0) if last is not None else 0
    return there >= MANY and is_as_before(last, settings, versions)


def _input_of(path: str, inputs: set[str]) -> str:
    """The input file that a source's path is in: itself, or the archive or mail that leads it; else empty."""
    while path not in inputs:
        path, _, _ = path.rpartition("/")
        if not path:
            return ""
    return path
