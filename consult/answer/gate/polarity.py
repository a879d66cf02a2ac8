"""Does a sentence deny what its passages deny, and nothing else?

Each clause of the sentence is held against the clause of the passages that it is nearest to, by the words that they
share and by meaning; a *not* in one must find one, or another denial, in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from consult.answer.gate.clauses import Clause
from consult.answer.gate.sentence import Fault, Ground, Sentence, Vector
from consult.answer.gate.support import shared

POSSIBLE = 0.7  # share of the greatest nearness from which a clause may be what another retells
SURE = 0.95  # the same from which it surely is
RETOLD = 0.67  # share of the words of a clause that a claim says, from which it surely retells it,
ALIKE = 0.7  # or their likeness of meaning
LONGEST_DETAIL = 60


def negations(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """No *not* is added and none is dropped, unless another denial takes or gives its place."""
    heard = [clause for said in ground.heard_in(sentence) for clause in said.finer if clause.keys or clause.nots]
    for claim in sentence.said.claimed:
        if not heard or not any(clause.keys for clause in claim):
            continue
        verdict = _verdict(claim, *_retold(claim, heard, ground.vectors))
        if verdict and not (sentence.quoted and verdict == "dropped"):
            yield Fault(code=f"negation-{verdict}", detail=claim[0].text[:LONGEST_DETAIL])


def _retold(
    claim: Sequence[Clause], heard: Sequence[Clause], vectors: Mapping[str, Vector]
) -> tuple[list[Clause], list[Clause]]:
    """The clauses that a claim surely retells: of each of its parts the nearest; and those that it may retell."""
    parts = [part for part in claim if part.keys or part.nots]
    nearness = _nearness(parts, heard, vectors)
    greatest = nearness.max(axis=1, keepdims=True)
    sure = set(np.flatnonzero((nearness >= SURE * greatest).any(axis=0)).tolist())
    said = tuple(key for part in parts for key in part.keys)
    likeness = nearness.max(axis=0) - np.array(
        [max(shared(part.keys, other.keys) for part in parts) for other in heard]
    )
    retold = [shared(other.keys, said) >= RETOLD or likeness[at] >= ALIKE for at, other in enumerate(heard)]
    sure |= {at for at, is_retold in enumerate(retold) if is_retold}
    possible = np.flatnonzero((nearness >= POSSIBLE * greatest).any(axis=0))
    return [heard[at] for at in sorted(sure)], [heard[at] for at in sorted(sure.union(possible.tolist()))]


def _verdict(claim: Sequence[Clause], sure: Sequence[Clause], possible: Sequence[Clause]) -> str:
    """`added`, `dropped` or empty. Two *not* in one clause undo each other: *ikkje utan hjelp*."""
    nots, denials = sum(clause.nots % 2 for clause in claim), sum(clause.denials for clause in claim)
    if nots > sum(clause.nots % 2 for clause in possible) + max(0, sum(clause.denials for clause in sure) - denials):
        return "added"
    opposites = sum(clause.opposites for clause in claim)
    least = sum(clause.nots % 2 for clause in sure)
    if nots < least - max(0, opposites - sum(clause.opposites for clause in possible)):
        return "dropped"
    return "dropped" if nots == least and sum(clause.opposites for clause in sure) > opposites and not denials else ""


def _nearness(parts: Sequence[Clause], heard: Sequence[Clause], vectors: Mapping[str, Vector]) -> NDArray[np.float64]:
    """(parts, heard): the share of a part's words that a clause says, and the likeness of their meaning."""
    words = np.array([[shared(part.keys, other.keys) for other in heard] for part in parts])
    return words + np.maximum(0.0, _rows(parts, vectors) @ _rows(heard, vectors).T)


def _rows(clauses: Sequence[Clause], vectors: Mapping[str, Vector]) -> NDArray[np.float64]:
    """(n, d) the vectors of clauses, zeros where none is known."""
    width = len(next(iter(vectors.values()), (0.0,)))
    return np.array([vectors.get(clause.text, np.zeros(width)) for clause in clauses], dtype=np.float64)
