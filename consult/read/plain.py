"""txt and md → one block of `lines`, every character as the file has it.

Hard-wrapped lines, bullets and Markdown signs stay: someone who opens the file finds a quote at the
offset the ledger gives. What the signs mean is for `notes` to say.
"""

from __future__ import annotations

from consult.read.document import Document, normalise, one_line
from consult.read.encoding import decode
from consult.records import Block

LONGEST_TITLE = 100  # characters; a first line longer than this is a sentence, not a title
BINARY = 0.1  # share of control characters above which bytes are no text


def read_text(data: bytes, format: str = "txt") -> Document:  # noqa: A002 -- the record's own word
    """A document of one `lines` block; unreadable when blank, or when the bytes are no text."""
    if not data.strip():
        return Document(format=format, reason="empty")
    text = normalise(decode(data))
    if not text.strip():
        return Document(format=format, reason="empty")
    if _control_share(text) > BINARY:
        return Document(format=format, reason="unsupported")
    block = Block(start=0, end=len(text), kind="lines")
    return Document(format=format, text=text, blocks=(block,), title=_title(text))


def _control_share(text: str) -> float:
    head = text[:20_000]
    strange = sum(1 for char in head if char < " " and char not in "\n\t\f")
    return strange / len(head)


def _title(text: str) -> str:
    """The first line with words, without Markdown's heading signs, if it is short and no sentence."""
    first = next((line for line in text.split("\n") if any(char.isalnum() for char in line)), "")
    title = one_line(first.strip().strip("#*=_ "))
    return title if len(title) <= LONGEST_TITLE and not title.endswith((".", "!", ",", ";")) else ""
