"""A document as PDF/UA-1: tagged, with language, title, bookmarks, heads of tables and alternative texts.

In: a document. Out: the file's bytes, the same for the same document. Guaranteed: the words are given to the
typesetter as data and are never read as its markup; a sign that no typeface of ours has stands as its number, and
the document says so at its end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Literal

from consult.publish.document import Block, Document, Heading, Note, Picture, Quote, Table, runs
from consult.publish.document.docx import PAGE, PAGES, short
from consult.publish.document.drawings import font_folder
from consult.publish.document.marks import marked_rows
from consult.publish.document.paper import on_paper
from consult.publish.document.widths import shares
from consult.publish.document.wordml import region
from consult.publish.document.words import byline, printable, titled, words
from consult.publish.report import TEMPLATES

STANDARD: Literal["ua-1"] = "ua-1"

MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
"""How the typesetter names a sign that no typeface has."""

ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")

MOST_ROUNDS = 4
"""One to find the signs without a glyph, one to set the rest, and two for what only shows when those are gone."""

TALLEST = 600
"""Characters in a cell that always has room on one page, in however many columns."""


def to_pdf(document: Document) -> bytes:
    """The document as a PDF file.

    Raises TypstError where the typesetter refuses it: a defect of ours.
    """
    document = on_paper(document, words(document))
    content = _content(document)
    missing: dict[str, str] = {}
    for _ in range(MOST_ROUNDS):
        made, unknown = _compile(_without(content, missing, document), document)
        if made is not None:
            return marked_rows(made, [block.row_heads for block in _tables(document)])
        missing |= unknown
    raise AssertionError("the typesetter lacks signs without end")


def _compile(content: Mapping[str, Any], document: Document) -> tuple[bytes | None, dict[str, str]]:
    """The file, or the signs that stand in the way of it, each with what is shown instead."""
    import typst

    inputs = {"document": json.dumps(content, ensure_ascii=False)}
    try:
        made = typst.compile(
            _template(), sys_inputs=inputs, font_paths=_fonts(), pdf_standards=[STANDARD], timestamp=_time(document)
        )
    except typst.TypstError as error:
        unknown = missing_signs(error.diagnostic)
        if not unknown:
            raise
        return None, unknown
    return made, {}


def missing_signs(diagnostic: str) -> dict[str, str]:
    """Signs that no typeface has, as the typesetter tells them, and the numbers that stand for them.

    >>> missing_signs('the text `"你"` could not be displayed with font `"Inter"`')
    {'你': '[U+4F60]'}
    """
    found = (ESCAPE.sub(lambda one: chr(int(one[1], 16)), text) for text in MISSING.findall(diagnostic))
    signs = {sign for text in found for sign in text if not sign.isascii()}
    return {sign: f"[U+{ord(sign):04X}]" for sign in sorted(signs)}


def _without(content: Mapping[str, Any], missing: Mapping[str, str], document: Document) -> Mapping[str, Any]:
    """The content with signs replaced, and the remark about it."""
    if not missing:
        return content
    remark = words(document)("document-signs", example=next(iter(missing.values())))
    note = _block(Note(kind="about", runs=runs(remark)), document)
    table = str.maketrans(dict(missing))
    replaced: dict[str, Any] = _translated(content, table)
    return replaced | {"blocks": [*replaced["blocks"], note]}


def _translated(value: Any, table: Mapping[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, Mapping):
        return {key: one if key == "svg" else _translated(one, table) for key, one in value.items()}
    return [_translated(one, table) for one in value] if isinstance(value, list) else value


def _content(document: Document) -> dict[str, Any]:
    """All that the template sets, as plain values."""
    m = words(document)
    before, _, rest = m("document-page", page=PAGE, pages=PAGES).partition(PAGE)
    between, _, after = rest.partition(PAGES)
    return {
        "title": titled(_line(document.title)), "author": _line(document.author), "subject": _line(document.subject),
        "date": _day(document.date), "language": _language(document.language), "region": _country(document.language),
        "draft": _line(document.draft), "short": short(printable(document.title)), "page": [before, between, after],
        "subtitle": printable(document.subtitle), "byline": " · ".join(byline(document, m)),
        "contents": _line(document.contents) if document.headings else "",
        "blocks": [_block(block, document) for block in document.blocks],
    }  # fmt: skip


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _block(block: Block, document: Document) -> dict[str, Any]:
    """A block as plain values, and what the template cannot know of it."""
    values: dict[str, Any] = _plain(block, document) | {"is": type(block).__name__}
    m = words(document)
    match block:
        case Heading():
            values["text"] = titled(block.text)
        case Quote():
            number = m("document-quote", number=block.number) if block.number else ""
            by = (*runs(number), *runs(" · " if number and block.by else ""), *block.by)
            values["by"] = [_plain(run, document) for run in by]
        case Table():
            values |= {"shares": shares(block), "tall": _is_tall(block)}
        case Picture():
            values |= {"table": _block(block.table, document), "description": titled(block.description)}
        case Note():
            values["label"] = m(f"document-note-{block.kind}")
    return values


def _is_tall(table: Table) -> bool:
    """Whether a row may need more than a page: then it may break."""
    return any(sum(len(run.text) for run in cell) > TALLEST for row in table.rows for cell in row)


def _plain(value: Any, document: Document) -> Any:
    """A record as a dictionary; texts made fit to print, languages as the typesetter knows them."""
    if is_dataclass(value):
        named = {one.name: _plain(getattr(value, one.name), document) for one in fields(value)}
        if "language" in named:
            named["language"] = _other(named["language"], document)
        return named
    if isinstance(value, tuple):
        return [_plain(one, document) for one in value]
    return printable(value) if isinstance(value, str) else value


def _other(language: str, document: Document) -> str:
    own = _language(language)
    return own if language and own != _language(document.language) else ""


def _language(code: str) -> str:
    """The language alone, of a code that may tell a script or a country too."""
    own = code.partition("-")[0].lower()
    return own if re.fullmatch("[a-z]{2,3}", own) else "und"


def _country(code: str) -> str | None:
    return region(_language(code)).partition("-")[2] or None


def _day(iso: str) -> list[int] | None:
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return None
    return [day.year, day.month, day.day]


def _time(document: Document) -> datetime:
    """Midnight of the document's day, or of a day long ago: never now."""
    year, month, day = _day(document.date) or (1980, 1, 1)
    return datetime(year, month, day, tzinfo=UTC)


def _tables(document: Document) -> Sequence[Table]:
    """Every table in the order of the page."""
    found = (block.table if isinstance(block, Picture) else block for block in document.blocks)
    return [one for one in found if isinstance(one, Table) and one.head]


@cache
def _template() -> bytes:
    return (TEMPLATES / "document.typ").read_bytes()


@cache
def _fonts() -> Any:
    """Our typeface first, then those that the typesetter carries; none of the machine's."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])
