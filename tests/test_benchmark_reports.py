"""The benchmark of reports that were written to fool the gate: all kinds, nothing that a model has learnt from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.reports import FALSE, Judged, Report, held_out, judged, reports_of, table
from tests.conftest import HashEncoder

SETTINGS = {"schedule": {"held_out": 0.1}}


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Those of some items."""
    return list(reports_of(held_out(SETTINGS)[::40]))


class Sure:
    """A model that finds every report as right as it is told to."""

    fingerprint = "sure"

    def __init__(self, chance: float) -> None:
        self.chance = chance

    def entail(self, pairs: list[tuple[str, str]]) -> list[float]:
        """The same for all."""
        return [self.chance] * len(pairs)


def test_every_kind_is_there_in_near_and_far_languages(reports: list[Report]) -> None:
    """A sentence each, that cites every passage of its item."""
    assert {one.kind for one in reports} == {"right", *FALSE}
    assert {one.near for one in reports} == {True, False}
    assert all(set(one.sentence.passage_ids) == set(one.ground.members) for one in reports)
    assert all(one.sentence.text[-1] in ".!?»”" for one in reports)


def test_nobody_learns_from_what_is_held_out() -> None:
    """And a share of nothing holds nothing out."""
    assert len(held_out(SETTINGS)) > 300
    assert held_out({"schedule": {"held_out": 0.0}}) == []


def test_what_the_model_says_changes_what_stands(reports: list[Report]) -> None:
    """One that finds everything turned lets nothing stand; one that is undecided leaves it to the rules."""
    undecided = judged(reports, HashEncoder(), Sure(0.5))
    refused = judged(reports, HashEncoder(), Sure(0.0))
    assert [one.both for one in undecided] == [one.rules for one in undecided]
    assert any(one.rules for one in refused)
    assert not any(one.both for one in refused)


def test_the_table_tells_a_good_model_from_a_bad_one(reports: list[Report]) -> None:
    """The area is 1 where every faithful report is likelier than every false one, and 0 the other way round."""

    def told(right: float, false: float) -> str:
        rows = [
            Judged(report=one, rules=True, both=True, chance=right if one.kind == "right" else false) for one in reports
        ]
        return table(rows)

    assert "1.000" in told(0.9, 0.1)
    assert "0.000" in told(0.1, 0.9)
    assert "0.000" not in told(0.9, 0.1)


def test_the_table_counts_what_stands(reports: list[Report]) -> None:
    """By the rules and with the model, each in its column."""
    one = Judged(report=replace(reports[0], kind="right", near=True), rules=True, both=False, chance=0.5)
    assert "100.0%    0.0%" in table([one])
