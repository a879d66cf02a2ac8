"""Headings without what names the table, group, session or meeting where something was said: what they are about.

In: a heading. Out: its subject, empty where it names none. *Bord 3 – Buss* and *Bord 4: Buss* are both about *Buss*;
*Folkemøte på Nes, 3. mars* is about nothing that *Folkemøte i Vik* is not. A word that may be a subject stays.

>>> subject_of("Bord 3 – Buss"), subject_of("Notat frå gruppe B, folkemøte på Nes 3. mars 2026"), subject_of("Økonomi")
('Buss', '', 'Økonomi')
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consult.read.signs import CAPITAL, only_sorts, without_dates
from consult.read.vocabulary import pattern

KEPT = 10_000  # headings; those of a corpus stand above passage after passage
OUTLINE = re.compile(r"\A\s*\d{1,2}(?:[.)]|(?:\.\d{1,2})+[.)]?)\s+(?=\D)")
"""The number that a heading has among others: *2. Buss*."""
PARTS = re.compile(r"\s*[:;,|()/]+\s*|\s+[-–—]+\s+|\s*[–—]+\s*")
CALLED = rf"\s*(?:nr\.?|no\.?|nummer|number|#)?\s*(?:\d{{1,2}}|[IVX]{{1,4}}|[{CAPITAL}])(?![\w-])"
PLACE = rf"\s+(?:i|på|ved|at|in|hos|om bord på)\s+(?:[{CAPITAL}][\w.'’-]*(?:\s+|$))+"


@lru_cache(maxsize=KEPT)
def subject_of(heading: str) -> str:
    """A heading's words but for what names a gathering, its number, place and day, and who wrote it down."""
    bare = OUTLINE.sub("", without_dates(heading))
    parts = [_numbered().sub(" ", part) for part in PARTS.split(bare)]
    kept = [" ".join(part.split()) for part in parts if not _is_frame(part)]
    return ", ".join(filter(None, kept))


def numbers_gathering(heading: str) -> bool:
    """Whether a heading begins with the number of a session, table or group: *Session 3*, *Gruppe B – buss*."""
    return _numbered().match(heading.strip()) is not None


def _is_frame(part: str) -> bool:
    """Whether a part of a heading says only where, when and by whom something was written."""
    if only_sorts(part):
        return True
    return not re.search(r"[^\W\d]", pattern("record").sub(" ", _gathered().sub(" ", part)))


@cache
def _numbered() -> re.Pattern[str]:
    """*Bord 3*, *Gruppe B*, *Session II*: the word in any letters, a letter for a number large."""
    return re.compile(rf"(?i:{pattern('gathering').pattern}){CALLED}")


@cache
def _gathered() -> re.Pattern[str]:
    """*Folkemøte på Nes*, or a gathering alone."""
    return re.compile(rf"(?i:{pattern('gathering').pattern})(?:{PLACE})?")
