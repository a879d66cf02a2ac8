"""A plural that speaks, of one who wrote alone: refused unless the passage says it so."""

from __future__ import annotations

import pytest

from consult.answer.gate.general import general
from tests.gate.ground import L, M, T, found, sentence
from tests.gate.test_freedoms import codes

RIGHT = [
    ("Lærarane på skulen treng tid.", "Lærarane meiner at dei treng tid.", "nn", "the passage speaks of them"),
    ("Lærarane treng tid.", "Lærerne sier at de trenger tid.", "nb", "the same word in a kindred language"),
    ("Eg treng tid.", "Ein lærar meiner at det trengst tid.", "nn", "one"),
    ("Eg treng tid.", "Lærarane treng tid.", "nn", "they do not speak"),
    ("Eg treng tid.", "Tida er knapp, seier innsendaren.", "nn", "one"),
    ("James said no.", "James said no.", "en", "a name"),
    ("I need time.", "The bus says nothing.", "en", "a verb of one"),
    ("I need time.", "The bus stops too early.", "en", "a verb that is none of speaking"),
    ("Leder mener nei.", "Leder mener nei.", "nb", "one, with an ending that many have too"),
]
WRONG = [
    ("Eg treng tid.", "Lærarane meiner at det trengst tid.", "nn"),
    ("Eg treng tid.", "Lærerne mener at det trengs tid.", "nb"),
    ("I need time.", "Teachers think time is needed.", "en"),
    ("I need time.", "The teachers say time is needed.", "en"),
    ("Jag behöver tid.", "Lärarna säger att tid behövs.", "sv"),
    ("Eg treng tid.", "Dei eldre lærarane er få, men innbyggjarane meiner nei.", "nn"),
]


@pytest.mark.parametrize(("said", "text", "language", "why"), RIGHT)
def test_one_voice_stays_one(said: str, text: str, language: str, why: str) -> None:
    """No fault, for the reason given."""
    assert codes(general, said, text, language) == [], why


@pytest.mark.parametrize(("said", "text", "language"), WRONG)
def test_one_voice_is_not_made_several(said: str, text: str, language: str) -> None:
    """Sabotage twins: a plural that nobody listed, and one that the ledger counts."""
    assert codes(general, said, text, language) == ["general"]


@pytest.mark.parametrize(("ids", "expected"), [((T,), []), ((M,), []), ((L, T), []), ((L,), ["general"])])
def test_a_table_a_body_or_several_may_speak_as_many(ids: tuple[str, ...], expected: list[str]) -> None:
    """Only a person alone may not."""
    assert found(general, sentence("Lærarane meiner at kurset må halde fram.", *ids)) == expected
