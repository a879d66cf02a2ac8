"""`consult diff`: what is new, what moved and what was answered between two versions of a result.

In: two runs of one ledger, or two output folders. Out: what came, went, moved, merged, split and changed, by id. A
file that only got another name is one change: what was read from it is compared under its new ids. A theme that
the machine gave another id is known again by its passages.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from consult.errors import InputError
from consult.ledger import Ledger
from consult.records import Analysis, content_id
from consult.stored import snapshot_rows
from consult.succession import Succession, succession

Snapshot = dict[str, dict[str, tuple[str, str]]]
"""Kind → id → (value, target): see `stored.snapshot_rows`."""

ORDER = ("source", "theme", "passage", "conclusion", "response")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs.

    what: source, theme, passage, conclusion or response (its id is `theme|target`). how: new, gone, renamed, moved
    (a passage, to another theme), replaced (to another place), merged, split or changed. before, after: path, title,
    theme, place, text or status; empty where there was or is none. theme: of a conclusion or response. language: of
    a conclusion. parts: (id, title) of the themes that were merged, or that one was split into. facts: (column,
    before, after) of a response.
    """

    what: str
    how: str
    id: str
    before: str = ""
    after: str = ""
    theme: str = ""
    language: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One result to compare. inputs: path → SHA-256; analysis: where it is known, to follow renamed files."""

    snapshot: Snapshot
    inputs: Mapping[str, str] = field(default_factory=dict)
    analysis: Analysis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """changes: in the order of the way. titles: theme id → title, the later one where there are two."""

    changes: tuple[Change, ...]
    titles: Mapping[str, str]


# -- versions -------------------------------------------------------------------------------------------


def version_of(analysis: Analysis, inputs: Mapping[str, str]) -> Version:
    """An analysis as a version; a public one gives changes that may be published."""
    return Version(snapshot=snapshot_of(analysis), inputs=inputs, analysis=analysis)


def snapshot_of(analysis: Analysis) -> Snapshot:
    """What is compared of an analysis."""
    found: Snapshot = {kind: {} for kind in ORDER}
    for _, kind, key, value, target, _ in snapshot_rows("", analysis):
        found[kind][key] = (value, target)
    return found


def run_version(ledger: Ledger, number: int) -> Version:
    """A run of a ledger by its number, from 1. Raises InputError where its end is not kept."""
    row = ledger.connection.execute("SELECT run_id, inputs FROM runs WHERE number = ?", (number,)).fetchone()
    kept = ledger.compared_runs()
    if row is None or row["run_id"] not in kept:
        raise InputError(f"run {number}: its end is not kept; there are {', '.join(map(str, run_numbers(ledger)))}")
    last = row["run_id"] == kept[0]
    analysis = ledger.analysis() if last else None
    return Version(snapshot=ledger.snapshot(row["run_id"]), inputs=json.loads(row["inputs"]), analysis=analysis)


def run_numbers(ledger: Ledger) -> tuple[int, ...]:
    """Numbers of the runs that can be compared, the last one first; of reviews in a row, that is the last."""
    query = "SELECT number FROM runs WHERE run_id IN (SELECT run_id FROM snapshots) ORDER BY number DESC"
    return tuple(int(row["number"]) for row in ledger.connection.execute(query))


# -- comparing ------------------------------------------------------------------------------------------


def diff_runs(ledger: Ledger) -> tuple[Change, ...]:
    """Changes from the last run but one to the last; none where there is one run or fewer.

    Reviews in a row count as one: what people changed since the run that they reviewed.
    """
    numbers = run_numbers(ledger)
    if len(numbers) < 2:
        return ()
    return compare(run_version(ledger, numbers[1]), run_version(ledger, numbers[0])).changes


def compare(before: Version, after: Version) -> Comparison:
    """What differs between two versions."""
    old = _with_ids(before.snapshot, dict(_followed(before, after)))
    titles = {theme: title for side in (old, after.snapshot) for theme, (title, _) in side["theme"].items()}
    return Comparison(changes=changes(old, after.snapshot), titles=titles)


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What differs between two snapshots: sources first, then on along the way, each by id."""
    fate = succession(_members(before), _members(after))
    old = _with_themes(before, fate.same)
    found = [change for what in ("source", "theme", "passage") for change in _came_and_went(what, old, after, fate)]
    found += _kept("source", "renamed", old, after, place=0)
    found += _kept("theme", "renamed", old, after, place=0)
    found += _kept("theme", "replaced", old, after, place=1)
    found += _kept("passage", "moved", old, after, place=0)
    found += _kept("passage", "replaced", old, after, place=1)
    found += _regrouped(old, after, fate)
    if old.get("conclusion") or not old["theme"]:  # an older consult kept neither conclusions nor responses
        found += [*_conclusions(old, after), *_responses(old, after)]
    return tuple(sorted(_same_path(found), key=lambda one: (ORDER.index(one.what), one.how, one.id, one.before)))


