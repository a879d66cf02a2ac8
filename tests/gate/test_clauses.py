"""Text as the gate reads it: tokens, clauses, keys, and what denies."""

from __future__ import annotations

import unicodedata

import pytest

from consult.answer.gate.clauses import denial, meaning, negation, read
from consult.answer.gate.scopes import stretches
from consult.answer.stance import cue

LANGUAGES = ("nn", "nb", "da", "sv", "en")


@pytest.mark.parametrize("language", [*LANGUAGES, "de", ""])
def test_any_text_in_any_language_is_read(language: str) -> None:
    """An unknown language is read as English; nothing crashes."""
    said = read("Kurset (12,5 %) er «bra» – ikkje sant?", language)
    assert said.tokens[0] == "Kurset"
    assert said.claims
    assert read("", language).clauses == ()


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("nn", "Kurset på biblioteket hjelper eldre, men telefonen til kommunen står stengd", 2),
        ("en", "The course is good and popular", 1),
        ("en", "It is said that the course works, and that the library is closed", 2),
    ],
)
def test_a_text_is_divided_where_something_new_is_claimed(language: str, text: str, count: int) -> None:
    """A stretch with too few words of its own joins its neighbour."""
    assert len(read(text, language).clauses) == count


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Prisen til nr. 1 vart aldri kjend for nr. 2 i fjor", 1),
        ("Fristen er 2. juni for alle", 1),
        ("Vi søkte kl. 12 og fekk svar", 1),
        ("Vi treng bl.a. fleire bussar om kvelden", 1),
        ("Det gjeld t.d. dei eldre i bygda", 1),
        ("Vi søkte i 2024. Ingen svarte på brevet", 2),
        ("Vi søkte. Ingen svarte på brevet", 2),
    ],
)
def test_a_stop_behind_a_number_or_a_short_form_ends_no_claim(text: str, claims: int) -> None:
    """Half of *nr. 1* claims nothing that a passage could bear out."""
    assert len(read(text, "nn").claimed) == claims


def test_accents_that_are_signs_of_their_own_are_joined_to_their_letters() -> None:
    """Some systems write *åtte* in six characters: the words are the same."""
    apart = unicodedata.normalize("NFD", "åtte bussar går ikkje")
    assert apart != "åtte bussar går ikkje"
    assert read(apart, "nn") == read("åtte bussar går ikkje", "nn")
    assert stretches(apart, "nn") == stretches("åtte bussar går ikkje", "nn")


def test_what_only_leads_to_a_quote_joins_no_claim() -> None:
    """Its words would blur the claim before it; a *not* stays."""
    lead = read("The tenant pays the bill, or in the contribution's own words: □", "en")
    assert [clause.text for clause in lead.clauses] == ["The tenant pays the bill"]
    assert read("The tenant pays the bill, or not", "en").clauses[-1].nots == 1


def test_what_leads_to_a_claim_is_no_claim() -> None:
    """Its meaning would be that of every other report."""
    assert read("It is argued that the course works well.", "en").clauses[0].text == "the course works well"


@pytest.mark.parametrize("word", ["ikkje", "aldri", "ingen", "uten", "inte", "hverken"])
def test_what_says_not_in_one_language_does_in_those_near_it(word: str) -> None:
    """Who writes nynorsk quotes bokmål."""
    assert all(negation(language).fullmatch(word) for language in ("nn", "nb", "da", "sv"))
    assert not negation("en").fullmatch(word)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "nowhere"), ("en", "cannot"), ("en", "no one"), ("nb", "ingensteds")]
)
def test_other_forms_of_not(language: str, word: str) -> None:
    """Each turns a claim."""
    assert negation(language).search(word)


@pytest.mark.parametrize(
    ("language", "text"),
    [("nn", "manglar"), ("nb", "altfor lite"), ("en", "against"), ("nn", "imot"), ("nb", "knapt")],
)
def test_what_denies_without_a_not(language: str, text: str) -> None:
    """It can stand for one."""
    assert denial(language).search(text)
    assert not negation(language).search(text)


@pytest.mark.parametrize(
    ("token", "language"), [("og", "nn"), ("meiner", "nn"), ("12", "nb"), ("the", "en"), ("på", "sv")]
)
def test_what_only_joins_counts_or_reports_has_no_meaning_of_its_own(token: str, language: str) -> None:
    """It stands in any sentence."""
    assert meaning(token, language) == ""


def test_forms_of_a_word_share_a_key() -> None:
    """Nynorsk and bokmål together."""
    assert meaning("kommunane", "nn") == meaning("kommunene", "nb") != ""


@pytest.mark.parametrize("text", ["en p-ring uden for byen", "uden om skolen", "vejen uden om byen"])
def test_what_lies_outside_is_denied_by_nobody(text: str) -> None:
    """Danish writes *outside* and *around* with the word for *without*."""
    assert not negation("da").search(text)
    assert not cue("negation", "da").search(text)


@pytest.mark.parametrize("text", ["en by uden biler", "uden forsinkelser", "uden at spørge"])
def test_what_is_lacking_is_denied_yet(text: str) -> None:
    """Sabotage twin: *without* itself."""
    assert negation("da").search(text)
