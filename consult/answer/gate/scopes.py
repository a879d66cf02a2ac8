"""What a text denies, and what it does not: its stretches with every *not* taken out, and how each was denied.

In: a text and its language. Out: stretches that can be compared by meaning whatever their polarity. Without the *not*
two stretches about one thing lie near each other even where one denies what the other says; and that is what has
to be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal
from unicodedata import normalize

from consult.answer.gate.clauses import (
    KEPT,
    LEADING,
    NEW_CLAIM,
    RECEIVE,
    TOKEN,
    WORD,
    denial,
    finer_breaks,
    leads,
    meaning,
    negation,
    opposite,
)  # fmt: skip

BEFORE, AFTER = 4, 6  # words around a *not* that it may deny
Scope = Literal["stretch", "words", "claim"]

LEAST = 2  # words of a stretch; fewer go with what stands before
ENDS = " ,;:.!?…()–—→□"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a text. text: without its *not*; keys: of its words with a meaning.

    denied: it says *not*, once or an odd number of times; softly: it denies by another word (*forbyr*, *manglar*);
    opposed: by one that a *not* can stand for (*manglar*, *uklart*, *few*).
    scope: all of the stretch, the words around its *not*, or all of the claim that the *not* stands in.
    """

    text: str
    keys: tuple[str, ...]
    denied: bool
    softly: bool
    opposed: bool
    scope: Scope = "stretch"


@lru_cache(maxsize=KEPT)
def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """Every stretch of a text on one line, in order; behind one that denies, the words around its *not*."""
    return tuple(dict.fromkeys(_all(RECEIVE.sub(" ", normalize("NFC", text)), language)))


def _all(text: str, language: str) -> Iterator[Stretch]:
    for led in filter(WORD.search, NEW_CLAIM.split(text)):
        claim = _led_to(led.strip(ENDS), language)
        pieces = _pieces(claim, language)
        for piece in pieces:
            yield from _read(piece, language)
            if _denies(piece, language) and len(pieces) > 1:
                yield _stretch(claim, language, "claim")
        if len(pieces) > 1 and denial(language).search(claim) and not negation(language).search(claim):
            yield _stretch(claim, language)
        for one, other in pairwise(pieces):
            if not _denies(one, language) and not _denies(other, language):
                yield _stretch(f"{one} {other}", language)


def _pieces(claim: str, language: str) -> list[str]:
    """A claim divided at marks and at words that join; what is too short to say anything goes with its neighbour."""
    own: list[str] = []
    for piece in filter(WORD.search, filter(None, finer_breaks(language).split(claim))):
        said = piece.strip(ENDS)
        if own and min(len(own[-1].split()), len(said.split())) < LEAST:
            own[-1] = f"{own[-1]} {said}"
        elif said:
            own.append(said)
    return own


def _led_to(piece: str, language: str) -> str:
    """A claim without what only leads to it, *Det kjem fram at …*; *Vi ønskjer ikkje at …* turns it, and stays."""
    match = leads(language).search(piece)
    lead = piece[: match.end()] if match else ""
    if negation(language).search(lead) or opposite(language).search(lead):
        return piece
    before = TOKEN.findall(piece[: match.start()]) if match else []
    leading = match and sum(bool(meaning(token, language)) for token in before) <= LEADING
    return piece[match.end() :] if match and leading else piece


def _denies(piece: str, language: str) -> bool:
    return len(negation(language).findall(piece)) % 2 == 1


def _read(piece: str, language: str) -> Iterator[Stretch]:
    yield _stretch(piece, language)
    for match in negation(language).finditer(piece) if _denies(piece, language) else ():
        before, after = piece[: match.start()].split()[-BEFORE:], piece[match.end() :].split()[:AFTER]
        if len(before) + len(after) >= LEAST:
            yield _stretch(" ".join((*before, match[0], *after)), language, "words")


def _stretch(piece: str, language: str, scope: Scope = "stretch") -> Stretch:
    bare = " ".join(negation(language).sub(" ", piece).split()) or piece
    return Stretch(
        text=bare,
        keys=tuple(dict.fromkeys(key for token in TOKEN.findall(bare) if (key := meaning(token, language)))),
        denied=scope != "stretch" or _denies(piece, language),
        softly=bool(denial(language).search(bare)),
        opposed=bool(opposite(language).search(bare)),
        scope=scope,
    )


@cache
def texts(text: str, language: str) -> tuple[str, ...]:
    """The texts whose vectors are compared."""
    return tuple(dict.fromkeys(stretch.text for stretch in stretches(text, language)))
