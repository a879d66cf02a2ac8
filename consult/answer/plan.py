"""What each theme's conclusions will say, before any language: points, quotes, voices, disagreement.

In: a theme's passages, their vectors, copies and words. Out: drafts, each with the statements it shows,
those it only counts, and its kind. A statement that is like nothing that is shown is shown alone (law 7): in a
small theme each that does not repeat a shown one, in a large theme each that no shown one speaks for.

A statement is a text with its copies: a campaign speaks once in the choice of quotes and is counted in
the sentence. Disagreement is a draft of its own, so that it cannot drown among what people agree on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from typing import Literal

import numpy as np
from scipy.sparse import csr_matrix

from consult.answer.points import DIGITS, SHOWN, SIZES, TWIN, Matrix, Point, find_points, likeness_of
from consult.answer.stance import cue, opposing, says, where_told
from consult.records import Passage
from consult.themes.keyness import Reading, Vectors

ALIKE_FROM = 3  # sources with one text: a campaign, said as such in a sentence of its own
SHOWN_OF_DISAGREEMENT = 3
ENOUGH = 0.5  # cosine at which one passage speaks for another, however alike all of them are
SMALL = 8  # statements in a theme of which a reader meets each that is no repetition
SAME_NOUN = 0.4  # likeness that a passage gains where all its nouns are said in another
MOST_NOUNS = 0.5  # share of the nouns that a repetition has in common with what it repeats, at least
SAMPLE = 1000  # passages, by id, from which the usual likeness of two passages is measured
HANGING = 0.7  # what a quote counts whose claim stands above it: *– og sauene òg* below *Ikkje bygg på myra*
BEST_WORDS = (6, 45)  # a quote of so many words reads well on its own
LINKS = frozenset(
    {
        "og",
        "men",
        "dvs",
        "eller",
        "for",
        "så",
        "slik",
        "samt",
        "derfor",
        "och",
        "därför",
        "and",
        "but",
        "so",
        "or",
        "because",
        "difor",
        "altså",
    }
)
"""Words with which a note leans on what stands before it."""

Kind = Literal["points", "alike", "alone", "divided", "reported"]
"""points: what several say; alike: one text of several sources; alone: a voice unlike what else is shown;
divided: a request beside an objection to it; reported: passages that themselves say opinions differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One text of a theme with its copies, itself first."""

    passages: tuple[Passage, ...]

    @property
    def passage(self) -> Passage:
        """The one that is quoted."""
        return self.passages[0]

    @property
    def sources(self) -> frozenset[str]:
        """Ids of the sources that say it."""
        return frozenset(passage.source_id for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A conclusion without words. shown: in the order of quoting; counted: the others it speaks for."""

    kind: Kind
    shown: tuple[Statement, ...]
    counted: tuple[Statement, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage that the conclusion cites, copies too."""
        return tuple(passage for statement in (*self.shown, *self.counted) for passage in statement.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the words of a theme say. weights: key → what it says about the theme; readings: by passage id."""

    weights: Mapping[str, float]
    readings: Mapping[str, Reading]


def plan_theme(
    members: Sequence[Passage], duplicates: Mapping[str, str], vectors: Vectors, words: Words, usual: float
) -> tuple[Draft, ...]:
    """The drafts of one theme: the largest point first, then single voices, disagreement last.

    duplicates: passage id → the id of the text it repeats; usual: the likeness that two passages have at
    random, below which none speaks for another.
    """
    statements = gather(members, duplicates)
    likeness = likeness_of([vectors[statement.passage.passage_id] for statement in statements])
    nouns = [words.readings[statement.passage.passage_id].nouns for statement in statements]
    disagreement, kind = _disagreement(statements, likeness, words.readings)
    rest = [at for at in range(len(statements)) if at not in disagreement]
    points = _points(statements, rest, likeness, words, room=len(SIZES) - bool(disagreement))
    quoted = [*disagreement, *(at for point in points for at in point.quoted)]
    small = len(statements) <= SMALL
    rim = _rim(quoted, *_repetition(statements, likeness, nouns)) if small else _rim(quoted, *_kinship(likeness, nouns))
    alone = {at for point in points for at in _unlike(point, likeness, usual)} | set(rim)
    if small:
        points = [_fuller(point, rim) for point in points]
        alone -= {at for point in points for at in point.quoted}
    drafts = [_draft(point, statements, alone) for point in points]
    drafts.sort(key=lambda draft: (-len(draft.passages), min(passage.passage_id for passage in draft.passages)))
    drafts += [_lone(statements[at]) for at in sorted(alone)]
    if disagreement:
        drafts.append(Draft(kind=kind, shown=tuple(statements[at] for at in disagreement), counted=()))
    return tuple(drafts)


def gather(members: Sequence[Passage], duplicates: Mapping[str, str]) -> list[Statement]:
    """Statements in order of the id of the passage that is quoted for each."""
    texts: dict[str, list[Passage]] = {}
    for passage in sorted(members, key=lambda p: (p.passage_id in duplicates, p.passage_id)):
        texts.setdefault(duplicates.get(passage.passage_id, passage.passage_id), []).append(passage)
    return sorted((Statement(passages=tuple(copies)) for copies in texts.values()), key=lambda s: s.passage.passage_id)


def usual_likeness(vectors: Vectors) -> float:
    """The likeness that four in five pairs of passages stay below."""
    rows = [vectors[passage_id] for passage_id in sorted(vectors)[:SAMPLE]]
    if len(rows) < 3:
        return -1.0
    likeness = likeness_of(rows)
    return float(np.quantile(likeness[np.triu_indices(len(rows), 1)], 0.8))


def quality(passage: Passage, weights: Mapping[str, float], reading: Reading, heaviest: float | None = None) -> float:
    """How well a passage reads as a quote on its own, above 0 and at most 1. heaviest: as from `heaviest_words`."""
    words = passage.text.split()
    short, long = BEST_WORDS
    length = min(1.0, (1 + len(words)) / (1 + short)) * (1.0 if len(words) <= long else 0.85)
    first = next((word.strip("«“\"'(–-→…*•.,").lower() for word in words), "")
    leaning = 0.75 if not first or first in LINKS else 1.0
    most = heaviest_words(weights) if heaviest is None else heaviest
    on_subject = sum(weights.get(key, 0.0) for key in reading.nouns) / (most or 1.0)
    hanging = HANGING if passage.context.parent else 1.0
    return round(length * leaning * hanging * (0.6 + 0.4 * min(1.0, on_subject)), 6)


def heaviest_words(weights: Mapping[str, float]) -> float:
    """What the five heaviest words of a theme weigh together."""
    return sum(nlargest(5, weights.values()))


def _disagreement(
    statements: Sequence[Statement], likeness: Matrix, readings: Mapping[str, Reading]
) -> tuple[list[int], Kind]:
    """Statements that show opinions divided: by their own words, or a request beside an objection to it."""
    passages = [statement.passage for statement in statements]
    divided = [at for at, passage in enumerate(passages) if says("divided", passage)]
    if divided:
        centre = np.round(likeness.mean(axis=1), DIGITS)
        return sorted(divided, key=lambda at: (-centre[at], at))[:SHOWN_OF_DISAGREEMENT], "reported"
    nouns = cache(lambda at: _nouns_told(passages[at], readings[passages[at].passage_id]))
    pairs = opposing(passages, likeness, nouns)
    return (list(pairs[0]), "divided") if pairs else ([], "points")


def _nouns_told(passage: Passage, reading: Reading) -> frozenset[str]:
    """The nouns with which a passage asks or objects: of *We are against fees. Look at Sweden* fees alone."""
    told = where_told(passage).casefold()
    return frozenset(key for key, form, _, _ in reading.forms if key in reading.nouns and form.casefold() in told)


def _points(
    statements: Sequence[Statement], rest: Sequence[int], likeness: Matrix, words: Words, room: int
) -> list[Point]:
    """The points of what is left, by the numbers of `statements`."""
    passages = [statements[at].passage for at in rest]
    heaviest = heaviest_words(words.weights)
    found = find_points(
        likeness[np.ix_(rest, rest)],
        [quality(passage, words.weights, words.readings[passage.passage_id], heaviest) for passage in passages],
        [passage.source_id for passage in passages],
        [at for at, number in enumerate(rest) if len(statements[number].sources) >= ALIKE_FROM][:room],
        room,
    )
    return [
        Point(members=tuple(rest[at] for at in point.members), quoted=tuple(rest[at] for at in point.quoted))
        for point in found
    ]


def _unlike(point: Point, likeness: Matrix, usual: float) -> list[int]:
    """Statements of a point that are no more like what it quotes than any two passages are."""
    others = [at for at in point.members if at not in point.quoted]
    return [at for at in others if likeness[at, list(point.quoted)].max() <= min(usual, ENOUGH)]


def _rim(quoted: Sequence[int], nearness: Matrix, enough: float) -> list[int]:
    """The statements that nothing shown speaks for: those least like all that is quoted, one by one.

    Farthest-first traversal (Gonzalez 1985): each is chosen against what is quoted and the rim so far, so that
    ten of one kind do not make a rim, until what is left is nearer than `enough` to something shown.
    """
    rim = list[int]()
    if not quoted:
        return rim
    closest = np.round(nearness[:, list(quoted)].max(axis=1), DIGITS)
    closest[list(quoted)] = np.inf
    while len(quoted) + len(rim) < len(nearness) and closest[at := int(closest.argmin())] <= enough:
        rim.append(at)
        closest = np.maximum(closest, np.round(nearness[:, at], DIGITS))
        closest[at] = np.inf
    return rim


def _kinship(likeness: Matrix, nouns: Sequence[frozenset[str]]) -> tuple[Matrix, float]:
    """How near statements of a large theme are, and from where one speaks for another."""
    return likeness + SAME_NOUN * _shared(nouns), ENOUGH


def _repetition(
    statements: Sequence[Statement], likeness: Matrix, nouns: Sequence[frozenset[str]]
) -> tuple[Matrix, float]:
    """(n, n): 1 where a statement of a small theme repeats another, else 0; and the bound between them.

    It does where meaning, nouns and negation are the same: *bygg* and *ikkje bygg* are near, and two statements.
    """
    negated = np.array([bool(cue("negation", one.passage.language).search(one.passage.text)) for one in statements])
    same = (likeness >= TWIN) & (_shared(nouns) > MOST_NOUNS) & (negated[:, None] == negated[None, :])
    return same.astype(np.float64), 0.5


def _shared(nouns: Sequence[frozenset[str]]) -> Matrix:
    """(n, n): the share of the nouns of the one that says fewer which the other says too."""
    column = {noun: at for at, noun in enumerate(sorted(frozenset().union(*nouns)))}
    said = [column[noun] for each in nouns for noun in sorted(each)]
    starts = np.cumsum([0, *(len(each) for each in nouns)])
    rows = csr_matrix((np.ones(len(said)), said, starts), shape=(len(nouns), max(1, len(column))))
    count = np.maximum(1, np.diff(starts))
    return np.asarray((rows @ rows.T).toarray() / np.minimum(count[:, None], count[None, :]))


def _fuller(point: Point, rim: Sequence[int]) -> Point:
    """A point of a small theme that also quotes what else is said in it, as far as a sentence has room."""
    more = [at for at in sorted(rim) if at in point.members][: len(SHOWN) - len(point.quoted)]
    return Point(members=point.members, quoted=(*point.quoted, *more))


def _draft(point: Point, statements: Sequence[Statement], alone: Collection[int]) -> Draft:
    """A point as a draft, without those that speak for themselves."""
    shown = tuple(statements[at] for at in point.quoted)
    counted = tuple(statements[at] for at in point.members if at not in point.quoted and at not in alone)
    alike = len(shown) == 1 and not counted and len(shown[0].sources) > 1
    return Draft(kind="alike" if alike else "points", shown=shown, counted=counted)


def _lone(statement: Statement) -> Draft:
    """A statement in a sentence of its own; one that several sources share is alike, not alone."""
    return Draft(kind="alike" if len(statement.sources) > 1 else "alone", shown=(statement,), counted=())
