"""What identifies a person in a drafted sentence, by the finders that read the sources: numbers, contacts, addresses.

In: one line. Out: sightings. Names are read elsewhere in the gate, by what the passages say; the network that finds
names in sources is not asked, so that hundreds of sentences a second can be judged. Signs that nobody sees hide
nothing.

>>> [found.kind for found in find_identifying("Skriv til kari (at) dal punktum org, ikkje til innspel@dal.no.")]
['email']
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from consult.answer.gate.clauses import KEPT
from consult.read.addresses import find_addresses
from consult.read.contacts import find_contacts
from consult.read.numbers import DOUBTFUL, Sighting, find_numbers, without_overlap
from consult.read.seen import Seen


@lru_cache(maxsize=KEPT)
def find_identifying(text: str) -> tuple[Sighting, ...]:
    """Every number, contact and address of a person; of overlapping readings the surer one."""
    seen = Seen(text)
    found = [
        replace(one, start=start, end=end)
        for find in (find_numbers, find_contacts, find_addresses)
        for one in find(seen.text)
        for start, end in [seen.span(one.start, one.end)]
    ]
    return tuple(without_overlap(found))


def doubted(found: Sighting) -> bool:
    """Whether a finder cannot tell by itself: in sources, a person decides on such a stretch."""
    return found.certainty <= DOUBTFUL
