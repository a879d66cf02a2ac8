"""The benchmark of our own statements: whole texts, draws that are what they say, and figures that can fall."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.statements import FEWEST, LANGUAGES, Issue, areas, few, read_issues
from benchmarks.themes import SMALL
from consult.evaluate.themes import bcubed


@pytest.fixture(scope="module")
def issues() -> list[Issue]:
    """All of them."""
    return read_issues()


def test_every_issue_is_whole_and_once(issues: list[Issue]) -> None:
    """Titles in five languages, statements enough in both Norwegian standards, none of them twice."""
    assert len(issues) > 600
    assert len({(issue.area, issue.name) for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue.titles) >= {"nn", "nb", "en", "sv", "da"}, issue.name
        assert {language for language, _ in issue.said} >= {"nn", "nb", "en"}, issue.name
        assert len({text for _, text in issue.said}) == len(issue.said) >= 8, issue.name


@pytest.mark.parametrize("languages", LANGUAGES.values(), ids=LANGUAGES)
def test_a_draw_holds_every_issue_in_the_languages_asked_for(issues: list[Issue], languages: tuple[str, ...]) -> None:
    """As many issues as asked for, no more statements than asked for, and the same draw again for the same seed."""
    for seed, (count, number) in enumerate(SMALL):
        passages, labels = few(issues, languages, count, number, seed)
        assert len(set(labels)) == number <= len(passages) <= count
        assert {passage.language for passage in passages} <= set(languages)
        assert few(issues, languages, count, number, seed) == (passages, labels)


def test_draws_differ(issues: list[Issue]) -> None:
    """Another seed draws other issues; sabotage twin of the labels: shuffled ones agree with nothing."""
    _, labels = few(issues, ("nb",), 90, 30, 1)
    _, others = few(issues, ("nb",), 90, 30, 2)
    assert set(labels) != set(others)
    assert bcubed(labels, labels).f1 == 1
    assert bcubed(labels, labels[1:] + labels[:1]).f1 < 0.6


def test_an_areas_titles_are_its_framework(issues: list[Issue]) -> None:
    """Every area that is large enough, each of its statements under one of its own targets."""
    sizes = Counter(issue.area for issue in issues)
    found = {framework.framework_id: (framework, rows) for framework, rows in areas(issues)}
    assert set(found) == {area for area, size in sizes.items() if size >= FEWEST}
    for framework, rows in found.values():
        assert {name for *_, name in rows} == {target.target_id for target in framework.targets}
