"""A small analysis to decide on, and decisions on it: shared by the tests of people's acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from consult.answer import decide
from consult.answer.decide import Intent
from consult.answer.replay import Replayed, replay
from consult.records import (
    Analysis,
    Decision,
    Framework,
    Passage,
    Placement,
    Proposed,
    Source,
    Target,
    Theme,
    content_id,
)
from tests.conftest import make_source, make_theme

WORDS = ("Svar på innspel", "Frist for svar", "Kurs manglar", "Meir lys", "Takk for no", "Gratis kurs")
FRAMEWORK = Framework(
    framework_id="test",
    language="nn",
    source="made up",
    targets=(
        Target(target_id="1", kind="commitment", title={"nn": "Opplæring"}, description={"nn": "Kurs."}),
        Target(target_id="4", kind="commitment", title={"nn": "Skuleveg"}, description={"nn": "Lys."}),
        Target(target_id="T1", kind="new_topic", title={"nn": "Svar"}, description={"nn": "Svar på innspel."}),
    ),
)
TARGETS = {target.target_id: target.kind for target in FRAMEWORK.targets}


def make_passages(words: Sequence[str] = WORDS, path: str = "bord.txt") -> tuple[Source, tuple[Passage, ...]]:
    """A source that says `words`, a line each, and its passages in order."""
    source = make_source("\n".join(words), path, voice="group_note")
    passages, at = [], 0
    for line in words:
        passages.append(
            Passage(
                source_id=source.source_id, start=at, end=at + len(line), text=line, language="nn", voice="group_note"
            )
        )
        at += len(line) + 1
    return source, tuple(passages)


def place_on(theme: Theme, target: str) -> list[Placement]:
    """The machine's placements of a theme and its passages on one target."""
    kind: Any = TARGETS.get(target, target)
    return [
        Placement(theme_id=theme.theme_id, passage_id=one, kind=kind, target=target, score=0.5, probability=0.6)
        for one in ("", *theme.passage_ids)
    ]


class Case:
    """Six passages in three themes: `answer` (0, 1) on T1, `course` (2, 5) on 1, `rest` (3, 4) unplaced."""

    def __init__(self, words: Sequence[str] = WORDS, path: str = "bord.txt") -> None:
        self.source, self.passages = make_passages(words, path)
        p = self.passages
        self.answer = make_theme("Svar", (p[0], p[1]))
        self.course = make_theme("Kurs", (p[2], p[5]))
        self.rest = make_theme("Anna", (p[3], p[4]))
        self.themes = tuple(sorted((self.answer, self.course, self.rest), key=lambda theme: theme.theme_id))
        pairs = ((self.answer, "T1"), (self.course, "1"), (self.rest, "unplaced"))
        self.placements = tuple(one for theme, target in pairs for one in place_on(theme, target))
        self.decisions: list[Decision] = []

    def p(self, number: int) -> str:
        """The id of a passage."""
        return self.passages[number].passage_id

    def now(self) -> Replayed:
        """What stands after the decisions so far."""
        return replay(self.themes, self.placements, self.passages, self.decisions, TARGETS)

    def analysis(self) -> Analysis:
        """What stands, as people see it when they decide."""
        now = self.now()
        return Analysis(
            sources=(self.source,), passages=now.passages, set_aside=now.set_aside, duplicates={}, themes=now.themes,
            placements=now.placements, conclusions=(), not_reflected=(),
        )  # fmt: skip

    def proposed(self) -> Proposed:
        """The machine's part."""
        return Proposed(
            sources=(self.source,), passages=self.passages, set_aside=(), duplicates={}, themes=self.themes,
            placements=self.placements, vectors={p.passage_id: np.ones(2, dtype=np.float32) for p in self.passages},
        )  # fmt: skip

    def make(self, act: str, *arguments: Any, role: str = "coordinator", reason: str = "") -> Decision:
        """Decide something on what stands."""
        intent = self.intent(act, *arguments)
        decision = Decision(
            number=len(self.decisions) + 1, role=role, time="2026-05-01T10:00:00Z", act=intent.act,
            objects=intent.objects, before=intent.before, after=intent.after, reason=reason,
        )  # fmt: skip
        self.decisions.append(decision)
        return decision

    def intent(self, act: str, *arguments: Any) -> Intent:
        """What `consult.answer.decide` makes of an act."""
        if act == "undo":
            return decide.undo(self.decisions, *arguments)
        if act == "place":
            return decide.place(self.analysis(), *arguments, FRAMEWORK)
        if act == "split":
            return decide.split(self.analysis(), *arguments, (), len(self.decisions) + 1)
        intent: Intent = getattr(decide, act)(self.analysis(), *arguments)
        return intent


def theme_of(replayed: Replayed, passage_id: str) -> str:
    """The theme that holds a passage."""
    return next(theme.theme_id for theme in replayed.themes if passage_id in theme.passage_ids)


def title_of(replayed: Replayed, theme_id: str) -> str:
    """A theme's title."""
    return next(theme.title for theme in replayed.themes if theme.theme_id == theme_id)


def target_of(replayed: Replayed, theme_id: str, passage_id: str = "") -> list[tuple[str, str]]:
    """(target, who decided) of a theme or passage."""
    return [
        (p.target, p.decided_by) for p in replayed.placements if (p.theme_id, p.passage_id) == (theme_id, passage_id)
    ]


def new_theme_id(decision: Decision) -> str:
    """The id of the theme that a split made."""
    return str(decision.after["theme_id"])


def unknown(letter: str) -> str:
    """An id that nothing bears."""
    return content_id(letter, "nothing")
