"""Where a paragraph is divided into ideas, and where it is not."""

from __future__ import annotations

import pytest

from consult.read.ideas import LONGEST_IDEA, demands_anew, ideas_of
from consult.read.sheet import Part
from consult.read.units import Unit, UnitKind, word_count
from consult.records import Language


def ideas(text: str, kind: UnitKind = "paragraph", language: Language = "nb") -> list[str]:
    """The ideas as texts."""
    part = Part(start=0, end=len(text), unit=0, reason=None)
    return [text[a:b] for a, b in ideas_of(text, part, Unit(start=0, end=len(text), kind=kind), language)]


WHOLE = [
    ("Vi støtter tilsynet. I fjor merket flere lag en forskjell.", "two sentences on one thing"),
    ("Det som mangler, er tempo. En kommune kan gå i to år. Vi ber om at boten blir hovedregelen.", "problem and wish"),
    ("Sikkerhet angis per vedlegg. Da kan resten være åpen.", "a connective"),
    ("Registeret er bra. Det bør gjelde flere.", "a pronoun before a demand"),
    ("Planen er for vag. Rapporten bør drøftes i forumet.", "a definite subject before a demand"),
    ("Unntakene er mange. Noen bør bli videre, andre strykes.", "a demand about some of those named"),
    ("Vi vil ha lys. Skriv heller én side i året.", "an order without a subject"),
    (
        (
            "En fisker mistet synet. Søknaden lå på nett. Innlogging krevde en kode han ikke kan lese. Chatboten ba "
            "om bilder. Til slutt tok han bussen."
        ),
        "a story of one person",
    ),
]


@pytest.mark.parametrize(("text", "why"), WHOLE, ids=[row[1] for row in WHOLE])
def test_what_is_one_idea(text: str, why: str) -> None:
    """Sentences that need each other stay together."""
    assert ideas(text) == [text], why


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I 97 av dem fant vi ingen vinner. DFØ bør få et tydelig mandat.", 2),
        ("Leverandører må ha nummer. Utenlandske leverandører trenger en egen nøkkel.", 2),
        ("Et sett med indikatorer kan virke. Markedsdialog bør telle positivt.", 2),
        ("Landowners should be paid. New grants must be open all year.", 2),
    ],
)
def test_a_new_demand_begins_an_idea(text: str, parts: int) -> None:
    """A sentence that demands something of a subject of its own stands alone."""
    assert len(ideas(text)) == parts


def test_long_paragraphs_are_divided_between_untied_sentences() -> None:
    """From four sentences on, an idea ends where the next sentence is tied to nothing, two sentences at least."""
    text = (
        "Skogen er den siste. Barnehagen bruker den. Veien er en snarvei. Lastebiler kjører der. Derfor er det utrygt."
    )
    assert ideas(text) == [
        "Skogen er den siste. Barnehagen bruker den.",
        "Veien er en snarvei. Lastebiler kjører der. Derfor er det utrygt.",
    ]


def test_no_idea_is_longer_than_a_vector_holds() -> None:
    """Even tied sentences part at the longest length."""
    text = " ".join(["Det er noe som alle her vet og som ingen vil gjøre noe med."] * 30)
    found = ideas(text)
    assert len(found) > 1
    assert all(word_count(idea) <= LONGEST_IDEA for idea in found)


def test_bullets_are_one_idea() -> None:
    """A bullet of several sentences is what its writer set as one; a page in a bullet is not."""
    text = "Folk mister mobilen. Ny kode krever pass. Pass krever time. Køen er lang. DFØ bør svare."
    assert ideas(text, "item") == [text]
    assert ideas(text, "cell") == [text]
    assert len(ideas(" ".join([text] * 8), "item")) > 1


def test_a_long_sentence_is_never_cut() -> None:
    """One sentence is one idea, however long."""
    text = "Vi mener at " + "alt og alle og enda mer " * 60 + "må med."
    assert ideas(text) == [text]


def test_ideas_hold_every_word() -> None:
    """Nothing but white space is left between ideas."""
    text = "Ett. To er her. Tre er der. Fire kom hit. Fem gikk. Seks ble igjen.\n\nSju."
    assert "".join("".join(ideas(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("DFØ bør få mandat.", True),
        ("New grants must be open.", True),
        ("Nya regler måste komma.", True),
        ("Nye regler skal komme.", True),
        ("Rapporten bør drøftes.", False),
        ("The report should be discussed.", False),
        ("Noen bør bli videre.", False),
        ("Bør dette vare?", False),
        ("Lys er bra, og det bør komme flere lamper.", False),
    ],
)
def test_demands(sentence: str, expected: bool) -> None:
    """Subject first, then the demand's verb, and the subject neither definite nor some of those named."""
    assert demands_anew(sentence) is expected
