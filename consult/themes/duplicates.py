"""The same thing said again: a form sent twice, a campaign of near-identical texts.

Comes in: passages and their bare vectors. Goes out: passage id → the id of the one that represents it
(the smallest). A duplicate is counted where voices are counted, but it never makes a theme denser, and
it shares its representative's theme. A short text says what it says about what stands above it: *Fleire avgangar*
below *Buss* and below *Ferje* are two demands, below *Bord 3 – Buss* and *Bord 4 – Buss* one. Only a text that is
`OWN_WORDS` long is the same wherever it stands.

Whoever is near to one of a group is in it, so that a campaign whose senders each changed a word is one group. (That
is what HDBSCAN's tree comes to where texts are near or not near, and nothing between.) Up to `EACH_WITH_EACH`
distinct texts each is compared with each; above, those that `sketch` finds to share letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from consult.read.gatherings import subject_of
from consult.records import Passage
from consult.themes.sketch import pairs_to_compare
from consult.themes.stand import Stand, plain_text, stand_of, turns

Array = NDArray[np.float32]

NEAR_COSINE = 0.96  # of bare vectors in one language, with e5; other pairs of promises lie below .95
NEAR_ABROAD = 0.92  # in two languages, which lie apart: 91 % of 400 sentences in both Norwegian standards
NEAR_LETTERS = 0.5  # Jaccard of letter triples: the same 400 have .54 to .9, other texts below .4
LONG_ENOUGH = 20  # letters; shorter texts are the same only when they are equal
OWN_WORDS = 12  # words from which a text says itself what it is about: a campaign's, below each sender's own heading
BLOCK = 512  # rows compared at a time
EACH_WITH_EACH = 5000  # texts: half a second
LETTERS = 3

Said = tuple[str, tuple[str, ...]]
"""A plain text, and what it hangs on where it needs that to be understood."""
Pairs = Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]


def find_duplicates(passages: Sequence[Passage], vectors: Array) -> dict[str, str]:
    """Passage id → id of its representative, for passages that say again what another says.

    passages: in any order; vectors: (n, d) unit rows of their bare texts.
    """
    groups = _equal(passages)
    heads = [min(rows, key=lambda row: passages[row].passage_id) for rows in groups.values()]
    plain = dict(zip(heads, groups, strict=True))
    heads.sort(key=lambda row: passages[row].passage_id)
    for campaign in _campaigns([passages[row] for row in heads], vectors, heads, [plain[row][0] for row in heads]):
        first, *others = (plain[heads[at]] for at in campaign)
        for other in others:
            groups[first] += groups.pop(other)
    found: dict[str, str] = {}
    for rows in groups.values():
        ids = sorted(passages[row].passage_id for row in rows)
        found.update(dict.fromkeys(ids[1:], ids[0]))
    return dict(sorted(found.items()))


def _equal(passages: Sequence[Passage]) -> dict[Said, list[int]]:
    """Rows by text without case, marks and white space, and what it hangs on; marks alone equal only themselves."""
    groups: dict[Said, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        plain = plain_text(passage.text)
        groups[plain, _above(passage) if _leans(plain) else ()].append(row)
    return groups


def _above(passage: Passage) -> tuple[str, ...]:
    """What a passage is about by what it stands under, as plain text: question, headings from the outermost, lead-in.

    *Bord 3* above *Buss* tells who sat together, and not what they spoke of.
    """
    context = passage.context
    subjects = map(subject_of, (context.question, *context.headings, context.parent))
    return tuple(dict.fromkeys(plain_text(words) for words in subjects if words))


def _leans(plain: str) -> bool:
    """Whether a text is too short to say without what stands above it what it is about."""
    return plain.count(" ") + 1 < OWN_WORDS


def _hang_together(one: Passage, other: Passage) -> bool:
    """Whether what stands above two texts that say the same leaves it the same."""
    return not any(_leans(plain_text(passage.text)) for passage in (one, other)) or _above(one) == _above(other)


def _campaigns(
    passages: Sequence[Passage], vectors: Array, rows: Sequence[int], plain: Sequence[str]
) -> list[list[int]]:
    """Groups of two or more whose texts are near-identical; passages in order of their ids.

    rows: where in `vectors` each passage's stands; plain: its plain text.
    """
    linked, same = Linked(len(passages)), cache(lambda one, other: _repeats(passages[one], passages[other]))
    small, at = len(passages) <= EACH_WITH_EACH, np.asarray(rows, dtype=np.int64)
    pairs = _near(passages, vectors[at]) if small else _near_in_letters(passages, vectors, at, plain)
    for ones, others in pairs:
        apart = linked.apart(ones, others)
        for one, other in zip(ones[apart].tolist(), others[apart].tolist(), strict=True):
            if linked.find(one) != linked.find(other) and same(one, other):
                linked.join(one, other)
    return linked.groups()


class Linked:
    """Rows that are linked to each other, by any number of steps (Tarjan 1975)."""

    def __init__(self, count: int) -> None:
        self.above = np.arange(count, dtype=np.int64)

    def find(self, row: int) -> int:
        """The smallest row of the group that a row is in."""
        while (above := int(self.above[row])) != row:
            row = above
        return row

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        first, second = sorted((self.find(one), self.find(other)))
        self.above[second] = first

    def apart(self, ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the pairs are not yet in one group."""
        if not len(ones):
            return np.zeros(0, dtype=bool)
        while not np.array_equal(self.above, further := self.above[self.above]):
            self.above = further
        return np.asarray(self.above[ones] != self.above[others])

    def groups(self) -> list[list[int]]:
        """Groups of two or more, by their smallest row."""
        found: dict[int, list[int]] = defaultdict(list)
        for row in range(len(self.above)):
            found[self.find(row)].append(row)
        return [rows for rows in found.values() if len(rows) > 1]


