"""Titles that people wrote in a review sheet: which theme each of them means.

In: titles and the passages that are to go there, and an open review. Out: decisions. Guaranteed: no two themes come to
bear one title; a title that a theme bears is that theme, one that none bears is a new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from consult.answer.decide import folded, titled
from consult.errors import DecisionError
from consult.review import Review


def clashes(wanted: Mapping[str, str], stand: Mapping[str, str]) -> dict[str, str]:
    """Theme → the other theme that keeps the title which it wants, or wanted it first. Both: theme id → title.

    >>> clashes({"t-1": "Buss", "t-2": "buss "}, {"t-1": "Ferje", "t-2": "Tog", "t-3": "Veg"})
    {'t-2': 't-1'}
    """
    taken = {folded(title): theme_id for theme_id, title in stand.items() if theme_id not in wanted}
    firsts = {theme_id: taken.setdefault(folded(title), theme_id) for theme_id, title in wanted.items()}
    return {theme_id: first for theme_id, first in firsts.items() if first != theme_id}


def go_to_title(title: str, going: Mapping[str, str], desk: Review, role: str) -> None:
    """Bring passages under a title. going: passage id → the reason that was given.

    Raises DecisionError where the title is empty or means several themes, or a passage is gone; nothing is done then.
    """
    if not title:
        raise DecisionError("names no theme; every passage is in one, or is set aside")
    theme_of = {passage: theme.theme_id for theme in desk.analysis.themes for passage in theme.passage_ids}
    missing = [passage for passage in going if passage not in theme_of]
    if missing:
        raise DecisionError(f"{', '.join(missing)}: is no longer among the passages")
    there = titled(desk.analysis.themes, title)
    if len(there) > 1:
        raise DecisionError(f"{', '.join(there)}: more than one theme bears this title; choose one from the list")
    reason = next(filter(None, going.values()), "")
    made = there[0] if there else _made(title, {passage: theme_of[passage] for passage in going}, desk, role, reason)
    inside = {one for theme in desk.analysis.themes if theme.theme_id == made for one in theme.passage_ids}
    for passage, why in going.items():
        if passage not in inside:
            desk.move(passage, made, role=role, reason=why or reason)


def _made(title: str, theme_of: Mapping[str, str], desk: Review, role: str, reason: str) -> str:
    """The id of a new theme with those of the passages that come from one theme, which is renamed where none stays."""
    sizes = {theme.theme_id: len(theme.passage_ids) for theme in desk.analysis.themes}
    leaving: dict[str, list[str]] = defaultdict(list)
    for passage, theme_id in theme_of.items():
        leaving[theme_id].append(passage)
    parted = next((one for one, passages in leaving.items() if len(passages) < sizes[one]), "")
    if parted:
        return str(desk.split(parted, leaving[parted], title, role=role, reason=reason).after["theme_id"])
    # nobody stays behind in any of them: to split one would leave nothing of it
    (whole,) = desk.rename(max(leaving, key=lambda one: sizes[one]), title, role=role, reason=reason).objects
    return whole
