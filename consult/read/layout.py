"""Lines of a paged document → pieces: reading order, paragraphs, headings, running heads, whole words.

Layout is not content: lines are joined into paragraphs and words divided at a line's end are made whole,
while real hyphens stay. Columns are read one after another; what repeats at the top or foot of pages, and
page numbers, are `header` and `footer`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consult.read.document import Piece
from consult.read.grids import ALIGNED, SAME_TYPE, with_grids
from consult.read.hyphens import Vocabulary, join_lines
from consult.read.running import SAME_LINE, Line, by_page, running_lines, zone_of
from consult.read.signs import starts_with
from consult.read.tables import Cell, Row, continued_pieces, heads_of, table_pieces
from consult.read.units import word_count
from consult.records import BlockKind

HEADING_SIZE = 1.12  # times the body's size from which type is a heading's
FOOTNOTE_SIZE = 0.9  # times the body's size below which type at the foot is a note
HEADING_WORDS = 25  # a longer one is a lead paragraph
PARAGRAPH_GAP = 1.3  # times the usual line distance above which a paragraph begins
WIDE_PITCH = 1.6  # ems above which the usual distance may be that of paragraphs
CLOSE_SHARE = 0.2  # of the steps of the usual distance: so many closer ones are a paragraph's own lines
INDENT = 0.8  # ems by which a first line is drawn in
DEEPEST_STEP = 6  # ems by which a sub-item is drawn in at most; further right is another column
SHORT_LINE = 0.8  # share of the column's width below which a full stop ends the paragraph
CROSSING = 0.2  # share of lines that may cross a gutter (headings over both columns)
SIDE = 0.25  # share of lines that each column has at least
FORMULA_WORDS = 4  # of *Med venleg helsing*
COLUMN_LINES = 6  # a side with fewer is a table or an address beside a date
SIGN = re.compile(r"^(?:[•◦▪‣·●○■□–—→*-]|o(?= ))\s+(?=\S)")  # o: what Word puts before its second level
BULLET = re.compile(rf"{SIGN.pattern}|^(?:\(?\d{{1,2}}[.)]|\(?[a-zæøå]\))\s+(?=\S)")


def page_pieces(lines: Sequence[Line]) -> Iterator[Piece]:
    """Pieces in reading order, page by page: heads, text, feet."""
    running = running_lines(lines)
    body = [line for number, line in enumerate(lines) if number not in running]
    size = _body_size(body)
    pages = [with_grids([line for _, line in page]) for page in by_page(body).values()]
    ordered = [line for page in pages for line in reading_order(page)]
    vocabulary = Vocabulary.of([line.text for line in lines])
    heads = _running_pieces(lines, running, "header")
    feet = _running_pieces(lines, running, "footer")
    levels = _heading_levels(ordered, size)
    yield from heads
    found = list(paragraphs(ordered, size))
    pieces = [_piece(paragraph, levels, size, vocabulary) for paragraph in found]
    table: _Table | None = None
    for piece, (line, *_) in zip(_with_depths(pieces, found), found, strict=True):
        table = _Table.of(line, vocabulary, after=table) if line.cells else None
        yield from (piece,) if table is None else table.pieces()
    yield from feet


def _body_size(lines: Sequence[Line]) -> float:
    """The size that most characters have."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return max(counts, key=lambda size: (counts[size], -size), default=10.0)


def _running_pieces(lines: Sequence[Line], running: dict[int, BlockKind], kind: BlockKind) -> list[Piece]:
    chosen = [lines[index] for index in sorted(running) if running[index] == kind]
    return [Piece(kind=kind, text=line.text, page=line.page) for line in chosen]


# -- reading order -------------------------------------------------------------------------------------


def reading_order(page: Sequence[Line]) -> list[Line]:
    """Lines top to bottom; where a gutter divides the page, the left column before the right one."""
    gutter = _gutter(page)
    if gutter is None:
        return _merge_rows(sorted(page, key=lambda line: (-line.base, line.left)))
    ordered: list[Line] = []
    columns: tuple[list[Line], list[Line]] = ([], [])
    for line in sorted(page, key=lambda line: (-line.base, line.left)):
        if line.left < gutter < line.right:
            ordered += [*reading_order(columns[0]), *reading_order(columns[1]), line]
            columns = ([], [])
        else:
            columns[line.left >= gutter].append(line)
    return [*ordered, *reading_order(columns[0]), *reading_order(columns[1])]


