"""People's decisions, applied to what the machine proposes: the same decisions give the same result in every run.

In: proposed themes, placements and passages, and decisions in their order. Out: the same as people have
decided it, what they set aside, and what became of each decision. Guaranteed: every passage is in exactly one
theme or set aside; every theme and passage has a placement; without decisions nothing changes; a decision
whose object has gone is orphaned, with the reason, and never dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from consult.answer.desk import Desk, Gone
from consult.read.withdrawn import MARK
from consult.records import Decision, Outcome, Passage, Placement, Proposed, SetAside, Theme

ELSEWHERE = frozenset({"approve", "publish_as", "redact", "reveal", "edit"})
"""Acts that `answer.approve`, `.privacy` and `.wordings` apply."""
OUTSIDE = ("new", "unplaced")  # places that every framework has


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """The analysis as people have decided it, without conclusions. passages: those that are still input."""

    themes: tuple[Theme, ...]
    placements: tuple[Placement, ...]
    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def applied(self) -> tuple[int, ...]:
        """Numbers of the decisions that hold."""
        return tuple(one.number for one in self.outcomes if one.state == "applied")

    @property
    def orphaned(self) -> tuple[int, ...]:
        """Numbers of the decisions whose object has gone."""
        return tuple(one.number for one in self.outcomes if one.state == "orphaned")


def replay(
    themes: Sequence[Theme],
    placements: Sequence[Placement],
    passages: Sequence[Passage],
    decisions: Sequence[Decision],
    targets: Mapping[str, str],
) -> Replayed:
    """Apply decisions in the order of their numbers.

    Approvals are left to `answer.approve`, which sees conclusions, and what is published to `answer.privacy`.

    targets: id → kind of the framework's targets.
    """
    in_order = sorted(decisions, key=lambda decision: decision.number)
    undone = undone_by(in_order)
    desk = Desk(themes, placements, passages, targets)
    outcomes = [_outcome(desk, one, undone) for one in in_order if one.act not in ELSEWHERE or one.number in undone]
    if not desk.touched:
        return Replayed(
            themes=tuple(themes), placements=tuple(placements), passages=tuple(passages), set_aside=(),
            outcomes=tuple(outcomes),
        )  # fmt: skip
    return Replayed(
        themes=desk.themes_now(),
        placements=desk.placements_now(),
        passages=tuple(passage for passage in passages if passage.passage_id not in desk.aside),
        set_aside=desk.set_aside_now(),
        outcomes=tuple(outcomes),
    )


def decided(
    proposed: Proposed, decisions: Sequence[Decision], targets: Mapping[str, str]
) -> tuple[Proposed, tuple[Outcome, ...]]:
    """What the machine proposes, as people have decided it, and what became of each decision.

    targets: id → kind of the framework's targets.
    """
    replayed = replay(proposed.themes, proposed.placements, proposed.passages, decisions, targets)
    if replayed.passages == proposed.passages:
        changed = replace(proposed, themes=replayed.themes, placements=replayed.placements)
        return changed, replayed.outcomes
    here = {passage.passage_id for passage in replayed.passages}
    set_aside = sorted((*proposed.set_aside, *replayed.set_aside), key=lambda span: (span.source_id, span.start))
    changed = replace(
        proposed,
        themes=replayed.themes,
        placements=replayed.placements,
        passages=replayed.passages,
        set_aside=tuple(set_aside),
        duplicates=remaining_copies(proposed.duplicates, here),
        vectors={passage_id: vector for passage_id, vector in proposed.vectors.items() if passage_id in here},
    )
    return changed, replayed.outcomes


def undone_by(decisions: Sequence[Decision]) -> dict[int, int]:
    """Number of each decision that is undone → the number of the undoing; who undoes an undoing restores."""
    undone: dict[int, int] = {}
    for decision in sorted(decisions, key=lambda one: -one.number):
        if decision.act == "undo" and decision.number not in undone:
            undone[int(decision.objects[0])] = decision.number
    return undone


def remaining_copies(duplicates: Mapping[str, str], here: Collection[str]) -> dict[str, str]:
    """`duplicates` among passages that are `here`; the first copy takes the place of a representative that is not."""
    copies: dict[str, list[str]] = defaultdict(list)
    for copy, original in duplicates.items():
        if copy in here:
            copies[original].append(copy)
    found: dict[str, str] = {}
    for original, members in copies.items():
        first = original if original in here else min(members)
        found |= {copy: first for copy in members if copy != first}
    return found


def _outcome(desk: Desk, decision: Decision, undone: Mapping[int, int]) -> Outcome:
    number = decision.number
    if number in undone:
        return Outcome(number=number, state="undone", code="undone", ids=(str(undone[number]),))
    if decision.act == "undo":
        return Outcome(number=number, state="applied")
    try:
        code, ids = REPLAYED[decision.act](desk, decision)
    except Gone as gone:
        return Outcome(number=number, state="orphaned", code=gone.code, ids=gone.ids)
    desk.touched = True
    return Outcome(number=number, state="applied", code=code, ids=tuple(ids))


# -- the acts: each changes the desk and says what of it could not be done ------------------------------

Remark = tuple[str, Sequence[str]]
DONE: Remark = ("", ())


def _followed(named: str, found: str) -> Remark:
    return DONE if named == found else ("followed", (found,))


def _missing(recorded: Iterable[str], present: Collection[str]) -> Remark:
    gone = sorted(set(recorded) - set(present))
    return ("part", gone) if gone else DONE


def _rename(desk: Desk, decision: Decision) -> Remark:
    if decision.after["title"] == MARK:
        raise Gone("withdrawn", decision.objects)
    found = desk.theme(decision.objects[0], decision)
    desk.themes[found] = replace(desk.themes[found], title=decision.after["title"])
    return _followed(decision.objects[0], found)


def _title(title: str, theme_id: str) -> str:
    """A title that people gave; the theme's id where it repeated the words of a source that was withdrawn."""
    return theme_id if title == MARK else title


