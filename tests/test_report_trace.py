"""The trace by keyboard alone: conclusion, quote, marked source, response, and back; each step with an address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from consult.publish.report import quote_anchor, report
from tests import sample_analysis as sample
from tests.test_report_browser import WIDE, browser, eventually, pytestmark, show, violations

__all__ = ["browser", "pytestmark"]  # a fixture, and what the tests need
MOST = 400  # presses of Tab: more, and something cannot be reached


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the sample, beside the receipt of one source."""
    folder = tmp_path_factory.mktemp("trace")
    source = next(source for source in sample.sources() if source.path.startswith("mote"))
    info = {**sample.run_info(), "receipts": [source.source_id]}
    (folder / "report.html").write_bytes(report(sample.analysis(), sample.settings("nn"), info))
    (folder / "receipts").mkdir()
    marks = "".join(f'<p id="{p.passage_id}">x</p>' for p in sample.analysis().passages)
    (folder / "receipts" / f"{source.source_id}.html").write_text(
        f"<!doctype html><title>Kvittering</title>{marks}", encoding="utf-8"
    )
    return Path(folder / "report.html").as_uri()


def press(browser: Any, *keys: str) -> None:
    """Keys, to whatever has the focus."""
    from selenium.webdriver import ActionChains

    ActionChains(browser).send_keys(*keys).perform()


def tab_to(browser: Any, wanted: Callable[[Any], bool]) -> Any:
    """Press Tab until an element that is wanted has the focus."""
    from selenium.webdriver.common.keys import Keys

    for _ in range(MOST):
        press(browser, Keys.TAB)
        element = browser.switch_to.active_element
        if wanted(element):
            assert element.is_displayed()
            return element
    raise AssertionError("cannot be reached by Tab")


def leads_to(target: str) -> Callable[[Any], bool]:
    """Whether an element is a link to an address on the page."""
    return lambda element: str(element.get_attribute("href") or "").partition("#")[2] == target


def enter(browser: Any) -> str:
    """Follow what has the focus; the address afterwards."""
    from selenium.webdriver.common.keys import Keys

    before = browser.current_url
    press(browser, Keys.ENTER)
    eventually(browser, lambda: browser.current_url != before)
    return str(browser.current_url).partition("#")[2]


def step() -> tuple[Any, Any, Any]:
    """A conclusion, its first citation, and the theme of both."""
    analysis = sample.analysis()
    passage = next(one for one in analysis.passages if one.text.startswith("Data om innkjøp"))
    found = next(
        (conclusion, citation) for conclusion in analysis.conclusions for citation in conclusion.citations
        if citation.passage_id == passage.passage_id
    )  # fmt: skip
    return *found, next(theme for theme in analysis.themes if passage.passage_id in theme.passage_ids)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_whole_chain_and_back_by_keyboard(browser: Any, address: str, script: bool) -> None:
    """Tab and Enter alone: conclusion → quote → marked words → response → conclusion → quote → marked words → quote."""
    conclusion, citation, theme = step()
    passage, quote, answer = citation.passage_id, quote_anchor(citation), f"answer-{theme.theme_id}"
    show(browser, f"{address}#{conclusion.conclusion_id}", WIDE, script=script)
    try:
        tab_to(browser, leads_to(passage))
        assert enter(browser) == passage
        marked = browser.find_element("css selector", "mark.here, mark:target")
        assert marked.text.split() == citation.exact.split()
        tab_to(browser, leads_to(answer))
        assert enter(browser) == answer
        assert browser.find_element("id", answer).is_displayed()
        assert browser.switch_to.active_element == browser.find_element("id", answer)
        tab_to(browser, lambda element: leads_to(conclusion.conclusion_id)(element) or leads_to(answer)(element))
        assert enter(browser).startswith("c-")
        show(browser, f"{address}#{passage}", WIDE, script=script)
        tab_to(browser, leads_to(quote))
        assert enter(browser) == quote
        assert browser.switch_to.active_element == browser.find_element("id", quote)
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_chain_goes_on_to_the_receipt(browser: Any, address: str) -> None:
    """From the marked words to the receipt, at the same passage."""
    _, citation, _ = step()
    show(browser, f"{address}#{citation.passage_id}", WIDE)
    tab_to(browser, lambda element: "/receipts/" in str(element.get_attribute("href") or ""))
    assert enter(browser) == citation.passage_id
    assert browser.title == "Kvittering"


@pytest.mark.parametrize("kind", ["conclusion", "quote", "passage", "answer", "theme", "source"])
def test_every_step_opens_at_its_address(browser: Any, address: str, kind: str) -> None:
    """An address from an e-mail: what it names is unfolded, on the screen, and first in the order of Tab."""
    conclusion, citation, theme = step()
    target = {
        "conclusion": conclusion.conclusion_id, "quote": quote_anchor(citation), "passage": citation.passage_id,
        "answer": f"answer-{theme.theme_id}", "theme": theme.theme_id, "source": citation.source_id,
    }[kind]  # fmt: skip
    show(browser, f"{address}#{target}", WIDE)
    found = browser.find_element("id", target)
    assert found.is_displayed()
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", found)
    assert -5 <= top < 900


def test_an_open_source_has_the_address_of_its_words(browser: Any, address: str) -> None:
    """With the panel open the address is the passage's; closed, the quote's: either can be pasted."""
    from selenium.webdriver.common.keys import Keys

    _, citation, _ = step()
    show(browser, f"{address}#{quote_anchor(citation)}", WIDE)
    tab_to(browser, leads_to(citation.passage_id))
    assert enter(browser) == citation.passage_id
    press(browser, Keys.ESCAPE)
    # A dialog tells that it closed in a task of its own: the key's answer may come before it.
    eventually(browser, lambda: browser.current_url.partition("#")[2] == quote_anchor(citation))
    assert leads_to(citation.passage_id)(browser.switch_to.active_element)


def test_the_ways_have_no_violations(browser: Any, address: str) -> None:
    """With the links of a marked passage shown, axe-core finds nothing."""
    _, citation, _ = step()
    show(browser, f"{address}#{citation.passage_id}", 320)
    assert browser.find_element("css selector", "mark:target + .up + .here-ways").is_displayed()
    assert violations(browser) == []
