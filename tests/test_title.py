"""Titles and keywords: readable, distinct, in words that people used."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from consult.evaluate.titles import nearest_theme, recalled, title_recall
from consult.records import Context, Language, Passage, Theme, content_id
from consult.themes.asides import LEFTOVER
from consult.themes.candidates import _spoken
from consult.themes.keyness import centrality, keyness, read_words
from consult.themes.phrases import MAX_WORDS, phrases_of
from consult.themes.title import Named, names_a_thing, title_themes
from consult.themes.wording import in_sentence, names_in
from consult.themes.words import is_function_word, words_of

LOBBY = (
    "Eit ope lobbyregister må på plass.",
    "Lobbyregister for alle departement, takk.",
    "Kven påverkar lovene? Lag eit lobbyregister.",
)
LIBRARY = (
    "Biblioteket gjer jobben med digital opplæring.",
    "Faste pengar til biblioteket, ikkje prosjektmidlar.",
    "Kurs på biblioteket er bra.",
)
ARCHIVE = (
    "Innebygd arkivering i alle fagsystem.",
    "Arkivering må skje av seg sjølv.",
    "Systema må arkivere sjølve; innebygd arkivering no.",
)


def passage(text: str, language: Language = "nn", *, source: str = "", headings: tuple[str, ...] = ()) -> Passage:
    """A passage that is all of its source."""
    return Passage(
        source_id=source or content_id("s", text), start=0, end=len(text), text=text, language=language,
        voice="individual", context=Context(headings=headings),
    )  # fmt: skip


def groups_of(*groups: Sequence[str], language: Language = "nn") -> list[list[Passage]]:
    """Groups of passages from groups of texts."""
    return [[passage(text, language) for text in group] for group in groups]


def name(groups: list[list[Passage]], language: str = "nn") -> tuple[Named, ...]:
    """Titles without vectors."""
    return title_themes(groups, [p for group in groups for p in group], {}, language)


def test_a_theme_is_called_what_its_passages_speak_of() -> None:
    """The subject of each group stands in its title."""
    lobby, library, archive = name(groups_of(LOBBY, LIBRARY, ARCHIVE))
    assert "lobbyregister" in lobby.title.lower()
    assert "biblioteket" in library.title.lower()
    assert "arkivering" in archive.title.lower()


def test_a_title_is_a_phrase_of_at_most_eight_words_with_a_capital() -> None:
    """One readable phrase."""
    for named in name(groups_of(LOBBY, LIBRARY, ARCHIVE)):
        assert len(named.title.split()) <= MAX_WORDS
        assert named.title[0].isupper()
        assert not named.title.endswith(".")


def test_keywords_are_five_at_most_and_do_not_repeat_the_title() -> None:
    """What the title says need not be said again."""
    for named in name(groups_of(LOBBY, LIBRARY, ARCHIVE)):
        assert len(named.keywords) <= 5
        assert len(set(named.keywords)) == len(named.keywords)
        assert not set(named.keywords) & set(named.title.lower().split())


def test_equal_groups_have_different_titles() -> None:
    """Two themes never share a title, even when their passages say the same."""
    groups = [[passage(text, source=f"s-{n}") for text in LOBBY] for n in range(4)]
    titles = [named.title.casefold() for named in name(groups)]
    assert len(set(titles)) == 4


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("nn", ("Ikkje noko meir.", "Ja, det må dei gjere no.")),
        ("nb", ("Ikke noe mer.", "Ja, det må de gjøre nå.")),
        ("da", ("Ikke noget mere.", "Ja, det skal de gøre nu.")),
        ("sv", ("Inte något mer.", "Ja, det ska de göra nu.")),
        ("en", ("Not any more.", "Yes, they should do it now.")),
    ],
)
def test_function_words_are_no_keywords_and_no_title_of_a_phrase(language: Language, texts: Sequence[str]) -> None:
    """Where nothing is said of a subject, the title is the words themselves, and there are no keywords of nothing."""
    named = name(groups_of(texts, LOBBY, language=language))[0]
    assert named.title
    assert not [word for word in named.keywords if is_function_word(word, language)]


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("da", ("Whistleblowerordninger virker først nu.", "En whistleblowerordning for alle."), "whistleblower"),
        ("sv", ("Ett register över lobbyister behövs.", "Register med påföljder för lobbyister."), "lobbyist"),
        ("en", ("Publish award notices for all contracts.", "Award notices are missing."), "award notice"),
    ],
)  # fmt: skip
def test_passages_in_another_language_keep_their_words(language: Language, texts: Sequence[str], expected: str) -> None:
    """A phrase is not translated: it is shown as somebody wrote it."""
    named = name([*groups_of(texts, language=language), *groups_of(LIBRARY)])[0]
    assert expected in named.title.lower()


def test_bokmaal_words_are_shown_in_nynorsk_where_every_word_has_a_counterpart() -> None:
    """The output language's words where they exist."""
    texts = ("Veiledning til kommunene om åpenhet.", "Åpenhet i kommunene!", "Mer åpenhet i alle kommunene.")
    named = name([*groups_of(texts, language="nb"), *groups_of(LIBRARY)])[0]
    assert "openheit" in f"{named.title} {' '.join(named.keywords)}".lower()
    assert "åpenhet" not in f"{named.title} {' '.join(named.keywords)}".lower()


