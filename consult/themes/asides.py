"""What stands in the way of a title: votes counted behind a note, and words that name no subject.

In: a note, or words. Out: the note without its votes; the words, in small letters.

>>> without_tally("Night bus ●●●●"), without_tally("Nattbuss (4 röster)"), without_tally("Plan for åra (2030)")
('Night bus', 'Nattbuss', 'Plan for åra (2030)')
"""

from __future__ import annotations

import re

from consult.read.vocabulary import words

UNIT = r"(?:x|st\.?|votes?|dots?|stickers?|points?|likes?|r[øö]yster|r[øö]ster|stemmer|prikk\w*|prickar|poeng|poäng)"
DOT = "[●•○◦⬤∙★☆✓✔☑👍⭐❤+|/]"
TALLY = re.compile(
    rf"(?:(?:(?<!\s)(?<!{DOT})\s*+|(?<={DOT})\s{{2,}}+)(?:{DOT}\s?+){{2,}}+|(?<!\s)\s*+[●⬤★✓✔👍⭐]"
    rf"|(?<!\s)\s*+[(\[]\s*+\d{{1,2}}\s*+(?:{UNIT}\s*+)?[)\]])\s*+\Z",
    re.IGNORECASE,
)
"""Votes behind a note, in dots or figures. Looked for where a run of dots or spaces begins only: a form that is filled
up with spaces, or a drawn line, would else be gone through once for each sign of it."""
LEFTOVER = words("leftover")
"""Words for what fits nowhere else: no title and no keyword."""
NO_TITLE = LEFTOVER | words("sorting")
"""Those, and words that only sort what people wrote (*Idéar*): no title by themselves."""


def without_tally(text: str) -> str:
    """A note without the votes counted behind it; all of it where it is nothing else."""
    return TALLY.sub("", text) or text
