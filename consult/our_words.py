"""Texts of ours: the framework's, those of the pages, and function words. Their words give nobody away.

In: the settings of a run, as `provenance.plain` gives them. Out: texts, and words in small letters. Patterns that
name inputs are no such text: a file may be called as a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from consult.residue import WORD, words_of
from consult.settings import Imprint
from consult.shipped import PACKAGE, shipped

SHOWN = re.compile(r"[^\W\d_]+")
OF_A_TARGET = ("title", "description", "keywords")
"""Not examples: these are what people have said, and may be the very words that go."""


def our_texts(settings: Mapping[str, Any]) -> list[str]:
    """Every text of ours: what the consultation says of itself, its framework, the pages and function words."""
    return [*settled_texts(settings), *_pages(), _function_text()]


def settled_texts(settings: Mapping[str, Any]) -> list[str]:
    """What the consultation says of itself and of its framework."""
    return list(_settled(settings))


def imprint_texts(imprint: Imprint) -> list[str]:
    """What the office publishes of itself on every page: who answers, where to ask, for whom, on what address."""
    said = (*imprint.responsible.values(), *imprint.audience.values(), imprint.contact, imprint.address)
    return [text for text in said if text]


@cache
def page_words() -> frozenset[str]:
    """Words that the pages write in small letters: one that is a name too may stand there as an example."""
    return frozenset(word for text in _pages() for word in WORD.findall(text) if word.islower())


@cache
def page_forms() -> frozenset[str]:
    """Every word of the pages, as they write it: *Privatperson* stands on each, and gives nobody away."""
    return frozenset(word for text in _pages() for word in SHOWN.findall(text))


@cache
def function_words() -> frozenset[str]:
    """Function words of every language, in small letters."""
    return frozenset(words_of(_function_text()))


def _settled(settings: Mapping[str, Any]) -> Iterator[str]:
    framework = settings.get("framework") or {}
    yield str(framework.get("source", ""))
    for target in framework.get("targets", ()):
        for part in OF_A_TARGET:
            yield from _strings(target.get(part))
    yield from _strings(settings.get("title"))
    for event in settings.get("events", ()):
        yield from _strings(event.get("title"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _strings(part)


@cache
def _pages() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "locales").rglob("*.ftl")))


@cache
def _function_text() -> str:
    return shipped("models", "words", "words.json").read_text(encoding="utf-8")
