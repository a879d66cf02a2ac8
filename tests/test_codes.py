"""Receipt codes: the same for the same key, nothing like the id, and slips of the pen are found."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.publish.codes import ALPHABET, GROUP, SIGNS, new_key, read_code, receipt_code
from consult.records import content_id

KEYS = st.binary(min_size=32, max_size=32).map(bytes.hex)
IDS = st.integers(0, 10**9).map(lambda number: content_id("s", number))
SHAPE = SIGNS + SIGNS // GROUP - 1


def test_a_code_has_at_least_eighty_bits() -> None:
    """Nobody finds another's receipt by trying."""
    assert (SIGNS - 1) * math.log2(len(ALPHABET)) >= 80
    assert len(new_key()) == 64
    assert new_key() != new_key()


@given(KEYS, IDS)
def test_the_same_key_and_source_give_the_same_code(key: str, source_id: str) -> None:
    """A letter that was sent stays right; the code is made of signs that cannot be mistaken."""
    code = receipt_code(key, source_id)
    assert code == receipt_code(key, source_id)
    assert len(code) == SHAPE
    assert set(code) <= set(ALPHABET) | {"-"}
    assert read_code(code) == code


def test_codes_of_other_sources_and_keys_are_others() -> None:
    """A thousand sources have a thousand codes, and another key has none of them."""
    ids = [content_id("s", number) for number in range(1000)]
    first, second = ({receipt_code(key * 32, one) for one in ids} for key in ("00", "01"))
    assert len(first) == len(second) == 1000
    assert not first & second


CODE = receipt_code("00" * 32, "s-0123456789ab")
AS_TYPED = [
    ("as it is printed", CODE),
    ("in small letters", CODE.lower()),
    ("without hyphens", CODE.replace("-", "")),
    ("with blanks", CODE.replace("-", " ") + "  "),
    ("with the letter O for a nought", CODE.replace("0", "O")),
    ("with long hyphens from a letter", CODE.replace("-", "–")),
]


@pytest.mark.parametrize(("what", "typed"), AS_TYPED)
def test_a_code_is_read_as_people_type_it(what: str, typed: str) -> None:
    """Nobody has to know which signs count."""
    assert read_code(typed) == CODE, what


@given(KEYS, IDS, st.integers(0, SIGNS - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found(key: str, source_id: str, place: int, sign: str) -> None:
    """Whoever mistypes is told so, and not sent to a page that is not there."""
    signs = list(receipt_code(key, source_id).replace("-", ""))
    if signs[place] == sign or {signs[place], sign} == {"0", "Z"}:
        return
    signs[place] = sign
    assert read_code("".join(signs)) == ""


@given(KEYS, IDS, st.integers(0, SIGNS - 3))
def test_two_signs_that_changed_places_are_found(key: str, source_id: str, place: int) -> None:
    """The commonest slip of all."""
    signs = list(receipt_code(key, source_id).replace("-", ""))
    if signs[place] == signs[place + 1] or {signs[place], signs[place + 1]} == {"0", "Z"}:
        return
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    assert read_code("".join(signs)) == ""


@pytest.mark.parametrize("typed", ["", "index", CODE[:-1], f"{CODE}1", "../../etc/passwd", CODE.replace("1", "U")])
def test_what_is_no_code_is_none(typed: str) -> None:
    """Too short, too long, or of other signs."""
    assert read_code(typed) == ""
