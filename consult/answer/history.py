"""What people decided and answered, by what it was about: for traces, provenance and receipts.

In: decisions with what became of them, acts of answering, and the themes that the machine proposed. Out: the same,
found by theme, passage or conclusion. Nothing here changes anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from consult.records import Decision, Outcome, Reply, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """decisions, replies: every one, oldest first. outcomes: what became of each decision. proposed: the machine's."""

    decisions: tuple[Decision, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    replies: tuple[Reply, ...] = ()
    proposed: tuple[Theme, ...] = ()

    def outcome(self, number: int) -> Outcome:
        """What became of a decision."""
        return next(one for one in self.outcomes if one.number == number)

    def of(self, named: str) -> Iterator[Decision]:
        """Decisions about a theme, passage or conclusion, or about another decision that is."""
        about = {one.number for one in self.decisions if named in names_of(one)}
        for one in self.decisions:
            undone = one.act == "undo" and int(one.objects[0]) in about
            if undone:
                about.add(one.number)
            if undone or one.number in about:
                yield one

    def answers(self, theme_id: str) -> Iterator[tuple[Reply, bool]]:
        """Acts of answering a theme, oldest first, each with whether it counts: the last one for its place does."""
        own = [one for one in self.replies if one.response.theme_id == theme_id]
        last = {one.response.target: one.number for one in own}
        for one in own:
            yield one, one.number == last[one.response.target]


def names_of(decision: Decision) -> set[str]:
    """Ids of what a decision is about, and of the theme that it made."""
    if decision.act == "undo":
        return set()
    made = decision.after.get("theme_id")
    return {*decision.objects} | ({str(made)} if made else set())


NOTHING = History()
"""Of a result that nobody has decided on."""
