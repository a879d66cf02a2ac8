"""pdf → lines with their place and type, by PDFium; `layout` makes paragraphs of them.

In: bytes. Out: a `Document`, or the reason why there is none: `encrypted` (opens with a password only),
`scanned` (pictures without text), `empty`, `broken`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from consult.read.document import Document, from_pieces, one_line
from consult.read.layout import Line, page_pieces

BOLD = 600  # CSS weight from which type counts as bold
WIDE_GAP = 1.6  # ems between two characters of a line above which another column or table cell begins
WORD_GAP = 0.2  # ems between two characters above which a space is missing
LINE_HYPHEN = "\x02"  # what PDFium gives for a hyphen at a line's end
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", LINE_HYPHEN: "-"}
)
PASSWORD = 4  # FPDF_ERR_PASSWORD
NOT_A_CHARACTER = 0xFFFE


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    left: float
    right: float
    base: float
    top: float
    size: float
    bold: bool


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
        page = opened[number]
        width, height = page.get_size()
        for chars in _runs(_chars(page)):
            line = _line(chars, number + 1, width, height)
            if line.text:
                lines.append(line)
        pictures = pictures or any(True for _ in page.get_objects(filter=[3], max_depth=2))
        page.close()
    return lines, pictures


def _chars(page: Any) -> Iterator[_Char]:
    from pypdfium2 import raw

    view = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    origin = (ctypes.c_double(), ctypes.c_double())
    for index in range(raw.FPDFText_CountChars(view)):
        code = raw.FPDFText_GetUnicode(view, index)
        if code in (0, NOT_A_CHARACTER) or 0xD800 <= code <= 0xDFFF:
            continue
        raw.FPDFText_GetCharBox(view, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(view, index, *origin)
        size = raw.FPDFText_GetFontSize(view, index)
        bold = raw.FPDFText_GetFontWeight(view, index) >= BOLD
        yield _Char(chr(code), left.value, right.value, origin[1].value, top.value, size, bold)
    view.close()


def _runs(chars: Iterator[_Char]) -> Iterator[list[_Char]]:
    """Characters that stand beside each other on one line."""
    run: list[_Char] = []
    for char in chars:
        if char.text in "\r\n" or (run and _breaks(run[-1], char)):
            yield run
            run = []
        if char.text not in "\r\n":
            run.append(char)
    yield run


def _breaks(before: _Char, char: _Char) -> bool:
    """Whether `char` begins another line (PDFium gives no line end after a hyphen) or stands far off."""
    if char.text.isspace() or before.text.isspace():
        return False
    if abs(char.base - before.base) > 0.6 * _em(before) and char.left < before.left:
        return True
    return char.left - before.right > WIDE_GAP * _em(before)


def _em(char: _Char) -> float:
    """The size that the type is shown in: PDFs that scale the text matrix state 1."""
    return char.size if char.size > 2 else max(2.0, char.top - char.base)


def _line(run: Sequence[_Char], page: int, width: float, height: float) -> Line:
    shown = [char for char in run if not char.text.isspace()]
    text = one_line("".join(char.text for char in run).translate(LIGATURES))
    if not shown or not text:
        return Line(text="", page=page, left=0, right=0, base=0, size=0, bold=False, width=width, height=height)
    sizes = sorted(_em(char) for char in shown)
    return Line(
        text=text,
        page=page,
        left=min(char.left for char in shown),
        right=max(char.right for char in shown),
        base=sorted(char.base for char in shown)[len(shown) // 2],
        size=round(sizes[len(sizes) // 2] * 2) / 2,
        bold=sum(char.bold for char in shown) * 2 > len(shown),
        width=width,
        height=height,
    )
