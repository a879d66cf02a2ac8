"""A trace as text for a terminal.

In: a trace. Out: indented lines. Guaranteed: what contributors wrote cannot move the cursor, colour the
screen or reverse the reading direction, for control characters are shown as signs.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from consult.answer.trace import Place, Step, Trace

WIDTH = 100
INDENT = "  "
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
SIGNS = 0x2400  # ␀, ␁, … : the pictures of control characters
VISIBLE = frozenset("\u00ad")  # a soft hyphen does no harm, and shows nothing


def render_text(trace: Trace) -> str:
    """The whole trace, a step to a paragraph, what belongs to it indented."""
    return "\n".join(line for step in trace.steps for line in _lines(step, 0))


def harmless(text: str) -> str:
    r"""`text` on one line, with every character that a terminal would obey replaced by a sign.

    >>> harmless("a\x1b[31mb")
    'a␛[31mb'
    """
    return "".join(_sign(letter) for letter in " ".join(text.split()))


def _sign(letter: str) -> str:
    if letter in VISIBLE or unicodedata.category(letter) not in HIDDEN:
        return letter
    return chr(SIGNS + ord(letter)) if ord(letter) < 0x20 else "�"


def _lines(step: Step, depth: int) -> Iterator[str]:
    """A step and, further in, those it leads to."""
    yield from _wrapped(_head(step), depth)
    if step.place:
        yield from _wrapped(_where(step.place), depth + 1)
    if step.before or step.after:
        yield from _wrapped(f"…{step.before}⟦{step.text}⟧{step.after}…", depth + 1)
    facts = " · ".join(f"{name}: {value}" for name, value in step.facts)
    if facts:
        yield from _wrapped(facts, depth + 1)
    for inner in step.steps:
        if inner.what != "set aside" or inner.text.strip():  # white space is in the tree, and in nobody's way here
            yield from _lines(inner, depth + 1)


def _head(step: Step) -> str:
    """What it is, its id, and its words where they are not shown with what surrounds them."""
    words = "" if step.before or step.after else step.text
    return " ".join(part for part in (step.what.upper(), step.id, words) if part)


def _where(place: Place) -> str:
    """File, row, page, headings and offsets."""
    parts = [place.path, place.locator]
    if place.page is not None:
        parts.append(f"page {place.page}")
    parts += [" › ".join(place.headings), place.question]
    if place.start is not None:
        parts.append(f"characters {place.start}–{place.end}")
    return ", ".join(part for part in parts if part)


def _wrapped(text: str, depth: int) -> list[str]:
    """Lines of at most WIDTH characters; the second and further ones stand a little further in."""
    first = INDENT * depth
    return textwrap.wrap(
        harmless(text), WIDTH, initial_indent=first, subsequent_indent=f"{first}{INDENT}", break_long_words=False
    ) or [first]
