"""The descriptions of shipped frameworks are our own words: no stretch of them stands in the published plans."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from consult.framework import load_framework, shipped_frameworks
from consult.shipped import shipped

pytestmark = pytest.mark.shared

LONGEST_SHARED = 8  # words in a row; names of bodies and laws, and idioms, are shorter


def words(text: str) -> list[str]:
    """The words of a text, without signs and capitals."""
    return re.findall(r"\w+", text.casefold())


def stretches(text: str) -> set[tuple[str, ...]]:
    """Every run of `LONGEST_SHARED` words."""
    found = words(text)
    return {tuple(found[at : at + LONGEST_SHARED]) for at in range(len(found) - LONGEST_SHARED + 1)}


@pytest.fixture(scope="module")
def published(shared: Path) -> set[tuple[str, ...]]:
    """Every such run in the published plans."""
    paths = sorted((shared / "seeds").glob("*.txt"))
    return {stretch for path in paths for stretch in stretches(path.read_text(encoding="utf-8", errors="replace"))}


@pytest.mark.parametrize("name", shipped_frameworks())
def test_no_description_is_copied(name: str, published: set[tuple[str, ...]]) -> None:
    """Not eight words in a row are the plan's, in any language."""
    framework = load_framework(shipped("corpora", "frameworks", f"{name}.toml"))
    texts = [text for target in framework.targets for text in target.description.values()]
    copied = {" ".join(stretch) for text in texts for stretch in stretches(text) & published}
    assert copied == set()


def test_a_copied_sentence_would_be_found(shared: Path, published: set[tuple[str, ...]]) -> None:
    """Sabotage twin: a sentence of the report is found in the report."""
    (report,) = (shared / "seeds").glob("000_*.txt")
    sentence = report.read_text(encoding="utf-8")[5000:5300]
    assert stretches(sentence) & published
