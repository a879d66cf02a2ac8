"""Does a sentence deny what its passages deny, and nothing else?

What a *not* denies is found by meaning with the *not* taken out (`scopes`), so that a stretch finds what it retells
whether or not it denies it. A *not* is added where the nearest stretch of the passages does not deny; one is dropped
where a stretch retells what a passage denies, nearer than anything else that it may retell, and no *not* of the
sentence is the passage's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from consult.answer.gate.clauses import words
from consult.answer.gate.opposites import asks_for_more, keeps
from consult.answer.gate.scopes import Stretch, stretches
from consult.answer.gate.sentence import QUOTE, SET_APART, Fault, Ground, Sentence, Vector, set_apart
from consult.answer.gate.support import shared

# Chosen on half of the sentences of tests/gate, by the shares of correct and of turned ones that are refused.
WORDS = 0.5  # what words in common count beside likeness of meaning
NEARER = 0.15  # by how much a stretch without a *not* must be nearer than any with one before a *not* is added
NEARER_TAKEN = -0.25  # the same where another *not* of the sentence retells it better
NEARER_BACK = -0.15  # the same where it retells what a pronoun beside the *not* points back to
NEARER_SOFTLY = 0.2  # the same where a passage denies by another word only
AS_NEAR = 0.2  # by how much another stretch may be nearer to one that retells what a passage denies
RETOLD = 0.15  # nearness from which a stretch may retell another
RETOLD_OPPOSED = 0.3  # the same where a passage denies without a *not*
FAR = -1.0  # nearness where there is nothing to be near to
LONGEST_DETAIL = 60
LAST_QUOTE = re.compile(r":\s*(?:«[^«»]*»|“[^“”]*”|\"[^\"]*\")\W*$")

Row = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Read:
    """A text's stretches by what they deny.

    groups: each that says *not*, with its scopes; soft: that deny by another word; opposed: by one that a *not* can
    stand for; turned: by any that means the opposite of another; plain: all that say no *not*.
    """

    groups: tuple[tuple[Stretch, ...], ...]
    soft: tuple[Stretch, ...]
    opposed: tuple[Stretch, ...]
    turned: tuple[Stretch, ...]
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
            turned=tuple(one for one in found if (one.turned or one.opposed) and not one.denied),
            plain=tuple(one for one in found if not one.denied),
        )


def negations(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """No *not* is added and none is dropped, unless another denial takes or gives its place."""
    said = Read.of(_said(sentence))
    every = [one for each in ground.heard_in(sentence) for one in stretches(each.text, each.language)]
    heard = Read.of([one for one in every if one.scope != "claim"])
    if not (heard.groups or heard.plain):
        return
    near = _Nearness(ground.vectors)
    for group in said.groups:
        if _added(group, [one for one in said.groups if one is not group], heard, near, sentence.said.language):
            yield Fault(code="negation-added", detail=group[0].text[:LONGEST_DETAIL])
    for stretch in () if SET_APART in sentence.frame else _dropped(said, heard, near, sentence.said.language):
        yield Fault(code="negation-dropped", detail=stretch.text[:LONGEST_DETAIL])


def _said(sentence: Sentence) -> list[Stretch]:
    """The stretches of a sentence, without a quote that ends it and what only leads to that: *…, med orda: «…»*."""
    behind = LAST_QUOTE.search(sentence.line)
    text = QUOTE.sub(set_apart, sentence.line[: behind.start()]) if behind else sentence.frame
    return [one for one in stretches(text, sentence.said.language) if one.keys or not behind]


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


def _added(
    group: Sequence[Stretch], others: Sequence[Sequence[Stretch]], heard: Read, near: _Nearness, language: str
) -> bool:
    """Whether what a sentence denies is said without a denial. others: what else the sentence denies.

    What it only sets something against is denied in whatever way; what undoes an opposite (*aldri for seint*) is borne
    out by the passages' own *aldri for seint* alone; what another denial of the sentence retells better counts less.
    """
    if group[0].contrasted:
        return False
    undone, denied = group[0].undone, FAR
    for other in heard.groups:
        if other[0].undone or not undone:
            near_by = [one for one in other if one.scope != "back"]
            own = near.greatest(group, near_by)
            taken = any(near.greatest(one, near_by) > own for one in others)
            denied = max(denied, own + (NEARER_TAKEN if taken else NEARER), near.greatest(group, other) + NEARER_BACK)
    if not (undone or group[0].opposed or asks_for_more(group[0].text, language)):  # *ikkje uklart* is no *uklart*
        denied = max(denied, near.greatest(group, heard.opposed) + NEARER_SOFTLY, near.greatest(group, heard.turned))
    return near.greatest(group[:1], heard.plain) > denied


def _dropped(said: Read, heard: Read, near: _Nearness, language: str) -> Iterator[Stretch]:
    """What a sentence says plainly though a passage denies it."""
    plain = [one for one in said.plain if not (one.compared or (one.softly and not one.opposed))]
    named = [tuple(one for one in group if one.scope != "back") for group in heard.groups]
    denying = (*named, *((one,) for one in heard.opposed))
    if not plain or not denying:
        return
    owned = _owned(said, plain, denying, near, language)
    otherwise = near(plain, [one for one in heard.plain if not one.opposed]).max(axis=1)
    for at, group in enumerate(denying):
        if at in owned or group[0].asked or group[0].text.lower() in _alone():
            continue
        retold = near(plain, group).max(axis=1)
        other = max(FAR, near.greatest(said.soft, group))
        may = np.array([_may_turn(one, group[0], language) for one in plain])
        least = RETOLD if group[0].denied else RETOLD_OPPOSED
        turned = may & (retold >= least) & (np.minimum(retold - otherwise, retold - other) > -AS_NEAR)
        if turned.any():
            yield plain[int(np.argmax(np.where(turned, retold, FAR)))]


@cache
def _alone() -> frozenset[str]:
    """What is left of a denial that says nothing of what it denies: *Do not*, *why not*."""
    return frozenset(words()["alone"]["words"].split("|"))


def _may_turn(one: Stretch, denied: Stretch, language: str) -> bool:
    """Whether saying a stretch plainly may turn what is denied.

    An opposite turns only what is denied with a *not*, and alone turns what a *not* undoes; whoever has too little may
    ask for more.
    """
    if denied.undone:
        return one.turned or one.opposed
    if not denied.denied:
        return not (one.turned or one.opposed or asks_for_more(one.text, language))
    return not one.opposed


def _owned(
    said: Read, plain: Sequence[Stretch], denying: Sequence[Sequence[Stretch]], near: _Nearness, language: str
) -> set[int]:
    """Which denials of the passages a sentence denies too: the nearest to each of its own.

    A word that may only look like an opposite has one where nothing that is said plainly is nearer.
    """
    owned = set()
    for group in (*said.groups, *((one,) for one in dict.fromkeys((*said.soft, *said.turned)))):
        nearness = [near.greatest(group, other) for other in denying]
        at = int(np.argmax(nearness))
        if not group[0].denied and _leaves_out(group[0], denying[at][0], language):
            continue
        sure = group[0].denied or group[0].softly or group[0].opposed
        if sure or nearness[at] >= near.greatest([one for one in plain if not one.turned], denying[at]):
            owned.add(at)
    return owned


def _leaves_out(one: Stretch, denied: Stretch, language: str) -> bool:
    """Whether an opposite leaves out a *not*: *uforståeleg med tolk* that of *uforståeleg utan tolk*."""
    return denied.denied and one.turned and (denied.turned or (denied.lacks and keeps(one.text, language)))
