"""Ordinary words at the head of a sentence: a capital that only the place gives names nobody."""

from __future__ import annotations

import pytest

from consult.read import privacy
from consult.read.findings import SURE
from consult.read.given_away import LEAST
from consult.read.ordinary import is_ordinary
from consult.read.people import NameSpan
from consult.read.privacy import TRUSTED
from consult.records import Language

MAY_BE = [
    ("Skarvnes vil ha buss.", "nn", "no dictionary has it"),
    ("Marit vil ha buss.", "nn", "a given name"),
    ("Haugen meiner at bussen er for dyr.", "nn", "somebody who means something"),
    ("Bakken sa nei.", "nb", "somebody who says something"),
    ("Haugen er sint. Alle trur at Haugen har rett.", "nn", "a capital inside a sentence, too"),
    ("Lisa vil ha buss.", "sv", "a dictionary has it with a capital"),
    ("FERJA må gå.", "nn", "capitals throughout may be an abbreviation"),
    ("Ferja-Nes må gå.", "nn", "half a name of two parts"),
    ("B2b er bra.", "en", "no word"),
    ("Støre legger vekt på dette.", "nb", "a word of another language only"),
]
ORDINARY = [
    ("Ferja må gå oftare.", "nn"),
    ("Ferja må gå oftere.", "nb"),  # both standards stand in one text
    ("Matjord er viktig.", "nb"),
    ("Pojken avled på sjukhus.", "sv"),
    ("Færgen skal sejle oftere.", "da"),
    ("Ferries should run all night.", "en"),
    ("Nattbåten bør gå. Vi treng nattbåten.", "nn"),  # no dictionary has it, but the text itself does
]


def stretch(text: str) -> tuple[int, int]:
    """The first word."""
    return 0, len(text.split(maxsplit=1)[0].rstrip(":.,"))


@pytest.mark.parametrize(("text", "language", "why"), MAY_BE, ids=[why for *_, why in MAY_BE])
def test_what_may_be_somebody_stays(text: str, language: Language, why: str) -> None:  # noqa: ARG001 names the case
    """Whatever else speaks for a name is enough."""
    assert not is_ordinary(text, *stretch(text), language)


@pytest.mark.parametrize(("text", "language"), ORDINARY)
def test_an_ordinary_first_word(text: str, language: Language) -> None:
    """In five languages."""
    assert is_ordinary(text, *stretch(text), language)


@pytest.mark.parametrize(
    "before", ["", "Ja. ", "Nei!\n", "Tema:\n\n", "- ", "* **", "• ", "1) ", "2. ", "| ", "«", "Spørsmål? – ", "\n\n> "]
)
def test_heads_of_sentences_lines_cells_and_bullets(before: str) -> None:
    """Marks and white space between are none of it."""
    text = f"{before}Ferja må gå oftare."
    assert is_ordinary(text, len(before), len(before) + len("Ferja"), "nn")


@pytest.mark.parametrize("before", ["Vi tok ", "Kjære ", "ordførar ", "Hilsen\u00a0", "og\n"])
def test_inside_a_sentence_a_capital_says_something(before: str) -> None:
    """What stands before is a word of the same sentence."""
    text = f"{before}Ferja og gjekk."
    start = len(before)
    assert is_ordinary(text, start, start + 5, "nn") is (before == "og\n")  # a line of its own has a head


def test_two_words_are_a_name() -> None:
    """Only a single word is looked at."""
    assert not is_ordinary("Ferja Nes må gå.", 0, len("Ferja Nes"), "nn")


@pytest.mark.parametrize(
    ("certainty", "found"), [(LEAST, False), (SURE - 0.01, False), (SURE, True), (TRUSTED, True), (0.99, True)]
)
def test_what_the_model_is_sure_of_is_left_to_it(certainty: float, found: bool) -> None:
    """Only what a person would be asked about is not asked any more."""
    text = "Ferja må gå oftare."
    names = privacy._in_text(text, "nn", [NameSpan(start=0, end=5, certainty=certainty)])
    assert bool(names.found) is found
