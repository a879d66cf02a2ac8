"""How words are written in titles: languages, names, days, shouting."""

from __future__ import annotations

import pytest

from consult.records import Language, Passage, content_id
from consult.themes.keyness import read_words
from consult.themes.title import title_themes
from consult.themes.wording import Wording, calm, capital, into_language, is_name, small


def passage(text: str, language: Language = "nn", source: str = "") -> Passage:
    """A passage that is all of its source."""
    return Passage(
        source_id=source or content_id("s", text), start=0, end=len(text), text=text, language=language,
        voice="individual",
    )  # fmt: skip


STAYS = [
    ("kommunane", "nn", "nn", "it is in the language already"),
    ("award notice", "en", "nn", "nothing is translated"),
    ("ritningar över vattenverk", "sv", "nn", "nothing is translated"),
    ("et xylqvist i kommunene", "nb", "nn", "one of its words has no known counterpart"),
    ("whistleblowerordninger", "da", "nn", "bokmål's dictionary does not have it"),
]
BECOMES = [
    ("kommunene", "nb", "nn", "kommunane"),
    ("Åpenhet i kommunene", "nb", "nn", "Openheit i kommunane"),
    ("gaver", "da", "nn", "gåver"),
    ("DFØ i kommunene", "nb", "nn", "DFØ i kommunane"),
    ("et tomtesalg", "nb", "nn", "eit tomtesal"),
]


@pytest.mark.parametrize(("text", "spoken", "language", "why"), STAYS)
def test_a_phrase_stays_as_it_was_said(text: str, spoken: str, language: str, why: str) -> None:
    """Half a translation reads worse than none."""
    assert into_language(text, spoken, language) == text, why


@pytest.mark.parametrize(("text", "spoken", "language", "expected"), BECOMES)
def test_a_phrase_is_written_in_the_output_language(text: str, spoken: str, language: str, expected: str) -> None:
    """Where every word has a known counterpart."""
    assert into_language(text, spoken, language) == expected


@pytest.mark.parametrize(
    ("word", "named"), [("DFØ", True), ("eInnsyn", True), ("SIVILSAMFUNN", False), ("Oslo", False)]
)
def test_names_are_known_by_their_capitals(word: str, named: bool) -> None:
    """Capitals inside a word make a name; a long word in capitals is only shouted."""
    assert is_name(word) == named


def test_capitals_are_for_beginnings() -> None:
    """And names keep theirs."""
    assert (calm("SIVILSAMFUNN OG FORVALTNING"), calm("Meir OPENHEIT no")) == (
        "sivilsamfunn og forvaltning", "Meir openheit no",
    )  # fmt: skip
    assert (small("Dialog"), small("eInnsyn"), capital("dialog"), capital("eInnsyn")) == (
        "dialog", "eInnsyn", "Dialog", "eInnsyn",
    )  # fmt: skip


def test_names_of_persons_are_private_wherever_they_stand() -> None:
    """Two names in a row are a person, in however many letters."""
    texts = ("Vi høyrde Torgunn Bråtesveen om buss.", "Takk til Torgunn Bråtesveen for bussen.")
    words = Wording.of(read_words([passage(text) for text in texts]), "nn")
    public = {words.forms[key].lower() for key in words.forms.keys() - words.private}
    assert not {"torgunn", "bråtesveen"} & public
    assert "buss" in words.forms.keys() - words.private


def test_days_and_months_are_no_keywords() -> None:
    """They tell when, never what about."""
    group = [passage("Bussen på fredag i mars."), passage("Buss kvar fredag i mars og april.")]
    other = [passage("Biblioteket har kurs.")]
    named = title_themes([group, other], [*group, *other], {}, "nn")[0]
    assert not {"fredag", "mars", "april"} & set(" ".join((named.title, *named.keywords)).lower().split())


def test_half_a_word_is_no_keyword() -> None:
    """*Arkiv- og innsynslov* says nothing of *arkiv-* alone."""
    group = [passage("Sikkerhets- og beredskapsplanar for skulen."), passage("Sikkerhets- og beredskapsplanar.")]
    named = title_themes([group, [passage("Buss.")]], [*group, passage("Buss.")], {}, "nn")[0]
    assert "sikkerhets" not in (*named.keywords, *named.title.lower().split())


def test_two_forms_of_a_word_are_one_keyword() -> None:
    """*Register* and *registeret* tell the same."""
    texts = ("Registeret må ut.", "Register for alle.", "Registra bør koplast til kjelder.", "Kjelde for kjelder.")
    group = [passage(text) for text in texts]
    named = title_themes([group, [passage("Buss.")]], [*group, passage("Buss.")], {}, "nn")[0]
    words = [word.lower() for word in (*named.title.split(), *named.keywords)]
    assert sum(word.startswith("regist") for word in words) == 1
