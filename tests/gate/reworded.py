"""Wordings of one passage each: by hand, of real and of made-up passages; and real passages as they stand.

In: an analysis. Out: points as `cases` plants faults into, and grounds for the themes that are made up here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from consult.answer.gate import Ground
from consult.grounded import Speaker
from consult.records import Analysis, Passage
from tests.conftest import make_source
from tests.gate.cases import LANGUAGES, Point, _starting

REWORDED = Path(__file__).with_name("reworded.toml")
MADE = "made-"
FIRST = 1000  # numbers of points below are those of paraphrases.toml
VOICES = ("group_note", "individual", "organisation")
SHORTEST = 5  # words of a passage's sentence that is retold as it stands
BLOCKED = re.compile(r"\d{6}|[<>«»“”\"]|\b(?:eg|jeg|jag|vi|we|us|our|my|me|oss|min|mor|I)\b|[?:]", re.IGNORECASE)


def reworded(analysis: Analysis, path: Path = REWORDED) -> list[Point]:
    """A point for each hand-written wording; every third is held out."""
    theme_of = {one: theme.theme_id for theme in analysis.themes for one in theme.passage_ids}
    found = []
    for at, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["said"]):
        passage = _made_up(row, at) if "text" in row else _starting(analysis.passages, row["of"])
        if passage is None:
            continue
        found.append(
            Point(
                number=FIRST + 2 * at + (at % 3 == 2),
                theme_id=theme_of.get(passage.passage_id, f"{MADE}{row.get('theme')}"),
                passages=(passage,),
                clauses={code: ((row[code], 0),) for code in LANGUAGES if code in row},
                name=path.stem,
            )
        )
    return found


def _made_up(row: Mapping[str, Any], at: int) -> Passage:
    source = make_source(row["text"], f"made/{row['theme']}/{at}.txt", voice=VOICES[at % 3])
    return Passage(
        source_id=source.source_id, start=0, end=len(source.text), text=source.text, language=row["spoken"],
        voice=VOICES[at % 3],
    )  # type: ignore[arg-type]  # fmt: skip


def made_up_grounds(points: Sequence[Point], like: Ground) -> dict[str, Ground]:
    """The grounds of themes whose passages are made up here. like: a ground whose vectors are shared."""
    members: dict[str, dict[str, Passage]] = {}
    for point in points:
        if point.theme_id.startswith(MADE):
            members.setdefault(point.theme_id, {})[point.passages[0].passage_id] = point.passages[0]
    known = like.known | {one for its in members.values() for one in its}
    return {
        theme: Ground(
            members=its, known=known, sources={one.source_id: _speaker(one) for one in its.values()}, heard=len(its),
            vectors=like.vectors, titles=like.titles, detect=like.detect,
        )
        for theme, its in members.items()
    }  # fmt: skip


def _speaker(passage: Passage) -> Speaker:
    return Speaker(source_id=passage.source_id, voice=passage.voice, contributor="")


def as_said(analysis: Analysis) -> list[Point]:
    """A point for each real passage whose first sentence can stand behind *at* or *that* as it is."""
    theme_of = {one: theme.theme_id for theme in analysis.themes for one in theme.passage_ids}
    return [
        Point(
            number=2 * FIRST + int(passage.passage_id[-4:], 16), theme_id=theme_of[passage.passage_id],
            passages=(passage,), clauses={passage.language: ((claim, 0),)}, name="as said",
        )
        for passage in sorted(analysis.passages, key=lambda one: one.passage_id)
        if passage.language in LANGUAGES
        for claim in _claim(passage)
    ]  # fmt: skip


def _claim(passage: Passage) -> Iterator[str]:
    """The first sentence of a passage without its mark, if it stands on its own."""
    sentence = re.split(r"(?<=[.!])\s+", " ".join(passage.text.split()))[0]
    words = sentence.split()
    if len(words) >= SHORTEST and sentence.endswith((".", "!")) and not BLOCKED.search(sentence):
        first = words[0] if words[0][1:] != words[0][1:].lower() else words[0].lower()
        yield " ".join((first, *words[1:])).rstrip(".!")
