import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from consult.publish.datapackage import NOTE, datapackage
from consult.publish.run_time import EARLIEST
from consult.publish.tables import WORKBOOK, table_files, tables_beside, write_tables
from consult.records import REASONS, VOICES
from consult.rows import COLUMNS, KEYS
from tests import sample_analysis as sample


def faults(folder: Path) -> list[str]:
    """The kinds of faults that frictionless finds in the package in `folder`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # frictionless's own dependencies warn
        from frictionless import validate

        report = validate(str(folder / "datapackage.json"))
    return sorted({fault for (fault,) in report.flatten(["type"])})


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The sample's tables in a folder."""
    write_tables(sample.analysis(), sample.run_info(), tmp_path)
    return tmp_path


def test_the_package_is_valid(package: Path) -> None:
    """Types, closed words, primary and foreign keys hold, as an independent validator sees it."""
    assert faults(package) == []


def test_hostile_text_breaks_no_key(tmp_path: Path) -> None:
    """The same with hostile text in every field that a contributor fills."""
    write_tables(sample.hostile(), sample.run_info(), tmp_path)
    assert faults(tmp_path) == []


BREAKS: list[tuple[str, Callable[[str], str], str]] = [
    ("passages", lambda text: re.sub(r"s-[0-9a-f]{12}", "s-000000000000", text, count=1), "foreign-key"),
    ("passages", lambda text: re.sub(r"t-[0-9a-f]{12}", "t-000000000000", text, count=1), "foreign-key"),
    ("citations", lambda text: re.sub(r"\np-", "\np-x", text.replace(",p-", "\np-", 1)), "row-error"),
    ("placements", lambda text: text + text.splitlines()[-1] + "\n", "primary-key"),
    ("placements", lambda text: text.replace("commitment", "promise", 1), "constraint-error"),
    ("set_aside", lambda text: text.replace(",heading", ",because", 1), "constraint-error"),
    ("themes", lambda text: text.replace(",1,proposed", ",yes,proposed", 1), "type-error"),
]


@pytest.mark.parametrize(("table", "damage", "fault"), BREAKS)
def test_damage_is_found(package: Path, table: str, damage: Callable[[str], str], fault: str) -> None:
    """Sabotage twin: a broken reference, a doubled key, a wrong word or type is a fault."""
    path = package / "tables" / f"{table}.csv"
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    found = faults(package)
    assert found
    assert fault in found or fault == "row-error"


def test_a_copy_refers_to_a_passage(package: Path) -> None:
    """`duplicate_of` is a reference into its own table, and breaks like the others."""
    path = package / "tables" / "passages.csv"
    copy, original = next(iter(sample.analysis().duplicates.items()))
    lines = [
        line.replace(original, "p-000000000000") if copy in line else line
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
    ]
    path.write_text("".join(lines), encoding="utf-8", newline="")
    assert "foreign-key" in faults(package)


def test_the_description_names_every_column_and_key() -> None:
    """Resources, fields and primary keys are those of the rows, in the same order."""
    resources = json.loads(table_files(sample.analysis(), sample.run_info())["datapackage.json"])["resources"]
    assert [resource["name"] for resource in resources] == list(COLUMNS)
    for resource in resources:
        assert tuple(field["name"] for field in resource["schema"]["fields"]) == COLUMNS[resource["name"]]
        assert tuple(resource["schema"]["primaryKey"]) == KEYS[resource["name"]]


def test_the_description_holds_the_closed_words() -> None:
    """A reader learns the words of a column from the description alone."""
    resources = {r["name"]: r for r in json.loads(table_files(sample.analysis(), {})["datapackage.json"])["resources"]}
    fields = {f["name"]: f for f in resources["set_aside"]["schema"]["fields"]}
    assert fields["reason"]["constraints"]["enum"] == list(REASONS)
    fields = {f["name"]: f for f in resources["passages"]["schema"]["fields"]}
    assert fields["voice"]["constraints"]["enum"] == list(VOICES)


def test_the_description_warns_of_spreadsheets() -> None:
    """Whoever opens the CSV learns that its cells are exact, and which file is safe to open."""
    assert "tables.xlsx" in NOTE
    assert json.loads(table_files(sample.analysis(), {})["datapackage.json"])["description"] == NOTE


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ogp-norge-2026", "ogp-norge-2026"),
        ("Møte 1, bord 3", "m-te-1-bord-3"),
        ("", "consultation"),
        ("ÅØ", "consultation"),
    ],
)
def test_a_name_becomes_what_the_standard_allows(name: str, slug: str) -> None:
    """A package's name has lower-case ASCII letters, digits and hyphens only."""
    files = {f"tables/{table}.csv": b"" for table in COLUMNS}
    assert datapackage(name, files, EARLIEST)["name"] == slug


def test_tables_written_beside_something_else_are_the_same(tmp_path: Path) -> None:
    """Whoever writes them; the workbook comes last, when the other thing is done."""
    write_tables(sample.analysis(), sample.run_info(), tmp_path / "alone")
    with tables_beside(sample.analysis(), sample.run_info(), tmp_path / "beside"):
        assert not (tmp_path / "beside" / WORKBOOK).exists()
    written = [
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "alone", tmp_path / "beside")
    ]
    assert written[0] == written[1]
    assert WORKBOOK in written[1]
