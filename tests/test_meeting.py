"""The frame of a table's notes, in five languages, and what must not be taken for it."""

from __future__ import annotations

import pytest

from consult.read.meeting import counts_heads, in_notes, is_prompt, lists_people, preamble_end
from consult.records import Source, Voice
from tests.reading_sources import block_source, inputs, judged, lines_source, sheet_of

INPUT = [
    ("- Fasilitatorar bør få opplæring", "roles spoken about in the plural"),
    ("- Bussen går 09.00 og 15.00, det er for sjeldan", "a timetable in an opinion"),
    ("- Fristen 15. april er for kort", "a date in an opinion"),
    ("- ordføraren sa nei i fjor", "another leader"),
    ("- programmet er for tett", "the word programme in an opinion"),
    ("- Til stades-lista må vere open", "the word of a list of people in an opinion"),
    ("- takk for at de spør, men svar òg", "thanks inside an opinion"),
    ("Førebels er det berre tre kommunar som er med, og dei andre ventar på kva staten vil gjere.", "a draft's word"),
    ("Kva er status for søknaden vår? Ingen svarar.", "a question about a status"),
    ("- status quo held ikkje", "the word status in an opinion"),
    ("- neste møte må vere på kveldstid", "a wish for the next meeting, as a bullet"),
    ("- Kari (kommunen): vi har ikkje folk", "what a person said"),
    ("Kva med dei som ikkje er her? Dei har ikkje nett.", "a question and its answer"),
    ("Vi snakka lenge om skulemat. Nesten alle var for.", "prose"),
]


@pytest.mark.parametrize(("line", "why"), INPUT, ids=[row[1] for row in INPUT])
def test_what_is_no_frame(line: str, why: str) -> None:
    """Input that has a word of the frame in it stays input."""
    text = f"# Bord 1\n\n## Tema\n\n- noko anna først\n\n{line}\n\n- og noko etterpå\n"
    assert [words.strip("- ") for reason, words in judged(lines_source(text)) if reason == "input"][1] == line.strip(
        "- "
    ), why


PREAMBLES = [
    "Møte 2, 19.03.2026",
    "12. februar 2026 · gruppearbeid kl. 10.30–12.00",
    "Til stades: sju, pluss fasilitator",
    "Tilstede: Kari Moe, Ola Berg",
    "Närvarande: åtta personer",
    "Deltagere: otte borgere",
    "Present: six residents",
    "Program: 09.00 velkomen, 12.00 plenum",
    "Dagsorden: velkomst, runde, prioritering",
    "Kl. 09.00 kaffe / 09.30 åpning / 11.15 plenum",
    "Referent: Kari",
    "Sekreterare: Anna",
    "Notat: Ola",
    "Notes by Jo, 3 May 2025",
    "Stad: Storsalen",
]


@pytest.mark.parametrize("line", PREAMBLES)
def test_the_top_of_notes(line: str) -> None:
    """Date, place, people and programme above the first bullet are not input."""
    assert inputs(lines_source(f"Bord 1\n\n{line}\n\n- meir lys\n")) == ["meir lys"]


def test_a_remark_beside_the_date_is_frame_too() -> None:
    """A short remark between the signs of the frame belongs to it; a long one without a sign says something."""
    short = "Bord 1\n\nVi var to som skreiv, litt hulter til bulter.\n\nFasilitator: ta kva de vil.\n\n- lys\n"
    assert inputs(lines_source(short)) == ["lys"]
    long = (
        "Vi brukte nesten heile tida på skulevegen, for alle rundt bordet har barn som går langs hovudvegen i mørkret "
    )
    long += "kvar einaste morgon heile vinteren, og ingen har gjort noko."
    assert inputs(lines_source(f"Bord 1\n\n12.02.2026\n\n{long}\n\n- lys\n")) == [long, "lys"]


def test_prose_all_the_way_down_is_no_preamble() -> None:
    """Notes without a single bullet say what they say in paragraphs."""
    text = "Gruppe 5\n\n12. mai 2025\n\nVi snakka om skulemat.\n\nMange ville ha senbuss.\n"
    assert inputs(lines_source(text)) == ["Vi snakka om skulemat.", "Mange ville ha senbuss."]


@pytest.mark.parametrize(
    "line",
    [
        "Fasilitator: Kva skal til?",
        "**Fasilitator:** Skriv ein lapp kvar.",
        "Fasilitator minner om tida – 25 min att.",
        "_Time's up. Facilitator collects the cards._",
        "Ordstyrer: to minutter per bord.",
        "Samtalsledare: tänk på i fjol.",
        "Mødeleder: én ting hver.",
        "Host: one idea each.",
        "Oppgåve: Skriv tre ting.",
        "Spørsmål til bordet: kva manglar?",
    ],
)
def test_prompts(line: str) -> None:
    """What the leader says or asks is not input, wherever in the notes it stands."""
    text = f"# Bord 1\n\n## Tema\n\n- a b\n\n{line}\n\n- c d\n"
    assert inputs(lines_source(text)) == ["a b", "c d"]


