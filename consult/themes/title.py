"""A title and keywords for each theme, in words that people used.

In: the themes as groups of passages, all passages, their vectors, the output language. Out: for each
group one readable phrase of at most eight words, shared with no other theme, and five keywords.

The title is the noun phrase, heading or question whose words weigh most for the theme (`keyness`);
where one phrase covers little of a theme, two are joined (*lobbyregister og møtekalendrar*). A title is
never a lone function word, and names no private person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from consult.records import Passage
from consult.themes.keyness import Reading, Vectors, keyness, read_words
from consult.themes.phrases import MAX_WORDS, Phrase
from consult.themes.words import counterpart

KEYWORDS = 5
LEAST_WEIGHT = 0.1  # of the heaviest word's, that a keyword must exceed
LANGUAGE_WEIGHT = {
    "nn": {"nn": 1.0, "nb": 0.85, "da": 0.7, "sv": 0.65, "en": 0.55},
    "nb": {"nb": 1.0, "nn": 0.85, "da": 0.75, "sv": 0.65, "en": 0.55},
    "en": {"en": 1.0, "nn": 0.6, "nb": 0.6, "da": 0.55, "sv": 0.55},
}
"""How well a reader of the output language reads a phrase in another."""
AND = {"nn": "og", "nb": "og", "da": "og", "sv": "och", "en": "and"}
SHRINK = 0.8  # a phrase weighs the mean of its words × k / (k + 0.8): two good words beat one
JOIN_FROM = 3  # passages in a theme for which two phrases may be joined
JOIN_WEIGHT = 0.4  # of the first phrase's weight, that the second must have
LONGEST_ACRONYM = 5  # letters
ACRONYM_OR_NAME_OF_THING = 2  # capitals in a word: DFØ, eInnsyn, BankID are no persons


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
    language: str
    keys: tuple[str, ...]
    weight: float


def title_themes(
    groups: Sequence[Sequence[Passage]], passages: Sequence[Passage], vectors: Vectors, language: str
) -> tuple[Named, ...]:
    """A title and keywords for each group, in the order of `groups`.

    passages: all that the groups hold, and any others, for contrast. vectors: passage id → (d,) unit
    row; a passage without one counts as near the middle. language: of the output (nn, nb or en).
    """
    return name_groups(groups, read_words(passages), vectors, language)


def name_groups(
    groups: Sequence[Sequence[Passage]],
    readings: Mapping[str, Reading],
    vectors: Vectors,
    language: str,
    *,
    join: bool = True,
) -> tuple[Named, ...]:
    """As `title_themes`, on words that are read already: for a second language, or groups within groups.

    join: whether two phrases may be joined where one covers little.
    """
    weights = keyness(groups, readings, vectors)
    words = Wording.of(readings, language)
    taken: set[str] = set()
    named: dict[int, Named] = {}
    for at in sorted(range(len(groups)), key=lambda at: min((p.passage_id for p in groups[at]), default="")):
        ranked = _ranked(groups[at], readings, weights[at], words)
        named[at] = _named(ranked, groups[at], weights[at], words, taken, join=join)
        taken.add(named[at].title.casefold())
    return tuple(named[at] for at in range(len(groups)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How keys are written in the output language.

    forms: key → its best written form; private: keys of names of people; names: words, in small letters,
    that are written as names.
    """

    language: str
    forms: Mapping[str, str]
    nouns: frozenset[str]
    private: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, readings: Mapping[str, Reading], language: str) -> Wording:
        """From the words of all passages."""
        uses: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        sources: defaultdict[str, set[str]] = defaultdict(set)
        for reading in readings.values():
            for key, form, kind, spoken in reading.forms:
                uses[key][form, spoken] += 1
                kinds[key][kind] += 1
                sources[key].add(reading.source_id)
        common = {key: min(seen, key=lambda kind: (-seen[kind], kind)) for key, seen in kinds.items()}
        names = {key for key, kind in common.items() if kind == "PROPN" and len(sources[key]) < 2}
        written_as_names = names_in(readings)
        return cls(
            language=language,
            names=written_as_names,
            forms={key: _written(key, seen, language, written_as_names) for key, seen in uses.items()},
            nouns=frozenset(key for key, kind in common.items() if kind in ("NOUN", "PROPN")),
            private=frozenset(key for key in names if not _names_a_thing(form for form, _ in uses[key])),
        )

    def keywords(self, weights: Mapping[str, float], without: Iterable[str]) -> tuple[str, ...]:
        """The words that weigh most, nouns first, without those of the title and without repeats."""
        known, least = set(without), LEAST_WEIGHT * max(weights.values(), default=0.0)
        ranked = sorted(
            (key for key in weights if key not in known and key not in self.private and weights[key] > least),
            key=lambda key: (-weights[key] * (1.0 if key in self.nouns else 0.6), key),
        )
        return tuple(dict.fromkeys(self.forms[key] for key in ranked))[:KEYWORDS]


def _names_a_thing(forms: Iterable[str]) -> bool:
    return any(
        sum(letter.isupper() for letter in form) >= ACRONYM_OR_NAME_OF_THING or form[:1].islower() for form in forms
    )


def _written(key: str, uses: Mapping[tuple[str, str], int], language: str, names: frozenset[str]) -> str:
    """The form in which a key is shown: a dictionary form in the output language if somebody used one."""
    known = LANGUAGE_WEIGHT.get(language, LANGUAGE_WEIGHT["en"])
    (form, spoken), _ = min(
        uses.items(), key=lambda row: (-known[row[0][1]], row[0][0].lower() != key, -row[1], len(row[0][0]), row[0])
    )
    return _in_language(form if _is_name(form) or form.lower() in names else form.lower(), spoken, language)


