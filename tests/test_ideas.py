"""Where a paragraph is divided into ideas, and where it is not."""

from __future__ import annotations

import pytest

from consult.read.ideas import LONGEST_IDEA, counts, demands_anew, ideas_of, tells_of_another
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


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "En deltagare ville öppna hallen. En annan sa emot: då blir det bråk. Gruppen enades om ett försök.",
            "sv",
            3,
        ),
        ("Nogle mente, at havnen er for dyr. Andre ville hellere have en bro.", "da", 2),
        ("One wanted the pool open all night. Another disagreed.", "en", 2),
        ("Noen mente at taksten er grei. Andre ville ha gratis reiser.", "nb", 2),
        ("Nokre meinte at løypa er lang. Dei andre var usamde.", "nn", 2),
    ],
)
def test_each_side_of_a_reported_disagreement_is_an_idea(text: str, language: Language, parts: int) -> None:
    """Notes that tell what one held and what another held hold two ideas, however short they are."""
    assert len(ideas(text, language=language)) == parts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("För det första är hallen kall. För det andra läcker taket.", "sv"),
        ("For det første er hallen kold. For det andet drypper taget.", "da"),
        ("Firstly, the hall is cold. Secondly, its roof leaks.", "en"),
        ("For det første er hallen kald. For det andre lekker taket.", "nb"),
        ("For det fyrste er hallen kald. For det andre lek taket.", "nn"),
        ("1) Hallen er kald. 2) Taket lekker.", "nb"),
    ],
)
def test_a_writer_who_counts_has_an_idea_for_each_number(text: str, language: Language) -> None:
    """Enumerating adverbials part what they count."""
    assert len(ideas(text, language=language)) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hallen är kall på vintern. Vi menar också att bastun ska vara gratis.", "sv"),
        ("Hallen er kold om vinteren. Vi foreslår også, at saunaen bliver gratis.", "da"),
        ("The hall is cold in winter. We also ask for a free sauna.", "en"),
        ("Hallen er kald om vinteren. Samtidig ber vi om gratis badstue.", "nb"),
        ("Hallen er kald om vinteren. I tillegg føreslår vi gratis badstove.", "nn"),
    ],
)
def test_a_wish_put_to_another_is_its_own(text: str, language: Language) -> None:
    """*We also ask* begins a second wish."""
    assert len(ideas(text, language=language)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Andre kommuner har dette.",
        "Många barn cyklar.",
        "Some roads are dark.",
        "Først kom bussen.",
        "Nokre vegar er mørke.",
    ],
)
def test_some_of_what_was_named_is_no_other_voice(sentence: str) -> None:
    """Without a word for saying or holding, *some* and *others* only count."""
    assert not tells_of_another(sentence)
    assert not counts(sentence)
