"""Lines on pages become paragraphs, headings and items, in the order in which people read them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.layout import page_pieces, reading_order
from consult.read.running import Line

WIDE = 440


def line(text: str, base: float, **changes: object) -> Line:
    """A line of 11 points, as long as the page's column unless told otherwise."""
    fields: dict[str, object] = {
        "text": text, "page": 1, "left": 70.0, "right": 70.0 + WIDE, "base": float(base), "size": 11.0,
        "bold": False, "width": 595.0, "height": 842.0,
    }  # fmt: skip
    return Line(**{**fields, **changes})  # type: ignore[arg-type]


def read(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """(kind, text) of the pieces."""
    return [(piece.kind, piece.text) for piece in page_pieces(lines)]


def rows(*texts: str, top: float = 700, step: float = 14, **changes: object) -> list[Line]:
    """Lines under one another."""
    return [line(text, top - step * number, **changes) for number, text in enumerate(texts)]


def test_lines_become_one_paragraph() -> None:
    """Line ends are layout, and so are hyphens that divide words."""
    assert read(rows("Vi ber om at tvangs-", "mulkt blir hovudregelen", "når fristen er ute.")) == [
        ("paragraph", "Vi ber om at tvangsmulkt blir hovudregelen når fristen er ute.")
    ]


@pytest.mark.parametrize(
    "second",
    [
        {"base": 672.0},  # more space above it
        {"left": 84.0, "base": 679.0},  # drawn in, where the line before was not
    ],
)
def test_what_the_page_shows_as_a_new_paragraph(second: dict[str, object]) -> None:
    """Space and first-line indent begin paragraphs."""
    before = rows("Eit avsnitt på fleire liner", "som går over heile breidda", top=707)
    texts = [text for _, text in read([*before, line("Neste avsnitt kjem her", **{"base": 679.0, **second})])]  # type: ignore[arg-type]
    assert texts == ["Eit avsnitt på fleire liner som går over heile breidda", "Neste avsnitt kjem her"]


def test_a_short_last_line_ends_a_paragraph() -> None:
    """Without space between paragraphs, a full stop well before the edge tells."""
    lines = [
        line("Dette er ei full line som går heilt ut", 700),
        line("og er ferdig.", 686, right=150.0),
        line("Nytt avsnitt tek til her", 672),
    ]
    assert [text for _, text in read(lines)] == [
        "Dette er ei full line som går heilt ut og er ferdig.",
        "Nytt avsnitt tek til her",
    ]


@pytest.mark.parametrize("sign", ["•", "–", "-", "1.", "a)", "(2)", "→"])
def test_items(sign: str) -> None:
    """A list sign begins an item, which goes on over hanging lines."""
    lines = [
        line(f"{sign} eitt punkt som held", 700),
        line("fram på neste line", 686, left=84.0),
        line(f"{sign} to", 672),
    ]
    assert read(lines) == [("item", f"{sign} eitt punkt som held fram på neste line"), ("item", f"{sign} to")]


def test_items_drawn_in_are_a_level_below() -> None:
    """Sub-items are told by where they begin; another paragraph starts anew, and so does another column."""
    places = [("• a", 700, 70), ("– b", 680, 90), ("– c", 660, 90), ("• d", 640, 70), ("Avsnitt her.", 590, 70)]
    places += [("– e", 540, 90), ("• f", 520, 320)]
    lines = [line(text, base, left=float(left)) for text, base, left in places]
    assert [piece.level for piece in page_pieces(lines)] == [1, 2, 2, 1, 0, 1, 1]


def test_headings_by_size_and_weight() -> None:
    """The largest type is level 1; bold of the body's size comes last."""
    lines = [
        line("Brev om arkiv", 760, size=18.0, right=250.0),
        line("Innsyn", 730, size=14.0, right=150.0),
        line("Kva vi vil", 700, bold=True, right=150.0),
        *rows("Brødteksten er den som det er mest av i", "dokumentet, og ho er på elleve punkt.", top=686),
    ]
    pieces = list(page_pieces(lines))
    assert [(piece.kind, piece.level) for piece in pieces] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Dette er viktig, og derfor står det i feit skrift.", "bold": True},  # a sentence
        {"text": "2.5", "size": 30.0},  # a figure in a picture
        {"text": "• punkt i stor skrift", "size": 16.0},
    ],
)
def test_what_is_large_or_bold_and_no_heading(changes: dict[str, object]) -> None:
    """A heading is a few words without a full stop."""
    lines = [line("x", 700), line("y", 640)]
    lines[0] = line(**{"base": 700.0, **changes})  # type: ignore[arg-type]
    body = rows(
        "Brødteksten er den som det er mest av i dokumentet her", "og ho er på elleve punkt og ikkje feit.", top=640
    )
    assert read([lines[0], *body])[0][0] != "heading"


