"""What must not be published, looked for in what is about to be: a quick look before every edition.

In: the whole analysis with its findings, and people's decisions. Out: which hidden finding stands in a text, and an
earlier state without the words that hold one. `consult check` searches every byte of what lies in `public/`; this
searches texts, so that nothing is moved there that holds any.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from consult.answer.privacy import standing
from consult.publish.leaks import TAG, Searched, Term, terms_of
from consult.records import Analysis, Decision

LEFT_OUT = "[…]"
"""Stands for earlier words that held what is not to be shown any more."""

Snapshot = dict[str, dict[str, tuple[str, str]]]


class Hidden:
    """Forms of all that is hidden as things stand."""

    def __init__(self, analysis: Analysis, decisions: Sequence[Decision]) -> None:
        """Read the findings with what people decided of them."""
        stands = standing(analysis.findings, analysis.sources, decisions)
        self.terms: list[Term] = terms_of(stands.findings, analysis.sources)

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """(kind, finding id) of each that stands in a text or in the words of a page."""
        searched = Searched.of(TAG.sub("", html.unescape(text)) if "<" in text else text)
        yield from ((term.kind, term.finding_id) for term in self.terms if searched.holds(term))

    def left_out(self, state: Snapshot) -> Snapshot:
        """An earlier state, its texts replaced where they hold what is hidden now."""
        return {
            what: {
                key: (LEFT_OUT if next(self.found_in(value), None) else value, target)
                for key, (value, target) in rows.items()
            }
            for what, rows in state.items()
        }
