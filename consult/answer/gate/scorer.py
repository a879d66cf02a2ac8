"""What an entailment model is to the gate: a scorer that is asked beforehand, and what it has said.

In: pairs of a premise and a claim. Out: probabilities. No model is loaded here (`consult.entailment` does that), and
the gate asks none: whoever judges asks first, for all pairs of many sentences at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Pair = tuple[str, str]
"""(premise: what is cited, claim: a part of the sentence)."""


class Scorer(Protocol):
    """What says how likely a premise bears out a claim. The fingerprint identifies weights and way of asking."""

    @property
    def fingerprint(self) -> str:
        """What decides the scores, as one word."""

    def entail(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """The probability of each pair, between 0 and 1, in the order of `pairs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entailment:
    """What a model has said. scores: probability of each pair; alone: it judges in place of the local scorer.

    own: it is the one that comes with consult, which is asked otherwise and weighed with the rules (`meaning`).
    """

    scores: Mapping[Pair, float]
    alone: bool = False
    own: bool = False
