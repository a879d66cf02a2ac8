"""Passage → Theme and Placement: what belongs together, and on which commitment it bears.

Comes in: passages, settings, an encoder and a cache of vectors, and the themes there were. Goes out:
themes that hold every passage exactly once, placements with probability and evidence, which passages
repeat another, and the vectors. Permuting the passages changes nothing: the work is done in the order of
a hash of the texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from consult.records import Framework, Passage, Placement, Theme
from consult.settings import Settings
from consult.themes.compare import Compared, compare_passages, read_shingles
from consult.themes.context import Around, bare_rows, texts_to_embed
from consult.themes.duplicates import find_duplicates
from consult.themes.embed import Encoder, Progress, VectorCache, embed_texts, load_encoder, stacked, text_hash
from consult.themes.evidence import Evidence
from consult.themes.group import Way, group_passages
from consult.themes.learn import Lessons, learn, lessons_of, nearby, with_copies
from consult.themes.nearness import Meaning
from consult.themes.place import place_passages, vote
from consult.themes.settle import keep_titles, settle
from consult.themes.shingles import Shingles
from consult.themes.targets import framework_texts
from consult.themes.views import anchor_weight
from consult.weights.processor import cores

if TYPE_CHECKING:
    from consult.themes.keyness import Reading
    from consult.themes.title import Named

__all__ = ["Encoder", "Found", "VectorCache", "find_themes", "load_encoder"]

READ_BESIDE = 500  # passages; fewer are read in no time
SIDE_BY_SIDE = 20_000  # passages; with more, two steps at once would hold too much
Array = NDArray[np.float32]
Titles = Callable[..., "tuple[Named, ...]"]
"""Groups, and by name the titles that are taken → a name for each group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What grouping and placing found. duplicates: passage id → its representative's.

    vectors: passage id → (d,) unit vector of the passage in its context, centred.
    """

    themes: tuple[Theme, ...]
    placements: tuple[Placement, ...]
    duplicates: dict[str, str]
    vectors: dict[str, Array]


def find_themes(
    passages: Sequence[Passage],
    settings: Settings,
    encoder: Encoder,
    cache: VectorCache,
    previous: Sequence[Theme] = (),
    progress: Progress | None = None,
    *,
    stay: bool = False,
    placed: Mapping[str, str] | None = None,
) -> Found:
    """Group passages into themes and place both; every passage lands in exactly one theme.

    previous: the themes of the run before, whose ids live on; with `stay` their passages stay together
    too, and only new ones are grouped. placed: passage id → target where people have placed it, from which
    the placing of the others learns; themes do not change for it. Raises ModelError from the encoder.
    """
    from threadpoolctl import threadpool_limits

    ordered = sorted(passages, key=lambda passage: (text_hash(passage.text), passage.passage_id))
    if not ordered:
        return Found(themes=(), placements=(), duplicates={}, vectors={})
    texts = sorted({*texts_to_embed(ordered), *framework_texts(settings.framework)})
    with _read_beside(ordered, settings.framework) as words:  # while the network works
        vectors = dict(zip(texts, embed_texts(texts, encoder, cache, progress), strict=True))
        with threadpool_limits(limits=1):  # two threads that wait for each other are slower than one
            meaning = Meaning(encoder=encoder, cache=cache)
            return _find(ordered, settings, vectors, previous, meaning, placed or {}, words, stay=stay)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What is read of passages without their vectors, when it is asked for or before."""

    shingles: Callable[[], Shingles]
    readings: Callable[[], Mapping[str, Reading]]


@contextmanager
def _read_beside(passages: Sequence[Passage], framework: Framework) -> Iterator[_Words]:
    """Read words on another core while the body runs, where there are neither too few passages nor too many."""
    from consult.themes.keyness import read_words

    shingles, readings = partial(read_shingles, passages, framework), partial(read_words, passages)
    if cores() < 2 or not READ_BESIDE <= len(passages) <= SIDE_BY_SIDE:
        yield _Words(shingles=shingles, readings=readings)
        return
    with ThreadPoolExecutor(1) as beside:
        yield _Words(shingles=beside.submit(shingles).result, readings=beside.submit(readings).result)


