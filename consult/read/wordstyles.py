"""The paragraph styles of a docx → what each says about structure.

Word stores the names of its own styles in English whatever the user's language, so *Overskrift 1* is
`heading 1` here; styles that an organisation made itself are known by what they are based on, and by
their outline level.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY_OUTLINE = 9  # w:outlineLvl of text that is no heading
HEADING = re.compile(r"(?:heading|overskrift|rubrik) (\d)")
LIST = re.compile(r"list (?:bullet|number)(?: (\d))?$")


@dataclass(frozen=True, slots=True)
class Style:
    """heading: level from 1 (0: none). item: list level from 1 (0: none). contents: a contents entry."""

    heading: int = 0
    item: int = 0
    contents: bool = False
    bold: bool = False

    def over(self, properties: Any) -> Style:
        """This style with a paragraph's (or a derived style's) own `w:pPr` laid over it."""
        outline = properties.find(f"{W}outlineLvl")
        heading = self.heading
        if outline is not None and not heading:
            level = int(outline.get(f"{W}val", BODY_OUTLINE))
            heading = 0 if level >= BODY_OUTLINE else level + 1
        return replace(self, heading=heading, item=_item_level(properties, self.item))


def _item_level(properties: Any, inherited: int) -> int:
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        return inherited
    identifier, level = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
    if identifier is not None and identifier.get(f"{W}val") == "0":
        return 0  # numbering taken away
    own = 1 if level is None else int(level.get(f"{W}val", "0")) + 1
    return max(own, inherited)


def read_styles(part: Any) -> dict[str, Style]:
    """Style id → style; under the empty id, what a paragraph without a style has."""
    elements = {element.get(f"{W}styleId", ""): element for element in _elements(part)}
    default = next((key for key, value in elements.items() if _is_default(value)), None)
    styles = {key: _resolve(key, elements, ()) for key in elements}
    styles[""] = styles[default] if default is not None else Style()
    return styles


def _elements(part: Any) -> list[Any]:
    return [element for element in part.styles.element.iter(f"{W}style") if element.get(f"{W}type") == "paragraph"]


def _is_default(element: Any) -> bool:
    return element.get(f"{W}default") in ("1", "true")


def _resolve(key: str, elements: dict[str, Any], seen: tuple[str, ...]) -> Style:
    element = elements.get(key)
    if element is None or key in seen:
        return Style()
    based_on = element.find(f"{W}basedOn")
    parent = "" if based_on is None else based_on.get(f"{W}val", "")
    style = _named(_name(element), _resolve(parent, elements, (*seen, key)))
    bold = element.find(f"{W}rPr/{W}b")
    if bold is not None:
        style = replace(style, bold=bold.get(f"{W}val", "1") not in ("0", "false", "off"))
    properties = element.find(f"{W}pPr")
    return style if properties is None else style.over(properties)


def _name(element: Any) -> str:
    name = element.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", "")).casefold()


def _named(name: str, parent: Style) -> Style:
    heading, listed = HEADING.match(name), LIST.match(name)
    if name in ("title", "tittel", "titel"):
        return replace(parent, heading=1)
    if heading:
        return replace(parent, heading=int(heading[1]))
    if listed:
        return replace(parent, item=int(listed[1] or 1))
    return replace(parent, contents=parent.contents or name.startswith(("toc ", "table of figures")))
