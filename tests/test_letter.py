"""The frame of a letter or a mail, in five languages, and what must not be taken for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.records import Language, Source, Voice
from tests.reading_sources import block_source, inputs, judged, lines_source

BODY = "Det er for mørkt langs skulevegen, og barna går der kvar morgon."
SECOND = "Kommunen må setje opp lys før vinteren."


def letter(*paragraphs: str, voice: Voice = "individual") -> Source:
    """Paragraphs with empty lines between."""
    return lines_source("\n\n".join(paragraphs), voice=voice)


STAYS = [
    ((BODY,), "one paragraph"),
    (("Meir lys i parken",), "one line without a full stop"),
    (("Meir lys i parken", "Fleire benkar"), "ideas without full stops"),
    (("Hei", "Meir lys i parken", "Mvh Kari"), "an idea between greeting and signature"),
    (
        (BODY, "Eg ser fram til at nokon gjer noko med det, for slik kan det ikkje halde fram."),
        "courtesy's words in a demand",
    ),
    ((BODY, "Vi helsar ikkje på kvarandre lenger.", SECOND), "greeting's words in the text"),
    (("Kjære kommune, slutt å leggje ned skular!", BODY), "a greeting with a demand in it"),
    ((BODY, "Kontakten med barnehagen er dårleg.", SECOND), "contact's words without an address"),
    (("Vi har drøftet saken i styret og mener at broen må bygges.", BODY), "a board with a demand"),
    (("Vi beklager at bussen alltid kommer for sent om morgenen.", BODY), "a bus that is late"),
    (("Takk for at de spør, men førre gong kom det ikkje noko svar.", BODY), "thanks with a but"),
]


@pytest.mark.parametrize(("paragraphs", "why"), STAYS, ids=[row[1] for row in STAYS])
def test_what_a_letter_says_stays(paragraphs: tuple[str, ...], why: str) -> None:
    """Text that only shares words with the frame is input."""
    frame = {"Hei", "Mvh Kari"}
    found = "\n\n".join(words for reason, words in judged(letter(*paragraphs)) if reason == "input")
    assert found.split() == "\n\n".join(p for p in paragraphs if p not in frame).split(), why


@pytest.mark.parametrize(
    "head",
    [
        "Hei,",
        "Kjære kommune!",
        "Dear Sir or Madam,",
        "Til rette vedkomande",
        "Til Plan- og bygningsetaten",
        "Vikasund, 9. april 2026",
        "Vår ref.: 26/0087. Dykkar ref.: 25/3417",
        "Dnr 2025-00417",
        "post@velforeininga.example",
        "Bjørkevegen 12, 1234 Solbakken",
        "Org.nr. 313 902 471",
        "Innspel til planen",
        "Gjeld: høyring",
    ],
)
def test_above_the_text(head: str) -> None:
    """Addresses, dates, references and greetings stand above what a letter says."""
    assert inputs(letter(head, BODY, SECOND)) == [BODY, SECOND]


@pytest.mark.parametrize(
    "opening",
    [
        "Vi takkar for høvet til å uttale oss.",
        "Vi viser til høringsbrev av 12. desember og takker for anledningen til å uttale oss.",
        "Solbakken velforening har 420 medlemmer. Uttalelsen er behandlet i styret 28. januar.",
        "Vi har følgt arbeidet lenge. Vi føreslår tre tillegg. Forslaga er nummererte slik at de kan svare.",
        "Kære kolleger. Her er tre erfaringer fra Danmark.",
        "Hej! Vi skickar några rader från grannlandet.",
        "Thank you for the opportunity to comment. River Watch is a voluntary organisation with 1,200 members.",
        "Eg heiter Kari Moe og bur i Storgata 5, 6899 Fjelløya. Dotter mi skriv dette for meg.",
        "Skolebestyrelsen har behandlet forslaget på møde den 4. maj 2027.",
        "Vi har drøftet saken på årsmøtet 8. januar.",
        "Høringssvaret følger under og som vedlegg.",
        "Vi beklager at uttalelsen kommer etter fristen.",
    ],
)
def test_openings(opening: str) -> None:
    """Thanks, presentation and purpose at the top say nothing on the matter."""
    assert inputs(letter(opening, BODY, SECOND, voice="organisation")) == [BODY, SECOND]


def test_an_opening_with_a_point_is_cut_after_the_thanks() -> None:
    """Where a paragraph thanks and goes on to say something, only the thanks are set aside."""
    found = inputs(letter(f"Vi takkar for høvet til å uttale oss. {BODY}", SECOND))
    assert found == [BODY, SECOND]


def test_presentations_further_down_are_input() -> None:
    """What stands below the second paragraph is what the letter says."""
    members = "Laget har 420 medlemmer i bygda."
    assert members in inputs(letter(BODY, SECOND, members, BODY))


@pytest.mark.parametrize(
    "closing",
    [
        "Med helsing\nKari Moe",
        "Med vennlig hilsen\n\nKari Moe\nleder",
        "Mvh Kari",
        "Venlig hilsen Birthe (b@x.example)",
        "Hälsningar, Gunnel, 070-174 06 38",
        "Yours faithfully,\n\nMargaret Hill\nSecretary, River Watch\nm.hill@x.example",
        "Hilsen\n\nKari\nStorgata 5, 6899 Fjelløya\nMobil: +47 441 90 356",
        "For styret: Kari Moe, leiar, mobil 421 77 390",
        "De bedste hilsner\nPia Thomsen\nBakkevej 14, 4000 Skovby\nTlf. 23 45 67 89",
        "Mange hilsner fra Pia",
        "På bestyrelsens vegne\nInga Madsen, formand",
        "På styrets vegne\nInga Madsen",
        "På föreningens vägnar\nInga Madsen, ordförande",
        "Beste helsingar\nKari",
        "Vennlige hilsener, Kari",
        "Med vänliga hälsningar\nGunnel",
        "Many thanks,\nMargaret",
        "Best,\nMargaret",
        "Kh Ida",
        "Hav en god dag!\nBo",
        "Ha ei fin helg\nKari",
        "Ha en riktig god dag!\n\nKari",
        "Have a nice weekend\nMargaret",
        "--\nBo L. Madsen\nIngeniør, Cowi A/S\nMobil: 20 30 40 50",
        "-- \nKari Moe\nSenioringeniør",
        "Ha det bra!\nKari\n\n--\nKari Moe\nNes maskin AS",
    ],
)
def test_signatures(closing: str) -> None:
    """A closing formula and the short lines under it are contact data."""
    source = letter(BODY, SECOND, closing)
    assert inputs(source) == [BODY, SECOND]
    assert {reason for reason, words in judged(source) if words.strip() in closing and words.strip()} == {"contact"}


SIGNED = [
    ("Inga Madsen, formand", "", "who signs for a board"),
    ("For Nes JFF\n\nInga Madsen, formand", "", "for whom, whatever they are called"),
    ("Kari Moe, leiar.", "", "the same, with a full stop"),
    ("Bakkevej 14, 4000 Skovby", "", "where the writer lives"),
    ("Pia Thomsen", "Pia Thomsen", "the sender of the mail"),
    ("Pia Thomsen\n\nBakkevej 14, 4000 Skovby\n\nTlf. 23 45 67 89", "Pia Thomsen", "all of it"),
]


@pytest.mark.parametrize(("lines", "sender", "why"), SIGNED, ids=[row[2] for row in SIGNED])
@pytest.mark.parametrize("below", ["", "Sendt fra min iPhone", "Sent from my iPad"])
def test_who_wrote_is_told_without_a_formula(lines: str, sender: str, why: str, below: str) -> None:
    """Name, office and address at the very end; what the telephone adds below is nobody's words."""
    source = replace(letter(BODY, SECOND, lines, *filter(None, [below])), contributor=sender)
    assert inputs(source) == [BODY, SECOND], why
    assert not below or judged(source)[-1] == ("boilerplate", below)


