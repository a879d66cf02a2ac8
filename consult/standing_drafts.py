"""What a model drafted and still stands, for those who decide: titles, lines of an overview, rewrites, translations.

In: a ledger and its analysis. Out: drafts in a fixed order. Guaranteed: each passed the gate, and is of the passages as
they are now and may be sent; one whose passages changed, or were withheld or redacted since, is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from consult.answer.sendable import sendable, stretch_of
from consult.answer.wordings import APPLIED, Wording
from consult.ledger import Ledger
from consult.records import Analysis, Conclusion, Draft, Passage, Theme


def standing_drafts(ledger: Ledger, analysis: Analysis) -> tuple[Draft, ...]:
    """Every draft that stands; of what words a conclusion, that which is the conclusion's text."""
    made = ledger.wordings()
    if not made:
        return ()
    safe = sendable(analysis.passages, analysis.sources, ledger.proposed().findings, ledger.decisions())
    themes = {theme.theme_id: theme for theme in analysis.themes}
    conclusions = {one.conclusion_id: one for one in analysis.conclusions}
    worded = {  # the latest task of those whose words are the conclusion's
        one.stands_for: one
        for one in sorted(made, key=lambda one: APPLIED.index(one.task) if one.task in APPLIED else -1)
        if one.task in APPLIED and _is_text_of(one, conclusions)
    }
    beside = [one for one in made if one.task not in APPLIED and _is_of(one, themes, safe)]
    found = [_draft(wording, made, conclusions) for wording in (*worded.values(), *beside)]
    return tuple(sorted(found, key=lambda one: (one.theme_id, one.task, one.target, one.language, one.stands_for)))


def _is_text_of(wording: Wording, conclusions: Mapping[str, Conclusion]) -> bool:
    conclusion = conclusions.get(wording.stands_for)
    return conclusion is not None and conclusion.how == "drafted" and conclusion.text == wording.text


def _is_of(wording: Wording, themes: Mapping[str, Theme], safe: Mapping[str, Passage]) -> bool:
    """Whether a title or a line of an overview is of what its theme holds now."""
    theme = themes.get(wording.theme_id)
    return theme is not None and wording.point == stretch_of(_sent(theme.passage_ids, wording, safe), safe) != ""


def _sent(members: Iterable[str], wording: Wording, safe: Mapping[str, Passage]) -> Sequence[str]:
    return [*(one for one in members if one in safe), *wording.passage_ids]


def _draft(wording: Wording, made: Iterable[Wording], conclusions: Mapping[str, Conclusion]) -> Draft:
    target, _, theme_id = wording.stands_for.rpartition(" ")
    return Draft(
        task=wording.task,
        stands_for=theme_id,
        theme_id=wording.theme_id,
        target=target,
        language=wording.language,
        text=wording.text,
        passage_ids=wording.passage_ids,
        model=wording.model,
        before=_before(wording, made, conclusions),
    )


def _before(wording: Wording, made: Iterable[Wording], conclusions: Mapping[str, Conclusion]) -> str:
    """What a rewrite started from; or a translation, where one conclusion in another language cites the same."""
    if wording.task == "plain":
        same = (one for one in made if one.task == "conclusions" and one.stands_for == wording.stands_for)
        return next((one.text for one in same), "")
    if wording.task != "translate":
        return ""
    own = {*wording.passage_ids}
    others = [
        one.text
        for one in conclusions.values()
        if one.theme_id == wording.theme_id
        and one.language != wording.language
        and own == {citation.passage_id for citation in one.citations}
    ]
    return others[0] if len(others) == 1 else ""
