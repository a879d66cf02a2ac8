"""Names of persons: what must stay, what must go, and what does not depend on what."""

from __future__ import annotations

import pytest

from consult.read.names import find_names

STAYS = [
    ("Fristen er 12. februar 2026.", "no name at all"),
    ("Kommunen bør svare innan tre veker.", "a capital only because the sentence begins"),
    ("Sjå offentleglova § 3.", "a law"),
    ("", "nothing"),
    (" \n\t\n", "white space"),
    ("1234 5678", "digits"),
]
GOES = [
    ("nn", "Kari Nordmann meinte at fristen er for kort.", "Kari Nordmann"),
    ("nb", "Referent: Bjørn Fossheim", "Bjørn Fossheim"),
    ("nb", "Naboen min, Fadumo Abdi Warsame, har ventet i to år.", "Fadumo Abdi Warsame"),
    ("da", "Venlig hilsen Mette Kjærsgaard", "Mette Kjærsgaard"),
    ("sv", "Handläggaren Åsa Lindqvist svarade aldrig.", "Åsa Lindqvist"),
    ("en", "My name is Priya Sivakumar and I live here.", "Priya Sivakumar"),
    ("nn", "Eg heiter Máret Ánne Somby og bur i Karasjok.", "Máret Ánne Somby"),
    ("nb", "Kontaktperson: K. Nordmann", "K. Nordmann"),
]


def covered(text: str, name: str, language: str) -> bool:
    """Whether every letter of a name is found."""
    start = text.index(name)
    hidden = {place for span in find_names([text], [language])[0] for place in range(span.start, span.end)}
    return all(place in hidden for place in range(start, start + len(name)) if text[place].isalnum())


@pytest.mark.parametrize(("text", "why"), STAYS, ids=[why for _, why in STAYS])
def test_what_must_stay(text: str, why: str) -> None:
    """What is no person's name is left alone."""
    assert find_names([text], ["nn"]) == [[]], why


@pytest.mark.parametrize(("language", "text", "name"), GOES, ids=[name for *_, name in GOES])
def test_what_must_go(language: str, text: str, name: str) -> None:
    """Names of persons are found whole, from whatever country they come."""
    assert covered(text, name, language)
