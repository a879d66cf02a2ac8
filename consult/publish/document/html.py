"""A document as one accessible HTML page that needs no network, no script and nothing beside it.

In: a document, links to other pages, and a script of ours if there is one. Out: the page's bytes, the same for the
same document. Guaranteed: whatever stands in the document is escaped; the page's policy lets nothing run or load but
the style and the script that stand in it, named by their hashes; every address has a link that works by keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from consult.publish.document import Block, Document, Heading, Picture, Run
from consult.publish.document.words import byline, printable, titled, words
from consult.publish.report import TEMPLATES, policy

CONTENTS = 2
"""Levels of headings that the list of contents shows."""

FRAME = "\n/* The frame"
"""Where the report's stylesheet stops saying what all pages share: scales, colours, type and focus."""


def to_html(document: Document, *, nav: Sequence[Run] = (), script: str = "") -> bytes:
    """The document as a page. nav: links to other pages, shown first; script: ours, and not needed to read the page."""
    style = _style(document.draft)
    values = {
        "document": document,
        "nav": nav,
        "script": Markup(script),  # noqa: S704 - a file of ours, not input
        "style": Markup(style),  # noqa: S704 - likewise
        "policy": policy(style, script),
        "m": words(document),
        "byline": byline(document, words(document)),
        "sections": tuple(_sections(document.blocks)),
        "contents": tuple(_contents(document.headings)) if document.contents else (),
        "lang": lambda language: _lang(language, document.language),
        "pictures": sum(isinstance(block, Picture) for block in document.blocks),
    }
    return _environment().get_template("document.html.j2").render(values).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    environment.filters |= {"lines": lines, "shown": printable, "titled": titled, "kind": _kind, "ours": ours}
    return environment


def _kind(block: Block) -> str:
    return type(block).__name__


def lines(text: str) -> Markup:
    r"""`text` escaped, its line ends as breaks.

    >>> lines("a\n<b>")
    Markup('a<br>&lt;b&gt;')
    """
    return Markup("<br>").join(escape(line) for line in printable(text).split("\n"))


def ours(svg: str) -> Markup:
    """A picture that we drew: `pictures` escapes what stands in it and refuses whatever could run."""
    return Markup(svg)  # noqa: S704


def _lang(language: str, around: str) -> Markup:
    """The attribute for words in another language than what stands around them."""
    return Markup(' lang="{}"').format(language) if language and language != around else Markup("")


def _sections(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """The blocks under each heading of the first level; what stands before it has none."""
    section: dict[str, Any] = {"heading": None, "blocks": []}
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield section
            section = {"heading": block, "blocks": []}
        else:
            section["blocks"].append(block)
    yield section


def _contents(headings: Sequence[Heading]) -> Iterator[tuple[Heading, list[Heading]]]:
    """Each heading of the first level with those of the second under it."""
    found: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == 1:
            found.append((heading, []))
        elif heading.level <= CONTENTS:
            found[-1][1].append(heading)
    yield from found


@cache
def _style(draft: str) -> str:
    shared = (TEMPLATES / "report.css").read_text(encoding="utf-8").partition(FRAME)[0]
    own = (TEMPLATES / "document.css").read_text(encoding="utf-8")
    return f"{shared}\n{own}{_on_every_page(draft)}"


def _on_every_page(draft: str) -> str:
    """A rule that prints the mark of a draft at the head of every page; the words are written as code points."""
    signs = "".join(f"\\{ord(sign):06x}" for sign in printable(draft))
    return (
        f'@page {{ @top-center {{ content: "{signs}"; font: 600 10pt sans-serif; color: #000 }} }}\n' if draft else ""
    )
