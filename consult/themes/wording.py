"""How words and phrases are written in a title: the best form, the output language, capitals and names.

In: the words of all passages (`keyness.Reading`) and the output language. Out: for each key the form to
show, which keys are nouns, which name persons; and phrases in nynorsk or bokmål where every word has a
known counterpart. Nothing is translated otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from consult.read import vocabulary
from consult.records import Language
from consult.themes.keyness import PERSON, Reading
from consult.themes.words import counterpart, is_function_word, is_known

LANGUAGE_WEIGHT = {
    "nn": {"nn": 1.0, "nb": 0.85, "da": 0.7, "sv": 0.65, "en": 0.55},
    "nb": {"nb": 1.0, "nn": 0.85, "da": 0.75, "sv": 0.65, "en": 0.55},
    "en": {"en": 1.0, "nn": 0.6, "nb": 0.6, "da": 0.55, "sv": 0.55},
    "da": {"da": 1.0, "nb": 0.8, "nn": 0.7, "sv": 0.65, "en": 0.55},
    "sv": {"sv": 1.0, "nb": 0.7, "nn": 0.7, "da": 0.65, "en": 0.55},
}
"""How well a reader of the output language reads a phrase in another."""
ARTICLES = {"nn": {"en": "ein", "et": "eit"}, "nb": {"ein": "en", "eit": "et"}}
"""Articles that are words of both written standards, and other words there."""
LONGEST_ACRONYM = 5  # letters
ACRONYM_OR_NAME_OF_THING = 2  # capitals in a word: DFØ, eInnsyn, BankID are no persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How keys are written in the output language.

    forms: key → its best written form; spoken: key → the language of that form; private: keys of names of
    people; dates: of months and weekdays; names: words, in small letters, that are written as names.
    """

    language: str
    forms: Mapping[str, str]
    spoken: Mapping[str, Language]
    nouns: frozenset[str]
    private: frozenset[str]
    dates: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, readings: Mapping[str, Reading], language: str) -> Wording:
        """From the words of all passages."""
        uses: defaultdict[str, Counter[tuple[str, Language]]] = defaultdict(Counter)
        kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        sources: defaultdict[str, set[str]] = defaultdict(set)
        for (key, form, kind, spoken), often in _forms(readings).items():
            uses[key][form, spoken] += often
            kinds[key][kind] += often
        for reading in readings.values():
            for key in {form[0] for form in reading.forms}:
                sources[key].add(reading.source_id)
        common = {key: min(seen, key=lambda kind: (-seen[kind], kind)) for key, seen in kinds.items()}
        names = {key for key, kind in common.items() if kind == "PROPN" and len(sources[key]) < 2}
        people = frozenset(key for key, seen in kinds.items() if 2 * seen[PERSON] >= seen.total() > 0)
        written_as_names = names_in(readings)
        written = {key: _written(key, seen, language, written_as_names) for key, seen in uses.items()}
        calendar = vocabulary.words("month") | vocabulary.words("weekday")
        return cls(
            language=language,
            names=written_as_names,
            forms={key: form for key, (form, _) in written.items()},
            spoken={key: spoken for key, (_, spoken) in written.items()},
            nouns=frozenset(key for key, kind in common.items() if kind in ("NOUN", "PROPN")),
            private=people | {key for key in names if not _names_a_thing(form for form, _ in uses[key])},
            dates=frozenset(
                key for key, seen in uses.items() if key in calendar or any(f.lower() in calendar for f, _ in seen)
            ),
        )


def _names_a_thing(forms: Iterable[str]) -> bool:
    return any(
        sum(letter.isupper() for letter in form) >= ACRONYM_OR_NAME_OF_THING or form[:1].islower() for form in forms
    )


def known_as(spoken: str, language: str) -> float:
    """How well a reader of the output language reads a phrase in `spoken`, at most 1."""
    return LANGUAGE_WEIGHT.get(language, LANGUAGE_WEIGHT["en"])[spoken]


def _written(
    key: str, uses: Mapping[tuple[str, Language], int], language: str, names: frozenset[str]
) -> tuple[str, Language]:
    """The form that shows a key, and its language: a dictionary form in the output language if somebody used one."""
    (form, spoken), _ = min(
        uses.items(),
        key=lambda row: (-known_as(row[0][1], language), row[0][0].lower() != key, -row[1], len(row[0][0]), row[0]),
    )
    form = form if is_name(form) or form.lower() in names else form.lower()
    text = into_language(form, spoken, language)
    return text, language if text != form else spoken  # type: ignore[return-value]


def is_name(word: str) -> bool:
    """Written as names and acronyms are, DFØ or eInnsyn; a long word in capitals is only shouted."""
    return any(letter.isupper() for letter in word[1:]) and not (word.isupper() and len(word) > LONGEST_ACRONYM)


def calm(text: str) -> str:
    """Without shouting: *SIVILSAMFUNN OG FORVALTNING* in small letters."""
    shouted = [word for word in text.split() if word.isupper() and len(word) > LONGEST_ACRONYM]
    if shouted and text.isupper():
        return text.lower()
    return " ".join(word.lower() if word in shouted else word for word in text.split())


def into_language(text: str, spoken: str, language: str) -> str:
    """`text` in the output language where every word has a known counterpart; else as it stands.

    Danish words that bokmål has too go the same way: *gaver* is *gåver* in nynorsk.
    """
    if spoken == "da" and language in ("nn", "nb") and all(is_known(word.lower(), "nb") for word in text.split()):
        spoken = "nb"
    if {spoken, language} != {"nn", "nb"}:
        return text
    words = [(word, word if is_name(word) else _other_form(word.lower(), spoken, language)) for word in text.split()]
    if not all(other for _, other in words):
        return text
    return " ".join(other.capitalize() if word[:1].isupper() and not is_name(word) else other for word, other in words)


def _other_form(word: str, spoken: str, language: str) -> str:
    """The counterpart; of a small word only another small word."""
    other = ARTICLES[language].get(word) or counterpart(word, spoken, language)
    return other if is_function_word(word, spoken) <= is_function_word(other, language) else ""


def _forms(readings: Mapping[str, Reading]) -> Counter[tuple[str, str, str, Language]]:
    """How often each form of a word is used as what, in the order in which they come."""
    return Counter(chain.from_iterable(reading.forms for reading in readings.values()))


def names_in(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Words, in small letters, that are mostly names where they are used."""
    uses = Counter[str]()
    for (_, form, kind, _), often in _forms(readings).items():
        uses[form.lower()] += often if kind in ("PROPN", PERSON) and form[:1].isupper() else -often
    return frozenset(form for form, balance in uses.items() if balance > 0)


def in_sentence(title: str, names: frozenset[str]) -> str:
    """A title as it stands inside a sentence: small, unless its first word is a name."""
    return title if title and title.split(maxsplit=1)[0].lower() in names else small(title)


def small(text: str) -> str:
    """Lower-case the first letter, unless the first word is written as names and acronyms are."""
    return text if not text or is_name(text.split(maxsplit=1)[0]) else text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """Upper-case the first letter, unless that would change a name such as eInnsyn."""
    return text if is_name("".join(text.split(maxsplit=1)[:1])) else text[:1].upper() + text[1:]
