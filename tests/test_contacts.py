"""E-mail addresses and telephone numbers: found in every form, told from what must stay."""

from __future__ import annotations

import re

import pytest

from consult.read.contacts import find_contacts, is_office
from tests.privacy_cases import EMAILS, PHONES, STAYS, in_sentences


@pytest.mark.parametrize("stays", STAYS)
def test_what_looks_like_a_way_to_reach_somebody_stays(stays: str) -> None:
    """Amounts, cases, dates, pages, and mailboxes of an office."""
    for _, sentence in in_sentences(stays):
        assert find_contacts(sentence) == []


@pytest.mark.parametrize("value", PHONES)
def test_telephone_numbers_are_found(value: str) -> None:
    """Of the five countries and others, with and without a word before them, broken over two lines."""
    for _, sentence in in_sentences(value):
        found = "".join(sentence[one.start : one.end] for one in find_contacts(sentence) if one.kind == "phone")

        assert re.sub(r"\D", "", found) == re.sub(r"\D", "", value), sentence


@pytest.mark.parametrize("value", EMAILS)
def test_addresses_are_found_also_disguised(value: str) -> None:
    """With words for the signs, in brackets or not; all of the address, nothing around it."""
    for _, sentence in in_sentences(value):
        found = [sentence[one.start : one.end] for one in find_contacts(sentence) if one.kind == "email"]

        assert found == [value.strip("<>")], sentence


@pytest.mark.parametrize(
    "address",
    ["post@x.no", "postmottak@kd.dep.no", "innspel.openheit@x.no", "no-reply@x.no", "digdir@digdir.no",
     "servicekontoret@nes.kommune.no", "info.bergen@x.no", "2026@x.no"],
)  # fmt: skip
def test_a_mailbox_of_an_office_is_nobodys(address: str) -> None:
    """Every part of it is an office's, or the name of its domain."""
    assert is_office(address)


@pytest.mark.parametrize("address", ["kari@x.no", "kari.post@x.no", "knes@digdir.no", "leiar.ola.nes@x.no", "bsl@x.no"])
def test_a_mailbox_with_a_name_is_somebodys(address: str) -> None:
    """A part that is no office's makes it a person's."""
    assert not is_office(address)


@pytest.mark.parametrize(
    "text",
    [
        "Look at example.no for more",
        "Møt oss at ten",
        "han sat ved punktum no",
        "kl. 10 at kommunehuset",
        "@kommunen bør svare",
    ],
)
def test_words_alone_are_no_address(text: str) -> None:
    """*at* and *punktum* are words too."""
    assert find_contacts(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tlf. 436\n18 204\nNeste linje", "436\n18 204"),
        ("Tlf: 41234567\n12345 Oslo", "41234567"),
        ("(tlf. 428 06 917).", "428 06 917"),
        ("Kari Nes\n91234567\nNesvegen", "91234567"),
        ("mobil +47 441 90 356 / 22 99 99 99", "+47 441 90 356"),
    ],
)
def test_a_number_ends_where_it_ends(text: str, number: str) -> None:
    """A broken line belongs to it, a bracket and the next line's number do not."""
    assert number in [text[one.start : one.end] for one in find_contacts(text)]


def test_pages_of_ones_own_are_found() -> None:
    """A profile names a person; a body's site does not."""
    assert [one.kind for one in find_contacts("sjå https://www.facebook.com/kari.nes.5")] == ["profile"]
    assert find_contacts("sjå https://www.nes.kommune.no/kari") == []


def test_a_pattern_that_misses_the_prefix_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: without the form for other countries a foreign number passes."""
    assert find_contacts("+49 30 23125 017")
    monkeypatch.setattr("consult.read.contacts.INTERNATIONAL", re.compile("(?!)"))

    assert find_contacts("+49 30 23125 017") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("42806917", True),  # alone on its line
        ("· 42806917", True),
        ("Notat\n  42806917 \nmeir", True),
        ("31806917", True),  # alone, of no mobile series
        ("i alt 31806917 av dei", False),  # a number among words, of no mobile series
        ("om 42806917 her", True),  # of a mobile series
        ("3180 6917", True),
        ("i alt 3180 6917 av dei", False),
        ("31806917 av dei", False),
        ("av dei 31806917", False),
        ("2024 2025", False),  # years
        ("4 4 0 1 2 3 4 6", True),
        ("skåla 4 5 5 4 3 2", False),
        ("fire fire null ein to tre fire fem", True),
        ("four four zero one two three four five", True),
        ("ein to tre fire fem seks sju åtte", False),  # somebody counts
        ("åtte sju seks fem fire tre to ein", False),
        ("ein ein ein ein ein ein ein ein", False),
        ("to tre fire", False),
        ("per.olsen på gmail punktum com", True),
        ("per.olsen på Nesodden punktum com", False),
        ("spør @kari_nes om det", True),
        ("spør @digdir om det", False),
        ("spør @innsyn_no om det", False),
    ],
)
def test_how_a_contact_is_written_decides(text: str, found: bool) -> None:
    """Alone on a line, sign by sign, in words, as a handle: each with what looks like it and is none."""
    assert bool(find_contacts(text)) == found


def test_a_number_in_words_is_sure_where_somebody_says_that_it_is_one() -> None:
    """Else it waits for a person."""
    said = "fire fire null ein to tre fire fem"
    assert [one.certainty for one in find_contacts(f"Ring meg på {said}")] == [1.0]
    assert [one.certainty for one in find_contacts(f"Det var {said} i alt")] == [0.5]
    assert [one.kind for one in find_contacts("bsky.app/profile/kari.example")] == ["profile"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+298 1234", True),  # seven digits with the country's
        ("+29 8123", False),
        ("00 " + "123456789012345", True),  # what a number may have at most, behind the two noughts
        ("00 " + "1234567890123456", False),
    ],
)
def test_a_number_with_its_country_s_has_so_many_digits(text: str, found: bool) -> None:
    """From seven to fifteen (ITU-T E.164)."""
    assert any(one.certainty == 1.0 for one in find_contacts(text)) == found


def test_a_handle_of_one_word_names_nobody() -> None:
    """Whoever is called so may be anybody."""
    assert find_contacts("Takk, @kari!") == []
    assert [one.kind for one in find_contacts("Takk, @kari_nes!")] == ["profile"]
