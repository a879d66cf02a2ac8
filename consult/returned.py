"""A review sheet that came back: what a person changed in it, applied as decisions and responses.

In: the bytes of a workbook that `publish.review_sheet` made and a person filled in, and an open review. Out: what was
changed and done, and every row that could not be, with the reason. Guaranteed: a cell that nobody touched decides
nothing; where ledger and sheet have both changed the same thing since the sheet was made, neither is overwritten:
it is a collision, and is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from consult.answer.decide import titled
from consult.errors import DecisionError, InputError
from consult.filled import tables_of
from consult.messages import languages, messages
from consult.publish.review_sheet import BASE, MARK, SHEETS, VERSION, heads_of, key_of, names_of, rows_now
from consult.records import REASONS, RESPONSE_STATUSES, Response
from consult.returned_titles import clashes, go_to_title
from consult.review import Review

Cell = tuple[str, str, str]
"""(sheet, key of the row, column)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A cell that a person changed. row: its number in the workbook; before, after: as read back."""

    sheet: str
    row: int
    key: str
    column: str
    before: str
    after: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An edit or a row that was not applied, and why."""

    sheet: str
    row: int
    key: str
    column: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a sheet brought. unchanged: cells that say what has been decided elsewhere meanwhile."""

    done: tuple[Edit, ...]
    refused: tuple[Refused, ...]
    unchanged: int


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """A workbook as it was read: language, base values, and rows by sheet, each with its number."""

    run_id: str
    language: str
    base: dict[Cell, str]
    rows: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)


def apply_sheet(data: bytes, desk: Review, role: str) -> Returned:
    """Apply what a person changed to an open review; nothing is written before its `finish`.

    Raises InputError where the file is no review sheet, or one of another consultation.
    """
    sheet = _read(data)
    if not desk.ledger.connection.execute("SELECT 1 FROM runs WHERE run_id = ?", (sheet.run_id,)).fetchone():
        raise InputError("the sheet was made from another ledger; export one from this, and fill that in")
    edits, refused, unchanged = _edits(sheet, desk)
    edits = list(_of_one_title(edits, desk, refused))
    done = []
    for group in _in_order(edits):
        try:
            _apply(group, sheet, desk, role)
            done += group
        except DecisionError as error:
            refused += _refuse_act(group, str(error))
    return Returned(done=tuple(done), refused=tuple(sorted(refused, key=_place)), unchanged=unchanged)


def _place(one: Refused) -> tuple[str, int, str]:
    return one.sheet, one.row, one.column


def _refuse(edit: Edit, why: str) -> Refused:
    return Refused(sheet=edit.sheet, row=edit.row, key=edit.key, column=edit.column, why=why)


def _refuse_act(group: Sequence[Edit], why: str) -> list[Refused]:
    """The edits of one act; a row of answers is told of once."""
    if group[0].sheet != "answers":
        return [_refuse(edit, why) for edit in group]
    return [replace(_refuse(group[0], why), column=", ".join(sorted(edit.column for edit in group)))]


# -- reading ------------------------------------------------------------------------------------------


def _read(data: bytes) -> _Sheet:
    tables = tables_of(data)
    base = [(*row, "", "", "", "")[:4] for row in tables.get(BASE, ())]
    if not base or base[0][0] != VERSION or base[0][2] not in languages():
        raise InputError("no review sheet of this version of consult; `consult review export` makes one")
    found = _Sheet(run_id=base[0][1], language=base[0][2], base={(s, k, c): value for s, k, c, value in base[1:]})
    m = messages(found.language)
    for sheet, name in names_of(m).items():
        if name not in tables:
            raise InputError(f"the sheet {name!r} is missing; export again, and fill in that file")
        found.rows[sheet] = list(rows_in(tables[name], heads_of(sheet, m)))
    return found


def rows_in(table: Sequence[Sequence[str]], heads: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows that say anything, with their numbers; a column that was taken away reads as if nobody touched it."""
    at = {head: place for place, head in enumerate(table[0])} if table else {}
    for number, row in enumerate(table[1:], start=2):
        values = {name: row[at[head]] for name, head in heads.items() if head in at and at[head] < len(row)}
        if any(values.values()):
            yield number, values


