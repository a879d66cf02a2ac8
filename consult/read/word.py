"""docx → pieces, as Word shows the document with all tracked changes accepted.

python-docx opens the package; the walk over the body is ours, since its paragraphs leave out inserted
text, text boxes, footnotes and content controls. Order: page heads, body, page feet; a paragraph's text
boxes, notes and comments follow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from lxml import etree

from consult.read.document import Document, Piece, from_pieces, one_line
from consult.read.tables import Cell, Row, table_pieces
from consult.read.wordstyles import Style, read_styles
from consult.records import BlockKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PART_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

SKIPPED = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "rt", "txbxContent")}
    | {FALLBACK}
)
"""Deleted or moved-away text, field codes, properties, phonetic guides; a text box comes after its
paragraph, and its `Fallback` repeats it."""
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
SYMBOL_SIGNS = "E0→ DF← E8➔ F0⇨ 4A☺ 4C☹ B7• A7▪ FC✓ FE☑ A8☐"
SYMBOLS = {pair[:2]: pair[2:] for pair in SYMBOL_SIGNS.split()}
"""Signs of the Symbol and Wingdings fonts that Word puts for what people type: `-->`, `:-)`."""
NOTES = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
LONGEST_BOLD_HEADING = 12  # words; a longer paragraph in bold is emphasis


@dataclass(frozen=True, slots=True)
class Found:
    """A piece, and whether all of it is bold: a heading made by hand."""

    piece: Piece
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """What a paragraph of the file may refer to. notes: kind → id → element."""

    styles: dict[str, Style]
    notes: dict[str, dict[str, Any]]


def read_docx(data: bytes) -> Document:
    """The document; raises what python-docx raises on a package that it cannot open."""
    import docx

    opened = docx.Document(BytesIO(data))
    part = opened.part
    package = Package(styles=read_styles(part), notes={kind: _notes(part, kind) for kind in NOTES})
    pieces = [
        *_page_parts(part, "header", package),
        *_with_bold_headings(list(_found(part.element.body, package))),
        *_page_parts(part, "footer", package),
    ]
    title = one_line(opened.core_properties.title or "")
    return from_pieces(pieces, "docx", title="" if _is_placeholder(title) else title)


def _is_placeholder(title: str) -> bool:
    """Whether a title property is what a program puts there unasked."""
    return title.casefold() in {"", "word document", "microsoft word", "document", "dokument", "untitled"}


def _found(parent: Any, package: Package) -> Iterator[Found]:
    """What stands in a body, a cell, a text box or a note, in order."""
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(child, package)
        elif child.tag == f"{W}tbl":
            yield from (Found(piece) for piece in table_pieces(_rows(child, package)))
        elif child.tag not in SKIPPED and len(child):
            yield from _found(child, package)  # content controls, insertions, custom XML


def _paragraph(element: Any, package: Package) -> Iterator[Found]:
    style = _style(element, package)
    text = "".join(_text(element))
    yield Found(_piece(text, style), bold=_is_bold(element, style))
    for box in _boxes(element):
        yield from _found(box, package)
    yield from (Found(piece) for piece in _referred(element, package))


def _piece(text: str, style: Style) -> Piece:
    if style.contents:
        return Piece(kind="meta", text=text)
    if style.heading:
        return Piece(kind="heading", text=one_line(text), level=style.heading)
    return Piece(kind="item" if style.item else "paragraph", text=text, level=style.item)


def _style(element: Any, package: Package) -> Style:
    """The paragraph's style with its own list and outline properties laid over it."""
    properties = element.find(f"{W}pPr")
    if properties is None:
        return package.styles[""]
    named = properties.find(f"{W}pStyle")
    style = package.styles.get("" if named is None else named.get(f"{W}val", ""), package.styles[""])
    return style.over(properties)


def _text(element: Any) -> Iterator[str]:
    """The characters of a paragraph or run, with changes accepted."""
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag in (f"{W}t", MATH_TEXT):
            yield _shown(child)
        elif child.tag == f"{W}sym":
            yield SYMBOLS.get(child.get(f"{W}char", "").upper()[-2:], "")
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif isinstance(child.tag, str):
            yield from _text(child)


