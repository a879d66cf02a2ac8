"""What the entailment model that comes with consult decides: whether a sentence says what its passages say.

Rules that read something off (numbers, names, quotes, quantities) cannot be overruled: where one refuses, the model is
not even asked. Where none does, a claim that the model finds unlikely is refused though no rule saw it. Where rules
only weigh likeness, of a *not* too many or too few and of a claim that shares no words with what it cites, they give
way if the model is sure; between languages that share no words it has to be surer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from consult.answer.gate.clauses import NEW_CLAIM, WORD, leads
from consult.answer.gate.scorer import Pair
from consult.answer.gate.sentence import Fault, Ground, Sentence
from consult.answer.gate.support import KIN
from consult.answer.quotes import on_one_line

# Chosen on the sentences of tests/gate that are looked at, and on held-out items of models/texts/entailment.
SURE = {"negation-added": 0.82, "negation-dropped": 0.88, "unsupported": 0.68}
"""What a rule says that has weighed likeness, and the probability from which it gives way."""
SURE_FAR = {"negation-added": 0.85, "negation-dropped": 0.93, "unsupported": 0.72}
"""The same where the languages do not share their words."""
LEAST = 0.18  # probability below which a sentence does not stand, whatever the rules say
LEAST_FAR = 0.4  # the same where the languages do not share their words, and rules see less
LONGEST_DETAIL = 60
WIDEST = 900  # characters of a premise: with a report some 300 pieces, of which the model sees 384
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


def is_asked(faults: Sequence[Fault]) -> bool:
    """Whether the model has a say: no rule refuses that reads off what it refuses."""
    return all(fault.code in SURE for fault in faults)


def weighed(sentence: Sentence, ground: Ground, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """The faults that stay when the model has spoken; those of the rules where it was not asked."""
    if ground.entailment is None or not ground.entailment.own or not is_asked(faults):
        return faults
    pairs = pairs_meant(sentence, ground)
    if not pairs or any(pair not in ground.entailment.scores for pair in pairs):
        return faults
    claim, chance = least_likely(pairs, ground.entailment.scores)
    sure, least = (SURE, LEAST) if _is_kin(sentence, ground) else (SURE_FAR, LEAST_FAR)
    if not faults:
        return (Fault(code="turned", detail=claim[:LONGEST_DETAIL]),) if chance < least else ()
    return () if chance >= max(sure[fault.code] for fault in faults) else faults


def _is_kin(sentence: Sentence, ground: Ground) -> bool:
    """Whether a sentence and all that it cites are in languages that share their words."""
    spoken = {sentence.said.language, *(passage.language for passage in ground.cited(sentence))}
    return any(spoken <= family for family in KIN)


def least_likely(pairs: Sequence[Pair], scores: Mapping[Pair, float]) -> tuple[str, float]:
    """The claim that is least likely where it is likeliest, and how likely: a stretch of a letter bears it out."""
    chances: dict[str, float] = {}
    for pair in pairs:
        chances[pair[1]] = max(scores[pair], chances.get(pair[1], 0.0))
    return min(chances.items(), key=lambda one: one[1])


def pairs_meant(sentence: Sentence, ground: Ground) -> Sequence[Pair]:
    """What the model is asked of a sentence: what it cites, with each of its claims (*…, og at …*)."""
    cited = [on_one_line(passage.text) for passage in ground.cited(sentence)]
    return [(premise, claim) for premise in premises_of(cited) for claim in claims_of(sentence)]


def premises_of(texts: Sequence[str]) -> Sequence[str]:
    """Texts in stretches of whole sentences that the model can take in: all in one where they are short.

    >>> premises_of(["Vegen er smal.", "Bussen er sein."])
    ['Vegen er smal. Bussen er sein.']
    """
    found: list[str] = []
    for piece in (piece for text in texts for piece in SENTENCE_END.split(text) if piece):
        if found and len(found[-1]) + len(piece) < WIDEST:
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def claims_of(sentence: Sentence) -> tuple[str, ...]:
    """A sentence's claims, quotes and all; the whole of it where it has one."""
    parts = [part.strip() for part in NEW_CLAIM.split(sentence.line) if WORD.search(part)]
    if len(parts) < 2:
        return (sentence.line,)
    lead = leads(sentence.said.language)
    return tuple(dict.fromkeys(part[match.end() :] if (match := lead.match(part)) else part for part in parts))


def pairs_asked(judged: Iterable[tuple[Sentence, Ground, Sequence[Fault]]]) -> Sequence[Pair]:
    """Every pair of sentences of which the model has a say, each once, sorted. faults: what the rules say of each."""
    return sorted(
        {pair for sentence, ground, faults in judged if is_asked(faults) for pair in pairs_meant(sentence, ground)}
    )
