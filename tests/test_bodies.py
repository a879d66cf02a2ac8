"""Which public body, institution or company sends a letter."""

from __future__ import annotations

import pytest

from consult.read.bodies import body_in_file, body_of_text, is_body
from consult.read.document import Document
from consult.read.inputs import _voice
from consult.read.voice import guess_voice

OFFICIAL = "Med helsing\nGunnar Moe\nseniorrådgjevar\n\nBrevet er elektronisk godkjent."
TEXTS = [
    ("Nes kommune\nPostboks 1\n\nVi vil ha lys langs vegen.\n\nHelsing\nOla og Kari", "", "whom a letter goes to"),
    ("Til Nes kommune\n\nVegen må brøytast.\n\nMvh\nOla Dal", "", "whom it goes to, in so many words"),
    ("Nes kommune\n\nEg vil ha lys.\n\nMvh\nOla Dal\nlærar, Nes skule", "", "a person who tells where they work"),
    ("Nes kommune\nv/ saksbehandlar Eva Ek\n\nVi vil ha lys.\n\nMvh\nOla og Kari", "", "to whoever handles the case"),
    ("Trafikverket\nDnr 402-2025\n\nVi vill ha ljus.\n\nHälsningar\nEva och Bo", "", "a case's number"),
    ("Statens vegvesen\n\nVi vil ha lys.\n\nMed helsing\nKari Dal\ningeniør", "", "what a person works as"),
    ("Vegen ved Nes museum er smal.\n\nMvh\nOla Dal", "", "a body that the letter is about"),
    (f"Statsforvaltaren i Vestland\n\nVi har motsegn.\n\n{OFFICIAL}", "Statsforvaltaren i Vestland", "a letterhead"),
    ("Trafikverket\n\nVi avstyrker.\n\nMed vänlig hälsning\nEva Ek\nhandläggare", "Trafikverket", "of one word"),
    ("Vi ber om vern.\n\nMed helsing\nEva Ek\nkonservator, Nes Museum", "Nes Museum", "a signature"),
    (
        f"Statsforvaltaren i Vestland\n\nNei.\n\n{OFFICIAL}\n\nKopi til:\nNes kommune",
        "Statsforvaltaren i Vestland",
        "a letterhead, and copies",
    ),
    (f"Lys.\n\n{OFFICIAL}\n\nKopi til:\nNes kommune, Postboks 1", "", "who else got it"),
    (
        "Department for Transport\n\nWe object.\n\nKind regards\nAnn Lee\nSenior Planning Officer",
        "Department for Transport",
        "English",
    ),
]
FILES = [
    ("Merknad til Nes kommune.docx", "Nes kommune bør byggje.", "", "whom it goes to"),
    ("Framtidas bibliotek.docx", "Eit bibliotek for alle.", "", "what it is about: the text does not call itself so"),
    ("Nes kommune - forslag frå Ola.docx", "Nes kommune bør byggje.", "", "to whom, and who writes"),
    ("22 Statens vegvesen.pdf", "Statens vegvesen har ikkje merknader.", "Statens vegvesen", "a number before it"),
    ("Region Skåne yttrande (2).pdf", "Region Skåne avstyrker.", "Region Skåne", "what kind of letter it is"),
]
NAMES = [
    ("", False, "nobody"),
    ("Ola Dal", False, "a person"),
    ("Knut Skule", False, "a person whose family is called by a kind of body"),
    ("Nes Museum", True, "an institution"),
    ("Coop Nes SA", True, "a company"),
    ("Skatteverket", True, "an agency of one word"),
    ("Per Kreds", False, "a person whose family is called by a kind of association"),
    ("Nes forslag", False, "a word that ends like one"),
    ("Lillesund Lærerkreds", True, "a teachers' branch"),
    ("Statens havarikommisjon", True, "a commission"),
    ("Sunnfjord Diabeteslag", True, "patients"),
]


@pytest.mark.parametrize(("text", "body", "why"), TEXTS, ids=[case[2] for case in TEXTS])
def test_the_body_that_a_letter_comes_from(text: str, body: str, why: str) -> None:
    """A letterhead is the sender's where officials sign; whom a letter goes to and what it is about are not."""
    assert body_of_text(text) == body, why


@pytest.mark.parametrize(("path", "text", "body", "why"), FILES, ids=[case[3] for case in FILES])
def test_the_body_in_a_files_name(path: str, text: str, body: str, why: str) -> None:
    """A file is called by its sender where the letter names itself so."""
    assert body_in_file(path, text) == body, why


@pytest.mark.parametrize(("name", "expected", "why"), NAMES, ids=[case[2] for case in NAMES])
def test_a_name_is_a_bodys_or_a_persons(name: str, expected: bool, why: str) -> None:
    """A mail's sender is a body where the whole name is of its kind."""
    assert is_body(name) is expected, why


def test_an_authoritys_letter_is_no_private_persons() -> None:
    """Who speaks in an authority's letter is an organisation, and in a neighbour's letter to it a person."""
    own = f"Vestland fylkeskommune\nNes kommune\n\nVi har motsegn.\n\n{OFFICIAL}"
    to_it = "Vestland fylkeskommune\nPostboks 1\n\nVegen må brøytast.\n\nMvh\nOla Dal"
    assert guess_voice(own, (), "uttale.docx", "docx") == "organisation"
    assert guess_voice(to_it, (), "brev.docx", "docx") == "individual"


def test_a_mail_from_a_body_is_an_organisations() -> None:
    """The name that a mail comes from decides where the mail itself says nothing; a letter's author field does not."""
    text = "From: Nes Museum <post@nes.example>\n\nSteingarden bør stå."
    assert _voice(Document(format="eml", text=text, contributor="Nes Museum"), "a.eml", None) == "organisation"
    assert (
        _voice(Document(format="eml", text="Steingarden bør stå.", contributor="Ola Dal"), "a.eml", None)
        == "individual"
    )
