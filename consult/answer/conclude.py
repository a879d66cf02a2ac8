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
from typing import Any

from consult.answer.plan import Draft, Words, plan_theme, usual_likeness
from consult.answer.quotes import cite, quote_span
from consult.answer.sentence import Subject, sentence
from consult.messages import Message, messages
from consult.records import Conclusion, NotReflected, Passage, Placement, Source, Theme, content_id
from consult.settings import Settings
from consult.themes.keyness import SHORTEST_PART, Reading, Vectors, keyness, read_words
from consult.themes.title import names_a_thing
from consult.themes.wording import in_sentence, names_in
from consult.themes.words import words_of

BORNE_OUT = 0.5
"""Share of what a sentence cites that must say a word of the title for it to stand there; all that it quotes must."""

READABLE = {"nn": ("nn", "nb"), "nb": ("nb", "nn")}
"""Languages in which a title may stand inside a sentence of an output language; others only in their own."""


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
    names: frozenset[str]  # words, in small letters, that are written as names
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
        for language in settings.languages
        for theme, drafts in zip(ordered, plans, strict=True)
        for conclusion in _conclusions(theme, drafts, corpus, language, settings.languages[0])
    ]
    rank = {language: at for at, language in enumerate(settings.languages)}
    return Concluded(
        conclusions=tuple(sorted(conclusions, key=lambda one: (one.theme_id, rank[one.language]))),
        not_reflected=(),
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
        names=names_in(readings),
        weights={theme.theme_id: found for theme, found in zip(themes, weights, strict=True)},
        target=_targets(placements),
    )


def _targets(placements: Iterable[Placement]) -> dict[str, str]:
    """Theme id → the target of its most probable placement."""
    best: dict[str, Placement] = {}
    for placement in sorted((p for p in placements if not p.passage_id), key=lambda p: (-p.probability, p.target)):
        best.setdefault(placement.theme_id, placement)
    return {theme_id: placement.target for theme_id, placement in best.items()}


def _conclusions(
    theme: Theme, drafts: Sequence[Draft], corpus: Corpus, language: str, main: str
) -> Iterator[Conclusion]:
    """The conclusions of one theme in one language; its title is in the main language, and stands in no other."""
    message = messages(language)
    title = in_sentence(theme.title, corpus.names) if language == main and names_a_thing(theme.title, main) else ""
    keys = _keys_of(theme.title, main)
    for number, draft in enumerate(drafts):
        named = title if _bears_out(draft, keys, corpus, language) else ""
        subject = Subject(title=named, first=number == 0)
        yield _conclusion(theme, draft, subject, corpus, message, language)


def _keys_of(title: str, language: str) -> frozenset[str]:
    """What carries the subject of a title, read in each language that it may be in."""
    spoken: Sequence[Any] = READABLE.get(language, (language,))
    return frozenset(word.key for words in words_of([title] * len(spoken), spoken) for word in words if word.key)


def _bears_out(draft: Draft, keys: frozenset[str], corpus: Corpus, language: str) -> bool:
    """Whether all that is quoted, and enough of what is cited, is about the title, in a language that goes with it."""

    def about(passage: Passage) -> bool:
        reading = corpus.readings[passage.passage_id]
        readable = passage.language in READABLE.get(language, (language,))
        return readable and any(_same(said, key) for said in (*reading.keys, *reading.above) for key in keys)

    bearing = sum(map(about, draft.passages))
    return all(about(one.passage) for one in draft.shown) and bearing >= BORNE_OUT * len(draft.passages)


def _same(one: str, other: str) -> bool:
    """Whether two keys are one word, or one ends or begins with the other: *register, lobbyregister*."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= SHORTEST_PART and (long.startswith(short) or long.endswith(short)))


def _conclusion(
    theme: Theme, draft: Draft, subject: Subject, corpus: Corpus, message: Message, language: str
) -> Conclusion:
    """One draft as a conclusion: its quotes cut, its sentence said, every passage of it cited."""
    shown = [statement.passage for statement in draft.shown]
    conclusion_id = content_id("c", theme.theme_id, language, *(passage.passage_id for passage in shown))
    weights = corpus.weights[theme.theme_id]
    quoted = [cite(conclusion_id, p, corpus.sources[p.source_id], quote_span(p, weights)) for p in shown]
    seen = {passage.passage_id for passage in shown}
    counted = [
        cite(conclusion_id, passage, corpus.sources[passage.source_id])
        for passage in sorted(draft.passages, key=lambda passage: passage.passage_id)
        if passage.passage_id not in seen
    ]
    return Conclusion(
        conclusion_id=conclusion_id,
        theme_id=theme.theme_id,
        target=corpus.target.get(theme.theme_id, ""),
        language=language,
        text=sentence(draft, [citation.exact for citation in quoted], subject, corpus.sources, message),
        citations=(*quoted, *counted),
    )
