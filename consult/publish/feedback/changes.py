"""What has changed since the edition before: themes, passages, conclusions and answers.

In: a `Telling` whose material holds a comparison. Out: blocks. Guaranteed: an edition without one before it says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult.publish.change_log import change_blocks
from consult.publish.document import Block, Heading, Paragraph, runs
from consult.publish.material import Telling


def changes(telling: Telling) -> Iterator[Block]:
    """The last chapter of the document."""
    m, material = telling.m, telling.material
    yield Heading(level=1, text=m("feedback-changes"), anchor="changes")
    if material.comparison is None or material.head.before is None:
        yield Paragraph(runs=runs(m("feedback-changes-first")))
        return
    number, date = material.head.before
    yield Paragraph(runs=runs(m("feedback-changes-since", number=number, date=telling.day(date))))
    yield from change_blocks(
        material.comparison, m, telling.language, _places(telling), level=2, internal=material.whole
    )


def _places(telling: Telling) -> dict[str, str]:
    """A target's id, `new` or `unplaced` → its words."""
    return {one.target_id or one.kind: telling.target_words(one) for one in telling.plan.targets}
