r"""Plain lines → units: what people type when no word processor keeps the structure for them.

In: a stretch of text in which list marks, `#`, underlines, indents, tables of `|` and empty lines carry the structure.
Out: its units in order. Guaranteed: units do not overlap; what lies between them holds no words but list marks.

A line that breaks where the next word would still have fitted was broken on purpose; one that breaks because the
line was full is the same paragraph going on.

>>> text = "1. Innsyn\n\n* søket er\n  tregt\n  - svært\n"
>>> [(unit.kind, unit.level, text[unit.start : unit.end]) for unit in units_of_lines(text, 0, len(text))]
[('item', 1, 'Innsyn'), ('item', 1, 'søket er\n  tregt'), ('item', 2, 'svært')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from consult.read.signs import names_part, starts_with
from consult.read.units import Unit, UnitKind, without_emphasis, word_count
from consult.read.vocabulary import words

LineKind = Literal["empty", "rule", "heading", "item", "row", "plain"]

BULLET = r"[-*•–—‣◦▪▫■□●○·∙➢➤►→⇒☐☑☒✓✔+−]"
NUMBER = r"\(?\d{1,2}(?:\.\d{1,2})*[.)]"
LETTER = r"\(?(?:[a-zæøåäö]|[ivx]{1,4})[.)]|\(?[A-Z]\)"
MARK = re.compile(
    rf"(?:{BULLET}|\[[ xX]?\]|{NUMBER}|{LETTER}|\d(?:\.\d{{1,2}}){{1,3}}|o(?=\t| {{2}}))(?=\s|\Z)[^\S\n]*"
    r"|[-•–*](?=[^\W\d_])"
)
ATX = re.compile(r"(#{1,6})(?:\s+|\Z)")
RULE = re.compile(r"[\s=*_~-]{3,}\Z")
SEPARATOR = re.compile(r"\|?[\s:|-]+\|[\s:|-]*\Z")
LABEL = re.compile(r"[^\W\d_][\w./-]*(?: [\w./-]+){0,2}:\s")  # *Stad: …* begins a line of its own
VOTES = re.compile(r"(?:[(\[]\s?\d{1,3}(?:\s?[^\W\d_]+)?\s?[)\]]|[●•○★✓✔]{1,30})\Z")
"""What stands behind a note that was voted on: *[3 votes]*, *(4)*, *●●●*."""
TAB = 4
LONGEST_MONTH = 40  # characters; so much is looked at for a month's name behind a number
WIDEST_WRAP = 110  # no one breaks lines by hand or by machine beyond this; longer lines are paragraphs
NARROWEST_WRAP = 40  # shorter lines are lists and verse
LETTERED = 1  # columns: *a)* under a dash belongs to it, also where it is not drawn in
LEAST_FULL = 0.6  # of the width: a line shorter than this is no full one, whatever letter the next begins with
HEADING_WORDS = 12
FORMULA_WORDS = 4  # of *Kjære alle* or *Med venleg helsing*
SLACK = 0.12  # of the width: hand-made breaks are not exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: where it and its words begin and end, what marks it, how deep it stands."""

    start: int
    body: int
    end: int
    kind: LineKind
    indent: int
    marks: str = ""
    quoted: bool = False

    @property
    def column(self) -> int:
        """Where the words of an item begin: lines drawn in as far go on with it."""
        return self.indent + len(self.marks) + 1

    @property
    def length(self) -> int:
        """Characters from the line's first to its last word."""
        return self.end - self.start


def units_of_lines(text: str, start: int, end: int, *, quotes_are_earlier: bool = False) -> list[Unit]:
    """The units of `text[start:end]`. quotes_are_earlier: lines behind `>` are an earlier message, as in mail."""
    lines = _underlined([_line(text, a, b) for a, b in _line_spans(text, start, end)], text)
    width = wrap_width(text, lines)
    units: list[Unit] = []
    for group in _groups(text, lines, width):
        units += _row_cells(text, group, lines) if group[0].kind == "row" else _unit(text, group, quotes_are_earlier)
    return _levelled(_spaced(units, text, start))


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """How wide the typist's lines are: the longest that a small letter goes on from; 0 where none does."""
    wrapped = [
        one.length
        for one, two in pairwise(lines)
        if one.kind in ("plain", "item") and two.kind == "plain" and text[two.body].islower() and not _ended(text, one)
    ]
    widest = max(wrapped, default=0)
    return widest if NARROWEST_WRAP <= widest <= WIDEST_WRAP else 0


