"""A document as a Word file: read by python-docx, judged by a validator of the format, and opened by LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from consult.publish.document import Document, Heading, Paragraph, Run
from consult.publish.document.docx import to_docx
from consult.publish.document.docx_body import bookmark
from consult.publish.document.wordml import NAMESPACES, name
from consult.publish.document.words import printable
from tests import document_cases as cases

W = NAMESPACES["w"]
TEXTS = [cases.HOSTILE, cases.LINES, cases.CONTROLS, cases.SIGNS]


def opened(document: Document) -> Any:
    """The file as python-docx reads it."""
    return docx.Document(io.BytesIO(to_docx(document)))


def body(document: Document) -> Any:
    """The root of the file's text."""
    return part(to_docx(document), "word/document.xml")


def part(file: bytes, path: str) -> Any:
    """A part of the file, parsed."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(path))


def findings(file: bytes, folder: Path) -> list[str]:
    """What the validator objects to."""
    path = folder / "a.docx"
    path.write_bytes(file)
    return [f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors]


def find(root: Any, path: str) -> list[Any]:
    """Elements and values by XPath."""
    found: list[Any] = root.xpath(path, namespaces=NAMESPACES)
    return found


@pytest.mark.parametrize("text", ["", *TEXTS])
def test_the_validator_finds_nothing(text: str, tmp_path: Path) -> None:
    """Order of elements, relations, types: as the standard's schemas have them, whatever was written."""
    assert findings(to_docx(cases.hostile(text) if text else cases.rich()), tmp_path) == []


