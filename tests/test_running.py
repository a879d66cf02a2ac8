"""Running heads, feet and page numbers are told from what people wrote."""

from __future__ import annotations

import pytest

from consult.read.running import PAGE_NUMBER, Line, running_lines, zone_of


def line(text: str, base: float, *, page: int = 1, left: float = 70) -> Line:
    """A line of 11 points on a page of A4."""
    return Line(
        text=text, page=page, left=left, right=left + 300, base=base, size=11, bold=False, width=595, height=842
    )


BODY = [
    line(f"Setning nummer {word} i brevet.", 780 - 14 * number)
    for number, word in enumerate(("ein", "to", "tre", "fire", "fem"))
]


@pytest.mark.parametrize(
    "text",
    ["2024 var eit godt år", "§ 3", "3 av dei var einige", "sida", "12 prosent", "1. mai", "Vedlegg 2"],
)
def test_no_page_numbers(text: str) -> None:
    """Figures in what people wrote are no page numbers."""
    assert not PAGE_NUMBER.match(text)


@pytest.mark.parametrize(
    "text",
    ["3", "- 3 -", "Side 1 av 2", "side 3", "Sida 2 av 4", "Side 1 af 2", "page 7 of 9", "2/5", "s. 4", "Sidan 3 (9)"],
)
def test_page_numbers(text: str) -> None:
    """As the five languages write them."""
    assert PAGE_NUMBER.match(text)


def test_a_letter_of_one_page_has_no_running_lines() -> None:
    """Nothing repeats on one page, and the last line of a letter is the sender's."""
    assert running_lines([*BODY, line("Kari Nordmann", 90), line("styreleiar", 76)]) == {}


def test_a_page_number_on_a_single_page() -> None:
    """A page number with nothing below it is one, also on a page alone."""
    assert running_lines([*BODY, line("Side 1 av 1", 40)]) == {5: "footer"}


@pytest.mark.parametrize(
    "text",
    [
        "Side 1 af 2 – høringssvar klimahandleplan",
        "Høyringssvar | Side 1 av 2",
        "Naturvernlaget · page 1 of 3",
        "Høringssvar (side 1 av 2)",
        "Yttrande över planen 1(3)",
        "Remissvar sid 2 av 3",
        "Response to plan | Page 1",
    ],
)
def test_a_page_number_with_a_title_on_a_single_page(text: str) -> None:
    """The foot of a letter of one page repeats on no other."""
    assert running_lines([*BODY, line(text, 40)]) == {5: "footer"}
    assert running_lines([*BODY, line(text, 60), line("Adressa vår er Storgata", 40)]) == {}


@pytest.mark.parametrize(
    "text", ["Sjå punkt 3 på side 1 av 2.", "Side 1 av 2 manglar i utkastet", "Vi er 1 av 2", "Side 3 – feil kart"]
)
def test_a_page_named_in_a_sentence_is_no_foot(text: str) -> None:
    """Sabotage twin: what somebody says of a page stays."""
    assert running_lines([*BODY, line(text, 40)]) == {}


def test_a_figure_above_other_text_is_no_page_number() -> None:
    """A number at the foot with text further out is part of the text."""
    assert running_lines([*BODY, line("7", 60), line("Adressa vår er Storgata", 40)]) == {}


def test_what_repeats_on_pages() -> None:
    """The same line, its numbers aside, in the margin of several pages."""
    lines = [
        line(text, base, page=page)
        for page in (1, 2, 3)
        for text, base in ((f"Laget – side {page} av 3", 40.0), ("Utkast", 810.0), (f"Tekst {'abc'[page - 1]}", 500.0))
    ]
    assert sorted(running_lines(lines).items()) == [
        (0, "footer"), (1, "header"), (3, "footer"), (4, "header"), (6, "footer"), (7, "header"),
    ]  # fmt: skip


def test_what_repeats_in_the_middle_stays() -> None:
    """A sentence that stands on each page, but not in its margin, is text."""
    assert running_lines([line("Vi støttar dette.", 400, page=page) for page in (1, 2, 3)]) == {}


def test_what_stands_beside_a_page_number() -> None:
    """A chapter's name on the page number's line is running too."""
    found = running_lines(
        [
            line("2", 790, left=70),
            line("Kari Nordmann m.fl.", 790, left=200),
            *(line(b.text, b.base - 40) for b in BODY),
        ]
    )
    assert found == {0: "header", 1: "header"}


def test_text_across_the_page_is_in_its_margin() -> None:
    """What runs up the side of a page is no text of the letter."""
    assert running_lines([*BODY, line("Skanna 3. mai", -1684.0)]) == {5: "header"}


def test_zones() -> None:
    """The outer fifths of a page."""
    assert [zone_of(line("x", base)) for base in (830, 400, 20)] == ["header", None, "footer"]
