"""Every file of an edition: the feedback document and the receipts, whole and redacted, in all forms and languages.

In: the material, whole and, where there is a redacted view, public. Out: (path below the output folder, bytes), one
file at a time. Guaranteed: nothing under `public/` is made of anything but the public material; the same material
gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property

from consult.messages import publication_languages
from consult.publish.document import Document, Run
from consult.publish.exchange.annotation import web_annotations
from consult.publish.exchange.refi import codebook
from consult.publish.feedback import feedback
from consult.publish.finder import contributions, finder, finder_script, language_links, start
from consult.publish.material import Material, Telling, nearest
from consult.publish.posted import SAFE, Where, lying_at, lying_elsewhere, posted
from consult.publish.receipts import receipt, withheld_receipt
from consult.publish.run_time import run_time
from consult.publish.tables import csv_bytes, table_files
from consult.publish.workbook import sheet_bytes

File = tuple[str, bytes]
FORMS = ("html", "docx", "pdf", "md")
LETTER_FORMS = ("html", "docx")
MERGE = ("code", "source_id", "path", "locator", "contributor", "voice", "language", "page", "letter", "address")
"""Columns of the list for the mail merge: page and letter are internal, address is where the public one lies."""


class Shelf:
    """The tellings of one material, each made once.

    letters: the material that receipts are made of, where it is another: they are sent to those who wrote.
    """

    def __init__(self, material: Material, letters: Material | None = None) -> None:
        self.material = material
        self.telling = cache(lambda language: Telling(material, language))
        self.letter = cache(lambda language: Telling(letters, language)) if letters else self.telling
        self.feedback = cache(lambda language: feedback(self.telling(language)))

    def receipt_language(self, language: str) -> str:
        """The contributor's own written standard, or the nearest that has a catalogue."""
        return nearest(language, publication_languages())

    @cached_property
    def receipts(self) -> tuple[tuple[str, Document, Telling], ...]:
        """(source id, receipt, its telling), for every source."""
        tellings = [self.letter(self.receipt_language(one.language)) for one in self.material.analysis.sources]
        both = zip(self.material.analysis.sources, tellings, strict=True)
        return tuple((source.source_id, receipt(telling, source), telling) for source, telling in both)


def writer(form: str) -> Callable[..., bytes]:
    """The writer of a form of file."""
    from consult.publish.document import docx, html, markdown, pdf

    writers: dict[str, Callable[..., bytes]] = {
        "html": html.to_html,
        "docx": docx.to_docx,
        "pdf": pdf.to_pdf,
        "md": lambda document: markdown.to_markdown(document).encode(),
    }
    return writers[form]


def internal_files(shelf: Shelf) -> Iterator[File]:
    """What lies under `internal/`: everything whole, and the list for the mail merge."""
    main = shelf.telling(shelf.material.settings.languages[0])
    nav = (Run(text=main.m("public-report"), link="report.html"),)
    yield from _forms("internal/feedback", shelf.feedback(main.language), nav)
    for source_id, document, telling in shelf.receipts:
        whole = Run(text=telling.m("receipt-whole"), link="../feedback.html")
        back = (whole, Run(text=telling.m("public-report"), link=f"../report.html#{source_id}"))
        where = lying_elsewhere(telling.settings.publication.address, f"feedback.{telling.page}.html")
        yield from _forms(f"internal/receipts/{source_id}", document, back, LETTER_FORMS, where)
    rows = _merge_rows(shelf)
    yield "internal/receipts.csv", csv_bytes(MERGE, rows)
    yield "internal/receipts.xlsx", sheet_bytes("receipts", MERGE, rows, run_time(shelf.material.run))


