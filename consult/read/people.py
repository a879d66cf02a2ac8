"""Names of people by rule: what signs a letter, presents itself, takes notes, is told of with a verb or an address.

In: a text. Out: `NameSpan`s with a certainty, without overlap. The model of `consult.read.names` finds more in running
text; the rules need none, and know signatures, lists of participants, mail heads and file names better. A name that
has been found is found again wherever it stands in the same text, whole or by its family name alone.

>>> text = "Notat: Vegard Hjelmeseter. Takk til DFØ."
>>> [text[found.start : found.end] for found in names_by_rule(text)]
['Vegard Hjelmeseter']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from consult.read.contacts import EMAIL
from consult.read.cues import alternatives, cue, may_hold
from consult.read.given_names import also_words, is_given
from consult.read.public_names import is_place, is_public, names_something_else
from consult.read.vocabulary import pattern

SURE, LIKELY, DOUBTFUL = 0.95, 0.8, 0.6
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
SMALL = rf"[^\W\d_{CAPITAL}]"
DOUBLE = rf"(?:[-‑](?:[{CAPITAL}]{SMALL}*|{SMALL}+))"
LETTERS = rf"(?:{SMALL}|['’](?={SMALL}{SMALL}))+"
WORD = rf"(?:(?:Mc|Mac|O['’]|D['’]|Fitz)?[{CAPITAL}]{LETTERS}{DOUBLE}*|[{CAPITAL}]{SMALL}*[-‑][{CAPITAL}]{SMALL}+)"
INITIAL = rf"[{CAPITAL}]{SMALL}?\."
PARTICLE = r"(?:van|von|der|den|de|af|av|el|al|bin|ibn|da|di|dos|le|la|ter|zu|und)"
GAP = r"(?:[ \u00a0]|(?<=[^\n]{30})\n)"
FULL = rf"{WORD}(?:{GAP}(?:{INITIAL}|(?:{PARTICLE}[ \u00a0]){{0,2}}{WORD})){{1,4}}"
ANY = rf"(?:{INITIAL}[ \u00a0]?)*{WORD}(?:{GAP}(?:{INITIAL}|(?:{PARTICLE}[ \u00a0]){{0,2}}{WORD})){{0,4}}"
SHOUTED = rf"[{CAPITAL}][{CAPITAL}'’-]+(?:[ \u00a0][{CAPITAL}]\.)?(?:[ \u00a0][{CAPITAL}][{CAPITAL}'’-]+){{1,3}}"
BEFORE = r"(?<![\w@./-])"
AFTER = r"(?![\w@])"
LISTED = re.compile(r"\s*(?:[,.;(/]|\n|\Z|(?:og|och|and|&)\s)")
SIGNATURE_LINES = 7
LONGEST_LINE = 80
ENTRY = rf"(?:{ANY})(?:\s*\([^)\n]{{0,40}}\))?"
LIST = rf"{ENTRY}(?:(?:\s*[,;/]\s*|\s+(?:og|och|and|&|samt)\s+|\s*\n\s*[-*•–]\s*){ENTRY})*"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """Where a name stands, and how surely it is one."""

    start: int
    end: int
    certainty: float


def names_by_rule(text: str, rules: Sequence[Rule] | None = None) -> list[NameSpan]:
    """Every name that a rule finds, by its place; of overlapping ones the surer, then the longer."""
    found = [span for rule in rules or RULES for span in rule(text)]
    return settle(one for one in found if one is not None)


def settle(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Spans without overlap: overlapping ones become one, as long as the longest and as sure as the surest."""
    kept: list[NameSpan] = []
    for one in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and one.start < kept[-1].end:
            last = kept.pop()
            end, certainty = max(last.end, one.end), max(last.certainty, one.certainty)
            kept.append(NameSpan(start=last.start, end=end, certainty=certainty))
        else:
            kept.append(one)
    return kept


def _span(text: str, start: int, end: int, certainty: float, least: int = 1) -> NameSpan | None:
    """A candidate as a name, without words at its edges that are none; None where it is public, or too little is left.

    least: words that must be left.
    """
    words = [found.span() for found in re.finditer(r"[^\s]+", text[start:end])]
    while words and _opens(text[start + words[0][0] : start + words[0][1]]):
        words.pop(0)
    while len(words) > 1 and cue("never_name").fullmatch(text[start + words[-1][0] : start + words[-1][1]]):
        words.pop()
    if len(words) < least:
        return None
    start, end = start + words[0][0], start + words[-1][1]
    name = text[start:end]
    if is_public(name.title() if name.isupper() else name) or names_something_else(text, end):
        return None
    return NameSpan(start=start, end=end, certainty=certainty)


