r"""What one file says, before the consultation's settings: pieces in reading order → text with blocks.

In: `Piece`s, as the readers of the formats find them. Out: `Document`, whose text is normalised once
(NFC, LF, no byte-order mark, no NUL) and whose blocks tile everything in it but white space.

>>> assemble([Piece(kind="heading", text="Innsyn", level=1), Piece(kind="paragraph", text="Ja.")])[0]
'Innsyn\n\nJa.'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consult.records import Block, BlockKind, Voice

COMPACT: frozenset[BlockKind] = frozenset({"item", "cell", "header", "footer", "meta"})
"""Kinds whose neighbours of the same kind stand on the next line; all others have a blank line between."""
ALIKE: dict[BlockKind, BlockKind] = {"respondent": "meta"}
"""Kinds that stand as another does: what is told of a column moves no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A unit of a file in reading order; the fields are those of `records.Block`."""

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside a file: its name as the outer file has it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One contribution as the file has it. `reason`: a word of `records.UNREADABLE`, or empty.

    locator: row, cell or member inside the file. own_hash: the source is known by its text's hash,
    as rows are, not by the file's.
    """

    format: str
    text: str = ""
    blocks: tuple[Block, ...] = ()
    title: str = ""
    date: str = ""
    contributor: str = ""
    voice: Voice | None = None
    locator: str = ""
    own_hash: bool = False
    attachments: tuple[Attachment, ...] = ()
    reason: str = ""


def normalise(text: str) -> str:
    r"""NFC, line ends as LF, no leading byte-order mark, no NUL; every other character stays.

    >>> normalise("\ufeffa\u030a\r\nb\rc")
    'å\nb\nc'
    """
    plain = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join the pieces' texts, and say where each stands. Pieces without text fall out."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = normalise(piece.text).strip()
        if not text:
            continue
        gap = _gap(blocks, piece.kind)
        start = at + len(gap)
        at = start + len(text)
        parts += (gap, text)
        blocks.append(
            Block(start=start, end=at, kind=piece.kind, level=piece.level, page=piece.page, label=piece.label)
        )
    return "".join(parts), tuple(blocks)


def _gap(blocks: Sequence[Block], kind: BlockKind) -> str:
    if not blocks:
        return ""
    before, here = (ALIKE.get(one, one) for one in (blocks[-1].kind, kind))
    return "\n" if before == here and here in COMPACT else "\n\n"


def from_pieces(pieces: Iterable[Piece], format: str, *, title: str = "", date: str = "") -> Document:  # noqa: A002 -- the record's own word
    """A document of pieces; its title is the first heading when the file names none."""
    text, blocks = assemble(pieces)
    if not text:
        return Document(format=format, reason="empty")
    headings = (text[block.start : block.end] for block in blocks if block.kind == "heading")
    return Document(format=format, text=text, blocks=blocks, title=one_line(title or next(headings, "")), date=date)


def one_line(text: str) -> str:
    r"""White space of any kind as single spaces, none at the ends; normalised.

    >>> one_line(" a\n  b ")
    'a b'
    """
    return " ".join(normalise(text).split())


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one line."""
    return frozenset(words.split())
