"""The words that tell what a number or a name near them is: `cues.toml` → patterns and sets.

Entries are as in `vocabulary.toml`: regular expressions without capturing groups, whole words, blind to case. Finnish
stands beside the five languages of the consultations, for numbers and addresses only.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources


@cache
def cue_tables() -> dict[str, dict[str, list[str]]]:
    """All tables: name → language → entries."""
    return tomllib.loads(resources.files("consult.read").joinpath("cues.toml").read_text("utf-8"))


@cache
def cue_words(table: str) -> frozenset[str]:
    """The entries of a table, all languages together."""
    return frozenset(entry for entries in cue_tables()[table].values() for entry in entries)


@cache
def cue(table: str) -> re.Pattern[str]:
    """One pattern for any entry of a table, all languages together, longest first."""
    return re.compile(rf"(?<!\w)(?:{alternatives(table)})(?!\w)", re.IGNORECASE)


@cache
def alternatives(table: str) -> str:
    """The entries of a table as the inside of a group, longest first."""
    return "|".join(sorted(cue_words(table), key=lambda entry: (-len(entry), entry)))


def may_hold(text: str, *tables: str) -> bool:
    """Whether any word of a text begins as an entry of the tables does: soon known, and true wherever one stands."""
    wanted = beginnings(*tables)
    return not wanted or not wanted.isdisjoint(_begin(text))


@cache
def beginnings(*tables: str) -> frozenset[str]:
    """The first letters of every entry, and a space behind a whole word; empty where one may begin in several ways."""
    found = set()
    for entry in frozenset().union(*map(cue_words, tables)):
        letters = LITERAL.match(entry)
        if letters is None or "|" in GROUP.sub("", entry):
            return frozenset()
        whole = entry[letters.end() :][:1] in ("", " ")
        found.add((_folded(letters[0]) + " " * whole)[:FIRST])
    return frozenset(found)


@lru_cache(maxsize=8)
def _begin(text: str) -> frozenset[str]:
    """The first letter, the first two, and so on, of every word and the space behind it."""
    words = {f"{word} "[:FIRST] for word in WORD.findall(_folded(text))}
    return frozenset(word[:count] for word in words for count in range(1, FIRST + 1))


def _folded(text: str) -> str:
    """Small letters, with those that a pattern blind to case takes for others."""
    return text.translate(ALIKE).lower()


FIRST = 4
ALIKE = {0x130: "i", 0x131: "i", 0x17F: "s"}  # İ, ı and ſ
WORD = re.compile(r"\w+")
LITERAL = re.compile(r"(?:[^\W_](?![?*{]))+")
GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)")


def cued(table: str, text: str, start: int, reach: int) -> bool:
    """Whether a word of a table stands within `reach` characters before `start`."""
    return bool(cue(table).search(text, max(0, start - reach), start))


def directly(table: str, text: str, start: int, reach: int) -> bool:
    """Whether a word of a table stands right before `start`, but for a colon, *nr.* and the like."""
    near = text[max(0, start - reach) : start]
    found = list(cue(table).finditer(near))
    rest = near[found[-1].end() :] if found else "?"
    return FILLER.fullmatch(rest) is not None


FILLER = re.compile(r"[\s.:,;–(-]*(?:(?:nr|nummer|number|no|er|is|är|mitt|min|my|på|on)\b[\s.:(]*)*", re.IGNORECASE)
