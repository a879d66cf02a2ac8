"""Which theme of one version became which theme of another: known again, merged, split, born or gone.

In: two groupings, theme id → ids of its passages. Out: a `Succession`. Only passages that stand in both are asked:
what a new letter brings to a theme does not make it another. Order of what comes in does not matter.

>>> found = succession({"t-1": {"p-1"}, "t-2": {"p-2"}}, {"t-1": {"p-1", "p-2"}})
>>> found.merged
{'t-1': ('t-1', 't-2')}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

Members = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """same: earlier id → later id, of themes that are known again under another one.

    merged: later id → the earlier themes that came together in it; split: earlier id → the later themes that it
    became. Ids of both are the later ones for themes that are known again. born, gone: themes with neither.
    """

    same: dict[str, str]
    merged: dict[str, tuple[str, ...]]
    split: dict[str, tuple[str, ...]]
    born: tuple[str, ...]
    gone: tuple[str, ...]


def succession(before: Members, after: Members) -> Succession:
    """Compare two groupings of passages. A theme follows another where more than half of its passages do."""
    flows = Counter(_flows(before, after))
    same = _same(flows, before, after)
    old = {same.get(theme, theme): passages for theme, passages in before.items()}
    flows = Counter(_flows(old, after))
    heirs, origins = _most(flows), _most(Counter({(new, was): count for (was, new), count in flows.items()}))
    merged = _several((new, was) for was, new in heirs.items() if was == new or was not in after)
    split = _several((was, new) for new, was in origins.items() if was == new or new not in old)
    told = {theme for themes in (*merged.values(), *split.values()) for theme in themes} | merged.keys() | split.keys()
    return Succession(
        same=same,
        merged=merged,
        split=split,
        born=tuple(sorted(after.keys() - old.keys() - told)),
        gone=tuple(sorted(old.keys() - after.keys() - told)),
    )


def _flows(before: Members, after: Members) -> Iterator[tuple[str, str]]:
    """(earlier theme, later theme) of each passage that stands in both."""
    now = {passage: theme for theme, passages in after.items() for passage in passages}
    return ((theme, now[one]) for theme, passages in before.items() for one in passages if one in now)


def _most(flows: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """First → the second that has more than half of what flows from it."""
    total: Counter[str] = Counter()
    for (first, _), count in flows.items():
        total[first] += count
    return {first: second for (first, second), count in flows.items() if 2 * count > total[first]}


def _same(flows: Mapping[tuple[str, str], int], before: Members, after: Members) -> dict[str, str]:
    """Themes that have another id and are each other's most."""
    heirs, origins = _most(flows), _most({(new, was): count for (was, new), count in flows.items()})
    return {
        was: new
        for was, new in sorted(heirs.items())
        if was not in after and new not in before and origins.get(new) == was
    }


def _several(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """First → its seconds, sorted, where there is more than one."""
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        found[first].add(second)
    return {first: tuple(sorted(found[first])) for first in sorted(found) if len(found[first]) > 1}
