"""Which of the five languages a text is in, alone and among its neighbours."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from consult.read.language import (
    MAIN_OF_ROW,
    evidence,
    forget_languages,
    main_language,
    markers,
    passage_languages,
    row_languages,
)
from consult.records import LANGUAGES, Language

PLAIN: list[tuple[Language, str]] = [
    ("nn", "Kva skjer med det vi seier her? Sist høyrde vi ingenting frå dei."),
    ("nb", "Hva skjer med det vi sier her? Sist hørte vi ingenting fra dem."),
    ("da", "Hvad sker der med det, vi siger her? Sidst hørte vi intet fra dem."),
    ("sv", "Vad händer med det vi säger här? Sist hörde vi ingenting från dem."),
    ("en", "What happens to what we say here? Last time we heard nothing from them."),
]


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_plain_sentences(language: Language, text: str) -> None:
    """The same sentence in five languages is told apart."""
    assert main_language(text) == language


ROWS: list[tuple[str, Language, Language]] = [
    ("Oplys bedre om affaldssortering", "da", "da"),
    ("Spørg de unge", "da", "da"),
    ("At kommunen selv går foran", "nb", "nb"),
    ("Buses every 15 minutes", "da", "en"),
    ("Busserne kører for sjældent, især i weekenden", "nb", "da"),
    ("Eg vil ha fleire gangvegar til skulen", "nb", "nn"),
    ("Jeg synes ikke vi har råd til dette", "nn", "nb"),
    ("Fler bussar på kvällarna", "da", "sv"),
    ("42", "da", "da"),
]


@pytest.mark.parametrize(("text", "form", "language"), ROWS)
def test_a_short_row_leans_on_its_form(text: str, form: Language, language: Language) -> None:
    """What could be Danish or bokmål is what the form is; what can only be one stays that."""
    assert row_languages([text], form) == [language]


DANISH = [
    "Bedre busser",
    "Flere cykelstier",
    "Stop med at slå græsset hele tiden",
    "Køb el-busser",
    "Gør noget ved støjen",
]
ENGLISH = ["Buses every 15 minutes", "Translate the website", "Charging points near the flats", "Ask residents too"]
NYNORSK = ["Fleire bussar", "Meir lys langs vegen", "Eg vil ha fleire gangvegar", "Kva med bussen?"]
BOKMAL = ["Mer penger til skolen", "Flere lekeplasser", "Jeg vil ha bedre sykkelveier", "Hva med bussen?"]
MAINS: list[tuple[Language, int]] = [("da", 2), ("en", 3)]
EITHER = ["At kommunen selv går foran", "Mål CO2 fra kommunens egne biler", "Billigere bus for unge"]


def test_a_passage_leans_on_its_row() -> None:
    """What all rows together have told is worth more than a short answer's own words."""
    assert passage_languages(EITHER[1:2], "da", MAIN_OF_ROW) == ["da"]
    assert passage_languages([EITHER[1], ENGLISH[1]], "da", MAIN_OF_ROW) == ["da", "en"]
    assert passage_languages(["Mer penger til skolen", "Meir lys langs vegen"], "nb", MAIN_OF_ROW) == ["nb", "nn"]


def test_rows_are_told_together() -> None:
    """What could be either is what most rows are, whatever the form's main language; the rest is what it is."""
    for main, times in MAINS:
        for rows in (DANISH * times + ENGLISH + EITHER, EITHER + ENGLISH + DANISH * times):
            told = dict(zip(rows, row_languages(rows, main), strict=True))
            assert [told[text] for text in EITHER] == ["da"] * len(EITHER)
            assert {told[text] for text in ENGLISH} == {"en"}
    assert row_languages(NYNORSK * 3 + BOKMAL, "nn") == ["nn"] * 12 + ["nb"] * 4
    assert row_languages(NYNORSK + BOKMAL * 3, "nb") == ["nn"] * 4 + ["nb"] * 12
    assert row_languages([*BOKMAL * 5, "Busserne kører for sjældent"], "nb")[-1] == "da"
    assert row_languages([*BOKMAL * 40, "Fleire bussar", "Kva med bussen?", "Ask residents too"], "nb")[-3:] == [
        "nn",
        "nn",
        "en",
    ]
    assert row_languages([*NYNORSK * 40, "Mer penger til skolen"], "nn")[-1] == "nb"
    assert row_languages(["Mer penger til skolen", *DANISH * 3], "da")[0] == "nb"
    assert row_languages([], "nb") == []


