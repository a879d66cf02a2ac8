"""Contributions whose sender says that they replace, correct or take back an earlier one.

In: sources. Out: those that say so of themselves, in their own words or in the name of their file. Which one they mean
is for a person to see: both are read and counted, until somebody withdraws the earlier one.

>>> says_so("Denne erstatter den forrige."), says_so("Den nye brua erstatter den gamle.")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from consult.read.senders import own_words
from consult.read.vocabulary import pattern
from consult.records import Source

OWN = r"(?:mitt|mi|min|vårt|vår|mit|vores|my|our)"
REPLACE = r"(?:erstatt?ar|erstatter|ersätter|replaces?|supersedes?)"
TAKE_BACK = r"(?:(?:trekk(?:j?er)?|trækker|drar)(?!\s(?:fram|frem|opp|op|inn|ind|in)\b)|withdraws?)"
CORRECTED = r"(?:revidert|reviderad|revideret|korrigert|korrigerad|korrigeret|rettet|retta|revised|corrected|amended)"
EARLIER = r"(?:førre|forrige|tidl[ie]gare|tidligere|foregående|førra|förra|tidigare|earlier|previous|first)"


def says_so(text: str) -> bool:
    """Whether a text says that it replaces, corrects or takes back what its sender has sent before."""
    return _saying().search(text) is not None


def replacing(sources: Iterable[Source]) -> Iterator[Source]:
    """Those of the sources that say so, by path; what they quote of earlier mails is not theirs."""
    for source in sorted(sources, key=lambda one: (one.path, one.locator)):
        name = re.sub(r"[\W_]+", " ", source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
        if says_so(name) or says_so(own_words(source.text, source.blocks)):
            yield source


@cache
def _saying() -> re.Pattern[str]:
    letter = rf"(?:{pattern('submission').pattern}|response|submission|comments|statement)"
    theirs = rf"(?:(?:{OWN}|{EARLIER})\s(?:\w+\s)?{letter}|{letter}\s{OWN}\b)"
    return re.compile(
        rf"(?<!\w)(?:(?:{REPLACE}|{TAKE_BACK})\s(?:\w+\s){{0,2}}?{theirs}"
        rf"|{CORRECTED}\s(?:{EARLIER}\s)?{letter}|{letter}\s{CORRECTED}(?=\W*\Z)"
        rf"|(?:denne|dette|den|det|this|it)\s{REPLACE}\s(?:\w+\s){{0,2}}?{EARLIER}\s*(?=[.,;!\n]|\Z))",
        re.IGNORECASE,
    )
