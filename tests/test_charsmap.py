"""The normalisation map as the tokenizers library reads it."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from tokenizers.normalizers import Precompiled

from consult.weights.charsmap import charsmap, lookup

MAP = {"\t": " ", "\n": " ", "ﬁ": "fi", "™": "TM", "\u200b": "", "Ⅳ": "IV", "𝐀": "A", "½": "1⁄2"}


def units_of(content: bytes) -> list[int]:
    """The trie inside a charsmap."""
    (size,) = struct.unpack_from("<I", content)
    return list(np.frombuffer(content, "<u4", size // 4, 4).tolist())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Møteplassen på Østre Ål", "Nordic letters are not in the map"),
        ("☃ ❤ ː", "these share leading bytes with mapped characters, and were once mapped by mistake"),
        ("fi TM IV", "what something is mapped to is not mapped again"),
        ("", "nothing gives nothing"),
        ("日本語 русский", "other scripts pass"),
    ],
)
def test_leaves_alone(text: str, why: str) -> None:
    """Characters that the map does not hold stay as they are."""
    assert Precompiled(charsmap(MAP)).normalize_str(text) == text, why


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ﬁsk", "fisk"), ("a\tb\nc", "a b c"), ("A™", "ATM"), ("null\u200bbreidd", "nullbreidd"), ("𝐀Ⅳ½", "AIV1⁄2")],
)
def test_replaces(text: str, expected: str) -> None:
    """Characters of the map become what it says, empty text included."""
    assert Precompiled(charsmap(MAP)).normalize_str(text) == expected


def test_every_character_of_the_plane_is_as_the_map_says() -> None:
    """No character but those of the map is changed, over the whole of the first two planes."""
    normaliser = Precompiled(charsmap(MAP))
    points = (point for point in range(1, 0x1F000, 3) if not 0xD800 <= point < 0xE000)
    wrong = [char for char in map(chr, points) if normaliser.normalize_str(char) != MAP.get(char, char)]
    assert wrong == []


def test_lookup_agrees_with_the_reader() -> None:
    """Our own walk through the trie finds the keys and nothing else."""
    units = units_of(charsmap(MAP))
    assert all(lookup(units, char.encode()) is not None for char in MAP)
    assert [lookup(units, char.encode()) for char in "aø☃€"] == [None] * 4


def test_two_nodes_never_share_a_base() -> None:
    """Sabotage twin: give a node another's base, and a character that is not in the map is found there."""
    keys = [chr(point) for point in range(0x2000, 0x2600, 7)]
    units = units_of(charsmap(dict.fromkeys(keys, "x")))
    strangers = [chr(point) for point in range(0x80, 0x3000) if chr(point) not in keys]
    assert all(lookup(units, char.encode()) is None for char in strangers)
    units[0] ^= units[lead_of(units, 0xE2)] & ~0xFF
    assert any(lookup(units, key.encode()) is None for key in keys)


def lead_of(units: list[int], byte: int) -> int:
    """The place of the unit that a first byte leads to."""
    return (units[0] >> 10) ^ byte


def test_equal_maps_give_equal_bytes() -> None:
    """The order in which a map lists its characters does not matter."""
    assert charsmap(MAP) == charsmap(dict(reversed(MAP.items())))
