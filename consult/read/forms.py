"""A spreadsheet → one document a row of a form export; other sheets → their cells.

A form export has a row of heads and, below it, at least one column of answers. A row's text is each
answered question with its answer; choices among few stand as `meta`; who answered goes to the source's
fields and is not in the text. Heads without rows are a form that nobody answered: empty. A sheet that
explains the columns gives the questions in full; one that tells of the form is set aside as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from consult.read.about_forms import WHO_AND_WHEN, has_answers, is_ours
from consult.read.bodies import is_body
from consult.read.columns import Column, Role, is_prompt, named_role, read_columns
from consult.read.document import Document, Piece, from_pieces, one_line, word_set
from consult.read.respondent import answers_for_body
from consult.read.sheets import Sheet, SheetRow
from consult.read.tables import Cell, table_pieces
from consult.read.vocabulary import pattern
from consult.records import BlockKind
from consult.settings import FormRule

TITLE_ROWS = 5  # rows above the heads that may hold a title
LONGEST_HEAD = 400  # characters; a question with its help text
NOBODY = word_set("- – . nei no nej ingen inga none n/a na ikke privat privatperson private person innbygger")
"""What people write in a field for an organisation when they speak for themselves."""
EXPLAINED = re.compile(r"^\s*(?P<head>[^:=\t]{1,60}?)\s*[:=\t]\s*(?P<question>\S.{3,})$", re.DOTALL)


def form_documents(sheets: Sequence[Sheet], format: str, rule: FormRule | None) -> Iterator[Document]:  # noqa: A002 -- the record's own word
    """Documents of a spreadsheet's sheets, in the file's order. rule: the settings that apply to the file."""
    unanswered = {sheet.name: sheet.rows[0] for sheet in sheets if _is_unanswered(sheet)}
    heads = unanswered | {sheet.name: head for sheet in sheets if (head := _head_row(sheet, rule)) is not None}
    tables = {sheet.name: _columns(sheet, heads[sheet.name], sheets, rule) for sheet in sheets if sheet.name in heads}
    forms = {name for name, columns in tables.items() if any(column.role == "answer" for column in columns)}
    forms -= _explaining(sheets, heads, forms)
    forms -= _of_organisers(sheets, tables, forms)
    also = set() if rule is None else {*rule.also}
    forms |= {name for name in also if name in tables and any(c.role == "answer" for c in tables[name])}
    if rule is not None and rule.sheet:
        forms &= {rule.sheet, *also}
    for sheet in sheets:
        if sheet.name in unanswered:
            yield Document(format=format, reason="empty", locator=f"sheet={sheet.name}" if sheet.name else "")
        elif sheet.name in forms:
            yield from _rows(sheet, heads[sheet.name], tables[sheet.name], format)
        else:
            yield _other(sheet, format, beside_form=bool(forms or unanswered) and sheet.name not in also)


def _head_row(sheet: Sheet, rule: FormRule | None) -> SheetRow | None:
    """The row that names the columns: as wide as what is below, its cells short and different."""
    named = set() if rule is None else {*rule.answers, rule.contributor, rule.organisation, rule.date} - {""}
    for position, row in enumerate(sheet.rows[: TITLE_ROWS + 1]):
        if named & set(row.cells):
            return row
        below = sheet.rows[position + 1 :]
        if not below:
            break
        widest = max(other.filled for other in below[:200])
        if row.filled >= max(2, 0.6 * widest):
            return row if _is_head(row, below) else None
    return _single_head(sheet)


def _is_unanswered(sheet: Sheet) -> bool:
    """Whether a sheet has heads alone: one row, of which some say who answers and some ask, and hardly any more."""
    heads = [one_line(cell) for row in sheet.rows for cell in row.cells if cell]
    if len(sheet.rows) != 1 or any(len(head) > LONGEST_HEAD or head.endswith((".", "!")) for head in heads):
        return False
    named = sum(named_role(head) is not None for head in heads)
    asked = sum(named_role(head) is None and is_prompt(head) for head in heads)
    return named > 0 and asked > 0 and named + asked > len(heads) / 2


def _is_head(row: SheetRow, below: Sequence[SheetRow]) -> bool:
    heads = [one_line(cell).casefold() for cell in row.cells if cell]
    if len(set(heads)) < len(heads) or any(len(head) > LONGEST_HEAD for head in heads):
        return False
    if any(re.fullmatch(r"[-\d.,/: ]+", head) for head in heads):
        return False
    values = [cell for other in below[:200] for cell in other.cells if cell]
    asked = sum(head.endswith("?") for head in heads) >= 0.5 * len(heads)
    return asked or sum(map(len, heads)) / len(heads) < 2.5 * sum(map(len, values)) / max(1, len(values))


def _single_head(sheet: Sheet) -> SheetRow | None:
    """The head of a sheet with one column: a question, or a few words above sentences."""
    first, below = sheet.rows[0], sheet.rows[1:]
    if not below or any(row.filled != 1 for row in sheet.rows):
        return None
    head = next(cell for cell in first.cells if cell)
    mean = sum(len("".join(row.cells).split()) for row in below) / len(below)
    is_label = len(head.split()) <= 4 and mean >= 3 * len(head.split()) and not head.endswith(".")
    return first if head.endswith("?") or is_label else None


def _columns(sheet: Sheet, head: SheetRow, sheets: Sequence[Sheet], rule: FormRule | None) -> tuple[Column, ...]:
    known = {cell.casefold() for cell in head.cells if cell}
    questions: dict[str, str] = {}
    for other in sheets:
        if other.name != sheet.name:
            questions.update(_explained(other, known))
    if rule is not None:
        questions.update({column.casefold(): text for column, text in rule.questions.items()})
    names = tuple(one_line(cell) for cell in head.cells)
    rows = [row.cells for row in sheet.rows if row.number > head.number]
    return read_columns(names, rows, questions, rule)


def _explaining(sheets: Sequence[Sheet], heads: dict[str, SheetRow], forms: set[str]) -> set[str]:
    """Sheets that look like forms and explain the columns of another."""
    found = set()
    for sheet in sheets:
        others = (heads[name].cells for name in forms - {sheet.name})
        known = [{cell.casefold() for cell in cells if cell} for cells in others]
        if sheet.name in forms and any(True for cells in known for _ in _explained(sheet, cells)):
            found.add(sheet.name)
    return found if found != forms else set()


def _of_organisers(sheets: Sequence[Sheet], tables: Mapping[str, tuple[Column, ...]], forms: set[str]) -> set[str]:
    """Sheets that look like forms, have not the shape of answers that another one has, and are the organiser's."""
    shaped = {name for name in forms if has_answers(tables[name])}
    return {sheet.name for sheet in sheets if sheet.name in forms - shaped and is_ours(sheet)} if shaped else set()


