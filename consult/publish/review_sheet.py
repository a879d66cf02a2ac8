"""A workbook to decide and answer in: for those who would rather work in Excel or LibreOffice than in a terminal.

In: an analysis and its settings. Out: the bytes of an .xlsx file with a page that explains, a sheet of themes, one of
passages and one of responses; what may be filled in is open, the rest is protected, choices are drop-down lists. What
stood when it was made goes along in a hidden sheet, so that `consult.returned` can tell what a person changed.
Whatever a contributor wrote is text and can never run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from consult.messages import Message, messages
from consult.publish.labels import source_label, voice_counts
from consult.publish.report import page_language
from consult.publish.workbook import fit, is_dangerous
from consult.records import REASONS, RESPONSE_STATUSES, Analysis, Conclusion, Passage, Source, Theme
from consult.settings import Settings
from consult.speakers import count_voices

BASE, LISTS, VERSION = "base", "lists", "1"
ANSWERED = ("status", "reason", "responsible", "next_step", "date")
MARK = " · "
"""Between the word that is read back and the words that people read, in the cells of a drop-down list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a sheet. choices: the list that a cell chooses from, empty where it is free text."""

    name: str
    width: int = 16
    open: bool = False
    choices: str = ""


def _open(name: str, width: int, choices: str = "") -> Column:
    return Column(name=name, width=width, open=True, choices=choices)


SHEETS: dict[str, tuple[Column, ...]] = {
    "themes": (
        Column(name="theme_id"), _open("title", 44), _open("target", 36, "targets"), _open("merge_into", 36, "themes"),
        _open("approved", 12, "yes"), _open("reason", 30), Column(name="passages", width=10),
        Column(name="voices", width=24), Column(name="says", width=90),
    ),
    "passages": (
        Column(name="passage_id"), Column(name="text", width=80), _open("theme", 40, "themes"),
        _open("target", 36, "targets"), _open("aside", 28, "reasons"), _open("reason", 30),
        Column(name="source", width=36),
    ),
    "answers": (
        Column(name="theme_id"), Column(name="place", width=12), Column(name="theme", width=40),
        _open("status", 36, "statuses"), _open("reason", 60), _open("responsible", 28), _open("next_step", 40),
        _open("date", 14),
    ),
}  # fmt: skip
"""Sheet → its columns; the first one (in `answers` the first two) says which theme or passage a row is about."""

Rows = dict[str, dict[str, dict[str, str]]]
"""Sheet → key of a row → column → what is read back: an id, a word of ours, or free text."""


def key_of(sheet: str, row: Mapping[str, str]) -> str:
    """What a row is about."""
    first = row[SHEETS[sheet][0].name]
    return f"{first}|{row['place']}" if sheet == "answers" else first


def rows_now(analysis: Analysis, language: str) -> Rows:
    """Every row as it stands: what a sheet that is made now holds, and what one that comes back is compared with.

    language: in which conclusions are read.
    """
    m = messages(page_language((language,)))
    first: dict[tuple[str, str], str] = {}
    for one in sorted(analysis.placements, key=lambda p: (-p.probability, p.target)):
        first.setdefault((one.theme_id, one.passage_id), one.target)
    facts = _facts(analysis)
    return {
        "themes": {theme.theme_id: _theme_row(theme, facts, first, language, m) for theme in _by_weight(analysis)},
        "passages": _passage_rows(analysis, first, m),
        "answers": _answer_rows(analysis),
    }


def _by_weight(analysis: Analysis) -> list[Theme]:
    return sorted(analysis.themes, key=lambda theme: (-len(theme.passage_ids), theme.theme_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What rows of themes are made of, by id; conclusions by theme, those that most bear first."""

    sources: Mapping[str, Source]
    passages: Mapping[str, Passage]
    conclusions: Mapping[str, Sequence[Conclusion]]


def _facts(analysis: Analysis) -> _Facts:
    said: dict[str, list[Conclusion]] = defaultdict(list)
    for one in sorted(analysis.conclusions, key=_largest_first):
        said[one.theme_id].append(one)
    return _Facts(
        sources={source.source_id: source for source in analysis.sources},
        passages={passage.passage_id: passage for passage in analysis.passages},
        conclusions=said,
    )


