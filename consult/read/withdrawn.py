"""What was withdrawn and must not be read again: known by hashes alone.

In: tombstones. Out: `Gone`, which tells input files and sources that are not to be read. A source is known by the hash
of its path and that of its content, so that a tombstone holds no word of either.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from consult.records import Source

MARK = "[withdrawn]"
"""What stands where people had repeated the words of a source that was withdrawn since."""

Key = tuple[str, str]
"""SHA-256 of a path, SHA-256 of a content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What stays of a source that was withdrawn: no word of it.

    reason: a code of `REASONS`; path_sha256: of its path; sha256: of its content, as in `sources`; left: how many
    sources of the same path and content stay (equal rows of one form).
    """

    number: int
    time: str
    role: str
    reason: str
    source_id: str
    path_sha256: str
    sha256: str
    left: int = 0


REASONS = ("request", "consent", "duty", "mistake", "unlawful")
"""Why: its contributor asks; consent is taken back; a duty to erase; it came by mistake; it is unlawful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Path and content → how many such sources stay. Empty where nothing was withdrawn."""

    left: Mapping[Key, int] = field(default_factory=dict)

    def file(self, path: str, sha256: str) -> bool:
        """Whether a whole file, with this content, was withdrawn."""
        return self.left.get((path_hash(path), sha256), 1) == 0

    def of_files(self, inputs: Mapping[str, str]) -> dict[str, str]:
        """Path → hash of the files that were not withdrawn."""
        return {path: sha256 for path, sha256 in inputs.items() if not self.file(path, sha256)}

    def stay(self, sources: Sequence[Source]) -> list[Source]:
        """The sources that were not withdrawn, in the order given; of equal rows the first ones stay."""
        if not self.left:
            return list(sources)
        seen: Counter[Key] = Counter()
        kept = []
        for source in sources:
            key = (path_hash(source.path), source.sha256)
            seen[key] += 1
            if key not in self.left or seen[key] <= self.left[key]:
                kept.append(source)
        return kept


def gone_with(tombstones: Iterable[Tombstone]) -> Gone:
    """What the tombstones say together: of equal ones the last counts."""
    return Gone(left={(one.path_sha256, one.sha256): one.left for one in tombstones})


def path_hash(path: str) -> str:
    """SHA-256 of a path as it stands in the tables."""
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
