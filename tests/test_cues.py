"""Cues: the tables are whole, and words are found near, or right before."""

from __future__ import annotations

import re

import pytest

from consult.read.cues import cue, cue_tables, cued, directly
from consult.read.given_names import also_words, given_names, is_given


@pytest.mark.parametrize("table", sorted(cue_tables()))
def test_every_entry_is_a_pattern_without_groups(table: str) -> None:
    """They are joined into one, in which a group of an entry's own would be counted."""
    assert cue(table).groups == 0
    for entries in cue_tables()[table].values():
        for entry in entries:
            assert re.compile(entry, re.IGNORECASE)
            assert entry == entry.strip()


@pytest.mark.parametrize(
    ("text", "near", "right"),
    [
        ("tlf. 1", True, True), ("Telefon: 1", True, True), ("tlf. nr. 1", True, True), ("telefonar 1", False, False),
        ("ring oss om 1", True, False), ("1", False, False), ("mobil (privat) 1", True, False),
    ],
)  # fmt: skip
def test_near_and_right_before(text: str, near: bool, right: bool) -> None:
    """A word near a number may mean it; right before, it does."""
    at = text.index("1")

    assert (cued("phone_cue", text, at, 24), directly("phone_cue", text, at, 24)) == (near, right)


def test_given_names_are_names() -> None:
    """Written as names are; those that are words too stand among them or beside."""
    assert all(name[0].isupper() and name.isprintable() for name in given_names() | also_words())
    assert is_given("Kari")
    assert is_given("Anne-Lovise")
    assert not is_given("kari")
    assert not is_given("Kommune")
