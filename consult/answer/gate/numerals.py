"""Numbers, dates and quantities in a text, whatever language says them: *tolv*, *12* and *twelve* are one value.

In: a text as `clauses.read` gives it. Out: each number with its value, its unit and the word that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from consult.answer.gate.cardinals import JOINS, in_digits, is_signs, of_signs, phrase, scale, worth, written
from consult.answer.gate.clauses import KEPT, Said, meaning, words
from consult.answer.gate.units import unit_of

DIGITS = r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![\d])|\d+(?:[.,:]\d+)*"
TOKEN = re.compile(rf"(?P<digits>{DIGITS})|(?P<word>[^\W\d_]+(?:[-‐‑][^\W\d_]+)*)|(?P<sign>[^\W\d_]|[²³¹⁰-⁹₀-₉])")
STOP = re.compile(r"^[,;:!?]|(?<=\w)[,;:.!?](?=\s|$)")  # what stands behind it is counted by no number before it
FOLLOWS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
GAP = re.compile(r"[\s\u00a0]+")
HYPHEN = re.compile(r"[-‐‑]")
MINUS = "-−"
VERBS = frozenset(("may", "march", "mars"))  # in English, with a small letter
ENDINGS = re.compile(r"(dag)(?:a|ar|er|en|e|ane|ene|arna|arne)s?$")
DATED = re.compile(  # 3.4.2026 and 2026-04-03
    r"(?<![\d.])\d{1,2}\.\s?(0?[1-9]|1[0-2])\.\s?(?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-(0[1-9]|1[0-2])-\d{2}(?!\d)"
)
SHORT = 4  # letters of a day's or a month's name that begin other words too
REACH = 3  # words behind a number among which what it counts is looked for
SINGLES = frozenset(("éin", "éi", "eitt", "én", "ett", "ein", "ei", "en", "et"))
LONGEST = 12  # words of one number
HANGS = 100  # characters
BETWEEN = frozenset(("mellom", "mellem", "mellan", "between"))
ALT = frozenset(("nn", "nb", "da"))
SWEDISH = frozenset(("var",))  # *each* there, *was* in the languages beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that a text says, and where. value: as text, the same for 12, 12,0 and tolv; following: words behind."""

    start: int
    end: int
    text: str
    value: str
    unit: str
    following: tuple[str, ...]

    @property
    def said(self) -> tuple[str, str]:
        """Value and unit."""
        return self.value, self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where a number stands in a text, and its value."""

    start: int
    end: int
    value: str


@lru_cache(maxsize=KEPT)
def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Every number of a text, in digits and in words."""
    found = list(_spans(text, language))
    borders = [*(span.start for span in found[1:]), len(text)][: len(found)]
    return tuple(_number(text, span, border, language) for span, border in zip(found, borders, strict=True))


def _number(text: str, span: Span, border: int, language: str) -> Number:
    """A number with what stands behind it, up to the next one."""
    after = text[span.end : border]
    following = tuple(word.lower() for word in FOLLOWS.findall(STOP.split(after[:80], maxsplit=1)[0])[:REACH])
    of_age = not following and _aged().search(just_before(text, span.start))
    return Number(
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        value=span.value,
        unit=unit_of(after, language) or ("aged" if of_age else ""),
        following=following,
    )


def just_before(text: str, at: int) -> str:
    """The words right before a place in a text on one line, which is all that a number there can hang on.

    Not all that stands before it: a table of some thousand numbers would be gone through again for each of them.
    """
    return text[at - HANGS : at].partition(" ")[2] if at > HANGS else text[:at]


@cache
def _aged() -> re.Pattern[str]:
    """What stands before a number of years that nobody calls years: *mora på 86, nesten blind*, *a man aged 86*."""
    return re.compile(rf"\b(?:{words()['aged']['before']})\s+$", re.IGNORECASE)


