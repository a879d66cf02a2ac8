"""A document as a Word file: real styles, languages, heads of tables, alternative texts, bookmarks and contents.

In: a document. Out: the file's bytes, the same for the same document: its only time is the document's own date, and
no name of a person or machine stands in it. Guaranteed: what somebody wrote is text, controls are shown.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from consult.messages import Message
from consult.publish.document import Document, Picture
from consult.publish.document.docx_body import WIDTH, Body
from consult.publish.document.drawings import png
from consult.publish.document.paper import on_paper
from consult.publish.document.wordml import Element, element, field, name, paragraph, region, run
from consult.publish.document.words import byline, printable, words

PARTS = Path(__file__).parent.parent / "templates" / "docx"
PLACES = {"content_types.xml": "[Content_Types].xml", "package_rels.xml": "_rels/.rels",
          "document_rels.xml": "word/_rels/document.xml.rels", "core.xml": "docProps/core.xml",
          "app.xml": "docProps/app.xml"}  # fmt: skip
"""Where a part of the empty file stands in the package; the others stand under `word/`."""

EPOCH = date(1980, 1, 1)
"""The earliest day that a zip file can tell: what every member bears, and a document without a date."""

TWENTIETHS = 635
"""English Metric Units, in which pictures are measured, in a twentieth of a point."""

PAGE, PAGES = "\ue000", "\ue001"
"""Stand for the numbers in the words about the page, until fields take their places."""


def to_docx(document: Document) -> bytes:
    """The document as an Office Open XML text document."""
    import docx

    file = docx.Document(io.BytesIO(_empty()))
    m = words(document)
    document = on_paper(document, m)
    body = file.element.body
    writer = Body(document, _Package(file), m)
    section = body.sectPr
    for part in (*_front(document, m), *writer.contents(), *writer.elements()):
        section.addprevious(part)
    _fill_margins(file, document, m)
    _set_language(file, document.language)
    _set_properties(file, document)
    return _fixed(file)


class _Package:
    """Takes the pictures, links and numberings of a body."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.numbers = file.part.numbering_part.element
        self.links: dict[str, str] = {}

    def link(self, address: str) -> str:
        """The relationship of an address; the package itself would search all of them for each link."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if address not in self.links:
            target = quote(address, safe="#%&/:=?@;,+~.-_")
            self.links[address] = name = f"rIdLink{len(self.links) + 1}"
            self.file.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, name, is_external=True)
        return self.links[address]

    def picture(self, picture: Picture) -> Element:
        inline = self.file.part.new_pic_inline(io.BytesIO(png(picture.svg)), width=WIDTH * TWENTIETHS)
        inline.docPr.set("name", f"Picture {inline.docPr.get('id')}")
        inline.docPr.set("descr", printable(picture.description))
        inline.docPr.set("title", printable(picture.title))
        return element("drawing", inline)

    def numbering(self) -> int:
        number = len(self.numbers.findall(name("w:num"))) + 1
        start = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        self.numbers.append(element("num", element("abstractNumId", val=1), start, numId=number))
        return number


def _front(document: Document, m: Message) -> Iterator[Element]:
    yield paragraph("Title", [run(document.title)])
    if document.subtitle:
        yield paragraph("Subtitle", [run(document.subtitle)])
    if told := byline(document, m):
        yield paragraph("Byline", [run(" · ".join(told))])


def _fill_margins(file: Any, document: Document, m: Message) -> None:
    """The mark of a draft at the head of every page; title and page at its foot."""
    section = file.sections[0]
    if document.draft:
        section.header.paragraphs[0]._p.append(run(document.draft))  # noqa: SLF001 - python-docx's way to the element
    foot = section.footer.paragraphs[0]._p  # noqa: SLF001
    foot.append(run(f"{short(document.title)}\t"))
    foot.extend(_page_words(m))


def short(title: str, most: int = 70) -> str:
    """A title on one line of the margin."""
    line = " ".join(title.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _page_words(m: Message) -> Iterator[Element]:
    """`Side 1 av 1`, where both numbers are fields."""
    before, _, rest = m("document-page", page=PAGE, pages=PAGES).partition(PAGE)
    between, _, after = rest.partition(PAGES)
    yield run(before)
    yield from field("PAGE", "1")
    yield run(between)
    yield from field("NUMPAGES", "1")
    yield run(after)


def _set_language(file: Any, language: str) -> None:
    """The language of styles, and of what they do not name: Word checks spelling and reads aloud by it."""
    for place in (*file.styles.element.iter(name("w:lang")), *file.settings.element.iter(name("w:themeFontLang"))):
        place.set(name("w:val"), region(language))


def _set_properties(file: Any, document: Document) -> None:
    """What the file says of itself: nothing that the document does not say, and no person."""
    about = file.core_properties
    about.title, about.subject = _line(document.title), _line(document.subject)
    about.author = about.last_modified_by = _line(document.author)
    about.language, about.revision = region(document.language), 1
    about.created = about.modified = datetime.combine(_day(document.date), time())


def _line(text: str) -> str:
    """At most what core properties hold."""
    return " ".join(printable(text).split())[:255]


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return EPOCH


@cache
def _empty() -> bytes:
    """The file without a body, packed from its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(PARTS.glob("*.xml")):
            archive.writestr(PLACES.get(path.name, f"word/{path.name}"), path.read_bytes())
    return packed.getvalue()


def _fixed(file: Any) -> bytes:
    """The file's bytes with every member's time at the epoch, in an order that Word and mail programs know."""
    saved, packed = io.BytesIO(), io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for member in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(member, date_time=(EPOCH.year, EPOCH.month, EPOCH.day, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(member), compresslevel=6)
    return packed.getvalue()
