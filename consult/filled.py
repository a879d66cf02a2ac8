"""A workbook that people have filled in, as text: what a cell says, and a formula as the text that somebody typed.

In: the bytes of an .xlsx file. Out: for each sheet its rows of text. A cell that begins with `=` is what its author
wrote there, not what a program made of it: it is given back with the sign, and never computed.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO

from consult.errors import InputError

MOST_BYTES = 200_000_000  # of one sheet's XML: more is no sheet that a person fills in
MOST_COLUMNS = 64  # more than any sheet of ours has
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")

Table = list[list[str]]


def tables_of(data: bytes) -> dict[str, Table]:
    """Sheet's name → rows of text, from the first row and column on. Raises InputError where it cannot be read."""
    import python_calamine

    try:
        with python_calamine.load_workbook(BytesIO(data)) as book:
            tables = {
                name: [[_text(value) for value in row] for row in rows]
                for name in book.sheet_names
                for rows in [book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
            }
        for name, row, column, formula in _formulas(data):
            if row < len(tables.get(name, ())) and column < MOST_COLUMNS:
                cells = tables[name][row]
                cells += [""] * (column + 1 - len(cells))  # a formula that nobody has computed is no value to calamine
                cells[column] = f"={formula}"
    except Exception as error:  # calamine's errors share no class with the standard library's
        raise InputError(f"not a workbook that can be read ({type(error).__name__}); save it as .xlsx") from error
    return tables


def _text(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as ISO 8601 writes them."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").strip()


def _formulas(data: bytes) -> Iterator[tuple[str, int, int, str]]:
    """(sheet, row, column, formula) of each cell that holds a formula, counted from 0."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name, path in _sheet_files(archive):
            if archive.getinfo(path).file_size > MOST_BYTES:
                raise InputError(f"the sheet {name!r} is too large for one that people fill in")
            root = etree.fromstring(archive.read(path), etree.XMLParser(resolve_entities=False, no_network=True))
            for formula in root.iter(f"{MAIN}f"):
                place = PLACE.fullmatch(formula.getparent().get("r", ""))
                if place:
                    yield name, int(place[2]) - 1, _number(place[1]), formula.text or ""


def _sheet_files(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(name, path in the archive) of each sheet."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    targets = {
        one.get("Id"): one.get("Target") for one in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    }
    for sheet in etree.fromstring(archive.read("xl/workbook.xml"), parser).iter(f"{MAIN}sheet"):
        target = str(targets[sheet.get(RELATION)])
        yield sheet.get("name"), target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)


def _number(letters: str) -> int:
    """A column's letters as its number from 0.

    >>> _number("A"), _number("Z"), _number("AB")
    (0, 25, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
