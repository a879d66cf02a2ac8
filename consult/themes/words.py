"""Words as themes compare them: one key for all forms of a word, and which words carry a subject.

In: a text and its language. Out: its words in order, each with its class and a key under which the forms
of one lemma meet, nynorsk and bokmål together (*åpenhet*, *openheita* → `openheit`). Lemmas are those of
`simplemma`; bokmål finds its nynorsk counterpart in `models/words/nb_nn.json`, made from parallel
sentences; function words are those of `models/words/words.json`, made from treebanks.

>>> key_of("åpenhet", "nb") == key_of("openheit", "nn")
True
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from unicodedata import normalize

from consult.read.vocabulary import words
from consult.records import Language
from consult.shipped import shipped
from consult.themes.wordclass import KEPT, word_classes
from consult.weights.dictionaries import known_forms, lemmatizer

TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\w+(?:\.\w{2,})+(?:/\S*)?"  # addresses: one token, no word of the subject
    r"|[^\W\d_]++(?:[-’'][^\W\d_]++)*+(?!_)|[\w]+|[^\w\s]"  # *o_KV2* of a map is one token too
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\Z|\w*[^\W\d_]\w*\Z")
HALF = re.compile(r"-(?!\w)")  # behind a word whose other half stands elsewhere: *arkiv- og innsynslov*
NO_VOWEL = re.compile(
    r"[^aeiouyæøåäöAEIOUYÆØÅÄÖ]*[a-zß-ÿ][^aeiouyæøåäöAEIOUYÆØÅÄÖ]*"
)  # *nr, kl, tlf*; DFØ and SMS are names
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
LONGEST_ENDING = 6  # as models/words/list_forms.py learns them
COMMON_ENDINGS = re.compile(
    r"(?:(?<=\w{3})(?:arnas?|ernas?|ornas?|ernes?|anden|ende|ningar|ningen|elsen|elser|heder|heten|hederne|s)"
    r"|(?<=\w{4})(?:erne|arna|orna|erna|ene|ane|ar|er|or|en|et|a|e|s|t))\Z"
)
"""Inflections to strip where no dictionary is worth loading: of Danish and Swedish mostly."""
NOUN_ENDINGS = ("ane", "ene", "ar", "er", "en", "et", "a")
AGENT = re.compile(r"(?<=\w{4})(?:arane|arar|aren|ar|erne|ere|eren)\Z")
"""Endings that nynorsk and bokmål spell apart: *innkjøpar, innkjøparar, innkjøper, innkjøpere*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or mark of a text, with its span there. key: empty for what carries no subject."""

    text: str
    start: int
    end: int
    kind: str
    key: str


def words_of(
    texts: Sequence[str], languages: Sequence[Language], loaded: Collection[str] = ("nn", "nb")
) -> list[list[Word]]:
    """The words of each text. loaded: the languages whose dictionaries are worth loading.

    A run asks for the same texts several times; while a text's words are of the same classes, it gets the same list.
    """
    asked = [(text, language, language in loaded) for text, language in zip(texts, languages, strict=True)]
    tokens = [_READ[one].tokens if one in _READ else tuple(TOKEN.findall(one[0])) for one in asked]
    kinds = word_classes(tokens, languages)
    found = [_read(one, its, row) for one, its, row in zip(asked, tokens, kinds, strict=True)]
    fresh = {one: read for one, read in zip(asked, found, strict=True) if _READ.get(one) is not read}
    _remember(fresh)
    return [read.words for read in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A text's tokens, their classes when it was read, and its words."""

    tokens: tuple[str, ...]
    kinds: list[str]
    words: list[Word]


Asked = tuple[str, Language, bool]
"""A text, its language, and whether that language's dictionary is worth loading."""
_READ: dict[Asked, _Read] = {}


def _read(asked: Asked, tokens: tuple[str, ...], kinds: list[str]) -> _Read:
    known = _READ.get(asked)
    if known is not None and known.kinds == kinds:
        return known
    text, language, loaded = asked
    words = [
        Word(
            text=m[0],
            start=m.start(),
            end=m.end(),
            kind=kind,
            key=""
            if text[m.end() : m.end() + 1] == "-" and HALF.match(text, m.end())
            else _key(m[0], kind, language, loaded),
        )
        for m, kind in zip(TOKEN.finditer(text), kinds, strict=True)
    ]
    return _Read(tokens=tokens, kinds=kinds, words=words)


