"""Which passages a second reader is given: a systematic sample over themes and voices.

In: passages and themes, a size and a seed. Out: passages, in an order that says nothing of what the machine made of
them. Each passage has the same chance; themes and voices are represented as they are in the whole, for every
n-th passage is drawn of a list in their order (Cochran 1977, chapter 8). The same input gives the same sample, in
whatever order it comes; copies are left out, since reading the same words twice measures nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from consult.records import Passage, Theme


def draw(
    passages: Iterable[Passage], themes: Iterable[Theme], duplicates: Mapping[str, str], size: int, seed: int
) -> tuple[Passage, ...]:
    """At most `size` passages. duplicates: copy → original."""
    theme_of = {passage_id: theme.theme_id for theme in themes for passage_id in theme.passage_ids}
    listed = sorted(
        (one for one in passages if one.passage_id not in duplicates),
        key=lambda one: (theme_of[one.passage_id], one.voice, _lot(seed, one.passage_id)),
    )
    count = min(max(size, 0), len(listed))
    first = int(_lot(seed, "first"), 16) % max(len(listed), 1)
    drawn = [listed[(first + number * len(listed) // count) % len(listed)] for number in range(count)]
    return tuple(sorted(drawn, key=lambda one: _lot(seed, f"order {one.passage_id}")))


def _lot(seed: int, what: str) -> str:
    """A number that nothing but seed and name decide, as 16 hexadecimal digits."""
    return hashlib.sha256(f"{seed} {what}".encode()).hexdigest()[:16]
