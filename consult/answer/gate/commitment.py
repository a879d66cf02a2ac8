"""Is a commitment that a sentence mentions one that its theme is placed on, or that a passage cited names?

By number (*forplikting 2*, *commitment number two*, *den andre forpliktinga*) and by title, however it is inflected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consult.answer.gate.clauses import Said, read, words
from consult.answer.gate.numerals import numbers_in
from consult.answer.gate.sentence import Fault, Ground, Sentence

SHORTEST_TITLE = 12  # characters of a title that tells a commitment from a turn of speech
KEYS_OF_TITLE = 3  # words with a meaning by which a title is known in another form
REACH = 24  # characters behind the noun in which its number ends


def commitments(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """A commitment that is mentioned is one that the theme is placed on, or one that a passage cited names."""
    heard = ground.heard_in(sentence)
    said = frozenset(one for each in heard for one, _ in mentioned(each.text, each.language))
    placed = {_bare(target) for target in ground.targets}
    for number, text in mentioned(sentence.frame, sentence.language):
        if number not in placed and number not in said:
            yield Fault(code="commitment", detail=text)
    for target, titles in sorted(ground.titles.items()):
        if target not in ground.targets and any(_is_titled(title, sentence.said, heard) for title in titles):
            yield Fault(code="commitment", detail=target)


def mentioned(text: str, language: str) -> Iterator[tuple[str, str]]:
    """(number, words) of each commitment that a text mentions by number; *C2*, *nr. 2* and *to* are one number."""
    for match in _mention().finditer(text):
        named = match["named"]
        value = named or next((one.value for one in numbers_in(match["after"], language)[:1]), "")
        if value and (named or _stands_first(match["after"], language)):
            yield _bare(value), match[0].strip()
    for match in _ordinal().finditer(text):
        yield str(words()["ordinal"][match[1].lower()]), match[0]


def _stands_first(after: str, language: str) -> bool:
    """Whether the number is the noun's own: nothing but marks stands before it."""
    first = numbers_in(after, language)[0]
    return not re.search(r"[^\W\d_]", after[: first.start])


def _bare(number: str) -> str:
    """*C2* as *2*."""
    return re.sub(r"^[a-z](?=\d)", "", number.lower())


def _is_titled(title: str, said: Said, heard: list[Said]) -> bool:
    """Whether a sentence says a title, word by word or in other forms, and no passage does."""
    if len(title) <= SHORTEST_TITLE or any(title.lower() in one.text.lower() for one in heard):
        return False
    if title.lower() in said.text.lower():
        return True
    keys = read(title, said.language).keys
    spoken = frozenset().union(*(one.keys for one in heard))
    return len(keys) >= KEYS_OF_TITLE and keys <= said.keys and not keys <= spoken


@cache
def _mention() -> re.Pattern[str]:
    noun, number = words()["commitment"]["words"], words()["commitment"]["number"]
    return re.compile(
        rf"(?<!\w)(?:{noun})(?!\w)[^\w.,;!?]*(?:(?:{number})\b[.\s]*)?"
        rf"(?:(?P<named>[a-z]\d+)\b|(?=(?P<after>\w.{{0,{REACH}}})))",
        re.IGNORECASE,
    )


@cache
def _ordinal() -> re.Pattern[str]:
    listed = "|".join(words()["ordinal"])
    return re.compile(rf"(?<!\w)({listed})\s+(?:{words()['commitment']['nouns']})(?!\w)", re.IGNORECASE)


__all__ = ["commitments", "mentioned"]
