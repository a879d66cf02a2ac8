"""A sample goes out and comes back: drawn fairly, blind, read in full or refused with the reason, and measured."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.check import check, failed
from consult.evaluate.sampling import draw
from consult.ledger import open_ledger
from consult.messages import messages
from consult.publish.agreement_note import agreement_sentences
from consult.publish.reading_sheet import COLUMNS, reading_sheet
from consult.publish.run_time import run_time
from consult.readings import readings
from consult.run import Finished, run
from consult.second_reading import machine_reader
from tests import sample_analysis as sample
from tests.review_cases import Case, make_passages, place_on
from tests.test_cli import consult
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
HEADS = {column.name: at for at, column in enumerate(COLUMNS)}


# -- the sample -----------------------------------------------------------------------------------------


@given(st.integers(0, 12), st.integers(0, 9), st.permutations(range(6)))
def test_a_sample_is_the_same_in_any_order(size: int, seed: int, order: list[int]) -> None:
    """As many as asked for, each once, whatever order they came in."""
    case = Case()
    drawn = draw(case.passages, case.themes, {}, size, seed)
    assert len({one.passage_id for one in drawn}) == len(drawn) == min(size, 6)
    assert draw([case.passages[n] for n in order], case.themes[::-1], {}, size, seed) == drawn


def test_themes_are_represented_as_they_are() -> None:
    """Of themes with 30, 20 and 10 passages, a sample of twelve has six, four and two, with any seed."""
    _, passages = make_passages([f"Utsegn nummer {n}" for n in range(60)])
    case = Case()
    parts = (passages[:30], passages[30:50], passages[50:])
    themes = [
        replace(theme, passage_ids=tuple(one.passage_id for one in part))
        for theme, part in zip(case.themes, parts, strict=True)
    ]
    theme_of = {one: theme.theme_id for theme in themes for one in theme.passage_ids}
    for seed in range(20):
        drawn = Counter(theme_of[one.passage_id] for one in draw(passages, themes, {}, 12, seed))
        assert sorted(drawn.values()) == [2, 4, 6]


def test_other_seeds_draw_others_and_copies_are_left_out() -> None:
    """The seed decides; a copy is not read twice."""
    _, passages = make_passages([f"Utsegn nummer {n}" for n in range(60)])
    theme = Case().themes[0]
    themes = [replace(theme, passage_ids=tuple(one.passage_id for one in passages))]
    assert len({draw(passages, themes, {}, 10, seed) for seed in range(5)}) == 5
    copies = {one.passage_id: passages[0].passage_id for one in passages[1:]}
    assert draw(passages, themes, copies, 10, 1) == (passages[0],)


# -- the workbook ---------------------------------------------------------------------------------------


def book_of(data: bytes) -> Any:
    """The workbook, read by an independent program."""
    return openpyxl.load_workbook(BytesIO(data))


def test_the_sheet_tells_nothing_of_the_machine() -> None:
    """Neither theme, place, score nor voice stands in the row of a passage; choices are open, the rest is locked."""
    analysis = sample.analysis()
    data = reading_sheet(analysis.passages, analysis, sample.settings(), "r-1", run_time({}))
    page = book_of(data)["Utsegner"]
    for row in page.iter_rows(min_row=2):
        cells = {name: row[at] for name, at in HEADS.items()}
        assert {cells[name].value for name in ("target", "theme", "remark")} <= {None, ""}
        assert {name for name, cell in cells.items() if not cell.protection.locked} == {"target", "theme", "remark"}
    assert page.protection.sheet
    assert len(page.data_validations.dataValidation) == 2
    words = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    assert not any(str(word).startswith("t-") for word in words)


def test_what_contributors_wrote_never_runs() -> None:
    """Text that looks like a formula is text."""
    analysis = sample.hostile()
    data = reading_sheet(analysis.passages, analysis, sample.settings(), "r-1", run_time({}))
    for page in book_of(data).worksheets:
        assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_same_sample_gives_the_same_bytes() -> None:
    """Nothing depends on when or where it was written."""
    analysis = sample.analysis()
    one, other = (reading_sheet(analysis.passages, analysis, sample.settings(), "r-1", run_time({})) for _ in range(2))
    assert one == other


# -- there and back -------------------------------------------------------------------------------------


def fill(path: Path, answers: Mapping[int, tuple[str, str, str]]) -> list[str]:
    """Fill rows of a sheet (0 is the first passage) with place, theme and remark; returns the passages' ids."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[1]
    for number, values in answers.items():
        for name, value in zip(("target", "theme", "remark"), values, strict=True):
            page.cell(number + 2, HEADS[name] + 1).value = value
    book.save(path)
    return [str(row[0].value) for row in page.iter_rows(min_row=2)]


