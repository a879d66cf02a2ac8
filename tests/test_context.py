"""What stands around a passage, blended into its vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from consult.records import Passage
from consult.themes.context import GROUPING, PLACING, VOTING, Around, bare_rows, blend, role_texts, texts_to_embed
from tests.theme_cases import Array, say, vector_of, vectors_for

UNCHANGED = [
    ("an empty heading says nothing", {"headings": ("",)}),
    ("a question of white space says nothing", {"question": "  "}),
    ("a neighbour that is missing says nothing", {"before": "", "after": ""}),
]


def blended(passages: Sequence[Passage], weights: Mapping[str, float] = GROUPING) -> Array:
    """The blended vectors of passages."""
    return blend(passages, vectors_for(passages), weights)


@pytest.mark.parametrize("around", [around for _, around in UNCHANGED], ids=[reason for reason, _ in UNCHANGED])
def test_what_says_nothing_changes_nothing(around: dict[str, Any]) -> None:
    """Blank context has no text and no weight."""
    bare, with_blank = [say("svar manglar"), say("kurs")], [say("svar manglar", **around), say("kurs")]
    assert np.array_equal(blended(bare), blended(with_blank))


def test_a_title_that_all_share_changes_nothing() -> None:
    """One document's title says nothing about the differences between its passages."""
    texts = ["svar manglar", "kurs på bibliotek", "lobbyregister"]
    shared = [say(text, document="Bord 1") for text in texts]
    assert np.allclose(blended(shared), blended([say(text) for text in texts]), atol=1e-5)


def test_headings_draw_passages_together() -> None:
    """Two passages that share no word but stand under one heading come closer."""
    alone = [say("tid ikkje vilje"), say("gebyr hjelper lite"), say("kurs"), say("bibliotek")]
    under = [
        say("tid ikkje vilje", headings=("Kunngjering",)),
        say("gebyr hjelper lite", headings=("Kunngjering",)),
        say("kurs", headings=("Opplæring",)),
        say("bibliotek", headings=("Opplæring",)),
    ]
    before, after = blended(alone), blended(under)
    assert after[0] @ after[1] > before[0] @ before[1] + 0.1
    assert after[2] @ after[3] > before[2] @ before[3] + 0.1


def test_the_inner_heading_counts_most() -> None:
    """The path of headings runs from the outermost down; what is nearest says most."""
    assert role_texts(say("x", headings=("Del 1", "Arkiv")))["headings"] == (("Arkiv", 1.0), ("Del 1", 0.5))


def test_a_document_title_among_the_headings_counts_once() -> None:
    """Readers give the title as the outermost heading as well."""
    roles = role_texts(say("x", headings=("Bord 3", "Arkiv"), document="Bord 3"))
    assert roles["headings"] == (("Arkiv", 1.0),)
    assert roles["document"] == (("Bord 3", 1.0),)


def test_texts_to_embed_are_sorted_and_once_each() -> None:
    """Each distinct text is embedded once, whatever refers to it."""
    passages = [say("a", before="b", headings=("H",)), say("b", after="a", headings=("H",))]
    texts = texts_to_embed(passages)
    assert list(texts) == sorted(set(texts))
    assert {"a", "b", "H"} <= set(texts)


def test_rows_are_unit_vectors() -> None:
    """Dot products of what comes out are cosines."""
    rows = blended([say("ein", headings=("To",)), say("tre"), say("fire", document="Fem")], PLACING)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_placing_leans_on_context_more_than_grouping() -> None:
    """Too much context and themes are documents; too little and a note points nowhere."""
    assert all(PLACING[role] >= GROUPING[role] for role in PLACING)
    assert sum(PLACING.values()) > sum(GROUPING.values())


def test_what_stands_beside_a_passage_makes_nobody_vote_for_it() -> None:
    """Two bullets in a row share the text around them; votes look at what they say."""
    bullets = [say("ein to tre", after="fire fem seks"), say("fire fem seks", before="ein to tre"), say("sju")]
    strangers = [say("ein to tre"), say("fire fem seks"), say("sju")]
    assert np.allclose(blended(bullets, VOTING), blended(strangers, VOTING), atol=1e-6)
    assert not np.allclose(blended(bullets, PLACING), blended(strangers, PLACING), atol=1e-2)


def test_one_passage_alone_has_a_vector() -> None:
    """A corpus of one passage is not at its own middle."""
    row = blended([say("ein einaste merknad")])
    assert np.linalg.norm(row) == pytest.approx(1, abs=1e-5)
    assert not np.allclose(row[0], vector_of("ein einaste merknad"))


def test_what_stands_around_some_passages_is_blended_whatever_the_others_lack() -> None:
    """A lead-in without a heading counts; where nothing stands around any passage, weights change nothing."""
    bare = [say("Meir innsyn", source="s-1"), say("Færre skjema", source="s-2")]
    led = [bare[0], *(say(f"Skjema {what}", source=f"s-{what}", parent=f"{what} bør") for what in ("Staten", "Fylka"))]
    vectors = vectors_for([*bare, *led])
    assert not np.allclose(Around(led, vectors).blend(PLACING), Around(led, vectors).blend({**PLACING, "parent": 0.0}))
    alone = Around(bare, vectors)
    assert np.array_equal(alone.blend(PLACING), alone.blend(GROUPING))


def test_rows_of_bare_texts_that_are_at_hand_are_used() -> None:
    """They are those that would be looked up, and stay as they are."""
    passages = [say("Meir tid."), say("Betre svar.", headings=("Innsyn",))]
    vectors = vectors_for(passages)
    bare = bare_rows(passages, vectors)
    before = bare.copy()
    assert np.array_equal(bare, [vectors[passage.text] for passage in passages])
    assert np.array_equal(Around(passages, vectors, bare).blend(GROUPING), Around(passages, vectors).blend(GROUPING))
    assert np.array_equal(bare, before)
