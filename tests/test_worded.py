"""What readers are told where not all text is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.messages import messages, publication_languages
from consult.publish.feedback import feedback
from consult.publish.outline import outline
from consult.publish.report import report
from consult.publish.worded import UNNAMED, proposed, worded
from consult.records import Analysis
from consult.settings import Settings
from consult.writer_settings import WriterSettings
from tests import sample_analysis as sample
from tests.publication_cases import telling
from tests.test_feedback import words


def settings(**changes: object) -> Settings:
    """The sample's, with a model."""
    return replace(sample.settings(), writer=WriterSettings(on=True, model="modell-7", **changes))  # type: ignore[arg-type]


def analysis(*ways: str) -> Analysis:
    """The sample with its first nynorsk conclusions made so."""
    found, left = sample.analysis(), list(ways)
    conclusions = tuple(
        replace(one, how=left.pop(0)) if one.language == "nn" and left else one for one in found.conclusions
    )
    return replace(found, conclusions=conclusions)


@pytest.mark.parametrize("language", publication_languages())
def test_nothing_is_told_where_all_is_quoted(language: str) -> None:
    """No sentence, whatever the settings: a writer that was on and kept nothing has worded nothing."""
    assert worded(["extracted", "extracted"], settings(), messages(language)) == ()
    assert worded([], settings(), messages(language)) == ()


@pytest.mark.parametrize("language", publication_languages())
def test_counts_model_and_rest_are_told(language: str) -> None:
    """Two drafted, one edited, one quoted: three sentences, with the counts and the model's name."""
    told = worded(["drafted", "edited", "extracted", "drafted"], settings(), messages(language))
    assert len(told) == 3
    assert "2" in told[0]
    assert "modell-7" in told[0]


def test_without_a_rest_none_is_told() -> None:
    """Everything edited: one sentence, and no model."""
    told = worded(["edited", "edited"], settings(), messages("nn"))
    assert told == ("2 konklusjonar er formulerte av menneske.",)


def test_a_model_that_settings_no_longer_name_is_a_dash() -> None:
    """The sentence stays whole."""
    told = worded(["drafted"], sample.settings(), messages("nn"))
    assert f"({UNNAMED})" in told[0]


def test_the_report_never_says_that_nothing_is_invented_beside_drafted_text() -> None:
    """With one drafted conclusion the notice tells so instead; without, it stands as it was."""
    m, plain = messages("nn"), report(sample.analysis(), settings(), sample.run_info()).decode()
    drafted = report(analysis("drafted", "edited"), settings(), sample.run_info()).decode()

    assert m("report-proposed") in plain
    assert m("report-proposed") not in drafted
    assert m("report-proposed-worded") in drafted
    assert m("writer-method", drafted=1, model="modell-7") in drafted
    assert m("worded-edited", edited=1) in drafted


def test_only_what_the_page_shows_is_counted() -> None:
    """A conclusion of another output language is not on this page."""
    plan = outline(analysis("drafted"), settings(), "nn")
    assert "Éi setning" in proposed(plan, settings(), messages("nn"))[1]


@pytest.mark.parametrize("language", publication_languages())
def test_the_method_tells_it_too(language: str) -> None:
    """Counts, where statements were sent, and no claim that nothing left the machine."""
    m = messages(language)
    found = words(feedback(telling(language, analysis("drafted"), settings=settings(address="https://ki.example/v1"))))
    plain = words(feedback(telling(language)))

    assert m("feedback-method-lead") in plain
    assert m("feedback-method-lead") not in found
    assert "ki.example" in found
    assert m("feedback-method-conclude") in plain
    if language in ("nn", "da", "sv"):  # the nearest of them is drafted
        assert "modell-7" in found
