"""Special categories: flagged where they are told of somebody, not where they are what is talked about."""

from __future__ import annotations

import pytest

from consult.read.sensitive import CATEGORIES, REACH, find_sensitive
from tests.privacy_cases import STAYS, in_sentences


def told(text: str) -> list[tuple[str, str]]:
    """(words, category) of each."""
    return [(text[one.start : one.end], one.kind) for one in find_sensitive(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Blinde møter skjema utan ledetekstar.",  # a group, as a subject
        "Kommunen bør høyre på døve og svaksynte.",
        "Helse først: sjukeheimen manglar folk.",
        "Dei kristne skulane bør vere opne.",
        "Medlemmene i fagforeininga vil ha svar.",
        "Samisk språk må inn i skjema.",
        "Tilgjenge for rullestol er eit krav.",
        "Vi treng universell utforming for alle med nedsett syn.",
        "Tilbudet til flyktninger må bli bedre.",
        "Access for blind people is poor.",
        "Stress og slag i slag.",
        "Eg har prøvd det same, og eg har spurt kven som svarar.",
        "Jeg har et rom på hybelen, og eg er usikker på kven det er.",
        "Han er kven som helst.",
        "Fylket bør ha drosje til dialyse og cellegift.",
        "Den som er dømd for vald, bør ikkje køyre skuleborn.",
        "Eg er medlem i Noregs Skiforbund.",
        "Eg går i 6. klasse. Autisme er det for lite kunnskap om.",
    ],
)
def test_a_subject_is_nobodys_secret(text: str) -> None:
    """A word of a category, without anybody it is told of."""
    assert told(text) == []


@pytest.mark.parametrize("stays", STAYS)
def test_what_must_stay_is_not_flagged(stays: str) -> None:
    """Bodies, laws, amounts."""
    for _, sentence in in_sentences(stays):
        assert told(sentence) == []


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("Mor mi er nesten blind etter slag.", "nesten blind etter slag", "health"),
        (
            "Ragna fortalde om moren på 86, nesten blind etter slag, som fekk gebyr.",
            "nesten blind etter slag",
            "health",
        ),
        ("Eg har diabetes og treng hjelp.", "diabetes", "health"),
        ("Jeg er uføretrygdet.", "uføretrygdet", "health"),
        ("Jeg har kræft, siger han.", "kræft", "health"),
        ("Min dotter är autist.", "autist", "health"),
        ("My husband has dementia.", "dementia", "health"),
        ("Eg er tillitsvald i Fagforbundet.", "tillitsvald i Fagforbundet", "union"),
        ("I am a union representative.", "union representative", "union"),
        ("Jeg er muslim og vil bli hørt.", "muslim", "religion"),
        ("Som skeiv: eg er lesbisk og bur på bygda.", "lesbisk", "sexuality"),
        ("Eg er same, og sakspapira er på norsk.", "same", "ethnicity"),
        ("Jag är rom och får inget svar.", "rom", "ethnicity"),
        ("Eg er kven, og språket mitt manglar.", "kven", "ethnicity"),
        ("He is a refugee.", "refugee", "ethnicity"),
        ("Jeg har selv brystkreft med spredning og får cellegift.", "brystkreft", "health"),
        ("Jeg har selv brystkreft med spredning og får cellegift.", "cellegift", "health"),
        ("Eg har nyresvikt og køyrer til dialyse.", "nyresvikt", "health"),
        ("Sjølv har eg kols og går ikkje 200 meter.", "kols", "health"),
        ("Nu har jag fått cancer.", "cancer", "health"),
        ("sonen min går i 6. klasse på Nes skule og har Downs syndrom.", "Downs syndrom", "health"),
        ("Ho får uføretrygd.", "uføretrygd", "health"),
        ("Eg er sjåfør og medlem i Yrkestrafikkforbundet.", "medlem i Yrkestrafikkforbundet", "union"),
        ("Naboen min vart dømd for vald i fjor.", "dømd for", "criminal"),
        ("Min systerson sitter i fängelse i Bergen.", "i fängelse", "criminal"),
        ("My ex-husband was convicted of assault.", "convicted of", "criminal"),
        ("Han har mistet førerkortet to ganger.", "mistet førerkortet", "criminal"),
        ("Han er i fængsel.", "i fængsel", "criminal"),
    ],
)
def test_what_is_told_of_somebody_is_flagged(text: str, words: str, category: str) -> None:
    """The writer, kin, a person named by age."""
    assert (words, category) in told(text)


def test_somebody_in_another_sentence_is_somebody_else() -> None:
    """A full stop ends what is told."""
    assert told("Eg har skrive før. Blinde får ikkje svar.") == []


@pytest.mark.parametrize(("between", "found"), [(REACH - 8, True), (REACH - 7, False)])
def test_somebody_far_away_in_the_clause_is_out_of_reach(between: int, found: bool) -> None:
    """Sixty characters before the word are looked at, and not one more."""
    assert REACH == 60
    assert bool(told(f"Eg har {'x' * between} diabetes")) == found


def test_every_category_has_words() -> None:
    """And each is a kind of finding."""
    from consult.records import SPECIAL_KINDS

    assert set(CATEGORIES) == SPECIAL_KINDS


def test_without_somebody_everything_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin."""
    assert told("Eg har diabetes.")
    monkeypatch.setattr("consult.read.sensitive._of_somebody", lambda *_: False)

    assert told("Eg har diabetes.") == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Emil har autisme", "Emil", ["autisme"]),
        ("Sjåføren, Odd-Geir, vart dømd for vald", "Odd-Geir", ["dømd for"]),
        ("Kari Nes meiner at autisme er vanleg", "Kari Nes", []),  # a name that only speaks
        ("Vi møtte Emil. Det har autisme i seg", "Emil", []),  # another clause
        ("Emil har prøvd det same", "Emil", []),  # a word of every day
        ("Autisme: Emil har rett", "Emil", []),  # told before the name
    ],
)
def test_what_a_name_bears_is_told_of_it(text: str, name: str, words: list[str]) -> None:
    """A name is somebody where *har*, *er* or *vart* stands right behind it, in the same clause."""
    at = text.index(name)

    found = find_sensitive(text, [(at, at + len(name))])

    assert [text[one.start : one.end] for one in found] == words
    assert find_sensitive(text) == []
