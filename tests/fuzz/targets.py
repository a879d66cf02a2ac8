"""What is fuzzed: each target takes bytes and raises only where the code under it breaks its word.

In: bytes, of which the first chooses the target (`any_target`). Out: nothing, or the error that is a defect. The same
targets run under atheris (`tests/fuzz/fuzz.py`, coverage-guided) and in every test run (`test_fuzz.py`, hypothesis).
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest import mock

from consult.errors import ConsultError, SettingsError
from consult.publish.exchange.code_lists import read_code_list
from consult.publish.exchange.consultation import consultation_of
from consult.publish.exchange.recoding import read_project
from consult.publish.exchange.refi import project
from consult.read.document import Document
from consult.read.formats import read_file
from consult.read.language import main_language
from consult.read.notes import guess_voice
from consult.read.passages import split_source
from consult.read.privacy import find_personal
from consult.read.redaction import Redaction, cuts_of
from consult.records import VOICES, Source
from consult.settings import load_settings
from tests import made_files
from tests.contract import cases

LONGEST_SPLIT = 20_000  # characters: what grows faster than its length is test_linear_time's subject
HOLES = {
    "docx": ("word/document.xml", made_files.docx_of("Vi vil ha innsyn.")),
    "odt": ("content.xml", made_files.odt_of("<text:p>Vi vil ha innsyn.</text:p>")),
    "xlsx": ("xl/worksheets/sheet1.xml", made_files.xlsx_of(Ark=[("Spørsmål", "Svar"), ("ja", "nei")])),
}
"""Format → the member that the fuzzer writes, and a whole file around it: else every byte would break the zip."""


@cache
def members(kind: str) -> dict[str, bytes]:
    """The files in a whole package of this format."""
    with zipfile.ZipFile(io.BytesIO(HOLES[kind][1])) as package:
        return {name: package.read(name) for name in package.namelist()}


def stored(files: dict[str, bytes]) -> bytes:
    """A package, nothing in it packed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def filled(kind: str, data: bytes) -> bytes:
    """A package with the fuzzer's bytes where its words stand."""
    return stored(members(kind) | {HOLES[kind][0]: data})


# -- reading ------------------------------------------------------------------------------------------------


def reading(kind: str) -> Callable[[bytes], None]:
    """A target: a file of this kind, as it is or as the inside of a package."""

    def read(data: bytes) -> None:
        whole = filled(kind, data) if kind in HOLES else data
        for document in read_file(f"fil.{kind}", whole):
            check_document(document)

    read.__name__ = f"read_{kind}"
    return read


def check_document(document: Document) -> None:
    """A document says something or has a reason, its blocks lie in it, and what it says is tiled."""
    assert document.text.strip() or document.reason or document.attachments, document.format
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
    document.text.encode("utf-8")  # no half of a pair that no file can hold
    if document.text and len(document.text) <= LONGEST_SPLIT:
        check_split(source_of(document))


def source_of(document: Document) -> Source:
    """A document as a source."""
    voice = guess_voice(document.text, document.blocks, "fil", document.format)
    return Source(
        path="fil", sha256="0" * 64, format=document.format, text=document.text, blocks=document.blocks,
        voice=voice, language=main_language(document.text),
    )  # fmt: skip


def check_split(source: Source) -> None:
    """Law 1: what is said and what is set aside tile the text."""
    split = split_source(source, made_files.settings_for(Path()))
    at = 0
    for span in sorted((*split.passages, *split.set_aside), key=lambda one: one.start):
        assert span.start == at, "a gap or an overlap"
        assert source.text[span.start : span.end] == span.text
        at = span.end
    assert at == len(source.text)


def splitting(data: bytes) -> None:
    """A text, in each voice."""
    document = read_file("fil.md", data)[0]
    for voice in VOICES if document.text else ():
        check_split(replace(source_of(document), voice=voice))


def personal(data: bytes) -> None:
    """Findings lie in the text, do not overlap, and are gone from the redacted text."""
    text = read_file("fil.txt", data)[0].text
    if not text:
        return
    source = Source(path="kari nes.txt", sha256="0" * 64, format="txt", text=text, contributor=text[:40].strip())
    with mock.patch(
        "consult.read.names.each_names", lambda texts, *_: iter([[] for _ in texts])
    ):  # the model has its own
        found = find_personal([source])
    assert all(0 <= one.start < one.end <= len(getattr(source, one.where)) for one in found)
    cuts = cuts_of([one for one in found if one.where == "text" and one.status == "redacted"], "nn")
    redacted = Redaction(text, cuts).redacted
    assert redacted.count("[") >= len(cuts)


# -- settings, and what people send back ----------------------------------------------------------------


@cache
def folder() -> Path:
    """A folder to write in, one a process."""
    made = Path(tempfile.mkdtemp(prefix="fuzz"))
    (made / "inputs").mkdir()
    return made


def toml(data: bytes) -> None:
    """Both files of settings at once: faults are told as such, and nothing else is raised."""
    for name in ("consult.toml", "framework.toml"):
        (folder() / name).write_bytes(data)
    try:
        load_settings(folder())
    except* SettingsError:
        pass


@cache
def exported() -> dict[str, bytes]:
    """The files of a project as we export it."""
    with zipfile.ZipFile(io.BytesIO(project(cases.made(), cases.run_info()))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def recoding(data: bytes) -> None:
    """A project whose XML is the fuzzer's: a person's message, or a recoding."""
    path = folder() / "tilbake.qdpx"
    path.write_bytes(stored(exported() | {"project.qde": data}))
    come_back(lambda: read_project(path, cases.made(), consultation_of(cases.run_info())))


def codes(data: bytes) -> None:
    """A code book: as XML where it begins with `<`, else as CSV."""
    path = folder() / ("bok.qdc" if data.lstrip().startswith(b"<") else "bok.csv")
    path.write_bytes(data)
    come_back(lambda: read_code_list(path, cases.made(), consultation_of(cases.run_info())))


def come_back(read: Callable[[], object]) -> None:
    """What people send back is read, or refused with one of our own errors."""
    try:
        read()
    except (ConsultError, ExceptionGroup):
        return


def returned(data: bytes) -> None:
    """A review sheet in which somebody has written anything into any cells."""
    from tests.fuzz.returned import fill_in

    fill_in(data)


TARGETS: tuple[Callable[[bytes], None], ...] = (
    *(reading(kind) for kind in ("docx", "odt", "xlsx", "pdf", "eml", "html", "csv", "rtf", "txt", "zip", "doc")),
    splitting, personal, toml, recoding, codes, returned,
)  # fmt: skip


def any_target(data: bytes) -> None:
    """The target that the first byte chooses, on the rest."""
    if data:
        TARGETS[data[0] % len(TARGETS)](data[1:])
