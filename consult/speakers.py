"""Who speaks: the one rule by which voices are counted, in sentences, tables, pages and checks.

In: a passage and its source. Out: whose words it is. A table's notes are one voice, however many sat there; an
organisation or a private person is one however often it writes, also where the same row of a form was sent twice;
without a name, or with a given name alone (*Kari* may be two), each source is its own. What a table's notes credit to
one person is a voice of that table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

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


def sender(source: Speaking, voice: str) -> str:
    """Whoever speaks in a source with a voice: its contributor where that is the source's own voice, else itself."""
    named = known_by(source.contributor, voice) if voice == source.voice and voice != "group_note" else ""
    return named or source.source_id


def known_by(name: str, voice: str) -> str:
    """The name by which whoever bears it is known again, however it is written; empty where others may bear it too.

    >>> known_by("Kari  NES", "individual"), known_by("Kari", "individual"), known_by("Digdir", "organisation")
    ('kari nes', '', 'digdir')
    """
    words = " ".join(name.casefold().split())
    return words if voice != "individual" or " " in words or "@" in words else ""


def count_voices(passages: Iterable[Passage], sources: Mapping[str, Speaking]) -> Counter[str]:
    """Voice → how many speak with it in the passages. sources: source id → source."""
    return Counter(voice for voice, _ in _speakers(passages, sources))


def count_heard(passages: Iterable[Passage], sources: Mapping[str, Speaking]) -> int:
    """How many speak at all: a table and what its notes credit to one person are one."""
    return len({who for _, who in _speakers(passages, sources)})


def _speakers(passages: Iterable[Passage], sources: Mapping[str, Speaking]) -> set[tuple[str, str]]:
    """(voice, who) of each that speaks."""
    pairs = {(passage.source_id, passage.voice) for passage in passages}
    return {(voice, sender(sources[source_id], voice)) for source_id, voice in pairs}
