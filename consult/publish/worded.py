"""What readers are told where not all text is quoted: how many sentences a model has drafted and people have worded.

In: how each conclusion that a document shows was made, and the settings. Out: sentences, none where all is quoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from consult.messages import Message
from consult.publish.outline import Outline
from consult.settings import Settings

UNNAMED = "–"
"""Stands where the settings name no model any more."""


def worded(ways: Iterable[str], settings: Settings, m: Message) -> tuple[str, ...]:
    """A sentence for what was drafted, one for what was edited, one for the rest. ways: `how` of each conclusion."""
    found = Counter(ways)
    if not found["drafted"] + found["edited"]:
        return ()
    said = (
        m("writer-method", drafted=found["drafted"], model=settings.writer.model or UNNAMED),
        m("worded-edited", edited=found["edited"]),
        m("worded-rest") if found["extracted"] else "",
    )
    return tuple(sentence for sentence in said if sentence)


def proposed(plan: Outline, settings: Settings, m: Message) -> tuple[str, ...]:
    """The notice on top of the report: what is a machine's, and whether any text is other than quotes and counts."""
    ways = (one.conclusion.how for target in plan.targets for entry in target.themes for one in entry.statements)
    told = worded(ways, settings, m)
    return (m("report-proposed-worded"), " ".join(told)) if told else (m("report-proposed"),)
