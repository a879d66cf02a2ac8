"""Plain lines: which of them are headings, items and paragraphs, and where they end."""

from __future__ import annotations

import pytest

from consult.read.lines import _line, _line_spans, units_of_lines, wrap_width
from consult.read.units import Unit


def read(text: str, *, mail: bool = False) -> list[tuple[str, int, str]]:
    """Kind, depth and words of each unit."""
    units = units_of_lines(text, 0, len(text), quotes_are_earlier=mail)
    return [(unit.kind, unit.level, text[unit.start : unit.end]) for unit in units]


def only(text: str) -> Unit:
    """The one unit of a text."""
    (unit,) = units_of_lines(text, 0, len(text))
    return unit


NO_MARK = [
    ("12. februar møttest vi", "a date is no list number"),
    ("3. juni er fristen", "a date is no list number"),
    ("*Fasilitator:* skriv ein lapp", "emphasis is no bullet"),
    ("J. Hansen meinte noko anna", "an initial is no letter of a list"),
    ("2026 blir året", "a year is no list number"),
    ("o store ord", "a letter alone is no bullet"),
    ("«– Nei», sa ho", "a dash inside quotation marks is no bullet"),
    ("A4-ark er nok", "a size is no list letter"),
    ("|ikkje ein tabell", "one bar makes no table"),
    ("#openheit er viktig", "a hashtag is no heading"),
]

MARKED = [
    ("- svar", "svar"),
    ("-svar", "svar"),
    ("* svar", "svar"),
    ("• svar", "svar"),
    ("•svar", "svar"),
    ("– svar", "svar"),
    ("· svar", "svar"),
    ("→ svar", "svar"),
    ("+ svar", "svar"),
    ("− svar", "svar"),
    ("1. svar", "svar"),
    ("1) svar", "svar"),
    ("(1) svar", "svar"),
    ("12. svar", "svar"),
    ("2.1 svar", "svar"),
    ("a) svar", "svar"),
    ("b. svar", "svar"),
    ("A) svar", "svar"),
    ("iv) svar", "svar"),
    ("[ ] svar", "svar"),
    ("[x] svar", "svar"),
    ("- [ ] svar", "svar"),
    ("- + svar", "svar"),
    ("☐ svar", "svar"),
    ("o\tsvar", "svar"),
    ("- **svar**", "svar"),
]


@pytest.mark.parametrize(("text", "why"), NO_MARK, ids=[row[1] for row in NO_MARK])
def test_what_is_no_list_mark(text: str, why: str) -> None:
    """A line that only looks marked is a paragraph, whole."""
    assert read(text) == [("paragraph", 0, text)], why


@pytest.mark.parametrize(("text", "words"), MARKED)
def test_list_marks_lie_outside_the_item(text: str, words: str) -> None:
    """Every kind of mark makes an item, and is no part of its words."""
    assert read(text) == [("item", 1, words)]


@pytest.mark.parametrize("text", ["-", "- ", "*", "1.", "##", "- [ ]", "---", "====", "* * *", "", " \n\t\n"])
def test_marks_without_words_are_no_units(text: str) -> None:
    """A mark alone is not an item: nobody says anything there."""
    assert read(text) == []


def test_headings_of_markdown() -> None:
    """`#` and underlines make headings of their depth."""
    text = "# Ein\n\nTo\n===\n\nTre\n---\n\n#### Fire\n"
    assert read(text) == [("heading", 1, "Ein"), ("heading", 1, "To"), ("heading", 2, "Tre"), ("heading", 4, "Fire")]


def test_a_rule_under_a_sentence_makes_no_heading() -> None:
    """A full stop before the rule, or more than one line above it, means a paragraph and a rule."""
    assert [kind for kind, _, _ in read("Dette er sagt.\n---\n")] == ["paragraph"]
    assert [kind for kind, _, _ in read("- ein\n- to\n---\n")] == ["item", "item"]


def test_wrapped_lines_are_one_paragraph() -> None:
    """A line broken because it was full goes on; the span covers the break."""
    text = "Vi skriv høyringssvar på fritida, og berre\ntre av ti trur at nokon tek omsyn til\ndet. Ikkje rart."
    assert read(text) == [("paragraph", 0, text)]
    assert only(text).lines == 3


def test_wrapped_lines_are_one_paragraph_before_a_capital() -> None:
    """A name first on a line is no new paragraph where the line before it was full."""
    first = "Dette er den første linja, som er heilt full\nog den andre linja er like lang som ho, så"
    text = f"{first}\nOslo kjem på den tredje."
    assert read(text) == [("paragraph", 0, text)]


def test_lines_broken_on_purpose_are_units() -> None:
    """Where the next word would have fitted, the typist began something new."""
    text = "Fortauene må måkes\nFartsgrensen er for høy. Sett den ned.\nLys i undergangen!"
    assert [words for _, _, words in read(text)] == text.split("\n")


def test_a_label_begins_a_line_of_its_own() -> None:
    """*Ordstyrer: …* under a full line is not its continuation."""
    text = "Til stede: Kari, Ola, Per og mange andre fra\nulike lag i bygda som vi ikke fikk med oss.\nReferent: Per"
    assert [words.split(":")[0] for _, _, words in read(text)] == ["Til stede", "Referent"]


