"""Sources → passages and what is set aside: whole notes and letters in five languages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from consult.read.passages import split_source, split_sources, tile
from consult.read.sheet import Part
from consult.records import Language, Source, Split, Voice
from tests.reading_sources import SETTINGS, block_source, inputs, lines_source, split

SWEDISH = """GRUPP 3 – ANTECKNINGAR

Medborgardialog om kollektivtrafik, Folkets hus 2025-03-14, kl. 18.00-20.30
Närvarande: Anna, Björn, Cecilia m.fl.
Samtalsledare: Cecilia Holm

Program
18.00 Välkomna
18.15 Inledning av regionen
20.00 Återsamling

Vad fungerar bra idag?
- Appen är enkel att använda
- Bussarna går i tid på morgonen, t.ex. linje 4.
  - men inte på kvällen

Vad behöver bli bättre?
- Fler turer på helgerna. Ungdomar kommer inte hem.
- Hållplatserna saknar tak och belysning, särskilt på landsbygden där man kan få vänta i en
  timme
- inget
- (oläslig lapp)

Nästa steg: regionen återkommer i maj.
Tack för idag!
"""
SWEDISH_INPUT = [
    "Appen är enkel att använda",
    "Bussarna går i tid på morgonen, t.ex. linje 4.",
    "men inte på kvällen",
    "Fler turer på helgerna. Ungdomar kommer inte hem.",
    "Hållplatserna saknar tak och belysning, särskilt på landsbygden där man kan få vänta i en timme",
]

DANISH = """Bord 4 – referat

Borgermøde om byens parker, 3. september 2024
Deltagere: otte borgere, en fra forvaltningen
Referent: Mette Kjær

Dagsorden: 1) velkomst 2) runde om bordet 3) prioritering

Spørgsmål 1: Hvad bruger I parkerne til?

• løb og gåture, især om morgenen
• børnene leger på legepladsen, men den er slidt. Gyngerne har været i stykker siden sidste år.

Spørgsmål 2: Hvad skal kommunen gøre først?

Facilitator: Tænk på én ting, der kan ske i år.

1. Flere skraldespande ved søen
2. Bænke med ryglæn – ældre kan ikke sidde på de nye

Forvaltningen orienterede om, at budgettet er på 2 mio. kr.

Mødet sluttede kl. 21.00. Skriftlige bidrag senest 1. oktober.
"""
DANISH_INPUT = [
    "løb og gåture, især om morgenen",
    "børnene leger på legepladsen, men den er slidt. Gyngerne har været i stykker siden sidste år.",
    "Flere skraldespande ved søen",
    "Bænke med ryglæn – ældre kan ikke sidde på de nye",
]

ENGLISH = """# Table 2 notes

**Date:** 7 May 2024
**Facilitator:** Jo Smith
**Present:** six residents, one councillor

## What would make the high street better?

*Facilitator: think about the last time you were there.*

* Fewer empty shops. Let artists use them rent free for a year.
* Safer crossings
    * especially by the school
* n/a

| Problem | Idea | Who? |
|---|---|---|
| Litter after weekends | More bins, emptied on Sunday | Council |

## Next steps

- Jo Smith will email the notes: jo.smith@street.example
- Deadline for comments: 21 May
"""
ENGLISH_INPUT = [
    "Fewer empty shops. Let artists use them rent free for a year.",
    "Safer crossings",
    "especially by the school",
    "Litter after weekends",
    "More bins, emptied on Sunday",
]

BOKMAL = """Gruppe 2 – referat
Dato: 4. mai 2025
Sted: Storsalen
Til stede: Kari Lund, Ola Berg, Per Moen og to fra elevrådet
Ordstyrer: Kari Lund

Tema 1: Skolevei
Fortauene må måkes før skolestart
Fartsgrensen ved skolen er for høy. Sett den ned til 30.
lys i undergangen

Tema 2: Fritid
Vi mangler et sted å være som ikke koster penger
Nei

