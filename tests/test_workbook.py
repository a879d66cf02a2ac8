import json
import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from consult.publish.run_time import run_time
from consult.publish.tables import csv_bytes, table_files
from consult.publish.workbook import CELL_LIMIT, CUT, fit, is_dangerous, workbook
from tests import sample_analysis as sample
from tests.test_tables import EXACT, read_csv


@pytest.mark.parametrize(("text", "why"), [(text, why) for text, why in EXACT if text != "a\rb"])
def test_workbook_keeps_a_cell_as_text(text: str, why: str) -> None:
    """A workbook cell holds the same text, typed as a string and never as a formula."""
    cell = _cell(text)
    # openpyxl leaves the standard's escapes of control signs (ECMA-376, ST_Xstring) as they stand; Excel reads them.
    assert (unescape(cell.value), cell.data_type) == (text, "s"), why


def _cell(text: str) -> openpyxl.cell.cell.Cell:
    content = workbook({"set_aside": [("s-1", 0, 1, text, "blank")]}, run_time(sample.run_info()))
    return openpyxl.load_workbook(BytesIO(content))["set_aside"]["D2"]


@pytest.mark.parametrize(
    ("text", "dangerous"),
    [("=1+1", True), ("+1", True), ("-1", True), ("@a", True), ("\t=1", True), ("  =1", True), ("|calc", True),
     ("svar = ja", False), ("", False), ("– tankestrek", False), ("«=1»", False)],
)  # fmt: skip
def test_dangerous_cells_are_marked(text: str, dangerous: bool) -> None:
    """Cells that would run if somebody typed them carry the quote prefix; others do not."""
    assert is_dangerous(text) is dangerous
    if text:
        assert bool(_cell(text).style and _cell(text).quotePrefix) is dangerous


def test_the_mark_is_what_makes_the_difference() -> None:
    """Sabotage twin: openpyxl's own writer turns the same text into a formula."""
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    assert book.active["A1"].data_type == "f"


def test_a_text_too_long_for_a_cell_is_cut_visibly() -> None:
    """A workbook cell that lacks the end says so; the CSV has it whole."""
    long = "å" * (CELL_LIMIT + 1)
    assert _cell(long).value.endswith(CUT)
    assert len(_cell(long).value) == CELL_LIMIT
    assert read_csv(csv_bytes(("t",), [(long,)]))[1] == [long]


@pytest.mark.parametrize("text", ["", "kort", "å" * CELL_LIMIT, "😀" * (CELL_LIMIT // 2)])
def test_a_text_that_fits_is_not_cut(text: str) -> None:
    """The limit counts UTF-16 units, as Excel does."""
    assert fit(text) == text


def test_a_cut_never_splits_a_sign() -> None:
    """A sign of two units at the limit goes or stays whole."""
    assert "\ufffd" not in fit("a" + "😀" * CELL_LIMIT)
    assert len(fit("a" + "😀" * CELL_LIMIT).encode("utf-16-le")) <= 2 * CELL_LIMIT


def test_the_workbook_states_no_time_but_the_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH stands in the workbook and the description; the archive's entries have a fixed time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    files = table_files(sample.analysis(), sample.run_info())
    book = openpyxl.load_workbook(BytesIO(files["tables.xlsx"]))
    assert book.properties.created.isoformat() == book.properties.modified.isoformat() == "2026-01-01T00:00:00"
    assert json.loads(files["datapackage.json"])["created"] == "2026-01-01T00:00:00Z"
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(files["tables.xlsx"])).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_the_workbook_names_no_person() -> None:
    """Its only author is consult."""
    properties = openpyxl.load_workbook(BytesIO(table_files(sample.analysis(), {})["tables.xlsx"])).properties
    assert {properties.creator, properties.lastModifiedBy} == {"consult"}


def test_numbers_are_numbers_in_the_workbook() -> None:
    """Counts, spans and scores can be sorted and summed."""
    book = openpyxl.load_workbook(BytesIO(table_files(sample.analysis(), {})["tables.xlsx"]))
    assert {cell.data_type for cell in book["passages"]["C"][1:]} == {"n"}
    assert {cell.data_type for cell in book["placements"]["F"][1:]} == {"n"}