def _shown(element: Any) -> str:
    """A run's text as Word shows it: white space at its ends counts only where the file says so."""
    text = (element.text or "").replace("\n", " ").replace("\t", " ")
    return text if element.get(SPACE) == "preserve" else text.strip(" ")


def _boxes(element: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph; what stands in a box inside a box is found from there."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif isinstance(child.tag, str) and child.tag not in (FALLBACK, f"{W}del", f"{W}moveFrom"):
            yield from _boxes(child)


def _referred(element: Any, package: Package) -> Iterator[Piece]:
    """Footnotes, endnotes and comments that the paragraph refers to."""
    for kind in NOTES:
        for reference in element.iter(f"{W}{kind}Reference"):
            note = package.notes[kind].get(reference.get(f"{W}id", ""))
            if note is not None:
                text = "\n".join(found.piece.text for found in _found(note, package) if found.piece.text.strip())
                yield Piece(kind="footnote", text=text, label=kind)


def _is_bold(element: Any, style: Style) -> bool:
    """Whether every run with letters is bold."""
    runs = [run for run in element.iter(f"{W}r") if "".join(_text(run)).strip()]
    return bool(runs) and all(_run_is_bold(run, style) for run in runs)


def _run_is_bold(run: Any, style: Style) -> bool:
    mark = run.find(f"{W}rPr/{W}b")
    if mark is None:
        return style.bold
    return mark.get(f"{W}val", "1") not in ("0", "false", "off")


def _with_bold_headings(found: Sequence[Found]) -> Iterator[Piece]:
    """Short paragraphs in bold above other text are headings, one level below those of the styles."""
    written = [entry for entry in found if entry.piece.text.strip()]
    below = max((entry.piece.level for entry in written if entry.piece.kind == "heading"), default=0) + 1
    for number, entry in enumerate(written):
        follows = written[number + 1 : number + 2]
        if _is_bold_heading(entry) and follows and not follows[0].bold:
            yield replace(entry.piece, kind="heading", level=below, text=one_line(entry.piece.text))
        else:
            yield entry.piece


def _is_bold_heading(entry: Found) -> bool:
    words = entry.piece.text.split()
    ended = entry.piece.text.rstrip().endswith((".", ",", ";", "!"))
    return entry.bold and entry.piece.kind == "paragraph" and len(words) <= LONGEST_BOLD_HEADING and not ended


def _rows(table: Any, package: Package) -> list[Row]:
    return [tuple(_cells(row, package)) for row in _inside(table, f"{W}tr")]


def _cells(row: Any, package: Package) -> Iterator[Cell]:
    head = row.find(f"{W}trPr/{W}tblHeader") is not None
    column = 0
    for cell in _inside(row, f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        yield Cell(column=column, pieces=tuple(found.piece for found in _found(cell, package)), head=head)
        column += 1 if span is None else max(1, int(span.get(f"{W}val", "1")))


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls; deleted ones are gone."""
    for child in parent:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _inside(child, tag)


def _page_parts(part: Any, kind: BlockKind, package: Package) -> Iterator[Piece]:
    """Each different page head or foot that a section uses, once."""
    seen: set[str] = set()
    for reference in part.element.iter(f"{W}{kind}Reference"):
        related = part.rels.get(reference.get(PART_ID, ""))
        if related is None or related.is_external:
            continue
        for found in _found(_root(related.target_part), package):
            text = one_line(found.piece.text)
            if text and text not in seen:
                seen.add(text)
                yield Piece(kind=kind, text=text)


def _notes(part: Any, kind: str) -> dict[str, Any]:
    related = [rel for rel in part.rels.values() if rel.reltype == RELATED + NOTES[kind] and not rel.is_external]
    if not related:
        return {}
    return {note.get(f"{W}id", ""): note for note in _root(related[0].target_part).iter(f"{W}{kind}")}


def _root(part: Any) -> Any:
    """The part's XML; parsed here when python-docx keeps it as bytes."""
    if hasattr(part, "element"):
        return part.element
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
