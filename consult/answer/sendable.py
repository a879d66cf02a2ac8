"""What may be sent to a language model: passages of sources that may be quoted, with nothing personal in them.

In: passages, their sources, findings and what people have decided. Out: masked passages by id. A source that is
withheld or only summed up is not among them: what was drafted from it would tell what nobody may read. Nor is one of
which nothing is left but masks: there is nothing to say of it, and a model says something all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from consult.answer.privacy import standing
from consult.read.redaction import masked
from consult.records import Decision, Finding, Passage, Publication, Source, content_id

WORD = re.compile(r"\w")
OWN_WORDS: frozenset[Publication] = frozenset({"full", "name_withheld"})
"""How a source is published that may be quoted."""


def sendable(
    passages: Sequence[Passage], sources: Sequence[Source], findings: Iterable[Finding], decisions: Sequence[Decision]
) -> dict[str, Passage]:
    """Passage id → the passage as it may be sent, as things stand after `decisions`."""
    stands = standing(findings, sources, decisions)
    quoted = [one for one in passages if stands.publications[one.source_id] in OWN_WORDS]
    safe = masked(quoted, sources, stands.findings)
    return {passage.passage_id: passage for passage in safe if WORD.search(passage.text)}


def stretch_of(passage_ids: Iterable[str], safe: Mapping[str, Passage]) -> str:
    """A hash of passages as they may be sent; empty where one may not: what was drafted from them fits no more."""
    ids = sorted(set(passage_ids))
    if any(one not in safe for one in ids):
        return ""
    return content_id("k", *(part for one in ids for part in (one, safe[one].text)))