NO_SIGNATURE = [
    ("Ha ein god dag på skulen kvar dag, det er målet", "", "a wish that begins as a closing"),
    ("Fortau ved Bakkevegen 14", "", "a wish about an address"),
    ("Bakkevegen 14, 6789 Vik treng lys", "", "the same, with a place"),
    ("Kari Moe må svare", "", "a name in a wish"),
    ("For Nes trengst det lys", "", "for a place"),
    ("Betre ferje, leiar vi ho sjølve", "", "a comma in a wish"),
    ("Fleire benkar", "Pia Thomsen", "a mail's last idea"),
    ("Best mogleg drift av ferja", "", "a word that closes English letters"),
    ("Møte i Alta, 9. januar, om lys og fortau langs vegen", "", "a wish with a place and a day"),
]


@pytest.mark.parametrize(("line", "sender", "why"), NO_SIGNATURE, ids=[row[2] for row in NO_SIGNATURE])
def test_a_last_idea_is_no_signature(line: str, sender: str, why: str) -> None:
    """Sabotage twin: short last lines that say something are input."""
    assert line in inputs(replace(letter(BODY, SECOND, line), contributor=sender)), why


def test_a_signature_without_a_formula() -> None:
    """Addresses at the very end need no formula to be contact data."""
    assert inputs(letter(BODY, SECOND, "Kari Moe, tlf. 428 06 917")) == [BODY, SECOND]