def test_a_private_persons_name_is_neither_title_nor_keyword() -> None:
    """What one source calls a person stays in that source."""
    texts = ("Torgunn Bråtesveen fekk ikkje svar på innsynskravet.", "Torgunn venta på svar på innsynskravet.")
    person = [passage(text, source="s-one") for text in texts]
    named = name([person, *groups_of(LIBRARY)])[0]
    assert not {"torgunn", "bråtesveen"} & set(f"{named.title} {' '.join(named.keywords)}".lower().split())


def test_a_heading_names_a_theme_when_its_passages_bear_it_out() -> None:
    """*Antikorrupsjon* over notes on corruption."""
    texts = ("Tiltak mot korrupsjon må inn i budsjetta.", "Ingen eig arbeidet.", "Kven held tråden?")
    noted = [passage(text, headings=("Antikorrupsjon",)) for text in texts]
    assert "korrupsjon" in name([noted, *groups_of(LIBRARY)])[0].title.lower()


def test_a_heading_that_only_says_what_kind_of_notes_these_are_does_not() -> None:
    """*Avskrift av flippoveren* is nobody's subject (sabotage twin: the same words in a bullet are)."""
    noted = [passage(text, headings=("Avskrift av flippoveren",)) for text in LOBBY]
    named = name([noted, *groups_of(LIBRARY)])[0]
    assert "flipp" not in f"{named.title} {named.keywords}".lower()
    said = [*noted, passage("Flippoveren var full."), passage("Kjøp ny flippover!")]
    named = name([said, *groups_of(LIBRARY)])[0]
    assert "flipp" in f"{named.title} {named.keywords}".lower()


def test_numbered_labels_are_no_subject() -> None:
    """*Bord 3* tells notes apart, not themes."""
    noted = [passage(f"{text} Bordet er samde.", headings=(f"Bord {n}",)) for n, text in enumerate(LOBBY)]
    named = name([noted, *groups_of(LIBRARY)])[0]
    assert "bord" not in f"{named.title} {' '.join(named.keywords)}".lower().split()


def test_order_of_groups_passages_and_members_changes_no_title() -> None:
    """Law 5, for titles."""
    groups = groups_of(LOBBY, LIBRARY, ARCHIVE)
    expected = name(groups)
    shuffled = [group[::-1] for group in groups[::-1]]
    mixed = [p for group in shuffled for p in group]
    random.Random(1).shuffle(mixed)  # noqa: S311  an order, not a secret
    assert title_themes(shuffled, mixed, {}, "nn") == expected[::-1]


def test_a_campaign_does_not_name_the_theme_alone() -> None:
    """Equal texts count once."""
    campaign = [passage("Steng flyplassen no!", source=f"s-{n}") for n in range(20)]
    readings = read_words([*campaign, passage("Lobbyregister no.")])
    weights = keyness([campaign, [passage("Lobbyregister no.")]], readings, {})[0]
    assert max(weights.values()) < 3


