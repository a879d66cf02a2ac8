"""What each part of a source does in it: input, or set aside and why.

In: a Sheet. Out: parts, in order: spans with a reason, or without one where people say something.
Guaranteed: parts lie inside units; what a part leaves of a unit is white space or punctuation.

Three kinds of text have three kinds of frame around their input: a table's notes (`meeting`), a letter or mail
(`letter`) and a form's answer, which has none. What holds for all three is judged here. Position and form decide
first; words only where they must, from `vocabulary.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from consult.read.courtesy import opens_politely, thanks
from consult.read.letter import body_of, frames, in_letters, takes_leave
from consult.read.meeting import in_notes
from consult.read.sentences import sentence_spans
from consult.read.sheet import Part, Sheet
from consult.read.signs import (
    clock_times,
    consents,
    formula_length,
    gives_contact,
    has_contact,
    orders_a_machine,
    says_nothing,
    starts_with,
)
from consult.read.units import word_count
from consult.read.vocabulary import pattern
from consult.read.voice import guess_voice
from consult.read.who_answers import asks_who, wish_of
from consult.records import SetAsideReason

__all__ = ["guess_voice", "parts_of"]

LEAD_ITEM_WORDS = 4  # of a bullet that only names what those under it say
LABEL_ITEM_WORDS = 8  # of one that has no sign of a verb either
ROW_LABEL_WORDS = 2  # of a first cell that only names what the row says
KIND_WORDS = 2  # of a cell that says which kind its row is of
ROW_WORDS = 4  # of a cell that says it
LEAD_WORDS = 10  # of a line that announces a paragraph
GREETING_WORDS = 6  # of a sentence that only greets before what the paragraph says
GRADE = re.compile(
    rf"\W*(?:{pattern('grade').pattern}|\d{{1,3}}(?:\s?(?:/|av|of)\s?\d{{1,3}})?|[A-E]|[+x✓✗★!]*)\W*", re.IGNORECASE
)
TICKED = re.compile(r"([^:?]{4,120}[:?]+)\s*([^:?]{1,20})")
TABLE_LABEL = re.compile(
    rf"(?:{pattern('table').pattern})\s+\d{{1,2}}\s*(?:\([^)]{{1,40}}\)|[–-]\s*[^:.]{{1,40}})?\s*:\s*(?=\S)",
    re.IGNORECASE,
)


def parts_of(sheet: Sheet) -> list[Part]:
    """Every unit of the sheet in parts, with the reason for each that is not input."""
    asides = table_asides(sheet)
    parts: list[Part] = []
    for at, unit in enumerate(sheet.units):
        reason = asides.get(at) or next((found for judge in JUDGES if (found := judge(sheet, at))), None)
        if reason is not None:
            parts.append(Part(start=unit.start, end=unit.end, unit=at, reason=reason))
        else:
            parts += _cut(sheet, at)
    return parts


def table_asides(sheet: Sheet) -> dict[int, SetAsideReason]:
    """Cells that are not input, by what their columns' heads say: a programme, a list of people, who and when."""
    found: dict[int, SetAsideReason] = {}
    for is_cell, run in groupby(range(len(sheet.units)), key=lambda at: sheet.units[at].kind == "cell"):
        cells = list(run)
        heads = {sheet.units[at].label.strip(" :") for at in cells} - {""}
        if not is_cell or not heads:
            continue
        whole: SetAsideReason | None = None
        if all(pattern("column_person").fullmatch(head) for head in heads):
            whole = "contact"
        elif any(pattern("column_time").fullmatch(head) for head in heads) and any(
            clock_times(sheet.lines[at]) for at in cells
        ):
            whole = "procedural"
        for at in cells:
            if whole or pattern("column_aside").fullmatch(sheet.units[at].label.strip(" :")):
                found[at] = whole or "procedural"
        found |= dict.fromkeys(_grades(sheet, cells), "procedural")
    return {**_row_labels(sheet, found), **found}


