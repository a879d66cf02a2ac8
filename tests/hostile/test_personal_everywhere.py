"""Personal data in every corner of files, in every writing: nothing of it stands in any byte of what is published.

The people are made up; numbers are synthetic, addresses and domains lead nowhere.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment

from consult.publication import publish
from consult.run import Finished, run
from tests.conftest import HashEncoder
from tests.privacy_cases import norwegian
from tests.test_run import FRAMEWORK

ONE, OTHER = norwegian(12, 83, 76, 100), norwegian(3, 84, 61, 222)
LETTER = f"""Til kommunen

jeg heter solveig tangerud-myhre og bor i fjellkrokveien 14 b, 3999 bortegrenda.
Fødselsnummeret mitt er {ONE[:6]}
{ONE[6:]} og det gamle var {OTHER[:6]}\u200b{OTHER[6:]}. Igjen: {ONE[:6]}\u00a0{ONE[6:]}.
Skriv til solveig.tangerud (at) postkassa (dot) example eller solveig [krøllalfa] postkassa [punktum] example.
Ring fire fire null en to tre fire fem, eller 4 4 0 1 2 3 4 6, eller 440-12-347, eller (+47) 440 12 348.

Kommunen bør legge ut alle saksdokumenter på nettet før møtet.

Hilsen
Solveig
"""
NOTES = """# Bord 4

Deltakere: Liv S. Tangerudbakk, T. Ålmo

- liv s. tangerudbakk: kurs på biblioteket må være gratis
- ![Bilde](foto-solveig-tangerud-myhre.jpg)
- Ta kontakt med @oddvar_krakmoen eller oddvar.krakmoen på gmail punktum com
"""
FORM = """id;navn;telefon;født;svar
1;Anne-Sofie Brattvoll;44012354;12.03.1961;Bussen må gå oftere til legevakten.
2;Per;;11.11.1971;Jeg, Per Brattvollhaug, født 01.02.58, vil ha kurs.
"""
MAIL = """From: =?utf-8?q?Bj=C3=B8rnulf_S=C3=B8rtveit?= <bjornulf.sortveit@postkassa.example>
To: Postmottak <post@kommunen.example>
Cc: "Tuva-Marie Ålmo" <tuva@postkassa.example>
Reply-To: hemmelig.adresse@postkassa.example
Subject: Innspill fra =?utf-8?q?Bj=C3=B8rnulf?= om innsyn
Message-ID: <abc.bjornulf@pc-bjornulf.example>
Content-Type: text/plain; charset=utf-8

Postlisten må vise vedleggene også.

