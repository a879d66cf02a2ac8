"""consult.toml and framework.toml → frozen Settings; every fault of both files listed at once.

What comes in: a consultation's folder. What goes out: Settings, or an ExceptionGroup of SettingsError
that names file and key of each fault. Only `inputs/` and a framework are needed; every key of
consult.toml has a default. `docs/settings.md` explains the keys, and a test holds it to `KEYS`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import cast

from consult import writer_settings
from consult.errors import SettingsError
from consult.framework import find_framework, load_framework, read_framework, shipped_frameworks
from consult.records import NEAREST, VOICES, Framework, Voice
from consult.toml_file import TomlTable, nearest, read_toml
from consult.writer_settings import PINNED, WriterSettings, is_folder, read_writer

__all__ = ["Event", "FormRule", "Imprint", "Settings", "VoiceRule", "load_framework", "load_settings"]

DEFAULT_MODEL = "multilingual-e5-small-policy"
DEFAULT_SEED = 2026
GROUPINGS = ("linkage", "density")  # how passages are grouped; the first is the default
OUTPUT_LANGUAGES = ("nn", "nb", "en")  # those with a message catalogue

KEYS: dict[str, tuple[str, ...]] = {
    "consultation": ("title", "languages", "framework", "model", "grouping", "granularity", "seed"),
    "event": ("id", "title", "date", "inputs"),
    "voice": ("voice", "inputs", "contributor"),
    "form": (
        "inputs",
        "sheet",
        "also",
        "answers",
        "questions",
        "contributor",
        "organisation",
        "date",
        "ignore",
        "public",
    ),
    "writer": writer_settings.KEYS,
    "publication": ("responsible", "contact", "reply_by", "audience", "address", "approval"),
}
"""The tables of consult.toml and their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting or a hearing: which inputs belong to it, and when it was held (ISO date or empty)."""

    event_id: str
    title: dict[str, str]
    date: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRule:
    """Inputs whose path matches a pattern (fnmatch, relative to `inputs/`) speak with this voice."""

    voice: Voice
    inputs: tuple[str, ...]
    contributor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRule:
    """Which columns of a form export are answers, and which say who answered.

    Empty `answers` lets the reader find them; column names as the first row has them.
    "form": (
        "inputs", "sheet", "also", "answers", "questions", "contributor", "organisation", "date", "ignore", "public",
    ),
    """

    inputs: tuple[str, ...]
    sheet: str = ""
    also: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    questions: dict[str, str]
    contributor: str = ""
    organisation: str = ""
    date: str = ""
    ignore: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who answers for what is published, and to whom; no run depends on it.

    responsible: the body that answers, by language; contact: where to ask, as it is shown; reply_by: until when, ISO
    date or empty; audience: for whom, by language; address: where `public/` will lie on the web, without a final `/`.
    approval: whether a final edition needs every conclusion approved by a person.
    """

    responsible: dict[str, str] = field(default_factory=dict)
    contact: str = ""
    reply_by: str = ""
    audience: dict[str, str] = field(default_factory=dict)
    address: str = ""
    approval: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run needs to know about one consultation.

    languages: output languages, first is the main one. model: name in the registry, hub id or folder.
    grouping: one of `GROUPINGS`. granularity: 0 as measured; above 0 gives more and finer themes, below 0 fewer and
    wider.
    """

    folder: Path
    name: str
    title: dict[str, str]
    languages: tuple[str, ...]
    framework: Framework
    events: tuple[Event, ...] = ()
    voices: tuple[VoiceRule, ...] = ()
    forms: tuple[FormRule, ...] = ()
    model: str = DEFAULT_MODEL
    grouping: str = GROUPINGS[0]
    granularity: float = 0.0
    seed: int = DEFAULT_SEED
    writer: WriterSettings = field(default_factory=WriterSettings)
    publication: Imprint = field(default_factory=Imprint)

    @property
    def inputs(self) -> Path:
        """The folder of input files."""
        return self.folder / "inputs"


def load_settings(folder: Path) -> Settings:
    """Read a consultation's settings; raises an ExceptionGroup of SettingsError with every fault."""
    faults: list[SettingsError] = []
    if not folder.is_dir():
        missing = SettingsError(str(folder), "", "there is no such folder; `consult new NAME` makes one")
        raise ExceptionGroup(f"cannot read the consultation {folder}", [missing])
    if not (folder / "inputs").is_dir():
        fault = "there is no such folder; make it and put the notes, letters and form exports in it"
        faults.append(SettingsError(str(folder / "inputs"), "", fault))
    settings = _read_settings(folder, faults)
    if faults:
        raise ExceptionGroup(f"cannot read the consultation {folder}: {len(faults)} faults", faults)
    return settings


def _read_settings(folder: Path, faults: list[SettingsError]) -> Settings:
    """Read both files, note their faults, and give what could be read."""
    path = folder / "consult.toml"
    known = len(faults)
    values = read_toml(path, faults) if path.exists() else {}
    is_read = len(faults) == known
    for key in sorted(set(values) & set(KEYS["consultation"])):
        faults.append(SettingsError(str(path), key, "stands outside its table; write [consultation] above it"))
        del values[key]
    top = TomlTable(values, keys=tuple(KEYS), file=str(path), at="", faults=faults)
    head = top.table("consultation", KEYS["consultation"])
    framework = _framework(folder, head, faults, may_be_named=not is_read)
    languages = _languages(head, framework.language)
    return Settings(
        folder=folder,
        name=folder.resolve().name,
        title=head.by_language("title", languages[0]) or {languages[0]: folder.resolve().name},
        languages=languages,
        framework=framework,
        events=_events(top, languages[0]),
        voices=tuple(_voice(table) for table in top.tables("voice", KEYS["voice"])),
        forms=tuple(_form(table) for table in top.tables("form", KEYS["form"])),
        model=_model(head),
        grouping=head.choice("grouping", GROUPINGS) if "grouping" in head else GROUPINGS[0],
        granularity=head.number("granularity", 0.0),
        seed=head.whole("seed", DEFAULT_SEED),
        writer=read_writer(top.table("writer", KEYS["writer"])) if "writer" in top else WriterSettings(),
        publication=_publication(top.table("publication", KEYS["publication"]), languages[0]),
    )