def test_body_in_bold_has_no_bold_headings() -> None:
    """Where all is bold, bold tells nothing."""
    lines = [
        line(f"Avsnitt {word} utan punktum", 700 - 40 * number, bold=True, right=300.0)
        for number, word in enumerate("abc")
    ]
    assert {kind for kind, _ in read(lines)} == {"paragraph"}


LEFT = [f"venstre spalte line {word} held fram" for word in ("ein", "to", "tre", "fire", "fem", "seks", "sju", "åtte")]
RIGHT = [text.replace("venstre", "høgre") for text in LEFT]


def test_two_columns() -> None:
    """The left column comes before the right one; what runs over both stands where it stands."""
    top = line("Overskrift over begge", 760, size=16.0, left=70.0, right=520.0)
    left = [line(text, 700 - 14 * number, right=280.0) for number, text in enumerate(LEFT)]
    right = [line(text, 700 - 14 * number, left=310.0, right=520.0) for number, text in enumerate(RIGHT)]
    mixed = [entry for pair in zip(left, right, strict=True) for entry in pair]
    assert [entry.text for entry in reading_order([top, *mixed])] == [top.text, *LEFT, *RIGHT]


def test_a_table_is_read_along_its_rows() -> None:
    """Short cells in two columns are no running text: rows stay together."""
    cells = [
        line(text, 700 - 14 * number, left=left, right=left + 30)
        for number in range(8)
        for text, left in ((f"A{number}", 70.0), (f"B{number}", 310.0))
    ]
    assert [entry.text for entry in reading_order(cells)][:2] == ["A0\tB0", "A1\tB1"]


def test_sentences_go_on_over_pages() -> None:
    """A sentence that a page break divides is one paragraph, on the page where it begins."""
    lines = [line("Setninga held fram på", 100), line("neste side, og sluttar der.", 740, page=2)]
    piece = next(page_pieces(lines))
    assert (piece.text, piece.page) == ("Setninga held fram på neste side, og sluttar der.", 1)


def test_a_new_page_begins_a_paragraph_where_one_ended() -> None:
    """A full stop before the break ends the paragraph."""
    lines = [line("Her sluttar det.", 100), line("Her byrjar det.", 740, page=2)]
    assert len(read(lines)) == 2


def test_small_type_at_the_foot_is_a_note() -> None:
    """Footnotes are told from the text by their size and place."""
    lines = [
        *rows("Brødteksten er det mest av her på sida", "og han er på elleve punkt."),
        line("1 Sjå rapporten.", 60, size=8.0),
    ]
    assert read(lines)[-1] == ("footnote", "1 Sjå rapporten.")


@settings(deadline=None)  # machines are busy
@given(st.permutations(rows("ein", "to", "tre", "fire", "fem")))
def test_the_order_in_the_file_does_not_matter(lines: list[Line]) -> None:
    """Programs write a page's lines in any order; people read them from the top."""
    assert [entry.text for entry in reading_order(lines)] == ["ein", "to", "tre", "fire", "fem"]


@settings(deadline=None)  # machines are busy
@given(
    st.lists(
        st.tuples(st.sampled_from(["ord", "to ord", "Tre ord her."]), st.integers(40, 800), st.integers(50, 400)),
        max_size=25,
    )
)
def test_no_word_is_lost(places: list[tuple[str, int, int]]) -> None:
    """However lines lie, each word of them is in the pieces, once."""
    lines = [line(text, base, left=float(left), right=left + 60.0) for text, base, left in places]
    words = sorted(word for piece in page_pieces(lines) for word in piece.text.split())
    assert words == sorted(word for text, _, _ in places for word in text.split())