@pytest.mark.parametrize(
    ("farewell", "reason"),
    [
        ("Vi ser fram til vidare dialog.", "procedural"),
        ("We look forward to seeing the plan.", "procedural"),
        ("Beklager at dette kommer for sent.", "procedural"),
        ("Skrivefeil får de orsake. Ring om noko er uklart, 54 10 82 33.", "contact"),
        ("Klagen min er ført på fødselsnummer 15897431138.", "contact"),
        ("Ta kontakt med Kari Moe, tlf. 428 06 917, om noko er uklart.", "contact"),
    ],
)
def test_farewells(farewell: str, reason: str) -> None:
    """Courtesies and how to reach the writer, just before the signature."""
    source = letter(BODY, SECOND, farewell, "Mvh Kari")
    assert inputs(source) == [BODY, SECOND]
    assert (reason, farewell) in judged(source)


REACHED = [
    ("Vi krev at ungdom får plass i styringsgruppa.", "Ta kontakt med Kari Moe på tlf. 428 06 917.", "nn"),
    ("Kommunen må kjøpe naudstraum til huset. Vi krev at det skjer før vinteren!", "Skriv til x@y.example.", "nn"),
    ("Veien bør brøytes før klokka sju.", "Kontakt oss på post@lag.example for spørsmål.", "nb"),
    ("Kommunen bør åbne havnen igen.", "Kontakt mig på tlf. 20 30 40 50.", "da"),
    ("Vi kräver att skolan får vara kvar.", "Ring mig gärna på 070-174 06 38.", "sv"),
    ("The bridge must be repaired before winter.", "Please contact me at m.hill@x.example.", "en"),
]


@pytest.mark.parametrize(("said", "reach", "language"), REACHED)
@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize("first", [True, False])
def test_a_demand_beside_a_number_is_input(
    said: str, reach: str, language: Language, signed: bool, first: bool
) -> None:
    """Of a last paragraph only the sentence that says how to reach the writer is set aside."""
    last = f"{reach} {said}" if first else f"{said} {reach}"
    text = "\n\n".join((BODY, SECOND, last, *(("Mvh\nKari",) if signed else ())))
    source = lines_source(text, voice="individual", language=language)
    assert " ".join(inputs(source)) == f"{BODY} {SECOND} {said}"
    assert ("contact", reach) in judged(source)


