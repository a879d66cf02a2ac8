"""Who speaks, counted by kind: tables' notes, organisations, individuals, and never added up.

In: passages and their sources. Out: how many of each kind, and the words for it in an output language.
A table is one source of notes; an organisation or an individual counts once however often it writes;
what a table's notes credit to one person is a participant at that table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from consult.messages import Message
from consult.records import Passage
from consult.speakers import Speaking, count_voices


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
    given = {passage.passage_id: passage for passage in passages}
    credited = {
        passage_id: passage.source_id
        for passage_id, passage in given.items()
        if passage.voice == "individual" and sources[passage.source_id].voice == "group_note"
    }
    voices = count_voices((one for passage_id, one in given.items() if passage_id not in credited), sources)
    return Speakers(
        tables=voices["group_note"],
        organisations=voices["organisation"],
        individuals=voices["individual"],
        statements=len(credited),
        participant_tables=len(set(credited.values())),
    )


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
