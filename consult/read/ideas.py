"""A paragraph → the ideas in it: stretches of whole sentences, mostly one to three.

In: a part of a source that is input. Out: half-open spans in the source's text.
Guaranteed: no sentence is cut; together the spans hold every word of the part.

A bullet is one idea as its writer set it. A paragraph is divided where a new demand with a subject of its own begins,
where its writer counts (*for det andre*), adds a wish (*we also ask*) or tells what another at the table held;
a long one also where a sentence is not tied to the one before (no pronoun, no connective, not the same person's story).
"""

from __future__ import annotations

import re

from consult.read.sentences import sentence_spans
from consult.read.sheet import Part
from consult.read.signs import starts_with
from consult.read.units import Unit, word_count
from consult.read.vocabulary import pattern
from consult.records import Language

WHOLE_ITEM = 80  # words of a bullet or a cell that is one idea however many sentences it has
SHORT_SENTENCES = 3  # of a paragraph that is one idea unless a new demand begins in it
SHORT_WORDS = 80
ENOUGH = 2  # sentences of an idea after which a sentence that is tied to nothing begins the next
LONGEST_IDEA = 120  # words after which even a tied sentence begins a new one: no vector holds more
SUBJECT_WORDS = 5  # within which a demand's verb stands behind its subject
VOICE_WORDS = 7  # within which notes say that someone said something
COUNTED = re.compile(r"\(?(?:\d{1,2}|[a-h])\)\s")  # *1)* and *b)* within a paragraph
DEFINITE = re.compile(
    r"\W*(?:the|its|their|his|her|our|my)\b|\W*[^\W\d_]{3,}(?:en|et|ane|ene|erne|arna|orna|erna|na|a)\b", re.IGNORECASE
)


def ideas_of(text: str, part: Part, unit: Unit, language: Language) -> list[tuple[int, int]]:
    """Spans of the ideas in a part."""
    spans = [(part.start + a, part.start + b) for a, b in sentence_spans(text[part.start : part.end], language)]
    words = [word_count(text[a:b]) for a, b in spans]
    if len(spans) < 2 or (unit.kind in ("item", "cell") and sum(words) <= WHOLE_ITEM):
        return [(spans[0][0], spans[-1][1])] if spans else []
    sentences = [" ".join(text[a:b].split()) for a, b in spans]
    long = len(spans) > SHORT_SENTENCES or sum(words) > SHORT_WORDS
    story = _story(sentences)
    ideas, first = [], 0
    for at in range(1, len(spans)):
        too_long = sum(words[first : at + 1]) > LONGEST_IDEA
        anew = at not in story and _new_idea(sentences[at], at - first, long)
        if too_long or anew or counts(sentences[at]) or tells_of_another(sentences[at]):
            ideas.append((spans[first][0], spans[at - 1][1]))
            first = at
    return [*ideas, (spans[first][0], spans[-1][1])]


def _new_idea(sentence: str, before: int, long: bool) -> bool:
    """Whether a sentence begins an idea, `before` sentences standing in the one going on."""
    if starts_with("tie", sentence):
        return False
    return demands_anew(sentence) or (long and before >= ENOUGH)


def _story(sentences: list[str]) -> range:
    """Numbers of the sentences that go on with what befell one person: up to the last *he* or *she*.

    The one before the first pronoun belongs too: it leads from the person's introduction to it.
    """
    told = [at for at, sentence in enumerate(sentences) if pattern("person").search(sentence)]
    return range(told[0] - 1, told[-1] + 1) if told else range(0)


def counts(sentence: str) -> bool:
    """Whether a sentence is the next of those its writer counts, or a wish put to the one before."""
    return bool(COUNTED.match(sentence) or starts_with("enumerator", sentence) or starts_with("added_wish", sentence))


def tells_of_another(sentence: str) -> bool:
    """Whether a sentence tells what another at the table held: *Ein annan sa imot*, *Others disagreed*."""
    who = starts_with("voices", sentence)
    if who is None:
        return False
    behind = sentence[who.end() :].split()
    return bool(pattern("reported").search(" ".join(behind[:VOICE_WORDS])))


def demands_anew(sentence: str) -> bool:
    """Whether a sentence demands something of a subject of its own: not *rapporten*, not *nokre*, but *DFØ bør …*."""
    head = " ".join(sentence.split()[:SUBJECT_WORDS])
    verb = pattern("demand").search(head)
    if verb is None or verb.start() == 0:
        return False
    return not (starts_with("quantifier", sentence) or DEFINITE.match(sentence))
