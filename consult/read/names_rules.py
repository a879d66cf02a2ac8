"""What speaks for and against a word being part of a person's name, beside the model's own opinion.

In: tokens and the model's probabilities. Out: a `Word` for each token that could be part of a name, with the rules that
fit it. Rules see one line at a time and know five languages. None decides by itself: `names.py` weighs them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from consult.read.names_model import PERSON, known_as

if TYPE_CHECKING:
    from numpy.typing import NDArray

RULES = (
    "given",  # known as a given name
    "given_first",  # a known given name stands before it, both with capitals
    "surname",  # known as a surname
    "initial",  # an initial stands beside it, or it is one beside a word with a capital
    "cue",  # a word that introduces a name stands before it: Referent:, Mvh, jeg heter
    "small",  # written without a capital
    "first",  # first in its line or sentence
    "place",  # known as a place
    "organisation",  # known as an organisation, or all in capitals and short
    "thing",  # part of the name of something else: a street, an institute, a law, a prize
    "common",  # the text has the same word in small letters
)

WORDS: dict[str, list[str]] = {
    part: words.split()
    for part, words in tomllib.loads(resources.files("consult.read").joinpath("names.toml").read_text("utf-8")).items()
}
CUES = frozenset(WORDS["cues"])
HEADS = frozenset(WORDS["heads"])
TAILS = re.compile(rf"-?(?:{'|'.join(WORDS['tails'])})s?$", re.IGNORECASE)
INITIAL = re.compile(r"[A-ZÆØÅÄÖ]\.?(?:-?[A-ZÆØÅÄÖ]\.?)?")
ENDS = frozenset(".!?:•–-*|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token that could be part of a name: where it stands, the model's chances, and which of RULES fit."""

    start: int
    end: int
    text: str
    line: int
    chances: tuple[float, ...]
    rules: tuple[bool, ...]

    @property
    def key(self) -> str:
        """The word as it may stand elsewhere: small letters, without a genitive's s."""
        plain = self.text.lower().rstrip("'’.")
        return plain[:-1] if plain.endswith("s") and len(plain) > 4 else plain


class Token(NamedTuple):
    """A token as the rules see it; a tuple, for there are as many as words in a corpus."""

    text: str
    start: int
    line: int
    capital: bool
    known: str


def rules_of(
    doc: Any, chances: NDArray[Any], offset: int, known: Mapping[str, str], floor: float = 0.002
) -> list[Word]:
    """The tokens of a text that could be part of a name. offset: where the text begins in the whole one."""
    tokens = tokens_of(doc, known)
    likely = (chances[:, PERSON] >= floor).tolist()
    chosen = [
        place
        for place, token in enumerate(tokens)
        if (token.capital or likely[place]) and any(map(str.isalpha, token.text))
    ]
    small = {token.text for token in tokens if not token.capital}
    rows = chances[chosen].astype("float64").round(6).tolist()
    found = []
    for place, row in zip(chosen, rows, strict=True):
        token = tokens[place]
        start, common = token.start + offset, token.capital and token.text.lower() in small
        found.append(
            Word(
                start=start, end=start + len(token.text), text=token.text, line=token.line,
                chances=tuple(row), rules=(*fits(tokens, place), common),
            )
        )  # fmt: skip
    return found


def tokens_of(doc: Any, known: Mapping[str, str]) -> list[Token]:
    """The tokens of a spaCy Doc, each with the number of its line."""
    tokens, line = [], 0
    for token in doc:
        text = token.text
        capital = text[:1].isupper()
        tokens.append(Token(text, token.idx, line, capital, known_as(text, known) if capital else "none"))
        line += text.count("\n")
    return tokens


def fits(tokens: Sequence[Token], place: int) -> list[bool]:
    """Which of RULES fit the token at `place`, in their order; the last one needs the whole text."""
    token = tokens[place]
    before, behind = beside(tokens, place, -1), beside(tokens, place, 1)
    name_before = before is not None and before.capital and before.known in ("given", "both")
    return [
        token.known in ("given", "both"),
        token.capital and name_before,
        token.known in ("surname", "both"),
        has_initial(token, before, behind),
        token.capital and has_cue(tokens, place),
        not token.capital,
        before is None or before.text[-1] in ENDS,
        token.known == "place",
        token.known == "organisation" or (token.text.isupper() and 1 < len(token.text) < 6),
        token.capital and is_of_a_thing(tokens, place),
    ]


def beside(tokens: Sequence[Token], place: int, step: int) -> Token | None:
    """The next token of the same line in a direction, or None."""
    at = place + step
    while 0 <= at < len(tokens) and tokens[at].line == tokens[place].line:
        if not tokens[at].text.isspace():
            return tokens[at]
        at += step
    return None


def has_initial(token: Token, before: Token | None, behind: Token | None) -> bool:
    """`K. Nordmann`, `Ola N.`: an initial and a word with a capital, whichever of the two it is."""
    if INITIAL.fullmatch(token.text):
        return any(one is not None and one.capital and len(one.text) > 2 for one in (before, behind))
    return token.capital and any(
        one is not None and INITIAL.fullmatch(one.text) is not None and one.text.endswith(".")
        for one in (before, behind)
    )


def has_cue(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that introduces names stands before, at most four tokens and no sentence's end away."""
    for token in reversed(tokens[max(0, place - 4) : place]):
        plain = token.text.lower().strip(":,.( ")
        if plain in CUES:
            return True
        if token.text in (".", "!", "?") or not (
            token.capital or token.text in (":", ",", "(", "-", "\n") or token.text.isspace()
        ):
            return False
    return False


def is_of_a_thing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is part of the name of a street, a body, a law or a prize: its tail or what follows says so."""
    if has_tail(tokens[place].text):
        return True
    for token in tokens[place + 1 : place + 4]:
        if token.line != tokens[place].line:
            return False
        if token.text.lower().rstrip(".") in HEADS or (token.text.startswith("-") and has_tail(token.text)):
            return True
        if not token.capital or has_tail(token.text):
            return has_tail(token.text) and token.capital
    return False


@lru_cache(maxsize=8192)
def has_tail(word: str) -> bool:
    """Whether a word ends as names of streets, bodies, laws and prizes do."""
    return TAILS.search(word) is not None