def _gutter(page: Sequence[Line]) -> float | None:
    """The x that divides the page in two columns of running text, if there is one."""
    best: tuple[int, float] | None = None
    if len(page) < 2 * COLUMN_LINES:
        return None
    for place in sorted({line.left - 1.0 for line in page}):
        left = [line for line in page if line.right <= place]
        right = [line for line in page if line.left >= place]
        crossing = len(page) - len(left) - len(right)
        fewest = min(len(left), len(right))
        if crossing > CROSSING * len(page) or fewest < max(COLUMN_LINES, SIDE * len(page)):
            continue
        if _is_prose(left) and _is_prose(right) and (best is None or crossing < best[0]):
            best = (crossing, place)
    return None if best is None else best[1]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether the lines are running text, not a column of figures or short cells."""
    widest = max(line.right - line.left for line in lines)
    full = [line for line in lines if line.right - line.left > 0.7 * widest and len(line.text.split()) >= 3]
    return len(full) >= 0.5 * len(lines)


def _merge_rows(lines: Sequence[Line]) -> list[Line]:
    """Join what stands on one base line, left to right, with a tab between."""
    rows: list[list[Line]] = []
    for line in lines:
        level = rows and abs(rows[-1][0].base - line.base) <= SAME_LINE * max(rows[-1][0].size, line.size)
        if level and not (line.cells or rows[-1][0].cells):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_merged(sorted(row, key=lambda line: line.left)) for row in rows]


def _merged(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    first, widest = row[0], max(row, key=lambda line: len(line.text))
    return Line(
        text=_row_text(row),
        page=first.page,
        left=first.left,
        right=max(line.right for line in row),
        base=first.base,
        size=widest.size,
        bold=all(line.bold for line in row),
        width=first.width,
        height=first.height,
    )


def _row_text(row: Sequence[Line]) -> str:
    parts = [row[0].text]
    for before, line in pairwise(row):
        parts.append("\t" if line.left - before.right > 2 * line.size else " ")
        parts.append(line.text)
    return "".join(parts)


# -- paragraphs and headings ---------------------------------------------------------------------------


def paragraphs(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """Lines in reading order, divided where the page shows a new paragraph."""
    pitch = _pitch(lines, size)
    edges = _edges(lines)
    current: list[Line] = []
    for line in lines:
        if current and _begins(current, line, pitch, edges):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _pitch(lines: Sequence[Line], size: float) -> float:
    """The usual distance between base lines, in points."""
    steps = [
        round(a.base - b.base, 1) for a, b in pairwise(lines) if a.page == b.page and 0 < a.base - b.base < 3 * size
    ]
    counts = Counter(steps)
    usual, times = max(counts.items(), key=lambda one: (one[1], -one[0]), default=(1.2 * size, 0))
    if usual <= WIDE_PITCH * size:
        return usual
    within = [step for step, count in counts.items() if step >= size and count >= max(2, CLOSE_SHARE * times)]
    return min(within, default=usual)  # a letter of short paragraphs has more of them than lines within


def _edges(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Page → the leftmost start and the rightmost end of its lines."""
    return {
        number: (min(line.left for _, line in page), max(line.right for _, line in page))
        for number, page in by_page(lines).items()
    }


def _begins(current: Sequence[Line], line: Line, pitch: float, edges: dict[int, tuple[float, float]]) -> bool:
    last = current[-1]
    if line.cells or last.cells or BULLET.match(line.text) or _takes_leave(line) or _takes_leave(last):
        return True
    if line.bold != last.bold or abs(line.size - last.size) > SAME_TYPE:
        return True
    if line.page != last.page or line.base >= last.base:  # the next page or column
        return not _runs_on(last.text, line.text)
    step = last.base - line.base
    apart = step > WIDE_PITCH * line.size and _stands_apart(last, line, edges[last.page])
    if apart or step > PARAGRAPH_GAP * max(pitch, 1.05 * line.size):
        return True
    hangs = bool(BULLET.match(current[0].text))
    if not hangs and line.left - last.left > INDENT * line.size and len(current) > 1:
        return True
    return _ends_short(last, line, edges[last.page])