def test_the_validator_finds_what_is_broken(tmp_path: Path) -> None:
    """Sabotage twin: a property behind the words of its paragraph."""
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(to_docx(cases.rich()))) as old, zipfile.ZipFile(broken, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if member == "word/document.xml":
                root = etree.fromstring(content)
                paragraph = find(root, "//w:p[w:pPr]")[0]
                paragraph.append(paragraph[0])
                content = etree.tostring(root)
            new.writestr(member, content)
    assert findings(broken.getvalue(), tmp_path)


def test_the_styles_are_words_own() -> None:
    """What Word's navigation, screen readers and tables of contents go by."""
    found = [(one.style.name, one.text) for one in opened(cases.rich()).paragraphs]
    assert ("Title", "Kva de sa, og kva vi gjer") in found
    assert ("Heading 1", "Offentlege innkjøp") in found
    assert ("Heading 2", "Opne data om kontraktar & avtalar") in found
    assert ("Heading 3", "Neste steg") in found
    assert ("Quote", "Data om innkjøp må kunne lastast ned\nsom opne data.") in found
    assert ("Quote Source", "Sitat 1 · Bord 3, kvittering") in found
    assert ("List Bullet", "Innsyn for alle") in found
    assert ("Note Missing", "Manglar: To tema manglar svar.") in found
    assert ("Caption", "Innspel etter kven som snakkar") in found


def test_every_style_that_is_used_is_there() -> None:
    """A style that is missing is shown as plain text."""
    file = to_docx(cases.rich())
    known = set(find(part(file, "word/styles.xml"), "//w:style/@w:styleId"))
    path = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    assert set(find(part(file, "word/document.xml"), path)) <= known


def test_the_language_is_told_of_the_whole_and_of_each_part() -> None:
    """In the styles, the settings and the properties; on runs only where it differs."""
    file = to_docx(cases.rich())
    assert find(part(file, "word/styles.xml"), "//w:rPrDefault//w:lang/@w:val") == ["nn-NO"]
    assert find(part(file, "word/settings.xml"), "//w:themeFontLang/@w:val") == ["nn-NO"]
    assert opened(cases.rich()).core_properties.language == "nn-NO"
    root = part(file, "word/document.xml")
    assert set(find(root, "//w:r[w:rPr/w:lang/@w:val='en-GB']/w:t/text()")) == {
        "Please publish contract data in English.", "next year", "e-mail", "About the method",
    }  # fmt: skip
    assert not find(root, "//w:lang[@w:val='nn-NO']")


def test_tables_have_heads_that_repeat_and_words_of_their_own() -> None:
    """The first row is a head, no row breaks, first cells are heads, and there is a caption for screen readers."""
    table = find(body(cases.rich()), "//w:tbl")[0]
    assert [len(find(row, "w:trPr/w:tblHeader")) for row in find(table, "w:tr")] == [1, 0, 0, 0]
    assert len(find(table, "w:tr/w:trPr/w:cantSplit")) == 4
    assert find(table, "w:tblPr/w:tblLook/@w:firstColumn") == ["1"]
    assert find(table, "w:tblPr/w:tblCaption/@w:val") == ["Innspel etter kven som snakkar"]
    assert [one.text for one in opened(cases.rich()).tables[0].columns[2].cells] == ["Innspel", "12", "8", "20"]


def test_a_picture_has_words_for_those_who_do_not_see_it() -> None:
    """As description and title of the drawing."""
    drawing = find(body(cases.rich()), "//*[local-name()='docPr']")[0]
    assert (drawing.get("descr"), drawing.get("title")) == ("To søyler: 20 og 10.", "Kven som snakka")


def test_addresses_are_bookmarks_and_links_lead_to_them() -> None:
    """Names as Word takes them, each number once."""
    root = body(cases.rich())
    names = find(root, "//w:bookmarkStart/@w:name")
    numbers = find(root, "//w:bookmarkStart/@w:id")
    assert set(find(root, "//w:hyperlink/@w:anchor")) <= set(names)
    assert len(names) == len(set(names)) == len(set(numbers))
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", one) for one in names)
    assert sorted(numbers) == sorted(find(root, "//w:bookmarkEnd/@w:id"))


def test_bookmarks_are_never_two_alike() -> None:
    """Addresses that differ in signs that Word refuses, or far behind, differ still."""
    anchors = ["a-b", "a.b", "a_b", "x" * 50, "x" * 51]
    assert len({bookmark(one) for one in anchors}) == len(anchors)


def test_a_link_to_another_file_is_a_relation() -> None:
    """Relative, as it was given; signs that an address may not hold are written in percent."""
    one = Paragraph(runs=(Run(text="x", link="kvitteringar/å b.html#c"),))
    file = opened(Document(title="t", language="nn", blocks=(one,)))
    targets = [one.target_ref for one in file.part.rels.values() if one.is_external]
    assert targets == ["kvitteringar/%C3%A5%20b.html#c"]


def test_each_numbered_list_begins_at_one() -> None:
    """Two lists, two numberings."""
    numbers = find(body(cases.rich()), "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']//w:numId/@w:val")
    assert numbers[:3] == [numbers[0]] * 3
    assert numbers[3:] == [numbers[3]] * 2
    assert numbers[0] != numbers[3]


def test_the_contents_work_as_they_stand_and_word_can_make_them_anew() -> None:
    """A field whose last result is a list of links."""
    root = body(cases.rich())
    assert find(root, "//w:instrText/text()") == [' TOC \\o "1-2" \\n \\h ']
    assert find(root, "//w:p[starts-with(w:pPr/w:pStyle/@w:val,'TOC')]/w:hyperlink//w:t/text()") == [
        "Kort fortalt", "Offentlege innkjøp", "Opne data om kontraktar & avtalar", "About the method",
    ]  # fmt: skip
    kinds = find(root, "//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_every_page_bears_the_mark_of_a_draft_and_its_number() -> None:
    """In the margins; a final document has no mark."""
    section = opened(cases.rich()).sections[0]
    assert section.header.paragraphs[0].text == "Utkast – ikkje til publisering"
    assert section.footer.paragraphs[0].text == "Kva de sa, og kva vi gjer\tSide 1 av 1"
    assert opened(cases.rich(draft="")).sections[0].header.paragraphs[0].text == ""


def test_the_file_tells_of_nobody() -> None:
    """Title, body and day of the document, and no other time or name."""
    about = opened(cases.rich()).core_properties
    assert (about.title, about.author) == ("Kva de sa, og kva vi gjer", cases.rich().author)
    assert about.last_modified_by == about.author
    assert str(about.created) == str(about.modified) == "2026-03-04 00:00:00+00:00"
    with zipfile.ZipFile(io.BytesIO(to_docx(cases.rich()))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_the_same_document_gives_the_same_bytes() -> None:
    """No time, no chance."""
    assert to_docx(cases.rich()) == to_docx(cases.rich())


@pytest.mark.parametrize("text", TEXTS, ids=["markup", "lines", "controls", "signs"])
def test_nothing_that_people_wrote_becomes_more_than_text(text: str) -> None:
    """No field, relation or element but ours, and the words stand there."""
    file = to_docx(cases.hostile(text))
    ours = {one.tag for one in body(cases.rich()).iter()}
    root = part(file, "word/document.xml")
    assert {one.tag for one in root.iter()} <= ours | {name("w:tab"), name("w:br")}
    assert not [one for one in opened(cases.hostile(text)).part.rels.values() if one.is_external]
    shown = "".join(find(root, "(//w:p[w:pPr/w:pStyle/@w:val='Quote'])[1]//w:t/text()"))
    assert shown.startswith(printable(text).split("\n", maxsplit=1)[0].split("\t")[0])


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="needs LibreOffice (Debian: apt-get install libreoffice-writer)"
)
@pytest.mark.slow
def test_libreoffice_opens_it_and_sees_the_same(tmp_path: Path) -> None:
    """Headings, table, list, quotes and both margins, as its own format tells them."""
    (tmp_path / "a.docx").write_bytes(to_docx(cases.rich()))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to", "fodt",
         "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    root = etree.parse(tmp_path / "a.fodt").getroot()
    spaces = {key: one for key, one in root.nsmap.items() if key}

    def words(path: str) -> list[str]:
        return ["".join(one.itertext()) for one in root.xpath(path, namespaces=spaces)]

    assert [
        (int(one.get(f"{{{spaces['text']}}}outline-level")), "".join(one.itertext()))
        for one in root.xpath("//office:text//text:h", namespaces=spaces)
    ] == [(one.level, one.text) for one in cases.rich().headings]
    assert words("(//table:table)[1]//table:table-header-rows//text:p") == ["Kven", "Kanal", "Innspel"]
    assert words("(//table:table)[1]/table:table-row[2]/table:table-cell/text:p") == ["Organisasjonar", "", "8"]
    assert words("//style:header/text:p") == ["Utkast – ikkje til publisering"]
    assert words("//text:list//text:p")[:3] == ["Opne data", "Innsyn for alle", "Tolinjer"]
    assert root.xpath("//draw:frame//svg:desc/text()", namespaces=spaces) == ["To søyler: 20 og 10."]
    assert any("Please publish contract data in English." in one for one in words("//office:text//text:p"))


def test_a_document_without_anything_is_a_file_still(tmp_path: Path) -> None:
    """A title and nothing under it; a date that is none."""
    made = Document(title="t", language="nn", blocks=(), date="våren", contents="Innhald")
    assert findings(to_docx(made), tmp_path) == []


def test_deep_headings_have_a_style() -> None:
    """Levels beyond the fifth are set as the fifth."""
    blocks = tuple(Heading(level=level, text="x", anchor=f"a{level}") for level in range(1, 8))
    styles = [one.style.name for one in opened(Document(title="t", language="nn", blocks=blocks)).paragraphs[1:]]
    assert styles == ["Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5", "Heading 5", "Heading 5"]
