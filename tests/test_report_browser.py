"""The report in a real browser: axe-core, reflow, keyboard, with and without script."""

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from consult.publish.charts import COLUMNS, WIDTH
from consult.publish.report import report
from tests import sample_analysis as sample

ROOT = Path(__file__).parent.parent
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--no-first-run", "--force-prefers-reduced-motion",
)  # fmt: skip
NARROW, WIDE = 320, 1280

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (shutil.which("chromedriver") and (shutil.which("chromium") or shutil.which("google-chrome"))),
        reason="needs Chromium and chromedriver (Debian: apt-get install chromium chromium-driver)",
    ),
]


def axe_source() -> str:
    """axe-core: the newest from node_modules, where somebody put it there, else the one of axe-core-python."""
    paths = [ROOT / "node_modules" / "axe-core" / "axe.min.js"]
    found = importlib.util.find_spec("axe_core_python")
    if found and found.origin:
        paths.append(Path(found.origin).parent / "axe.min.js")
    for path in paths:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    pytest.skip("needs axe-core (pip install axe-core-python, or npm install --no-save axe-core)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of the sample's page in three languages, and of the hostile one."""
    folder = tmp_path_factory.mktemp("pages")
    made = {
        language: report(sample.analysis(), sample.settings(language), sample.run_info())
        for language in ("nn", "nb", "en")
    }
    made["drafted"] = report(sample.drafted(), sample.settings(), sample.run_info())
    made["hostile"] = report(sample.drafted(sample.hostile()), sample.settings(title=sample.HOSTILE), sample.run_info())
    for name, content in made.items():
        (folder / f"{name}.html").write_bytes(content)
    return {name: (folder / f"{name}.html").as_uri() for name in made}


def show(
    browser: Any, address: str, width: int, *, dark: bool = False, script: bool = True, unfold: bool = False
) -> None:
    """Open a page at a width and in a colour scheme."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    browser.get("about:blank")
    browser.get(address)
    if unfold:
        browser.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")


def eventually(browser: Any, holds: Callable[[], bool]) -> None:
    """Wait until something holds that the browser does in a task of its own; a TimeoutException after ten seconds."""
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser, 10, poll_frequency=0.02).until(lambda _: holds())


def violations(browser: Any) -> list[str]:
    """Every rule of axe-core that the page breaks, with the first element that does."""
    browser.execute_script(axe_source())
    found = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document).then(result => done(result.violations.map(v => `${v.id}: ${v.nodes[0].html}`)))"
    )
    return list(found)


def overhang(browser: Any) -> int:
    """By how many pixels the page is wider than what the screen shows of it."""
    root = "document.scrollingElement"
    return int(browser.execute_script(f"return {root}.scrollWidth - {root}.clientWidth"))


@pytest.mark.parametrize("unfold", [False, True], ids=["folded", "unfolded"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_axe_violations(browser: Any, pages: dict[str, str], width: int, dark: bool, unfold: bool) -> None:
    """axe-core finds nothing, narrow and wide, light and dark, folded and unfolded."""
    show(browser, pages["nn"], width, dark=dark, unfold=unfold)
    assert violations(browser) == []


@pytest.mark.parametrize("name", ["nb", "en", "drafted", "hostile"])
def test_no_axe_violations_in_other_pages(browser: Any, pages: dict[str, str], name: str) -> None:
    """Neither in the other languages nor where contributors wrote markup."""
    show(browser, pages[name], NARROW, unfold=True)
    assert violations(browser) == []


def test_axe_finds_what_is_broken(browser: Any, pages: dict[str, str]) -> None:
    """Sabotage twin: without a language and with a doubled landmark, axe-core objects."""
    show(browser, pages["nn"], WIDE)
    browser.execute_script("document.documentElement.removeAttribute('lang')")
    browser.execute_script("document.querySelector('.quote a').textContent = ''")
    assert {fault.partition(":")[0] for fault in violations(browser)} >= {"html-has-lang", "link-name"}


@pytest.mark.parametrize("name", ["nn", "drafted", "hostile"])
@pytest.mark.parametrize("unfold", [False, True], ids=["folded", "unfolded"])
def test_nothing_scrolls_sideways(browser: Any, pages: dict[str, str], name: str, unfold: bool) -> None:
    """At 320 pixels the page is as wide as the screen; pictures and tables scroll within themselves."""
    show(browser, pages[name], NARROW, unfold=unfold)
    assert overhang(browser) == 0


def test_labels_of_the_picture_have_room(browser: Any, pages: dict[str, str]) -> None:
    """No label of the picture runs out of it or over the boxes of the next column."""
    show(browser, pages["nn"], WIDE)
    labels = "document.querySelectorAll('.picture text')"
    boxes = browser.execute_script(f"return [...{labels}].map(t => [t.getBBox().x, t.getBBox().x + t.getBBox().width])")
    assert boxes
    for left, right in boxes:
        assert 0 <= left <= right <= WIDTH
        assert right <= COLUMNS[0] or left > COLUMNS[2] or right <= COLUMNS[2]


def test_the_policy_is_kept(browser: Any, pages: dict[str, str]) -> None:
    """The browser reports no refused style or script, and no error."""
    browser.get_log("browser")
    for name in ("nn", "hostile"):
        show(browser, pages[name], WIDE, unfold=True)
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_a_quote_opens_its_source_with_the_passage_marked(browser: Any, pages: dict[str, str]) -> None:
    """Each visible quote opens a panel where the same words are marked; Escape gives the focus back to the quote."""
    from selenium.webdriver.common.keys import Keys

    show(browser, pages["nn"], WIDE, unfold=True)
    quotes = browser.find_elements("css selector", ".quote blockquote a")
    assert len(quotes) == len(sample.analysis().passages)
    for link in quotes:
        words = link.text
        link.send_keys(Keys.ENTER)
        assert browser.find_element("css selector", "dialog[open] mark.here").text.split() == words.split()
        browser.switch_to.active_element.send_keys(Keys.ESCAPE)
        assert not browser.find_elements("css selector", "dialog[open]")
        eventually(browser, lambda opener=link: browser.switch_to.active_element == opener)


def test_the_open_panel_has_no_violations(browser: Any, pages: dict[str, str]) -> None:
    """With a source open beside the text, axe-core still finds nothing, and nothing scrolls sideways."""
    for width in (NARROW, WIDE):
        show(browser, pages["nn"], width)
        browser.execute_script("document.querySelector('.quote').click()")
        assert browser.find_elements("css selector", "dialog[open]")
        assert violations(browser) == []
        assert overhang(browser) == 0


def test_the_panel_leads_back_to_the_theme(browser: Any, pages: dict[str, str]) -> None:
    """The arrow behind a marked passage closes the panel and shows its theme."""
    show(browser, pages["nn"], WIDE)
    browser.execute_script("document.querySelector('.quote').click()")
    arrow = browser.find_element("css selector", "dialog mark.here + a")
    target = arrow.get_attribute("href").partition("#")[2]
    arrow.click()
    assert not browser.find_elements("css selector", "dialog[open]")
    assert browser.execute_script("return document.querySelector(':target').id") == target


def test_without_script_a_quote_leads_to_its_passage(browser: Any, pages: dict[str, str]) -> None:
    """The link opens the folded source and shows the marked passage; its arrow leads back to the theme."""
    show(browser, pages["nn"], WIDE, script=False)
    try:
        link = browser.find_element("css selector", ".quote blockquote a")
        words, target = link.text, link.get_attribute("href").partition("#")[2]
        link.click()
        mark = browser.find_element("id", target)
        assert mark.is_displayed()
        assert mark.text == words
        assert browser.find_elements("css selector", f"mark:target[id='{target}']")
        browser.find_element("css selector", f"#{target} + a").click()
        assert browser.find_element("css selector", "article:target").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_everything_can_be_reached_by_keyboard(browser: Any, pages: dict[str, str]) -> None:
    """Tab goes first to the skip link and then through every link, fold and scrolling region, with a ring."""
    from selenium.webdriver.common.keys import Keys

    show(browser, pages["nn"], WIDE)
    count = browser.execute_script(
        "return [...document.querySelectorAll('a, summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length"
    )
    reached, rings = set(), set()
    for step in range(count):
        browser.find_element("css selector", "body").send_keys(Keys.TAB) if not step else (
            browser.switch_to.active_element.send_keys(Keys.TAB)
        )
        focus = browser.switch_to.active_element
        reached.add(focus.id)
        rings.add(focus.value_of_css_property("outline-width"))
        if not step:
            assert focus.get_attribute("class") == "skip"
            assert focus.is_displayed()
    assert len(reached) == count
    assert rings == {"3px"}


def test_contributors_text_runs_nothing(browser: Any, pages: dict[str, str]) -> None:
    """No dialog of a hostile script appears, and the text stands there to be read."""
    show(browser, pages["hostile"], WIDE, unfold=True)
    assert browser.execute_script("return document.scripts.length") == 1
    assert "<script>alert('x')</script>" in browser.find_element("css selector", ".text").text


def test_folds_open_for_print(browser: Any, pages: dict[str, str]) -> None:
    """What a conclusion counts is on paper too; whole sources are not."""
    show(browser, pages["nn"], WIDE)
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.execute_script("return document.querySelectorAll('.statement details:not([open])').length") == 0
    assert browser.execute_script("return document.querySelectorAll('details.source[open]').length") == 0
