"""What bounds a number, one end of a range, and how often: as the passages say it, in whatever language."""

from __future__ import annotations

import pytest

from consult.answer.gate.bounds import bounds
from tests.gate.ground import T, found, sentence
from tests.gate.test_freedoms import codes

SAME = [
    ("Vi har 45 bussar.", "Det er 45 bussar.", "nn", "no bound at all"),
    ("Over 45 bussar er gamle.", "Meir enn 45 bussar er gamle.", "nn", "the same bound in other words"),
    ("Minst 45 bussar trengst.", "More than 45 buses are needed.", "en", "the same side in another language"),
    ("Bussane er 45 eller fleire.", "Det er minst 45 bussar.", "nn", "a bound behind a number"),
    ("Det kom 45+ på møtet.", "Det kom over 45 på møtet.", "nn", "a sign that bounds"),
    ("Opptil 5 prosent går bort.", "Up to 5 per cent is lost.", "en", "up to"),
    ("Svar må kome innan 3 veker.", "Svaret må kome på under 3 veker.", "nn", "within is no longer than"),
    ("Arbeidet tok 3 år.", "Arbeidet gjekk over 3 år.", "nn", "in the course of"),
    ("Det tek ikkje meir enn 3 veker.", "It takes at most 3 weeks.", "en", "a bound that a not turns"),
    ("Taket er 3 veker, grensa på 3 veker er god.", "Svaret bør kome på høgst 3 veker.", "nn", "a limit"),
    ("Det gjaldt i 2026.", "Dette gjaldt over 2026.", "nn", "a year has no more and less"),
    ("Prisen har auka 5–10 prosent.", "Prisen har auka 5 til 10 prosent.", "nn", "the same range"),
    ("Prisen har auka 5–10 prosent.", "Prisen har auka mellom 5 og 10 prosent.", "nn", "the same range in words"),
    ("Frå 5 til 10 prosent. 10 prosent er mykje.", "10 prosent er mykje.", "nn", "told alone elsewhere"),
    ("Møtet er kl. 10–12.", "Møtet byrjar kl. 10.", "nn", "hours of the clock are no measure"),
    ("Bussen går kvar dag.", "The bus runs daily.", "en", "the same stretch of time"),
    ("Bussen går sju dagar i veka.", "Bussen går kvar dag.", "nn", "the passage names the day"),
    (
        "The bus runs every month.",
        "Half a year passed, and the bus runs monthly.",
        "en",
        "a stretch of time, not how often",
    ),
    ("Bussen går sjeldan.", "Bussen går ikkje kvar dag.", "nn", "the passages name no stretch of time"),
]
OTHER = [
    ("Vi har 45 bussar.", "Det er over 45 bussar.", "nn"),
    ("Sakene tek over 2 veker.", "Sakene tek innan 2 veker.", "nn"),
    ("Cases take more than 2 weeks.", "Cases are done within 2 weeks.", "en"),
    ("Vi har 45 bussar.", "Det er minst 45 bussar.", "nn"),
    ("Over 45 bussar er gamle.", "Under 45 bussar er gamle.", "nn"),
    ("Minst 45 bussar trengst.", "At most 45 buses are needed.", "en"),
    ("Det tek ikkje meir enn 3 veker.", "It takes more than 3 weeks.", "en"),
    ("Det tek under 3 veker.", "Det tek over 3 veker.", "nn"),
    ("Vi har 45 bussar.", "Det er 45 bussar eller fleire.", "nn"),
    ("Halvparten er for.", "Over halvparten er for.", "nn"),
    ("Prisen har auka 5–10 prosent.", "Prisen har auka 10 prosent.", "nn"),
    ("Prices rose 5 to 10 per cent.", "Prices rose 10 per cent.", "en"),
    ("Bussen går kvar dag.", "Bussen går kvar veke.", "nn"),
    ("The bus runs weekly.", "Bussen går dagleg.", "nn"),
    ("The bus runs weekly.", "The bus runs twice a day.", "en"),
    ("Møte ein gong i månaden.", "Det bør vere eit møte kvart år.", "nn"),
]


@pytest.mark.parametrize(("said", "text", "language", "why"), SAME)
def test_what_is_bounded_alike_passes(said: str, text: str, language: str, why: str) -> None:
    """No fault, for the reason given."""
    assert codes(bounds, said, text, language) == [], why


@pytest.mark.parametrize(("said", "text", "language"), OTHER)
def test_what_is_bounded_otherwise_does_not(said: str, text: str, language: str) -> None:
    """Sabotage twins: a bound more, less or turned, an end that is lost, another frequency."""
    assert codes(bounds, said, text, language) == ["number"]


@pytest.mark.parametrize(
    ("text", "expected"), [("To innspel seier det.", []), ("Over to innspel seier det.", ["number"])]
)
def test_what_the_ledger_counts_has_no_bound(text: str, expected: list[str]) -> None:
    """The ledger's count is exact."""
    assert found(bounds, sentence(text, T)) == expected
