"""A real program of researchers reads the exported code book: Taguette, in a venv of its own, over its own pages.

Minutes, and a registry that can be reached: set CONSULT_TAGUETTE=1, or to the path of a Python that has Taguette.
"""

from __future__ import annotations

import csv
import io
import os
import re
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from consult.publish.exchange.code_lists import read_code_list
from consult.publish.exchange.codes import code_list
from tests.contract.conftest import Material

WANTED = os.environ.get("CONSULT_TAGUETTE", "")
PATIENCE = 120  # seconds until a loaded machine has started it
FRONTIER = "----consult"

pytestmark = pytest.mark.skipif(not WANTED, reason="set CONSULT_TAGUETTE=1 to install and start Taguette")


class Fields(HTMLParser):
    """Names and values of the fields of a form, ticked boxes among them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a browser would send."""
        given = dict(attrs)
        if tag == "input" and given.get("name") and (given.get("type") != "checkbox" or "checked" in given):
            self.found[given["name"] or ""] = given.get("value") or ("on" if given.get("type") == "checkbox" else "")


class Taguette:
    """Somebody at the pages of a running Taguette."""

    def __init__(self, address: str, token: str) -> None:
        self.address, self.cookies = address, CookieJar()
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(self.cookies))
        self.get(f"/?token={token}")

    def get(self, path: str) -> bytes:
        """A page or a file."""
        content: bytes = self.opener.open(f"{self.address}{path}", timeout=PATIENCE).read()
        return content

    def post(self, path: str, fields: dict[str, str]) -> tuple[str, bytes]:
        """Send a form: where that led, and the page there."""
        with self.opener.open(f"{self.address}{path}", urlencode(fields).encode(), timeout=PATIENCE) as answer:
            return str(answer.url), answer.read()

    def upload(self, path: str, content: bytes, fields: dict[str, str]) -> bytes:
        """Send a form with a file."""
        parts = [
            f'--{FRONTIER}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()
        ]
        head = f'--{FRONTIER}\r\nContent-Disposition: form-data; name="file"; filename="codes.csv"\r\n'
        body = "".join(parts).encode() + head.encode() + b"Content-Type: text/csv\r\n\r\n" + content
        address = f"{self.address}{path}"
        request = Request(address, body + f"\r\n--{FRONTIER}--\r\n".encode())  # noqa: S310 - our own server
        request.add_header("Content-Type", f"multipart/form-data; boundary={FRONTIER}")
        page: bytes = self.opener.open(request, timeout=PATIENCE).read()
        return page

    def import_codes(self, content: bytes) -> bytes:
        """Make a project, import a code book into it, and export the project's."""
        form = Fields(self.get("/project/new").decode()).found
        where, _ = self.post("/project/new", form | {"name": "Innspel", "description": ""})
        project = f"/project/{re.findall(r'/project/([0-9]+)', where)[0]}"
        form = Fields(self.get(f"{project}/import_codebook").decode()).found
        confirm = self.upload(f"{project}/import_codebook", content, {"_xsrf": form["_xsrf"]})
        self.post(f"{project}/import_codebook", Fields(confirm.decode()).found)
        return self.get(f"{project}/export/codebook.csv")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python that has Taguette."""
    if WANTED != "1":
        return WANTED
    folder = tmp_path_factory.mktemp("taguette")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    done = subprocess.run([python, "-m", "pip", "install", "-q", "taguette"], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("Taguette cannot be installed: no registry can be reached")
    return str(python)


@pytest.fixture(scope="module")
def taguette(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taguette]:
    """A running one, with an empty database and nobody's settings."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "-c", "from taguette.main import main; main()", "--no-browser", "--port", str(port)]
    log = home / "log"
    with log.open("wb") as told:
        running = subprocess.Popen(
            [*command, "--database", str(home / "taguette.sqlite3")], stdout=told, stderr=subprocess.STDOUT,
            cwd=home, env={**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
    try:
        yield Taguette(f"http://localhost:{port}", _token(log, running))
    finally:
        running.terminate()
        running.wait()


def _token(log: Path, running: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        found = re.search(r"\?token=(\w+)", log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[1]
        time.sleep(0.2)
    raise AssertionError(f"Taguette did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def test_taguette_imports_the_code_book_and_gives_it_back(
    taguette: Taguette, material: Material, tmp_path: Path
) -> None:
    """Every theme's name and keywords, through its import, database and export; brought back, nothing changed."""
    ours = code_list(material.analysis, material.run_info)
    exported = taguette.import_codes(ours)

    expected = {(row["tag"], row["description"].strip()) for row in rows(ours)}
    seen = {(row["tag"], row["description"].strip()) for row in rows(exported)}
    assert expected <= seen
    assert len(seen - expected) == 1  # `interesting`, which every new project of Taguette's has

    back = tmp_path / "codebook.csv"
    back.write_bytes(exported)
    recoding = read_code_list(back, material.analysis, material.consultation)
    assert (recoding.renamed, recoding.placed, recoding.dropped) == ({}, {}, ())
    assert [code.name for code in recoding.new_codes] == [name for name, _ in seen - expected]


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a list of codes."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
