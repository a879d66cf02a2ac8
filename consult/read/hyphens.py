"""Lines of a paragraph → one text, with words that a line's end divided made whole.

A hyphen at a line's end is the typesetter's or the writer's. The document itself tells: if the joined
word stands elsewhere in it, the hyphen goes; if the hyphenated one does, it stays. Where neither does, it
stays after an abbreviation, a figure or a lone letter (*EØS-*, *uu-*, *e-*), before *og*, *eller* and their
like (*likestillings- og …*) and before a capital, and goes otherwise.

>>> join_lines(["vi ber om tvangs-", "mulkt"], Vocabulary.of([]))
'vi ber om tvangsmulkt'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consult.read.document import word_set

SOFT = "\u00ad"
HYPHENS = ("-", "\u2010", SOFT)
RANGE_ON = re.compile(r"[–—]\d")
RANGE = re.compile(r"\d[–—]$")  # *10–* and *16* on the next line
WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*[-\u2010]?")
ENOUGH = 500  # characters that are kept at hand: a paragraph of a hundred pages is not gone through at each line
CONJUNCTIONS = word_set("og eller samt och eller and or eller/og og/eller och/eller and/or men but")
ABBREVIATIONS = word_set("uu ki ai id eu fn it ikt pc tv cv wc dna pdf sms gps api seo www")
"""Written small in compounds; other short first parts (*in-gen*, *et-ter*) are syllables."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, case folded: whole ones, and the first parts of hyphenated ones."""

    words: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[str]) -> Vocabulary:
        """The vocabulary of the lines; what a line's end may have divided is left out."""
        found: set[str] = set()
        divided = False
        for line in lines:
            words = [match.group().replace("\u2010", "-").casefold() for match in WORD.finditer(line)]
            ends = line.rstrip().endswith(HYPHENS)
            found.update(words[divided : len(words) - ends])
            divided = ends
        return cls(frozenset(found), frozenset(word.split("-")[0] for word in found if "-" in word.strip("-")))


def join_lines(lines: Sequence[str], words: Vocabulary) -> str:
    """The lines as running text."""
    done: list[str] = []
    end = ""  # what the next line may be joined to: its last word, and some more
    for line in lines:
        end = _joined(end, line.strip(), words) if end else line.strip()
        cut = end.rfind(" ", 0, -ENOUGH) if len(end) > 2 * ENOUGH else -1
        if cut > 0:
            done.append(end[:cut])
            end = end[cut:]
    return "".join([*done, end]).replace(SOFT, "")


def _joined(text: str, line: str, words: Vocabulary) -> str:
    if (RANGE.search(text) and line[:1].isdigit()) or (text[-1:].isdigit() and RANGE_ON.match(line)):
        return text + line
    if not text.endswith(HYPHENS) or text[-2:-1].isspace() or len(text) < 2:
        return f"{text} {line}"
    if text.endswith(SOFT):
        return text[:-1] + line
    stem = re.split(r"[\s(/«“\"]", text[:-1])[-1]
    rest = re.match(r"[^\W_]*", line)
    return _divided(text, stem, rest.group() if rest else "", line, words)


def _divided(text: str, stem: str, rest: str, line: str, words: Vocabulary) -> str:
    if not rest or rest.casefold() in CONJUNCTIONS:
        return f"{text} {line}"
    if f"{stem}{rest}".casefold() in words.words:
        return text[:-1] + line
    if f"{stem}-{rest}".casefold() in words.words or _keeps_hyphen(stem, rest, words):
        return text + line
    return text[:-1] + line


def _keeps_hyphen(stem: str, rest: str, words: Vocabulary) -> bool:
    if stem.casefold() in words.stems or rest[0].isupper() or rest[0].isdigit():
        return True
    last = stem.rpartition("-")[2]
    abbreviated = len(last) <= 1 or last.isupper() or last.casefold() in ABBREVIATIONS
    return abbreviated or any(char.isdigit() for char in last)
