"""Paragraph styles of Word, in any language's Word and in templates of an organisation's own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from lxml import etree

from consult.read.wordstyles import Style, read_styles
from tests.made_files import W_NS


def styles(*definitions: str) -> dict[str, Style]:
    """The styles of a part with these definitions."""
    element = etree.fromstring(f"<w:styles {W_NS}>{''.join(definitions)}</w:styles>")
    return read_styles(SimpleNamespace(styles=SimpleNamespace(element=element)))


def style(identifier: str, name: str, inner: str = "", *, default: bool = False) -> str:
    """A paragraph style."""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="paragraph"{mark} w:styleId="{identifier}"><w:name w:val="{name}"/>{inner}</w:style>'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Normal", Style()),
        ("List Paragraph", Style()),  # Word gives it to lists and to what is no list
        ("Heading", Style()),  # no level: LibreOffice's parent of headings
        ("header", Style()),
        ("heading 1", Style(heading=1)),
        ("heading 9", Style(heading=9)),
        ("overskrift 2", Style(heading=2)),
        ("Title", Style(heading=1)),
        ("List Bullet", Style(item=1)),
        ("List Bullet 3", Style(item=3)),
        ("List Number 2", Style(item=2)),
        ("toc 1", Style(contents=True)),
    ],
)
def test_names_that_word_gives(name: str, expected: Style) -> None:
    """Word's own names tell level and kind."""
    assert styles(style("S", name))["S"] == expected


def test_what_a_style_is_based_on() -> None:
    """A template's own style inherits, also through several steps."""
    found = styles(
        style("H2", "heading 2"),
        style("Eigen", "Vår overskrift", '<w:basedOn w:val="H2"/>'),
        style("Eigen2", "Vår andre", '<w:basedOn w:val="Eigen"/><w:rPr><w:b/></w:rPr>'),
    )
    assert found["Eigen"].heading == found["Eigen2"].heading == 2
    assert found["Eigen2"].bold
    assert not found["Eigen"].bold


def test_outline_level_and_numbering() -> None:
    """An outline level makes a heading, a style's numbering an item; body level makes neither."""
    found = styles(
        style("A", "Kapittel", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("B", "Brødtekst", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        style("C", "Punkt", '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="4"/></w:numPr></w:pPr>'),
    )
    assert (found["A"].heading, found["B"].heading, found["C"].item) == (2, 0, 3)


def test_styles_based_on_each_other_do_not_hang() -> None:
    """A damaged file's circle of styles ends."""
    found = styles(style("A", "a", '<w:basedOn w:val="B"/>'), style("B", "b", '<w:basedOn w:val="A"/>'))
    assert found["A"] == Style()


def test_paragraphs_without_a_style_have_the_default() -> None:
    """The default style stands under the empty id; a file without styles has a plain one."""
    found = styles(style("N", "Normal", "<w:rPr><w:b/></w:rPr>", default=True))
    assert found[""].bold
    assert styles()[""] == Style()
