"""Themes → conclusions: one to four sentences each, in every output language, around exact quotes.

In: themes with their passages, sources, placements, copies and vectors. Out: conclusions with their
citations, and each passage that none of them reflects, with the reason. Guaranteed: the words between
quotes come from message catalogues, their numbers from the records; a quote is `source.text[start:end]`;
each passage of a theme is cited (shown, or counted) or listed as not reflected; a theme of one passage
has a conclusion of its own; nothing depends on the order of what comes in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consult.answer.plan import Plan, Words, plan_theme, usual_likeness
from consult.answer.quotes import cite, quote_span
from consult.answer.sentence import Subject, sentence
from consult.messages import messages
from consult.records import Conclusion, NotReflected, Passage, Placement, Source, Theme, content_id
from consult.settings import Settings
from consult.themes.keyness import Reading, Vectors, keyness, read_words
from consult.themes.title import Named, in_sentence, name_groups, names_in

APART = "apart"
"""The reason for a passage that is less like all that its theme's conclusions show than passages usually are;
its sentence stands in the catalogues under `answer-reason-apart`."""

LABELLED = 0.5
"""Share of a point's passages that must say a word of its name, for the name to be used."""

READABLE = {"nn": ("nn", "nb"), "nb": ("nb", "nn"), "en": ("en",)}
"""Languages in which a title may stand inside a sentence of an output language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What the themes say, and the remainder."""

    conclusions: tuple[Conclusion, ...]
    not_reflected: tuple[NotReflected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What every conclusion draws on."""

    sources: Mapping[str, Source]
    passages: Mapping[str, Passage]
    readings: Mapping[str, Reading]
    weights: Mapping[str, Mapping[str, float]]  # theme id → key → weight
    target: Mapping[str, str]  # theme id → where the theme is placed first


def conclude(
    themes: Sequence[Theme],
    passages: Sequence[Passage],
    sources: Sequence[Source],
    placements: Sequence[Placement],
    duplicates: Mapping[str, str],
    vectors: Vectors,
    settings: Settings,
) -> Concluded:
    """Conclusions sorted by theme, then language in the order of settings, then largest point first.

    duplicates: passage id → id of the passage whose text it repeats. vectors: passage id → (d,) unit row.
    Raises AssertionError where a quote is not what its source says: a defect, never the user's fault.
    """
    ordered = sorted(themes, key=lambda theme: theme.theme_id)
    corpus = _corpus(ordered, passages, sources, placements, vectors)
    usual = usual_likeness(vectors)
    plans = [
        plan_theme(
            [corpus.passages[passage_id] for passage_id in theme.passage_ids],
            duplicates,
            vectors,
            Words(weights=corpus.weights[theme.theme_id], readings=corpus.readings),
            usual,
        )
        for theme in ordered
    ]
    conclusions = [
        conclusion
        for language, subjects in _subjects(ordered, plans, corpus, vectors, settings.languages).items()
        for theme, plan, about in zip(ordered, plans, subjects, strict=True)
        for conclusion in _conclusions(theme, plan, about, corpus, language)
    ]
    rank = {language: at for at, language in enumerate(settings.languages)}
    apart = [
        NotReflected(passage_id=passage.passage_id, theme_id=theme.theme_id, reason=APART)
        for theme, plan in zip(ordered, plans, strict=True)
        for passage in plan.apart
    ]
    return Concluded(
        conclusions=tuple(sorted(conclusions, key=lambda one: (one.theme_id, rank[one.language]))),
        not_reflected=tuple(sorted(apart, key=lambda one: one.passage_id)),
    )


def _corpus(
    themes: Sequence[Theme],
    passages: Iterable[Passage],
    sources: Iterable[Source],
    placements: Iterable[Placement],
    vectors: Vectors,
) -> Corpus:
    """Everything by id, and the words of the passages read once."""
    by_id = {passage.passage_id: passage for passage in passages}
    readings = read_words(tuple(by_id.values()))
    weights = keyness([[by_id[passage_id] for passage_id in theme.passage_ids] for theme in themes], readings, vectors)
    return Corpus(
        sources={source.source_id: source for source in sources},
        passages=by_id,
        readings=readings,
        weights={theme.theme_id: found for theme, found in zip(themes, weights, strict=True)},
        target=_targets(placements),
    )


def _targets(placements: Iterable[Placement]) -> dict[str, str]:
    """Theme id → the target of its most probable placement."""
    best: dict[str, Placement] = {}
    for placement in sorted((p for p in placements if not p.passage_id), key=lambda p: (-p.probability, p.target)):
        best.setdefault(placement.theme_id, placement)
    return {theme_id: placement.target for theme_id, placement in best.items()}


def _subjects(
    themes: Sequence[Theme], plans: Sequence[Plan], corpus: Corpus, vectors: Vectors, languages: Sequence[str]
) -> dict[str, list[list[Subject]]]:
    """Language → theme → draft → what its sentence is about.

    A title that a person gave is in the main language; the others then do without.
    """
    groups = [[corpus.passages[passage_id] for passage_id in theme.passage_ids] for theme in themes]
    named = {language: name_groups(groups, corpus.readings, vectors, language) for language in languages}
    renamed = [theme.title != found.title for theme, found in zip(themes, named[languages[0]], strict=True)]
    names = names_in(corpus.readings)
    subjects = {}
    for language in languages:
        labels = iter(_labels(plans, corpus, vectors, language))
        titles = [
            (theme.title if language == languages[0] else "") if own else _readable(found, language)
            for theme, found, own in zip(themes, named[language], renamed, strict=True)
        ]
        subjects[language] = [
            [_subject(title, next(labels), number, plan, names) for number in range(len(plan.drafts))]
            for title, plan in zip(titles, plans, strict=True)
        ]
    return subjects


def _labels(plans: Sequence[Plan], corpus: Corpus, vectors: Vectors, language: str) -> list[str]:
    """A name for each draft of each theme, against all the others.

    Empty where it is in a foreign language, or where fewer than `LABELLED` of the passages say any of its
    words: what one of ten says does not name the ten.
    """
    groups = [draft.passages for plan in plans for draft in plan.drafts]
    named = name_groups(groups, corpus.readings, vectors, language, join=False)
    return [
        _readable(found, language) if _said_by(found, group, corpus) >= LABELLED * len(group) else ""
        for found, group in zip(named, groups, strict=True)
    ]


def _said_by(named: Named, group: Sequence[Passage], corpus: Corpus) -> int:
    """How many passages say a word of the name."""
    return sum(not corpus.readings[passage.passage_id].keys.keys().isdisjoint(named.keys) for passage in group)


def _readable(named: Named, language: str) -> str:
    return named.title if named.language in READABLE.get(language, (language,)) else ""


def _subject(title: str, label: str, number: int, plan: Plan, names: frozenset[str]) -> Subject:
    """A label is needed only where a theme has several points, and says something only if it is not the title."""
    apart = len(plan.drafts) > 1 and label.casefold() != title.casefold()
    return Subject(
        title=in_sentence(title, names),
        label=in_sentence(label, names) if apart else "",
        first=number == 0,
        theme_sources=len({passage.source_id for draft in plan.drafts for passage in draft.passages}),
    )


def _conclusions(
    theme: Theme, plan: Plan, subjects: Sequence[Subject], corpus: Corpus, language: str
) -> Iterator[Conclusion]:
    """The conclusions of one theme in one language."""
    message = messages(language)
    for draft, subject in zip(plan.drafts, subjects, strict=True):
        shown = [statement.passage for statement in draft.shown]
        spans = [quote_span(passage, corpus.weights[theme.theme_id]) for passage in shown]
        conclusion_id = content_id("c", theme.theme_id, language, *(passage.passage_id for passage in shown))
        quoted = [
            cite(conclusion_id, passage, corpus.sources[passage.source_id], span)
            for passage, span in zip(shown, spans, strict=True)
        ]
        seen = {passage.passage_id for passage in shown}
        counted = [
            cite(conclusion_id, passage, corpus.sources[passage.source_id])
            for passage in sorted(draft.passages, key=lambda passage: passage.passage_id)
            if passage.passage_id not in seen
        ]
        yield Conclusion(
            conclusion_id=conclusion_id,
            theme_id=theme.theme_id,
            target=corpus.target.get(theme.theme_id, ""),
            language=language,
            text=sentence(draft, [citation.exact for citation in quoted], subject, corpus.sources, message),
            citations=(*quoted, *counted),
        )
