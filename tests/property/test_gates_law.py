"""What is not looked for could not have been found: a quick look never hides what the slow one would see."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read import addresses, contacts, cues, numbers, people, sensitive
from consult.read.again import ByWords, pairs
from consult.read.contacts import DISGUISED, MAY_DISGUISE
from consult.read.cues import cue, cue_tables, cue_words, may_hold
from consult.read.numbers import DIGIT, FINDERS, Sighting
from tests.privacy_cases import ACCOUNTS, EMAILS, IDENTITY, PHONES, PLATES

PARTS = [
    "kari", "dal", "no", "gmail", "(krøllalfa)", "krøllalfa", "snabel-a", "[at]", "(a)", "at", "ætt", "_at_", "dot",
    "punktum", "[.]", "piste", "på", ".", "\n", "Storgata", "0123 Dal", "AB", "fnr", "konto", "null", "en", "to", "tre",
    "١٢٣٤", "4", "42806917", "født", "2. mai 1980", "reg.nr.", "vei", "Flat", "SW1A", "1AA",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " ", "  "]).map(lambda gap: gap.join(parts))
)
NEED_DIGITS: list[Callable[[str], object]] = [
    *FINDERS, addresses._streets, addresses._with_postcode, addresses._said, addresses._english, addresses._small,
]  # fmt: skip
PHONE_FORMS = [contacts.INTERNATIONAL, contacts.CUED, contacts.NORDIC, contacts.FOUR, contacts.BARE, contacts.SPACED]


@settings(max_examples=300)
@given(TEXTS)
def test_a_disguised_address_is_seen_at_a_glance(text: str) -> None:
    """Whatever the pattern of disguised addresses takes holds what is asked for first."""
    assert not DISGUISED.search(text) or MAY_DISGUISE.search(text)


@pytest.mark.parametrize("email", [one for one in EMAILS if "@" not in one])
def test_known_disguises_are_seen(email: str) -> None:
    """Each form that is tested for, alone and in large letters."""
    for text in (email, email.upper(), f"skriv til {email}."):
        assert not DISGUISED.search(text) or MAY_DISGUISE.search(text)


@settings(max_examples=200)
@given(TEXTS.map(lambda text: re.sub(r"\d", "x", text)))
def test_without_digits_there_is_nothing_to_find(text: str) -> None:
    """No number, no street and no telephone, by whichever rule."""
    for rule in NEED_DIGITS:
        assert not [*rule(text)], rule  # type: ignore[misc]
    assert not any(form.search(text) for form in PHONE_FORMS)


@pytest.mark.parametrize("value", [*ACCOUNTS, *IDENTITY, *PHONES, *PLATES])
def test_every_number_has_a_digit(value: str) -> None:
    """Of what is tested for elsewhere, spelled-out telephone numbers alone have none, and are asked for anyway."""
    assert DIGIT.search(value) or contacts.SAID.search(value)


def test_a_number_in_words_is_found_without_any_digit() -> None:
    """The quick look at digits does not hide it."""
    text = "Ring fire åtte null seks en to tre sju"
    assert [one.kind for one in contacts.find_contacts(text)] == ["phone"]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["Kari", "Kari Nes", "Ås", "Per-Ola", "=X", "Nes Berg", "…"]), max_size=4),
    st.lists(st.sampled_from(["Kari", "Karis", "Nes", "Ness", "ås", "Ås", "Per", "Ola", "X", "s", "\n"]), max_size=8),
)
def test_names_begin_somewhere(names: list[str], words: list[str]) -> None:
    """Where a name may begin, the text was known to hold one."""
    known, text = ByWords(names), " ".join(words)
    asked = [name for _, first, second in pairs(text) for name in known.at(first, second)]
    assert not asked or known.may_stand_in(text)


def test_a_quick_look_that_hides_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: a look that sees no digit hides a number."""
    text = "Kontonummer 1234.56.78903"
    assert [one for one in numbers.find_numbers(text) if isinstance(one, Sighting)]
    monkeypatch.setattr(numbers, "DIGIT", re.compile("never"))
    assert not numbers.find_numbers(text)


WORDS = st.sampled_from(
    [
        "Mor", "mi", "er", "blind", "BLIND", "nesten", "svært", "Kari", "Nes", "sa", "Hei", "Dr.", "fru", "Referent",
        "Møteleder", ":", "v/", "by", "av", "written", "bror", "min", "Per", "Ås", "kreft", "muslim", "ſvært", "İ",
        "homofil", "same", "gay", "(", ")", ",", "\n", "-", "on sick leave", "medlem i NTL", "streika", "fortalde",
    ]
)  # fmt: skip
SAID = st.lists(WORDS, max_size=10).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda gap: gap.join(parts)))


@settings(max_examples=300)
@given(SAID)
def test_words_of_a_table_are_known_by_how_they_begin(text: str) -> None:
    """Whatever a pattern takes, a glance at the words' first letters had let it through."""
    for category in sensitive.CATEGORIES:
        assert not sensitive._pattern(category).search(text) or may_hold(text, category, "degree")
    assert not people._related().search(text) or may_hold(text, "kin", "person_title")
    assert not people._alone().search(text) or may_hold(text, "person_verb", "person_greeting")
    assert not people._labelled().search(text) or people.LABEL_ENDS.search(text)
    for pattern in (people._with_role(), people._spoken(), people.PAIRED):
        assert not pattern.search(text) or people._holds_two(text)
    assert not contacts.PROFILE.search(text) or "/" in text


@pytest.mark.parametrize("table", sorted(cue_tables()))
def test_every_entry_begins_as_it_is_said_to(table: str) -> None:
    """The plain entries of each table, in capitals too: none is overlooked."""
    for entry in cue_words(table):
        plain = entry.replace("\\w*", "").replace("\\w+", "x").replace("\\.?", "").replace("\\", "")
        if not re.search(r"[(\[?*+{|]", plain):
            for text in (plain, plain.upper(), f"Og {plain}, sa ho"):
                assert not cue(table).search(text) or may_hold(text, table), (entry, text)


def test_most_texts_hold_nothing_of_a_table() -> None:
    """Else the glance would be for nothing."""
    assert not may_hold("Bussen bør gå oftere på kvelden.", "health")
    assert may_hold("Bussen bør gå oftere for blinde.", "health")
    assert cues.beginnings("presents") == frozenset()  # some begin in several ways: always looked for
