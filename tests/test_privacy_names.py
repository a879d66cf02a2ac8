"""How names are weighed, found again elsewhere and numbered, on names and findings made by hand: no model is asked."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest

from consult.read import given_away, privacy
from consult.read.findings import SURE, finding
from consult.read.findings import numbered as number_them
from consult.read.given_away import KNOWN, LEAST
from consult.read.people import DOUBTFUL, NameSpan
from consult.read.privacy import LEAST_GIVEN, REFUTED, TRUSTED
from consult.records import Finding, Source


def source(text: str = "", path: str = "a.txt", **fields: Any) -> Source:
    """A source that says `text`."""
    return Source(path=path, sha256=path, format="txt", text=text, **fields)


def span(start: int, end: int, certainty: float = 0.9) -> NameSpan:
    """A name."""
    return NameSpan(start=start, end=end, certainty=certainty)


def named(one: Source, words: str, certainty: float = 1.0, where: str = "text", **more: Any) -> Finding:
    """A name that was found in a source."""
    start = str(getattr(one, where)).index(words)
    fields: dict[str, Any] = {"kind": "name", "found_by": "names", **more}
    return Finding(
        source_id=one.source_id, start=start, end=start + len(words), certainty=certainty, where=where,  # type: ignore[arg-type]
        **fields,
    )  # fmt: skip


def elsewhere(
    giver: Source, found: list[Finding], other: Source, own: tuple[Finding, ...] = ()
) -> list[tuple[str, float]]:
    """(words, certainty) of what another source's findings give away in `other`."""
    known = given_away.given_away([giver, other], {giver.source_id: found, other.source_id: own})
    return [
        (str(getattr(other, one.where))[one.start : one.end], one.certainty)
        for one in given_away.found_elsewhere(other, own, known)
    ]


# -- how sure it is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "certainty", "status"),
    [("name", SURE, "redacted"), ("name", 0.749, "open"), ("health", 1.0, "open"), ("phone", 0.8, "redacted")],
)
def test_what_is_doubtful_or_special_waits_for_a_person(kind: str, certainty: float, status: str) -> None:
    """Three quarters are enough; certainty is kept with three digits."""
    found = finding(source("Kari"), 0, 4, kind, certainty, found_by="rule")
    third = finding(source("Kari"), 0, 4, kind, 0.12345, found_by="rule")

    assert (found.status, found.certainty, found.where) == (status, certainty, "text")
    assert third.certainty == 0.123


@pytest.mark.parametrize(
    ("rule", "model", "possible"),
    [
        (span(5, 9, 0.9), span(5, 9, REFUTED), True),
        (span(5, 9, 0.9), span(5, 9, REFUTED - 0.001), False),
        (span(5, 9, 0.9), span(8, 12, REFUTED), True),  # any part of it
        (span(5, 9, 0.9), span(1, 6, REFUTED), True),
        (span(5, 9, 0.9), span(9, 12, 1.0), False),  # beside it
        (span(5, 9, 0.9), span(1, 5, 1.0), False),
        (span(5, 9, DOUBTFUL), span(5, 9, LEAST), True),
        (span(5, 9, DOUBTFUL), span(5, 9, LEAST - 0.001), False),
    ],
)
def test_the_model_may_refute_a_rule(rule: NameSpan, model: NameSpan, possible: bool) -> None:
    """What it is all but sure of being none; of what is doubtful anyway it must think so itself."""
    assert privacy._is_possible(rule, [model]) is possible


