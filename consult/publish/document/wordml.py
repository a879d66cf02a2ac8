"""WordprocessingML: the elements that a text document is made of, in the order that its schema demands.

In: runs, texts, names of styles. Out: lxml elements. Nothing here knows a document's blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from consult.publish.document.words import printable

Element = Any
"""An lxml element: the library has no types."""

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

REGIONS = {"nn": "nn-NO", "nb": "nb-NO", "no": "nb-NO", "se": "se-NO", "sma": "sma-NO", "smj": "smj-NO", "da": "da-DK",
           "sv": "sv-SE", "en": "en-GB", "fi": "fi-FI", "de": "de-DE", "fr": "fr-FR", "pl": "pl-PL"}  # fmt: skip
"""Word knows languages by their country; others are written as they are."""


def name(tag: str) -> str:
    """`w:p` as lxml writes it."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the `w:` namespace; attributes with `r_` before them are of `r:`."""
    made = etree.Element(name(f"w:{tag}"), nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(name(f"r:{key[2:]}" if key.startswith("r_") else f"w:{key.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def region(language: str) -> str:
    """The language as Word names it.

    >>> region("nn")
    'nn-NO'
    """
    return REGIONS.get(language, language)


def paragraph(style: str, children: Iterable[Element], *properties: Element) -> Element:
    """A paragraph of a style; properties: further ones, in the schema's order."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *children)


def run(text: str, *properties: Element) -> Element:
    """A run; line ends and tabs become elements, other controls show as pictures."""
    made = element("r", element("rPr", *properties)) if properties else element("r")
    made.extend(_pieces(printable(text)))
    return made


def _pieces(text: str) -> Iterator[Element]:
    """A text's lines, with a break between them and a tab where one stands."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield element("br")
        for place, part in enumerate(line.split("\t")):
            if place:
                yield element("tab")
            if part:
                piece = element("t")
                piece.text = part
                piece.set(SPACE, "preserve")
                yield piece


def properties(*, style: str = "", strong: bool = False, mark: bool = False, language: str = "") -> Iterator[Element]:
    """What sets a run apart, in the schema's order; a mark without a link is a style of its own."""
    if style or mark:
        yield element("rStyle", val=style or "Marked")
    if strong:
        yield from (element("b"), element("bCs"))
    if mark and style:
        yield element("shd", val="clear", color="auto", fill="DDEAF6")
    if language:
        yield element("lang", val=region(language))


def bookmarked(children: Iterable[Element], bookmark: str, number: int) -> Iterator[Element]:
    """`children` between the marks of a bookmark; none where it has no name."""
    if not bookmark:
        yield from children
        return
    yield element("bookmarkStart", id=number, name=bookmark)
    yield from children
    yield element("bookmarkEnd", id=number)


def field(instruction: str, shown: str) -> Iterator[Element]:
    """A field on one line, such as the number of the page, with what it shows until Word counts."""
    yield element("r", element("fldChar", fldCharType="begin"))
    yield element("r", instruction_text(instruction))
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run(shown)
    yield element("r", element("fldChar", fldCharType="end"))


def instruction_text(instruction: str) -> Element:
    """What a field is asked to do."""
    made = element("instrText")
    made.text = f" {instruction} "
    made.set(SPACE, "preserve")
    return made


def margin_number(number: int) -> Element:
    """The numbering that a list item belongs to."""
    return element("numPr", element("ilvl", val=0), element("numId", val=number))
