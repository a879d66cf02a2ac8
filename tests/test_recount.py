"""Small numbers counted again from the files that are published: what holds, and each way to break it."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from consult.publish.cells import FEWEST
from consult.publish.feedback.counts import counts
from consult.publish.recount import page_breaches, small_cells, sum_breaches, table_breaches, theme_breaches
from consult.publish.shelf import Shelf, writer
from consult.publish.tables import table_files
from consult.records import Analysis
from tests import sample_analysis as sample
from tests.publication_cases import material
from tests.test_cells import WHO, crowd

HEADS = frozenset({"Privatpersonar"})
SMALL = re.compile(r"(?<!\w)(?:1 privatperson|2 privatpersonar)(?!\w)")


def published(folder: Path, analysis: Analysis, *, whole: bool = False, language: str = "nn") -> Path:
    """The feedback document and the tables of an analysis, as they are written for everybody, or as inside."""
    shelf = Shelf(material(analysis, whole=whole, languages=(language,)))
    page = folder / f"feedback.{language}.html"
    page.write_bytes(writer("html")(shelf.feedback(language)))
    for path, content in table_files(analysis, sample.run_info(), whole=whole).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


# -- what holds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "who",
    [
        WHO,
        {"Éin": {"individual": 3, "organisation": 4}},
        {"Alle": {"individual": 12}},
        {"Ingen": {"group_note": 1, "organisation": 1}},
        {"A": {"individual": 1}, "B": {"individual": 1}, "C": {"individual": 9, "group_note": 2}},
    ],
)
def test_what_we_write_for_everybody_holds(tmp_path: Path, who: dict[str, dict[str, int]]) -> None:
    """No number of few persons in any page or table, whoever wrote in."""
    assert small_cells(published(tmp_path, crowd(who))) == []


@pytest.mark.parametrize("language", ["nb", "en", "sv", "da"])
def test_every_language_is_read(tmp_path: Path, language: str) -> None:
    """The words of each catalogue are known to whoever counts again: the same pages with all numbers break the law."""
    assert small_cells(published(tmp_path, crowd(), language=language)) == []
    found = small_cells(published(tmp_path, crowd(), language=language, whole=True))
    assert any(line.startswith(f"feedback.{language}.html") for line in found)


@pytest.mark.parametrize(
    "line",
    [
        ("Innkjøp", "3", "2", "5"),  # five are enough
        ("Innkjøp", "1", "2"),  # a row that ends before the column of persons
        ("Innkjøp", "3", "2", "0"),  # nobody is not few
        ("Innkjøp", "1", "2", ":"),
        ("Bord", "1", "2", "3"[:0]),
        ("12 privatpersonar", "1", "1", "7"),
    ],
)
def test_other_cells_may_be_small(line: tuple[str, ...]) -> None:
    """Tables' notes and organisations are counted openly."""
    head = ("Tema", "Bord", "Organisasjonar", "Privatpersonar")
    assert list(table_breaches([head, line], HEADS, SMALL)) == []


def test_what_contributors_say_of_numbers_is_theirs(tmp_path: Path) -> None:
    """A quote with *2 privatpersonar* in it is no count of ours."""
    page = tmp_path / "side.html"
    page.write_text(
        '<html lang="nn"><body><p>Det var 2 privatpersonar der.</p><blockquote>2 privatpersonar</blockquote>'
    )
    assert list(page_breaches(page)) == []


def test_a_page_in_no_language_of_ours_and_an_empty_folder_are_passed_over(tmp_path: Path) -> None:
    """Nothing to count."""
    assert small_cells(tmp_path) == []
    (tmp_path / "index.html").write_text('<html lang="xx"><body><p>1 privatperson')
    assert small_cells(tmp_path) == []


# -- sabotage twins ---------------------------------------------------------------------------------------------------


def test_all_numbers_shown_would_be_seen(tmp_path: Path) -> None:
    """Sabotage twin: pages, tables and the workbook written as inside the house are each told."""
    found = small_cells(published(tmp_path, crowd(), whole=True))
    assert {line.split(":")[0] for line in found} == {"feedback.nn.html", "tables/themes.csv", "tables.xlsx"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("Innkjøp", "3", "2", "4"), "under the heading"),
        (("Privatpersonar", "9", "1", ":"), "beside the heading"),
        (("Privatpersonar, Møte 1", "Innkjøp", "5", "2"), "beside a heading with a place"),
        (("Innkjøp", "3 bord, 1 privatperson", "7", "9"), "in words"),
    ],
)
def test_each_small_cell_would_be_seen(line: tuple[str, ...], why: str) -> None:
    """Sabotage twin: wherever a table counts few private persons."""
    head = ("Tema", "Bord", "Organisasjonar", "Privatpersonar")
    assert list(table_breaches([head, line], HEADS, SMALL)), why


def test_a_line_of_counts_would_be_seen(tmp_path: Path) -> None:
    """Sabotage twin: `12 utsegner frå 2 bord og 1 privatperson.`"""
    page = tmp_path / "side.html"
    page.write_text('<html lang="nn"><body><p>12 utsegner frå 2 bord og 1 privatperson.</p>', encoding="utf-8")
    assert list(page_breaches(page)) == [f"a line counts fewer than {FEWEST} private persons"]