@pytest.mark.parametrize(
    ("text", "certainty", "may_be"),
    [
        ("Skarv Fjellbu kom.", LEAST, True),
        ("Skarv Fjellbu kom.", LEAST - 0.001, False),
        ("Marit kom.", LEAST_GIVEN, True),  # a given name alone
        ("Marit kom.", LEAST_GIVEN - 0.001, False),
        ("Marit Xyz kom.", LEAST_GIVEN, False),  # with another word behind it
        ("skarv fjellbu kom.", 0.7, False),  # in small letters, none of them a given name
        ("marit fjellbu kom.", 0.7, True),
        ("marit kom.", 0.7, False),
        ("marit fj3llbu kom.", 0.7, False),
        ("MARIT FJELLBU kom.", 0.7, True),
        ("skarv fjellbu kom.", TRUSTED, True),  # the model is believed
        ("Landslaget Fjellbu kom.", TRUSTED, False),
        ("Landslaget Fjellbu kom.", 0.7, False),
    ],
)
def test_what_only_the_model_finds(text: str, certainty: float, may_be: bool) -> None:
    """Sure enough, written as names are, and no body's name."""
    name = text.removesuffix(" kom.").removesuffix(" Xyz")

    assert privacy._may_be(text, span(0, len(name), certainty), "nn") is may_be


@pytest.mark.parametrize(
    ("fields", "person"),
    [
        ({"contributor": "Kari Nes"}, True),
        ({"contributor": " "}, False),
        ({"contributor": "Kari Nes", "voice": "organisation"}, False),
        ({"contributor": "Landslaget Alle Med"}, False),
    ],
)
def test_a_contributor_that_is_a_person(fields: dict[str, Any], person: bool) -> None:
    """Neither empty, nor an organisation by its voice or its name."""
    assert privacy._is_person(source(**fields)) is person


def test_an_organisations_own_name_is_nobodys() -> None:
    """All its words, in any writing; not those of others, not a person's who sends."""
    body = source(contributor="Bygdenett Sunnre", voice="organisation")

    assert [privacy._is_sender(body, name) for name in ("BYGDENETT Sunnre", "Sunnre", "Kari Sunnre", " ")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert not privacy._is_sender(replace(body, voice="individual"), "Sunnre")


# -- what is asked of the network -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cores", "known", "asked"), [(1, False, False), (2, False, True), (4, False, True), (2, True, False)]
)
def test_the_network_begins_early_where_that_helps(
    monkeypatch: pytest.MonkeyPatch, cores: int, known: bool, asked: bool
) -> None:
    """With two cores, and something that nobody has read yet; it reads what eyes would see."""
    one, texts = source("Kari\u200b Nes"), []
    monkeypatch.setattr("consult.read.privacy.cores", lambda: cores)
    monkeypatch.setattr("consult.read.names.read_ahead", lambda given: texts.append(given) or nullcontext())
    with privacy.read_ahead([one], {one.source_id: ()} if known else {}):
        assert texts == ([["Kari Nes"]] if asked else [])


def test_progress_counts_texts_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each one, out of how many; without anybody who listens the names are the same."""
    monkeypatch.setattr("consult.read.names.each_names", lambda texts, *_: [[span(0, 4)] for _ in texts])
    monkeypatch.setattr("consult.read.spacy_alone.load_spacy", lambda: None)
    told: list[tuple[int, int]] = []
    found = list(privacy._by_model(["Kari", "Ola."], lambda *at: told.append(at), None))

    assert told == [(1, 2), (2, 2)]
    assert found == list(privacy._by_model(["Kari", "Ola."], None, None)) == [[span(0, 4)], [span(0, 4)]]


# -- elsewhere ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Kari alene, og Fjellbu alene.", "Kari  gjekk. Fjellbu kom.", "Skarv-Kari Fjellbu kom.", "Kari Fjellbus2 kom.",
        "Ikari Fjellbu kom.", "kari_fjellbuen.txt",
    ],
)  # fmt: skip
def test_part_of_a_name_or_part_of_a_word_is_not_given_away(text: str) -> None:
    """Nothing less than the whole name, and nothing more."""
    giver = source("Kari Fjellbu")

    assert elsewhere(giver, [named(giver, "Kari Fjellbu")], source(text, "b.txt")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Om Kari Fjellbu.", ("Kari Fjellbu", KNOWN)),
        ("Kari Fjellbus veg", ("Kari Fjellbu", KNOWN)),
        ("KARI\nFJELLBU", ("KARI\nFJELLBU", KNOWN)),
        ("sjå kari_fjellbu.pdf", ("kari_fjellbu", KNOWN)),
        ("sjå kari-fjellbu", ("kari-fjellbu", KNOWN)),
    ],
)
def test_a_whole_name_is_found_in_any_writing(text: str, found: tuple[str, float]) -> None:
    """Genitive, capitals, over a line's end, joined."""
    giver = source("Kari Fjellbu")

    assert elsewhere(giver, [named(giver, "Kari Fjellbu")], source(text, "b.txt")) == [found]


