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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consult.records import Language, Passage
from consult.themes.asides import without_tally
from consult.themes.candidates import COMPARED, COMPARED_WORDS, Candidate, Nearness, by_meaning, ranked, ranked_words
from consult.themes.keyness import SEVERAL, Reading, Vectors, keyness, read_words
from consult.themes.keywords import listed_keywords
from consult.themes.kin import related
from consult.themes.phrases import MAX_WORDS, phrases_of
from consult.themes.wording import Wording, calm, capital, in_sentence, into_language, is_name
from consult.themes.words import is_known, words_of

AND = {"nn": "og", "nb": "og", "da": "og", "sv": "och", "en": "and"}
JOIN_FROM = 3  # passages in a theme for which two phrases may be joined
JOIN_WEIGHT = 0.9  # of the first phrase's weight, that the second must have
JOIN_COVERED = 0.6  # share of the passages that say a word of the first phrase, above which it stands alone
JOIN_MORE = 0.2  # share of the passages that the second must add


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a theme is called. language: of the title, as far as it is known; keys: of the words it uses."""

    title: str
    keywords: tuple[str, ...]
    language: str = ""
    keys: tuple[str, ...] = ()


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
    titles = [ranked(group, readings, found, words)[:COMPARED] for group, found in zip(groups, weights, strict=True)]
    keywords = [ranked_words(found, words)[:COMPARED_WORDS] for found in weights]
    if meaning is not None:
        titles, keywords = by_meaning(groups, titles, keywords, meaning)
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
        return Named(title=capital(own), keywords=listed_keywords(keywords, None, said), language=group[0].language)
    solid = [one for one in titles if not _thin(one, said)]
    for first in solid:
        for found in (*_joined(first, titles, said, words.names), first):
            if found.text.casefold() not in taken:
                listed = listed_keywords(keywords, found, said)
                return Named(title=capital(found.text), keywords=listed, language=found.language, keys=found.keys)
    listed = listed_keywords(keywords, None, said)
    wordless = words.nouns.isdisjoint(key for one in keywords for key in one.keys)  # *live* names nothing
    if (titles or wordless) and (opening := _own_words(group, words)).casefold() not in taken:
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


def names_a_thing(title: str, language: str) -> bool:
    """Whether a title is a noun phrase from end to end, so that a sentence may say that people raise it.

    >>> names_a_thing("Opningstida på biblioteket", "nn"), names_a_thing("Stopp hyttebygginga!", "nn")
    (True, False)
    """
    spoken: Language = language if language in AND else "en"  # type: ignore[assignment]
    text = " ".join(title.split())
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
        plain = " ".join(said[:MAX_WORDS])
        opening = (plain.rstrip(" ,.;:") or plain) + ("…" if len(said) > MAX_WORDS else "")
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
