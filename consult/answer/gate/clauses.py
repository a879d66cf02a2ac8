"""Text as the gate reads it: tokens, keys of words that carry meaning, clauses, and which of them deny something.

In: a text and its language. Out: the same, read once and kept. Nothing is compared here.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from consult.answer.stance import cue
from consult.records import LANGUAGES
from consult.themes.words import is_function_word, key_of

WORDS = Path(__file__).with_name("words.toml")
TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*|□|[^\w\s]")
WORD = re.compile(r"[^\W\d_]")
BREAK = {
    "nn": r"og|men|medan|fordi|slik at|samtidig som|sjølv om|samt|endå|for å|så",
    "nb": r"og|men|mens|fordi|slik at|samtidig som|selv om|samt|enda|for å|så",
    "da": r"og|men|mens|fordi|selv om|samt|for at|så",
    "sv": r"och|men|medan|eftersom|så att|även om|samt|för att|så",
    "en": r"and|but|while|because|so that|although|though|whereas|yet|so",
}
SHORTENED = "".join(
    rf"(?<!\b{word})"
    for word in ("nr", "no", "kl", "ca", "bl", "pkt", "art", "kap", "jf", "inkl", "mv", "pr", "st", "dvs", "eks")
)
NEW_CLAIM = re.compile(
    r"[,;]?\s+(?:og|och|and|men|but|samt)\s+(?=(?:at|att|that)\s)"
    rf"|[;!?]\s+|{SHORTENED}(?<!\d)(?<!\.\w)\.\s+"  # *nr. 2* and *bl.a.* end nothing
    r"|(?<=\d)\.\s+(?=(?-i:[A-ZÆØÅÄÖ«“]))",  # nor does *2. juni*
    re.IGNORECASE,
)
FINER = {
    "nn": r"som|der|når|då|dersom|viss|enn|eller|sidan|anten|elles|før|utan (?:at|å)|med at",
    "nb": r"som|der|når|da|dersom|hvis|enn|eller|siden|enten|ellers|før|uten (?:at|å)|med at",
    "da": r"som|der|når|da|hvis|end|eller|siden|ellers|før|inden|(?:uden|med) at",
    "sv": r"som|där|när|då|om|än|eller|ty|annars|innan|förrän|(?:utan|med) att",
    "en": r"which|who|that|when|if|where|than|or|since|as|with|until|before|after|without(?= \w+ing\b)",
}
IDIOM = (
    r"(?<=\bav\s)og\s+til\b|(?<=\baf\s)og\s+til\b|(?<=\btil\s)og\s+med\b|(?<=\btill\s)och\s+med\b"
    r"|(?<=rst\s)(?:og\s+fremst|och\s+främst)|(?<=\bover\s)and\s+over\b"
)  # *av og til*, *først og fremst* divide nothing
RECEIVE = re.compile(r"\b(?:ta|tar|tek|tok|tatt|teke|teken|mot)\s+(?:\w+\s+)?i\s?mot\b", re.IGNORECASE)  # no *against*
NEAR = ("nn", "nb", "da", "sv")
MORE_NOTS = r"\b(?:cannot|nowhere|no[ -]one|ingensteds?)\b"
AGAINST = re.compile(r"\|(?:against|imot|emot|imod)\b")  # denies without a *not*: *not against* is no *not* undone
SHORT = 3  # words with a meaning of their own that make a clause; fewer join what stands before
FINE = 2  # the same where *not* is looked for
LEADING = 1  # words with a meaning that may lead to a claim: *One view, to this effect, is that …*
KEPT = 20_000  # texts that are kept as they were read


@cache
def words() -> dict[str, Any]:
    """The gate's word lists."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@cache
def negation(language: str) -> re.Pattern[str]:
    """What says *not* in a language, or in one near it: who writes nynorsk quotes bokmål, and a language is guessed."""
    near = NEAR if language in NEAR else (language,)
    listed = "|".join((*(cue("negation", one).pattern for one in near), MORE_NOTS))
    return re.compile(AGAINST.sub("", listed), re.IGNORECASE)


@cache
def denial(language: str) -> re.Pattern[str]:
    """What denies in a language, with or without a *not*."""
    listed = words()["denial"]
    return re.compile(f"{negation(language).pattern}|{listed[language]}", re.IGNORECASE)


@cache
def opposite(language: str) -> re.Pattern[str]:
    """Words of a language that mean the opposite of another word."""
    return re.compile(words()["opposite"][language], re.IGNORECASE)


