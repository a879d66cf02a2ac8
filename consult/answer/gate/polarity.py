"""Does a sentence deny what its passages deny, and nothing else?

What a *not* denies is found by meaning with the *not* taken out (`scopes`), so that a stretch finds what it retells
whether or not it denies it. A *not* is added where the nearest stretch of the passages does not deny; one is dropped
where a stretch retells what a passage denies, nearer than anything else that it may retell, and no *not* of the
sentence is the passage's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consult.answer.gate.scopes import Stretch, stretches
from consult.answer.gate.sentence import SET_APART, Fault, Ground, Sentence, Vector
from consult.answer.gate.support import shared

# Chosen on half of the sentences of tests/gate, by the shares of correct and of turned ones that are refused.
WORDS = 0.5  # what words in common count beside likeness of meaning
NEARER = 0.15  # by how much a stretch without a *not* must be nearer than any with one before a *not* is added
NEARER_SOFTLY = 0.2  # the same where a passage denies by another word only
AS_NEAR = 0.2  # by how much another stretch may be nearer to one that retells what a passage denies
RETOLD = 0.15  # nearness from which a stretch may retell another
FAR = -1.0  # nearness where there is nothing to be near to
LONGEST_DETAIL = 60

Row = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Read:
    """A text's stretches by what they deny.

    groups: each that says *not*, with its scopes; soft: that deny by another word; opposed: by one that a *not* can
    stand for; plain: all that say no *not*.
    """

    groups: tuple[tuple[Stretch, ...], ...]
    soft: tuple[Stretch, ...]
    opposed: tuple[Stretch, ...]
    plain: tuple[Stretch, ...]

    @classmethod
    def of(cls, found: Sequence[Stretch]) -> Read:
        """Sort stretches; behind one that denies stand its scopes."""
        groups: list[list[Stretch]] = []
        for one in found:
            if one.denied and one.scope == "stretch":
                groups.append([one])
            elif one.denied and groups:
                groups[-1].append(one)
        return cls(
            groups=tuple(map(tuple, groups)),
            soft=tuple(one for one in found if one.softly and not one.denied),
            opposed=tuple(one for one in found if one.opposed and not one.denied),
            plain=tuple(one for one in found if not one.denied),
        )


def negations(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """No *not* is added and none is dropped, unless another denial takes or gives its place."""
    said = Read.of(stretches(sentence.frame, sentence.said.language))
    every = [one for each in ground.heard_in(sentence) for one in stretches(each.text, each.language)]
    heard = Read.of([one for one in every if one.scope != "claim"])
    if not (heard.groups or heard.plain):
        return
    near = _Nearness(ground.vectors)
    for group in said.groups:
        if _added(group, heard, near):
            yield Fault(code="negation-added", detail=group[0].text[:LONGEST_DETAIL])
    for stretch in () if SET_APART in sentence.frame else _dropped(said, heard, near):
        yield Fault(code="negation-dropped", detail=stretch.text[:LONGEST_DETAIL])


class _Nearness:
    """How near stretches are, by words and by meaning. vectors: of texts, as far as they are known."""

    def __init__(self, vectors: Mapping[str, Vector]) -> None:
        self.vectors, self.width = vectors, len(next(iter(vectors.values()), (0.0,)))

    def __call__(self, some: Sequence[Stretch], others: Sequence[Stretch]) -> Row:
        """(some, others) nearness, at least one column."""
        if not some or not others:
            return np.full((len(some), 1), FAR)
        words = [[(shared(a.keys, b.keys) + shared(b.keys, a.keys)) / 2 for b in others] for a in some]
        likeness: Row = self._rows(some) @ self._rows(others).T
        return likeness + WORDS * np.array(words)

    def greatest(self, some: Sequence[Stretch], others: Sequence[Stretch]) -> float:
        """The nearest two."""
        return float(self(some, others).max(initial=FAR))

    def _rows(self, some: Sequence[Stretch]) -> Row:
        none = np.zeros(self.width)
        return np.array([self.vectors.get(one.text, none) for one in some], dtype=np.float64)


def _added(group: Sequence[Stretch], heard: Read, near: _Nearness) -> bool:
    """Whether what a sentence denies is said without a denial."""
    every = [one for other in heard.groups for one in other]
    soft = FAR if group[0].opposed else near.greatest(group, heard.opposed)  # *ikkje uklart* is no *uklart*
    denied = max(near.greatest(group, every) + NEARER, soft + NEARER_SOFTLY)
    return near.greatest(group[:1], heard.plain) > denied


def _dropped(said: Read, heard: Read, near: _Nearness) -> Iterator[Stretch]:
    """What a sentence says plainly though a passage denies it."""
    plain = [one for one in said.plain if not one.softly and not one.opposed]
    denying = (*heard.groups, *((one,) for one in heard.opposed))
    if not plain or not denying:
        return
    saying = (*said.groups, *((one,) for one in (*said.soft, *said.opposed)))
    owned = {int(np.argmax([near.greatest(group, other) for other in denying])) for group in saying}
    otherwise = near(plain, [one for one in heard.plain if not one.opposed]).max(axis=1)
    for at, group in enumerate(denying):
        if at in owned:
            continue
        retold = near(plain, group).max(axis=1)
        denied = max(FAR, near.greatest(said.soft, group))
        turned = (retold >= RETOLD) & (np.minimum(retold - otherwise, retold - denied) > -AS_NEAR)
        if turned.any():
            yield plain[int(np.argmax(np.where(turned, retold, FAR)))]
