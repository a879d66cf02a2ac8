"""A title and keywords for each theme, in words that people used.

In: the themes as groups of passages, all passages, their vectors, the output language, and what measures
meaning if there is such. Out: for each group one readable phrase of at most eight words, shared with no
other theme, and five keywords.

The title is the noun phrase, heading or question whose words weigh most for the theme (`keyness`) and
that lies nearest to what the theme is about (`nearness`); two phrases are joined (*lobbyregister og
møtekalendrar*) only where both are strong and speak for different passages. A theme of one short text is
called by that text. What was asked is no title where something was answered; a title is never a lone function
word, and names no private person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from consult.records import Language, Passage
from consult.themes.asides import LEFTOVER, NO_TITLE, without_tally
from consult.themes.keyness import SEVERAL, Reading, Vectors, keyness, read_words
from consult.themes.kin import Kin, Said, related
from consult.themes.phrases import MAX_WORDS, Phrase, phrases_of
from consult.themes.wording import Wording, calm, capital, in_sentence, into_language, is_name, known_as
from consult.themes.words import is_known, words_of

KEYWORDS = 5
LEAST_WEIGHT = 0.1  # of the heaviest word's, that a keyword must exceed
NOT_A_NOUN = 0.4  # what an adjective or verb counts as a keyword
AND = {"nn": "og", "nb": "og", "da": "og", "sv": "och", "en": "and"}
SHRINK = 0.8  # a phrase weighs the mean of its words × k / (k + 0.8): two good words beat one
COMPARED = 6  # phrases of a theme whose meaning is compared with it: a few milliseconds each
COMPARED_WORDS = 12  # and words
FAR = 0.2  # what a phrase counts that is not near the theme at all; one at cosine c counts c more
JOIN_FROM = 3  # passages in a theme for which two phrases may be joined
JOIN_WEIGHT = 0.9  # of the first phrase's weight, that the second must have
JOIN_COVERED = 0.6  # share of the passages that say a word of the first phrase, above which it stands alone
JOIN_MORE = 0.2  # share of the passages that the second must add
SPOKEN_FOR = 0.7  # what a keyword counts whose passages all say the title or an earlier one
ASKED = 0.3  # what a phrase counts that only the question says: it names what was asked, not what was answered
NORWEGIAN = {"nn", "nb"}
FEW_SPEAK = 0.5  # what a phrase counts in a language that hardly a text of the theme is in; in that of all of them, 1
CUT = 0.9  # what a phrase counts that is cut out of a longer one where its words may hang together otherwise
SAID_ONCE = 0.6  # what a lone word counts that one text of several says: *latter* of *Ingen svarte, latter*
INFLECTION = 3  # letters by which two forms of one word may differ at the end


class Nearness(Protocol):
    """What measures how near phrases lie to themes: `consult.themes.nearness.Meaning`, or a test's own."""

    def near(
        self, groups: Sequence[Sequence[Passage]], phrases: Sequence[Sequence[tuple[str, Language]]]
    ) -> list[dict[str, float]]:
        """For each group the cosine of each of its phrases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a theme is called. language: of the title, as far as it is known; keys: of the words it uses."""

    title: str
    keywords: tuple[str, ...]
    language: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase in the output language where it can be had, with its weight."""

    text: str
    language: Language
    keys: tuple[str, ...]
    weight: float


def title_themes(
    groups: Sequence[Sequence[Passage]],
    passages: Sequence[Passage],
    vectors: Vectors,
    language: str,
    meaning: Nearness | None = None,
    taken: Iterable[str] = (),
    readings: Mapping[str, Reading] | None = None,
    only: Sequence[int] | None = None,
) -> tuple[Named, ...]:
    """A title and keywords for each group, in the order of `groups`.

    passages: all that the groups hold, and any others, for contrast. vectors: passage id → (d,) unit
    row; a passage without one counts as near the middle. language: of the output. meaning: without it,
    words alone decide. taken: titles that others bear already. readings: of `passages`, where they are known.
    only: places in `groups` of those that are to be named; the others are there for contrast.
    """
    readings = read_words(passages) if readings is None else readings
    weights = keyness(groups, readings, vectors)
    if only is not None:
        groups, weights = [groups[at] for at in only], [weights[at] for at in only]
    words = Wording.of(readings, language)
    titles = [_ranked(group, readings, found, words)[:COMPARED] for group, found in zip(groups, weights, strict=True)]
    keywords = [_ranked_words(found, words)[:COMPARED_WORDS] for found in weights]
    if meaning is not None:
        titles, keywords = _by_meaning(groups, titles, keywords, meaning)
    return _distinct(groups, titles, keywords, readings, words, {title.casefold() for title in taken})


def _distinct(
    groups: Sequence[Sequence[Passage]],
    titles: Sequence[Sequence[Candidate]],
    keywords: Sequence[Sequence[Candidate]],
    readings: Mapping[str, Reading],
    words: Wording,
    taken: set[str],
) -> tuple[Named, ...]:
    """Names that no two groups share, given out in an order that does not depend on that of the groups."""
    named: dict[int, Named] = {}
    for at in sorted(range(len(groups)), key=lambda at: min((p.passage_id for p in groups[at]), default="")):
        said = [frozenset({*readings[p.passage_id].keys, *readings[p.passage_id].above}) for p in groups[at]]
        named[at] = _named(titles[at], keywords[at], groups[at], said, words, taken)
        taken.add(named[at].title.casefold())
    return tuple(named[at] for at in range(len(groups)))


# -- candidates -----------------------------------------------------------------------------------------


def _ranked(
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
                best[frozenset(found.keys)] = min(found, kept, key=_order)
    return sorted(best.values(), key=_order)


def _spoken(group: Sequence[Passage], output: str) -> dict[Language, float]:
    """What a phrase in each language counts: more, the more of a theme's texts are in it; equal texts once.

    Of a theme that is written in Danish but for two texts, a phrase in English tells those two, however well its
    readers read English. The two Norwegian standards, of which one is written as the other, count as one.
    """
    texts = {(" ".join(passage.text.lower().split()), passage.language) for passage in group}
    shown: dict[Language, str] = {spoken: output if {spoken, output} == NORWEGIAN else spoken for _, spoken in texts}
    often = Counter(shown[spoken] for _, spoken in texts)
    return {spoken: FEW_SPEAK + (1.0 - FEW_SPEAK) * often[shown[spoken]] / len(texts) for spoken in shown}


def _order(found: Candidate) -> tuple[float, int, str]:
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


def _ranked_words(weights: Mapping[str, float], words: Wording) -> list[Candidate]:
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
    return sorted(found, key=_order)


def _by_meaning(
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
        sorted((replace(one, weight=one.weight * (FAR + max(0.0, cosine[one.text]))) for one in ours), key=_order)
        for ours, cosine in zip(found, near, strict=True)
    ]


# -- names ----------------------------------------------------------------------------------------------


def _named(
    titles: Sequence[Candidate],
    keywords: Sequence[Candidate],
    group: Sequence[Passage],
    said: Sequence[frozenset[str]],
    words: Wording,
    taken: set[str],
) -> Named:
    """The first title that no other group has, with the keywords that it does not say itself."""
    own = _short_text(group, words)
    if own and own.casefold() not in taken:
        return Named(title=capital(own), keywords=_listed(keywords, None, said), language=group[0].language)
    solid = [one for one in titles if not _thin(one, said)]
    for first in solid:
        for found in (*_joined(first, titles, said, words.names), first):
            if found.text.casefold() not in taken:
                listed = _listed(keywords, found, said)
                return Named(title=capital(found.text), keywords=listed, language=found.language, keys=found.keys)
    listed = _listed(keywords, None, said)
    if titles and (opening := _own_words(group, words)).casefold() not in taken:
        return Named(title=capital(opening), keywords=listed)
    joint = (", ".join(listed[:length]) for length in range(1, len(listed) + 1))
    free = next((title for title in joint if title.casefold() not in taken), "")
    return Named(title=capital(free or _numbered(_own_words(group, words), taken)), keywords=listed)


def _joined(
    first: Candidate, titles: Sequence[Candidate], said: Sequence[frozenset[str]], names: frozenset[str]
) -> Iterator[Candidate]:
    """The first phrase with another one as strong, in the same language, that speaks for other passages."""
    joint = f" {AND[first.language]} "
    covered = [not keys.isdisjoint(first.keys) for keys in said]
    if len(said) < JOIN_FROM or joint in first.text or sum(covered) > JOIN_COVERED * len(said):
        return
    for second in titles:
        text = f"{first.text}{joint}{in_sentence(second.text, names)}"
        more = sum(not keys.isdisjoint(second.keys) for keys, known in zip(said, covered, strict=True) if not known)
        apart = not any(related(a, b) for a in first.keys for b in second.keys) and joint not in second.text
        strong = second.weight >= JOIN_WEIGHT * first.weight and more >= max(2, JOIN_MORE * len(said))
        if apart and strong and second.language == first.language and len(text.split()) <= MAX_WORDS:
            yield Candidate(text=text, language=first.language, keys=first.keys + second.keys, weight=first.weight)
            return


def _listed(keywords: Sequence[Candidate], title: Candidate | None, said: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """Five words, without those of the title and without two forms of one; each for passages not yet spoken for.

    said: the keys of each passage, and of what stands above it.
    """
    silent = [keys for keys in said if title is None or keys.isdisjoint(title.keys)]
    shown = title.text.lower().split() if title else []
    left = [one for one in keywords if title is None or set(one.keys).isdisjoint(title.keys)]
    shared = _shared(left, said)
    listed: list[str] = []
    while len(listed) < KEYWORDS and left:
        best = min(left, key=lambda one: (-one.weight * (shared[one.keys] * _new(one, silent, said)), one.text))
        left.remove(best)
        if not _repeats(best.text, (*shown, *listed)):
            listed.append(best.text)
            silent = [keys for keys in silent if keys.isdisjoint(best.keys)]
    return tuple(listed)


def _shared(words: Sequence[Candidate], said: Sequence[frozenset[str]]) -> dict[tuple[str, ...], float]:
    """By a word's keys what it counts: less where one text of several says it, in a compound or as one.

    Such a word tells that text, not what the theme is about.
    """
    if len(said) < SEVERAL:
        return dict.fromkeys((word.keys for word in words), 1.0)
    kin = Kin(said)
    return {word.keys: 1.0 if kin.several(word.keys) else SAID_ONCE for word in words}


def _new(word: Candidate, silent: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> float:
    """What a keyword counts: more, the more of the passages that say it nothing listed speaks for yet."""
    saying = sum(not keys.isdisjoint(word.keys) for keys in said)
    fresh = sum(not keys.isdisjoint(word.keys) for keys in silent)
    return SPOKEN_FOR + (1.0 - SPOKEN_FOR) * (fresh / saying if saying else 0.0)


def _repeats(word: str, listed: Iterable[str]) -> bool:
    """Whether a word is one of those listed but for its ending, such as the plural of it."""
    return any(_stem_of(*sorted((word.lower(), other.lower()), key=len)) for other in listed)


def _stem_of(short: str, long: str) -> bool:
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return same >= max(INFLECTION, len(short) - INFLECTION + 1, len(long) - INFLECTION)


def names_a_thing(title: str, language: str) -> bool:
    """Whether a title is a noun phrase from end to end, so that a sentence may say that people raise it.

    >>> names_a_thing("Opningstida på biblioteket", "nn"), names_a_thing("Stopp hyttebygginga!", "nn")
    (True, False)
    """
    spoken: Language = language if language in AND else "en"  # type: ignore[assignment]
    text = _plain(title)
    small = text[:1].lower() + text[1:]
    return any(
        phrase.text == one for one in (text, small) for phrase in phrases_of(one, words_of([one], [spoken])[0], spoken)
    )


def _short_text(group: Sequence[Passage], words: Wording) -> str:
    """The words of a theme that is one short text, without its closing mark; empty where it may name a person."""
    texts = {" ".join(passage.text.lower().split()): passage for passage in sorted(group, key=lambda p: p.passage_id)}
    passage = next(iter(texts.values()), None)
    if passage is None or len(texts) > 1 or len(without_tally(passage.text).split()) > MAX_WORDS:
        return ""
    text = calm(without_tally(passage.text)).strip(" \t\n«»“”\"'.!:;,–—-*•·#")
    read = words_of([text], [passage.language])[0]
    known = all(is_known(word.text.lower(), passage.language) for word in read if word.key in words.private)
    return into_language(text, passage.language, words.language) if known else ""


def _own_words(group: Sequence[Passage], words: Wording) -> str:
    """Where no word carries a subject (*Ja!*): how the first passage begins that names nobody there."""
    openings = []
    for passage in sorted(group, key=lambda passage: passage.passage_id):
        said = without_tally(passage.text).split()
        opening = " ".join(said[:MAX_WORDS]).rstrip(",.;:") + ("…" if len(said) > MAX_WORDS else "")
        read = words_of([opening], [passage.language])[0]
        openings.append((any(word.key in words.private for word in read), opening))
    return min(openings, key=lambda one: one[0])[1] if openings else "–"


def _numbered(text: str, taken: set[str]) -> str:
    """A title that is free, numbered if it must be."""
    title, number = text or "–", 1
    while (free := f"{title} ({number})" if number > 1 else title).casefold() in taken:
        number += 1
    return free


def _thin(found: Candidate, said: Sequence[frozenset[str]]) -> bool:
    """A lone English word of one text: there a word's class is a guess (*treat him worse*), and a compound is two."""
    lone = found.language == "en" and len(found.text.split()) == 1 and not is_name(found.text)
    return lone and sum(not keys.isdisjoint(found.keys) for keys in said) < SEVERAL
