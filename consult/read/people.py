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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from consult.read.again import RUN, ByWords, pairs
from consult.read.contacts import EMAIL
from consult.read.cues import alternatives, cue, may_hold
from consult.read.given_names import also_words, is_given
from consult.read.public_names import is_body_word, is_place, is_public, names_something_else, stands_for_place
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


# -- the same name again --------------------------------------------------------------------------------------


def names_again(text: str, names: Sequence[str]) -> list[NameSpan]:
    """Where names that are known stand again: whole, or by a family or given name alone, also with a genitive's s.

    names: as they were found, in this text or for the contributor. A family name that stands as a place stays.
    """
    wanted: dict[str, bool] = {}
    for name in names:
        parts = [part for part in name.split() if len(part) > 2 and part[0].isupper()]
        wanted[" ".join(name.split())] = True
        if len(parts) > 1:
            wanted |= {
                part: part in wanted for part in (parts[0], parts[-1]) if part not in also_words() or part == parts[-1]
            }
    odd = {name: whole for name, whole in wanted.items() if not RUN.match(name)}
    found = [span for name, whole in odd.items() for span in _again(text, name, whole=whole)]
    return settle([*found, *_at_words(text, {name: wanted[name] for name in wanted.keys() - odd.keys()})])


def _at_words(text: str, wanted: Mapping[str, bool]) -> Iterator[NameSpan]:
    """Where names that begin with a letter stand. wanted: name → whether it is whole."""
    known, ends = ByWords(wanted), dict.fromkeys(wanted, 0)
    for start, first, second in pairs(text) if wanted else ():
        for name in known.at(first, second):
            found = _form(name).match(text, start) if start >= ends[name] else None
            if found:
                ends[name] = found.end()
                yield from _if_name(text, name, found, whole=wanted[name])


def _again(text: str, name: str, *, whole: bool) -> Iterator[NameSpan]:
    for found in _form(name).finditer(text):
        yield from _if_name(text, name, found, whole=whole)


@lru_cache(maxsize=4096)
def _form(name: str) -> re.Pattern[str]:
    """A name as it may stand again: broken over lines, in the genitive, and no part of a longer word."""
    form = r"\s+".join(re.escape(part) for part in name.split())
    return re.compile(rf"(?<![\w-]){form}(?P<genitive>['’]?s|['’])?(?![\w])(?!-[{CAPITAL}])")


def _if_name(text: str, name: str, found: re.Match[str], *, whole: bool) -> Iterator[NameSpan]:
    """The span without its genitive; nothing where one word alone stands for a place or a body."""
    single = " " not in name
    if single and (stands_for_place(text, found.start(), found.end()) or is_place(name) or is_body_word(name)):
        return
    end = found.end() - len(found["genitive"] or "")
    yield NameSpan(start=found.start(), end=end, certainty=SURE if whole else LIKELY)


# -- file names -------------------------------------------------------------------------------------------------


_DOUBLE = re.compile(r"(?:-[^\W\d_]{2,})+(?![^\W_])")
"""The rest of a double family name in a file's name."""


def names_in_path(path: str, names: Sequence[str] = ()) -> list[NameSpan]:
    """Names in a file's path: a given name and the word behind it, whatever joins them, and `names` known already."""
    spans = []
    for found in re.finditer(r"(?<![^\W_])([^\W\d_]+)(?=[ ._+-]+([^\W\d_]{2,})(?![^\W_]))", path):
        first = found[1].capitalize()
        if is_given(first) and not _is_common(found[2]) and not (first in also_words() and found[1].islower()):
            joined = "-" in path[found.end(1) : found.start(2)]
            double = None if joined else _DOUBLE.match(path, found.end(2))
            end = double.end() if double else found.end(2)
            spans.append(NameSpan(start=found.start(), end=end, certainty=LIKELY))
    for name in names:
        parts = [part for part in re.split(r"[\s.]+", name) if part]
        form = r"[\s._+-]*".join(re.escape(part) for part in parts)
        long = max((len(part) for part in parts), default=0) > 3
        found_again = re.finditer(rf"(?<![^\W\d_]){form}(?![^\W\d_])", path, re.IGNORECASE) if long else ()
        spans += [NameSpan(start=one.start(), end=one.end(), certainty=SURE) for one in found_again]
    return settle(spans)


def _is_common(word: str) -> bool:
    """Whether a word behind a given name in a file's name is no family name: *kari_innspel*, *anna_docx*."""
    return bool(cue("file_word").fullmatch(word)) or is_body_word(word) or is_public(word.capitalize())
