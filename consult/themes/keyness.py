"""How much each word says about each theme, against the other themes.

In: groups of passages with their words. Out: for each group the weight of each key, by class-based
TF-IDF (Grootendorst 2022, arXiv:2203.05794): often in the group, seldom elsewhere. Equal texts count
once, passages near the middle of their group count most, and what stands above a passage counts beside
its own words. Nothing depends on the order of groups, passages or members.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from itertools import pairwise
from operator import is_

import numpy as np
from numpy.typing import NDArray

from consult.read.gatherings import subject_of
from consult.read.vocabulary import pattern
from consult.records import LANGUAGES, Language, Passage
from consult.themes.asides import without_tally
from consult.themes.phrases import Phrase, persons, phrases_of, whole
from consult.themes.words import Word, is_common, words_of

MIN_SHARE_TO_LOAD = 0.05  # of the passages: below it a language's dictionary is not worth 0.4 s and 100 MB
OWN, HEADING, PARENT, QUESTION = 1.0, 0.5, 0.5, 0.3
KIND_WEIGHT = {"NOUN": 1.0, "PROPN": 0.8, "ADJ": 0.6, "VERB": 0.4}
FAINT = 0.05  # what a heading's word counts at most that nothing said in the theme bears out
ELSEWHERE = 0.4  # what it counts, in proportion, where only other themes bear it out,
PERSON = "PERSON"  # the class of a name that stands beside another name
SEVERAL = 2  # in so many passages
COMMON = 0.4  # what a word counts that is common in any text: *dag, ting, side*
COMPOUND = 0.8  # what a word counts in a compound
ONE_COMPOUND = 0.3  # and in the one it is said in most: *register* is not the subject where all say *lobbyregister*
SHORTEST_PART = 5  # letters
RIM = 0.6  # what a passage at the very rim of its theme still counts
DIGITS = 9  # sums are rounded, so that they are the same in any order

AFFIXES_KEPT = 2**15  # words

Vectors = Mapping[str, NDArray[np.float32]]
Known = Callable[[], frozenset[str]]
"""Gives what several passages of the corpus say; asked only where a heading's word is said nowhere below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A passage as titles see it.

    keys: of its own text, with what they count; above: of its headings, lead-in and question; nouns: of its
    own text; forms: (key, form, kind, language) of each word of its own and above it; find: gives the phrases, which
    are looked for when somebody asks: those of themes that keep their names nobody asks for.
    """

    source_id: str
    keys: Mapping[str, float]
    above: Mapping[str, float]
    nouns: frozenset[str]
    forms: tuple[tuple[str, str, str, Language], ...]
    find: Callable[[], tuple[Phrase, ...]] = field(compare=False, repr=False)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Noun phrases of its own text, and of what stands above it."""
        return self.find()


def read_words(passages: Sequence[Passage]) -> dict[str, Reading]:
    """The words and phrases of each passage, its headings, lead-in and question, by passage id."""
    passages = sorted({passage.passage_id: passage for passage in passages}.values(), key=lambda p: p.passage_id)
    common = Counter(passage.language for passage in passages)
    loaded = [name for name in LANGUAGES if common[name] >= MIN_SHARE_TO_LOAD * len(passages)]
    texts = sorted({(text, p.language) for p in passages for text, _ in _texts(p)})
    words = words_of([text for text, _ in texts], [language for _, language in texts], loaded)
    parsed = dict(zip(texts, words, strict=True))
    headings = [(text, p.language) for p in passages for text in p.context.headings]
    labels = _labels((parsed[one] for one in headings if one in parsed), _colours(text for text, _ in headings))
    found = {passage.passage_id: _read_again(passage, parsed, labels) for passage in passages}
    _LAST.clear()
    _LAST.update(found)
    return {passage_id: reading for passage_id, (_, _, reading) in found.items()}


Read = tuple[list[list[Word]], frozenset[str], "Reading"]
"""What a reading was made of, and the reading."""
_LAST: dict[str, Read] = {}
"""By passage what was read last: titles and conclusions of one run read the same words."""


