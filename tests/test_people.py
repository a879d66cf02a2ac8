"""Names by rule: signatures, lists, labels, verbs, addresses, file names; and what is nobody."""

from __future__ import annotations

import pytest

from consult.read import people
from consult.read.known_names import names_again, names_in_path
from consult.read.people import NameSpan, is_given, names_by_rule, settle
from tests.privacy_cases import NAMES, PEOPLE, STAYS, in_sentences


def found(text: str) -> list[str]:
    """The words of every name."""
    return [text[one.start : one.end] for one in names_by_rule(text)]


@pytest.mark.parametrize("stays", STAYS)
def test_what_is_nobody_stays(stays: str) -> None:
    """Bodies, places, laws, streets, products, days."""
    for _, sentence in in_sentences(stays):
        assert found(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fasilitator: Ta det som irriterer mest først.",  # an order, not a name
        "Til stede: fire leverandører, to innkjøpere",  # roles
        "Hilsen en student",  # nobody in particular
        "Vennlig hilsen\nForeningen Åbne Døre",
        "Kontakt: Digitaliseringsdirektoratet",
        "Dei Nye Vegane tok opp spørsmålet",
        "Oslo Kommune sa nei",
        "Hei alle saman!",
        "Kjære Kommune,",
        "Open Data said little",
    ],
)
def test_a_rule_does_not_make_a_person(text: str) -> None:
    """What stands where names stand, and is none."""
    assert found(text) == []


@pytest.mark.parametrize("language", sorted(NAMES))
@pytest.mark.parametrize("name", PEOPLE)
def test_names_are_found_where_names_stand(language: str, name: str) -> None:
    """In signatures, presentations, lists and beside verbs, whole and nothing more."""
    for sentence in NAMES[language]:
        assert name in found(sentence.format(name)), sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Til stede: Aslaug Vinterbotn, Jostein Kveldro og Ola Nes",
            ["Aslaug Vinterbotn", "Jostein Kveldro", "Ola Nes"],
        ),
        ("Fristen er 15. april. Mvh Marit", ["Marit"]),
        ("Helsing Oddlaug", ["Oddlaug"]),
        ("Med vennleg helsing\n\nSkarv Bråtane\nstyremedlem", ["Skarv Bråtane"]),
        ("Hilsen\nKARI NORDMANN", ["KARI NORDMANN"]),
        ("dotter mi Rigmor køyrer meg", ["Rigmor"]),
        ("fru Bråtesveen i tredje", ["Bråtesveen"]),
        ("Marit sa nei", ["Marit"]),
        ("Kari Nes <kari.nes@x.example>", ["Kari Nes"]),
        ("til stades: Per, Pål og to til", ["Per", "Pål"]),
        ("Per i dag har vi to", []),  # a name that is a word too, alone
        ("Ifølgje Kari Nes er det ope", ["Kari Nes"]),
        ("Ho Elen Maria Todal skreiv", ["Elen Maria Todal"]),
        ("Jan Petersen og Carl I. Hagen møttest", ["Jan Petersen", "Carl I. Hagen"]),
        ("Ta kontakt med Åse\nØvrelid", []),
    ],
)
def test_names_of_a_text(text: str, names: list[str]) -> None:
    """Pairs of a text and its names."""
    assert found(text) == names


def test_a_name_is_found_again() -> None:
    """Whole, by the family name, by the given name, with a genitive's s; not as a place, not as part of a word."""
    text = "Oddlaug Berg tala. Berg sa òg. Bergs framlegg. I Berg er det mørkt. Bergen. Oddlaug gjekk. Berg skule."
    spans = names_again(text, ["Oddlaug Berg"])

    assert [text[one.start : one.end] for one in spans] == ["Oddlaug Berg", "Berg", "Berg", "Oddlaug"]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("innspel_Ola_Nordmann.docx", ["Ola_Nordmann"]),
        ("brev/kari nes 2026.pdf", ["kari nes"]),
        ("2026-04-01-Åse-Øvrelid.txt", ["Åse-Øvrelid"]),
        ("mote1_bord4_innkjop_marked.md", []),
        ("innspel_landslaget_alle_med.pdf", []),
        ("Møte 1 bord 3 offentlege innkjøp.docx", []),
        ("anna_innspel.docx", []),
    ],
)
def test_names_in_file_names(path: str, names: list[str]) -> None:
    """A given name and the word behind it, whatever joins them."""
    assert [path[one.start : one.end] for one in names_in_path(path)] == names


def test_a_known_name_is_found_in_a_file_name() -> None:
    """However its words are joined."""
    path = "svar-TorgunnBråtesveen.txt"

    assert [path[s.start : s.end] for s in names_in_path(path, ["Torgunn Bråtesveen"])] == ["TorgunnBråtesveen"]


def test_overlapping_names_become_one() -> None:
    """As long as the longest, as sure as the surest."""
    spans = [NameSpan(start=0, end=5, certainty=0.9), NameSpan(start=3, end=9, certainty=0.5)]

    assert settle(spans) == [NameSpan(start=0, end=9, certainty=0.9)]


def test_a_double_name_is_given_by_its_first_part() -> None:
    """*Anne-Lovise* is one, whoever made it."""
    assert is_given("Anne-Lovise")
    assert not is_given("Kommune-Lovise")


def test_without_its_rule_a_signature_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin."""
    text = "Med helsing\nSkarv Bråtane"
    assert found(text)
    monkeypatch.setattr(people, "RULES", ())

    assert found(text) == []