def _theme_row(
    theme: Theme, facts: _Facts, first: Mapping[tuple[str, str], str], language: str, m: Message
) -> dict[str, str]:
    voices = count_voices([facts.passages[one] for one in theme.passage_ids], facts.sources)
    texts = facts.conclusions.get(theme.theme_id, ())
    spoken = min((one.language for one in texts), key=lambda one: (one != language, one), default="")
    says = [one.text for one in texts if one.language == spoken]
    return {
        "theme_id": theme.theme_id, "title": theme.title, "target": first.get((theme.theme_id, ""), ""),
        "merge_into": "", "approved": "yes" if theme.status == "approved" else "", "reason": "",
        "passages": str(len(theme.passage_ids)), "voices": ", ".join(voice_counts(voices, m)), "says": "\n".join(says),
    }  # fmt: skip


def _largest_first(conclusion: Conclusion) -> tuple[int, str]:
    """As the report has them, so that the cell opens with what most say."""
    return -len(conclusion.citations), min((one.passage_id for one in conclusion.citations), default="")


def _passage_rows(analysis: Analysis, first: Mapping[tuple[str, str], str], m: Message) -> dict[str, dict[str, str]]:
    passages = {passage.passage_id: passage for passage in analysis.passages}
    names = {source.source_id: source_label(source, m) for source in analysis.sources}
    return {
        passage_id: {
            "passage_id": passage_id, "text": passages[passage_id].text, "theme": theme.theme_id,
            "target": first.get((theme.theme_id, passage_id), ""), "aside": "", "reason": "",
            "source": names[passages[passage_id].source_id],
        }
        for theme in _by_weight(analysis)
        for passage_id in theme.passage_ids
    }  # fmt: skip


def _answer_rows(analysis: Analysis) -> dict[str, dict[str, str]]:
    given = {(one.theme_id, one.target): one for one in analysis.responses}
    places: dict[str, list[str]] = defaultdict(list)
    for placement in analysis.placements:
        if not placement.passage_id:
            places[placement.theme_id].append(placement.target)
    rows = {}
    for theme in _by_weight(analysis):
        for place in places[theme.theme_id]:
            one = given.get((theme.theme_id, place))
            facts = {
                key: getattr(one, key) if one else ""
                for key in ("status", "reason", "responsible", "next_step", "date")
            }
            rows[f"{theme.theme_id}|{place}"] = {
                "theme_id": theme.theme_id,
                "place": place,
                "theme": theme.title,
                **facts,
            }
    return rows


# -- the lists that cells choose from -----------------------------------------------------------------


def lists_for(analysis: Analysis, settings: Settings, m: Message) -> dict[str, dict[str, str]]:
    """List → what is read back → the cell that people choose."""
    language = page_language(settings.languages)
    targets = {target.target_id: target.title_in(language) for target in settings.framework.targets}
    targets |= {word: m(f"report-title-{word}") for word in ("new", "unplaced")}
    words: dict[str, dict[str, str]] = {
        "targets": targets,
        "themes": {theme.theme_id: theme.title for theme in _by_weight(analysis)},
        "reasons": {reason: m(f"report-aside-{reason}") for reason in REASONS},
        "statuses": {status: m(f"review-status-{status}") for status in RESPONSE_STATUSES},
    }
    marked = {name: {one: f"{one}{MARK}{text}" for one, text in of.items()} for name, of in words.items()}
    return marked | {"yes": {"yes": m("review-sheet-yes")}}


def names_of(m: Message) -> dict[str, str]:
    """Sheet → its name in the workbook."""
    return {sheet: m(f"review-sheet-{sheet}") for sheet in SHEETS}


def heads_of(sheet: str, m: Message) -> dict[str, str]:
    """Column → its head."""
    return {column.name: m(f"review-column-{sheet}-{column.name}") for column in SHEETS[sheet]}


# -- writing ------------------------------------------------------------------------------------------


