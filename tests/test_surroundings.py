"""What stands above and beside a passage."""

from __future__ import annotations

from consult.records import Context, Source
from tests.reading_sources import block_source, lines_source, split


def contexts(source: Source) -> dict[str, Context]:
    """The context of each passage, by its words."""
    return {" ".join(passage.text.split()): passage.context for passage in split(source).passages}


NOTES = """# Bord 1

12.02.2026

## Lys

Fasilitator: Kva skal til?

- mørkt i parken
  - og langs vegen
- ingen lamper

Bordet var samde.

## Benkar

Vi talde opp:

1. tre ved sjøen
2. ein på torget
"""


def test_headings_from_the_outermost_down() -> None:
    """A passage knows the title and the section it stands in, and no section beside it."""
    found = contexts(lines_source(NOTES))
    assert found["mørkt i parken"].headings == ("Bord 1", "Lys")
    assert found["tre ved sjøen"].headings == ("Bord 1", "Benkar")


def test_the_parent_bullet() -> None:
    """A sub-bullet keeps its parent; bullets beside each other have none."""
    found = contexts(lines_source(NOTES))
    assert found["og langs vegen"].parent == "mørkt i parken"
    assert found["mørkt i parken"].parent == ""
    assert found["ingen lamper"].parent == ""


def test_deep_bullets_keep_the_nearest_parent() -> None:
    """Three levels down the parent is the bullet one level up; back at the top there is none."""
    found = contexts(lines_source("# B\n\n- ein\n  - to\n    - tre\n  - fire\n- fem\n"))
    assert [found[word].parent for word in ("to", "tre", "fire", "fem")] == ["ein", "to", "ein", ""]


def test_a_lead_in_is_the_parent_of_its_list() -> None:
    """What announces a list stands over its bullets, and over nothing after it."""
    found = contexts(lines_source(NOTES + "\nMeir lys i parken er viktigast.\n"))
    assert found["tre ved sjøen"].parent == "Vi talde opp:"
    assert found["ein på torget"].parent == "Vi talde opp:"
    assert found["Meir lys i parken er viktigast."].parent == ""


def test_what_the_leader_asked() -> None:
    """A prompt that asks is the question of the passages under it, to the end of the section."""
    found = contexts(lines_source(NOTES))
    assert found["mørkt i parken"].question == "Kva skal til?"
    assert found["tre ved sjøen"].question == ""


def test_neighbours_in_the_same_section() -> None:
    """Before and after are the passages beside it, within the section."""
    found = contexts(lines_source(NOTES))
    assert found["og langs vegen"].before == "mørkt i parken"
    assert found["og langs vegen"].after == "ingen lamper"
    assert found["Bordet var samde."].after == ""
    assert found["mørkt i parken"].before == ""


def test_the_label_of_a_table() -> None:
    """What a table said in plenary has the table as its parent."""
    found = contexts(lines_source("# Plenum\n\n- noko\n\nBord 3 (innkjøp): Tildelingar manglar.\n"))
    assert found["Tildelingar manglar."].parent == "Bord 3 (innkjøp)"


def test_cells_know_their_row_and_column() -> None:
    """A cell's column is its innermost heading, the row's first cell its parent."""
    rows = [("Mørkt", "Lamper"), ("Kaldt", "Ved")]
    source = block_source(
        [
            ("heading", "Bord 1", 1),
            *(("cell", word, 0, head) for row in rows for head, word in zip(("Problem", "Idé"), row, strict=True)),
        ]
    )
    found = contexts(source)
    assert found["Lamper"] == Context(headings=("Bord 1", "Idé"), parent="Mørkt", before="Mørkt", after="Kaldt")
    assert found["Ved"].parent == "Kaldt"
    assert found["Kaldt"].parent == ""


def test_answers_know_their_question() -> None:
    """Each answer has its own question, and no neighbour across questions."""
    source = block_source(
        [
            ("question", "Kva manglar?"),
            ("answer", "Lys", 0, "Kva manglar?"),
            ("question", "Noko anna?"),
            ("answer", "Benkar", 0, "Noko anna?"),
        ],
        voice="individual",
    )
    found = contexts(source)
    assert found["Lys"] == Context(question="Kva manglar?")
    assert found["Benkar"].question == "Noko anna?"


def test_bullets_in_an_answer_know_the_question() -> None:
    """A list typed into an answer is asked for by the same question."""
    source = block_source([("question", "Kva?"), ("answer", "- lys\n- tak", 0, "Kva?")], voice="individual")
    assert {context.question for context in contexts(source).values()} == {"Kva?"}


def test_the_document_is_the_sources_title() -> None:
    """Passages know the title of the file they stand in."""
    source = lines_source("- lys")
    titled = Source(
        path=source.path,
        sha256="0",
        format="txt",
        text=source.text,
        blocks=source.blocks,
        voice="group_note",
        title="Bord 9",
    )
    assert contexts(titled)["lys"].document == "Bord 9"


def test_contexts_are_on_one_line() -> None:
    """Wraps are undone in what stands above and beside."""
    text = "# B\n\n- ei lang linje som er full her, og som difor\n  går vidare\n  - under\n"
    assert contexts(lines_source(text))["under"].parent == "ei lang linje som er full her, og som difor går vidare"


def test_the_text_goes_on_beneath_a_comment() -> None:
    """A comment in the margin closes neither the list nor the table that it stands beside, and opens none."""
    found = contexts(
        block_source(
            [
                ("heading", "Avfall", 1),
                ("item", "Ope om kvelden", 1),
                ("footnote", "Hugs å spørje kommunen om prisen"),
                ("item", "også for verksemder", 2),
            ]
        )
    )
    assert found["også for verksemder"].parent == "Ope om kvelden"
    assert found["også for verksemder"].headings == ("Avfall",)
