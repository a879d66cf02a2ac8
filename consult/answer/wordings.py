"""Words that a model or a person chose, put in place of the extractive ones, as far as they still fit.

In: an analysis with extractive conclusions, wordings that passed the gate, decisions. Out: the same with `how` drafted
or edited. A wording belongs to a conclusion with the very passages that it was made from: where these have changed, or
may no longer be sent, the extractive sentence stands until somebody words it anew. What a theme's drafted text leaves
out is listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from consult.answer.approve import seen_conclusion
from consult.answer.quotes import cite, on_one_line
from consult.answer.replay import undone_by
from consult.answer.sendable import stretch_of
from consult.messages import messages
from consult.records import (
    Analysis,
    Citation,
    Conclusion,
    Decision,
    NotReflected,
    Outcome,
    Passage,
    Source,
    Span,
)

if TYPE_CHECKING:
    from consult.answer.gate.sentence import Sentence

APPLIED = ("conclusions", "plain", "translate")
"""Tasks whose sentences stand for a conclusion, a later one in place of an earlier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A drafted sentence that passed the gate.

    stands_for: a conclusion's id, for a title a theme's, for an overview a target's and a theme's. point: hash of what
    it was to word and of what it cites. encoder: what compared its meaning: the encoder's fingerprint, and behind it
    that of an entailment model, with `beside` or `alone`.
    """

    stands_for: str
    language: str
    task: str
    theme_id: str
    text: str
    passage_ids: tuple[str, ...]
    point: str
    prompt_hash: str
    model: str
    input_hash: str
    encoder: str


def worded(analysis: Analysis, wordings: Iterable[Wording], safe: Mapping[str, Passage]) -> Analysis:
    """The analysis with the wordings that still fit. safe: passages as they may be sent, by id."""
    drafts: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        if wording.task in APPLIED:
            drafts[wording.stands_for].append(wording)
    if not drafts:
        return analysis
    index = _Index(analysis, safe)
    conclusions = tuple(index.drafted(one, drafts[one.conclusion_id]) for one in analysis.conclusions)
    return replace(analysis, conclusions=conclusions, not_reflected=_left_out(analysis, conclusions))


class _Index:
    """Passages and sources by id."""

    def __init__(self, analysis: Analysis, safe: Mapping[str, Passage]) -> None:
        self.safe = safe
        self.passages = {passage.passage_id: passage for passage in analysis.passages}
        self.sources = {source.source_id: source for source in analysis.sources}
        self.theme_of = {one: theme.theme_id for theme in analysis.themes for one in theme.passage_ids}

    def drafted(self, conclusion: Conclusion, drafts: Sequence[Wording]) -> Conclusion:
        """A conclusion in the words of the latest of its drafts that fits it; as it was where none does."""
        if not drafts:
            return conclusion
        from consult.answer.gate.sentence import Sentence  # with all that the gate needs: half a second

        for wording in sorted(drafts, key=lambda one: APPLIED.index(one.task), reverse=True):
            if self._fits(conclusion, wording):
                cited = [self.passages[one] for one in dict.fromkeys(wording.passage_ids)]
                sentence = Sentence(text=wording.text, passage_ids=wording.passage_ids, language=wording.language)
                citations = cite_wording(conclusion.conclusion_id, sentence, cited, self.sources)
                return replace(conclusion, text=wording.text, citations=citations, how="drafted")
        return conclusion

    def _fits(self, conclusion: Conclusion, wording: Wording) -> bool:
        if wording.language != conclusion.language:
            return False
        if any(self.theme_of.get(one) != conclusion.theme_id for one in wording.passage_ids):
            return False
        drawn_on = {citation.passage_id for citation in conclusion.citations} | {*wording.passage_ids}
        return wording.point == stretch_of(drawn_on, self.safe) != ""


def cite_wording(
    conclusion_id: str, sentence: Sentence, cited: Sequence[Passage], sources: Mapping[str, Source]
) -> tuple[Citation, ...]:
    """A citation of each passage: of the words that the sentence quotes from it, else of all of it.

    Raises AssertionError where a quote stands in none of them: the gate has let it through, which is a defect.
    """
    from consult.answer.gate.quoting import find

    quoted: dict[str, Span] = {}
    for quote in sentence.quoted:
        holder = next((p for p in cited if find(on_one_line(p.text), quote) >= 0), None)
        if holder is None:
            raise AssertionError(f"{conclusion_id}: quotes what it does not cite")
        quoted.setdefault(holder.passage_id, _span_of(holder, quote))
    return tuple(cite(conclusion_id, p, sources[p.source_id], quoted.get(p.passage_id)) for p in cited)


def _span_of(passage: Passage, quote: str) -> Span:
    """Where a quote stands in its source, whose lines may break it."""
    from consult.answer.gate.quoting import find

    words = passage.text.split()
    ends, at = [], 0
    for word in words:
        start = passage.text.index(word, at)
        at = start + len(word)
        ends.append((start, at))
    line, first = on_one_line(passage.text), find(on_one_line(passage.text), quote)
    return Span(
        start=passage.start + _place(line, first, ends),
        end=passage.start + _place(line, first + len(quote) - 1, ends) + 1,
    )


def _place(line: str, at: int, ends: Sequence[tuple[int, int]]) -> int:
    """The place in a text of a character of the text on one line; `ends`: the spans of its words."""
    number = line.count(" ", 0, at)
    start = line.rfind(" ", 0, at) + 1
    return ends[number][0] + at - start


def _left_out(analysis: Analysis, conclusions: Sequence[Conclusion]) -> tuple[NotReflected, ...]:
    """What stood not reflected before, and every passage that a theme's text in some language leaves out."""
    cited: dict[tuple[str, str], set[str]] = defaultdict(set)
    drafted = {(one.theme_id, one.language) for one in conclusions if one.how != "extracted"}
    for one in conclusions:
        cited[one.theme_id, one.language] |= {citation.passage_id for citation in one.citations}
    listed = {one.passage_id: one for one in analysis.not_reflected}
    for theme in analysis.themes:
        for language in sorted({code for theme_id, code in drafted if theme_id == theme.theme_id}):
            reason = messages(language)("writer-left-out")
            for passage_id in theme.passage_ids:
                if passage_id not in cited[theme.theme_id, language]:
                    listed.setdefault(
                        passage_id, NotReflected(passage_id=passage_id, theme_id=theme.theme_id, reason=reason)
                    )
    return tuple(listed[passage_id] for passage_id in sorted(listed))


