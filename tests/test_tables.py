import csv
import dataclasses
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from consult.publish.tables import csv_bytes, table_files, write_tables
from consult.records import Analysis, Source
from consult.rows import COLUMNS, KEYS
from tests import sample_analysis as sample

EXACT = [
    ("=1+1", "a formula is what its contributor wrote; only a spreadsheet runs it"),
    ("+47 22 33 44 55", "a telephone number begins with a sign too"),
    ("- punkt", "so does a list item"),
    ("@stortinget", "and a name in social media"),
    ("\tinnrykk", "an indentation"),
    (" mellomrom framme og bak ", "space is part of a span"),
    ("a\rb", "a lone carriage return splits no row"),
    ("line one\nline two", "a passage may hold line breaks"),
    ('sa "nei", og gjekk', "quotes and commas"),
    ("'allereie sitert", "an apostrophe is no escape sign of ours"),
    ("ﬁn 😀 e\u0301", "ligatures, signs beyond 16 bits, combining accents"),
    ("\u2028\x0b\x1c", "signs that some readers take for line ends"),
    ("a\ufffeb\uffff", "signs that Unicode gives no meaning"),
    ("0047", "leading zeros"),
    ("NA", "a word that pandas reads as missing"),
]


def read_csv(content: bytes) -> list[list[str]]:
    """Parse CSV as any reader that follows RFC 4180 does."""
    return list(csv.reader(StringIO(content.decode(), newline="")))


@pytest.mark.parametrize(("text", "why"), EXACT)
def test_csv_keeps_a_cell_as_it_is(text: str, why: str) -> None:
    """What is written into CSV comes back to the character."""
    assert read_csv(csv_bytes(("id", "text"), [("p-1", text)])) == [["id", "text"], ["p-1", text]], why


def test_columns_are_those_of_the_public_interface() -> None:
    """Each table has exactly the columns of DESIGN, in their order, in CSV and workbook."""
    files = table_files(sample.analysis(), sample.run_info())
    book = openpyxl.load_workbook(BytesIO(files["tables.xlsx"]))
    assert book.sheetnames == list(COLUMNS)
    for table, columns in COLUMNS.items():
        assert tuple(read_csv(files[f"tables/{table}.csv"])[0]) == columns
        assert tuple(cell.value for cell in book[table][1]) == columns
        assert book[table].freeze_panes == "A2"


@pytest.mark.parametrize("table", list(COLUMNS))
def test_rows_are_sorted_by_key_and_end_in_lf(table: str) -> None:
    """A table's bytes are UTF-8 without a mark, lines end in LF, rows stand in the order of their key."""
    content = table_files(sample.analysis(), sample.run_info())[f"tables/{table}.csv"]
    head, *lines = read_csv(content)
    keys = [
        tuple(int(line[head.index(k)]) if k == "start" else line[head.index(k)] for k in KEYS[table]) for line in lines
    ]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    assert content.endswith(b"\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content


def test_a_passage_is_its_span_of_the_source() -> None:
    """`passages.text` equals the source's text[start:end], for every row."""
    analysis = sample.analysis()
    texts = {source.source_id: source.text for source in analysis.sources}
    head, *lines = read_csv(table_files(analysis, sample.run_info())["tables/passages.csv"])
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert len(rows) == len(analysis.passages)
    assert all(row["text"] == texts[row["source_id"]][int(row["start"]) : int(row["end"])] for row in rows)
    assert any(row["text"].startswith("=SUM") for row in rows)


def test_same_input_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Order of records and repetition change nothing."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    one = sample.analysis()
    fields = {f.name: getattr(one, f.name) for f in dataclasses.fields(one)}
    turned = Analysis(**{name: value[::-1] if isinstance(value, tuple) else value for name, value in fields.items()})
    assert table_files(one, sample.run_info()) == table_files(turned, sample.run_info())


def test_another_text_gives_other_bytes() -> None:
    """Sabotage twin of the above: the comparison can fail."""
    one = sample.analysis()
    other = dataclasses.replace(one, sources=(*one.sources, Source(path="ny.txt", sha256="9" * 64, format="txt")))
    assert table_files(one, sample.run_info()) != table_files(other, sample.run_info())


def test_write_tables_makes_its_folders(tmp_path: Path) -> None:
    """The output folder need not exist; nothing but the tables is left in it."""
    write_tables(sample.analysis(), sample.run_info(), tmp_path / "new" / "place")
    found = {path.relative_to(tmp_path / "new" / "place").as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {*(f"tables/{name}.csv" for name in COLUMNS), "tables.xlsx", "datapackage.json"}


def test_hostile_fields_pass_through() -> None:
    """Hostile text in every field is written, not run and not lost."""
    files = table_files(sample.hostile(), sample.run_info())
    head, line = read_csv(files["tables/passages.csv"])
    assert dict(zip(head, line, strict=True))["text"] == sample.HOSTILE
