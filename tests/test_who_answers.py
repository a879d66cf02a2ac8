"""What a form asks of who answers, and how they want to be published."""

from __future__ import annotations

import pytest

from consult.read.who_answers import asks_who, wish_of


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hvordan kan kontakten med kommunen bli bedre?", False),
        ("Kva bør gjerast for menneske med funksjonsnedsetjing?", False),
        ("Hvad skal kommunen offentliggøre om planen?", False),
        ("Hvilke sykdommer bør prioriteres?", False),
        ("Er tilknytningen til skolen god nok for elevene?", False),
        ("Kan vi få bedre busser?", False),
        ("Har du ei funksjonsnedsetjing eller sjukdom som gjer reisa vanskeleg?", True),
        ("Har du en diagnose?", True),
        ("Do you have a disability or long-term illness?", True),
        ("Hvilken skole har du tilknytning til?", True),
        ("Vilken anknytning har du till skolan?", True),
        ("Kan vi kontakte deg?", True),
        ("Må vi citere dig?", True),
        ("Får vi publicera ditt svar?", True),
    ],
)
def test_what_only_who_answers_can_be_told_of_by(question: str, expected: bool) -> None:
    """What ails them, what ties them to a place, whether they may be quoted; not the same words about the matter."""
    assert asks_who(question) is expected


@pytest.mark.parametrize(
    ("question", "value", "wish"),
    [
        ("Må vi citere dig?", "Ja", ""),
        ("Skal skolen bestå?", "Nej", ""),  # an opinion
        ("Vil du vere anonym?", "Nei", ""),
        ("Må vi kontakte dig?", "Nej", ""),  # not written to, and quoted all the same
        ("Må vi citere dig?", "Nej tak", "not_quoted"),
        ("Kan vi gjengi svaret ditt på nettsiden?", "Nei", "not_quoted"),
        ("Samtykker du til at svaret publiseres?", "Nei", "not_quoted"),
        ("Får vi publicera ditt svar?", "Nej", "not_quoted"),
        ("May we quote you?", "No", "not_quoted"),
        ("Skal svaret vere unnateke offentleg innsyn? (unntatt offentlighet)", "Ja", "not_quoted"),
        ("Må vi citere dig?", "Ja, men anonymt", "not_named"),
        ("Ønsker dere å være anonyme?", "Ja", "not_named"),
    ],
)
def test_how_somebody_wants_to_be_published(question: str, value: str, wish: str) -> None:
    """Who says no to being quoted is not quoted, whatever the form asks it by."""
    assert wish_of(question, value) == wish
