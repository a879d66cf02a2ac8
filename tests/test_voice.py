"""Who speaks in a file about which the settings say nothing."""

from __future__ import annotations

import pytest

from consult.read.voice import guess_voice

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
    ("letter.txt", "River Watch is a voluntary organisation with 200 members.", "organisation", "a presentation"),
]


@pytest.mark.parametrize(("path", "text", "voice", "why"), CASES, ids=[case[3] for case in CASES])
def test_the_voice_of_a_file(path: str, text: str, voice: str, why: str) -> None:
    """Name, head and signature tell who speaks; where none does, a person speaks."""
    assert guess_voice(text, (), path, "txt") == voice, why


def test_only_the_file_name_counts() -> None:
    """The folder *bord 1* holds letters too: the file's own name is asked."""
    assert guess_voice("Meir lys.", (), "bord 1/brev.txt", "txt") == "individual"
