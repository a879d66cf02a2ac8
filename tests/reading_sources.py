"""Sources for the tests of reading, written for them: no line is from a consultation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from consult.read.notes import parts_of
from consult.read.passages import split_source
from consult.read.sheet import Sheet
from consult.read.structure import units_of
from consult.records import Block, BlockKind, Framework, Language, Source, Split, Voice
from consult.settings import Settings

SETTINGS = Settings(
    folder=Path(),
    name="prøve",
    title={"nn": "Prøve"},
    languages=("nn",),
    framework=Framework(framework_id="f", language="nn", source="", targets=()),
)


def lines_source(text: str, *, voice: Voice = "group_note", language: Language = "nn", format: str = "txt") -> Source:  # noqa: A002 - the record's own word
    """A source of plain lines."""
    blocks = (Block(start=0, end=len(text), kind="lines"),) if text else ()
    return Source(
        path=f"prøve.{format}", sha256="0", format=format, text=text, blocks=blocks, voice=voice, language=language
    )


def block_source(
    pieces: Sequence[tuple[BlockKind, str] | tuple[BlockKind, str, int] | tuple[BlockKind, str, int, str]],
    *,
    voice: Voice = "group_note",
    language: Language = "nn",
) -> Source:
    """A source whose file says what its parts are: kind, text, level and label of each."""
    text, blocks = "", []
    for piece in pieces:
        kind, words, level, label = (*piece, 0, "")[:4] if len(piece) < 4 else piece  # type: ignore[misc]
        text += "\n" if text else ""
        at = len(text)
        blocks.append(Block(start=at, end=at + len(words), kind=kind, level=level or 0, label=label or ""))
        text += words
    return Source(
        path="prøve.docx", sha256="0", format="docx", text=text, blocks=tuple(blocks), voice=voice, language=language
    )


def sheet_of(source: Source) -> Sheet:
    """A source laid out for judging."""
    return Sheet(source=source, units=units_of(source))


def judged(source: Source) -> list[tuple[str, str]]:
    """Reason (`input` for none) and words of each part."""
    return [(part.reason or "input", source.text[part.start : part.end]) for part in parts_of(sheet_of(source))]


def split(source: Source) -> Split:
    """Passages and what is set aside, by the default settings."""
    return split_source(source, SETTINGS)


def inputs(source: Source) -> list[str]:
    """The passages' words, wraps undone."""
    return [" ".join(passage.text.split()) for passage in split(source).passages]
