"""Made-up personal data and what looks like it, in the languages of the consultations.

Nothing here is anybody's: identity numbers are synthetic (month + 80) or wrong on purpose, telephone numbers are of no
allocated series or of those set aside for fiction, addresses and names are put together, domains end in `.example`.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult.read.numbers import CONTROL_1, CONTROL_2, HETU_SIGNS, luhn

SENTENCES = {
    "nn": (
        "Eg skriv fordi {} står feil.",
        "{}",
        "Svar til {}, takk.",
        "Kommunen la ut {} på nettet i fjor.",
        "Sjå ({}).",
    ),
    "nb": (
        "Jeg skriver fordi {} står feil.",
        "Svar til {}, takk.",
        "Kommunen la ut {} på nettet i fjor.",
        "Se ({}).",
    ),
    "da": ("Jeg skriver, fordi {} er forkert.", "Svar til {}, tak.", "Kommunen lagde {} på nettet sidste år."),
    "sv": ("Jag skriver för att {} är fel.", "Svara till {}, tack.", "Kommunen lade ut {} på nätet i fjol."),
    "en": ("I write because {} is wrong.", "Reply to {}, please.", "The council put {} online last year."),
}


def in_sentences(value: str) -> Iterator[tuple[str, str]]:
    """(language, a sentence with `value` in it) for every sentence there is."""
    for language, sentences in SENTENCES.items():
        for sentence in sentences:
            yield language, sentence.format(value)


def norwegian(day: int, month: int, year: int, serial: int, remainder: int = 0) -> str:
    """An identity number from its parts, month as it is written; remainder: what the first control leaves (2032)."""
    for individual in range(serial, serial + 200):
        nine = [int(sign) for sign in f"{day:02}{month:02}{year:02}{individual % 1000:03}"]
        first = (remainder - sum(a * b for a, b in zip(nine, CONTROL_1[:9], strict=True))) % 11
        ten = [*nine, first]
        second = -sum(a * b for a, b in zip(ten, CONTROL_2[:10], strict=True)) % 11
        if first < 10 and second < 10:
            return "".join(map(str, [*ten, second]))
    raise AssertionError("no number")


def swedish(twelve: str) -> str:
    """A personnummer from yymmdd and three digits, with its check digit."""
    nine = [int(sign) for sign in twelve]
    last = next(digit for digit in range(10) if luhn([*nine, digit]))
    return f"{twelve[:6]}-{twelve[6:]}{last}"


def finnish(date: str, serial: str, sign: str = "-") -> str:
    """A HETU from ddmmyy and three digits, with its check sign."""
    return f"{date}{sign}{serial}{HETU_SIGNS[int(date + serial) % 31]}"


def account(ten: str) -> str:
    """A Norwegian account number from its first ten digits."""
    left = -sum(int(a) * b for a, b in zip(ten, CONTROL_2[:10], strict=True)) % 11
    if left == 10:
        return account(str(int(ten) + 1))
    return f"{ten[:4]}.{ten[4:6]}.{ten[6:]}{left}"


def iban(country: str, rest: str) -> str:
    """An IBAN with its check digits, in groups of four."""
    number = int("".join(str(int(sign, 36)) for sign in f"{rest}{country}00"))
    whole = f"{country}{98 - number % 97:02}{rest}"
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


IDENTITY = (
    norwegian(12, 83, 76, 100),  # synthetic
    norwegian(52, 83, 76, 200),  # synthetic D-number
    norwegian(1, 92, 4, 555),
    norwegian(28, 82, 51, 300, remainder=1),  # the form of 2032, synthetic
    norwegian(30, 84, 33, 400, remainder=3),
    norwegian(17, 46, 65, 111),  # H-number or a test of NAV's
    f"{norwegian(12, 83, 76, 120)[:6]} {norwegian(12, 83, 76, 120)[6:]}",
    f"{norwegian(12, 83, 76, 140)[:6]}-{norwegian(12, 83, 76, 140)[6:]}",
    f"{norwegian(12, 83, 76, 160)[:6]} {norwegian(12, 83, 76, 160)[6:9]} {norwegian(12, 83, 76, 160)[9:]}",
    swedish("811218987"),
    "19" + swedish("640823323").replace("-", ""),
    swedish("701063239"),  # samordningsnummer: day + 60
    "121276-1234",  # CPR: no control digit to rely on
    finnish("131052", "308"),
    finnish("010594", "9Y9".replace("Y", "2"), "A"),
)

TOLD_IDENTITY = (
    "fødselsnummer 12837612345", "fnr. 128376 12345", "CPR-nr. 1212761234", "personnummer 811218-9870",
    "fødselsnr: 128376-12345", "henkilötunnus 131052-308A", "fødselsnummeret mitt er 12 83 76 12345",
)  # fmt: skip
"""Numbers that are wrong or bare, with a word that says what they are."""

PHONES = (
    "428 06 917", "54 10 82 33", "+47 441 90 356", "+4744190356", "0047 441 90 356", "tlf. 44190356",
    "mobil 421 77 390",
    "070-174 06 38", "070-1740638", "+46 70 174 06 38", "+46 (0)70 174 06 38", "08-465 004 00", "+45 32 12 34 56",
    "32 12 34 56", "tlf. 3212 3456", "+358 40 123 4567", "040 123 4567", "020 7946 0958", "+44 20 7946 0958",
    "+1 202 555 0143", "+49 30 23125 017", "(020) 7946 0958", "ring 55501234", "tel: 22 99 99 99", "Mob 421.77.390",
    "436\n18 204", "Tlf.: 494 20 615", "+354 555 1234", "mobilnr. 99999999", "07700 900123",
)  # fmt: skip

EMAILS = (
    "perdis.loddefjell@postkassa.example", "ola@dal.example", "k_nes+kommune@x-y.example", "ANE.BERG@DAL.EXAMPLE",
    "ola.nes (at) dal punktum example", "ola.nes [at] dal.example", "ola(at)dal(dot)example",
    "ola krøllalfa dal.example",
    "ola nes@dal.example".replace(" ", "."), "ola snabel-a dal punkt example", "ola at dal dot example",
    "åse.ødegård@dal.example", "<kari.nes@post.dal.example>", "ola_at_dal.example", "ola {at} dal {dot} example",
)  # fmt: skip

ADDRESSES = (
    "Granmeisveien 31 B, 4698 Halsnøybukt", "Tyttebærlia 27,\n6899 Fjelløya", "Nedre Lågagate 4", "Storgata 12b",
    "Kongens gate 7, 0153 Oslo", "Solbakken 3A, H0201, 5010 Bergen", "Gamle Strandveg 118", "Nørre Lundgade 4, 2. tv",
    "Åkervænget 17, 8000 Aarhus C", "Store Torvegade 5, 1400 København K", "Ekbacksvägen 22, 168 69 Bromma",
    "Lilla Ågatan 3", "Kyrkogatan 14 A lgh 1202", "Björkstigen 9", "Mannerheimintie 12 A 4, 00100 Helsinki",
    "14 Marsh Lane, London SW1A 1AA", "Flat 3, 27 Old Mill Road", "221B Bakery Street", "Sørbøen 4, 6899 Fjelløya",
    "Strandgata 5, leil. H0203, 6900 Florø", "12 Fjord View, Apt 3, 6898 Balestrand",
    "Øvre Kråkåsen 77", "Professor Dals gate 9", "Hans Nes' vei 12, 7030 Trondheim", "Myrullveien 5-7",
)  # fmt: skip

ACCOUNTS = (
    account("9999054417"), account("9710051234"), "konto 99990544170", "kontonr. 9999 05 44170",
    "Kontonummer: 9999.05.44171",
    iban("NO", "99990544170"), iban("GB", "NWBK60161331926819"), iban("DK", "00400440116243"),
    iban("SE", "50000000058398257466"), "bankgiro 991-2346", "Plusgiro 28 65 43-4", "reg.nr. 9999 konto 0004401162",
    "clearingnr 8327 konto 9 844 224",
)  # fmt: skip

PLATES = (
    "bilen min, EL 12345",
    "skilt DN12345",
    "bil med regnr ABC 12D",
    "parkert: AB 12 345",
    "car, plate ABC 123",
    "auto ABC-123",
)

NAMES = {
    "nn": (
        "Eg heiter {} og bur her.",
        "Referent: {}",
        "Med vennleg helsing\n{}",
        "{} fortalde om vegen.",
        "Kontakt: {}, tlf. 428 06 917",
        "{}, dagleg leiar",
        "{} (pensjonist) spurde om det.",
        "Til stades: {}, to til",
    ),
    "nb": (
        "Mitt navn er {}.",
        "Notat: {}",
        "Vennlig hilsen\n\n{}\nLeder",
        "{} mente det tar for lang tid.",
        "Mvh {}",
        "Saksbehandler: {}",
        "For styret: {}, leder",
        "Den 2. april skrev {} <x@y.example>:",
    ),
    "da": ("Jeg hedder {}.", "Venlig hilsen {}", "Referent: {}", "{} fortalte om skolen.", "{}, formand"),
    "sv": (
        "Jag heter {}.",
        "Hälsningar, {}",
        "Med vänlig hälsning\n{}",
        "{} berättade om bygget.",
        "Närvarande: {}, m.fl.",
    ),
    "en": ("My name is {}.", "Notes by {}.", "Kind regards,\n{}", "{} said it takes too long.", "{}, chair"),
}
"""Sentences by language in which a name stands as names do in letters and notes."""

PEOPLE = (
    "Torgunn Bråtesveen", "Halvdan Myrseth-Lunde", "Åse M. Øvrelid", "Jens Kåre Vollan", "Fatuma Abdi Warsame",
    "Birthe Skovmølle-Lund", "Gunnel Björkstrandh", "Máret Ánne Sara", "Imelda Thorrowby", "Nguyen Thi Lan",
    "Per Olav Haugen", "Sissel van der Berg", "Zofia Wiśniewska", "Bjørn Bakke", "Kari Oslo-Vik",
)  # fmt: skip

STAYS = (
    # dates and times
    "12. februar 2026", "12.02.2026", "2026-04-10", "19.3.2026", "19 March 2026", "kl. 09.00", "09.00–11.15",
    "15. april",
    "i perioden 2024–2027", "2024-2027", "14/4-26", "12.02.26", "veke 12", "frå 1. januar 2025 til 31.12.2026",
    # cases, documents, notices
    "sak 24/1234", "2025/4471-12", "sak 2025/881", "dokument-id 20260319004", "kunngjøring 2026-104512", "26/0087",
    "vår ref.: 25/3417", "LOV-2006-05-19-16", "FOR-2013-06-21-732", "journalpost 2026001234", "dnr. KS2025/00123",
    "sagsnr. 2025-12345", "dnr 2025:1234", "diarienummer U2025/01234", "case no. 2025/17", "ISBN 978-82-00-00000-0",
    "jnr. 4127/26", "saksnr. 202512345", "løpenr. 12345678",
    # laws, standards, reports
    "§ 13", "offl. § 14", "forvaltningslova § 11 d", "lov om offentlege anskaffingar § 3", "Meld. St. 15 (2023–2024)",
    "Prop. 64 L (2024–2025)", "NOU 2019: 5", "NS-EN 301 549", "NS 11001-1", "ISO 27001", "EN 17161", "WCAG 2.1",
    "direktiv (EU) 2016/2102", "forordning (EU) 2016/679", "EØS-avtala art. 6", "SFS 2009:400",
    "LBK nr 145 af 24/02/2020",
    # amounts and counts
    "12 mill.", "500 000 kroner", "11 000 innbyggere", "1 234 567 kroner", "kr 25 000 000", "97 av 212",
    "NOK 4 500 000",
    "3,5 millionar", "45 prosent", "10 000 000 kr", "20 000 000 SEK", "1.500.000 kroner", "12 345 678 kroner",
    "25 40 60 75 90", "0,75", "5 000–10 000", "2 500 medlemmer",
    # organisations
    "Org.nr. 313 902 471", "org.nr. 314571630", "NO 974 760 673 MVA", "CVR 29 19 08 11", "org.nr 212000-0142",
    "974760673",
    "post@allemed.example", "postmottak@kommune.example", "innspel@openheit.example", "info@x.example",
    "registrator@kommun.example", "servicekontoret@nes.kommune.example", "doffin.no/data",
    "www.regjeringen.no/id2843",
    "https://einnsyn.no/saksmappe?id=12345678",
    # bodies and other names that are nobody's
    "Digdir", "DFØ", "Økokrim", "Stortinget", "Digitaliserings- og forvaltningsdepartementet", "Oslo kommune",
    "Møre og Romsdal fylkeskommune", "Transparency International Norge", "Norsk Presseforbund",
    "Foreningen Åbne Døre",
    "Bygdenett Sunnre", "Fossheim Rør og Varme AS", "Landslaget Alle Med", "Justis- og beredskapsdepartementet",
    "Hansen & Sønner AS", "Haugen skole", "Karl Johans gate", "St. Olavs hospital", "Statens vegvesen", "Nord-Norge",
    "Sogn og Fjordane", "Kari Nordmann-utvalet", "Fridtjof Nansens Institutt", "Amnesty International",
    "Upphandlingsmyndigheten", "Digitaliseringsstyrelsen", "Open Government Partnership",
    "Freedom of Information Act",
    "Windows 95", "Excel", "Nynorsk", "Høgsterett", "Strasbourg", "Bergen", "i Berg", "på Voss", "Microsoft Teams",
    # tables, rooms, roads
    "Bord 4", "Gruppe 12", "møterom 2", "Table 5", "Kapittel 3", "E39", "Rv. 7", "fylkesveg 13", "side 1 av 2",
    "linje 20",
    "Postboks 8115 Dep, 0032 Oslo", "6899 Fjelløya", "buss 21", "klasse 8B", "punkt 4.2.1", "nr. 2 i tre anbod",
)  # fmt: skip
"""What looks like personal data and must stay, wherever it stands in a sentence."""
