"""consult.toml and framework.toml → frozen Settings; every fault of both files listed at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from consult.records import Framework, Voice


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
    questions: column → the question's full text, where the export has only short names.
    """

    inputs: tuple[str, ...]
    sheet: str = ""
    answers: tuple[str, ...] = ()
    questions: dict[str, str]
    contributor: str = ""
    organisation: str = ""
    date: str = ""
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run needs to know about one consultation.

    languages: output languages, first is the main one. model: name in the registry, hub id or folder.
    granularity: 0 as measured; above 0 gives more and finer themes, below 0 fewer and wider.
    """

    folder: Path
    name: str
    title: dict[str, str]
    languages: tuple[str, ...]
    framework: Framework
    events: tuple[Event, ...] = ()
    voices: tuple[VoiceRule, ...] = ()
    forms: tuple[FormRule, ...] = ()
    model: str = "multilingual-e5-small"
    granularity: float = 0.0
    seed: int = 2026

    @property
    def inputs(self) -> Path:
        """The folder of input files."""
        return self.folder / "inputs"
