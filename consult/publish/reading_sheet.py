"""A workbook for a second reader: passages with what surrounds them, and nothing of what the machine made of them.

In: passages in the order to be read, the analysis they are from, and its settings. Out: the bytes of an .xlsx file
with a page that explains and a sheet to fill in; what may be filled in is open, the rest is protected, choices are
drop-down lists. Themes are listed by title, so that their order does not tell which are large. Whatever a contributor
wrote is text and can never run. Who said something, and in which file, is not told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from consult.messages import Message, messages
from consult.publish.report import page_language
from consult.publish.review_sheet import BASE, LISTS, MARK, Column, lists_for
from consult.publish.workbook import fit, is_dangerous
from consult.records import Analysis, Passage
from consult.settings import Settings

VERSION = "reading-1"
ASIDE = "aside"
"""What a reader chooses for a passage that is no input."""

COLUMNS = (
    Column(name="passage_id"), Column(name="above", width=36), Column(name="before", width=36),
    Column(name="text", width=80), Column(name="after", width=36),
    Column(name="target", width=40, open=True, choices="targets"),
    Column(name="theme", width=40, open=True, choices="themes"), Column(name="remark", width=40, open=True),
)  # fmt: skip


def reading_sheet(
    passages: Sequence[Passage], analysis: Analysis, settings: Settings, run_id: str, created: datetime
) -> bytes:
    """The workbook. run_id: of the run that the passages are from; created: stands as the file's date."""
    from xlsxwriter import Workbook

    language = page_language(settings.languages)
    m, buffer = messages(language), BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": "consult", "created": created.replace(tzinfo=None)})
        writer = SheetWriter(book, m, choices(analysis, settings, m))
        writer.explain(m("reading-explain").split("\n"))
        writer.sheet(passages)
        writer.lists_sheet()
        writer.base_sheet([(VERSION, run_id, language), *((one.passage_id, "", "") for one in passages)])
    return buffer.getvalue()


def choices(analysis: Analysis, settings: Settings, m: Message) -> dict[str, dict[str, str]]:
    """List → what is read back → the cell that people choose."""
    known = lists_for(analysis, settings, m)
    themes = sorted(known["themes"].items(), key=lambda one: (one[1].partition(MARK)[2].casefold(), one[0]))
    return {"targets": known["targets"] | {ASIDE: f"{ASIDE}{MARK}{m('reading-aside')}"}, "themes": dict(themes)}


def heads_of(m: Message) -> dict[str, str]:
    """Column → its head."""
    return {column.name: m(f"reading-column-{column.name}") for column in COLUMNS}


def row_of(passage: Passage) -> dict[str, str]:
    """What a reader is shown of a passage; columns to fill in are empty."""
    context = passage.context
    above = [context.document, *context.headings, context.question, context.parent]
    return {column.name: "" for column in COLUMNS} | {
        "passage_id": passage.passage_id,
        "above": "\n".join(dict.fromkeys(filter(None, above))),
        "before": context.before,
        "text": passage.text,
        "after": context.after,
    }


class SheetWriter:
    """A workbook in the making."""

    def __init__(self, book: Any, m: Message, lists: dict[str, dict[str, str]]) -> None:
        self.book, self.m, self.lists = book, m, lists
        plain: dict[str, object] = {"text_wrap": True, "valign": "top", "locked": True}
        look = {False: plain, True: plain | {"locked": False, "bg_color": "#eef4fa", "border": 1}}
        self.cell = {
            (is_open, quoted): book.add_format(look[is_open] | ({"quote_prefix": True} if quoted else {}))
            for is_open in (False, True)
            for quoted in (False, True)
        }
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})

    def explain(self, lines: Sequence[str]) -> None:
        """The page that says what to do."""
        page = self.book.add_worksheet(self.m("reading-sheet-explain"))
        page.set_column(0, 0, 110)
        for number, line in enumerate(lines):
            page.write_string(number, 0, line, self.head if number == 0 else self.cell[False, False])
        page.protect()

    def sheet(self, passages: Sequence[Passage]) -> None:
        """The passages, a row each."""
        page, heads = self.book.add_worksheet(self.m("reading-sheet-passages")), heads_of(self.m)
        for at, column in enumerate(COLUMNS):
            page.set_column(at, at, column.width)
            page.write_string(0, at, heads[column.name], self.head)
            if column.choices and passages:
                page.data_validation(1, at, len(passages), at, self._rule(column.choices))
        for number, row in enumerate(map(row_of, passages), start=1):
            for at, column in enumerate(COLUMNS):
                self._write(page, number, at, row[column.name], is_open=column.open)
        page.freeze_panes(1, 1)
        page.protect("", {"format_columns": True, "format_rows": True})

    def _rule(self, name: str) -> dict[str, object]:
        letter = chr(ord("A") + list(self.lists).index(name))
        return {
            "validate": "list",
            "source": f"={LISTS}!${letter}$1:${letter}${max(len(self.lists[name]), 1)}",
            "error_type": "information" if name == "themes" else "stop",  # a reader may see another theme
            "error_message": self.m("review-sheet-choose"),
        }

    def _write(self, page: Any, number: int, at: int, words: str, *, is_open: bool = False) -> None:
        page.write_string(number, at, fit(words), self.cell[is_open, is_dangerous(words)])

    def lists_sheet(self) -> None:
        """What the drop-down lists hold."""
        page = self.book.add_worksheet(LISTS)
        for at, words in enumerate(self.lists.values()):
            for number, word in enumerate(words.values()):
                self._write(page, number, at, word)
        page.hide()

    def base_sheet(self, lines: Sequence[tuple[str, ...]]) -> None:
        """Which run the sheet is from, and which passages it holds."""
        page = self.book.add_worksheet(BASE)
        for number, line in enumerate(lines):
            for at, value in enumerate(line):
                self._write(page, number, at, value)
        page.very_hidden()
