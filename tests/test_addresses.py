"""Street addresses: found with postcode and place, told from what else bears a number."""

from __future__ import annotations

import pytest

from consult.read.addresses import find_addresses
from tests.privacy_cases import ADDRESSES, STAYS, in_sentences


@pytest.mark.parametrize("stays", STAYS)
def test_what_bears_a_number_and_is_no_street_stays(stays: str) -> None:
    """Tables, rooms, roads of the state, chapters, post boxes, places."""
    for _, sentence in in_sentences(stays):
        assert find_addresses(sentence) == []


@pytest.mark.parametrize("value", ADDRESSES)
def test_addresses_are_found_whole(value: str) -> None:
    """In five languages and Finnish, with floor, postcode and place, over two lines."""
    for _, sentence in in_sentences(value):
        found = [sentence[one.start : one.end] for one in find_addresses(sentence)]

        assert found == [value], sentence


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Eg bur i Lia 4 og ser sjøen", "Lia 4"),
        ("Jag bor på Myran 12.", "Myran 12"),
        ("I live at Fairview 9, by the sea", "Fairview 9"),
        ("I Storgata 4 er det mørkt", "Storgata 4"),
    ],
)
def test_a_home_needs_no_ending_of_a_street(text: str, address: str) -> None:
    """Where somebody says that they live there, any name with a number is an address."""
    assert [text[one.start : one.end] for one in find_addresses(text)] == [address]


def test_a_sentence_that_follows_is_no_place() -> None:
    """The place ends at the full stop."""
    text = "Tyttebærlia 27,\n6899 Fjelløya. Dotter mi skriv dette."

    assert [text[one.start : one.end] for one in find_addresses(text)] == ["Tyttebærlia 27,\n6899 Fjelløya"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bor i fjellkrokveien 14 b, 3999 bortegrenda", ["fjellkrokveien 14 b, 3999 bortegrenda"]),
        ("eg bur i storgata 4", ["storgata 4"]),
        ("ta av på riksvei 14 mot nord", []),
        ("fylkesveg 14 er stengd", []),
        ("møtet var i storgata 4 sist", []),  # nobody lives there, and nothing follows
        ("Postboks 14, 3999 Bortegrenda", []),
        ("Bord 4, 3999 Bortegrenda", []),
        ("Eg bur på Nedre Haug, 3999 Bortegrenda", ["Nedre Haug, 3999 Bortegrenda"]),
        ("Møtet på Nedre Haug, 3999 Bortegrenda", []),
    ],
)
def test_what_surrounds_a_number_decides(text: str, found: list[str]) -> None:
    """Small letters need a postcode or somebody who lives there; boxes, tables and roads of the state are no homes."""
    said = [text[one.start : one.end] for one in find_addresses(text)]
    assert [one in wanted or wanted in one for one, wanted in zip(said, found, strict=True)] == [True] * len(found)
