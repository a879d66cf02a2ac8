"""A text as a reader sees it: without the signs that nobody sees, and where each stretch of it stands in the text.

In: a text. Out: the same without zero-width and direction signs and soft hyphens, and a map back. A number with such a
sign in the middle is the same number to whoever reads it, and so is a name.

>>> seen = Seen("Ring 428\u200b06917")
>>> seen.text, seen.span(5, 13)
('Ring 42806917', (5, 14))
"""

from __future__ import annotations

import re
from bisect import bisect_right

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)


class Seen:
    """A text without what nobody sees; `span` leads back."""

    def __init__(self, text: str) -> None:
        """Most texts have nothing to leave out, and stay as they are."""
        self._begins: list[int] = [0]
        self._left_out: list[int] = [0]
        parts, at, gone = [], 0, 0
        for found in UNSEEN.finditer(text):
            parts.append(text[at : found.start()])
            at, gone = found.end(), gone + len(found[0])
            self._begins.append(at - gone)
            self._left_out.append(gone)
        self.text = "".join([*parts, text[at:]]) if parts else text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of what is seen stands in the text; empty stretches have no place."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        return at + self._left_out[bisect_right(self._begins, at) - 1]