def _opens(word: str) -> bool:
    """Whether a word opens a sentence or says an office, and is not the first of a name."""
    return bool(cue("never_name").fullmatch(word) or cue("person_title").fullmatch(word)) and not (
        is_given(word) and word not in also_words()
    )


# -- what stands beside a name ------------------------------------------------------------------------------


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(
        rf"(?im:(?<![\w-])(?:{alternatives('person_label')})(?:\s*\([^)\n]{{0,30}}\))?\s*[*_]*\s*(?::[*_]*|(?<=v/)|(?<=by)|(?<=av)|(?<=af))\s*[-*•–]?\s*)(?P<names>{LIST})"
    )


LABEL_ENDS = re.compile(r":|[vV]/|(?:[bB][yY]|[aA][vVfF])(?![a-zæøåäö])")
"""What a label ends in, before a name."""


def _labels(text: str) -> Iterator[NameSpan | None]:
    """Behind *Referent:*, *Til stades:*, *Kontakt:*: one name or a list; one word only where it is a given name."""
    for found in _labelled().finditer(text) if LABEL_ENDS.search(text) else ():
        for name in re.finditer(rf"{BEFORE}{ANY}{AFTER}", found["names"]):
            start = found.start("names") + name.start()
            end = start + len(name[0])
            single = not re.search(r"[\s.]", name[0])
            if not single or (is_given(name[0]) and LISTED.match(text, end)):
                yield _span(text, start, end, SURE)


@cache
def _presented() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<!\w)(?:{alternatives('presents')}))[ \u00a0,:]+(?P<name>{ANY})")


def _presentations(text: str) -> Iterator[NameSpan | None]:
    for found in _presented().finditer(text):
        yield _span(text, *found.span("name"), SURE)


def _closings(text: str) -> Iterator[NameSpan | None]:
    """Behind or under *Med helsing*: on the same line, or on lines of their own with what belongs to a signature."""
    for found in pattern("closing").finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        rest = re.compile(rf"[ \u00a0,.!:–-]*(?P<name>{ANY}){AFTER}").match(text, found.end())
        if rest:
            yield _span(text, *rest.span("name"), SURE)
        if found.start() - line_start <= 12:
            yield from _signature(text, text.find("\n", found.end()))


def _signature(text: str, at: int) -> Iterator[NameSpan | None]:
    lines = 0
    while at >= 0 and lines < SIGNATURE_LINES:
        end = text.find("\n", at + 1)
        line = text[at + 1 : end if end >= 0 else len(text)]
        if line.strip(" >\t\u00a0"):
            lines += 1
            if len(line) > LONGEST_LINE:
                return
            yield from _signed(text, at + 1, line, first=lines == 1)
        at = end


def _signed(text: str, start: int, line: str, *, first: bool) -> Iterator[NameSpan | None]:
    """The name at the head of a signature's line; a single word only on the first."""
    form = rf"\s*[>*_–-]*\s*(?P<name>{ANY}|{SHOUTED})(?=\s*(?:$|[,(|/·–<*_-]|\d|[\w.+-]+@|(?:og|och|and|&)\s))"
    found = re.match(form, line)
    while found:
        several = bool(re.search(r"[\s]", found["name"]))
        if several or first:
            sure = first or is_given(re.split(r"[\s]", found["name"])[0])
            yield _span(text, start + found.start("name"), start + found.end("name"), SURE if sure else LIKELY)
        following = re.compile(
            rf"\s*(?:,|/|&|og|och|and)\s+(?P<name>{FULL})(?=\s*(?:$|[,(|/·–<-]|(?:og|och|and|&)\s))"
        ).match(line, found.end())
        found = following


def _addressed(text: str) -> Iterator[NameSpan | None]:
    """Before an e-mail address, in brackets or not: *Kari Nes <kari@…>*, *Kari Nes (knes@…)*."""
    for found in EMAIL.finditer(text) if "@" in text else ():
        before = text[max(0, found.start() - 90) : found.start()]
        name = re.search(
            rf"{BEFORE}(?P<name>{ANY}|\"?{SHOUTED}\"?)(?P<role>,\s[^,\n@]{{2,40}}|\s\([^)\n]{{2,40}}\))?[\"'»]?[\s,:;–(\[<|·-]*(?:e-?post|e-?mail|epost|mailto)?:?[\s(\[<]*\Z",
            before,
        )
        if name:
            at = max(0, found.start() - 90)
            single = not re.search(r"\s", name["name"])
            if not single or is_given(name["name"]):
                yield _span(text, at + name.start("name"), at + name.end("name"), SURE if not name["role"] else LIKELY)


@cache
def _with_role() -> re.Pattern[str]:
    roles = alternatives("person_role")
    return re.compile(
        rf"{BEFORE}(?P<name>{FULL}){AFTER}(?=\s*(?:,\s*|\s\(\s*|\s[–-]\s)(?:[\w-]+\s){{0,2}}(?i:{roles})(?!\w))"
    )


