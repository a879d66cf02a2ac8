"""Why a passage is placed where it is, in words."""

from __future__ import annotations

import numpy as np
import pytest

from consult.themes.context import PLACING
from consult.themes.evidence import Evidence
from consult.themes.shingles import Shingles, weighted_texts
from consult.themes.targets import target_texts
from tests.theme_cases import FRAMEWORK, alike_by, say

PASSAGES = [
    say("Biblioteka hjelper ein pensjonist", headings=("Opplæring",)),
    say("Spør ein pensjonist om råd", start=40),
    say("Ingen svarar", start=90),
]


def evidence(language: str = "nn") -> Evidence:
    """The evidence of three passages."""
    texts = [text for passage in PASSAGES for text, _ in weighted_texts(passage, PLACING)]
    texts += [text for target in FRAMEWORK.targets for text, _ in target_texts(target)]
    likeness = np.full((3, 3), 0.125, dtype=np.float32)
    words = Shingles(texts, ("nn",)).words
    return Evidence(PASSAGES, FRAMEWORK, alike_by(likeness, likeness), words, language)


def test_the_shared_words_are_the_passages_own() -> None:
    """As written in the passage, not as the framework has them."""
    said = evidence()([0], 1)
    assert "pensjonist" in said
    assert "biblioteka" in said


def test_of_words_that_were_not_read_nothing_is_said() -> None:
    """A very large corpus is compared as it is written: there the meaning has to do."""
    likeness = np.full((3, 3), 0.125, dtype=np.float32)
    said = Evidence(PASSAGES, FRAMEWORK, alike_by(likeness, likeness), {}, "nn")([0], 1)
    assert said
    assert "pensjonist" not in said


def test_the_heading_is_named() -> None:
    """What stands above a note often decides."""
    assert "«Opplæring»" in evidence()([0], 1)
    assert "«" not in evidence()([1], 1)


def test_the_likeness_of_meaning_is_told() -> None:
    """With two decimals."""
    assert "0.12" in evidence()([2], 0)


def test_a_theme_shows_words_that_most_of_its_passages_share() -> None:
    """The commonest first, and no single heading."""
    said = evidence()([0, 1], 1)
    assert said.index("pensjonist") < said.index("biblioteka")
    assert "«Opplæring»" not in said


def test_nothing_shared_is_not_claimed() -> None:
    """No words in common, no words shown."""
    assert "deler" not in evidence()([2], 1)


@pytest.mark.parametrize(
    ("language", "words"), [("nn", "deler orda"), ("nb", "deler ordene"), ("en", "shares the words")]
)
def test_evidence_speaks_the_output_language(language: str, words: str) -> None:
    """From the catalogue."""
    assert words in evidence(language)([0], 1)


def test_new_has_its_own_words() -> None:
    """Nothing in the plan is like it."""
    assert evidence()([0], 3) == "liknar ikkje klart nok på nokon del av planen"


def test_what_people_have_placed_there_is_told() -> None:
    """A reviewer sees that the machine followed them, and by how much."""
    texts = [text for passage in PASSAGES for text, _ in weighted_texts(passage, PLACING)]
    likeness = np.full((3, 3), 0.125, dtype=np.float32)
    words = Shingles(texts, ("nn",)).words
    taught = Evidence(
        PASSAGES, FRAMEWORK, alike_by(likeness, likeness), words, "nn", lambda rows, at: 3 - len(rows) - at
    )
    assert "liknar 2 innspel som folk har plassert her" in taught([2], 0)
    assert "liknar eitt innspel som folk har plassert her" in taught([2], 1)
    assert "folk" not in taught([2], 2)