def _is_name(word: str) -> bool:
    """Written as names and acronyms are, DFØ or eInnsyn; a long word in capitals is only shouted."""
    return any(letter.isupper() for letter in word[1:]) and not (word.isupper() and len(word) > LONGEST_ACRONYM)


def _calm(text: str) -> str:
    """Without shouting: *SIVILSAMFUNN OG FORVALTNING* in small letters."""
    shouted = [word for word in text.split() if word.isupper() and len(word) > LONGEST_ACRONYM]
    return (
        text.lower() if shouted and text.isupper() else " ".join(w.lower() if w in shouted else w for w in text.split())
    )


def _in_language(text: str, spoken: str, language: str) -> str:
    """`text` in the output language where every word has a known counterpart; else as it stands."""
    if {spoken, language} != {"nn", "nb"}:
        return text
    words = [(word, word if _is_name(word) else counterpart(word.lower(), spoken, language)) for word in text.split()]
    if not all(other for _, other in words):
        return text
    return " ".join(other.capitalize() if word[:1].isupper() and not _is_name(word) else other for word, other in words)


def _ranked(
    group: Sequence[Passage], readings: Mapping[str, Reading], weights: Mapping[str, float], words: Wording
) -> list[Candidate]:
    """Every phrase that could be the title, the heaviest first."""
    best: dict[str, Candidate] = {}
    for passage in group:
        for phrase in readings[passage.passage_id].phrases:
            if words.private.isdisjoint(phrase.keys) and not words.nouns.isdisjoint(phrase.keys):
                found = _candidate(phrase, weights, words.language)
                kept = best.setdefault(found.text.casefold(), found)
                if (-found.weight, found.text) < (-kept.weight, kept.text):
                    best[found.text.casefold()] = found
    return sorted(best.values(), key=lambda found: (-found.weight, found.text))


def _candidate(phrase: Phrase, weights: Mapping[str, float], language: str) -> Candidate:
    """The phrase with the mean weight of its words, shrunk for short ones, less in a foreign language."""
    count = len(phrase.keys)
    mean = sum(weights.get(key, 0.0) for key in phrase.keys) / count
    text = _in_language(_calm(phrase.text), phrase.language, language)
    spoken = language if text != _calm(phrase.text) else phrase.language
    known = LANGUAGE_WEIGHT.get(language, LANGUAGE_WEIGHT["en"])[spoken]
    return Candidate(
        text=text, language=spoken, keys=phrase.keys, weight=round(mean * count / (count + SHRINK) * known, 9)
    )


def _named(
    ranked: Sequence[Candidate],
    group: Sequence[Passage],
    weights: Mapping[str, float],
    words: Wording,
    taken: set[str],
    *,
    join: bool,
) -> Named:
    """The first title that no other group has, with the keywords that it does not say itself."""
    for first in ranked:
        for found in (*(_joined(first, ranked, len(group), words.names) if join else ()), first):
            if found.text.casefold() not in taken:
                keywords = words.keywords(weights, found.keys)
                return Named(title=_capital(found.text), keywords=keywords, language=found.language, keys=found.keys)
    keywords = words.keywords(weights, ())
    listed = (", ".join(keywords[:length]) for length in range(1, len(keywords) + 1))
    free = (title for title in listed if title.casefold() not in taken)
    return Named(title=_capital(next(free, "") or _own_words(group, taken)), keywords=keywords)


def _joined(first: Candidate, ranked: Sequence[Candidate], members: int, names: frozenset[str]) -> Iterable[Candidate]:
    """The first phrase with the best other one in the same language that shares no word with it."""
    joint = f" {AND[first.language]} "
    if members < JOIN_FROM or joint in first.text:
        return
    for second in ranked:
        if second.weight < JOIN_WEIGHT * first.weight:
            return
        title = f"{first.text}{joint}{in_sentence(second.text, names)}"
        apart = not any(_related(a, b) for a in first.keys for b in second.keys) and joint not in second.text
        if apart and second.language == first.language and len(title.split()) <= MAX_WORDS:
            keys = first.keys + second.keys
            yield Candidate(text=title, language=first.language, keys=keys, weight=first.weight)
            return


def _related(one: str, other: str) -> bool:
    """Whether two keys are one word, or one begins or ends with the other: *register, lobbyregister*."""
    return one.startswith(other) or one.endswith(other) or other.startswith(one) or other.endswith(one)


def _own_words(group: Sequence[Passage], taken: set[str]) -> str:
    """Where no word carries a subject (*Ja!*): how the first passage begins, numbered if it must be."""
    words = min(group, key=lambda passage: passage.passage_id).text.split()[:MAX_WORDS] if group else []
    title, number = " ".join(words) or "–", 1
    while (free := f"{title} ({number})" if number > 1 else title).casefold() in taken:
        number += 1
    return free


def names_in(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Words, in small letters, that are mostly names where they are used."""
    uses = Counter[str]()
    for reading in readings.values():
        for _, form, kind, _ in reading.forms:
            uses[form.lower()] += 1 if kind == "PROPN" and form[:1].isupper() else -1
    return frozenset(form for form, balance in uses.items() if balance > 0)


def in_sentence(title: str, names: frozenset[str]) -> str:
    """A title as it stands inside a sentence: small, unless its first word is a name."""
    return title if title and title.split(maxsplit=1)[0].lower() in names else _small(title)


def _small(text: str) -> str:
    """Lower-case the first letter, unless the first word is written as names and acronyms are."""
    return text if not text or _is_name(text.split(maxsplit=1)[0]) else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    """Upper-case the first letter, unless that would change a name such as eInnsyn."""
    return text if _is_name(text.split(maxsplit=1)[0]) else text[:1].upper() + text[1:]
