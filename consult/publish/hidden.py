"""What must not be published, looked for in what is about to be: a quick look before every edition.

In: the whole analysis with its findings, people's decisions, and the settings of the run. Out: what a text holds of
hidden findings and of contributions that are not quoted, and an earlier state without the words that hold any.
`consult check` searches every byte of what lies in `public/`; this searches texts, so that nothing is moved there.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from consult.answer.privacy import standing
from consult.our_words import our_texts, settled_texts
from consult.publish.elsewhere import remedy
from consult.publish.kept_back import kept_back
from consult.publish.leaks import TAG, Searched, terms_of
from consult.records import Analysis, Decision
from consult.stored import as_json

LEFT_OUT = "[…]"
"""Stands for earlier words that held what is not to be shown any more."""

Snapshot = dict[str, dict[str, tuple[str, str]]]


class Hidden:
    """Forms of all that is hidden as things stand."""

    def __init__(
        self,
        analysis: Analysis,
        decisions: Sequence[Decision],
        settings: Mapping[str, Any] | None = None,
        imprint: Sequence[str] = (),
    ) -> None:
        """Read the findings and the publications with what people decided of them.

        settings: as a run keeps them; imprint: as in `terms_of`.
        """
        stands = standing(analysis.findings, analysis.sources, decisions)
        known, ours = our_texts(settings or {}), settled_texts(settings or {})
        self.terms = terms_of(stands.findings, analysis.sources, ours, imprint)
        self._searched = cache(Searched.of)  # each text once, however many findings stand in some
        self.kept_back = kept_back(analysis.sources, analysis.passages, stands.publications, known)

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """(kind, finding id) of each that stands in a text or in the words of a page."""
        held = self.terms.held_in(Searched.of(_read(text)))
        yield from ((term.kind, term.finding_id) for term in held)

    def breaches(self, text: str) -> Iterator[tuple[str, str]]:
        """(a sentence, the id of a finding or source) for each thing that a text or a page must not hold."""
        for kind, finding_id in self.found_in(text):
            yield f"holds {kind} {finding_id}", finding_id
        for source_id in sorted(self.kept_back.held_in(_read(text))):
            yield self.kept_back.told(source_id), source_id

    def remedy(self, held: str, view: Analysis) -> str:
        """Where a view holds a finding, or words of a source that is kept back, and what to do about it."""
        terms = [term for term in self.terms if term.finding_id == held]
        if terms:
            return remedy(view, lambda text: any(map(self._searched(text).holds, terms)), held)
        return remedy(view, lambda text: held in self.kept_back.held_in(text))

    def left_out(self, state: Snapshot, now: Snapshot | None = None) -> Snapshot:
        """An earlier state, its texts replaced where they hold what is hidden, and do not stand in the state of now."""
        shown = {what: {value for value, _ in rows.values()} for what, rows in (now or {}).items()}
        return {
            what: {
                key: (value if value in shown.get(what, ()) else self._without(what, value), target)
                for key, (value, target) in rows.items()
            }
            for what, rows in state.items()
        }

    def _without(self, what: str, value: str) -> str:
        """A text of a state; what was answered is a record, of which each text is looked at alone."""
        if what == "response":
            return as_json({name: self._blanked(part) for name, part in json.loads(value).items()})
        return str(self._blanked(value))

    def _blanked(self, value: Any) -> Any:
        held = isinstance(value, str) and (next(self.found_in(value), None) or self.kept_back.touched_by(value))
        return LEFT_OUT if held else value


def _read(text: str) -> str:
    """The words of a page, or the text."""
    return TAG.sub("", html.unescape(text)) if "<" in text else text