def _near(passages: Sequence[Passage], vectors: Array) -> Pairs:
    """For each row those behind it whose vectors are near enough for their languages: each compared with each."""
    spoken = _spoken(passages)
    for at in range(0, len(vectors), BLOCK):
        block = vectors[at : at + BLOCK] @ vectors[at:].T
        near = block >= np.where(spoken[at : at + BLOCK, None] != spoken[None, at:], NEAR_ABROAD, NEAR_COSINE)
        for row, found in enumerate(near):
            others = row + 1 + np.flatnonzero(found[row + 1 :])
            yield np.full(len(others), at + row, dtype=np.int64), at + others


def _near_in_letters(
    passages: Sequence[Passage], vectors: Array, rows: NDArray[np.int64], plain: Sequence[str]
) -> Pairs:
    """The same pairs, but for one in some thousand of those that only just share half of their letters."""
    spoken = _spoken(passages)
    long = [at for at, passage in enumerate(passages) if len(passage.text) >= LONG_ENOUGH]
    stands: dict[Stand, int] = {}
    stand = [stands.setdefault(_stand(plain[at], passages[at].language), len(stands)) for at in long]
    place = np.asarray(long, dtype=np.int64)
    for some, more in pairs_to_compare([plain[at] for at in long], np.asarray(stand, dtype=np.int64)):
        ones, others = place[some], place[more]
        cosine = np.einsum("nd,nd->n", vectors[rows[ones]], vectors[rows[others]])
        near = cosine >= np.where(spoken[ones] != spoken[others], NEAR_ABROAD, NEAR_COSINE)
        yield ones[near], others[near]


def _spoken(passages: Sequence[Passage]) -> NDArray[np.str_]:
    return np.asarray([passage.language for passage in passages])


def _repeats(one: Passage, other: Passage) -> bool:
    """Whether a near passage says the same on the same matter."""
    return _same(one, other) and _hang_together(one, other)


def _same(one: Passage, other: Passage) -> bool:
    """Whether two near texts are also written nearly alike, and neither may say the opposite of the other (`stand`)."""
    if min(len(one.text), len(other.text)) < LONG_ENOUGH:
        return False
    first, second = plain_text(one.text), plain_text(other.text)
    if _stand(first, one.language) != _stand(second, other.language) or _share(first, second) < NEAR_LETTERS:
        return False
    words, others = set(first.split()), set(second.split())
    return not turns(words - others, others - words)


@lru_cache(maxsize=2 * EACH_WITH_EACH)
def _stand(plain: str, language: str) -> Stand:
    return stand_of(plain, language)


def _share(one: str, other: str) -> float:
    """Jaccard similarity of two plain texts' letter triples."""
    first, second = _triples(one), _triples(other)
    return len(first & second) / max(len(first | second), 1)


def _triples(plain: str) -> set[str]:
    """Overlapping runs of three letters."""
    padded = f" {plain} "
    return {padded[at : at + LETTERS] for at in range(len(padded) - LETTERS + 1)}
