"""How another program counts: its positions → ours.

The standard says Unicode code points; programs differ over whether CR LF is one or two, whether a sign beyond
U+FFFF is one or two (UTF-16), and whether the end is the last character or the one behind it. What a program
means is seen from which way of counting makes its selections fall on our passages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

Span = tuple[int, int]
Counting = Callable[[int, int], Span | None]
"""A selection as the program gives it → our half-open span; None where it lies outside the text."""


def unfolded(text: str) -> str:
    r"""The text with LF alone.

    >>> unfolded("a\r\nb\rc")
    'a\nb\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def countings(text: str) -> list[Counting]:
    """Every way to count in `text` (as the archive holds it) that makes a difference; the standard's is first."""
    ours = unfolded(text)
    starts = [list(range(len(ours) + 1))]
    if len(ours) != len(text):
        starts.append(_starts(text, [1] * len(text)))
    if any(sign > "\uffff" for sign in text):
        starts.append(_starts(ours, [_units(sign) for sign in ours]))
        if len(ours) != len(text):
            starts.append(_starts(text, [_units(sign) for sign in text]))
    return [_counting(one, last) for last in (0, 1) for one in starts]


def best(spans: Sequence[Span], wanted: Callable[[Span], bool], ways: Sequence[Counting]) -> Counting:
    """The way that most selections are `wanted` in; the first among equals."""
    scores = [sum(found is not None and wanted(found) for found in (way(*span) for span in spans)) for way in ways]
    return ways[scores.index(max(scores))]


def _units(sign: str) -> int:
    return 2 if sign > "\uffff" else 1


def _starts(text: str, widths: Sequence[int]) -> list[int]:
    """Where each character of the unfolded text begins as the program counts, and where the text ends.

    text: with or without CR LF; a CR LF becomes one character as wide as both.
    """
    starts, at = [], 0
    for place, (sign, width) in enumerate(zip(text, widths, strict=True)):
        if not (sign == "\n" and place and text[place - 1] == "\r"):
            starts.append(at)
        at += width
    return [*starts, at]


def _counting(starts: Sequence[int], last: int) -> Counting:
    """last: 1 where the program's end is the last character itself."""

    def convert(start: int, end: int) -> Span | None:
        if not 0 <= start < end + last <= starts[-1]:
            return None
        return bisect_left(starts, start), bisect_left(starts, end + last)

    return convert
