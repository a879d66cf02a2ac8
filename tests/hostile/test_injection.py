"""What contributors, settings and officers wrote, in every field and every file: nothing runs, nothing is lost.

The pages are opened in Chromium from a server of ours, so that whatever they ask for is seen twice: by the browser's
own log and by the server. Word files are opened in LibreOffice, workbooks in two readers that know nothing of us.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import shutil
import subprocess
import threading
import unicodedata
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
import python_calamine
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl.utils.escape import unescape

from tests.hostile.injected import Injected, make
from tests.hostile.payloads import ELSEWHERE, HIT, PAYLOADS, SUM, lost, skeleton
from tests.test_report_browser import FLAGS

pytestmark = pytest.mark.slow
BATCH = 40  # pages that are open at once
NEEDS_BROWSER = pytest.mark.skipif(
    not (shutil.which("chromedriver") and (shutil.which("chromium") or shutil.which("google-chrome"))),
    reason="needs Chromium and chromedriver (Debian: apt-get install chromium chromium-driver)",
)
LOOK = """
const [pages, flag, elsewhere, done] = arguments;
document.body.replaceChildren();
const look = (frame, page) => {
  const inner = frame.contentDocument, found = [];
  for (const fold of inner.querySelectorAll('details')) fold.open = true;
  for (const one of inner.querySelectorAll('*')) {
    for (const {name, value} of one.attributes) {
      if (/^on/i.test(name)) found.push(`${one.localName} ${name}`);
      if (/^(href|src|action|data|formaction|xlink:href|srcdoc|style|background)$/i.test(name)
          && (/^\\s*(javascript|data|vbscript):/i.test(value) || value.includes(elsewhere)))
        found.push(`${one.localName} ${name}=${value}`);
    }
    if (/^(iframe|object|embed|form|base|img|math|mglyph|link|textarea)$/.test(one.localName))
      found.push(one.localName);
  }
  const scripts = [...inner.querySelectorAll('script')].map(one => one.textContent);
  return {page, found, scripts, ran: Boolean(frame.contentWindow[flag]), title: inner.title,
          words: inner.body.innerText, styles: inner.querySelectorAll('style').length};
};
Promise.all(pages.map(page => new Promise(ended => {
  const frame = document.createElement('iframe');
  frame.width = 1200;
  frame.onload = () => setTimeout(() => ended(look(frame, page)), 50);
  frame.src = page;
  document.body.append(frame);
}))).then(done);
"""


@pytest.fixture(scope="module")
def injected(tmp_path_factory: pytest.TempPathFactory) -> Injected:
    """The consultation, run and published once for all tests."""
    return make(tmp_path_factory.mktemp("innslag"))


def every(injected: Injected, *suffixes: str) -> list[Path]:
    """All files of these kinds."""
    found = sorted(path for path in injected.out.rglob("*") if path.suffix in suffixes and path.is_file())
    assert found, suffixes
    return found


def test_there_are_sixty() -> None:
    """As many as were promised, and each is told from the others."""
    assert len(PAYLOADS) >= 60
    assert lost(" ".join(PAYLOADS.values())) == []
    assert lost(" ".join([*PAYLOADS.values()][1:])) == [next(iter(PAYLOADS))]


def test_the_way_is_gone_to_its_end(injected: Injected) -> None:
    """No command ends with a defect or a refusal, and the laws hold."""
    told = "\n".join(injected.said.values())
    assert "Traceback" not in told
    assert "nothing is published" not in injected.said["publish"], injected.said["publish"][:800]
    assert [name for name, said in injected.said.items() if not said.strip() or said.startswith("consult:")] == []
    assert "BROKEN" not in injected.said["check"]


# -- pages ------------------------------------------------------------------------------------------------


class Witness(SimpleHTTPRequestHandler):
    """Serves the output folder, and remembers what it was asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        """Give a file, or an empty page to hold others."""
        self.asked.append(unquote(self.path))
        if self.path == "/tom":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>tom</title>")
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def pages(injected: Injected) -> Iterator[dict[str, Any]]:
    """Every page as a browser shows it, what the browser and the server were asked for, and what the policy refused."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    asked: list[str] = []
    handler = type("Handler", (Witness,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(injected.out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    options.set_capability("unhandledPromptBehavior", "ignore")  # an alert is an error of the next command
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield opened(driver, f"http://127.0.0.1:{server.server_address[1]}", injected) | {"asked": asked}
    finally:
        driver.quit()
        server.shutdown()
        server.server_close()


def opened(driver: Any, home: str, injected: Injected) -> dict[str, Any]:
    """Open all pages, some at a time."""
    driver.set_script_timeout(120)
    paths = [f"/{quote(path.relative_to(injected.out).as_posix())}" for path in every(injected, ".html")]
    shown: list[dict[str, Any]] = []
    for at in range(0, len(paths), BATCH):
        driver.get(f"{home}/tom")
        shown += driver.execute_async_script(LOOK, paths[at : at + BATCH], HIT, ELSEWHERE)
        assert driver.title == "tom"
        assert not driver.execute_script(f"return window.{HIT}")
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    sent = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return {"home": home, "paths": paths, "shown": shown, "sent": sent, "said": driver.get_log("browser")}


browser = pytest.mark.browser


@browser
@NEEDS_BROWSER
def test_nothing_runs_in_any_page(pages: dict[str, Any]) -> None:
    """No flag, no element or attribute that could, no script or style but ours, and the title is the page's."""
    assert len(pages["shown"]) == len(pages["paths"]) > 100
    for page in pages["shown"]:
        assert not page["ran"], page["page"]
        finder = page["page"].startswith("/public/receipts/index.")  # its form is ours, and sends nothing
        assert page["found"] == (["form"] if finder else []), page["page"]
        assert len(page["scripts"]) <= 1, page["page"]
        assert page["title"] not in ("", HIT), page["page"]
    assert len({script for page in pages["shown"] for script in page["scripts"]}) <= 3


