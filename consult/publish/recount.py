"""Law 9, of numbers: what is published tells of no group of one to four private persons, counted from the files again.

In: a published folder. Out: a sentence for each number that must not stand there. Read are the pages as they were
written, their tables row by row, and the exchange tables; nothing is taken from the code that wrote them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from consult.csv_file import table_rows
from consult.messages import messages, publication_languages
from consult.publish.cells import FEWEST, UNSHOWN

SUMMED = ("received", "channels")
"""Tables whose last row is the sum of those above it."""

TABLES = ("themes", "passages", "sources")

Line = tuple[str, ...]


def small_cells(folder: Path) -> list[str]:
    """Each number under `folder` that stands for few private persons, or that gives one of them back, by file."""
    found = [f"{path.name}: {breach}" for path in sorted(folder.glob("*.html")) for breach in page_breaches(path)]
    tables = folder / "tables"
    if all((tables / f"{name}.csv").is_file() for name in TABLES):
        files = {name: (tables / f"{name}.csv").read_text(encoding="utf-8") for name in TABLES}
        read = {name: list(table_rows(text)) for name, text in files.items()}
        found += [f"tables/themes.csv: {breach}" for breach in theme_breaches(read)]
        book = folder / "tables.xlsx"
        if book.is_file():
            found += [f"{book.name}: {breach}" for breach in theme_breaches(read | {"themes": _sheet(book)})]
    return found


# -- pages ----------------------------------------------------------------------------------------------------------


@cache
def _words(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """What private persons are called as a heading, and how one to four of them are counted."""
    m = messages(language)
    heads = {m(f"{page}-voice-individual") for page in ("feedback", "report")}
    small = {
        m(f"{page}-count-individual", count=count) for page in ("feedback", "report") for count in range(1, FEWEST)
    }
    return frozenset(heads), re.compile(rf"(?<![\w.,-])(?:{'|'.join(map(re.escape, sorted(small)))})(?!\w)")


def page_breaches(path: Path) -> Iterator[str]:
    """Small numbers in the tables of a page and in its lines of counts."""
    from lxml import html

    root = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    language = str(root.get("lang") or "")[:2]
    if language not in publication_languages():
        return
    heads, small = _words(language)
    for table in root.iter("table"):
        lines = [
            tuple(" ".join(cell.text_content().split()) for cell in row.iter("th", "td")) for row in table.iter("tr")
        ]
        yield from table_breaches(lines, heads, small)
        anchor = table.getparent().get("id")
        if anchor in SUMMED:
            yield from sum_breaches(lines, across=anchor == "channels")
    for paragraph in root.iter("p"):
        words = " ".join(paragraph.text_content().split())
        if words[:1].isdigit() and small.search(words):
            yield f"a line counts fewer than {FEWEST} private persons"


def table_breaches(lines: Sequence[Line], heads: frozenset[str], small: re.Pattern[str]) -> Iterator[str]:
    """Small numbers under a heading of private persons, beside one, or said in words.

    lines: the head, then the rows; heads: what private persons are called.
    """
    columns = [at for at, word in enumerate(lines[0]) if word in heads] if lines else []
    for line in lines[1:]:
        own = line and (line[0] in heads or any(line[0].startswith(f"{head}, ") for head in heads))
        cells = line[1:] if own else [line[at] for at in columns if at < len(line)]
        if any(cell in map(str, range(1, FEWEST)) for cell in cells) or any(map(small.search, line)):
            yield f"a table counts fewer than {FEWEST} private persons"


def sum_breaches(lines: Sequence[Line], *, across: bool) -> Iterator[str]:
    """Numbers that are not shown, and that a sum less the rest gives back.

    lines: the head, rows, the sum; across: the last cell of each is its sum.
    """
    *rows, total = lines[1:]
    for column in range(1, len(total)):
        hidden = [row for row in rows if row[column] == UNSHOWN]
        if len(hidden) == 1 and total[column] != UNSHOWN:
            yield "a sum gives a number back that is not shown"
    for row in lines[1:] if across else ():
        if row.count(UNSHOWN) == 1:
            yield "a row gives a number back that is not shown"


# -- tables ---------------------------------------------------------------------------------------------------------


def theme_breaches(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> Iterator[str]:
    """Rows of `themes` that tell of few private persons, as `passages` and `sources` have them."""
    sources = {row["source_id"]: row for row in tables["sources"]}
    behind: dict[str, set[str]] = defaultdict(set)
    for row in tables["passages"]:
        if row["voice"] == "individual":
            source = sources[row["source_id"]]
            named = source["contributor"] if source["voice"] == "individual" else ""
            behind[row["theme_id"]].add(_one_person(named) or row["source_id"])
    closed: set[str] = set()
    shown = False
    for row in tables["themes"]:
        who = behind[row["theme_id"]]
        if UNSHOWN in row["voices"]:
            closed |= who
            if row["sources"] or row["single_voice"]:
                yield f"{row['theme_id']}: a sum gives a number back that is not shown"
        elif 0 < len(who) < FEWEST:
            yield f"{row['theme_id']}: counts fewer than {FEWEST} private persons"
        else:
            shown = shown or bool(who)
    if shown and 0 < len(closed) < FEWEST:
        yield f"the numbers that are not shown stand for fewer than {FEWEST} private persons"


def _one_person(name: str) -> str:
    """A name that one person alone bears, however it is written; of *Student* or *Kari* there may be many."""
    words = name.casefold().split()
    return " ".join(words) if len(words) > 1 or "@" in name else ""


def _sheet(book: Path) -> list[dict[str, str]]:
    """The sheet `themes` of a workbook, cells as words."""
    from python_calamine import CalamineWorkbook

    head, *rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("themes").to_python()
    return [{str(key): _cell(value) for key, value in zip(head, row, strict=True)} for row in rows]


def _cell(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
