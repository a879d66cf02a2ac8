"""Personal data decided on in a spreadsheet: what goes out, what comes back, and what is told of each row."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from consult.errors import InputError
from consult.messages import languages, messages
from consult.publish.privacy_sheet import DECISIONS, EMPTY_ROWS, SHEETS, heads_of, names_of, privacy_sheet
from consult.publish.run_time import run_time
from consult.records import PERSONAL_KINDS, SPECIAL_KINDS, Finding, Source
from consult.returned_privacy import Returned, apply_privacy_sheet, places
from consult.review import reviewing
from consult.run import Finished
from tests.privacy_run import analysis_of, decisions_of, personal
from tests.test_cli import consult

__all__ = ["personal"]  # a fixture

ROLE = "coordinator"
M = messages("nn")
HOSTILE = "=HYPERLINK(1) <script>"


class Book:
    """A workbook that a person has open."""

    def __init__(self, data: bytes) -> None:
        """Open it."""
        self.book: Any = openpyxl.load_workbook(BytesIO(data))

    def fill(self, row: int, sheet: str = "found", **cells: str) -> None:
        """Write into cells of a row, numbered from 1 below the head."""
        page = self.book[names_of(M)[sheet]]
        for column, value in cells.items():
            page.cell(row + 1, list(heads_of(sheet, M)).index(column) + 1).value = value

    def row_of(self, words: str) -> int:
        """The first row of a finding with these words."""
        page, at = self.book[names_of(M)["found"]], list(heads_of("found", M)).index("words") + 1
        return next(row - 1 for row in range(2, page.max_row + 1) if page.cell(row, at).value == words)

    def data(self) -> bytes:
        """The file as it is saved."""
        buffer = BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()


def exported(out: Path) -> bytes:
    """A sheet of every finding."""
    with reviewing(out) as desk:
        created = run_time({"started": desk.last.started})
        return privacy_sheet(desk.stands.findings, desk.sources, desk.last.run_id, created, "nn")


def filled(out: Path, fill: Callable[[Book], None]) -> bytes:
    """A sheet that somebody has filled in."""
    book = Book(exported(out))
    fill(book)
    return book.data()


def imported(out: Path, data: bytes) -> Returned:
    """Bring it back, and write what it brought."""
    with reviewing(out) as desk:
        found = apply_privacy_sheet(data, desk, ROLE)
        desk.finish()
    return found


def status_of(out: Path, words: str) -> set[str]:
    """How the findings of these words in a text stand."""
    with reviewing(out) as desk:
        texts = {source.source_id: source.text for source in desk.sources}
        return {
            one.status for one in desk.stands.findings
            if one.where == "text" and texts[one.source_id][one.start : one.end] == words
        }  # fmt: skip


# -- what decides nothing ---------------------------------------------------------------------------------------------


def test_a_sheet_that_nobody_touched_decides_nothing(personal: Finished) -> None:
    """Out and back again: no act, no row told."""
    found = imported(personal.out, exported(personal.out))
    assert found == Returned(done=(), refused=(), unchanged=0)
    assert decisions_of(personal.out) == ()


def test_a_sheet_says_what_stands_already_without_an_act(personal: Finished) -> None:
    """A name that is taken out, taken out once more, is no second decision."""

    def fill(book: Book) -> None:
        book.fill(book.row_of("Torgunn Bråtesveen"), decision="redact · ta ut", reason="Namn")

    found = imported(personal.out, filled(personal.out, fill))
    assert (found.done, found.refused, found.unchanged) == ((), (), 1)


def test_a_dry_run_writes_nothing(personal: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It shows what would be done, by place and never by words."""
    file = tmp_path / "ark.xlsx"

    def fill(book: Book) -> None:
        book.fill(book.row_of("428 06 917"), decision="reveal", reason="Samtykke")

    file.write_bytes(filled(personal.out, fill))
    assert consult("privacy", "import", file, "--role", ROLE, "--dry-run", "--in", personal.out) == 0
    told = capsys.readouterr().out
    assert "1 acts, 0 rows not applied, 0 decided already." in told
    assert "428 06 917" not in told
    assert decisions_of(personal.out) == ()


