"""Documents that travel alone: letters and files that are sent lead to the web, or nowhere, and never to a file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from consult.publish.document import (
    Block,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    runs_of,
)
from consult.publish.feedback.sections import quote_anchor
from consult.publish.posted import lying_at, lying_elsewhere, posted
from consult.publish.receipts import receipt
from consult.publish.shelf import Shelf, internal_files, public_files
from tests import sample_analysis as sample
from tests.publication_cases import PUBLICATION, material, telling

ADDRESS = "https://example.org/answer"

STAYS = [
    ("", "no link"),
    ("#where", "leads inside"),
    ("https://example.org/x", "is whole"),
    ("mailto:post@example.org", "is whole"),
]


def linked(link: str) -> tuple[Block, ...]:
    """Each kind of block with one such link, where it can have one."""
    runs = (Run(text="x", link=link),)
    table = Table(caption="c", head=("h",), rows=((runs,),))
    return (
        Heading(level=1, text="h", anchor="where"), Paragraph(runs=runs), Note(kind="about", runs=runs),
        Quote(text="q", language="nn", by=runs), Items(items=(runs,)), table,
        Picture(svg="<svg/>", title="t", description="d", table=table),
    )  # fmt: skip


def links(document: Document) -> list[str]:
    """Every link."""
    return [run.link for block in document.blocks for run in runs_of(block)]


@pytest.mark.parametrize(("link", "why"), STAYS, ids=[why for _, why in STAYS])
def test_what_leads_to_no_file_stays(link: str, why: str) -> None:
    """Addresses inside, on the web and of mail are right wherever the document goes."""
    made = Document(title="T", language="nn", blocks=linked(link))
    assert posted(made, lying_at(ADDRESS, "receipts/")) == made, why


LEADS = [
    ("../feedback.nn.html", f"{ADDRESS}/feedback.nn.html"),
    ("../feedback.nn.html#t-1", f"{ADDRESS}/feedback.nn.html#t-1"),
    ("index.html", f"{ADDRESS}/receipts/index.html"),
]


@pytest.mark.parametrize(("link", "expected"), LEADS)
def test_a_link_to_a_file_leads_to_where_it_is_published(link: str, expected: str) -> None:
    """In every kind of block, pictures' tables as well."""
    made = posted(Document(title="T", language="nn", blocks=linked(link)), lying_at(ADDRESS, "receipts/"))
    assert links(made) == [expected] * 6


@pytest.mark.parametrize("address", ["", "http://example.org/answer"])
def test_without_a_safe_address_the_words_stay_and_lead_nowhere(address: str) -> None:
    """A link in clear is none that a document of ours has."""
    made = Document(title="T", language="nn", blocks=linked("../feedback.nn.html"))
    found = posted(made, lying_at(address, "receipts/"))
    assert links(found) == [""] * 6
    assert [run.text for block in found.blocks for run in runs_of(block)] == ["x"] * 6


PUBLISHED = [
    ("../feedback.html", f"{ADDRESS}/feedback.nb.html"),
    ("../feedback.html#t-0a", f"{ADDRESS}/feedback.nb.html#t-0a"),
    ("../feedback.html#c-0a.p-1b.120", f"{ADDRESS}/feedback.nb.html#c-0a"),
]


@pytest.mark.parametrize(("link", "expected"), PUBLISHED)
def test_an_internal_receipt_leads_to_the_published_document(link: str, expected: str) -> None:
    """Quotes stand at other places in the redacted text: to their conclusion, which keeps its address."""
    assert lying_elsewhere(ADDRESS, "feedback.nb.html")(link) == expected


def test_the_address_of_a_quote_is_known_for_one() -> None:
    """As the feedback document makes it."""
    one = next(citation for conclusion in sample.analysis().conclusions for citation in conclusion.citations)
    where = lying_elsewhere(ADDRESS, "feedback.nn.html")
    assert where(f"../feedback.html#{quote_anchor(one)}").endswith(f"#{one.conclusion_id}")


def outside(content: bytes) -> list[str]:
    """Targets of a Word file that lie outside it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        found = package.read("word/_rels/document.xml.rels").decode()
    return re.findall(r'Target="([^"]+)"[^>]*TargetMode="External"', found)


def letters(address: str) -> dict[str, bytes]:
    """The Word files of an edition that lies at an address, internal and public."""
    publication = replace(PUBLICATION, address=address)
    found: dict[str, bytes] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("consult.publish.shelf.FORMS", ("docx", "html"))
        for whole, files in ((True, internal_files), (False, public_files)):
            made = material(whole=whole)
            made = replace(made, settings=replace(made.settings, publication=publication))
            found |= dict(files(Shelf(made)))
    return {name: content for name, content in found.items() if name.endswith(".docx")}


def test_letters_lead_to_the_published_pages_and_their_addresses_are_there() -> None:
    """Every link of every letter: the file is published, and the address stands in it."""
    publication = replace(PUBLICATION, address=ADDRESS)
    made = replace(material(whole=False), settings=replace(material().settings, publication=publication))
    pages = {name.removeprefix("public/"): content for name, content in public_files(Shelf(made))}
    seen = 0
    for name, content in letters(ADDRESS).items():
        for target in outside(content):
            if name == "internal/feedback.docx":
                continue  # the coordinator's, beside the receipts
            path, _, anchor = target.removeprefix(f"{ADDRESS}/").partition("#")
            assert path in pages, (name, target)
            assert not anchor or f'id="{anchor}"'.encode() in pages[path], (name, target)
            seen += 1
    assert seen > len(sample.sources())


def test_without_an_address_no_letter_leads_out_and_each_says_where_to_look() -> None:
    """The code and the name of the page stand there; the published document's own files lie beside it."""
    for name, content in letters("").items():
        if "/receipts/" in name:
            assert outside(content) == [], name
    told = telling(settings=replace(material().settings, publication=replace(PUBLICATION, address="")))
    for source in sample.sources():
        said = " ".join(run.text for block in receipt(told, source).blocks for run in runs_of(block))
        assert told.material.codes[source.source_id] in said
        assert "«Finn innspelet ditt»" in said
