r"""Street addresses in five languages and Finnish, with the postcode and place that follow.

In: a text. Out: sightings. A street is a word that ends as streets do with a number behind it; any name with a number
is one where a postcode and a place follow, or where somebody says that they live there. Places alone, rooms, tables,
sections and post boxes stay.

>>> text = "Eg bur i Tyttebærlia 27,\n6899 Fjelløya, ved Lia skule 2"
>>> [text[found.start : found.end] for found in find_addresses(text)]
['Tyttebærlia 27,\n6899 Fjelløya']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consult.read.cues import alternatives, cued
from consult.read.numbers import DOUBTFUL, LIKELY, SURE, Sighting, has_digit, without_overlap

CAPITAL = "A-ZÆØÅÄÖÉÜÁŠČŽŊ"
REACH = 30
HOUSE = r"\d{1,4}(?:\s?[A-HJ-Za-hj-z](?![\w]))?(?:\s?[-–/]\s?\d{1,4}(?:\s?[A-Za-z](?!\w))?)?"
LEVEL = r"(?:etasje|etg\.?|sal|tv\.?|th\.?|mf\.?|vån\.?|tr\.?|floor)(?:\s?(?:tv|th|mf)\.?)?"
FLAT = r"(?:leil\.?|leilighet(?:snr\.?)?|leilegheit|lgh\.?|bolig|bustad|bruksenhet)"
UNIT = (
    rf"{FLAT}\s?(?:[HUKL]\s?)?\d{{3,4}}|[HUKL]\s?\d{{3,4}}|[Ff]lat\s\d+|[A-Z]\s\d{{1,3}}"
    r"|\d{1,3}(?=,\s\d{5}\s)"
)
FLOOR = rf"(?:,?\s(?:\d{{1,2}}\.\s?{LEVEL}|{UNIT}))?"
PLACE_MORE = rf"[{CAPITAL}][\w-]{{1,40}}|i\s[{CAPITAL}]\w+|på\s[{CAPITAL}]\w+|[{CAPITAL}](?!\w)"
PLACE = rf"[{CAPITAL}][\w'’-]{{1,40}}(?:[ \u00a0](?:{PLACE_MORE})){{0,2}}"
POSTCODE = r"(?:(?:N|S|SE|DK|FI|FIN|NO)-?\s?)?(?:\d{4}|\d{3}\s\d{2}|\d{5})(?!\d)"
UK_CODE = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
GAP = r"(?:,?[ \u00a0]?\n|,[ \u00a0]*|[ \u00a0]+[·|–-][ \u00a0]|[ \u00a0]+)"
TAIL = rf"(?:{FLOOR}(?:{GAP}(?:{POSTCODE}[ \u00a0]+{PLACE}|(?:{PLACE},?\s)?{UK_CODE})))"
FRONT = rf"(?:(?:[{CAPITAL}][\w.'’-]{{0,40}}|St\.|Dr\.|de|den|van|av|og)[ \u00a0]){{0,3}}"


def find_addresses(text: str) -> list[Sighting]:
    """Every street address; of overlapping readings the surer one, then the longer."""
    if not has_digit(text):
        return []
    return without_overlap([*_streets(text), *_with_postcode(text), *_said(text), *_english(text), *_small(text)])


@cache
def _street() -> re.Pattern[str]:
    """A street's name as one word or more, its number, and what follows."""
    ends = alternatives("street_end")
    words = alternatives("street_word")
    name = rf"(?:{FRONT}(?:[{CAPITAL}][\w.'’-]{{0,40}}(?:{ends})|[{CAPITAL}][\w.'’-]{{1,40}}s?[ \u00a0](?:{words})))"
    return re.compile(rf"(?<![\w.'’-])(?:{name})[ \u00a0]{HOUSE}(?![\w])(?![.,:/]\d)(?:{TAIL}|{FLOOR})")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.'’-])(?:{FRONT}[{CAPITAL}][\w.'’-]{{1,40}})[ \u00a0]{HOUSE}(?![\w])(?![.:/]\d){TAIL}")


@cache
def _home() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.'’-])(?:{FRONT}[{CAPITAL}][\w.'’-]{{1,40}})[ \u00a0]{HOUSE}(?![\w])(?![.,:/]\d)(?:{TAIL}|{FLOOR})"
    )


