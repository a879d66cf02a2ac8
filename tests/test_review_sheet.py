"""The workbook that people fill in: what it holds, what is open, and that nothing in it can run."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from consult.messages import messages
from consult.publish.labels import source_label
from consult.publish.review_sheet import BASE, LISTS, SHEETS, heads_of, key_of, names_of, review_sheet, rows_now
from consult.records import Analysis
from tests import sample_analysis as sample

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def book_of(analysis: Analysis, language: str = "nn") -> Any:
    """The workbook as an independent reader sees it."""
    return openpyxl.load_workbook(BytesIO(review_sheet(analysis, sample.settings(language), "r-1", NOON)))


def test_the_same_analysis_gives_the_same_bytes() -> None:
    """Nothing depends on when it is made."""
    made = [review_sheet(sample.analysis(), sample.settings(), "r-1", NOON) for _ in range(2)]

    assert made[0] == made[1]


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_it_speaks_the_consultations_language(language: str) -> None:
    """A page that explains, then themes, passages and responses under heads of that language."""
    book, m = book_of(sample.analysis(), language), messages(language)

    assert book.sheetnames == [m("review-sheet-explain"), *names_of(m).values(), LISTS, BASE]
    assert book.worksheets[0]["A1"].value == m("review-explain").split("\n")[0]
    for name in SHEETS:
        heads = [cell.value for cell in next(book[names_of(m)[name]].iter_rows(max_row=1))]
        assert heads == list(heads_of(name, m).values())
        assert len(set(heads)) == len(heads)


@pytest.mark.parametrize(("language", "expected"), [("nn", "nn"), ("nb", "nb"), ("en", "en"), ("se", "en")])
@pytest.mark.parametrize("first", ["nn", "nb", "en"])
def test_what_is_said_stands_in_the_language_of_the_sheet(first: str, language: str, expected: str) -> None:
    """Whichever conclusion happens to come first; where none is in that language, the same one every time."""
    analysis = sample.analysis()
    one = analysis.conclusions[0]
    three = [replace(one, language=code, text=f"Dette på {code}.") for code in ("nn", "nb", "en")]
    ordered = sorted(three, key=lambda conclusion: (conclusion.language != first, conclusion.language))

    rows = rows_now(replace(analysis, conclusions=tuple(ordered)), language)

    assert rows["themes"][one.theme_id]["says"] == f"Dette på {expected}."


def test_every_theme_passage_and_place_has_a_row() -> None:
    """Nobody's words are left out, and each row says what it is about."""
    analysis = sample.analysis()
    rows, book = rows_now(analysis, "nn"), book_of(analysis)

    assert set(rows["themes"]) == {theme.theme_id for theme in analysis.themes}
    assert set(rows["passages"]) == {passage.passage_id for passage in analysis.passages}
    assert len(rows["answers"]) == sum(not placement.passage_id for placement in analysis.placements)
    for sheet, of in rows.items():
        assert [key_of(sheet, row) for row in of.values()] == list(of)
        assert book[names_of(messages("nn"))[sheet]].max_row == len(of) + 1


def test_only_what_may_be_filled_in_is_open() -> None:
    """Each sheet is protected; ids and texts are locked, the others are not."""
    book = book_of(sample.analysis())
    for sheet, columns in SHEETS.items():
        page = book[names_of(messages("nn"))[sheet]]
        assert page.protection.sheet
        for at, column in enumerate(columns, start=1):
            assert page.cell(2, at).protection.locked is not column.open, column.name


def test_choices_are_lists() -> None:
    """Each column with a choice has a rule that covers its rows and points to a list that is there."""
    book = book_of(sample.analysis())
    for sheet, columns in SHEETS.items():
        page = book[names_of(messages("nn"))[sheet]]
        rules = {str(rule.sqref)[0]: rule for rule in page.data_validations.dataValidation}
        letters = {chr(ord("A") + at) for at, column in enumerate(columns) if column.choices}
        assert rules.keys() == letters
        for rule in rules.values():
            name, _, cells = rule.formula1.lstrip("=").partition("!")
            assert all(cell.value for row in book[name][cells.replace("$", "")] for cell in row)


def test_nothing_can_run() -> None:
    """Titles, passages and answers that look like formulas are text, quoted, and whole."""
    book = book_of(sample.hostile())
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    texts = [str(cell.value) for cell in cells]

    assert {cell.data_type for cell in cells} == {"s"}
    assert sample.HOSTILE in texts
    assert all(cell.quotePrefix for cell in cells if str(cell.value).lstrip(" ").startswith(("=", "+", "-", "@")))
    assert not any(page._hyperlinks for page in book)
    formula = next(p for p in sample.analysis().passages if p.text.startswith("=SUM"))
    assert formula.text in [cell.value for row in book_of(sample.analysis())["Utsegner"].iter_rows() for cell in row]


def test_an_analysis_without_themes_has_a_sheet_too() -> None:
    """Empty sheets under their heads, and no rule on nothing."""
    empty = Analysis(
        sources=(), passages=(), set_aside=(), duplicates={}, themes=(), placements=(), conclusions=(), not_reflected=()
    )

    assert [book_of(empty)[name].max_row for name in names_of(messages("nn")).values()] == [1, 1, 1]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_and_keeps_it(tmp_path: Path) -> None:
    """Saved by LibreOffice, every cell says what it said, hidden sheets and lists included."""
    made = tmp_path / "ark.xlsx"
    made.write_bytes(review_sheet(sample.analysis(), sample.settings(), "r-1", NOON))
    saved = saved_by_libreoffice(made, tmp_path / "ut")

    one, other = openpyxl.load_workbook(made), openpyxl.load_workbook(saved)
    assert other.sheetnames == one.sheetnames
    for page in one:
        for row in page.iter_rows():
            for cell in row:
                assert (other[page.title][cell.coordinate].value or "") == (cell.value or "")


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice writes it when somebody saves it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / path.name


def test_what_most_say_stands_first_and_voices_and_sources_are_words() -> None:
    """A single voice may come first by its id; *group_note 3* is no word of a coordinator's; a row has a number."""
    analysis = sample.analysis()
    theme = next(one for one in analysis.themes if len(one.passage_ids) > 1)
    told = [one for one in analysis.conclusions if one.theme_id == theme.theme_id and one.language == "nn"]
    large = max(told, key=lambda one: len(one.citations))
    small = replace(large, text="Ei einskild røyst.", citations=large.citations[:1])
    changed = replace(analysis, conclusions=(small, large))

    rows = rows_now(changed, "nn")

    assert rows["themes"][theme.theme_id]["says"] == f"{large.text}\nEi einskild røyst."
    assert "group_note" not in rows["themes"][theme.theme_id]["voices"]
    labels = {one.source_id: source_label(one, messages("nn")) for one in analysis.sources}
    shown = {one.passage_id: labels[one.source_id] for one in analysis.passages}
    assert {key: row["source"] for key, row in rows["passages"].items()} == shown
    assert "1 bord" in " ".join(row["voices"] for row in rows["themes"].values())