def _explained(sheet: Sheet, known: set[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a column's head and its question, in one cell (*svar1: Kva …?*) or in two."""
    for row in sheet.rows[:1000]:
        cells = [one_line(cell) for cell in row.cells if cell]
        if sum(cell.casefold() in known for cell in cells) > 1 or named_role(cells[0]) in WHO_AND_WHEN:
            continue  # the heads of a form of the same kind; *Namn* needs no explanation
        if len(cells) >= 2 and cells[0].casefold() in known:
            yield cells[0].casefold(), max(cells[1:], key=len)
            continue
        match = EXPLAINED.match(cells[0])
        if match and match["head"].casefold() in known:
            yield match["head"].casefold(), match["question"]


def _rows(sheet: Sheet, head: SheetRow, columns: Sequence[Column], format: str) -> Iterator[Document]:  # noqa: A002
    for row in sheet.rows:
        if row.number > head.number:
            yield _row(row, columns, sheet.name, format)


def _row(row: SheetRow, columns: Sequence[Column], sheet: str, format: str) -> Document:  # noqa: A002
    organisation = _said(row, columns, "organisation")
    if organisation.casefold() in NOBODY:
        organisation = ""
    said = _name(_said(row, columns, "contributor"))
    document = from_pieces(_row_pieces(row, columns), format, date=_day(_said(row, columns, "date")))
    has_answer = any(block.kind == "answer" for block in document.blocks)
    return replace(
        document if has_answer else Document(format=format, reason="empty"),
        title="",
        locator=f"sheet={sheet};row={row.number}" if sheet else f"row={row.number}",
        contributor=organisation or said,
        voice="organisation" if organisation or is_body(said) or _for_body(row, columns) else "individual",
        own_hash=has_answer,
    )


def _for_body(row: SheetRow, columns: Sequence[Column]) -> bool:
    """Whether a row says that it is an organisation's, and not which."""
    return any(answers_for_body(column.question, _value(row, column)) for column in columns if column.role == "closed")


def _name(said: str) -> str:
    """Who a row says that it is from; *anonym* and *-* are nobody, and many nobodies are not one."""
    nobody = pattern("nameless").fullmatch(said.strip(" .-–()*")) or not re.search(r"[^\W\d_]", said)
    return "" if nobody else said


def _row_pieces(row: SheetRow, columns: Sequence[Column]) -> Iterator[Piece]:
    for column in columns:
        value = _value(row, column)
        if value and (column.role == "closed" or column.is_choice(value)):
            kind: BlockKind = "respondent" if column.private else "meta"
            yield Piece(kind=kind, text=f"{column.question}: {value}", label=column.question)
    for column in columns:
        value = _value(row, column)
        if value and column.role == "answer" and not column.is_choice(value):
            yield Piece(kind="question", text=column.question)
            yield Piece(kind="answer", text=value, label=column.question)


def _value(row: SheetRow, column: Column) -> str:
    return row.cells[column.index] if column.index < len(row.cells) else ""


def _said(row: SheetRow, columns: Sequence[Column], role: Role) -> str:
    """What a row says in the columns of a role (given and family name may have one each)."""
    return " ".join(one_line(_value(row, column)) for column in columns if column.role == role and _value(row, column))


def _day(stated: str) -> str:
    """An ISO date from how forms write dates, or empty.

    >>> _day("2026-03-02 10:15"), _day("2.3.2026")
    ('2026-03-02', '2026-03-02')
    """
    iso = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", stated)
    nordic = re.match(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", stated)
    if iso:
        year, month, day = iso.groups()
    elif nordic:
        day, month, year = nordic.groups()
    else:
        return ""
    return f"{year}-{int(month):02d}-{int(day):02d}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else ""


def _other(sheet: Sheet, format: str, *, beside_form: bool) -> Document:  # noqa: A002
    """A sheet that is no form: beside one, it is about the form; alone, its cells are notes."""
    if beside_form:
        pieces = [Piece(kind="meta", text=" | ".join(cell for cell in row.cells if cell)) for row in sheet.rows]
    else:
        rows = [
            tuple(
                Cell(column=column, pieces=(Piece(kind="paragraph", text=cell),))
                for column, cell in enumerate(row.cells)
                if cell
            )
            for row in sheet.rows
        ]
        pieces = list(table_pieces(rows))
    document = from_pieces(pieces, format, title=sheet.name)
    return replace(document, locator=f"sheet={sheet.name}" if sheet.name else "", own_hash=bool(sheet.name))
