"""Take the pictures of the documentation anew: `python docs/pictures/take.py`, with Chromium on the machine.

It runs the constructed consultation in a folder of its own, so that no picture shows anybody's paths, and
photographs what a reader would see: the end of a run, the page, a quote in its source, and a check that
found damage.
"""

from __future__ import annotations

import html
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpora" / "ogp-norge-2026"
WIDTH, HEIGHT = 1180, 800
QUOTES = 3  # a theme with so many shows what a conclusion looks like
TERMINAL = (
    "<body style='margin:0;background:#1e2430;color:#e6e9ef;font:15px/1.45 \"DejaVu Sans Mono\",monospace'>"
    "<pre style='margin:0;padding:20px 24px;white-space:pre-wrap'>{text}</pre>"
)


def consult(folder: Path, *arguments: str) -> str:
    """What a command prints on stdout, below the line that calls it."""
    command = [sys.executable, "-m", "consult", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 -- our own
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return f"$ consult {' '.join(arguments)}\n\n{done.stdout}"


def browser() -> webdriver.Chrome:
    """A Chromium without a window."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"):
        options.add_argument(argument)
    driver = shutil.which("chromedriver")
    if driver is None:
        raise SystemExit("chromedriver is not installed; on Debian: apt install chromium chromium-driver")
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def photograph_text(driver: webdriver.Chrome, text: str, name: str, folder: Path) -> None:
    """A terminal with `text` in it, as high as the text."""
    page = folder / "terminal.html"
    page.write_text("<!doctype html><meta charset=utf-8>" + TERMINAL.format(text=html.escape(text)), encoding="utf-8")
    driver.get(page.as_uri())
    driver.find_element(By.TAG_NAME, "pre").screenshot(str(HERE / f"{name}.png"))


def damage(ledger: Path) -> None:
    """Change one letter of one quote by hand, as nobody should."""
    with sqlite3.connect(ledger) as connection:
        first = connection.execute("SELECT conclusion_id, passage_id FROM citations LIMIT 1").fetchone()
        connection.execute(
            "UPDATE citations SET exact = 'X' || substr(exact, 2) WHERE conclusion_id = ? AND passage_id = ?", first
        )


def photograph_page(driver: webdriver.Chrome, report: Path) -> None:
    """The overview, the flow, a theme with its quotes, and a quote opened in its source."""
    driver.get(report.as_uri())
    for anchor, name in (("brief", "report-summary"), ("flow", "flow")):
        show(driver, driver.find_element(By.ID, anchor), "start")
        driver.save_screenshot(str(HERE / f"{name}.png"))
    theme = next(found for found in driver.find_elements(By.CSS_SELECTOR, ".theme") if len(quotes_of(found)) >= QUOTES)
    show(driver, theme, "start")
    driver.save_screenshot(str(HERE / "theme.png"))
    quote = quotes_of(theme)[QUOTES - 1]
    show(driver, quote, "center")
    quote.click()
    time.sleep(0.5)  # the panel slides in
    driver.save_screenshot(str(HERE / "quote.png"))


def quotes_of(theme: WebElement) -> list[WebElement]:
    """The quotes of a theme that stand open."""
    return [quote for quote in theme.find_elements(By.CSS_SELECTOR, ".quote blockquote a") if quote.is_displayed()]


def show(driver: webdriver.Chrome, element: WebElement, where: str) -> None:
    """Scroll to an element at once."""
    driver.execute_script(f"arguments[0].scrollIntoView({{block: '{where}', behavior: 'instant'}})", element)
    time.sleep(0.2)


def main() -> None:
    """Run, look, damage, check."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(CORPUS, folder / "corpora" / CORPUS.name)
        ran = consult(folder, "run", f"corpora/{CORPUS.name}")
        out = folder / "outputs" / CORPUS.name
        driver = browser()
        try:
            photograph_text(driver, ran, "run", folder)
            photograph_page(driver, out / "internal" / "report.html")
            damage(out / "ledger.db")
            photograph_text(driver, consult(folder, "check", "--in", f"outputs/{CORPUS.name}"), "check", folder)
        finally:
            driver.quit()


if __name__ == "__main__":
    main()