def test_passages_near_the_middle_weigh_more() -> None:
    """What the core of a theme says counts more than what its rim says."""
    group = groups_of(LOBBY)[0]
    vectors = {p.passage_id: np.eye(3, dtype=np.float32)[n and n - 1] for n, p in enumerate(group)}
    core = centrality(group, vectors)
    assert core[0] == core[1] > core[2]


def test_without_vectors_all_passages_weigh_the_same() -> None:
    """A theme can be named before anything is embedded."""
    assert centrality(groups_of(LOBBY)[0], {}) == [1.0, 1.0, 1.0]


def test_no_groups_no_titles() -> None:
    """An empty consultation is no fault."""
    assert name([]) == ()


IN_SENTENCE = [
    ("Lobbyregister og lovene", "lobbyregister og lovene"),
    ("eInnsyn", "eInnsyn"),
    ("DFØ og innkjøp", "DFØ og innkjøp"),
    ("Oslo og lista", "Oslo og lista"),
    ("", ""),
]


@pytest.mark.parametrize(("title", "expected"), IN_SENTENCE)
def test_a_title_is_small_inside_a_sentence_unless_it_begins_with_a_name(title: str, expected: str) -> None:
    """Names and acronyms keep their capitals."""
    readings = read_words([passage("Gjer som Oslo."), passage("I Oslo går det bra, og lista ligg ute.")])
    assert in_sentence(title, names_in(readings)) == expected


# -- the measure ------------------------------------------------------------------------------------


def theme(title: str, *passages: str, keywords: tuple[str, ...] = ()) -> Theme:
    """A theme of ours."""
    return Theme(theme_id=content_id("t", title), title=title, keywords=keywords, passage_ids=passages)


def test_a_title_that_says_all_recalls_all() -> None:
    """By lemma, across the written standards, in compounds."""
    assert recalled("lobbyregister", "Register over lobbyverksemd", theme("Åpent lobbyregister")) == 1.0


def test_a_title_of_other_words_recalls_nothing() -> None:
    """The sabotage twin of the measure."""
    assert recalled("lobbyregister", "Register over lobbyverksemd", theme("Kurs på biblioteket")) == 0.0


def test_only_five_keywords_count() -> None:
    """A list of everything would recall everything."""
    many = theme("Ting", keywords=("ein", "to", "tre", "fire", "fem", "lobbyregister"))
    assert recalled("lobbyregister", "Lobbyregister", many) == 0.0


def test_a_labelled_theme_is_compared_with_the_theme_that_overlaps_it_most() -> None:
    """And not with a larger one that merely holds some of it."""
    ours = [theme("Alt", "a", "b", "c", "d", "e", "f"), theme("Lobby", "g", "h")]
    gold = {"a": "x", "b": "x", "c": "x", "d": "x", "e": "x", "f": "y", "g": "y", "h": "y"}
    assert {slug: found.title for slug, found in nearest_theme(gold, ours).items()} == {"x": "Alt", "y": "Lobby"}


def test_recall_is_given_for_each_labelled_theme_that_we_have() -> None:
    """A theme that none of our passages answers to is left out."""
    found = title_recall(
        {"lobbyregister": "Lobbyregister", "other": "Anna"}, {"a": "lobbyregister"}, [theme("Lobbyregister", "a")]
    )
    assert found == {"lobbyregister": 1.0}


def test_titles_of_a_long_list_are_pairwise_different() -> None:
    """Distinctness does not depend on luck: twenty groups of one word each."""
    words = "skule barnehage sjukehus bibliotek museum teater kino hamn flyplass veg bru tunnel park torg elv fjell"
    titles = sorted(named.title for named in name(groups_of(*[(f"Meir {word}.",) for word in words.split()])))
    assert all(one != other for one, other in pairwise(titles))


ASKED = "Kva er viktigast i klimaplanen?"


def answer(text: str, language: Language = "nn", question: str = ASKED) -> Passage:
    """What somebody wrote below a question of a form."""
    return replace(passage(text, language), context=Context(question=question))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Meir buss!", "nn", "Meir buss"),
        ("Kino", "nn", "Kino"),
        ("varmepumpe til alle", "nn", "Varmepumpe til alle"),
        ("Two on duty, never one", "en", "Two on duty, never one"),
        ("Vem bestämde om träden?", "sv", "Vem bestämde om träden?"),
    ],
)
def test_a_theme_of_one_short_text_is_called_by_it(text: str, language: Language, expected: str) -> None:
    """Not by what was asked, and not by a word of it that means nothing alone."""
    assert name([[answer(text, language)], *groups_of(LIBRARY)], language)[0].title == expected


