"""An analysis as it may be published: the same ids, and nobody's name, number or address.

In: an analysis with its findings, and people's decisions. Out: an analysis whose sources, passages, spans, quotes and
sentences are those of the redacted texts, so that every writer runs on it as on the whole one. Guaranteed: a quote is
what its redacted source says at its offsets; passages and set-aside spans still tile; a quote that touches what is
taken out shows the placeholder; of a source that is only summed up nothing is quoted; a withheld one is gone, and only
`consult.privacy.withheld_in` counts it. Ids stay; hashes are of redacted text, and no offset into an original remains.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from consult.answer.privacy import Standing, standing
from consult.answer.quotes import on_one_line
from consult.answer.replay import remaining_copies
from consult.messages import languages, messages
from consult.our_words import settled_texts
from consult.publish.leaks import terms_of
from consult.publish.public_source import View, sender_of, view_of
from consult.publish.titles import Titles, without_terms
from consult.read.redaction import Known, placeholder
from consult.records import (
    Analysis,
    Conclusion,
    Decision,
    Finding,
    Passage,
    Placement,
    Publication,
    Response,
    SetAside,
    Source,
)
from consult.speakers import known_by


def public_view(
    analysis: Analysis, decisions: Sequence[Decision] = (), settings: Mapping[str, Any] | None = None
) -> Analysis:
    """The analysis as it may be published after `decisions`; `analysis.findings` are those of the run.

    settings: as a run keeps them; words of theirs are nobody's.
    """
    stands = standing(analysis.findings, analysis.sources, decisions)
    shown = [source for source in analysis.sources if stands.publications[source.source_id] != "withheld"]
    views = _views(analysis, shown, stands)
    everybody = Known.of(_whole(views.values()), _stands_for(views.values()))
    views = {source_id: replace(view, others=everybody) for source_id, view in views.items()}
    passages = tuple(views[p.source_id].passage(p) for p in analysis.passages if p.source_id in views)
    here = {passage.passage_id for passage in passages}
    terms = terms_of(stands.findings, analysis.sources, settled_texts(settings or {}))
    titles = Titles(everybody, analysis, stands, decisions, terms)
    themes = tuple(titles.theme(one, here) for one in analysis.themes if here & set(one.passage_ids))
    alive = {theme.theme_id for theme in themes}
    quoted = (_conclusion(one, views, everybody) for one in analysis.conclusions if one.theme_id in alive)
    concluded = (without_terms(one, terms) for one in quoted if one is not None)
    return replace(
        analysis,
        sources=tuple(views[source.source_id].source for source in shown),
        passages=passages,
        set_aside=tuple(views[s.source_id].aside(s) for s in analysis.set_aside if s.source_id in views),
        duplicates=remaining_copies(analysis.duplicates, here),
        themes=themes,
        placements=tuple(_placement(one, everybody) for one in analysis.placements if _stays(one, here, alive)),
        conclusions=tuple(concluded),
        not_reflected=tuple(one for one in analysis.not_reflected if one.passage_id in here),
        responses=tuple(_response(one, everybody) for one in analysis.responses if one.theme_id in alive),
        findings=(),
        drafts=(),
    )


# -- the sources ------------------------------------------------------------------------------------------


def _views(analysis: Analysis, sources: Sequence[Source], stands: Standing) -> dict[str, View]:
    """Source id → how it looks to the public."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    for one in stands.findings:
        findings[one.source_id].append(one)
    spans: dict[str, list[Passage | SetAside]] = defaultdict(list)
    for passage in analysis.passages:
        spans[passage.source_id].append(passage)
    for aside in analysis.set_aside:
        spans[aside.source_id].append(aside)
    pseudonyms = _pseudonyms(sources, stands.publications, findings)
    return {
        source.source_id: view_of(
            source, findings[source.source_id], spans[source.source_id],
            stands.publications[source.source_id], pseudonyms.get(source.source_id, ""),
        )
        for source in sources
    }  # fmt: skip


def _pseudonyms(
    sources: Sequence[Source], publications: Mapping[str, Publication], findings: Mapping[str, Sequence[Finding]]
) -> dict[str, str]:
    """Source id → what stands for its contributor, the same for all that one contributor sent."""
    numbers: dict[tuple[bool, str], int] = {}
    given: Counter[bool] = Counter()
    found = {}
    for source in sorted(sources, key=lambda one: one.source_id):
        named = sender_of(source)
        who = (source.voice == "organisation", known_by(named, source.voice) or source.source_id)
        if named.strip() and not _named(source, publications[source.source_id], findings[source.source_id]):
            if who not in numbers:
                given[who[0]] += 1
                numbers[who] = given[who[0]]
            kind = "organisation" if who[0] else "person"
            found[source.source_id] = placeholder(kind, source.language, numbers[who])
    return found


def _named(source: Source, publication: Publication, findings: Iterable[Finding]) -> bool:
    """Whether a contributor's name is shown: in full, or because it is neither a person's nor an organisation's."""
    if publication == "full":
        return True
    return source.voice != "organisation" and not any(one.hidden for one in findings if one.where == "contributor")


# -- what is said of several sources --------------------------------------------------------------------


def _whole(views: Iterable[View]) -> list[str]:
    """Words that give a person away wherever they stand: whole names, numbers, addresses; not a given name alone."""
    return [words for view in views for words in view.known.stands_for if " " in words or re.search(r"[\d@]", words)]


def _stands_for(views: Iterable[View]) -> dict[str, str]:
    return {words: shown for view in views for words, shown in view.known.stands_for.items()}


def _stays(placement: Placement, here: set[str], alive: set[str]) -> bool:
    return placement.theme_id in alive and (not placement.passage_id or placement.passage_id in here)


def _placement(placement: Placement, everybody: Known) -> Placement:
    return replace(placement, evidence=everybody.without(placement.evidence))


def _response(response: Response, everybody: Known) -> Response:
    texts = {key: everybody.without(getattr(response, key)) for key in ("reason", "responsible", "next_step")}
    return replace(response, **texts)


def _conclusion(conclusion: Conclusion, views: Mapping[str, View], everybody: Known) -> Conclusion | None:
    """A conclusion with its quotes as they may be shown; None where all that it cites is withheld."""
    kept, text = [], conclusion.text
    for citation in sorted(conclusion.citations, key=lambda one: -len(one.exact)):
        view = views.get(citation.source_id)
        public = view.citation(citation) if view else None
        if public is not None:
            kept.append(public)
        if citation.shown:
            new = public.exact if public else placeholder("withheld", conclusion.language)
            text = requoted(text, citation.exact, new, conclusion.language)
    if not kept:
        return None
    order = {(one.passage_id, one.shown): at for at, one in enumerate(conclusion.citations)}
    kept.sort(key=lambda one: order[one.passage_id, one.shown])
    return replace(conclusion, text=everybody.without(text), citations=tuple(kept))


def requoted(text: str, old: str, new: str, language: str) -> str:
    """`text` with one quote in the place of another: between quotation marks where it stands so."""
    before, after = on_one_line(old), on_one_line(new)
    if before == after:
        return text
    if language in languages():
        message = messages(language)
        marked = message("answer-quote", text=before)
        if marked in text:
            return text.replace(marked, message("answer-quote", text=after))
    return text.replace(before, after)