def test_a_question_between_heading_and_bullets_is_a_prompt() -> None:
    """The question over a list of answers is asked of the table."""
    asked = "Kva tenkjer de om lyset i parken og på vegen mellom skulen og hallen?"
    source = lines_source(f"# Bord 1\n\n## Lys\n\n{asked}\n\n- mørkt i parken\n")
    assert inputs(source) == ["mørkt i parken"]
    assert is_prompt(sheet_of(source), 2)


@pytest.mark.parametrize(
    "line",
    [
        "Status frå etaten (5 min): løysinga er oppe.",
        "Tiltakseigar opplyste at evalueringa er i sluttfasen.",
        "Forvaltningen orienterede om, at budgettet er på plads.",
        "Regionen informerade om upphandlingen.",
        "The commitment owner reported that the portal is live.",
    ],
)
def test_status_told_by_an_owner(line: str) -> None:
    """What those responsible report is not what participants say."""
    assert line not in inputs(lines_source(f"# Bord 1\n\n## Tema\n\n- a b\n\n{line}\n\n- c d\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Takk for i dag! Skriftlege innspel innan 15. april.",
        "Møtet heva 12.30. Neste samling 19. mars.",
        "Mødet sluttede kl. 21.",
        "Tack för idag!",
        "Thank you all for coming. Next meeting: 4 June.",
        "Neste steg: regionen samanfattar i mai.",
    ],
)
def test_the_end_of_notes(line: str) -> None:
    """Thanks, the next meeting and what happens next close the notes."""
    assert inputs(lines_source(f"# Bord 1\n\n- meir lys\n\n{line}\n")) == ["meir lys"]


def test_lists_under_a_head_of_the_frame() -> None:
    """Bullets under *Deltakarar*, *Program* or *Status frå …* are the frame; under another head they are input."""
    people, programme = "## Deltakarar\n\n- Kari, kommunen", "## Program\n\n- opning"
    text = f"# Bord 1\n\n{people}\n\n{programme}\n\n## Status frå etaten\n\n- alt er klart\n"
    assert inputs(lines_source(f"{text}\n## Ønske\n\n- lys\n")) == ["lys"]


def test_agreements() -> None:
    """Under *Neste steg* dates and addresses are logistics; a claim there is input."""
    steps = "- Per ringer laget innan 1. mars\n- skriv til kari@x.example\n- parken må opnast igjen"
    text = f"# Bord 1\n\n- lys\n\n## Neste steg\n\n{steps}\n"
    assert inputs(lines_source(text)) == ["lys", "parken må opnast igjen"]


def test_people_with_names_are_contact_data() -> None:
    """A list of names says who was there; a list of roles is procedure."""
    named = judged(lines_source("Bord 1\n\nTil stades: Kari Moe, Ola Berg, Per Lie\n\n- lys\n"))
    roles = judged(lines_source("Bord 1\n\nTil stades: tre leverandørar, to innkjøparar\n\n- lys\n"))
    assert named[1][0] == "contact"
    assert roles[1][0] == "procedural"


def test_a_case_pointed_to_is_no_input() -> None:
    """A line that only gives a case's number is a reference."""
    text = "# Bord 1\n\n## Tema\n\n- lys\n\nSaka det vart vist til: sak 24/1234, dokument-id 20260319004\n"
    assert inputs(lines_source(text)) == ["lys"]


def test_letters_have_no_frame_of_notes() -> None:
    """The same lines in a letter are judged as a letter's."""
    source = lines_source("Neste møte må vere ope.\n\nTakk for i dag er ikkje nok.\n", voice="individual")
    sheet = sheet_of(source)
    assert [in_notes(sheet, at) for at in range(len(sheet.units))] == [None, None]


def blocks(*paragraphs: str) -> Source:
    """Notes in a word processor: a title, paragraphs, a bullet."""
    return block_source([("heading", "Bord 1", 1), *(("paragraph", words) for words in paragraphs), ("item", "lys", 1)])