@pytest.mark.parametrize(
    ("certainty", "found"),
    [(1.0, KNOWN), (KNOWN, KNOWN), (0.5, 0.5), (LEAST, LEAST), (LEAST - 0.001, None)],
)
def test_elsewhere_it_is_no_surer(certainty: float, found: float | None) -> None:
    """Than the source that gives it away, and never surer than what is looked for."""
    giver = source("Kari Fjellbu")
    expected = [] if found is None else [("Kari Fjellbu", found)]

    assert elsewhere(giver, [named(giver, "Kari Fjellbu", certainty)], source("Om Kari Fjellbu.", "b.txt")) == expected


def test_of_two_sightings_the_surer_counts() -> None:
    """In whatever order they come."""
    giver = source("Kari Fjellbu, KARI FJELLBU, Kari  Fjellbu")
    found = [named(giver, "Kari Fjellbu", 0.7), named(giver, "KARI FJELLBU", 0.4), named(giver, "Kari  Fjellbu", 0.5)]

    for order in (found, found[::-1]):
        assert elsewhere(giver, order, source("Om Kari Fjellbu.", "b.txt")) == [("Kari Fjellbu", 0.7)]


def test_what_gives_nothing_away() -> None:
    """One word, a number, what was itself found elsewhere, words of three letters in any writing."""
    giver = source("Kari Fjellbu Bo Li")
    other = source("Om Kari Fjellbu og BO LI.", "b.txt")

    assert elsewhere(giver, [named(giver, "Kari")], other) == []
    assert elsewhere(giver, [named(giver, "Kari Fjellbu", kind="phone")], other) == []
    assert elsewhere(giver, [named(giver, "Kari Fjellbu", found_by="elsewhere")], other) == []
    assert elsewhere(giver, [named(giver, "Bo Li")], other) == []


def test_what_is_found_already_is_not_found_again() -> None:
    """Names and numbers; what is said of a health hides no name."""
    giver, other = source("Kari Fjellbu"), source("Om Kari Fjellbu.", "b.txt")
    found, own = [named(giver, "Kari Fjellbu")], named(other, "Kari Fjellbu")

    assert elsewhere(giver, found, other, (own,)) == []
    assert elsewhere(giver, found, other, (replace(own, kind="health"),)) == [("Kari Fjellbu", KNOWN)]


def test_the_longest_name_comes_first() -> None:
    """A name within another is not taken out of it."""
    giver = source("Kari Fjellbu. Kari Fjellbu Dalheim.")
    found = [named(giver, "Kari Fjellbu"), named(giver, "Kari Fjellbu Dalheim")]

    assert elsewhere(giver, found, source("Kari Fjellbu Dalheim", "b.txt")) == [("Kari Fjellbu Dalheim", KNOWN)]


def test_a_name_is_found_in_a_files_name() -> None:
    """Unless that was found there already; and from one, where a given name is among its words."""
    giver, other = source("Kari Fjellbu"), source("Hei.", "brev_Kari_Fjellbu.txt")
    own = named(other, "Kari_Fjellbu", where="path")

    assert elsewhere(giver, [named(giver, "Kari Fjellbu", 0.5)], other) == [("Kari_Fjellbu", 0.5)]
    assert elsewhere(giver, [named(giver, "Kari Fjellbu")], other, (own,)) == []
    text = source("Om Kari Fjellbu.", "c.txt")
    assert elsewhere(other, [own], text) == [("Kari Fjellbu", KNOWN)]
    plan = source("", "Skarv_Fjellbu.txt")
    assert elsewhere(plan, [named(plan, "Skarv_Fjellbu", where="path")], source("Om Skarv Fjellbu.", "d.txt")) == []


