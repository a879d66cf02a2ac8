"""Whatever people write, a document has the same structure in every file, and the words stand in it."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from consult.publish.document.docx import to_docx
from consult.publish.document.html import to_html
from consult.publish.document.pdf import to_pdf
from consult.publish.document.words import printable
from tests import document_cases as cases

ANY = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="<>&\"'{}[]()#$*_`\\|~@=-+/;:!%\n\t\x00\x1b\u202e\u2066\u2028\ud800 ab", max_size=60),
)
PLAIN = cases.hostile("ord")


def skeleton(page: bytes) -> list[tuple[str, ...]]:
    """Every element but breaks, with the names of its attributes."""
    root = html.document_fromstring(page.decode())
    return [(str(one.tag), *sorted(one.attrib)) for one in root.iter() if one.tag != "br"]


@given(ANY.filter(lambda text: text.strip() != ""))
@settings(max_examples=20)
def test_a_page_has_the_same_elements(text: str) -> None:
    """No element, no attribute more or less than for a plain word."""
    assert skeleton(to_html(cases.hostile(text))) == skeleton(to_html(PLAIN))


@given(ANY.filter(lambda text: text.strip() != ""))
@settings(max_examples=20)
def test_a_word_file_is_whole_and_says_it(text: str) -> None:
    """It parses, and a quote has the words, whatever they hold."""
    with zipfile.ZipFile(io.BytesIO(to_docx(cases.hostile(text)))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    w = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    quote = root.xpath("(//w:p[w:pPr/w:pStyle/@w:val='Quote'])[1]", namespaces=w)[0]
    shown = "".join(one.text or "" for one in quote.iter(f"{{{w['w']}}}t"))
    assert shown == printable(text).replace("\n", "").replace("\t", "")


@given(ANY)
@settings(max_examples=6)
def test_a_pdf_file_is_made_of_anything(text: str) -> None:
    """The typesetter never stumbles over words."""
    assert to_pdf(cases.hostile(text)).startswith(b"%PDF-1.7")
