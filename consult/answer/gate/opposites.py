"""Words that mean the opposite of another word: *uklart*, *verdilaus*, *unanswered*, *too late*, *manglar*.

In: a text and its language. Out: whether it says such a word, and whether a *not* stands before one and undoes it. A
prefix makes an opposite where a dictionary knows the rest of the word; what only looks so is listed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile

from consult.answer.gate.clauses import KEPT, NEAR, TOKEN, negation, opposite, words
from consult.themes.words import is_known

SHORTEST = 4  # letters of the word that a prefix turns
BETWEEN = 2  # words at most between a *not* and the opposite that it undoes


@lru_cache(maxsize=KEPT)
def says_opposite(text: str, language: str) -> bool:
    """Whether a text says a word that means the opposite of another.

    >>> says_opposite("Svara er uforståelege.", "nn"), says_opposite("Ulike svar frå ungdom.", "nn")
    (True, False)
    """
    return bool(
        opposite(language).search(text)
        or any(_listed(table, language).search(text) for table in ("degree", "phrase", "kept"))
        or any(is_turned(token.lower(), language) for token in TOKEN.findall(text))
    )


@lru_cache(maxsize=KEPT)
def undoes(text: str, language: str) -> bool:
    """Whether a *not* stands just before an opposite, which is then what it was: *aldri for seint*, *not unclear*."""
    behind = (text[match.end() :].split()[: BETWEEN + 1] for match in negation(language).finditer(text))
    return any(says_opposite(" ".join(takewhile(_is_no_article, tokens)), language) for tokens in behind)


def _is_no_article(token: str) -> bool:
    """Whether a word does not begin what a *not* leaves alone: *hjelper ikkje ei urørt lov*."""
    return token.lower() not in words()["article"]["words"].split("|")


@lru_cache(maxsize=KEPT)
def is_turned(word: str, language: str) -> bool:
    """Whether a word in small letters is another with a prefix or an ending that turns it."""
    listed = words()["turned"][language if language in ("sv", "en") else "nordic"]
    if re.fullmatch(listed["not"], word):
        return False
    if re.fullmatch(listed["ends"], word):
        return True
    match = re.fullmatch(listed["begins"], word)
    known = ("nn", "nb", language) if language in NEAR else ("en",)
    if not match or len(match[1]) < SHORTEST:
        return False
    return any(is_known(form, one) for form in (match[1], match[1].replace("leg", "lig")) for one in known)


@cache
def _listed(table: str, language: str) -> re.Pattern[str]:
    """A table's pattern: too little (`degree`), other opposites (`phrase`), not ended (`kept`), `more` and `wish`."""
    return re.compile(words()[table]["nordic" if language in NEAR else "en"], re.IGNORECASE)


@lru_cache(maxsize=KEPT)
def keeps(text: str, language: str) -> bool:
    """Whether a text leaves something as it is, which denies that it ends and nothing else: *bør bevarast*."""
    return bool(_listed("kept", language).search(text))


@lru_cache(maxsize=KEPT)
def asks_for_more(text: str, language: str) -> bool:
    """Whether a text asks for more of something, which whoever has too little of it may do: *oftare*, *more*."""
    return bool(_listed("more", language).search(text) and _listed("wish", language).search(text))
