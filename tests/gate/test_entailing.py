"""What an entailment model says of a sentence, by a scorer that is made up: what it bears out, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from consult.answer.gate import Sentence, judge
from consult.answer.gate.entailing import ENTAILED, claims_of, entailed, pairs_of
from consult.answer.gate.meaning import pairs_meant
from consult.answer.gate.scorer import Entailment, Pair
from tests.gate.ground import L, M, T, ground, sentence

LONG = re.compile(r"\w{5,}")
COURSE = "Det heiter at kurset på biblioteket må halde fram."
BOTH = "Det heiter at kurset på biblioteket må halde fram, og at ingen svarar på brev."


class Words:
    """A scorer that is sure where a premise holds each long word of a claim, and sure of the contrary elsewhere."""

    fingerprint = "words"

    def entail(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """1 or 0."""
        return [float(all(w in premise.lower() for w in LONG.findall(claim.lower()))) for premise, claim in pairs]


def said(one: Sentence, **changes: Any) -> Entailment:
    """What the scorer says of all that is looked up."""
    pairs = pairs_of([(one, ground(one))])
    return Entailment(scores=dict(zip(pairs, Words().entail(pairs), strict=True)), **changes)


def codes_of(one: Sentence, entailment: Entailment | None) -> list[tuple[str, str]]:
    """The faults that the model finds."""
    return [(fault.code, fault.detail) for fault in entailed(one, ground(one, entailment=entailment))]


@pytest.mark.parametrize(
    ("text", "ids", "why"),
    [
        (COURSE, (T,), "the passage says it"),
        (BOTH, (T, L), "each passage says one of the two claims"),
        ("Det heiter: «Kurset på biblioteket må halde fram».", (T, L), "a quote claims nothing in words of its own"),
    ],
)
def test_what_must_pass(text: str, ids: tuple[str, ...], why: str) -> None:
    """No fault, for the reason given."""
    one = sentence(text, *ids)
    assert codes_of(one, said(one)) == [], why


def test_without_a_model_nothing_is_found() -> None:
    """The setting is off until somebody sets it."""
    assert codes_of(sentence("Noko heilt anna om romferder."), None) == []


def test_a_claim_that_nothing_bears_out_is_unsupported() -> None:
    """Recall: one made-up claim beside a true one is found, by its own words."""
    one = sentence("Det heiter at kurset på biblioteket må halde fram, og at skulane treng datamaskiner.")
    assert codes_of(one, said(one)) == [("unsupported", "skulane treng datamaskiner")]


def test_a_citation_that_bears_out_nothing_is_needless() -> None:
    """Precision: the others say it without this one."""
    one = sentence(COURSE, T, M)
    assert codes_of(one, said(one)) == [("citation-needless", M)]


def test_two_that_bear_it_out_only_together_are_both_needed() -> None:
    """Neither says all of it alone; without either one the claim falls."""
    one = sentence("Kurset på biblioteket må halde fram fordi skjemaet manglar ei forklaring.", T, L)
    pairs = pairs_of([(one, ground(one))])
    joined = max((premise for premise, _ in pairs), key=len)
    scores = {pair: float(pair[0] == joined) for pair in pairs}
    assert codes_of(one, Entailment(scores=scores)) == []


def test_a_pair_that_was_not_scored_bears_out_nothing() -> None:
    """Sabotage twin: without scores, and with one just below the mark, every claim is refused."""
    one = sentence(COURSE)
    below = dict.fromkeys(pairs_of([(one, ground(one))]), ENTAILED - 0.01)
    for scores in ({}, below):
        assert [code for code, _ in codes_of(one, Entailment(scores=scores))] == ["unsupported"]


def test_beside_the_local_scorer_either_may_refuse() -> None:
    """Beside: both must be content. In its place: the model alone decides."""
    one = sentence("Det heiter at båtane i hamna treng nye årar.")
    content = dict.fromkeys(pairs_of([(one, ground(one))]), 1.0)
    right = sentence(COURSE)

    assert "unsupported" in {f.code for f in judge(one, ground(one, entailment=Entailment(scores=content)))}
    assert judge(one, ground(one, entailment=Entailment(scores=content, alone=True))) == ()
    assert judge(right, ground(right, entailment=said(right))) == ()
    assert [f.code for f in judge(right, ground(right, entailment=Entailment(scores={})))] == ["unsupported"]


def test_the_other_checks_stay() -> None:
    """However content a model is, a number that nobody said is refused."""
    one = sentence("Det heiter at 99 kurs ikkje er nok.")
    content = dict.fromkeys(pairs_of([(one, ground(one))]), 1.0)
    assert [f.code for f in judge(one, ground(one, entailment=Entailment(scores=content, alone=True)))] == ["number"]


def test_the_order_of_citations_changes_no_question() -> None:
    """The law asks again by a ledger's rows, which are sorted: in another order it would ask another pair."""
    one, other = sentence(BOTH, T, L, M), sentence(BOTH, M, L, T)

    assert pairs_of([(one, ground(one))]) == pairs_of([(other, ground(other))])
    assert pairs_meant(one, ground(one)) == pairs_meant(other, ground(other)) != []
    assert codes_of(one, said(other)) == codes_of(other, said(one)) != []


def test_pairs_are_asked_once_each() -> None:
    """Joint, alone and without: for every claim, sorted, none twice, however often a sentence is judged."""
    one = sentence(BOTH, T, L)
    pairs = pairs_of([(one, ground(one)), (one, ground(one))])

    assert len(claims_of(one)) == 2
    assert pairs == sorted(set(pairs))
    assert len(pairs) == 2 * 3  # the rest of two is the other one, alone
    assert pairs_of([(sentence("Kurset held fram.", "p-unknown"), ground())]) == []
