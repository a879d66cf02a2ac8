"""The plan of the house: a room imports what lies before it on the way, never what lies after."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "consult"
WAY = ("weights", "read", "themes", "answer", "publish", "evaluate")
"""The rooms in their order: weights serve two rooms, figures look at all."""


def later(room: str, code: str) -> Iterator[str]:
    """Modules of rooms further along the way that some code of a room imports, at its head or inside a function."""
    for node in ast.walk(ast.parse(code)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            first, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if first == "consult" and other in WAY[WAY.index(room) + 1 :]:
                yield name


@pytest.mark.parametrize("room", WAY)
def test_a_room_imports_nothing_that_lies_after_it(room: str) -> None:
    """Each module of the room, whatever it imports and wherever."""
    modules = sorted((HOUSE / room).rglob("*.py"))
    assert modules
    found = {path.name: list(later(room, path.read_text(encoding="utf-8"))) for path in modules}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("room", "code"),
    [
        ("read", "from consult.themes.packed import Packed"),
        ("read", "def f():\n    import consult.publish.pages\n"),
        ("themes", "from consult import answer"),
        ("weights", "from consult.read import notes"),
    ],
)
def test_a_step_back_would_be_seen(room: str, code: str) -> None:
    """Sabotage twin: whether at the head, inside a function, or by the package's name."""
    assert list(later(room, code))


@pytest.mark.parametrize(
    ("room", "code"),
    [
        ("themes", "from consult.weights.packed import Packed"),
        ("publish", "from consult.records import Theme\nfrom consult.answer import conclude"),
        ("read", "from elsewhere.themes import x"),
    ],
)
def test_what_lies_before_may_be_imported(room: str, code: str) -> None:
    """Earlier rooms, records, and other people's packages."""
    assert not list(later(room, code))