# -- words that a person chose ------------------------------------------------------------------------------


def edited(analysis: Analysis, decisions: Sequence[Decision]) -> tuple[Analysis, tuple[Outcome, ...]]:
    """The analysis with the latest edit of each conclusion, and what became of every edit."""
    undone, outcomes = undone_by(decisions), []
    conclusions = {one.conclusion_id: one for one in analysis.conclusions}
    for decision in sorted(decisions, key=lambda one: one.number):
        if decision.act != "edit" or decision.number in undone:
            continue
        named = decision.objects[0]
        if named not in conclusions:
            outcomes.append(Outcome(number=decision.number, state="orphaned", code="conclusion-gone", ids=(named,)))
            continue
        changed = decision.before["seen"] != seen_conclusion(conclusions[named])
        outcomes.append(
            Outcome(
                number=decision.number,
                state="applied",
                code="worded-anew" if changed else "",
                ids=(named,) if changed else (),
            )
        )
        conclusions[named] = in_words_of(conclusions[named], decision.after["text"])
    return replace(analysis, conclusions=tuple(conclusions[one.conclusion_id] for one in analysis.conclusions)), tuple(
        outcomes
    )


def in_words_of(conclusion: Conclusion, text: str) -> Conclusion:
    """A conclusion in a person's words: it cites what it cited; a quote that is no longer in it is only counted."""
    line = on_one_line(text)
    citations = tuple(replace(one, shown=one.shown and on_one_line(one.exact) in line) for one in conclusion.citations)
    return replace(conclusion, text=text, how="edited", citations=citations)
