"""Analysis → rows: the one place that says what each public table holds, and in which order.

The ledger stores these rows and the published tables print them, so the two cannot part ways.
Rows are sorted by their key; values are text, whole numbers, floats or None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consult.records import VOICES, Analysis, Passage, Response, Source, Theme
from consult.speakers import count_voices

Value = str | int | float | None
Row = tuple[Value, ...]

COLUMNS: dict[str, tuple[str, ...]] = {
    "sources": (
        "source_id", "path", "locator", "sha256", "format", "voice", "contributor", "language", "characters",
        "status", "reason",
    ),
    "passages": ("passage_id", "source_id", "start", "end", "text", "language", "voice", "theme_id", "duplicate_of"),
    "set_aside": ("source_id", "start", "end", "text", "reason"),
    "themes": ("theme_id", "title", "keywords", "passages", "sources", "voices", "single_voice", "status", "parent"),
    "placements": ("passage_id", "theme_id", "kind", "target", "score", "probability", "decided_by"),
    "conclusions": ("conclusion_id", "theme_id", "target", "language", "text", "how", "status"),
    "citations": ("conclusion_id", "passage_id", "source_id", "start", "end", "exact", "prefix", "suffix"),
    "responses": ("theme_id", "target", "status", "reason", "responsible", "next_step", "date"),
}  # fmt: skip
"""The public tables and their columns: stable names, see DESIGN."""

KEYS: dict[str, tuple[str, ...]] = {
    "sources": ("source_id",),
    "passages": ("passage_id",),
    "set_aside": ("source_id", "start"),
    "themes": ("theme_id",),
    "placements": ("theme_id", "passage_id", "kind", "target"),
    "conclusions": ("conclusion_id",),
    "citations": ("conclusion_id", "passage_id", "start"),
    "responses": ("theme_id", "target"),
}
"""What identifies a row of each table; a theme's own placement has an empty `passage_id`."""


def voices_text(counts: Mapping[str, int]) -> str:
    """Voices side by side, never summed.

    >>> voices_text({"individual": 1, "group_note": 3})
    'group_note 3; individual 1'
    """
    return "; ".join(f"{voice} {counts[voice]}" for voice in VOICES if counts.get(voice))


def theme_row(theme: Theme, passages: Sequence[Passage], sources: Mapping[str, Source]) -> Row:
    """One row of `themes`; single_voice is 1 where one alone speaks, however often. sources: source id → source."""
    voices = count_voices(passages, sources)
    return (
        theme.theme_id,
        theme.title,
        "; ".join(theme.keywords),
        len(passages),
        len({passage.source_id for passage in passages}),
        voices_text(voices),
        int(voices.total() == 1),
        theme.status,
        theme.parent,
    )


def rows(analysis: Analysis) -> dict[str, list[Row]]:
    """Every public table's rows, sorted by key, columns as in `COLUMNS`."""
    theme_of = {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}
    sources = {source.source_id: source for source in analysis.sources}
    members: dict[str, list[Passage]] = defaultdict(list)
    for passage in analysis.passages:
        members[theme_of[passage.passage_id]].append(passage)
    tables: dict[str, list[Row]] = {
        "sources": [
            (s.source_id, s.path, s.locator, s.sha256, s.format, s.voice, s.contributor, s.language, s.characters,
             s.status, s.reason)
            for s in analysis.sources
        ],
        "passages": [
            (p.passage_id, p.source_id, p.start, p.end, p.text, p.language, p.voice, theme_of[p.passage_id],
             analysis.duplicates.get(p.passage_id, ""))
            for p in analysis.passages
        ],
        "set_aside": [(s.source_id, s.start, s.end, s.text, s.reason) for s in analysis.set_aside],
        "themes": [theme_row(theme, members[theme.theme_id], sources) for theme in analysis.themes],
        "placements": [
            (p.passage_id, p.theme_id, p.kind, p.target, p.score, p.probability, p.decided_by)
            for p in analysis.placements
        ],
        "conclusions": [
            (c.conclusion_id, c.theme_id, c.target, c.language, c.text, c.how, c.status) for c in analysis.conclusions
        ],
        "citations": [
            (c.conclusion_id, c.passage_id, c.source_id, c.start, c.end, c.exact, c.prefix, c.suffix)
            for conclusion in analysis.conclusions
            for c in conclusion.citations
        ],
        "responses": _response_rows(analysis),
    }  # fmt: skip
    return {name: sorted(table, key=key_of(name)) for name, table in tables.items()}


def _response_rows(analysis: Analysis) -> list[Row]:
    """A row for every place of every theme: what people have answered, or nothing but the place, which lacks it."""
    given = {(one.theme_id, one.target): one for one in analysis.responses}
    places = {(one.theme_id, one.target) for one in analysis.placements if not one.passage_id}
    lacking = [Response(theme_id=theme_id, target=target) for theme_id, target in places - given.keys()]
    return [
        (one.theme_id, one.target, one.status, one.reason, one.responsible, one.next_step, one.date)
        for one in (*given.values(), *lacking)
    ]


class key_of:  # noqa: N801 - reads as a function at its call sites
    r"""The sort key of a table's rows: the values of its key columns.

    >>> key_of("set_aside")(("s-1", 4, 9, "Hei,\n", "procedural"))
    ('s-1', 4)
    """

    def __init__(self, table: str) -> None:
        """Look up where the key columns stand."""
        self.places = [COLUMNS[table].index(column) for column in KEYS[table]]

    def __call__(self, row: Row) -> tuple[Value, ...]:
        """The key's values."""
        return tuple(row[place] for place in self.places)
