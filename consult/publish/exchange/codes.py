"""Themes as a code tree, below places and wider themes, and as the list that Taguette imports.

In: an analysis and its consultation. Out: codes whose names are unique and whose GUIDs come from ids, so that
what a researcher's program gives back can be told from what it made itself.
"""

from __future__ import annotations

import codecs
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
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
    """A theme, a place, or a wider theme between them.

    key: a theme's id, the place that the codes below are placed on (a target's id, `new`, `unplaced`), or both place
    and wider theme: that one is a name for what lies below it alone, so that it can be dropped or renamed freely.
    """

    key: str
    guid: str
    name: str
    description: str
    is_theme: bool
    codes: tuple[Code, ...] = ()
    is_wider: bool = False


def code_tree(analysis: Analysis, consultation: Consultation) -> tuple[Code, ...]:
    """Every place of the framework in its order, each with its themes by title; a theme stands once.

    Themes that are part of a wider one stand below it.
    """
    placed = theme_places(analysis)
    titles = consultation.places() | {place: place for place in placed.values() if place not in consultation.places()}
    names = _names(analysis, titles)
    themes: dict[tuple[str, str], list[Code]] = defaultdict(list)
    for theme in sorted(analysis.themes, key=lambda theme: (names[theme.theme_id].casefold(), theme.theme_id)):
        themes[placed[theme.theme_id], theme.parent].append(_of_theme(theme, names[theme.theme_id]))
    about = {t.target_id: t.description.get(consultation.language, "") for t in consultation.targets}
    return tuple(
        Code(
            key=place,
            guid=guid("place", place),
            name=names[f"place {place}"],
            description=about.get(place, ""),
            is_theme=False,
            codes=(*_wider(place, themes, names), *themes[place, ""]),
        )
        for place in titles
    )


def code_list(analysis: Analysis, run_info: Mapping[str, Any]) -> bytes:
    """Every theme's code with its keywords, as CSV with the columns that Taguette looks for; last, its wider theme.

    A byte order mark stands in front: without one, Taguette guesses the encoding, and takes a short list for Turkish.
    """
    wider = {theme.theme_id: holdable(theme.parent) for theme in analysis.themes}
    return codecs.BOM_UTF8 + csv_bytes(
        ("tag", "description", "parent"),
        [
            (code.name, holdable(code.description), wider[code.key])
            for code in themes_of(code_tree(analysis, consultation_of(run_info)))
        ],
    )


def themes_of(codes: Iterable[Code]) -> Iterator[Code]:
    """The codes that are themes, at any depth."""
    for code in codes:
        if code.is_theme:
            yield code
        yield from themes_of(code.codes)


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
    themes = unique_names(themes)
    taken |= {name.casefold() for name in themes.values()}
    return places | themes | _wider_names(analysis, taken)


def _wider_names(analysis: Analysis, taken: Collection[str]) -> dict[str, str]:
    """`wider PLACE|TITLE` → a name: themes and places keep theirs, and a wider theme may stand on several places."""
    placed = theme_places(analysis)
    wider = sorted({(placed[theme.theme_id], theme.parent) for theme in analysis.themes if theme.parent})
    named = Counter((one_line(title, LONGEST_NAME) or place).casefold() for place, title in wider)
    found: dict[str, str] = {}
    for place, title in wider:
        name = one_line(title, LONGEST_NAME) or place
        alone = name.casefold() not in taken and named[name.casefold()] == 1
        found[f"wider {place}|{title}"] = name if alone else f"{name} ({guid('wider', place, title)[:8]})"
    return found


def _wider(place: str, themes: Mapping[tuple[str, str], list[Code]], names: Mapping[str, str]) -> Iterator[Code]:
    """The wider themes of a place by name, each with those that are part of it."""
    found = {names[f"wider {own}|{title}"]: title for own, title in themes if own == place and title}
    for name in sorted(found, key=lambda name: (name.casefold(), name)):
        title = found[name]
        yield Code(
            key=f"{place}|{title}", guid=guid("wider", place, title), name=name, description="", is_theme=False,
            codes=tuple(themes[place, title]), is_wider=True,
        )  # fmt: skip


def _of_theme(theme: Theme, name: str) -> Code:
    return Code(
        key=theme.theme_id,
        guid=guid("theme", theme.theme_id),
        name=name,
        description="; ".join(theme.keywords),
        is_theme=True,
    )