def _line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _line(text: str, start: int, end: int) -> Line:
    """Read the signs of one line: quote marks, indent, list marks, `#`."""
    at, quoted = start, False
    while found := re.compile(r"\s{0,3}>").match(text, at, end):
        at, quoted = found.end(), True
    raw = text[at:end]
    body = at + len(raw) - len(raw.lstrip())
    stop = at + len(raw.rstrip())
    indent = len(text[at:body].expandtabs(TAB))
    if body >= stop:
        return Line(start=start, body=body, end=max(body, stop), kind="empty", indent=0, quoted=quoted)
    words_at, kind, marks = _signs(text, body, stop)
    return Line(start=start, body=words_at, end=stop, kind=kind, indent=indent, marks=marks, quoted=quoted)


def _signs(text: str, body: int, stop: int) -> tuple[int, LineKind, str]:
    """Where a line's words begin, what kind of line it is, and its marks."""
    if RULE.match(text, body, stop):
        return stop, "rule", text[body]
    if text[body] == "|" and text.count("|", body, stop) > 1:
        return body, "row", ""
    if heading := ATX.match(text, body, stop):
        return heading.end(), "heading", heading[1]
    at = body
    while (found := MARK.match(text, at, stop)) and not _false_mark(text, found, stop):
        at = found.end()
    return (at, "item", text[body:at].strip()) if at > body else (body, "plain", "")


def _false_mark(text: str, found: re.Match[str], stop: int) -> bool:
    """A date (*12. februar*) or emphasis at the head of a line is no list mark."""
    mark = found[0].strip()
    if mark[:1].isdigit():
        first = text[found.end() : min(stop, found.end() + LONGEST_MONTH)].split(" ", maxsplit=1)[0]
        return first.rstrip(".,").lower() in words("month")
    return mark == "*" and not found[0].endswith((" ", "\t")) and text.find("*", found.end(), stop) >= 0


def _underlined(lines: list[Line], text: str) -> list[Line]:
    """Turn a plain line with `===` or `---` under it into a heading."""
    out = list(lines)
    for at, (one, two) in enumerate(pairwise(lines)):
        if one.kind == "plain" and two.kind == "rule" and two.marks in "=-" and two.end - two.start >= 3:
            lonely = at == 0 or lines[at - 1].kind in ("empty", "rule", "heading")
            if lonely and text[one.end - 1] not in ".,;":
                out[at] = replace(one, kind="heading", marks="#" if two.marks == "=" else "##")
    return out