# -- what was changed ---------------------------------------------------------------------------------


def _edits(sheet: _Sheet, desk: Review) -> tuple[list[Edit], list[Refused], int]:
    """Cells that differ from the base, but for those that cannot be read, collide, or say what stands already."""
    now, themes = rows_now(desk.analysis, sheet.language), desk.analysis.themes
    edits: list[Edit] = []
    refused: list[Refused] = []
    seen: set[tuple[str, str]] = set()
    unchanged = 0
    for name, numbered in sheet.rows.items():
        for number, row in numbered:
            for edit in _changed(name, number, row, sheet, seen, refused):
                stands = now[name].get(edit.key, {}).get(edit.column)
                if stands is None:
                    refused.append(_refuse(edit, "is no longer there; it was merged, moved or set aside meanwhile"))
                elif _same(stands, edit.after) or (edit.column == "theme" and stands in titled(themes, edit.after)):
                    unchanged += 1
                elif not _same(stands, edit.before):
                    why = f"collides: somebody has changed it meanwhile, from {edit.before!r} to {stands!r}"
                    refused.append(_refuse(edit, why))
                else:
                    edits.append(edit)
    return edits, refused, unchanged


def _changed(
    name: str, number: int, row: dict[str, str], sheet: _Sheet, seen: set[tuple[str, str]], refused: list[Refused]
) -> Iterator[Edit]:
    """What one row changes; a row that nobody can place is refused as a whole."""
    first = SHEETS[name][0].name
    key = key_of(name, {first: "", "place": ""} | row)
    columns = [one for one in SHEETS[name] if (name, key, one.name) in sheet.base]
    if not columns or (name, key) in seen:
        why = "stands twice; the first one counts" if columns else "no row of this sheet bears this id"
        refused.append(Refused(sheet=name, row=number, key=key, column=first, why=why))
        return
    seen.add((name, key))
    reason = row.get("reason", "") if name != "answers" else ""
    edits = [
        Edit(sheet=name, row=number, key=key, column=one.name, before=before, after=after, reason=reason)
        for one in columns
        for before in [sheet.base[name, key, one.name]]
        for after in [_read_back(row.get(one.name, before), one.choices, sheet)]
        if not _same(after, before)
    ]
    if reason and not edits:
        why = "has a reason, but nothing is changed"
        refused.append(Refused(sheet=name, row=number, key=key, column="reason", why=why))
    yield from edits


def _read_back(value: str, choices: str, sheet: _Sheet) -> str:
    """The word of ours that a chosen cell stands for; free text as it is, such as a title that somebody wrote."""
    if choices == "yes":
        said = messages(sheet.language)("review-sheet-yes")
        return "yes" if value.casefold() == said.casefold() else value
    chosen = value.partition(MARK)[0].strip() if choices and MARK in value else value
    chosen = _by_words(choices, sheet.language).get(chosen.casefold(), chosen)
    return value if choices == "themes" and not _is_theme(chosen) else chosen


@cache
def _by_words(choices: str, language: str) -> dict[str, str]:
    """What a list says behind its mark, in small letters → what it stands for: people write the words they know."""
    m = messages(language)
    if choices == "statuses":
        return {m(f"review-status-{status}").casefold(): status for status in RESPONSE_STATUSES}
    return {m(f"report-aside-{reason}").casefold(): reason for reason in REASONS} if choices == "reasons" else {}


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _of_one_title(edits: Sequence[Edit], desk: Review, refused: list[Refused]) -> Iterator[Edit]:
    """Edits but for titles that another theme keeps, or gets further up; one that is merged away keeps none."""
    merged = {edit.key for edit in edits if (edit.sheet, edit.column) == ("themes", "merge_into")}
    stand = {theme.theme_id: theme.title for theme in desk.analysis.themes if theme.theme_id not in merged}
    wanted = {edit.key: edit.after for edit in edits if (edit.sheet, edit.column) == ("themes", "title")}
    taken = clashes({key: title for key, title in wanted.items() if key in stand}, stand)
    for edit in edits:
        if (edit.sheet, edit.column) == ("themes", "title") and edit.key in taken:
            other = taken[edit.key]
            why = f"{other} has this title; choose it as what this theme goes up in, or write another title"
            refused.append(_refuse(edit, why))
        else:
            yield edit


