"""The same thing said again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from consult.records import Language, Passage
from consult.themes.duplicates import find_duplicates
from tests.theme_cases import Array, say, vector_of

CAMPAIGN = [
    "Vi krever at regjeringen innfører et åpent lobbyregister nå. Folk har rett til å vite hvem som påvirker.",
    "Vi krever at regjeringen innfører et åpent lobbyregister nå! Folk har rett til å vite hvem som påvirker oss.",
    "Jeg krever at regjeringen innfører et åpent lobbyregister nå. Folk har rett til å vite hvem som påvirker.",
]
DIFFERENT = [
    ("Svar på innspel", "Svar på høyringa", "short texts are the same only when they are equal"),
    (CAMPAIGN[0], CAMPAIGN[0].replace("har rett", "har ikke rett"), "a negation is not a repetition"),
    (
        "Sett av 12 millionar kroner til kurs i alle kommunar.",
        "Sett av 15 millionar kroner til kurs i alle kommunar.",
        "another sum is another demand",
    ),
    ("!!!", "???", "marks alone are not equal to other marks"),
    (
        "Vi er enige i forslaget om bompenger på broene.",
        "Vi er uenige i forslaget om bompenger på broene.",
        "a prefix turns",
    ),
    ("Ja til ny skule i Dalen, takk!", "Nei til ny skule i Dalen, takk!", "yes is not no"),
    ("Kommunen bør auke eigedomsskatten.", "Kommunen bør senke eigedomsskatten.", "up is not down"),
    ("Eg støttar framlegget om skulen.", "Eg avviser framlegget om skulen.", "for is not against"),
    ("The municipality can close the school.", "The municipality cannot close the school.", "cannot is not can"),
    ("We do want a new road here.", "We don't want a new road here.", "a not that is cut short"),
    ("Vi treng to nye lærarar på Nes.", "Vi treng tre nye lærarar på Nes.", "two are not three"),
    ("Vindkraft 👍", "Vindkraft 👎", "a thumb up is none down"),
    (CAMPAIGN[0], "Kurs på biblioteket for alle som vil lære å bruke nettbanken trygt.", "other words, other matter"),
]
EQUAL = [
    ("Lobbyregister!", "lobbyregister"),
    ("Brev på  papir\n", "Brev på papir"),
    ("e-post – no", "E post, no"),
    ("…", "…"),
]


def passages_of(*texts: str, languages: Sequence[Language] = ()) -> list[Passage]:
    """Passages of these texts, each from a source of its own."""
    spoken = [*languages, *["nb"] * len(texts)]
    return [say(text, source=f"s-{at}", language=spoken[at]) for at, text in enumerate(texts)]


def found(passages: Sequence[Passage], vectors: Array | None = None) -> dict[str, str]:
    """Duplicates as pairs of texts."""
    rows = np.stack([vector_of(p.text) for p in passages]) if vectors is None else vectors
    return find_duplicates(passages, rows)


@pytest.mark.parametrize(("one", "other", "reason"), DIFFERENT, ids=[reason for *_, reason in DIFFERENT])
def test_what_is_not_said_again_is_no_duplicate(one: str, other: str, reason: str) -> None:  # noqa: ARG001 names the case
    """Even where the vectors could not be nearer."""
    assert found(passages_of(one, other), np.ones((2, 4), dtype=np.float32) / 2) == {}


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_equal_but_for_case_marks_and_space(one: str, other: str) -> None:
    """Equal words are found without any vector."""
    first, second = passages_of(one, other)
    ids = sorted((first.passage_id, second.passage_id))
    assert found([first, second], np.eye(2, 8, dtype=np.float32)) == {ids[1]: ids[0]}


def test_a_campaign_of_changed_words_is_one_group() -> None:
    """Each sender changed a word; the smallest id stands for all."""
    passages = passages_of(*CAMPAIGN, "Kurs på biblioteket for alle som vil lære å bruke nettbanken trygt.")
    rows = np.vstack([np.tile(np.eye(1, 8), (3, 1)), np.eye(8)[1:2]]).astype(np.float32)
    ids = sorted(passage.passage_id for passage in passages[:3])
    assert found(passages, rows) == {ids[1]: ids[0], ids[2]: ids[0]}


def test_near_vectors_alone_do_not_make_a_duplicate() -> None:
    """Sabotage: were the letters not compared, two opinions in other words would be one."""
    passages = passages_of(CAMPAIGN[0], "Ministrenes møter med næringslivet burde ligge åpent i en kalender for alle.")
    assert found(passages, np.ones((2, 4), dtype=np.float32) / 2) == {}


def test_near_letters_alone_do_not_make_a_duplicate() -> None:
    """Sabotage: were the vectors not compared, a reply that quotes would be a repetition."""
    assert found(passages_of(*CAMPAIGN[:2]), np.eye(2, 4, dtype=np.float32)) == {}


def test_two_standards_of_norwegian_need_less_nearness() -> None:
    """Languages lie apart in the encoder's space; the same campaign in both is one."""
    texts = (
        "Vi krever at regjeringen innfører et åpent lobbyregister nå.",
        "Vi krev at regjeringa innfører eit ope lobbyregister no.",
    )
    near = np.array([[1, 0], [0.94, np.sqrt(1 - 0.94**2)]], dtype=np.float32)
    assert len(found(passages_of(*texts, languages=("nb", "nn")), near)) == 1
    assert found(passages_of(*texts, languages=("nb", "nb")), near) == {}


