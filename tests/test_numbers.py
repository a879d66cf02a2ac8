"""Identity numbers, accounts and plates: found in every form, told from what must stay."""

from __future__ import annotations

import random
import re

import pytest
from stdnum.dk import cpr
from stdnum.fi import hetu
from stdnum.no import fodselsnummer, kontonr, orgnr
from stdnum.se import personnummer

from consult.read.numbers import (
    CUE,
    DOUBTFUL,
    LIKELY,
    REMAINDERS_2032,
    SURE,
    _accounts,
    _allowed,
    _danish,
    find_numbers,
    is_account,
    is_finnish,
    is_iban,
    is_norwegian,
    is_organisation,
    is_swedish,
    luhn,
)
from tests.privacy_cases import (
    ACCOUNTS,
    IDENTITY,
    PLATES,
    STAYS,
    TOLD_IDENTITY,
    finnish,
    in_sentences,
    norwegian,
    swedish,
)


@pytest.mark.parametrize("stays", STAYS)
def test_what_looks_like_a_number_of_a_person_stays(stays: str) -> None:
    """Cases, dates, laws, amounts and organisation numbers are no personal data, in any sentence."""
    for _, sentence in in_sentences(stays):
        assert find_numbers(sentence) == []


def covered(kind: str, value: str, sentence: str) -> bool:
    """Whether all digits of a value lie in findings of its kind."""
    found = "".join(sentence[one.start : one.end] for one in find_numbers(sentence) if one.kind == kind)
    return len(re.sub(r"\D", "", found)) >= len(re.sub(r"\D", "", value))


@pytest.mark.parametrize("value", [*IDENTITY, *TOLD_IDENTITY])
def test_identity_numbers_are_found_in_every_form(value: str) -> None:
    """Ordinary, D, H, synthetic and the form of 2032; Swedish, Danish, Finnish; grouped, or announced by a word."""
    for _, sentence in in_sentences(value):
        assert covered("identity_number", value, sentence), sentence


@pytest.mark.parametrize("value", ACCOUNTS)
def test_accounts_are_found(value: str) -> None:
    """Accounts, IBAN and giro numbers, by form or by the word before them."""
    for _, sentence in in_sentences(value):
        assert covered("account", value, sentence), sentence


@pytest.mark.parametrize("value", PLATES)
def test_number_plates_are_found_beside_a_word_for_cars(value: str) -> None:
    """Norwegian, Swedish, Danish and Finnish plates."""
    for _, sentence in in_sentences(value):
        assert covered("plate", value, sentence), sentence


def test_a_wrong_check_digit_is_a_slip_of_the_pen() -> None:
    """A grouped number shaped like a date whose digits do not add up is found, less certainly."""
    right = norwegian(12, 83, 76, 100)
    wrong = f"{right[:6]} {right[6:10]}{(int(right[10]) + 1) % 10}"

    assert find_numbers(f"Mor mi er {right}")[0].certainty == 1.0
    assert 0 < find_numbers(f"Mor mi er {wrong}")[0].certainty < 0.75
    assert find_numbers(f"Fødselsnummer {wrong}")[0].certainty > 0.75


def test_a_number_that_a_case_bears_is_no_person() -> None:
    """Eleven digits of a document are not taken for a slip of the pen."""
    assert find_numbers("dokument-id 20260319004") == []


def test_the_form_of_2032_is_known() -> None:
    """From 2032 the first control may leave 0, 1, 2 or 3, and nothing else."""
    for remainder in (0, 1, 2, 3):
        assert is_norwegian(norwegian(5, 83, 80, 100, remainder))
    for remainder in (4, 7, 10):
        assert not is_norwegian(norwegian(5, 83, 80, 100, remainder))


@pytest.mark.parametrize("day", ["00", "32", "40", "72", "99"])
def test_a_day_that_is_none_makes_no_number(day: str) -> None:
    """Days are 1 to 31, or 41 to 71 in a D-number."""
    assert not any(is_norwegian(f"{day}8376{tail:05}") for tail in range(0, 100000, 7))


def test_our_arithmetic_agrees_with_an_independent_one() -> None:
    """On numbers that both know, in random order; the other knows neither synthetic numbers nor those of 2032."""
    draw = random.Random(7)  # noqa: S311 - no secret
    for _ in range(20000):
        digits = f"{draw.randrange(10**11):011}"
        if fodselsnummer.is_valid(digits):
            assert is_norwegian(digits)
        assert is_account(digits) == kontonr.is_valid(digits)
        nine = digits[:9]
        assert is_organisation(nine) == (orgnr.is_valid(nine) and nine[0] in "389")
        ten = f"{digits[:6]}-{digits[6:10]}"
        assert not personnummer.is_valid(ten) or is_swedish(ten)


def test_finnish_and_swedish_numbers_of_ours_are_theirs() -> None:
    """Numbers that the tests make are valid by an independent library, so that the tests prove something."""
    assert hetu.is_valid(finnish("131052", "308"))
    assert is_finnish(finnish("131052", "308"))
    assert not is_finnish("131052-308A")
    assert personnummer.is_valid(swedish("811218987"))
    assert not is_swedish("811218-9870")
    assert cpr.get_birth_date("1212761234")


def test_random_digits_are_seldom_a_person() -> None:
    """Of a thousand random strings of eleven digits some ten pass; without a cue nothing else does."""
    draw = random.Random(11)  # noqa: S311 - no secret
    numbers = [f"{draw.randrange(10**11):011}" for _ in range(3000)]

    assert sum(bool(find_numbers(f"nr {number} her")) for number in numbers) < 60


