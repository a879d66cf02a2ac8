"""What is chosen in a form: opinions are published, what narrows down a person is not."""

from __future__ import annotations

import pytest

from consult.read.respondent import answers_for_body, is_of_person, is_opinion

OPINIONS = [
    ("Hvor enig er du i, at kommunen skal bruge flere penge på klima?", ("Helt enig", "Uenig"), "Danish, agreement"),
    ("Kor nøgd er du? (1–5)", ("2", "4"), "a scale"),
    ("Påstand 3", ("Heilt einig", "Verken eller", "Ueinig"), "values alone"),
    ("Bygge bru", ("For", "Mot", "For"), "for and against"),
    ("Skal skulen leggjast ned?", ("Ja", "Nei"), "what shall be done"),
    ("Bör skolan vara kvar?", ("Ja", "Nej"), "what should be done, Swedish"),
    ("Do you support the proposal?", ("Yes", "No"), "English"),
    ("Er du tilfreds med busserne, hvor du bor? (1-5)", ("3",), "a scale of the place"),
    ("Vil du at ferja skal gå oftare?", ("Ja",), "what is wanted"),
    ("How important is this in your particular street?", ("Very",), "a particular, not a party"),
]
FACTS = [
    ("Din alder", ("18-29", "67+"), "age band"),
    ("Bor du i Skovby?", ("Ja", "Nej"), "place"),
    ("Hvor gammel er du? (18-99)", ("34",), "an age is no grade"),
    ("Har du barn i skolen?", ("Ja", "Nei"), "family"),
    ("Kjønn", ("Kvinne", "Mann"), "gender"),
    ("What is your connection to the area?", ("Resident", "Works here"), "connection"),
    ("Hvilket parti støtter du?", ("A", "B"), "politics, however it is asked"),
    ("Må vi kontakte dig?", ("Ja", "Nej"), "consent"),
    ("Skal vi sende deg nyhetsbrev?", ("Ja", "Nei"), "a newsletter"),
    ("Yrke", ("Lærar", "Bonde"), "work"),
    ("Noko", ("Ja", "Nei"), "not known: what is published cannot be taken back"),
    ("Bydel", (), "nothing chosen"),
]


@pytest.mark.parametrize(("question", "values", "why"), OPINIONS, ids=[case[2] for case in OPINIONS])
def test_what_somebody_thinks_is_an_opinion(question: str, values: tuple[str, ...], why: str) -> None:
    """It is what they had to say, and stays."""
    assert is_opinion(question, values), why


@pytest.mark.parametrize(("question", "values", "why"), FACTS, ids=[case[2] for case in FACTS])
def test_what_somebody_is_is_none(question: str, values: tuple[str, ...], why: str) -> None:
    """Sabotage twin: nothing that narrows down a person passes for an opinion."""
    assert not is_opinion(question, values), why


@pytest.mark.parametrize("question", ["Bor du i Nes?", "Aldersgruppe", "Ålder", "How old are you?", "Contact me"])
def test_some_questions_ask_who_answers(question: str) -> None:
    """Also in a column where others wrote sentences."""
    assert is_of_person(question)


@pytest.mark.parametrize("question", ["Har du forslag?", "Kva meiner du?", "Er du enig?", "Page 3", "Partikler?"])
def test_others_do_not(question: str) -> None:
    """They ask about the matter."""
    assert not is_of_person(question)


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        ("Vem bör driva biblioteket?", "Kommunen", False),
        ("Jag svarar som", "Förälder", False),
        ("Eg svarar som", "Medlem i eit lag", False),
        ("Jag svarar som", "Organisation", True),
        ("Svarer du på vegne av:", "En organisasjon", True),
        ("Are you responding as…", "Organisation or business", True),
        ("Innsendertype", "Kommune", True),
        ("Jeg er", "Forening", True),
        ("Jeg er enig med", "Forening", False),
    ],
)
def test_for_whom_somebody_answers(question: str, value: str, expected: bool) -> None:
    """Who chose that they answer for an organisation is none of the private persons."""
    assert answers_for_body(question, value) is expected
