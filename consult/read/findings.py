"""Findings of personal data: made with the status that their certainty gives them, and numbered by person.

In: where something stands, what it is and how surely. Out: `Finding`s. What is below `SURE`, and whatever is of a
special category, is open: it is hidden until a person decides. Names that belong together bear the same number within a
document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from consult.records import SPECIAL_KINDS, Finding, FindingStatus, PersonalKind, Source

SURE = 0.75
"""Findings that are less certain are queued for a person; they are hidden until somebody decides."""


def finding(
    source: Source, start: int, end: int, kind: str, certainty: float, *, where: str = "text", found_by: str
) -> Finding:
    """A span of a source's text, path or contributor as a finding. certainty: from 0 to 1."""
    status: FindingStatus = "open" if certainty < SURE or kind in SPECIAL_KINDS else "redacted"
    return Finding(
        source_id=source.source_id, start=start, end=end, kind=cast("PersonalKind", kind),
        certainty=round(certainty, 3), status=status, where=where, found_by=found_by,  # type: ignore[arg-type]
    )  # fmt: skip


def numbered(source: Source, findings: Sequence[Finding]) -> list[Finding]:
    """Names with the number of their person: in the order in which persons first stand in the text."""
    fields = {"text": source.text, "path": source.path, "contributor": source.contributor}
    words = {
        one.finding_id: tuple(
            part.casefold() for part in re.split(r"[\s._+]+", fields[one.where][one.start : one.end]) if part
        )
        for one in findings
        if one.kind == "name"
    }
    persons = _Persons(words.values())
    order = {"text": 0, "contributor": 1, "path": 2}
    numbers: dict[frozenset[str], int] = {}
    found = []
    for one in sorted(findings, key=lambda f: (order[f.where], f.start, f.end)):
        if one.kind == "name":
            person = persons.who(frozenset(words[one.finding_id]))
            found.append(replace(one, person=numbers.setdefault(person, len(numbers) + 1)))
        else:
            found.append(one)
    return found


class _Persons:
    """The words that each person is called by: a shorter name is whoever's longer name holds all of it."""

    def __init__(self, names: Iterable[tuple[str, ...]]) -> None:
        self._by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        for name in sorted({frozenset(name) for name in names}, key=lambda words: (-len(words), sorted(words))):
            if not self._all(name):
                for word in name or ("",):
                    self._by_word[word].append(name)

    def who(self, name: frozenset[str]) -> frozenset[str]:
        """The first person whose name holds all words of this one."""
        return self._all(name)[0]

    def _all(self, name: frozenset[str]) -> list[frozenset[str]]:
        """Persons that it may be; only those are looked at that share its rarest word."""
        rarest = min((self._by_word.get(word, []) for word in sorted(name or ("",))), key=len)
        return [person for person in rarest if name <= person]
