"""What a text denies: its stretches with the *not* taken out."""

from __future__ import annotations

import pytest

from consult.answer.gate.scopes import stretches, texts

SAME = [
    ("nn", "Kurset må halde fram.", "nothing is denied"),
    ("en", "The library should stay open.", "nothing is denied"),
    ("nn", "Den som tek i mot tips, må svare.", "to receive is not to be against"),
    ("nn", "Det går ikkje utan hjelp", "two undo each other"),
]


@pytest.mark.parametrize(("language", "text", "why"), SAME)
def test_what_denies_nothing(language: str, text: str, why: str) -> None:
    """No stretch is denied, for the reason given."""
    assert not any(one.denied for one in stretches(text, language)), why


@pytest.mark.parametrize(
    ("language", "text", "bare"),
    [
        ("nn", "12 kurs er ikkje nok", "12 kurs er nok"),
        ("nn", "12 kurs er ikke nok", "12 kurs er nok"),
        ("nb", "Ingen svarer på brev", "svarer på brev"),
        ("da", "Kurset er ikke nok for os", "Kurset er nok for os"),
        ("sv", "Kursen är inte bra nog", "Kursen är bra nog"),
        ("en", "The course does not help us", "The course does help us"),
        ("en", "We cannot go on like this", "We go on like this"),
    ],
)
def test_the_not_is_taken_out(language: str, text: str, bare: str) -> None:
    """Who writes nynorsk and quotes bokmål is read too."""
    assert bare in [one.text for one in stretches(text, language) if one.denied]
    assert bare in texts(text, language)


@pytest.mark.parametrize(("language", "text"), [("nn", "Skjemaet manglar ei forklaring"), ("en", "Few people know it")])
def test_other_words_that_deny_are_told_apart(language: str, text: str) -> None:
    """Opposed, and not denied."""
    assert any(one.opposed and not one.denied for one in stretches(text, language))


def test_what_only_leads_to_a_claim_is_no_stretch() -> None:
    """*It is argued that …* says nothing of its own; *nobody at the table* is no lead in English."""
    assert [one.text for one in stretches("It is argued that the course works.", "en")] == ["the course works"]
    assert any("at the table" in one.text for one in stretches("Nobody at the table knows.", "en"))


def test_stretches_come_in_order_and_once() -> None:
    """The same text is read the same, and no stretch stands twice."""
    found = stretches("Kurset er bra, men ingen kjem, og kurset er bra.", "nn")
    assert len(found) == len(set(found))
    assert found == stretches("Kurset er bra, men ingen kjem, og kurset er bra.", "nn")


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "Vi ønsker ikke at forumet blir lukket."), ("nn", "Vi er imot at forumet blir lukka.")],
)
def test_a_lead_that_denies_belongs_to_the_claim(language: str, text: str) -> None:
    """Without it the passage would say the opposite."""
    assert any(one.denied or one.opposed for one in stretches(text, language))
