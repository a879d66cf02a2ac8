"""pdf → lines with their place and type, by PDFium; `layout` makes paragraphs of them.

In: bytes. Out: a `Document`, or the reason why there is none: `encrypted` (opens with a password only),
`scanned` (pictures without text), `empty`, `broken`.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from consult.read.document import Document, from_pieces, one_line
from consult.read.layout import page_pieces
from consult.read.running import Line

BOLD = 600  # CSS weight from which type counts as bold
FORCE_BOLD = 1 << 18  # font flag, PDF 32000-1 table 123
BOLD_NAME = re.compile(rb"bold|black|heavy|semib|demi|medi\b|(?:CM|SF)BX|-Bd", re.IGNORECASE)
"""Most programs that make PDFs give no weight but in the font's name."""
WIDE_GAP = 1.6  # ems between two characters of a line above which another column or table cell begins
NEXT_LINE = 0.6  # ems in base line from which a character further left is on the next line
SMALLEST = 1.0  # points; type that a program states as smaller is hidden, or wrongly stated
PICTURE = 3  # FPDF_PAGEOBJ_IMAGE
LINE_HYPHEN = "\x02"  # what PDFium gives for a hyphen at a line's end
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", LINE_HYPHEN: "-"}
    | {chr(code): "•" for code in (0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF02D)}
)
"""Joined letters are letters; what Word writes before items in its Symbol fonts is a list sign."""
PASSWORD = 4  # FPDF_ERR_PASSWORD
NOT_A_CHARACTER = 0xFFFE


@dataclass(frozen=True, slots=True)
class _Char:
    """A character; its place is on the page turned so that its own line is level. turn: quarters to the left."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    turn: int


def read_pdf(data: bytes) -> Document:
    """The document of a PDF, or its reason."""
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        return Document(format="pdf", reason="encrypted" if code == PASSWORD else "broken")
    try:
        lines, pictures = _lines(opened)
        title = one_line(opened.get_metadata_dict().get("Title", ""))
    finally:
        opened.close()
    if not lines:
        return Document(format="pdf", reason="scanned" if pictures else "empty")
    return from_pieces(page_pieces(lines), "pdf", title="" if _is_file_name(title) else title)


def _is_file_name(title: str) -> bool:
    """Whether the title property is a program's guess: *Microsoft Word - brev.docx*, *untitled*."""
    folded = title.casefold()
    return folded.startswith(("microsoft word", "untitled", "word-dokument")) or folded.endswith(
        (".doc", ".docx", ".odt", ".pdf", ".indd")
    )


def _lines(opened: Any) -> tuple[list[Line], bool]:
    """All lines, page by page in the file's order, and whether any page holds a picture."""
    lines: list[Line] = []
    pictures = False
    for number in range(len(opened)):
        page = _with_fields(opened, number)
        lines += _page_lines(list(_chars(page)), number + 1, page.get_mediabox())
        pictures = pictures or any(True for _ in page.get_objects(filter=[PICTURE], max_depth=2))
        page.close()
    return lines, pictures


def _with_fields(opened: Any, number: int) -> Any:
    """A page, with what people wrote in its form fields and comments as part of its text."""
    from pypdfium2 import raw

    page = opened[number]
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return opened[number]  # PDFium shows the change only to who opens the page anew


def _page_lines(chars: Sequence[_Char], page: int, box: tuple[float, float, float, float]) -> Iterator[Line]:
    """The page's lines, on the page turned as most of its text is; what runs across goes last."""
    turns = Counter(char.turn for char in chars if not char.text.isspace())
    if not turns:
        return
    usual = min(turns, key=lambda turn: (-turns[turn], turn))
    corners = [_turned(x, y, usual) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    left, right = sorted(corner[0] for corner in corners)
    bottom, top = sorted(corner[1] for corner in corners)
    frame = _Frame(page=page, left=left, bottom=bottom, width=right - left, height=top - bottom)
    runs = [run for run in _runs(chars) if any(not char.text.isspace() for char in run)]
    yield from (_line(run, frame) for run in runs if _turn(run) == usual)
    for number, run in enumerate(run for run in runs if _turn(run) != usual):
        yield replace(_line(run, frame), left=0.0, right=1.0, base=-2.0 * (number + 1) * frame.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A page's number, lower left corner and size."""

    page: int
    left: float
    bottom: float
    width: float
    height: float


def _turn(run: Sequence[_Char]) -> int:
    return next(char.turn for char in run if not char.text.isspace())


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point after the page is turned back by `turn` quarters.

    >>> _turned(2.0, 5.0, 1)
    (5.0, -2.0)
    """
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _chars(page: Any) -> Iterator[_Char]:
    from pypdfium2 import raw

    view = page.get_textpage()
    handle = view.raw
    box = tuple(ctypes.c_double() for _ in range(4))
    origin = (ctypes.c_double(), ctypes.c_double())
    matrix = raw.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (0, NOT_A_CHARACTER) or 0xD800 <= code <= 0xDFFF:
            continue
        text = chr(code)
        if text.isspace():  # where it stands tells nothing: PDFium makes up most of them
            yield _Char(text, 0.0, 0.0, 0.0, 0.0, bold=False, turn=0)
            continue
        raw.FPDFText_GetCharBox(handle, index, *box)
        raw.FPDFText_GetCharOrigin(handle, index, *origin)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        raw.FPDFText_GetFontInfo(handle, index, name, len(name), flags)
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
        start, end = _turned(box[0].value, box[2].value, turn)[0], _turned(box[1].value, box[3].value, turn)[0]
        base = _turned(origin[0].value, origin[1].value, turn)[1]
        bold = raw.FPDFText_GetFontWeight(handle, index) >= BOLD or _is_bold_font(name.value, flags.value)
        yield _Char(text, min(start, end), max(start, end), base, max(size, SMALLEST), bold, turn)
    view.close()


@cache
def _is_bold_font(name: bytes, flags: int) -> bool:
    return bool(flags & FORCE_BOLD or BOLD_NAME.search(name))


def _runs(chars: Sequence[_Char]) -> Iterator[list[_Char]]:
    """Characters that stand beside each other on one line."""
    run: list[_Char] = []
    last: _Char | None = None
    for char in chars:
        if char.text in "\r\n" or (last is not None and _breaks(last, char)):
            yield run
            run, last = [], None
        if char.text not in "\r\n":
            run.append(char)
            last = last if char.text.isspace() else char
    yield run


def _breaks(before: _Char, char: _Char) -> bool:
    """Whether `char` begins another line (PDFium gives no line end after a hyphen) or stands far off."""
    if char.text.isspace():
        return False
    if char.turn != before.turn:
        return True
    if abs(char.base - before.base) > NEXT_LINE * before.size and char.left < before.left:
        return True
    return char.left - before.right > WIDE_GAP * before.size


def _line(run: Sequence[_Char], frame: _Frame) -> Line:
    shown = [char for char in run if not char.text.isspace()]
    sizes = sorted(char.size for char in shown)
    return Line(
        text=one_line("".join(char.text for char in run).translate(LIGATURES)),
        page=frame.page,
        left=min(char.left for char in shown) - frame.left,
        right=max(char.right for char in shown) - frame.left,
        base=sorted(char.base for char in shown)[len(shown) // 2] - frame.bottom,
        size=round(sizes[len(sizes) // 2] * 2) / 2,
        bold=sum(char.bold for char in shown) * 2 > len(shown),
        width=frame.width,
        height=frame.height,
    )
