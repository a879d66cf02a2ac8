"""An analysis as it may be published: the same ids, and nobody's name, number or address.

In: an analysis with its findings, and people's decisions. Out: an analysis whose sources, passages, spans, quotes and
sentences are those of the redacted texts, so that every writer runs on it as on the whole one. Guaranteed: a quote is
what its redacted source says at its offsets; passages and set-aside spans still tile; a quote that touches what is
taken out shows the placeholder; of a source that is only summed up nothing is quoted; a withheld one is gone, and only
`consult.privacy.withheld_in` counts it. Ids stay; hashes are of redacted text, and no offset into an original remains.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from consult.answer.privacy import Standing, standing
from consult.answer.quotes import on_one_line
from consult.answer.replay import remaining_copies
from consult.messages import languages, messages
from consult.our_words import settled_texts
from consult.publish.leaks import terms_of
from consult.publish.titles import Titles, without_terms
from consult.read.known_names import names_in_path
from consult.read.public_names import is_public
from consult.read.redaction import Cut, Known, Redaction, cut_at, cuts_of, placeholder
from consult.records import (
    AFFIX,
    Analysis,
    Block,
    Citation,
    Conclusion,
    Context,
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

NAME_WORDS = 6  # a title with more is a sentence


@dataclass(frozen=True, kw_only=True)
class PublicSource(Source):
    """A source in its redacted form, under the id of the whole one."""

    known_as: str

    @cached_property
    def source_id(self) -> str:
        """The id of the source as it was read."""
        return self.known_as


@dataclass(frozen=True, kw_only=True)
class PublicPassage(Passage):
    """A passage of a redacted source, under the id of the whole one."""

    known_as: str

    @cached_property
    def passage_id(self) -> str:
        """The id of the passage as it was read."""
        return self.known_as


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


# -- one source -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class View:
    """One source, and how each of its spans looks to the public."""

    whole: Source
    redaction: Redaction
    publication: Publication
    contributor: str
    path: str
    known: Known
    others: Known = field(default_factory=lambda: Known.of(()))

    def clean(self, text: str) -> str:
        """A text beside the source's own, without what gives anybody away: a sheet may be called as a person."""
        return self.others.without(self.known.without(text))

    @cached_property
    def source(self) -> PublicSource:
        """The source in its redacted form."""
        whole, quoted = self.whole, self.publication != "summary_only"
        blocks = tuple(
            replace(block, start=start, end=end, label=self.clean(block.label))
            for block, (start, end) in self._blocks()
        )
        return PublicSource(
            known_as=whole.source_id, path=self.path, locator=self.clean(whole.locator),
            sha256=hashlib.sha256(self.redaction.redacted.encode()).hexdigest(), format=whole.format,
            text=self.redaction.redacted, blocks=blocks, voice=whole.voice, contributor=self.contributor,
            language=whole.language, title=self.clean(whole.title) if quoted else "",
            event=self.clean(whole.event), date=whole.date, status=whole.status, reason=whole.reason,
            occurrence=whole.occurrence,
        )  # fmt: skip

    def _blocks(self) -> Iterator[tuple[Block, tuple[int, int]]]:
        """Blocks with their spans; of two that share one placeholder the first holds it."""
        at = 0
        for block in self.whole.blocks:
            start, end = self.redaction.to_redacted(block.start, block.end)
            if max(start, at) < end:
                yield block, (max(start, at), end)
                at = end

    def passage(self, passage: Passage) -> PublicPassage:
        """A passage of the source, in its redacted words."""
        start, end = self.redaction.to_redacted(passage.start, passage.end)
        around, clean = passage.context, self.clean
        context = Context() if self.publication == "summary_only" else Context(
            document=clean(around.document), headings=tuple(map(clean, around.headings)), parent=clean(around.parent),
            question=clean(around.question), before=clean(around.before), after=clean(around.after),
        )  # fmt: skip
        return PublicPassage(
            known_as=passage.passage_id, source_id=passage.source_id, start=start, end=end,
            text=self.redaction.redacted[start:end], language=passage.language, voice=passage.voice,
            page=passage.page, context=context,
        )  # fmt: skip

    def aside(self, span: SetAside) -> SetAside:
        """A set-aside span of the source, in its redacted words."""
        start, end = self.redaction.to_redacted(span.start, span.end)
        return replace(span, start=start, end=end, text=self.redaction.redacted[start:end])

    def citation(self, citation: Citation) -> Citation:
        """A quote from the source, as its redacted text has it."""
        start, end = self.redaction.to_redacted(citation.start, citation.end)
        text = self.redaction.redacted
        return replace(
            citation, start=start, end=end, exact=text[start:end],
            prefix=text[max(0, start - AFFIX) : start], suffix=text[end : end + AFFIX],
        )  # fmt: skip


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
        source.source_id: _view(
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


def sender_of(source: Source) -> str:
    """Who sent a source: its contributor, or an organisation that heads its letter, or nobody."""
    headed = source.voice == "organisation" and len(source.title.split()) <= NAME_WORDS and is_public(source.title)
    return source.contributor or (source.title if headed else "")


def _named(source: Source, publication: Publication, findings: Iterable[Finding]) -> bool:
    """Whether a contributor's name is shown: in full, or because it is neither a person's nor an organisation's."""
    if publication == "full":
        return True
    return source.voice != "organisation" and not any(one.hidden for one in findings if one.where == "contributor")


def _view(
    source: Source,
    findings: Sequence[Finding],
    spans: Sequence[Passage | SetAside],
    publication: Publication,
    pseudonym: str,
) -> View:
    cuts = _cuts(source, findings, spans, publication, pseudonym)
    redaction = Redaction(source.text, cuts if publication == "summary_only" else _with_facts(source, cuts))
    words = {on_one_line(source.text[cut.start : cut.end]): cut.placeholder for cut in cuts}
    hidden = [one for one in findings if one.hidden]
    if pseudonym:
        words[on_one_line(sender_of(source))] = pseudonym
    path = Redaction(source.path, _path_cuts(source, hidden, pseudonym)).redacted
    return View(
        whole=source, redaction=redaction, publication=publication, contributor=pseudonym or source.contributor,
        path=path, known=Known.of(words, words),
    )  # fmt: skip


def _cuts(
    source: Source,
    findings: Sequence[Finding],
    spans: Sequence[Passage | SetAside],
    publication: Publication,
    pseudonym: str,
) -> tuple[Cut, ...]:
    """What is taken out of a source's text; never across the border of a passage, so that spans still tile."""
    if publication == "summary_only":
        words = placeholder("words", source.language)
        return tuple(Cut(start=s.start, end=s.end, placeholder=words) for s in spans if s.text.strip())
    borders = {edge for span in spans for edge in (span.start, span.end)}
    cuts = cuts_of((one for one in findings if one.where == "text"), source.language, borders)
    if not pseudonym or source.voice != "organisation":
        return cuts
    name = r"\s+".join(map(re.escape, sender_of(source).split()))
    form = re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)
    own = (cut for f in form.finditer(source.text) for cut in cut_at(sorted(borders), *f.span(), pseudonym))
    return (*cuts, *(cut for cut in own if all(cut.end <= c.start or c.end <= cut.start for c in cuts)))


