"""Which association signs, heads or names a file."""

from __future__ import annotations

import pytest

from consult.read.document import Document
from consult.read.inputs import _sender
from consult.read.senders import sender_in_file, sender_of_text
from consult.read.voice import guess_voice

NAMED = [
    ("Til Nes vel\n\nDet er mørkt.", "", "whom it is written to"),
    ("Tilskot til bondelaget\n\nJa.", "", "a title"),
    ("Eg ventar på buss kvar dag. Vi i grendalaget krev lys.\n\nHelsing\nOla", "", "a member who writes for himself"),
    ("Kommunen veit vel det", "", "an adverb"),
    ("Det er mørkt.\n\nMvh\nOla Dal\n\nKopi til:\nNes vel", "", "who else got it"),
    ("Eidsnes bondelag\n\nMatjord.", "Eidsnes bondelag", "a letterhead"),
    ("Nes ungdoms- og idrettslag\n\nBane.", "Nes ungdoms- og idrettslag", "two kinds joined"),
    ("From: Nes vel <post@nes.no>\n\nDet er mørkt.", "Nes vel", "a mail's sender"),
    ("Det er mørkt.\n\nMvh Nes grendalag v/ Oddny Ness", "Nes grendalag", "who signs for it is left out"),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMED, ids=[case[2] for case in NAMED])
def test_the_association_of_a_text(text: str, name: str, why: str) -> None:
    """Head and signature name an association; a title, a recipient and an adverb do not."""
    assert sender_of_text(text) == name, why


def test_the_association_of_a_file() -> None:
    """A file's name names a sender where it is a name, not where it is a title."""
    assert sender_in_file("inn/Innspel frå Sandvik FAU.docx") == "Sandvik FAU"
    assert sender_in_file("Eidsnes_bondelag.docx") == "Eidsnes bondelag"
    assert sender_in_file("Nytt forslag.docx") == ""
    assert sender_in_file("Høringssvar Hege Lien.docx") == ""
    assert sender_in_file("Høringssvar til Norsk Fjellforening.docx") == ""
    assert sender_in_file("Høringssvar Norsk Fjellforening.pdf") == "Norsk Fjellforening"
    assert sender_in_file("Uttalelse - Nes Reindriftslag.odt") == "Nes Reindriftslag"


def test_an_association_stands_for_who_wrote_its_mail() -> None:
    """An organisation's name is published: the person's who wrote the mail for it is not taken for it."""
    mail = Document(format="eml", text="Det er mørkt.\n\nMvh Nes grendalag v/ Oddny Ness", contributor="Oddny Ness")
    own = Document(format="eml", text="Det er mørkt.\n\nMvh Oddny", contributor="Oddny Ness")
    assert _sender(mail, "a.eml", None) == "Nes grendalag"
    assert _sender(own, "a.eml", None) == "Oddny Ness"


def test_an_associations_letter_bears_its_name() -> None:
    """Nobody's name stands in the file's fields: then its head names it, and a person's letter stays nameless."""
    own = Document(format="docx", text="Nes vel\n\nDet er mørkt.")
    other = Document(format="docx", text="Det er mørkt.\n\nMvh Oddny")
    assert _sender(own, "a.docx", None) == "Nes vel"
    assert _sender(other, "a.docx", None) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alle meiner:\n- buss", ""),
        ("Ungdomar meiner:\n- buss", ""),
        ("Ungerådet i Lillesund siger:\n1. Skolebus", "Ungerådet i Lillesund"),
        ("Nes velforening mener:\n- buss", "Nes velforening"),
        ("Nes Innvandrarråd c/o Amal Yusuf, Hamnegata 2\nVi meiner buss.", "Nes Innvandrarråd"),
    ],
)
def test_a_list_is_headed_by_who_says_it(text: str, name: str) -> None:
    """A colon ends the line; an address in care of somebody is no part of the name."""
    assert sender_of_text(text) == name


def test_who_writes_as_a_parent_is_no_company() -> None:
    """*As* is a word, *AS* a company."""
    letter = "Dear county,\nI am writing as a parent. The bus should wait.\nYours sincerely\nEmily Taylor"

    assert guess_voice(letter, (), "letter.txt", "txt") == "individual"
    assert guess_voice("Eg skriv frå Nesbygg AS\nOm veg.", (), "a.txt", "txt") == "organisation"