Takk for i dag. Neste møte er 12. juni kl. 18.
"""
BOKMAL_INPUT = [
    "Fortauene må måkes før skolestart",
    "Fartsgrensen ved skolen er for høy. Sett den ned til 30.",
    "lys i undergangen",
    "Vi mangler et sted å være som ikke koster penger",
]

NYNORSK = """**Naturvernlaget i Fjellbygda**

Fjellbygda, 1. mars 2025

Fråsegn til arealplanen

Naturvernlaget er ein frivillig organisasjon med 230 medlemmer. Vi takkar for høvet til å kome med innspel.

## Myr og våtmark

Myra på Langmoen lagrar meir karbon enn skogen ikring. Det er difor uforståeleg at ho er sett av til industri.

Kommunen bør kartleggje all myr før neste rullering. Kartlegginga frå 1998 er for grov, jf. rapporten frå
NIBIO. Grunneigarar som vernar frivillig, må få kompensasjon. Ordninga kan lagast etter mønster frå
skogvernet.

## Hyttebygging

- Ingen nye felt over tregrensa
- Lys og støy, særleg om vinteren, jagar reinen. Reineigarane seier det same.

Vi ser fram til vidare dialog.

Med helsing
Naturvernlaget i Fjellbygda
v/ Ola Myr, leiar
"""
NYNORSK_INPUT = [
    "Myra på Langmoen lagrar meir karbon enn skogen ikring. Det er difor uforståeleg at ho er sett av til industri.",
    "Kommunen bør kartleggje all myr før neste rullering. Kartlegginga frå 1998 er for grov, jf. rapporten frå NIBIO.",
    "Grunneigarar som vernar frivillig, må få kompensasjon. Ordninga kan lagast etter mønster frå skogvernet.",
    "Ingen nye felt over tregrensa",
    "Lys og støy, særleg om vinteren, jagar reinen. Reineigarane seier det same.",
]

MAIL = """Hei,

takk for invitasjonen. Jeg kunne ikke komme, men vil si dette:

- parkeringen ved hallen er et kaos hver lørdag
- sett opp sykkelstativ!

Og én ting til: Barna må krysse veien der det ikke er fotgjengerfelt. Det er bare flaks at ingen er skadet.

mvh
Geir
mob 912 34 567

Fra: Kommunen <post@kommunen.example>
Sendt: mandag 3. mars 2025 10:12
Til: Geir
Emne: Folkemøte

