"""What a letter to one contributor says of the others: the analysis with the words of the public, and their own whole.

In: an analysis, whole, and as it may be published. Out: the whole one with titles, conclusions and responses as the
public sees them. Letters lie under `internal/` and are sent out: each holds its own contribution as it was written, and
of everybody else's no name, no illness and no word that is not published.
"""

from __future__ import annotations

from dataclasses import replace

from consult.publish.public import requoted
from consult.read.redaction import placeholder
from consult.records import Analysis, Conclusion


def lettered(whole: Analysis, public: Analysis) -> Analysis:
    """The whole analysis, for letters: its sources and passages, and what is said of them all as it is published."""
    said = {one.conclusion_id: one.text for one in public.conclusions}
    titles = {one.theme_id: one.title for one in public.themes}
    answers = {(one.theme_id, one.target): one for one in public.responses}
    return replace(
        whole,
        themes=tuple(replace(one, title=titles.get(one.theme_id, one.title)) for one in whole.themes),
        conclusions=tuple(
            replace(one, text=said.get(one.conclusion_id) or _unquoted(one)) for one in whole.conclusions
        ),
        responses=tuple(answers.get((one.theme_id, one.target), one) for one in whole.responses),
    )


def _unquoted(conclusion: Conclusion) -> str:
    """The sentence of a conclusion of which nothing is published, without a quote."""
    text = conclusion.text
    for citation in sorted(conclusion.citations, key=lambda one: -len(one.exact)):
        if citation.shown:
            withheld = placeholder("withheld", conclusion.language)
            text = requoted(text, citation.exact, withheld, conclusion.language)
    return text
