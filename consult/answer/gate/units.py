"""What a number is of: percent, percentage points, or a measure of time, money, length, weight or room.

In: what stands right behind a number. Out: one name for a measure in all languages, or nothing.
"""

from __future__ import annotations

import re
from functools import cache

from consult.answer.gate.clauses import Said, words

PERCENT, POINTS = "%", "pp"
YEARS = {"year", "aged"}  # *ein 83-åring* is 83 years old
MONEY = frozenset(("krone", "ore", "euro", "dollar", "pound"))  # goes without saying: *12 millionar er lite*
OF_HUNDRED = re.compile(
    r"\s*(?:%|prosent|procent|percentage|percent|per cent|pst\b)(?P<points>[-\s]*(?:poeng|point|enhet|eining))?",
    re.IGNORECASE,
)
BEHIND = re.compile(r"[\s\u00a0]*[-‐‑]?[\s\u00a0]*([^\W\d_]+|[€$£])(?![.-]\w{1,3}\b)")


def unit_of(after: str, language: str) -> str:
    """The unit of a number that this stands behind."""
    percent = OF_HUNDRED.match(after)
    if percent:
        return POINTS if percent["points"] else PERCENT
    word = BEHIND.match(after)
    return _measures(language).get(word[1].lower(), "") if word else ""


def agree(claimed: str, said: str, named: frozenset[str]) -> bool:
    """Whether a passage's number bears out a unit: the same, none claimed, or one that it names elsewhere (*kr 30*)."""
    if claimed == said or {claimed, said} == YEARS or (claimed == "aged" and not said):
        return True
    if PERCENT in (claimed, said) or POINTS in (claimed, said):
        return False
    unsaid = claimed in MONEY and not named & MONEY
    return not claimed or (not said and (claimed in named or unsaid))


def units_named(said: Said) -> frozenset[str]:
    """The measures that a text names anywhere."""
    known = _measures(said.language)
    return frozenset(known[word] for word in said.vocabulary if word in known)


@cache
def _measures(language: str) -> dict[str, str]:
    other = words()["not_measure"].get(language, "").split("|")
    return {
        word: unit
        for unit, forms in words()["measure"].items()
        for form in forms.split("|")
        for word in (form, f"{form}s")
        if word not in other
    }


__all__ = ["PERCENT", "POINTS", "agree", "unit_of", "units_named"]
