"""What each word says about each theme: often here, seldom elsewhere, by what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from consult.records import Context, Language, Passage, content_id
from consult.themes import keyness as keyness_module
from consult.themes.keyness import HEADING, OWN, QUESTION, keyness, middle, read_words
from consult.themes.phrases import Phrase
from consult.themes.words import Word


def passage(text: str, language: Language = "nn", **context: object) -> Passage:
    """A passage that is all of its source, with what stands around it."""
    return Passage(
        source_id=content_id("s", text), start=0, end=len(text), text=text, language=language, voice="individual",
        context=Context(**context),  # type: ignore[arg-type]
    )  # fmt: skip


def weigh(*groups: list[Passage]) -> list[dict[str, float]]:
    """Weights without vectors."""
    return keyness(groups, read_words([p for group in groups for p in group]), {})


def test_a_word_of_this_theme_outweighs_a_word_of_all() -> None:
    """Class-based TF-IDF: what everybody says names nobody."""
    one = [passage("Kommunen treng eit arkiv."), passage("Arkivet til kommunen er stengt.")]
    other = [passage("Kommunen treng eit bibliotek."), passage("Biblioteket til kommunen er ope.")]
    weights = weigh(one, other)[0]
    assert weights["arkiv"] > weights["kommune"]


def test_a_word_said_often_outweighs_a_word_said_once() -> None:
    """What several say is the subject."""
    group = [passage("Arkivet er stengt."), passage("Opne arkivet."), passage("Arkivet har lampe.")]
    weights = weigh(group, [passage("Bussen kjem.")])[0]
    assert weights["arkiv"] > weights["lampe"]


def test_both_written_standards_count_together() -> None:
    """*Åpenhet* and *openheit* are one word said twice."""
    group = [passage("Meir openheit!"), passage("Mer åpenhet!", "nb"), passage("Ei lampe!")]
    weights = weigh(group, [passage("Bussen kjem.")])[0]
    assert weights["openheit"] > weights["lampe"]


def test_a_word_counts_in_the_compounds_it_makes() -> None:
    """Three compounds of *innkjøp* speak of innkjøp."""
    group = [passage("Innkjøpslister!"), passage("Innkjøpsdata på nett."), passage("Innkjøpskalender for innkjøp.")]
    weights = weigh(group, [passage("Bussen kjem.")])[0]
    assert weights["innkjøp"] > max(weight for key, weight in weights.items() if key != "innkjøp")


def test_a_word_that_lives_in_one_compound_does_not_take_its_place() -> None:
    """All say *lobbyregister*; one says *register*."""
    group = [passage(f"Lobbyregister {n}, takk.") for n in "abc"] + [passage("Eit register manglar.")]
    weights = weigh(group, [passage("Bussen kjem.")])[0]
    assert weights["lobbyregister"] > weights["register"]


ABOVE = [
    ({"headings": ("Arkivering",)}, HEADING, "a heading"),
    ({"parent": "Arkivering må bli betre"}, HEADING, "a lead-in"),
    ({"question": "Kva meiner du om arkivering?"}, QUESTION, "a question"),
]


@pytest.mark.parametrize(("around", "weight", "why"), ABOVE)
def test_what_stands_above_is_read_apart_from_what_is_said(around: dict[str, object], weight: float, why: str) -> None:
    """Structure is data of the passage, at less weight than its own words."""
    one = passage("Treng tid.", **around)
    reading = read_words([one])[one.passage_id]
    assert "arkivering" not in reading.keys
    assert 0 < reading.above["arkivering"] <= weight < OWN, why


def test_a_heading_that_nothing_bears_out_weighs_next_to_nothing() -> None:
    """However many bullets stand under it."""
    group = [passage(f"Arkivet treng lampe {n}.", headings=("Parkeringsplass",)) for n in "abcdef"]
    weights = weigh(group, [passage("Bussen kjem.")])[0]
    assert weights["parkeringsplass"] < 0.2 * weights["arkiv"]


def test_a_heading_that_other_themes_bear_out_weighs_more_than_that() -> None:
    """Several passages elsewhere speak of it, so it is a subject."""
    group = [passage(f"Lampa er raud {n}.", headings=("Arkiv",)) for n in "abcd"]
    elsewhere = [passage("Arkivet er stengt."), passage("Opne arkivet no.")]
    borne_out = weigh(group, elsewhere)[0]["arkiv"]
    unheard = weigh(group, [passage("Bussen kjem."), passage("Bussen går.")])[0]["arkiv"]
    assert borne_out > unheard


def test_words_common_in_any_text_weigh_less() -> None:
    """*Representant* says less than *lampe*: it stands in most parts of a treebank."""
    weights = weigh([passage("Ein representant kjem med ei lampe.")], [passage("Bussen går.")])[0]
    assert weights["representant"] < weights["lampe"]


def test_equal_texts_count_once() -> None:
    """A campaign's letters are one text here."""
    same = [
        Passage(source_id=f"s-{n}", start=0, end=13, text="Steng arkivet", language="nn", voice="individual")
        for n in range(5)
    ]
    assert weigh(same, [passage("Bussen går.")])[0] == weigh(same[:1], [passage("Bussen går.")])[0]


