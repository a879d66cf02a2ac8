"""Names that are known, by the words that they begin with: a text asks only for those that it may hold.

In: names on one line. Out: which of them may begin at a word of a text. A list of ten thousand participants would
else be looked for name by name, each through the whole text.

>>> known = ByWords(["Kari Nes", "Kari Berg", "Per"])
>>> [*known.at("Kari", "Bergs")], [*known.at("Pers", "")]
(['Kari Berg'], ['Per'])
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

RUN = re.compile(r"\w+")
"""Letters, digits and underscores that stand together."""


class ByWords:
    """Names by the first two runs of letters in each. A genitive's s behind the last is overlooked."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in names:
            self._names[tuple(RUN.findall(name)[:2])].append(name)
        firsts = {run[0] for run in self._names if run}
        self._firsts = frozenset(firsts | {f"{first}s" for first in firsts})

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds a word that any of the names begins with: most hold none, which is soon known."""
        return bool(self._firsts) and not self._firsts.isdisjoint(RUN.findall(text))

    def at(self, first: str, second: str) -> Iterator[str]:
        """Names that may begin where these two runs stand one behind the other. second: empty at a text's end."""
        seconds = ((), (second,), (second[:-1],)) if second.endswith("s") else ((), (second,))
        for run in (first, first[:-1]) if first.endswith("s") else (first,):
            for more in seconds if run is first else ((),):
                yield from self._names.get((run, *more), ())


def pairs(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each run of a text begins, the run, and the next one."""
    before: re.Match[str] | None = None
    for run in RUN.finditer(text):
        if before is not None:
            yield before.start(), before[0], run[0]
        before = run
    if before is not None:
        yield before.start(), before[0], ""
