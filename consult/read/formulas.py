"""Formulas of an xlsx that no program has computed: their text, where the file keeps no value.

A program that makes a workbook without computing it leaves such cells; to most readers they are blank, and
an answer that begins with `=` would be lost. Source of the format: ECMA-376 part 1, 18.3.1.4 (c) and 18.3.1.40 (f).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

MAIN = "{*}"  # the namespace differs between the transitional and the strict form
RELATION = re.compile(r"\{[^}]*officeDocument[^}]*relationships\}id")
CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Cells = dict[tuple[int, int], str]
"""(row, column), both from 0 → text."""


def formulas_without_value(data: bytes) -> dict[str, Cells]:
    """Sheet's name → its cells with a formula and no value, the text as stored behind `=`; empty for other files."""
    if not data.startswith(b"PK"):
        return {}
    try:
        with ZipFile(BytesIO(data)) as package:
            return {name: cells for name, cells in _sheets(package) if cells}
    except (BadZipFile, KeyError, etree.XMLSyntaxError):
        return {}  # a reader that forgives more gives the values yet


def _sheets(package: ZipFile) -> Iterator[tuple[str, Cells]]:
    names = set(package.namelist())
    if "xl/workbook.xml" in names:
        for name, member in _sheet_members(package).items():
            yield name, _cells(package.read(member)) if member in names else {}


def _parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _sheet_members(package: ZipFile) -> dict[str, str]:
    """Sheet's name → path of its part."""
    links = _parse(package.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id", ""): posixpath.join("/xl", link.get("Target", "")).lstrip("/") for link in links}
    found = {}
    for sheet in _parse(package.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        link = next((value for key, value in sheet.attrib.items() if RELATION.fullmatch(str(key))), "")
        found[str(sheet.get("name", ""))] = posixpath.normpath(targets.get(str(link), ""))
    return found


def _cells(data: bytes) -> Cells:
    if not re.search(rb"<(?:\w+:)?f[ />]", data):
        return {}
    found: Cells = {}
    shared: dict[str, str] = {}
    for cell in _parse(data).iter(f"{MAIN}c"):
        formula = cell.find(f"{MAIN}f")
        place = CELL.fullmatch(cell.get("r", ""))
        if formula is None or place is None:
            continue
        text = formula.text or shared.get(formula.get("si", ""), "")
        shared.setdefault(formula.get("si", ""), text)
        if text and cell.get("t") != "str" and not cell.findtext(f"{MAIN}v"):  # str: computed, and the result is ""
            found[int(place[2]) - 1, _column(place[1])] = f"={text}"
    return found


def _column(letters: str) -> int:
    """A column's number from 0.

    >>> _column("A"), _column("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
