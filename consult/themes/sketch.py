"""Which of many texts may share half of their letters, without comparing each with each.

In: texts, and a number for each that must be equal. Out: pairs of rows, round by round. MinHash (Broder 1997): the
least hash of a text's letter triples is that of another text as often as the two share triples. In each round texts
meet that agree in `TOGETHER` such hashes; two that share half of their triples (Jaccard) meet in some round 998 times
in 1,000, two that share six tenths always but once in a million. The work grows as n log n: where many texts agree,
as in a campaign, each meets the next few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from consult.weights.processor import each

HASHES = 128  # of each text
TOGETHER = 4  # of them that must agree in a round; 3 gives ten times the pairs to look at, 5 needs more rounds
ROUNDS = 200
NEXT = 8  # texts that each one meets in a round
CHUNK = 60_000  # triples hashed at a time: they stay in a core's own cache
ENOUGH = 0.3  # share of all hashes in which two texts agree that share half of their triples, but for five in a million
SEED = 1

Hashes = NDArray[np.uint32]
Rows = NDArray[np.int64]


def pairs_to_compare(texts: Sequence[str], alike: Rows) -> Iterator[tuple[Rows, Rows]]:
    """For each round two arrays of rows, pair by pair, the lower row first.

    texts: none empty; alike: (n,), equal for texts that may meet at all.
    """
    triples, starts = letter_triples(texts)
    draw = np.random.default_rng(SEED)
    hashes = np.empty((HASHES, len(texts)), dtype=np.uint32)
    functions = [(np.uint32(2 * int(draw.integers(0, 2**31)) + 1), np.uint32(draw.integers(0, 2**32))) for _ in hashes]

    def least(number: int) -> None:
        _least(triples, starts, functions[number], hashes[number])

    each(least, range(HASHES))
    glance = np.ascontiguousarray(hashes.T.astype(np.uint8))
    for _ in range(ROUNDS):
        key = alike.astype(np.uint64)
        for which in draw.choice(HASHES, min(TOGETHER, HASHES), replace=False):
            key = (key ^ hashes[which]) * np.uint64(0x9E3779B97F4A7C15)
            key ^= key >> np.uint64(29)
        one, other = _meeting(key)
        likely = (glance[one] == glance[other]).mean(axis=1) >= ENOUGH
        yield one[likely], other[likely]


def letter_triples(texts: Sequence[str]) -> tuple[Hashes, Rows]:
    """Hashes of the overlapping letter triples of all texts, a space before and behind each; where each text's begin.

    The second array is one longer than there are texts.
    """
    padded = [f" {text} " for text in texts]
    signs = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32)
    lengths = np.asarray([len(text) for text in padded], dtype=np.int64)
    ends = np.cumsum(lengths)
    inside = np.ones(len(signs), dtype=bool)
    inside[ends - 1] = inside[ends - 2] = False
    mixed = signs[:-2] * np.uint32(0x9E3779B1) + signs[1:-1] * np.uint32(0x85EBCA77) + signs[2:] * np.uint32(0xC2B2AE3D)
    return scattered(mixed[inside[:-2]]), np.concatenate([[0], np.cumsum(lengths - 2)])


def scattered(hashes: Hashes) -> Hashes:
    """Numbers that are near no longer lie near (a mixer of 32 bits by Wellons)."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x7FEB352D)
    hashes = (hashes ^ (hashes >> np.uint32(15))) * np.uint32(0x846CA68B)
    return hashes ^ (hashes >> np.uint32(16))


def _least(triples: Hashes, starts: Rows, function: tuple[np.uint32, np.uint32], found: Hashes) -> None:
    """Into `found`, (n,): of each text the least value that a function (factor, added) gives one of its triples."""
    factor, added = function
    at = 0
    while at < len(found):
        end = max(at + 1, int(np.searchsorted(starts, starts[at] + CHUNK, "right")) - 1)
        part = triples[starts[at] : starts[end]] * factor + added
        found[at:end] = np.minimum.reduceat(part, starts[at:end] - starts[at])
        at = end


def _meeting(keys: NDArray[np.uint64]) -> tuple[Rows, Rows]:
    """Rows of equal key, each with the `NEXT` that follow it. Key and row are sorted as one number: that is faster."""
    places = np.uint64(max(1, len(keys) - 1).bit_length())
    ranked = np.sort((keys >> places << places) | np.arange(len(keys), dtype=np.uint64))
    order = (ranked & ((np.uint64(1) << places) - np.uint64(1))).astype(np.int64)
    ranked >>= places
    found = []
    for step in range(1, NEXT + 1):
        at = np.flatnonzero(ranked[step:] == ranked[:-step])
        if not len(at):
            break
        found.append((order[at], order[at + step]))
    one, other = (np.concatenate([pair[side] for pair in found]) if found else order[:0] for side in (0, 1))
    return one, other
