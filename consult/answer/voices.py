"""Who speaks, counted by kind: tables' notes, organisations, individuals, and never added up.

In: passages and their sources. Out: how many of each kind, and the words for it in an output language.
A table is one source of notes; an organisation or an individual counts once however often it writes;
what a table's notes credit to one person is a participant at that table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from consult.messages import Message
from consult.records import Passage


class Speaking(Protocol):
    """What counting needs of a source: a `Source`, or a ledger's bare row of one."""

    @property
    def source_id(self) -> str:
        """The source's id."""

    @property
    def voice(self) -> str:
        """Its voice, as a whole."""

    @property
    def contributor(self) -> str:
        """Who sent it, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Tables, organisations and individuals; statements of participants, and the tables they sat at."""

    tables: int
    organisations: int
    individuals: int
    statements: int = 0
    participant_tables: int = 0

    @property
    def subjects(self) -> int:
        """One, or more than one: for the form of a verb only, never shown."""
        return self.tables + self.organisations + self.individuals + self.statements


def count_speakers(passages: Iterable[Passage], sources: Mapping[str, Speaking]) -> Speakers:
    """Count the voices of passages. sources: source id → source."""
    tables, organisations, individuals = set(), set(), set()
    participants: set[tuple[str, str]] = set()
    for passage in passages:
        source = sources[passage.source_id]
        if passage.voice == "group_note":
            tables.add(source.source_id)
        elif passage.voice == "organisation":
            organisations.add(_who(source))
        elif source.voice == "group_note":
            participants.add((source.source_id, passage.passage_id))
        else:
            individuals.add(_who(source))
    return Speakers(
        tables=len(tables),
        organisations=len(organisations),
        individuals=len(individuals),
        statements=len(participants),
        participant_tables=len({table for table, _ in participants}),
    )


def _who(source: Speaking) -> str:
    """One contributor, however many sources it sent; without a name each source is its own."""
    return source.contributor.casefold().strip() or source.source_id


def say_speakers(speakers: Speakers, message: Message) -> str:
    """*To bord, éin organisasjon og tre privatpersonar*, in small letters."""
    counts = (
        ("answer-count-group_note", speakers.tables),
        ("answer-count-organisation", speakers.organisations),
        ("answer-count-individual", speakers.individuals),
    )
    parts = [message(key, count=count) for key, count in counts if count]
    if speakers.statements:
        tables = speakers.participant_tables
        words = message("answer-number", count=tables)
        parts.append(
            message("answer-count-participant", count=speakers.statements, tables=tables, tables_in_words=words)
        )
    return join(parts, message)


def join(parts: Iterable[str], message: Message) -> str:
    """A list as the language writes it: commas, and the word for *and* before the last."""
    items = list(parts)
    if not items:
        return ""
    text = items[0]
    for item in items[1:-1]:
        text = message("answer-comma", first=text, second=item)
    return message("answer-and", first=text, second=items[-1]) if len(items) > 1 else text
