"""The metrics of reading, each with a twin that breaks what it measures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consult.evaluate.gold import align, load_gold
from consult.evaluate.reading import (
    input_f1,
    language_accuracy,
    passages_recovered,
    reading_scores,
    tiled,
)
from consult.read.inputs import read_inputs
from consult.read.passages import split_sources
from consult.records import Passage, SetAside, Source
from consult.settings import load_settings
from tests.test_gold import gold, passage, source

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "ogp-norge-2026"
TEXT = "# Lys\nparken er altfor mørk no\ntak og benkar vil vi ha"
ONE = source(TEXT)
FIRST, SECOND = (6, 30), (31, 54)
GOLD = gold("parken er altfor mørk no", "tak og benkar vil vi ha")
ALIGNED = align(GOLD, [ONE])
OURS = [passage(ONE, *FIRST), passage(ONE, *SECOND)]


def aside(start: int, end: int) -> SetAside:
    """A set-aside span of the source."""
    return SetAside(source_id=ONE.source_id, start=start, end=end, text=TEXT[start:end], reason="blank")


REST = [aside(0, 6), aside(30, 31)]


def test_a_perfect_reading() -> None:
    """What is read as the gold has it scores one throughout."""
    scores = reading_scores(GOLD, ALIGNED, [ONE], OURS, REST)
    assert set(scores) == {"quotes_found", "tiled", "passages_recovered", "input_f1", "language_accuracy"}
    assert set(scores.values()) == {1.0}


def test_tiling_sees_a_gap() -> None:
    """A character in no span is missed."""
    assert tiled([ONE], OURS, REST[:1]) == pytest.approx(53 / 54)


def test_tiling_sees_an_overlap() -> None:
    """A character in two spans counts once, and the second span not at all."""
    assert tiled([ONE], [*OURS, passage(ONE, 0, 8)], [aside(30, 31)]) < 1


def test_tiling_sees_another_text() -> None:
    """A span whose text is not the source's holds nothing."""
    altered = SetAside(source_id=ONE.source_id, start=0, end=6, text="# Ly!\n", reason="blank")
    assert tiled([ONE], OURS, [altered, REST[1]]) == pytest.approx(48 / 54)


def test_tiling_sees_a_lost_source() -> None:
    """A source without any span is all missed."""
    assert tiled([ONE, source("lys", path="b.txt")], OURS, REST) == pytest.approx(54 / 57)


def test_recovery_sees_passages_joined() -> None:
    """Two ideas in one passage recover neither: it is twice as long."""
    assert passages_recovered(GOLD, ALIGNED, [passage(ONE, FIRST[0], SECOND[1])]) == 0


def test_recovery_sees_passages_cut() -> None:
    """Half a passage does not recover it; four fifths do."""
    assert passages_recovered(GOLD, ALIGNED, [passage(ONE, 6, 18), passage(ONE, 18, 30), OURS[1]]) == 0.5
    assert passages_recovered(GOLD, ALIGNED, [passage(ONE, 6, 27), OURS[1]]) == 1


def test_recovery_sees_gold_that_is_nowhere() -> None:
    """A quote that was not found is not recovered."""
    labels = gold("parken er altfor mørk no", "borte")
    assert passages_recovered(labels, align(labels, [ONE]), OURS) == 0.5


def test_input_f1_sees_a_heading_taken_for_input() -> None:
    """What the gold leaves out lowers precision; what we set aside lowers recall; white space counts for nothing."""
    assert input_f1(GOLD, ALIGNED, [ONE], [passage(ONE, 0, 30), OURS[1]]) < 1
    assert input_f1(GOLD, ALIGNED, [ONE], OURS[:1]) == pytest.approx(2 * 20 / (20 + 38))
    assert input_f1(GOLD, ALIGNED, [ONE], [passage(ONE, 5, 31), OURS[1]]) == 1


def test_input_f1_leaves_sources_without_gold_out() -> None:
    """A file that nobody labelled is no mistake."""
    other = source("lys", path="b.txt")
    assert input_f1(GOLD, ALIGNED, [ONE, other], [*OURS, passage(other, 0, 3)]) == 1


def test_language_sees_the_wrong_one() -> None:
    """A passage in another language is wrong; a short one is not asked; one that was lost is wrong."""
    danish = replace(OURS[0], language="da")
    assert language_accuracy(GOLD, ALIGNED, [danish, OURS[1]]) == 0.5
    assert language_accuracy(GOLD, ALIGNED, OURS[:1]) == 0.5
    short = gold("parken er")
    assert language_accuracy(short, align(short, [ONE]), [danish]) == 1


def test_nothing_to_measure_is_no_mistake() -> None:
    """Without gold input or sources every metric is one."""
    empty = gold()
    assert set(reading_scores(empty, align(empty, []), [], [], []).values()) == {1.0}


@pytest.fixture(scope="module")
def corpus() -> tuple[tuple[Source, ...], list[Passage], list[SetAside]]:
    """The constructed consultation, read and divided."""
    settings = load_settings(CORPUS)
    sources = read_inputs(settings)
    splits = split_sources(sources, settings)
    return sources, [p for s in splits for p in s.passages], [a for s in splits for a in s.set_aside]


@pytest.mark.parametrize(
    ("metric", "reached"),
    [
        ("quotes_found", 1.0),
        ("tiled", 1.0),
        ("passages_recovered", 0.93),
        ("input_f1", 0.98),
        ("language_accuracy", 0.98),
    ],
)
def test_figures_on_the_constructed_consultation(
    corpus: tuple[tuple[Source, ...], list[Passage], list[SetAside]], metric: str, reached: float
) -> None:
    """What we reach on the labelled consultation that is shipped."""
    labels = load_gold(CORPUS)
    assert labels is not None
    sources, passages, set_aside = corpus
    assert reading_scores(labels, align(labels, sources), sources, passages, set_aside)[metric] >= reached