def test_an_iban_ends_before_a_word_in_capitals() -> None:
    """What follows an account is none of it."""
    text = "IBAN GB33 BUKB 2020 1555 5555 55 TAKK"

    assert text[find_numbers(text)[0].start : find_numbers(text)[0].end].endswith("5555 55")
    assert not is_iban("GB34 BUKB 2020 1555 5555 55")


def test_a_birthday_is_found_where_it_is_told_as_one() -> None:
    """Other dates stay."""
    assert [one.kind for one in find_numbers("Eg er fødd 12.03.1975 i bygda")] == ["birth_date"]
    assert [one.kind for one in find_numbers("I was born on 12 March 1975.")] == ["birth_date"]
    assert find_numbers("Møtet var 12.03.1975") == []


def test_a_broken_control_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: with one weight changed, hardly a number is one."""
    value = norwegian(12, 83, 76, 100)
    assert is_norwegian(value)
    monkeypatch.setattr("consult.read.numbers.CONTROL_2", (5, 4, 3, 2, 7, 6, 5, 4, 3, 3, 1))

    assert not is_norwegian(value)


# -- dates within numbers: each digit counts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("six", "left"),
    [
        ("300190", REMAINDERS_2032), ("320190", ()), ("311290", REMAINDERS_2032), ("311390", ()), ("310490", ()),
        ("000190", ()), ("300090", ()), ("290200", REMAINDERS_2032), ("290201", ()), ("290204", REMAINDERS_2032),
        ("290210", ()), ("290212", REMAINDERS_2032), ("410190", REMAINDERS_2032), ("710190", REMAINDERS_2032),
        ("720190", ()), ("400190", ()), ("304190", REMAINDERS_2032), ("305290", REMAINDERS_2032), ("305390", ()),
        ("308190", REMAINDERS_2032), ("309290", REMAINDERS_2032), ("309390", ()), ("302190", (0,)), ("303290", (0,)),
        ("303390", ()), ("306190", (0,)), ("307790", (0,)), ("307890", ()),
    ],
)  # fmt: skip
def test_what_a_date_lets_the_first_control_leave(six: str, left: tuple[int, ...]) -> None:
    """Days, months and leap years; what is added to a day or a month says what register it is of."""
    digits = tuple(map(int, f"{six}22222"))
    assert _allowed(digits) == left


def checked(nine: str) -> str:
    """Nine digits with the tenth that Luhn's rule wants."""
    return next(f"{nine}{last}" for last in range(10) if luhn(tuple(map(int, f"{nine}{last}"))))


@pytest.mark.parametrize(
    ("six", "whole"),
    [
        ("900130", True),
        ("900132", False),
        ("901231", True),
        ("901331", False),
        ("900431", False),
        ("900100", False),
        ("000229", True),
        ("010229", False),
        ("040229", True),
        ("100229", False),
        ("120229", True),
        ("900161", True),
        ("900191", True),
        ("900192", False),
        ("900160", False),
        ("910131", True),
    ],
)
def test_a_swedish_number_begins_with_a_date(six: str, whole: bool) -> None:
    """Year, month, day, sixty more for whoever has no number of their own; nine other digits are none."""
    for serial in ("238", "911"):
        number = checked(six + serial)
        assert is_swedish(number) is is_swedish(f"19{number}") is whole
        assert not is_swedish(f"{number[:-1]}{(int(number[-1]) + 1) % 10}")


@pytest.mark.parametrize(
    ("six", "found"),
    [
        ("300190", True),
        ("320190", False),
        ("311290", True),
        ("311390", False),
        ("310490", False),
        ("290200", True),
        ("290201", False),
        ("290212", True),
        ("290210", False),
        ("610190", True),
        ("910190", True),
        ("920190", False),
        ("600190", False),
    ],
)
def test_a_danish_number_begins_with_a_date(six: str, found: bool) -> None:
    """Day, month, year: a word before it does not make a Danish one of what is no date."""
    assert bool(list(_danish(f"CPR {six}-2222"))) is found


RIGHT, WRONG = "9999.05.44170", "9999.05.44171"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        (f"Konto {RIGHT}", SURE),
        (f"Sjå {RIGHT}", SURE),  # the points tell
        (f"Sjå {RIGHT.replace('.', ' ')}", LIKELY),
        (f"Konto {RIGHT.replace('.', ' ')}", SURE),
        (f"Konto {RIGHT.replace('.', '')}", SURE),
        (f"Sjå {RIGHT.replace('.', '')}", None),
        (f"Sjå {WRONG}", DOUBTFUL),
        (f"Konto {WRONG}", LIKELY),
        (f"Sjå {WRONG.replace('.', ' ')}", None),
        (f"Konto{' ' * (CUE - 5)}{WRONG}", LIKELY),
        (f"Konto{' ' * (CUE - 4)}{WRONG}", DOUBTFUL),  # out of reach
    ],
)
def test_how_sure_an_account_is(text: str, certainty: float | None) -> None:
    """By its check digit, its points, and a word at most forty characters before it."""
    assert CUE == 40
    found = [one.certainty for one in _accounts(text) if one.end - one.start >= 11]
    assert max(found, default=None) == certainty


def test_a_day_of_birth_is_found_where_it_is_told_to_be_one() -> None:
    """A date alone is a date."""
    assert [one.kind for one in find_numbers("Eg er født 12.03.1956 i Dal.")] == ["birth_date"]
    assert find_numbers("Møtet var 12.03.1956 i Dal.") == []
