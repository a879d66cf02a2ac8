"""What a letter to one contributor says of the others: the analysis with the words of the public, and their own whole.

In: an analysis, whole, and as it may be published. Out: the whole one with titles, conclusions and responses as the
public sees them. Letters lie under `internal/` and are sent out: each holds its own contribution as it was written, and
of everybody else's no name, no illness and no word that is not published.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from consult.publish.public import requoted
from consult.read.redaction import placeholder
from consult.records import Analysis, Conclusion, Passage, Theme


def lettered(whole: Analysis, public: Analysis) -> Analysis:
    """The whole analysis, for letters: its sources and passages, and what is said of them all as it is published."""
    said = {one.conclusion_id: one.text for one in public.conclusions}
    themes = {one.theme_id: one for one in public.themes}
    passages = {one.passage_id: one for one in whole.passages}
    answers = {(one.theme_id, one.target): one for one in public.responses}
    return replace(
        whole,
        themes=tuple(_titled(one, themes, passages) for one in whole.themes),
        conclusions=tuple(
            replace(one, text=said.get(one.conclusion_id) or _unquoted(one)) for one in whole.conclusions
        ),
        responses=tuple(answers.get((one.theme_id, one.target), one) for one in whole.responses),
    )


def _titled(theme: Theme, public: Mapping[str, Theme], passages: Mapping[str, Passage]) -> Theme:
    """A theme as it is published; of one that is not, no word of anybody but its only contributor."""
    if shown := public.get(theme.theme_id):
        return replace(theme, title=shown.title, keywords=shown.keywords, parent=shown.parent)
    own = [passages[passage_id] for passage_id in theme.passage_ids]
    if len({passage.source_id for passage in own}) == 1:  # it stands in one letter, to whoever wrote all of it
        return replace(theme, parent="")
    return replace(theme, title=placeholder("withheld", own[0].language), keywords=(), parent="")


def _unquoted(conclusion: Conclusion) -> str:
    """The sentence of a conclusion of which nothing is published, without a quote."""
    text = conclusion.text
    for citation in sorted(conclusion.citations, key=lambda one: -len(one.exact)):
        if citation.shown:
            withheld = placeholder("withheld", conclusion.language)
            text = requoted(text, citation.exact, withheld, conclusion.language)
    return text
