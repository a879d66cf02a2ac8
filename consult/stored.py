"""Records ↔ the ledger's rows: what `ledger.sql` stores of each record, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from consult.records import Analysis, Block, Context, Passage, Source, Theme
from consult.rows import rows


def as_json(value: object) -> str:
    """JSON with sorted keys and no spare space: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stored_rows(analysis: Analysis) -> dict[str, list[tuple[Any, ...]]]:
    """The public rows with the ledger's own columns behind them, parents before children."""
    public = rows(analysis)
    source = {s.source_id: s for s in analysis.sources}
    passage = {p.passage_id: p for p in analysis.passages}
    parent = {theme.theme_id: theme.parent for theme in analysis.themes}
    placed = {(p.theme_id, p.passage_id, p.kind, p.target): p for p in analysis.placements}
    shown = {(q.conclusion_id, q.passage_id, q.start): q.shown for c in analysis.conclusions for q in c.citations}
    return {
        "sources": [row + _source_extra(source[str(row[0])]) for row in public["sources"]],
        "themes": [(*row, parent[str(row[0])]) for row in public["themes"]],
        "passages": [row + _passage_extra(passage[str(row[0])]) for row in public["passages"]],
        "set_aside": list(public["set_aside"]),
        "placements": [
            (*row, placement.evidence, placement.runner_up)
            for row in public["placements"]
            for placement in [placed[str(row[1]), str(row[0]), str(row[2]), str(row[3])]]  # type: ignore[index]
        ],
        "conclusions": list(public["conclusions"]),
        "citations": [(*row, int(shown[str(row[0]), str(row[1]), int(row[3] or 0)])) for row in public["citations"]],
        "not_reflected": sorted((n.passage_id, n.theme_id, n.reason) for n in analysis.not_reflected),
    }


def _source_extra(source: Source) -> tuple[Any, ...]:
    blocks = [[b.start, b.end, b.kind, b.level, b.page, b.label] for b in source.blocks]
    return (source.title, source.event, source.date, source.occurrence, source.text, as_json(blocks))


def _passage_extra(passage: Passage) -> tuple[Any, ...]:
    return (passage.page, as_json(asdict(passage.context)))


def source_from(row: sqlite3.Row) -> Source:
    """The source that a row of `sources` holds."""
    values = {key: row[key] for key in row.keys() if key not in ("source_id", "characters", "blocks")}  # noqa: SIM118 - a Row iterates its values
    keys = ("start", "end", "kind", "level", "page", "label")
    blocks = tuple(Block(**dict(zip(keys, block, strict=True))) for block in json.loads(row["blocks"]))
    return Source(**values, blocks=blocks)


def passage_from(row: sqlite3.Row) -> Passage:
    """The passage that a row of `passages` holds."""
    context = json.loads(row["context"])
    values = {key: row[key] for key in ("source_id", "start", "end", "text", "language", "voice", "page")}
    return Passage(**values, context=Context(**{**context, "headings": tuple(context["headings"])}))


def by_theme(
    themes: dict[str, sqlite3.Row], passage_rows: Sequence[sqlite3.Row]
) -> Iterator[tuple[sqlite3.Row, list[sqlite3.Row]]]:
    """Each row of `themes` with the rows of its passages."""
    members: dict[str, list[sqlite3.Row]] = {theme_id: [] for theme_id in themes}
    for row in passage_rows:
        members[row["theme_id"]].append(row)
    for theme_id, row in themes.items():
        yield row, members[theme_id]


def theme_from(row: sqlite3.Row, members: Sequence[sqlite3.Row]) -> Theme:
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
    return sorted(found)
