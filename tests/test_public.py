"""The public view: quotes verify in redacted text, ids stay, nothing personal is left, statuses do what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consult.answer.quotes import on_one_line
from consult.publish import publish
from consult.publish.leaks import leaks
from consult.publish.public import public_view
from consult.records import Analysis, Source
from consult.review import reviewing
from consult.run import Finished
from tests.privacy_run import SECRETS, STAYS, analysis_of, decisions_of, personal

__all__ = ["personal"]  # a fixture
WHY = {"role": "coordinator", "reason": "Prøve"}


def by_path(analysis: Analysis, part: str) -> Source:
    """The first source whose path holds a word, by id where paths are redacted."""
    return min((one for one in analysis.sources if part in one.path), key=lambda one: one.locator)


def holds(public: Analysis) -> None:
    """Every quote stands in its source, every source is tiled, every sentence shows what it cites."""
    texts = {source.source_id: source.text for source in public.sources}
    spans: dict[str, list[tuple[int, int]]] = {source_id: [] for source_id in texts}
    for part in (*public.passages, *public.set_aside):
        assert texts[part.source_id][part.start : part.end] == part.text
        spans[part.source_id].append((part.start, part.end))
    for source_id, tiles in spans.items():
        at = 0
        for start, end in sorted(tiles):
            assert start == at
            at = end
        assert at == len(texts[source_id])
    for conclusion in public.conclusions:
        for citation in conclusion.citations:
            assert texts[citation.source_id][citation.start : citation.end] == citation.exact
            assert texts[citation.source_id][: citation.start].endswith(citation.prefix)
            assert not citation.shown or on_one_line(citation.exact) in conclusion.text


def everything(public: Analysis) -> str:
    """All that a writer could print of an analysis."""
    return repr(public)


def test_nothing_personal_is_left_and_the_rest_stays(personal: Finished) -> None:
    """Names, numbers and addresses are gone from every field; bodies, cases and dates are not."""
    public = public_view(analysis_of(personal.out))

    holds(public)
    assert [secret for secret in SECRETS if secret in everything(public)] == []
    assert [word for word in STAYS if word not in everything(public)] == []


def test_the_title_of_a_wider_theme_is_redacted_like_any_title(personal: Finished) -> None:
    """It is made of the same words as the themes below it."""
    whole = analysis_of(personal.out)
    secret = max(SECRETS, key=len)
    themes = tuple(replace(theme, parent=f"Kontakt {secret}") for theme in whole.themes)
    public = public_view(replace(whole, themes=themes))

    assert public.themes
    assert not [theme for theme in public.themes if secret in theme.parent or not theme.parent]


def test_ids_and_numbers_stay(personal: Finished) -> None:
    """A reader of both can follow every id; nothing but words has gone."""
    whole = analysis_of(personal.out)
    public = public_view(whole)

    assert [one.source_id for one in public.sources] == [one.source_id for one in whole.sources]
    assert [one.passage_id for one in public.passages] == [one.passage_id for one in whole.passages]
    assert [one.theme_id for one in public.themes] == [one.theme_id for one in whole.themes]
    assert [one.conclusion_id for one in public.conclusions] == [one.conclusion_id for one in whole.conclusions]
    assert len(public.set_aside) == len(whole.set_aside)
    assert public.findings == ()


def test_no_hash_of_an_original_is_published(personal: Finished) -> None:
    """A short text could be guessed from its hash."""
    whole = analysis_of(personal.out)

    public = {one.source_id: one for one in public_view(whole).sources}
    for one in whole.sources:
        assert (public[one.source_id].sha256 == one.sha256) == (public[one.source_id].text == one.text)


def test_placeholders_say_the_kind_and_keep_persons_apart(personal: Finished) -> None:
    """One number a person within a document, the same for a family name alone."""
    whole = analysis_of(personal.out)
    public = {one.source_id: one for one in public_view(whole).sources}
    letter = public[by_path(whole, "Bråtesveen").source_id]
    notes = public[by_path(whole, "bord2").source_id]

    assert "Eg heiter [namn 1] og bur i [adresse]. Ring [telefon] om" in letter.text
    assert "[om helse]. [namn 1] på garden" in letter.text
    assert letter.path == "innspel_[namn 1].txt"
    assert "Referent: [namn 1]\nTil stede: [namn 2], [namn 3] og tre til" in notes.text
    assert "- [namn 2] fortalde at ho sende brev til Digdir" in notes.text
    assert "- [namn 4] har prøvd" in notes.text  # a name that the letter gives away


def test_a_flagged_category_is_hidden_until_somebody_decides(personal: Finished) -> None:
    """Health is left out while it waits, so that a draft shows nothing nobody has looked at; revealed, it is shown."""
    whole = analysis_of(personal.out)
    (health,) = [one for one in whole.findings if one.kind == "health"]
    assert "nesten blind" not in everything(public_view(whole))
    assert "Mor mi er [om helse]." in everything(public_view(whole))

    with reviewing(personal.out) as desk:
        desk.reveal(health.finding_id, **WHY)
        desk.finish()

    public = public_view(analysis_of(personal.out), decisions_of(personal.out))
    assert "nesten blind etter slag" in everything(public)


def decide(out: Path, source_id: str, publication: str) -> Analysis:
    """The public view after a source's publication is decided."""
    with reviewing(out) as desk:
        desk.publish_as(source_id, publication, **WHY)
        desk.finish()
    return public_view(analysis_of(out), decisions_of(out))


