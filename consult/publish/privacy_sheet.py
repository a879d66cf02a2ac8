"""A workbook to decide on personal data in: for those who would rather work in Excel or LibreOffice than in a terminal.

In: sources, and findings as they stand. Out: the bytes of an .xlsx file with a page that explains, a sheet of findings
(each with the words, what stands around them, and cells for a decision, other words and a reason) and an empty one for
what the machine has missed. What stood when it was made goes along in a hidden sheet, so that
`consult.returned_privacy` can tell what others have decided since. The file holds the words that are not to be
published: it is internal. Whatever a contributor wrote is text and can never run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO

from consult.answer.privacy import field_of
from consult.messages import Message, messages
from consult.publish.reading_sheet import SheetWriter
from consult.publish.review_sheet import MARK, Column
from consult.read.redaction import placeholder_words
from consult.records import PERSONAL_KINDS, Finding, Source

VERSION = "privacy-1"
AROUND = 60  # characters shown on each side of a finding
EMPTY_ROWS = 200
"""Rows for what was missed."""

DECISIONS = ("redact", "reveal")

FOUND = (
    Column(name="finding_id"), Column(name="source", width=30), Column(name="kind", width=20),
    Column(name="before", width=34), Column(name="words", width=34), Column(name="after", width=34),
    Column(name="certainty", width=10), Column(name="status", width=16),
    Column(name="decision", width=24, open=True, choices="decisions"),
    Column(name="wider", width=40, open=True), Column(name="reason", width=40, open=True),
)  # fmt: skip
MISSED = (
    Column(name="source_id", width=18, open=True, choices="sources"), Column(name="words", width=44, open=True),
    Column(name="kind", width=24, open=True, choices="kinds"), Column(name="reason", width=40, open=True),
)  # fmt: skip
SHEETS: dict[str, tuple[Column, ...]] = {"found": FOUND, "missed": MISSED}


def privacy_sheet(
    findings: Sequence[Finding], sources: Sequence[Source], run_id: str, created: datetime, language: str
) -> bytes:
    """The workbook. run_id: of the run that it was made from; created: stands as the file's date."""
    from xlsxwriter import Workbook

    m, buffer = messages(language), BytesIO()
    by_id = {source.source_id: source for source in sources}
    in_order = sorted(findings, key=lambda one: (by_id[one.source_id].path, one.source_id, one.where, one.start))
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": "consult", "created": created.replace(tzinfo=None)})
        writer = _Writer(book, m, choices(sources, m, language))
        writer.explain(m("privacy-explain").split("\n"))
        writer.table("found", [row_of(one, by_id[one.source_id], m, language) for one in in_order])
        writer.table("missed", [dict.fromkeys((column.name for column in MISSED), "")] * EMPTY_ROWS)
        writer.lists_sheet()
        writer.base_sheet([(VERSION, run_id, language), *((one.finding_id, one.status, "") for one in in_order)])
    return buffer.getvalue()


def choices(sources: Iterable[Source], m: Message, language: str) -> dict[str, dict[str, str]]:
    """List → what is read back → the cell that people choose."""
    words: dict[str, dict[str, str]] = {
        "decisions": {one: m(f"privacy-decision-{one}") for one in DECISIONS},
        "kinds": {kind: placeholder_words(kind, language) for kind in PERSONAL_KINDS},
        "sources": {one.source_id: f"{one.path} {one.locator}".strip() for one in sources},
    }
    return {name: {one: f"{one}{MARK}{text}" for one, text in of.items()} for name, of in words.items()}


def names_of(m: Message) -> dict[str, str]:
    """Sheet → its name in the workbook."""
    return {sheet: m(f"privacy-sheet-{sheet}") for sheet in SHEETS}


def heads_of(sheet: str, m: Message) -> dict[str, str]:
    """Column → its head."""
    return {column.name: m(f"privacy-column-{column.name}") for column in SHEETS[sheet]}


def row_of(finding: Finding, source: Source, m: Message, language: str) -> dict[str, str]:
    """What a person is shown of a finding; cells to fill in are empty."""
    text = field_of(source, finding.where)
    return {column.name: "" for column in FOUND} | {
        "finding_id": finding.finding_id,
        "source": f"{source.path} {source.locator}".strip(),
        "kind": placeholder_words(finding.kind, language),
        "before": text[max(0, finding.start - AROUND) : finding.start],
        "words": text[finding.start : finding.end],
        "after": text[finding.end : finding.end + AROUND],
        "certainty": f"{finding.certainty:.2f}",
        "status": m(f"privacy-status-{finding.status}"),
    }


class _Writer(SheetWriter):
    """A workbook in the making."""

    def table(self, name: str, rows: Sequence[Mapping[str, str]]) -> None:
        """One sheet with its protected and its open columns."""
        page, heads = self.book.add_worksheet(names_of(self.m)[name]), heads_of(name, self.m)
        for at, column in enumerate(SHEETS[name]):
            page.set_column(at, at, column.width)
            page.write_string(0, at, heads[column.name], self.head)
            if column.choices and rows:
                page.data_validation(1, at, len(rows), at, self._rule(column.choices))
        for number, row in enumerate(rows, start=1):
            for at, column in enumerate(SHEETS[name]):
                self._write(page, number, at, row[column.name], is_open=column.open)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, max(len(rows), 1), len(SHEETS[name]) - 1)
        page.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
