"""What a text denies, and what it does not: its stretches, each with every *not* taken out and how it was denied.

In: a text and its language. Out: stretches that can be compared by meaning whatever their polarity. Without the *not*
two stretches about one thing lie near each other even where one denies what the other says; and that is what has
to be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from consult.answer.gate.clauses import (
    KEPT,
    LEADING,
    NEW_CLAIM,
    RECEIVE,
    TOKEN,
    WORD,
    denial,
    finer_breaks,
    is_denied_word,
    leads,
    meaning,
    negation,
    words,
)  # fmt: skip

LEAST = 2  # words of a stretch; fewer go with what stands before
BESIDE = 2  # words with a meaning beside a *not* that it is taken to deny
ENDS = " ,;:.!?…()–—→□"
POINTING = re.compile(r"\b(?:det|dette|detta|this|it|that|them|han|ho|hun|den)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a text.

    text: as it stands; bare: without its *not*; wide: with the stretch before, where it can only be understood so
    (*Dokumenta bak? Umogleg.*), else empty. nots: how often it says *not*; soft: how often it denies by another word.
    words, keys: its words with a meaning; beside: which of them stand nearest a *not*, all where there is none.
    asked: it is a question.
    """

    text: str
    bare: str
    nots: int
    soft: int
    words: tuple[str, ...]
    keys: tuple[str, ...]
    beside: tuple[int, ...]
    asked: bool = False
    wide: str = ""

    @property
    def odd(self) -> int:
        """1 where it denies, 0 where it does not or denies twice."""
        return (self.nots + min(self.soft, 1)) % 2

    @property
    def denies(self) -> bool:
        """Whether anything in it denies."""
        return bool(self.nots or self.soft)


@lru_cache(maxsize=KEPT)
def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """Every stretch of a text on one line, in order."""
    found: list[Stretch] = []
    for one in _all(RECEIVE.sub(" ", text), language):
        before = found[-1] if found else None
        needs = before and (before.asked or (len(one.words) <= LEAST and POINTING.search(one.bare)))
        found.append(replace(one, wide=f"{before.bare} {one.bare}") if before and needs else one)
    return tuple(found)


def _all(text: str, language: str) -> Iterator[Stretch]:
    for claim, asked in _claims(text):
        own = _led_to(claim.strip(ENDS), language)
        for piece in _pieces(own, language):
            yield _stretch(piece, language, asked=asked, proposed=asked and bool(_proposal().search(own)))


def _claims(text: str) -> Iterator[tuple[str, bool]]:
    """Each claim, and whether it is asked."""
    start = 0
    for match in NEW_CLAIM.finditer(f"{text} . "):
        claim, start = text[start : match.start()], match.end()
        if WORD.search(claim):
            yield claim, "?" in match[0] or claim.rstrip().endswith("?")


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
    if not match or negation(language).search(piece[: match.end()]) or denial(language).search(piece[: match.end()]):
        return piece
    before = TOKEN.findall(piece[: match.start()])
    leading = sum(bool(meaning(token, language)) for token in before) <= LEADING
    return piece[match.end() :] if leading else piece


def _stretch(piece: str, language: str, *, asked: bool, proposed: bool) -> Stretch:
    nots = [] if proposed else [match.start() for match in negation(language).finditer(piece)]
    bare = " ".join(negation(language).sub(" ", piece).split()) or piece
    tokens = [(match[0].lower(), match.start()) for match in TOKEN.finditer(piece)]
    known = [
        (token, key, at)
        for token, at in tokens
        if (key := meaning(token, language)) and not negation(language).fullmatch(token)
    ]
    return Stretch(
        text=piece, bare=bare, nots=len(nots),
        soft=len(denial(language).findall(bare)) + sum(is_denied_word(token, language) for token, _ in tokens),
        words=tuple(token for token, _, _ in known), keys=tuple(key for _, key, _ in known),
        beside=_beside(nots, [at for _, _, at in known]), asked=asked,
    )  # fmt: skip


def _beside(nots: list[int], places: list[int]) -> tuple[int, ...]:
    """Which words stand nearest a *not*; all where there is none."""
    if not nots:
        return tuple(range(len(places)))
    nearest = [sorted(range(len(places)), key=lambda at: abs(places[at] - mark))[:BESIDE] for mark in nots]
    return tuple(dict.fromkeys(at for some in nearest for at in some))


@cache
def _proposal() -> re.Pattern[str]:
    return re.compile(words()["proposal"]["words"], re.IGNORECASE)


@lru_cache(maxsize=KEPT)
def texts(text: str, language: str) -> tuple[str, ...]:
    """The texts whose vectors are compared: of stretches, and of their words."""
    found: dict[str, None] = {}
    for one in stretches(text, language):
        found |= dict.fromkeys(filter(None, (one.text, one.bare, one.wide, *one.words)))
    return tuple(found)