# -- what is done -----------------------------------------------------------------------------------------------------


def test_findings_are_confirmed_let_stay_and_widened(personal: Finished) -> None:
    """Each by its row, with its reason in the log."""
    (health,) = [one for one in analysis_of(personal.out).findings if one.kind in SPECIAL_KINDS]
    assert health.status == "open"

    def fill(book: Book) -> None:
        book.fill(book.row_of("nesten blind etter slag"), decision="redact · ta ut", reason="Om helse")
        book.fill(book.row_of("428 06 917"), decision="reveal · la stå", reason="Nummeret til ei vakt")
        book.fill(book.row_of("Bråtesveen"), wider="Bråtesveen på garden ved  sida av", reason="Peikar ut naboen")

    found = imported(personal.out, filled(personal.out, fill))
    assert found.refused == ()
    assert sorted(one.act for one in found.done) == ["redact", "reveal", "widen"]
    assert status_of(personal.out, "nesten blind etter slag") == {"redacted"}
    assert status_of(personal.out, "428 06 917") == {"revealed"}
    assert status_of(personal.out, "Bråtesveen på garden ved sida av") == {"redacted"}
    assert {one.reason for one in decisions_of(personal.out)} == {
        "Om helse", "Nummeret til ei vakt", "Peikar ut naboen"
    }  # fmt: skip
    again = imported(personal.out, filled(personal.out, fill))
    assert (again.done, again.unchanged) == ((), 3)


def test_widening_what_waits_takes_that_out_too(personal: Finished) -> None:
    """An open finding is decided on when more than it is taken out: nothing of it waits any more."""

    def fill(book: Book) -> None:
        book.fill(book.row_of("nesten blind etter slag"), wider="Mor mi er nesten blind etter slag", reason="Helse")

    found = imported(personal.out, filled(personal.out, fill))
    assert [one.act for one in found.done] == ["widen", "redact"]
    assert status_of(personal.out, "nesten blind etter slag") == {"redacted"}


def test_what_was_missed_is_taken_out_everywhere_in_its_source(personal: Finished) -> None:
    """By words, from the second sheet."""
    (source,) = [one for one in analysis_of(personal.out).sources if one.path.startswith("bord2")]

    def fill(book: Book) -> None:
        book.fill(3, "missed", source_id=source.source_id, words="Svar på innspel", kind="other", reason="Prøve")

    found = imported(personal.out, filled(personal.out, fill))
    assert [one.act for one in found.done] == ["redact"]
    assert imported(personal.out, filled(personal.out, fill)).unchanged == 1