@cache
def reporting(language: str) -> frozenset[str]:
    """Words by which a sentence in a language reports; they claim nothing themselves."""
    return frozenset(words()["report"][language].split("|"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of a text that says one thing. keys: what its words with a meaning share with their other forms.

    nots: how often it says *not*; denials: how often it denies in any other way.
    """

    text: str
    keys: tuple[str, ...]
    nots: int
    denials: int


@dataclass(frozen=True, kw_only=True)
class Said:
    """A text, read.

    tokens: words, numbers and marks in order, as written; pieces: what stands between two breaks, however short;
    clauses: the same, where what is too short to claim anything is joined; claimed: each claim in its finest parts.
    """

    text: str
    language: str
    tokens: tuple[str, ...]
    pieces: tuple[Clause, ...]
    clauses: tuple[Clause, ...]
    claimed: tuple[tuple[Clause, ...], ...]

    @property
    def finer(self) -> tuple[Clause, ...]:
        """The shortest stretches that say something, of all claims."""
        return tuple(clause for claim in self.claimed for clause in claim)

    @cached_property
    def small(self) -> tuple[str, ...]:
        """The tokens in small letters."""
        return tuple(token.lower() for token in self.tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct tokens in small letters, and the parts of those with a hyphen."""
        parts = {part for token in self.small for part in re.split(r"[-’']", token)}
        return frozenset(self.small) | parts

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all clauses."""
        return frozenset(key for clause in self.clauses for key in clause.keys)

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The texts to compare by meaning: all of it, and each clause that claims something."""
        clauses = (clause.text for clause in (*self.clauses, *self.finer) if clause.keys or clause.nots)
        return tuple(dict.fromkeys((self.text, *clauses)))


@lru_cache(maxsize=KEPT)
def read(text: str, language: str) -> Said:
    """Read a text on one line; accents that are signs of their own are joined to their letters."""
    text = unicodedata.normalize("NFC", text)
    known = language if language in LANGUAGES else "en"
    return Said(
        text=text,
        language=known,
        tokens=tuple(TOKEN.findall(text)),
        pieces=tuple(_clauses(text, known, _breaks(known), 0)),
        clauses=tuple(_clauses(text, known, _breaks(known), SHORT)),
        claimed=tuple(
            tuple(_clauses(part, known, finer_breaks(known), FINE)) for part in NEW_CLAIM.split(text) if part
        ),
    )


def _clauses(text: str, language: str, breaks: re.Pattern[str], short: int) -> list[Clause]:
    """Divide where a new claim begins (*, og at*), and at punctuation and words that join clauses.

    A stretch of the second kind that is too short to claim anything joins another.
    """
    pieces: list[str] = []
    for stretch in NEW_CLAIM.split(text):
        own: list[str] = []
        weights: list[int] = []
        for piece in filter(WORD.search, filter(None, breaks.split(stretch))):
            weight = _weight(piece, language)
            if own and not weight and not denial(language).search(piece):
                continue  # it only leads to a quote: *…, eller med orda i innspelet: «…»*
            if own and _joins(own[-1], piece, language, min(weights[-1], weight), short):
                own[-1] = f"{own[-1]} {piece.strip()}"
                weights[-1] += weight
            else:
                own.append(piece.strip())
                weights.append(weight)
        pieces += own
    return [_clause(piece, language) for piece in pieces]


def _joins(before: str, piece: str, language: str, least: int, short: int) -> bool:
    """Whether a stretch goes with the one before it; what says *not* stands by itself where that is sought.

    least: words with a meaning of whichever has fewer.
    """
    if short == FINE and least and negation(language).search(f"{before} {piece}"):
        return False
    return least < short


def _weight(text: str, language: str) -> int:
    """How many words of a text carry a meaning."""
    return sum(bool(meaning(token, language)) for token in TOKEN.findall(text))


@cache
def _breaks(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:.!?…()–—→]+(?=\s|$)|\s+(?!{IDIOM})(?=(?:{BREAK[language]})\s)|\s+(?=\()", re.IGNORECASE)


@cache
def finer_breaks(language: str) -> re.Pattern[str]:
    """Where a language divides a text into the shortest stretches that say something."""
    return re.compile(rf"{_breaks(language).pattern}|\s+(?=(?:{FINER[language]})\s)", re.IGNORECASE)


def _clause(text: str, language: str) -> Clause:
    plain = RECEIVE.sub(" ", text)
    nots = len(negation(language).findall(plain))
    return Clause(
        text=_claim(text, language),
        keys=tuple(dict.fromkeys(key for token in TOKEN.findall(text) if (key := meaning(token, language)))),
        nots=nots,
        denials=max(0, len(denial(language).findall(plain)) - nots),
    )


def _claim(text: str, language: str) -> str:
    """A clause without what only leads to it: *It is argued that …*, *og at …*."""
    for match in leads(language).finditer(text):
        if _weight(text[: match.start()], language) <= LEADING:
            text = text[match.end() :]
            break
    return text


@cache
def leads(language: str) -> re.Pattern[str]:
    """What a reporting clause ends with."""
    word = {"en": "that", "sv": "att"}.get(language, "at")
    return re.compile(rf"\b{word}\s+(?=\w)", re.IGNORECASE)


@lru_cache(maxsize=KEPT)
def meaning(token: str, language: str) -> str:
    """What all forms of a word with a meaning of its own share; empty for one that only joins, counts or reports."""
    lower = re.sub(r"[’']s$", "", token.lower())
    if len(lower) < 3 or not WORD.match(lower) or is_function_word(lower, language) or lower in reporting(language):
        return ""
    return key_of(lower, language if language in ("nn", "nb", "en") else "")
