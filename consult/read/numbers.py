"""Numbers that stand for a person: identity numbers, bank accounts, number plates; told from those that must stay.

In: the text of a source. Out: `(start, end, kind, certainty)` of each. Nothing is asked of today's date: a number is
what its digits say. Norwegian identity numbers follow Skatteetaten's own rule, with the numbers that are issued from
2032 on (first check digit may leave 0 to 3) and synthetic ones; a date-shaped number whose check digits do not add up
is a slip of the pen, and less certain. Organisation numbers, case numbers and amounts are no personal data.

>>> [found.kind for found in find_numbers("Fnr. 010190 12345, sak 2025/881")]
['identity_number']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from consult.read.cues import alternatives, cue, cued, directly
from consult.read.taken import Taken

SURE, LIKELY, DOUBTFUL = 1.0, 0.8, 0.5
CUE = 40  # characters before a number in which a word says what it is
CONTROL_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
CONTROL_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ORGANISATION = (3, 2, 7, 6, 5, 4, 3, 2, 1)
REMAINDERS_2032 = (0, 1, 2, 3)
MONTHS = {0: REMAINDERS_2032, 40: REMAINDERS_2032, 80: REMAINDERS_2032, 20: (0,), 60: (0,), 65: (0,)}
"""What is added to the month → what the first control may leave: ordinary, H or NAV's tests (40), Skatteetaten's tests
(80), and the rarer additions of other test registers, of which only the strict form is taken."""
HETU_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch that is, or may be, personal data."""

    start: int
    end: int
    kind: str
    certainty: float


def find_numbers(text: str) -> list[Sighting]:
    """Every identity number, account and number plate; where two readings overlap, the surer one."""
    if not has_digit(text):
        return []
    found = [sighting for finder in FINDERS for sighting in finder(text)]
    return without_overlap(found)


DIGIT = re.compile(r"\d")


def has_digit(text: str) -> bool:
    """Whether there is any digit, of any script: without one, most of what is looked for is not there."""
    return DIGIT.search(text) is not None


def without_overlap(found: Sequence[Sighting]) -> list[Sighting]:
    """Of sightings that overlap the surer one, then the first and longest; in the order of the text."""
    kept: list[Sighting] = []
    taken = Taken()
    for one in sorted(found, key=lambda s: (-s.certainty, s.start, -s.end, s.kind)):
        if taken.is_free(one.start, one.end):
            taken.add(one.start, one.end)
            kept.append(one)
    return sorted(kept, key=lambda s: s.start)


def digits_of(text: str) -> tuple[int, ...]:
    """The digits of a text, in order."""
    return tuple(int(sign) for sign in text if sign.isdecimal())


