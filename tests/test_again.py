"""Names that are known are found by their words as they would be one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.read.again import ByWords, pairs
from consult.read.known_names import _again, names_again
from consult.read.people import settle
from consult.read.redaction import FIRST, Known

WORDS = ("Kari", "Nes", "Ness", "Kari-Anne", "K.", "Per", "s", "O’Neil", "Åse", "van", "=X", "Nes-Berg")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(st.sampled_from([*WORDS, "Karis", "Nes'", "Ness'", "kari", "-", ", ", "_", "\n", " ", "Pers"])).map(
    lambda parts: re.sub(r"(?<=\w)(?=\w)", "", " ".join(parts))
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Kari", "Nes", ["Kari Nes"]),
        ("Kari", "Ness", ["Kari Nes"]),  # a genitive
        ("Karis", "Nes", []),  # a genitive stands behind the last word only
        ("Pers", "", ["Per"]),
        ("Per", "Nes", ["Per"]),
        ("Nes", "Kari", []),
        ("", "", []),
    ],
)
def test_who_may_begin_here(first: str, second: str, expected: list[str]) -> None:
    """By one run of letters or by two."""
    assert [*ByWords(["Kari Nes", "Per"]).at(first, second)] == expected


def test_runs_and_what_follows() -> None:
    """Each run once, the last with nothing behind it."""
    assert [*pairs("a, b\nc")] == [(0, "a", "b"), (3, "b", "c"), (5, "c", "")]
    assert [*pairs(" – ")] == []


@given(TEXTS, st.lists(NAMES, max_size=5))
def test_as_one_by_one(text: str, names: list[str]) -> None:
    """What is found by words is what each name finds for itself."""
    found = names_again(text, names)
    alone = [names_again(text, [name]) for name in names]
    assert {(one.start, one.end) for one in found} == {
        (one.start, one.end) for one in settle(span for spans in alone for span in spans)
    }
    for name in names:
        whole = [(one.start, one.end) for one in _again(text, " ".join(name.split()), whole=True)]
        assert all(any(one.start <= start and end <= one.end for one in found) for start, end in whole)


@given(TEXTS, st.lists(NAMES, min_size=1, max_size=5))
def test_known_words_as_one_pattern(text: str, names: list[str]) -> None:
    """A text that asks only for the lines it may hold loses what one pattern of all lines takes."""
    lines = sorted({" ".join(name.split()) for name in names}, key=lambda line: (-len(line), line))
    forms = "|".join(r"\s+".join(map(re.escape, line.split())) for line in lines)
    assert Known.of(names).without(text) == re.sub(rf"(?<!\w)(?:{forms})(?!\w)", FIRST, text)
