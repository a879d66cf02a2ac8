"""The first half of the way: files → sources → passages, and the passages without anybody's name.

In: settings, what the last run left, and what was withdrawn. Out: an `Intake`. What can be done beside is begun here:
the network of names reads texts while languages are told and texts are divided, and what themes will need of passages
that were there before is made ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consult.memory import forget_reading
from consult.progress import Progress
from consult.provenance import Clock
from consult.read.withdrawn import Gone
from consult.records import Decision, Finding, Passage, Source, Split
from consult.reuse import Kept
from consult.settings import Settings

if TYPE_CHECKING:
    from consult.read.names_ahead import Ahead
    from consult.themes import Encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Sources, how they divide, their passages in order, the personal data in them, and the passages without it."""

    sources: tuple[Source, ...]
    splits: tuple[Split, ...]
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    safe: tuple[Passage, ...]


def take_in(
    settings: Settings,
    encoder: Encoder,
    kept: Kept,
    gone: Gone,
    decisions: Sequence[Decision],
    clock: Clock,
    progress: Progress,
) -> Intake:
    """Read and divide what there is, and look for personal data."""
    from consult.read.privacy import read_ahead
    from consult.themes.ahead import themes_ahead

    there = [passage for part in kept.splits.values() for passage in part.passages]
    with themes_ahead(encoder, there, settings.framework), ExitStack() as beside:
        ahead: list[Ahead | None] = []  # the network reads while languages are told and texts are divided
        with clock.step("read"):
            sources = read(
                settings, kept, gone, progress,
                lambda them: ahead.append(beside.enter_context(read_ahead(them, kept.findings))),
            )  # fmt: skip
        with clock.step("split"):
            splits = split(sources, settings, kept, progress)
        passages = in_order(passage for part in splits for passage in part.passages)
        with clock.step("privacy"):
            findings = personal_data(sources, kept, progress, ahead[0] if ahead else None)
            safe = without_personal_data(passages, sources, findings, decisions)
            forget_reading(len(sources))
    return Intake(sources=sources, splits=splits, passages=passages, findings=findings, safe=safe)


def read(
    settings: Settings, kept: Kept, gone: Gone, progress: Progress, begin: Callable[[Sequence[Source]], object] = len
) -> tuple[Source, ...]:
    """Files → sources; what cannot be read is a source too, with its reason. begin: as for `read_inputs`."""
    from consult.read import read_inputs

    return read_inputs(
        settings,
        known=kept.sources,
        gone=gone,
        progress=lambda done, total: progress("read", done, total),
        begin=begin,
    )


def split(sources: tuple[Source, ...], settings: Settings, kept: Kept, progress: Progress) -> tuple[Split, ...]:
    """Sources → passages and what is set aside, which together tile each text."""
    from consult.read.passages import split_sources
    from consult.read.spacy_alone import load_spacy

    readable = [source for source in sources if source.status == "read"]
    fresh = [source for source in readable if source.source_id not in kept.splits]
    if fresh:
        load_spacy()  # before languages are asked for, which another process may be loading
    divided = split_sources(fresh, settings, progress=lambda done, total: progress("split", done, total))
    by_source = kept.splits | {source.source_id: part for source, part in zip(fresh, divided, strict=True)}
    return tuple(by_source[source.source_id] for source in readable)


def personal_data(
    sources: tuple[Source, ...], kept: Kept, progress: Progress, ahead: Ahead | None = None
) -> tuple[Finding, ...]:
    """Sources → where personal data stands in them. ahead: what the network has begun to read of them."""
    from consult.read.privacy import find_personal

    return find_personal(
        sources, kept.findings, progress=lambda done, total: progress("privacy", done, total), ahead=ahead
    )


def without_personal_data(
    passages: tuple[Passage, ...],
    sources: tuple[Source, ...],
    findings: tuple[Finding, ...],
    decisions: Sequence[Decision],
) -> tuple[Passage, ...]:
    """Passages for whatever reads them by machine: the same ids and spans, and nobody's name, number or address."""
    from consult.answer.privacy import standing
    from consult.read.redaction import masked

    return masked(passages, sources, standing(findings, sources, decisions).findings)


def in_order(passages: Iterator[Passage]) -> tuple[Passage, ...]:
    """Passages by id: an order that neither file names nor reading order can change."""
    return tuple(sorted(passages, key=lambda passage: passage.passage_id))
