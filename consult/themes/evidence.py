"""Why a passage is placed where it is, in words that a reviewer can check against the text.

Comes in: passages, the framework, and how alike they are. Goes out: a sentence with the words that a
passage (or what stands above it) shares with the target, the heading it stands under, and how alike
the meanings are; for a theme, the words that most of its passages share with the target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from consult.messages import messages
from consult.records import LANGUAGES, Framework, Language, Passage, Target
from consult.themes.place import Alike
from consult.themes.words import words_of

WORDS_SHOWN = 4


class Evidence:
    """The evidence of one run's placements, worded in one output language."""

    def __init__(self, passages: Sequence[Passage], framework: Framework, alike: Alike, language: str) -> None:
        """Keep what the evidence is drawn from; nothing is read before it is asked for."""
        self._passages = passages
        self._framework = framework
        self._alike = alike
        self._say = messages(language)

    def __call__(self, rows: Sequence[int], at: int) -> str:
        """Say what these passages have in common with the target in column `at`; `new` has none."""
        if at >= len(self._framework.targets):
            return self._say("place-none")
        shared = self._shared(rows, at)
        meaning = sum(float(self._alike.meaning[row, at]) for row in rows) / len(rows)
        parts = [self._say("place-words", words=", ".join(shared))] if shared else []
        parts += [self._say("place-heading", heading=heading) for heading in self._heading(rows)]
        return "; ".join([*parts, self._say("place-meaning", likeness=f"{meaning:.2f}")])

    def _heading(self, rows: Sequence[int]) -> tuple[str, ...]:
        """The innermost heading of a single passage; a theme has many."""
        headings = self._passages[rows[0]].context.headings if len(rows) == 1 else ()
        return headings[-1:]

    def _shared(self, rows: Sequence[int], at: int) -> list[str]:
        """The passages' own words that the target also uses, commonest and longest first."""
        counted = Counter(word for row in rows for word in {self._words[row].get(key, "") for key in self._keys[at]})
        counted.pop("", None)
        ranked = sorted(counted, key=lambda word: (-counted[word], -len(word), word))
        return ranked[:WORDS_SHOWN]

    @cached_property
    def _words(self) -> list[dict[str, str]]:
        """For each passage, key → the word as written, in its text or the headings above it."""
        texts = [" \n".join((passage.text, *passage.context.headings)) for passage in self._passages]
        return _by_key(texts, [passage.language for passage in self._passages])

    @cached_property
    def _keys(self) -> list[frozenset[str]]:
        """For each target, the keys of its words in all languages."""
        texts = [_texts(target) for target in self._framework.targets]
        flat = [(text, language) for one in texts for language, text in one]
        found = iter(_by_key([text for text, _ in flat], [language for _, language in flat]))
        return [frozenset(key for _ in one for key in next(found)) for one in texts]


def _texts(target: Target) -> list[tuple[Language, str]]:
    """Titles and descriptions of one target with their languages."""
    every: Iterable[Mapping[str, str]] = (target.title, target.description)
    return [(language, texts[language]) for texts in every for language in LANGUAGES if texts.get(language)]


def _by_key(texts: Sequence[str], languages: Sequence[Language]) -> list[dict[str, str]]:
    """For each text, key → the word as first written, in small letters."""
    found = words_of(texts, languages)
    return [{word.key: word.text.lower() for word in reversed(words) if word.key} for words in found]
