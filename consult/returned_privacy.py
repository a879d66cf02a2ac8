"""A sheet of personal data that came back: what a person decided in it, applied row by row.

In: the bytes of a workbook that `publish.privacy_sheet` made and a person filled in, and an open review. Out: what was
done, and every row that could not be, with the reason. Guaranteed: a row that nobody touched decides nothing; where
somebody has decided otherwise since the sheet was made, that stands, and the row is told as a collision; nothing is
written before the review's `finish`. What is told of a row names its place, never the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from consult.errors import DecisionError, InputError
from consult.filled import tables_of
from consult.messages import languages, messages
from consult.publish.privacy_sheet import DECISIONS, SHEETS, VERSION, heads_of, names_of
from consult.publish.review_sheet import BASE, MARK
from consult.records import Finding
from consult.returned import Refused, rows_in
from consult.review import Review

STANDS = {"redact": "redacted", "reveal": "revealed"}
"""A decision → the status that it gives."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A row that was applied. act: `redact`, `reveal` or `widen`; key: of the finding, or the source's."""

    sheet: str
    row: int
    key: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a sheet brought. unchanged: rows that say what has been decided already."""

    done: tuple[Done, ...]
    refused: tuple[Refused, ...]
    unchanged: int


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """A workbook as it was read: the status of each finding when it was made, and rows with their numbers."""

    run_id: str
    base: Mapping[str, str]
    rows: dict[str, list[tuple[int, Row]]] = field(default_factory=dict)


class _Stands(Exception):  # noqa: N818 - no error: the row says what stands
    """What a row says has been decided already."""


def apply_privacy_sheet(data: bytes, desk: Review, role: str) -> Returned:
    """Apply what a person decided to an open review.

    Raises InputError where the file is no such sheet, or one of another consultation.
    """
    sheet = _read(data)
    if not desk.ledger.connection.execute("SELECT 1 FROM runs WHERE run_id = ?", (sheet.run_id,)).fetchone():
        raise InputError("the sheet was made from another ledger; export one from this, and fill that in")
    done: list[Done] = []
    refused: list[Refused] = []
    unchanged, seen = 0, set[str]()
    for name, number, row in _told(sheet):
        key = row.get("finding_id", "") or _chosen(row.get("source_id", ""))
        try:
            if name == "found":
                _once(key, seen)
            done += [Done(sheet=name, row=number, key=key, act=act) for act in _apply(name, row, sheet, desk, role)]
        except _Stands:
            unchanged += 1
        except DecisionError as error:
            refused.append(Refused(sheet=name, row=number, key=key, column="", why=str(error)))
    return Returned(done=tuple(done), refused=tuple(refused), unchanged=unchanged)


# -- reading ------------------------------------------------------------------------------------------


def _read(data: bytes) -> _Sheet:
    tables = tables_of(data)
    base = [(*row, "", "", "")[:3] for row in tables.get(BASE, ())]
    if not base or base[0][0] != VERSION or base[0][2] not in languages():
        raise InputError("no sheet of personal data of this version of consult; `consult privacy export` makes one")
    m = messages(base[0][2])
    found = _Sheet(run_id=base[0][1], base={key: status for key, status, _ in base[1:]})
    for sheet, name in names_of(m).items():
        if name not in tables:
            raise InputError(f"the sheet {name!r} is missing; export again, and fill in that file")
        found.rows[sheet] = list(rows_in(tables[name], heads_of(sheet, m)))
    return found


def _told(sheet: _Sheet) -> Iterator[tuple[str, int, Row]]:
    """(sheet, number, row) of the rows in which somebody has filled anything in."""
    for name, numbered in sheet.rows.items():
        mine = [column.name for column in SHEETS[name] if column.open]
        for number, row in numbered:
            if any(row.get(column) for column in mine):
                yield name, number, row


def _chosen(cell: str) -> str:
    """The word of ours that a chosen cell stands for."""
    return cell.partition(MARK)[0].strip()


# -- doing it -----------------------------------------------------------------------------------------


def _apply(name: str, row: Row, sheet: _Sheet, desk: Review, role: str) -> list[str]:
    """Do what a row says; what was done. Raises DecisionError where it cannot be, _Stands where it is already."""
    if name == "missed":
        return _missed(row, desk, role)
    finding = next((one for one in desk.stands.findings if one.finding_id == row.get("finding_id")), None)
    decision, wider, reason = _chosen(row.get("decision", "")), row.get("wider", ""), row.get("reason", "")
    _refuse(row, decision, wider, reason, sheet)
    if finding is None:
        raise DecisionError("is no longer there; the source has changed or gone since the sheet was made")
    if wider:
        return _widen(finding, wider, desk, role, reason)
    if finding.status == STANDS[decision]:
        raise _Stands
    if finding.status != sheet.base[finding.finding_id]:
        raise DecisionError(f"collides: somebody has decided otherwise meanwhile, and it is {finding.status} now")
    act = desk.confirm if decision == "redact" else desk.reveal
    act(finding.finding_id, role=role, reason=reason)
    return [decision]


def _once(key: str, seen: set[str]) -> None:
    if key in seen:
        raise DecisionError("stands twice; the first one counts")
    seen.add(key)


def _refuse(row: Row, decision: str, wider: str, reason: str, sheet: _Sheet) -> None:
    """Raise DecisionError for a row that nobody can act on."""
    if row.get("finding_id", "") not in sheet.base:
        raise DecisionError("no row of this sheet bears this id")
    if not decision and not wider:
        raise DecisionError("has a reason, but decides nothing")
    if decision and decision not in DECISIONS:
        raise DecisionError(f"decision: choose from the list ({', '.join(DECISIONS)})")
    if decision == "reveal" and wider:
        raise DecisionError("lets the words stay and takes more of them out; say one of the two")
    if not reason:
        raise DecisionError("gives no reason; what is published of a person has to be accounted for")


def _widen(finding: Finding, wider: str, desk: Review, role: str, reason: str) -> list[str]:
    """Take out the words around a finding, and the finding where that was open."""
    if finding.where != "text":
        raise DecisionError(f"stands in the {finding.where}, of which the words found are taken out, and no others")
    source = next(one for one in desk.sources if one.source_id == finding.source_id)
    spans = [span for span in places(source.text, wider) if span[0] <= finding.start and finding.end <= span[1]]
    if not spans:
        raise DecisionError("the wider words do not stand around what was found; copy them as they are in the source")
    start, end = spans[0]
    if (start, end) == (finding.start, finding.end):
        raise DecisionError("the wider words are those that were found; decide on these instead")
    if _is_out(desk, source.source_id, start, end):
        raise _Stands
    acts = ["widen"]
    desk.redact(source.source_id, start, end, finding.kind, role=role, reason=reason)
    if finding.status != "redacted":
        desk.confirm(finding.finding_id, role=role, reason=reason)
        acts.append("redact")
    return acts


def _missed(row: Row, desk: Review, role: str) -> list[str]:
    """Take out words that the machine has not found, wherever they stand in a source."""
    named, words, kind = _chosen(row.get("source_id", "")), row.get("words", ""), _chosen(row.get("kind", ""))
    source = next((one for one in desk.sources if one.source_id == named), None)
    if source is None:
        raise DecisionError("names no source of this consultation; choose from the list")
    if not words:
        raise DecisionError("has no words; copy them as they are in the source")
    if not row.get("reason"):
        raise DecisionError("gives no reason; what is published of a person has to be accounted for")
    spans = list(places(source.text, words))
    if not spans:
        raise DecisionError("the words do not stand there; copy them as they are in the source")
    fresh = [span for span in spans if not _is_out(desk, named, *span)]
    if not fresh:
        raise _Stands
    for start, end in fresh:
        desk.redact(named, start, end, kind or "other", role=role, reason=row["reason"])
    return ["redact"] * len(fresh)


def _is_out(desk: Review, source_id: str, start: int, end: int) -> bool:
    """Whether a person, or the machine, takes just these words out already."""
    return any(
        (one.source_id, one.where, one.start, one.end, one.status) == (source_id, "text", start, end, "redacted")
        for one in desk.stands.findings
    )


def places(text: str, words: str) -> Sequence[tuple[int, int]]:
    r"""Where words stand in a text, whatever white space wraps them.

    >>> places("hos Kari\nNes og Kari Nes", "Kari Nes")
    [(4, 12), (16, 24)]
    """
    form = r"\s+".join(map(re.escape, words.split()))
    return [found.span() for found in re.finditer(form, text) if found[0]]
