"""How to reach a person: e-mail addresses, also disguised ones, telephone numbers, and pages of their own.

In: a text. Out: sightings. Mailboxes of an office (*post@*, *innspel@*) stay: nobody is behind them by name. Numbers of
no known series are numbers too: what counts is how they are written and what stands beside them, for fictional and
foreign numbers must not pass where a library of number plans says that they do not exist.

>>> [found.kind for found in find_contacts("Skriv til ola.n (krøllalfa) dal punktum no, ikkje post@dal.no")]
['email']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from consult.read.cues import alternatives, cue, cued, directly
from consult.read.given_names import is_given
from consult.read.numbers import DOUBTFUL, LIKELY, SURE, Sighting, digits_of, has_digit, without_overlap
from consult.read.public_names import is_body_word

REACH = 24  # characters before a number in which a word makes it a telephone
LONGEST = 15  # digits of a number with its country's (ITU-T E.164)

LOCAL = r"[\w.+%'’-]{0,63}[\w+%-]"
LABEL = r"[\w-]{1,63}"
START = r"(?<![\w.+%@'’-])"
EMAIL = re.compile(
    rf"{START}['’]?{LOCAL}\s?@\s?{LABEL}(?:\.{LABEL}){{0,8}}\.[^\W\d_]{{2,24}}"
    rf"|{START}{LOCAL}@{LABEL}\.[\w.-]{{0,99}}\w"
)
AT_WORD = r"at|æt|ætt|krøllalfa|krollalfa|alfakrøll|snabel-?a|snabela|kanel(?:bulle|bolle)|ätt?|miukumauku|@|a"
AT_SURE = r"krøllalfa|krollalfa|alfakrøll|snabel-?a|snabela|kanel(?:bulle|bolle)|miukumauku"
DOT_WORD = r"dot|punktum|punkt|prikk|prik|piste|\."
AT = rf"\s{{0,3}}[\[({{<]\s?(?:{AT_WORD})\s?[\])}}>]\s{{0,3}}|\s{{1,3}}(?:{AT_SURE})\s{{1,3}}|\s?_at_\s?"
DOT = (
    rf"\s{{0,3}}[\[({{<]\s?(?:{DOT_WORD})\s?[\])}}>]\s{{0,3}}|\s{{1,3}}(?:dot|punktum|punkt|prikk|prik|piste)\s{{1,3}}"
)
MAILERS = r"gmail|hotmail|outlook|live|msn|yahoo|icloud|me|proton(?:mail)?|online|getmail|broadpark|telia|bredband"
"""Whose name behind *på* makes an address: *på* alone stands everywhere."""

HOST = rf"{LABEL}(?:(?:\.|{DOT}){LABEL}){{0,4}}"
DISGUISED = re.compile(
    rf"{START}{LOCAL}(?:(?:{DOT}){LOCAL}){{0,4}}(?:{AT}){HOST}(?:\.|{DOT})[^\W\d_]{{2,10}}(?!\w)"
    rf"|{START}{LOCAL}(?:(?:{DOT}){LOCAL}){{0,4}}\s+(?:at|ætt?|ätt?)\s+"
    rf"{LABEL}(?:\.{LABEL}){{0,4}}(?:{DOT})[^\W\d_]{{2,10}}(?!\w)"
    rf"|{START}{LOCAL}(?:(?:{DOT}){LOCAL}){{0,4}}\s+på\s+(?:{MAILERS})(?:\.|{DOT})[^\W\d_]{{2,10}}(?!\w)",
    re.IGNORECASE,
)
MAY_DISGUISE = re.compile(
    rf"[\[({{<]|_at_|{AT_SURE}|(?<=\s)(?:dot|punktum|punkt|prikk|prik|piste)(?=\s)|på\s+(?:{MAILERS})", re.IGNORECASE
)
"""What every disguised address holds; most texts hold none of it."""

PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|m\.|no\.)?(?:facebook|fb|instagram|linkedin|twitter|x|tiktok|snapchat|threads)\.com/(?:in/|add/|profile\.php\?id=|@)?[\w.@%-]+"
    r"|(?<![\w./])(?:bsky\.app/profile/|t\.me/|mastodon\.\w+/@)[\w.@-]+",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@./+-])@[^\W\d_]\w{1,30}(?:\.\w{1,30}){0,3}(?!\w)")
SIGN = r"[ \u00a0\u202f.\-‐‑–/\n]"
INTERNATIONAL = re.compile(rf"(?<![\w+])(?:\+|00(?=[1-9 ]))\s?\d{{1,3}}(?:{SIGN}?\(?\d\)?){{5,14}}(?!\d)")
NORDIC = re.compile(
    r"(?<![\w/.,:§+-])(?<!\d )(?:"
    r"[2-9]\d{2}[\s\u00a0\u202f.-]\d{2}[\s\u00a0\u202f.-]\d{3}"  # 428 06 917
    r"|[2-9]\d(?:([\s\u00a0\u202f.])\d{2})(?:\1\d{2}){2}"  # 54 10 82 33
    r"|0\d{1,3}\s?[-–/ ]\s?\d{2,3}(?:[\s\u00a0]?\d{2,3}){1,3}"  # 070-174 06 38, 040 123 4567, 020 7946 0958
    r"|\(0\d{1,4}\)\s?\d{2,4}(?:[\s\u00a0-]?\d{2,4}){1,2}"
    r"|0\d{2,4}\s\d{3,4}\s\d{3,4}|0\d{4}\s\d{6}"
    r")(?![\d/])(?![.,:]\d)(?!-\d)(?![ \u00a0]\d{2}(?!\d))"
)
BARE = re.compile(r"(?<![\w/.,:§+-])(?<!\d )[2-9]\d{7}(?![\w/-])(?![.,:]\d)(?! \d)")
FOUR = re.compile(r"(?<![\w/.,:§+-])(?<!\d )[2-9]\d{3}[\s\u00a0-]\d{4}(?![\w/-])(?![.,:]\d)(?! \d)")
CUED = re.compile(rf"(?<![\w/])(?:\(\d{{1,4}}\)|\d)(?:{SIGN}{{0,2}}\d){{5,14}}(?![\w/])")
SPACED = re.compile(r"(?<![\w/.,:§+-])(?<!\d )[2-9](?:[ \u00a0.-]\d){7}(?![\w/-])(?![.,:]\d)(?! \d)")
NUMERALS = (
    r"null|noll|nul|zero|oh", r"ein|éin|én|en|ett|eitt|et|one", r"to|två|two", r"tre|three", r"fire|fyra|four",
    r"fem|five", r"seks|sex|six", r"sju|syv|seven", r"åtte|otte|åtta|eight", r"nine|nio|ni",
)  # fmt: skip
SAID = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(NUMERALS)})[ ,\u00a0-]{{1,2}}){{7,11}}(?:{'|'.join(NUMERALS)})(?!\w)", re.IGNORECASE
)
"""A number spelled out, sign by sign."""

MOBILE = "49"  # what Norwegian mobile numbers begin with


def find_contacts(text: str) -> list[Sighting]:
    """Every address and number by which a person can be reached; of overlapping readings the surer one."""
    return without_overlap([*_emails(text), *_profiles(text), *_phones(text)])


# -- e-mail -----------------------------------------------------------------------------------------------


def _emails(text: str) -> Iterator[Sighting]:
    for found in EMAIL.finditer(text) if "@" in text else ():
        start = found.start() + len(found[0]) - len(found[0].lstrip("'’-%"))
        if not is_office(text[start : found.end()]):
            yield Sighting(start, found.end(), "email", SURE)
    for found in DISGUISED.finditer(text) if MAY_DISGUISE.search(text) else ():
        if not is_office(re.split(AT, found[0], maxsplit=1, flags=re.IGNORECASE)[0]):
            yield Sighting(*found.span(), "email", SURE)


def is_office(address: str) -> bool:
    """Whether a mailbox is an office's and no person's: by its parts, or because it is called as its domain is.

    >>> [is_office(one) for one in ("innspel@dal.no", "kari.post@dal.no", "digdir@digdir.no")]
    [True, False, True]
    """
    local, _, domain = address.casefold().partition("@")
    parts = [part for part in re.split(r"[\W\d_]+", local) if part]
    if not parts or _of_office(local):
        return bool(local)  # numbers only: nobody is named
    named = [part for part in parts if not (_of_office(part) or is_body_word(part))]
    rest = set(named) - set(re.split(r"[\W_]+", domain))
    return not rest or (parts[0] not in named and not _of_somebody(parts))


def _of_office(part: str) -> bool:
    return bool(_office().fullmatch(part))


def _of_somebody(parts: Sequence[str]) -> bool:
    """Whether a mailbox begins with an office that one person holds, or a given name is among its parts."""
    return bool(cue("office_holder").fullmatch(parts[0])) or any(is_given(part.capitalize()) for part in parts)


@cache
def _office() -> re.Pattern[str]:
    """What a part of an office's mailbox may be."""
    return re.compile(alternatives("role_mailbox"), re.IGNORECASE)


