"""What each theme of an analysis gives a sentence to stand on, and the texts whose meaning must be known for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from consult.answer.gate import scopes
from consult.answer.gate.clauses import read
from consult.answer.gate.sentence import Detector, Ground, Sentence, Vector
from consult.answer.quotes import on_one_line
from consult.records import Analysis, Framework, Passage


def grounds(
    analysis: Analysis, framework: Framework, vectors: Mapping[str, Vector], detect: Detector | None = None
) -> dict[str, Ground]:
    """Theme id → its ground. vectors: text → unit row, for as many of `texts_of` as are known."""
    passages = {passage.passage_id: passage for passage in analysis.passages}
    sources = {source.source_id: source for source in analysis.sources}
    titles = {target.target_id: tuple(sorted(set(target.title.values()))) for target in framework.targets}
    targets: dict[str, set[str]] = defaultdict(set)
    for placement in analysis.placements:
        if placement.target and placement.target in titles:
            targets[placement.theme_id].add(placement.target)
    known = frozenset(passages)
    return {
        theme.theme_id: Ground(
            members={one: passages[one] for one in theme.passage_ids},
            known=known,
            sources=sources,
            heard=len({passages[one].source_id for one in theme.passage_ids}),
            vectors=vectors,
            targets=frozenset(targets[theme.theme_id]),
            titles=titles,
            detect=detect,
        )
        for theme in analysis.themes
    }


def texts_of(sentences: Iterable[Sentence], passages: Iterable[Passage]) -> Sequence[str]:
    """The texts whose vectors the gate compares, each once, sorted."""
    of_sentences = {text for sentence in sentences for text in sentence.texts}
    return sorted(of_sentences | {text for passage in passages for text in claims_of(passage)})


def claims_of(passage: Passage) -> tuple[str, ...]:
    """A passage's clauses, stretches, and all of it."""
    return texts_in(on_one_line(passage.text), passage.language)


def texts_in(text: str, language: str) -> tuple[str, ...]:
    """What is compared of a text on one line."""
    said = read(text, language)
    return tuple(dict.fromkeys((*said.claims, *scopes.texts(said.text, said.language))))
