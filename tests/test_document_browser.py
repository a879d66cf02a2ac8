"""Published pages in a real browser: axe-core, reflow, keyboard, print, with pictures in three languages."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from consult.publish.document import Document, Heading, Run
from consult.publish.document.html import to_html
from tests import document_cases as cases
from tests import picture_cases
from tests.test_report_browser import NARROW, WIDE, browser, eventually, overhang, pytestmark, show, violations

__all__ = ["browser", "pytestmark"]


def whole(language: str) -> Document:
    """Every kind of block, and the four pictures."""
    made = cases.rich(language)
    pictures = (Heading(level=1, text="Bilete", anchor="pictures"), *picture_cases.drawn(language))
    return replace(made, blocks=(*made.blocks, *pictures))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of the page in three languages, of a hostile one, and of one that is final."""
    folder = tmp_path_factory.mktemp("published")
    made = {language: whole(language) for language in ("nn", "nb", "en")}
    made["hostile"] = cases.hostile()
    made["final"] = cases.rich(draft="")
    for name, document in made.items():
        (folder / f"{name}.html").write_bytes(to_html(document, nav=(Run(text="Kvitteringar", link="index.html"),)))
    return {name: (folder / f"{name}.html").as_uri() for name in made}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("name", ["nn", "nb", "en", "hostile"])
def test_no_axe_violations(browser: Any, pages: dict[str, str], name: str, width: int, dark: bool) -> None:
    """axe-core finds nothing in any language, narrow and wide, light and dark, with all folds open."""
    show(browser, pages[name], width, dark=dark, unfold=True)
    assert violations(browser) == []


def test_axe_finds_what_is_broken(browser: Any, pages: dict[str, str]) -> None:
    """Sabotage twin: without language, without the picture's words."""
    show(browser, pages["nn"], WIDE)
    browser.execute_script(
        "document.documentElement.removeAttribute('lang');"
        "for (const one of document.querySelectorAll('svg')) one.removeAttribute('aria-labelledby');"
        "for (const one of document.querySelectorAll('svg title')) one.remove();"
    )
    found = violations(browser)
    assert any(one.startswith("html-has-lang") for one in found)
    assert any(one.startswith("svg-img-alt") for one in found)


@pytest.mark.parametrize("name", ["nn", "en", "hostile"])
def test_nothing_scrolls_sideways_at_320_pixels(browser: Any, pages: dict[str, str], name: str) -> None:
    """WCAG 1.4.10; also with the folds open, where broad tables scroll within themselves."""
    show(browser, pages[name], NARROW, unfold=True)
    assert overhang(browser) == 0


@pytest.mark.parametrize(("width", "wide"), [(NARROW, False), (WIDE, True)])
def test_each_screen_has_its_own_picture(browser: Any, pages: dict[str, str], width: int, wide: bool) -> None:
    """One of the two is shown, and its words are 11 pixels high or more."""
    show(browser, pages["nn"], width)
    shown = browser.execute_script(
        "const figure = document.querySelector('#picture-flow');"
        "return ['.wide-only', '.narrow-only'].map(one => figure.querySelector(one).offsetParent !== null)"
    )
    assert shown == [wide, not wide]
    place = ".wide-only" if wide else ".narrow-only"
    height = browser.execute_script(
        f"const text = document.querySelector('#picture-flow {place} text');"
        "return 14 * text.ownerSVGElement.getScreenCTM().a"
    )
    assert height >= 11


def test_labels_stay_inside_their_pictures(browser: Any, pages: dict[str, str]) -> None:
    """No word is cut by the edge of its drawing, in whatever typeface the browser has."""
    for width in (NARROW, WIDE):
        show(browser, pages["nn"], width)
        outside = browser.execute_script(
            "const found = [];"
            "for (const svg of document.querySelectorAll('.drawn svg')) {"
            "  const frame = svg.getBoundingClientRect(); if (!frame.width) continue;"
            "  for (const text of svg.querySelectorAll('text')) {"
            "    const box = text.getBoundingClientRect();"
            "    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)"
            "      found.push(text.textContent);"
            "  } } return found"
        )
        assert outside == []


def test_the_keyboard_reaches_every_address(browser: Any, pages: dict[str, str]) -> None:
    """The link to a quote takes the reader to it, and the address line has it."""
    from selenium.webdriver.common.keys import Keys

    show(browser, pages["nn"], WIDE, script=True)
    link = browser.find_element("css selector", "#sitat-1 .permalink")
    link.send_keys(Keys.ENTER)
    eventually(browser, lambda: browser.current_url.endswith("#sitat-1"))


def test_every_printed_page_of_a_draft_says_so(browser: Any, pages: dict[str, str]) -> None:
    """And none of a final document."""
    for name, expected in (("nn", True), ("final", False)):
        show(browser, pages[name], WIDE)
        printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
        texts = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(base64.b64decode(printed))]
        assert len(texts) > 1
        assert all(("Utkast – ikkje til publisering" in text) == expected for text in texts)


GAP = """
const box = document.querySelector('.contents'), text = document.createRange();
text.selectNodeContents(box.nextElementSibling);
const first = [...text.getClientRects()].find(one => one.height > 0);
return first.top - box.getBoundingClientRect().bottom;
"""


@pytest.mark.parametrize("name", ["nn", "final"])
def test_the_text_stands_apart_from_the_contents_on_a_telephone(browser: Any, pages: dict[str, str], name: str) -> None:
    """The first heading stood against the box."""
    show(browser, pages[name], NARROW)
    assert browser.execute_script(GAP) >= 16