def _merge(desk: Desk, decision: Decision) -> Remark:
    """The passages that were merged stay together, wherever the machine has put them since."""
    first, other = decision.objects
    recorded = {one: list(decision.before["themes"][one]["passages"]) for one in (first, other)}
    together: set[str] = set()
    kept = first
    for theme_id in (first, other):
        held = set(desk.present(recorded[theme_id]))
        try:
            found = desk.theme(theme_id, decision)
            held |= desk.members()[found]
            kept = found if theme_id == first else kept
        except Gone:
            if not held:
                raise
        together |= held
    if kept not in desk.themes:
        facts = decision.before["themes"][first]
        desk.themes[kept] = Theme(
            theme_id=kept, title=_title(facts["title"], kept), keywords=tuple(facts["keywords"]), passage_ids=()
        )
    desk.put(together, kept)
    return _missing([*recorded[first], *recorded[other]], together)


def _split(desk: Desk, decision: Decision) -> Remark:
    recorded = list(decision.before["passages"])
    present = desk.present(recorded)
    if not present:
        first = recorded[0]
        desk.passage(first, decision.before["passages"][first])
    after = decision.after
    desk.themes[after["theme_id"]] = Theme(
        theme_id=after["theme_id"],
        title=_title(after["title"], after["theme_id"]),
        keywords=tuple(after["keywords"]),
        passage_ids=(),
    )
    desk.put(present, after["theme_id"])
    return _missing(recorded, present)


def _move(desk: Desk, decision: Decision) -> Remark:
    passage_id, theme_id = decision.objects
    one = desk.passage(passage_id, decision.before["passages"][passage_id])
    found = desk.theme(theme_id, decision)
    desk.put([one], found)
    return _followed(theme_id, found)


def _place(desk: Desk, decision: Decision) -> Remark:
    (named,), after = decision.objects, decision.after
    if after["target"] not in OUTSIDE and desk.targets.get(after["target"]) != after["kind"]:
        raise Gone("target-gone", (after["target"],))
    passages = decision.before.get("passages", {})
    found = desk.passage(named, passages[named]) if named in passages else desk.theme(named, decision)
    desk.placed[found] = Placement(
        theme_id="", kind=after["kind"], target=after["target"], score=1.0, probability=1.0,
        evidence=decision.reason, decided_by=decision.role,
    )  # fmt: skip
    return _followed(named, found)


def _set_aside(desk: Desk, decision: Decision) -> Remark:
    passage_id = decision.objects[0]
    one = desk.passage(passage_id, decision.before["passages"][passage_id])
    desk.set_aside(one, decision.after["reason"])
    return DONE


REPLAYED: dict[str, Callable[[Desk, Decision], Remark]] = {
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "move": _move,
    "place": _place,
    "set_aside": _set_aside,
}
"""Act → what it does."""
