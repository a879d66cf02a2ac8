"""Lines by which somebody signs without a closing formula: who they are, where they live, for whom they write.

In: a line, and those beside it. Out: yes or no. That a line stands at the end of a letter is for the caller to see.

>>> signs_for("For FAU, Siri Nordal"), signs_for("For dyrt"), tells_who("Gard", "Gard Myklebust")
(True, False, True)
"""

from __future__ import annotations

import re

from consult.read.bodies import BODIES
from consult.read.senders import is_kind, named
from consult.read.signs import ADDRESS, CAPITAL, NAME, gives_contact, has_contact, has_date
from consult.read.units import word_count
from consult.read.vocabulary import pattern

NAME_WORDS = 4  # of a name alone on a line
STREET = re.compile(rf"[{CAPITAL}][\w.-]*(?:\s[\w.-]+){{0,3}}\s\d{{1,4}}\s?[A-Za-z]?")
TOWN = re.compile(rf"(?:[A-Z]{{1,2}}-)?(?:\d{{4}}|\d{{3}}\s?\d{{2}})\s[{CAPITAL}][\w.-]+(?:\s[\w.-]+){{0,2}}")
FOR = re.compile(r"(?:For|För|For and on behalf of|På vegne?r? av|På uppdrag av)\s+")
PLACE_AND_DAY = re.compile(rf"[{CAPITAL}][\w.-]+(?:\s[\w.-]+){{0,2}}(?:,\s*(?:den\s)?|\s+den\s+)(?=\d)")
DATE_WORDS = 6
WORDS = re.compile(r"[^\W\d_]+")


def tells_who(line: str, contributor: str) -> bool:
    """Whether a line by itself says who wrote, or where they are: *Bakkevej 14, 4000 Skovby*, *Inga Berg, leiar*."""
    bare = line.strip(" .,!")
    if has_contact(line) and (gives_contact(line) or bool(ADDRESS.fullmatch(bare))):
        return True
    return _holds_office(bare) or _is_named_so(bare, contributor)


def signs_for(line: str) -> bool:
    """Whether a line says for which association or body somebody signs: *For Naturvernforbundet i Nes*."""
    found = FOR.match(line)
    if found is None:
        return False
    first = re.split(r"\s*[,/–:]\s*", line[found.end() :].strip(" ."), maxsplit=1)[0]
    return named(first, BODIES) == first or is_kind(first)


def signs_over(line: str) -> bool:
    """Whether a line above who signs says for whom, whatever they are called: *For Nes JFF* over *Arne Dal, leiar*."""
    found = FOR.match(line)
    rest = line[found.end() :].strip() if found else ""
    return bool(rest) and len(rest.split()) <= NAME_WORDS and rest[0].isupper() and rest[-1] not in ".,!?:"


def says_where_and_when(line: str) -> bool:
    """Whether a line says where and when a letter was signed, and nothing else: *Alta, 9. januar 2027*."""
    return bool(PLACE_AND_DAY.match(line)) and has_date(line) and word_count(line) <= DATE_WORDS


def stands_over_address(line: str, above: str, under: str) -> bool:
    """Whether a line is a town or street at the very end, a street over a town, or a name over a street."""
    line, above, under = (one.strip(" .,") for one in (line, above, under))
    if not under:
        over = NAME if STREET.fullmatch(line) else STREET
        return bool(TOWN.fullmatch(line) or STREET.fullmatch(line)) and bool(over.fullmatch(above))
    if TOWN.fullmatch(under):
        return bool(STREET.fullmatch(line))
    return bool(NAME.fullmatch(line)) and bool(STREET.fullmatch(under) or ADDRESS.fullmatch(under))


def _holds_office(line: str) -> bool:
    """*Inga Berg, leiar* or *Leiar: Inga Berg*."""
    name, _, office = line.partition(",")
    if pattern("board_role").match(office.strip()) and NAME.fullmatch(name.strip()):
        return True
    role = pattern("board_role").match(line)
    return role is not None and NAME.fullmatch(line[role.end() :].strip(" :,–-")) is not None


def _is_named_so(line: str, contributor: str) -> bool:
    """Whether a line is the sender's name, or the part of it that they sign by; an address may tell the name."""
    said, known = (WORDS.findall(text.casefold()) for text in (line, contributor))
    if not said or len(said) > NAME_WORDS or not line[:1].isupper() or not any(len(word) > 1 for word in said):
        return False
    return all(word in known or len(word) == 1 for word in said)