def _profiles(text: str) -> Iterator[Sighting]:
    for found in PROFILE.finditer(text) if "/" in text else ():
        yield Sighting(*found.span(), "profile", LIKELY)
    for found in HANDLE.finditer(text) if "@" in text else ():
        parts = [part for part in re.split(r"[\W\d_]+", found[0]) if part]
        if len(parts) > 1 and is_given(parts[0].capitalize()):
            yield Sighting(*found.span(), "profile", LIKELY)


# -- telephone --------------------------------------------------------------------------------------------


def _phones(text: str) -> Iterator[Sighting]:
    yield from _said(text)
    if not has_digit(text):
        return
    for found in INTERNATIONAL.finditer(text):
        if 7 <= len(digits_of(found[0])) <= LONGEST + 2 and _is_phone(text, found.start(), found.end()):
            yield Sighting(*found.span(), "phone", SURE)
    for found in CUED.finditer(text):
        if directly("phone_cue", text, found.start(), REACH) and 6 <= len(digits_of(found[0])) <= LONGEST:
            yield Sighting(*_within_line(text, *found.span()), "phone", SURE)
    for form, sure in ((NORDIC, LIKELY), (FOUR, DOUBTFUL), (BARE, DOUBTFUL), (SPACED, DOUBTFUL)):
        for found in form.finditer(text):
            certainty = _certainty(form, sure, text, found)
            if certainty and _is_phone(text, *found.span()):
                yield Sighting(*found.span(), "phone", certainty)