def test_what_a_sum_gives_back_would_be_seen() -> None:
    """Sabotage twin: one number of a column alone left out under its sum, or of a row beside it."""
    head = ("Kanal", "Bord", "Privatpersonar", "Mottekne")
    column = [head, ("A", "1", ":", "9"), ("B", ":", ":", "9"), ("Sum", "8", "12", "18")]
    assert list(sum_breaches(column, across=False)) == ["a sum gives a number back that is not shown"]
    row = [head, ("A", "1", ":", "9"), ("B", ":", ":", "9"), ("Sum", ":", "12", "18")]
    assert "a row gives a number back that is not shown" in list(sum_breaches(row, across=True))
    assert (
        list(sum_breaches([head, ("A", ":", ":", "9"), ("B", ":", ":", "9"), ("Sum", "3", "12", "18")], across=True))
        == []
    )


def rows_of(voices: str, sources: str = "", single: str = "") -> dict[str, list[dict[str, str]]]:
    """A theme in which two persons speak, one of them from two letters, and one in which five do."""
    names = [f"Ola {letter}" for letter in "aabcdefg"]
    return {
        "sources": [
            {"source_id": f"s-{n}", "voice": "individual", "contributor": name} for n, name in enumerate(names)
        ],
        "passages": [
            {"source_id": f"s-{n}", "voice": "individual", "theme_id": "few" if n < 3 else "many"} for n in range(8)
        ],
        "themes": [
            {"theme_id": "few", "voices": voices, "sources": sources, "single_voice": single},
            {"theme_id": "many", "voices": ":", "sources": "", "single_voice": ""},
        ],
    }


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (rows_of("individual :"), ""),
        (rows_of("individual 3", "3"), "few: counts fewer than 5"),  # three letters, two persons
        (rows_of("individual :", "3"), "few: a sum gives"),
        (rows_of("individual :", "", "0"), "few: a sum gives"),
    ],
)
def test_rows_of_themes_are_counted_from_passages(given: dict[str, list[dict[str, str]]], told: str) -> None:
    """Persons, not letters; and neither the sum nor the mark of a single voice beside a number that is not shown."""
    assert " ".join(theme_breaches(given)).startswith(told)
    assert bool(told) == bool(list(theme_breaches(given)))


def test_numbers_left_out_for_too_few_would_be_seen() -> None:
    """Sabotage twin: what is not shown stands for two persons while others are shown: the sum gives them back."""
    given = rows_of("individual :")
    given["themes"][1]["voices"] = "individual 5"
    assert list(theme_breaches(given)) == [
        f"the numbers that are not shown stand for fewer than {FEWEST} private persons"
    ]


def test_the_whole_document_of_few_persons_tells_no_number_of_them(tmp_path: Path) -> None:
    """With four private persons in all, no table of counts bears their number."""
    analysis = crowd({"A": {"individual": 4}, "B": {"organisation": 6}})
    told = Shelf(material(replace(analysis), whole=False)).telling("nn")
    rows = [[run.text for cell in row for run in cell] for block in counts(told) for row in getattr(block, "rows", ())]
    assert all("4" not in row[1:] for row in rows)
    assert small_cells(published(tmp_path, analysis)) == []


def test_persons_are_counted_by_name_only_where_they_sent_it_themselves() -> None:
    """Five participants at one table are the table's: its name is nobody's, and it counts as one person at most."""
    given = rows_of("individual :")
    given["sources"] = [{**row, "voice": "group_note", "contributor": "Bord 1"} for row in given["sources"]]
    given["themes"][1]["voices"] = "individual 5"
    assert [line for line in theme_breaches(given) if line.startswith("many")] == []
    given["sources"] = [{**row, "voice": "individual"} for row in given["sources"]]
    assert [line for line in theme_breaches(given) if line.startswith("many")]


def test_a_sheet_is_read_like_the_table(tmp_path: Path) -> None:
    """Whole numbers without a point, empty cells as nothing: only the workbook is harmed, and only it is told."""
    folder = published(tmp_path, crowd())
    files = table_files(crowd(), sample.run_info(), whole=True)
    (folder / "tables.xlsx").write_bytes(files["tables.xlsx"])
    assert {line.split(":")[0] for line in small_cells(folder)} == {"tables.xlsx"}


def test_a_passage_as_long_as_a_book_is_counted(tmp_path: Path) -> None:
    """A letter without a full stop is one passage, longer than the cells that a reader of CSV takes by itself."""
    folder = published(tmp_path, crowd())
    path = folder / "tables" / "passages.csv"
    head, first, *rest = path.read_text(encoding="utf-8").split("\n")
    text = next(csv.reader([first]))[4]
    path.write_text("\n".join([head, first.replace(text, "x" * 200_000), *rest]), encoding="utf-8", newline="\n")

    assert small_cells(folder) == []


@pytest.mark.parametrize("name", ["Student", "Kari", "småbarnsmor"])
def test_many_may_bear_one_word(name: str) -> None:
    """Five rows of a form signed *Student* are five persons, as the pages count them: nothing stands against that."""
    given = rows_of("individual :")
    given["sources"] = [{**row, "contributor": name} for row in given["sources"]]
    given["themes"] = [
        {"theme_id": "few", "voices": ":", "sources": "", "single_voice": ""},
        {"theme_id": "many", "voices": "individual 5", "sources": "5", "single_voice": "0"},
    ]

    assert [line for line in theme_breaches(given) if line.startswith("many")] == []


@pytest.mark.parametrize("name", ["Kari Nes", "KARI  NES", "kari@example.org"])
def test_one_who_wrote_five_times_is_one(name: str) -> None:
    """Sabotage twin: a whole name or an address is the same person's, however it is written."""
    given = rows_of("individual :")
    given["sources"] = [{**row, "contributor": name} for row in given["sources"]]
    given["themes"][1] = {"theme_id": "many", "voices": "individual 5", "sources": "5", "single_voice": "0"}

    assert f"many: counts fewer than {FEWEST} private persons" in list(theme_breaches(given))
