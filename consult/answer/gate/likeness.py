"""How near the stretches of a sentence lie to those of what it cites: by meaning, and by the words they share.

In: stretches of both and vectors. Out: matrices (stretches said, stretches heard), each computed once a sentence.
Words count as shared where they have a key or most letters in common, or lie near each other by the encoder, so that
*helskap* and *whole* may meet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from consult.answer.gate.scopes import Stretch
from consult.answer.gate.sentence import Vector
from consult.answer.gate.spelling import same_word

WORDS = 0.5  # what words in common count beside likeness of meaning
STRANGE, SAME = 0.55, 0.85  # cosine of two words that have nothing to do with each other, and of a word and itself
NEVER_SURE = 0.95  # what words count at most that are alike by the encoder alone
ALIKE = 0.15  # by how much two denials of a kind are the likelier pair
FAR = -0.3  # nearness where there is nothing to be near to

Matrix = NDArray[np.float64]


class Pairs:
    """Stretches said and heard, compared. vectors: of their texts and words, as far as they are known."""

    def __init__(self, said: Sequence[Stretch], heard: Sequence[Stretch], vectors: Mapping[str, Vector]) -> None:
        self.said, self.heard, self.vectors = tuple(said), tuple(heard), vectors
        self.nothing = np.zeros(len(next(iter(vectors.values()), (0.0,))))

    def _rows(self, texts: Sequence[str]) -> Matrix:
        return np.array([self.vectors.get(text, self.nothing) for text in texts], dtype=np.float64).reshape(
            len(texts), len(self.nothing)
        )

    @cached_property
    def _words(self) -> Matrix:
        """(words said, words heard): how alike two words are, between 0 and 1."""
        said = [(word, key) for one in self.said for word, key in zip(one.words, one.keys, strict=True)]
        heard = [(word, key) for one in self.heard for word, key in zip(one.words, one.keys, strict=True)]
        cosines = self._rows([word for word, _ in said]) @ self._rows([word for word, _ in heard]).T
        alike: Matrix = np.clip((cosines - STRANGE) / (SAME - STRANGE), 0, NEVER_SURE)
        for row, (_, one) in zip(alike, said, strict=True):
            for at, (_, other) in enumerate(heard):
                if same_word(one, other):
                    row[at] = 1.0
        return alike

    @cached_property
    def _slices(self) -> tuple[list[slice], list[slice]]:
        return tuple(_slices([len(one.words) for one in some]) for some in (self.said, self.heard))  # type: ignore[return-value]

    def _between(self, at: int, of: int) -> Matrix:
        """(words of a stretch said, words of one heard)."""
        rows, columns = self._slices
        between: Matrix = self._words[rows[at], columns[of]]
        return between

    @cached_property
    def near(self) -> Matrix:
        """(said, heard): cosine without the *not*, and words in common."""
        bare = self._rows([one.bare for one in self.said]), self._rows([one.bare for one in self.heard])
        wide = self._rows([one.wide for one in self.said]), self._rows([one.wide for one in self.heard])
        meaning = np.maximum(bare[0] @ bare[1].T, np.maximum(bare[0] @ wide[1].T, wide[0] @ bare[1].T))
        shared = [[_shared(self._between(at, of)) for of in range(len(self.heard))] for at in range(len(self.said))]
        found: Matrix = meaning + WORDS * np.array(shared)
        return found

    @cached_property
    def turned_said(self) -> Matrix:
        """(said, heard): how much nearer a stretch said is for its *not*."""
        text, bare = self._rows([one.text for one in self.said]), self._rows([one.bare for one in self.said])
        found: Matrix = (text - bare) @ self._rows([one.text for one in self.heard]).T
        return found

    @cached_property
    def turned_heard(self) -> Matrix:
        """(said, heard): how much nearer a stretch heard is for its *not*."""
        text, bare = self._rows([one.text for one in self.heard]), self._rows([one.bare for one in self.heard])
        found: Matrix = self._rows([one.text for one in self.said]) @ (text - bare).T
        return found

    def greatest(self, at: int, of: Sequence[int]) -> float:
        """How near a stretch said is to the nearest of some heard."""
        return float(self.near[at, list(of)].max(initial=FAR))

    def greatest_heard(self, at: int, of: Sequence[int]) -> float:
        """How near a stretch heard is to the nearest of some said."""
        return float(self.near[list(of), at].max(initial=FAR))

    def nearest_said(self, at: int) -> Stretch:
        """The stretch said that retells one heard."""
        return self.said[int(self.near[:, at].argmax())]

    def beside(self, at: int, of: Sequence[int], *, only_beside: bool = False) -> float:
        """How far the words beside the *not* of a stretch said come again in one of some heard."""
        mine = list(self.said[at].beside)
        found = [self._between(at, other)[mine] for other in of] if mine else []
        if only_beside:
            found = [each[:, list(self.heard[other].beside)] for each, other in zip(found, of, strict=False)]
        return max((_mean_of_best(each) for each in found), default=FAR)

    def beside_heard(self, at: int, of: Sequence[int]) -> float:
        """The same for a stretch heard, in one of some said."""
        mine = list(self.heard[at].beside)
        return max((_mean_of_best(self._between(other, at)[:, mine].T) for other in of if mine), default=0.0)

    def covered(self, at: int, of: Sequence[int]) -> float:
        """How far the words of a stretch heard come again in some said together."""
        parts = [self._between(other, at) for other in of]
        return _mean_of_best(np.concatenate(parts).T) if parts else 0.0

    @cached_property
    def _paired(self) -> tuple[dict[int, float], dict[int, float]]:
        """Denials said and heard, paired one to one, the nearest first: number of a stretch → how near its partner."""
        said = [at for at, one in enumerate(self.said) if one.denies]
        heard = [at for at, one in enumerate(self.heard) if one.denies]
        every = sorted(
            (
                (self.near[i, j] + ALIKE * (bool(self.said[i].nots) == bool(self.heard[j].nots)), i, j)
                for i in said for j in heard
            ),
            reverse=True,
        )  # fmt: skip
        of_said, of_heard = dict[int, float](), dict[int, float]()
        for near, i, j in every:
            if i not in of_said and j not in of_heard:
                of_said[i] = of_heard[j] = float(near)
        return {at: of_said.get(at, FAR) for at in said}, {at: of_heard.get(at, FAR) for at in heard}

    @property
    def paired_said(self) -> dict[int, float]:
        """How near the denial heard is that each one said is paired with."""
        return self._paired[0]

    @property
    def paired_heard(self) -> dict[int, float]:
        """How near the denial said is that each one heard is paired with."""
        return self._paired[1]


def _slices(lengths: Sequence[int]) -> list[slice]:
    ends = np.cumsum((0, *lengths))
    return [slice(start, end) for start, end in pairwise(map(int, ends))]


def _shared(between: Matrix) -> float:
    """The mean of both shares of words that come again."""
    return (_mean_of_best(between) + _mean_of_best(between.T)) / 2


def _mean_of_best(between: Matrix) -> float:
    """Of each row its greatest, on average; 0 where there is nothing."""
    return float(between.max(axis=1).mean()) if between.size else 0.0