def test_thanks_beside_a_number_and_a_demand_are_set_aside() -> None:
    """Courtesies of such a paragraph are none of its demands; a courtesy that demands is one."""
    thanked, reach = "Vi takkar for at vi fekk uttale oss.", "Ta kontakt med Kari Moe på tlf. 428 06 917."
    wish = "Vi ser fram til at kommunen må svare."
    source = letter(BODY, SECOND, f"{thanked} {reach} Vi krev plass i styringsgruppa. {wish}", "Mvh Kari")
    assert inputs(source)[2:] == [f"Vi krev plass i styringsgruppa. {wish}"]
    assert ("procedural", thanked) in judged(source)


def test_what_is_told_beside_a_number_of_the_state_is_input() -> None:
    """A whole sentence of its own is no case and no number, though it demands nothing."""
    told = "Han ble kalt stygge ting av en full passasjer, og mannskapet gjorde ingenting."
    source = letter(BODY, SECOND, f"Han har fødselsnummer 15897431138. {told}", "Mvh Kari")
    assert inputs(source) == [BODY, SECOND, told]


def test_a_formula_behind_the_last_sentence_closes_the_letter() -> None:
    """Who signs below it is no input, nor is the formula."""
    assert inputs(letter(BODY, f"{SECOND} Vennleg helsing", "Torbjørg Haukedal")) == [BODY, SECOND]
    helped = "Vi kan hjelpe. Hilsen frå dei gamle er viktig for oss alle."
    assert inputs(letter(BODY, helped, "Fleire benkar")) == [BODY, helped, "Fleire benkar"]


@pytest.mark.parametrize("where", ["Alta, 9. januar 2027", "Nes den 3. mars 2027", "Øvre Årdal, 12.02.2027"])
def test_where_and_when_above_who_signs_is_signature(where: str) -> None:
    """Office letters say it below the text; in front of nobody it is a line of the text."""
    assert inputs(letter(BODY, SECOND, where, "Mvh Kari Moe")) == [BODY, SECOND]


def test_a_demand_beside_a_number_of_the_state_is_input() -> None:
    """Whose number it is and which case stays contact data; what they demand does not."""
    case = "Klagen min ligg hos ombodet. Han er ført på fødselsnummer 15897431138."
    assert inputs(letter(BODY, SECOND, case, "Mvh Kari")) == [BODY, SECOND]
    demand = "Kommunen må svare innan ein månad."
    found = judged(letter(BODY, SECOND, f"{case} {demand}", "Mvh Kari"))
    assert ("contact", "Han er ført på fødselsnummer 15897431138.") in found
    assert ("input", demand) in found


@pytest.mark.parametrize("last", ["Kari Moe, leiar. Tlf. 428 06 917.", "Takk på førehand. Ring meg på 428 06 917."])
def test_a_line_that_only_signs_with_a_number_stays_out(last: str) -> None:
    """A name, a title or a courtesy beside a number says nothing of its own."""
    assert inputs(letter(BODY, SECOND, last)) == [BODY, SECOND]


def test_a_postscript_is_input() -> None:
    """What is added below a signature is said as well; the mail program's line is not."""
    text = "P.S. Badeplassen manglar framleis livbøye, trass i at ho vart stolen i vår."
    source = letter(BODY, SECOND, "Mvh\nKari", text, "Sendt frå min iPhone")
    assert inputs(source) == [BODY, SECOND, text]
    assert judged(source)[-1] == ("boilerplate", "Sendt frå min iPhone")


def test_a_formula_in_the_text_is_no_signature() -> None:
    """*Helsing frå* with sentences under it does not end a letter."""
    assert SECOND in inputs(letter(BODY, "Helsing til alle som slit på vegen", SECOND, BODY, SECOND))


def test_headings_do_not_end_the_letterhead() -> None:
    """A title between address and text is a heading; what is above the text stays above."""
    text = f"# Innspel til planen\n\nVikasund, 9. april 2026\n\n{BODY}\n\n{SECOND}"
    assert inputs(lines_source(text, voice="organisation")) == [BODY, SECOND]


def test_a_form_has_no_frame() -> None:
    """A greeting in an answer is cut by its sentence only; nothing is taken for a letterhead."""
    source = block_source(
        [("question", "Kva?"), ("answer", "Meir lys", 0, "Kva?"), ("answer", "Benkar", 0, "Kva?")], voice="individual"
    )
    assert inputs(source) == ["Meir lys", "Benkar"]