@browser
@NEEDS_BROWSER
def test_no_page_asks_for_anything(pages: dict[str, Any]) -> None:
    """Neither another machine nor a file beside it; and nothing came so far that the policy had to stop it."""
    allowed = {pages["home"] + path for path in (*pages["paths"], "/tom", "/favicon.ico")}
    assert [url for url in pages["sent"] if url not in allowed and not url.startswith("about:")] == []
    assert {f"{pages['home']}{quote(path)}" for path in pages["asked"]} <= allowed
    assert [one["message"] for one in pages["said"] if "favicon" not in one["message"]] == []


@browser
@NEEDS_BROWSER
def test_every_text_can_be_read_in_a_page(pages: dict[str, Any]) -> None:
    """Whole, in the coordinator's pages and in those for everybody."""
    for view in ("/internal/", "/public/"):
        said = "\n".join(page["words"] for page in pages["shown"] if page["page"].startswith(view))
        assert lost(said) == [], view


@browser
@NEEDS_BROWSER
def test_the_browser_would_have_seen_it(pages: dict[str, Any], tmp_path: Path) -> None:
    """Sabotage twin: one text written into a page as it is runs, asks, and stands where the tests look."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    assert pages["shown"]
    page = tmp_path / "raa.html"
    page.write_text(f"<title>t</title>{PAYLOADS['bilete']}{PAYLOADS['lenkja']}", encoding="utf-8")
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        driver.get(page.as_uri())
        assert driver.execute_script(f"return window.{HIT}") == 1
        assert any(ELSEWHERE in entry["message"] for entry in driver.get_log("performance"))
    finally:
        driver.quit()


# -- tables -----------------------------------------------------------------------------------------------


def test_workbooks_hold_text_and_nothing_else(injected: Injected) -> None:
    """No formula, no link, no macro, no connection; every text stands in one of them, in two readers."""
    said: dict[str, list[str]] = {"openpyxl": [], "calamine": []}
    for path in every(injected, ".xlsx"):
        with zipfile.ZipFile(path) as package:
            assert not [one for one in package.namelist() if re.search(r"vba|externalLink|connection|embed", one)]
            for name in package.namelist():
                if name.startswith("xl/worksheets/sheet"):
                    assert not re.search(rb"<(?:\w+:)?(?:f|hyperlink)[ >/]", package.read(name)), (path, name)
        for sheet in openpyxl.load_workbook(path).worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
                assert cell.data_type != "f", (path, cell.coordinate)
                assert cell.hyperlink is None
                said["openpyxl"].append(unescape(str(cell.value)))
        with python_calamine.load_workbook(path) as book:
            for name in book.sheet_names:
                said["calamine"] += [str(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row]
    for reader, cells in said.items():
        assert lost("\n".join(cells)) == [], reader
        assert SUM not in cells


def test_cells_that_look_like_formulas_are_marked(injected: Injected) -> None:
    """They stay text when somebody edits them (docs/decisions/0008-cells-that-look-like-formulas.md)."""
    sheet = openpyxl.load_workbook(injected.out / "tables.xlsx")["passages"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if str(cell.value or "").startswith(("=", "@"))]
    assert len(cells) > 3
    assert all(cell.quotePrefix for cell in cells)


def test_tables_are_exact(injected: Injected) -> None:
    """In CSV each text is what was read, to the sign, with no sign more or less; and every text is in them."""
    for folder in (injected.out / "tables", injected.out / "public" / "tables"):
        for path in folder.glob("*.csv"):
            rows = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
            assert len({len(row) for row in rows}) == 1, path
    said = []
    for name in ("passages", "set_aside"):
        with (injected.out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            said += [row["text"] for row in csv.DictReader(file)]
    assert lost("\n".join(said)) == []
    for word in ("formel", "krollalfa", "skript", "jinja", "skal", "instruks"):  # of one line, without controls
        assert any(PAYLOADS[word] in text for text in said), word


FIELD = r'\s*(?:PAGE|NUMPAGES|TOC \\o "1-\d"(?: \\[nh])*)\s*'

# -- documents --------------------------------------------------------------------------------------------


def test_word_files_have_no_fields_of_others(injected: Injected) -> None:
    """Fields count pages and nothing else; links lead to places in the file, its siblings and the settings' address."""
    said = []
    for path in every(injected, ".docx"):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if not name.endswith((".xml", ".rels")):
                    continue
                root = etree.fromstring(package.read(name))
                fields = [str(one.text) for one in root.iter("{*}instrText")]
                fields += [value for one in root.iter("{*}fldSimple") for value in one.attrib.values()]
                assert all(re.fullmatch(FIELD, one) for one in fields), (path, fields)
                outside = [one.get("Target") for one in root.iter("{*}Relationship") if one.get("TargetMode")]
                assert not [one for one in outside if re.match(r"\w+:(?!//example\.org)", one)], (path, outside)
        document = docx.Document(str(path))
        said += ["".join(one.itertext()) for one in document.element.body.iter("{*}p")]
    assert lost("\n".join(said)) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_works_nothing_out(injected: Injected, tmp_path: Path) -> None:
    """The text that it makes of the document holds what the document holds; no field was followed."""
    source = injected.out / "internal" / "feedback.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, source],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    shown = (tmp_path / "feedback.txt").read_text(encoding="utf-8")
    inside = "\n".join("".join(one.itertext()) for one in docx.Document(str(source)).element.body.iter("{*}p"))
    assert set(lost(shown)) <= set(lost(inside))
    assert len(lost(shown)) < len(PAYLOADS)
    assert "root:x:" not in shown
    assert SUM not in shown


