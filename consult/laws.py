"""The laws of DESIGN, each checked on a ledger's bare rows.

In: the rows of a ledger, read without building records, so that damage cannot stop the check.
Out: for each law its breaches, as sentences that name the row; no breach means that the law holds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from consult.drafted_facts import drafted_facts
from consult.grounded import ungrounded
from consult.read.withdrawn import path_hash
from consult.records import AFFIX, content_id

Row = Mapping[str, Any]
FACTS = frozenset(
    ("inputs", "before", "decided", "withdrawn", "warned", "titles", "vectors", "masked", "scorers", "scores")
)
"""What `Rows` holds besides tables."""
Spans = dict[str, list[tuple[int, int, str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law and every breach of it that was found."""

    number: int
    name: str
    breaches: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing breaches the law."""
        return not self.breaches


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A ledger's tables as dictionaries: table name → rows."""

    sources: Sequence[Row]
    passages: Sequence[Row]
    set_aside: Sequence[Row]
    themes: Sequence[Row]
    placements: Sequence[Row]
    conclusions: Sequence[Row]
    citations: Sequence[Row]
    not_reflected: Sequence[Row]
    inputs: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)  # passage → source, of the run before this one
    decided: frozenset[str] = frozenset()  # passages that people said are no input
    withdrawn: Mapping[str, str] = field(default_factory=dict)  # source → hash of its path

    warned: Mapping[str, frozenset[str]] = field(default_factory=dict)  # edited conclusion → what its author was told
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # target → its titles
    vectors: Mapping[str, Any] = field(default_factory=dict)  # text → unit row, of what drafted sentences compare
    masked: Mapping[str, str] = field(default_factory=dict)  # passage → its text with nothing personal in it
    scorers: Mapping[str, str] = field(default_factory=dict)  # drafted sentence → the entailment model that judged it
    scores: Mapping[str, float] = field(default_factory=dict)  # hash of premise and claim → what that model said

    @property
    def texts(self) -> dict[str, str]:
        """Source id → normalised text."""
        return {str(row["source_id"]): str(row["text"]) for row in self.sources}


def tiling(rows: Rows) -> Iterator[str]:
    """1. Passages and set-aside spans tile every source: no gap, no overlap."""
    spans: Spans = defaultdict(list)
    for kind, table in (("passage", rows.passages), ("set aside", rows.set_aside)):
        for row in table:
            spans[str(row["source_id"])].append((row["start"], row["end"], kind, str(row["text"])))
    for source_id, text in rows.texts.items():
        yield from _tiles(source_id, text, sorted(spans.get(source_id, ())))


def _tiles(source_id: str, text: str, spans: list[tuple[int, int, str, str]]) -> Iterator[str]:
    at = 0
    for start, end, kind, words in spans:
        if start != at:
            yield f"{source_id}: {'gap' if start > at else 'overlap'} between {at} and {start}"
        if text[start:end] != words:
            yield f"{source_id}: {kind} [{start}, {end}) does not hold the source's characters"
        at = end
    if at != len(text):
        yield f"{source_id}: characters {at} to {len(text)} are not accounted for"


def conservation(rows: Rows) -> Iterator[str]:
    """2. Nothing is lost on the way from file to conclusion."""
    yield from _files_without_source(rows)
    themes = {row["theme_id"] for row in rows.themes}
    placed = {(row["theme_id"], row["passage_id"]) for row in rows.placements}
    fates = {row["passage_id"] for row in (*rows.citations, *rows.not_reflected)}
    for row in rows.passages:
        passage_id, theme_id = row["passage_id"], row["theme_id"]
        if theme_id not in themes:
            yield f"{passage_id}: its theme {theme_id} does not exist"
        if (theme_id, passage_id) not in placed:
            yield f"{passage_id}: has no placement"
        if passage_id not in fates:
            yield f"{passage_id}: supports no conclusion and is not listed as not reflected"
    yield from _themes_without(rows, placed)


def _files_without_source(rows: Rows) -> Iterator[str]:
    paths = {str(row["path"]) for row in rows.sources}
    folders = {path[: place + 1] for path in paths for place, sign in enumerate(path) if sign == "/"}
    withdrawn = set(rows.withdrawn.values())
    for path in rows.inputs:
        if path not in paths and f"{path}/" not in folders and path_hash(path) not in withdrawn:
            yield f"{path}: received, but neither read nor listed as unreadable"
    for row in rows.sources:
        if (row["status"] == "unreadable") != bool(row["reason"]):
            yield f"{row['source_id']}: status {row['status']} with reason {row['reason']!r}"


def _themes_without(rows: Rows, placed: set[tuple[Any, Any]]) -> Iterator[str]:
    concluded = {row["theme_id"] for row in rows.conclusions}
    members: dict[str, int] = defaultdict(int)
    for row in rows.passages:
        members[row["theme_id"]] += 1
    for row in rows.themes:
        theme_id = row["theme_id"]
        if (theme_id, "") not in placed:
            yield f"{theme_id}: the theme has no placement"
        if theme_id not in concluded:
            yield f"{theme_id}: the theme has no conclusion"
        if members[theme_id] != row["passages"]:
            yield f"{theme_id}: says {row['passages']} passages, has {members[theme_id]}"