def _find(
    passages: Sequence[Passage],
    settings: Settings,
    vectors: Mapping[str, Array],
    previous: Sequence[Theme],
    meaning: Meaning,
    placed: Mapping[str, str],
    words: _Words,
    *,
    stay: bool,
) -> Found:
    """The way from vectors to themes and placements; passages in order of content."""
    with ThreadPoolExecutor(1) as beside:  # products of matrices while words are read
        bare = bare_rows(passages, vectors)
        found = beside.submit(find_duplicates, passages, bare)
        if len(passages) > SIDE_BY_SIDE:
            found.result()
        around = Around(passages, vectors, bare)
        del bare  # a fifth of what is held at most
        compared = compare_passages(passages, settings.framework, vectors, around, words.shingles())
        duplicates = found.result()
        grouped = beside.submit(_groups, passages, compared, duplicates, settings)
        by_id = {passage.passage_id: compared.views.meaning[row] for row, passage in enumerate(passages)}
        titles = _titles(passages, by_id, settings, meaning, words)
        groups = grouped.result()
    if stay:
        groups = _settled(passages, groups, previous, duplicates)
    kept = previous if stay else ()
    themes = _themes([[passages[row] for row in rows] for rows in groups], by_id, previous, titles, kept)
    themes = keep_titles(themes, previous) if stay else themes
    themes = _with_wider(themes, passages, compared, previous, titles)
    theme_of = {passage_id: theme.theme_id for theme in themes for passage_id in theme.passage_ids}
    known = lessons_of(passages, with_copies(placed, duplicates), settings.framework)
    taught = partial(nearby, compared.meaning, known)
    explain = Evidence(passages, settings.framework, compared.alike, compared.words, settings.languages[0], taught)
    placements = place_passages(
        passages, theme_of, _shares(passages, compared, known, placed), settings.framework, explain
    )
    return Found(themes=themes, placements=placements, duplicates=duplicates, vectors=by_id)


def _shares(passages: Sequence[Passage], compared: Compared, lessons: Lessons, placed: Mapping[str, str]) -> Array:
    """The posterior after what people have placed, and after votes.

    On what they placed itself the machine keeps its own opinion: that is what stands again if they undo it.
    """
    shares = vote(compared.own, compared.neighbours)
    if not len(lessons):
        return shares
    learned = vote(learn(compared.own, compared.meaning, lessons), compared.neighbours)
    own = [row for row, passage in enumerate(passages) if passage.passage_id in placed]
    learned[own] = shares[own]
    return learned


