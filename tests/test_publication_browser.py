"""What is published in a real browser: axe-core, reflow, the trace by keyboard alone, and the finder of receipts."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from consult.publish.shelf import Shelf, internal_files, public_files
from tests import sample_analysis as sample
from tests.publication_cases import material
from tests.test_report_browser import NARROW, WIDE, browser, eventually, overhang, pytestmark, show, violations

__all__ = ["browser", "pytestmark"]

LANGUAGES = ("nn", "nb", "en", "da", "sv")
SPOKEN = {"nn", "nb", "en"}
"""What the sample's contributors write."""
PAGES = [
    *(f"public/{name}.{language}.html" for name in ("feedback", "contributions") for language in LANGUAGES),
    "public/index.html", *(f"public/index.{language}.html" for language in LANGUAGES[1:]),
    "public/receipts/index.html", *(f"public/receipts/index.{language}.html" for language in LANGUAGES[1:]),
    "internal/feedback.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's edition as pages in a folder; Word and PDF files have tests of their own."""
    folder = tmp_path_factory.mktemp("edition")
    whole, public = Shelf(material(languages=LANGUAGES)), Shelf(material(languages=LANGUAGES, whole=False))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("consult.publish.shelf.FORMS", ("html",))
        patched.setattr("consult.publish.shelf.LETTER_FORMS", ("html",))
        for name, content in (*internal_files(whole), *public_files(public)):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return folder


def receipts(edition: Path) -> list[Path]:
    """The internal receipts, those with most on them first."""
    return sorted((edition / "internal" / "receipts").glob("*.html"), key=lambda path: -path.stat().st_size)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_axe_violations_or_scrolls_sideways(browser: Any, edition: Path, name: str, width: int) -> None:
    """Feedback, contributions, start page and finder, in five languages, narrow and wide."""
    show(browser, (edition / name).as_uri(), width, unfold=True)
    assert violations(browser) == []
    assert overhang(browser) == 0


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_receipt_has_axe_violations(browser: Any, edition: Path, width: int) -> None:
    """Each of them, also that of what could not be read; nn, nb and en come along."""
    seen = set()
    for path in receipts(edition):
        show(browser, path.as_uri(), width)
        assert violations(browser) == [], path.name
        assert overhang(browser) == 0, path.name
        seen.add(browser.execute_script("return document.documentElement.lang"))
    assert seen >= SPOKEN


def here(browser: Any) -> tuple[str, str]:
    """The page's name, and the address in it."""
    address = unquote(browser.current_url)
    return address.rsplit("/", 1)[-1].partition("#")[0], address.partition("#")[2]


def press(browser: Any, selector: str) -> None:
    """Go to a link by the keyboard's means: focus and Enter."""
    from selenium.webdriver.common.keys import Keys

    link = browser.find_element("css selector", selector)
    browser.execute_script("arguments[0].focus()", link)
    assert browser.switch_to.active_element == link
    before = browser.current_url
    link.send_keys(Keys.ENTER)
    eventually(browser, lambda: browser.current_url != before)


def test_from_conclusion_to_quote_to_source_to_answer_and_back_by_keyboard(browser: Any, edition: Path) -> None:
    """Inside: conclusion → numbered quote → marked words on the receipt → fate → conclusion; and the answer there."""
    conclusion = sample.analysis().conclusions[0]
    show(browser, (edition / "internal" / "feedback.html").as_uri(), WIDE)
    press(browser, f'[id="{conclusion.conclusion_id}"] a[href^="#c-"]')
    _, quote = here(browser)
    press(browser, f'[id="{quote}"] cite a')
    page, passage = here(browser)
    assert page.startswith("s-")
    assert browser.find_element("id", passage).is_displayed()
    press(browser, f'a[href="#fate-{passage}"]')
    assert here(browser)[1] == f"fate-{passage}"
    press(browser, f'a[href^="../feedback.html#{conclusion.conclusion_id}"]')
    page, address = here(browser)
    assert page == "feedback.html"
    assert address.startswith(conclusion.conclusion_id)
    assert browser.find_elements("css selector", f'[id^="answer-{conclusion.theme_id}-"]')


def test_the_public_trace_leads_through_the_contributions(browser: Any, edition: Path) -> None:
    """Outside: quote → marked words → conclusion, and no page on the way is named by a code."""
    show(browser, (edition / "public" / "feedback.nn.html").as_uri(), WIDE)
    press(browser, "figure.quote cite a")
    page, passage = here(browser)
    assert page == "contributions.nn.html"
    assert browser.find_element("id", passage).tag_name in ("span", "mark")
    press(browser, f'[id="{passage}"] + a')
    page, address = here(browser)
    assert page == "feedback.nn.html"
    assert browser.find_element("id", address).is_displayed()


def test_the_finder_opens_the_receipt_of_a_code_as_people_type_it(browser: Any, edition: Path) -> None:
    """From a folder, in small letters and with blanks; a slip gives a sentence and keeps the focus in the field."""
    from selenium.webdriver.common.keys import Keys

    code = next(iter(material().codes.values()))
    show(browser, (edition / "public" / "receipts" / "index.html").as_uri(), WIDE)
    browser.get_log("browser")
    field = browser.find_element("css selector", "form input")
    field.send_keys(code[:-1], Keys.ENTER)
    assert "ikkje ein kvitteringskode" in browser.find_element("css selector", "form [role='alert']").text
    assert browser.switch_to.active_element == field
    assert violations(browser) == []
    field.clear()
    field.send_keys(code.lower().replace("-", " "), Keys.ENTER)
    eventually(browser, lambda: here(browser)[0] == f"{code}.html")
    assert code in browser.find_element("id", "code").text
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_without_script_the_finder_says_what_to_do(browser: Any, edition: Path) -> None:
    """No form that does nothing: a sentence with the form of the address instead."""
    show(browser, (edition / "public" / "receipts" / "index.html").as_uri(), NARROW, script=False)
    try:
        assert not browser.find_elements("css selector", "form")
        assert "index.html" in browser.find_element("id", "form").text
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
