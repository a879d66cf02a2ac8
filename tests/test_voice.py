"""Who speaks in a file about which the settings say nothing."""

from __future__ import annotations

import pytest

from consult.read.voice import guess_voice
from consult.records import Block

CASES = [
    ("innspel.txt", "Meir lys i parken, takk.", "individual", "no sign at all"),
    (
        "innspel.txt",
        "Eg er medlem i ei foreining, men skriv for meg sjølv.",
        "individual",
        "an organisation in a sentence",
    ),
    ("brev.txt", "Til Foreininga for lys\n\nDet er mørkt.", "individual", "an organisation written to"),
    ("brev.txt", "Eg skriv som privatperson, ikkje på vegne av styret.", "individual", "who says so"),
    ("brev.txt", "Table I made\n\nWe need light.", "individual", "I is no table"),
    ("brev.txt", "Vi vil ha lys.\n\nBord A sa ja.\nBord B sa nei.", "individual", "tables in a letter"),
    ("svar.pdf", "Our response\n\nTable 1: cars\n\nTable 2: buses", "individual", "figures set in tables"),
    (
        "a.md",
        "# Session 3\n\n- bus\n- light\n- bins\n\nKind regards\nAnn",
        "individual",
        "a session's list that is signed",
    ),
    ("a.md", "# Plan 3\n\n- bus\n- light\n- bins", "individual", "a number that is no session's"),
    ("a.md", "# Session 3 (online), 7 April\n\n- bus\n- light\n- bins", "group_note", "a session's list"),
    ("Table B.docx", "More light.", "group_note", "a table's letter in the name"),
    ("notes.md", "**Table C** (scribe: Ann)\n\n- more", "group_note", "a table's letter in the title"),
    ("a.txt", "Dialogmöte 2\n\nBord A\n- ljus\n\nBord B\n- buss", "group_note", "a meeting with several tables"),
    ("bordet.txt", "Vi sat rundt bordet heime.", "individual", "a table without a number"),
    ("rapport 2024.pdf", "Samandrag\n\nArbeidet er i rute.", "individual", "a year in a name"),
    ("mote1_bord4_marked.md", "# Notat", "group_note", "a table's number in the name"),
    ("Gruppe 2 referat.docx", "Skuleveg", "group_note", "a group's number in the name"),
    ("Grupp3.txt", "Skolväg", "group_note", "a number without a space"),
    ("notes.md", "# Table 5 – integrity\n\n- more", "group_note", "a table's number in the title"),
    ("notat.txt", "Innspelsmøte\n\nFasilitator: Kari\n\n- lys", "group_note", "a role at the top"),
    ("anteckningar.txt", "Dialog\nNärvarande: sju\n- ljus", "group_note", "people at the top"),
    ("brev.docx", "Innspel\n\nVi vil ha lys.\n\nOrg.nr. 312 846 292", "organisation", "an organisation's number"),
    ("brev.docx", "Innspill\n\nFor styret: Kari Moe", "organisation", "a board in the signature"),
    ("brev.txt", "Hej! Vi i Samverkansgruppen Ljus skickar några rader.", "organisation", "who says we in one"),
    ("brev.txt", "Kære alle. Her er erfaringer fra Foreningen Lys.", "organisation", "whose experience it is"),
    ("brev.txt", "Solbakken velforening\nBjørkeveien 12\n\nDet er mørkt.", "organisation", "a letterhead"),
    ("brev.txt", "Nytt forslag\n\nEg vil ha meir lys.", "individual", "forslag is no lag"),
    ("brev.txt", "Godt innslag\n\nTakk.", "individual", "innslag is no lag"),
    ("brev.txt", "Vedlegg 1\n\nSjå avslag og anlag.", "individual", "vedlegg and avslag are none"),
    ("brev.txt", "Eg trur det går vel.\n\nLev vel", "individual", "vel is an adverb"),
    ("brev.txt", "Lys.\n\nMvh\nPer Vel Dahl", "individual", "a person called Vel"),
    ("brev.txt", "Støtte til idrettslag\n\nDei treng meir.", "individual", "a title about associations"),
    ("brev.txt", "Til Nes vel\n\nDet er mørkt.", "individual", "an association written to"),
    ("brev.txt", "Meir lys.\n\nHilsen Kari Moe\nmedlem i Nes idrettslag", "individual", "a member signs for herself"),
    ("brev.txt", "Eg fekk hjelp frå Nes idrettslag.", "individual", "an association told of"),
    ("brev.txt", "Vi i borettslaget har det mørkt.", "individual", "neighbours in a house"),
    (
        "Nes idrettslag.txt",
        "Eg synest dei bør få meir.",
        "individual",
        "a file about an association, by one who says I",
    ),
    ("Støtte til idrettslag.txt", "Dei treng meir.", "individual", "a file's name that is a title"),
    ("a.docx", "Eidsnes bondelag\n\nVi vil.\n\nKari Nes\nleiar", "organisation", "a farmers' letterhead"),
    ("Eidsnes bondelag.docx", "I dalen må matjorda i bruk vernast.", "organisation", "a file's name"),
    ("Innspel frå Sandvik FAU.docx", "Skulevegen er mørk.", "organisation", "a file's name behind its kind"),
    ("a.txt", "Det er mørkt.\nHilsen velforeningen på Håøya", "organisation", "a kind and its place in a closing"),
    ("a.txt", "Nes vel\n\nDet er mørkt.", "organisation", "a vel"),
    ("a.txt", "Innspel frå Sandvik FAU\n\nDet er mørkt.", "organisation", "whose input it is"),
    ("a.txt", "Det er mørkt.\n\nMvh Nes grendalag v/ Oddny Ness", "organisation", "a closing and who signs"),
    ("a.txt", "Det er mørkt.\n\nKari Nes, leiar i Nes vel", "organisation", "a board's role"),
    ("a.txt", "Vi i grendalaget krev lys.", "organisation", "who says we in a small-letter kind"),
    ("a.txt", "Från Ekby byalag\n\nDet är mörkt.", "organisation", "a Swedish association"),
    ("a.txt", "Dalby lokaludvalg\n\nDer er mørkt.", "organisation", "a Danish one"),
    ("a.txt", "Oakfield Residents' Group\n\nIt is dark.", "organisation", "an English one"),
    ("a.txt", "Vi vil ha lys.\n\nPå bestyrelsens vegne\nInga Madsen", "organisation", "on a board's behalf"),
    ("a.txt", "Vi vil ha lys.\n\nPå foreiningas vegner\nSiv", "organisation", "on an association's behalf"),
    ("a.txt", "Vi vill ha ljus.\n\nPå styrelsens vägnar\nSiv", "organisation", "the same in Swedish"),
    (
        "a.txt",
        "Vi vil.\n\nMed venlig hilsen\nGrethe Holm\nformand, DN Skovby",
        "organisation",
        "an office in a signature",
    ),
    ("a.txt", "Vi vil ha lys.\n\nKari Moe, leiar", "organisation", "an office behind a name"),
    ("a.txt", "Vi vil ha lys.\n\nMvh Kari Moe\nleder", "organisation", "an office under a name"),
    ("a.txt", "Eg vil ha lys.\n\nHelsing Kari Moe\nleiar", "individual", "a leader who says I"),
    ("a.txt", "Vi vil ha ein ny leiar.\n\nLeiar", "individual", "an office in a wish"),
    ("a.txt", "Vi treng kurs.\n\nBetre kurs, leiar av korpset", "individual", "a wish with a comma"),
    (
        "a.txt",
        "Naturvernforbundet Nes · Åvegen 3 · 6899 Nes\n\nVern myra.",
        "organisation",
        "an address beside the name",
    ),
    ("a.txt", "Norges Naturforbund Nes\n\nVern myra.", "organisation", "a place behind the kind"),
    ("Merknad frå Syklistforbundet.docx", "Sykkelveg.", "organisation", "a kind alone, whose remarks these are"),
    ("letter.txt", "River Watch is a voluntary organisation with 200 members.", "organisation", "a presentation"),
]


@pytest.mark.parametrize(("path", "text", "voice", "why"), CASES, ids=[case[3] for case in CASES])
def test_the_voice_of_a_file(path: str, text: str, voice: str, why: str) -> None:
    """Name, head and signature tell who speaks; where none does, a person speaks."""
    assert guess_voice(text, (), path, "txt") == voice, why


def test_only_the_file_name_counts() -> None:
    """The folder *bord 1* holds letters too: the file's own name is asked."""
    assert guess_voice("Meir lys.", (), "bord 1/brev.txt", "txt") == "individual"


def test_a_quoted_signature_is_not_the_senders() -> None:
    """What is quoted of an association's message says nothing of who answers it."""
    text = "Einig.\n\nMvh Nes grendalag"
    quoted = (Block(start=0, end=6, kind="lines"), Block(start=8, end=len(text), kind="quoted"))
    assert guess_voice(text, (), "svar.eml", "eml") == "organisation"
    assert guess_voice(text, quoted, "svar.eml", "eml") == "individual"