def _spans(text: str, language: str) -> Iterator[Span]:
    """Each number once, in order; *tjue tusen* and *to hundre og ti* are one."""
    tokens, at = list(TOKEN.finditer(text)), 0
    while at < len(tokens):
        token = tokens[at]
        if token["digits"]:
            used, span = _of_digits(text, tokens, at, language)
        elif _is_worded(token, text, language):
            used, span = _of_words(text, tokens, at, language)
        else:
            yield from _of_parts(token, language)
            at += 1
            continue
        yield span
        at += used


def _of_digits(text: str, tokens: Sequence[re.Match[str]], at: int, language: str) -> tuple[int, Span]:
    """(how many tokens it takes, the number): with signs that touch it, and a word that multiplies it."""
    start, end = tokens[at].span()
    value, used = in_digits(tokens[at][0], language), 1
    behind = tokens[at + 1 : at + 2]
    if behind and behind[0].start() == end and is_signs(behind[0][0]):
        part = of_signs(behind[0][0])
        value = written(Decimal(value) + part) if part and part < 1 and value.isdigit() else f"{value}^{behind[0][0]}"
        end, used = behind[0].end(), 2
    elif behind and behind[0].start() == end and behind[0][0] in ("k", "K"):
        value, end, used = _times(value, Decimal(1000)), behind[0].end(), 2
    for token in tokens[at + used : at + used + 2]:
        by = scale(token[0].lower()) if GAP.fullmatch(text[end : token.start()]) else None
        if by is None:
            break
        value, end, used = _times(value, by), token.end(), used + 1
    if start and text[start - 1] in MINUS and not text[: start - 1].rstrip('(«“"')[-1:].strip():
        start, value = start - 1, f"-{value}"
    return used, Span(start=start, end=end, value=value)


def _times(value: str, by: Decimal) -> str:
    return written(Decimal(value) * by) if re.fullmatch(r"\d+(?:\.\d+)?", value) else value


def _is_worded(token: re.Match[str], text: str, language: str) -> bool:
    """Whether a word begins a number."""
    word = token[0].lower()
    return phrase((word,), language)[0] > 0 and not _is_article(token, text, language)


def _of_words(text: str, tokens: Sequence[re.Match[str]], at: int, language: str) -> tuple[int, Span]:
    """(how many tokens it takes, the number) of number words that belong together."""
    together = [tokens[at][0].lower()]
    ends = bool(at) and tokens[at - 1][0].lower() in BETWEEN  # *mellom fem og tjue* is two numbers
    for one, other in pairwise(tokens[at : at + LONGEST]):
        if not GAP.fullmatch(text[one.end() : other.start()]) or (ends and other[0].lower() in JOINS):
            break
        together.append(other[0].lower())
    used, value = phrase(together, language)
    return used, Span(start=tokens[at].start(), end=tokens[at + used - 1].end(), value=written(value))


def _of_parts(token: re.Match[str], language: str) -> Iterator[Span]:
    """The numbers of a word that is none itself: *ti-tolv*, *fifth-grade*, *hundrevis*, *十二*."""
    word, start = token[0].lower(), token.start()
    if is_signs(word):
        value = of_signs(word)
        yield Span(start=start, end=token.end(), value=word if value is None else written(value))
    elif word in words()["lots"]:
        yield Span(start=start, end=token.end(), value=words()["lots"][word])
    elif HYPHEN.search(word):
        parts = [(match, worth(match[0], language)) for match in re.finditer(r"[^\W\d_]+", word)]
        known = [part for part in parts if part[1] is not None]
        if len(known) == len(parts) or (language == "en" and parts[0] in known):
            for match, value in known[: len(parts)]:
                yield Span(start=start + match.start(), end=start + match.end(), value=written(value or Decimal(0)))