def test_summary_only_quotes_nothing(personal: Finished) -> None:
    """Counts stay, words go: passages, set-aside spans, titles and context of that source."""
    letter = by_path(analysis_of(personal.out), "Bråtesveen").source_id
    public = decide(personal.out, letter, "summary_only")

    holds(public)
    assert "aldri fått svar" not in everything(public)
    assert {one.text for one in public.passages if one.source_id == letter} == {"[ikkje sitert]"}
    assert len(public.conclusions) == len(analysis_of(personal.out).conclusions)


def test_withheld_is_gone(personal: Finished) -> None:
    """Source, passages, quotes and themes that were its alone."""
    letter = by_path(analysis_of(personal.out), "Bråtesveen").source_id
    public = decide(personal.out, letter, "withheld")

    holds(public)
    assert letter not in everything(public)
    assert "aldri fått svar" not in everything(public)
    used = {one.theme_id for one in public.placements} | {one.theme_id for one in public.conclusions}
    assert used == {one.theme_id for one in public.themes}
    assert all(theme.passage_ids for theme in public.themes)


def test_an_organisation_can_be_unnamed(personal: Finished) -> None:
    """Its name goes from contributor, text and title; another placeholder stands for it."""
    body = by_path(analysis_of(personal.out), "landslaget").source_id
    public = decide(personal.out, body, "name_withheld")

    holds(public)
    assert "Landslaget Alle Med" not in everything(public)
    assert next(one for one in public.sources if one.source_id == body).contributor == "[organisasjon 1]"


def test_a_person_can_be_named_by_decision(personal: Finished) -> None:
    """In full, a contributor's own name stays; other names, and the own number, do not."""
    row = by_path(analysis_of(personal.out), "skjema").source_id
    before = next(one for one in public_view(analysis_of(personal.out)).sources if one.source_id == row)
    public = decide(personal.out, row, "full")

    assert before.contributor.startswith("[privatperson ")
    assert next(one for one in public.sources if one.source_id == row).contributor == "Fatuma Warsame"
    assert "494 20 615" not in everything(public)


def test_published_files_hold_nothing(personal: Finished, tmp_path: Path) -> None:
    """Tables, workbook and report of the public view, searched byte by byte; the whole ones would be found out."""
    whole = analysis_of(personal.out)
    info = {"started": "2026-01-01T00:00:00Z", "settings": {"name": "x"}, "laws": []}
    publish(public_view(whole), personal.settings, info, tmp_path / "public")
    publish(whole, personal.settings, info, tmp_path / "whole")

    assert leaks(tmp_path / "public", whole.findings, whole.sources) == []
    found = leaks(tmp_path / "whole", whole.findings, whole.sources)
    assert {line.split(":")[0] for line in found} >= {"tables/passages.csv", "tables.xlsx", "tables/sources.csv"}


def test_a_view_that_forgets_paths_would_be_noticed(personal: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: a name left in a file's name is a leak."""
    monkeypatch.setattr("consult.publish.public_source._path_cuts", lambda *_: ())

    assert "Torgunn_Bråtesveen" in everything(public_view(analysis_of(personal.out)))


def test_machine_made_titles_and_keywords_lose_a_word_that_is_taken_out_later(personal: Finished) -> None:
    """Whatever letters they write it in; other keywords stay, and so does what it is part of."""
    whole = analysis_of(personal.out)
    notes = by_path(whole, "bord2")
    at = notes.text.index("biblioteket")
    with reviewing(personal.out) as desk:
        desk.redact(notes.source_id, at, at + len("biblioteket"), **WHY)
        desk.finish()
    whole = analysis_of(personal.out)
    themes = tuple(
        replace(one, title="Biblioteket i byen", keywords=("biblioteket", "bibliotek")) for one in whole.themes
    )
    public = public_view(replace(whole, themes=themes), decisions_of(personal.out))

    assert {(one.title, one.keywords) for one in public.themes} == {("… i byen", ("bibliotek",))}
    holds(public)


@pytest.mark.parametrize(("title", "shown"), [
    ("Aldri fått svar", "Aldri fått svar"), ("Nummeret mitt", "kurs, svar"),
    ("Eg har sendt innspel tre gonger", "kurs, svar"),
])  # fmt: skip
def test_titles_and_keywords_repeat_nothing_of_what_is_withheld(personal: Finished, title: str, shown: str) -> None:
    """A title that the machine drew from it gives way to the keywords that stay; common words may stand."""
    letter = by_path(analysis_of(personal.out), "Bråtesveen")
    decide(personal.out, letter.source_id, "withheld")
    whole = analysis_of(personal.out)
    themes = tuple(replace(one, title=title, keywords=("nummeret", "kurs", "svar")) for one in whole.themes)
    public = public_view(replace(whole, themes=themes), decisions_of(personal.out))
    assert {(one.title, one.keywords) for one in public.themes} == {(shown, ("kurs", "svar"))}