def test_pdfs_do_nothing(injected: Injected) -> None:
    """No script, no action, no file inside, no link elsewhere; the words can be read."""
    for path in every(injected, ".pdf"):
        with pikepdf.open(path) as pdf:
            for thing in pdf.objects:
                assert_still(thing, path)
        with pypdfium2.PdfDocument(path) as document:
            shown = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert len(lost(shown.replace("-", ""))) < len(PAYLOADS)
        assert SUM not in skeleton(shown).replace("7*191", "")


def assert_still(thing: Any, path: Path) -> None:
    """One object of a PDF: no action but going to a place."""
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    keys = set(thing.keys())
    assert not keys & {"/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/EmbeddedFile", "/XFA", "/Launch"}, (path, keys)
    if "/URI" in keys and isinstance(thing["/URI"], pikepdf.String):
        assert ELSEWHERE not in str(thing["/URI"]).removeprefix("https://example.org/"), path
        assert not re.match(r"\s*(javascript|data|file):", str(thing["/URI"]), re.IGNORECASE)


def test_markdown_has_no_markup_of_others(injected: Injected) -> None:
    """Links lead within the file, to its siblings and the settings' address; no picture; of HTML our anchors only."""
    parser = MarkdownIt("gfm-like", {"linkify": True, "html": True})
    for path in every(injected, ".md"):
        if path.name.startswith("README"):
            continue
        text = path.read_text(encoding="utf-8")
        tokens = [one for token in parser.parse(text) for one in (token, *(token.children or ()))]
        links = [str(one.attrGet("href")) for one in tokens if one.type == "link_open"]
        assert not [one for one in links if re.match(r"(?!https://example\.org/)[\w+.-]+:", one)], path
        assert not [one for one in tokens if one.type in ("image", "code_block", "fence")]
        html = [one.content for one in tokens if one.type in ("html_inline", "html_block")]
        ours = r'(?:<a id="[\w.:-]*">|</a>|</?(?:strong|em|br)\s*/?>|<!-- -->|\s)+'
        assert not [one for one in html if not re.fullmatch(ours, one)], path