def _grades(sheet: Sheet, cells: list[int]) -> Iterator[int]:
    """Cells of the columns that weigh what a row says (*Prioritet*: *Høg*) or name its kind, and hold nothing else."""
    for head in {sheet.units[at].label for at in cells}:
        column = [at for at in cells if sheet.units[at].label == head]
        name = head.strip(" :?")
        graded = pattern("column_grade").fullmatch(name) and all(GRADE.fullmatch(sheet.lines[at]) for at in column)
        if graded or (pattern("column_kind").fullmatch(name) and _are_kinds(sheet, cells, column)):
            yield from column


def _are_kinds(sheet: Sheet, cells: list[int], column: list[int]) -> bool:
    """Whether a column holds a word or two in each row, and others say something: *Farge* may be what it is about."""
    said = any(word_count(sheet.lines[at]) >= ROW_WORDS for at in cells if at not in column)
    return said and all(word_count(sheet.lines[at]) <= KIND_WORDS for at in column)


def _row_labels(sheet: Sheet, asides: Mapping[int, SetAsideReason]) -> dict[int, SetAsideReason]:
    """First cells that only name their row's subject, where the row says something in another cell.

    Only in tables where every first cell is that short, a column of labels and not of ideas, or where the column's head
    says that it holds questions or subjects.
    """
    found: dict[int, SetAsideReason] = {}
    for is_cell, run in groupby(range(len(sheet.units)), key=lambda at: sheet.units[at].kind == "cell"):
        cells = [at for at in run if at not in asides]
        first = sheet.units[cells[0]].label if cells else ""
        if not is_cell or not first:
            continue
        firsts = [at for at in cells if sheet.units[at].label == first]
        rows = [
            [at for at in cells if one < at < two]
            for one, two in zip(firsts, [*firsts[1:], cells[-1] + 1], strict=True)
        ]
        said = [any(word_count(sheet.lines[at]) >= ROW_WORDS for at in row) for row in rows]
        if all(word_count(sheet.lines[at]) <= ROW_LABEL_WORDS for at in firsts):
            found |= {at: "heading" for at, says in zip(firsts, said, strict=True) if says}
        if pattern("column_question").fullmatch(first.strip(" :?")) and len(firsts) < len(cells):
            asked = [sheet.lines[at].endswith("?") for at in firsts]
            names = [
                question or _is_subject(sheet.lines[at], [sheet.lines[cell] for cell in row])
                for at, question, row in zip(firsts, asked, rows, strict=True)
            ]
            found |= {at: "heading" for at, one in zip(firsts, names if all(names) else asked, strict=True) if one}
    return found


def _is_subject(line: str, said: Sequence[str]) -> bool:
    """Whether a cell below *Tema* only names a subject. said: the other cells of its row.

    An idea may stand there too: where the row says little or nothing, only a word alone is none. Beside a word alone it
    is needed (*Badet*: *ope*).
    """
    most = max((word_count(cell) for cell in said if not says_nothing(cell)), default=0)
    says = most >= ROW_WORDS or any(pattern("demand").search(cell) for cell in said)
    longest = LABEL_ITEM_WORDS if says else int(most != 1)
    return word_count(line) <= longest and not pattern("demand").search(line)


def _by_kind(sheet: Sheet, at: int) -> SetAsideReason | None:
    """What the file itself says that a unit is."""
    kind = sheet.units[at].kind
    if kind == "aside":
        return "contact" if has_contact(sheet.lines[at]) else "boilerplate"
    if kind == "quoted":
        return "quoted_previous"
    return "heading" if kind in ("heading", "question") else None


def _by_emptiness(sheet: Sheet, at: int) -> SetAsideReason | None:
    """Whether nobody's words, or no words at all, stand in a unit."""
    line = sheet.lines[at]
    if formula_length(line) == len(line) > 0:
        return "boilerplate"
    if sheet.units[at].kind == "answer" and all(map(thanks, sheet.sentences(at))):
        return "blank"
    if _is_ticked(line):
        return "blank"
    bare = sheet.units[at].kind in ("item", "cell", "answer") and consents(line)  # a *no* is blank there too
    return "blank" if bare or says_nothing(line) else None


