"""Themes that stay: what was grouped keeps its theme while little has been added or taken away.

In: fresh groups of all passages, and the themes of the run before. Out: groups in which every passage
that was there is where it was, and every new one is in the theme of those it was grouped with, or in
a theme of its own. A coordinator who has read thirty themes finds thirty themes after one more letter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from consult.records import Passage, Theme

MOST_CHANGE = 0.25  # share of the passages grouped from scratch that may come or go before all are grouped anew

Groups = list[list[Passage]]


def may_stay(now: int, kept: int, from_scratch: int) -> bool:
    """Whether the themes may stay.

    now: passages there are; kept: those of them that were there at the last run; from_scratch: how
    many there were when the themes were last made from nothing, 0 if never.

    >>> may_stay(now=105, kept=100, from_scratch=100), may_stay(now=140, kept=100, from_scratch=100)
    (True, False)
    """
    allowed = MOST_CHANGE * from_scratch
    return from_scratch > 0 and now - from_scratch <= allowed and from_scratch - kept <= allowed


def settle(groups: Sequence[Sequence[Passage]], previous: Sequence[Theme], duplicates: Mapping[str, str]) -> Groups:
    """Groups in which the passages of `previous` are together as they were, in the order of their themes' ids.

    duplicates: passage id → its representative's; a new passage joins the theme of one that says the same.
    """
    theme_of = {passage_id: theme.theme_id for theme in previous for passage_id in theme.passage_ids}
    same = _says_the_same(theme_of, duplicates)
    settled: dict[str, list[Passage]] = defaultdict(list)
    for number, passages in enumerate(groups):
        known = Counter(theme_of[p.passage_id] for p in passages if p.passage_id in theme_of)
        nearest = min(known, key=lambda theme_id: (-known[theme_id], theme_id)) if known else f"~{number:09}"
        for passage in passages:
            own = theme_of.get(passage.passage_id) or same.get(duplicates.get(passage.passage_id, passage.passage_id))
            settled[own or nearest].append(passage)
    return [settled[theme_id] for theme_id in sorted(settled)]


def _says_the_same(theme_of: Mapping[str, str], duplicates: Mapping[str, str]) -> dict[str, str]:
    """Representative's id → the theme of a passage that was there and says the same."""
    themes: dict[str, str] = {}
    for passage_id in sorted(theme_of):
        themes.setdefault(duplicates.get(passage_id, passage_id), theme_of[passage_id])
    return themes


def keep_titles(themes: Sequence[Theme], previous: Sequence[Theme]) -> tuple[Theme, ...]:
    """A theme keeps its title and keywords as long as its passages are the same; no two share a title."""
    before = {theme.theme_id: theme for theme in previous}
    kept: dict[str, Theme] = {}
    for theme in themes:
        old = before.get(theme.theme_id)
        if old is not None and old.title and set(old.passage_ids) == set(theme.passage_ids):
            kept[theme.theme_id] = replace(theme, title=old.title, keywords=old.keywords)
    taken = {theme.title.casefold() for theme in kept.values()}
    named = []
    for theme in themes:
        if theme.theme_id not in kept:
            title = _free(theme, before.get(theme.theme_id), taken)
            taken.add(title.casefold())
            named.append(replace(theme, title=title))
        else:
            named.append(kept[theme.theme_id])
    return tuple(named)


def _free(theme: Theme, old: Theme | None, taken: set[str]) -> str:
    """The theme's title if it is free, else its old one, else with a keyword that tells it apart."""
    candidates = [
        theme.title,
        *([old.title] if old and old.title else []),
        *(f"{theme.title}: {word}" for word in theme.keywords),
    ]
    return next((title for title in candidates if title.casefold() not in taken), f"{theme.title} ({theme.theme_id})")