def _roles(text: str) -> Iterator[NameSpan | None]:
    """Before a role or an age: *Eskil Vråliødegard (leverandør …)*, *Torleiv Askimdal, styreleiar*."""
    for found in _with_role().finditer(text) if _holds_two(text) else ():
        yield _span(text, *found.span("name"), LIKELY if not _any_given(found["name"]) else SURE, 2)


@cache
def _spoken() -> re.Pattern[str]:
    verbs = alternatives("person_verb")
    return re.compile(
        rf"{BEFORE}(?P<name>{FULL}){AFTER}(?=(?:\s\([^)\n]{{1,60}}\)|,[^,.\n]{{1,60}},)?\s(?:{verbs})(?!\w))"
        rf"|(?<!\w)(?:{verbs})\s(?P<after>{FULL}){AFTER}"
    )


def _spoke(text: str) -> Iterator[NameSpan | None]:
    """Beside a verb of speech or a person's doing: *Ragna Tuvåsen fortalde*."""
    for found in _spoken().finditer(text) if _holds_two(text) else ():
        group = "name" if found["name"] else "after"
        yield _span(text, *found.span(group), LIKELY if _any_given(found[group]) else DOUBTFUL, 2)


@cache
def _related() -> re.Pattern[str]:
    kin, titles = alternatives("kin"), alternatives("person_title")
    return re.compile(
        rf"(?<!\w)(?:(?i:{kin})(?:\s(?:min|mi|mitt|mine|vår|vårt|hans|hennar|hennes|my|our))?,?\s(?P<kin>{ANY})|(?i:(?<!\w)(?:{titles}))\s(?P<titled>{ANY})){AFTER}"
    )


def _relatives(text: str) -> Iterator[NameSpan | None]:
    """Behind kin or a title: *bror min Olav*, *fru Hansen*, *Dr. Berg*."""
    for found in _related().finditer(text) if may_hold(text, "kin", "person_title") else ():
        group = "kin" if found["kin"] else "titled"
        yield _span(text, *found.span(group), LIKELY)


TWO = re.compile(rf"{BEFORE}{FULL}")


@lru_cache(maxsize=8)
def _holds_two(text: str) -> bool:
    """Whether two words of a name stand together anywhere: without, several rules have nothing to look at."""
    return TWO.search(text) is not None


PAIRED = re.compile(rf"{BEFORE}(?P<name>{FULL}){AFTER}")


def _paired(text: str) -> Iterator[NameSpan | None]:
    """A given name with a family name behind it."""
    for found in PAIRED.finditer(text) if _holds_two(text) else ():
        words = list(re.finditer(r"\S+", found["name"]))
        given = next((word for word in words[:-1] if is_given(word[0])), None)
        if given is not None:
            doubtful = given[0] in also_words() and not is_given(words[-1][0])
            first = words[1] if words[0] is not given and _opens_sentence(text, found.start()) else words[0]
            yield _span(text, found.start() + first.start(), found.end(), DOUBTFUL if doubtful else SURE, 2)


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a capital says nothing: the first word of a line or a sentence has one anyway."""
    before = text[:at].rstrip(" \u00a0«\"'(*–-")
    return not before or before[-1] in ".!?:\n"


@cache
def _alone() -> re.Pattern[str]:
    verbs, greets = alternatives("person_verb"), alternatives("person_greeting")
    said = rf"{BEFORE}(?P<said>{WORD})(?=\s(?:{verbs})(?!\w))"
    return re.compile(rf"{said}|(?<!\w)(?i:{greets}),?\s(?P<greeted>{WORD}){AFTER}(?=\s?[,!.\n]|\s*\Z)")


def _lone(text: str) -> Iterator[NameSpan | None]:
    """A given name alone, beside a verb of speech or in a greeting: *Marit sa*, *Hei Oddlaug*."""
    for found in _alone().finditer(text) if may_hold(text, "person_verb", "person_greeting") else ():
        group = "said" if found["said"] else "greeted"
        word = found[group]
        if is_given(word) and (word not in also_words() or group == "greeted"):
            yield _span(text, *found.span(group), LIKELY)
        elif group == "greeted" and not is_place(word):
            yield _span(text, *found.span(group), DOUBTFUL)


Rule = Callable[[str], Iterator[NameSpan | None]]
IN_FORM: tuple[Rule, ...] = (_labels, _presentations, _closings, _addressed)
"""Rules that know a name by the form of what it stands in: a label, a signature, an address."""

RUNNING: tuple[Rule, ...] = (_roles, _spoke, _relatives, _paired, _lone)
"""Rules that know a name by its own words and those beside it."""

RULES = (*IN_FORM, *RUNNING)


def _any_given(name: str) -> bool:
    return any(is_given(word) for word in name.split())
