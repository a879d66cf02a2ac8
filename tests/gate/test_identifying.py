"""What identifies a person in a sentence, whatever its masking missed; and numbers that are nobody's."""

from __future__ import annotations

from typing import Any

import pytest

from consult.answer.gate import Sentence
from consult.answer.gate.identifying import find_identifying
from consult.answer.gate.manner import personal_data
from consult.answer.gate.sentence import Ground
from consult.records import Passage
from tests.conftest import make_source


def codes(text: str, said: str = "Bussen må gå oftare.", **changes: Any) -> list[str]:
    """The kinds that the check finds in a sentence about one passage."""
    source = make_source(said, "one.txt", voice="individual")
    passage = Passage(source_id=source.source_id, start=0, end=len(said), text=said, language="nn", voice="individual")  # type: ignore[call-arg]
    one = Sentence(text=text, passage_ids=(passage.passage_id,), language="nn")
    members = {passage.passage_id: passage}
    fields: dict[str, Any] = {"detect": find_identifying} | changes
    ground = Ground(members=members, known=frozenset(members), sources={source.source_id: source}, heard=1, **fields)
    return [fault.detail for fault in personal_data(one, ground)]


@pytest.mark.parametrize(
    "text",
    [
        "Det heiter at 45 bussar går kvar dag mellom 2024 og 2030.",
        "Tilskotet var 54 108 233 kroner i 2025.",
        "Sak 2025/881 bør leggjast ut, jf. § 12-3 og side 14.",
        "Det kosta 4500-5000 kroner, ikkje 1 200 000.",
        "Fristen var 03.04.2026 klokka 12.30.",
        "Rute 20 og riksveg 5 er stengde, og fylkesveg 615 òg.",
        "Bord 4 og gruppe 12 meiner det same.",
        "Éin, to, tre og fire bussar gjekk.",
        "Innspel kan sendast til post@dal.kommune.no.",
        "Organisasjonsnummeret 974 760 673 er offentleg.",
        "Parken i Storgata bør opnast.",
        "ISO 9001 og NS-EN 16931 bør brukast.",
        "Det gjeld perioden 2024-2027, kapittel 4.2.1.",
    ],
)
def test_what_is_nobodys_passes(text: str) -> None:
    """Amounts, years, cases, routes, offices: what reports are full of."""
    assert [kind for kind in codes(text) if not (kind == "email" and "post@" in text)] == []


WHO = [
    ("Ring 9123 4567.", "phone"),
    ("Ring 912-34-567.", "phone"),
    ("Ring 91 23 45-67.", "phone"),
    ("Ring 912.34.567.", "phone"),
    ("Ring 428\u200b06917.", "phone"),
    ("Innsendaren kan nåast på 9123 4567.", "phone"),
    ("Innsendaren kan nåast på 912-34-567.", "phone"),
    ("Innsendaren kan nåast på ni en to tre fire fem seks sju.", "phone"),
    ("Innsendaren kan nåast på ola krøllalfa example punktum org.", "email"),
    ("Innsendaren kan nåast på kari (at) example.org.", "email"),
    ("Innsendaren bur i Storgata 5.", "address"),
    ("Innsendaren bur i storgata 5.", "address"),
    ("Innsendaren har kontonummer 1234-56-78903.", "account"),
]


@pytest.mark.parametrize(("text", "kind"), WHO)
def test_who_it_is_does_not_pass(text: str, kind: str) -> None:
    """However it is written, and whether or not a passage shows what its masking missed."""
    everything = (
        "Ring meg på ni en to tre fire fem seks sju, eller 9123 4567, eller 912-34-567, skriv til ola krøllalfa "
        "example punktum org eller kari (at) example.org, bur i Storgata 5, kontonummer 1234-56-78903."
    )
    for said in ("Bussen må gå oftare.", everything):
        assert kind in codes(text, said)


def test_what_a_person_let_stand_in_a_passage_may_be_said() -> None:
    """A finder doubts it, in the passage too: had nobody decided that it is nobody's, it would not stand there."""
    text, said = "Det heiter: ni en to tre fire fem seks sju er koden.", "Koden er ni en to tre fire fem seks sju."
    assert codes(text) == ["phone"]
    assert codes(text, said) == []


def test_without_the_finders_what_they_alone_know_passes() -> None:
    """Sabotage twin: the gate's own patterns do not know a spelled-out address."""
    text = "Innsendaren kan nåast på ola krøllalfa example punktum org."
    assert codes(text, detect=None) == []
    assert codes(text) == ["email"]


def test_what_is_found_stands_where_it_is_said_to_stand() -> None:
    """Spans are of the text as it is, signs that nobody sees and all."""
    text = "Ring 428\u200b06917 i dag."
    assert [text[one.start : one.end] for one in find_identifying(text)] == ["428\u200b06917"]
