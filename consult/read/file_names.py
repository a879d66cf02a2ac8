"""Personal data in a file's name: addresses, numbers, mail, and whatever hard data its text holds.

In: a path, and what was found in the text of the file. Out: sightings in the path. People call files by where they live
(*merknad_bakkevegen_5.eml*); what joins words there is a space, and capitals do not count. A day is no
telephone, and what is doubtful in so few words is left.

>>> path = "merknad_bakkevegen_5.eml"
>>> [path[found.start : found.end] for found in find_in_path(path, [("Bakkevegen 5", "address")])]
['bakkevegen_5']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from consult.read.addresses import find_addresses
from consult.read.contacts import find_contacts
from consult.read.numbers import LIKELY, SURE, Sighting, find_numbers, without_overlap

JOINS = re.compile(r"[_+]")
DAY = re.compile(r"(?:19|20)\d{2}[-._ ]?[01]\d[-._ ]?[0-3]\d(?:\D.*)?|[0-3]\d[-._ ]?[01]\d[-._ ]?(?:19|20)\d{2}")


def find_in_path(path: str, said: Iterable[tuple[str, str]] = ()) -> list[Sighting]:
    """What a path gives away, of overlapping sightings the surest. said: words and kind of each finding in the text."""
    spaced = JOINS.sub(" ", path)
    own = [*find_numbers(path), *find_contacts(path), *find_addresses(spaced)]
    kept = (one for one in own if one.certainty >= LIKELY and not DAY.fullmatch(path[one.start : one.end]))
    return without_overlap([*kept, *_again(path, said)])


def _again(path: str, said: Iterable[tuple[str, str]]) -> Iterator[Sighting]:
    for words, kind in sorted(set(said)):
        form = r"[\s._+-]+".join(map(re.escape, words.split()))
        for found in re.finditer(rf"(?<![^\W_]){form}(?![^\W_])", path, re.IGNORECASE):
            yield Sighting(*found.span(), kind, SURE)
