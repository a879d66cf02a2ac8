"""Themes as a code tree, and as the list that Taguette imports.

In: an analysis and its consultation. Out: codes whose names are unique and whose GUIDs come from ids, so that
what a researcher's program gives back can be told from what it made itself.
"""

from __future__ import annotations

import codecs
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consult.publish.exchange.characters import guid, holdable, one_line, unique_names
from consult.publish.exchange.consultation import Consultation, consultation_of
from consult.publish.tables import csv_bytes
from consult.records import Analysis, Theme
from consult.summary import first_choices, place_of

LONGEST_NAME = 180  # characters: Taguette takes 200, and an id may have to stand behind a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """key: a theme's id, or the place that the codes below are placed on (a target's id, `new`, `unplaced`)."""

    key: str
    guid: str
    name: str
    description: str
    is_theme: bool
    codes: tuple[Code, ...] = ()


def code_tree(analysis: Analysis, consultation: Consultation) -> tuple[Code, ...]:
    """Every place of the framework in its order, each with its themes by title; a theme stands once."""
    placed = theme_places(analysis)
    titles = consultation.places() | {place: place for place in placed.values() if place not in consultation.places()}
    names = _names(analysis, titles)
    themes: dict[str, list[Code]] = defaultdict(list)
    for theme in sorted(analysis.themes, key=lambda theme: (names[theme.theme_id].casefold(), theme.theme_id)):
        themes[placed[theme.theme_id]].append(_of_theme(theme, names[theme.theme_id]))
    about = {t.target_id: t.description.get(consultation.language, "") for t in consultation.targets}
    return tuple(
        Code(
            key=place,
            guid=guid("place", place),
            name=names[f"place {place}"],
            description=about.get(place, ""),
            is_theme=False,
            codes=tuple(themes[place]),
        )
        for place in titles
    )


def code_list(analysis: Analysis, run_info: Mapping[str, Any]) -> bytes:
    """Every theme's code with its keywords, as CSV with the columns that Taguette looks for.

    A byte order mark stands in front: without one, Taguette guesses the encoding, and takes a short list for Turkish.
    """
    themes = [code for place in code_tree(analysis, consultation_of(run_info)) for code in place.codes]
    return codecs.BOM_UTF8 + csv_bytes(
        ("tag", "description"), [(code.name, holdable(code.description)) for code in themes]
    )


def theme_places(analysis: Analysis) -> dict[str, str]:
    """Theme id → where it is placed first: a target's id, `new` or `unplaced`."""
    first = first_choices(placement for placement in analysis.placements if not placement.passage_id)
    return {
        theme.theme_id: place_of(first[theme.theme_id]) if theme.theme_id in first else "unplaced"
        for theme in analysis.themes
    }


def _names(analysis: Analysis, titles: dict[str, str]) -> dict[str, str]:
    """Theme ids and `place …` → unique names. A theme gives way, so that places keep the names people know."""
    places = unique_names({f"place {place}": one_line(title, LONGEST_NAME) or place for place, title in titles.items()})
    themes = {theme.theme_id: one_line(theme.title, LONGEST_NAME) or theme.theme_id for theme in analysis.themes}
    taken = {name.casefold() for name in places.values()}
    themes = {key: f"{name} ({key})" if name.casefold() in taken else name for key, name in themes.items()}
    return places | unique_names(themes)


def _of_theme(theme: Theme, name: str) -> Code:
    return Code(
        key=theme.theme_id,
        guid=guid("theme", theme.theme_id),
        name=name,
        description="; ".join(theme.keywords),
        is_theme=True,
    )
