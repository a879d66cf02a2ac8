"""pdf gives its text in paragraphs, or the reason why it has none."""

from __future__ import annotations

import pytest

from consult.read.document import Document
from consult.read.pdf import _turned, read_pdf
from tests.made_files import column, pdf_of

LEFT = [
    "Vi mener at arkivet bør være",
    "åpent for alle som spør, også",
    "når saken er gammel. Det er in-",
    "gen grunn til å vente med uu-",
]
LEFT += [
    "tilsyn og likestillings- og disk-",
    "rimineringsloven.",
    "Neste avsnitt begynner her og",
    "går over flere linjer i spalten",
]
RIGHT = [
    "og fortsetter i neste spalte",
    "uten stans. Deretter kommer",
    "det siste avsnittet, som sier",
    "at alle må bli hørt i saken",
]
RIGHT += [
    "og at svar må komme innen",
    "tre uker. Det er en rimelig",
    "frist for alle parter, mener",
    "vi i foreningen.",
]


def said(document: Document) -> list[tuple[str, int | None, str]]:
    """(kind, page, text) of each block."""
    return [(block.kind, block.page, document.text[block.start : block.end]) for block in document.blocks]


FIRST = (
    "Vi mener at arkivet bør være åpent for alle som spør, også når saken er gammel. Det er ingen grunn til å vente "
    "med uu-tilsyn og likestillings- og diskrimineringsloven."
)
SECOND = (
    "Neste avsnitt begynner her og går over flere linjer i spalten og fortsetter i neste spalte uten stans. Deretter "
    "kommer det siste avsnittet, som sier at alle må bli hørt i saken og at svar må komme innen tre uker. Det er en "
    "rimelig frist for alle parter, mener vi i foreningen."
)


def test_two_columns_on_two_pages() -> None:
    """Columns in order, words made whole, real hyphens kept, page numbers told apart."""
    first = [(70, 790, 16, True, "Innspill i to spalter"), *column(LEFT, top=740), *column(RIGHT, x=320, top=740)]
    pages = [
        [*first, (280, 40, 9, False, "Side 1 av 2")],
        [*column(["Til slutt takker vi for at vi ble", "invitert."]), (280, 40, 9, False, "Side 2 av 2")],
    ]
    assert said(read_pdf(pdf_of(*pages))) == [
        ("heading", 1, "Innspill i to spalter"),
        ("paragraph", 1, FIRST),
        ("paragraph", 1, SECOND),
        ("paragraph", 2, "Til slutt takker vi for at vi ble invitert."),
        ("footer", 1, "Side 1 av 2"),
        ("footer", 2, "Side 2 av 2"),
    ]


def test_text_on_its_side() -> None:
    """A page whose text runs upward reads as any other."""
    assert (
        read_pdf(pdf_of(column(["Liggande tekst på sida", "med to linjer."]), turn=True)).text
        == "Liggande tekst på sida med to linjer."
    )


def test_what_people_wrote_in_form_fields() -> None:
    """A form sent in as PDF holds its answers in fields, not in the page."""
    document = read_pdf(pdf_of(column(["Hva mener du om innsyn i saker?"]), field="Vi vil ha mer."))
    assert document.text == "Hva mener du om innsyn i saker?\n\nVi vil ha mer."


@pytest.mark.parametrize(("picture", "reason"), [(True, "scanned"), (False, "empty")])
def test_pages_without_text(picture: bool, reason: str) -> None:
    """A picture of a letter is scanned; a blank page is empty."""
    assert read_pdf(pdf_of([], picture=picture)).reason == reason


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnonsense", b"%PDF-", b""])
def test_broken(data: bytes) -> None:
    """What PDFium cannot open has a reason."""
    assert read_pdf(data).reason == "broken"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Innspel til planen", "Innspel til planen"),
        ("Microsoft Word - brev.docx", "Overskrift"),
        ("brev_endeleg.odt", "Overskrift"),
        ("", "Overskrift"),
    ],
)
def test_title(stated: str, expected: str) -> None:
    """The title that the file states, unless a program guessed it; else its first heading."""
    page = [
        (70, 790, 16, True, "Overskrift"),
        *column(["Brødtekst står her, og ho er lengre enn overskrifta."], top=740),
    ]
    assert read_pdf(pdf_of(page, title=stated)).title == expected


