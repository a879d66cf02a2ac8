"""A document as a page: structure, languages, addresses, and nothing that people wrote as markup."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from lxml import html

from consult.publish.document import Document, Heading, Picture, Run, Table, runs
from consult.publish.document.html import to_html
from tests import document_cases as cases


def page(document: Document, **more: object) -> html.HtmlElement:
    """The page as an independent parser reads it."""
    return html.document_fromstring(to_html(document, **more).decode())  # type: ignore[arg-type]


def words(element: html.HtmlElement) -> str:
    """The words of an element, on one line."""
    return " ".join(element.text_content().split())


def test_the_page_says_what_it_is() -> None:
    """Language, title with the mark of a draft, description, and a way past the links."""
    found = page(cases.rich())
    assert found.get("lang") == "nn"
    assert found.findtext(".//title") == "Kva de sa, og kva vi gjer – Utkast – ikkje til publisering"
    assert found.xpath("//a[@class='skip']/@href") == ["#main"]
    assert [one.tag for one in found.xpath("//header | //main | //footer")] == ["header", "main", "footer"]


def test_headings_are_in_order_under_one_title() -> None:
    """One `h1`; the document's levels begin at `h2`, none is skipped."""
    found = page(cases.rich())
    levels = [int(one.tag[1]) for one in found.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_words_in_another_language_say_so() -> None:
    """Quotes, headings and runs; what is in the page's own language does not repeat it."""
    found = page(cases.rich())
    marked = {(one.tag, one.get("lang")) for one in found.xpath("//main//*[@lang]")}
    assert marked == {("blockquote", "en"), ("blockquote", "se"), ("span", "en"), ("h2", "en")}


def test_a_table_has_a_caption_and_heads() -> None:
    """Heads of columns and of rows with their scope."""
    table = page(cases.rich()).xpath("//table")[0]
    assert words(table.find("caption")).startswith("Innspel etter kven som snakkar")
    assert [one.get("scope") for one in table.findall("thead//th")] == ["col", "col", "col"]
    assert [one.get("scope") for one in table.findall("tbody//th")] == ["row", "row", "row"]
    assert [words(cell) for cell in table.findall("tbody/tr")[1]] == ["Organisasjonar", "", "8"]


def test_a_table_without_heads_of_rows_has_none() -> None:
    """`row_heads` is believed."""
    table = Table(caption="x", head=("a", "b"), rows=((runs("1"), runs("2")),), row_heads=False)
    found = page(Document(title="t", language="nn", blocks=(table,)))
    assert not found.xpath("//tbody//th")


def test_a_picture_has_words_and_its_data() -> None:
    """The drawing itself, its title, its description, and a table that opens without script."""
    figure = page(cases.rich()).xpath("//figure[@id='biletet']")[0]
    assert figure.xpath(".//*[local-name()='svg']/@role") == ["img"]
    assert "To søyler: 20 og 10." in words(figure)
    assert figure.xpath(".//details//table")


def test_narrow_screens_get_a_picture_of_their_own() -> None:
    """Both stand in the page, and the stylesheet shows one."""
    one = cases.picture()
    both = Picture(svg=one.svg, narrow=one.svg.replace("pic-", "small-"), title="x", description="y", table=one.table)
    blocks = (Heading(level=1, text="x", anchor="kort"), both)
    text = to_html(Document(title="t", language="nn", blocks=blocks)).decode()
    assert len(re.findall("<svg", text)) == 2
    assert "narrow-only" in text


def test_a_quote_says_who_and_has_an_address() -> None:
    """The number is the link to the quote itself."""
    quote = page(cases.rich()).xpath("//figure[@id='sitat-1']")[0]
    assert quote.xpath(".//blockquote//br")
    assert words(quote.find("figcaption")) == "Sitat 1 · Bord 3, kvittering"
    assert quote.xpath(".//figcaption//a/@href") == ["#sitat-1", "kvitteringar/a.html"]


def test_every_address_can_be_copied_by_keyboard() -> None:
    """Each heading, quote, note, paragraph, table and picture with an address has a link to itself, with words."""
    found = page(cases.rich())
    own = set(found.xpath("//a[contains(@class,'permalink')]/@href"))
    assert {f"#{name}" for name in ("kort", "manglar", "tal", "biletet", "innkjop", "konklusjon-1", "sitat-1")} <= own
    assert all(words(one) not in ("", "#") for one in found.xpath("//a[contains(@class,'permalink')]"))


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    """In a page with every kind of block."""
    found = page(cases.rich())
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_the_policy_names_the_style_and_the_script() -> None:
    """What stands in the page may run, and nothing else; no style stands on an element."""
    script = "document.title += '';"
    text = to_html(cases.rich(), script=script).decode()
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', text)
    assert policy
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)
    assert style
    for part in (style[1], script):
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1].replace("&#39;", "'")
    assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
    assert " style=" not in text


def test_a_draft_says_so_on_the_screen_and_on_every_printed_page() -> None:
    """At the head, at the foot, in the title, and in the margin of every page; the final one nowhere."""
    text = to_html(cases.rich()).decode()
    assert text.count("Utkast – ikkje til publisering") == 3
    assert "@top-center" in text
    final = to_html(cases.rich(draft="")).decode()
    assert "Utkast –" not in final
    assert "@top-center" not in final


def test_links_to_other_pages_come_first() -> None:
    """As a list in a landmark with a name."""
    found = page(cases.rich(), nav=(Run(text="English", link="en.html", language="en"),))
    assert found.xpath("//nav[@aria-label='Fleire sider']//a/@href") == ["en.html"]


@pytest.mark.parametrize("text", [cases.HOSTILE, cases.LINES, cases.CONTROLS], ids=["markup", "lines", "controls"])
def test_nothing_that_people_wrote_becomes_markup(text: str) -> None:
    """Every element and attribute of the page is ours; the words come out as they went in."""
    ours = {element.tag for element in page(cases.rich(), nav=(Run(text="x", link="y.html"),)).iter() if element.tag}
    found = page(cases.hostile(text))
    assert {element.tag for element in found.iter()} <= ours
    assert not [key for element in found.iter() for key in element.attrib if key.startswith("on")]
    assert not found.xpath("//script")
    links = set(found.xpath("//a/@href"))
    assert links <= {"#main", "#a", "#b"}
    shown = " ".join(text.replace("\x00", "␀").split())[:8]
    assert words(found.xpath("//blockquote")[0]).startswith(shown)


def test_a_draft_mark_cannot_leave_its_rule() -> None:
    """Words that end strings and rules in CSS stay words."""
    document = Document(title="t", language="nn", blocks=(), draft='"; } body { display: none } /* </style>')
    text = to_html(document).decode()
    assert "display: none } /*" not in re.sub(
        r"<p class=\"draft\">.*?</p>|<footer.*?</footer>|<title>.*?</title>", "", text
    )
    assert text.count("</style>") == 1


def test_the_same_document_gives_the_same_bytes() -> None:
    """No time, no chance."""
    assert to_html(cases.rich()) == to_html(cases.rich())
