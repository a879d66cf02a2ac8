"""`consult diff`: what is new and what moved since the run before.

In: the snapshots of two runs of one ledger. Out: what came, what went, and what moved, by id.
"""

from __future__ import annotations

from dataclasses import dataclass

from consult.ledger import Ledger

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
    return changes(ledger.snapshot(runs[1]), ledger.snapshot(runs[0])) if len(runs) > 1 else ()


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What differs between two snapshots: sources first, then themes, then passages, each by id."""
    found = [change for what in ("source", "theme", "passage") for change in _came_and_went(what, before, after)]
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