# -- what programs read -------------------------------------------------------------------------------------


def test_json_and_xml_are_whole(injected: Injected) -> None:
    """Each parses; XML has neither document type nor entities; texts come back from the exchange files."""
    parsed = [json.loads(path.read_text(encoding="utf-8")) for path in every(injected, ".json", ".jsonld")]
    said = [json.dumps(one, ensure_ascii=False) for one in parsed]
    for path in every(injected, ".qdc", ".qdpx"):
        files = {path.name: path.read_bytes()}
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                files = {name: package.read(name) for name in package.namelist()}
                assert not [name for name in files if name.startswith("/") or ".." in name.split("/")]
        for name, content in files.items():
            if name.endswith((".qdc", ".qde")):
                tree = etree.fromstring(content).getroottree()
                assert not tree.docinfo.doctype
            else:
                said.append(content.decode())
    assert lost("\n".join(said).replace("\r", "\n")) == []


def test_files_are_named_by_us(injected: Injected) -> None:
    """No file that we write bears what others wrote in its name."""
    names = [path.relative_to(injected.out).as_posix() for path in injected.out.rglob("*")]
    assert not [name for name in names if re.search(r"z[qbsm]|[^\w./-]", name)]


# -- the terminal -------------------------------------------------------------------------------------------


def test_terminals_get_no_orders(injected: Injected) -> None:
    """Controls and turns of direction are shown as what they are, in whatever command prints them."""
    for name, said in injected.said.items():
        acting = {sign for sign in said if unicodedata.category(sign) == "Cc" and sign not in "\n\t"}
        turning = {sign for sign in said if unicodedata.bidirectional(sign) in TURNS}
        assert not acting | turning, name


TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_terminals_show_what_was_written(injected: Injected) -> None:
    """With pictures of its controls, and the turns of direction written out."""
    assert "␛]0;innslag␇␛[2J" in injected.said["trace"]
    assert "\\u202etxt.exe\\u202c" in injected.said["privacy"] + injected.said["log"]
