"""Tables on pages are read cell by cell; everything else on a page is left as it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.grids import with_grids
from consult.read.layout import page_pieces
from consult.read.running import Line


def line(text: str, left: float, base: float, *, bold: bool = False, size: float = 11.0) -> Line:
    """A line on a page of A4, as wide as its text."""
    right = left + 5.0 * len(text)
    return Line(text=text, page=1, left=left, right=right, base=base, size=size, bold=bold, width=595, height=842)


HEADS = [line("Problem", 90, 638), line("Forslag", 235, 638)]
FIRST = [
    line("Tildeling manglar i", 90, 624), line("over halvparten av", 91, 611), line("sakene", 90, 598),
    line("Feltet må fyllast ut", 235, 624), line("før signering av kon-", 234, 611), line("trakten", 235, 598),
]  # fmt: skip
SECOND = [line("Avrop er usynlege for", 90, 585), line("alle", 90, 572), line("Publiser avropa", 235, 585)]
TABLE = [*HEADS, *FIRST, *SECOND]


def said(lines: list[Line]) -> list[tuple[str, str, str]]:
    """(kind, label, text) of the pieces of a page."""
    return [(piece.kind, piece.label, piece.text) for piece in page_pieces(lines)]


CELLS = [
    ("meta", "", "Problem"),
    ("meta", "", "Forslag"),
    ("cell", "Problem", "Tildeling manglar i over halvparten av sakene"),
    ("cell", "Forslag", "Feltet må fyllast ut før signering av kontrakten"),
    ("cell", "Problem", "Avrop er usynlege for alle"),
    ("cell", "Forslag", "Publiser avropa"),
]


def test_wrapped_cells_are_whole() -> None:
    """A cell's lines belong together, not with what stands level with them."""
    assert said(TABLE) == CELLS


def test_sabotage_reading_along_base_lines_would_be_seen() -> None:
    """In any other order than the file's the cells cannot be told: the test above can fail."""
    assert said(sorted(TABLE, key=lambda entry: (-entry.base, entry.left))) != CELLS


def test_text_above_and_below_a_table() -> None:
    """A line in the same margin right above the table, and text below it, are no cells."""
    above, below = line("Dette skreiv vi på tavla:", 90, 652), line("Møtet slutta klokka tolv.", 90, 545)
    assert said([above, *TABLE, below]) == [
        ("paragraph", "", above.text),
        *CELLS,
        ("paragraph", "", below.text),
    ]


def test_a_heading_above_a_table() -> None:
    """Larger type in the same margin is no cell either."""
    heading = line("Flippover", 90, 654, size=14.0)
    assert said([heading, *TABLE])[:2] == [("heading", "", "Flippover"), CELLS[0]]


def test_columns_of_text_are_no_table() -> None:
    """Two columns of running text stand beside each other once, not row by row."""
    left = [line(f"venstre spalte {word} i brevet", 70, 700 - 14 * n) for n, word in enumerate("abcdefgh")]
    right = [line(f"høgre spalte {word} i brevet", 310, 700 - 14 * n) for n, word in enumerate("abcdefgh")]
    assert with_grids([*left, *right]) == [*left, *right]


def test_a_date_beside_an_address_is_no_table() -> None:
    """One row alone places text on the page."""
    lines = [line("Til departementet", 70, 780), line("9. april 2026", 400, 780), line("Vi takkar for høvet.", 70, 740)]
    assert with_grids(lines) == lines


def test_lines_and_paragraphs_stay() -> None:
    """Text in one column has no rows."""
    lines = [line(f"Setning nummer {n} står her.", 70, 700 - 14 * n) for n in range(6)]
    assert with_grids(lines) == lines
    assert with_grids([]) == []


@settings(deadline=None)  # machines are busy
@given(st.lists(st.tuples(st.sampled_from([70, 200, 330]), st.integers(10, 60)), max_size=20))
def test_no_word_is_lost(places: list[tuple[int, int]]) -> None:
    """However lines lie, each is in the result once, in a table or as it was."""
    lines = [line(f"ord{number}", left, 10.0 * base) for number, (left, base) in enumerate(places)]
    found = [word for entry in with_grids(lines) for word in entry.text.split()]
    assert sorted(found) == sorted(entry.text for entry in lines)
    for entry in with_grids(lines):
        inside = [text for row in entry.cells for _, texts in row for text in texts]
        assert not entry.cells or sorted(inside) == sorted(entry.text.split())