# -- what is told of a row --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"decision": "redact"}, "no reason"),
        ({"decision": "reveal"}, "no reason"),
        ({"wider": "Mor mi er nesten blind etter slag"}, "no reason"),
        ({"reason": "Fordi"}, "decides nothing"),
        ({"decision": "kanskje", "reason": "x"}, "choose from the list"),
        ({"decision": "reveal", "wider": "Mor mi er nesten blind etter slag", "reason": "x"}, "one of the two"),
        ({"wider": "Noko som ikkje står der", "reason": "x"}, "do not stand around"),
        ({"wider": "Eg heiter Torgunn", "reason": "x"}, "do not stand around"),
        ({"wider": "nesten blind etter slag", "reason": "x"}, "are those that were found"),
        ({"wider": HOSTILE, "reason": HOSTILE}, "do not stand around"),
        ({"finding_id": "f-000000000000", "decision": "redact", "reason": "x"}, "no row of this sheet"),
        ({"decision": "redact", "reason": "x" * 5000}, "--reason"),
    ],
)
def test_a_row_that_cannot_be_applied_is_told(personal: Finished, cells: dict[str, str], why: str) -> None:
    """By sheet, number and finding; the other rows are applied all the same."""

    def fill(book: Book) -> None:
        book.fill(book.row_of("nesten blind etter slag"), **cells)
        book.fill(book.row_of("428 06 917"), decision="reveal", reason="Samtykke")

    found = imported(personal.out, filled(personal.out, fill))
    assert [one.act for one in found.done] == ["reveal"]
    (refused,) = found.refused
    assert why in refused.why
    assert refused.sheet == "found"
    assert refused.row > 1


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"source_id": "s-0", "words": "x", "reason": "x"}, "names no source"),
        ({"words": "x", "reason": "x"}, "names no source"),
        ({"source_id": "@", "reason": "x"}, "has no words"),
        ({"source_id": "@", "words": "Hei"}, "no reason"),
        ({"source_id": "@", "words": "Noko som ikkje står der", "reason": "x"}, "do not stand there"),
        ({"source_id": "@", "words": "Hei", "kind": "noko", "reason": "x"}, "no kind of personal data"),
    ],
)
def test_a_row_of_what_was_missed_that_cannot_be_applied_is_told(
    personal: Finished, cells: dict[str, str], why: str
) -> None:
    """In the same way."""
    (letter,) = [one for one in analysis_of(personal.out).sources if "Torgunn" in one.path]
    mine = {column: f"{letter.source_id} · {letter.path}" if cell == "@" else cell for column, cell in cells.items()}
    found = imported(personal.out, filled(personal.out, lambda book: book.fill(1, "missed", **mine)))
    assert [(one.sheet, one.row) for one in found.refused] == [("missed", 2)]
    assert why in found.refused[0].why


def test_what_stands_in_a_path_cannot_be_widened(personal: Finished) -> None:
    """Of a file's name what was found is taken out, and no more."""
    (path,) = [one for one in analysis_of(personal.out).findings if one.where == "path"]

    def fill(book: Book) -> None:
        page = book.book[names_of(M)["found"]]
        row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == path.finding_id)
        book.fill(row - 1, wider="innspel_Torgunn_Bråtesveen", reason="x")

    (refused,) = imported(personal.out, filled(personal.out, fill)).refused
    assert "stands in the path" in refused.why


def test_decisions_since_the_sheet_was_made_are_not_overwritten(personal: Finished) -> None:
    """Somebody let the number stay and took it out again... the sheet of before says otherwise: a collision, told."""

    def fill(book: Book) -> None:
        book.fill(book.row_of("nesten blind etter slag"), decision="redact", reason="Om helse")

    sheet = filled(personal.out, fill)
    (health,) = [one for one in analysis_of(personal.out).findings if one.kind in SPECIAL_KINDS]
    with reviewing(personal.out) as desk:
        desk.reveal(health.finding_id, role="head", reason="Samtykke")
        desk.finish()

    found = imported(personal.out, sheet)
    assert found.done == ()
    assert "collides" in found.refused[0].why
    assert status_of(personal.out, "nesten blind etter slag") == {"revealed"}


def test_a_row_that_stands_twice_is_told(personal: Finished) -> None:
    """Somebody copied a row: the first counts."""

    def fill(book: Book) -> None:
        page, at = book.book[names_of(M)["found"]], book.row_of("428 06 917")
        book.fill(at, decision="reveal", reason="Samtykke")
        page.append([page.cell(at + 1, column).value for column in range(1, len(SHEETS["found"]) + 1)])

    found = imported(personal.out, filled(personal.out, fill))
    assert [one.act for one in found.done] == ["reveal"]
    assert "stands twice" in found.refused[0].why


