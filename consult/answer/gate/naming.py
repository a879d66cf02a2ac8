"""Is every name in a sentence a name that what it cites holds?

A name is a word with a capital where none is due, or with capitals inside. A first word has one anyway: it counts as
a name where no dictionary and no list of ours knows it in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consult.answer.gate.clauses import Said, meaning, reporting, words
from consult.answer.gate.numerals import voices
from consult.answer.gate.sentence import SET_APART, Fault, Ground, Sentence
from consult.themes.words import is_function_word, is_known

FIRST_AFTER = frozenset((".", "!", "?", ":", SET_APART))
SHORTEST = 4  # letters of a name's stem that another form of it must share
NOUNS = re.compile(
    r"\w{3,}(?:arane|erane|arar|ingar|inger|heiter|heter|sjonar|sjoner|ingane|ingene|erne|inga|aren|eren|naden|heita|heten|sjonen|skapen|leiken)"
)
"""Common nouns with the article at their end, in forms that names do not have; dictionaries lack most compounds."""
ENDING = 3  # letters by which two forms of a name may differ at most


def names(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Every name of the frame stands in a passage cited, in this form, another one, or another language's."""
    heard = ground.heard_in(sentence)
    said = frozenset().union(*(one.vocabulary for one in heard)) if heard else frozenset()
    keys = frozenset().union(*(one.keys for one in heard)) if heard else frozenset()
    allowed = {
        word.lower() for target in ground.targets for title in ground.titles.get(target, ()) for word in title.split()
    }
    for at, token in _named(sentence.said):
        if token.lower() in allowed or _is_made_of(at, sentence.said, keys):
            continue
        if not all(_stands(part, said) for part in _capital_parts(token, sentence.said.language)):
            yield Fault(code="name", detail=token)


def _capital_parts(token: str, language: str) -> list[str]:
    """What of a word with hyphens must stand: *Equinor* of *Equinor-bussen*; all of it where no part has a capital."""
    parts = [part for part in token.split("-") if part[:1].isupper() and not _is_common(part.lower(), language)]
    return parts if "-" in token and parts else [token]


def _is_made_of(at: int, said: Said, keys: frozenset[str]) -> bool:
    """Whether a first word is a compound of a passage's words that no dictionary has: *Grøftekantane* of *grøfter*.

    Not where it is who says something, or where a second word with a capital follows, as in a name.
    """
    token, behind = said.tokens[at], said.tokens[at + 1 : at + 2]
    first = at == 0 or said.tokens[at - 1] in FIRST_AFTER
    if not first or _speaks(said, at) or any(one[:1].isupper() for one in behind):
        return False
    plain = "-" not in token and token[1:] == token[1:].lower() and token.lower() not in _given()
    return plain and any(len(key) >= SHORTEST and key in token.lower() for key in keys)


@cache
def _given() -> frozenset[str]:
    """Given names that are ordinary words too."""
    return frozenset(words()["name"]["given"].split("|"))


def _named(said: Said) -> Iterator[tuple[int, str]]:
    """(place, token) of every token that may be a name."""
    calendar = words()["calendar"]
    for at, token in enumerate(said.tokens):
        lower = token.lower()
        if not token[:1].isalpha() or token == lower or lower in calendar:
            continue
        first = at == 0 or said.tokens[at - 1] in FIRST_AFTER
        ordinary = first and token[1:] == token[1:].lower() and _is_common(lower, said.language)
        if _never_a_name(lower, said.language) or (ordinary and not _speaks(said, at)):
            continue
        yield at, token


def _speaks(said: Said, at: int) -> bool:
    """Whether a word is who says something, and neither a voice that is counted nor a pronoun: *Trondheim meiner*."""
    lower, behind = said.small[at], said.small[at + 1 : at + 2]
    listed = words()["says"][said.language].split("|")
    plain = lower in voices() or is_function_word(lower, said.language) or lower in reporting(said.language)
    return bool(behind) and behind[0] in listed and not plain


def _never_a_name(lower: str, language: str) -> bool:
    """Words that a language writes with a capital though they name nobody, and what is short for a thing."""
    listed = words()["name"]
    english = language == "en" and lower in listed["capital_in_english"].split("|")
    return english or lower in listed["common"].split("|")


@cache
def _is_common(lower: str, language: str) -> bool:
    """Whether a word with a capital at the start of a sentence is an ordinary word."""
    if is_function_word(lower, language) or lower in voices() or lower in reporting(language):
        return True
    from consult.read.names_model import known_words

    bodies = tuple(words()["name"]["bodies"].split("|"))
    if lower in _given() or lower in known_words() or lower.endswith(bodies):
        return False
    return (
        (language != "en" and bool(NOUNS.fullmatch(lower)))
        or lower in words()["number"][language] or is_known(lower, language if language != "da" else "nb")
        or ("-" not in lower and any(is_known(part, language) for part in _parts(lower)))
    )  # fmt: skip


def _parts(lower: str) -> list[str]:
    """The last part of a compound, where it may be an ordinary word: *innkjøpskunngjeringane*."""
    return [lower[at:] for at in range(4, len(lower) - 4)]


def _stands(token: str, said: frozenset[str]) -> bool:
    lower = re.sub(r"(?:’s|'s|’|')$", "", token.lower())
    bare = lower.removesuffix("s")
    forms = {
        lower,
        bare if len(bare) >= SHORTEST or token[:-1].isupper() else lower,
        *(part for part in lower.split("-") if len(part) > 1),
    }
    if forms & said or _other_language(lower) & said:
        return True
    stem = lower[: max(SHORTEST, len(lower) - ENDING)]
    return len(stem) >= SHORTEST and any(
        word.startswith(stem) and abs(len(word) - len(lower)) <= ENDING and _same(word, lower) for word in said
    )


def _same(one: str, other: str) -> bool:
    """Two forms of one name: the rest is an ending, *Altinns, Digdirs*, or the article that a body's name takes."""
    short, long = sorted((one, other), key=len)
    return (
        long.startswith(short)
        and long[len(short) :] in ("s", "et", "en", "a", "ets", "ens", "e", "n", "t", "ene", "ane")
    ) or (bool(meaning(one, "nb")) and meaning(one, "nb") == meaning(other, "nn"))


@cache
def _other_language(lower: str) -> frozenset[str]:
    """The same name as other languages write it."""
    rows = (frozenset(row.split("|")) for row in words()["name"]["alike"])
    return frozenset().union(*(row for row in rows if lower in row))
