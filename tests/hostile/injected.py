"""A consultation in which every text that anybody can write holds what would do harm, run and published as usual.

In: a folder. Out: the output folder, and what the commands printed. Nothing in it is a shortcut: settings, files,
decisions and responses go the way that people's go.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.header import Header
from itertools import cycle
from pathlib import Path
from unittest import mock

import docx
import openpyxl

from consult import cli
from consult.errors import DecisionError
from consult.ledger import open_ledger
from consult.records import Response
from consult.review import Review, reviewing
from tests.conftest import HashEncoder
from tests.hostile.payloads import PAYLOADS, in_name

NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
MANY = tuple(PAYLOADS.values())
LONG = "Kurs på biblioteket må haldast fleire gonger i året, og svar må kome innan to månader. " * 3
LINES = tuple(" ".join(text.split()) for text in MANY if not NOT_IN_XML.search(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Injected:
    """The folders, and what each command printed."""

    consultation: Path
    out: Path
    said: dict[str, str]


def make(folder: Path) -> Injected:
    """Make the consultation, run it, decide, answer, publish, and export."""
    # The code is not asked for its version: the tests go on while somebody works on it.
    unasked = mock.patch("consult.review._refuse_others")
    with mock.patch("consult.themes.load_encoder", return_value=HashEncoder()), unasked:
        consultation, out = write_consultation(folder / "korpus"), folder / "ut"
        said = {"run": printed("run", consultation, "--out", out)}
        with reviewing(out) as desk:
            decide(desk)
            desk.finish()
        commands: dict[str, Sequence[object]] = {
            "publish": ("publish", "--role", "Kontoret <b>1</b>"),
            "export": ("export", "all"),
            "diff": ("diff",),
            "page": ("diff", "--html", out / "internal" / "endringar.html"),
            "log": ("review", "log"),
            "lacking": ("respond", "--lacking"),
            "privacy": ("privacy", "list"),
            "review": ("review", "export", out / "internal" / "ark.xlsx"),
            "sample": ("review", "sample", "--out", out / "internal" / "utval.xlsx"),
            "check": ("check",),
        }
        said |= {name: printed(*command, "--in", out) for name, command in commands.items()}
        said["trace"] = "".join(printed("trace", one, "--in", out) for one in traced(out))
    return Injected(consultation=consultation, out=out, said=said)


def printed(*command: object) -> str:
    """What a command prints on both of its streams. Raises where it ends with a defect of ours or a user's fault."""
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream), contextlib.suppress(SystemExit):
        cli.main([str(one) for one in command])
    return stream.getvalue()


def traced(out: Path) -> Iterator[str]:
    """A conclusion, and paths with what would do harm in them."""
    with open_ledger(out / "ledger.db", create=False) as ledger:
        analysis = ledger.analysis()
    yield analysis.conclusions[0].conclusion_id
    yield next(source.path for source in analysis.sources if "zqterminalzq" in source.path)
    yield from (source.path for source in analysis.sources[::20])