def test_the_preamble_ends_at_the_first_bullet() -> None:
    """Its end is the number of the first unit below it; 0 where nothing bears its signs."""
    assert preamble_end(sheet_of(blocks("12.02.2026, møterom 2. Notat: Ola", "Sju rundt bordet."))) == 3
    assert preamble_end(sheet_of(blocks("Det er mørkt."))) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Antecknare: Stina. Deltagare: Omar, Britta och två gäster",
        "Anteckningar förda av: Stina",
        "**Note taker:** Sam. Six people.",
        "Minute-taker: Sam",
        "Referat ved: Jens",
        "Notatskrivar: Oddny",
        "Notater ved: Trine. Deltakere: Per, Pål",
        "Gruppen bestod av fem personer från byalaget.",
        "Vi var sju rundt bordet.",
        "Vi var åtte",
        "Gruppen bestod af ti borgere.",
        "Nine people around the table.",
    ],
)
def test_who_wrote_and_how_many_they_were(line: str) -> None:
    """Whoever took the notes and how many sat there are the frame of notes."""
    assert inputs(lines_source(f"# Bord 1\n\n{line}\n\n## Tema\n\n- meir lys\n")) == ["meir lys"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vi var fem.", True),
        ("Vi var fem som ville ha lys.", False),
        ("Five people drowned there.", False),
        ("Vi var tre: Kari, Ola og Per.", False),
        ("To personer hjelper oss.", False),
        ("Vi var på tur.", False),
    ],
)
def test_a_count_of_heads_says_nothing_else(line: str, expected: bool) -> None:
    """A number of people in a statement is part of the statement."""
    assert counts_heads(line) is expected


def test_people_behind_another_label() -> None:
    """A line may hold several labels; one without a label first may speak of anything."""
    source = lines_source("# B\n\nReferent: Kari. Til stades: Ola Moe, Per Lie\n\nBra dag. Til stades: alle\n\n- a\n")
    sheet = sheet_of(source)
    assert lists_people(sheet, 1)
    assert not lists_people(sheet, 2)
    assert in_notes(sheet, 1) == "contact"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Vi hann inte diskutera badet.", False),
        ("Vi rakk ikkje dei siste spørsmåla.", False),
        ("Vi rakk ikke å snakke om badet.", False),
        ("Vi nåede ikke at drøfte badet.", False),
        ("We ran out of time for question 3.", False),
        ("Vi rakk ikkje bussen.", True),
        ("Vi hann inte med tåget.", True),
        ("We did not have a choice.", True),
    ],
)
def test_what_there_was_no_time_for(line: str, kept: bool) -> None:
    """What was not reached is no input; what people missed in their lives is."""
    found = inputs(lines_source(f"# Bord 1\n\n## Tema\n\n- meir lys\n\n{line}\n\n- tak\n"))
    assert (line in found) is kept


REMINDERS = [
    "Hugs å spørje administrasjonen om prisen for kveldsope",
    "Husk å sjekke med Kari",
    "Husk at spørge forvaltningen om prisen for aftenåbent",
    "Kom ihåg att skicka listan",
    "Remember to check the price with the council",
    "Note to self: spelling",
]


def commented(comment: str, voice: Voice = "group_note") -> Source:
    """Notes of two bullets, a comment on the first."""
    return block_source([("item", "Ope om kvelden"), ("footnote", comment), ("item", "Fleire benker")], voice=voice)


@pytest.mark.parametrize("comment", ["Hugs busskuret", "Må sjekkast kvart år", "Ask the young", "Vi er usamde i dette"])
def test_a_comment_that_says_something_is_input(comment: str) -> None:
    """Sabotage twin: what people write in the margin on the matter."""
    assert comment in inputs(commented(comment))


@pytest.mark.parametrize("comment", REMINDERS)
def test_what_the_note_taker_is_to_remember(comment: str) -> None:
    """A reminder in the margin of notes is procedure; the same in a bullet, or in a letter, is what somebody says."""
    assert ("procedural", comment) in judged(commented(comment))
    assert inputs(commented(comment)) == ["Ope om kvelden", "Fleire benker"]
    assert comment in inputs(block_source([("item", comment), ("item", "Fleire benker")]))
    assert comment in inputs(commented(comment, "organisation"))


@pytest.mark.parametrize(
    "line",
    [
        "Anna hälsade välkommen och gick igenom dagordningen.",
        "Kari presenterte utkastet til plan.",
        "Anne Dal welcomed everyone.",
    ],
)
def test_how_somebody_opened_the_meeting(line: str) -> None:
    """Whoever leads it is named and says nothing on the matter."""
    assert ("procedural", line) in judged(
        block_source([("heading", "Opning", 1), ("paragraph", line), ("item", "Lys")])
    )


@pytest.mark.parametrize(
    "line", ["Kommunen presenterte planen for seint.", "Anna vill ha fler böcker.", "Kari sa at bussen må gå."]
)
def test_what_somebody_held_is_input(line: str) -> None:
    """A body that presented its plan too late, and what a named person said."""
    assert line in inputs(block_source([("heading", "Opning", 1), ("paragraph", line), ("item", "Lys")]))


def test_who_signs_minutes_says_nothing() -> None:
    """The name at the end, and what stands over it; a name further up stays, and so does a place at the end."""
    signed = block_source([("item", "Lys"), ("paragraph", "Vid protokollet"), ("paragraph", "Frida Holm")])
    assert inputs(signed) == ["Lys"]
    assert inputs(block_source([("item", "Lys"), ("paragraph", "Nedre Eiker")])) == ["Lys", "Nedre Eiker"]