@pytest.mark.parametrize(
    ("name", "anybody"),
    [("Kari Fjellbu", True), ("kari fjellbu", True), ("Skarv Fjellbu", False), ("Kari Bo", False), ("Kari Dal", True)],
)
def test_a_name_in_a_path_is_somebodys(name: str, anybody: bool) -> None:
    """A given name, and behind it a word of three letters or more that is nothing else."""
    assert given_away._is_anybody(name) is anybody


def test_small_letters_stand_in_their_places() -> None:
    """A sign that becomes two in small letters stays one."""
    assert given_away._plain("Kari İ Nes") == "kari i nes"
    assert given_away._plain("KARI") == "kari"


# -- persons --------------------------------------------------------------------------------------------------------


def numbered(one: Source, *findings: Finding) -> dict[tuple[str, str], int]:
    """(where, words) → number."""
    return {
        (found.where, str(getattr(one, found.where))[found.start : found.end]): found.person
        for found in number_them(one, findings)
    }


def test_persons_are_numbered_as_they_come() -> None:
    """In the text first, then the contributor, then the path; what is no name has no number."""
    one = source("Ola Dal ringte 123, så Nes og Kari.", "Per_Vik.txt", contributor="Kari Nes")
    found = [
        named(one, "Per_Vik", where="path"), named(one, "Kari Nes", where="contributor"), named(one, "Kari"),
        named(one, "Nes"), named(one, "123", kind="phone"), named(one, "Ola Dal"),
    ]  # fmt: skip

    assert numbered(one, *found) == {
        ("text", "Ola Dal"): 1, ("text", "123"): 0, ("text", "Nes"): 2, ("text", "Kari"): 2,
        ("contributor", "Kari Nes"): 2, ("path", "Per_Vik"): 3,
    }  # fmt: skip


def test_the_text_comes_before_the_contributor_and_both_before_the_path() -> None:
    """Wherever in them a name stands."""
    one = source("Her er Ola Dal", "i/Per_Vik.txt", contributor="- Kari Nes")
    found = (named(one, "Ola Dal"), named(one, "Kari Nes", where="contributor"), named(one, "Per_Vik", where="path"))

    assert numbered(one, *found[::-1]) == {
        ("text", "Ola Dal"): 1, ("contributor", "Kari Nes"): 2, ("path", "Per_Vik"): 3,
    }  # fmt: skip


def test_a_shorter_name_is_the_first_longer_ones() -> None:
    """Of two that it may be, in the order of their words; names in other letters are one person's."""
    one = source("Nes, Kari Nes, Anna Nes, KARI NES, Kari Anna")
    found = [named(one, words) for words in ("Kari Nes", "Anna Nes", "KARI NES", "Kari Anna")]

    assert numbered(one, named(one, "Nes"), *found) == {
        ("text", "Nes"): 1, ("text", "Kari Nes"): 2, ("text", "Anna Nes"): 1, ("text", "KARI NES"): 2,
        ("text", "Kari Anna"): 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Heidi Nes", "Heidi Nes"), ("Kjærstad Moe", "Kjærstad Moe"), ("Best Moe", "Best Moe"), ("Ada Hei", "Ada Hei"),
        ("Hilsen Hilde", "Hilde"), ("Mvh Kari Moe", "Kari Moe"), ("Hei Hilde", "Hilde"), ("Hei", ""), ("Hilsen", ""),
    ],
)  # fmt: skip
def test_a_greeting_is_no_part_of_a_name(words: str, name: str) -> None:
    """The model takes the capital before a name for its beginning; a word that only begins so is a name."""
    found = privacy._without_formula(words, NameSpan(start=0, end=len(words), certainty=1.0))

    assert (words[found.start : found.end] if found else "") == name
