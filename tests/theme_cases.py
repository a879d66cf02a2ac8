"""Passages, vectors and a framework for the tests of grouping and placing: words are directions in space."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.records import Context, Framework, Passage, Target
from consult.settings import Settings
from consult.themes.context import texts_to_embed
from consult.themes.place import Alike
from consult.themes.targets import framework_texts

Array = NDArray[np.float32]
WIDTH = 96

SUBJECTS = {
    "innkjøp": ("anskaffingar kontrakt leverandør pris", "leverandør kontrakt anbod innkjøp", "kontrakt pris innkjøp"),
    "lobby": ("lobbyregister møte kalender", "kalender statsråd lobbyregister", "lobbyregister påverknad kalender"),
    "bibliotek": ("kurs bibliotek pensjonist", "bibliotek rettleiar kurs", "pensjonist kurs nettbank bibliotek"),
}
"""Three subjects in words that share none."""


def say(text: str, source: str = "s-1", start: int = 0, **more: Any) -> Passage:
    """A passage of that text; context by keyword."""
    language = more.pop("language", "nn")
    return Passage(
        source_id=source,
        start=start,
        end=start + len(text),
        text=text,
        language=language,
        voice="individual",
        context=Context(**more),
    )


def vector_of(text: str) -> Array:
    """A unit vector in which shared words mean nearness; the same on every machine."""
    total = np.zeros(WIDTH, dtype=np.float32)
    for word in text.lower().split() or [""]:
        seed = int(hashlib.sha256(word.strip(".,!?").encode()).hexdigest()[:8], 16)
        total += np.random.default_rng(seed).normal(size=WIDTH).astype(np.float32)
    return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


def vectors_for(passages: Sequence[Passage], framework: Framework | None = None) -> Mapping[str, Array]:
    """Vectors of all texts that grouping and placing need."""
    texts = {*texts_to_embed(passages), *(framework_texts(framework) if framework else ())}
    return {text: vector_of(text) for text in texts}


def alike_by(meaning: Array, words: Array | None = None, subjects: Array | None = None) -> Alike:
    """Likeness to targets by meaning and words, in spreads of a tenth, and to subjects that no target deals with."""
    strange = np.full((len(meaning), 1), 0.35, dtype=np.float32) if subjects is None else subjects
    return Alike(
        meaning=meaning,
        words=np.zeros_like(meaning) if words is None else words,
        subjects=strange,
        taken=np.zeros(strange.shape[1], dtype=np.float32),
        spread=0.1,
    )


class WordEncoder:
    """An encoder for tests: `vector_of` for each text."""

    name = "words"
    fingerprint = "words-1"
    dimension = WIDTH

    def encode(self, texts: Sequence[str], progress: Any = None) -> Array:  # noqa: ARG002 part of the protocol
        """One row per text."""
        return np.stack([vector_of(text) for text in texts])


def target(target_id: str, title: str, description: str = "", kind: Any = "commitment") -> Target:
    """A target with a nynorsk title and description."""
    return Target(
        target_id=target_id,
        kind=kind,
        title={"nn": title},
        description={"nn": description} if description else {},
    )


FRAMEWORK = Framework(
    framework_id="test",
    language="nn",
    source="",
    targets=(
        target("1", "Innkjøp", "anskaffingar kontrakt leverandør"),
        target("4", "Kurs", "bibliotek kurs pensjonist"),
        target("T3", "Lobbyregister", "lobbyregister kalender møte", "new_topic"),
    ),
)
NOTHING = Framework(framework_id="none", language="nn", source="", targets=())


def settings(framework: Framework = FRAMEWORK, **more: Any) -> Settings:
    """Settings with that framework and defaults for the rest."""
    return Settings(folder=Path(), name="test", title={"nn": "Test"}, languages=("nn",), framework=framework, **more)


def three_subjects(times: int = 4) -> tuple[list[Passage], list[str]]:
    """Passages on three subjects, each said `times` times in other words, and the subject of each."""
    passages, subjects = [], []
    for subject, phrases in SUBJECTS.items():
        for at in range(times):
            words = f"{phrases[at % len(phrases)]} {subject}{at}"
            passages.append(say(words, source=f"s-{subject}", start=100 * at))
            subjects.append(subject)
    return passages, subjects
