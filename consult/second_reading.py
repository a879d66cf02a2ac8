"""Second readings: what came back of a reading sheet, and how far machine and people agree.

In: the bytes of a workbook that `publish.reading_sheet` made and a person filled in; a ledger. Out: readings, every
row that could not be read with the reason, and figures of agreement as run.json keeps them. The machine is measured
by what it proposed, not by what people have made of it since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from consult.answer.decide import free_text, role_of
from consult.errors import DecisionError, InputError
from consult.filled import tables_of
from consult.ledger import Ledger
from consult.messages import languages, messages
from consult.provenance import now
from consult.publish.reading_sheet import ASIDE, VERSION, heads_of
from consult.publish.review_sheet import BASE, MARK
from consult.readings import Reading, head, latest, readings
from consult.records import Framework, Passage, Placement, Theme

MACHINE = "machine"
OUTSIDE = ("new", "unplaced", ASIDE)
LONGEST_REMARK = 2000  # characters
LONGEST_THEME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that was not read, and why. row: its number in the workbook."""

    row: int
    passage_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What a sheet brought. empty: rows that say nothing."""

    readings: tuple[Reading, ...]
    refused: tuple[RefusedRow, ...]
    empty: int


def read_back(data: bytes, ledger: Ledger, framework: Framework, role: str) -> ReadBack:
    """The readings in a sheet, signed with a role; nothing is written.

    Raises InputError where the file is no reading sheet, or one of another consultation, and DecisionError for a role
    that is none.
    """
    signed, tables = role_of(role), tables_of(data)
    base = tables.get(BASE, [])
    if not base or (*base[0], "", "")[0] != VERSION or (*base[0], "", "")[2] not in languages():
        raise InputError("no reading sheet of this version of consult; `consult review sample` makes one")
    if not ledger.connection.execute("SELECT 1 FROM runs WHERE run_id = ?", (base[0][1],)).fetchone():
        raise InputError("the sheet was made from another ledger; draw a sample from this, and fill that in")
    m = messages(base[0][2])
    table = tables.get(m("reading-sheet-passages"))
    if table is None:
        raise InputError(f"the sheet {m('reading-sheet-passages')!r} is missing; draw a sample again")
    targets = {one.target_id for one in framework.targets} | set(OUTSIDE)
    return _rows(table, heads_of(m), {row[0] for row in base[1:]}, targets, signed)


def _rows(
    table: list[list[str]], heads: Mapping[str, str], known: Collection[str], targets: Collection[str], role: str
) -> ReadBack:
    at = {head: place for place, head in enumerate(table[0])} if table else {}
    found: dict[str, Reading] = {}
    refused: list[RefusedRow] = []
    empty = 0
    for number, row in enumerate(table[1:], start=2):
        values = {name: row[at[head]] if head in at and at[head] < len(row) else "" for name, head in heads.items()}
        said = [values[name].partition(MARK)[0].strip() for name in ("target", "theme")] + [values["remark"]]
        passage_id = values["passage_id"]
        if not any(said):
            empty += 1
            continue
        try:
            _refuse(passage_id, said[0], known, found, targets)
            theme = free_text(said[1], "the theme", LONGEST_THEME)
            remark = free_text(said[2], "the remark", LONGEST_REMARK)
        except DecisionError as error:
            refused.append(RefusedRow(row=number, passage_id=passage_id, why=str(error)))
            continue
        found[passage_id] = Reading(
            number=0, role=role, time=now(), passage_id=passage_id, target=said[0], theme=theme, remark=remark
        )
    return ReadBack(readings=tuple(found.values()), refused=tuple(refused), empty=empty)


def _refuse(
    passage_id: str, target: str, known: Collection[str], found: Collection[str], targets: Collection[str]
) -> None:
    if passage_id not in known:
        raise DecisionError("no row of this sheet bears this id")
    if passage_id in found:
        raise DecisionError("stands twice; the first one counts")
    if target and target not in targets:
        raise DecisionError(f"{target!r}: no place of the framework; choose from the list")


# -- agreement ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What one reader, or the machine, says of passages: passage id → target, and → theme."""

    role: str
    targets: dict[str, str]
    themes: dict[str, str]


def agreement_of(ledger: Ledger) -> dict[str, Any]:
    """Figures for run.json: every pair of the machine and those who have read. `head`: of the chain of readings.

    Passages that are no longer there are counted as `gone`, and are in no figure.
    """
    held = readings(ledger)
    if not held:
        return {"head": head(ledger), "readers": [], "pairs": [], "people": None}
    from consult.evaluate.agreement import alpha

    proposed = ledger.proposed()
    source_of = {one.passage_id: one.source_id for one in proposed.passages}
    people = readers(held, source_of)
    machine = machine_reader(proposed.passages, proposed.themes, proposed.placements)
    told = {role: {one.passage_id for one in latest(held).values() if one.role == role} for role in _roles(held)}
    several = alpha([one.targets for one in people], source_of) if len(people) > 1 else None
    return {
        "head": head(ledger),
        "readers": [
            {"role": role, "passages": len(ids & source_of.keys()), "gone": len(ids - source_of.keys())}
            for role, ids in told.items()
        ],
        "pairs": [_pair(one, other, source_of) for one, other in combinations((machine, *people), 2)],
        "people": None if several is None else {"readers": len(people), "alpha": asdict(several)},
    }


def readers(held: Iterable[Reading], here: Collection[str]) -> tuple[Reader, ...]:
    """Those who have read, in order of their roles, with what they say of passages that are here."""
    standing = [one for one in latest(held).values() if one.passage_id in here]
    return tuple(
        Reader(
            role=role,
            targets={one.passage_id: one.target for one in standing if one.role == role and one.target},
            themes={one.passage_id: one.theme for one in standing if one.role == role and one.theme},
        )
        for role in _roles(standing)
    )


def _roles(held: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(sorted({one.role for one in held}))


def machine_reader(passages: Iterable[Passage], themes: Iterable[Theme], placements: Iterable[Placement]) -> Reader:
    """The machine as a reader: a passage's theme, and its first choice, which is the theme's where it has no own."""
    theme_of = {passage_id: theme.theme_id for theme in themes for passage_id in theme.passage_ids}
    first: dict[str, str] = {}
    for one in sorted(placements, key=lambda p: (-p.probability, p.target)):
        first.setdefault(one.passage_id or one.theme_id, one.target or one.kind)
    here = [one.passage_id for one in passages]
    targets = {one: first.get(one, first.get(theme_of[one], "unplaced")) for one in here}
    return Reader(role=MACHINE, targets=targets, themes={one: theme_of[one] for one in here})


def _pair(one: Reader, other: Reader, source_of: Mapping[str, str]) -> dict[str, Any]:
    from consult.evaluate.agreement import placement_agreement, theme_agreement

    placement = placement_agreement(one.targets, other.targets, source_of)
    return {
        "first": one.role,
        "second": other.role,
        "placement": asdict(placement),
        "themes": asdict(theme_agreement(one.themes, other.themes, source_of)),
    }