def review_sheet(analysis: Analysis, settings: Settings, run_id: str, created: datetime) -> bytes:
    """The workbook. run_id: of the run that it was made from; created: stands as the file's date."""
    from xlsxwriter import Workbook

    language = page_language(settings.languages)
    m, buffer = messages(language), BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": "consult", "created": created.replace(tzinfo=None)})
        writer = _Writer(book, m, lists_for(analysis, settings, m))
        rows = rows_now(analysis, language)
        writer.explain()
        for sheet in SHEETS:
            writer.sheet(sheet, list(rows[sheet].values()))
        writer.lists_sheet()
        writer.base_sheet(run_id, language, rows)
    return buffer.getvalue()


class _Writer:
    """A workbook in the making."""

    def __init__(self, book: Any, m: Message, lists: Mapping[str, Mapping[str, str]]) -> None:
        self.book, self.m, self.lists = book, m, lists
        wrap: dict[str, object] = {"text_wrap": True, "valign": "top", "locked": True}
        look: dict[bool, dict[str, object]] = {
            False: {"font_color": "#5b5d60"},
            True: {"locked": False, "bg_color": "#eef4fa", "border": 1},
        }
        self.cell = {
            (is_open, quoted): book.add_format(wrap | look[is_open] | ({"quote_prefix": True} if quoted else {}))
            for is_open in (False, True)
            for quoted in (False, True)
        }
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})

    def explain(self) -> None:
        """The page that says what to do."""
        page = self.book.add_worksheet(self.m("review-sheet-explain"))
        page.set_column(0, 0, 110)
        lines = self.m("review-explain").split("\n")
        for number, line in enumerate(lines):
            page.write_string(number, 0, line, self.head if number == 0 else self.cell[False, False])
        page.protect()

    def sheet(self, name: str, rows: Sequence[Mapping[str, str]]) -> None:
        """One sheet with its protected and its open columns."""
        page, columns, heads = self.book.add_worksheet(names_of(self.m)[name]), SHEETS[name], heads_of(name, self.m)
        for at, column in enumerate(columns):
            page.set_column(at, at, column.width)
            page.write_string(0, at, heads[column.name], self.head)
            if column.choices and rows:
                self._choose(page, at, len(rows), column.choices)
        for number, row in enumerate(rows, start=1):
            for at, column in enumerate(columns):
                self._write(page, number, at, column, row[column.name])
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        page.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})

    def _write(self, page: Any, number: int, at: int, column: Column, value: str) -> None:
        words = self.lists[column.choices].get(value, value) if column.choices else value
        page.write_string(number, at, fit(words), self.cell[column.open, is_dangerous(words)])

    def _choose(self, page: Any, at: int, rows: int, choices: str) -> None:
        letter = chr(ord("A") + list(self.lists).index(choices))
        rule = {
            "validate": "list",
            "source": f"={LISTS}!${letter}$1:${letter}${max(len(self.lists[choices]), 1)}",
            # a passage may name a theme that is not there yet
            "error_type": "information" if choices == "themes" else "stop",
            "error_message": self.m("review-sheet-choose"),
        }
        page.data_validation(1, at, rows, at, rule)

    def lists_sheet(self) -> None:
        """What the drop-down lists hold."""
        page = self.book.add_worksheet(LISTS)
        for at, words in enumerate(self.lists.values()):
            for number, word in enumerate(words.values()):
                page.write_string(number, at, fit(word), self.cell[False, is_dangerous(word)])
        page.hide()

    def base_sheet(self, run_id: str, language: str, rows: Rows) -> None:
        """What stood when the workbook was made: a line a cell that people may change."""
        page = self.book.add_worksheet(BASE)
        lines = [(VERSION, run_id, language, "")]
        for sheet, columns in SHEETS.items():
            for key, row in rows[sheet].items():
                lines += [(sheet, key, one.name, row[one.name]) for one in columns if one.open and one.name != "reason"]
                if sheet == "answers":
                    lines.append((sheet, key, "reason", row["reason"]))
        for number, line in enumerate(lines):
            for at, value in enumerate(line):
                page.write_string(number, at, fit(value), self.cell[False, is_dangerous(value)])
        page.very_hidden()