@cache
def _british() -> re.Pattern[str]:
    words = alternatives("english_street")
    flat = r"(?:(?:Flat|Apt\.?|Apartment|Unit)\s\d{1,4}[A-Z]?,?\s)?"
    behind = r"(?:,?\s(?:Flat|Apt\.?|Apartment|Unit|No\.?)\s\d{1,4}[A-Z]?)?"
    city = rf"(?:{GAP}{PLACE}){{0,2}}{GAP}{UK_CODE}"
    return re.compile(
        rf"(?<![\w.'’-])(?:{flat})\d{{1,4}}[A-Za-z]?,?\s(?:[{CAPITAL}][\w.'’-]{{1,40}}\s){{1,3}}(?:{words})(?![\w]){behind}(?:{city}|{GAP}{POSTCODE}\s{PLACE})?"
    )


@cache
def _in_small_letters() -> re.Pattern[str]:
    ends = alternatives("street_end")
    place = rf"(?P<tail>{GAP}{POSTCODE}[ \u00a0]+[^\W\d_][\w'’-]{{1,40}})?"
    return re.compile(
        rf"(?<![\w.'’-])[^\W\d_A-ZÆØÅÄÖ][\w’-]{{2,40}}?(?:{ends})[ \u00a0]{HOUSE}(?![\w])(?![.,:/]\d){place}"
    )


def _small(text: str) -> Iterator[Sighting]:
    """A street in small letters, where a postcode and a place follow, or somebody says that they live there."""
    for found in _in_small_letters().finditer(text):
        if (found["tail"] or cued("home_cue", text, found.start(), REACH)) and not _no_street().match(found[0]):
            yield Sighting(*found.span(), "address", LIKELY if found["tail"] else DOUBTFUL)


def _streets(text: str) -> Iterator[Sighting]:
    for found in _street().finditer(text):
        if not _no_street().match(found[0]):
            yield Sighting(*_from_capital(found), "address", SURE)


def _with_postcode(text: str) -> Iterator[Sighting]:
    for found in _bare().finditer(text):
        if not _no_street().match(found[0]) and not POST_BOX.search(found[0]):
            yield Sighting(*found.span(), "address", LIKELY)


def _said(text: str) -> Iterator[Sighting]:
    """A name with a number, where somebody says that they live there."""
    for found in _home().finditer(text):
        if cued("home_cue", text, found.start(), REACH) and not _no_street().match(found[0]):
            yield Sighting(*found.span(), "address", LIKELY)
    for found in HOUSEHOLD.finditer(text):
        if cued("home_cue", text, found.start(), REACH):
            yield Sighting(*found.span(), "address", DOUBTFUL)


def _english(text: str) -> Iterator[Sighting]:
    for found in _british().finditer(text):
        yield Sighting(*found.span(), "address", LIKELY)


def _from_capital(found: re.Match[str]) -> tuple[int, int]:
    """Without words that only open the sentence: *I Storgata 4* is Storgata 4."""
    lead = _opening().match(found[0])
    start = found.start() + (lead.end() if lead else 0)
    return start, found.end()


HOUSEHOLD = re.compile(
    rf"(?<![\w.'’-])[{CAPITAL}][\w'’-]{{1,40}},\s?\n?\s?\d{{4}}\s[{CAPITAL}][\w-]{{1,40}}|(?<![\w.,])\d{{4}}\s[{CAPITAL}][\w-]{{1,40}}"
)
POST_BOX = re.compile(r"\b(?:Post[bB]oks|[Bb]oks|Pb\.?|Box|PO Box|P\.O\. Box|Postbox|Postfack)\b")


@cache
def _opening() -> re.Pattern[str]:
    """Words with a capital that only open a sentence before a street's name."""
    return re.compile(rf"(?:(?:{alternatives('before_street')})[ \u00a0])+")


@cache
def _no_street() -> re.Pattern[str]:
    """What is numbered and no street: tables, pages, months, roads of the state."""
    return re.compile(rf"(?:{alternatives('numbered')})\b\.?(?=[ \u00a0]\d)", re.IGNORECASE)