def test_order_changes_nothing() -> None:
    """Representatives are chosen by id."""
    passages = passages_of(*CAMPAIGN, "Lobbyregister!", "lobbyregister")
    rows = np.vstack([np.tile(np.eye(1, 8), (3, 1)), np.eye(8)[1:3]]).astype(np.float32)
    assert find_duplicates(passages, rows) == find_duplicates(passages[::-1], rows[::-1])


def test_no_representative_is_a_duplicate_itself() -> None:
    """Chains end at one passage."""
    duplicates = found(passages_of(*CAMPAIGN, CAMPAIGN[0]), np.tile(np.eye(1, 8), (4, 1)).astype(np.float32))
    assert len(duplicates) == 3
    assert not set(duplicates) & set(duplicates.values())


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_compare(count: int) -> None:
    """No passages, or one."""
    assert find_duplicates(passages_of(*["ein tekst"] * count), np.ones((count, 4), dtype=np.float32)) == {}


ELSEWHERE = [
    ({"headings": ("Buss",)}, {"headings": ("Ferje",)}, "two headings"),
    ({"headings": ("Buss", "Tiltak")}, {"headings": ("Ferje", "Tiltak")}, "two headings further out"),
    ({"question": "Kva meiner du om bussen?"}, {"question": "Kva meiner du om ferja?"}, "two questions"),
    ({"parent": "Buss:"}, {"parent": "Ferje:"}, "two lead-ins"),
    ({"headings": ("Buss",)}, {}, "a heading, and none"),
    ({"headings": ("Bord 3", "Buss")}, {"headings": ("Bord 4", "Ferje")}, "two subjects at two tables"),
    ({"headings": ("Gruppe Trafikk",)}, {"headings": ("Gruppe Skule",)}, "groups that are named by their subjects"),
]
TOGETHER = [
    ({}, {}, "none"),
    ({"headings": ("Buss",)}, {"headings": ("Buss:",)}, "marks and case are no other heading"),
    ({"headings": ("Buss",)}, {"question": "Buss"}, "a form's question that is a note's heading"),
    ({"headings": ("Buss",)}, {"headings": ("Buss",), "parent": "buss"}, "a lead-in that repeats the heading"),
    ({"headings": ("Buss",), "before": "Billegare", "after": "x"}, {"headings": ("Buss",)}, "neighbours do not matter"),
    ({"headings": ("Bord 3", "Buss")}, {"headings": ("Bord 4", "Buss")}, "two tables on one subject"),
    ({"headings": ("Bord 3 – Buss",)}, {"headings": ("Buss",)}, "a table's number before the subject"),
    ({"headings": ("Folkemøte på Nes 3. mars", "Buss")}, {"headings": ("Folkemøte i Vik", "Buss")}, "two meetings"),
    ({"headings": ("Buss",), "parent": "Bord 2"}, {"headings": ("Buss",), "parent": "Bord 5:"}, "tables in lead-ins"),
    ({"headings": ("1. Buss",)}, {"headings": ("2. Buss",)}, "two places in an agenda"),
    ({"headings": ("Buss",), "document": "Bord 1"}, {"headings": ("Buss",), "document": "Bord 2"}, "two notes"),
]
SHORT = [("Fleire avgangar", "Fleire avgangar!"), ("Det bør vere fleire avgangar.", "Det bør vere fleire avgangar nå.")]


@pytest.mark.parametrize(
    ("above", "below", "repeated"),
    [pytest.param(*case[:2], same, id=case[2]) for same, cases in ((0, ELSEWHERE), (1, TOGETHER)) for case in cases],
)
@pytest.mark.parametrize("said", SHORT)
def test_a_short_text_is_the_same_only_below_the_same_heading(
    said: tuple[str, str], above: dict[str, Any], below: dict[str, Any], repeated: int
) -> None:
    """More departures of the bus are not more departures of the ferry, equal or near as the words are."""
    passages = [say(said[0], source="s-1", **above), say(said[1], source="s-2", **below)]

    assert len(found(passages, np.ones((2, 4), dtype=np.float32) / 2)) == repeated


def test_a_campaign_is_one_below_each_senders_own_heading() -> None:
    """A text that says itself what it is about is the same wherever it stands."""
    passages = [
        say(text, source=f"s-{at}", headings=(f"Høringssvar fra avsender {at}",)) for at, text in enumerate(CAMPAIGN)
    ]

    assert len(found(passages, np.ones((3, 4), dtype=np.float32) / 2)) == len(CAMPAIGN) - 1


def test_who_says_it_below_one_heading_stays_together_when_another_says_it_elsewhere() -> None:
    """Two below *Ferje*, two below *Buss*, one below nothing: two groups, in any order."""
    above = [("Buss",), ("Ferje",), (), ("Ferje",), ("Buss",)]
    passages = [say("Fleire avgangar", source=f"s-{at}", headings=one) for at, one in enumerate(above)]
    groups = {frozenset((passages[one].passage_id, passages[other].passage_id)) for one, other in ((0, 4), (1, 3))}

    assert {frozenset(pair) for pair in found(passages).items()} == groups
    assert found(passages[::-1]) == found(passages)
