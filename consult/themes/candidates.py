"""What a theme could be called: phrases and words that people used, those first that tell most about it.

In: a theme's passages as they were read, the weights of its words, and what measures meaning if there is such. Out:
candidates for its title and for its keywords, the heaviest first. A candidate counts less where the question says it
and nobody who answered, where one text of several does, or where it is in a language that hardly a text of the theme
is in; it names no private person and no day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from consult.records import Language, Passage
from consult.themes.asides import LEFTOVER, NO_TITLE
from consult.themes.keyness import Reading
from consult.themes.kin import Said
from consult.themes.phrases import Phrase
from consult.themes.wording import Wording, calm, into_language, known_as

LEAST_WEIGHT = 0.1  # of the heaviest word's, that a keyword must exceed
NOT_A_NOUN = 0.4  # what an adjective or verb counts as a keyword
SHRINK = 0.8  # a phrase weighs the mean of its words × k / (k + 0.8): two good words beat one
COMPARED = 6  # phrases of a theme whose meaning is compared with it: a few milliseconds each
COMPARED_WORDS = 12  # and words
FAR = 0.2  # what a phrase counts that is not near the theme at all; one at cosine c counts c more
ASKED = 0.3  # what a phrase counts that only the question says: it names what was asked, not what was answered
NORWEGIAN = {"nn", "nb"}
FEW_SPEAK = 0.5  # what a phrase counts in a language that hardly a text of the theme is in; in that of all of them, 1
CUT = 0.9  # what a phrase counts that is cut out of a longer one where its words may hang together otherwise
SAID_ONCE = 0.6  # what a lone word counts that one text of several says: *latter* of *Ingen svarte, latter*


class Nearness(Protocol):
    """What measures how near phrases lie to themes: `consult.themes.nearness.Meaning`, or a test's own."""

    def near(
        self, groups: Sequence[Sequence[Passage]], phrases: Sequence[Sequence[tuple[str, Language]]]
    ) -> list[dict[str, float]]:
        """For each group the cosine of each of its phrases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase in the output language where it can be had, with its weight."""

    text: str
    language: Language
    keys: tuple[str, ...]
    weight: float


def ranked(
    group: Sequence[Passage], readings: Mapping[str, Reading], weights: Mapping[str, float], words: Wording
) -> list[Candidate]:
    """Phrases that could be the title, the heaviest first; of those that say the same words, one."""
    best: dict[frozenset[str], Candidate] = {}
    barred = words.private | words.dates
    said = Said({" ".join(passage.text.lower().split()): readings[passage.passage_id] for passage in group}.values())
    spoken = _spoken(group, words.language)
    for passage in group:
        for phrase in readings[passage.passage_id].phrases:
            usable = barred.isdisjoint(phrase.keys) and not words.nouns.isdisjoint(phrase.keys)
            if usable and phrase.text.lower() not in NO_TITLE:
                found = _candidate(phrase, weights, words.language)
                borne = _borne(phrase, passage, said) * spoken[phrase.language] * (CUT if phrase.cut else 1.0)
                found = replace(found, weight=round(found.weight * borne, 9))
                kept = best.setdefault(frozenset(found.keys), found)
                best[frozenset(found.keys)] = min(found, kept, key=by_weight)
    return sorted(best.values(), key=by_weight)


def _spoken(group: Sequence[Passage], output: str) -> dict[Language, float]:
    """What a phrase in each language counts: more, the more of a theme's texts are in it; equal texts once.

    Of a theme that is written in Danish but for two texts, a phrase in English tells those two, however well its
    readers read English. The two Norwegian standards, of which one is written as the other, count as one.
    """
    texts = {(" ".join(passage.text.lower().split()), passage.language) for passage in group}
    shown: dict[Language, str] = {spoken: output if {spoken, output} == NORWEGIAN else spoken for _, spoken in texts}
    often = Counter(shown[spoken] for _, spoken in texts)
    return {spoken: FEW_SPEAK + (1.0 - FEW_SPEAK) * often[shown[spoken]] / len(texts) for spoken in shown}


def by_weight(found: Candidate) -> tuple[float, int, str]:
    """Sort key: the heaviest first, of equal ones the shorter, then by their letters."""
    return -found.weight, len(found.text), found.text


def _candidate(phrase: Phrase, weights: Mapping[str, float], language: str) -> Candidate:
    """The phrase with the mean weight of its words, shrunk for short ones, less in a foreign language."""
    count = len(phrase.keys)
    mean = sum(weights.get(key, 0.0) for key in phrase.keys) / count
    plain = calm(phrase.text)
    text = into_language(plain, phrase.language, language)
    spoken: Language = language if text != plain else phrase.language  # type: ignore[assignment]
    weight = mean * count / (count + SHRINK) * known_as(spoken, language)
    return Candidate(text=text, language=spoken, keys=phrase.keys, weight=round(weight, 9))


def _borne(phrase: Phrase, passage: Passage, said: Said) -> float:
    """What a phrase counts by who says it: less where only the question does, or one text of several in one word."""
    if _asked(phrase.text, passage) and not said.answered(phrase.keys):
        return ASKED
    return SAID_ONCE if len(phrase.keys) == 1 and said.once(phrase.keys[0]) else 1.0


def _asked(text: str, passage: Passage) -> bool:
    """Whether words stand in a passage's question, and neither in it nor elsewhere above it."""
    context = passage.context
    elsewhere = (passage.text, context.parent, *context.headings)
    return text in _plain(context.question) and not any(text in _plain(other) for other in elsewhere)


def _plain(text: str) -> str:
    return " ".join(text.split())


def ranked_words(weights: Mapping[str, float], words: Wording) -> list[Candidate]:
    """Words that could be keywords, the heaviest first; nouns before others, no names of persons, no days."""
    least = LEAST_WEIGHT * max(weights.values(), default=0.0)
    found = [
        Candidate(
            text=words.forms[key],
            language=words.spoken[key],
            keys=(key,),
            weight=round(weight * (1.0 if key in words.nouns else NOT_A_NOUN), 9),
        )
        for key, weight in weights.items()
        if weight > least and key not in words.private and key not in words.dates and words.forms[key] not in LEFTOVER
    ]
    return sorted(found, key=by_weight)


def by_meaning(
    groups: Sequence[Sequence[Passage]],
    titles: Sequence[Sequence[Candidate]],
    keywords: Sequence[Sequence[Candidate]],
    meaning: Nearness,
) -> tuple[list[list[Candidate]], list[list[Candidate]]]:
    """The same candidates, those nearest to what their theme is about first."""
    rows = [
        [(one.text, one.language) for one in (*ours, *others)] for ours, others in zip(titles, keywords, strict=True)
    ]
    near = meaning.near(groups, rows)
    return _weighed(titles, near), _weighed(keywords, near)


def _weighed(found: Sequence[Sequence[Candidate]], near: Sequence[Mapping[str, float]]) -> list[list[Candidate]]:
    return [
        sorted((replace(one, weight=one.weight * (FAR + max(0.0, cosine[one.text]))) for one in ours), key=by_weight)
        for ours, cosine in zip(found, near, strict=True)
    ]