def _is_ticked(line: str) -> bool:
    """Whether a line is a form's question on who answers, with a yes or a no behind it: *Vil du vere anonym: Ja*."""
    found = TICKED.fullmatch(line)
    return bool(
        found and (asks_who(found[1]) or wish_of(found[1], "Ja")) and (consents(found[2]) or says_nothing(found[2]))
    )


def _lead_in(sheet: Sheet, at: int) -> SetAsideReason | None:
    """A line that ends in a colon announces what follows: a list, or what the person it names says."""
    unit, line = sheet.units[at], sheet.lines[at]
    after = sheet.units[at + 1] if at + 1 < len(sheet.units) else None
    if after is None or after.kind in ("heading", "question", "aside", "quoted") or not line.endswith(":"):
        return None
    if unit.kind == "item":
        announces = _names_only(line) and after.kind == "item" and after.level > unit.level
    else:
        announces = after.kind == "item" or word_count(line) <= LEAD_WORDS
    return "heading" if announces else None


def _names_only(line: str) -> bool:
    """Whether a bullet over others names what they are about and says nothing on it."""
    if word_count(line) <= LEAD_ITEM_WORDS:
        return not pattern("demand").search(line)
    said = line.partition(" ")[2]  # the first word is what is named
    return word_count(line) <= LABEL_ITEM_WORDS and not pattern("statement").search(said)


JUDGES: tuple[Callable[[Sheet, int], SetAsideReason | None], ...] = (
    _by_kind,
    _by_emptiness,
    in_notes,
    in_letters,
    _lead_in,
)


def _cut(sheet: Sheet, at: int) -> list[Part]:
    """A unit of input in parts: table label, formulas, greetings, contact data and orders to a machine cut out."""
    unit, text = sheet.units[at], sheet.source.text
    start, label, parts = unit.start, "", list[Part]()
    if sheet.is_note and (found := TABLE_LABEL.match(text, unit.start, unit.end)):
        label = found[0].strip(" :")
        parts.append(Part(start=start, end=start + len(found[0].rstrip()), unit=at, reason="procedural"))
        start = found.end()
    if computed := formula_length(text[start : unit.end]):
        parts.append(Part(start=start, end=start + computed, unit=at, reason="boilerplate"))
        start += computed
    spans = [(start + a, start + b) for a, b in sentence_spans(text[start : unit.end], sheet.source.language)]
    reasons = _sentence_reasons(sheet, at, [text[a:b] for a, b in spans])
    if not any(character.isalpha() for character in text[start : unit.end]):
        reasons = ["blank"] * len(spans)  # a label or a formula with nothing said behind it
    for reason, run in groupby(range(len(spans)), key=lambda number: reasons[number]):
        numbers = list(run)
        begins, ends = spans[numbers[0]][0], spans[numbers[-1]][1]
        said = reason is not None or any(character.isalpha() for character in text[begins:ends])
        parts.append(Part(start=begins, end=ends, unit=at, reason=reason if said else "blank", label=label))
    return parts


def _sentence_reasons(sheet: Sheet, at: int, sentences: Sequence[str]) -> list[SetAsideReason | None]:
    """For each sentence of a unit of input why it is not input itself; courtesies only until something is said."""
    found: list[SetAsideReason | None] = []
    for number, sentence in enumerate(sentences):
        line = " ".join(sentence.split())
        reason = _cut_anywhere(line) or takes_leave(sheet, at, line)
        reason = reason or frames(sheet, at, line, first=number == 0, last=number == len(sentences) - 1)
        found.append(reason or (None if None in found else _before_the_point(sheet, at, line)))
    return found


def _cut_anywhere(line: str) -> SetAsideReason | None:
    """Why a sentence is no input wherever it stands."""
    if orders_a_machine(line):
        return "boilerplate"
    if gives_contact(line):
        return "contact"
    return None


def _before_the_point(sheet: Sheet, at: int, line: str) -> SetAsideReason | None:
    """Why a sentence before anything is said is no input: it greets, thanks or says what comes."""
    if sheet.is_note:
        return None
    if starts_with("greeting", line) and word_count(line) <= GREETING_WORDS and line[-1:] in "!,.":
        return "procedural"
    polite = not sheet.is_form and at in body_of(sheet).opening and opens_politely(line)
    return "procedural" if polite else None
