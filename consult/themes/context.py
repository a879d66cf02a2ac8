"""A passage and what stands above and beside it, blended into one vector.

Comes in: passages, and the vector of every text named by `texts_to_embed`. Goes out: one unit vector per
passage. Notes are elliptical: "i.e. it is lack of time, not of will" says nothing alone, and is about
award notices under its heading. Each kind of context is a text of its own, embedded once, centred on its
own kind and added with its weight, so that a heading cannot drown what the passage says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from consult.records import Context, Language, Passage
from consult.themes.embed import stacked
from consult.themes.languages import (
    centre_by_language,
    language_offsets,
    plain_means,
    plain_sentences,
    unit,
    unit_in_place,
)

Array = NDArray[np.float32]

PLACING: dict[str, float] = {
    "text": 1.0,
    "headings": 0.7,
    "parent": 0.5,
    "question": 0.3,
    "neighbours": 0.3,
    "document": 0.3,
}
"""How much each kind of context counts beside the passage's own text, when it is placed on the framework."""

GROUPING: dict[str, float] = {
    "text": 1.0,
    "headings": 0.5,
    "parent": 0.5,
    "question": 0.3,
    "neighbours": 0.2,
    "document": 0.1,
}
"""The same when passages are compared with each other: too much context, and themes are documents.

Headings say most, questions (often "anything else?") and titles least; docs/decisions/0003 has the sweep,
which is flat around these."""

VOTING: dict[str, float] = {**GROUPING, "neighbours": 0.0}
"""The same when passages vote on each other's placement: what stands beside two bullets is text that they share,
and that they are alike in it says nothing of either (statements in a note, placed right: .53 with it, .86 without)."""

BARE = Context()
WITHOUT: dict[str, tuple[tuple[str, float], ...]] = {role: () for role in PLACING if role != "text"}
OUTER_HEADING = 0.5  # each step outward in the path of headings counts half of the one inside it


def role_texts(passage: Passage) -> dict[str, tuple[tuple[str, float], ...]]:
    """Role → (text, share) of one passage's context; a role that is absent has no texts."""
    around = passage.context
    if around == BARE:
        return {"text": ((passage.text, 1.0),), **WITHOUT}
    inner = [text for text in reversed(around.headings) if text != around.document]
    return {
        "text": ((passage.text, 1.0),),
        "headings": _present([(text, OUTER_HEADING**depth) for depth, text in enumerate(inner)]),
        "parent": _present([(around.parent, 1.0)]),
        "question": _present([(around.question, 1.0)]),
        "neighbours": _present([(around.before, 1.0), (around.after, 1.0)]),
        "document": _present([(around.document, 1.0)]),
    }


def texts_to_embed(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Every distinct text that `blend` needs, sorted."""
    texts = {text for passage in passages for shares in role_texts(passage).values() for text, _ in shares}
    return tuple(sorted(texts.union(plain_sentences({passage.language for passage in passages}))))


class Around:
    """Passages with what stands around them, each kind centred once, to be blended with several weights."""

    def __init__(self, passages: Sequence[Passage], vectors: Mapping[str, Array], bare: Array | None = None) -> None:
        """vectors: text → (d,) unit vector, for all of `texts_to_embed`; bare: as from `bare_rows`, if at hand."""
        languages = [passage.language for passage in passages]
        plain, counted = plain_means(vectors), _said_first(passages)
        bare = bare_rows(passages, vectors) if bare is None else bare
        self._own = centre_by_language(bare, languages, plain, counted=counted)
        self._parts: dict[str, tuple[list[int], Array]] = {}
        roles = [role_texts(passage) for passage in passages]
        offsets: dict[Language, Array] = {}
        for role in WITHOUT:
            present = [at for at, found in enumerate(roles) if found[role]]
            if present:
                offsets = offsets or language_offsets(bare, languages, plain, counted=counted)
                away = np.stack([offsets[languages[at]] for at in present])
                self._parts[role] = (present, _role_part([roles[at][role] for at in present], vectors, away))

    def blend(self, weights: Mapping[str, float]) -> Array:
        """One unit vector per passage, (n, d): its text and its context, each with its weight.

        weights: by role, as `PLACING` or `GROUPING`; not to be written to, for where nothing stands around any
        passage all weights give one array.
        """
        if not self._parts:
            return self._own
        total = np.asarray(weights["text"] * self._own, dtype=np.float32)
        for role, (present, part) in self._parts.items():
            total[present] += np.float32(weights[role]) * part
        return unit_in_place(total)


def bare_rows(passages: Sequence[Passage], vectors: Mapping[str, Array]) -> Array:
    """(n, d): the vector of each passage's own text."""
    return stacked([vectors[passage.text] for passage in passages])


def blend(passages: Sequence[Passage], vectors: Mapping[str, Array], weights: Mapping[str, float]) -> Array:
    """One unit vector per passage: its text and its context, each centred, each with its weight. See `Around`."""
    return Around(passages, vectors).blend(weights)


def _said_first(passages: Sequence[Passage]) -> NDArray[np.bool_]:
    """(n,): which passages are the first of their text and language, so that a campaign does not move the middle."""
    seen: set[tuple[str, str]] = set()
    first = []
    for passage in passages:
        first.append((passage.text, passage.language) not in seen)
        seen.add((passage.text, passage.language))
    return np.asarray(first, dtype=np.bool_)


def _role_part(shares: Sequence[tuple[tuple[str, float], ...]], vectors: Mapping[str, Array], offsets: Array) -> Array:
    """(n, d): the centred unit vectors of one role, of the passages that have it.

    Centred on their mean: a title or question that all passages share says nothing about any of them, and
    vanishes. offsets: (n, d), of each passage's language.
    """
    rows = np.stack([_mean(texts, vectors) for texts in shares]) - offsets
    return _unit_or_zero(rows - rows.mean(axis=0))


def _mean(texts: Iterable[tuple[str, float]], vectors: Mapping[str, Array]) -> Array:
    """(d,) weighted mean of texts' vectors."""
    held = list(texts)
    if len(held) == 1 and held[0][1] == 1.0:
        return vectors[held[0][0]]
    weights = np.asarray([share for _, share in held], dtype=np.float32)
    rows = np.stack([vectors[text] for text, _ in held])
    return np.asarray(weights @ rows / weights.sum(), dtype=np.float32)


def _unit_or_zero(rows: Array, least: float = 1e-4) -> Array:
    """Unit rows; a row shorter than `least` is rounding noise around the mean, and becomes zero."""
    return unit(np.where(np.linalg.norm(rows, axis=1, keepdims=True) > least, rows, 0.0).astype(np.float32))


def _present(texts: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Only the texts that say something."""
    return tuple((text, share) for text, share in texts if text.strip())
