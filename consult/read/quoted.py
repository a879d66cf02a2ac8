"""What a mail quotes from earlier messages: lines behind `>`, and all below an attribution or a copied mail head.

In: the lines of a body. Out: blocks of it, `lines` and `quoted`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from consult.records import Block

ATTRIBUTION = re.compile(
    r"^(?:(?:den|på|on|am|le|i|mån|tis|ons|tors|fre|lör|sön|man|tir|tor|lør|søn)\b.{0,160}?"
    r"|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.{0,120}?|[^\n]{0,60}<[^>\n]+@[^>\n]+>\s*)"
    r"\b(?:skrev|skreiv|skrev følgende|wrote|schrieb|skriver)\b.{0,120}?:\s*$",
    re.IGNORECASE | re.DOTALL,
)
MACHINE_MADE = re.compile(
    r"@|\b\d{1,2}[:.]\d{2}\b"
)  # an address or a time of day: no person writes these above a quote
DIVIDER = re.compile(
    r"^\s*(?:-{2,}|_{2,})\s*(?:original message|opprinnelig melding|opphavleg melding|oprindelig meddelelse|"
    r"ursprungligt meddelande|videresendt melding|vidaresend melding|videresendt meddelelse|vidarebefordrat meddelande|"
    r"forwarded message|begin forwarded message)\s*(?:-{2,}|_{2,}|:)?\s*$",
    re.IGNORECASE,
)
COPIED_HEAD = re.compile(r"^\s*\*?(?:fra|frå|från|from)\s*:\*?\s*\S", re.IGNORECASE)
COPIED_FIELD = re.compile(
    r"^\s*\*?(?:sendt|sent|skickat|til|till|to|dato|date|datum|emne|ämne|subject|kopi|cc)\s*:\*?", re.IGNORECASE
)


def quoted_blocks(text: str) -> Iterator[Block]:
    """Blocks of a plain body: `lines`, and `quoted` for earlier messages. They tile all but blank ends."""
    lines = text.split("\n")
    quoted = _quoted_lines(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or quoted[number] != quoted[first]:
            block = trimmed_block(text, starts[first], min(starts[number], len(text)), quoted=quoted[first])
            if block:
                yield block
            first = number


def trimmed_block(text: str, start: int, end: int, *, quoted: bool) -> Block | None:
    """The block of a stretch without white space at its edges; None where there is nothing else."""
    span = text[start:end]
    if not span.strip():
        return None
    start += len(span) - len(span.lstrip())
    end -= len(span) - len(span.rstrip())
    return Block(start=start, end=end, kind="quoted" if quoted else "lines")


def _quoted_lines(lines: Sequence[str]) -> list[bool]:
    quoted = [line.lstrip().startswith(">") for line in lines]
    for number in range(len(lines)):
        if quoted[number]:
            continue
        end = attribution_end(lines, number)
        if end and _next_is_quoted(lines, quoted, end):
            quoted[number:end] = [True] * (end - number)
        elif (end and MACHINE_MADE.search(" ".join(lines[number:end]))) or is_copied_head(lines, number):
            return quoted[:number] + [True] * (len(lines) - number)
    return _bridged(lines, quoted)


def attribution_end(lines: Sequence[str], number: int) -> int:
    """The line after an attribution that begins at `number` (it may be wrapped over three), or 0."""
    for size in (1, 2, 3):
        candidate = "\n".join(lines[number : number + size]).strip()
        if candidate and "\n\n" not in candidate and ATTRIBUTION.match(candidate):
            return number + size
    return 0


def _next_is_quoted(lines: Sequence[str], quoted: Sequence[bool], number: int) -> bool:
    following = [index for index in range(number, len(lines)) if lines[index].strip()]
    return bool(following) and quoted[following[0]]


def is_copied_head(lines: Sequence[str], number: int) -> bool:
    """A divider, or a mail head that a program copied above an earlier message."""
    if DIVIDER.match(lines[number]):
        return True
    return (
        bool(COPIED_HEAD.match(lines[number]))
        and sum(bool(COPIED_FIELD.match(line)) for line in lines[number + 1 : number + 7]) >= 2
    )


def _bridged(lines: Sequence[str], quoted: list[bool]) -> list[bool]:
    """Blank lines between quoted lines are quoted too."""
    marked = [index for index, is_quoted in enumerate(quoted) if is_quoted]
    for before, after in pairwise(marked):
        if not any(lines[index].strip() for index in range(before + 1, after)):
            quoted[before:after] = [True] * (after - before)
    return quoted
