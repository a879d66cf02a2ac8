"""Numbers, dates and quantities in a text, whatever language says them: *tolv*, *12* and *twelve* are one value.

In: a text as `clauses.read` gives it. Out: each number with its value, its unit and the word that follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from consult.answer.gate.clauses import KEPT, Said, meaning, words

DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![\d])|\d+(?:[.,:]\d+)*")
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")  # as English writes them
AFTER = re.compile(r"\s*(?:%|prosent\w*|procent\w*|percent\w*|per cent|pst\b)", re.IGNORECASE)
FOLLOWS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
REACH = 3  # words behind a number among which what it counts is looked for
PERCENT = "%"
SINGLES = frozenset(("éin", "éi", "eitt", "én", "ett", "ein", "ei", "en", "et"))
SWEDISH = frozenset(("var",))  # *each* there, *was* in the languages beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that a text says. value: as text, the same for 12, 12,0 and tolv; counted: keys of what follows it."""

    text: str
    value: str
    unit: str
    following: tuple[str, ...]

    @property
    def said(self) -> tuple[str, str]:
        """Value and unit."""
        return self.value, self.unit


@lru_cache(maxsize=KEPT)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Every number of a text, in digits and in words."""
    found = [
        match
        for match in _pattern(language).finditer(text)
        if not (match["word"] and _is_article(match, text, language))
    ]
    borders = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    return tuple(
        _number(match, text[match.end() : border], language) for match, border in zip(found, borders, strict=True)
    )


def _number(match: re.Match[str], after: str, language: str) -> Number:
    """A number with what stands behind it, up to the next one."""
    return Number(
        text=match[0],
        value=_value(match, language),
        unit=PERCENT if AFTER.match(after) else "",
        following=tuple(word.lower() for word in FOLLOWS.findall(after[:80])[:REACH]),
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, words()["number"][language]), key=len, reverse=True))
    scales = "|".join(sorted(map(re.escape, words()["scale"]), key=len, reverse=True))
    end = r"(?!\w)" if language == "en" else r"(?![\w-])"  # *fifth-grade*
    number = rf"(?:(?P<digits>{DIGITS.pattern})|(?<![\w-])(?P<word>{listed}){end})"
    return re.compile(rf"{number}(?:\s+(?P<scale>{scales})(?!\w)\.?)?", re.IGNORECASE)


def _value(match: re.Match[str], language: str) -> str:
    worded = match["word"] and words()["number"][language][match["word"].lower()]
    base = f"{worded:g}" if worded else _digits(match["digits"], language)
    if match["scale"] and re.fullmatch(r"\d+(?:\.\d+)?", base):
        base = f"{float(base) * words()['scale'][match['scale'].lower()]:.12g}"
    return base


def _digits(text: str, language: str) -> str:
    """Digits without the marks that group them, and without a decimal part of nothing."""
    if language == "en" and THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+", text):
        return re.sub(r"\D", "", text)
    if ":" in text or text.count(".") + text.count(",") > 1:
        return text.replace(",", ".")  # a time or a date
    return re.sub(r"\.0+$", "", text.replace(",", ".")).lstrip("0") or "0"


def _is_article(match: re.Match[str], text: str, language: str) -> bool:
    """Whether a word is no number here: a pronoun *one*, a *to* that joins, *eit tre*."""
    word, before = match["word"].lower(), text[: match.start()].split()[-1:]
    if word in SINGLES and text[match.end() :].lstrip().startswith("som "):
        return True  # *éin som verka*
    if language == "en":
        return word == "one" and not _counts_one(text, match)
    return word == "tre" and bool(before) and before[0].lower() in ("eit", "et", "ett", "som")


def _counts_one(text: str, match: re.Match[str]) -> bool:
    """Whether an English *one* counts voices: otherwise it is a pronoun."""
    following = FOLLOWS.findall(text[match.end() : match.end() + 60])[:2]
    return any(word.lower() in voices() for word in following)


@cache
def voices() -> dict[str, tuple[str, bool]]:
    """A noun for who speaks → what the ledger counts of it, and whether the noun is of many."""
    found = {}
    for kind, forms in words()["voice"].items():
        found.update(dict.fromkeys(forms["one"].split("|"), (kind, False)))
        found.update(dict.fromkeys(forms["many"].split("|"), (kind, True)))
    return found


@lru_cache(maxsize=KEPT)
def dates_in(said: Said) -> frozenset[str]:
    """Months and weekdays that a text names, as `month 3` and `day 4`; an English *may* and *march* only as names."""
    calendar = words()["calendar"]
    found = set()
    for at, token in enumerate(said.tokens):
        named = calendar.get(token.lower()) or calendar.get(token.lower().removesuffix("s"))
        if named and (said.language != "en" or token[:1].isupper() or at == 0):
            found.add(named)
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def classes_in(said: Said) -> frozenset[str]:
    """Classes of quantity that a passage's words say, in any language."""
    listed = words()["quantity_in_passage"]
    said_by = said.vocabulary - (frozenset() if said.language == "sv" else SWEDISH)
    return frozenset(kind for kind, forms in listed.items() if said_by & _forms(forms))


@cache
def _forms(forms: str) -> frozenset[str]:
    return frozenset(forms.split("|"))


def counted(number: Number, language: str) -> frozenset[str]:
    """Keys of the words behind a number that carry a meaning: what it may count."""
    return frozenset(key for word in number.following if (key := meaning(word, language)))