def public_files(shelf: Shelf) -> Iterator[File]:
    """What lies under `public/`: everything redacted, the finder, and tables for those who reckon again."""
    material = shelf.material
    for language in material.languages:
        telling = shelf.telling(language)
        others = [one for one in material.languages if one != language]
        nav = (Run(text=telling.m("public-start"), link=_page("index", language, material)),)
        links = language_links(others, "feedback.{}.html")
        address = material.settings.publication.address
        where = lying_at(address, "") if address.startswith(SAFE) else None
        yield from _forms(f"public/feedback.{language}", shelf.feedback(language), (*nav, *links), FORMS, where)
        links = language_links(others, "contributions.{}.html")
        page = contributions(telling)
        back = Run(text=telling.m("public-feedback"), link=f"feedback.{language}.html")
        yield f"public/contributions.{language}.html", writer("html")(page, nav=(*nav, back, *links))
    yield from _starts(shelf)
    yield from _public_receipts(shelf)
    tables = table_files(material.analysis, material.run, whole=False)
    yield from ((f"public/{path}", content) for path, content in tables.items())
    yield "public/exchange/themes.qdc", codebook(material.analysis, material.run)
    yield "public/exchange/annotations.jsonld", web_annotations(material.analysis, material.run)


def _starts(shelf: Shelf) -> Iterator[File]:
    """The start page in each language of the edition; the main one is `index.html`."""
    material = shelf.material
    paths = {
        language: tuple((form.upper(), f"feedback.{language}.{form}") for form in FORMS)
        for language in material.languages
    }
    for language in material.languages:
        others = [one for one in material.languages if one != language]
        nav = tuple(link for one in others for link in language_links((one,), _page("index", one, material)))
        document = start(shelf.telling(language), paths)
        yield f"public/{_page('index', language, material)}", writer("html")(document, nav=nav)


def _page(name: str, language: str, material: Material) -> str:
    return f"{name}.html" if language == material.languages[0] else f"{name}.{language}.html"


def _public_receipts(shelf: Shelf) -> Iterator[File]:
    """Receipts by their codes, and the finder in every language that a receipt or the edition has."""
    spoken = {shelf.receipt_language(source.language) for source in shelf.material.analysis.sources}
    found = sorted(spoken.union(shelf.material.languages) - {shelf.material.languages[0]})
    finders = (shelf.material.languages[0], *found)
    for language in finders:
        telling, others = shelf.telling(language), [one for one in finders if one != language]
        home = Run(text=telling.m("public-start"), link=f"../{_page('index', telling.page, shelf.material)}")
        nav = (home, *(link for one in others for link in language_links((one,), _page("index", one, shelf.material))))
        page = writer("html")(finder(telling), nav=nav, script=finder_script(telling))
        yield f"public/receipts/{_page('index', language, shelf.material)}", page
    for source_id, document, telling in shelf.receipts:
        code = shelf.material.codes[source_id]
        back = (Run(text=telling.m("receipt-whole"), link=telling.feedback_page(from_receipt=True)),)
        where = lying_at(telling.settings.publication.address, "receipts/")
        yield from _forms(f"public/receipts/{code}", document, back, LETTER_FORMS, where)
    for source_id, spoken_in in shelf.material.withheld.items():
        telling = shelf.telling(shelf.receipt_language(spoken_in))
        code = shelf.material.codes[source_id]
        yield f"public/receipts/{code}.html", writer("html")(withheld_receipt(telling, source_id))


def _forms(
    stem: str, document: Document, nav: tuple[Run, ...], forms: tuple[str, ...] = (), where: Where | None = None
) -> Iterator[File]:
    """One document in several forms, all of them if none is named. where: its links, once it is taken from here."""
    for form in forms or FORMS:
        if form == "html":
            yield f"{stem}.html", writer(form)(document, nav=nav)
        else:
            yield f"{stem}.{form}", writer(form)(posted(document, where) if where else document)


def _merge_rows(shelf: Shelf) -> list[tuple[str, ...]]:
    """A row a source: what a program for letters needs to send each contributor their own."""
    material, address = shelf.material, shelf.material.settings.publication.address
    rows = []
    for source in material.analysis.sources:
        code = material.codes[source.source_id]
        stem = f"internal/receipts/{source.source_id}"
        rows.append(
            (code, source.source_id, source.path, source.locator, source.contributor, source.voice, source.language,
             f"{stem}.html", f"{stem}.docx", f"{address}/receipts/{code}.html" if address else "")
        )  # fmt: skip
    return sorted(rows, key=lambda row: row[1])