def _with_facts(source: Source, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """The cuts, and what a row of a form tells of who answers: the question stays, the answer is not shown."""
    words = placeholder("respondent", source.language)
    told = [block for block in source.blocks if block.kind == "respondent"]
    facts = [Cut(start=_behind_question(source.text, block), end=block.end, placeholder=words) for block in told]
    kept = [cut for cut in cuts if all(cut.end <= fact.start or fact.end <= cut.start for fact in facts)]
    return (*kept, *facts)


def _behind_question(text: str, block: Block) -> int:
    """Where the answer begins in a block of a question and what was chosen; without the question, the block itself."""
    question = f"{block.label}: "
    return block.start + len(question) * (text.startswith(question, block.start) and bool(block.label))


def _path_cuts(source: Source, hidden: Iterable[Finding], pseudonym: str) -> tuple[Cut, ...]:
    """What is taken out of a file's name."""
    cuts = list(cuts_of((one for one in hidden if one.where == "path"), source.language))
    for found in names_in_path(source.path, [sender_of(source)]) if pseudonym else ():
        if all(found.end <= cut.start or cut.end <= found.start for cut in cuts):
            cuts.append(Cut(start=found.start, end=found.end, placeholder=pseudonym))
    return tuple(cuts)


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
            text = _requoted(text, citation.exact, new, conclusion.language)
    if not kept:
        return None
    order = {(one.passage_id, one.shown): at for at, one in enumerate(conclusion.citations)}
    kept.sort(key=lambda one: order[one.passage_id, one.shown])
    return replace(conclusion, text=everybody.without(text), citations=tuple(kept))


def _requoted(text: str, old: str, new: str, language: str) -> str:
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