def sampled(finished: Finished, tmp_path: Path, name: str = "lesing.xlsx") -> Path:
    """A sample of a finished run."""
    path = tmp_path / name
    assert consult("review", "sample", "--out", path, "--size", 9, "--in", finished.out) == 0
    return path


def agreement(finished: Finished) -> dict[str, Any]:
    """What run.json says."""
    found: dict[str, Any] = json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["agreement"]
    return found


def test_a_reading_comes_back(finished: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person filled in is kept, counted and told in run.json; the result holds, and a rerun keeps it."""
    path = sampled(finished, tmp_path)
    ids = fill(path, {0: ("new", "Eige tema", ""), 1: ("aside · ikkje innspel", "", "takk"), 2: ("", "", "i tvil")})
    assert consult("review", "agreement", path, "--role", "second-reader", "--in", finished.out) == 0
    said = capsys.readouterr()
    assert "3 passages read" in said.err
    assert "too few for intervals" in said.out
    with open_ledger(finished.out / "ledger.db") as ledger:
        assert [(one.passage_id, one.target, one.theme, one.remark) for one in readings(ledger)] == [
            (ids[0], "new", "Eige tema", ""),
            (ids[1], "aside", "", "takk"),
            (ids[2], "", "", "i tvil"),
        ]
    (pair,) = agreement(finished)["pairs"]
    assert (pair["first"], pair["second"], pair["placement"]["passages"], pair["themes"]["passages"]) == (
        "machine", "second-reader", 2, 1,
    )  # fmt: skip
    assert failed(check(finished.out)) == ()
    assert agreement(finished)["readers"] == [{"role": "second-reader", "passages": 3, "gone": 0}]


def test_the_same_file_twice_adds_nothing(finished: Finished, tmp_path: Path) -> None:
    """Handing in again is no second opinion."""
    path = sampled(finished, tmp_path)
    fill(path, {0: ("new", "", "")})
    for _ in range(2):
        assert consult("review", "agreement", path, "--role", "second-reader", "--in", finished.out) == 0
    with open_ledger(finished.out / "ledger.db") as ledger:
        assert len(readings(ledger)) == 1


def test_two_readers(finished: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The machine with each, the two with each other, and all people together."""
    one, other = sampled(finished, tmp_path, "a.xlsx"), sampled(finished, tmp_path, "b.xlsx")
    fill(one, {0: ("new", "A", ""), 1: ("unplaced", "B", "")})
    fill(other, {0: ("new", "A", ""), 1: ("new", "B", "")})
    roles = ("--role", "second-reader", "--role", "archivist")
    assert consult("review", "agreement", one, other, *roles, "--in", finished.out) == 0
    found = agreement(finished)
    assert [(pair["first"], pair["second"]) for pair in found["pairs"]] == [
        ("machine", "archivist"),
        ("machine", "second-reader"),
        ("archivist", "second-reader"),
    ]
    assert found["pairs"][2]["placement"]["agree"]["value"] == 0.5
    assert found["people"]["readers"] == 2
    capsys.readouterr()
    assert consult("review", "agreement", "--json", "--in", finished.out) == 0
    assert json.loads(capsys.readouterr().out) == found


def test_a_killed_command_is_made_good(
    finished: Finished, consultation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where readings are kept but run.json does not know them, the next run writes it."""
    path = sampled(finished, tmp_path)
    fill(path, {0: ("new", "", "")})
    monkeypatch.setattr("consult.results.write", lambda *_: ())
    assert consult("review", "agreement", path, "--role", "second-reader", "--in", finished.out) == 0
    assert agreement(finished)["readers"] == []
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    from tests.test_run import HashEncoder

    monkeypatch.setattr("consult.themes.load_encoder", lambda _: HashEncoder())
    assert not run(consultation, finished.out).unchanged
    assert [one["role"] for one in agreement(finished)["readers"]] == ["second-reader"]


# -- what cannot be read --------------------------------------------------------------------------------


def test_rows_that_cannot_be_read_are_named(
    finished: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A place that there is none of, an id that is not of the sheet, an id that stands twice: each with the reason."""
    path = sampled(finished, tmp_path)
    ids = fill(path, {0: ("99", "", ""), 1: ("new", "", ""), 2: ("new", "", ""), 3: ("new", "", "")})
    book = openpyxl.load_workbook(path)
    book.worksheets[1].cell(4, 1).value = ids[1]
    book.worksheets[1].cell(5, 1).value = "p-000000000000"
    book.save(path)
    assert consult("review", "agreement", path, "--role", "second-reader", "--in", finished.out) == 0
    said = capsys.readouterr().err
    assert "'99': no place of the framework" in said
    assert "stands twice" in said
    assert "no row of this sheet bears this id" in said
    assert "1 passages read" in said


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ((), "name a --role for each file"),
        (("machine",), "no machine"),
        (("kari@example.org",), "no address"),
    ],
)
def test_every_reader_has_a_role(
    roles: tuple[str, ...], said: str, finished: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An office, not a person and not the machine."""
    path = sampled(finished, tmp_path)
    given = [word for role in roles for word in ("--role", role)]
    assert consult("review", "agreement", path, *given, "--in", finished.out) == 2
    assert said in capsys.readouterr().err


def test_files_that_are_no_reading_sheet(
    finished: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A review sheet, a text and nothing at all are refused with what to do; nothing is written."""
    review = tmp_path / "review.xlsx"
    assert consult("review", "export", review, "--in", finished.out) == 0
    text = tmp_path / "text.xlsx"
    text.write_text("no workbook", encoding="utf-8")
    for path in (review, text, tmp_path / "none.xlsx"):
        assert consult("review", "agreement", path, "--role", "second-reader", "--in", finished.out) == 2
        said = capsys.readouterr().err
        assert path.name in said or "reading sheet" in said or "workbook" in said
    assert agreement(finished)["readers"] == []


# -- what it is measured by, and what is told -----------------------------------------------------------


def test_the_machine_is_measured_by_its_first_choice() -> None:
    """A passage's own first choice, else its theme's."""
    case = Case()
    placements = [one for one in case.placements if one.passage_id != case.p(0)]
    extra = place_on(case.answer, "4")[0]
    machine = machine_reader(case.passages, case.themes, [*placements, extra])
    assert machine.targets[case.p(0)] == "4"
    assert machine.targets[case.p(1)] == "T1"
    assert machine.themes[case.p(2)] == case.course.theme_id


PAIR = {
    "first": "machine", "second": "second-reader",
    "placement": {"passages": 80, "sources": 30, "enough": True, "agree": {"value": 0.8},
                  "kappa": {"value": 0.71, "low": 0.6, "high": 0.805}},
}  # fmt: skip


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_sentences_for_the_method_note(language: str) -> None:
    """Every figure of run.json stands in the sentence; without readings there is a sentence that says so."""
    m = messages(language)
    (said,) = agreement_sentences({"agreement": {"pairs": [PAIR]}}, m)
    for figure in ("80", "30", "71", "second-reader", "0.6" if language == "en" else "0,6"):
        assert figure in said
    few = PAIR | {
        "placement": PAIR["placement"] | {"enough": False, "kappa": {"value": None, "low": None, "high": None}}
    }  # type: ignore[operator]
    (short,) = agreement_sentences({"agreement": {"pairs": [few]}}, m)
    assert m("agreement-too-few") in short
    people = PAIR | {"first": "archivist"}
    assert agreement_sentences({"agreement": {"pairs": [people]}}, m)[0].startswith("archivist")
    assert agreement_sentences({}, m) == (m("agreement-none"),)
