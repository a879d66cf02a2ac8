"""Records ↔ the ledger's rows: what `ledger.sql` stores of each record, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from consult.records import (
    Analysis,
    Block,
    Context,
    Decision,
    Finding,
    Passage,
    Placement,
    Proposed,
    Reply,
    Response,
    SetAside,
    Source,
    Theme,
)
from consult.rows import rows

Row = sqlite3.Row | Mapping[str, Any]

CONTEXTS = 256  # kept for the next row; in a form most are alike


def as_json(value: object) -> str:
    """JSON with sorted keys and no spare space: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stored_rows(analysis: Analysis) -> dict[str, list[tuple[Any, ...]]]:
    """The public rows with the ledger's own columns behind them, parents before children."""
    public = rows(analysis)
    source = {s.source_id: s for s in analysis.sources}
    passage = {p.passage_id: p for p in analysis.passages}
    placed = {(p.theme_id, p.passage_id, p.kind, p.target): p for p in analysis.placements}
    shown = {(q.conclusion_id, q.passage_id, q.start): q.shown for c in analysis.conclusions for q in c.citations}
    return {
        "sources": [row + _source_extra(source[str(row[0])]) for row in public["sources"]],
        "themes": list(public["themes"]),
        "passages": [row + _passage_extra(passage[str(row[0])]) for row in public["passages"]],
        "set_aside": list(public["set_aside"]),
        "placements": [
            (*row, placement.evidence, placement.runner_up)
            for row in public["placements"]
            for placement in [placed[str(row[1]), str(row[0]), str(row[2]), str(row[3])]]  # type: ignore[index]
        ],
        "conclusions": list(public["conclusions"]),
        "citations": [(*row, int(shown[str(row[0]), str(row[1]), int(row[3] or 0)])) for row in public["citations"]],
        "responses": list(public["responses"]),
        "not_reflected": sorted((n.passage_id, n.theme_id, n.reason) for n in analysis.not_reflected),
    }


def _source_extra(source: Source) -> tuple[Any, ...]:
    blocks = [[b.start, b.end, b.kind, b.level, b.page, b.label] for b in source.blocks]
    return (source.title, source.event, source.date, source.occurrence, source.text, as_json(blocks))


def _passage_extra(passage: Passage) -> tuple[Any, ...]:
    return (passage.page, _context_json(passage.context))


@lru_cache(maxsize=CONTEXTS)
def _context_json(context: Context) -> str:
    return as_json(asdict(context))


@lru_cache(maxsize=CONTEXTS)
def _context_from(stored: str) -> Context:
    """What stands around a passage: rows of one form share it, often word for word."""
    context = json.loads(stored)
    return Context(**{**context, "headings": tuple(context["headings"])})


@lru_cache(maxsize=CONTEXTS)
def _blocks_from(stored: str) -> tuple[Block, ...]:
    keys = ("start", "end", "kind", "level", "page", "label")
    return tuple(Block(**dict(zip(keys, block, strict=True))) for block in json.loads(stored))


def source_from(row: sqlite3.Row) -> Source:
    """The source that a row of `sources` holds."""
    values = {key: row[key] for key in row.keys() if key not in ("source_id", "characters", "blocks")}  # noqa: SIM118 - a Row iterates its values
    return Source(**values, blocks=_blocks_from(row["blocks"]))


def passage_from(row: Row) -> Passage:
    """The passage that a row of `passages` holds."""
    values = {key: row[key] for key in ("source_id", "start", "end", "text", "language", "voice", "page")}
    return Passage(**values, context=_context_from(row["context"]))


def by_theme(themes: Mapping[str, sqlite3.Row], passage_rows: Sequence[Row]) -> Iterator[tuple[sqlite3.Row, list[Row]]]:
    """Each row of `themes` with the rows of its passages."""
    members: dict[str, list[Row]] = {theme_id: [] for theme_id in themes}
    for row in passage_rows:
        members[row["theme_id"]].append(row)
    for theme_id, row in themes.items():
        yield row, members[theme_id]


def theme_from(row: sqlite3.Row, members: Sequence[Row]) -> Theme:
    """The theme that a row of `themes` and the rows of its passages hold."""
    in_order = sorted(members, key=lambda member: (member["source_id"], member["start"]))
    return Theme(
        theme_id=row["theme_id"],
        title=row["title"],
        keywords=tuple(row["keywords"].split("; ")) if row["keywords"] else (),
        passage_ids=tuple(member["passage_id"] for member in in_order),
        parent=row["parent"],
        status=row["status"],
    )


