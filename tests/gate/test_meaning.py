"""What the model that comes with consult may decide, by probabilities that are made up."""

from __future__ import annotations

import pytest

from consult.answer.gate import Sentence, judge
from consult.answer.gate.meaning import (
    LEAST,
    LEAST_FAR,
    SURE,
    SURE_FAR,
    WIDEST,
    is_asked,
    least_likely,
    pairs_asked,
    pairs_meant,
    premises_of,
    weighed,
)
from consult.answer.gate.scorer import Entailment
from consult.answer.gate.sentence import Fault
from tests.gate.ground import L, M, T, ground, sentence

RIGHT = "Det heiter at kurset på biblioteket må halde fram."
DENIED = "Det heiter at kurset på biblioteket ikkje må halde fram."
INVENTED = "Det heiter at 99 kurs ikkje er nok."


def said(one: Sentence, chance: float) -> Entailment:
    """The model as if it had said so of a sentence."""
    return Entailment(scores=dict.fromkeys(pairs_meant(one, ground(one)), chance), own=True)


def codes(one: Sentence, entailment: Entailment | None) -> list[str]:
    """What the whole gate says."""
    return [fault.code for fault in judge(one, ground(one, entailment=entailment))]


@pytest.mark.parametrize("chance", [LEAST, 0.5, 1.0])
def test_what_rules_let_through_and_the_model_does_not_deny_stands(chance: float) -> None:
    """Unsure is no refusal."""
    assert codes(sentence(RIGHT), said(sentence(RIGHT), chance)) == []


def test_what_the_model_finds_turned_is_refused() -> None:
    """Though no rule saw it; sabotage twin of the test above."""
    assert codes(sentence(RIGHT), None) == []
    assert codes(sentence(RIGHT), said(sentence(RIGHT), LEAST - 0.01)) == ["turned"]


@pytest.mark.parametrize(("chance", "expected"), [(LEAST_FAR, []), (LEAST_FAR - 0.01, ["turned"])])
def test_between_languages_that_share_no_words_less_will_do(chance: float, expected: list[str]) -> None:
    """There rules see less: what is enough in one language is too little."""
    far = Sentence(text="Biblioteket bør vere ope i mars.", passage_ids=(M,), language="nn")
    said_so = ground(far, entailment=said(far, chance))
    assert LEAST < LEAST_FAR - 0.01
    assert [fault.code for fault in weighed(far, said_so, ())] == expected


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (SURE["negation-added"], []),
        (SURE["negation-added"] - 0.01, ["negation-added"]),
        (0.0, ["negation-added"]),
    ],
)
def test_a_doubt_gives_way_where_the_model_is_sure(chance: float, expected: list[str]) -> None:
    """And only there."""
    assert codes(sentence(DENIED), None) == ["negation-added"]
    assert codes(sentence(DENIED), said(sentence(DENIED), chance)) == expected


@pytest.mark.parametrize("code", sorted(SURE))
def test_every_doubt_has_its_bound_and_a_higher_one_between_languages(code: str) -> None:
    """Between languages that share no words, whether the sentence is in another one or a passage is."""
    doubt = (Fault(code=code, detail="x"),)
    for text, ids, language, bound in (
        ("The library should not stay open.", (M,), "en", SURE[code]),
        ("Biblioteket bør ikkje vere ope.", (M,), "nn", SURE_FAR[code]),
        ("Biblioteket bør ikkje vere ope.", (T, M), "nn", SURE_FAR[code]),
    ):
        one = Sentence(text=text, passage_ids=ids, language=language)
        assert weighed(one, ground(one, entailment=said(one, bound)), doubt) == ()
        assert weighed(one, ground(one, entailment=said(one, bound - 0.01)), doubt) == doubt
    assert SURE[code] < SURE_FAR[code]


def test_of_several_doubts_the_greatest_has_to_be_met() -> None:
    """A claim that shares no words, and seems denied: sure enough for the one is not enough for the other."""
    doubts = tuple(Fault(code=code, detail="x") for code in ("unsupported", "negation-dropped"))
    one = sentence(RIGHT)
    between = (SURE["unsupported"] + SURE["negation-dropped"]) / 2
    assert weighed(one, ground(one, entailment=said(one, between)), doubts) == doubts
    assert weighed(one, ground(one, entailment=said(one, SURE["negation-dropped"])), doubts) == ()