def _came_and_went(what: str, before: Snapshot, after: Snapshot, fate: Succession) -> Iterator[Change]:
    old, new = before[what], after[what]
    merged = {theme for themes in fate.merged.values() for theme in themes}
    parts = {theme for themes in fate.split.values() for theme in themes}
    for key in new.keys() - old.keys() - fate.merged.keys() - parts:
        yield Change(what=what, how="new", id=key, after=new[key][0])
    for key in old.keys() - new.keys() - fate.split.keys() - merged:
        yield Change(what=what, how="gone", id=key, before=old[key][0])


def _kept(what: str, how: str, before: Snapshot, after: Snapshot, *, place: int) -> list[Change]:
    old, new = before[what], after[what]
    return [
        Change(what=what, how=how, id=key, before=old[key][place], after=new[key][place])
        for key in old.keys() & new.keys()
        if old[key][place] != new[key][place]
    ]


def _regrouped(before: Snapshot, after: Snapshot, fate: Succession) -> Iterator[Change]:
    """Themes that came together, and themes that were divided."""
    old, new = before["theme"], after["theme"]
    for theme, origins in fate.merged.items():
        parts = tuple((one, old[one][0]) for one in origins)
        yield Change(what="theme", how="merged", id=theme, after=new[theme][0], parts=parts)
    for theme, heirs in fate.split.items():
        parts = tuple((one, new[one][0]) for one in heirs)
        yield Change(what="theme", how="split", id=theme, before=old[theme][0], parts=parts)


def _same_path(found: list[Change]) -> Iterator[Change]:
    """A file that went and came under one path has another content: one change, where it held one source."""
    sides: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in found:
        if change.what == "source" and change.how in ("new", "gone"):
            sides[change.before or change.after, change.how].append(change)
    for change in found:
        other = sides[change.before or change.after, "gone" if change.how == "new" else "new"]
        own = sides[change.before or change.after, change.how]
        if change.what != "source" or change not in own or len(own) != 1 or len(other) != 1:
            yield change
        elif change.how == "new":
            yield Change(what="source", how="changed", id=change.id, before=change.after, after=change.after)


