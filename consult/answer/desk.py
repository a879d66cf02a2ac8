"""What stands while decisions are applied one by one: proposed themes and placements, and what people made of them.

In: what the machine proposes. Out: themes, placements and set-aside spans as they stand. A theme is known again
by its id, or, where the machine has grouped anew, by its passages; a passage by its id alone, since two people
may say the same words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from consult.records import Decision, Passage, Placement, SetAside, Theme, content_id

SAME_THEME = 0.5  # Jaccard above which a theme with another id is the one that was decided on
MOST_NAMED = 3  # ids of passages with the same words


def words_of(text: str) -> str:
    """A short hash of a text's words: the same words in another file give the same hash.

    >>> words_of("Svar  på INNSPEL") == words_of("svar på innspel")
    True
    """
    return content_id("w", " ".join(text.split()).casefold())


class Gone(Exception):  # noqa: N818 - a signal to `replay`, no error
    """The object of a decision is no longer there."""

    def __init__(self, code: str, ids: Iterable[str] = ()) -> None:
        self.code, self.ids = code, tuple(ids)


class Desk:
    """What stands while decisions are applied one by one."""

    def __init__(
        self,
        themes: Sequence[Theme],
        placements: Sequence[Placement],
        passages: Sequence[Passage],
        targets: Mapping[str, str],
    ) -> None:
        self.passages = {passage.passage_id: passage for passage in passages}
        self.themes = {theme.theme_id: theme for theme in themes}
        self.theme_of = {passage_id: theme.theme_id for theme in themes for passage_id in theme.passage_ids}
        self.sizes = Counter(self.theme_of.values())  # of themes, without what is set aside
        self.targets = targets
        self.proposed: dict[str, list[Placement]] = defaultdict(list)
        for placement in placements:
            self.proposed[placement.passage_id or placement.theme_id].append(placement)
        self.placed: dict[str, Placement] = {}
        self.aside: dict[str, str] = {}
        self.touched = False

    # -- changing ---------------------------------------------------------------------------------

    def put(self, passage_ids: Iterable[str], theme_id: str) -> None:
        """Put passages that are input into a theme."""
        for one in passage_ids:
            self.sizes[self.theme_of[one]] -= 1
            self.sizes[theme_id] += 1
            self.theme_of[one] = theme_id

    def set_aside(self, passage_id: str, reason: str) -> None:
        """Take a passage that is input out of it."""
        self.sizes[self.theme_of[passage_id]] -= 1
        self.aside[passage_id] = reason

    # -- finding ----------------------------------------------------------------------------------

    @cached_property
    def said(self) -> dict[str, list[str]]:
        """Hash of words → the passages that say them, by id."""
        found: dict[str, list[str]] = defaultdict(list)
        for passage_id in sorted(self.passages):
            found[words_of(self.passages[passage_id].text)].append(passage_id)
        return found

    def passage(self, passage_id: str, words: str) -> str:
        """The passage, if it is there and is input; else says where the same words stand."""
        if passage_id in self.aside:
            raise Gone("aside", (passage_id,))
        if passage_id not in self.passages:
            elsewhere = self.said.get(words, ())[:MOST_NAMED]
            raise Gone("passage-elsewhere" if elsewhere else "passage-gone", elsewhere or (passage_id,))
        return passage_id

    def present(self, recorded: Iterable[str]) -> list[str]:
        """Those of the recorded passages that are there and are input."""
        return sorted(one for one in recorded if one in self.passages and one not in self.aside)

    def members(self) -> dict[str, set[str]]:
        """Theme → its passages; only themes that have any."""
        found: dict[str, set[str]] = defaultdict(set)
        for passage_id, theme_id in self.theme_of.items():
            if passage_id not in self.aside:
                found[theme_id].add(passage_id)
        return found

    def theme(self, theme_id: str, decision: Decision) -> str:
        """The theme by its id, or the one that now holds most of what was decided on."""
        if self.sizes[theme_id]:
            return theme_id
        recorded = set(decision.before["themes"][theme_id]["passages"])
        alike = {other: len(recorded & held) / len(recorded | held) for other, held in self.members().items()}
        best = min(alike, key=lambda other: (-alike[other], other), default="")
        if not best or alike[best] <= SAME_THEME:
            raise Gone("theme-gone", (theme_id,))
        return best

    # -- what stands at the end -------------------------------------------------------------------

    def themes_now(self) -> tuple[Theme, ...]:
        """Themes that have passages, sorted by id."""
        members = self.members()
        return tuple(
            replace(self.themes[theme_id], passage_ids=self._in_order(members[theme_id]))
            for theme_id in sorted(members)
        )

    def _in_order(self, members: Iterable[str]) -> tuple[str, ...]:
        ordered = sorted((self.passages[one] for one in members), key=lambda p: (p.source_id, p.start, p.end))
        return tuple(passage.passage_id for passage in ordered)

    def placements_now(self) -> tuple[Placement, ...]:
        """What people placed; else, for a passage, what they said of its theme; else what the machine proposes."""
        found: list[Placement] = []
        for theme_id, members in self.members().items():
            own = self.placed.get(theme_id)
            found += self._of_theme(theme_id, members)
            for passage_id in members:
                decided = self.placed.get(passage_id) or own
                proposed = [decided] if decided else self.proposed[passage_id]
                found += [replace(one, theme_id=theme_id, passage_id=passage_id) for one in proposed]
        return tuple(sorted(found, key=lambda one: (one.theme_id, one.passage_id, -one.probability, one.target)))

    def _of_theme(self, theme_id: str, members: Collection[str]) -> list[Placement]:
        """A theme's own placements: decided, proposed, or those of its passages where people have made it."""
        if theme_id in self.placed:
            return [replace(self.placed[theme_id], theme_id=theme_id, passage_id="")]
        return self.proposed.get(theme_id) or [self._commonest(theme_id, members)]

    def _commonest(self, theme_id: str, members: Collection[str]) -> Placement:
        """The place where most of the passages bear, as sure as they are on the whole."""
        first = [self.placed.get(one) or self._likeliest(one) for one in sorted(members)]
        weight: dict[tuple[str, str], float] = defaultdict(float)
        for one in first:
            weight[one.kind, one.target] += one.probability
        best = min(weight, key=lambda place: (-weight[place], place))
        like = next(one for one in first if (one.kind, one.target) == best)
        sure, scored = (
            round(sum(getattr(one, fact) for one in first if (one.kind, one.target) == best) / len(first), 4)
            for fact in ("probability", "score")
        )
        return replace(like, theme_id=theme_id, passage_id="", probability=sure, score=scored, decided_by="machine")

    def _likeliest(self, passage_id: str) -> Placement:
        return min(self.proposed[passage_id], key=lambda one: (-one.probability, one.target))

    def set_aside_now(self) -> tuple[SetAside, ...]:
        """The passages that people said are no input, as spans with their reason."""
        spans = []
        for passage_id, reason in self.aside.items():
            one = self.passages[passage_id]
            spans.append(
                SetAside(source_id=one.source_id, start=one.start, end=one.end, text=one.text, reason=reason)  # type: ignore[arg-type]  # a word of REASONS, checked when it was decided
            )
        return tuple(sorted(spans, key=lambda span: (span.source_id, span.start)))