def test_each_claim_is_asked_and_the_unlikeliest_decides() -> None:
    """One turned claim cannot hide behind a right one; what joins and leads is left out."""
    one = sentence("Det heiter at kurset må halde fram, og at 12 kurs ikkje er nok.")
    (premise, first), (_, second) = pairs_meant(one, ground(one))
    assert (first, second) == ("Det heiter at kurset må halde fram", "12 kurs ikkje er nok.")
    for low in (first, second):
        scores = {(premise, claim): 0.0 if claim == low else 1.0 for claim in (first, second)}
        (fault,) = weighed(one, ground(one, entailment=Entailment(scores=scores, own=True)), ())
        assert (fault.code, fault.detail) == ("turned", low)
    half = Entailment(scores={(premise, first): 0.0}, own=True)
    assert weighed(one, ground(one, entailment=half), ()) == ()


def test_a_long_letter_is_asked_stretch_by_stretch() -> None:
    """Of whole sentences, none of them lost; short ones stay together."""
    letter = [" ".join(["Vegen er smal og svingete hos oss."] * 60), "Bussen er sein.", "x" * 2000]
    stretches = premises_of(letter)
    assert len(stretches) == 4
    assert " ".join(stretches) == " ".join(letter)
    assert all(len(stretch) <= WIDEST for stretch in stretches[:-1])
    assert premises_of([]) == premises_of([""]) == []


def test_a_claim_stands_where_one_stretch_bears_it_out() -> None:
    """And falls where none does."""
    pairs = [("a", "one"), ("b", "one"), ("a", "two"), ("b", "two")]
    scores = dict(zip(pairs, (0.1, 0.9, 0.2, 0.3), strict=True))
    assert least_likely(pairs, scores) == ("two", 0.3)
    assert least_likely(pairs[:2], scores) == ("one", 0.9)


def test_what_a_rule_reads_off_cannot_be_overruled() -> None:
    """However sure a model is, a number that nobody said is refused; and it is not even asked."""
    one = sentence(INVENTED)
    assert "number" in codes(one, said(one, 1.0))
    faults = judge(one, ground(one))
    assert not is_asked(faults)
    assert pairs_asked([(one, ground(one), faults)]) == []


@pytest.mark.parametrize("code", ["number", "name", "quote-not-verbatim", "citation-none", "personal", "instruction"])
def test_only_doubts_may_be_weighed(code: str) -> None:
    """A doubt beside something that was read off is not asked about either."""
    doubt = Fault(code=min(SURE))
    assert is_asked([])
    assert is_asked([doubt])
    assert not is_asked([doubt, Fault(code=code)])


def test_without_a_probability_the_rules_stand() -> None:
    """None set, one of another kind, or one that was never asked about this sentence."""
    doubt, one = (Fault(code="negation-added", detail="x"),), sentence(DENIED)
    for entailment in (None, Entailment(scores={}), Entailment(scores={}, own=True)):
        assert weighed(one, ground(one, entailment=entailment), doubt) == doubt
    assert codes(sentence(RIGHT), Entailment(scores={}, own=True)) == []


def test_a_sentence_is_asked_about_with_all_that_it_cites() -> None:
    """One pair, in the order of the citations; none where nothing known is cited; each once, sorted."""
    one = sentence(RIGHT, L, T)
    (pair,) = pairs_meant(one, ground(one))

    assert pair[0].index("Ingen svarar") < pair[0].index("Kurset på biblioteket")
    assert pair[1] == RIGHT
    assert pairs_meant(sentence(RIGHT, "p-unknown"), ground()) == []
    asked = [(one, ground(one), ()), (one, ground(one), ()), (sentence(RIGHT, M), ground(), ())]
    assert pairs_asked(asked) == sorted({pair, (pairs_meant(sentence(RIGHT, M), ground())[0])})
