"""`consult diff`: what is new and what moved since the run before.

In: the snapshots of two runs of one ledger. Out: what came, what went, and what moved, by id. A file that
only got another name is one change: what was read from it is compared under its new ids.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from consult.ledger import Ledger
from consult.records import Analysis, content_id

Snapshot = dict[str, dict[str, tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs: `what` is source, theme or passage; `how` is new, gone, renamed, moved or replaced.

    before, after: path, title, theme or target, empty where there was or is none.
    """

    what: str
    how: str
    id: str
    before: str = ""
    after: str = ""


def diff_runs(ledger: Ledger) -> tuple[Change, ...]:
    """Changes from the last run but one to the last; none where there is one run or fewer.

    Reviews in a row count as one: what people changed since the run that they reviewed.
    """
    runs = ledger.compared_runs()
    if len(runs) < 2:
        return ()
    before, after = ledger.snapshot(runs[1]), ledger.snapshot(runs[0])
    paths = renamed_paths(_inputs(ledger, runs[1]), _inputs(ledger, runs[0]))
    if paths:
        before = _with_themes(_with_ids(before, dict(_new_ids(ledger.analysis(), paths))), after)
    return changes(before, after)


def renamed_paths(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """New path → old path of each file that has another's content, where that other is gone.

    before, after: path → SHA-256. Files with the same content are paired in the order of their paths.

    >>> renamed_paths({"a.txt": "1", "b.txt": "2"}, {"c.txt": "1", "b.txt": "2"})
    {'c.txt': 'a.txt'}
    """
    gone: dict[str, list[str]] = defaultdict(list)
    for path in sorted(before.keys() - after.keys(), reverse=True):
        gone[before[path]].append(path)
    came = sorted(after.keys() - before.keys())
    return {path: gone[after[path]].pop() for path in came if gone.get(after[path])}


def _inputs(ledger: Ledger, run_id: str) -> dict[str, str]:
    row = ledger.connection.execute("SELECT inputs FROM runs WHERE run_id = ?", (run_id,)).fetchone()
    return dict(json.loads(row["inputs"]))


def _new_ids(analysis: Analysis, paths: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(old id, new id) of the sources in renamed files, and of their passages."""
    old_of: dict[str, str] = {}
    for source in analysis.sources:
        if old_path := _old_path(source.path, paths):
            old_of[source.source_id] = content_id("s", old_path, source.sha256, source.occurrence)
            yield old_of[source.source_id], source.source_id
    for passage in analysis.passages:
        if passage.source_id in old_of:
            yield content_id("p", old_of[passage.source_id], passage.start, passage.end), passage.passage_id


def _old_path(path: str, paths: Mapping[str, str]) -> str:
    """Where a source lay before, empty where it lies yet: its file was renamed, or the archive around it."""
    new = next((new for new in paths if path == new or path.startswith(f"{new}/")), None)
    return "" if new is None else paths[new] + path.removeprefix(new)


def _with_ids(snapshot: Snapshot, new_ids: Mapping[str, str]) -> Snapshot:
    return {what: {new_ids.get(key, key): value for key, value in rows.items()} for what, rows in snapshot.items()}


def _with_themes(before: Snapshot, after: Snapshot) -> Snapshot:
    """The earlier snapshot, where a theme of the very passages of a new one bears that one's id."""
    now = {members: theme for theme, members in _members(after).items()}
    new_ids = {theme: now.get(members, theme) for theme, members in _members(before).items()}
    themes = {new_ids.get(key, key): value for key, value in before["theme"].items()}
    passages = {key: (new_ids.get(theme, theme), target) for key, (theme, target) in before["passage"].items()}
    return {"source": before["source"], "theme": themes, "passage": passages}


def _members(snapshot: Snapshot) -> dict[str, frozenset[str]]:
    """Theme → its passages, each by id."""
    found: dict[str, set[str]] = defaultdict(set)
    for passage, (theme, _) in snapshot["passage"].items():
        found[theme].add(passage)
    return {theme: frozenset(passages) for theme, passages in found.items()}


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What differs between two snapshots: sources first, then themes, then passages, each by id."""
    found = [change for what in ("source", "theme", "passage") for change in _came_and_went(what, before, after)]
    found += _kept("source", "renamed", before, after, place=0)
    found += _kept("theme", "renamed", before, after, place=0)
    found += _kept("theme", "replaced", before, after, place=1)
    found += _kept("passage", "moved", before, after, place=0)
    found += _kept("passage", "replaced", before, after, place=1)
    rank = {"source": 0, "theme": 1, "passage": 2}
    return tuple(sorted(found, key=lambda change: (rank[change.what], change.how, change.id)))


def _came_and_went(what: str, before: Snapshot, after: Snapshot) -> list[Change]:
    old, new = before[what], after[what]
    came = [Change(what=what, how="new", id=key, after=new[key][0]) for key in new.keys() - old.keys()]
    went = [Change(what=what, how="gone", id=key, before=old[key][0]) for key in old.keys() - new.keys()]
    return came + went


def _kept(what: str, how: str, before: Snapshot, after: Snapshot, *, place: int) -> list[Change]:
    old, new = before[what], after[what]
    return [
        Change(what=what, how=how, id=key, before=old[key][place], after=new[key][place])
        for key in old.keys() & new.keys()
        if old[key][place] != new[key][place]
    ]