def _groups(
    passages: Sequence[Passage], compared: Compared, duplicates: Mapping[str, str], settings: Settings
) -> list[list[int]]:
    """Rows of each theme; duplicates stand aside while groups are made and then join their own."""
    first = [row for row, passage in enumerate(passages) if passage.passage_id not in duplicates]
    views = compared.views.take(np.asarray(first, dtype=np.intp))
    keys = [passages[row].text for row in first]
    way = Way(anchors=anchor_weight(compared.own), granularity=settings.granularity, method=settings.grouping)
    labels = group_passages(views, way, keys)
    label_of = {passages[row].passage_id: int(label) for row, label in zip(first, labels, strict=True)}
    groups: dict[int, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        groups[label_of[duplicates.get(passage.passage_id, passage.passage_id)]].append(row)
    return [groups[label] for label in sorted(groups)]


def _settled(
    passages: Sequence[Passage],
    groups: Sequence[Sequence[int]],
    previous: Sequence[Theme],
    duplicates: Mapping[str, str],
) -> list[list[int]]:
    """The rows of each theme when what was grouped before stays as it was."""
    row_of = {passage.passage_id: row for row, passage in enumerate(passages)}
    settled = settle([[passages[row] for row in rows] for rows in groups], previous, duplicates)
    return [sorted(row_of[passage.passage_id] for passage in members) for members in settled]


def _titles(
    passages: Sequence[Passage], by_id: Mapping[str, Array], settings: Settings, meaning: Meaning, words: _Words
) -> Titles:
    """What gives groups of passages their titles; all passages are read for that once."""
    from consult.themes.title import title_themes

    return partial(
        title_themes,
        passages=passages,
        vectors=by_id,
        language=settings.languages[0],
        meaning=meaning,
        readings=words.readings(),
    )


def _themes(
    groups: Sequence[Sequence[Passage]],
    by_id: Mapping[str, Array],
    previous: Sequence[Theme],
    titles: Titles,
    kept: Sequence[Theme] = (),
) -> tuple[Theme, ...]:
    """Groups with ids, titles and keywords, sorted by id. kept: themes that keep their names if their passages stay."""
    from consult.themes.match import match_themes

    members = [frozenset(passage.passage_id for passage in passages) for passages in groups]
    ids = match_themes(members, previous, [_medoid(passages, by_id) for passages in groups])
    known = {frozenset(theme.passage_ids): (theme.title, theme.keywords) for theme in kept if theme.title}
    fresh = [at for at, its in enumerate(members) if its not in known]
    named = titles(groups, only=fresh, taken=[title for title, _ in known.values()]) if fresh else ()
    names = known | {members[at]: (name.title, name.keywords) for at, name in zip(fresh, named, strict=True)}
    themes = [
        Theme(theme_id=theme_id, title=names[its][0], keywords=names[its][1], passage_ids=_in_order(passages))
        for theme_id, its, passages in zip(ids, members, groups, strict=True)
    ]
    return tuple(sorted(themes, key=lambda theme: theme.theme_id))


def _with_wider(
    themes: Sequence[Theme],
    passages: Sequence[Passage],
    compared: Compared,
    previous: Sequence[Theme],
    titles: Titles,
) -> tuple[Theme, ...]:
    """The same themes, each with the title of its wider theme where there are many."""
    from consult.themes.levels import kept_wider, wider_groups

    row_of = {passage.passage_id: row for row, passage in enumerate(passages)}
    rows = [[row_of[passage_id] for passage_id in theme.passage_ids] for theme in themes]
    numbers = wider_groups(rows, compared.views, anchor_weight(compared.own))
    held: dict[int, list[Passage]] = defaultdict(list)
    for number, its in zip(numbers, rows, strict=True):
        held[number] += [passages[row] for row in its]
    held.pop(-1, None)
    title_of = kept_wider({number: {p.passage_id for p in its} for number, its in held.items()}, previous)
    fresh = [number for number in held if number not in title_of]
    if fresh:
        taken = [*(theme.title for theme in themes), *title_of.values()]
        order = list(held)
        named = titles(list(held.values()), only=[order.index(number) for number in fresh], taken=taken)
        title_of |= {number: name.title for number, name in zip(fresh, named, strict=True)}
    return tuple(replace(one, parent=title_of.get(number, "")) for one, number in zip(themes, numbers, strict=True))


def _medoid(passages: Sequence[Passage], by_id: Mapping[str, Array]) -> str:
    """The passage nearest to the middle of its group; of equals the one with the smallest id."""
    rows = stacked([by_id[passage.passage_id] for passage in passages])
    nearness = np.round(rows @ rows.mean(axis=0), 5)
    return min(zip(-nearness, (passage.passage_id for passage in passages), strict=True))[1]


def _in_order(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Ids sorted by source and span."""
    ordered = sorted(passages, key=lambda passage: (passage.source_id, passage.start, passage.end))
    return tuple(passage.passage_id for passage in ordered)
