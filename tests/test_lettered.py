"""Letters to contributors: their own words whole, and of the others what is published."""

from __future__ import annotations

import html
from dataclasses import replace

from consult.publication import publish
from consult.publish.leaks import TAG
from consult.publish.lettered import lettered
from consult.publish.public import public_view
from consult.review import reviewing
from consult.run import Finished
from tests.privacy_run import SECRETS, analysis_of, personal

__all__ = ["personal"]  # a fixture


def test_sources_and_passages_stay_whole_and_what_is_said_of_all_is_published(personal: Finished) -> None:
    """Titles, conclusions and responses are those of the public; nobody's secret stands in them."""
    whole = analysis_of(personal.out)
    public = public_view(whole)
    made = lettered(whole, public)

    assert (made.sources, made.passages, made.set_aside) == (whole.sources, whole.passages, whole.set_aside)
    assert [one.conclusion_id for one in made.conclusions] == [one.conclusion_id for one in whole.conclusions]
    said = repr([one.text for one in made.conclusions] + [one.title for one in made.themes])
    assert [secret for secret in SECRETS if secret in said] == []
    assert any(secret in one.text for one in whole.conclusions for secret in SECRETS)  # sabotage twin


def test_of_a_conclusion_that_is_not_published_no_word_is_quoted(personal: Finished) -> None:
    """All that it cites is withheld: the sentence stands, its quotes do not."""
    whole = analysis_of(personal.out)
    made = lettered(whole, replace(public_view(whole), conclusions=()))

    assert len(made.conclusions) == len(whole.conclusions)
    for one, other in zip(made.conclusions, whole.conclusions, strict=True):
        for citation in other.citations:
            assert not citation.shown or " ".join(citation.exact.split()) not in one.text


def test_of_a_theme_that_is_not_published_only_its_own_contributor_reads_the_title(personal: Finished) -> None:
    """Two who wrote it and are withheld do not read each other's words in its title, keywords and wider theme."""
    whole = analysis_of(personal.out)
    first, *others = whole.themes
    both = replace(first, passage_ids=tuple(one.passage_id for one in whole.passages), parent="Vidare")
    alone = replace(first, passage_ids=(whole.passages[0].passage_id,), parent="Vidare")
    assert len({one.source_id for one in whole.passages}) > 1
    assert first.keywords

    public = replace(public_view(whole), themes=())
    (made, *_) = lettered(replace(whole, themes=(both, *others)), public).themes
    assert (made.title, made.keywords, made.parent) == ("[halde tilbake]", (), "")
    (made, *_) = lettered(replace(whole, themes=(alone, *others)), public).themes
    assert (made.title, made.keywords, made.parent) == (first.title, first.keywords, "")

    shown = replace(first, title="Synleg", keywords=("lys",), parent="Nett")
    (made, *_) = lettered(replace(whole, themes=(both, *others)), replace(public, themes=(shown,))).themes
    assert (made.title, made.keywords, made.parent) == ("Synleg", ("lys",), "Nett")


def test_no_letter_holds_what_another_wrote_of_somebody(personal: Finished) -> None:
    """Whoever gets a letter reads no name and number that they have not written themselves."""
    first, *others = [one.theme_id for one in analysis_of(personal.out).themes]
    with reviewing(personal.out) as desk:
        for other in others:
            desk.merge(first, other, role="coordinator", reason="Alle i eitt tema")
        desk.finish()
    publish(personal.out)
    for source in analysis_of(personal.out).sources:
        own = f"{source.text} {source.path} {source.contributor}"
        page = (personal.out / "internal" / "receipts" / f"{source.source_id}.html").read_text(encoding="utf-8")
        said = TAG.sub(" ", html.unescape(page))
        assert [secret for secret in SECRETS if secret in said and secret not in own] == []
