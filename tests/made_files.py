"""Files that tests of the readers make: small, of known content, never taken from anyone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from docx.oxml import parse_xml

from consult.records import Framework
from consult.settings import Settings

W_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A4 = (595, 842)

Placed = tuple[float, float, float, bool, str]
"""A line on a page: x, y, size, bold, text."""


def settings_for(folder: Any, **changes: Any) -> Settings:
    """Settings of a consultation in `folder`, without events, voices and forms unless given."""
    framework = Framework(framework_id="f", language="nb", source="", targets=())
    return Settings(folder=folder, name="prøve", title={}, languages=("nn",), framework=framework, **changes)


def zip_of(members: dict[str, bytes | str]) -> bytes:
    """A zip archive with these members, in this order."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def docx_of(*paragraphs: str | tuple[str, str]) -> bytes:
    """A docx of paragraphs; a pair is (text, style name)."""
    document = docx.Document()
    for paragraph in paragraphs:
        text, style = (paragraph, None) if isinstance(paragraph, str) else paragraph
        document.add_paragraph(text, style=style)
    return saved(document)


def docx_with(*body: str) -> bytes:
    """A docx whose body is these elements of WordprocessingML."""
    document = docx.Document()
    for xml in body:
        element = parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {W_NS}", xml))
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def odt_of(body: str, *, styles: str = "", manifest: str = "", automatic: str = "") -> bytes:
    """An odt whose text is `body`; styles: what stands in the master page; automatic: automatic styles."""
    names = " ".join(
        f'xmlns:{prefix}="{address}"'
        for prefix, address in {
            "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
            "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
            "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
            "dc": "http://purl.org/dc/elements/1.1/",
        }.items()
    )
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {names}><office:master-styles><style:master-page>{styles}"
            "</style:master-page></office:master-styles></office:document-styles>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def pdf_of(
    *pages: Sequence[Placed], title: str = "", picture: bool = False, turn: bool = False, field: str = ""
) -> bytes:
    """A PDF with lines of Helvetica at given places.

    turn: the text runs upward on its page. picture: a grey square on each. field: what a form field holds.
    """
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    fonts = [
        add(b"<</Type/Font/Subtype/Type1/BaseFont/" + name + b"/Encoding/WinAnsiEncoding>>")
        for name in (b"Helvetica", b"Helvetica-Bold")
    ]
    image = add(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n"
        b"\x80\nendstream"
    )
    filled = b"/Tx BMC BT /F0 11 Tf 2 5 Td (%s) Tj ET EMC" % field.encode("cp1252")
    shown = add(
        b"<</Type/XObject/Subtype/Form/BBox[0 0 400 20]/Resources<</Font<</F0 %d 0 R>>>>" % fonts[0]
        + b"/Length %d>>stream\n%s\nendstream" % (len(filled), filled)
    )
    widget = add(
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(felt)/F 4/Rect[70 500 470 520]/V(%s)/AP<</N %d 0 R>>>>"
        % (field.encode("cp1252"), shown)
    )
    annotations = b"/Annots[%d 0 R]" % widget if field else b""
    tree = len(objects) + 2 * len(pages) + 1
    numbers = []
    for page in pages:
        content = b"".join(_shown(line, turn=turn) for line in page) + (b"q 9 0 0 9 9 9 cm /I Do Q" if picture else b"")
        stream = add(b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream")
        numbers.append(
            add(
                b"<</Type/Page%s/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R"
                b"/Resources<</Font<</F0 %d 0 R/F1 %d 0 R>>/XObject<</I %d 0 R>>>>>>"
                % (annotations, tree, *A4, stream, *fonts, image)
            )
        )
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    add(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids))
    catalogue = add(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    about = add(b"<</Title(%s)>>" % title.encode("latin-1"))
    return _written(objects, catalogue, about)


def _shown(line: Placed, *, turn: bool) -> bytes:
    x, y, size, bold, text = line
    signs = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    place = b"0 1 -1 0 %d %d" % (A4[0] - y * A4[0] / A4[1], x) if turn else b"1 0 0 1 %d %d" % (x, y)
    return b"BT /F%d %d Tf %s Tm (%s) Tj ET\n" % (bold, size, place, signs)


def _written(objects: Iterable[bytes], catalogue: int, about: int) -> bytes:
    out = BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(
        b"trailer<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(places) + 1, catalogue, about, start)
    )
    return out.getvalue()


def column(
    lines: Sequence[str], *, x: float = 70, top: float = 780, size: float = 11, step: float = 14
) -> list[Placed]:
    """Lines of text under one another."""
    return [(x, top - step * number, size, False, line) for number, line in enumerate(lines)]


def xlsx_of(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these sheets of rows; text that looks like a formula is stored as text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row, start=1):
                cell = sheet.cell(number, place)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def eml_of(body: str, **fields: str) -> bytes:
    """A plain mail; fields: header fields, `_` for `-`."""
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    return f"{head}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}".encode()