# -- doing it -----------------------------------------------------------------------------------------

ORDER = (
    ("themes", "title"), ("passages", "aside"), ("passages", "theme"), ("themes", "merge_into"), ("themes", "target"),
    ("passages", "target"), ("answers", ""), ("themes", "approved"),
)  # fmt: skip
"""First what things are called, then what goes where, then what is answered, and approval of all of it last."""


def _in_order(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Edits in groups that are one act: a row of answers, passages that leave for the same new theme, or one cell."""
    groups: dict[tuple[int, int, int, str], list[Edit]] = defaultdict(list)
    for edit in edits:
        column = "" if edit.sheet == "answers" else edit.column
        place = ORDER.index((edit.sheet, column))
        if (edit.sheet, edit.column) == ("passages", "theme") and not _is_theme(edit.after):
            groups[place, 0, 0, edit.after].append(edit)
        else:
            groups[place, 1, edit.row, edit.key].append(edit)
    return [groups[key] for key in sorted(groups)]


def _is_theme(text: str) -> bool:
    return text.startswith("t-") and " " not in text


def _apply(group: Sequence[Edit], sheet: _Sheet, desk: Review, role: str) -> None:
    """Do one act. Raises DecisionError where it cannot be done."""
    edit = group[0]
    if edit.sheet == "answers":
        if edit.key.partition("|")[0] not in {theme.theme_id for theme in desk.analysis.themes}:
            raise DecisionError("this theme has no passages left; answer the themes where they now are")
        desk.respond(_response(edit.key, group, sheet), role=role)
    elif (edit.sheet, edit.column) == ("passages", "theme") and not _is_theme(edit.after):
        go_to_title(edit.after, {one.key: one.reason for one in group}, desk, role)
    else:
        ACTS[edit.sheet, edit.column](desk, edit, role)


def _response(key: str, group: Sequence[Edit], sheet: _Sheet) -> Response:
    theme_id, _, place = key.partition("|")
    columns = ("status", "reason", "responsible", "next_step", "date")
    facts = {column: sheet.base[("answers", key, column)] for column in columns}
    facts |= {edit.column: edit.after for edit in group}
    return Response(theme_id=theme_id, target=place, **facts)


def _approve(desk: Review, edit: Edit, role: str) -> None:
    if edit.after != "yes":
        number = max((d.number for d in desk.decisions if d.act == "approve" and d.objects == (edit.key,)), default=0)
        raise DecisionError(
            f"to take an approval back: consult review undo {number}" if not edit.after else "choose from the list"
        )
    desk.approve(edit.key, role=role, reason=edit.reason)


ACTS: dict[tuple[str, str], Callable[[Review, Edit, str], object]] = {
    ("themes", "title"): lambda desk, edit, role: desk.rename(edit.key, edit.after, role=role, reason=edit.reason),
    ("themes", "target"): lambda desk, edit, role: desk.place(edit.key, edit.after, role=role, reason=edit.reason),
    ("themes", "merge_into"): lambda desk, edit, role: desk.merge(edit.after, edit.key, role=role, reason=edit.reason),
    ("themes", "approved"): _approve,
    ("passages", "theme"): lambda desk, edit, role: desk.move(edit.key, edit.after, role=role, reason=edit.reason),
    ("passages", "target"): lambda desk, edit, role: desk.place(edit.key, edit.after, role=role, reason=edit.reason),
    ("passages", "aside"): lambda desk, edit, role: desk.set_aside(edit.key, edit.after, role=role, reason=edit.reason),
}