def _groups(text: str, lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Lines that belong to one unit: a line and those that go on from it."""
    group: list[Line] = []
    for line in lines:
        if group and _goes_on(text, group[-1], line, width, group[0]):
            group.append(line)
            continue
        if group:
            yield group
        group = [] if line.kind in ("empty", "rule") else [line]
    if group:
        yield group


def _goes_on(text: str, before: Line, line: Line, width: int, first: Line) -> bool:
    """Whether `line` is the same paragraph or item going on."""
    if line.kind != "plain" or before.kind not in ("plain", "item") or before.quoted != line.quoted:
        return False
    ended = _ended(text, before)
    if first.kind == "item" and (line.indent >= first.column or (line.indent > first.indent and not ended)):
        return True
    if before is first and _stands_alone(text[first.body : first.end]):
        return False
    reach = before.length + 1 + len(text[line.body : line.end].split(maxsplit=1)[0])
    if (text[line.body].islower() and not ended) or text[before.end - 1] in ",-–":
        return reach > max(NARROWEST_WRAP, LEAST_FULL * width) or text[before.end - 1] in ",-–"
    if LABEL.match(text, line.body, line.end):
        return False
    return width > 0 and reach > width * (1 if ended else 1 - SLACK)


def _ended(text: str, line: Line) -> bool:
    """Whether a line ends as a sentence or a lead-in does, or with the votes that a note got."""
    return text[line.end - 1] in ".!?:" or VOTES.search(text, line.body, line.end) is not None


def _stands_alone(line: str) -> bool:
    """Whether a line is a greeting, a farewell or a numbered heading, below which something else begins."""
    if names_part(line) and word_count(line) <= HEADING_WORDS:
        return True
    return word_count(line) <= FORMULA_WORDS and bool(starts_with("greeting", line) or starts_with("closing", line))


def _unit(text: str, group: Sequence[Line], quotes_are_earlier: bool) -> list[Unit]:
    """The unit that a group of lines makes; none of a mark without words."""
    first = group[0]
    start, end, strong = without_emphasis(text, first.body, group[-1].end)
    if start >= end:
        return []
    kinds: dict[str, UnitKind] = {"heading": "heading", "item": "item"}
    kind: UnitKind = "quoted" if first.quoted and quotes_are_earlier else kinds.get(first.kind, "paragraph")
    level = len(first.marks) if kind == "heading" else first.indent if kind == "item" else 0
    return [Unit(start=start, end=end, kind=kind, level=level, strong=strong, lines=len(group), mark=first.marks)]


def _row_cells(text: str, group: Sequence[Line], lines: Sequence[Line]) -> list[Unit]:
    """The cells of a row of a `|` table, each with its column's head; none for the row of dashes under the head."""
    (line,) = group
    if SEPARATOR.match(text, line.body, line.end):
        return []
    at = next(number for number, other in enumerate(lines) if other.start == line.start)
    top = at
    while top > 0 and lines[top - 1].kind == "row":
        top -= 1
    headed = len(lines) > top + 1 and bool(SEPARATOR.match(text, lines[top + 1].body, lines[top + 1].end))
    heads = [text[a:b] for a, b in _cell_spans(text, lines[top])] if headed else []
    cells = []
    for column, (a, b) in enumerate(_cell_spans(text, line)):
        if a < b and headed and at == top:
            cells.append(Unit(start=a, end=b, kind="aside", label="column"))
        elif a < b:
            cells.append(Unit(start=a, end=b, kind="cell", label=heads[column] if column < len(heads) else ""))
    return cells


def _cell_spans(text: str, line: Line) -> Iterator[tuple[int, int]]:
    edges = [at for at in range(line.body, line.end) if text[at] == "|"] + [line.end]
    for one, two in pairwise(edges):
        piece = text[one + 1 : two]
        start = one + 1 + len(piece) - len(piece.lstrip())
        if two < line.end or piece.strip():
            yield start, max(start, one + 1 + len(piece.rstrip()))


def _spaced(units: list[Unit], text: str, start: int) -> list[Unit]:
    """Note of each unit whether an empty line or the edge parts it from the one before."""
    edges = [start, *(unit.end for unit in units)]
    return [
        replace(unit, alone=edge == start or text.count("\n", edge, unit.start) > 1)
        for unit, edge in zip(units, edges, strict=False)
    ]


def _levelled(units: list[Unit]) -> list[Unit]:
    """Turn the indents of items into depths: 1 outermost, one more for each deeper indent still open."""
    out: list[Unit] = []
    stack: list[tuple[int, bool]] = []  # of the items still open: indent, and whether letters mark them
    for unit in units:
        if unit.kind != "item":
            stack = [] if unit.kind == "heading" else stack
            out.append(unit)
            continue
        lettered = unit.mark.strip("().").isalpha()
        indent = unit.level + 1 + (LETTERED if lettered and (unit.level + 1, False) in stack else 0)
        while stack and stack[-1][0] >= indent:
            stack.pop()
        stack.append((indent, lettered))
        out.append(replace(unit, level=len(stack)))
    return out
