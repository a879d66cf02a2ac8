"""The words that give a line's role away, in five languages: `vocabulary.toml` → sets and patterns.

Each table of the file says what it is for and where its words come from; entries are regular expressions
without capturing groups, matched as whole words and blind to case.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def tables() -> dict[str, dict[str, list[str]]]:
    """All tables: name → language → entries."""
    return tomllib.loads(resources.files("consult.read").joinpath("vocabulary.toml").read_text("utf-8"))


@cache
def words(table: str) -> frozenset[str]:
    """The entries of a table that holds plain words, all languages together."""
    return frozenset(entry for entries in tables()[table].values() for entry in entries)


@cache
def pattern(table: str) -> re.Pattern[str]:
    """One pattern for any entry of a table, all languages together, longest first."""
    entries = sorted(words(table), key=lambda entry: (-len(entry), entry))
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)", re.IGNORECASE)
