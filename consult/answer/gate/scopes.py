"""What a text denies, and what it does not: its stretches with every *not* taken out, and how each was denied.

In: a text and its language. Out: stretches that can be compared by meaning whatever their polarity. Without the *not*
two stretches about one thing lie near each other even where one denies what the other says; and that is what has
to be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    words,
)  # fmt: skip
from consult.answer.gate.constructions import ASKED, CONTRAST, plainly
from consult.answer.gate.opposites import says_opposite, undoes

BEFORE, AFTER = 4, 6  # words around a *not* that it may deny
Scope = Literal["stretch", "words", "claim", "back"]

LEAST = 2  # words of a stretch; fewer go with what stands before
ENDS = " ,;:.!?…()–—→□"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a text. text: without its *not*; keys: of its words with a meaning.

    denied: it says *not*, once or an odd number of times; softly: it denies by another word (*forbyr*, *manglar*);
    opposed: by one that a *not* can stand for (*manglar*, *uklart*, *few*); turned: by any word that means the opposite
    of another (*ufarleg*, *for seint*); undone: its *not* stands before such a word. compared: it is only what
    something else is measured by (*than more signs*); contrasted: it is what something else is set against (*rather
    than more signs*); asked: in a question; lacks: it denies a thing
    and no claim (*utan skjerm*).
    scope: all of the stretch, the words around its *not*, all of the claim that the *not* stands in, or the stretch
    with what it points back to.
    """

    text: str
    keys: tuple[str, ...]
    denied: bool
    softly: bool
    opposed: bool
    turned: bool = False
    undone: bool = False
    compared: bool = False
    contrasted: bool = False
    asked: bool = False
    lacks: bool = False
    scope: Scope = "stretch"


@lru_cache(maxsize=KEPT)
def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """Every stretch of a text on one line, in order; behind one that denies, the words around its *not*."""
    return tuple(dict.fromkeys(_all(plainly(RECEIVE.sub(" ", normalize("NFC", text)), language), language)))


def _all(text: str, language: str) -> Iterator[Stretch]:
    last = ""
    for led in filter(WORD.search, NEW_CLAIM.split(text)):
        claim = _led_to(led.strip(ENDS), language)
        pieces = _pieces(claim, language)
        yield from _claimed(claim, pieces, last, language)
        if len(pieces) > 1 and denial(language).search(claim) and not _not(language).search(claim):
            yield replace(_stretch(claim, language), scope="claim")
        for one, other in pairwise(pieces):
            if not (_denies(one, language) or _denies(other, language) or _first(other) in _listed("than")):
                yield _stretch(f"{one} {other}", language)
        last = pieces[-1] if pieces else last


def _claimed(claim: str, pieces: Sequence[str], last: str, language: str) -> Iterator[Stretch]:
    """The stretches of a claim, each as it is denied or not. last: the piece before the claim."""
    denied, whole = False, cache(lambda: _stretch(claim, language, "claim"))  # the same for each piece that denies
    for piece in pieces:
        goes_on = denied and _first(piece) in _listed("or") and not _not(language).search(piece)
        denied = goes_on or _denies(piece, language)
        yield from (_stretch(piece, language, "words"),) if goes_on else _read(piece, language)
        if denied and not goes_on and len(pieces) > 1:
            yield whole()
        if denied and last and _points_back(piece, language):
            yield _stretch(f"{last} {piece}", language, "back")
        last = piece


def _points_back(piece: str, language: str) -> bool:
    """Whether what is denied is named by a pronoun only, and stands before it: *Ingen har rekna på det.*"""
    tokens = [token.lower() for token in TOKEN.findall(piece)]
    named = sum(bool(meaning(token, language)) for token in tokens)
    return named < LEAST and any(token in _listed("pronoun") for token in tokens)


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
    """Whether a stretch says *not* an odd number of times; *without* counts beside another right behind it only."""
    nots = list(_not(language).finditer(piece))
    clausal = [one for one in nots if one[0].lower() not in _listed("without")]
    undone = [one for one in nots if one not in clausal and any(_is_beside(other, one, piece) for other in clausal)]
    return len(clausal or nots) % 2 != len(undone) % 2


def _is_beside(one: re.Match[str], other: re.Match[str], piece: str) -> bool:
    """Whether nothing stands between a *not* and a *without* but a verb that goes with both: *cannot do without*."""
    between = piece[one.end() : other.start()].lower().split()
    return one.end() <= other.start() and set(between) <= set(words()["without"]["beside"].split("|"))


def _read(piece: str, language: str) -> Iterator[Stretch]:
    yield _stretch(piece, language)
    for match in _not(language).finditer(piece) if _denies(piece, language) else ():
        before, after = piece[: match.start()].split()[-BEFORE:], piece[match.end() :].split()[:AFTER]
        if len(before) + len(after) >= LEAST:
            yield _stretch(" ".join((*before, match[0], *after)), language, "words")


def _stretch(piece: str, language: str, scope: Scope = "stretch") -> Stretch:
    bare = " ".join(_not(language).sub(" ", piece).split()) or piece
    return Stretch(
        text=bare,
        keys=tuple(dict.fromkeys(key for token in TOKEN.findall(bare) if (key := meaning(token, language)))),
        denied=scope != "stretch" or _denies(piece, language),
        softly=bool(denial(language).search(bare)),
        opposed=bool(opposite(language).search(bare)),
        turned=says_opposite(bare, language),
        undone=undoes(piece, language),
        contrasted=CONTRAST in piece and not negation(language).search(piece),
        asked=ASKED in piece,
        lacks={one[0].lower() for one in _not(language).finditer(piece)} <= _listed("without"),
        compared=_first(piece) in _listed("than"),
        scope=scope,
    )


@cache
def _not(language: str) -> re.Pattern[str]:
    """What says *not*, or is the *not* of a contrast or a question."""
    return re.compile(f"{negation(language).pattern}|{CONTRAST}|{ASKED}", re.IGNORECASE)


@cache
def _listed(table: str) -> frozenset[str]:
    """Words that measure (`than`), that deny a thing (`without`), that go on with what is denied (`or`)."""
    return frozenset(words()[table]["words"].split("|"))


def _first(piece: str) -> str:
    return next(iter(piece.lower().split()), "")


@lru_cache(maxsize=KEPT)
def texts(text: str, language: str) -> tuple[str, ...]:
    """The texts whose vectors are compared."""
    return tuple(dict.fromkeys(stretch.text for stretch in stretches(text, language)))
