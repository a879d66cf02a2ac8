"""The measure of how well themes hold: which passages go, and what agreement it sees."""

from __future__ import annotations

import pytest

from benchmarks import stability
from benchmarks.stability import agreements, without_some
from consult.themes.embed import MemoryCache
from tests.theme_cases import WordEncoder, say, settings, three_subjects

PASSAGES = [say(f"Merknad {number} om vegen", source=f"s-{number // 2}", start=number) for number in range(40)]


@pytest.mark.parametrize("seed", range(4))
def test_a_tenth_of_the_sources_goes_with_all_they_said(seed: int) -> None:
    """Two of twenty sources, two passages each; the same ones each time."""
    left = without_some(PASSAGES, seed)
    assert len(left) == 36
    assert len({passage.source_id for passage in left}) == 18
    assert left == without_some(PASSAGES, seed)


def test_a_small_consultation_loses_one_source() -> None:
    """A tenth of four letters is one letter, not none."""
    assert len({passage.source_id for passage in without_some(PASSAGES[:8], 1)}) == 3


def test_clear_subjects_hold() -> None:
    """Where nobody could doubt what belongs together, nothing moves."""
    passages, _ = three_subjects()
    assert min(agreements(passages, settings(), WordEncoder(), draws=2)) == pytest.approx(1.0)


def test_sabotage_groupings_that_have_nothing_to_do_with_each_other_disagree(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure sees it when the second grouping puts everything elsewhere."""
    turns = iter((lambda at: at % 4, lambda at: at // 10))

    def theme_of(passages: list[object], *_: object) -> dict[str, str]:
        label = next(turns)
        return {passage.passage_id: str(label(at)) for at, passage in enumerate(passages)}  # type: ignore[attr-defined]

    monkeypatch.setattr(stability, "theme_of", theme_of)
    assert agreements(PASSAGES, settings(), WordEncoder(), draws=1)[0] < 0.1


def test_themes_are_made_from_nothing() -> None:
    """Every passage has a theme."""
    passages, _ = three_subjects()
    found = stability.theme_of(passages, settings(), WordEncoder(), MemoryCache())
    assert set(found) == {passage.passage_id for passage in passages}
