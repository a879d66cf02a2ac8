"""Courtesies at the ends of letters in five languages, and what only looks like one."""

from __future__ import annotations

import pytest

from consult.read.courtesy import closes_politely, encloses, goes_on, opens_politely, takes_sides, thanks
from consult.read.letter import opens_letter
from tests.reading_sources import inputs, lines_source

POINT = "Vi vil ha ein gangveg langs elva."
NEXT = "Kommunen må setje opp lys før vinteren."

SAYS_SOMETHING = [
    "Takk for at de har bygd gangvegen.",
    "Takk for at de vil leggje ned skulen vår!",
    "Tak fordi I lukker børnehaven.",
    "Tack för att ni stängde skolan.",
    "Tak for en god plan, som vi støtter.",
    "Takk for gode gangvegar.",
    "Thank you for giving us nothing.",
    "Thanks for closing the library.",
    "Takk for invitasjonen, men vi trur ikkje de lyttar.",
    "Takk for invitasjonen, vi vil gjerne ha bru over elva.",
    "Takk for møtet, og hugs at bussen må stoppe ved skulen.",
    "Thank you for the chance to say that the school must stay open.",
    "Vi viser til møte om bru, og vi går imot brua.",
    "Vedlagt kart viser at bekken er lagt i røyr.",
    "Vedlagt brev frå naboen seier at vegen er farleg.",
    "Over 300 underskrifter mot vindkraft er vedlagde.",
    "Our response to floods is slow.",
    "Her er det for mørkt om kvelden.",
    "Her er tre farlege kryss som må byggjast om.",
    "Vi sender inn elevane i eit kaldt bygg kvar dag.",
    "Nedanfor er det eit farleg stup.",
    "Below is a steep drop with no fence.",
    "Håper dere bygger noe bra.",
    "Jeg håber, at I dropper planen.",
    "Bussen har 20 personar ståande kvar dag.",
    "The bus has 30 people standing every day.",
    "Kommunen er en organisation uden ører.",
]


@pytest.mark.parametrize("sentence", SAYS_SOMETHING)
def test_an_opening_that_says_something_is_input(sentence: str) -> None:
    """Praise, irony, demands and descriptions share words with courtesies; alone or before others, they stay."""
    assert not opens_letter(sentence)
    assert sentence in " ".join(inputs(lines_source(f"{sentence} {POINT}\n\n{NEXT}\n", voice="individual")))
    assert sentence in " ".join(inputs(lines_source(f"{sentence}\n\n{POINT}\n\n{NEXT}\n", voice="individual")))


COURTEOUS = [
    "Tak for din mail. Vores svar er vedhæftet.",
    "Hej Mette! Tak for jeres henvendelse.",
    "Tak for en god workshop i går.",
    "Hermed følger vores høringssvar.",
    "Jeg håber, at I har det godt.",
    "Takk for e-posten. Innspelet vårt ligg ved.",
    "Hei! Takk for eit godt møte i går.",
    "Takk for at vi får kome med innspel. Vedlagt følgjer fråsegna vår.",
    "Takk for din henvendelse. Her kommer mine innspill.",
    "Hei igjen. Takk for et hyggelig møte på biblioteket.",
    "Vi viser til brev av 3. mars. Vedlagt følger vår uttalelse.",
    "Håper alt står bra til.",
    "Tack för ditt mejl. Vårt yttrande bifogas.",
    "Hej! Tack för ett givande möte.",
    "Hoppas att allt är bra med er.",
    "Thank you for your email. Our response is attached.",
    "Thanks for a great workshop. Please find our comments attached.",
    "I hope this email finds you well.",
    "Thank you for the invitation to respond. Here are my comments.",
]


@pytest.mark.parametrize("opening", COURTEOUS)
def test_courtesies_before_the_point_are_cut_off(opening: str) -> None:
    """However many, before what the paragraph says and alone in one; further in, a paragraph is left as it is."""
    assert inputs(lines_source(f"{opening} {POINT}\n\n{NEXT}\n", voice="individual")) == [POINT, NEXT]
    assert inputs(lines_source(f"{opening}\n\n{POINT}\n\n{NEXT}\n", voice="individual")) == [POINT, NEXT]
    last = opening.rsplit(". ", 1)[-1].rsplit("! ", 1)[-1]
    assert inputs(lines_source(f"{POINT} {last}\n\n{NEXT}\n", voice="individual"))[0].endswith(last)


WISHES = [
    "Håpar dette blir gjort før vinteren.",
    "Håper dette krysset blir bygd om.",
    "I hope this road is built soon.",
    "Hoppas våra barn får en säker skolväg.",
    "Håber, at vores børn får en sikker skolevej.",
    "Vi ser fram til at de droppar planen.",
    "Vi ser frem til en by uten biler.",
    "We look forward to a town without cars.",
    "Happy to help paint the benches!",
    "Vi hjelper gjerne med å måle benkane.",
    "Lykke til med å øydeleggje byen.",
    "Kontakt meg først når vegen er ferdig, for då er det for seint.",
    "Det er skrivefeil i tabellen på side 3.",
]
FAREWELLS = [
    "Vi ser fram til vidare dialog.",
    "Håpar innspelet er til nytte.",
    "Håper dette blir tatt med videre.",
    "I hope these comments are useful.",
    "We look forward to hearing from you.",
    "Vi stiller gjerne til møte.",
    "Ser frem til at høre fra jer.",
    "Hoppas att våra synpunkter beaktas.",
    "Vi ser fram emot fortsatt dialog.",
    "Lykke til med planen!",
    "Håber, at vores bemærkninger indgår i det videre arbejde.",
]


@pytest.mark.parametrize("sentence", WISHES)
def test_a_last_wish_is_input(sentence: str) -> None:
    """Who hopes for a road hopes for more than to be heard."""
    assert not closes_politely(sentence)
    text = f"{POINT}\n\n{NEXT}\n\nVi treng lys.\n\n{sentence}\n\nMed helsing\nKari Moe\n"
    assert sentence in inputs(lines_source(text, voice="individual"))


@pytest.mark.parametrize("sentence", FAREWELLS)
def test_farewells(sentence: str) -> None:
    """To be heard, to meet, to go on: that is courtesy."""
    assert closes_politely(sentence)
    text = f"{POINT}\n\n{NEXT}\n\nVi treng lys.\n\n{sentence}\n\nMed helsing\nKari Moe\n"
    assert inputs(lines_source(text, voice="individual")) == [POINT, NEXT, "Vi treng lys."]


def test_what_a_sentence_asks_is_no_answer() -> None:
    """A question that is named behind the thanks is part of them; a demand in a clause of its own is not."""
    assert thanks("Takk for at vi får seie kva planen bør innehalde.")
    assert thanks("Tak for muligheden for at sige, hvad planen skal indeholde.")
    assert not thanks("Tak for muligheden, planen skal indeholde cykelstier.")
    assert goes_on(", og brua må byggjast")
    assert not goes_on(" til å uttale oss")
    assert opens_letter("Eg skriv dette som lærar, men ikkje for skulen.")
    assert opens_letter("Vi foreslår ti tillegg.")
    assert takes_sides(", men vi går imot planen")


def test_what_is_enclosed() -> None:
    """The answer, and nothing said of it."""
    assert encloses("Vores svar er vedhæftet.")
    assert not encloses("Kartet er vedlagt.")
    assert not encloses("Svaret vårt er vedlagt, og vi går imot planen.")
    assert opens_politely("Svaret vårt er vedlagt.")