def _takes_leave(line: Line) -> bool:
    """Whether a line is a closing formula, which what stands above and below does not go on with."""
    return word_count(line.text) <= FORMULA_WORDS and starts_with("closing", line.text) is not None


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence goes on over a page or column break."""
    return not before.rstrip().endswith((".", "!", "?", ":", "»", "”")) and (
        after[:1].islower() or before.endswith("-")
    )


def _stands_apart(last: Line, line: Line, edge: tuple[float, float]) -> bool:
    """Whether a line with much room below it is a paragraph of its own, and none of a text with wide line spacing.

    Such a text fills its lines, and ends sentences within them; letters of short paragraphs have no closer lines.
    """
    short = last.right - edge[0] < SHORT_LINE * (edge[1] - edge[0])
    return (short or last.text.endswith((".", "!", "?", ":", "»"))) and not line.text[:1].islower()


def _ends_short(last: Line, line: Line, edge: tuple[float, float]) -> bool:
    """A line that ends a sentence well before the column's edge ends the paragraph."""
    column = max(last.right, line.right) - min(last.left, line.left)
    full = max(column, 0.5 * (edge[1] - edge[0]) if column > 0.4 * (edge[1] - edge[0]) else column)
    short = last.right - last.left < SHORT_LINE * full
    return short and last.text.endswith((".", "!", "?", ":", "»")) and not line.text[:1].islower()


def _heading_levels(lines: Sequence[Line], size: float) -> dict[tuple[float, bool], int]:
    """(size, bold) of headings → level, the largest first; bold of the body's size comes last."""
    bold_body = sum(len(line.text) for line in lines if line.bold) > 0.4 * sum(len(line.text) for line in lines)
    kinds = {(line.size, line.bold) for line in lines if line.size >= HEADING_SIZE * size}
    if not bold_body:
        kinds |= {(line.size, True) for line in lines if line.bold and line.size >= 0.95 * size}
    ranked = sorted(kinds, key=lambda kind: (-kind[0], not kind[1]))
    return {kind: rank for rank, kind in enumerate(ranked, start=1)}


def _piece(paragraph: Sequence[Line], levels: dict[tuple[float, bool], int], size: float, words: Vocabulary) -> Piece:
    first = paragraph[0]
    text = join_lines([line.text for line in paragraph], words)
    level = levels.get((first.size, first.bold), 0)
    if level and _may_be_heading(text) and not SIGN.match(text):
        return Piece(kind="heading", text=text, level=level, page=first.page)
    bullet = BULLET.match(text)
    if bullet:
        return Piece(kind="item", text=text, level=1, page=first.page)
    kind: BlockKind = "footnote" if first.size < FOOTNOTE_SIZE * size and zone_of(first) == "footer" else "paragraph"
    return Piece(kind=kind, text=text, page=first.page)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A page's table. heads: of its columns, by number, from the page before where it only goes on there."""

    line: Line
    rows: tuple[Row, ...]
    heads: dict[int, str]
    goes_on: bool

    @classmethod
    def of(cls, line: Line, words: Vocabulary, *, after: _Table | None) -> _Table:
        """The table in a line; `after`: the one that stands right before it."""
        rows = tuple(
            tuple(
                Cell(column=column, pieces=(Piece(kind="paragraph", text=join_lines(lines, words), page=line.page),))
                for column, lines in row
            )
            for row in line.cells
        )
        goes_on = after is not None and _goes_on(after.line, line)
        return cls(line=line, rows=rows, heads=after.heads if after and goes_on else heads_of(rows), goes_on=goes_on)

    def pieces(self) -> Iterator[Piece]:
        """Its cells, in reading order."""
        return continued_pieces(self.rows, self.heads) if self.goes_on else table_pieces(self.rows)


def _goes_on(table: Line, line: Line) -> bool:
    """Whether a table is the rest of one on the page before: as many columns, from the same margin."""
    columns, others = ({column for row in one.cells for column, _ in row} for one in (table, line))
    return line.page == table.page + 1 and columns == others and abs(line.left - table.left) <= ALIGNED


def _with_depths(pieces: Sequence[Piece], paragraphs: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """Items drawn in below another are one level below it. paragraphs: the lines of each piece."""
    margins: list[float] = []
    for piece, (line, *_) in zip(pieces, paragraphs, strict=True):
        if piece.kind != "item":
            margins = []
            yield piece
            continue
        step = INDENT * line.size
        while margins and line.left < margins[-1] - step:
            margins.pop()
        if not margins or step < line.left - margins[-1] < DEEPEST_STEP * line.size:
            margins.append(line.left)
        elif line.left - margins[-1] >= DEEPEST_STEP * line.size:
            margins = [line.left]  # the next column
        yield replace(piece, level=len(margins))


def _may_be_heading(text: str) -> bool:
    return len(text.split()) <= HEADING_WORDS and not text.endswith((".", ",", ";")) and any(c.isalpha() for c in text)