@pytest.mark.parametrize("to", ["Til fylket.", "Til kommunestyret i Nes.", "Till kommunen."])
@pytest.mark.parametrize("signed", ["Mvh Nes grendalag v/ Siv Moe", "Helsing Siv", "Hälsningar, Siv Moe", "Mvh."])
def test_a_frame_on_the_lines_of_the_text(to: str, signed: str) -> None:
    """To whom and from whom are no input where they stand on one line with the text."""
    assert inputs(letter(f"{to} {BODY} {signed}")) == [BODY]
    assert inputs(letter(f"{to} {BODY}", f"{SECOND} {signed}")) == [BODY, SECOND]


@pytest.mark.parametrize(
    "text",
    [f"{BODY} Helsing til alle som slit på vegen.", f"Til dei som bur langs vegen er dette viktig. {BODY}"],
)
def test_what_only_begins_like_a_frame_stays(text: str) -> None:
    """A sentence that goes on is input."""
    assert " ".join(inputs(letter(text))) == text


def test_dashes_between_parts_of_a_letter_are_no_signature() -> None:
    """What is said below them is input."""
    assert inputs(letter(BODY, "--", SECOND + " " + BODY)) == [BODY, f"{SECOND} {BODY}"]


@pytest.mark.parametrize(
    "line",
    [
        "PS: Hugs bussen!",
        "PS: Takk for møtet, men de gløymde bussen.",
        "Bakkevegen 14 manglar fortau",
        "Storgata 5",
        "Sendt fra kommunen til skraldeværket: det virker ikke.",
        "Tenk på miljøet!",
        "Tænk på miljøet og byg en bane.",
        "Best of all would be a bus.",
    ],
)
def test_a_last_line_that_says_something_is_input(line: str) -> None:
    """Sabotage twin: with a signature above or below, or with none."""
    for end in ((line,), (line, "Mvh\nKari"), ("Mvh\nKari", line)) if line.startswith("PS") else ((line,),):
        assert line in inputs(letter(BODY, SECOND, *end)), end


@pytest.mark.parametrize(
    "end",
    [
        "Pia Thomsen\nBakkevej 14\n4000 Skovby",
        "Gunnel Berg\nStorgatan 5\n123 45 Vik",
        "Pia Thomsen\nBakkevej 14, 4000 Skovby",
        "Thanks again,\nEmily",
        "De bedste hilsner\nPia Thomsen\nBakkevej 14\n4000 Skovby\nTlf. 23 45 67 89\n\nSendt fra min iPhone",
        "Hilsen Ola\n\nPS: Takk for et fint møte!",
        "Hälsningar Gunnel\n\nPS: Tack för en bra workshop!",
        "Mvh\nKari\n\nSkickat från Outlook för Android",
        "Sendt fra Yahoo Mail på Android",
        "Sendt via min mobil, undskyld slåfejl",
        "Sendt frå mobilen min",
        "Sent from Mail for Windows",
        "Excuse typos, sent from mobile",
    ],
)
def test_addresses_postscripts_and_telephones(end: str) -> None:
    """An address on lines of its own, thanks in a postscript, and what telephones and programs add."""
    assert inputs(letter(BODY, SECOND, end)) == [BODY, SECOND]


@pytest.mark.parametrize(
    "vote", ["Samrøystes vedteke.", "Enstemmig vedtatt", "Enhälligt antaget.", "Unanimously adopted."]
)
def test_how_a_letter_was_voted_on_is_no_opinion(vote: str) -> None:
    """It says who stands behind it; what was voted on stays, and so does a vote that is told of."""
    told = "Planen vart samrøystes vedteken av folk som ikkje bur her."
    found = judged(letter(BODY, SECOND, told, vote))
    assert ("procedural", vote) in found
    assert [words for reason, words in found if reason == "input"] == [BODY, SECOND, told]
