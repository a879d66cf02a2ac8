"""What a theme gives a sentence to stand on, and the texts whose meaning must be known."""

from __future__ import annotations

from consult.answer.gate.grounds import claims_of, texts_in, texts_of
from tests.gate.ground import PASSAGES, L, T, ground, sentence


def test_every_text_that_a_check_compares_is_asked_for() -> None:
    """Claims, stretches without their *not*; of sentences and of passages, each once, in order."""
    one = sentence("Det heiter at 12 kurs ikkje er nok.")
    texts = texts_of([one], PASSAGES)
    assert texts == sorted(set(texts))
    assert set(one.texts) | set(claims_of(PASSAGES[0])) <= set(texts)
    assert {"12 kurs er nok"} <= set(claims_of(PASSAGES[0]))


def test_a_passage_in_many_lines_is_compared_on_one() -> None:
    """A line break is nobody's meaning."""
    assert texts_in("Kurset er bra", "nn") == texts_in("Kurset er bra", "nn")
    assert claims_of(PASSAGES[1])[0] == PASSAGES[1].text


def test_a_ground_gives_what_a_sentence_cites_once_and_by_id() -> None:
    """Whatever the sentence's order, as a ledger's rows have it; what is not of the theme is left out."""
    one = sentence("Kurset må halde fram.", L, T, L, "p-ffffffffffff")
    assert [passage.passage_id for passage in ground(one).cited(one)] == sorted([L, T])
    assert [passage.passage_id for passage in ground(one).cited(sentence("Kurset.", T, L))] == sorted([L, T])
    assert [said.language for said in ground(one).heard_in(one)] == ["nn", "nn"]
