"""What tests share: small records, a made-up analysis, an encoder without a model, and ../shared."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import hypothesis
import numpy as np
import pytest
from numpy.typing import NDArray

from consult.records import (
    Analysis,
    Citation,
    Conclusion,
    Passage,
    Placement,
    SetAside,
    Source,
    Theme,
    content_id,
)

# A busy machine is no fault of the code; in CI the same examples come each time, at a desk new ones.
SLOW = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile("desk", deadline=None, suppress_health_check=SLOW)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=SLOW)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs ../shared where there is none: it holds others' texts and is no part of the project."""
    if SHARED.is_dir():
        return
    absent = pytest.mark.skip(reason="needs ../shared: labelled and real data that is no part of the project")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(absent)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled and real data beside the checkout."""
    return SHARED


class HashEncoder:
    """An encoder for tests: words are hashed into a few dimensions, so that shared words mean nearness."""

    name = "hash"
    fingerprint = "hash-1"
    dimension = 64

    def encode(self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None) -> NDArray[np.float32]:
        """Rows of unit length, from the words alone."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[int(hashlib.sha256(word.encode()).hexdigest(), 16) % self.dimension] += 1
        if progress is not None:
            progress(len(texts), len(texts))
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[np.float32] = rows / np.where(norms == 0, 1, norms)
        return unit


@pytest.fixture
def encoder() -> HashEncoder:
    """An encoder that needs no model."""
    return HashEncoder()


def make_source(text: str, path: str = "notat.txt", **more: Any) -> Source:
    """A source with `text`, read from a text file."""
    return Source(path=path, sha256=hashlib.sha256(text.encode()).hexdigest(), format="txt", text=text, **more)


def make_passage(source: Source, words: str) -> Passage:
    """The passage of `source` that says `words`."""
    start = source.text.index(words)
    return Passage(
        source_id=source.source_id, start=start, end=start + len(words), text=words, language="nn", voice=source.voice
    )


def make_analysis() -> Analysis:
    """Two sources, three passages, two themes, two conclusions, and an unreadable file: all laws hold."""
    table = make_source("Møte\n- Svar på innspel\n- Kurs manglar\n", "mote/bord1.txt", voice="group_note")
    letter = make_source("Svar på brevet mitt, takk.", "brev.txt")
    broken = Source(path="skann.pdf", sha256="0" * 64, format="pdf", status="unreadable", reason="scanned")
    answer, course = make_passage(table, "Svar på innspel"), make_passage(table, "Kurs manglar")
    asked = make_passage(letter, letter.text)
    set_aside = tuple(
        SetAside(source_id=table.source_id, start=start, end=end, text=table.text[start:end], reason=reason)
        for start, end, reason in ((0, 7, "heading"), (22, 25, "blank"), (37, 38, "blank"))
    )
    first = make_theme("Svar på innspel", (answer, asked))
    second = make_theme("Kurs", (course,))
    return Analysis(
        sources=tuple(sorted((table, letter, broken), key=lambda s: s.source_id)),
        passages=tuple(sorted((answer, course, asked), key=lambda p: p.passage_id)),
        set_aside=tuple(sorted(set_aside, key=lambda s: (s.source_id, s.start))),
        duplicates={},
        themes=tuple(sorted((first, second), key=lambda t: t.theme_id)),
        placements=make_placements(((first, "T4", (answer, asked)), (second, "4", (course,)))),
        conclusions=tuple(
            sorted(
                (
                    make_conclusion(first, "T4", table, answer),
                    make_conclusion(first, "T4", letter, asked),
                    make_conclusion(second, "4", table, course),
                ),
                key=lambda c: c.conclusion_id,
            )
        ),
        not_reflected=(),
    )


def make_theme(title: str, passages: Sequence[Passage]) -> Theme:
    """A theme of `passages`."""
    in_order = sorted(passages, key=lambda p: (p.source_id, p.start))
    ids = tuple(p.passage_id for p in in_order)
    return Theme(theme_id=content_id("t", *ids), title=title, keywords=("svar", "innspel"), passage_ids=ids)


def make_placements(themes: Sequence[tuple[Theme, str, Sequence[Passage]]]) -> tuple[Placement, ...]:
    """Every theme and each of its passages on one target."""
    found = [
        Placement(
            theme_id=theme.theme_id,
            passage_id=passage_id,
            kind="new_topic" if target.startswith("T") else "commitment",
            target=target,
            score=0.5,
            probability=0.75,
            evidence="svar",
            runner_up="1",
        )
        for theme, target, passages in themes
        for passage_id in ("", *(passage.passage_id for passage in passages))
    ]
    return tuple(sorted(found, key=lambda p: (p.theme_id, p.passage_id)))


def make_conclusion(theme: Theme, target: str, source: Source, passage: Passage) -> Conclusion:
    """A conclusion of one passage, quoted, in the words that the records give back (law 4)."""
    who = "eitt bord" if passage.voice == "group_note" else "éin privatperson"
    stop = "" if passage.text.endswith(".") else "."
    conclusion_id = content_id("c", theme.theme_id, "nn", passage.passage_id)
    citation = Citation(
        conclusion_id=conclusion_id,
        passage_id=passage.passage_id,
        source_id=source.source_id,
        start=passage.start,
        end=passage.end,
        exact=passage.text,
        prefix=source.text[max(0, passage.start - 32) : passage.start],
        suffix=source.text[passage.end : passage.end + 32],
    )
    return Conclusion(
        conclusion_id=conclusion_id,
        theme_id=theme.theme_id,
        target=target,
        language="nn",
        text=f"Ei einskild røyst, frå {who}: «{passage.text}»{stop}",
        citations=(citation,),
    )


@pytest.fixture
def analysis() -> Analysis:
    """A small whole analysis in which every law holds."""
    return make_analysis()