def test_what_is_no_such_sheet_is_refused(personal: Finished) -> None:
    """Another workbook, one with a page taken away, one of another ledger, no workbook at all."""
    buffer = BytesIO()
    openpyxl.Workbook().save(buffer)
    with pytest.raises(InputError, match="no sheet of personal data"):
        imported(personal.out, buffer.getvalue())
    with pytest.raises(InputError, match="is missing"):
        imported(personal.out, filled(personal.out, lambda book: book.book.remove(book.book[names_of(M)["missed"]])))

    def elsewhere(book: Book) -> None:
        book.book["base"]["B1"].value = "r-000000000000"

    with pytest.raises(InputError, match="another ledger"):
        imported(personal.out, filled(personal.out, elsewhere))
    with pytest.raises(InputError, match="not a workbook that can be read"):
        imported(personal.out, b"PK\x03\x04")


# -- the workbook -----------------------------------------------------------------------------------------------------


def test_the_commands_go_out_and_come_back(
    personal: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what waits, or everything; files that are no workbook or are not there are the user's fault."""
    file = tmp_path / "ark.xlsx"
    assert consult("privacy", "export", file, "--in", personal.out) == 0
    assert ", 1 findings" in capsys.readouterr().out
    assert consult("privacy", "export", file, "--all", "--in", personal.out) == 0
    book = Book(file.read_bytes())
    book.fill(book.row_of("nesten blind etter slag"), decision="redact", reason="Om helse")
    book.fill(book.row_of("428 06 917"), decision="reveal")
    file.write_bytes(book.data())
    capsys.readouterr()
    assert consult("privacy", "import", file, "--role", ROLE, "--in", personal.out) == 0
    assert "NOT APPLIED found row" in capsys.readouterr().out
    assert [one.act for one in decisions_of(personal.out)] == ["redact"]
    assert consult("privacy", "export", tmp_path / "ark.csv", "--in", personal.out) == 2
    assert consult("privacy", "import", tmp_path / "nope.xlsx", "--role", ROLE, "--in", personal.out) == 2


def test_only_what_may_be_filled_in_is_open(personal: Finished) -> None:
    """Ids and words are protected, and the hidden sheet cannot be shown by a click."""
    book = Book(exported(personal.out)).book
    for sheet, columns in SHEETS.items():
        page = book[names_of(M)[sheet]]
        assert page.protection.sheet
        for at, column in enumerate(columns, start=1):
            assert page.cell(2, at).protection.locked != column.open, column.name
    assert book["base"].sheet_state == "veryHidden"
    assert book[names_of(M)["missed"]].max_row == EMPTY_ROWS + 1


@pytest.mark.parametrize("language", languages())
def test_words_of_contributors_are_text_in_every_language(language: str) -> None:
    """A formula in a name stays a text; every choice has words for people."""
    source = Source(path="=1+1.txt", sha256="0" * 64, format="txt", text=f"Frå {HOSTILE} og takk")
    finding = Finding(source_id=source.source_id, start=4, end=4 + len(HOSTILE), kind="name", certainty=0.5)
    created = run_time({"started": "2026-01-01T00:00:00Z"})
    book = openpyxl.load_workbook(BytesIO(privacy_sheet([finding], [source], "r-1", created, language)))
    m = messages(language)
    page = book[names_of(m)["found"]]
    cell = page.cell(2, list(heads_of("found", m)).index("words") + 1)
    assert (cell.value, cell.data_type) == (HOSTILE, "s")
    listed = {str(cell.value).partition(" · ")[0] for row in book["lists"].iter_rows() for cell in row if cell.value}
    assert {*DECISIONS, *PERSONAL_KINDS, source.source_id} == listed


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [("", "x", 0), ("x", "", 0), ("x x", "x", 2), ("a\n b", "a b", 1), ("a.b", "a b", 0), ("1+1", "1+1", 1)],
)
def test_words_are_found_however_lines_break_them(text: str, words: str, found: int) -> None:
    """White space is white space; everything else is itself."""
    assert len(places(text, words)) == found
