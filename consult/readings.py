"""What second readers said of passages: kept in the ledger for good, each row tied to the one before it by a hash.

In: readings. Out: the same, and the latest one of each reader and passage. No run replays them and nothing that is
published follows from them but figures of agreement. A change of mind is another row; nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from consult.chain import READINGS, link_rows
from consult.ledger import Ledger
from consult.seals import seal_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader said of one passage. role: an office, not a name; time: UTC, ISO 8601.

    target: a target's id, `new`, `unplaced`, or `aside` for what is no input; theme: a theme's id, or the reader's own
    words. Empty where the reader said nothing.
    """

    number: int
    role: str
    time: str
    passage_id: str
    target: str
    theme: str
    remark: str

    @property
    def says(self) -> tuple[str, ...]:
        """The reading without its number and time: the same again is nothing new."""
        return (self.role, self.passage_id, self.target, self.theme, self.remark)


def readings(ledger: Ledger) -> tuple[Reading, ...]:
    """Every reading, oldest first."""
    query = "SELECT number, role, time, passage_id, target, theme, remark FROM readings ORDER BY number"
    return tuple(Reading(**dict(row)) for row in ledger.connection.execute(query))


def latest(held: Iterable[Reading]) -> dict[tuple[str, str], Reading]:
    """(role, passage id) → the reading that counts."""
    return {(one.role, one.passage_id): one for one in sorted(held, key=lambda one: one.number)}


def add_readings(ledger: Ledger, new: Sequence[Reading]) -> tuple[Reading, ...]:
    """Add readings that say anything new, numbered in their order, and give them back."""
    with ledger.transaction() as connection:
        held = readings(ledger)
        added = tuple(_new(held, new))
        rows = link_rows(head(ledger), [astuple(one) for one in added])
        connection.executemany("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        if rows:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (READINGS, rows[-1][-1]))
        seal_tables(connection, (READINGS, "meta"))
    return added


def head(ledger: Ledger) -> str:
    """The last hash of the chain, empty where nobody has read."""
    return ledger.meta(READINGS)


def _new(held: Sequence[Reading], wanted: Iterable[Reading]) -> Iterator[Reading]:
    stands, number = {key: one.says for key, one in latest(held).items()}, len(held)
    for one in wanted:
        if stands.get((one.role, one.passage_id)) != one.says:
            number += 1
            stands[one.role, one.passage_id] = one.says
            yield Reading(
                number=number, role=one.role, time=one.time, passage_id=one.passage_id, target=one.target,
                theme=one.theme, remark=one.remark,
            )  # fmt: skip