def test_a_short_text_that_may_be_a_persons_name_is_no_title() -> None:
    """A name that no dictionary has stays in its source (sabotage twin of *Kino*)."""
    assert "Bråtesveen" not in name([[answer("Takk til Bråtesveen")], *groups_of(LIBRARY)])[0].title


def test_what_was_asked_is_no_title_where_something_was_answered() -> None:
    """Every answer stands below the same question; the answers tell themes apart."""
    answers = [answer("Gang- og sykkelveg til Nes må byggjast."), answer("Vi ventar på sykkelvegen frå 2015.")]
    others = [answer(text) for text in LIBRARY]
    assert all("klima" not in named.title.lower() for named in name([answers, others]))


@pytest.mark.parametrize("word", sorted(LEFTOVER))
def test_what_fits_nowhere_else_names_no_theme(word: str) -> None:
    """A heading *Övrigt* says only where the form had room left."""
    noted = [passage(text, headings=(word.capitalize(),)) for text in LOBBY]
    named = name([noted, *groups_of(LIBRARY)])[0]
    assert word not in (named.title.lower(), *named.keywords)


@pytest.mark.parametrize(
    "text",
    [
        "I was afraid to complain because they might treat him worse",
        "Letters about the fees are impossible to understand unless your English is perfect",
    ],
)
def test_a_lone_english_word_of_one_text_is_no_title(text: str) -> None:
    """There its class is a guess: the text's own beginning says more."""
    assert len(name([[passage(text, "en")], *groups_of(LIBRARY)], "en")[0].title.split()) > 1


PHRASES = [("Opningstida på biblioteket", "nn"), ("Lobbyregister", "nb"), ("Solceller på skoletaket", "nb")]
NO_PHRASES = [
    ("Fungerte kjempebra i høst", "nb"), ("Stopp hyttebygginga!", "nn"), ("Vem bestämde om träden?", "sv"),
    ("Samma sak skrev jag i fjol…", "sv"), ("", "nn"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "language"), PHRASES)
def test_a_noun_phrase_may_stand_in_a_sentence(title: str, language: str) -> None:
    """*Tek opp opningstida på biblioteket*."""
    assert names_a_thing(title, language)


@pytest.mark.parametrize(("title", "language"), NO_PHRASES)
def test_what_is_no_noun_phrase_may_not(title: str, language: str) -> None:
    """*Gjelder fungerte kjempebra i høst* is no sentence."""
    assert not names_a_thing(title, language)


def test_only_some_groups_are_named_while_the_others_are_there_for_contrast() -> None:
    """Whoever asks for some names gets those that all would have; words read beforehand change nothing."""
    groups = groups_of(LOBBY, LIBRARY, ARCHIVE)
    every = [p for group in groups for p in group]
    expected = name(groups)
    assert title_themes(groups, every, {}, "nn", only=[2, 0]) == (expected[2], expected[0])
    assert title_themes(groups, every, {}, "nn", readings=read_words(every)) == expected
    assert title_themes(groups, every, {}, "nn", only=[]) == ()


def test_a_title_that_is_taken_is_not_given_again() -> None:
    """A theme that keeps its title is not named here, but nobody else may bear its title."""
    groups = groups_of(LOBBY, LIBRARY, ARCHIVE)
    every = [p for group in groups for p in group]
    first = name(groups)[0].title
    assert title_themes(groups, every, {}, "nn", taken=[first.upper()], only=[0])[0].title != first


NATURE: tuple[tuple[str, Language], ...] = (
    ("Mere vild natur i parkerne.", "da"),
    ("Åbn rørlagte vandløb i parken.", "da"),
    ("Plant træer, og lad naturen være.", "da"),
    ("Natur før asfalt.", "da"),
    ("Vilde blomster i rabatterne.", "da"),
    ("Hunde i snor i parken.", "da"),
    ("More trees, fewer parking spaces", "en"),
)


