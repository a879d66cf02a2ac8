"""What the gate judges and what it judges by: a sentence, the ground that it must stand on, and a fault.

In: records of the ledger. Out: the same, read once: words, clauses, numbers and vectors of each passage are kept,
so that hundreds of sentences a second can be judged against them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from consult.answer.gate import scopes
from consult.answer.gate.clauses import Said, read
from consult.answer.gate.scorer import Entailment
from consult.answer.quotes import on_one_line
from consult.read.numbers import Sighting
from consult.records import Passage
from consult.speakers import Speaking, count_heard

Vector = NDArray[np.float32]
Detector = Callable[[str], Sequence[Sighting]]
"""text → stretches of it that are personal data, or may be."""

QUOTE = re.compile(r"«([^«»]*)»|“([^“”]*)”|”([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\"")  # Swedish has ”…”
MARKS = '«»“”„"'
SET_APART = "□"  # stands where a quote was, in what is left of a sentence
WORD = re.compile(r"\w+")
SHORT_QUOTE = 4  # words; fewer are a sentence's own words, whose marks hide nothing: *det kostar «12» kroner*


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a sentence must not stand. code: a message `gate-CODE`; detail: words of the draft, or empty."""

    code: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A drafted sentence. passage_ids: what it cites, as the draft says it; language: that it should be in."""

    text: str
    passage_ids: tuple[str, ...]
    language: str

    @cached_property
    def line(self) -> str:
        """The sentence on one line."""
        return on_one_line(self.text)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """What stands between quotation marks, in order."""
        return tuple(next(part for part in match.groups() if part is not None) for match in QUOTE.finditer(self.line))

    @cached_property
    def frame(self) -> str:
        """The sentence without its quotes; short ones stay, without their marks."""
        return QUOTE.sub(set_apart, self.line)

    @cached_property
    def bare(self) -> str:
        """The sentence without any of its quotes."""
        return QUOTE.sub(SET_APART, self.line)

    @cached_property
    def said(self) -> Said:
        """The frame, read."""
        return read(self.frame, self.language)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What must be turned into vectors before the gate can compare meaning: its claims."""
        language = self.said.language
        pieces = [piece.text for piece in self.said.pieces if piece.keys]
        return tuple(dict.fromkeys((*self.said.claims, *pieces, *scopes.texts(self.frame, language))))


def set_apart(match: re.Match[str]) -> str:
    """What stands for a quote: a sign, or its own words where they are few."""
    quote = next(part for part in match.groups() if part is not None)
    return quote if len(WORD.findall(quote)) < SHORT_QUOTE else SET_APART


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a sentence about one theme may draw on.

    members: the theme's passages by id; known: ids of every passage there is; sources: by id; heard: how many
    sources the theme has. vectors: text → (d,) unit row, of claims and of the clauses of passages, as far as they
    are known. targets: ids of commitments that the theme is placed on; titles: commitment's id → its titles.
    entailment: what an entailment model said of such sentences, where one is set.
    """

    members: Mapping[str, Passage]
    known: frozenset[str]
    sources: Mapping[str, Speaking]
    heard: int
    vectors: Mapping[str, Vector] = field(default_factory=dict)
    targets: frozenset[str] = frozenset()
    titles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    detect: Detector | None = None
    entailment: Entailment | None = None

    @cached_property
    def speakers(self) -> int:
        """How many speak in the theme, however often each."""
        return count_heard(self.members.values(), self.sources)

    def cited(self, sentence: Sentence) -> list[Passage]:
        """The passages of the theme that a sentence cites, each once, by id: so a ledger's rows keep them too.

        In the sentence's own order an entailment model could be asked another pair than the law asks again.
        """
        return [self.members[one] for one in sorted({*sentence.passage_ids}) if one in self.members]

    def heard_in(self, sentence: Sentence) -> list[Said]:
        """What a sentence cites, read."""
        return [read(on_one_line(passage.text), passage.language) for passage in self.cited(sentence)]