@pytest.mark.parametrize("text", ["", " \n", "…", "2026", "– ?"])
def test_no_words_no_opinion(text: str) -> None:
    """Where there are no words, the default holds."""
    assert main_language(text, "sv") == "sv"
    assert not evidence(text).any() or not any(character.isalpha() for character in text)


@pytest.mark.parametrize("main", LANGUAGES)
def test_short_passages_lean_on_their_source(main: Language) -> None:
    """A word that many languages have is in the language of its source."""
    assert passage_languages(["Lobbyregister!"], main) == [main]


def test_short_passages_lean_on_their_neighbours() -> None:
    """Among passages in Nynorsk, in a source said to be Bokmål, a few common words are Nynorsk."""
    texts = ["Kva gjer dei med dette no?", "Bra kurs på bibliotek", "Vi veit ikkje kven som eig det."]
    assert passage_languages(texts, "nb") == ["nn", "nn", "nn"]
    assert passage_languages(texts[1:2], "nb") == ["nb"]


def test_a_clear_passage_is_not_outvoted() -> None:
    """One Nynorsk sentence among many in Bokmål keeps its language, and an English one too."""
    texts = [PLAIN[1][1]] * 6
    assert passage_languages([*texts, PLAIN[0][1], *texts], "nb")[6] == "nn"
    assert passage_languages([*texts, PLAIN[4][1], *texts], "nb")[6] == "en"


def test_no_passages() -> None:
    """A source without passages has no languages."""
    assert passage_languages([], "nn") == []


def test_wraps_and_case_change_nothing() -> None:
    """Line breaks inside a passage are white space."""
    wrapped = [text.replace(" ", "\n") for _, text in PLAIN]
    assert passage_languages(wrapped, "nn") == passage_languages([text for _, text in PLAIN], "nn")


def test_the_same_again() -> None:
    """Asked twice, or after other texts, the answer is the same."""
    texts = [text for _, text in PLAIN]
    first = passage_languages(texts, "nb")
    passage_languages(["noe helt annet"], "en")
    assert passage_languages(texts, "nb") == first


def test_evidence_is_a_log_likelihood() -> None:
    """Five values, the best of them zero."""
    scores = evidence(PLAIN[0][1])
    assert scores.shape == (len(LANGUAGES),)
    assert scores.max() == 0
    assert scores.argmax() == LANGUAGES.index("nn")


def test_the_table_of_markers() -> None:
    """Each word has one value a language, at home in at least one, and tells something."""
    assert 3000 < len(markers()) < 8000
    for word, nats in markers().items():
        assert word == word.lower()
        assert len(nats) == len(LANGUAGES)
        assert min(nats) == 0 < max(nats), word


def test_markers_know_the_commonest_words() -> None:
    """The words that every speaker would name are there, at home where they belong."""
    for word, home in [("ikkje", "nn"), ("jeg", "nb"), ("af", "da"), ("och", "sv"), ("the", "en")]:
        assert markers()[word][LANGUAGES.index(home)] == 0
    assert markers()["ikkje"][LANGUAGES.index("nb")] > 2