@pytest.mark.parametrize("language", ["en", "nb", "nn", "sv"])
def test_a_text_in_the_language_of_the_pages_does_not_name_a_theme_that_others_wrote(language: str) -> None:
    """However well its readers read it: of seven texts it is one."""
    nature = [passage(text, spoken) for text, spoken in NATURE]
    named = title_themes([nature, *groups_of(LIBRARY)], [*nature, *groups_of(LIBRARY)[0]], {}, language)[0]
    assert "natur" in named.title.lower()


@pytest.mark.parametrize("shown", ["en", "da"])
def test_where_each_language_says_the_same_the_pages_own_names_the_theme(shown: Language) -> None:
    """Must not change: readers read their own language best."""
    said = {
        "en": ("More street lights.", "Street lights at night."),
        "da": ("Flere gadelamper.", "Gadelamper om natten."),
    }
    both = [passage(text, spoken) for spoken, texts in said.items() for text in texts]  # type: ignore[arg-type]
    named = title_themes([both, *groups_of(LIBRARY)], [*both, *groups_of(LIBRARY)[0]], {}, shown)[0]
    assert named.language == shown


def test_both_norwegian_standards_speak_for_one_another() -> None:
    """Where one is written as the other, who wrote which tells nothing of the theme."""
    mixed = [passage(LOBBY[0], "nn"), *(passage(text, "nb") for text in ("Lobbyregister nå!", "Et lobbyregister."))]
    assert _spoken(mixed, "nn") == _spoken(mixed, "nb") == {"nn": 1.0, "nb": 1.0}
    assert _spoken(mixed, "en") == {"nn": pytest.approx(2 / 3), "nb": pytest.approx(5 / 6)}


def test_a_campaign_speaks_for_its_language_once() -> None:
    """Equal texts are one text."""
    campaign = [passage("Waste sorting.", "en", source=f"s-{n}") for n in range(9)]
    assert _spoken([*campaign, passage("Sorter affaldet.", "da")], "en") == {"en": 0.75, "da": 0.75}


INFORMATION = (
    "Information in English about waste sorting!",
    "Waste sorting is hard.",
    "In English, please: where does waste go?",
)


def test_a_phrase_is_not_cut_out_where_its_words_hang_together_otherwise() -> None:
    """*Information in English about waste sorting* is no *English about waste sorting*."""
    named = name([*groups_of(INFORMATION, language="en"), *groups_of(LIBRARY)], "en")[0]
    assert not named.title.lower().startswith("english about")


CUTS = [
    ("Information in English about waste sorting", "en", {"English about waste", "English about waste sorting"}),
    ("Informasjon på engelsk om kildesortering", "nb", {"engelsk om kildesortering"}),
    ("Universell utforming av IKT", "nb", set()),
    ("Opplæring i klasserommet", "nb", set()),
]


@pytest.mark.parametrize(("text", "language", "expected"), CUTS, ids=[case[0] for case in CUTS])
def test_what_may_hang_on_a_noun_before_is_known(text: str, language: Language, expected: set[str]) -> None:
    """Only what holds a preposition itself, behind one that hangs on a noun."""
    found = phrases_of(text, words_of([text], [language])[0], language)
    assert {phrase.text for phrase in found if phrase.cut} == expected


def test_what_hangs_on_a_noun_is_looked_for_just_before_it() -> None:
    """A register of sixty thousand words, a preposition in each phrase: not from its beginning on for each of them."""
    text = "Tiltak i sentrum, "
    said = words_of([text], ["nn"])[0]
    words = [replace(word, start=0, end=len(text)) for word in said] * 15_000
    began = time.process_time()
    assert sum(phrase.cut for phrase in phrases_of(text, words, "nn")) == 0
    assert time.process_time() - began < 3


@pytest.mark.parametrize("text", ["...", ",", ".:;", " . . "])
def test_marks_alone_are_their_own_title(text: str) -> None:
    """Nothing is left of them without the marks at their end, and a theme must be called something."""
    assert [one.title for one in name([[passage(text)]])] == [" ".join(text.split())]


def test_a_verb_alone_names_no_theme() -> None:
    """Where a text has no noun that carries a subject, its own words stand, and not *Live*."""
    (found,) = name(groups_of(["I live on a farm and there is no bus at all"], language="en"), "en")
    assert found.title == "I live on a farm and there is…"