def _left(digits: Sequence[int], weights: Sequence[int]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11


# -- Norway ---------------------------------------------------------------------------------------------

NORWEGIAN = re.compile(
    r"(?<![\d/])(?<!\d[.,])\d{2}([ .\u00a0-]?)\d{2}\1\d{2}[\s.\u00a0-]{0,2}\d{3}[ .\u00a0]?\d{2}(?![\d/])(?![.,]\d)"
)


def is_norwegian(number: str) -> bool:
    """Whether 11 digits are an identity number: fødselsnummer, D-, H- or synthetic, of today or from 2032.

    >>> is_norwegian("010190 12345")
    False
    """
    digits = digits_of(number)
    if len(digits) != 11 or _left(digits, CONTROL_2) != 0:
        return False
    return _left(digits, CONTROL_1) in _allowed(digits)


def _allowed(digits: Sequence[int]) -> tuple[int, ...]:
    """What the first control may leave, for the kind of number that the date makes it; nothing where it is no date."""
    day, month, year = (digits[at] * 10 + digits[at + 1] for at in (0, 2, 4))
    day -= 40 if day > 40 else 0
    for added, remainders in MONTHS.items():
        if _is_date(day, month - added, year):
            return remainders
    return ()


def _is_date(day: int, month: int, year: int) -> bool:
    """Whether a day can be in some century: 29 February needs a leap year in one of them."""
    for century in (1900, 2000, 1800):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _norwegian(text: str) -> Iterator[Sighting]:
    for found in NORWEGIAN.finditer(text):
        digits, told = digits_of(found[0]), cued("identity_cue", text, found.start(), CUE)
        other = cued("record_cue", text, found.start(), 25) and not told
        grouped = bool(re.fullmatch(r"\d{2}[ .]?\d{2}[ .]?\d{2}[\s.\u00a0-]{1,2}\d{3}[ .\u00a0]?\d{2}", found[0]))
        if is_norwegian(found[0]) and not (other and _left(digits, CONTROL_1) != 0):
            yield Sighting(*found.span(), "identity_number", DOUBTFUL if other else SURE)
        elif _allowed(digits) and (
            told or (grouped and not other and not cued("account_cue", text, found.start(), CUE))
        ):
            yield Sighting(*found.span(), "identity_number", LIKELY if told else DOUBTFUL)
        elif told:
            yield Sighting(*found.span(), "identity_number", DOUBTFUL)


def is_organisation(number: str) -> bool:
    """Whether 9 digits are a Norwegian organisation number: these are public and stay."""
    digits = digits_of(number)
    return len(digits) == 9 and digits[0] in (3, 8, 9) and _left(digits, ORGANISATION) == 0


# -- Sweden, Denmark, Finland -----------------------------------------------------------------------------

SWEDISH = re.compile(r"(?<![\d/-])(?:(?:18|19|20)\d{2}|\d{2})(\d{2})(\d{2})[-+ ]?\d{4}(?![\d/-])")
DANISH = re.compile(r"(?<![\d/-])(\d{2})([ .]?)(\d{2})\2(\d{2})[- ]\d{4}(?![\d/-])|(?<![\d/-])\d{10}(?![\d/-])")
FINNISH = re.compile(r"(?<!\w)(\d{2})(\d{2})(\d{2})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?!\w)")


def is_swedish(number: str) -> bool:
    """Whether 10 or 12 digits are a personnummer or samordningsnummer (day + 60), check digit by Luhn's rule."""
    digits = digits_of(number)[-10:]
    month, day = digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
    if not _is_date(day - 60 if day > 60 else day, month, digits[0] * 10 + digits[1]):
        return False
    return luhn(digits)


def luhn(digits: Sequence[int]) -> bool:
    """Luhn's check: every second digit from the right is doubled, and its digits added."""
    doubled = (digit * 2 if at % 2 else digit for at, digit in enumerate(reversed(digits)))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0


def _swedish(text: str) -> Iterator[Sighting]:
    for found in SWEDISH.finditer(text):
        told = cued("identity_cue", text, found.start(), CUE)
        apart = bool(re.search(r"[-+]", found[0]))
        if is_swedish(found[0]) and (apart or told or len(digits_of(found[0])) == 12):
            sure = told or not cued("record_cue", text, found.start(), 25)
            yield Sighting(*found.span(), "identity_number", SURE if sure else DOUBTFUL)
        elif told:
            yield Sighting(*found.span(), "identity_number", LIKELY)


def _danish(text: str) -> Iterator[Sighting]:
    """CPR numbers: since 2007 the check digit says nothing, so that a date, the form and a word must do."""
    for found in DANISH.finditer(text):
        digits, told = digits_of(found[0]), cued("identity_cue", text, found.start(), CUE)
        day, month, year = (digits[at] * 10 + digits[at + 1] for at in (0, 2, 4))
        apart = len(found[0]) > 10 and not re.search(r"\d [\d]{4}\Z", found[0])
        if _is_date(day - 60 if day > 60 else day, month, year) and (told or apart):
            sure = told or not cued("record_cue", text, found.start(), 25)
            yield Sighting(*found.span(), "identity_number", (SURE if told else LIKELY) if sure else DOUBTFUL)


def is_finnish(number: str) -> bool:
    """Whether a text is a HETU: date, a sign for the century, three digits, and the check sign of modulo 31."""
    found = FINNISH.fullmatch(number)
    if not found or not _is_date(int(found[1]), int(found[2]), int(found[3])):
        return False
    return HETU_SIGNS[int(found[1] + found[2] + found[3] + found[4]) % 31] == found[5]


def _finnish(text: str) -> Iterator[Sighting]:
    for found in FINNISH.finditer(text):
        if is_finnish(found[0]):
            yield Sighting(*found.span(), "identity_number", SURE)
        elif cued("identity_cue", text, found.start(), CUE):
            yield Sighting(*found.span(), "identity_number", LIKELY)


PASSPORT = re.compile(r"(?<!\w)[A-Z]{1,3}\s?\d{6,7}(?!\w)|(?<!\w)\d{8,9}(?!\w)")


def _passports(text: str) -> Iterator[Sighting]:
    for found in PASSPORT.finditer(text):
        if cued("passport_cue", text, found.start(), 25):
            yield Sighting(*found.span(), "identity_number", LIKELY)


# -- money ------------------------------------------------------------------------------------------------

ACCOUNT = re.compile(r"(?<![\d/])\d{4}([. \u00a0]?)\d{2}\1\d{5}(?![\d/])")
ANY_ACCOUNT = re.compile(r"(?<![\d/])\d[\d .\u00a0-]{4,24}\d(?![\d/])")
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")
BRANCH = re.compile(
    r"(?<!\w)(?:reg\.?\s?(?:nr\.?)?|clearing(?:nr\.?|nummer)?)[\s:]*"
    r"(?P<number>\d{4}(?:-\d)?[,\s]+(?:konto\w*\.?[\s:]*)?\d[\d ]{4,12}\d)",
    re.IGNORECASE,
)
GIRO = re.compile(r"(?<![\d/-])\d{1,7}-\d{1,4}(?![\d/-])|(?<![\d/-])\d{2,4}(?: \d{2,4}){1,3}(?:-\d)?(?![\d/-])")


def is_account(number: str) -> bool:
    """Whether 11 digits are a Norwegian account number: modulo 11, the same weights as an identity number's."""
    digits = digits_of(number)
    return len(digits) == 11 and _left(digits, CONTROL_2) == 0


def is_iban(number: str) -> bool:
    """ISO 13616: the first four signs behind the rest, letters as 10 to 35, leave 1 modulo 97."""
    bare = re.sub(r"\s", "", number)
    return 15 <= len(bare) <= 34 and int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1


def _accounts(text: str) -> Iterator[Sighting]:
    for found in ACCOUNT.finditer(text):
        told = cued("account_cue", text, found.start(), CUE)
        if is_account(found[0]) and (found[1] or told):
            yield Sighting(*found.span(), "account", SURE if told or found[1] == "." else LIKELY)
        elif told or found[1] == ".":
            yield Sighting(*found.span(), "account", LIKELY if told else DOUBTFUL)
    for found in BRANCH.finditer(text):
        yield Sighting(*found.span("number"), "account", LIKELY)
    for found in ANY_ACCOUNT.finditer(text):
        if directly("account_cue", text, found.start(), CUE) and 6 <= len(digits_of(found[0])) <= 16:
            yield Sighting(*found.span(), "account", LIKELY)


def _ibans(text: str) -> Iterator[Sighting]:
    for found in IBAN.finditer(text):
        told = cued("account_cue", text, found.start(), CUE)
        whole = next((end for end in _ends(found) if is_iban(text[found.start() : end])), 0)
        if whole:
            yield Sighting(found.start(), whole, "account", SURE)
        elif told:
            yield Sighting(*found.span(), "account", LIKELY)


def _ends(found: re.Match[str]) -> Iterator[int]:
    """Where an account number may end: a word in capitals behind it is none of it."""
    yield found.end()
    yield from (found.start() + gap.start() for gap in reversed(list(re.finditer(r"\s", found[0]))))


def _giros(text: str) -> Iterator[Sighting]:
    for found in GIRO.finditer(text):
        if directly("giro_cue", text, found.start(), CUE) and len(digits_of(found[0])) >= 5:
            yield Sighting(*found.span(), "account", SURE if luhn(digits_of(found[0])) else LIKELY)


# -- vehicles ---------------------------------------------------------------------------------------------

PLATE = re.compile(
    r"(?<![\w-])(?:[A-HJ-NP-Z]{2}[ \u00a0]?\d{5}"  # Norway
    r"|[A-ZÅÄÖ]{3}[ \u00a0-]?\d{2}[0-9A-Z]"  # Sweden
    r"|[A-ZÆØÅ]{2}[ \u00a0]?\d{2}[ \u00a0]?\d{3}"  # Denmark
    r"|[A-ZÅÄÖ]{2,3}-\d{1,3})(?![\w-])"  # Finland
)
PLATE_REACH = 60
NORWEGIAN_PLATE = re.compile(rf"(?!{alternatives('no_plate')})[A-Z]{{2}}[ \u00a0]\d{{5}}")


def _plates(text: str) -> Iterator[Sighting]:
    for found in PLATE.finditer(text):
        around = text[max(0, found.start() - PLATE_REACH) : found.end() + PLATE_REACH // 2]
        if cue("vehicle").search(around):
            yield Sighting(*found.span(), "plate", LIKELY)
        elif NORWEGIAN_PLATE.fullmatch(found[0]) and not cued("record_cue", text, found.start(), 25):
            yield Sighting(*found.span(), "plate", DOUBTFUL)


# -- dates of birth -----------------------------------------------------------------------------------------

BIRTH = re.compile(
    r"(?<!\w)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}(?:\.|th|st|nd|rd)?\s(?:of\s)?[^\W\d_]{3,9}\s(?:19|20)\d{2}|\d{6})(?!\w)"
)


def _births(text: str) -> Iterator[Sighting]:
    for found in BIRTH.finditer(text):
        if cued("birth_cue", text, found.start(), 22):
            yield Sighting(*found.span(), "birth_date", LIKELY)


FINDERS: tuple[Callable[[str], Iterator[Sighting]], ...] = (
    _norwegian, _swedish, _danish, _finnish, _passports, _ibans, _accounts, _giros, _plates, _births,
)  # fmt: skip