def snapshot_rows(run_id: str, analysis: Analysis) -> list[tuple[str, ...]]:
    """What `consult diff` needs to know of a run: (run, kind, id, value, first target, source)."""
    first: dict[str, str] = {}
    for placement in sorted(analysis.placements, key=lambda p: (-p.probability, p.target)):
        first.setdefault(placement.passage_id or placement.theme_id, placement.target or placement.kind)
    theme_of = {p: theme.theme_id for theme in analysis.themes for p in theme.passage_ids}
    found: list[tuple[str, ...]] = [
        (run_id, "source", s.source_id, s.path, s.status, s.source_id) for s in analysis.sources
    ]
    found += [(run_id, "theme", t.theme_id, t.title, first.get(t.theme_id, ""), "") for t in analysis.themes]
    found += [
        (run_id, "passage", p.passage_id, theme_of[p.passage_id], first.get(p.passage_id, ""), p.source_id)
        for p in analysis.passages
    ]
    found += [
        (run_id, "conclusion", c.conclusion_id, c.text, f"{c.theme_id}|{c.language}", "") for c in analysis.conclusions
    ]
    found += [
        (run_id, "response", f"{r.theme_id}|{r.target}", as_json(asdict(r)), r.status, "") for r in analysis.responses
    ]
    return sorted(found)


# -- what the machine proposes ------------------------------------------------------------------------


def proposed_rows(proposed: Proposed) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of what stands before decisions; a source's text is not stored again."""
    theme_of = {passage_id: theme.theme_id for theme in proposed.themes for passage_id in theme.passage_ids}
    passages = [
        (p.passage_id, p.source_id, p.start, p.end, p.language, p.voice, theme_of[p.passage_id],
         proposed.duplicates.get(p.passage_id, ""), *_passage_extra(p), _bytes_of(proposed.vectors, p.passage_id))
        for p in proposed.passages
    ]  # fmt: skip
    return {
        "proposed_themes": sorted(
            (t.theme_id, t.title, "; ".join(t.keywords), t.parent, t.status) for t in proposed.themes
        ),
        "proposed_passages": sorted(passages),
        "proposed_placements": sorted(
            (p.passage_id, p.theme_id, p.kind, p.target, p.score, p.probability, p.decided_by, p.evidence, p.runner_up)
            for p in proposed.placements
        ),
        "findings": sorted(
            (f.source_id, f.where, f.start, f.end, f.kind, f.certainty, f.person, f.status, f.found_by)
            for f in proposed.findings
        ),
    }


def _bytes_of(vectors: Mapping[str, Any], passage_id: str) -> bytes:
    return bytes(vectors[passage_id].astype("<f4").tobytes()) if passage_id in vectors else b""


def proposed_from(
    sources: tuple[Source, ...],
    set_aside: Sequence[SetAside],
    themes: Sequence[sqlite3.Row],
    passages: Sequence[sqlite3.Row],
    placements: Sequence[sqlite3.Row],
    findings: tuple[Finding, ...] = (),
) -> Proposed:
    """What the machine proposed, from the rows of it; spans that people set aside are passages again."""
    import numpy as np

    text = {source.source_id: source.text for source in sources}
    its = [dict(row) | {"text": text[row["source_id"]][row["start"] : row["end"]]} for row in passages]
    spans = {(row["source_id"], row["start"]) for row in passages}
    return Proposed(
        sources=sources,
        passages=tuple(passage_from(row) for row in its),
        set_aside=tuple(span for span in set_aside if (span.source_id, span.start) not in spans),
        duplicates={row["passage_id"]: row["duplicate_of"] for row in its if row["duplicate_of"]},
        themes=tuple(
            theme_from(row, members) for row, members in by_theme({row["theme_id"]: row for row in themes}, its)
        ),
        placements=tuple(Placement(**dict(row)) for row in placements),
        vectors={row["passage_id"]: np.frombuffer(row["vector"], dtype="<f4") for row in passages if row["vector"]},
        findings=findings,
    )


# -- people's acts ------------------------------------------------------------------------------------


def decision_row(decision: Decision) -> tuple[Any, ...]:
    """A decision as its table holds it, without the hashes."""
    parts = (as_json(decision.objects), as_json(decision.before), as_json(decision.after))
    return (decision.number, decision.role, decision.time, decision.act, *parts, decision.reason)


def decision_from(row: sqlite3.Row) -> Decision:
    """The decision that a row of `decisions` holds."""
    texts = {key: row[key] for key in ("number", "role", "time", "act", "reason")}
    before, after = json.loads(row["before"]), json.loads(row["after"])
    return Decision(**texts, objects=tuple(json.loads(row["objects"])), before=before, after=after)


def reply_row(reply: Reply) -> tuple[Any, ...]:
    """A reply as its table holds it, without the hashes."""
    one = reply.response
    texts = (one.theme_id, one.target, one.status, one.reason, one.responsible, one.next_step, one.date)
    return (reply.number, reply.role, reply.time, *texts)


def reply_from(row: sqlite3.Row) -> Reply:
    """The reply that a row of `response_log` holds."""
    keys = ("theme_id", "target", "status", "reason", "responsible", "next_step", "date")
    response = Response(**{key: row[key] for key in keys})
    return Reply(number=row["number"], role=row["role"], time=row["time"], response=response)
