"""Small made-up themes for the tests of the answer: texts by voice, with vectors that say which belong together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from consult.answer.conclude import Concluded, conclude
from consult.records import Framework, Language, Passage, Placement, Source, Theme, Voice, content_id
from consult.settings import Settings

AXES = 8


def settings(*languages: str) -> Settings:
    """Settings with output languages."""
    framework = Framework(framework_id="x", language="nn", source="", targets=())
    return Settings(folder=Path("x"), name="x", title={}, languages=languages or ("nn",), framework=framework)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing that somebody said. by: the file; about: the axis of its vector; voice: of the passage."""

    text: str
    by: str = ""
    about: float = 0.0
    voice: Voice = "individual"
    source_voice: Voice | None = None
    language: Language = "nn"
    contributor: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """Sources, passages and vectors of what was said, each source's texts one to a line."""

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    vectors: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)

    def passage(self, begins: str) -> Passage:
        """The first passage whose text begins so."""
        return next(passage for passage in self.passages if passage.text.startswith(begins))


def case(said: Iterable[Said]) -> Case:
    """Build the records."""
    by_file: dict[str, list[Said]] = {}
    for number, one in enumerate(said):
        by_file.setdefault(one.by or f"brev-{number}.txt", []).append(one)
    sources, passages, vectors = [], [], {}
    for path, parts in by_file.items():
        text = "\n".join(part.text for part in parts)
        source = Source(
            path=path, sha256=hashlib.sha256(text.encode()).hexdigest(), format="txt", text=text,
            voice=parts[0].source_voice or parts[0].voice, contributor=parts[0].contributor,
        )  # fmt: skip
        sources.append(source)
        at = 0
        for part in parts:
            passage = Passage(
                source_id=source.source_id, start=at, end=at + len(part.text), text=part.text,
                language=part.language, voice=part.voice,
            )  # fmt: skip
            passages.append(passage)
            vectors[passage.passage_id] = vector(part.about)
            at += len(part.text) + 1
    return Case(sources=tuple(sources), passages=tuple(passages), vectors=vectors)


def vector(about: float) -> NDArray[np.float32]:
    """A unit vector on one axis, or between two (0.5: half way)."""
    row = np.zeros(AXES, dtype=np.float32)
    row[int(about)] = 1.0 - about % 1
    row[(int(about) + 1) % AXES] += about % 1
    return np.asarray(row / np.linalg.norm(row), dtype=np.float32)


def draw(
    one: Case,
    *groups: Sequence[Passage],
    languages: Sequence[str] = ("nn",),
    duplicates: Mapping[str, str] | None = None,
    placements: Sequence[Placement] = (),
    titles: Sequence[str] = (),
) -> Concluded:
    """Conclude on themes that are the given groups of passages (all in one by default)."""
    from consult.themes.title import title_themes

    held = groups or (one.passages,)
    named = title_themes(held, one.passages, one.vectors, languages[0])
    themes = [
        Theme(
            theme_id=content_id("t", *sorted(p.passage_id for p in group)),
            title=titles[at] if titles else named[at].title,
            keywords=named[at].keywords,
            passage_ids=tuple(p.passage_id for p in sorted(group, key=lambda p: (p.source_id, p.start))),
        )
        for at, group in enumerate(held)
    ]
    return conclude(themes, one.passages, one.sources, placements, duplicates or {}, one.vectors, settings(*languages))
