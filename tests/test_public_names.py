"""Names that are nobody's: bodies, places, days; and names that only look like them."""

from __future__ import annotations

import pytest

from consult.read.public_names import is_body_word, is_place, is_public, names_something_else, stands_for_place
from tests.privacy_cases import PEOPLE

LIKE_OTHERS = ("Jan Petersen", "Carl I. Hagen", "May Britt Lund", "Sølvi Bennett", "Reno Harnish III")


@pytest.mark.parametrize("name", [*PEOPLE, *LIKE_OTHERS])
def test_a_person_is_not_public(name: str) -> None:
    """Also where a part of the name is a month, an initial, a particle or ends as bodies do."""
    assert not is_public(name)


@pytest.mark.parametrize(
    "name",
    [
        "Foreningen Åbne Døre", "Landslaget Alle Med", "Fossheim Rør og Varme AS", "Digitaliseringsdirektoratet", "DFØ",
        "Norsk Presseforbund", "Oslo", "Møre og Romsdal", "Samverkansgruppen Öppna inköp", "Open Government Forum",
        "Statens Vegvesen", "Sandnes Ungdomsråd", "Torsdag Kveld", "Den Andre", "Kirkenes Barnehage", "",
    ],
)  # fmt: skip
def test_bodies_places_and_days_are(name: str) -> None:
    """In five languages."""
    assert is_public(name)


@pytest.mark.parametrize("word", ["AS", "kommunen", "Vegdirektoratet", "Fagforbundets", "NVE", "Ltd"])
def test_words_for_bodies(word: str) -> None:
    """By the whole word, by its end, by its capitals."""
    assert is_body_word(word)


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("Karl Johan", "s gate"),
        ("Kari Nordmann", "-utvalet"),
        ("Ola Nes", " skule"),
        ("Berg", " kommune"),
        ("Nobel", "s pris"),
    ],
)
def test_what_stands_behind_makes_something_else_of_a_name(name: str, behind: str) -> None:
    """A street, a committee, a school."""
    assert names_something_else(name + behind, len(name))
    assert not names_something_else(f"{name} kom", len(name))


@pytest.mark.parametrize(
    ("text", "place"),
    [("i Berg er det", True), ("på Nes", True), ("sa Berg", False), ("frå Berg", False), ("Bergs skule", True)],
)
def test_a_family_name_can_be_a_place(text: str, place: bool) -> None:
    """By what stands before and behind it."""
    start = text.index("Berg") if "Berg" in text else text.index("Nes")

    assert stands_for_place(text, start, start + len("Berg" if "Berg" in text else "Nes")) == place


def test_well_known_places() -> None:
    """And no others."""
    assert is_place("Oslo")
    assert not is_place("Skarvebø")