def _read_again(passage: Passage, parsed: Mapping[tuple[str, Language], list[Word]], labels: frozenset[str]) -> Read:
    """The reading of a passage, made anew only where its words are others than last time."""
    words = [parsed[text, passage.language] for text, _ in _texts(passage)]
    known = _LAST.get(passage.passage_id)
    if known and labels == known[1] and len(known[0]) == len(words) and all(map(is_, known[0], words)):
        return known
    return words, labels, _reading(passage, parsed, labels)


def _labels(headings: Iterable[Sequence[Word]], colours: frozenset[str]) -> frozenset[str]:
    """Keys of words that tell notes apart, not subjects.

    What headings number (*Bord 3, Runde 1, Table 5*), what notes are written on (*post-its*), and their colours.
    """
    found: set[str] = set()
    for heading in headings:
        found |= {word.key for word, after in pairwise(heading) if after.text[:1].isdigit()}
        found |= {word.key for word in heading if pattern("medium").fullmatch(word.text)}
        found |= {word.key for word in heading[:1] if word.text.casefold() in colours}
    return frozenset(found - {""})


def _colours(headings: Iterable[str]) -> frozenset[str]:
    """Colours that headings begin with, where there are several: one alone may be a subject."""
    firsts = {
        first.casefold() for heading in headings if pattern("colour").fullmatch(first := heading.partition(" ")[0])
    }
    return frozenset(firsts) if len(firsts) >= SEVERAL else frozenset()


def _texts(passage: Passage) -> list[tuple[str, float]]:
    """What is read for a passage, and how much its words count."""
    context = passage.context
    above = [(heading, HEADING) for heading in context.headings if subject_of(heading)]
    parent = without_tally(context.parent)
    return [(without_tally(passage.text), OWN), *above, (parent, PARENT), (context.question, QUESTION)]


def _reading(passage: Passage, parsed: Mapping[tuple[str, Language], list[Word]], labels: frozenset[str]) -> Reading:
    keys: dict[str, float] = {}
    above: dict[str, float] = {}
    forms = []
    texts = [(text, weight, parsed[text, passage.language]) for text, weight in _texts(passage)]
    for _, weight, words in texts:
        people = persons(words)
        for at, word in enumerate(words):
            if word.key and word.key not in labels:
                counts = keys if weight == OWN else above
                worth = weight * KIND_WEIGHT[word.kind] * (COMMON if is_common(word.text, passage.language) else 1.0)
                counts[word.key] = max(counts.get(word.key, 0.0), worth)
                kind = PERSON if at in people else word.kind
                forms.append((word.key, word.text, kind, passage.language))
    own = texts[0][2]
    nouns = frozenset(word.key for word in own if word.key and word.kind in ("NOUN", "PROPN"))
    return Reading(
        source_id=passage.source_id,
        keys=keys,
        above=above,
        nouns=nouns - labels,
        forms=tuple(forms),
        find=cache(partial(_phrases, texts, passage.language, labels)),
    )


def _phrases(
    texts: Iterable[tuple[str, float, list[Word]]], language: Language, labels: frozenset[str]
) -> tuple[Phrase, ...]:
    """The phrases of a passage's texts, each once; those that stand above it as a whole too."""
    phrases: list[Phrase] = []
    for text, weight, words in texts:
        phrases += phrases_of(text, words, language)
        if weight < OWN:
            phrases += whole(text, words, language)
    return tuple(dict.fromkeys(phrase for phrase in phrases if labels.isdisjoint(phrase.keys)))


def keyness(
    groups: Sequence[Sequence[Passage]], readings: Mapping[str, Reading], vectors: Vectors
) -> list[dict[str, float]]:
    """For each group the weight of each of its keys: n × log(1 + A / f).

    n: passages of the group with the key, by centrality; f: the same in all groups; A: mean n of a group.
    """
    known = cache(lambda: _said_somewhere(readings))
    counts = [_counts(group, readings, vectors, known) for group in groups]
    everywhere: defaultdict[str, list[float]] = defaultdict(list)
    for group in counts:
        for key, count in group.items():
            everywhere[key].append(count)
    total = {key: round(math.fsum(found), DIGITS) for key, found in everywhere.items()}
    mean = math.fsum(total.values()) / max(1, len(groups))
    return [
        {key: count * math.log1p(mean / total[key]) for key, count in sorted(group.items()) if count}
        for group in counts
    ]


