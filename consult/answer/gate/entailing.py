"""Does an entailment model find what a sentence claims in what it cites? Asked only where the settings name a model.

The same two questions as in `support`, as ALCE puts them (Gao et al. 2023, arXiv:2305.14627): recall, whether the cited
passages jointly bear out each claim; precision, whether a citation bears out some claim by itself, or the others
would not without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from consult.answer.gate.scorer import Pair
from consult.answer.gate.sentence import Fault, Ground, Sentence
from consult.answer.quotes import on_one_line

ENTAILED = 0.5  # probability from which a claim is borne out: the model finds it likelier than not
LONGEST_DETAIL = 60


def entailed(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Every claim is borne out, and everything cited is needed. A pair without a score bears out nothing."""
    if ground.entailment is None:
        return
    scores, premises = ground.entailment.scores, _premises(sentence, ground)
    joined = " ".join(premises.values())
    borne = {claim: _is_borne_out((joined, claim), scores) for claim in claims_of(sentence)}
    for claim, holds in borne.items():
        if not holds:
            yield Fault(code="unsupported", detail=claim[:LONGEST_DETAIL])
    for passage_id, (alone, rest) in _each(premises).items():
        quoted = any(quote in alone for quote in sentence.quoted)
        if (
            any(borne.values())
            and not quoted
            and not any(
                _is_borne_out((alone, claim), scores) or not _is_borne_out((rest, claim), scores)
                for claim, holds in borne.items()
                if holds
            )
        ):
            yield Fault(code="citation-needless", detail=passage_id)


def pairs_of(judged: Iterable[tuple[Sentence, Ground]]) -> Sequence[Pair]:
    """Every pair that judging these sentences will look up, each once, sorted."""
    found: set[Pair] = set()
    for sentence, ground in judged:
        premises = _premises(sentence, ground)
        every = {" ".join(premises.values()), *(text for two in _each(premises).values() for text in two)}
        found |= {(premise, claim) for premise in every - {""} for claim in claims_of(sentence)}
    return sorted(found)


def claims_of(sentence: Sentence) -> tuple[str, ...]:
    """The parts of a sentence that claim something, without its quotes and without what only leads to a claim."""
    return tuple(dict.fromkeys(clause.text for clause in sentence.said.clauses if clause.keys))


def _is_borne_out(pair: Pair, scores: Mapping[Pair, float]) -> bool:
    return scores.get(pair, 0.0) >= ENTAILED


def _premises(sentence: Sentence, ground: Ground) -> dict[str, str]:
    """Passage id → its text on one line, by id, in whatever order the sentence cites."""
    return {passage.passage_id: on_one_line(passage.text) for passage in ground.cited(sentence)}


def _each(premises: Mapping[str, str]) -> dict[str, Pair]:
    """Passage id → its text, and that of the others; empty where there are no others."""
    if len(premises) < 2:
        return {}
    others = {one: " ".join(text for key, text in premises.items() if key != one) for one in premises}
    return {one: (text, others[one]) for one, text in premises.items()}