def _model(head: TomlTable) -> str:
    """The encoder: a name of the registry, a folder, or a hub model whose commit is named, for a branch can move."""
    model = head.text("model", DEFAULT_MODEL, required="model" in head)
    is_path = model.startswith((".", "/", "~")) or is_folder(model)
    if "/" in model and not is_path and not PINNED.fullmatch(model):
        head.fault("model", f"is a model of the hub without its commit; write {model.partition('@')[0]}@40 hex digits")
    return model


def _framework(folder: Path, head: TomlTable, faults: list[SettingsError], *, may_be_named: bool) -> Framework:
    """Read the framework that consult.toml names, else the one in the folder.

    may_be_named: consult.toml could not be read, so that one may stand there; none missing is then no fault.
    """
    own = folder / "framework.toml"
    path: Path | None = own
    if "framework" in head:
        name = head.text("framework", required=True)
        path = find_framework(name, folder, head) if name else None
        if path is not None and own.exists() and not path.samefile(own):
            head.fault("framework", "the folder has a framework.toml of its own; remove one of the two")
    elif not own.exists():
        if not may_be_named:
            faults.append(_no_framework(own))
        path = None
    if path is None:
        return Framework(framework_id="", language="nn", source="", targets=())
    return read_framework(path, faults)


def _no_framework(own: Path) -> SettingsError:
    known = ", ".join(shipped_frameworks())
    fault = f'is missing; write it, or write framework = "ID" under [consultation] in consult.toml (ID: {known})'
    return SettingsError(str(own), "", fault)


def _languages(head: TomlTable, default: str) -> tuple[str, ...]:
    """Read the output languages, the framework's own when none is stated.

    A framework in a language that we have no messages in is answered in the one that its readers
    understand best.
    """
    stated = head.texts("languages", required="languages" in head)
    for code in stated:
        if code not in OUTPUT_LANGUAGES:
            head.fault("languages", f"no output language {code!r}{nearest(code, OUTPUT_LANGUAGES)}")
    if len(set(stated)) < len(stated):
        head.fault("languages", "names a language twice")
    known = tuple(code for code in stated if code in OUTPUT_LANGUAGES)
    return known or (next(code for code in (default, *NEAREST[default]) if code in OUTPUT_LANGUAGES),)


def _events(top: TomlTable, language: str) -> tuple[Event, ...]:
    """Read the events and note their faults: an id stands once."""
    events: list[Event] = []
    for table in top.tables("event", KEYS["event"]):
        event_id = table.text("id", required=True)
        if event_id and event_id in {event.event_id for event in events}:
            table.fault("id", f"{event_id!r} stands twice; each event needs an id of its own")
        title = table.by_language("title", language)
        events.append(Event(event_id=event_id, title=title, date=table.date("date"), inputs=_patterns(table)))
    return tuple(events)


def _voice(table: TomlTable) -> VoiceRule:
    """Read one rule of voice."""
    voice = cast("Voice", table.choice("voice", VOICES))
    return VoiceRule(voice=voice, inputs=_patterns(table), contributor=table.text("contributor"))


def _form(table: TomlTable) -> FormRule:
    """Read one form export's columns."""
    return FormRule(
        inputs=_patterns(table),
        sheet=table.text("sheet"),
        also=table.texts("also"),
        answers=table.texts("answers"),
        questions=table.mapping("questions"),
        contributor=table.text("contributor"),
        organisation=table.text("organisation"),
        date=table.text("date"),
        ignore=table.texts("ignore"),
        public=table.texts("public"),
    )


def _publication(table: TomlTable, language: str) -> Imprint:
    """Read who answers for what is published."""
    address = table.text("address").rstrip("/")
    if address and not address.startswith(("https://", "http://")):
        table.fault("address", "is no web address; write it whole, such as https://example.org/answer")
    contact = table.text("contact")
    if "\n" in contact:
        table.fault("contact", "must stand on one line")
    return Imprint(
        responsible=table.by_language("responsible", language),
        contact=contact,
        reply_by=table.date("reply_by"),
        audience=table.by_language("audience", language),
        address=address,
        approval=table.flag("approval"),
    )


def _patterns(table: TomlTable) -> tuple[str, ...]:
    """Read the patterns of `inputs`, which start at `inputs/` and have `/` between their parts."""
    # NFC, because a file system or an editor may write ø and å as two code points.
    patterns = tuple(unicodedata.normalize("NFC", entry) for entry in table.texts("inputs", required=True))
    for pattern in patterns:
        if "\\" in pattern:
            table.fault("inputs", f"{pattern!r} holds a backslash; write / between folders")
        elif PurePosixPath(pattern).is_absolute() or ".." in PurePosixPath(pattern).parts:
            table.fault("inputs", f"{pattern!r} leads out of inputs/; patterns start there")
    return patterns