def _conclusions(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Conclusions by id, and as changed where of one theme and language exactly one went and one came."""
    old, new = before.get("conclusion", {}), after.get("conclusion", {})
    for key in old.keys() & new.keys():
        if old[key][0] != new[key][0]:
            yield _conclusion("changed", key, new[key][1], old[key][0], new[key][0])
    said = {value for key, value in old.items() if key not in new} & {new[key] for key in new.keys() - old.keys()}
    went, came = (_by_theme(one, other, said) for one, other in ((old, new), (new, old)))
    for of in went.keys() | came.keys():
        if len(went[of]) == len(came[of]) == 1:
            yield _conclusion("changed", came[of][0], of, old[went[of][0]][0], new[came[of][0]][0])
            continue
        yield from (_conclusion("gone", key, of, old[key][0], "") for key in went[of])
        yield from (_conclusion("new", key, of, "", new[key][0]) for key in came[of])


def _by_theme(
    rows: Mapping[str, tuple[str, str]], others: Mapping[str, tuple[str, str]], said: Collection[tuple[str, str]]
) -> dict[str, list[str]]:
    """Theme and language → conclusions whose id and words stand on this side alone."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in rows.items():
        if key not in others and value not in said:
            found[value[1]].append(key)
    return found


def _conclusion(how: str, key: str, of: str, before: str, after: str) -> Change:
    theme, _, language = of.partition("|")
    return Change(what="conclusion", how=how, id=key, before=before, after=after, theme=theme, language=language)


def _responses(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """What was answered, changed, or has no theme or place any more."""
    old, new = before.get("response", {}), after.get("response", {})
    for key in sorted(old.keys() | new.keys()):
        was, now = (json.loads(side[key][0]) if key in side else {} for side in (old, new))
        facts = tuple((fact, was.get(fact, ""), now.get(fact, "")) for fact in sorted({*was, *now}))
        differ = tuple(one for one in facts if one[1] != one[2])
        if differ:
            how = "new" if not was else "gone" if not now else "changed"
            status = {"before": was.get("status", ""), "after": now.get("status", "")}
            yield Change(what="response", how=how, id=key, theme=key.partition("|")[0], facts=differ, **status)


# -- ids ------------------------------------------------------------------------------------------------


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


def _followed(before: Version, after: Version) -> Iterator[tuple[str, str]]:
    """(earlier id, later id) of all that was read from renamed files, as far as one of the two is known whole."""
    if after.analysis is not None:
        yield from _new_ids(after.analysis, renamed_paths(before.inputs, after.inputs))
    elif before.analysis is not None:
        back = _new_ids(before.analysis, renamed_paths(after.inputs, before.inputs))
        yield from ((old, new) for new, old in back)


def _new_ids(analysis: Analysis, paths: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(old id, new id) of the sources in renamed files, and of their passages."""
    old_of: dict[str, str] = {}
    for source in analysis.sources if paths else ():
        if old_path := _old_path(source.path, paths):
            old_of[source.source_id] = content_id("s", old_path, source.sha256, source.occurrence)
            yield old_of[source.source_id], source.source_id
    for passage in analysis.passages if old_of else ():
        if passage.source_id in old_of:
            yield content_id("p", old_of[passage.source_id], passage.start, passage.end), passage.passage_id


def _old_path(path: str, paths: Mapping[str, str]) -> str:
    """Where a source lay before, empty where it lies yet: its file was renamed, or the archive around it."""
    new = path
    while new not in paths:
        new, _, _ = new.rpartition("/")
        if not new:
            return ""
    return paths[new] + path.removeprefix(new)


def _with_ids(snapshot: Snapshot, new_ids: Mapping[str, str]) -> Snapshot:
    return {what: {new_ids.get(key, key): value for key, value in rows.items()} for what, rows in snapshot.items()}


def _with_themes(before: Snapshot, same: Mapping[str, str]) -> Snapshot:
    """The earlier snapshot, where a theme that is known again bears its later id."""

    def renamed(key: str) -> str:
        theme, sign, rest = key.partition("|")
        return same.get(theme, theme) + sign + rest

    return before | {
        "theme": {same.get(key, key): value for key, value in before["theme"].items()},
        "passage": {key: (same.get(theme, theme), target) for key, (theme, target) in before["passage"].items()},
        "conclusion": {key: (text, renamed(of)) for key, (text, of) in before.get("conclusion", {}).items()},
        "response": {renamed(key): value for key, value in before.get("response", {}).items()},
    }


def _members(snapshot: Snapshot) -> dict[str, set[str]]:
    """Theme → its passages, each by id; a theme without any among them."""
    found: dict[str, set[str]] = {theme: set() for theme in snapshot["theme"]}
    for passage, (theme, _) in snapshot["passage"].items():
        found.setdefault(theme, set()).add(passage)
    return found