def fidelity(rows: Rows) -> Iterator[str]:
    """3. Every quote is, character for character, what stands in its source."""
    texts = rows.texts
    for row in rows.citations:
        text, start, end = texts.get(str(row["source_id"]), ""), row["start"], row["end"]
        where = f"{row['conclusion_id']} → {row['passage_id']} [{start}, {end})"
        if text[start:end] != row["exact"]:
            yield f"{where}: the quote is not what {row['source_id']} says there"
        elif (text[max(0, start - AFFIX) : start], text[end : end + AFFIX]) != (row["prefix"], row["suffix"]):
            yield f"{where}: prefix or suffix is not what surrounds the quote in {row['source_id']}"
    for row in rows.passages:
        if texts.get(str(row["source_id"]), "")[row["start"] : row["end"]] != row["text"]:
            yield f"{row['passage_id']}: its text is not what {row['source_id']} says there"


def grounding(rows: Rows) -> Iterator[str]:
    """4. Every conclusion cites passages of its own theme, and says nothing but what the records give back."""
    theme_of = {row["passage_id"]: row["theme_id"] for row in rows.passages}
    spans = {row["passage_id"]: (row["start"], row["end"]) for row in rows.passages}
    cited: dict[str, list[Row]] = defaultdict(list)
    for row in rows.citations:
        cited[row["conclusion_id"]].append(row)
    for row in rows.conclusions:
        citations = cited.pop(row["conclusion_id"], [])
        if not citations:
            yield f"{row['conclusion_id']}: cites nothing"
        for citation in citations:
            yield from _citation_grounds(row, citation, theme_of, spans)
    for conclusion_id in cited:
        yield f"{conclusion_id}: is cited for, but does not exist"
    yield from ungrounded(rows)


def _citation_grounds(
    conclusion: Row, citation: Row, theme_of: Mapping[str, str], spans: Mapping[str, tuple[int, int]]
) -> Iterator[str]:
    where = f"{conclusion['conclusion_id']} → {citation['passage_id']}"
    if theme_of.get(citation["passage_id"]) != conclusion["theme_id"]:
        yield f"{where}: the passage belongs to another theme"
    start, end = spans.get(citation["passage_id"], (0, 0))
    if not start <= citation["start"] < citation["end"] <= end:
        yield f"{where}: the quote lies outside the passage"
    if citation["shown"] and _on_one_line(citation["exact"]) not in _on_one_line(conclusion["text"]):
        yield f"{where}: the quote does not stand in the conclusion as it was written"


def _on_one_line(text: object) -> str:
    return " ".join(str(text).split())


def order(rows: Rows) -> Iterator[str]:
    """5. Ids come from content alone, so that order and reruns cannot change them."""
    for row in rows.sources:
        if row["source_id"] != content_id("s", row["path"], row["sha256"], row["occurrence"]):
            yield f"{row['source_id']}: the id is not that of {row['path']} and its content"
    for row in rows.passages:
        if row["passage_id"] != content_id("p", row["source_id"], row["start"], row["end"]):
            yield f"{row['passage_id']}: the id is not that of its source and span"


def stability(rows: Rows) -> Iterator[str]:
    """6. What was there before keeps its ids: a source that stays keeps its passages."""
    still = {row["source_id"] for row in rows.sources}
    now = {row["passage_id"] for row in rows.passages}
    for passage_id, source_id in rows.before.items():
        if source_id in still and passage_id not in now and passage_id not in rows.decided:
            yield f"{passage_id}: stood in the run before, its source {source_id} is still here, it is gone"


LAWS: tuple[tuple[int, str, Callable[[Rows], Iterator[str]]], ...] = (
    (1, "tiling", tiling),
    (2, "conservation", conservation),
    (3, "fidelity", fidelity),
    (4, "grounding", grounding),
    (5, "order", order),
    (6, "stability", stability),
)


def check_rows(rows: Rows) -> tuple[Law, ...]:
    """Each law that rows alone can show, with its breaches."""
    return tuple(Law(number=number, name=name, breaches=tuple(law(rows))) for number, name, law in LAWS)


def rows_of(connection: Any) -> Rows:
    """Read a ledger's tables as they stand, replacing bytes that are not UTF-8."""
    factory, connection.text_factory = connection.text_factory, lambda raw: raw.decode("utf-8", "replace")
    try:
        tables: dict[str, Any] = {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608 - names of our own
            for name in Rows.__slots__
            if name not in FACTS
        }
        return Rows(
            **tables,
            inputs=_last_inputs(connection),
            before=_passages_before(connection),
            decided=_set_aside_by_people(connection),
            **drafted_facts(connection),
            withdrawn=dict(connection.execute("SELECT source_id, path_sha256 FROM withdrawn").fetchall()),
        )
    finally:
        connection.text_factory = factory


def _last_inputs(connection: Any) -> dict[str, str]:
    row = connection.execute("SELECT inputs FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    return dict(json.loads(row[0])) if row else {}


def _passages_before(connection: Any) -> dict[str, str]:
    query = "SELECT run_id, versions FROM runs WHERE run_id IN (SELECT run_id FROM snapshots) ORDER BY number DESC"
    runs = connection.execute(f"{query} LIMIT 2").fetchall()
    if len(runs) < 2 or runs[0][1] != runs[1][1]:
        return {}  # another version may divide a source in another way
    query = "SELECT id, source_id FROM snapshots WHERE run_id = ? AND kind = 'passage'"
    return {row[0]: row[1] for row in connection.execute(query, (runs[1][0],))}


def _set_aside_by_people(connection: Any) -> frozenset[str]:
    """Passages that a decision names and that stand among what is set aside."""
    query = "SELECT objects FROM decisions WHERE act = 'set_aside'"
    named = {str(one) for row in connection.execute(query) for one in json.loads(row[0])}
    spans = connection.execute('SELECT source_id, start, "end" FROM set_aside')
    return frozenset(named & {content_id("p", *row) for row in spans})
