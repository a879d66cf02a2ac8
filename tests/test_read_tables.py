"""A table's cells bear the words of their column's head."""

from __future__ import annotations

import pytest

from consult.read.document import Piece
from consult.read.tables import Cell, Row, continued_pieces, heads_of, table_pieces


def row(*texts: str, head: bool = False) -> Row:
    """A row of cells with one paragraph each."""
    return tuple(
        Cell(column=column, pieces=(Piece(kind="paragraph", text=text),), head=head)
        for column, text in enumerate(texts)
    )


LONG = "Tildelingar manglar i over halvparten av sakene"


@pytest.mark.parametrize(
    "rows",
    [
        [row("Eitt"), row("To"), row("Tre")],  # one column places text on the page
        [row("Vår ref.", "12. mars 2026")],  # so does one row
        [],
    ],
)
def test_layout_tables_stay_paragraphs(rows: list[Row]) -> None:
    """What only places text is no table."""
    assert {piece.kind for piece in table_pieces(rows)} <= {"paragraph"}


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        ([row("Problem", "Forslag"), row(LONG, LONG)], ["", "", "Problem", "Forslag"]),
        ([row("A", "B", head=True), row("x", "y")], ["", "", "A", "B"]),
        ([row("a", "b"), row("c", "d")], ["", "", "", ""]),  # nothing tells heads from cells
        ([row("Ein heil setning står her.", LONG), row(LONG, LONG)], ["", "", "", ""]),
        ([row("", ""), row("Problem", "Forslag"), row(LONG, LONG)], ["", "", "Problem", "Forslag"]),
    ],
)
def test_heads_label_what_is_below(rows: list[Row], labels: list[str]) -> None:
    """The first row names the columns when it is marked, or short above longer text."""
    assert [piece.label for piece in table_pieces(rows)] == labels


def test_kinds() -> None:
    """Heads are `meta`; each paragraph of a cell is a cell of its own; what is a note stays one."""
    cell = Cell(
        column=1,
        pieces=(
            Piece(kind="item", text="eitt punkt her", level=2),
            Piece(kind="paragraph", text="og ei setning under"),
            Piece(kind="footnote", text="note"),
        ),
    )
    pieces = list(table_pieces([row("Tema", "Innspel", head=True), (*row("innsyn"), cell)]))
    assert [(piece.kind, piece.level) for piece in pieces] == [
        ("meta", 0),
        ("meta", 0),
        ("cell", 0),
        ("cell", 0),
        ("cell", 0),
        ("footnote", 0),
    ]


def test_a_merged_cell_does_not_shift_labels() -> None:
    """Columns are counted in the grid, not in the row."""
    wide = (
        Cell(column=0, pieces=(Piece(kind="paragraph", text=LONG),)),
        Cell(column=2, pieces=(Piece(kind="paragraph", text=LONG),)),
    )
    assert [piece.label for piece in table_pieces([row("A", "B", "C", head=True), wide])][3:] == ["A", "C"]


def test_a_table_that_goes_on_over_a_page_has_its_heads() -> None:
    """Its first row there is no head, unless it says the heads once more; nothing anybody wrote is lost."""
    heads = heads_of([row("Tema", "Merknad"), row("Sol", LONG)])
    rest = list(continued_pieces([row("Strand", "Flytt stien"), row("Leik", LONG)], heads))
    again = list(continued_pieces([row("Tema", "Merknad"), row("Leik", LONG)], heads))
    assert [(piece.kind, piece.label) for piece in rest] == [("cell", "Tema"), ("cell", "Merknad")] * 2
    assert [piece.kind for piece in again] == ["meta", "meta", "cell", "cell"]


def test_a_form_typed_as_a_table_has_what_is_asked_at_the_left() -> None:
    """Who sends it is no answer and no column's head; a table of people, and one of two subjects, stay as they were."""
    form = [row("Namn", "Nils Haugen"), row("Adresse", "Strandgata 2"), row("Merknad", LONG), row("Dato", "26.02.2026")]
    said = [(piece.kind, piece.text, piece.label) for piece in table_pieces(form)]
    assert ("cell", LONG, "Merknad") in said
    assert {kind for kind, text, _ in said if text != LONG} == {"meta"}
    spanning = f"{LONG}, og det må kommunen gjere noko med før vinteren kjem"
    assert ("cell", spanning) in [(piece.kind, piece.text) for piece in table_pieces([*form, row(spanning)])]
    people = [row("Namn", "Adresse"), row("Nils Haugen", "Strandgata 2"), row("Eva Dal", "Strandgata 3")]
    assert [piece.label for piece in table_pieces(people)][2:] == ["Namn", "Adresse"] * 2
    other = [row("Tema", "Merknad"), row("Lys", LONG), row("Buss", LONG)]
    assert [piece.label for piece in table_pieces(other)][2:] == ["Tema", "Merknad"] * 2