Velkommen til folkemøte om hallen. Møtet starter kl. 18.
"""
MAIL_INPUT = [
    "parkeringen ved hallen er et kaos hver lørdag",
    "sett opp sykkelstativ!",
    "Og én ting til: Barna må krysse veien der det ikke er fotgjengerfelt. Det er bare flaks at ingen er skadet.",
]

WHOLE: list[tuple[str, str, list[str], Voice, Language]] = [
    ("Swedish notes", SWEDISH, SWEDISH_INPUT, "group_note", "sv"),
    ("Danish notes", DANISH, DANISH_INPUT, "group_note", "da"),
    ("English notes", ENGLISH, ENGLISH_INPUT, "group_note", "en"),
    ("Bokmål notes without bullets", BOKMAL, BOKMAL_INPUT, "group_note", "nb"),
    ("a letter in Nynorsk", NYNORSK, NYNORSK_INPUT, "organisation", "nn"),
    ("a mail in Bokmål", MAIL, MAIL_INPUT, "individual", "nb"),
]


def rejoined(found: Split) -> str:
    """The texts of all spans, in order."""
    spans = sorted([*found.passages, *found.set_aside], key=lambda span: span.start)
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(("name", "text", "expected", "voice", "language"), WHOLE, ids=[row[0] for row in WHOLE])
def test_whole_texts(name: str, text: str, expected: list[str], voice: Voice, language: Language) -> None:
    """From notes and letters of every language comes what people say, and nothing else."""
    assert inputs(lines_source(text, voice=voice, language=language)) == expected, name


@pytest.mark.parametrize(("name", "text", "expected", "voice", "language"), WHOLE, ids=[row[0] for row in WHOLE])
def test_whole_texts_are_tiled(name: str, text: str, expected: list[str], voice: Voice, language: Language) -> None:
    """Passages and set-aside spans together are the text, character by character, in one language."""
    found = split(lines_source(text, voice=voice, language=language))
    assert rejoined(found) == text, name
    assert {passage.language for passage in found.passages} == {language}
    assert len(found.passages) == len(expected)


def test_an_unreadable_source_has_neither() -> None:
    """What was not read is not divided."""
    source = Source(path="x.pdf", sha256="0", format="pdf", status="unreadable", reason="scanned")
    assert split(source) == Split(passages=(), set_aside=())


def test_a_source_of_white_space_is_blank() -> None:
    """White space is accounted for too."""
    found = split(lines_source(" \n\n"))
    assert [one.reason for one in found.set_aside] == ["blank"]


def test_set_aside_neighbours_of_one_reason_are_one_span() -> None:
    """Marks and white space are not one span each."""
    found = split(lines_source("# B\n\n- nei\n- ingen\n- lys\n"))
    beside = [(one, two) for one, two in pairwise(found.set_aside) if one.end == two.start]
    assert beside
    assert all(one.reason != two.reason for one, two in beside)


def test_text_outside_blocks_is_blank() -> None:
    """What lies between a file's blocks are marks; they are set aside as such."""
    source = block_source([("item", "lys", 1), ("item", "tak", 1)])
    assert [one.text for one in split(source).set_aside] == ["\n"]


def test_tiles_fill_the_gaps() -> None:
    """Parts keep their spans; what lies before, between and after them is blank."""
    parts = [Part(start=1, end=2, unit=0, reason=None), Part(start=3, end=4, unit=1, reason="heading")]
    assert tile("abcde", parts) == [
        (0, 1, "blank", -1),
        (1, 2, None, 0),
        (2, 3, "blank", -1),
        (3, 4, "heading", 1),
        (4, 5, "blank", -1),
    ]


def test_ids_depend_on_source_and_span_only() -> None:
    """The voice or the title of a source changes no passage's id."""
    source = lines_source("- lys\n- tak\n")
    other = replace(source, voice="individual", title="Bord 1")
    assert [p.passage_id for p in split(source).passages] == [p.passage_id for p in split(other).passages]


def test_the_voice_is_the_sources() -> None:
    """Passages speak with their source's voice, on their block's page."""
    (passage,) = split(lines_source("Meir lys.", voice="organisation")).passages
    assert passage.voice == "organisation"
    assert passage.page is None


def test_order_and_company_change_nothing() -> None:
    """A source is divided alike alone, first or last among others, and again."""
    sources = [lines_source(text, voice=voice, language=language) for _, text, _, voice, language in WHOLE]
    forward = split_sources(sources, SETTINGS)
    backward = split_sources(sources[::-1], SETTINGS)
    assert forward == backward[::-1]
    assert forward == tuple(split_source(source, SETTINGS) for source in sources)


def test_progress_is_reported() -> None:
    """The caller learns how many sources are done."""
    seen: list[tuple[int, int]] = []
    split_sources([lines_source("- a"), lines_source("- b")], SETTINGS, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize("text", ["**\nBord 3: ", "**\n\nkari@x.example", "Bord 3: - ", "Bord 3: - \n- Meir lys!"])
def test_signs_with_nothing_behind_them_neither_stop_the_reader_nor_speak(text: str) -> None:
    """What the properties found: marks alone are read, tiled and no passage."""
    found = split(lines_source(text))

    assert "".join(one.text for one in sorted([*found.passages, *found.set_aside], key=lambda s: s.start)) == text
    assert all(any(sign.isalpha() for sign in one.text) for one in found.passages)
