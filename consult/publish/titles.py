"""What the machine wrote of themes, as it may be published: titles, keywords and the words around quotes.

In: what is taken out and kept back of the sources, and themes and conclusions. Out: the same without any of it. A
title that a person gave loses what is taken out; one that the machine drew from withheld words gives way to keywords.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consult.answer.privacy import Standing
from consult.answer.quotes import on_one_line
from consult.publish.kept_back import kept_back
from consult.publish.leaks import Searched, Terms
from consult.read.redaction import FIRST, Known
from consult.records import Analysis, Conclusion, Decision, Theme

TITLE_WORDS = 3  # keywords in the place of a title


class Titles:
    """Titles and keywords of themes, without what is taken out and without words that only withheld sources have."""

    def __init__(
        self,
        everybody: Known,
        analysis: Analysis,
        stands: Standing,
        decisions: Sequence[Decision],
        terms: Terms,
    ) -> None:
        self.everybody, self.terms = everybody, terms
        self.withheld = kept_back(analysis.sources, analysis.passages, stands.publications, kept=("withheld",))
        self.unquoted = kept_back(analysis.sources, analysis.passages, stands.publications)
        self.by_people = {str(decision.after["title"]) for decision in decisions if "title" in decision.after}

    def theme(self, theme: Theme, here: set[str]) -> Theme:
        """One theme as it may be shown."""
        keywords = tuple(self._keywords(theme))
        return replace(
            theme, title=self._title(theme, keywords), keywords=keywords, parent=self.everybody.without(theme.parent),
            passage_ids=tuple(one for one in theme.passage_ids if one in here),
        )  # fmt: skip

    def _title(self, theme: Theme, keywords: Sequence[str]) -> str:
        """The title; of one that the machine drew from words that are withheld, the keywords that stay."""
        if theme.title in self.by_people or not self._gives_away(theme.title):
            return _taken_out(self.everybody.without(theme.title), self.terms)
        return ", ".join(keywords[:TITLE_WORDS]) or FIRST

    def _gives_away(self, text: str) -> bool:
        return self.withheld.touched_by(text) or bool(self.unquoted.held_in(text))

    def _keywords(self, theme: Theme) -> Iterator[str]:
        """Those that give nothing away; what was found in part of one takes all of it."""
        for word in theme.keywords:
            known = self.everybody.without(word)
            if known == _taken_out(known, self.terms) and not self._gives_away(word):
                yield known


def _taken_out(text: str, terms: Terms) -> str:
    """A text without any of the terms: a name alone, too, where it stands for nothing else."""
    for term in terms.held_in(Searched.of(text)):
        text = term.form.sub(FIRST, text)
    return text


def without_terms(conclusion: Conclusion, terms: Terms) -> Conclusion:
    """A conclusion whose own words hold none of the terms; its quotes stay as their sources have them."""
    text = _taken_out(conclusion.text, terms)
    shown = (on_one_line(one.exact) for one in conclusion.citations if one.shown)
    return replace(conclusion, text=text) if all(one in text for one in shown) else conclusion
