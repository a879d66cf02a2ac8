"""Where people disagree: passages that say so themselves, and passages that stand against each other.

In: passages of one theme. Out: what each says by its words (*divided*, *against*, *request*), and pairs of
an objection and the request it meets. Cautious: a pair needs an objection, a request, a noun in common
and likeness, and neither may be about ending something (*de skal droppe solceller* and *vi er imod solceller* agree),
for a conclusion that shows a disagreement where there is none puts words in people's mouths.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from consult.records import Language, Passage

CUES = Path(__file__).with_name("cues.toml")
SENTENCE = re.compile(
    r"(?<=[.!])\s+"
)  # not behind a question, which names what is asked about: *Tildeling? Slutt å krevje det*
NORDIC: tuple[Language, ...] = ("nn", "nb", "da", "sv")
SIDES: tuple[Literal["against", "request"], ...] = ("against", "request")
WORD = re.compile(r"[^\W\d_]+")
ALIKE, ALIKE_WORDS = 0.85, 5  # share of the shorter one's words that two must have in common, and how many those are
NEAR = 0.25  # least cosine of an objection and the request that it meets


@cache
def cue(kind: str, language: str) -> re.Pattern[str]:
    """The words of a language for `divided`, `against`, `ending`, `request` or `negation`."""
    table = tomllib.loads(CUES.read_text(encoding="utf-8"))
    return re.compile("|".join(table[kind][language]), re.IGNORECASE)


def says(kind: str, passage: Passage) -> bool:
    """Whether the passage's own words say that it is `divided`, `against` or a `request`."""
    return bool(cue(kind, passage.language).search(" ".join(passage.text.split())))


def side(passage: Passage) -> Literal["against", "request"] | None:
    """What a passage is where another may be the opposite; None for what its words leave open.

    Words for ending are looked for in all the languages near its own: a line of Danish is often read as bokmål.
    """
    text, own = " ".join(passage.text.split()), passage.language
    stands = next((kind for kind in SIDES if cue(kind, own).search(text)), None)
    if stands == "request" and all(_is_negated(text, found.end(), own) for found in cue("request", own).finditer(text)):
        stands = "against"
    if stands is None or any(cue("ending", one).search(text) for one in (NORDIC if own in NORDIC else (own,))):
        return None
    return stands


def _is_negated(text: str, at: int, language: Language) -> bool:
    """Whether a word that asks is turned into its opposite right behind it: *Ge inte pengar*."""
    word = text[at:].split(maxsplit=1)[:1]
    return bool(word) and cue("negation", language).fullmatch(word[0].strip(",.;:!")) is not None


def where_told(passage: Passage) -> str:
    """The sentences in which a passage asks or objects; all of it where none does by itself."""
    text, stands = " ".join(passage.text.split()), side(passage)
    if stands is None:
        return text
    told = [sentence for sentence in SENTENCE.split(text) if cue(stands, passage.language).search(sentence)]
    return " ".join(told) or text


def disagreement(passages: Sequence[Passage]) -> Literal["divided", "reported"] | None:
    """What a sentence that quotes these passages and counts no others may call them, if it is a disagreement.

    reported: each says that opinions differ; divided: one of two asks for what the other is against.
    """
    if passages and all(says("divided", passage) for passage in passages):
        return "reported"
    sides = sorted(side(one) or "" for one in passages)
    return "divided" if sides == ["against", "request"] and not _say_alike(*passages) else None


def opposing(
    passages: Sequence[Passage], likeness: NDArray[np.float64], nouns: Callable[[int], frozenset[str]]
) -> list[tuple[int, int]]:
    """Pairs (request, objection) by number, the likest first; each passage in one pair at most.

    likeness: (n, n) cosines; nouns: gives the keys of the nouns with which one asks or objects, and is asked
    for those that may meet.
    """
    sides = [side(passage) for passage in passages]
    asking, against = ([at for at, one in enumerate(sides) if one == which] for which in ("request", "against"))
    pairs = [
        (one, other)
        for one in asking
        for other in against
        if _meet(one, other, likeness, nouns) and not _say_alike(passages[one], passages[other])
    ]
    pairs.sort(key=lambda pair: (-likeness[pair], passages[pair[0]].passage_id, passages[pair[1]].passage_id))
    return _once_each(pairs)


def _meet(one: int, other: int, likeness: NDArray[np.float64], nouns: Callable[[int], frozenset[str]]) -> bool:
    return bool(likeness[one, other] >= NEAR and nouns(one) & nouns(other))


def _say_alike(one: Passage, other: Passage) -> bool:
    """Whether two say nearly the same words, both or neither with a negation: whatever cues they bear, they agree."""
    words, others = (set(WORD.findall(passage.text.casefold())) for passage in (one, other))
    fewest = min(len(words), len(others))
    alike = fewest >= ALIKE_WORDS and len(words & others) >= ALIKE * fewest
    return alike and says("negation", one) == says("negation", other)


def _once_each(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    used: set[int] = set()
    chosen = []
    for pair in pairs:
        if used.isdisjoint(pair):
            chosen.append(pair)
            used.update(pair)
    return chosen
