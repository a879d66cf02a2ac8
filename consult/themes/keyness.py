"""How much each word says about each theme, against the other themes.

In: groups of passages with their words. Out: for each group the weight of each key, by class-based
TF-IDF (Grootendorst 2022, arXiv:2203.05794): often in the group, seldom elsewhere. Equal texts count
once, passages near the middle of their group count most, and what stands above a passage counts beside
its own words. Nothing depends on the order of groups, passages or members.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from consult.records import LANGUAGES, Language, Passage
from consult.themes.phrases import Phrase, phrases_of, whole
from consult.themes.words import Word, words_of

MIN_SHARE_TO_LOAD = 0.05  # of the passages: below it a language's dictionary is not worth 0.4 s and 100 MB
OWN, HEADING, PARENT, QUESTION = 1.0, 0.5, 0.5, 0.3
KIND_WEIGHT = {"NOUN": 1.0, "PROPN": 0.8, "ADJ": 0.6, "VERB": 0.4}
RIM = 0.3  # what a passage at the very rim of its theme still counts
POWER = 1.0
DIGITS = 9  # sums are rounded, so that they are the same in any order

Vectors = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A passage as titles see it. keys: with what they count here; nouns: of its own text.

    forms: (key, form, kind, language) of each word of its own and above it.
    """

    source_id: str
    keys: Mapping[str, float]
    nouns: frozenset[str]
    phrases: tuple[Phrase, ...]
    forms: tuple[tuple[str, str, str, str], ...]


def read_words(passages: Sequence[Passage]) -> dict[str, Reading]:
    """The words and phrases of each passage, its headings, lead-in and question, by passage id."""
    passages = sorted({passage.passage_id: passage for passage in passages}.values(), key=lambda p: p.passage_id)
    common = Counter(passage.language for passage in passages)
    loaded = [name for name in LANGUAGES if common[name] >= MIN_SHARE_TO_LOAD * len(passages)]
    texts = sorted({(text, p.language) for p in passages for text, _ in _texts(p)})
    words = words_of([text for text, _ in texts], [language for _, language in texts], loaded)
    parsed = dict(zip(texts, words, strict=True))
    return {passage.passage_id: _reading(passage, parsed) for passage in passages}


def _texts(passage: Passage) -> list[tuple[str, float]]:
    """What is read for a passage, and how much its words count."""
    context = passage.context
    above = [(heading, HEADING) for heading in context.headings]
    return [(passage.text, OWN), *above, (context.parent, PARENT), (context.question, QUESTION)]


def _reading(passage: Passage, parsed: Mapping[tuple[str, Language], list[Word]]) -> Reading:
    keys: dict[str, float] = {}
    phrases: list[Phrase] = []
    forms = []
    for text, weight in _texts(passage):
        words = parsed[text, passage.language]
        for word in words:
            if word.key:
                keys[word.key] = max(keys.get(word.key, 0.0), weight * KIND_WEIGHT[word.kind])
                forms.append((word.key, word.text, word.kind, passage.language))
        phrases += phrases_of(text, words, passage.language)
        if weight < OWN:
            phrases += whole(text, words, passage.language)
    own = parsed[passage.text, passage.language]
    nouns = frozenset(word.key for word in own if word.key and word.kind in ("NOUN", "PROPN"))
    return Reading(
        source_id=passage.source_id, keys=keys, nouns=nouns, phrases=tuple(dict.fromkeys(phrases)), forms=tuple(forms)
    )


def keyness(
    groups: Sequence[Sequence[Passage]], readings: Mapping[str, Reading], vectors: Vectors
) -> list[dict[str, float]]:
    """For each group the weight of each of its keys: log(1 + n) × log(1 + A / f).

    n: passages of the group with the key, by centrality; f: the same in all groups; A: mean n of a group.
    """
    counts = [_counts(group, readings, vectors) for group in groups]
    everywhere: defaultdict[str, list[float]] = defaultdict(list)
    for group in counts:
        for key, count in group.items():
            everywhere[key].append(count)
    total = {key: round(math.fsum(found), DIGITS) for key, found in everywhere.items()}
    mean = math.fsum(total.values()) / max(1, len(groups))
    return [
        {key: count**POWER * math.log1p(mean / total[key]) for key, count in sorted(group.items())} for group in counts
    ]


def _counts(group: Sequence[Passage], readings: Mapping[str, Reading], vectors: Vectors) -> dict[str, float]:
    """Centrality-weighted number of passages with each key; equal texts once."""
    once = {" ".join(passage.text.lower().split()): passage for passage in sorted(group, key=lambda p: p.passage_id)}
    members = sorted(once.values(), key=lambda p: p.passage_id)
    counts: defaultdict[str, list[float]] = defaultdict(list)
    for passage, weight in zip(members, centrality(members, vectors), strict=True):
        for key, own in readings[passage.passage_id].keys.items():
            counts[key].append(own * weight)
    return {key: round(math.fsum(found), DIGITS) for key, found in counts.items()}


def centrality(members: Sequence[Passage], vectors: Vectors) -> list[float]:
    """How near each passage is to the middle of the group, from RIM to 1 (1 where there is no vector)."""
    known = [vectors[p.passage_id] for p in members if p.passage_id in vectors]
    if not known:
        return [1.0] * len(members)
    middle = np.mean(np.asarray(known, dtype=np.float64), axis=0)
    middle /= np.linalg.norm(middle) or 1.0
    return [
        max(RIM, round(float(vectors[p.passage_id] @ middle), 6)) if p.passage_id in vectors else 1.0 for p in members
    ]