def _is_article(match: re.Match[str], text: str, language: str) -> bool:
    """Whether a word is no number here: a pronoun *one*, *eit tre*."""
    word, before = match[0].lower(), text[: match.start()].split()[-1:]
    behind = text[match.end() :].lstrip()
    if word in SINGLES and behind.startswith("som "):
        return True  # *éin som verka*
    if language == "en":
        return word == "one" and not _counts_one(text, match) and scale(behind.split(" ")[0].lower()) is None
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
    found = set()
    for at, token in enumerate(said.tokens):
        for part in HYPHEN.split(token):
            word, beside = part.lower(), said.tokens[max(0, at - 2) : at + 2]
            dated = any(one[:1].isdigit() for one in beside)
            named = _day_or_month(word) or (dated and _cut_short(word, said.language))
            called = said.language != "en" or word not in VERBS or part[:1].isupper() or at == 0
            if named and (called or dated):
                found.add(named)
    found.update(f"month {int(match[1] or match[2])}" for match in DATED.finditer(said.text))
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def dates_within(said: Said) -> frozenset[str]:
    """The same, and those that begin a compound: a *tirsdagskafé* is on a Tuesday."""
    calendar: dict[str, str] = words()["calendar"]
    begun = {date for name, date in calendar.items() if len(name) > SHORT for one in said.small if one.startswith(name)}
    return dates_in(said) | begun


@cache
def _day_or_month(word: str) -> str | None:
    """What a word names, in one or in many, the one known or not: *laurdagar*, *tirsdagene*, *Sundays*."""
    calendar: dict[str, str] = words()["calendar"]
    bare = ENDINGS.sub(r"\1", word)
    return calendar.get(word) or calendar.get(word.removesuffix("s")) or calendar.get(bare)


def _cut_short(word: str, language: str) -> str | None:
    """The month that a word is short for; *jul* is Christmas but in English."""
    listed = words()["calendar_short"]
    found: str | None = listed["all"].get(word) or listed.get(language, {}).get(word)
    return found


@lru_cache(maxsize=KEPT)
def classes_in(said: Said) -> frozenset[str]:
    """Classes of quantity that a passage's words say, in any language."""
    listed = words()["quantity_in_passage"]
    everything = frozenset(("all",)) if said.language in ALT and _everything().search(said.text) else frozenset()
    said_by = said.vocabulary - (frozenset() if said.language == "sv" else SWEDISH)
    return everything | frozenset(kind for kind, forms in listed.items() if said_by & _forms(forms))


@cache
def _everything() -> re.Pattern[str]:
    """*Alt* where it is not *already*: *om alt bør ligge samla*, *alt skal på nett*."""
    behind, before = words()["everything"]["behind"], words()["everything"]["before"]
    return re.compile(rf"\b(?:{behind})\s+alt\b|\balt\s+(?:{before})\b", re.IGNORECASE)


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(words()["in_a_row"]["words"].split("|"))


@cache
def _each() -> re.Pattern[str]:
    """*Kvar femte*, *every tenth*."""
    listed = words()["in_a_row"]
    return re.compile(rf"\b(?:{listed['each']})\s+({listed['words']})\b", re.IGNORECASE)


@cache
def _share() -> re.Pattern[str]:
    """What stands behind the *one* of *one in five*."""
    return re.compile(rf"\s+(?:{words()['in_a_row']['of']})\s+(?=\w)", re.IGNORECASE)


def is_share(number: Number, text: str, language: str, heard: Sequence[Said]) -> bool:
    """Whether a number of a text is the *one* of *one in five*, and a passage says *every fifth*."""
    behind = _share().match(text, number.end) if number.value == "1" else None
    following = next((one for one in numbers_in(text, language) if behind and one.start == behind.end()), None)
    return following is not None and any(
        numbers_in(match[1], said.language)[0].value == following.value
        for said in heard
        for match in _each().finditer(said.text)
    )


@cache
def _forms(forms: str) -> frozenset[str]:
    return frozenset(forms.split("|"))


def counted(number: Number, language: str) -> frozenset[str]:
    """Keys of the words behind a number that carry a meaning: what it may count. *Every fifth* counts nothing."""
    if number.text.lower() in _ordinals():
        return frozenset()
    return frozenset(key for word in number.following if (key := meaning(word, language)))
