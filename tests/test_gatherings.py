"""What a heading is about, without the table, group, session or meeting that it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.read.gatherings import subject_of

UNCHANGED = [
    ("Økonomi", "a subject"),
    ("Gruppe Trafikk", "a group that is named by its subject"),
    ("Gruppe for eldre", "a group that is a subject"),
    ("Rom for bading", "room for something"),
    ("Rom i skulen", "rooms are the subject"),
    ("Folkemøte om ferja", "a meeting on a subject"),
    ("Møte i kommunestyret", "a meeting that somebody speaks of"),
    ("Møteplassar", "a word that begins like one"),
    ("Bordtennis 3", "another"),
    ("Table tennis", "two words that mean another thing"),
    ("Dag og natt", "no numbered day"),
    ("Day care", "no day"),
    ("I dag", "no day"),
    ("2 millionar til veg", "a number that counts"),
    ("Idéar til uteområdet", "what the ideas are for"),
    ("Grønt", "a colour that may be a subject"),
    ("Innspel til plan 2", "what the input is about"),
    ("Kva meiner du om bussen på Nes?", "a question"),
]
CHANGED = [
    ("Bord 3", ""),
    ("Table 1 – post-its typed up by Jess", ""),
    ("BLUE NOTES", ""),
    ("Bord 3 – Buss", "Buss"),
    ("bord 4: Buss", "Buss"),
    ("Bord 3 Buss", "Buss"),
    ("Buss (bord 3)", "Buss"),
    ("Gruppe B", ""),
    ("Session II", ""),
    ("Økt 1 kl. 10.15", ""),
    ("Grupp 2: Skola", "Skola"),
    ("Borgermøde i Ribe", ""),
    ("Notes from table 4", ""),
    ("Workshop 2: Buses", "Buses"),
    ("Group A – Roads", "Roads"),
    ("Møte 1 bord 3 offentlege innkjøp", "offentlege innkjøp"),
    ("Notat frå bord 3, folkemøte på Nes 3. mars 2026", ""),
    ("Referat frå møtet 12. april kl. 18", ""),
    ("3. mars 2026", ""),
    ("Innspel", ""),
    ("2. Buss", "Buss"),
    ("3.2 Ferje", "Ferje"),
]


@pytest.mark.parametrize(("heading", "why"), UNCHANGED, ids=[why for _, why in UNCHANGED])
def test_what_may_be_a_subject_stays(heading: str, why: str) -> None:  # noqa: ARG001 names the case
    """Whatever could tell two matters apart is kept."""
    assert subject_of(heading) == heading


@pytest.mark.parametrize(("heading", "subject"), CHANGED)
def test_what_names_a_gathering_goes(heading: str, subject: str) -> None:
    """In five languages, with number, letter, place or date."""
    assert subject_of(heading) == subject


@given(st.sampled_from(["Bord", "gruppe", "Table", "Økt", "Grupp", "Runde"]), st.integers(1, 99), st.integers(1, 99))
def test_no_number_of_a_table_tells_subjects_apart(word: str, one: int, other: int) -> None:
    """Whichever table said it."""
    assert subject_of(f"{word} {one}: Buss og tog") == subject_of(f"{word} {other}: Buss og tog") == "Buss og tog"


@given(st.text(max_size=60))
def test_nothing_is_put_in(heading: str) -> None:
    """Words are only taken away, and a subject is its own subject but for numbers that stood behind others."""
    assert set(subject_of(heading)) <= set(heading) | set(", ")