def test_the_middle_of_a_group_is_a_unit_vector_or_none() -> None:
    """Without vectors there is no middle."""
    group = [passage("a"), passage("b")]
    vectors = {p.passage_id: np.eye(2, dtype=np.float32)[n] for n, p in enumerate(group)}
    centre = middle(group, vectors)
    assert centre is not None
    assert np.allclose(centre, [0.5**0.5, 0.5**0.5])
    assert middle(group, {}) is None


def test_few_passages_of_a_language_load_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second and 100 MB for one Danish passage of thirty would be a poor trade (and one of two is not)."""
    asked: list[set[str]] = []
    from consult.themes import keyness as module

    real = module.words_of
    monkeypatch.setattr(
        module, "words_of", lambda t, languages, loaded: asked.append(set(loaded)) or real(t, languages)
    )
    norwegian = [passage(f"Arkiv {n}.") for n in range(30)]
    read_words([*norwegian, passage("Et arkiv.", "da")])
    read_words([passage("Arkiv."), passage("Et arkiv.", "da")])
    assert asked == [{"nn"}, {"nn", "da"}]


def test_two_passages_are_read_the_same_in_any_order() -> None:
    """Law 5 at its root."""
    both = [passage("Tildeling manglar."), passage("Vi treng tildeling.")]
    assert read_words(both) == read_words(both[::-1])


def test_damage_to_the_contrast_would_show() -> None:
    """Sabotage twin: with one group alone nothing tells its words from others', and equal counts weigh the same."""
    weights = weigh([passage("Arkiv og lampe.")])[0]
    assert weights["arkiv"] == weights["lampe"]


def test_phrases_are_looked_for_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, however often they are asked for."""
    calls: list[str] = []
    found = keyness_module.phrases_of

    def counted(text: str, words: Sequence[Word], language: Language) -> Iterator[Phrase]:
        calls.append(text)
        return found(text, words, language)

    monkeypatch.setattr(keyness_module, "phrases_of", counted)
    one = passage("Eit ope lobbyregister kjem snart.")
    reading = read_words([one])[one.passage_id]
    assert calls == []
    assert {phrase.text for phrase in reading.phrases} >= {"ope lobbyregister"}
    assert reading.phrases == reading.phrases
    assert calls.count(one.text) == 1


def test_colours_of_notes_and_post_its_tell_notes_apart() -> None:
    """Where headings begin with several colours, none is a subject; one alone may be; nor is what is written on."""
    sorted_by = [passage("Bussen kjem ikkje", headings=("PINK",)), passage("Skulen er kald", headings=("GREEN ideas",))]
    written = [passage("Bussen kjem ikkje", headings=("Post-its",))]
    alone = [passage("Parken er for liten", headings=("Grønt i byen",))]
    assert not {key for reading in read_words(sorted_by).values() for key in reading.above} & {"pink", "green"}
    assert not [key for reading in read_words(written).values() for key in reading.above]
    assert [key for reading in read_words(alone).values() for key in reading.above]


def test_votes_are_no_words() -> None:
    """*(4 votes)* behind a note does not make it one about votes."""
    (reading,) = read_words([passage("Open the sports hall [6 votes]", "en")]).values()
    assert "vote" not in reading.keys
