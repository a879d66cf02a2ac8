"""Numbers, dates and quantities, whatever language says them."""

from __future__ import annotations

import pytest

from consult.answer.gate.clauses import read
from consult.answer.gate.numerals import classes_in, counted, dates_in, numbers_in

NONE = [
    ("nn", "Eit tre på tunet", "a tree is no three"),
    ("en", "One would think so", "a pronoun is no number"),
    ("nb", "Kurset er bra", "nothing is counted"),
    ("en", "a fire next to the fir", "words that count in Norwegian are others in English"),
    ("nn", "elva og fyrre året, sex og rus", "words that count in Swedish and Danish are others in nynorsk"),
    ("sv", "det var bra", "a word that only joins"),
    ("nn", "mill og gruve", "what only multiplies a number before it"),
    ("nn", "km² skog", "a sign that belongs to a word"),
]


@pytest.mark.parametrize(("language", "text", "why"), NONE)
def test_what_is_no_number(language: str, text: str, why: str) -> None:
    """Nothing is found, for the reason given."""
    assert numbers_in(text, language) == (), why


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("nn", "mora på 86, nesten blind", ("86", "aged")), ("en", "a man aged 86", ("86", "aged")),
        ("nn", "prisen på 86, meiner dei", ("86", "")), ("nn", "mor på 86 kurs", ("86", "")),
        ("nn", "tolv kurs", ("12", "")), ("nb", "12 kurs", ("12", "")), ("en", "twelve courses", ("12", "")),
        ("nb", "11 000 innbyggere", ("11000", "")), ("nn", "12,0 timar", ("12", "hour")),
        ("nb", "45 prosent", ("45", "%")),
        ("nn", "12 millionar", ("12000000", "")), ("nb", "halvparten av dem", ("0.5", "")),
        ("nn", "førtifem bussar", ("45", "")), ("nn", "fem-og-førti bussar", ("45", "")),
        ("nb", "fem og førti", ("45", "")),
        ("en", "forty-five buses", ("45", "")), ("en", "forty five buses", ("45", "")), ("sv", "tjugofem", ("25", "")),
        ("da", "femogtyve", ("25", "")), ("nn", "tjueein", ("21", "")), ("nn", "to hundre og ti", ("210", "")),
        ("nb", "hundre busser", ("100", "")), ("en", "one million people", ("1000000", "")),
        ("nb", "to hundre og tre tusen", ("203000", "")), ("nn", "eit dusin", ("12", "")), ("nn", "tjuge", ("20", "")),
        ("en", "two dozen", ("24", "")), ("nn", "hundrevis av folk", ("100s", "")), ("nn", "syv kurs", ("7", "")),
        ("nn", "twelve kurs", ("12", "")),
        ("nn", "0,5 millionar", ("500000", "")), ("nn", "0,50 km", ("0.5", "kilometre")),
        ("nn", "ein halv million", ("500000", "")), ("nb", "500 000", ("500000", "")), ("nb", "2,50", ("2.5", "")),
        ("nn", "45k", ("45000", "")), ("nn", "45½ time", ("45.5", "hour")),
        ("nn", "½ time", ("0.5", "hour")), ("nb", "03.04.2026", ("3.4.2026", "")),
        ("nn", "45² ruter", ("45^²", "")), ("nn", "ved −7 grader", ("-7", "")), ("nn", "⑫ kurs", ("12", "")),
        ("nn", "十二 kurs", ("十二", "")), ("nn", "kl. 12:30", ("12.3", "")), ("nn", "kl. 12.30", ("12.3", "")),
        ("nn", "Halver prisane", ("0.5", "")), ("en", "fifth-grade pupils", ("5", "")), ("sv", "tre kurser", ("3", "")),
    ],
)  # fmt: skip
def test_a_number_is_one_value_however_it_is_written(language: str, text: str, said: tuple[str, str]) -> None:
    """In digits and in words, with its unit."""
    assert [one.said for one in numbers_in(text, language)] == [said]


def test_two_numbers_side_by_side_are_two() -> None:
    """*ti-tolv* and *5-7* are from and to; *tre fire* is no sum; *fem og to* no twenty-five."""
    for text in ("ti-tolv", "10-12"):
        assert [one.value for one in numbers_in(text, "nn")] == ["10", "12"]
    assert [one.value for one in numbers_in("tre fire, fem og to", "nn")] == ["3", "4", "5", "2"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("nn", "mellom fem og tjue plassar", ["5", "20"]),
        ("en", "between five and twenty places", ["5", "20"]),
        ("da", "mellem hundrede og to hundrede", ["100", "200"]),
        ("nn", "fem og tjue plassar", ["25"]),
        ("nn", "mellom femogtjue og førti", ["25", "40"]),
        ("nn", "mellom hundre og ti", ["100", "10"]),
    ],
)
def test_what_stands_between_two_numbers_joins_none(language: str, text: str, values: list[str]) -> None:
    """*Mellom fem og tjue* is no 25."""
    assert [one.value for one in numbers_in(text, language)] == values


@pytest.mark.parametrize(("language", "months"), [("nn", frozenset()), ("sv", frozenset()), ("en", {"month 7"})])
def test_christmas_is_no_july(language: str, months: frozenset[str]) -> None:
    """*Jul* is short for the month in English alone."""
    assert dates_in(read("jul 2026", language)) == months


def test_a_number_knows_what_it_counts() -> None:
    """The words behind it that carry a meaning, up to the next number."""
    first, second = numbers_in("to kurs og tre bibliotek", "nn")
    assert "kurs" in counted(first, "nn")
    assert not counted(first, "nn") & counted(second, "nn")


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("nn", "i mai", "month 5"),
        ("en", "in May", "month 5"),
        ("nb", "hver mandag", "day 1"),
        ("en", "March", "month 3"),
    ],
)
def test_a_date_has_one_name_in_all_languages(language: str, text: str, date: str) -> None:
    """So that it can be found again in a translation."""
    assert dates_in(read(text, language)) == {date}


def test_an_english_may_is_a_month_only_with_a_capital() -> None:
    """It is a verb otherwise."""
    assert dates_in(read("They may come", "en")) == frozenset()


def test_a_word_that_another_language_counts_with_does_not_count() -> None:
    """*var* is each in Swedish, and *was* in Norwegian."""
    assert "all" in classes_in(read("var femte invånare", "sv"))
    assert "all" not in classes_in(read("kurset var bra", "nb"))