Mvh
Bjørnulf
"""
PAGE = """<html><head><title>Brev fra Eilert Sandvikmo</title><meta name="author" content="Eilert Sandvikmo"></head>
<body><!-- Eilert Sandvikmo 44012355 --><p>Vei<b>en</b> til skolen er farlig.</p>
<p title="Eilert Sandvikmo">Hilsen Eil<i>ert</i> Sand<b>vikmo</b></p><img alt="Eilert Sandvikmo" src="x"></body></html>
"""
SECRETS = (
    "solveig", "tangerud", "myhre", "fjellkrokveien", ONE, OTHER, "postkassa", "krøllalfa", "fire null en", "44012346",
    "44012347", "44012348", "liv s", "oddvar", "krakmoen", "anne-sofie", "brattvoll", "44012354", "1961", "1971",
    "01.02.58", "bjørnulf", "sørtveit", "tuva", "hemmelig.adresse", "eilert", "sandvikmo", "44012355", "grynet",
    "mølleråsen", "strandlykkja", "kaiveien", "kvernsveen", "lusæter", "44012349", "44012350", "torfinn", "ekrelid",
    "mahnoor", "yldirzade", "skardal",
)  # fmt: skip


def letter_of_word() -> bytes:
    """Names in properties, header, a table, a comment and changes that are tracked."""
    document = docx.Document()
    about = document.core_properties
    about.author, about.last_modified_by, about.title = "Grynet Mølleråsen", "Vebjørn Strandlykkja", "Brev fra Grynet"
    about.comments, about.keywords = "Ring Grynet 440 12 349", "Mølleråsen"
    document.sections[0].header.paragraphs[0].text = "Grynet Mølleråsen, Kaiveien 3, 3998 Utvika"
    document.sections[0].footer.paragraphs[0].text = "Tlf 440 12 350"
    said = document.add_paragraph("Kurs for eldre bør være gratis på biblioteket.")
    document.add_comment(said.runs, text="Spør Oddbjørg Kvernsveen om dette", author="Vebjørn Strandlykkja")
    document.add_paragraph("Slettet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Navn", "Grynet Mølleråsen"
    written, made = io.BytesIO(), io.BytesIO()
    document.save(written)
    change = (
        "<w:del w:id='9' w:author='Vebjørn Strandlykkja'><w:r><w:delText>Ragnfrid Lusæter</w:delText></w:r></w:del>"
    )
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:r><w:t>Slettet</w:t></w:r>", change.encode())
            new.writestr(name, content)
    return made.getvalue()


def workbook() -> bytes:
    """Names in a sheet's name, in answers to a question, in a comment, a hidden sheet and the properties."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Svar Torfinn Ekrelid"
    page.append(["Tidspunkt", "Hva heter du?", "E-post", "Hva mener du?"])
    page.append(["2026-03-01", "Torfinn Ekrelid", "torfinn@postkassa.example", "Lag kurs i nettbank hver vår."])
    page.append(["2026-03-02", "Mahnoor Yldirzade", "m.y@postkassa.example", "Jeg fikk ikke hjelp på legevakten."])
    page.append(["2026-03-03", "anonym", "", "jeg er enig med mahnoor yldirzade"])
    page["D2"].comment = Comment("Sjekk med Torfinn", "Vebjørn Strandlykkja")
    hidden = book.create_sheet("skjult")
    hidden.sheet_state = "hidden"
    hidden.append(["Navn", "Merknad"])
    hidden.append(["Ingelin Skardal", "Skal ikke med, men mener at bussen må gå oftere."])
    book.properties.creator = "Vebjørn Strandlykkja"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The consultation, run and published; its folder `public/`."""
    folder = tmp_path_factory.mktemp("everywhere")
    inputs = folder / "c" / "inputs"
    inputs.mkdir(parents=True)
    (folder / "c" / "framework.toml").write_text(FRAMEWORK, encoding="utf-8")
    texts = {
        "innspill fra Solveig Tangerud-Myhre 2026.txt": LETTER, "Bord 4.md": NOTES, "eksport.csv": FORM,
        "mail.eml": MAIL, "side.html": PAGE,
    }  # fmt: skip
    for name, text in texts.items():
        (inputs / name).write_text(text, encoding="utf-8")
    (inputs / "brev.docx").write_bytes(letter_of_word())
    (inputs / "skjema.xlsx").write_bytes(workbook())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("consult.themes.load_encoder", lambda _: HashEncoder())
        finished: Finished = run(folder / "c", folder / "out")
        done = publish(finished.out)
    assert done.reasons == ()
    return finished.out / "public"


def texts_of(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every text in a file: its bytes, without tags, what is packed in it, and what a PDF says."""
    text = data.decode("utf-8", "replace")
    yield name, text
    yield name, re.sub(r"<[^<>]{0,500}>", "", text)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from texts_of(f"{name}!{member}", archive.read(member))
    if data.startswith(b"%PDF"):
        for command in (["pdftotext", "-", "-"], ["pdfinfo", "-"]):
            try:
                said = subprocess.run(command, input=data, capture_output=True, check=False).stdout
            except OSError:
                continue  # the reader of law 9 has looked into it
            yield f"{name}!{command[0]}", said.decode("utf-8", "replace")


def holds(text: str, secret: str) -> bool:
    """Whether a secret stands in a text; a number however it is grouped, but not among the numbers of a drawing."""
    if secret.isdigit() and len(secret) > 4:
        grouped = r"[\s.-]?".join(secret)
        return re.search(rf"(?<![\d.]){grouped}(?!\d)", text) is not None
    if secret.isdigit():
        return re.search(rf"[.-]{secret}\b|\b\d\d?\. \w+ {secret}\b", text) is not None
    return secret in text.casefold()


@pytest.mark.parametrize("secret", SECRETS)
def test_no_byte_of_it_is_published(published: Path, secret: str) -> None:
    """In names of files, pages, office files, tables, exchange files and their properties."""
    found = [
        name
        for path in sorted(published.rglob("*"))
        if path.is_file()
        for name, text in [(path.name, path.name), *texts_of(path.relative_to(published).as_posix(), path.read_bytes())]
        if holds(text, secret)
    ]
    assert found == []


def test_what_they_said_is_published(published: Path) -> None:
    """Sabotage twin: the search finds what does stand there, and nobody is silenced by what is taken out."""
    page = (published / "contributions.nn.html").read_text(encoding="utf-8")
    for words in ("alle saksdokumenter", "vise vedleggene", "skolen er farlig", "i nettbank", "oftere til legevakten"):
        assert holds(page, words), words
