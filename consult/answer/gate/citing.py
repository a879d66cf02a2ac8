"""Does a sentence cite, and only what is its to cite?"""

from __future__ import annotations

from collections.abc import Iterator

from consult.answer.gate.sentence import Fault, Ground, Sentence


def citations(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """At least one passage, each of them there, each of the sentence's own theme."""
    if not sentence.passage_ids:
        yield Fault(code="citation-none")
    for passage_id in dict.fromkeys(sentence.passage_ids):
        if passage_id not in ground.known:
            yield Fault(code="citation-unknown", detail=passage_id[:20])
        elif passage_id not in ground.members:
            yield Fault(code="citation-elsewhere", detail=passage_id)