def batched(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Texts by `size`."""
    return (texts[at : at + size] for at in range(0, len(texts), size))


def named(text: str, channel: str) -> str:
    """A contributor's name that holds a text and is nobody else's: what it shares with others would be kept back."""
    return text.replace("zq", f"z{channel}")


# -- settings -----------------------------------------------------------------------------------------------


def write_consultation(folder: Path) -> Path:
    """Settings, framework and inputs."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True)
    (folder / "framework.toml").write_text("\n".join(framework()), encoding="utf-8")
    (folder / "consult.toml").write_text("\n".join(settings()), encoding="utf-8")
    write_letters(inputs)
    write_mails(inputs)
    write_forms(inputs)
    write_report(inputs)
    return folder


def quoted(text: str) -> str:
    """A text as TOML writes it: what would break out of a string stands behind a backslash."""
    return json.dumps(text)


def framework() -> Iterator[str]:
    """Twelve commitments: between them titles, descriptions and keywords hold every text."""
    yield f'[framework]\nid = "evil"\nlanguage = "nn"\nsource = {quoted(" ".join(MANY[:8]))}'
    for number, texts in enumerate(batched(MANY, 5), start=1):
        kind = "commitment" if number % 4 else "new_topic"
        yield f'[[{kind}]]\nid = "{number}"\ntitle.nn = {quoted(" ".join(texts))}'
        yield f"description.nn = {quoted(' '.join(reversed(texts)))}\nkeywords.nn = [{', '.join(map(quoted, texts))}]"


def settings() -> Iterator[str]:
    """Title, events, contributors, questions, and who publishes."""
    yield f'[consultation]\ntitle.nn = {quoted(" ".join(MANY[8:16]))}\nlanguages = ["nn"]'
    for number, texts in enumerate(batched(MANY, 10)):
        yield f'[[event]]\nid = {quoted(texts[0])}\ntitle.nn = {quoted(" ".join(texts))}\ninputs = ["{number}*"]'
    for number, text in enumerate(MANY):
        voice = ("individual", "organisation", "group_note")[number % 3]
        yield f'[[voice]]\nvoice = "{voice}"\ninputs = ["{number:02} *"]\ncontributor = {quoted(named(text, "b"))}'
    questions = ", ".join(f"q{at} = {quoted(' '.join(texts))}" for at, texts in enumerate(batched(MANY, 10)))
    yield f'[[form]]\ninputs = ["skjema.csv"]\nquestions = {{ {questions} }}\ncontributor = "Namn"'
    yield f'organisation = "Lag"\nanswers = [{", ".join(f"{chr(34)}q{at}{chr(34)}" for at in range(6))}]'
    yield f"[publication]\nresponsible.nn = {quoted(LINES[0])}\ncontact = {quoted(LINES[1])}"
    yield f"audience.nn = {quoted(' '.join(LINES[2:6]))}\naddress = {quoted('https://example.org/' + LINES[4])}"


# -- inputs -------------------------------------------------------------------------------------------------


def write_letters(inputs: Path) -> None:
    """A letter each, with the text as name, heading, passage of its own, and inside one."""
    for number, text in enumerate(MANY):
        words = f"# {text}\n\nVi vil ha innsyn i sak {number}, og {text} må svarast på.\n\n- {text}\n- {LONG}\n"
        (inputs / f"{number:02} {in_name(text)}.md").write_text(words, encoding="utf-8", newline="")


def write_mails(inputs: Path) -> None:
    """Senders and subjects."""
    for number, texts in enumerate(batched(MANY, 5)):
        subject, sender = (
            Header(" ".join(" ".join(part).split()), "utf-8").encode()
            for part in (texts, [named(text, "m") for text in texts[:2]])
        )
        head = f"From: {sender} <a@example.org>\r\nSubject: {subject}\r\nContent-Type: text/plain; charset=utf-8\r\n"
        body = "\r\n\r\n".join(f"Vi vil ha svar om {text} snart." for text in texts)
        (inputs / f"mail{number}.eml").write_bytes(f"{head}\r\nHei,\r\n\r\n{body}\r\n".encode())


def write_forms(inputs: Path) -> None:
    """Rows with names, bodies and answers; and a workbook with texts as sheet's name, columns and cells."""
    rows = ["Namn;Lag;q0;q1;q2;q3;q4;q5"]
    for number, texts in enumerate(batched(MANY, 5)):
        answers = [f"{text} – og vi treng kurs i nettbank kvar vår." for text in (*texts, "Òg")]
        text, body = texts[0], (texts[1] if number % 2 else "")
        rows.append(";".join('"' + one.replace('"', '""') + '"' for one in (named(text, "s"), body, *answers)))
    (inputs / "skjema.csv").write_text("\n".join(rows), encoding="utf-8", newline="")
    book = openpyxl.Workbook()
    book.active.title = NOT_IN_SHEET_NAME.sub("", MANY[0])[:31]
    for column, texts in enumerate(zip(MANY, MANY, strict=True), start=1):
        for row, text in enumerate(texts, start=1):
            cell = book.active.cell(row, column)
            cell.value = f"{NOT_IN_XML.sub('', text)}{'' if row == 1 else ' og vi vil ha innsyn her òg'}"
            cell.data_type = "s"
    book.save(inputs / "bok.xlsx")


def write_report(inputs: Path) -> None:
    """A Word file whose headings, paragraphs, table and properties hold them."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.title = "=7*191 <b>zqeigar</b>"
    for text in MANY:
        document.add_heading(NOT_IN_XML.sub("", text), level=1)
        document.add_paragraph(f"Vi treng ei samla oversikt, sa ein. {NOT_IN_XML.sub('', text)}")
    document.save(str(inputs / "rapport.docx"))


# -- what people do -------------------------------------------------------------------------------------


def decide(desk: Review) -> None:
    """Titles, reasons, roles, responses and wordings, as far as the rules for each let a text in."""
    themes = [theme.theme_id for theme in desk.analysis.themes]
    for theme_id, text in zip(cycle(themes[:8]), MANY, strict=False):
        with contextlib.suppress(DecisionError):  # a role is no address, a title no control character
            desk.rename(theme_id, text, role=role(text), reason=text)
    # All renamings but the last of each theme are history; the rest of the titles stand in the responses.
    source_ids = [source.source_id for source in desk.sources[:6]]
    for source_id, text in zip(source_ids, LINES, strict=False):
        with contextlib.suppress(DecisionError):
            desk.publish_as(source_id, "summary", role=role(text), reason=text)
    answer(desk, themes)


def answer(desk: Review, themes: Sequence[str]) -> None:
    """Every theme is answered, and between them the answers hold every text."""
    wanted = Response(theme_id="", target="", status="partly", reason="", responsible="", next_step="", date="")
    for theme_id, text in zip(themes, cycle(LINES), strict=False):
        said = replace(wanted, theme_id=theme_id, reason=f"{text}\n\n{text}", responsible=text[:120], next_step=text)
        desk.respond(said, role=role(text))


def role(text: str) -> str:
    """As much of a text as a role may be."""
    return " ".join(text.replace("@", "").split())[:80]
