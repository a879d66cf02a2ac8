"""A code book that came back without texts: a .qdc file, or the list of codes that Taguette and spreadsheets write.

In: the file, and the analysis it was exported from. Out: a `Recoding` that says nothing of passages: which themes were
renamed, dragged to another place or dropped, and which codes are new. In a .qdc a code is ours by its GUID, else by
its name; in a list by its name, else by its description, which is the theme's keywords. Nothing is changed.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from lxml import etree

from consult.errors import InputError
from consult.publish.exchange.characters import holdable
from consult.publish.exchange.codebook import read_codes
from consult.publish.exchange.codes import Code, code_tree, themes_of
from consult.publish.exchange.consultation import Consultation
from consult.publish.exchange.recoding import Recoding
from consult.records import Analysis

LARGEST = 16 << 20  # bytes: a code book is a list of names
NAMES = ("tag", "name", "code")  # heads of the column with names, as Taguette, QualCoder and people write them
DESCRIPTIONS = ("description", "memo", "keywords")
SIGNS = (",", ";", "\t")  # between cells; of equally many in the head the first
AGAIN = "export the code book again, as .qdc or as CSV in UTF-8, and try anew"


def read_code_list(path: Path, analysis: Analysis, consultation: Consultation) -> Recoding:
    """What the code book at `path` says of our themes.

    Raises InputError where the file is no code book, is broken, or larger than any should be.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    if path.stat().st_size > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST >> 20} MiB, which is no code book; {AGAIN}")
    root = _parsed(path) if path.suffix.lower() == ".qdc" else _listed(path, analysis, consultation)
    known = read_codes(root, analysis, consultation)
    before = {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}
    return Recoding(
        codes={passage_id: (theme_id,) for passage_id, theme_id in sorted(before.items())},
        before=before,
        new_codes=known.new_codes,
        renamed=known.renamed,
        placed=known.placed if path.suffix.lower() == ".qdc" else {},
        dropped=known.dropped,
    )


def _parsed(path: Path) -> Any:
    """A project that holds nothing but the code book."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: no XML that can be read; {AGAIN}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{path}: has a document type, which no code book needs; {AGAIN}")
    if etree.QName(root).localname != "CodeBook":
        raise InputError(f"{path}: is no REFI-QDA code book; {AGAIN}")
    return _project(root)


def _project(book: Any) -> Any:
    project = etree.Element("Project")
    project.append(book)
    return project


def _listed(path: Path, analysis: Analysis, consultation: Consultation) -> Any:
    """The rows of a list as the codes of a project."""
    rows = _rows(path)
    heads = {head.strip().casefold(): head for head in (rows[0] if rows else {}) if head}
    name = next((heads[one] for one in NAMES if one in heads), None)
    if name is None:
        raise InputError(f"{path}: has no column {', '.join(NAMES[:-1])} or {NAMES[-1]}; {AGAIN}")
    about = next((heads[one] for one in DESCRIPTIONS if one in heads), "")
    book = etree.Element("CodeBook")
    codes = etree.SubElement(book, "Codes")
    renamed = _renamed(themes_of(code_tree(analysis, consultation)), {row.get(name) or "" for row in rows})
    for row in rows:
        guid = renamed.get((row.get(about) or "").strip(), "")
        codes.append(etree.Element("Code", name=holdable(row.get(name) or ""), guid=guid))
    return _project(book)


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a list, whatever divides its cells: a spreadsheet in Norwegian writes a semicolon."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            return list(csv.DictReader(file, delimiter=max(SIGNS, key=head.count)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: no CSV in UTF-8; {AGAIN}") from error


def _renamed(known: Iterable[Code], names: Collection[str]) -> dict[str, str]:
    """Keywords of one theme alone → its GUID, of themes whose own name is in no row: by them a new name is known."""
    themes = list(known)
    alike = Counter(code.description for code in themes)
    return {
        code.description: code.guid
        for code in themes
        if code.description and alike[code.description] == 1 and code.name not in names
    }
