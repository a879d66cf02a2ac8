"""The folder of a new consultation, with what a coordinator must fill in and nothing that a run would read.

What comes in: a name, the folder to make it in, and perhaps the id of a framework that comes with
consult, or a path to one. What goes out: `NAME/` with `inputs/`, `framework.toml`, `consult.toml` and
`README.md`. Guaranteed: nothing that is there is overwritten, and nothing is made when anything is at fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from consult.errors import InputError
from consult.framework import load_framework, shipped_frameworks
from consult.shipped import shipped
from consult.toml_file import nearest

NAME = re.compile(r"\w(?:[\w .\-]*\w)?")  # what every file system, a link and a shell can hold
LONGEST_NAME = 80  # leaves room in the 255 bytes of a file name for letters of three bytes
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for itself, with any ending."""

README = """\
# {name}

Put what people said in `inputs/`, in any folders you like:

- notes from tables and meetings, letters and statements: Word (docx), OpenDocument (odt), RTF, PDF,
  web pages (html), Markdown, plain text
- e-mails: eml, msg, with their attachments
- answers to a form: Excel (xlsx, xls), OpenDocument (ods), csv, tsv – one row is one contribution
- a zip of these

Leave everything else out of `inputs/`: each file there is read as somebody's contribution.
A file that cannot be read (a scanned PDF, a locked document) is listed with the reason; it stops nothing.

`framework.toml` holds the commitments that the contributions are placed on{state}.
`consult.toml` says what differs from the defaults; you can leave it as it is.

Then run `consult run` on this folder, and open `internal/report.html` in the folder that it names.
"""

FRAMEWORK = """\
# What the contributions are placed on. Write one [[commitment]] for each commitment of your plan,
# and one [[new_topic]] for each subject that you know of but that is not in the plan.
# The description decides how well contributions are placed: two to four sentences on what it is about,
# in the words that people would use. LANG is nn, nb, en, da or sv; one language is enough.

[framework]
id = "{id}"
language = "nn"
source = ""

# [[commitment]]
# id = "1"
# title.nn = "Offentlege innkjøp"
# description.nn = "Kva det offentlege kjøper, av kven og til kva pris. Her høyrer innspel om anbod og kontraktar."
# keywords.nn = ["anbod", "kontrakt", "leverandør"]

# [[new_topic]]
# id = "T1"
# title.nn = "Lobbyregister"
# description.nn = "Kven som påverkar avgjerder. Møtekalendrar og register over interesser."
"""

SETTINGS = """\
# What differs from the defaults. Everything may be left out; remove the # before what you want to say.

# [consultation]
# title.nn = "Innspel til handlingsplanen"
# languages = ["nn"]              # of the answer: nn, nb, en; the first is the main one
# granularity = 0.0               # above 0: more and finer themes; below: fewer and wider

# Which files belong to which meeting (patterns start at inputs/).
# [[event]]
# id = "meeting-1"
# title.nn = "Innspelsmøte 1"
# date = 2026-02-12
# inputs = ["meeting1/*"]

# Who speaks in which files, where consult should not guess: group_note, organisation or individual.
# [[voice]]
# voice = "group_note"
# inputs = ["meeting1/*"]

# Which columns of a form export are answers, and which say who answered.
# [[form]]
# inputs = ["form.xlsx"]
# sheet = "Svar"
# answers = ["q1", "q2"]
# questions = { q1 = "Kva bør planen innehalde?", q2 = "Noko anna?" }
# organisation = "org"
# date = "date"
# ignore = ["id"]

# Who answers for what is published, and whom contributors ask where they were misread.
# [publication]
# responsible.nn = "Departementet"
# contact = "innspel@example.org"
# reply_by = 2026-08-31
# address = "https://example.org/svar/"   # where the folder public/ will lie

# A language model that may word conclusions (docs/writer.md); without this there is none.
# [writer]
# on = true
# address = "http://127.0.0.1:8080/v1"
# model = "the-name-that-the-server-knows"
"""


def new_consultation(name: str, folder: Path, framework: str | None) -> Path:
    """Make `folder/name` and give its path.

    framework: the id of a shipped framework or a path that ends in `.toml`, which is copied; None
    gives a template to fill in. Raises InputError when the name cannot be a folder's, when the
    framework is not to be had, or when the folder already is a consultation; an ExceptionGroup of
    SettingsError when the framework has faults.
    """
    name = _checked(unicodedata.normalize("NFC", name))
    home = folder / name
    text = FRAMEWORK.format(id=_as_id(name)) if framework is None else _copy_of(framework)
    state = " (a template: fill it in)" if framework is None else ""
    files = {
        "framework.toml": text,
        "consult.toml": SETTINGS,
        "README.md": README.format(name=name, state=state),
    }
    _refuse_existing(home, files)
    (home / "inputs").mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (home / file).write_text(content, encoding="utf-8", newline="\n")
    return home


def _checked(name: str) -> str:
    """The name, if every file system can hold it."""
    shown = repr(name[:LONGEST_NAME])
    if not name:
        raise InputError("the consultation needs a name, such as midterm-2026")
    if len(name) > LONGEST_NAME:
        raise InputError(f"the name {shown}… is too long; use {LONGEST_NAME} characters at most")
    if not NAME.fullmatch(name) or name.split(".", maxsplit=1)[0].casefold() in DEVICES:
        raise InputError(
            f"{shown} cannot be a consultation's name; use letters, digits, and spaces, points, - or _ between them"
        )
    return name


def _as_id(name: str) -> str:
    """The name as a framework's id: spaces become hyphens."""
    return "-".join(name.split())


def _copy_of(framework: str) -> str:
    """Return the text of a framework that is in order."""
    if framework.endswith(".toml"):
        path = Path(framework)
        if not path.is_file():
            raise InputError(f"there is no framework file {framework}")
    elif framework in shipped_frameworks():
        path = shipped("corpora", "frameworks", f"{framework}.toml")
    else:
        raise InputError(f"no framework {framework!r} comes with consult{nearest(framework, shipped_frameworks())}")
    load_framework(path)
    return path.read_bytes().decode("utf-8-sig")


def _refuse_existing(home: Path, names: Iterable[str]) -> None:
    """Refuse when a file that would be made is there already; an `inputs/` with files in it is welcome."""
    for folder in (home, home / "inputs"):
        if folder.exists() and not folder.is_dir():
            raise InputError(f"{folder} is a file; choose another name")
    there = sorted(name for name in names if (home / name).exists())
    if there:
        raise InputError(f"{home} already holds {', '.join(there)}; choose another name, or work on in that folder")