def _said(text: str) -> Iterator[Sighting]:
    """Numbers that are spelled out."""
    for found in SAID.finditer(text):
        if not _counts(found[0]):
            sure = SURE if cued("phone_cue", text, found.start(), REACH) else DOUBTFUL
            yield Sighting(*found.span(), "phone", sure)


def _counts(said: str) -> bool:
    """Whether somebody counts: *one, two, three …*, up or down."""
    digits = [
        next(digit for digit, forms in enumerate(NUMERALS) if re.fullmatch(forms, word, re.IGNORECASE))
        for word in re.split(r"[ ,\u00a0-]+", said)
    ]
    steps = {after - before for before, after in pairwise(digits)}
    return steps <= {1} or steps <= {-1} or steps <= {0}


def _within_line(text: str, start: int, end: int) -> tuple[int, int]:
    """A number that a line's end breaks goes on below it; another number on a line of its own does not belong to it."""
    first, broken, _ = text[start:end].partition("\n")
    if broken and len(digits_of(first)) >= 8:
        return start, start + len(first.rstrip())
    return start, start + len(text[start:end].rstrip("("))


def _certainty(form: re.Pattern[str], sure: float, text: str, found: re.Match[str]) -> float:
    """How surely a number that nothing announces is a telephone; 0 where it is as likely something else."""
    if cued("phone_cue", text, found.start(), REACH):
        return SURE
    digits = found[0]
    if form in (NORDIC, SPACED):
        return sure
    if cued("record_cue", text, found.start(), REACH) or YEARS.fullmatch(digits):
        return 0.0
    alone = (
        text[: found.start()].rpartition("\n")[2].strip(" \t·|,") == ""
        and text[found.end() :].split("\n", maxsplit=1)[0].strip() == ""
    )
    if form is BARE:
        return sure if digits[0] in MOBILE or alone else 0.0
    return sure if alone else 0.0


YEARS = re.compile(r"(?:19|20)\d{2}\D?(?:(?:19|20)\d{2}|[01]\d[0-3]\d)")


def _is_phone(text: str, start: int, end: int) -> bool:
    """Whether nothing around a number says that it is an amount, a case, a law or one of a row of figures."""
    if cue("unit").match(text, end + (text[end : end + 1] in " \u00a0")):
        return False
    if cued("phone_cue", text, start, REACH):
        return True
    return not (
        directly("record_cue", text, start, REACH)
        or text[:start].rstrip(" ").endswith(("§", "NS-EN", "ISO", "kr", "NOK"))
    )
