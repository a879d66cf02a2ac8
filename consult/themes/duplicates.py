"""The same thing said again: a form sent twice, a campaign of near-identical texts.

Comes in: passages and their bare vectors. Goes out: passage id → the id of the one that represents it
(the smallest). A duplicate is counted where voices are counted, but it never makes a theme denser, and
it shares its representative's theme.

Density is the right notion here: HDBSCAN's tree (Campello et al. 2013) over the few texts that have a
near twin, cut at a fixed distance, so that a campaign whose senders each changed a word is one group.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from consult.records import Passage

Array = NDArray[np.float32]

NEAR_COSINE = 0.96  # of bare vectors in one language, with e5; other pairs of promises lie below .95
NEAR_ABROAD = 0.92  # in two languages, which lie apart: 91 % of 400 sentences in both Norwegian standards
NEAR_LETTERS = 0.5  # Jaccard of letter triples: the same 400 have .54 to .9, other texts below .4
LONG_ENOUGH = 20  # letters; shorter texts are the same only when they are equal
NEGATIONS = frozenset(
    {
        *("ikkje", "ikke", "inte", "icke", "ej", "not", "aldri", "aldrig", "never"),
        *("ingen", "inga", "inget", "ingenting", "none", "nothing"),
        *("utan", "uten", "uden", "without", "imot", "mot", "mod", "emot", "against"),
    }
)
"""With one of these more or less, a text says the opposite, however near it lies."""
BLOCK = 2048  # rows compared at a time
LETTERS = 3


def find_duplicates(passages: Sequence[Passage], vectors: Array) -> dict[str, str]:
    """Passage id → id of its representative, for passages that say again what another says.

    passages: in any order; vectors: (n, d) unit rows of their bare texts.
    """
    groups = _equal(passages)
    heads = sorted(min(rows, key=lambda row: passages[row].passage_id) for rows in groups.values())
    for campaign in _campaigns([passages[row] for row in heads], vectors[heads]):
        first, *others = (_plain(passages[heads[at]].text) for at in campaign)
        for other in others:
            groups[first] += groups.pop(other)
    found: dict[str, str] = {}
    for rows in groups.values():
        ids = sorted(passages[row].passage_id for row in rows)
        found.update(dict.fromkeys(ids[1:], ids[0]))
    return dict(sorted(found.items()))


def _equal(passages: Sequence[Passage]) -> dict[str, list[int]]:
    """Rows by text without case, marks and white space; a text of marks alone equals only itself."""
    groups: dict[str, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        groups[_plain(passage.text)].append(row)
    return groups


def _plain(text: str) -> str:
    """Letters and digits in small letters, words parted by single spaces.

    >>> _plain("Lobbyregister – no!") == _plain("lobbyregister no")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = "".join(sign if sign.isalnum() else " " for sign in folded).split()
    return " ".join(words) or text


def _campaigns(passages: Sequence[Passage], vectors: Array) -> list[list[int]]:
    """Groups of two or more rows whose texts are near-identical."""
    pairs = [pair for pair in _near(passages, vectors) if _same(passages[pair[0]].text, passages[pair[1]].text)]
    rows = sorted({row for pair in pairs for row in pair})
    if len(rows) < 3:
        return [rows] if rows else []
    return _dense(rows, pairs)


def _near(passages: Sequence[Passage], vectors: Array) -> Iterable[tuple[int, int]]:
    """Pairs of rows, the lower first, whose vectors are near enough for their languages."""
    spoken = np.asarray([passage.language for passage in passages])
    for at in range(0, len(vectors), BLOCK):
        block = vectors[at : at + BLOCK] @ vectors[at:].T
        abroad = spoken[at : at + BLOCK, None] != spoken[None, at:]
        for one, other in zip(*np.nonzero(block >= np.where(abroad, NEAR_ABROAD, NEAR_COSINE)), strict=True):
            if other > one:
                yield at + int(one), at + int(other)


def _same(one: str, other: str) -> bool:
    """Whether two near texts are also written nearly alike, with the same numbers and negations."""
    long_enough = min(len(one), len(other)) >= LONG_ENOUGH
    return long_enough and _stand(one) == _stand(other) and _share(one, other) >= NEAR_LETTERS


def _stand(text: str) -> tuple[int, tuple[str, ...]]:
    """How many negations a text holds, and its numbers: what a repetition cannot change."""
    words = _plain(text).split()
    return sum(word in NEGATIONS for word in words), tuple(sorted(word for word in words if word[0].isdigit()))


def _share(one: str, other: str) -> float:
    """Jaccard similarity of the two texts' letter triples."""
    first, second = _triples(one), _triples(other)
    return len(first & second) / max(len(first | second), 1)


def _triples(text: str) -> set[str]:
    """Overlapping runs of three letters of the plain text."""
    plain = f" {_plain(text)} "
    return {plain[at : at + LETTERS] for at in range(len(plain) - LETTERS + 1)}


def _dense(rows: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """HDBSCAN's tree over the rows, cut between a near pair (distance 0) and no pair (distance 1)."""
    from hdbscan import HDBSCAN

    at = {row: index for index, row in enumerate(rows)}
    distances = np.ones((len(rows), len(rows)), dtype=np.float64)
    np.fill_diagonal(distances, 0.0)
    for one, other in pairs:
        distances[at[one], at[other]] = distances[at[other], at[one]] = 0.0
    tree = HDBSCAN(metric="precomputed", min_cluster_size=2, min_samples=1, allow_single_cluster=True).fit(distances)
    labels = tree.single_linkage_tree_.get_clusters(cut_distance=0.5, min_cluster_size=2)
    return [np.asarray(rows)[labels == label].tolist() for label in np.unique(labels) if label >= 0]
