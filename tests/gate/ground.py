"""A theme of three short passages for the tests of single checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from consult.answer.gate import Fault, Ground, Sentence
from consult.answer.gate.grounds import claims_of
from consult.records import Passage, Source
from tests.conftest import HashEncoder, make_source

TABLE = "Kurset på biblioteket må halde fram. 12 kurs er ikkje nok, seier Digdir."
LETTER = "Ingen svarar på brev frå innbyggjarane. Skjemaet manglar ei forklaring."
MAIL = "The library should stay open in March."


def _passage(source: Source, language: str, voice: str) -> Passage:
    return Passage(
        source_id=source.source_id, start=0, end=len(source.text), text=source.text, language=language, voice=voice
    )  # type: ignore[call-arg, arg-type]


SOURCES = [
    make_source(TABLE, "bord.md", voice="group_note"),
    make_source(LETTER, "brev.txt", voice="individual"),
    make_source(MAIL, "mail.txt", voice="organisation"),
]
PASSAGES = [
    _passage(SOURCES[0], "nn", "group_note"),
    _passage(SOURCES[1], "nn", "individual"),
    _passage(SOURCES[2], "en", "organisation"),
]
T, L, M = (passage.passage_id for passage in PASSAGES)
ELSEWHERE = "p-00000000beef"


def sentence(text: str, *ids: str, language: str = "nn") -> Sentence:
    """A sentence that cites; the table's note where no id is given."""
    return Sentence(text=text, passage_ids=ids or (T,), language=language)


def vectors(*sentences: Sentence) -> Mapping[str, Any]:
    """Of everything that is compared, by shared words."""
    texts = sorted({text for one in sentences for text in one.texts} | {t for p in PASSAGES for t in claims_of(p)})
    return dict(zip(texts, np.asarray(HashEncoder().encode(texts)), strict=True))


def ground(*sentences: Sentence, **changes: Any) -> Ground:
    """The theme's ground."""
    fields: dict[str, Any] = {
        "members": {passage.passage_id: passage for passage in PASSAGES},
        "known": frozenset({T, L, M, ELSEWHERE}),
        "sources": {source.source_id: source for source in SOURCES},
        "heard": 3,
        "vectors": vectors(*sentences),
        "targets": frozenset({"C1"}),
        "titles": {"C1": ("Opplæring på bibliotek",), "C2": ("Registrering av lobbyisme",)},
    }
    return Ground(**(fields | changes))


def found(check: Any, one: Sentence, **changes: Any) -> list[str]:
    """The codes that a check gives."""
    faults: list[Fault] = list(check(one, ground(one, **changes)))
    return [fault.code for fault in faults]