def test_ligatures_are_letters() -> None:
    """Two letters that the type joins are two letters."""
    from consult.read.pdf import LIGATURES

    assert "oﬃsiell ﬁl".translate(LIGATURES) == "offisiell fil"


@pytest.mark.parametrize("turn", range(4))
def test_turning_keeps_distances(turn: int) -> None:
    """Turning a page changes no distance, and four quarters are none."""
    assert sum(value**2 for value in _turned(3.0, 4.0, turn)) == 25.0
    point = (3.0, 4.0)
    for _ in range(4):
        point = _turned(*point, 1)
    assert point == (3.0, 4.0)


def test_same_bytes_same_text() -> None:
    """Reading twice gives one answer."""
    data = pdf_of([(70, 790, 16, True, "Tittel"), *column(LEFT)])
    assert read_pdf(data) == read_pdf(data)


def test_list_signs_of_symbol_fonts() -> None:
    """Word's bullets are characters of no standard; they become a list sign."""
    from consult.read.pdf import LIGATURES

    assert "\uf0b7 punkt".translate(LIGATURES) == "• punkt"


def test_a_letter_of_short_paragraphs_is_divided() -> None:
    """Most steps are from paragraph to paragraph there: the closer ones tell which lines belong together."""
    lines = ["Statens vegvesen", "Fråsegn", "Vi har ikkje merknader til planen.", "Transport og samfunn"]
    page = [(70, 760 - 24 * at, 11, False, line) for at, line in enumerate(lines)]
    page += [(70, 674, 11, False, "Med helsing"), (70, 660, 11, False, "Hilde Berg"), (70, 646, 11, False, "sjef")]
    assert [text for _, _, text in said(read_pdf(pdf_of(page)))] == [*lines, "Med helsing", "Hilde Berg sjef"]


def test_a_text_set_with_wide_lines_is_whole() -> None:
    """Where no lines stand closer, the wide distance is that of lines: a sentence over two of them is one."""
    lines = ["Vi meiner at vegen må byggjast med", "gangfelt og lys før skulen opnar, og", "at farten må ned."]
    page = [(70, 760 - 24 * at, 11, False, line) for at, line in enumerate(lines)]
    assert [text for _, _, text in said(read_pdf(pdf_of(page)))] == [" ".join(lines)]


def test_lines_far_apart_that_end_or_are_short_are_paragraphs() -> None:
    """Of a letter in which no lines stand closer: its head, what it says, and who signs."""
    lines = [
        "Nes Jeger- og Fiskerforening", "Høringssvar", "Avgift ved turområder må gå til drift av stiene.",
        "Leiekjøring bør tillates for jegere som skal hente ut felt elg.", "For Nes Jegerforening", "Arne Dal",
    ]  # fmt: skip
    page = [(70, 760 - 24 * at, 11, False, line) for at, line in enumerate(lines)]
    assert [text for _, _, text in said(read_pdf(pdf_of(page)))] == lines


def test_a_table_over_two_pages_loses_no_row() -> None:
    """The row at the top of the second page is input, below the heads of the first."""
    places = (70, 200, 420)
    first = [("Tema", "Merknad", "Type"), ("Strand", "Grensa må trekkjast tilbake til 25 meter", "Motsegn")]
    second = [("Leik", "Leikeplassen bør flyttast til sørsida", "Råd"), ("Flaum", "Stormflo må greiast ut", "Råd")]
    above = ["Vi har desse merknadene til planen slik han ligg føre, og vi ber om svar på dei.", "Dei er samla her:"]
    head = [(70, 700 - 14 * at, 11, False, line) for at, line in enumerate(above)]
    pages = [
        [
            (x, top - 30 * at, 11, False, cell)
            for at, row in enumerate(rows)
            for x, cell in zip(places, row, strict=True)
        ]
        for rows, top in ((first, 600), (second, 760))
    ]
    document = read_pdf(pdf_of([*head, *pages[0]], pages[1]))
    labelled = {document.text[b.start : b.end]: b.label for b in document.blocks if b.kind == "cell"}
    assert labelled["Leikeplassen bør flyttast til sørsida"] == "Merknad"
    assert labelled["Leik"] == "Tema"
