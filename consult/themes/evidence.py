"""Why a passage is placed where it is, in words that a reviewer can check against the text.

Comes in: passages, the framework, and how alike they are. Goes out: a sentence with the words that a
passage (or what stands above it) shares with the target, the heading it stands under, how alike the meanings
are, and how many passages like it people have placed there; for a theme, the words that most of its
passages share with the target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from consult.messages import messages
from consult.records import Framework, Passage
from consult.themes.place import Alike
from consult.themes.shingles import Text
from consult.themes.targets import target_texts

Words = Mapping[Text, Sequence[tuple[str, str]]]
"""Text with its language → (key, word as written) of each content word."""

Taught = Callable[[Sequence[int], int], int]
"""(rows of passages, column of a target) → how many passages like them people have placed there."""

WORDS_SHOWN = 4


class Evidence:
    """The evidence of one run's placements, worded in one output language."""

    def __init__(
        self,
        passages: Sequence[Passage],
        framework: Framework,
        alike: Alike,
        words: Words,
        language: str,
        taught: Taught | None = None,
    ) -> None:
        """Keep what the evidence is drawn from. words: text → its words, as `Shingles.words` has them."""
        self._passages = passages
        self._framework = framework
        self._alike = alike
        self._words = words
        self._say = messages(language)
        self._taught = taught

    def __call__(self, rows: Sequence[int], at: int) -> str:
        """Say what these passages have in common with the target in column `at`; `new` has none."""
        count = self._taught(rows, at) if self._taught else 0
        learned = [self._say("place-learned", count=count)] if count else []
        if at >= len(self._framework.targets):
            return "; ".join([*learned, self._say("place-none")])
        shared = self._shared(rows, at)
        meaning = sum(float(self._alike.meaning[row, at]) for row in rows) / len(rows)
        parts = [*learned, *([self._say("place-words", words=", ".join(shared))] if shared else [])]
        parts += [self._say("place-heading", heading=heading) for heading in self._heading(rows)]
        return "; ".join([*parts, self._say("place-meaning", likeness=f"{meaning:.2f}")])

    def _heading(self, rows: Sequence[int]) -> tuple[str, ...]:
        """The innermost heading of a single passage; a theme has many."""
        headings = self._passages[rows[0]].context.headings if len(rows) == 1 else ()
        return headings[-1:]

    def _shared(self, rows: Sequence[int], at: int) -> list[str]:
        """The passages' own words that the target also uses, commonest and longest first."""
        if not self._words:  # of a corpus so large that they were not read
            return []
        counted = Counter(word for row in rows for word in {self._used[row].get(key, "") for key in self._keys[at]})
        counted.pop("", None)
        ranked = sorted(counted, key=lambda word: (-counted[word], -len(word), word))
        return ranked[:WORDS_SHOWN]

    @cached_property
    def _used(self) -> list[dict[str, str]]:
        """For each passage, key → the word as first written, in its text or the headings above it."""
        texts = [(passage.text, *passage.context.headings) for passage in self._passages]
        return [
            {
                key: word
                for text in reversed(own)
                for key, word in reversed(self._words.get((text, passage.language), []))
            }
            for own, passage in zip(texts, self._passages, strict=True)
        ]

    @cached_property
    def _keys(self) -> list[frozenset[str]]:
        """For each target, the keys of its words in all languages."""
        return [
            frozenset(key for text, _ in target_texts(target) for key, _ in self._words.get(text, []))
            for target in self._framework.targets
        ]