def _said_somewhere(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Keys that several passages say, and the beginnings and ends of those words."""
    said = Counter(key for reading in readings.values() for key in reading.keys)
    keys = {key for key, passages in said.items() if passages >= SEVERAL}
    return frozenset(keys.union(*(_affixes(key) for key in keys)))


def _counts(
    group: Sequence[Passage], readings: Mapping[str, Reading], vectors: Vectors, known: Known
) -> dict[str, float]:
    """Centrality-weighted number of passages with each key; equal texts once.

    A word counts in compounds too, at half (*register* in *lobbyregister*). What stands above a passage
    counts where the passages' own words bear it out: *Antikorrupsjon* over notes on corruption does, the
    heading *Notat fra oppsummeringen* over whatever was said does not.
    """
    once = {" ".join(passage.text.lower().split()): passage for passage in sorted(group, key=lambda p: p.passage_id)}
    members = sorted(once.values(), key=lambda p: p.passage_id)
    own: defaultdict[str, list[float]] = defaultdict(list)
    above: defaultdict[str, list[float]] = defaultdict(list)
    for passage, weight in zip(members, centrality(members, vectors), strict=True):
        for key, count in readings[passage.passage_id].keys.items():
            own[key].append(count * weight)
        for key, count in readings[passage.passage_id].above.items():
            above[key].append(count * weight)
    said = {key: math.fsum(counts) for key, counts in own.items()}
    compounds = _compounds(said, {*own, *above})
    return {
        key: round(_count(key, said, compounds, math.fsum(above.get(key, ())), known), DIGITS)
        for key in sorted({*own, *above})
    }


def _count(
    key: str, said: Mapping[str, float], compounds: Mapping[str, Sequence[str]], above: float, known: Known
) -> float:
    """What is said, in compounds too, and what stands above as far as what is said bears it out."""
    inside = _inside(sorted((said[other] for other in compounds.get(key, ())), reverse=True))
    if key not in said and not inside and (parts := _affixes(key)).isdisjoint(said):
        elsewhere = key in known() or not parts.isdisjoint(known())
        above = ELSEWHERE * above if elsewhere else min(above, FAINT)
    return said.get(key, 0.0) + inside + above


def _inside(counts: Sequence[float]) -> float:
    """What a word counts in compounds: in several, for it is what they share; less where it lives in one."""
    return COMPOUND * math.fsum(counts[1:]) + ONE_COMPOUND * math.fsum(counts[:1])


def _compounds(said: Iterable[str], wanted: Collection[str]) -> dict[str, list[str]]:
    """Those of `wanted` that words begin or end with → the words that are said and do."""
    compounds: defaultdict[str, list[str]] = defaultdict(list)
    for key in said:
        for part in _affixes(key):
            if part in wanted:
                compounds[part].append(key)
    return compounds


@lru_cache(maxsize=AFFIXES_KEPT)
def _affixes(key: str) -> frozenset[str]:
    """The proper beginnings and ends of a word that are long enough to be words."""
    lengths = range(SHORTEST_PART, len(key))
    return frozenset([part for length in lengths for part in (key[:length], key[-length:])])


def middle(group: Sequence[Passage], vectors: Vectors) -> NDArray[np.float64] | None:
    """The unit vector in the middle of a group, (d,), or None where no member has a vector."""
    known = [vectors[p.passage_id] for p in sorted(group, key=lambda p: p.passage_id) if p.passage_id in vectors]
    if not known:
        return None
    mean = np.mean(np.asarray(known, dtype=np.float64), axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) or 1.0))


def centrality(members: Sequence[Passage], vectors: Vectors) -> list[float]:
    """How near each passage is to the middle of the group, from RIM to 1 (1 where there is no vector)."""
    centre = middle(members, vectors)
    if centre is None:
        return [1.0] * len(members)
    return [
        max(RIM, round(float(vectors[p.passage_id] @ centre), 6)) if p.passage_id in vectors else 1.0 for p in members
    ]