def held_out(shared: Path) -> dict[Language, list[str]]:
    """Sentences by language that the markers were not counted in."""
    texts: dict[Language, list[str]] = {language: [] for language in LANGUAGES}
    data = shared / "data"
    for line in (data / "sib200_nb_nn_da_sv_en.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != "train":
            texts[row["lang"]].append(row["text"])
    for line in (data / "nb_nn_parallel_sample.jsonl").read_text("utf-8").splitlines()[3000:]:
        row = json.loads(line)
        texts["nb"].append(row["nb"])
        texts["nn"].append(row["nn"])
    return texts


def piece(text: str, chance: random.Random) -> str:
    """Five to nine words of a text."""
    words = text.split()
    length = chance.randint(5, 9)
    start = chance.randint(0, max(0, len(words) - length))
    return " ".join(words[start : start + length])


def accuracy(
    texts: dict[Language, list[str]],
    told: Callable[[list[str], Language], list[Language]],
    mixed: dict[Language, float],
) -> float:
    """Share right over 40 sources of 14 short passages, in languages drawn by their shares, in runs of about two."""
    chance = random.Random(7)  # noqa: S311 - a sample, no secret
    right = total = 0
    main = max(mixed, key=lambda language: mixed[language])
    for _ in range(40):
        language, gold, passages = main, list[Language](), list[str]()
        for _ in range(14):
            if chance.random() < 0.5:
                language = chance.choices(list(mixed), list(mixed.values()))[0]
            gold.append(language)
            passages.append(piece(chance.choice(texts[language]), chance))
        found = told(passages, main)
        right += sum(one == other for one, other in zip(gold, found, strict=True))
        total += len(gold)
    return right / total


@pytest.mark.shared
@pytest.mark.parametrize(
    ("mixed", "reached"),
    [
        ({"nn": 1.0}, 0.97),
        ({"nb": 1.0}, 0.98),
        ({"da": 1.0}, 0.98),
        ({"sv": 1.0}, 0.99),
        ({"en": 1.0}, 0.99),
        ({"nn": 0.8, "nb": 0.2}, 0.91),
        ({"nb": 0.8, "nn": 0.2}, 0.90),
        ({"nb": 0.8, "en": 0.2}, 0.97),
        ({"nn": 0.6, "sv": 0.2, "da": 0.2}, 0.94),
    ],
)
def test_accuracy_on_short_pieces(shared: Path, mixed: dict[Language, float], reached: float) -> None:
    """On 5–9 words of text that nothing was chosen on, in sources of one language and of several."""
    assert accuracy(held_out(shared), passage_languages, mixed) >= reached


@pytest.mark.shared
def test_leaning_on_the_source_helps(shared: Path) -> None:
    """The measure tells: each passage alone is worse in sources of one language."""

    def alone(texts: list[str], main: Language) -> list[Language]:
        return [main_language(text, main) for text in texts]

    texts = held_out(shared)
    assert accuracy(texts, alone, {"nn": 1.0}) < accuracy(texts, passage_languages, {"nn": 1.0}) - 0.02


@pytest.mark.shared
def test_markers_help(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure tells: without the words, n-grams alone mistake more Nynorsk and Bokmål for each other."""
    texts = held_out(shared)
    mixed: dict[Language, float] = {"nn": 0.5, "nb": 0.5}
    whole = accuracy(texts, passage_languages, mixed)
    monkeypatch.setattr("consult.read.language.markers", dict)
    evidence.cache_clear()
    without = accuracy(texts, passage_languages, mixed)
    evidence.cache_clear()
    assert without < whole - 0.03


def test_beliefs_are_numbers() -> None:
    """Even a text of one strange character gives finite evidence."""
    assert np.isfinite(evidence("ŋ")).all()


def test_evidence_is_asked_for_once_and_forgotten_with_the_models() -> None:
    """The same numbers, which nobody can write to; no text is remembered when languages are forgotten."""
    forget_languages()
    first = evidence("Kommunen må svare raskare.")
    assert evidence("Kommunen må svare raskare.") is first
    with pytest.raises(ValueError, match="read-only"):
        first += 1
    forget_languages()
    assert evidence.cache_info().currsize == 0
    assert np.allclose(evidence("Kommunen må svare raskare."), first)  # lingua's last digit may differ
