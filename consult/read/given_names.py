"""Given names that people in the five countries bear: `given_names.toml` → sets.

In: a word. Out: whether it is a given name. Names that are words of a language or places too are told apart.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def given_names() -> frozenset[str]:
    """Given names, as they are written."""
    tables = tomllib.loads(resources.files("consult.read").joinpath("given_names.toml").read_text("utf-8"))
    return frozenset(name for line in tables["given"].values() for name in line.split())


@cache
def also_words() -> frozenset[str]:
    """Given names that are words of a language or places as well."""
    tables = tomllib.loads(resources.files("consult.read").joinpath("given_names.toml").read_text("utf-8"))
    return frozenset(tables["also_words"]["words"].split())


def is_given(word: str) -> bool:
    """Whether a word is a given name, alone or as the first part of a double one."""
    return word in given_names() or (bool(re.search("[-‑]", word)) and re.split("[-‑]", word)[0] in given_names())