def _remember(fresh: Mapping[Asked, _Read]) -> None:
    """Keep what was read, as long as all of it is no more than `KEPT` words."""
    more = sum(len(read.tokens) for read in fresh.values())
    if more and more + sum(len(read.tokens) for read in _READ.values()) > KEPT:
        _READ.clear()
    if more <= KEPT:
        _READ.update(fresh)


@cache
def _key(word: str, kind: str, language: Language, loaded: bool) -> str:
    if kind not in CONTENT or len(word) < 2 or not WORD.match(word) or is_function_word(word, language):
        return ""
    if f"{word.lower()}." in words("abbreviation_inside") | words("abbreviation_anywhere") or NO_VOWEL.fullmatch(word):
        return ""
    return key_of(word, language if loaded or language in ("nn", "nb") else "")


def is_function_word(word: str, language: str) -> bool:
    """Whether a word says nothing of the subject in `language` (all five when that is empty)."""
    table = _lists()["function_words"]
    return any(word.lower() in table[name] for name in ([language] if language else table))


@lru_cache(maxsize=2**15)
def is_common(word: str, language: str) -> bool:
    """Whether a noun stands in any text (*år, side*) or in the notes of any meeting (*tema, dato, referent*)."""
    lower = word.lower()
    return lower in _lists()["common_nouns"].get(language, ()) or bool(_of_meetings().fullmatch(lower))


@cache
def key_of(word: str, language: str) -> str:
    """What all forms of a word share; bokmål goes by its nynorsk counterpart where one is known."""
    lower = word.lower().replace("-", "")
    if language in ("nn", "nb"):
        return AGENT.sub("er", _norwegian_lemma(lower, language))
    return _lemma(lower, language) if language else COMMON_ENDINGS.sub("", lower)


def _norwegian_lemma(word: str, language: str) -> str:
    """The lemma in nynorsk spelling; what one standard's dictionary lacks, the other's may have."""
    nynorsk = word if language == "nn" else counterpart(word, "nb", "nn")
    if nynorsk and (lemma := _lemma(nynorsk, "nn")) != nynorsk:
        return lemma
    bokmaal = word if language == "nb" else counterpart(word, "nn", "nb")
    if bokmaal and (lemma := _lemma(bokmaal, "nb")) != bokmaal:
        return counterpart(lemma, "nb", "nn") or lemma
    return _without_ending(nynorsk or word)


def _without_ending(word: str) -> str:
    """A form that no dictionary has, without an inflection that leaves a known word."""
    if is_known(agent := AGENT.sub("er", word), "nb"):
        return agent
    for ending in NOUN_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and (is_known(stem, "nn") or is_known(stem, "nb")):
            return stem
    return word


@cache
def counterpart(word: str, of: str, into: str) -> str:
    """The form of `word` in the other written standard of Norwegian, or empty where none is known.

    >>> counterpart("kommunene", "nb", "nn")
    'kommunane'
    """
    table = _pairs()[f"{of}_{into}"]
    if word in table["forms"]:
        return str(table["forms"][word])
    for length in range(min(LONGEST_ENDING, len(word) - 2), 2, -1):
        if word[-length:] in table["endings"]:
            return word[:-length] + str(table["endings"][word[-length:]])
    return word if is_known(word, into) else ""


@cache
def is_known(word: str, language: str) -> bool:
    """Whether simplemma's dictionary of a language has the form."""
    return known_forms().get_lemma(normalize("NFC", word), language) is not None


def _lemma(word: str, language: str) -> str:
    """The lemma by dictionary, by the parts of a compound, or by the rules of the language."""
    return str(lemmatizer().lemmatize(word, language)).lower()


@cache
def _of_meetings() -> re.Pattern[str]:
    tables = (words("meta_label"), words("agenda"), words("meeting_role"))
    return re.compile("|".join(sorted(frozenset().union(*tables))))


@cache
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    stored = json.loads(shipped("models", "words", "words.json").read_text(encoding="utf-8"))
    return {name: {language: frozenset(found) for language, found in lists.items()} for name, lists in stored.items()}


@cache
def _pairs() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(shipped("models", "words", "nb_nn.json").read_text(encoding="utf-8"))
    return stored
