"""Pairs for the entailment model: what is planted on one side makes a report false, on both sides leaves it right."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))
import entailment_text as made  # noqa: E402 - beside the scripts that use it
from entailment_text import (  # noqa: E402
    FALSE,
    RIGHT,
    TURNED,
    UNSUPPORTED,
    Item,
    OwnText,
    Pair,
    TwinText,
)

SHARES = dict.fromkeys(
    ("planted", "taken_out", "joined_passages", "joined_reports", "borrowed", "as_said", "from_report", "otherwise",
     "turned_word"), 1.0,
)  # fmt: skip
ITEMS = made.read_items()


def chance() -> random.Random:
    """The same for each test."""
    return random.Random(4)  # noqa: S311 - reproducible, not secret


def test_our_items_are_whole() -> None:
    """Each has a passage, right reports and false ones, in a language that we know; none stands twice."""
    assert len(ITEMS) > 900
    assert {item.language for item in ITEMS} <= {"nn", "nb", "en", "sv", "da"}
    for item in ITEMS:
        assert item.passages, item.name
        assert item.reports["right"], item.name
        assert any(item.reports[kind] for kind in FALSE), item.name
        assert all(text.strip() for text in (*item.passages, *sum(item.reports.values(), ()))), item.name
    assert len({item.passage for item in ITEMS}) == len(ITEMS)


def test_no_report_is_right_and_false() -> None:
    """Sabotage twin of the labels: a report that stood under both would teach nothing."""
    for item in ITEMS:
        right = {text.strip(" .").lower() for text in item.reports["right"]}
        false = {text.strip(" .").lower() for kind in FALSE for text in item.reports[kind]}
        assert not right & false, item.name


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Brua er open", "nn", {"Brua er ikkje open", "Brua er aldri open"}),
        ("the bridge is open", "en", {"the bridge is not open", "the bridge is never open"}),
        ("ut på tur", "nb", {""}),
    ],
)
def test_a_not_is_planted_beside_a_verb(text: str, language: str, expected: set[str]) -> None:
    """Empty where there is no verb that we know."""
    assert {made.plant(text, language, random.Random(seed)) for seed in range(30)} == expected  # noqa: S311


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ingen svarar", "nn", {"Alle svarar", "Mange svarar"}),
        ("det er ikke åpent", "nb", {"det er åpent"}),
        ("det är öppet", "sv", {""}),
    ],
)
def test_a_denial_is_taken_out(text: str, language: str, expected: set[str]) -> None:
    """What is left has its capital again; empty where nothing is denied."""
    assert {made.take_out(text, language, random.Random(seed)) for seed in range(30)} == expected  # noqa: S311


def test_a_word_becomes_its_opposite() -> None:
    """And what has none stays out."""
    assert made.turn("prisen er høg", "nn", chance()) == "prisen er låg"
    assert made.turn("prisen til kommunen", "nn", chance()) == ""


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("kartet er vanskeleg å finne", "nn", "kartet er ikkje lett å finne"),
        ("det er ikke trygt.", "nb", "det er farlig."),
        ("kommunen svarer", "nb", ""),
    ],
)
def test_the_same_is_said_with_a_not_or_without(text: str, language: str, expected: str) -> None:
    """Of adjectives with an opposite."""
    assert made.say_otherwise(text, language) == expected


@pytest.mark.parametrize(
    ("text", "fallback", "expected"),
    [
        ("It is not easy to find the map", "nn", "en"),
        ("Kartet er ikkje lett å finne", "nb", "nn"),
        ("Kartet", "da", "da"),
    ],
)
def test_a_report_has_a_language(text: str, fallback: str, expected: str) -> None:
    """Its passage's, where nothing tells otherwise."""
    assert made.language_of(text, fallback) == expected


def test_leads_are_put_on_and_off_without_changing_the_claim() -> None:
    """So that a lead tells nothing."""
    assert made.bare("Ein deltakar meiner at brua er open.") == "brua er open"
    pair = Pair(passage="x", report="Brua er open.", label=RIGHT, kind="right", language="nn")
    rng = chance()
    reports = {made.dressed(pair, rng).report for _ in range(60)}
    assert len(reports) > 4
    assert all(report.lower().rstrip(".").endswith("brua er open") for report in reports)


def test_an_epoch_holds_every_report_and_what_is_made_of_them() -> None:
    """Labels go with kinds; what is planted in a right report turns it, what is another's is unsupported."""
    pairs = list(OwnText(ITEMS[:40], chance()).epoch(SHARES))
    kinds = {pair.kind: pair.label for pair in pairs}

    assert sum(pair.kind == "right" for pair in pairs) == sum(len(item.reports["right"]) for item in ITEMS[:40])
    assert kinds["right"] == kinds["otherwise"] == kinds["as said"] == RIGHT
    assert kinds["planted"] == kinds["taken out"] == kinds["negated"] == kinds["swapped"] == TURNED
    assert kinds["borrowed"] == kinds["unsupported"] == UNSUPPORTED
    assert all(pair.passage and pair.report for pair in pairs)


def test_twins_with_the_same_on_both_sides_stay_right() -> None:
    """A *not* on both sides or on none: right; on one side: turned."""
    twins = [("Brua er open i dag.", "nb", "Brua er open i dag.", "nn")]
    pairs = list(TwinText(twins, chance()).pairs(200))
    for pair in pairs:
        nots = ["ikk" in text or "aldri" in text for text in (pair.passage, pair.report)]
        if pair.kind.startswith("twins both"):
            assert (nots[0] == nots[1], pair.label) == (True, RIGHT)
        if pair.kind in ("twins report turned", "twins passage turned"):
            assert (nots[0] != nots[1], pair.label) == (True, TURNED)
    assert {"twins both", "twins report turned", "twins passage turned"} <= {pair.kind for pair in pairs}


def test_items_are_read_from_lines(tmp_path: Path) -> None:
    """Empty lines are none; a kind that a line lacks is empty."""
    row = {"lang": "nn", "passages": ["Brua er stengd."], "right": ["Brua er ikkje open."]}
    (tmp_path / "x-01.jsonl").write_text(f"{json.dumps(row)}\n\n", encoding="utf-8")
    (item,) = made.read_items(tmp_path)
    assert isinstance(item, Item)
    assert (item.name, item.passage, item.reports["swapped"]) == ("x-01 0", "Brua er stengd.", ())
