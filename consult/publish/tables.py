"""The public tables as files: `tables/*.csv`, `tables.xlsx` and `datapackage.json`.

The rows are those of the ledger (`consult.rows`). CSV is for machines and exact to the character, so that
`passages.text` is its source's `text[start:end]`; the workbook is for people, with nothing in it that can run.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from consult.answer.quotes import on_one_line
from consult.publish.cells import UNSHOWN, kinds, persons, told, unshown
from consult.publish.copyist import Begun, begin_workbook
from consult.publish.datapackage import datapackage
from consult.publish.run_time import run_time
from consult.publish.workbook import workbook
from consult.records import Analysis, Passage
from consult.rows import COLUMNS, Row, Value, rows
from consult.speakers import count_voices

WORKBOOK = "tables.xlsx"
DRAFTS = "drafts"
DRAFT_COLUMNS: Row = (
    "how", "task", "theme_id", "target", "stands_for", "language", "text", "drawn_on", "before", "model"
)  # fmt: skip
MARK = "drafted"
"""How a draft is marked in its sheet, as in the column `how` of `conclusions`."""


def write_tables(analysis: Analysis, run_info: Mapping[str, Any], folder: Path, *, whole: bool = True) -> None:
    """Write every table of `analysis` below `folder`, which need not exist. whole: see `table_files`."""
    _write(table_files(analysis, run_info, whole=whole), folder)


def begin_tables(analysis: Analysis, run_info: Mapping[str, Any]) -> Begun:
    """Begin with the workbook of an analysis that is likely to be the one that is published."""
    return Begun(*_sheets(rows(analysis), run_time(run_info), analysis))


@contextmanager
def tables_beside(
    analysis: Analysis, run_info: Mapping[str, Any], folder: Path, begun: Begun | None = None
) -> Iterator[None]:
    """Write the same files, the workbook in a process of its own while the body of the `with` runs.

    begun: a workbook that may be this one.
    """
    tables, created = rows(analysis), run_time(run_info)
    book = (begun.of if begun else begin_workbook)(*_sheets(tables, created, analysis))
    _write(_texts(tables, run_info, created), folder)
    yield
    _write({WORKBOOK: book()}, folder)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def table_files(analysis: Analysis, run_info: Mapping[str, Any], *, whole: bool = True) -> dict[str, bytes]:
    """Path relative to the output folder → bytes; the same analysis and time give the same bytes.

    whole: with every number of the ledger; else `themes` without those that stand for few private persons.
    """
    tables, created = rows(analysis), run_time(run_info)
    if not whole:
        tables["themes"] = list(without_few(tables["themes"], analysis))
    return {**_texts(tables, run_info, created), WORKBOOK: workbook(*_sheets(tables, created, analysis))}


def _texts(tables: Mapping[str, list[Row]], run_info: Mapping[str, Any], created: datetime) -> dict[str, bytes]:
    """The tables as CSV, and their description."""
    files = {f"tables/{name}.csv": csv_bytes(COLUMNS[name], tables[name]) for name in COLUMNS}
    description = datapackage(_name(run_info), files, created)
    files["datapackage.json"] = (json.dumps(description, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _sheets(
    tables: Mapping[str, list[Row]], created: datetime, analysis: Analysis
) -> tuple[dict[str, list[Row]], datetime, dict[str, list[Row]] | None]:
    """What `workbook` makes of the tables, and of drafts where there are any."""
    shown = {name: tables[name] for name in COLUMNS}
    return shown, created, {DRAFTS: draft_rows(analysis)} if analysis.drafts else None


def draft_rows(analysis: Analysis) -> list[Row]:
    """What a model drafted, under its columns, each beside the statements that it draws on."""
    texts = {passage.passage_id: on_one_line(passage.text) for passage in analysis.passages}
    return [
        DRAFT_COLUMNS,
        *(
            (MARK, one.task, one.theme_id, one.target, one.stands_for, one.language, one.text,
             "\n".join(f"{key}: {texts[key]}" for key in one.passage_ids), one.before, one.model)
            for one in analysis.drafts
        ),
    ]  # fmt: skip


def without_few(themes: Iterable[Row], analysis: Analysis) -> Iterator[Row]:
    """Rows of `themes` as they may be published: where a number is not shown, its sum and *single voice* are not."""
    sources = {source.source_id: source for source in analysis.sources}
    theme_of = {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}
    spoken: dict[Value, list[Passage]] = defaultdict(list)
    for passage in analysis.passages:
        spoken[theme_of[passage.passage_id]].append(passage)
    closed = unshown({theme_id: persons(passages, sources) for theme_id, passages in spoken.items()})
    at = {column: COLUMNS["themes"].index(column) for column in ("theme_id", "sources", "voices", "single_voice")}
    for row in themes:
        cells, passages = list(row), spoken[row[at["theme_id"]]]
        if row[at["theme_id"]] in closed:
            shown = kinds(count_voices(passages, sources), len(passages), closed=True)
            mixed = all(number is None for number in shown.values())
            cells[at["voices"]] = UNSHOWN if mixed else "; ".join(f"{one} {told(shown[one])}" for one in shown)
            cells[at["sources"]] = cells[at["single_voice"]] = None
        yield tuple(cells)


def _name(run_info: Mapping[str, Any]) -> str:
    return str(run_info.get("settings", {}).get("name", ""))


def csv_bytes(columns: Iterable[str], table: Iterable[Row]) -> bytes:
    r"""A table as UTF-8 without a byte order mark, comma, LF, cells quoted where RFC 4180 asks for it.

    >>> csv_bytes(("id", "text"), [("p-1", 'sa "nei", og gjekk')])
    b'id,text\np-1,"sa ""nei"", og gjekk"\n'
    """
    lines = [",".join(map(_csv_cell, row)) for row in (tuple(columns), *table)]
    return ("\n".join(lines) + "\n").encode()


def _csv_cell(value: Value) -> str:
    # Not csv.writer: before Python 3.13 it leaves a lone carriage return unquoted where lines end in LF.
    text = "" if value is None else str(value)
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text
