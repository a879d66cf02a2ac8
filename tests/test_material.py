"""What documents are made of: who spoke, where things stand, and addresses that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.publish.material import Telling, nearest, target_anchor
from consult.records import SetAside
from tests import sample_analysis as sample
from tests.publication_cases import material, telling

NEAREST = [
    ("nn", ("nn", "en"), "nn"),
    ("da", ("en", "nn"), "nn"),
    ("sv", ("en", "nb"), "nb"),
    ("nb", ("en",), "en"),
    ("nn", ("fi",), "fi"),
]


@pytest.mark.parametrize(("language", "known", "expected"), NEAREST)
def test_the_language_that_a_reader_understands_best(language: str, known: tuple[str, ...], expected: str) -> None:
    """A Dane reads nynorsk rather than English."""
    assert nearest(language, known) == expected


def test_voices_are_told_side_by_side() -> None:
    """Never one number where a table spoke."""
    told = telling().voices({"individual": 1, "group_note": 3, "organisation": 2})
    assert told == "3 bord, 2 organisasjonar og 1 privatperson"
    assert telling("en").voices({"group_note": 1}) == "1 table"


def test_an_individual_is_named_in_the_whole_material_alone() -> None:
    """An organisation keeps its name in public; a person's stays inside, whatever the source says."""
    from dataclasses import replace

    found = sample.analysis()
    person = next(one for one in found.sources if one.path == "epost.eml")
    named = replace(person, contributor="Kari Nordmann")
    analysis = replace(found, sources=tuple(named if one is person else one for one in found.sources))
    assert "Kari Nordmann" in telling(analysis=analysis).who(named)
    public = telling(analysis=analysis, whole=False)
    assert "Kari" not in public.source_words(named)
    assert "epost.eml" not in public.source_words(named)
    letter = next(one for one in found.sources if one.voice == "organisation")
    assert "Foreningen Åpne dokumenter" in public.who(letter)


def test_numbers_of_contributions_do_not_change_where_some_are_withheld() -> None:
    """*Contribution 3* is the same one inside and outside."""
    whole = telling()
    left = tuple(whole.sources.values())[1:]
    from dataclasses import replace

    gone = replace(sample.analysis(), sources=left)
    codes = whole.material.codes
    public = telling(analysis=gone, whole=False, codes=codes)
    assert {one: whole.numbers[one] for one in public.sources} == {one: public.numbers[one] for one in public.sources}


def test_targets_keep_their_address() -> None:
    """A target's address comes from its id, not from its place in the framework."""
    assert [target_anchor(one) for one in telling().plan.targets] == [
        "target-1", "target-5", "target-7", "target-T1", "target-new", "target-unplaced",
    ]  # fmt: skip


def test_what_people_set_aside_is_found_by_its_place_among_the_spans() -> None:
    """Offsets differ in a redacted text; the second span stays the second."""
    source_id = sample.analysis().set_aside[0].source_id
    mine = sorted((s for s in sample.analysis().set_aside if s.source_id == source_id), key=lambda s: s.start)
    told = telling(by_people=frozenset({(source_id, 1)}))
    assert told.by_people == {(source_id, mine[1].start)}
    assert isinstance(mine[1], SetAside)


def test_received_is_read_and_unreadable_and_withheld_and_withdrawn() -> None:
    """The sum that every table has to give back."""
    told = telling(withheld={"s-1": "nn", "s-2": "nb"}, withdrawn=1)
    assert told.received == len(sample.analysis().sources) + 3
    assert told.apart == {"withheld": 2, "withdrawn": 1}
    assert telling().apart == {}


def test_days_are_written_out_and_years_stay() -> None:
    """A response may be promised for a year or a month."""
    assert telling().day("2026-03-04") == "4. mars 2026"
    assert telling().day("2027-03") == "2027-03"


def test_copies_are_told_from_both_sides() -> None:
    """Whoever said it second is no less alike than who said it first."""
    told = telling()
    ((copy, original),) = sample.analysis().duplicates.items()
    assert told.copies == {copy: 1, original: 1}


def test_a_campaign_is_counted_and_not_listed() -> None:
    """Five thousand who sent the same letter are a number on each receipt, not a list of all others for each."""
    passages = [f"p-{number:04}" for number in range(5000)]
    many = replace(sample.analysis(), duplicates=dict.fromkeys(passages[1:], passages[0]))
    found = Telling(replace(material(), analysis=many), "nn").copies
    assert set(found) == set(passages)
    assert set(found.values()) == {4999}