def test_an_item_goes_on_where_it_is_drawn_in() -> None:
    """Lines drawn in under an item's words belong to it, sentences and all."""
    text = "1. Åpne skolene.\n   Nøkkelkort holder.\n2. Flere møteplasser\n  for unge"
    assert [words for _, _, words in read(text)] == [
        "Åpne skolene.\n   Nøkkelkort holder.",
        "Flere møteplasser\n  for unge",
    ]


def test_depth_follows_the_indent() -> None:
    """Deeper indents are deeper items, by one, whatever their width."""
    text = "- a\n    - b\n      - c\n  - d\n- e\n"
    assert [(level, words) for _, level, words in read(text)] == [(1, "a"), (2, "b"), (3, "c"), (2, "d"), (1, "e")]


def test_tabs_are_indents() -> None:
    """A tab draws in as four spaces do."""
    assert [level for _, level, _ in read("- a\n\t- b\n- c")] == [1, 2, 1]


def test_letters_hang_under_dashes() -> None:
    """*a)* under a dash belongs to it, also where it is not drawn in; letters alone are a list."""
    assert [level for _, level, _ in read("- kven\na) du\nb) eg\n- kva")] == [1, 2, 2, 1]
    assert [level for _, level, _ in read("a) du\nb) eg")] == [1, 1]


def test_a_heading_ends_a_list() -> None:
    """Depth is counted anew under a heading."""
    assert [(kind, level) for kind, level, _ in read("- a\n  - b\n# H\n  - c")][-1] == ("item", 1)


def test_a_table_of_bars() -> None:
    """Cells carry their column's head; the heads themselves are no one's input; the dashes are marks."""
    text = "| Problem | Idé |\n|---|---|\n| søppel | fleire bøtter |\n| | benker |\n"
    units = units_of_lines(text, 0, len(text))
    assert [(unit.kind, unit.label, text[unit.start : unit.end]) for unit in units] == [
        ("aside", "column", "Problem"),
        ("aside", "column", "Idé"),
        ("cell", "Problem", "søppel"),
        ("cell", "Idé", "fleire bøtter"),
        ("cell", "Idé", "benker"),
    ]


def test_a_table_without_a_head() -> None:
    """Without a row of dashes all rows are cells, without labels."""
    text = "| a | b |\n| c | d |"
    assert read(text) == [("cell", 0, "a"), ("cell", 0, "b"), ("cell", 0, "c"), ("cell", 0, "d")]


def test_quoted_lines() -> None:
    """Behind `>` stands an earlier message in a mail, and what somebody said in other texts."""
    assert read("> Hei,\n> fristen er 15. april", mail=True)[0][0] == "quoted"
    assert read("> ingen hadde nøkkel") == [("paragraph", 0, "ingen hadde nøkkel")]


def test_emphasis_around_the_whole_is_a_mark() -> None:
    """Stars and underscores around a whole line are left out, and noted; inside they stay."""
    assert only("**Sikkerheit**").strong
    assert read("_Tida er ute._") == [("paragraph", 0, "Tida er ute.")]
    assert read("**Fasilitator:** skriv") == [("paragraph", 0, "**Fasilitator:** skriv")]
    assert read("**a** og **b**") == [("paragraph", 0, "**a** og **b**")]


def test_a_unit_knows_whether_it_stands_alone() -> None:
    """An empty line before it, or the text's beginning, parts a unit from the one before."""
    text = "Ein\nTo\n\nTre"
    assert [unit.alone for unit in units_of_lines(text, 0, len(text))] == [True, False, True]


def test_a_stretch_is_read_within_its_bounds() -> None:
    """Offsets are the text's own, and nothing outside the stretch is read."""
    text = "xx - a\n- b yy"
    start, end = 3, 10
    assert [text[u.start : u.end] for u in units_of_lines(text, start, end)] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("kort\nliste", 0),
        ("Ei lang linje som er broten fordi ho var full her\nog går vidare på neste", 49),
        ("x" * 120 + "\nog vidare", 0),
        ("Ei lang linje som ikkje er broten men sluttar her\nOg ei ny som byrjar med stor bokstav", 0),
    ],
)
def test_the_width_of_wrapped_lines(text: str, width: int) -> None:
    """The width is that of the longest line a small letter goes on from, within what anyone wraps at."""
    lines = [_line(text, start, end) for start, end in _line_spans(text, 0, len(text))]
    assert wrap_width(text, lines) == width


def test_units_lie_in_order_without_overlap() -> None:
    """A text of everything at once is read in order, and only marks are left between."""
    text = "# T\n\nA\n- b\n  - c\n\n| d | e |\n|--|--|\n| f | g |\n\n> h\n---\n1) i\n"
    at = 0
    for unit in units_of_lines(text, 0, len(text)):
        assert unit.start >= at
        assert not any(character.isalpha() for character in text[at : unit.start])
        at = unit.end


def test_a_note_ends_with_the_votes_it_got() -> None:
    """Lines with votes behind them are notes of their own, however long they are; a bracket in a sentence is none."""
    voted = "exam stress, and too many tests in one week [3 votes]\nwant quiet room at lunch, somewhere warm (5)\nlate"
    wrapped = "Vi viser til planen, slik han vart lagd fram i møtet i haust (sak 12/24),\nog ber om at han blir endra."
    assert len(units_of_lines(voted, 0, len(voted))) == 3
    assert len(units_of_lines(wrapped, 0, len(wrapped))) == 1
