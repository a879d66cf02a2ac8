"""The code book of somebody's project → which of our themes and places its codes are, and which are new.

A code is ours by its GUID, else by the name we gave it. What stands below a place is placed there; what stands
below another code is placed where that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from consult.publish.exchange.characters import one_line
from consult.publish.exchange.codes import Code, code_tree, theme_places
from consult.publish.exchange.consultation import Consultation
from consult.records import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A code that is none of ours. place: a target's id, `new` or `unplaced`; empty where it stands below none."""

    guid: str
    name: str
    description: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """by_guid: GUID in the file → theme id, or the GUID itself for a new code. named: GUID → name."""

    by_guid: dict[str, str]
    named: dict[str, str]
    new_codes: tuple[NewCode, ...]
    renamed: dict[str, str]
    placed: dict[str, str]
    dropped: tuple[str, ...]

    def keys(self, guids: Iterable[str]) -> set[str]:
        """What a selection is coded with; references to codes that the book lacks are left out."""
        return {self.by_guid[bare(one)] for one in guids if bare(one) in self.by_guid}

    def lost(self, guids: Iterable[str]) -> tuple[str, ...]:
        """References to codes that the book lacks."""
        return tuple(one for one in guids if bare(one) not in self.by_guid)

    def names(self, guids: Iterable[str]) -> tuple[str, ...]:
        """Names of codes, or GUIDs that the book lacks."""
        return tuple(self.named.get(bare(one), one) for one in guids)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    guid: str
    name: str
    description: str
    ours: Code | None
    place: str


def bare(identity: str) -> str:
    """A GUID in lower case without braces: programs write both.

    >>> bare("{AB12}")
    'ab12'
    """
    return identity.strip("{} ").lower()


def read_codes(root: Any, analysis: Analysis, consultation: Consultation) -> Known:
    """Match the codes of a parsed project with those that this analysis is exported with."""
    ours = list(_flat(code_tree(analysis, consultation)))
    found = list(_matched(root, ours))
    themes = {one.ours.key: one for one in found if one.ours and one.ours.is_theme}
    before = theme_places(analysis)
    used_places = _coded_places(root, found)
    return Known(
        by_guid={one.guid: one.ours.key if one.ours and one.ours.is_theme else one.guid for one in found},
        named={one.guid: one.name for one in found},
        new_codes=tuple(_new(one) for one in found if one.ours is None or one.guid in used_places),
        renamed={key: one.name for key, one in themes.items() if one.ours and one.name != one.ours.name},
        placed={key: one.place for key, one in themes.items() if one.place and one.place != before[key]},
        dropped=tuple(sorted(before.keys() - themes.keys())),
    )


def _flat(codes: Iterable[Code]) -> Iterator[Code]:
    for code in codes:
        yield code
        yield from _flat(code.codes)


def _matched(root: Any, ours: list[Code]) -> Iterator[_Found]:
    """Every code in the file's order, each of ours given to one code at most: by GUID before by name."""
    elements = list(root.iterfind("{*}CodeBook/{*}Codes//{*}Code"))
    by_guid = {code.guid: code for code in ours}
    by_name = {code.name.casefold(): code for code in ours}
    match = {place: by_guid.get(bare(one.get("guid", ""))) for place, one in enumerate(elements)}
    taken = {code.guid for code in match.values() if code}
    for place, one in enumerate(elements):
        named = by_name.get(one_line(one.get("name", "")).casefold())
        if match[place] is None and named and named.guid not in taken:
            match[place] = named
            taken.add(named.guid)
    places = {id(one): match[place] for place, one in enumerate(elements)}
    for one in elements:
        yield _found(one, places)


def _found(element: Any, ours: Mapping[int, Code | None]) -> _Found:
    return _Found(
        guid=bare(element.get("guid", "")),
        name=one_line(element.get("name", "")),
        description=(element.findtext("{*}Description") or "").strip(),
        ours=ours[id(element)],
        place=_place(element, ours),
    )


def _place(element: Any, ours: Mapping[int, Code | None]) -> str:
    """The nearest place above a code, or the code itself where it is one."""
    while id(element) in ours:
        code = ours[id(element)]
        if code and not code.is_theme and not code.is_wider:
            return code.key
        element = element.getparent()
    return ""


def _coded_places(root: Any, found: Iterable[_Found]) -> set[str]:
    """Places that selections are coded with directly: a new theme of each is meant."""
    coded = {bare(one.get("targetGUID", "")) for one in root.iterfind(".//{*}Coding/{*}CodeRef")}
    return {one.guid for one in found if one.ours and not one.ours.is_theme and one.guid in coded}


def _new(one: _Found) -> NewCode:
    return NewCode(guid=one.guid, name=one.name, description=one.description, place=one.place)
