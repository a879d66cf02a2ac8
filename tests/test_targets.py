"""A framework as rows beside the passages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from consult.records import Framework, Target
from consult.themes.languages import PLAIN
from consult.themes.subjects import Subjects, subject_rows, subject_texts
from consult.themes.targets import framework_texts, target_rows, target_texts
from tests.theme_cases import FRAMEWORK, NOTHING, WIDTH, Array, vector_of


def rows_of(framework: Framework) -> Array:
    """The rows of a framework's targets."""
    vectors = {text: vector_of(text) for text in {*framework_texts(framework), *subject_texts()}}
    return target_rows(framework, vectors, subject_rows(vectors))


def test_every_text_of_a_target_is_named_with_its_language() -> None:
    """Titles and descriptions in each language, and nothing that is empty."""
    target = Target(
        target_id="1",
        kind="commitment",
        title={"nb": "Innsyn", "en": "Access"},
        description={"nn": "Om innsyn", "en": ""},
    )
    assert target_texts(target) == [(("Innsyn", "nb"), 1.0), (("Access", "en"), 1.0), (("Om innsyn", "nn"), 1.0)]


def test_texts_to_embed_hold_the_plain_sentences_of_the_languages_used() -> None:
    """A language is centred on them."""
    texts = framework_texts(FRAMEWORK)
    assert set(PLAIN["nn"]) <= set(texts)
    assert not set(PLAIN["sv"]) & set(texts)
    assert set(subject_texts()) <= set(texts)
    assert list(texts) == sorted(set(texts))


def test_rows_point_at_what_targets_are_about() -> None:
    """A sentence in a target's words is nearest that target."""
    rows = rows_of(FRAMEWORK)
    assert (rows @ vector_of("kurs bibliotek")).argmax() == 1
    assert (rows @ vector_of("lobbyregister kalender")).argmax() == 2
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_order_of_targets_is_the_order_of_rows_and_changes_nothing_else() -> None:
    """Rows follow the framework's file."""
    turned = Framework(framework_id="t", language="nn", source="", targets=FRAMEWORK.targets[::-1])
    assert np.allclose(rows_of(turned)[::-1], rows_of(FRAMEWORK), atol=1e-6)


def test_one_target_alone_is_not_lost_in_its_own_mean() -> None:
    """A framework of a single commitment points somewhere."""
    alone = Framework(framework_id="t", language="nn", source="", targets=FRAMEWORK.targets[:1])
    assert np.isclose(np.linalg.norm(rows_of(alone)), 1, atol=1e-5)


def test_a_framework_without_targets_has_no_rows() -> None:
    """Grouping works without a framework."""
    assert rows_of(NOTHING).shape == (0, WIDTH)
    assert framework_texts(NOTHING) == ()


def named(*titles: str, description: str = "") -> Framework:
    """Targets of bare names, the last with a description."""
    targets = [
        Target(
            target_id=title,
            kind="commitment",
            title={"nn": title},
            description={"nn": description} if description and title == titles[-1] else {},
        )
        for title in titles
    ]
    return Framework(framework_id="n", language="nn", source="", targets=tuple(targets))


def lent(framework: Framework) -> tuple[Array, Array]:
    """Rows of a framework beside one subject near its first target, and beside none."""
    vectors = {text: vector_of(text) for text in framework_texts(framework)}
    about = vector_of("transport buss ferje")[None]
    rows = [target_rows(framework, vectors, Subjects(rows=rows, spread=0.05)) for rows in (about, -about)]
    return rows[0], rows[1]


def test_a_bare_name_borrows_from_the_subjects_near_it() -> None:
    """A name says little of what belongs there: ferries are transport."""
    with_subject, without = lent(named("transport", "skule", "helse"))
    assert with_subject[0] @ vector_of("ferje") > without[0] @ vector_of("ferje") + 0.1


def test_what_is_described_borrows_nothing() -> None:
    """Its own words are better, also where the same subject lies near."""
    with_subject, without = lent(named("skule", "helse", "transport", description="kor ofte bussen går"))
    assert np.allclose(with_subject[2], without[2], atol=1e-6)


def test_examples_move_a_target_towards_what_people_say() -> None:
    """A sentence that only the examples resemble finds its target; a target without any stays where it was."""
    with_examples = replace(FRAMEWORK.targets[0], examples={"nn": ("bru ferje veg", "ferje tunnel veg")})
    taught = rows_of(replace(FRAMEWORK, targets=(with_examples, *FRAMEWORK.targets[1:])))
    assert (taught @ vector_of("ferje veg")).argmax() == 0
    assert taught[0] @ vector_of("ferje veg") > rows_of(FRAMEWORK)[0] @ vector_of("ferje veg")
    assert np.allclose(taught[1:], rows_of(FRAMEWORK)[1:], atol=1e-6)


def test_keywords_are_compared_as_words_and_not_embedded() -> None:
    """Lists of words have no meaning of their own that an encoder could see."""
    listed = replace(FRAMEWORK.targets[0], keywords={"nn": ("anbod", "kontrakt")})
    assert (("anbod, kontrakt", "nn"), 1.0) in target_texts(listed)
    assert framework_texts(replace(FRAMEWORK, targets=(listed, *FRAMEWORK.targets[1:]))) == framework_texts(FRAMEWORK)
